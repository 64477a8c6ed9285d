"""Formatting of a note's Markdown while it is typed: what is a heading looks like one, its marks step back."""

import re
from collections.abc import Collection

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextFormat

from reader.ui.notes.note_links import SCHEME, NoteLink, Quoted, links_in, quoted_words
from reader.ui.session.units import to_units
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

TASK = re.compile(r"\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+(\[([ xX])\])(?:\s|$)")
_HEADING = re.compile(r"(#{1,6})(?:\s+|$)")
_QUOTE = re.compile(r"(\s*>\s?)+")
_BULLET = re.compile(r"\s*(?:>\s*)*([-*+]|\d+[.)])\s+")
_RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*$")
_FENCE = re.compile(r"\s*(?:>\s*)*(```|~~~)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)(\1)")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)(\1)(?![\w*])")
_STRIKE = re.compile(r"(~~)(?=\S)(.+?)(?<=\S)(\1)")
_CODE = re.compile(r"(`+)([^`]+)(\1)")
_LARGER = (6, 4, 2, 1, 0, 0)  # px, by the level of a heading
_LONGEST = 3000  # characters of a line: in longer ones, marks that never close would take seconds to look for
_FENCES = {"```": 1, "~~~": 2}  # states of a block inside code; -1 and 0 are outside


@guarded
class NoteHighlighter(QSyntaxHighlighter):
    """One for each document."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look
        self._lost: frozenset[Quoted] = frozenset()
        self._text = ""
        self._make_formats()

    def take_look(self) -> None:
        """Colours are others."""
        self._make_formats()
        self.rehighlight()

    def set_lost(self, quotes: Collection[Quoted]) -> None:
        """The quotes whose words are not in their papers any more: text, no links."""
        if frozenset(quotes) != self._lost:
            self._lost = frozenset(quotes)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        self._text = text
        if self._in_code(text) or not text or text.isspace():
            return
        if _RULE.match(text):
            self._put(0, len(text), self._mark)
            return
        if heading := _HEADING.match(text):
            level = len(heading[1])
            self._put(0, len(text), self._headings[level - 1])
            self._put(0, level, self._heading_marks[level - 1])
            self._links(heading.end())
            return
        self._highlight_line(text)

    def _highlight_line(self, text: str) -> None:
        quote = _QUOTE.match(text)
        if quote:
            self._put(0, len(text), self._quoted)
            self._put(0, quote.end(), self._mark)
        bullet, task = _BULLET.match(text), TASK.match(text)
        start = task.end() if task else bullet.end() if bullet else 0
        if bullet:
            self._put(*bullet.span(1), self._bullet)
        if task:
            self._put(*task.span(1), self._bullet)
            if task[2] != " ":
                self._put(task.end(), len(text), self._done)
                return
        self._highlight_words(text, start)

    def _in_code(self, text: str) -> bool:
        """Whether a line is code or one of its fences; the lines after it are told by the block's state."""
        inside = max(0, self.previousBlockState())
        fence = _FENCE.match(text)
        kind = _FENCES[fence[1]] if fence else 0
        if not inside and not fence:
            self.setCurrentBlockState(0)
            return False
        ends = inside and kind == inside
        self.setCurrentBlockState(0 if ends else inside or kind)
        self._put(0, len(text), self._fence if kind and (ends or not inside) else self._code)
        return True

    def _highlight_words(self, text: str, start: int) -> None:
        if len(text) <= _LONGEST:
            self._emphasize(text, start)
        self._links(start)

    def _emphasize(self, text: str, start: int) -> None:
        for pattern, look in (
            (_EMPHASIS, self._italic),
            (_STRONG, self._bold),
            (_STRIKE, self._done),
            (_CODE, self._code),
        ):
            for match in pattern.finditer(text, start):
                self._put(*match.span(2), look)
                self._put(*match.span(1), self._mark)
                self._put(*match.span(3), self._mark)

    def _links(self, start: int) -> None:
        for link in links_in(self._text):
            if link.start >= start or link.place:
                self._link_words(link)

    def _link_words(self, link: NoteLink) -> None:
        self._put(link.start, link.end, self._mark)
        if not link.place or not self._lost or (link.place, self._quoted_words()) not in self._lost:
            self._put(*link.label, self._link)

    def _quoted_words(self) -> str:
        """The words of the quotation that the current line ends."""
        lines, block = [self._text], self.currentBlock().previous()
        while block.isValid() and block.text().lstrip().startswith(">") and SCHEME not in block.text():
            lines.append(block.text())
            block = block.previous()
        return quoted_words(lines[::-1], len(lines) - 1)

    def _put(self, start: int, end: int, form: QTextCharFormat) -> None:
        first = to_units(self._text, start)
        self.setFormat(first, to_units(self._text, end) - first, form)

    def _make_formats(self) -> None:
        muted, accent = self._look.colour("muted"), self._look.colour("accent")
        self._mark, self._quoted, self._bullet, self._fence = (QTextCharFormat() for _ in range(4))
        self._bold, self._italic, self._code, self._link, self._done = (QTextCharFormat() for _ in range(5))
        self._mark.setForeground(muted)
        self._quoted.setForeground(self._look.quiet())
        self._bullet.setForeground(accent)
        self._link.setForeground(accent)
        self._link.setFontUnderline(True)
        self._code.setBackground(self._look.colour("code"))
        self._fence.setForeground(muted)
        self._fence.setBackground(self._look.colour("code"))
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._italic.setFontItalic(True)
        self._done.setForeground(muted)
        self._done.setFontStrikeOut(True)
        self._headings = [self._heading(larger) for larger in _LARGER]
        self._heading_marks = [QTextCharFormat(form) for form in self._headings]
        for form in self._heading_marks:
            form.setForeground(muted)

    def _heading(self, larger: int) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        form.setProperty(QTextFormat.Property.FontPixelSize, self._look.font(1 + larger).pixelSize())
        return form
