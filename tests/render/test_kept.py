"""The page that was open last is shown again without its Markdown being read, unless anything about it is another."""

import json
from pathlib import Path

import pytest

from reader.posts.model import SectionKind
from reader.render import page_cache
from reader.render.page_cache import KeptPage
from reader.render.sheet import Anchor, FilePicture, FormulaPicture, Page

ANCHORS = (
    Anchor(0, "section-0", "1. 서론", SectionKind.INTRODUCTION),
    Anchor(1, "section-1", "방법", SectionKind.METHOD),
)
FORMULA = FormulaPicture(b"<svg>\xce\xb1</svg>", 12.5, 9.0, -1.25, r"\alpha")
PAGE = Page("<p>쪽 & 쪽</p>", ANCHORS, {"formula:0": FORMULA})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "page.json"


def test_a_page_comes_back_as_it_was(path: Path) -> None:
    KeptPage(path).write(("a paper", 16.0), PAGE)
    assert KeptPage(path).read(("a paper", 16.0)) == PAGE


def test_a_page_made_of_something_else_does_not(path: Path) -> None:
    KeptPage(path).write(("a paper", 16.0), PAGE)
    assert KeptPage(path).read(("a paper", 17.0)) is None


def test_a_page_of_an_older_program_does_not(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    KeptPage(path).write("a paper", PAGE)
    monkeypatch.setattr("reader.render.page_cache.__version__", "99.0")
    assert KeptPage(path).read("a paper") is None


def test_a_page_of_another_state_of_the_source_does_not(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    KeptPage(path).write("a paper", PAGE)
    newest = page_cache._newest_source()
    assert newest == max(file.stat().st_mtime_ns for file in Path(page_cache.__file__).parent.glob("*.py"))
    monkeypatch.setattr(page_cache, "_newest_source", lambda: newest + 1)
    assert KeptPage(path).read("a paper") is None


def test_a_page_with_a_picture_from_a_file_is_not_kept(path: Path) -> None:
    KeptPage(path).write("a paper", PAGE._replace(pictures={"file:0": FilePicture(Path("a.png"))}))
    assert not path.exists()


def test_a_page_kept_already_is_not_written_again(path: Path) -> None:
    kept = KeptPage(path)
    kept.write("a paper", PAGE)
    path.unlink()
    kept.write("a paper", PAGE)
    assert not path.exists()


def test_a_page_that_says_more_by_now_is_written_again(path: Path) -> None:
    kept = KeptPage(path)
    kept.write("a paper", PAGE)
    more = PAGE._replace(html="<p>FID 2.1</p><p>쪽 & 쪽</p>")
    kept.write("a paper", more)
    assert KeptPage(path).read("a paper") == more


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"made_of": 1}', "null"])
def test_a_damaged_file_holds_no_page(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    assert KeptPage(path).read("a paper") is None


@pytest.mark.parametrize("part", ["html", "anchors", "formulas"])
def test_a_file_that_lost_a_part_holds_no_page(path: Path, part: str) -> None:
    KeptPage(path).write("a paper", PAGE)
    kept = json.loads(path.read_text(encoding="utf-8"))
    del kept[part]
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert KeptPage(path).read("a paper") is None
