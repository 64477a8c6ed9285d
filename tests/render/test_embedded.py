"""A page has its pictures in it, and nothing that leads out of it."""

import base64
import re
from pathlib import Path

import pytest

from reader.posts.model import Paper, PaperKey, Section, SectionKind
from reader.render import page, pictures
from reader.render.embedded import embedded
from reader.render.sheet import Look
from reader.render.theme import LIGHT

PNG = b"\x89PNG\r\n\x1a\n of a picture"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://a.example/b"/><rect/></svg>'


def written(markdown: str, folder: Path) -> str:
    section = Section(SectionKind.OTHER, "", markdown)
    paper = Paper(key=PaperKey("a.md"), number=0, title="A", raw_title="A", sections=(section,))
    find = lambda source: pictures.find(source, folder, "a.md")  # noqa: E731
    return embedded(page.page(paper, Look(LIGHT), is_page=True, find_picture=find))


def inside(html: str) -> list[tuple[str, bytes]]:
    found = re.findall(r'src="data:image/([\w+]+);base64,([^"]*)"', html)
    return [(kind, base64.b64decode(text)) for kind, text in found]


@pytest.mark.parametrize(("name", "kind"), [("a.png", "png"), ("b.JPG", "jpeg"), ("c.webp", "webp")])
def test_a_picture_of_a_file_is_in_the_page(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(PNG)
    assert inside(written(f"![a]({name})", tmp_path)) == [(kind, PNG)]


def test_a_drawing_is_in_it_without_what_reaches_out(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(SVG)
    ((kind, content),) = inside(written("![a](a.svg)", tmp_path))
    assert kind == "svg+xml"
    assert b"example" not in content
    assert b"rect" in content


def test_a_formula_is_drawn_in_it(tmp_path: Path) -> None:
    ((kind, content),) = inside(written("$x^2$", tmp_path))
    assert kind == "svg+xml"
    assert content.startswith(b"<svg")


def test_what_cannot_be_read_leaves_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"no drawing")
    html = written("![낱말](a.svg)", tmp_path)
    assert inside(html) == []
    assert 'src=""' in html
    assert "낱말" in html


def test_a_picture_of_just_the_limit_is_in_the_page_and_a_byte_more_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.render.embedded._MOST_BYTES", len(PNG))
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "b.png").write_bytes(PNG + b" ")
    assert inside(written("![](a.png)", tmp_path)) == [("png", PNG)]
    assert inside(written("![](b.png)", tmp_path)) == []
    assert 'src=""' in written("![](b.png)", tmp_path)
