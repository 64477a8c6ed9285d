"""Light formatting of a note's Markdown while it is typed: what is a heading looks like one, its marks step back."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from reader.ui.theme import Look

_HEADING = re.compile(r"^(#{1,6})\s+.*$")
_QUOTE = re.compile(r"^\s*>.*$")
_BULLET = re.compile(r"^\s*([-*+]|\d+[.)])\s+(\[[ xX]\]\s)?")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)(\1)")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)(\1)(?![\w*])")
_CODE = re.compile(r"(`+)([^`]+)(\1)")
_LINK = re.compile(r"https?://\S+|\[[^\]]+\]\([^)\s]+\)")


class NoteHighlighter(QSyntaxHighlighter):
    """One for each document."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look
        self._make_formats()

    def take_look(self) -> None:
        """Colours are others."""
        self._make_formats()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if not text or text.isspace():
            return
        heading = _HEADING.match(text)
        if heading:
            self.setFormat(0, len(text), self._bold)
            self.setFormat(0, heading.end(1), self._mark_bold)
            return
        if _QUOTE.match(text):
            self.setFormat(0, len(text), self._mark)
        bullet = _BULLET.match(text)
        if bullet:
            self.setFormat(bullet.start(1), bullet.end() - bullet.start(1), self._bullet)
        self._highlight_words(text, bullet.end() if bullet else 0)

    def _highlight_words(self, text: str, start: int) -> None:
        for pattern, look in ((_EMPHASIS, self._italic), (_STRONG, self._bold), (_CODE, self._code)):
            for match in pattern.finditer(text, start):
                self.setFormat(match.start(2), match.end(2) - match.start(2), look)
                for group in (1, 3):
                    self.setFormat(match.start(group), match.end(group) - match.start(group), self._mark)
        for match in _LINK.finditer(text, start):
            self.setFormat(match.start(), match.end() - match.start(), self._link)

    def _make_formats(self) -> None:
        muted, accent = self._look.colour("muted"), self._look.colour("accent")
        self._mark, self._mark_bold, self._bullet = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        self._bold, self._italic, self._code, self._link = (QTextCharFormat() for _ in range(4))
        self._mark.setForeground(muted)
        self._mark_bold.setForeground(muted)
        self._bullet.setForeground(accent)
        self._link.setForeground(accent)
        self._code.setBackground(self._look.colour("code"))
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._mark_bold.setFontWeight(QFont.Weight.Bold)
        self._italic.setFontItalic(True)
