"""The menu entry of an installation by pip: where desktops look, started by the right file, and taken away whole."""

import shutil
import subprocess
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.services.installed import menu_entry


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(menu_entry.sys, "platform", "linux")
    return tmp_path / "data"


def test_the_entry_starts_this_installation_and_opens_links(data):
    entry, icon = menu_entry.install(["/opt/a/bin/daily-papers"])
    assert entry == data / "applications/daily-papers-reader.desktop"
    lines = entry.read_text(encoding="utf-8").splitlines()
    assert "Exec=/opt/a/bin/daily-papers open %u" in lines
    assert "MimeType=x-scheme-handler/daily-papers;" in lines
    assert not [line for line in lines if line.startswith("TryExec")]
    assert icon.read_bytes().lstrip().startswith(b"<")


@pytest.mark.parametrize(
    ("path", "quoted"),
    [
        ("/home/김/bin/x", "/home/김/bin/x"),
        ("/my home/x", '"/my home/x"'),
        ('/a"b/x', r'"/a\\"b/x"'),
        ("/a$b/x", r'"/a\\$b/x"'),
        ("/100%/x", "/100%%/x"),
    ],
)
def test_any_path_is_written_as_desktops_read_it(data, path, quoted):
    entry, _ = menu_entry.install([path])
    assert f"Exec={quoted} open %u" in entry.read_text(encoding="utf-8").splitlines()


def test_what_was_made_is_taken_away_and_nothing_else(data):
    made = menu_entry.install(["x"])
    other = data / "applications/other.desktop"
    other.touch()
    assert menu_entry.remove() == made
    assert [file for file in data.rglob("*") if file.is_file()] == [other]
    assert menu_entry.remove() == []


def test_desktops_with_a_table_of_handlers_are_told(data, monkeypatch):
    told: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda command, **_: told.append(command))
    menu_entry.install(["x"])
    assert [command[1:] for command in told] == [
        [str(data / "applications")],
        ["default", "daily-papers-reader.desktop", "x-scheme-handler/daily-papers"],
    ]


def test_a_folder_that_may_not_be_written_is_told(data):
    data.touch()
    with pytest.raises(ReaderError, match="cannot be written"):
        menu_entry.install(["x"])


def test_elsewhere_the_installer_makes_it(data, monkeypatch):
    monkeypatch.setattr(menu_entry.sys, "platform", "win32")
    with pytest.raises(ReaderError, match="on Linux only"):
        menu_entry.install(["x"])
