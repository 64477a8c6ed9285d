"""Some hundreds of posts that mean harm, synced and shown while the kernel's calls are watched.

None connects to anything, opens a file outside of library and profile (but what interpreter, Qt and fonts need), starts
another program than the typesetter, the drawer and the writer of long pages, or takes more than two seconds or 150 MB.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import ROOT
from tests.hostile.constructs import Construct, constructs
from tests.hostile.photos import png
from tests.hostile.watched import Watched, watch

SECONDS, MEGABYTES = 2.0, 150.0  # of the processor's time: other work on the machine makes no post too long
IDLE_CHILD = 100.0  # MB that a drawer takes before it draws anything
AT_ONCE = 50
OURS = ("reader.render.typesetter", "reader.ui.page.pictures.drawer", "reader.render.long.writing")
SYSTEM = (
    sys.prefix,
    sys.base_prefix,
    sys.base_exec_prefix,
    str(ROOT),
    "/usr/",
    "/lib",
    "/etc/ld.so",
    "/etc/fonts",
    "/var/cache/fontconfig",
    "/etc/localtime",
)
THE_SYSTEMS = (
    "/proc/self/status",
    "/proc/self/clear_refs",
    "/proc/self/ns/pid",
    "/proc/self/statm",
    "/dev/urandom",
    "/dev/null",
)
FOLDERS = {str(folder) for place in (sys.prefix, ROOT) for folder in Path(place).parents}  # listed on the way
FONTS = (".cache/fontconfig", ".config/fontconfig", ".fontconfig", ".fonts", ".local/share/fonts")
KINDS = ("picture", "photo", "svg", "html", "formula", "link", "unicode", "head")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("strace") is None or subprocess.run(["strace", "-qq", "true"], check=False).returncode:
        pytest.skip("the kernel's calls cannot be watched here: no strace, or it may not")
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def bait(place: Path) -> Path:
    """A folder outside of every library, with files worth reading."""
    folder = place / "bait"
    folder.mkdir()
    (folder / "secret.png").write_bytes(png(30, 20))
    (folder / "secret.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    return folder


def harmed(found: Watched, place: Path) -> Iterator[str]:
    """What a post did that it may not."""
    told = found.told
    if told["code"] or told["faults"]:
        yield f"fault: {told['code']} {told['faults']}"
    for name in ("sync", "show", "below"):
        if told[name] > SECONDS:
            yield f"{name}: {told[name]:.1f} s"
    for name, grown in (("grown", told["grown"]), ("grown_below", told["grown_below"] - IDLE_CHILD)):
        if grown > MEGABYTES:
            yield f"{name}: {grown:.0f} MB"
    fonts = (str(Path.home() / name) for name in FONTS)
    own = (*(str(place / name) for name in ("posts", "profiles")), *SYSTEM, *fonts)
    yield from (
        f"opened {path}"
        for path in found.opened
        if path.startswith("/") and not path.startswith(own) and path not in THE_SYSTEMS and path not in FOLDERS
    )
    yield from (call for call in found.others if not (call.startswith("execve") and any(name in call for name in OURS)))


def tried(wanted: list[Construct], place: Path) -> dict[str, list[str]]:
    """Those of the constructs that did harm, with what they did."""
    folders = [place / "posts" / construct.name for construct in wanted]
    for construct, folder in zip(wanted, folders, strict=True):
        construct.write(folder)
    found = watch(place / "profiles", folders, place / "trace")
    assert set(found) >= {construct.name for construct in wanted}
    judged = {construct.name: list(harmed(found[construct.name], place)) for construct in wanted}
    return {name: harm for name, harm in judged.items() if harm}


def test_there_are_hundreds(bait: Path):
    names = [construct.name for construct in constructs(bait)]
    assert len(names) == len(set(names)) > 450
    assert {name.partition("-")[0] for name in names} == set(KINDS)


def test_a_few_hostile_posts_do_no_harm(place: Path, bait: Path):
    """One of each kind, in one process: the start of Qt is most of its time."""
    known = constructs(bait)
    first = [next(each for each in known if each.name.startswith(kind)) for kind in KINDS]
    some = [each for each in known if each.name in ("svg-laughs", "photo-pipe.svg")]
    assert tried([*first, *some], place) == {}


def test_who_watches_sees_it(place: Path, bait: Path):
    """That the rules can be broken: what is asked of the system is told, and by whose name."""
    told = {"code": 0, "faults": [], "sync": 9.0, "show": 0.1, "below": 0.0, "grown": 200.0, "grown_below": 0.0}
    found = Watched(
        told, frozenset({str(bait / "secret.png"), str(place / "posts/a")}), ("connect 3, {sa_family=AF_INET}",)
    )
    assert len(list(harmed(found, place))) == 4


@pytest.mark.slow
@pytest.mark.parametrize("begin", range(0, 550, AT_ONCE))
def test_no_hostile_post_does_harm(place: Path, bait: Path, begin: int):
    wanted = constructs(bait)[begin : begin + AT_ONCE]
    assert tried(wanted, place) == {}
