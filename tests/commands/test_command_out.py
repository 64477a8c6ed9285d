"""Where -o writes: links stay links, files keep their modes, pipes and devices are written to and never replaced."""

import os
import stat
import threading
from pathlib import Path

import pytest

from tests.command_line import CommandLine

WORDS = ("export", "--format", "csv", "-o")


def test_a_link_stays_a_link_and_its_file_keeps_its_mode(synced: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    file, link, nowhere = tmp_path / "there" / "papers.csv", tmp_path / "link.csv", tmp_path / "new.csv"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    nowhere.symlink_to(tmp_path / "there" / "new.csv")
    for out in (link, nowhere):
        assert synced(*WORDS, out).code == 0
        assert out.is_symlink()
        assert "arXiv:2501.00001" in out.read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in (tmp_path / "there").iterdir()) == ["new.csv", "papers.csv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("form", ["csv", "zip"])
def test_a_pipe_is_written_to(synced: CommandLine, form: str, tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reading = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reading.start()
    assert synced("export", "--format", form, "-o", pipe).code == 0
    reading.join(10)
    assert len(read[0]) > 20
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_device_is_never_replaced(synced: CommandLine) -> None:
    assert "/dev/full" in synced(*WORDS, "/dev/full").complaint
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    assert synced(*WORDS, "/dev/null").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
