"""What belongs to a paper: one link of several, what stands behind its title, its sections, and on which lines."""

import pytest

from reader.posts import parse as parsing
from reader.posts.model import Post
from reader.posts.parse import parse
from reader.posts.plain import plain_text
from tests.factories import METHOD_ONLY, paper, post

ARXIV = "https://arxiv.org/abs/2501.00001"
METHOD = "\n\n## Method\n글.\n"
LINES_ABOVE = 9  # of the usual head


def read(*papers: str) -> Post:
    return parse(post(papers).encode(), "_posts/2025-01-02-daily.md")


def test_of_several_links_the_one_to_arxiv_is_the_papers() -> None:
    (first,) = read(f"# 1. [One](https://example.org/p) [arXiv]({ARXIV}){METHOD}").papers
    assert (first.title, first.link, [section.heading for section in first.sections]) == ("One", ARXIV, ["Method"])


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        (" [PDF](https://arxiv.org/pdf/2501.00001) 꼬리말", "꼬리말"),
        (f" [{ARXIV}]({ARXIV}) [code](https://github.com/a/b)", "[code](<https://github.com/a/b>)"),
        (f" [code]({ARXIV}) [HTML]({ARXIV})", f"[code](<{ARXIV}>)"),
    ],
)
def test_what_stands_behind_a_title_is_kept_without_other_links_to_the_same_paper(behind: str, kept: str) -> None:
    (first,) = read(f"# 1. [One]({ARXIV}){behind}{METHOD}").papers
    tail = first.sections[0]
    assert (first.title, tail.markdown, tail.lines) == ("One", kept, range(LINES_ABOVE, LINES_ABOVE + 1))


def test_numbers_in_circles_go_to_twenty() -> None:
    assert [each.number for each in read(f"# ⑳ [One]({ARXIV}){METHOD}").papers] == [20]


def test_two_papers_of_one_link_are_known_by_their_titles_and_that_is_told_at_their_lines() -> None:
    link = "https://example.org/same"
    found = read(paper(1, "One", link, METHOD_ONLY), paper(2, "Two", link, METHOD_ONLY))
    assert [each.key for each in found.papers] == ["title:one", "title:two"]
    told = [(remark.line, remark.message) for remark in found.remarks if remark.code == "link-shared"]
    message = "Another paper of the post has the same link; this one is known by its title."
    assert told == [(LINES_ABOVE + 1, message), (LINES_ABOVE + 6, message)]


def test_a_paper_that_stands_twice_is_told_at_its_second_place() -> None:
    found = read(paper(1, "One", ARXIV, METHOD_ONLY), paper(2, "One", ARXIV, METHOD_ONLY))
    told = [remark for remark in found.remarks if remark.code == "paper-twice"]
    assert [(remark.line, remark.message) for remark in told] == [
        (LINES_ABOVE + 6, "The paper 2501.00001 stands in this post more than once.")
    ]


def test_underlined_words_begin_no_section_and_headings_of_other_kinds_do() -> None:
    (first,) = read(
        f"# 1. [One]({ARXIV})\n\nLead\n---\n\n글.\n\n## Own\n글.\n\n### Deep\n글.\n\nSetext\n---\n\n글.\n"
    ).papers
    assert [(section.heading, section.markdown) for section in first.sections] == [
        ("", "Lead\n---\n\n글."),
        ("Own", "글.\n\n### Deep\n글.\n\nSetext\n---\n\n글."),
    ]
    (second,) = read(f"# 1. [One]({ARXIV})\n\n### Method\n글.\n\n### Own\n글.\n\n#### Deep\n글.\n").papers
    assert [section.heading for section in second.sections] == ["Method", "Own"]


def test_a_title_that_a_head_does_not_give_is_told_with_what_stands_in() -> None:
    def told(text: str) -> list[str]:
        return [remark.message for remark in parse(text.encode(), "a.md").remarks if remark.code == "title-missing"]

    message = "No title in the front matter; the {} stands in for it."
    assert told("# 주전자\n\n글.") == [message.format("first heading")]
    assert told("글.") == [message.format("file name")]
    assert told("---\ntitle: x\n---\n글.") == []


