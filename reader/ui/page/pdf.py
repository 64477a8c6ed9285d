"""Papers as a PDF: each on pages of its own, looking as in the section view, with note and highlights before the text.

Runs in a process without a window (`daily-papers export --format pdf`): Qt draws off-screen there.
"""

import errno
import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from reader import __version__
from reader.base.files import whole_file
from reader.export.model import ExportedPaper, Words
from reader.posts.model import Paper, PaperKey, Section, SectionKind
from reader.render import page
from reader.render.sheet import Labels, Look, Page, Picture, no_pictures
from reader.render.theme import LIGHT
from reader.services.exporting import Exported, ExportStopped, told
from reader.services.pictures.bringing import FindAny
from reader.ui.page import page_dress, page_pictures
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import FAMILIES, families

_PIXELS_AN_INCH = 96  # what a px of the page's style is
_FINER = 4  # dots of the PDF to a px, and of pictures in it
_TEXT_SIZE = 14.0  # px, 10.5 pt
_MARGIN = 20.0  # mm
_FOOT = 28  # px between the text and the number of the page
_LABELS = Labels(picture_elsewhere="{host}", picture_missing="{name}")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~^&!])")


def write_pdf(
    keys: Sequence[PaperKey], words: Words, each: Iterator[ExportedPaper], out: Path, find: FindAny
) -> Exported:
    """Write papers into one PDF on A4, whole or not at all; `find` finds their pictures. Raises ReaderError."""
    with told(out):
        if out.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out))
        try:
            with whole_file(out) as file:
                _write(file, words, each, find)
        except ExportStopped:
            return Exported(len(keys), cancelled=True)
    return Exported(len(keys), written=1)


def _write(file: BinaryIO, words: Words, each: Iterator[ExportedPaper], find: FindAny) -> None:
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])  # fonts need one; gone when it is
    device = QFile()
    if not device.open(file.fileno(), QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(errno.EIO, device.errorString())
    press = _Press(device, words, find)
    try:
        for paper in each:
            press.put(paper)
    finally:
        press.end()
        written = device.flush() and device.error() == QFile.FileError.NoError
        device.close()
    if not written:
        raise OSError(errno.ENOSPC, device.errorString())
    del application


class _Press:
    """Puts papers on the pages of a PDF."""

    def __init__(self, device: QIODevice, words: Words, find: FindAny) -> None:
        self._words = words
        self._find = find
        self._writer = QPdfWriter(device)
        self._writer.setResolution(_PIXELS_AN_INCH * _FINER)
        self._writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
                QPageLayout.Unit.Millimeter,
            )
        )
        self._writer.setCreator(f"Daily Papers Reader {__version__}")
        self._painter: QPainter | None = None
        self._pages = 0
        self._width = self._writer.width() / _FINER
        self._height = self._writer.height() / _FINER - _FOOT
        self._font = QFont()
        general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._font.setFamilies([*families(FAMILIES), general])
        self._font.setPixelSize(round(_TEXT_SIZE))
        # Noto Sans CJK swaps digits for others of the same look that stand for no character: they could not be found.
        self._font.setFeature(QFont.Tag("locl"), 0)
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self._look = Look(LIGHT, _TEXT_SIZE, int(self._width), mono)

    def put(self, paper: ExportedPaper) -> None:
        """Print a paper, beginning on a new page."""
        if self._painter is None:
            self._writer.setTitle(paper.name)
            self._painter = QPainter(self._writer)
            self._painter.scale(_FINER, _FINER)
        document = _Document(self._page(paper), self._font, int(self._width))
        document.setPageSize(QSizeF(self._width, self._height))
        cards = page_dress.dress(document, LIGHT).cards
        for number in range(document.pageCount()):
            if self._pages:
                self._writer.newPage()
            self._pages += 1
            self._painter.save()
            self._painter.translate(0, -number * self._height)
            seen = QRectF(0, number * self._height, self._width, self._height)
            self._painter.setClipRect(seen)
            page_dress.paint_cards(self._painter, cards, LIGHT, 0)
            _draw(document, self._painter, seen)
            self._painter.restore()
            self._foot(paper.name)

    def end(self) -> None:
        """Finish the last page."""
        if self._painter is not None:
            self._painter.end()

    def _page(self, paper: ExportedPaper) -> Page:
        at_home = bool(paper.source and paper.posts)
        find = partial(self._find, source=paper.source, post=paper.posts[0]) if at_home else no_pictures
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

    def _foot(self, title: str) -> None:
        assert self._painter is not None
        font = QFont(self._font)
        font.setPixelSize(round(_TEXT_SIZE * 0.75))
        self._painter.setFont(font)
        self._painter.setPen(QColor(LIGHT.muted))
        line = QRectF(0, self._height + _FOOT / 2, self._width, _FOOT / 2)
        number = str(self._pages)
        room = self._width - 40
        short = self._painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room))
        self._painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, short)
        self._painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)


@guarded
class _Document(QTextDocument):
    """A page's text; it loads the pictures the page names and nothing else."""

    def __init__(self, shown: Page, font: QFont, column: int) -> None:
        super().__init__()
        self._pictures: dict[str, Picture] = shown.pictures
        self._column = column
        self.setDocumentMargin(0)
        self.setIndentWidth(24)
        self.setDefaultFont(font)
        self.setHtml(shown.html)
        page_pictures.stand_on_line(self, self._pictures)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        picture = self._pictures.get(name if isinstance(name, str) else name.toString())
        if picture is None:
            return None
        return page_pictures.drawn_now(
            picture, self.defaultFont(), ratio=float(_FINER), column=self._column, theme=LIGHT
        )


def _draw(document: QTextDocument, painter: QPainter, seen: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = seen
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.text))
    context.palette = palette
    document.documentLayout().draw(painter, context)


def _own_sections(paper: ExportedPaper, words: Words) -> Iterator[Section]:
    """What the person made, as sections of the page: note and highlights."""
    quoted = "\n\n".join(_quotation(quotation.text) for quotation in paper.highlights)
    for heading, text in ((words.note, paper.note), (words.highlights, quoted)):
        if not text:
            continue
        if paper.is_page:  # whose headings are in its text
            yield Section(SectionKind.OTHER, "", f"## {heading}\n\n{text}\n\n---\n")
        else:
            yield Section(SectionKind.OTHER, heading, text)


def _quotation(text: str) -> str:
    return "\n".join("> " + _MARKUP.sub(r"\\\1", line) for line in text.splitlines())


def _about(paper: ExportedPaper) -> str:
    parts = [f'<a href="{escape(paper.link)}">{escape(paper.link)}</a>'] if paper.link else []
    parts += [paper.day.isoformat()] if paper.day else []
    return " · ".join([*parts, *(escape(word) for word in (*paper.tags, *paper.labels))])
