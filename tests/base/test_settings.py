"""Settings: what is kept, what is not believed, and what other versions and other processes wrote."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reader.base.errors import ReaderError
from reader.base.paths import sample_library
from reader.base.settings import SAMPLE, SETTINGS, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def written(path: Path, values: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def test_without_a_file_every_setting_has_its_default(path: Path) -> None:
    settings = Settings(path)
    assert {setting.name: settings.get(setting.name) for setting in SETTINGS} == {
        "sources": [],
        "fetch_hours": 6.0,
        "language": "system",
        "theme": "system",
        "text_size": 16.0,
        "paused": [],
        "web_pictures": [],
        "typeface": "sans",
        "line_width": "medium",
        "line_height": "normal",
        "voice_speed": "normal",
        "density": "comfortable",
        "search_history": True,
        "search_concepts": True,
        "bare_keys": True,
        "keys": {},
        "read_after": 2.0,
        "unread_when_rewritten": False,
        "revisit_notice": False,
        "stay_ready": False,
        "updates_from": "",
        "notified_on": "",
    }
    assert all(setting.fits(setting.default) for setting in SETTINGS)
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "fitting", "unfitting"),
    [
        ("theme", ["dark", "light", "system"], ["blue", None, 1]),
        ("language", ["ko", "en", "system"], ["fr"]),
        ("text_size", [11, 11.0, 30.0, 16.5], [10.9, 30.1, True, "16", None]),
        ("read_after", [0, 0.0, 600], [-0.1, 600.1]),
        ("bare_keys", [True, False], [1, 0, "yes"]),
        ("sources", [[], ["/a", "/b"]], ["/a", [1], ["/a", None]]),
        ("keys", [{}, {"lens": ["X"], "note": []}], [[], {"lens": "X"}, {"lens": [1]}]),
        ("notified_on", ["", "2026-11-28"], [None, 3]),
    ],
)
def test_a_value_that_does_not_fit_is_neither_kept_nor_believed(
    path: Path, name: str, fitting: list[Any], unfitting: list[Any]
) -> None:
    for value in fitting:
        Settings(path).set(name, value)
        assert Settings(path).get(name) == value
    before = path.read_text("utf-8")
    for value in unfitting:
        with pytest.raises(ValueError, match=name):
            Settings(path).set(name, value)
        assert path.read_text("utf-8") == before
        assert Settings(written(path, {name: value})).get(name) == Settings(path.with_name("none")).get(name)
        path.write_text(before, encoding="utf-8")


def test_what_another_process_changed_meanwhile_is_kept(path: Path) -> None:
    window = Settings(path)
    Settings(path).set("theme", "dark")
    window.set("text_size", 20.0)
    assert json.loads(path.read_text("utf-8")) == {"theme": "dark", "text_size": 20.0}
    assert window.get("theme") == "dark"


def test_what_a_newer_version_kept_stays(path: Path) -> None:
    Settings(written(path, {"from the future": [1], "언어": "값"})).set("theme", "dark")
    text = path.read_text("utf-8")
    assert json.loads(text) == {"from the future": [1], "언어": "값", "theme": "dark"}
    assert '\n  "언어": "값"' in text, "people read it too"
    assert text.endswith("}\n")


@pytest.mark.parametrize("text", [b"{", b"\xff", b"[]", b"[" * 100_000], ids=["cut", "bytes", "list", "deep"])
def test_unreadable_settings_are_put_aside_each_under_a_name_of_its_own(path: Path, text: bytes) -> None:
    path.parent.mkdir(parents=True)
    for _ in range(3):
        path.write_bytes(text)
        assert Settings(path).get("theme") == "system"
    names = ["settings.broken.json", "settings.broken2.json", "settings.broken3.json"]
    assert sorted(each.name for each in path.parent.iterdir()) == names
    assert (path.parent / names[2]).read_bytes() == text


def test_settings_that_cannot_be_read_or_written_are_said_with_their_path(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(ReaderError, match=r"settings\.json cannot be read: Is a directory\."):
        Settings(path)
    path.rmdir()
    settings = Settings(path)
    path.parent.rmdir()
    path.parent.write_text("a file")
    with pytest.raises(ReaderError, match=r"cannot be read|could not be saved in .*settings\.json"):
        settings.set("theme", "dark")
    assert settings.get("theme") == "system"


class TestSources:
    def test_they_stay_in_the_order_they_were_added_and_none_is_there_twice(self, path: Path, tmp_path: Path) -> None:
        folders = [tmp_path / name for name in ("b", "a", "c")]
        for folder in folders:
            folder.mkdir()
        settings = Settings(path)
        settings.add_sources([folders[0], folders[1], tmp_path / "c" / ".." / "b"])
        settings.add_sources(iter([folders[1], folders[2]]))
        assert settings.sources == folders
        settings.remove_source(folders[1])
        assert Settings(path).sources == [folders[0], folders[2]]

    def test_nothing_new_writes_nothing(self, path: Path, tmp_path: Path) -> None:
        settings = Settings(path)
        settings.add_sources([])
        assert not path.exists()

    def test_the_sample_library_is_kept_by_name_since_its_path_changes(self, path: Path) -> None:
        settings = Settings(path)
        settings.add_sources([sample_library()])
        assert json.loads(path.read_text("utf-8")) == {"sources": [SAMPLE]}
        assert settings.sources == [sample_library()]
        settings.remove_source(sample_library())
        assert settings.sources == []

    def test_a_tilde_is_home_and_a_folder_called_so_is_itself(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        (tmp_path / "posts").mkdir()
        settings = Settings(path)
        settings.add_sources([Path("~/posts")])
        assert settings.sources == [tmp_path / "posts"]
        monkeypatch.chdir(tmp_path)
        (tmp_path / "~").mkdir()
        settings.add_sources([Path("~")])
        assert settings.sources[1] == tmp_path / "~"

    @pytest.mark.parametrize("name", ["missing", "~nobody-of-this-name/posts"])
    def test_a_folder_that_is_not_there_is_said_and_none_is_added(self, path: Path, tmp_path: Path, name: str) -> None:
        settings = Settings(path)
        with pytest.raises(ReaderError, match=f"There is no folder .*{name}"):
            settings.add_sources([tmp_path, Path(name)])
        assert settings.sources == []

    def test_a_path_that_is_no_text_is_said(self, path: Path, tmp_path: Path) -> None:
        folder = tmp_path / "\udcff"
        folder.mkdir()
        with pytest.raises(ReaderError, match="no UTF-8"):
            Settings(path).add_sources([folder])


def test_what_no_path_can_be_is_no_source(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"sources": ["\ud800", "", "here", str(tmp_path)]}), encoding="utf-8")
    assert Settings(path).sources == [tmp_path]


def test_a_pipe_in_place_of_the_settings_keeps_nobody_waiting(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    with pytest.raises(ReaderError, match="no file"):
        Settings(path)
