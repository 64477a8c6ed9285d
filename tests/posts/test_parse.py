"""A post in every shape that was seen is understood, and nothing of it is lost."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.posts.model import Post, SectionKind
from reader.posts.parse import parse
from reader.posts.plain import _pieces, parser, plain_text
from tests.factories import CONTRIBUTION, GOAL, MOTIVATION, SECTIONS, numbered, paper, post

FIVE = ["introduction", "method", "results", "limitations", "conclusion"]


def read(text: str, name: str = "_posts/2025-01-02-daily.md") -> Post:
    return parse(text.encode(), name)


def codes(post: Post) -> list[str]:
    return [remark.code for remark in post.remarks]


def test_a_usual_post_gives_its_papers_with_five_sections_and_three_points() -> None:
    found = read(post(numbered(3)))
    assert [p.number for p in found.papers] == [1, 2, 3]
    assert [p.key for p in found.papers] == ["2501.00001", "2501.00002", "2501.00003"]
    first = found.papers[0]
    assert [s.kind.value for s in first.sections] == FIVE
    assert [s.markdown for s in first.sections] == list(SECTIONS.values())
    assert (first.points.goal, first.points.motivation, first.points.contribution) == (GOAL, MOTIVATION, CONTRIBUTION)
    assert first.points.rest == ""
    assert found.remarks == ()
    assert (found.title, found.tags, found.day) == ("Daily Papers", ("papers", "llm"), date(2025, 1, 2))


def test_a_zoneless_date_is_in_seoul() -> None:
    found = read(post(numbered(1)))
    assert found.published is not None
    assert found.published.isoformat() == "2025-01-02T08:15:00+09:00"


@pytest.mark.parametrize(
    ("given_date", "expected"),
    [
        ("2025-09-19", "2025-09-19T00:00:00+09:00"),
        ("2024-01-14 14:45:11 +/-0000", "2024-01-14T14:45:11+00:00"),
        ("2025-01-02 08:15:00 +0900", "2025-01-02T08:15:00+09:00"),
        ("2025-01-02T08:15:00-0400", "2025-01-02T08:15:00-04:00"),
        ("2025-01-02 08:15", "2025-01-02T08:15:00+09:00"),
        ('"2025-01-02 08:15:00 Z"', "2025-01-02T08:15:00+00:00"),
    ],
)
def test_dates_are_read_however_they_are_written(given_date: str, expected: str) -> None:
    found = read(post(numbered(1), date=given_date))
    assert found.published is not None
    assert found.published.isoformat() == expected


def test_without_a_date_the_file_name_gives_it() -> None:
    found = read(post(numbered(1), head="title: x"), "sub/2025_03_04-some words.md")
    assert found.day == date(2025, 3, 4)
    assert "date-missing" in codes(found)


def test_a_date_that_does_not_exist_is_remarked_and_the_name_stands_in() -> None:
    found = read(post(numbered(1), date="2025-13-45 08:15:00"), "2025-01-05-x.md")
    assert found.day == date(2025, 1, 5)


def test_the_front_matters_date_wins_over_the_names() -> None:
    assert read(post(numbered(1)), "2024-12-31-x.md").day == date(2025, 1, 2)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('title: Daily Papers — 2025-08-29"', "Daily Papers — 2025-08-29"),
        ('title: "Quoted: with a colon"', "Quoted: with a colon"),
        ("title: [Review] GAN: a first look", "[Review] GAN: a first look"),
        ("title: 2025", "2025"),
        ("title: Unquoted: with a colon", "Unquoted: with a colon"),
        ("tags: [x]", "daily"),
    ],
)
def test_titles_of_posts(head: str, title: str) -> None:
    assert read(post(numbered(1), head=f"{head}\ndate: 2025-01-02")).title == title


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("tags: [papers, generative AI]", ("papers", "generative AI")),
        ("tags: formatting math", ("formatting", "math")),
        ("tags: one, two words", ("one", "two words")),
        ("tags:", ()),
        ("tags: []", ()),
        ("tags: [1, 2025, null, a, a]", ("1", "2025", "a")),
        ("tags: {a: b}", ()),
        ("tags:\n  - x\n  - y", ("x", "y")),
    ],
)
def test_tags_are_a_list_or_words(line: str, tags: tuple[str, ...]) -> None:
    assert read(post(numbered(1), head=line)).tags == tags


HOSTILE = {
    "aliases": "a: &a [x]\nb: [*a, *a]\ntitle: kept",
    "nesting": "title: kept\na: " + "[" * 50 + "]" * 50,
    "tags": "title: kept\na: !!python/object/apply:os.system ['true']",
    "size": "title: kept\nx: " + "y" * 70_000,
    "tabs": "title: kept\n\tx: y",
    "quotes": 'title: kept\nx: "never closed',
    "keys": "title: kept\n? [a]\n: b",
}


@pytest.mark.parametrize("head", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_front_matter_costs_no_more_than_a_remark(head: str) -> None:
    found = read(post(numbered(2), head=head))
    assert len(found.papers) == 2
    assert found.title == "kept"
    assert "frontmatter-unreadable" in codes(found)


@pytest.mark.parametrize("value", ["0x" + "f" * 4000, "9" * 5000, "1:" * 2000 + "1"])
@pytest.mark.parametrize("key", ["title", "tags", "date", "x"])
def test_a_number_of_any_length_is_text_like_other_values(key: str, value: str) -> None:
    found = read(post(numbered(2), head=f"{key}: {value}\nlayout: post"))
    assert len(found.papers) == 2
    assert "fault" not in codes(found) and "frontmatter-unreadable" not in codes(found)
    assert found.title == (value if key == "title" else "daily")
    assert found.tags == ((value,) if key == "tags" else ())


def test_text_between_rules_is_not_taken_for_front_matter() -> None:
    found = read("---\nonly a sentence\n---\n\nand more")
    assert "only a sentence" in found.body
    assert "and more" in found.body


def test_front_matter_that_is_never_closed_is_text() -> None:
    found = read("---\ntitle: x\n\n# 1. [A](https://arxiv.org/abs/2501.00001)\n\n## Method\n텍스트")
    assert "title: x" in found.preamble
    assert [p.key for p in found.papers] == ["2501.00001"]


BROKEN = """### 1. [Folding Long Texts in

