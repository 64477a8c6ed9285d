"""The settings: a list of pages with a field that finds in all of them, and the page beside it. Applied at once."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.services.quick_open.finder import spelled
from reader.ui.settings.around import Around
from reader.ui.settings.keys_page import KeysPage
from reader.ui.settings.pages import (
    BackupsPage,
    ExportsPage,
    LanguagePage,
    PrivacyPage,
    ProgramPage,
    ReadingPage,
    SearchPage,
)
from reader.ui.settings.row import SettingsPage
from reader.ui.settings.sheet import PageSheet
from reader.ui.settings.sources_page import SourcesPage
from reader.ui.widgets.guarded import guarded

_MAKERS: tuple[Callable[[Around], SettingsPage], ...] = (
    SourcesPage,
    ReadingPage,
    LanguagePage,
    KeysPage,
    SearchPage,
    ExportsPage,
    BackupsPage,
    PrivacyPage,
    ProgramPage,
)
_SIZE = (880, 660)  # px
_LIST, _ENTRY = 176, 32  # px: the width of the list, the height of its entries


@guarded
class SettingsDialog(QDialog):
    """One dialog. `page` is the number of the page it opens at."""

    def __init__(self, around: Around, parent: QWidget, page: int = 0) -> None:
        super().__init__(parent)
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = around.look
        whole = self._whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._build(page)
        self.resize(look.over(parent, *_SIZE))
        around.session.library_changed.connect(self._sources_changed)

    def show_page(self, number: int) -> None:
        """Show a page, made when it is first seen."""
        self.field.clear()
        self.list.setCurrentRow(number)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and "list" in vars(self):
            QTimer.singleShot(0, self, self._rebuild)  # the control that was used has to live until then

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the field to what is below it: to the first setting found, or to the pages."""
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.field:
            below = self._found() if self.field.text().strip() else [self.list]
            for control in below[:1]:
                control.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    # Inside

    def _build(self, page: int) -> None:
        look = self._around.look
        self._pages: list[SettingsPage | None] = [None] * len(_MAKERS)
        self.setWindowTitle(self.tr("Settings"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a setting"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(False)
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Pages"))
        for title in self._titles():
            entry = QListWidgetItem(title, self.list)
            entry.setSizeHint(QSize(0, look.px(_ENTRY)))
        self.sheet = PageSheet(look)
        self._nothing = QLabel(self.tr("No setting says that."))
        self._nothing.setObjectName("muted")
        self.sheet.add(self._nothing)
        self._whole.addWidget(self._left())
        self._whole.addWidget(self.sheet, 1)
        self.field.textChanged.connect(self._narrow)
        self.list.currentRowChanged.connect(lambda _: self._narrow(self.field.text()))
        self.list.setCurrentRow(page)
        self.list.setFocus()

    def _left(self) -> QWidget:
        look = self._around.look
        left = QWidget()
        left.setFixedWidth(look.px(_LIST) + look.px(24))
        column = QVBoxLayout(left)
        column.setContentsMargins(*(look.px(12),) * 4)
        column.setSpacing(look.px(10))
        close = self._close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(close)
        return left

    def _titles(self) -> list[str]:
        return [
            self.tr("Library"),
            self.tr("Reading"),
            self.tr("Language"),
            self.tr("Keys"),
            self.tr("Search"),
            self.tr("Exports"),
            self.tr("Backups"),
            self.tr("Privacy"),
            self.tr("Program"),
        ]

    def _page(self, number: int) -> SettingsPage:
        page = self._pages[number]
        if page is None:
            page = self._pages[number] = _MAKERS[number](self._around)
            self.sheet.put(number, page)
            self._close_comes_behind(page)
        return page

    def _close_comes_behind(self, page: SettingsPage) -> None:
        """Tab goes from the list into the page, and only then to the button below the list."""
        if controls := self._controls(page):
            QWidget.setTabOrder(controls[-1], self._close)

    def _controls(self, page: SettingsPage) -> list[QWidget]:
        inside = (each for each in page.findChildren(QWidget) if each.window() is self)  # not lists of choices
        return [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _found(self) -> list[QWidget]:
        """The controls that are in sight, from above."""
        pages = (page for page in self._pages if page is not None)
        return [each for page in pages for each in self._controls(page) if each.isVisible() and each.isEnabled()]

    def _narrow(self, typed: str) -> None:
        """Show the page that is chosen, or of all pages the rows with the words typed."""
        words = spelled(typed).split()
        found = False
        for number in range(len(_MAKERS)):
            if words or number == self.list.currentRow():
                page = self._page(number)
                is_found = page.narrow(words)
                page.setVisible(is_found)
                found = found or is_found
            elif (other := self._pages[number]) is not None:
                other.hide()
        self._nothing.setVisible(not found)
        self.sheet.go_to_top()

    def _sources_changed(self) -> None:
        """Make the page of sources anew: others came or went, or were looked at."""
        old = self._pages[0]
        if old is not None:
            self._pages[0] = None
            old.hide()
            old.deleteLater()
            self._narrow(self.field.text())

    def _rebuild(self) -> None:
        """Say everything in another language, and stay where one is."""
        row, name = self.list.currentRow(), self._name_of_focus()
        while (entry := self._whole.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._build(row)
        if name and (control := self.findChild(QWidget, name)) is not None:
            control.setFocus()

    def _name_of_focus(self) -> str:
        focus = self.focusWidget()
        return focus.objectName() if focus is not None else ""
