"""Folders of a profile, files written whole, and the log."""

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base import log
from reader.base.files import whole_file, write_whole
from reader.base.paths import ProfilePaths, resources, sample_library, this_program


class TestPaths:
    def test_a_profile_has_all_in_one_folder(self, tmp_path: Path) -> None:
        paths = ProfilePaths.of(tmp_path / "p")
        places = {
            "data/marks.sqlite": paths.marks,
            "data/backups": paths.backups,
            "cache/catalogue.sqlite": paths.catalogue,
            "cache/index": paths.search_index,
            "config/settings.json": paths.settings,
            "config/searches.json": paths.searches,
            "config/window.json": paths.state,
        }
        assert {place: tmp_path / "p" / place for place in places} == places
        assert paths.profile == tmp_path / "p"

    def test_a_profile_may_be_named_from_home_or_from_here(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        monkeypatch.chdir(tmp_path)
        assert ProfilePaths.of(Path("~/p")).data == tmp_path / "home" / "p" / "data"
        assert ProfilePaths.of(Path("p")).data == tmp_path / "p" / "data"
        assert ProfilePaths.of(Path("~nobody-of-this-name")).data == tmp_path / "~nobody-of-this-name" / "data"

    @pytest.mark.skipif(sys.platform != "linux", reason="the places of other systems are theirs")
    def test_without_one_they_are_the_platforms_own(self, own_home: Path) -> None:
        paths = ProfilePaths.of()
        name = "daily-papers-reader"
        assert paths == ProfilePaths(
            own_home / ".local/share" / name, own_home / ".cache" / name, own_home / ".config" / name
        )

    def test_its_folders_are_made_for_their_owner_alone(self, tmp_path: Path) -> None:
        paths = ProfilePaths.of(tmp_path / "a" / "p")
        paths.make()
        paths.make()
        modes = {stat.S_IMODE(folder.stat().st_mode) for folder in (paths.data, paths.cache, paths.config)}
        assert modes == {0o700}

    @pytest.mark.skipif(os.name != "posix", reason="rights of this kind are POSIX's")
    def test_a_cache_that_was_open_to_all_is_closed(self, tmp_path: Path) -> None:
        paths = ProfilePaths.of(tmp_path / "profile")
        paths.cache.mkdir(mode=0o755, parents=True)
        paths.make()
        assert stat.S_IMODE(paths.cache.stat().st_mode) == 0o700

    def test_resources_are_where_a_built_program_has_them(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert (sample_library()).is_dir()
        assert sample_library() == resources() / "sample"
        monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
        assert resources() != tmp_path / "resources"
        (tmp_path / "resources").mkdir()
        assert resources() == tmp_path / "resources"

    def test_this_program_starts_itself_built_or_not(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        assert this_program() == [sys.executable, "-m", "reader"]
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "executable", str(tmp_path / "daily-papers-window"))
        assert this_program() == [str(tmp_path / "daily-papers")]
        monkeypatch.setattr(sys, "platform", "win32")
        assert this_program() == [str(tmp_path / "daily-papers.exe")]


class TestWholeFiles:
    def test_text_is_utf_8_and_folders_are_made(self, tmp_path: Path) -> None:
        path = tmp_path / "a" / "b" / "c.txt"
        write_whole(path, "글\n")
        assert path.read_bytes() == "글\n".encode()
        write_whole(path, b"\xff")
        assert path.read_bytes() == b"\xff"
        assert list(path.parent.iterdir()) == [path]

    def test_half_a_file_takes_no_name_and_leaves_nothing(self, tmp_path: Path) -> None:
        path = tmp_path / "c.txt"
        path.write_text("old")
        with pytest.raises(ZeroDivisionError), whole_file(path) as file:
            file.write(b"ne")
            assert path.read_text() == "old"
            _ = 1 // 0
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.parametrize("flush", [True, False])
    def test_it_is_on_the_disk_before_it_has_its_name_unless_it_can_be_made_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flush: bool
    ) -> None:
        path = tmp_path / "c.txt"
        synced: list[bytes] = []

        def fsync(number: int) -> None:
            assert not path.exists()
            (temporary,) = tmp_path.iterdir()
            synced.append(temporary.read_bytes())

        monkeypatch.setattr(os, "fsync", fsync)
        write_whole(path, "new", flush=flush)
        assert synced == ([b"new"] if flush else [])
        assert path.read_text() == "new"


class TestLog:
    @pytest.fixture(autouse=True)
    def logger(self) -> Iterator[logging.Logger]:
        logger = logging.getLogger("reader")
        handlers, level = list(logger.handlers), logger.level
        yield logger
        for handler in set(logger.handlers) - set(handlers):
            logger.removeHandler(handler)
            handler.close()
        logger.setLevel(level)

    def test_a_line_says_when_who_and_what(self, tmp_path: Path) -> None:
        log.start(tmp_path / "cache")
        logging.getLogger("reader.marks").info("bookmarked \udcff")
        logging.getLogger("reader.marks").debug("3 rows")
        (line,) = (tmp_path / "cache" / "reader.log").read_text("utf-8").splitlines()
        assert line.endswith(f"{os.getpid()} INFO reader.marks: bookmarked \\udcff")

    def test_counts_and_milliseconds_are_there_when_asked_for(self, tmp_path: Path) -> None:
        log.start(tmp_path, debug=True)
        logging.getLogger("reader.marks").debug("3 rows")
        assert "DEBUG reader.marks: 3 rows" in (tmp_path / "reader.log").read_text("utf-8")

    def test_starting_again_writes_in_the_new_place_alone(self, tmp_path: Path) -> None:
        log.start(tmp_path / "one")
        log.start(tmp_path / "two")
        logging.getLogger("reader").info("once")
        assert (tmp_path / "one" / "reader.log").read_text() == ""
        assert (tmp_path / "two" / "reader.log").read_text().count("once") == 1

    @pytest.mark.parametrize(("size", "moved"), [(1_000_000, False), (1_000_001, True)])
    def test_a_large_log_is_put_aside_and_the_one_before_it_goes(self, tmp_path: Path, size: int, moved: bool) -> None:
        (tmp_path / "reader.log").write_bytes(b"x" * size)
        (tmp_path / "reader.old.log").write_bytes(b"older")
        log.start(tmp_path)
        assert (tmp_path / "reader.old.log").stat().st_size == (size if moved else 5)
        assert (tmp_path / "reader.log").stat().st_size == (0 if moved else size)

    def test_without_a_place_for_it_the_program_goes_on(self, tmp_path: Path, logger: logging.Logger) -> None:
        (tmp_path / "file").write_text("")
        log.start(tmp_path / "file" / "cache")
        assert [type(handler) for handler in logger.handlers if type(handler) is logging.NullHandler]
        log.start(tmp_path)
        assert not [handler for handler in logger.handlers if type(handler) is logging.NullHandler]

    def test_a_line_that_cannot_be_written_stops_nothing(self, tmp_path: Path) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("no /dev/full here")
        (tmp_path / "reader.log").symlink_to("/dev/full")
        log.start(tmp_path)
        logging.getLogger("reader").info("a line")
        with pytest.raises(OSError, match="No space left"):  # the line was written, to nowhere
            logging.getLogger("reader").handlers[-1].close()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no folder that even root cannot write into")
def test_a_file_that_cannot_be_written_is_named_as_its_reader_knows_it() -> None:
    with pytest.raises(OSError, match="paper") as raised, whole_file(Path("/proc/paper.pdf")):
        pass
    assert raised.value.filename == "/proc/paper.pdf"
