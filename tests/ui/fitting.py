"""Whether words have the room they take: for every label, button and field of a window and what is open over it."""

from collections.abc import Iterator

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QToolButton, QWidget

from reader.ui.notes.note_tabs import NoteTabs
from reader.ui.page.header.section_tabs import SectionTabs
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.words import Words

SIZES = (12, 16, 20, 28)
"""px of a paper's text, which the window's follows."""

_SLACK = 2
"""px of a button's margins: a sign of another font may come out wider than it was measured."""

_OF_A_ROW = (SectionTabs, NoteTabs)
"""Rows of words in one line: where it is too short they end in …"""


@guarded
class Pseudo(QTranslator):
    """A language a third longer than English, with a sign at either end: what lacks them was never translated."""

    def translate(self, context: str, text: str, note: str | None = None, count: int = -1) -> str:
        if context == "QShortcut":
            return text  # names of keys, which are what is printed on them
        return f"⟦{text}{' ~~~~' * (len(text) // 15 + 1)}⟧" if text else text

    def isEmpty(self) -> bool:  # noqa: N802  # a name of Qt’s
        return False


def cut(whole: QWidget) -> Iterator[str]:
    """What of a window or dialog has less room than its words take, or is not within what it belongs to."""
    for widget in whole.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QComboBox):
            continue
        if is_cut(widget):
            yield f"{called(widget)} is cut"
        if is_outside(widget):
            yield f"{called(widget)} reaches beyond {called(widget.parentWidget())}"


def is_cut(widget: QWidget) -> bool:
    """Whether words have less room than they take, and do not end in … with all of it in a tool tip."""
    if isinstance(widget, Words) and not widget.hasHeightForWidth():
        fits = widget.width() >= widget.sizeHint().width()
        return widget.height() < widget.sizeHint().height() or not (fits or widget.toolTip() == widget.text())
    if isinstance(widget, QLabel) and widget.text():
        if widget.hasHeightForWidth():
            return widget.height() < widget.heightForWidth(widget.width())
        return widget.width() < widget.sizeHint().width()
    if isinstance(widget, QAbstractButton) and widget.text() and not isinstance(widget.parent(), _OF_A_ROW):
        signs = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
        wanted = signs if type(widget) is QToolButton else widget.sizeHint().width() - _SLACK
        return widget.width() < wanted
    if isinstance(widget, QComboBox):
        return widget.width() < QFontMetrics(widget.font()).horizontalAdvance(widget.currentText())
    return False


def is_outside(widget: QWidget) -> bool:
    """Whether a widget is not wholly within what it is laid out in; what scrolls may be."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent, QAbstractScrollArea):
        return False
    scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
    return not scrolls and not parent.rect().contains(widget.geometry())


def called(widget: QWidget | None) -> str:
    """What a test says of a widget."""
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {text[:40]!r} of {type(widget.parentWidget() if widget else None).__name__}"
