"""Papers on sheets: each on pages of its own, looking as in the section view, with note and highlights before the text.

In: papers. Out: painting, onto sheets of whatever kind. Runs in a process without a window, where Qt draws off-screen;
pictures in files are decoded by the process that does so for the window.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from html import escape
from typing import Protocol

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
)

from reader.export.model import ExportedPaper, Quotation, Words
from reader.export.pdf_outline import Entry
from reader.posts.model import Paper, Section, SectionKind
from reader.render import page
from reader.render.sheet import FilePicture, Labels, Look, Page, Picture, no_pictures
from reader.render.theme import LIGHT
from reader.services.pictures.bringing import FindAny
from reader.ui.page import page_dress, page_pictures
from reader.ui.page.printed.formula_text import FormulaText
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import FAMILIES, families

FINER = 4  # dots of a sheet to a px, and of formulas on it
_FINER_FILES = 3  # of pictures in files: 288 to an inch
_TEXT_SIZE = 14.0  # px, 10.5 pt
_FOOT = 28  # px between the text and the number of the page
_LABELS = Labels(picture_elsewhere="{host}", picture_missing="{name}")
_PAPER = 2  # the level of headings that name papers in a page of many
_HANGUL = re.compile("[가-힣]")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~^&!])")


class Sheets(Protocol):
    """Sheets of A4, one after the other."""

    width: float  # px between the margins
    height: float

    def begin(self, title: str) -> QPainter:
        """The painter of a new sheet, in px from its margins' corner; `title` is that of the paper on it."""


@contextmanager
def running_qt() -> Iterator[None]:
    """While Qt runs, which fonts need; without a window of its own where it does not run yet."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    yield
    del application


class Press:
    """Puts papers on sheets."""

    def __init__(self, sheets: Sheets, words: Words, find: FindAny | None) -> None:
        """`find` finds the pictures of posts; without it they are places with their words."""
        self._words = words
        self._find = find
        self._sheets = sheets
        self._pages = 0
        self.outline: list[Entry] = []
        """The papers put so far, with their sections."""
        self.language = "en"
        """That of the text, Korean as soon as there is any Hangul in it."""
        self._width = sheets.width
        self._height = sheets.height - _FOOT
        self._font = QFont()
        general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._font.setFamilies([*families(FAMILIES), general])
        self._font.setPixelSize(round(_TEXT_SIZE))
        # Noto Sans CJK swaps digits for others of the same look that stand for no character: they could not be found.
        self._font.setFeature(QFont.Tag("locl"), 0)
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self._look = Look(LIGHT, _TEXT_SIZE, int(self._width), mono)

    def put(self, paper: ExportedPaper) -> None:
        """Print a paper, beginning on a new sheet."""
        self._print(paper.name, self._page(paper))

    def put_page(self, title: str, html: str) -> None:
        """Print a page that this program wrote; what it names is not loaded."""
        self._print(title, Page(html, (), {}))

    def _print(self, name: str, shown: Page) -> None:
        document = _Document(shown, self._font, int(self._width))
        document.setPageSize(QSizeF(self._width, self._height))
        dressed = page_dress.dress(document, LIGHT)
        formulas = FormulaText(document, document.pictures)
        if _HANGUL.search(document.toPlainText()):
            self.language = "ko"
        self.outline += self._entries(name, document, dressed.places)
        for number in range(document.pageCount()):
            painter = self._sheets.begin(name)
            self._pages += 1
            painter.save()
            painter.translate(0, -number * self._height)
            seen = QRectF(0, number * self._height, self._width, self._height)
            painter.setClipRect(seen)
            page_dress.paint_cards(painter, dressed.cards, LIGHT, 0)
            _draw(document, painter, seen)
            formulas.paint(painter, seen)
            painter.restore()
            self._foot(painter, name)

    def _entries(self, name: str, document: QTextDocument, places: Mapping[str, QTextBlock]) -> Iterator[Entry]:
        headings = [block for anchor, block in places.items() if page_dress.is_heading(anchor) and block.text().strip()]
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _PAPER:
                headings.append(block)
            block = block.next()
        yield Entry(name, 0, self._pages)
        for heading in headings:
            top = document.documentLayout().blockBoundingRect(heading).top()
            yield Entry(heading.text().strip(), 1, self._pages + int(top / self._height))

    def _page(self, paper: ExportedPaper) -> Page:
        find = no_pictures
        if self._find is not None and paper.source and paper.posts:
            find = partial(self._find, source=paper.source, post=paper.posts[0])
        shown = Paper(
            key=paper.key,
            number=0 if paper.is_page else 1,
            title=paper.name,
            raw_title=paper.raw_title,
            sections=(*_own_sections(paper, self._words), *paper.sections),
            points=paper.points,
        )
        written = page.page(shown, self._look, labels=_LABELS, is_page=paper.is_page, find_picture=find)
        title = f'<p class="h1">{escape(paper.name)}</p><p class="unknown">{_about(paper)}</p>'
        return written._replace(html=written.html.replace("<body>", f"<body>{title}", 1))

    def _foot(self, painter: QPainter, title: str) -> None:
        font = QFont(self._font)
        font.setPixelSize(round(_TEXT_SIZE * 0.75))
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.muted))
        line = QRectF(0, self._height + _FOOT / 2, self._width, _FOOT / 2)
        number = str(self._pages)
        room = self._width - 40
        short = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, short)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)


@guarded
class _Document(QTextDocument):
    """A page's text; it loads the pictures the page names and nothing else."""

    def __init__(self, shown: Page, font: QFont, column: int) -> None:
        super().__init__()
        self.pictures: dict[str, Picture] = shown.pictures
        self._column = column
        page_pictures.settle(self.pictures.values(), ratio=float(_FINER_FILES), column=column)
        self.setDocumentMargin(0)
        self.setIndentWidth(24)
        self.setDefaultFont(font)
        self.setHtml(shown.html)
        page_pictures.stand_on_line(self, self.pictures)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        picture = self.pictures.get(name if isinstance(name, str) else name.toString())
        if picture is None:
            return None
        ratio = float(_FINER_FILES if isinstance(picture, FilePicture) else FINER)
        return page_pictures.drawn(picture, self.defaultFont(), ratio=ratio, column=self._column, theme=LIGHT)


def _draw(document: QTextDocument, painter: QPainter, seen: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = seen
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.text))
    context.palette = palette
    document.documentLayout().draw(painter, context)


def _own_sections(paper: ExportedPaper, words: Words) -> Iterator[Section]:
    """What the person made, as sections of the page: note and highlights."""
    quoted = "\n\n".join(_quotation(quotation, words) for quotation in paper.highlights)
    for heading, text in ((words.note, paper.note), (words.highlights, quoted)):
        if not text:
            continue
        if paper.is_page:  # whose headings are in its text
            yield Section(SectionKind.OTHER, "", f"## {heading}\n\n{text}\n\n---\n")
        else:
            yield Section(SectionKind.OTHER, heading, text)


def _quotation(quotation: Quotation, words: Words) -> str:
    lines = quotation.text.splitlines()
    if quotation.correction:
        lines += ["", f"{words.correction}: {quotation.correction}"]
    return "\n".join("> " + _MARKUP.sub(r"\\\1", line) for line in lines)


def _about(paper: ExportedPaper) -> str:
    parts = [f'<a href="{escape(paper.link)}">{escape(paper.link)}</a>'] if paper.link else []
    parts += [paper.day.isoformat()] if paper.day else []
    return " · ".join([*parts, *(escape(word) for word in (*paper.tags, *paper.labels))])
