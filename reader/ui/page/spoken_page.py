"""The page as screen readers have it: a document with headings, paragraphs and links, below its header and its tabs.

Qt's own answer for a text browser is one long text without any of it.
"""

from typing import Any

import shiboken6
from PySide6.QtCore import QPoint, QRect, QUrl
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QTextBlock
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from reader.ui.page.header.section_header import SectionHeader
from reader.ui.page.header.section_tabs import SectionTabs
from reader.ui.page.page_browser import PageBrowser
from reader.ui.page.page_dress import anchors_of, is_heading
from reader.ui.widgets.accessible import PRESS, SpokenButton, SpokenWidget, spoken
from reader.ui.widgets.guarded import guarded

_FOCUS = "SetFocus"  # Qt’s name for it; screen readers go to a place by it
_Role = QAccessible.Role


def spoken_page(widget: QWidget) -> QAccessibleInterface | None:
    """What the parts of a page are to screen readers; None for what Qt answers itself."""
    if isinstance(widget, PageBrowser):
        return SpokenPage(widget)
    if isinstance(widget, SectionTabs):
        return SpokenWidget(widget, _Role.PageTabList)
    if isinstance(widget, QAbstractButton) and isinstance(widget.parent(), SectionTabs):
        return SpokenButton(widget, _Role.PageTab)
    if isinstance(widget, QLabel) and isinstance(widget.parent(), SectionHeader) and widget.objectName() == "title":
        return SpokenWidget(widget, _Role.Heading)
    return None


@guarded
class SpokenPage(SpokenWidget):
    """The document: what stands on it as widgets, then its text part by part."""

    def __init__(self, browser: PageBrowser) -> None:
        super().__init__(browser, _Role.Document)
        self._browser = browser
        self._written = -1  # the revision of the document that the parts are of
        self._parts: list[SpokenPart] = []
        self._ids: list[int] = []

    def children(self) -> list[QAccessibleInterface]:
        widgets = [each for each in self._browser.viewport().children() if isinstance(each, QWidget)]
        above = [spoken(each) for each in widgets if each.isVisible()]
        return [*(each for each in above if each is not None), *self._current_parts()]

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = True
        return state

    def _current_parts(self) -> "list[SpokenPart]":
        document = self._browser.document()
        if document.revision() != self._written:
            self._written = document.revision()
            for number in self._ids:
                QAccessible.deleteAccessibleInterface(number)
            self._parts = parts_of(self._browser)
            self._ids = [QAccessible.registerAccessibleInterface(part) for part in self._parts]
        return self._parts


@guarded
class SpokenPart(QAccessibleInterface, QAccessibleActionInterface):
    """A heading or a paragraph, which can be gone to, or a link in one, which can be followed."""

    def __init__(self, browser: PageBrowser, role: QAccessible.Role, text: str, block: int, address: str = "") -> None:
        QAccessibleInterface.__init__(self)
        QAccessibleActionInterface.__init__(self)
        self._browser = browser
        self._role = role
        self._text = text
        self._block = block  # its number
        self._address = address  # of a link

    # What Qt asks.

    def isValid(self) -> bool:
        return True

    def object(self) -> Any:
        """No object of Qt's stands for it."""

    def window(self) -> Any:
        return self._browser.window().windowHandle()

    def parent(self) -> Any:
        return spoken(self._browser)

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> Any:
        """It has none."""

    def childAt(self, x: int, y: int) -> Any:
        """It has none."""

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        return self._text if kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """It cannot be written."""

    def rect(self) -> QRect:
        block = self._browser.document().findBlockByNumber(self._block)
        rect = self._browser.document().documentLayout().blockBoundingRect(block).toRect()
        scrolled = self._browser.verticalScrollBar().value()
        return rect.translated(self._browser.viewport().mapToGlobal(QPoint(0, -scrolled)))

    def role(self) -> Any:
        return self._role

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        state.focusable = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.ActionInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self)[1])  # the second base of this class
        return shiboken6.VoidPtr(0)  # PySide 6.11 takes None for an address, and Qt goes there

    def actionNames(self) -> list[str]:
        return [PRESS, _FOCUS] if self._address else [_FOCUS]

    def doAction(self, name: str) -> None:
        if name == _FOCUS:
            self._browser.go_to_block(self._block)
        elif name == PRESS and self._address:
            self._browser.anchorClicked.emit(QUrl(self._address))

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: ARG002
        return []


def parts_of(browser: PageBrowser) -> list[SpokenPart]:
    """The text of a page, part by part in the order of reading; a link comes after the paragraph it stands in."""
    parts = []
    block = browser.document().begin()
    while block.isValid():
        if text := block.text().replace("￼", "").strip():
            role = _Role.Heading if any(map(is_heading, anchors_of(block))) else _Role.Paragraph
            number = block.blockNumber()
            parts.append(SpokenPart(browser, role, text, number))
            parts += [SpokenPart(browser, _Role.Link, words, number, address) for address, words in _links(block)]
        block = block.next()
    return parts


def _links(block: QTextBlock) -> list[tuple[str, str]]:
    """Address and words of the links in a block; those of one address that stand side by side are one link."""
    found: list[tuple[str, str]] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        address = fragment.charFormat().anchorHref()
        if address and found and found[-1][0] == address:
            found[-1] = (address, found[-1][1] + fragment.text())
        elif address:
            found.append((address, fragment.text()))
        else:
            found.append(("", ""))
        fragments += 1
    return [(address, words) for address, words in found if address]
