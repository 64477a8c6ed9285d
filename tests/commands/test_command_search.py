"""`search`: answers as JSON and as text, one or many."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.command_line import CommandLine

HIT = {
    "key": str,
    "arxiv_id": str,
    "title": str,
    "date": str,
    "number": int,
    "post": str,
    "sections": list,
    "snippet": str,
}


def test_json_has_what_is_promised(synced: CommandLine) -> None:
    answer = synced("search", "정확도", "--json").json
    assert answer["query"] == "정확도"
    assert answer["total"] == len(answer["hits"]) == 5  # papers, of which one is in two posts
    assert isinstance(answer["seconds"], float)
    hit = answer["hits"][0]
    assert {name: type(hit[name]) for name in HIT} == HIT
    assert hit["sections"] == ["results"]
    assert "정확도가 69.8%로" in hit["snippet"]
    for start, end in hit["spans"]:
        assert hit["snippet"][start:end].startswith("정확")


def test_a_limit_shortens_the_hits_and_not_the_total(synced: CommandLine) -> None:
    limited = synced("search", "정확도", "--limit", "2", "--json").json
    assert (limited["total"], len(limited["hits"])) == (5, 2)
    assert len(synced("search", "정확도", "--limit", "0", "--json").json["hits"]) == 5


def test_by_date_the_newest_come_first(synced: CommandLine) -> None:
    dates = [hit["date"] for hit in synced("search", "정확도", "--sort", "date", "--json").json["hits"]]
    assert dates == sorted(dates, reverse=True)


def test_a_file_of_queries_gives_a_line_of_json_each(synced: CommandLine, tmp_path: Path) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_bytes('\ufeff정확도\r\n\r\ntitle:Number\n"접는다"\n없는말임'.encode())
    said = synced("search", "--queries", queries, "--limit", "0", "--json")
    assert said.code == 0
    assert [(line["query"], line["total"]) for line in said.lines] == [
        ("정확도", 5),
        ("title:Number", 5),
        ('"접는다"', 5),
        ("없는말임", 0),
    ]


def test_text_says_how_many_and_shows_them(synced: CommandLine) -> None:
    first, *lines = synced("search", "문장이다").out.splitlines()
    assert first == "1 papers"
    assert "긴 글" in lines[0] and "문장이다" in lines[1]


def test_no_query_is_an_error(synced: CommandLine) -> None:
    odd = ["", " ", '"', "((", "AND", "*", "a" * 5000, "\0", "title:", "-", "is:", "🙂", "x" + "\u0301" * 99]
    for query in odd:
        assert synced("search", "--json", "--", query).json["query"] == query


def test_marks_can_be_asked_for(synced: CommandLine) -> None:
    synced("bookmark", "2501.00003")
    assert [hit["key"] for hit in synced("search", "is:bookmarked", "--json").json["hits"]] == ["2501.00003"]


def test_wrong_usage_is_2(synced: CommandLine, tmp_path: Path) -> None:
    for words in (["search"], ["search", "a", "--limit", "-1"], ["search", "a", "--limit", "²"], ["search", "\udcff"]):
        assert synced(*words).code == 2
    assert synced("search", "a", "--queries", tmp_path / "q").code == 2


def test_queries_that_cannot_be_read_are_said_in_one_line(synced: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xff")
    assert "cannot be read" in synced("search", "--queries", tmp_path / "none").complaint
    assert "not UTF-8" in synced("search", "--queries", tmp_path / "bytes").complaint


def test_without_a_library_nothing_is_found(command: CommandLine) -> None:
    assert command("search", "정확도", "--json").json["total"] == 0


def test_without_an_index_every_text_is_read_and_that_is_said(synced: CommandLine, profile: Path) -> None:
    indexed = synced("search", "정확도", "--json").json
    assert "scanned" not in indexed
    for path in (profile / "cache").rglob("manifest.json"):
        path.unlink()
    said = synced("search", "정확도", "--json")
    assert said.json["scanned"] is True
    assert [hit["key"] for hit in said.json["hits"]] == [hit["key"] for hit in indexed["hits"]]
    assert said.json["hits"][0]["snippet"] == indexed["hits"][0]["snippet"]
    assert said.err.count("\n") == 1 and "index" in said.err
    assert synced("sync").code == 0
    assert "scanned" not in synced("search", "정확도", "--json").json


def test_while_the_index_is_made_every_text_is_read(synced: CommandLine, profile: Path) -> None:
    with closing(sqlite3.connect(profile / "cache" / "catalogue.sqlite")) as catalogue, catalogue:
        catalogue.execute("UPDATE appearances SET indexed = 0")
    said = synced("search", "정확도", "--json")
    assert said.json["scanned"] is True and said.json["total"] == 5
