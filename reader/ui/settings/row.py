"""A page of the settings: a title, and rows of words, help and a control. Both know by which words they are found."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.services.quick_open.finder import spelled
from reader.ui.widgets.theme import Look


class SettingRow(QWidget):
    """What a setting is called, a line of help below it, and its control beside them."""

    def __init__(
        self, look: Look, words: str, help_: str = "", control: QWidget | None = None, *, also: str = ""
    ) -> None:
        """`also`: more words to be found by."""
        super().__init__()
        self._look = look
        self._found_by = spelled(f"{words} {help_} {also}")
        self.control = control
        columns = self._columns = QGridLayout(self)
        self._warning: QWidget | None = None
        columns.setContentsMargins(0, look.px(9), 0, look.px(9))
        columns.setHorizontalSpacing(look.px(20))
        columns.setVerticalSpacing(look.px(2))
        columns.setColumnStretch(0, 1)
        self.name = QLabel(words)
        self.name.setWordWrap(True)
        columns.addWidget(self.name, 0, 0)
        self.help = muted(look, help_)
        self.help.setVisible(bool(help_))
        columns.addWidget(self.help, 1, 0)
        if control is not None:
            named(control, words, help_)
            columns.addWidget(control, 0, 1, 2 if help_ else 1, 1, Qt.AlignmentFlag.AlignVCenter)

    def warn(self, words: str, offer: str, take: Callable[[], object]) -> None:
        """Say below it why something is not done yet, with a button that does it all the same."""
        self.calm()
        self._warning = warning = QWidget()
        row = QHBoxLayout(warning)
        row.setContentsMargins(0, self._look.px(4), 0, 0)
        said = muted(self._look, words)
        button = QPushButton(offer)
        button.setAutoDefault(False)
        button.clicked.connect(take)
        row.addWidget(said, 1)
        row.addWidget(button)
        self._columns.addWidget(warning, 2, 0, 1, 2)
        button.setFocus()

    def calm(self) -> None:
        """Take back a warning."""
        if self._warning is not None:
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None

    def matches(self, words: Sequence[str]) -> bool:
        """Whether all words are in what it says."""
        return all(word in self._found_by for word in words)


class SettingsPage(QWidget):
    """One page. Parts that are no rows belong to none, and are not shown while one searches."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found_by = ""
        self._rows: list[SettingRow] = []
        self._others: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, look.px(18))
        self._column.setSpacing(0)
        self.title = QLabel()
        self.title.setFont(look.font(5, bold=True))
        self._column.addWidget(self.title)
        self._column.addSpacing(look.px(6))

    def begin(self, title: str, intro: str = "") -> None:
        """What stands above the rows."""
        self.title.setText(title)
        self._found_by = spelled(title)
        if intro:
            words = muted(self._look, intro)
            words.setContentsMargins(0, 0, 0, self._look.px(8))
            self.add_other(words)

    def add(self, row: SettingRow) -> SettingRow:
        """Add a row."""
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def add_setting(self, words: str, help_: str, control: QWidget) -> SettingRow:
        """Add a row for a control."""
        return self.add(SettingRow(self._look, words, help_, control))

    def add_other(self, widget: QWidget) -> None:
        """Add what is no row."""
        self._others.append(widget)
        self._column.addWidget(widget)

    def narrow(self, words: Sequence[str]) -> bool:
        """Leave the rows with these words, all of them where the title has them; False if none is left."""
        whole = not words or all(word in self._found_by for word in words)
        left = [row for row in self._rows if whole or row.matches(words)]
        for row in self._rows:
            row.setVisible(row in left)
        for other in self._others:
            other.setVisible(whole)
        return whole or bool(left)


def path_words(path: object) -> str:
    """A path that may go on in another line, where it is longer than one."""
    return re.sub(r"([/\\_-])", "\\1\u200b", str(path))


def muted(look: Look, text: str) -> QLabel:
    """Small, quiet words that wrap."""
    label = QLabel(text)
    label.setObjectName("muted")
    label.setWordWrap(True)
    label.setFont(look.font(-1))
    return label


def named(control: QWidget, words: str, help_: str) -> None:
    """Tell screen readers what a control is for."""
    target = control.focusProxy() or control
    target.setAccessibleName(words)
    target.setAccessibleDescription(help_)
