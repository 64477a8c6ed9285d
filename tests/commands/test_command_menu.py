"""`menu`: what is written and taken away is said."""

import sys
from pathlib import Path

import pytest

from reader.base.paths import window_program
from reader.services.installed import menu_entry


def test_the_files_are_named(command, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(menu_entry.shutil, "which", lambda *_, **__: None)
    monkeypatch.setattr(menu_entry.sys, "platform", "linux")
    said = command("menu")
    assert said.code == 0
    assert said.out.count("Written: ") == 2
    assert command("menu", "--remove").out.count("Removed: ") == 2
    assert command("menu", "--remove").out == "There was no menu entry.\n"


@pytest.mark.parametrize(("unpacked", "is_ours"), [(sys.prefix, True), ("/tmp/.mount_terminal", False)])
def test_an_appimage_is_started_by_its_file_and_not_from_where_it_is_unpacked(
    command, monkeypatch, tmp_path, unpacked, is_ours
):
    monkeypatch.setattr(sys, "executable", str(Path(sys.prefix, "bin/daily-papers").resolve()))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("APPIMAGE", "/home/person/Daily.AppImage")
    monkeypatch.setenv("APPDIR", unpacked)
    monkeypatch.setattr(menu_entry.shutil, "which", lambda *_, **__: None)
    monkeypatch.setattr(menu_entry.sys, "platform", "linux")
    assert command("menu").code == 0
    entry = (tmp_path / "applications/daily-papers-reader.desktop").read_text(encoding="utf-8")
    assert ("Exec=/home/person/Daily.AppImage open %u\n" in entry) is is_ours
    assert (window_program() == ["/home/person/Daily.AppImage"]) is is_ours
