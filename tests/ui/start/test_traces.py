"""What a process leaves behind, by how it ended; each ends for itself."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.ui.start.traces import NO_TRACE, left_behind, watched

ENDS = {
    "closed": "pass",
    "closed after a bug": "trace.add('ValueError: a bug')",
    "refused": "raise ReaderError('a full disk')",
    "killed": "os._exit(9)",
    "killed after a bug": "trace.add('ValueError: a bug'); os._exit(9)",
    "died in C": "faulthandler._sigsegv()",
    "aborted": "os.abort()",
    "broke": "1 / 0",
    "stays": "print('open', flush=True); sys.stdin.read()",
}
PROCESS = """
import faulthandler, os, sys
from pathlib import Path
from reader.base.errors import ReaderError
from reader.ui.start.traces import watched
with watched(Path(sys.argv[1])) as trace:
    {}
"""


def command(end: str, folder: Path) -> list[str]:
    return [sys.executable, "-c", PROCESS.format(ENDS[end]), str(folder)]


def left_by(end: str, folder: Path) -> list[str]:
    subprocess.run(command(end, folder), capture_output=True, check=False, timeout=60)
    return left_behind(folder)


@contextmanager
def another_window(folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command("stays", folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    with process:
        yield process
        process.communicate(timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("died in C", "Segmentation fault"),
        ("aborted", "Aborted"),
        ("broke", "ZeroDivisionError"),
        ("killed after a bug", "ValueError: a bug"),
    ],
)
def test_a_crash_is_told_once(tmp_path: Path, end: str, words: str) -> None:
    [trace] = left_by(end, tmp_path)
    assert words in trace
    assert left_behind(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("end", ["closed", "closed after a bug", "refused", "killed"])
def test_of_an_end_that_was_wanted_nothing_is_told(tmp_path: Path, end: str) -> None:
    assert left_by(end, tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_window_that_is_open_is_no_crash(tmp_path: Path) -> None:
    with another_window(tmp_path):
        [file] = tmp_path.iterdir()
        file.write_text("ValueError: a bug that its window has told of", encoding="utf-8")
        assert left_behind(tmp_path) == []
        assert file.exists()
    assert list(tmp_path.iterdir()) == []


def test_of_several_windows_each_has_its_own(tmp_path: Path) -> None:
    with another_window(tmp_path):
        [trace] = left_by("died in C", tmp_path)
        with another_window(tmp_path):
            assert len(list(tmp_path.iterdir())) == 2
    assert "Segmentation fault" in trace


def test_the_newest_crash_comes_first(tmp_path: Path) -> None:
    for end in ("broke", "died in C"):
        subprocess.run(command(end, tmp_path), capture_output=True, check=False, timeout=60)
    newest, oldest = left_behind(tmp_path)
    assert "Segmentation fault" in newest
    assert "ZeroDivisionError" in oldest


def test_a_damaged_trace_is_told_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "window-1-1.trace").write_bytes(b"Fatal \xff error")
    (tmp_path / "window-of-nobody.trace").write_bytes(b"  \n")
    assert left_behind(tmp_path) == ["Fatal � error"]
    assert list(tmp_path.iterdir()) == []


def test_where_no_file_can_be_made_the_window_opens_without(tmp_path: Path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file where the folder should be", encoding="utf-8")
    with watched(in_the_way) as trace:
        assert trace is NO_TRACE
        trace.add("a bug")
    assert left_behind(in_the_way) == []


def test_a_trace_has_its_reports_line_by_line_in_a_folder_made_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "cache"
    with watched(folder) as trace:
        trace.add("ValueError: a bug")
        trace.add("half a pair: \ud800")
        [file] = folder.iterdir()
        assert file.read_text(encoding="utf-8") == "ValueError: a bug\nhalf a pair: \\ud800\n"


def test_a_bug_after_the_window_is_closed_is_not_written_anywhere(tmp_path: Path) -> None:
    with watched(tmp_path) as trace:
        pass
    trace.add("a bug")
    assert list(tmp_path.iterdir()) == []


def test_an_error_that_is_told_elsewhere_passes_through(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="a full disk"), watched(tmp_path):
        raise ReaderError("a full disk")
    assert list(tmp_path.iterdir()) == []


def test_it_costs_the_start_next_to_nothing(tmp_path: Path) -> None:
    fastest = 1.0
    for _ in range(20):
        before = time.perf_counter()
        with watched(tmp_path):
            fastest = min(fastest, time.perf_counter() - before)
    assert fastest < 0.005
