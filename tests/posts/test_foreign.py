"""Posts as other people's programs and repositories of notes have them come out right.

foreign/shapes has a sample for each kind of repository, with invented words; foreign/repos.md says which kinds those
are, foreign/truth.json what is right for each.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.library.appearances import papers_of
from reader.posts.parse import parse
from tests.posts.expected import unmet

FOREIGN = Path(__file__).with_name("foreign")
TRUTHS: list[dict[str, Any]] = json.loads((FOREIGN / "truth.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("truth", TRUTHS, ids=[truth["file"] for truth in TRUTHS])
def test_a_post_of_another_kind_comes_out_right(truth: dict[str, Any]) -> None:
    post = parse((FOREIGN / "shapes" / truth["file"]).read_bytes(), truth["file"].split("/", 1)[1])
    papers = {"keys": [paper["key"] for paper in truth["papers"]], "titles": [p["title"] for p in truth["papers"]]}
    told = unmet(post, {**truth, **papers, "contains": truth["words"]})
    if told and truth.get("either") == "page":
        told = unmet(post, {**truth, "keys": [], "contains": truth["words"]})
    assert told == []


def test_forty_notes_of_one_name_have_forty_titles() -> None:
    notes = {f"{n:02}/paper.md": f"# 노트 {n}\n\n물이 끓는다.\n".encode() for n in range(40)}
    posts = [parse(source, name) for name, source in notes.items()]
    assert len({page.title for post in posts for page in papers_of(post)}) == 40