Small Memory](https://arxiv.org/abs/2501.00001)

제목: Folding Long Texts in\x20\x20
Small Memory\x20\x20
arXiv: https://arxiv.org/abs/2501.00001

## Introduction

- 목표: 하나
- 동기: 둘
- 기여: 셋

## Method

가운데에서 끊긴 문장

### 2. [Another
Title](http://arxiv.org/pdf/2501.00002v3)

## Introduction

- 하나
- 둘
- 셋
"""


def test_the_first_days_shape_gives_whole_titles() -> None:
    found = read(post([BROKEN]))
    first, second = found.papers
    assert first.title == "Folding Long Texts in Small Memory"
    assert first.raw_title == "Folding Long Texts in\nSmall Memory"
    assert [s.kind.value for s in first.sections] == ["introduction", "method"]
    assert (first.points.goal, first.points.contribution) == ("하나", "셋")
    assert (second.title, second.arxiv_id, second.arxiv_version) == ("Another Title", "2501.00002", 3)
    assert (second.points.goal, second.points.motivation, second.points.contribution) == ("하나", "둘", "셋")
    assert {"title-broken", "section-missing", "text-cut"} <= set(codes(found))


def test_remarks_have_the_lines_of_the_file() -> None:
    found = read(post([BROKEN]))
    lines = post([BROKEN]).splitlines()
    broken = [remark for remark in found.remarks if remark.code == "title-broken"]
    assert [lines[remark.line - 1].split(".")[0] for remark in broken] == ["### 1", "### 2"]
    cut = next(remark for remark in found.remarks if remark.code == "text-cut")
    assert lines[cut.line - 1 : cut.line + 1] != []


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A   Title  with   Runs", "A Title with Runs"),
        ("D^3QE: Quantization", "D^3QE: Quantization"),
        ("V\\*: Visual Search", "V*: Visual Search"),
        ("Dress&Dance", "Dress&Dance"),
        ("Let's <think> about </think> it", "Let's <think> about </think> it"),
        ("Nested [Brackets] Here", "Nested [Brackets] Here"),
        ("Unbalanced ] Bracket", "Unbalanced ] Bracket"),
        ("µP and √d", "µP and √d"),
    ],
)
def test_titles_of_papers_are_shown_whole(title: str, shown: str) -> None:
    found = read(post([paper(title=title)])).papers[0]
    assert found.title == shown
    assert found.key == "2501.00001"
    assert found.raw_title == title


@pytest.mark.parametrize(
    ("link", "key", "version"),
    [
        ("https://arxiv.org/abs/2501.00001v2", "2501.00001", 2),
        ("http://arxiv.org/pdf/2501.00001.pdf", "2501.00001", None),
        ("https://arxiv.org/abs/hep-th/9901001v1", "hep-th/9901001", 1),
        ("https://WWW.OpenReview.net/forum?id=Ab&utm_source=x#y", "https://openreview.net/forum?id=Ab", None),
        (None, "title:folding long texts", None),
    ],
)
def test_what_a_paper_is_known_by(link: str | None, key: str, version: int | None) -> None:
    found = read(post([paper(link=link)])).papers
    assert [(p.key, p.arxiv_version) for p in found] == [(key, version)]


def test_numbered_headings_of_a_long_form_post_are_no_papers() -> None:
    text = "## Method\n\n### 1. Two Domains\n\n본문\n\n#### Loss\n\n## Experiment\n\n### 1. Datasets\n\n* CelebA\n"
    found = read(post([text]))
    assert found.papers == ()
    assert found.body == text.strip()
    assert "no-papers" in codes(found)


def test_a_paper_without_a_link_stands_among_its_neighbours() -> None:
    found = read(post([paper(1), "# 2. A Paper Without Link\n", paper(3, "Third", "https://arxiv.org/abs/2501.00003")]))
    assert [p.title for p in found.papers] == ["Folding Long Texts", "A Paper Without Link", "Third"]
    assert "link-missing" in codes(found)


def test_text_before_the_first_section_and_the_first_paper_is_kept() -> None:
    first = (
        "# 1. [A](https://arxiv.org/abs/2501.00001)\n\n> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2501.00001)\n"
    )
    found = read(post(["오늘의 논문입니다.\n\n", first, "\n저자의 한마디.\n\n## Method\n방법\n"]))
    assert found.preamble == "오늘의 논문입니다."
    assert [(s.kind, s.markdown) for s in found.papers[0].sections] == [
        (SectionKind.OTHER, "저자의 한마디."),
        (SectionKind.METHOD, "방법"),
    ]
    assert found.papers[0].alphaxiv == "https://www.alphaxiv.org/ko/overview/2501.00001"


def test_other_headings_are_sections_and_deeper_ones_stay_in_their_section() -> None:
    sections = {"Introduction": "하나", "Ablation Study": "둘\n\n### Deeper\n\n셋", "Conclusion": "넷"}
    found = read(post([paper(sections=sections)])).papers[0]
    assert [(s.kind.value, s.heading) for s in found.sections] == [
        ("introduction", "Introduction"),
        ("other", "Ablation Study"),
        ("conclusion", "Conclusion"),
    ]
    assert found.sections[1].markdown == "둘\n\n### Deeper\n\n셋"


@pytest.mark.parametrize(
    "text", ["정보 부족", "정보 부족.", "- 정보 부족", "정보 부족이다.", "정보부족", "**정보 부족.**"]
)
def test_nothing_known_is_recognised(text: str) -> None:
    found = read(post([paper(sections={"Introduction": "x", "Limitations": text})])).papers[0]
    assert [s.nothing_known for s in found.sections] == [False, True]


def test_a_sentence_about_missing_information_is_not_nothing_known() -> None:
    text = "정보 부족 문제를 다루지 못했다."
    found = read(post([paper(sections={"Limitations": text})])).papers[0]
    assert not found.sections[0].nothing_known


def test_points_need_three_bullets_or_labels() -> None:
    two = read(post([paper(sections={"Introduction": "- 하나\n- 둘"})])).papers[0].points
    assert (two.goal, two.rest) == ("", "- 하나\n- 둘")
    some = (
        read(post([paper(sections={"Introduction": "- **Goal**: 하나\n- 둘\n- **Contribution:** 셋"})]))
        .papers[0]
        .points
    )
    assert (some.goal, some.motivation, some.contribution, some.rest) == ("하나", "", "셋", "둘")
    lines = (
        read(post([paper(sections={"Introduction": "Goal: 하나\nMotivation: 둘\nContribution: 셋"})])).papers[0].points
    )
    assert (lines.goal, lines.motivation, lines.contribution) == ("하나", "둘", "셋")


def test_a_fence_that_is_never_closed_does_not_swallow_the_next_paper() -> None:
    sections = {"Introduction": "x", "Method": "```python\nprint(1)"}
    found = read(post([paper(sections=sections), paper(2, "Second", "https://arxiv.org/abs/2501.00002")]))
    assert [p.number for p in found.papers] == [1, 2]
    assert "print(1)" in found.papers[0].sections[1].markdown
    assert "fence-open" in codes(found)


def test_a_closed_fence_may_show_a_heading_of_a_paper() -> None:
    shown = "```\n# 9. [Not a paper](https://arxiv.org/abs/2509.99999)\n```"
    found = read(post([paper(sections={"Method": shown})]))
    assert [p.number for p in found.papers] == [1]
    assert found.papers[0].sections[0].markdown == shown


@pytest.mark.parametrize("text", ["", "---\ntitle: x\n---\n", "뭐요", "\n\n\n"])
def test_nearly_empty_files_are_pages(text: str) -> None:
    found = parse(text.encode(), "2025-07-01-test.md")
    assert found.papers == ()
    assert found.day == date(2025, 7, 1)


def test_decomposed_hangul_is_composed_and_line_ends_are_one() -> None:
    text = unicodedata.normalize("NFD", post([paper(sections={"Method": "압축 기법"})])).replace("\n", "\r\n")
    assert parse(text.encode(), "x.md").papers[0].sections[0].markdown == "압축 기법"


def test_other_encodings_are_read() -> None:
    text = post([paper(sections={"Method": "한글 본문"})])
    assert parse(text.encode("cp949", "replace"), "x.md").papers[0].sections[0].markdown == "한글 본문"
    assert parse(text.encode("utf-16"), "x.md").papers[0].sections[0].markdown == "한글 본문"
    assert parse(b"\xef\xbb\xbf" + text.encode(), "x.md").title == "Daily Papers"
    assert "encoding" in codes(parse(b"\xff\xff\xfe\x80 text", "x.md"))


def test_a_paper_twice_in_one_post_is_remarked() -> None:
    assert "paper-twice" in codes(read(post([paper(1), paper(2)])))


WORDS = st.text(
    alphabet=st.sampled_from("가나다라 abcXYZ0189 .,:;!?<>[]()*_`~^$#-+=|\\/\n\n\"'&%{}@🙂µ√"), max_size=300
)


@given(st.binary(max_size=400))
def test_no_bytes_are_rejected(source: bytes) -> None:
    assert parse(source, "2025-01-01-x.md").name == "2025-01-01-x.md"


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_no_text_of_a_summary_is_lost(texts: list[str]) -> None:
    source = post(
        [paper(n + 1, f"T{n}", f"https://arxiv.org/abs/2501.{n:05d}") + f"{text}\n" for n, text in enumerate(texts)]
    )
    found = read(source)
    kept = [found.preamble, found.body if not found.papers else ""]
    for one in found.papers:
        kept += [one.raw_title, *(f"{s.heading} {s.markdown}" for s in one.sections)]
    have = "".join("".join(kept).split())
    for text in texts:
        for word in text.split():
            assert word.strip("#") in have or word.strip("#=-") == "" or found.papers == ()


@given(WORDS)
def test_plain_text_is_the_same_whether_or_not_the_parser_was_needed(text: str) -> None:
    parsed = "".join(_pieces(parser().parse(text))).split("\n")
    assert plain_text(text) == "\n".join(line for line in (" ".join(one.split()) for one in parsed) if line)


def test_brackets_without_end_cost_no_minutes_and_no_text() -> None:
    text = post([paper(sections={"Method": "[" * 40_000 + " 끝"})])
    assert plain_text(read(text).papers[0].sections[0].markdown).endswith("끝")
