"""Which of a paper's lines and links say what it is: labels, their limits, links to the same page."""

import pytest

from reader.posts.explained import as_json
from reader.posts.labels import begins_with_label, invites, is_label, is_label_of_paper
from reader.posts.model import Paper
from reader.posts.parse import parse, read
from reader.posts.titles import read_heading

ARXIV = "https://arxiv.org/abs/2501.00001"
FORUM = "https://openreview.net/forum?id=kettle"
OTHER = "https://arxiv.org/abs/2501.00008"
SUMMARY = "\n\n### Introduction\n글.\n\n### Method\n글.\n"
SECOND = f"## Two\n논문: https://arxiv.org/abs/2501.00009{SUMMARY}"


def papers(lines: str) -> tuple[Paper, ...]:
    """Of two headings, the first with these lines below it."""
    return parse(f"## One\n{lines}{SUMMARY}\n{SECOND}".encode(), "a.md").papers


def is_own(lines: str) -> bool:
    return [each.link for each in papers(lines) if each.title == "One"] == [OTHER]


def test_words_in_a_link_are_a_paper_s_where_a_label_stands_before_it() -> None:
    assert is_own(f"논문: [물을 오래 데우는 이들의 이야기]({OTHER})")
    assert not is_own(f"[물을 오래 데우는 이들의 이야기]({OTHER})")
    assert not is_own(f"참고: [물을 오래 데우는 이들의 이야기]({OTHER})")


@pytest.mark.parametrize(
    "sentence",
    ["그것을 쓴다.", "그것을 쓴다!", "그것을 쓸까?", "물을 쓴다。", "글을 쓴다", "글을 써요", "글을 씀음", "글을 씀함"],
)
def test_three_words_that_end_as_a_sentence_are_no_label(sentence: str) -> None:
    assert not is_own(f"[논문]({OTHER}) 이들은 {sentence}")
    assert is_own(f"[논문]({OTHER}) 이들은 여기 물")


def test_a_line_of_eight_words_may_be_a_label_and_one_of_nine_is_a_sentence() -> None:
    assert is_own(f"[논문]({OTHER}) · " + "물 " * 8)
    assert not is_own(f"[논문]({OTHER}) · " + "물 " * 9)


def test_words_with_a_hash_are_tags_and_do_not_count() -> None:
    assert is_own(f"[논문]({OTHER}) · " + "물 " * 8 + "#주전자 #숟가락 #김")


def test_a_line_of_a_block_of_its_own_is_looked_at_while_sixty_are_not_over() -> None:
    for lines, own in ((59, True), (60, False)):
        assert is_own("글이다.\n" * lines + f"\n논문: {OTHER}") is own


@pytest.mark.parametrize("first", ["논문", "PDF", "**Link**", "[arXiv](https://arxiv.org)"])
def test_a_row_of_a_table_counts_when_its_first_cell_is_a_label(first: str) -> None:
    assert is_own(f"| | |\n|---|---|\n| {first} | [물]({OTHER}) |")


@pytest.mark.parametrize("first", ["숟가락", "코드", ""])
def test_other_rows_of_a_table_do_not_count(first: str) -> None:
    assert not is_own(f"| | |\n|---|---|\n| {first} | [물]({OTHER}) |")


@pytest.mark.parametrize(
    ("words", "of_paper", "label", "asks"),
    [
        *(
            (words, True, True, False)
            for words in ("PDF", "arXiv", "논문 링크", "论文", "論文リンク", "リンク", "🔗 Paper")
        ),
        *(
            (words, True, True, True)
            for words in ("Read the paper", "논문 보기", "원문 바로가기", "論文を読む", "查看论文")
        ),
        *(
            (words, False, True, False)
            for words in ("code", "GitHub", "project page", "코드", "プロジェクト", "项目主页")
        ),
        *((words, False, False, False) for words in ("Kettles", "주전자", "papers of kettles")),
        *((words, False, True, False) for words in ("", "—", "[]")),
    ],
)
def test_words_that_say_where_a_link_leads(words: str, of_paper: bool, label: bool, asks: bool) -> None:
    assert (is_label_of_paper(words), is_label(words), invites(words)) == (of_paper, label, asks)


@pytest.mark.parametrize("line", ["논문: x", "**Link**: x", "[PDF]: x", "- 원문：x", "paper : x"])
def test_a_line_begins_with_a_label_and_a_colon(line: str) -> None:
    assert begins_with_label(line)
    assert not begins_with_label(line.replace(":", "").replace("：", ""))