def test_a_text_above_the_limit_is_shown_as_it_is_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsing.MAX_CHARACTERS == 8 * 1024 * 1024
    monkeypatch.setattr(parsing, "MAX_CHARACTERS", 1 << 20)
    found = parse(f"# 1. [One]({ARXIV}){METHOD}{'글' * (1 << 20)}".encode(), "a.md")
    assert found.papers == ()
    assert ("too-long", "The post is longer than 1 million characters; shown as it is.") in [
        (remark.code, remark.message) for remark in found.remarks
    ]


def test_a_fault_of_the_programs_shows_the_post_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "read_blocks", lambda _: 1 / 0)
    assert parse("X는 물이다.\nX".encode(), "a.md").body == "X는 물이다.\nX"
    found = parse(f"\n# 1. [One]({ARXIV}){METHOD}".encode(), "2025-01-02-a.md")
    assert (found.title, found.papers, found.body) == ("a", (), f"# 1. [One]({ARXIV}){METHOD}".strip("\n"))
    assert [(remark.line, remark.code) for remark in found.remarks] == [(1, "fault")]


def test_cells_of_a_table_stand_apart_in_plain_text() -> None:
    assert plain_text("| a | b |\n|---|---|\n| c | d |") == "a b\nc d"


def test_a_title_that_is_a_label_is_said_once() -> None:
    [paper] = read(f"# 1. [X]({ARXIV}){METHOD}").papers
    assert (paper.title, [section.heading for section in paper.sections]) == ("X", ["Method"])


def test_a_paper_without_a_number_has_its_place_in_the_post_and_that_is_said() -> None:
    found = read(*(f"## [{name}]({ARXIV[:-1]}{place})\n\n### Method\n글.\n" for place, name in enumerate("ABC", 1)))
    assert [(each.number, each.title) for each in found.papers] == [(1, "A"), (2, "B"), (3, "C")]
    said = [remark for remark in found.remarks if remark.code == "number-missing"]
    assert [remark.line for remark in said] == [each.lines.start + 1 for each in found.papers]
    assert {remark.message for remark in said} == {"The paper has no number; its place in the post is used."}
    numbered = read(*(f"# {number}. [{number}]({ARXIV[:-1]}{number}){METHOD}" for number in (7, 3)))
    assert [each.number for each in numbered.papers] == [7, 3]
    assert not [remark for remark in numbered.remarks if remark.code == "number-missing"]


def test_what_a_summary_lacks_is_told_at_its_line() -> None:
    found = read(paper(sections={"Introduction": "글이다.", "Method": "", "Results": "값이 올랐"}))
    assert [remark for remark in found.remarks if remark.code != "preamble"] == [
        (LINES_ABOVE + 1, "section-missing", "Sections not found: limitations, conclusion."),
        (LINES_ABOVE + 7, "section-empty", "The section 'Method' is empty."),
        (LINES_ABOVE + 10, "text-cut", "The text ends in the middle of a sentence."),
    ]


@pytest.mark.parametrize(
    ("heading", "code", "message"),
    [
        (f"## [One]({ARXIV})", "number-missing", "The paper has no number; its place in the post is used."),
        ("## 1. One", "link-missing", "The paper has no link; it is known by its title."),
    ],
)
def test_what_a_heading_lacks_is_told_at_its_line(heading: str, code: str, message: str) -> None:
    other = heading.replace("One", "Two").replace("00001", "00002").replace("1. ", "2. ")
    sections = "\n\n### Introduction\n글.\n\n### Method\n글.\n"
    found = read(f"{heading}{sections}\n{other}{sections}")
    assert (LINES_ABOVE + 1, code, message) in found.remarks


def test_the_lines_of_text_above_the_sections_are_those_that_are_kept() -> None:
    (first,) = read(f"# 1. [One]({ARXIV})\n\nLink: {ARXIV}\n\n글 하나.\n\nOne\n{METHOD}").papers
    lead = first.sections[0]
    assert (lead.markdown, lead.lines) == ("글 하나.", range(LINES_ABOVE + 4, LINES_ABOVE + 5))


def test_where_the_link_of_a_paper_was_found_is_known() -> None:
    below = parsing.read(post([f"# 1. One\n\n논문: {ARXIV}\n{METHOD}"]).encode(), "a.md")
    assert below.links_from == ("lines below",)
    assert parsing.read(post([paper()]).encode(), "a.md").links_from == ("heading",)


