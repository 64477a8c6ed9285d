"""The command line as a whole: profiles, exit codes, pipes and poor surroundings."""

import json
import os
from pathlib import Path

import pytest

from reader import __version__
from reader.commands import cli
from tests.command_line import CommandLine, needs_others_to_reach_the_program, ran, tree_of, without_rights
from tests.factories import numbered, paper, post, write_post

KEY = "2501.00002"


def test_the_profile_stands_before_or_behind_the_command(
    synced: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = str(synced.profile)
    for words in (
        ["--profile", profile, "list"],
        ["list", "--profile", profile],
        [f"--profile={profile}", "list"],
        ["list", f"--profile={profile}", "--debug"],
        ["--debug", "--profile", profile, "list"],
    ):
        assert cli.run(words) == 0
        assert len(capsys.readouterr().out.splitlines()) == 6


def test_everything_of_a_profile_is_in_its_folder(synced: CommandLine, own_home: Path) -> None:
    before = tree_of(own_home)
    synced("note", KEY, "메모")
    synced("search", "정확도")
    assert {entry.name for entry in synced.profile.iterdir()} == {"data", "cache", "config"}
    assert tree_of(own_home) == before


def test_a_relative_profile_is_of_the_folder_one_is_in(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run(["sync", str(folder), "--profile", "~nobody-of-that-name/p"]) == 0
    assert (tmp_path / "~nobody-of-that-name" / "p" / "data").is_dir()


def test_help_and_version_are_fine_and_a_wrong_word_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert cli.run(["--help"]) == 0
    told = capsys.readouterr().out
    for name in ("sync", "list", "search", "show", "bookmark", "note", "read", "check", "shot"):
        assert name in told
    for words in (["list", "--nonsense"], ["--profile"], ["sync", "--json", "--events"], ["a folder", "and more"]):
        assert cli.run(words) == 2
        assert capsys.readouterr().out == ""


def test_a_profile_that_is_a_file_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.write_text("nothing of ours")
    command = CommandLine(file, capsys)
    for words in (["sync"], ["bookmark", KEY], ["show", KEY]):
        assert command(*words).complaint
    assert file.read_text() == "nothing of ours"


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", "\0" * 100, "[" * 100_000, '{"sources": '])
def test_broken_settings_are_put_aside_and_kept(command: CommandLine, folder: Path, text: str) -> None:
    settings = command.profile / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    for _ in range(2):
        settings.write_text(text, encoding="utf-8")
        assert command("sync", folder, "--json").json["posts"] == 3
    kept = sorted(settings.parent.glob("*broken*"))
    assert [path.read_text(encoding="utf-8") for path in kept] == [text, text]


def test_settings_that_an_editor_saved_with_a_byte_order_mark_are_read(command: CommandLine, folder: Path) -> None:
    settings = command.profile / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text("\ufeff" + json.dumps({"sources": [str(folder)]}), encoding="utf-8")
    assert command("sync", "--json").json["posts"] == 3
    assert list(settings.parent.glob("*broken*")) == []


@pytest.mark.parametrize("sources", ["7", "null", '"/tmp"', "[1, 2]", '{"a": 1}', "[[]]"])
def test_settings_of_other_types_are_as_if_they_were_not_there(
    command: CommandLine, folder: Path, sources: str
) -> None:
    settings = command.profile / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'{{"sources": {sources}, "theme": 3, "text_size": "big", "of_tomorrow": [1]}}')
    assert command("sync", "--json").json["posts"] == 0
    assert command("sync", folder, "--json").json["posts"] == 3
    assert '"of_tomorrow"' in settings.read_text()


def test_a_settings_file_that_is_a_folder_is_said_in_one_line(command: CommandLine, folder: Path) -> None:
    (command.profile / "config" / "settings.json").mkdir(parents=True)
    assert "settings" in command("sync", folder).complaint


def test_a_reader_who_stops_early_is_no_trouble(synced: CommandLine) -> None:
    said = synced.shell("set -o pipefail; $R list | head -1")
    assert (len(said.out.splitlines()), said.err) == (1, "")
    said = synced.shell("$R list | true; $R list --json | true; $R show 2501.00001 | true")
    assert (said.out, said.err) == ("", "")
    many = [paper(n, "A Long Title " * 12 + str(n), f"https://arxiv.org/abs/2509.{n:05d}", {}) for n in range(1, 900)]
    write_post(Path(synced.profile.parent) / "many", "a.md", post(many))
    synced("sync", synced.profile.parent / "many")
    said = synced.shell("set -o pipefail; $R list | head -1")  # 180 kB: more than a pipe holds
    assert (len(said.out.splitlines()), said.err) == (1, "")
    assert said.code == 1


def test_output_that_finds_no_room_is_said_in_one_line(synced: CommandLine) -> None:
    assert "No space left" in synced.shell("$R list > /dev/full").complaint


def test_a_bare_locale_speaks_hangul_all_the_same(synced: CommandLine) -> None:
    bare = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "", "PYTHONCOERCECLOCALE": "0"}
    assert synced.process("note", KEY, "한글 메모", env=bare).code == 0
    assert "한글 메모" in synced.process("show", KEY, env=bare).out
    said = synced.process("note", KEY, "--file", "-", stdin="다른 메모".encode(), env={**bare, "LC_ALL": "POSIX"})
    assert said.code == 0
    assert synced("note", KEY).out == "다른 메모\n"


def test_without_a_home_a_profile_does(synced: CommandLine) -> None:
    words = synced.words("list", "--json")
    said = ran(["env", "-u", "HOME", "-u", "XDG_DATA_HOME", "-u", "XDG_CACHE_HOME", "-u", "XDG_CONFIG_HOME", *words])
    assert said.json["total"] == 6


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody without rights")
class TestWithoutRights:
    """As somebody who may read and not write; the program is root's."""

    @pytest.fixture
    def seen(self, synced: CommandLine) -> CommandLine:
        needs_others_to_reach_the_program()
        synced("bookmark", KEY)
        for path in [*synced.profile.parents, *synced.profile.rglob("*"), synced.profile]:
            if path.is_relative_to("/tmp") and path != Path("/tmp"):
                path.chmod(0o755 if path.is_dir() else 0o644)
        return synced

    def test_list_search_and_show_work_and_what_writes_says_why_not(self, seen: CommandLine) -> None:
        before = tree_of(seen.profile)
        said = ran(without_rights(seen.words("list", "--json")))
        assert said.json["total"] == 6
        assert sum(paper["bookmarked"] for paper in said.json["papers"]) == 1
        assert ran(without_rights(seen.words("search", "정확도", "--json"))).json["total"] == 5
        assert ran(without_rights(seen.words("show", KEY, "--json"))).json["bookmarked"]
        for words in (["sync"], ["bookmark", KEY]):
            assert "rights" in (text := ran(without_rights(seen.words(*words))).complaint) or "Allow" in text
        assert tree_of(seen.profile) == before

    def test_a_profile_nobody_may_look_into_is_said_in_one_line(self, seen: CommandLine) -> None:
        (seen.profile / "data").chmod(0o700)
        (seen.profile / "cache").chmod(0o700)
        for words in (["list"], ["show", KEY], ["sync"]):
            assert ran(without_rights(seen.words(*words))).complaint

    def test_files_that_may_not_be_read_keep_their_papers(self, seen: CommandLine, folder: Path) -> None:
        hidden = write_post(folder, "2025-03-01-hidden.md", post(numbered(1, "2503")))
        hidden.chmod(0o600)
        for path in seen.profile.rglob("*"):
            path.chmod(0o777 if path.is_dir() else 0o666)
        report = ran(without_rights(seen.words("sync", "--json"))).json
        assert report["posts"] == 3
        assert [warning["code"] for warning in report["warnings"]] == ["unreadable"]
        assert "hidden.md" in ran(without_rights(seen.words("check", folder))).complaint


def test_a_sync_names_the_posts_that_it_could_not_read(synced: CommandLine, tmp_path: Path) -> None:
    write_post(tmp_path / "more", "2025-02-02-a.md", post(numbered(1)))
    for number in range(7):
        (tmp_path / "more" / f"2025-03-0{number}-a.md").symlink_to(f"2025-03-0{number}-a.md")
    said = synced("sync", tmp_path / "more")
    assert said.code == 0
    assert said.out.count("Could not be looked into: ") == 5
    assert "… and 2 more that could not be read." in said.out
