"""Small inputs of eleven kinds, each written from the rule of a program or a specification, come out as that rule says.

The inputs are in kinds/, one module a kind; each says whose rule it is.
"""

import pytest

from reader.posts.explained import as_json, in_words
from reader.posts.model import Post
from reader.posts.parse import parse, read
from tests.posts.expected import unmet
from tests.posts.kinds import (
    blogs,
    dates,
    explained,
    exports,
    files,
    headings,
    heads,
    identity,
    other_heads,
    papers,
    pieces,
    size,
    titles,
    values,
)
from tests.posts.kinds.shape import Shape

MODULES = (
    *(heads, other_heads, values, dates, titles, identity, headings, papers, pieces, files, explained, size),
    *(exports, blogs),
)
SHAPES: list[Shape] = [shape for module in MODULES for shape in module.KIND.shapes]


def posts_of(shape: Shape) -> dict[str, Post]:
    return {name: parse(each if isinstance(each, bytes) else each.encode(), name) for name, each in shape.files.items()}


@pytest.mark.parametrize("shape", SHAPES, ids=[f"{shape.kind} {shape.name[:70]}" for shape in SHAPES])
def test_a_small_input_comes_out_as_its_rule_says(shape: Shape) -> None:
    posts = posts_of(shape)
    each = shape.expect.get("files") or ({next(iter(shape.files)): shape.expect} if "files" not in shape.expect else {})
    assert [(name, told) for name, wanted in each.items() if (told := unmet(posts[name], wanted))] == []
    keys = {paper.key for post in posts.values() for paper in post.papers}
    assert len(keys) == (1 if shape.expect.get("one key") else shape.expect.get("distinct", len(keys)))
    assert not keys & set(shape.expect.get("not keys", ()))


def test_there_are_forty_inputs_of_each_kind() -> None:
    counts = {kind: sum(shape.kind == kind for shape in SHAPES) for kind in range(1, 9)}
    counts[9] = len(size.GROWING) + len(size.SIGNS) + len(size.ODD)
    assert all(count >= 40 for count in counts.values()), counts


@pytest.mark.parametrize("shape", [s for s in SHAPES if "explains" in s.expect], ids=lambda shape: shape.name)
def test_what_was_taken_for_what_is_explained(shape: Shape) -> None:
    name, source = next(iter(shape.files.items()))
    reading = read(source if isinstance(source, bytes) else source.encode(), name)
    told = as_json(reading)
    told |= {name: each for paper in told["papers"][:1] for name, each in paper.items()}
    wanted = {key.replace(" ", "_"): value for key, value in shape.expect["explains"].items() if key != "passed over"}
    assert {key: told[key] for key in wanted} == wanted
    assert all(sentence.endswith(".") for sentence in in_words(reading))