def test_a_long_paragraph_of_the_titles_words_is_no_repetition_of_it() -> None:
    for times, kept in ((499, False), (501, True)):  # 2,000 characters and no more may be one
        (first,) = read(f"# 1. [One]({ARXIV})\n\n{'One ' * times}\n{METHOD}").papers
        assert (len(first.sections) == 2) is kept


def test_a_text_that_is_cut_right_above_the_next_paper_is_told_at_its_own_line() -> None:
    found = read(
        f"# 1. [One]({ARXIV})\n## Method\n글이", "# 2. [Two](https://arxiv.org/abs/2501.00002)\n## Method\n글.\n"
    )
    assert [remark.line for remark in found.remarks if remark.code == "text-cut"] == [LINES_ABOVE + 3]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("첫 번째 논문: One", 1),
        ("일곱 번째 논문: One", 7),
        ("여섯번째. One", 6),
        ("열 번째: One", 10),
        ("三、One", 3),
        ("🥈 One", 2),
        ("❸ One", 3),
        *((f"{opening}2{closing} One", 2) for opening, closing in ("()", "[]", "【】", "［］", "〔〕")),
        ("No. 7 One", 7),
        ("4️⃣ One", 4),
    ],
)
def test_numbers_of_papers_are_read_in_words_and_signs(written: str, number: int) -> None:
    (first,) = read(f"# [{written}]({ARXIV}){METHOD}").papers
    assert (first.number, first.title) == (number, "One")


@pytest.mark.parametrize(
    ("heading", "title", "raw"),
    [
        (f"1. [One \\[two\\] **three**]({ARXIV})", "One [two] three", "One \\[two\\] **three**"),
        (f"1. [One]({ARXIV}) {{: .kettle #one}}", "One", "One"),
        (f"1. [One]({ARXIV}) {{.kettle}}", "One", "One"),
        (f"[1. *One* two]({ARXIV})", "One two", "*One* two"),
        (f"**1.** [One]({ARXIV})", "One", "One"),
    ],
)
def test_the_title_is_what_stands_within_the_link_without_number_and_attributes(
    heading: str, title: str, raw: str
) -> None:
    (first,) = read(f"# {heading}{METHOD}").papers
    assert (first.title, first.raw_title) == (title, raw)


@pytest.mark.parametrize(
    ("heading", "link"),
    [
        ("1. [One](mailto:a@example.org) [paper](https://example.org/p)", "https://example.org/p"),
        ("1. [One](one.html)", None),
        ("1. [One](http://example.org/p) [code](https://github.com/a/b)", "http://example.org/p"),
    ],
)
def test_only_a_page_of_the_web_is_a_papers_link(heading: str, link: str | None) -> None:
    (first,) = read(f"# {heading}\n\n## Introduction\n글.\n\n## Method\n글.\n").papers
    assert first.link == link


def test_the_page_at_alphaxiv_is_the_one_of_the_papers_own_id() -> None:
    pages = "https://www.alphaxiv.org/abs/2509.99999", "https://www.alphaxiv.org/abs/2501.00001"
    (first,) = read(
        f"# 1. [One]({ARXIV})\n\n[논문]({ARXIV})\n\nAlphaXiv: {pages[0]}\n\nAlphaXiv: {pages[1]}\n{METHOD}"
    ).papers
    assert first.alphaxiv == pages[1]


def test_an_underlined_heading_between_two_papers_is_part_of_the_first() -> None:
    between = "쉬어 가는 말\n=====\n\n물이 끓는다.\n"
    found = read(paper(1, "One", ARXIV, METHOD_ONLY), between, paper(2, "Two", f"{ARXIV[:-1]}2", METHOD_ONLY))
    assert "물이 끓는다." in found.papers[0].sections[-1].markdown
    assert "물이 끓는다." not in found.preamble
    heading = between.replace("쉬어 가는 말\n=====", "# 쉬어 가는 말")
    found = read(paper(1, "One", ARXIV, METHOD_ONLY), heading, paper(2, "Two", f"{ARXIV[:-1]}2", METHOD_ONLY))
    assert "물이 끓는다." in found.preamble


def test_a_beginning_of_a_file_says_whether_it_has_a_head() -> None:
    assert parsing.has_head("---\ntitle: x\n---\n글".encode(), is_html=False)
    assert not parsing.has_head("글\n".encode(), is_html=False)
    assert parsing.has_head(b"\n---\ntitle: x\n", is_html=True)
    assert not parsing.has_head(b"<html>", is_html=True)