@pytest.mark.parametrize(
    ("heading", "link"),
    [
        (f"[One]({FORUM}) [arXiv]({ARXIV})", ARXIV),
        (f"[code](https://github.com/a/b) [paper]({FORUM})", FORUM),
        ("[code](https://github.com/a/b) [One](https://kettle.example/one)", "https://kettle.example/one"),
        ("[code](https://github.com/a/b) [PDF](https://kettle.example/one.pdf)", "https://kettle.example/one.pdf"),
        ("One [code](https://github.com/a/b)", None),
    ],
)
def test_arxiv_comes_first_then_other_archives_then_the_title_then_a_label(heading: str, link: str | None) -> None:
    assert read_heading(heading, {}).link == link


@pytest.mark.parametrize(
    ("behind", "tail"),
    [
        ("[PDF](https://kettle.example/one)", ""),
        ("[PDF](https://kettle.example/one.pdf)", "[PDF](<https://kettle.example/one.pdf>)"),
        ("<https://kettle.example/one>", ""),
        ("<https://kettle.example/two>", "<https://kettle.example/two>"),
        ("https://kettle.example/one", ""),
        ("()", ""),
        ("[,]", ""),
        ("（NeurIPS）", "（NeurIPS）"),
    ],
)
def test_a_second_link_to_the_same_page_is_not_shown_and_one_to_another_is(behind: str, tail: str) -> None:
    found = read_heading(f"1. [One](https://kettle.example/one) {behind}", {})
    assert (found.title, found.tail) == ("One", tail)


@pytest.mark.parametrize(
    "line",
    [
        "2501.00001",
        "2501.00001v2",
        "2501.00001 — One",
        f"<{ARXIV}>",
        f"[{ARXIV}]({ARXIV})",
        ARXIV,
        "arXiv: 2501.00001",
        "**One** (2501.00001)",
        f"- 링크: {ARXIV}",
        "제목: One",
    ],
)
def test_a_line_that_only_repeats_title_or_link_is_left_out(line: str) -> None:
    (only,) = parse(f"# 1. [One]({ARXIV})\n\n{line}\n\n## Method\n글.\n".encode(), "a.md").papers
    assert [each.heading for each in only.sections] == ["Method"]


@pytest.mark.parametrize(
    "line", ["2501.00002", "2501.00002 — One", "<https://arxiv.org/abs/2501.00002>", "`2501.00001` X", "제목: One X"]
)
def test_a_line_that_says_more_is_kept(line: str) -> None:
    (only,) = parse(f"# 1. [One]({ARXIV})\n\n{line}\n\n## Method\n글.\n".encode(), "a.md").papers
    assert [each.markdown for each in only.sections] == [line, "글."]


def test_what_stays_of_the_lines_above_the_sections_has_blank_lines_between() -> None:
    (only,) = parse(f"# 1. [One]({ARXIV})\n\n물.\n\n{ARXIV}\n\n불.\n\n## Method\n글.\n".encode(), "a.md").papers
    assert only.sections[0].markdown == "물.\n\n불."


def test_a_footnote_of_a_heading_is_shown_once() -> None:
    (only,) = parse(
        f"# 1. [One]({ARXIV}) [^1]\n[PDF]({ARXIV})\n\n[^1]: 물.\n\n## Method\n글.\n".encode(), "a.md"
    ).papers
    assert only.sections[0].markdown.count("물.") == 1


@pytest.mark.parametrize("words", ["\u200b", "\u00ad", "&nbsp;", "[](https://kettle.example/one)"])
def test_a_heading_without_words_that_show_names_no_paper(words: str) -> None:
    assert parse(f"# 1. {words}{SUMMARY}".encode(), "a.md").papers == ()
    assert len(parse(f"# 1. ∅ {words}{SUMMARY}".encode(), "a.md").papers) == 1


def test_a_paper_without_a_link_has_none_from_anywhere() -> None:
    reading = read(f"# 1. One{SUMMARY}".encode(), "a.md")
    assert [each["link_from"] for each in as_json(reading)["papers"]] == ["none"]
    reading = read(f"# 1. [One]({ARXIV}){SUMMARY}".encode(), "a.md")
    assert [each["link_from"] for each in as_json(reading)["papers"]] == ["heading"]


def test_of_headings_of_no_known_kind_the_first_says_how_high_a_section_stands() -> None:
    (only,) = parse(
        f"# 1. [One]({ARXIV})\n\n### Deep\n물.\n\n## High\n불.\n\n### Deep too\n김.\n".encode(), "a.md"
    ).papers
    assert [each.heading for each in only.sections] == ["Deep", "High", "Deep too"]


@pytest.mark.parametrize("blank", [1, 2, 3])
def test_a_cut_text_is_told_at_its_last_line_however_many_blank_ones_follow(blank: int) -> None:
    post = parse(f"# 1. [One]({ARXIV})\n\n## Method\n물이\n끓는{chr(10) * blank}".encode(), "a.md")
    assert [each.line for each in post.remarks if each.code == "text-cut"] == [5]
