"""Comments, fences and footnotes: where they begin and end, and what in them is no heading of a paper."""

import pytest

from reader.posts.blocks import read_blocks
from reader.posts.explained import as_json, in_words
from reader.posts.model import Post
from reader.posts.parse import parse
from reader.posts.parse import read as explained
from tests.factories import METHOD_ONLY, paper, post

SECOND = paper(2, "Second", "https://arxiv.org/abs/2501.00002", sections=METHOD_ONLY)
HIDDEN = "# 9. [Hidden](https://arxiv.org/abs/2509.99999)"
NAME = "_posts/2025-01-02-daily.md"


def read(*papers: str) -> Post:
    return parse(post(papers).encode(), NAME)


def test_a_comment_right_below_a_line_of_text_is_a_comment() -> None:
    found = read(paper(sections={"Method": f"글 한 줄\n<!--\n{HIDDEN}\n-->\n뒤의 글"}), SECOND)
    assert [each.number for each in found.papers] == [1, 2]


def test_behind_a_fence_that_is_never_closed_another_ends_with_a_fence_of_its_own_length() -> None:
    sections = {"Method": "```\nprint(1)", "Results": f"~~~~\n~~~\n{HIDDEN}\n~~~~"}
    found = read(paper(sections=sections), SECOND)
    assert [each.number for each in found.papers] == [1, 2]
    assert HIDDEN in found.papers[0].sections[1].markdown


def test_a_footnote_has_the_line_below_it_and_ends_at_the_next_footnote() -> None:
    notes = "[^a]: 첫 줄\n둘째 줄\n[^b]: 남의 것\n\n    더\n\n끝"
    found = read(paper(sections={"Method": "물[^a]이다"}), f"{SECOND}\n글[^b]\n\n{notes}\n")
    assert found.papers[0].sections[0].markdown == "물[^a]이다\n\n[^a]: 첫 줄\n둘째 줄"
    last = found.papers[1].sections[-1].markdown
    assert "[^a]" not in last
    assert last.endswith("[^b]: 남의 것\n\n    더\n\n끝")


def test_of_two_footnotes_on_lines_of_their_own_each_is_one_line() -> None:
    found = read(paper(sections={"Method": "물[^a]이다"}), f"{SECOND}\n글[^b]\n\n[^a]: 하나\n[^b]: 둘\n")
    assert found.papers[0].sections[0].markdown == "물[^a]이다\n\n[^a]: 하나"


def test_a_footnote_in_the_midst_of_a_paragraph_is_text() -> None:
    found = read(paper(sections={"Method": "물[^a]이다"}), f"{SECOND}\n글 한 줄\n[^a]: 글의 둘째 줄\n")
    assert found.papers[0].sections[0].markdown == "물[^a]이다"


def test_a_post_without_papers_is_told_to_be_one_page() -> None:
    chapters = explained(post(["## Method\n\n### 1. Two Domains\n\n본문\n\n### 2. Loss\n\n본문\n"]).encode(), NAME)
    assert "One page: no heading names a paper; its numbered headings are chapters." in list(in_words(chapters))
    plain = explained(post(["그냥 글이다."]).encode(), NAME)
    assert "One page: no heading names a paper." in list(in_words(plain))


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("---\ntitle: x\n---\n글", "Head: YAML between lines of three dashes."),
        ('+++\ntitle = "x"\n+++\n글', "Head: TOML between lines of three plus signs."),
        ('{"title": "x"}\n글', "Head: a JSON object."),
        ("글", "Head: none; the file is text from its first line on."),
    ],
)
def test_the_kind_of_a_head_is_told_in_words(source: str, told: str) -> None:
    assert told in list(in_words(explained(source.encode(), NAME)))


def test_the_day_is_told_to_come_from_the_files_name_where_the_head_has_none() -> None:
    told = list(in_words(explained(post(["글"], head="title: x").encode(), NAME)))
    assert "Date: from the file's name." in told


