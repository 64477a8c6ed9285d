"""The real posts beside the repository are understood whole. Skipped where they are not there."""

import re
from pathlib import Path

import pytest

from reader.posts.folding import folded
from reader.posts.model import Post
from reader.posts.parse import parse
from reader.posts.plain import plain_text

HEADING = re.compile(r"^#{1,3} (\d+)\. \[", re.MULTILINE)


def posts(folder: Path) -> list[tuple[str, Post]]:
    found = [
        (path.read_text(encoding="utf-8"), parse(path.read_bytes(), path.name)) for path in sorted(folder.rglob("*.md"))
    ]
    assert found
    return found


@pytest.mark.parametrize("folder", ["posts", "corpus/blog", "corpus/early", "corpus/history"])
def test_every_numbered_heading_is_a_paper(shared: Path, folder: str) -> None:
    for text, post in posts(shared / folder):
        assert [p.number for p in post.papers] == [int(n) for n in HEADING.findall(text)]


def test_each_of_the_28_has_all_that_is_shown(shared: Path) -> None:
    papers = [paper for _, post in posts(shared / "posts") for paper in post.papers]
    assert len(papers) == 28
    for paper in papers:
        assert [s.kind.value for s in paper.sections] == [
            "introduction",
            "method",
            "results",
            "limitations",
            "conclusion",
        ]
        assert all(s.markdown for s in paper.sections)
        assert paper.points.goal and paper.points.motivation and paper.points.contribution
        assert paper.arxiv_id and "  " not in paper.title


@pytest.mark.parametrize("folder", ["posts", "corpus/blog", "corpus/early", "corpus/history"])
def test_no_word_of_any_section_is_lost(shared: Path, folder: str) -> None:
    for text, post in posts(shared / folder):
        body = text.split("\n---\n", 1)[-1] if post.papers else ""
        kept = []
        for paper in post.papers:
            kept += [str(paper.number), paper.raw_title, paper.link or "", paper.alphaxiv or ""]
            kept += [f"{s.heading} {s.markdown}" for s in paper.sections]
        assert missing(body, " ".join(kept)) <= {"제목", "arxiv", "alphaxiv"}


def missing(text: str, kept: str) -> set[str]:
    return set(re.findall(r"\w+", folded(text))) - set(re.findall(r"\w+", folded(kept)))


@pytest.mark.parametrize("folder", ["posts", "corpus/blog"])
def test_plain_text_has_every_word_of_the_markdown(shared: Path, folder: str) -> None:
    for _, post in posts(shared / folder):
        for markdown in [s.markdown for p in post.papers for s in p.sections]:
            without_links = re.sub(r"\]\([^)]*\)|^`{3}\w+|\\(?=[^\w\s])", "", markdown, flags=re.MULTILINE)
            assert missing(without_links, plain_text(markdown)) <= set()


def test_early_posts_have_ten_papers_each_with_whole_titles(shared: Path) -> None:
    for _, post in posts(shared / "corpus" / "early"):
        assert len(post.papers) == 10
        assert post.papers[0].title == (
            "Pref-GRPO: Pairwise Preference Reward-based GRPO for Stable Text-to-Image Reinforcement Learning"
        )
        assert post.title == "Daily Papers — 2025-08-29"


def test_long_form_posts_are_pages(shared: Path) -> None:
    for text, post in posts(shared / "corpus" / "longform"):
        assert post.papers == ()
        assert post.body == text.split("\n---\n", 1)[1].strip()
        assert post.tags
