"""Words of a page and their places in the document: there and back, whatever characters they are made of."""

from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from reader.posts.model import SectionKind
from reader.render.sheet import Anchor, FormulaPicture
from reader.ui.page.page_text import CONTEXT, SectionText, sections_of
from reader.ui.session.units import to_characters, to_units

ANCHORS = [
    (Anchor(0, "section-0", "Introduction", SectionKind.INTRODUCTION), "Introduction"),
    (Anchor(1, "section-1", "부록", SectionKind.OTHER), "부록"),
]
FORMULAS = {"f": FormulaPicture(b"", 10, 10, 2, "E=mc^2")}
words = st.text(st.sampled_from("가나다 ab.🙂𝔼́̈\u200d한"), max_size=12)
paragraphs = st.lists(st.tuples(words, st.booleans(), words), min_size=1, max_size=4)


def read(first: list[tuple[str, bool, str]], second: list[tuple[str, bool, str]]) -> list[SectionText]:
    def written(parts: list[tuple[str, bool, str]]) -> str:
        lines = (f"{escape(a)}{'<img src=f>' if formula else '<b>b</b>'}{escape(c)}" for a, formula, c in parts)
        return "".join(f"<p>{line}</p>" for line in lines)

    document = QTextDocument()
    document.setHtml(
        f'<body><p><a name="section-0"></a>Introduction</p><p><a name="label"></a>Goal</p>{written(first)}'
        f'<p><a name="section-1"></a>부록</p>{written(second)}</body>'
    )
    KEPT.append(document)  # its blocks are read lazily
    return sections_of(document, ANCHORS, FORMULAS)


KEPT: list[QTextDocument] = []


@settings(max_examples=60)
@given(first=paragraphs, second=paragraphs, data=st.data())
def test_words_go_to_the_document_and_come_back(
    qapp: QApplication, first: list[tuple[str, bool, str]], second: list[tuple[str, bool, str]], data: st.DataObject
) -> None:
    for section in read(first, second):
        text = section.text
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        if "E=mc^2" in text:
            start, end = _off_formulas(text, start), _off_formulas(text, end)
        spans = section.spans(start, end)
        wanted = text[start:end].strip()
        if not spans:
            assert not wanted
            continue
        found = section.quotation(spans[0][0], spans[-1][1])
        assert (found.words if found else "") == wanted
        if found:
            at = start + len(text[start:end]) - len(text[start:end].lstrip())
            assert found.before == text[max(0, at - CONTEXT) : at]


def _off_formulas(text: str, place: int) -> int:
    """A place that is not inside a formula, which is one picture in the document."""
    at = text.find("E=mc^2")
    while at >= 0:
        if at < place < at + len("E=mc^2"):
            return at
        at = text.find("E=mc^2", at + 1)
    return place


@settings(max_examples=40)
@given(first=paragraphs, second=paragraphs)
def test_a_section_has_its_own_words_alone(
    qapp: QApplication, first: list[tuple[str, bool, str]], second: list[tuple[str, bool, str]]
) -> None:
    for section in read(first, second):
        assert section.name in ("introduction", "부록")
        assert "Goal" not in section.text
        assert "Introduction" not in section.text


@given(text=words, place=st.integers(0, 12))
def test_units_and_characters_go_there_and_back(text: str, place: int) -> None:
    place = min(place, len(text))
    assert to_characters(text, to_units(text, place)) == place