def test_behind_a_fence_that_is_never_closed_a_closed_one_keeps_what_is_in_it() -> None:
    sections = {"Method": "```\nprint(1)", "Results": f"~~~\n{HIDDEN}\n~~~"}
    assert [each.number for each in read(paper(sections=sections), SECOND).papers] == [1, 2]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<!--\n-->\n글", [("html_block", 0, 2), ("paragraph", 2, 3)]),
        ("<!-- a\nb\nc -->\n\n글", [("html_block", 0, 3), ("paragraph", 4, 5)]),
        ("글\n\n  <!-- a\nb -->\n글", [("paragraph", 0, 1), ("html_block", 2, 4), ("paragraph", 4, 5)]),
        ("글\n\n   $$\nx\n  $$\n", [("paragraph", 0, 1), ("math_block", 2, 5)]),
        ("$$\nx\ny\n$$\n글", [("math_block", 0, 4), ("paragraph", 4, 5)]),
        ("$$\nx\n\n$$\n", [("paragraph", 0, 2), ("paragraph", 3, 4)]),
    ],
)
def test_comments_and_formulas_are_blocks_of_their_own_lines(text: str, blocks: list[tuple[str, int, int]]) -> None:
    assert [(block.type, block.start, block.end) for block in read_blocks(text).blocks] == blocks


def test_a_rule_between_two_papers_is_part_of_neither_and_one_before_a_definition_of_the_first() -> None:
    found = read(f"{paper(sections=METHOD_ONLY)}\n---\n", SECOND)
    assert "---" not in found.papers[0].sections[-1].markdown
    defined = read(f"{paper(sections={'Method': '글 [a]'})}\n---\n\n[a]: https://example.org/a\n", SECOND)
    assert "---" in defined.papers[0].sections[-1].markdown


def test_a_footnote_on_the_first_line_of_a_post_is_one() -> None:
    text = f"[^a]: 주전자\n\n{paper(sections={'Method': '물[^a]이다'})}"
    assert parse(text.encode(), NAME).papers[0].sections[0].markdown == "물[^a]이다\n\n[^a]: 주전자"


def test_one_page_with_a_numbered_heading_has_chapters_and_one_without_has_none() -> None:
    mixed = explained(post(["## Method\n\n본문\n\n### 1. Two Domains\n\n본문\n"]).encode(), NAME)
    assert as_json(mixed)["numbered_headings_are"] == "chapters"
    plain = explained(post(["## Method\n\n본문\n\n### Two Domains\n\n본문\n"]).encode(), NAME)
    assert as_json(plain)["numbered_headings_are"] == "none"


def test_a_head_read_line_by_line_says_which_lines_it_did_not_understand() -> None:
    told = list(in_words(explained("---\ntitle: a: b\n---\n글".encode(), NAME)))
    assert "Head: YAML between lines of three dashes, read line by line; not understood: line 2." in told
    understood = explained("---\ntitle: x\n# &a\nkey: [a, *b\n---\n글".encode(), NAME)
    assert understood.bad_lines


@pytest.mark.parametrize(
    ("source", "name", "told"),
    [
        ("---\ncreated: 2026-01-05\n---\n글", "a.md", "Date: `created` of the head."),
        ("글", "a.md", "Date: none that can be read."),
        ("글", "2026/01/05/a.md", "Date: from the folders' names."),
        ("글", "2026-01-05 papers/a.md", "Date: from the folders' names."),
    ],
)
def test_where_the_day_comes_from_is_told_in_words(source: str, name: str, told: str) -> None:
    assert [line for line in in_words(explained(source.encode(), name)) if line.startswith("Date")] == [told]


