"""What is read up to a limit is read to its very edge, and what lies behind it costs nothing and is not lost."""

from datetime import datetime, timedelta

import pytest

from reader.posts import blocks
from reader.posts.blocks import read_blocks
from reader.posts.heads.dates import SEOUL, read_date
from reader.posts.heads.read import read_head
from reader.posts.plain import plain_text
from reader.posts.sections import nothing_known

HIDDEN = "# 9. [Hidden](https://arxiv.org/abs/2509.99999)"


@pytest.mark.parametrize(("offset", "hours"), [("+23:59", 24 - 1 / 60), ("-23:59", -24 + 1 / 60), ("+14:00", 14)])
def test_a_zone_is_less_than_a_day_ahead_or_behind(offset: str, hours: float) -> None:
    moment = read_date(f"2026-01-05 08:00 {offset}").moment
    assert moment is not None
    assert moment.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("offset", ["+24:00", "-24:00", "+2400", "+99:59"])
def test_a_zone_of_a_whole_day_is_none(offset: str) -> None:
    assert read_date(f"2026-01-05 08:00 {offset}") == (None, "is none that can be read")


def test_a_date_is_looked_for_in_a_hundred_characters_and_what_follows_them_does_not_count() -> None:
    day = datetime(2026, 1, 5, tzinfo=SEOUL)
    assert read_date(f"{'2026-01-05':<101}x").moment == day
    assert read_date(f"{'2026-01-05':<100}x").moment is None


def test_seoul_needs_no_zone_of_a_database() -> None:
    moment = read_date("1988-07-05 08:00 Asia/Seoul").moment
    assert moment is not None
    assert (moment.tzinfo, moment.utcoffset()) == (SEOUL, timedelta(hours=9))


@pytest.mark.parametrize("begin", ["% a\n", "Title: a\n", "#+TITLE: a\n"])
def test_a_head_without_lines_around_it_has_no_more_than_64_k(begin: str) -> None:
    more = {"%": f"  {'b' * 997}\n", "T": f"  {'b' * 997}\n", "#": f"#+X: {'b' * 994}\n"}[begin[0]]
    text = begin + more * 100 + "\n글\n"
    found = read_head(text)
    assert found.kind
    assert abs(len(text) - len(found.body) - 64 * 1024) <= 1  # the sign that ends the line
    assert text.endswith(found.body)


def test_a_line_of_multimarkdown_is_read_whatever_its_length() -> None:
    assert read_head(f"Title: {'물' * 300}\n\n글").title == "물" * 300
    assert read_head(f"{'a' * 41}: b\nTitle: 물\n\n글").kind == "multimarkdown"
    assert read_head(f"{'a' * 42}: b\nTitle: 물\n\n글").kind == ""


def test_why_a_head_was_read_line_by_line_is_told_in_two_hundred_characters() -> None:
    name = "a" * 300
    found = read_head(f"+++\ntitle = '물'\n[{name}]\n[{name}]\n+++\n글")
    begin = "The front matter was read line by line: "
    assert found.title == "물"
    assert found.remarks[0].message.startswith(f"{begin}Cannot declare ('aaa")
    assert len(found.remarks[0].message) == len(begin) + 200 + len(".")


def test_a_head_half_of_which_cannot_be_read_is_one_and_with_a_line_more_it_is_text() -> None:
    assert read_head("---\ntitle: 물\nbad one\nbad two\nbad three\n---\n글").title == "물"
    assert read_head("---\ntitle: 물\nbad one\nbad two\nbad three\nbad four\nbad five\n---\n글").kind == ""


def test_quotes_are_followed_ninety_nine_deep() -> None:
    assert plain_text("> " * 99 + "물") == "물"
    assert plain_text("> " * 100 + "물") == ""


def test_text_of_thousands_of_brackets_is_taken_line_by_line() -> None:
    text = "[" * 2_001
    assert plain_text(f"  물 {text} \n\n \n*불*  \n") == f"물 {text}\n*불*"
    assert plain_text(f"  물 {'[' * 2_000} \n\n*불*  \n") == f"물 {'[' * 2_000}\n불"


def test_nothing_known_is_said_in_sixty_characters() -> None:
    assert nothing_known("정보 부족".ljust(60, "."))
    assert not nothing_known("정보 부족".ljust(61, "."))


def test_fences_are_told_apart_on_the_first_line_and_on_the_last() -> None:
    closed = read_blocks(f"```\n# 1. [A](https://arxiv.org/abs/2501.00001)\n\n~~~\n{HIDDEN}\n~~~")
    assert closed.unclosed == (0,)
    assert [block.type for block in closed.blocks] == ["paragraph", "heading", "fence"]
    opened = read_blocks("```\n# 1. [A](https://arxiv.org/abs/2501.00001)\n\n물\n~~~")
    assert opened.unclosed == (0,)
    assert [block.type for block in opened.blocks] == ["paragraph", "heading", "paragraph", "fence"]


def test_a_paper_on_the_last_line_is_behind_a_fence_that_nothing_closes() -> None:
    found = read_blocks(f"물\n\n```\n{HIDDEN}")
    assert found.unclosed == (2,)
    assert found.blocks[-1].content == HIDDEN[2:]


def test_a_post_whose_fences_are_closed_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = blocks._parsed
    times: list[int] = []
    monkeypatch.setattr(blocks, "_parsed", lambda lines: times.append(1) or parsed(lines))
    assert read_blocks(f"```\n{HIDDEN}\n```\n\n물\n\n```\n물").unclosed == ()
    assert len(times) == 1


def test_only_headings_and_paragraphs_have_text_of_their_own() -> None:
    found = read_blocks("# 물\n\n불\n\n- a\n\n> b\n\n```\nc\n```\n\n***\n")
    assert [(block.type, block.content) for block in found.blocks] == [
        ("heading", "물"),
        ("paragraph", "불"),
        ("bullet_list", ""),
        ("blockquote", ""),
        ("fence", ""),
        ("hr", ""),
    ]
