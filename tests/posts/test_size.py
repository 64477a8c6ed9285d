"""Posts of shapes that take forever elsewhere are read at once: 16 KB here, any size in tests/bench/posts.py."""

import time
from collections.abc import Callable

import pytest

from reader.library.appearances import derive, papers_of
from reader.posts.parse import parse
from tests.posts.kinds.size import GROWING, ODD, SIGNS

SHAPES: dict[str, Callable[[int], str]] = {
    **{f"signs {sign!r}": (lambda n, sign=sign: sign * (n // len(sign))) for sign in SIGNS},
    **ODD,
    **{name: (lambda n, make=make: make(n // 16)) for name, make in GROWING.items()},
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_post_of_any_shape_is_read_at_once(name: str) -> None:
    source = SHAPES[name](16 * 1024).encode()
    begin = time.process_time()
    post = parse(source, "note.md")
    for paper in papers_of(post):
        derive(paper, post)
    assert time.process_time() - begin < 2
    assert "fault" not in {remark.code for remark in post.remarks}


def test_thousands_of_papers_in_one_file_are_all_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "reader.posts.parse.MOST_SECONDS", 30
    )  # how many fit into a post's time is the machine's matter
    assert len(parse(GROWING["papers"](4_000).encode(), "note.md").papers) == 4_000
