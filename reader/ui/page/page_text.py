"""The words of a shown page, section by section, and where each of them is in the document.

A section's text is what a person sees of it but the program's own words: lines for blocks, a formula's TeX for its
picture, so that it is the same before and after a formula was typeset. Places in it are characters, in the document
UTF-16 units.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextDocument

from reader.marks.model import Highlight
from reader.posts.model import SectionKind
from reader.render.sheet import Anchor, FormulaPicture, Picture
from reader.ui.page.page_dress import LABEL, anchors_of
from reader.ui.page.page_pictures import PICTURE
from reader.ui.session.units import to_characters, to_units

CONTEXT = 40  # characters in front of and behind a quotation
_PLAIN = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\xa0": " "})


class Quotation(NamedTuple):
    """Words of a section with those around them."""

    section: str  # a SectionKind, else the heading; "" for text in front of the first
    words: str
    before: str  # at most CONTEXT characters
    after: str

    @classmethod
    def of(cls, highlight: Highlight) -> "Quotation":
        """The words of a highlight."""
        return cls(highlight.section, highlight.quotation, highlight.before, highlight.after)


class _Piece(NamedTuple):
    at: int  # in the section's text
    position: int  # in the document
    text: str
    block: int
    is_picture: bool

    @property
    def end(self) -> int:
        return self.at + len(self.text)

    @property
    def end_position(self) -> int:
        return self.position + (1 if self.is_picture else to_units(self.text, len(self.text)))


class SectionText:
    """The text of one section."""

    def __init__(self, name: str, label: str, blocks: Sequence[QTextBlock], pictures: Mapping[str, Picture]) -> None:
        self.name = name  # as in `Quotation.section`
        self.label = label  # its heading as it is read
        self._pieces: list[_Piece] = []
        at = 0
        for block in blocks:
            for position, text, is_picture in _pieces_of(block, pictures):
                self._pieces.append(_Piece(at, position, text, block.blockNumber(), is_picture))
                at += len(text)
            at += 1
        self.text = self._joined(at)

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where characters are in the document: positions, ends excluded, one span for each block."""
        found: dict[int, tuple[int, int]] = {}
        for piece in self._pieces:
            if piece.end <= start or piece.at >= end:
                continue
            first, last = piece.position, piece.end_position
            if not piece.is_picture:
                first = piece.position + to_units(piece.text, max(0, start - piece.at))
                last = piece.position + to_units(piece.text, min(len(piece.text), end - piece.at))
            found[piece.block] = (found.get(piece.block, (first, last))[0], last)
        return [span for span in found.values() if span[0] < span[1]]

    def quotation(self, first: int, last: int) -> Quotation | None:
        """The words between two positions of the document without spaces around them; None for none."""
        start, end = len(self.text), 0
        for piece in self._pieces:
            if piece.end_position <= first or piece.position >= last:
                continue
            inside = (0, len(piece.text)) if piece.is_picture else _inside(piece, first, last)
            start, end = min(start, piece.at + inside[0]), max(end, piece.at + inside[1])
        if start >= end:
            return None
        words = self.text[start:end]
        start, end = end - len(words.lstrip()), start + len(words.rstrip())
        if start >= end:
            return None
        before, after = self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]
        return Quotation(self.name, self.text[start:end], before, after)

    def _joined(self, length: int) -> str:
        text, at = [], 0
        for piece in self._pieces:
            text.append("\n" * (piece.at - at) + piece.text)
            at = piece.end
        return "".join(text) + "\n" * (length - at)


def sections_of(
    document: QTextDocument, anchors: Sequence[tuple[Anchor, str]], pictures: Mapping[str, Picture]
) -> list[SectionText]:
    """The sections of a page in order; `anchors` are those of the page, each with its heading as it is read."""
    known = {anchor.name: (anchor, label) for anchor, label in anchors}
    found: list[SectionText] = []
    name, label, blocks = "", "", list[QTextBlock]()
    for block in _blocks(document):
        names = anchors_of(block)
        begun = next((known[n] for n in names if n in known), None)
        if begun is not None:
            found.append(SectionText(name, label, blocks, pictures))
            name, label, blocks = _name_of(begun[0]), begun[1], []
        elif LABEL not in names:
            blocks.append(block)
    found.append(SectionText(name, label, blocks, pictures))
    return [section for section in found if section.text.strip()]


def _name_of(anchor: Anchor) -> str:
    return anchor.heading if anchor.kind is SectionKind.OTHER else str(anchor.kind.value)


def _inside(piece: _Piece, first: int, last: int) -> tuple[int, int]:
    start = to_characters(piece.text, max(0, first - piece.position))
    return start, to_characters(piece.text, min(last, piece.end_position) - piece.position)


def _pieces_of(block: QTextBlock, pictures: Mapping[str, Picture]) -> Iterator[tuple[int, str, bool]]:
    text = block.text().translate(_PLAIN)
    if PICTURE not in text:
        if text:
            yield block.position(), text, False
        return
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        words = fragment.text().translate(_PLAIN)
        if words.strip(PICTURE):
            yield fragment.position(), words.replace(PICTURE, " "), False
        else:
            picture = pictures.get(fragment.charFormat().toImageFormat().name())
            tex = picture.tex if isinstance(picture, FormulaPicture) else ""
            for number in range(len(words)):
                yield fragment.position() + number, tex or " ", True
        fragments += 1


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
