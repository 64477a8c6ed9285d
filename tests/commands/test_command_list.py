"""`list`: newest first, narrowed by date, tag and marks."""

from tests.command_line import CommandLine

PAPER = {
    "key": str,
    "arxiv_id": str,
    "title": str,
    "date": str,
    "posts": list,
    "bookmarked": bool,
    "read": bool,
    "has_note": bool,
    "gone": bool,
}
BOTH = "2501.00001"  # in two posts


def keys(command: CommandLine, *arguments: str) -> list[str]:
    listed = command("list", *arguments, "--json").json
    assert listed.keys() == {"total", "papers"}
    assert listed["total"] == len(listed["papers"])
    return [paper["key"] for paper in listed["papers"]]


def test_papers_have_what_is_promised(synced: CommandLine) -> None:
    papers = synced("list", "--json").json["papers"]
    assert {name: type(papers[0][name]) for name in PAPER} == PAPER
    assert papers[0] == {
        "key": "2502.00001",
        "arxiv_id": "2502.00001",
        "title": "Paper Number 1 of 2502",
        "date": "2025-02-03",
        "posts": ["2025-02-03-papers.md"],
        "bookmarked": False,
        "read": False,
        "has_note": False,
        "revisit": None,
        "labels": [],
        "has_highlights": False,
        "gone": False,
    }
    assert papers[-1]["arxiv_id"] is None  # a page


def test_newest_come_first_then_by_number(synced: CommandLine) -> None:
    page = "쪽글/긴 글.md"
    assert keys(synced) == [BOTH, "2502.00001", "2502.00002", "2501.00002", "2501.00003", page] or keys(synced) == [
        "2502.00001",
        BOTH,
        "2502.00002",
        "2501.00002",
        "2501.00003",
        page,
    ]


def test_a_paper_of_two_posts_names_both_latest_first(synced: CommandLine) -> None:
    (paper,) = [p for p in synced("list", "--json").json["papers"] if p["key"] == BOTH]
    assert paper["posts"] == ["2025-02-03-papers.md", "2025-01-02-papers.md"]
    assert paper["date"] == "2025-02-03"


def test_a_date_narrows_the_list(synced: CommandLine) -> None:
    expected = {
        "2025": 5,
        "2025-01": 3,
        "2025-01-02": 3,
        "2025-02-03": 3,
        "2024-05": 1,
        "2023": 0,
        "2025-01-31": 0,
        "none": 0,
    }
    assert {date: len(keys(synced, "--date", date)) for date in expected} == expected


def test_a_date_in_no_such_form_is_wrong_usage(synced: CommandLine) -> None:
    for date in ("2025-1", "25", "2025-01-", "january", "2025-01-02-03", "２０２５"):
        assert synced("list", "--date", date).code == 2


def test_a_tag_narrows_the_list_in_any_case(synced: CommandLine) -> None:
    expected = {"llm": 5, "LLM": 5, "vision": 3, "papers": 3, "pape": 0}
    assert {tag: len(keys(synced, "--tag", tag)) for tag in expected} == expected


def test_marks_narrow_the_list_and_are_shown(synced: CommandLine) -> None:
    synced("bookmark", BOTH)
    synced("read", "2502.00002")
    synced("note", "2501.00003", "메모")
    assert keys(synced, "--bookmarked") == [BOTH]
    assert "2502.00002" not in keys(synced, "--unread")
    assert len(keys(synced, "--unread")) == 5
    assert keys(synced, "--bookmarked", "--date", "2025-01", "--tag", "papers", "--unread") == [BOTH]
    by_key = {paper["key"]: paper for paper in synced("list", "--json").json["papers"]}
    assert (by_key[BOTH]["bookmarked"], by_key["2502.00002"]["read"], by_key["2501.00003"]["has_note"]) == (True,) * 3


def test_text_is_a_line_a_paper(synced: CommandLine) -> None:
    synced("bookmark", BOTH)
    lines = synced("list").out.splitlines()
    assert len(lines) == 6
    assert any("★" in line and BOTH in line for line in lines)


def test_without_a_library_the_list_is_empty_and_makes_nothing(command: CommandLine) -> None:
    assert command("list", "--json").json == {"total": 0, "papers": []}
    assert not (command.profile / "data").exists()
