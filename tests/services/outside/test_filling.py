"""Authors are filled in from arXiv when a person asks: once, batch by batch, and whoever was stopped goes on."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.services.outside.filling import Asking, fill
from reader.services.profile import Profile
from tests.arxiv.answers import AUTHORS, arxiv, entry, feed
from tests.command_line import CommandLine
from tests.factories import numbered, paper, post, write_post
from tests.network import loopback
from tests.network.loopback import Loopback, says

FIRST = "2501.00001"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    with loopback.serving() as server:
        server.answers = [arxiv(entry)]
        monkeypatch.setenv("DAILY_PAPERS_ARXIV", server.address)
        monkeypatch.setattr("reader.arxiv.client.BETWEEN_SECONDS", 0.0)
        yield server


@pytest.fixture
def command(server: Loopback, profile: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    command = CommandLine(profile, capsys)
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(3)))
    elsewhere = paper(1, "Elsewhere", "https://example.org/a")
    write_post(tmp_path / "posts", "2025-01-03.md", post([elsewhere], date="2025-01-03"))
    command("sync", tmp_path / "posts")
    return command


def test_nothing_is_asked_until_a_person_asks(command: CommandLine, server: Loopback, tmp_path: Path) -> None:
    command("show", FIRST)
    command("export", "--format", "bibtex", "-o", tmp_path / "a.bib")
    command("search", "Paper")
    assert "keys, --bookmarked" in command("fill").complaint
    assert server.asked == []


def test_papers_are_filled_in_once(command: CommandLine, server: Loopback) -> None:
    said = command("fill", FIRST, "2501.00002", "https://example.org/a", "--json").json
    assert said.pop("seconds") >= 0
    assert said == {
        "filled": [FIRST, "2501.00002"],
        "known": [],
        "absent": [],
        "elsewhere": ["https://example.org/a"],
        "cancelled": False,
    }
    again = command("fill", FIRST, "2501.00003", "--json").json
    assert (again["known"], again["filled"], again["absent"]) == ([FIRST], ["2501.00003"], [])
    assert [each.path.split("&")[0].partition("=")[2] for each in server.asked] == [f"{FIRST},2501.00002", "2501.00003"]
    assert command("fill", FIRST, "--again", "--json").json["filled"] == [FIRST]
    assert len(server.asked) == 3


def test_an_id_that_arxiv_does_not_know_is_not_asked_for_again(command: CommandLine, server: Loopback) -> None:
    server.answers = [says(feed())]
    assert command("fill", FIRST, "--json").json["absent"] == [FIRST]
    assert command("fill", FIRST, "--json").json["known"] == [FIRST]
    assert len(server.asked) == 1


def test_all_of_a_label_or_a_search_can_be_filled_in(command: CommandLine) -> None:
    command("label", FIRST, "thesis")
    assert command("fill", "--label", "thesis", "--json").json["filled"] == [FIRST]
    assert len(command("fill", "--search", "Number", "--json").json["filled"]) == 2


def test_what_came_before_a_server_failed_is_kept_and_the_next_run_goes_on(
    command: CommandLine, server: Loopback
) -> None:
    ids = [PaperKey(f"2502.{n:05d}") for n in range(250)]
    server.answers = [arxiv(entry), says("no", 403), arxiv(entry)]
    with Profile(ProfilePaths.of(command.profile)) as profile:
        asking = Asking(server.address)
        with pytest.raises(ReaderError, match="refuses"):
            fill(profile, ids, asking)
        done = fill(profile, ids, asking)
    assert (len(done.known), len(done.filled), len(server.asked)) == (100, 150, 4)


def test_whoever_cancels_keeps_what_came(command: CommandLine, server: Loopback) -> None:
    ids = [PaperKey(f"2502.{n:05d}") for n in range(250)]
    told: list[dict[str, object]] = []
    with Profile(ProfilePaths.of(command.profile)) as profile:
        asking = Asking(
            server.address, tell=told.append, cancelled=lambda: any(each.get("done") == 100 for each in told)
        )
        done = fill(profile, ids, asking)
        assert (done.cancelled, len(done.filled)) == (True, 100)
        assert len(fill(profile, ids, Asking(server.address)).known) == 100
    assert told[0] == {"event": "progress", "stage": "fill", "done": 0, "total": 250}


def test_two_at_a_time_do_not_ask(command: CommandLine, server: Loopback) -> None:
    from filelock import FileLock

    places = ProfilePaths.of(command.profile)
    with FileLock(places.details.with_suffix(".lock")):
        assert "asked already" in command("fill", FIRST).complaint
    assert server.asked == []


def test_the_window_hears_of_it_line_by_line(command: CommandLine, server: Loopback) -> None:
    lines = command("fill", FIRST, "--events").lines
    assert [line["event"] for line in lines] == ["progress", "progress", "done"]
    server.answers = [says("no", 403)]
    failed = command("fill", "2501.00002", "--events")
    assert failed.code == 1
    assert json.loads(failed.out.splitlines()[-1])["event"] == "failed"


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json", "csv", "md", "html"])
def test_what_arxiv_said_is_exported(command: CommandLine, form: str, tmp_path: Path) -> None:
    command("fill", FIRST)
    out = tmp_path / "out"
    command("export", "--format", form, FIRST, "-o", out)
    text = next(out.glob("*.md")).read_text("utf-8") if form == "md" else out.read_text("utf-8")
    assert "Oord" in text
    if form != "html":
        assert "10.1234/abc.5" in text


def test_an_export_may_fill_in_before(command: CommandLine, server: Loopback, tmp_path: Path) -> None:
    command("export", "--format", "bibtex", FIRST, "-o", tmp_path / "a.bib")
    assert server.asked == []
    said = command("export", "--format", "bibtex", "--fill", FIRST, "-o", tmp_path / "a.bib", "--events").lines
    assert said[0]["stage"] == "fill"
    assert "van den Oord" in (tmp_path / "a.bib").read_text("utf-8")
    server.answers = [says("no", 403)]
    assert "refuses" in command("export", "--format", "ris", "--fill", "2501.00002", "-o", tmp_path / "b").complaint
    assert not (tmp_path / "b").exists()


def test_show_says_what_arxiv_said(command: CommandLine) -> None:
    assert command("show", FIRST, "--json").json["arxiv"] is None
    command("fill", FIRST)
    said = command("show", FIRST, "--json").json["arxiv"]
    assert (said["authors"], said["published"], said["version"]) == (list(AUTHORS), "2025-01-02", 2)
    assert "van den Oord" in command("show", FIRST).out


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("author:oord", 1),
        ("author:muller", 1),
        ('author:"van den oord"', 1),
        ('author:"Oord, Aäron"', 1),
        ("author:aaron author:민준", 1),
        ("author:zoe-oord", 0),
        ("저자:김", 1),
        ("author:nobody", 0),
        ("cat:cs.CL", 1),
        ("cat:CS.cl", 1),
        ("cat:cs", 1),
        ("cat:stat", 1),
        ("cat:cs.C", 0),
        ("분류:stat.ML Paper", 1),
        ("Paper -cat:cs.CL", 2),
    ],
)
def test_papers_are_found_by_author_and_category(command: CommandLine, query: str, count: int) -> None:
    command("fill", FIRST)
    assert command("search", query, "--json").json["total"] == count


def test_what_needs_no_asking_is_told_as_done(profile: Path) -> None:
    said: list[dict[str, object]] = []
    with Profile(ProfilePaths.of(profile)) as opened:
        done = fill(opened, [PaperKey("https://example.org/a")], Asking(tell=said.append))
    assert (done.elsewhere, done.cancelled) == (("https://example.org/a",), False)
    assert said == [{"event": "progress", "stage": "fill", "done": 0, "total": 0}]
