"""What is told of a post: every sentence, the values for programs, and the line that a remark is about."""

import pytest

from reader.posts.explained import as_json, in_words
from reader.posts.model import Points
from reader.posts.parse import parse, read
from reader.posts.sections import read_points
from tests.factories import numbered, post

LINK = "https://arxiv.org/abs/2501.0000"
SUMMARY = "\n\n### Introduction\n글.\n\n### Method\n글.\n"


def told(source: str | bytes, name: str = "2025-01-02-a.md") -> list[str]:
    return in_words(read(source if isinstance(source, bytes) else source.encode(), name))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("---\ntitle: x\n---\n글", "YAML between lines of three dashes"),
        ('+++\ntitle = "x"\n+++\n글', "TOML between lines of three plus signs"),
        ('{"title": "x"}\n글', "a JSON object"),
        ("% 제목\n글", "pandoc's title block"),
        ("Title: 제목\n\n글", "MultiMarkdown's metadata"),
        ("#+TITLE: 제목\n글", "Org's keywords"),
    ],
)
def test_each_form_of_a_head_has_its_name(source: str, sentence: str) -> None:
    assert f"Head: {sentence}." in told(source)


@pytest.mark.parametrize(
    ("source", "sentence", "value"),
    [
        ("---\ntitle: x\n---\n글", "Title: as the head has it.", "head"),
        ("# 물\n글", "Title: the first heading of level 1, since the head has none.", "first heading"),
        (
            "<h1 align=center>물 <b>불</b></h1>\n\n글",
            "Title: the first heading of level 1, since the head has none.",
            "first heading",
        ),
        ("글", "Title: the file's name, since neither head nor headings have one.", "name"),
    ],
)
def test_where_a_title_comes_from(source: str, sentence: str, value: str) -> None:
    assert sentence in told(source)
    reading = read(source.encode(), "a.md")
    assert as_json(reading)["title_from"] == value
    assert reading.post.title in ("x", "물", "물 불", "a")


@pytest.mark.parametrize(
    ("source", "sentence", "value"),
    [
        (post(numbered(2)), "2 papers: numbered headings link to papers.", "numbered headings"),
        (
            f"## [A]({LINK}1){SUMMARY}\n## [B]({LINK}2){SUMMARY}",
            "2 papers: headings of one level link to papers.",
            "linked headings",
        ),
        (
            f"## A\n논문: {LINK}1{SUMMARY}\n## B\n논문: {LINK}2{SUMMARY}",
            "2 papers: headings of one level have a paper's link in the lines below them.",
            "links below headings",
        ),
        (
            f"## 1. A{SUMMARY}\n## 2. B{SUMMARY}",
            "2 papers: numbered headings are followed by the sections of a summary.",
            "sections below headings",
        ),
        ("글", "One page: no heading names a paper.", "none, one page"),
    ],
)
def test_how_papers_were_told(source: str, sentence: str, value: str) -> None:
    assert sentence in told(source)
    assert as_json(read(source.encode(), "a.md"))["papers_by"] == value


def test_an_encoding_is_told_where_it_is_another_and_whether_it_is_a_guess() -> None:
    text = "물이 끓는다. 김이 난다."
    assert told(text.encode("utf-16"))[0] == "Encoding: utf-16."
    assert told(text.encode("cp949"))[0] == "Encoding: cp949, which is a guess."
    assert not told(text.encode())[0].startswith("Encoding")
    assert as_json(read(text.encode("cp949"), "a.md"))["encoding_is"] == "a guess"
    assert as_json(read(text.encode("utf-16"), "a.md"))["encoding_is"] == "certain"


def test_text_outside_the_papers_is_told_in_words_and_as_a_remark() -> None:
    source = post(["물이 끓는다.\n", *numbered(1)])
    assert "Text outside the papers is a page of its own." in told(source)
    message = "There is text outside the papers; it is shown as a page of its own."
    assert [each.message for each in parse(source.encode(), "a.md").remarks if each.code == "preamble"] == [message]
    assert "Text outside the papers is a page of its own." not in told(post(numbered(1)))


@pytest.mark.parametrize(
    ("source", "code", "message"),
    [
        ("글", "no-papers", "No papers; one page."),
        ("", "empty", "The post is empty."),
        ("글", "frontmatter-missing", "There is no front matter."),
        ("글", "date-missing", "No date in the front matter; taken from the file name, if it has one."),
        ("글", "title-missing", "No title in the front matter; the file name stands in for it."),
        ("---\ntitle: x\n", "frontmatter-open", "The front matter has no closing '---'; all of it is read as text."),
        ("---\ntitle: x\ndate: 내일\n---\n글", "date-unreadable", "The date '내일' is none that can be read."),
        ("---\ntitle: x\nk: {글}\n---\n글".replace("글}", "*a}"), "frontmatter-unreadable", None),
    ],
)
def test_a_remark_about_the_whole_post_is_about_its_first_line(source: str, code: str, message: str | None) -> None:
    (found,) = [each for each in parse(source.encode(), "a.md").remarks if each.code == code]
    if message is None:
        assert found.line == 3
    else:
        assert (found.line, found.message) == (1, message)


def test_an_encoding_is_remarked_at_the_first_line() -> None:
    (found,) = [each for each in parse("물이 끓는다".encode("cp949"), "a.md").remarks if each.code == "encoding"]
    assert (found.line, found.message[:38]) == (1, "The file is not UTF-8; it was read as ")


def test_a_text_keeps_the_letters_at_its_ends() -> None:
    for text in ("XX는 물이다 XX", "\\n물\\n", "물 *X*"):
        assert parse(f"\n\n{text}\n\n".encode(), "a.md").body == text
        found = parse(f"---\ntitle: x\nX: y\n---\n\n{text}\n".encode(), "a.md")
        assert (found.body, found.head) == (text, "---\ntitle: x\nX: y\n---")


def test_an_introduction_without_points_has_none_and_keeps_its_text() -> None:
    assert read_points("물이 끓는다.") == Points("", "", "", "물이 끓는다.")
    assert read_points("- 하나\n- 둘") == Points("", "", "", "- 하나\n- 둘")


def test_what_a_program_is_told_has_stable_names() -> None:
    assert as_json(read(f"---\ntitle: x\ncreated: 2026-01-05\n---\n# 1. [One]({LINK}1)\n".encode(), "a.md")) == {
        "encoding": "utf-8",
        "encoding_is": "certain",
        "head": "yaml",
        "bad_lines": [],
        "title_from": "head",
        "date_from": "created",
        "papers_by": "numbered headings",
        "numbered_headings_are": "papers",
        "text_outside_papers": False,
        "papers": [{"key": "2501.00001", "known_by": "arXiv id", "link_from": "heading"}],
    }


def test_every_line_that_was_not_understood_is_told() -> None:
    source = "---\ntitle: x\ntags: [a\nbad line here\n---\n글"
    assert "Head: YAML between lines of three dashes, read line by line; not understood: line 3, 4." in told(source)
