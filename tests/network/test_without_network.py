"""A computer without any network, not even to itself: everything works but fetching, which says in a line why not.

Linux alone: `unshare` gives a process a network of its own, with nothing in it.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Said, environment, ran
from tests.factories import numbered, post, write_post
from tests.network.test_unasked import ALL, WINDOW, commands

ALONE = ["unshare", "--user", "--map-root-user", "--net"]
REPOSITORY = "https://example.org/posts.git"


def is_allowed() -> bool:
    return (
        bool(shutil.which("unshare"))
        and subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode == 0
    )


pytestmark = pytest.mark.skipif(not is_allowed(), reason="this system gives nobody a network of their own (unshare)")


@pytest.fixture
def folder(profile: Path, tmp_path: Path) -> Path:
    """Posts of three papers, in the library."""
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(3)))
    CommandLine(profile).process("sync", tmp_path / "posts")
    return tmp_path / "posts"


def alone(profile: Path, *words: object) -> Said:
    return ran([*ALONE, *CommandLine(profile).words(*words)])


def test_there_is_no_network() -> None:
    asks = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert "Network is unreachable" in ran([*ALONE, sys.executable, "-c", asks]).err


def test_a_sync_reads_folders_and_says_which_repository_is_away(profile: Path, folder: Path) -> None:
    write_post(folder, "2025-01-03.md", post(numbered(2, "2502"), date="2025-01-03"))
    said = alone(profile, "sync", REPOSITORY, "--json")
    assert (said.json["added"], said.json["papers"]) == (1, 5)
    (told,) = said.json["repositories"]
    assert (told["offline"], told["fetched"]) == (True, None)
    assert told["trouble"].startswith("example.org/posts cannot be reached: ")
    assert alone(profile, "search", "Paper", "--json").json["total"] == 5


def test_what_asks_a_server_says_so_in_a_line(profile: Path, folder: Path) -> None:  # the library
    assert "arxiv.org cannot be reached" in alone(profile, "fill", "2501.00001").complaint
    assert "Zotero" in alone(profile, "zotero", "2501.00001").complaint


def test_a_window_comes_up_and_brings_in_what_is_saved(profile: Path, folder: Path) -> None:
    write_post(folder, "2025-01-03.md", post(numbered(2, "2502"), date="2025-01-03"))
    ended = subprocess.run(
        [*ALONE, sys.executable, "-c", WINDOW, str(profile)],
        env=environment({"QT_QPA_PLATFORM": "offscreen"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert (ended.returncode, b"Traceback" in ended.stderr) == (0, False)


@pytest.mark.slow
def test_every_other_command_does_its_work(profile: Path, tmp_path: Path, folder: Path) -> None:
    words = [[str(each) for each in one] for one in commands(tmp_path)]
    all_of_them = [*ALONE, sys.executable, "-c", ALL, str(profile), json.dumps(words)]
    ended = subprocess.run(all_of_them, env=environment({}), capture_output=True, timeout=300, check=False)
    assert b"Traceback" not in ended.stderr
    assert json.loads((profile / "codes.json").read_text()) == [0] * len(words)
