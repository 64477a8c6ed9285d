"""What is marked in a page: found words, highlights under them, and below both the words that one watches."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.render.theme import Theme
from reader.ui.page.page_hits import drawable


class PageMarks:
    """Paints the marks of one browser; they hold until `forget`, which comes with the next page."""

    def __init__(self, browser: QTextEdit, theme: Theme) -> None:
        self._browser = browser
        self.theme = theme
        self._under: list[QTextEdit.ExtraSelection] = []
        self._lit: Sequence[QTextCursor] = ()
        self._found: Sequence[QTextCursor] = ()
        self._current = -1  # of those found

    def forget(self) -> None:
        """Another page comes: none of them is in it."""
        self._under, self._found, self._lit = [], (), ()

    def mark(self, found: Sequence[QTextCursor], current: int = -1) -> None:
        """Mark words, one of them as the current one."""
        self._found, self._current = found, current
        self._paint_marks()

    def set_under(self, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Paint these under what `mark` marks; they hold until the next page."""
        if selections or self._under:
            self._under = list(selections)
            self._paint_marks()

    def set_lit(self, cursors: Sequence[QTextCursor]) -> None:
        """Underline these below all marks, until the next page."""
        if cursors or self._lit:
            self._lit = cursors
            self._paint_marks()

    def _paint_marks(self) -> None:
        under = [_span(selection.cursor) for selection in self._under]
        selections = [self._lit_selection(self._lit[index]) for index in drawable(self._lit, -1)]
        selections += self._under
        for index in drawable(self._found, self._current):
            cursor = self._found[index]
            start, end = _span(cursor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            on_colour = any(first < end and start < last for first, last in under)
            selection.format = self._found_format(is_current=index == self._current, on_colour=on_colour)
            selections.append(selection)
        self._browser.setExtraSelections(selections)

    def _lit_selection(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        selection.format.setUnderlineColor(QColor(self.theme.accent))
        selection.format.setForeground(QColor(self.theme.accent))
        return selection

    def _found_format(self, *, is_current: bool, on_colour: bool) -> QTextCharFormat:
        """How a found word looks; where a colour lies under it, the page's own ground and the accent stand out."""
        theme, form = self.theme, QTextCharFormat()
        form.setBackground(QColor(theme.accent if is_current else theme.page if on_colour else theme.mark))
        if is_current or on_colour:
            form.setForeground(QColor(theme.on_accent if is_current else theme.accent))
        if on_colour and not is_current:
            form.setFontUnderline(True)
        return form


def _span(cursor: QTextCursor) -> tuple[int, int]:
    return cursor.selectionStart(), cursor.selectionEnd()