def test_a_fault_of_ours_in_a_post_leaves_its_text_without_a_head(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_text: str) -> None:
        raise RuntimeError

    monkeypatch.setattr(parsing, "read_head", fail)
    found = parsing.read(post([paper()]).encode(), "2025-01-02-a.md")
    assert (found.head, found.date_from, found.papers_by, found.links_from) == ("", "", parsing.NONE, ())
    assert [remark.code for remark in found.post.remarks] == ["fault"]


def test_marks_of_strange_addresses_stay_as_they_are_written() -> None:
    link = "https://example.org/논문?q=가"
    (first,) = read(f"# 1. [<{link}>]({link}) [One]({link}){METHOD}").papers
    assert (first.link, first.title) == (link, "One")


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("- 논문: https://arxiv.org/abs/2501.00008", True),
        ("1) 논문: https://arxiv.org/abs/2501.00008", True),
        ("> 논문: https://arxiv.org/abs/2501.00008", True),
        ("논문 https://arxiv.org/abs/2501.00008 을 쓴 이들의 다음 글이다", False),
        ("이것은 아주 좋은 방법이다 [논문](https://arxiv.org/abs/2501.00008)을 보라", False),
    ],
)
def test_a_line_with_a_label_gives_a_heading_its_link(line: str, own: bool) -> None:
    second = "## Two\n논문: https://arxiv.org/abs/2501.00009\n\n### Method\n글.\n"
    found = read(f"## One\n{line}\n\n### Introduction\n글.\n\n### Method\n글.\n", second)
    assert any(each.link == "https://arxiv.org/abs/2501.00008" for each in found.papers) is own


def test_labelled_lines_are_looked_for_in_the_first_sixty_only() -> None:
    second = "## Two\n논문: https://arxiv.org/abs/2501.00009\n\n### Method\n글.\n"
    for lines, own in ((59, True), (60, False)):
        above = "글이다.\n" * lines
        found = read(f"## One\n{above}논문: https://arxiv.org/abs/2501.00008\n\n### Introduction\n글.\n", second)
        assert any(each.link == "https://arxiv.org/abs/2501.00008" for each in found.papers) is own


COUNTED = ("첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")


@pytest.mark.parametrize(("number", "word"), list(enumerate(COUNTED, 1)))
def test_papers_are_counted_in_korean_up_to_ten(number: int, word: str) -> None:
    (only,) = read(f"# {word} 번째 논문: [One]({ARXIV}){METHOD}").papers
    assert (only.number, only.title) == (number, "One")


def test_a_number_that_stands_alone_before_a_linked_title_is_its_number() -> None:
    (only,) = read(f"# 7 [One]({ARXIV}){METHOD}").papers
    assert (only.number, only.title, only.sections[0].heading) == (7, "One", "Method")


def test_attributes_of_a_heading_are_for_programs() -> None:
    (only,) = read(f"# 1. [One]({ARXIV}) {{: .big #one}}{METHOD}").papers
    assert (only.title, [each.heading for each in only.sections]) == ("One", ["Method"])
    (only,) = read(f"# 1. [One]({ARXIV})\n{{: .big}}{METHOD}").papers
    assert [each.heading for each in only.sections] == ["Method"]


def test_words_on_both_sides_of_a_footnote_stay_apart() -> None:
    (only,) = read(f"# 1. Slow[^1]Kettles[^2] [arXiv]({ARXIV}){METHOD}").papers
    assert only.title == "Slow Kettles"
    assert only.sections[0].markdown == "[^1] [^2]"


def test_an_address_written_out_is_no_title() -> None:
    (only,) = read(f"# 1. Slow Kettles [http://water.example/a](https://water.example/b){METHOD}").papers
    assert only.title == "Slow Kettles"


def test_an_id_without_a_version_leads_to_the_paper_itself() -> None:
    (only,) = read(f"# 1. Slow Kettles arXiv:2501.00001{METHOD}").papers
    assert only.link == ARXIV


def test_a_line_with_the_papers_link_is_told_by_the_words_beside_it() -> None:
    title = "Slow Kettles and Other Long Stories of Very Warm Water"
    (only,) = read(f"# 1. {title}\n\n- Paper: [{title}]({ARXIV}){METHOD}").papers
    assert only.link == ARXIV
