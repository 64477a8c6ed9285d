"""What is wrong with a head is told in a sentence, with the line of the file it is on, and all else of it is read."""

import pytest

from reader.posts.parse import parse

BY_LINE = "The front matter was read line by line: "


@pytest.mark.parametrize(
    ("source", "title", "line", "message"),
    [
        (
            "\n\n---\ntitle: 주전자\ntags: [a\nbad line here\n---\n글",
            "주전자",
            5,
            f"{BY_LINE}did not find expected ',' or ']' (lines 5, 6).",
        ),
        (
            "---\ntitle: 주전자\nx: !!python/object:os.system a\n---\n글",
            "주전자",
            3,
            f"{BY_LINE}it asks for a type that is no text (line 3).",
        ),
        ("---\ntitle: 주전자\nx: &a\n---\n글", "주전자", 3, f"{BY_LINE}an anchor has no value (line 3)."),
        ('{"title": "주전자"\n글', "a", 1, "The text begins with a brace and is no JSON; kept as text."),
        (
            "---\ntitle: 주전자\n\n# 1. [A](https://arxiv.org/abs/2501.00001)\n\n## Method\n글.\n\n---\n끝.",
            "a",
            1,
            "What stands between '---' lines has papers in it: it is text, not front matter.",
        ),
    ],
)
def test_a_head_that_cannot_be_read_is_told(source: str, title: str, line: int, message: str) -> None:
    post = parse(source.encode(), "2025-01-02-a.md")
    assert post.title == title
    assert post.remarks[0] == (line, "frontmatter-unreadable", message)


def test_lists_and_tables_of_a_json_head_are_read_for_their_texts() -> None:
    post = parse('{"title": ["가"], "tags": ["x", ["y"]]}\n글'.encode(), "2025-01-02-a.md")
    assert (post.title, post.tags) == ("a", ("x",))
    zola = parse('{"title": "주전자", "taxonomies": {"tags": ["x"]}}\n글'.encode(), "2025-01-02-a.md")
    assert (zola.title, zola.tags) == ("주전자", ("x",))