@pytest.mark.parametrize(
    ("link", "known"),
    [
        ("https://arxiv.org/abs/2501.00001", "arXiv id"),
        ("https://example.org/kettle", "link"),
        ("http://example.org/kettle", "link"),
        (None, "title"),
    ],
)
def test_what_a_paper_is_known_by_is_told(link: str | None, known: str) -> None:
    found = explained(post([paper(link=link)]).encode(), NAME)
    assert [each["known_by"] for each in as_json(found)["papers"]] == [known]


def test_what_was_taken_for_what_is_said_in_sentences() -> None:
    plain = explained(post(["# 1. [One](https://arxiv.org/abs/2501.00001)\n\n## Method\n글.\n"]).encode(), NAME)
    assert as_json(plain)["numbered_headings_are"] == "papers"
    assert not any(line.startswith("Encoding") for line in in_words(plain))
    text = "---\ntitle: 주전자\n---\n물이 끓는다. 김이 난다. 찻잔을 데운다.\n"
    guessed = in_words(explained(text.encode("cp949"), NAME))
    assert guessed[0] == "Encoding: cp949, which is a guess."
    marked = in_words(explained(text.encode("utf-16"), NAME))
    assert marked[0] == "Encoding: utf-16."


@pytest.mark.parametrize("line", ["#X 물", "#물 불", "#\u200bX 물", "####### 물", "    #\u3000물", "#"])
def test_signs_right_before_a_word_make_no_heading(line: str) -> None:
    assert [block.content for block in read_blocks(line).blocks if block.type == "heading" and block.content] == []


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\u2003", "\u202f", "\u200b ", " \ufeff", "\u2060\u3000\u200b"])
@pytest.mark.parametrize("level", range(1, 7))
def test_any_blank_makes_a_heading(blank: str, level: int) -> None:
    for line in (f"{'#' * level}{blank}물", f"\u200b  {'#' * level}{blank}물"):
        (block,) = read_blocks(line).blocks
        assert (block.type, block.level, block.content) == ("heading", level, "물")


@pytest.mark.parametrize("code", ["<!--\n\n[^a]: 물\n\n-->", "```\n\n[^a]: 물\n\n```"])
def test_what_looks_like_a_footnote_in_a_comment_or_in_code_is_none(code: str) -> None:
    found = read(paper(sections={"Method": f"글[^a]\n\n{code}"}), SECOND.replace("토큰", "토큰[^a]"))
    assert found.papers[1].sections[0].markdown == "토큰[^a]을 두 번 나누어 접는다."


@pytest.mark.parametrize(("parts", "title"), [("B\n\nC\n\nD", "A B C D"), ("B", "A B"), ("B\n\nC\n\nD\n\nE", "[A")])
def test_a_title_may_be_broken_over_four_paragraphs(parts: str, title: str) -> None:
    found = read(f"# 1. [A\n\n{parts}](https://arxiv.org/abs/2501.00001)\n\n## Introduction\n글.\n", SECOND)
    assert found.papers[0].title == title


@pytest.mark.parametrize(
    ("papers", "others", "are_chapters"), [(1, 3, True), (2, 2, True), (2, 1, False), (3, 1, False), (4, 0, False)]
)
def test_numbered_headings_are_chapters_where_most_are_no_papers(papers: int, others: int, are_chapters: bool) -> None:
    named = [f"[{n}](https://arxiv.org/abs/2501.0000{n})" for n in range(papers)] + ["Notes"] * others
    headings = "".join(f"## {n}. {name}\n\n글.\n\n" for n, name in enumerate(["Introduction", *named], 1))
    assert (parse(headings.encode(), NAME).papers == ()) is are_chapters


def test_parts_of_chapters_are_no_papers_whatever_they_link_to() -> None:
    parts = "".join(f"### 2.{n} [Part {n}](https://arxiv.org/abs/2501.0000{n})\n\n글.\n\n" for n in (1, 2, 3))
    assert parse(f"## 1. Introduction\n\n글.\n\n## 2. Method\n\n{parts}".encode(), NAME).papers == ()
