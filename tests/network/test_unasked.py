"""Nothing is contacted unless a person asks for it: seen in the system calls of what people do all day."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.commands.arguments import build_parser
from tests.command_line import ROOT, CommandLine
from tests.factories import numbered, post, write_post
from tests.network import loopback
from tests.network.loopback import says

CONTACT = re.compile(r"(?:bind|connect|sendto|sendmm?sg)\([^\n]*(?:AF_INET6?)[^\n]*")
ASKS = {"fill", "zotero"}  # by their names
STAYS = {"open", "watch", "mcp"}  # until they are stopped: the window and the agent have tests of their own
ALL = """
import json, os, sys, traceback
from pathlib import Path
from reader.commands.cli import run
def ran(words):
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        code = run(["--profile", sys.argv[1], *words])
    except BaseException:
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    os._exit(code)
codes = [ran(words) for words in json.loads(sys.argv[2])]
Path(sys.argv[1], "codes.json").write_text(json.dumps(codes))
"""
WINDOW = """
import json, subprocess, sys
from pathlib import Path
from reader.base.handover import hand_over
from reader.base.paths import ProfilePaths
command = [sys.executable, "-m", "reader", "--profile", sys.argv[1]]
watch = subprocess.Popen([*command, "watch"])
window = subprocess.Popen([*command, "open"])
def there():
    return json.loads(subprocess.run([*command, "list", "--json"], capture_output=True).stdout)["papers"]
while len(there()) < 5:  # until the window has brought in the new post
    assert window.poll() is None
while not hand_over(ProfilePaths.of(Path(sys.argv[1])), "daily-papers://paper/2501.00001"):
    assert window.poll() is None
for each in (watch, window):
    each.terminate()
    each.wait()
"""

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed (apt-get install strace)"
)


def contacts(words: list[str], trace: Path, **more: str) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **more}
    watched = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-e",
        "trace=bind,connect,sendto,sendmsg,sendmmsg",
        "-o",
        str(trace),
        *words,
    ]
    ended = subprocess.run(
        watched, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False
    )
    assert "Traceback" not in ended.stderr.decode("utf-8", "replace"), ended.stderr.decode("utf-8", "replace")
    return CONTACT.findall(trace.read_text("utf-8", "replace"))


def test_reading_searching_and_exporting_contact_nobody(profile: Path, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(3)))
    daily = (["sync", tmp_path / "posts"], ["search", "author:oord Paper"], ["export", "--format", "ris", "-o", "-"])
    words = json.dumps([[str(each) for each in one] for one in daily])
    assert contacts([sys.executable, "-c", ALL, str(profile), words], tmp_path / "trace") == []
    assert json.loads((profile / "codes.json").read_text()) == [0] * len(daily)


@pytest.mark.slow
def test_no_command_contacts_anybody_unasked(profile: Path, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(3)))
    words = [[str(each) for each in one] for one in commands(tmp_path)]
    assert {one[0] for one in words} == commands_there_are() - ASKS - STAYS
    one_process = [sys.executable, "-c", ALL, str(profile), json.dumps(words)]
    assert contacts(one_process, tmp_path / "trace") == []
    assert (tmp_path / "window.png").exists()
    assert json.loads((profile / "codes.json").read_text()) == [0] * len(words)


@pytest.mark.slow
def test_no_window_contacts_anybody_unasked(profile: Path, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(3)))
    CommandLine(profile).process("sync", tmp_path / "posts")
    write_post(tmp_path / "posts", "2025-01-03.md", post(numbered(2, "2502"), date="2025-01-03"))
    assert contacts([sys.executable, "-c", WINDOW, str(profile)], tmp_path / "trace") == []


def test_what_contacts_is_noticed(tmp_path: Path) -> None:
    asks = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
    assert len(contacts([sys.executable, "-c", asks], tmp_path / "trace")) == 1


def test_filling_in_contacts_that_server_alone(profile: Path, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(1)))
    command = CommandLine(profile)
    command.process("sync", tmp_path / "posts")
    with loopback.serving() as server:
        server.answers = [says("no", 403)]
        found = contacts(command.words("fill", "2501.00001"), tmp_path / "trace", DAILY_PAPERS_ARXIV=server.address)
    assert len(found) == 1
    assert f"htons({server.server_address[1]})" in found[0]


def commands_there_are() -> set[str]:
    (action,) = (each for each in build_parser()._actions if isinstance(each, argparse._SubParsersAction))
    return set(action.choices)


def commands(folder: Path) -> Iterator[list[object]]:
    """Every command once or more, in an order that does well."""
    key = "2501.00001"
    yield ["sync", folder / "posts"]
    yield ["list", "--json"]
    yield ["search", "author:oord Paper"]
    yield from ([name, key] for name in ("show", "related", "bookmark", "read", "numbers"))
    yield ["compare", key, "2501.00002"]
    yield ["check", folder / "posts"]
    yield ["note", key, "https://example.org/ arXiv:2501.00002"]
    yield ["correct", key, "두 번 나누어", "세 번 나누어"]
    yield ["words", "--watch", "token"]
    yield ["mine"]
    yield ["history"]
    yield ["label", key, "later"]
    yield ["revisit", key, "today"]
    yield ["backup"]
    yield ["restore", "latest", "--dry-run"]
    for form in ("bibtex", "ris", "csl-json", "csv", "ids", "atom", "anki", "html", "pdf", "zip", "md"):
        yield ["export", "--format", form, "-o", folder / f"out-{form}"]
    yield from (["import", folder / f"out-{form}"] for form in ("md", "bibtex", "zip"))
    yield ["lens", "limitations"]
    yield ["table"]
    yield ["benchmark", "FID"]
    yield ["trends"]
    yield ["doctor"]
    yield ["shot", folder / "window.png"]
    yield ["lens", "limitations", "--format", "pdf", "-o", folder / "lens.pdf"]
    page = folder / "page.html"
    page.write_text('<p>글</p><img src="https://example.org/a.png">', encoding="utf-8")
    yield ["press", page, folder / "page.pdf"]
    yield ["typeset"]
    yield ["draw"]
    yield ["bring"]
    yield ["write"]
    yield ["names"]
    yield ["menu"]
    yield ["menu", "--remove"]
    yield ["selftest"]
    yield ["reset", "--yes"]
