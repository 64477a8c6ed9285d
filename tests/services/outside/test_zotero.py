"""Papers go into the Zotero that runs here, once, with notes and labels; what hinders it is said in a sentence."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.factories import numbered, paper, post, write_post
from tests.network import loopback
from tests.network.loopback import Loopback, says
from tests.services.outside.zotero_double import ZoteroDouble

KEYS = ("2501.00001", "2501.00002")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    with loopback.serving() as server:
        monkeypatch.setenv("DAILY_PAPERS_ZOTERO", server.address)
        yield server


@pytest.fixture
def command(server: Loopback, profile: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    command = CommandLine(profile, capsys)
    elsewhere = paper(4, "Elsewhere", "https://example.org/a")
    write_post(tmp_path / "posts", "2025-01-02.md", post([*numbered(40), elsewhere]))
    command("sync", tmp_path / "posts")
    command("note", KEYS[0], "**Bold** & 생각\n\n<script>alert(1)</script>")
    command("label", KEYS[0], "읽을 것")
    return command


@pytest.fixture(params=["off", "reads", "writes"])
def zotero(request: pytest.FixtureRequest, server: Loopback) -> ZoteroDouble:
    double = ZoteroDouble(request.param)
    server.answers = [double]
    return double


def test_papers_arrive_with_notes_and_labels_by_either_way(command: CommandLine, zotero: ZoteroDouble) -> None:
    said = command("zotero", *KEYS, "https://example.org/a", "--json").json
    way = "api" if zotero.api == "writes" else "connector"
    assert said == {
        "sent": [*KEYS, "https://example.org/a"],
        "there": [],
        "where": "My Library",
        "way": way,
        "cancelled": False,
    }
    first, _, last = zotero.items
    assert (first["itemType"], first["archiveID"], first["repository"]) == ("preprint", "arXiv:2501.00001", "arXiv")
    assert (first["title"], first["date"]) == ("Paper Number 1 of 2501", "2025-01")
    assert first["tags"] == [{"tag": "읽을 것"}]
    assert (last["itemType"], last["url"]) == ("webpage", "https://example.org/a")
    (note,) = zotero.notes
    assert "<strong>Bold</strong> &amp; 생각" in note["note"]
    assert "<script>" not in note["note"]
    if way == "api":
        assert note["parentItem"] == first["key"]


def test_sending_again_adds_nothing(command: CommandLine, zotero: ZoteroDouble) -> None:
    command("zotero", *KEYS)
    said = command("zotero", *KEYS, "2501.00003", "--json").json
    assert (said["there"], said["sent"]) == (list(KEYS), ["2501.00003"])
    assert len(zotero.items) == 3


def test_what_zotero_has_from_elsewhere_is_not_added(command: CommandLine, zotero: ZoteroDouble) -> None:
    zotero.items.append({"itemType": "preprint", "title": "x", "url": "http://arxiv.org/abs/2501.00001v2"})
    said = command("zotero", *KEYS, "--json").json
    assert said["there"] == ([] if zotero.api == "off" else [KEYS[0]])


def test_an_answer_that_was_lost_leads_to_no_second_copy(command: CommandLine, zotero: ZoteroDouble) -> None:
    zotero.broken = loopback.closes
    assert command("zotero", *KEYS).code == 1
    assert len(zotero.items) == 2
    assert command("zotero", *KEYS, "--json").json["there"] == list(KEYS)
    assert len(zotero.items) == 2


def test_many_papers_go_in_several_writes(command: CommandLine, zotero: ZoteroDouble) -> None:
    said = command("zotero", "--search", "Paper", "--json").json
    assert len(said["sent"]) == len(zotero.items) >= 40
    assert zotero.dialogs == (1 if zotero.api == "writes" else 0)


def test_a_deleted_paper_is_sent_again_when_that_is_asked_for(command: CommandLine, zotero: ZoteroDouble) -> None:
    command("zotero", *KEYS)
    zotero.items.clear()
    assert command("zotero", *KEYS, "--json").json["sent"] == []
    assert command("zotero", *KEYS, "--again", "--json").json["sent"] == list(KEYS)


def test_notes_can_be_left_out(command: CommandLine, zotero: ZoteroDouble) -> None:
    command("zotero", *KEYS, "--no-notes")
    assert zotero.notes == []


def test_the_collection_chosen_there_is_where_papers_go(command: CommandLine, zotero: ZoteroDouble) -> None:
    zotero.selected.update(id=7, name="Reading")
    assert command("zotero", *KEYS, "--json").json["where"] == "My Library › Reading"
    if zotero.api == "writes":
        assert zotero.items[0]["collections"] == ["COLL2345"]


@pytest.mark.parametrize(
    "change",
    [
        lambda double: double.selected.update(libraryID=5, libraryName="Group"),
        lambda double: (double.selected.update(id=7, name="Reading"), double.collections.append(double.collections[0])),
    ],
)
def test_where_the_api_cannot_say_which_collection_the_connector_does(
    command: CommandLine, server: Loopback, change: object
) -> None:
    double = ZoteroDouble("writes")
    server.answers = [double]
    change(double)  # type: ignore[operator]
    assert command("zotero", *KEYS, "--json").json["way"] == "connector"
    assert len(double.items) == 2


def test_leave_to_write_is_asked_for_once_or_each_time_as_the_person_says(
    command: CommandLine, server: Loopback
) -> None:
    double = ZoteroDouble("writes")
    server.answers = [double]
    command("zotero", KEYS[0])
    command("zotero", KEYS[1])
    assert double.dialogs == 1
    double.keys.clear()
    double.remembers = False
    command("zotero", "2501.00003")
    command("zotero", "2501.00004")
    assert (double.dialogs, len(double.items)) == (3, 4)
    ledger = command.profile / "data" / "zotero.json"
    assert ledger.stat().st_mode & 0o077 == 0


def test_who_denies_is_not_passed_by(command: CommandLine, server: Loopback) -> None:
    double = ZoteroDouble("writes")
    double.allows = False
    server.answers = [double]
    assert "Deny" in command("zotero", *KEYS).complaint
    assert double.items == []


def test_not_running_is_said_in_a_sentence(command: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAILY_PAPERS_ZOTERO", "http://127.0.0.1:1")
    assert command("zotero", *KEYS).complaint == "Zotero is not running. Start it, then try again."


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (says("<html>a printer</html>"), "no Zotero"),
        (says("", 404), "no Zotero"),
        (says("", 302, Location="http://example.org/"), "not running"),
        (loopback.babbles, "not running"),
    ],
)
def test_another_program_at_that_place_gets_no_paper(
    command: CommandLine, server: Loopback, answer: loopback.Answer, words: str
) -> None:
    server.answers = [answer]
    assert words in command("zotero", *KEYS).complaint
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (says("oh", 500), "did not take the papers .500.: oh"),
        (says("", 302, Location="http://example.org/"), "sends on to example.org"),
        (loopback.half(b"x" * 100), "broke off"),
    ],
)
def test_a_write_that_fails_is_said_and_nothing_is_taken_for_sent(
    command: CommandLine, server: Loopback, broken: loopback.Answer, words: str
) -> None:
    import re

    double = ZoteroDouble("off")
    double.broken = broken
    server.answers = [double]
    assert re.search(words, command("zotero", *KEYS).complaint)
    assert not (command.profile / "data" / "zotero.json").exists()


def test_a_library_that_cannot_be_written_to_is_said(command: CommandLine, zotero: ZoteroDouble) -> None:
    zotero.selected["libraryEditable"] = False
    assert "cannot be written to" in command("zotero", *KEYS).complaint


def test_an_api_that_talks_nonsense_is_said(command: CommandLine, server: Loopback) -> None:
    double = ZoteroDouble("writes")
    server.answers = [double]
    double.broken = says("<html>")
    assert "does not speak as Zotero does" in command("zotero", *KEYS).complaint


def test_nothing_is_asked_without_papers(command: CommandLine, server: Loopback) -> None:
    assert "Say which papers" in command("zotero").complaint
    assert server.asked == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_where_the_sent_ones_are_kept_keeps_nobody_waiting(command: CommandLine, zotero: ZoteroDouble) -> None:
    os.mkfifo(command.profile / "data" / "zotero.json")
    assert "zotero.json cannot be read" in command("zotero", "2501.00001").complaint
