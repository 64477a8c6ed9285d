"""What a reset knows as the program's own, by its names, and what it leaves to whoever it belongs to."""

import logging
from pathlib import Path

import pytest
from filelock import FileLock

from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.services.installed import reset as resetting
from reader.services.installed.reset import LINK, STRANGE, reset, survey

KINDS = {
    "cache/catalogue.sqlite": "catalogue",
    "cache/catalogue.sqlite-wal": "catalogue",
    "cache/catalogue.sqlite.left": "catalogue",
    "cache/index.owner": "search index",
    "cache/index/manifest.json": "search index",
    "cache/index/write.lock": "search index",
    "cache/index/store-7/MAIN.toc": "search index",
    "cache/page.json": "cache",
    "cache/window.picture": "cache",
    "cache/brackets.json": "cache",
    "cache/learnt.json": "cache",
    "cache/sync.lock": "cache",
    "cache/.page.json.77.tmp": "cache",
    "cache/reader.log": "log",
    "cache/reader.old.log": "log",
    "cache/crash-20261121-101500.txt": "log",
    "config/settings.json": "settings",
    "config/settings.broken2.json": "settings",
    "config/searches.json": "search history",
    "config/uses.json.lock": "search history",
    "config/window.json": "window state",
}
STRANGERS = (
    "cache/mine.txt",
    "cache/crash-2026.txt",
    "cache/index/other",
    "cache/page.json.tmp",
    "config/settings.json.bak",
)


@pytest.fixture
def places(tmp_path: Path) -> ProfilePaths:
    places = ProfilePaths.of(tmp_path)
    for name in (*KINDS, f"cache/{places.repositories.name}/blog-1.git/HEAD"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("five!")
    return places


def kinds(places: ProfilePaths) -> dict[str, str]:
    top = places.profile
    assert top is not None
    return {found.path.relative_to(top).as_posix(): found.kind for found in survey(places).found}


def test_each_file_of_the_program_is_known_by_its_name(places: ProfilePaths) -> None:
    assert kinds(places) == KINDS | {f"cache/{places.repositories.name}/blog-1.git/HEAD": "copies of repositories"}
    assert {found.size for found in survey(places).found} == {5}
    assert survey(places).left == survey(places).failed == ()


def test_all_of_it_goes_with_its_folders(places: ProfilePaths, tmp_path: Path) -> None:
    wanted = {found.path for found in survey(places).found}
    done = reset(places)
    gone = {found.path for found in done.found}
    assert wanted - gone <= {places.catalogue.with_name("catalogue.sqlite-wal")}  # SQLite takes its log along
    assert (done.left, done.failed) == ((), ())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", STRANGERS)
def test_what_is_called_otherwise_stays_and_is_named(places: ProfilePaths, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    assert [(each.path, each.why) for each in survey(places).left] == [(tmp_path / name, STRANGE)]
    reset(places)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / name]


def test_a_folder_in_the_place_of_a_file_and_a_link_stay(places: ProfilePaths, tmp_path: Path) -> None:
    (tmp_path / "cache" / "page.json").unlink()
    (tmp_path / "cache" / "page.json").mkdir()
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "cache" / "reader.log").unlink()
    (tmp_path / "cache" / "reader.log").symlink_to(tmp_path / "precious")
    left = {each.path.name: each.why for each in reset(places).left}
    assert left == {"page.json": "not of this program", "reader.log": "a link"}
    assert (LINK, STRANGE) == ("a link", "not of this program")
    assert (tmp_path / "precious").read_text() == "mine"


@pytest.mark.parametrize("folder", ["data", "one"])
def test_where_the_system_has_one_folder_for_several_things_beside_the_marks_all_else_stays(
    places: ProfilePaths, tmp_path: Path, folder: str
) -> None:
    together = tmp_path / folder
    together.mkdir(exist_ok=True)
    for name in ("page.json", "settings.json", "mine.txt"):
        (together / name).write_text("five!")
    places = places._replace(cache=together, config=together, data=tmp_path / "data")
    found = {each.path.name: each.kind for each in survey(places).found}
    assert found == {"page.json": "cache", "settings.json": "settings"}
    assert len(survey(places).found) == 2
    assert [each.path.name for each in survey(places).left] == ([] if folder == "data" else ["mine.txt"])


def test_a_folder_that_cannot_be_read_is_told(places: ProfilePaths, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = places.cache

    def denied(path: Path) -> object:
        if path == cache:
            raise PermissionError(13, "Permission denied", str(path))
        return iterdir(path)

    iterdir = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", denied)
    said = survey(places)
    assert [(each.path, each.why) for each in said.failed] == [(cache, "Permission denied")]
    assert {each.kind for each in said.found} == {"settings", "search history", "window state"}


def test_a_file_that_cannot_be_removed_is_told_and_hinders_no_other(
    places: ProfilePaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path.name == "page.json":
            raise PermissionError(13, "in use", str(path))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    done = reset(places)
    assert [(each.path.name, each.why) for each in done.failed] == [("page.json", "in use")]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["page.json"]


def test_nothing_is_removed_while_a_sync_runs(places: ProfilePaths) -> None:
    with (
        FileLock(places.cache / "sync.lock"),
        pytest.raises(ReaderError, match=r"^A sync of this profile is running\. Wait for it to end, then try again\.$"),
    ):
        reset(places)
    assert len(kinds(places)) == len(KINDS) + 1


def test_a_profile_nobody_used_has_nothing(tmp_path: Path) -> None:
    assert reset(ProfilePaths.of(tmp_path / "none")) == ((), (), ())
    assert resetting.survey(ProfilePaths.of(tmp_path / "none")).found == ()
    assert logging.getLogger("reader.services.installed.reset") is resetting._log
