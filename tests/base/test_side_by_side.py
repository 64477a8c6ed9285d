"""Settings and histories that several processes change at once."""

import subprocess
import sys
from pathlib import Path

import pytest

ADD = """
import sys
from pathlib import Path
from reader.base.settings import Settings
Settings(Path(sys.argv[1])).add_sources([Path(sys.argv[2])])
"""


def add_eight_at_once(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    folders = [tmp_path / f"posts {number}" for number in range(8)]
    for folder in folders:
        folder.mkdir(parents=True)
    writers = [subprocess.Popen([sys.executable, "-c", ADD, str(path), str(folder)]) for folder in folders]
    assert [writer.wait(60) for writer in writers] == [0] * 8
    from reader.base.settings import Settings

    assert sorted(Settings(path).sources) == sorted(folders)


def test_of_eight_folders_added_at_once_none_is_lost(tmp_path: Path) -> None:
    add_eight_at_once(tmp_path)


@pytest.mark.slow
def test_of_eight_folders_added_at_once_none_is_lost_in_twenty_rounds(tmp_path: Path) -> None:
    for number in range(20):
        add_eight_at_once(tmp_path / str(number))
