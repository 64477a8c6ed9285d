"""Posts that try to make a reader call home, after the manner of HTTPLeaks: nothing is contacted that nobody asked for.

Every call of `connect` and `sendto` of the window and of its children is watched by strace while it syncs such posts,
shows them and looks for papers in them.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories import SECTIONS, paper, post, write_post

HOST = "192.0.2.7"  # of no one: RFC 5737
NAME = "leak.example"  # of no one: RFC 2606

CONSTRUCTS = (
    "![a]({u})",
    '![a]({u} "title")',
    "![a][r]\n\n[r]: {u}",
    "<{u}>",
    "[a]({u})",
    "[a]: {u}",
    '<img src="{u}">',
    '<img srcset="{u} 1x, {u}?2 2x">',
    '<img lowsrc="{u}" dynsrc="{u}">',
    '<img data-src="{u}" loading="eager">',
    '<image src="{u}">',
    '<picture><source srcset="{u}"><img></picture>',
    '<video src="{u}" autoplay></video>',
    '<video poster="{u}"></video>',
    '<video><source src="{u}"></video>',
    '<video><track kind="subtitles" src="{u}" default></video>',
    '<audio src="{u}" autoplay></audio>',
    '<iframe src="{u}"></iframe>',
    "<iframe srcdoc=\"<img src='{u}'>\"></iframe>",
    '<frame src="{u}">',
    '<frameset><frame src="{u}"></frameset>',
    '<object data="{u}"></object>',
    '<object><param name="src" value="{u}"></object>',
    '<embed src="{u}">',
    '<applet archive="{u}" code="x"></applet>',
    '<script src="{u}"></script>',
    '<script>fetch("{u}")</script>',
    '<script type="module">import "{u}"</script>',
    '<link rel="stylesheet" href="{u}">',
    '<link rel="icon" href="{u}">',
    '<link rel="preload" as="image" href="{u}">',
    '<link rel="prefetch" href="{u}">',
    '<link rel="dns-prefetch" href="//{n}">',
    '<link rel="preconnect" href="{u}">',
    '<link rel="import" href="{u}">',
    '<link rel="manifest" href="{u}">',
    '<meta http-equiv="refresh" content="0; url={u}">',
    '<meta http-equiv="Content-Security-Policy" content="default-src *; report-uri {u}">',
    '<base href="{u}"><img src="a.png">',
    '<body background="{u}">',
    '<table background="{u}"><tr><td background="{u}">a</td></tr></table>',
    '<div style="background:url({u})">a</div>',
    '<div style="background-image:image-set(url({u}) 1x)">a</div>',
    '<p style="list-style-image:url({u})">a</p>',
    '<ul style="list-style:url({u})"><li>a</li></ul>',
    '<p style="cursor:url({u}),auto">a</p>',
    '<p style="content:url({u})">a</p>',
    '<p style="border-image:url({u})">a</p>',
    "<style>@import url({u});</style>",
    "<style>@font-face {{ font-family: a; src: url({u}); }} p {{ font-family: a }}</style>",
    "<style>p {{ background: url({u}) }}</style>",
    '<svg><image href="{u}" width="9" height="9"/></svg>',
    '<svg><image xlink:href="{u}" width="9" height="9"/></svg>',
    '<svg><use href="{u}#a"/></svg>',
    "<svg><style>@import url({u});</style></svg>",
    '<svg><foreignObject><img src="{u}"/></foreignObject></svg>',
    '<svg><filter id="f"><feImage href="{u}"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>',
    '<math href="{u}"><mi>a</mi></math>',
    '<form action="{u}"><input type="image" src="{u}"></form>',
    '<a href="{u}" ping="{u}">a</a>',
    '<input type="image" src="{u}">',
    '<isindex action="{u}">',
    "$$\\includegraphics{{{u}}}$$",
    "$\\href{{{u}}}{{a}}$",
    "![a](//{n}/a.png)",
    "![a](\\\\{n}\\share\\a.png)",
    "![a](file://{n}/share/a.png)",
    "![a](ftp://{n}/a.png)",
    "![[{u}]]",
    "{{% include {u} %}}",
)


def leaking() -> str:
    """All of them as a page."""
    said = [
        each.format(u=f"{scheme}://{host}/{number}", n=host)
        for number, each in enumerate(CONSTRUCTS)
        for scheme, host in (("http", HOST), ("https", NAME))
    ]
    return "\n\n".join(said)


def calls(trace: Path) -> list[str]:
    """What went to an address of the network, this machine's own too: files and sockets of the desktop are none."""
    lines = [line for file in trace.parent.glob(f"{trace.name}*") for line in file.read_text("utf-8").splitlines()]
    return [line for line in lines if re.search(r"sa_family=AF_INET6?\b", line)]


def strace(folder: Path, *command: str, screen: str = "offscreen") -> list[str]:
    """Run the program below strace; the calls to the network that it and its children made."""
    trace = folder / "trace"
    environment = {**os.environ, "QT_QPA_PLATFORM": screen, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", trace, sys.executable, *command],
        check=True,
        env=environment,
        cwd=folder,
        capture_output=True,
        timeout=240,
    )
    found = calls(trace)
    trace.unlink()
    return found


needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None or sys.platform != "linux", reason="strace is not here"
)


@needs_strace
def test_the_watch_notices_a_connection(tmp_path: Path) -> None:
    """It can fail: one datagram to nobody is seen."""
    code = f"import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('{HOST}', 9))"
    assert len(strace(tmp_path, "-c", code)) == 1


@needs_strace
@pytest.mark.slow
def test_posts_that_try_to_call_home_reach_nobody(tmp_path: Path) -> None:
    """Some 20 s: strace makes each start three times as long."""
    assert len(CONSTRUCTS) >= 60
    sections = {**SECTIONS, "Method": leaking()}
    write_post(tmp_path / "posts", "2025-01-02-page.md", post([leaking()], "title: 쪽\ndate: 2025-01-02"))
    write_post(tmp_path / "posts", "2025-01-03-papers.md", post([paper(1, sections=sections)]))
    profile = str(tmp_path / "profile")
    assert strace(tmp_path, "-m", "reader", "sync", "--profile", profile, str(tmp_path / "posts")) == []
    for key in ("2501.00001", "2025-01-02-page.md"):
        out = tmp_path / f"{len(key)}.png"
        assert strace(tmp_path, "-m", "reader", "shot", str(out), "--profile", profile, "--select", key) == []
        assert out.stat().st_size > 10_000
    assert strace(tmp_path, "-m", "reader", "search", "--profile", profile, "leak") == []
    assert strace(tmp_path, "-m", "reader", "sync", "--profile", profile) == []
