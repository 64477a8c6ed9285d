"""The panel behind the field's filter button: a query by fields, for people who type no operators.

It reads the query into its fields and writes it anew with each change. What has no field of its own stays in the first
one as it was typed; a query that is a choice as a whole (확산 OR 로봇) is all there.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from reader.services.query_text import SECTIONS, has_choice, values, with_operator, without_operator
from reader.ui.search.search_bar import SearchBar
from reader.ui.search.suggestions import Known
from reader.ui.widgets.chooser import Chooser
from reader.ui.widgets.frames import paint_box
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words

_RANGE = re.compile(r"\.\.|~")
_STATES = ("read", "unread")
_MOST_TAGS = 200  # in the list of the field; any other can be typed


@guarded
class QueryBuilder(QWidget):
    """The panel, below its search bar.

    Signals: `query_changed(str)` a field was changed by a person.
    """

    query_changed = Signal(str)

    def __init__(self, look: Look, bar: SearchBar) -> None:
        super().__init__(bar.window())
        self._look = look
        self._bar = bar
        self._query = ""
        self._silent = False
        self.words = QLineEdit(self)
        self.title = QLineEdit(self)
        self.section = Chooser(look, self)
        self.first = QLineEdit(self)
        self.last = QLineEdit(self)
        self.tag = Chooser(look, self, editable=True)
        self.label = Chooser(look, self, editable=True)
        self.state = Chooser(look, self)
        self.bookmarked = QToolButton(self)
        self.noted = QToolButton(self)
        self.note = QLineEdit(self)
        self._captions: dict[str, Words] = {}
        self._arrange()
        self._connect()
        self._retranslate()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # else a click between fields is one elsewhere
        look.changed.connect(self.update)
        self.hide()

    def open(self, query: str, known: Known) -> None:
        """Show the panel with what a query says in its fields."""
        with self._silently():
            self._offer(self.tag, [tag for tag, _ in known.tags][:_MOST_TAGS])
            self._offer(self.label, [label for label, _ in known.labels])
        self.show_query(query)
        self.adjustSize()
        self.resize(max(self.sizeHint().width(), self._bar.width()), self.sizeHint().height())
        place = self._bar.mapTo(self._bar.window(), QPoint(self._bar.width() - self.width(), self._bar.height() + 3))
        self.move(max(place.x(), 8), place.y())
        self.show()
        self.raise_()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one

    def close_panel(self) -> None:
        """Hide the panel; the keyboard goes back to the field."""
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_focus:
            self._bar.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_query(self, query: str) -> None:
        """Take a query into the fields, unless it is the one they already make."""
        if query == self._query:
            return
        self._query = query
        with self._silently():
            for name, field in (("title", self.title), ("note", self.note)):
                field.setText(_only(query, name))
            for field, end in zip((self.first, self.last), _ends(query), strict=True):
                field.setText(end)
            for name, box in (("tag", self.tag), ("label", self.label)):
                box.setCurrentText(_only(query, name))
            self.section.setCurrentIndex(_index_of(_only(query, "section"), SECTIONS))
            states = values(query, "is")
            self.state.setCurrentIndex(_index_of(next((s for s in states if s in _STATES), ""), _STATES))
            self.bookmarked.setChecked("bookmarked" in states)
            self.noted.setChecked("note" in values(query, "has") or "noted" in states)
            self.words.setText(self._rest(query))

    # What Qt calls.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes the panel, and does there what it does."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched) or watched.window() is not self.window()
            if not inside and isinstance(event, QMouseEvent) and watched is not self._bar.filter:
                self.close_panel()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_box(self, self._look.colour("chrome"), self._look.colour("line"), 7)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside.

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(16, 14, 16, 16)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        rows: dict[str, list[QWidget]] = {
            "words": [self.words],
            "title": [self.title],
            "section": [self.section],
            "date": [self.first, self.last],
            "tag": [self.tag],
            "label": [self.label],
            "state": [self.state, self.bookmarked],
            "note": [self.note, self.noted],
        }
        for name, fields in rows.items():
            self._captions[name] = Words(self._look, -1, "muted", parent=self)
            row = QHBoxLayout()
            row.setSpacing(10)
            for field in fields:
                row.addWidget(field, 0 if isinstance(field, QToolButton) else 1)
            form.addRow(self._captions[name], row)
        for box in (self.tag, self.label):
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(18)
        for toggle in (self.bookmarked, self.noted):
            toggle.setObjectName("toggle")
            toggle.setCheckable(True)
            toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.section.addItems(["", *(name.capitalize() for name in SECTIONS)])
        self.state.addItems(["", "", ""])

    def _connect(self) -> None:
        for field in (self.words, self.title, self.first, self.last, self.note):
            field.textChanged.connect(self._write)
        for box in (self.tag, self.label):
            box.currentTextChanged.connect(self._write)
        for box in (self.section, self.state):
            box.currentIndexChanged.connect(self._write)
        for check in (self.bookmarked, self.noted):
            check.toggled.connect(self._write)

    def _retranslate(self) -> None:
        words = {
            "words": self.tr("Words"),
            "title": self.tr("In the title"),
            "section": self.tr("Within"),
            "date": self.tr("From, to"),
            "tag": self.tr("Tag"),
            "label": self.tr("Label"),
            "state": self.tr("Read"),
            "note": self.tr("In notes"),
        }
        for name, caption in self._captions.items():
            caption.set_words(words[name])
        with self._silently():
            self.section.setItemText(0, self.tr("Any section"))
            for index, text in enumerate((self.tr("Read or not"), self.tr("Read"), self.tr("Unread"))):
                self.state.setItemText(index, text)
        self.bookmarked.setText(self.tr("Bookmarked"))
        self.noted.setText(self.tr("With a note"))
        toggles = (self.bookmarked, self.noted)
        for toggle in toggles:
            toggle.setMinimumWidth(max(each.sizeHint().width() for each in toggles))
        for field, name in (
            (self.words, "words"),
            (self.title, "title"),
            (self.section, "section"),
            (self.tag, "tag"),
            (self.label, "label"),
            (self.state, "state"),
            (self.note, "note"),
        ):
            field.setAccessibleName(words[name])
        for field, name, example in (
            (self.first, self.tr("From"), "2025-10"),
            (self.last, self.tr("To"), "2025-12-20"),
        ):
            field.setAccessibleName(name)
            field.setToolTip(name)
            field.setPlaceholderText(example)

    def _write(self) -> None:
        """Make the query of the fields anew, and tell it."""
        if self._silent:
            return
        query = self.words.text().strip()
        operators = [
            ("note", self.note.text()),
            ("has", "note" if self.noted.isChecked() else ""),
            ("is", "bookmarked" if self.bookmarked.isChecked() else ""),
            ("is", ("", *_STATES)[max(0, self.state.currentIndex())]),
            ("label", self.label.currentText()),
            ("tag", self.tag.currentText()),
            ("date", _range("".join(self.first.text().split()), "".join(self.last.text().split()))),
            ("section", ("", *SECTIONS)[max(0, self.section.currentIndex())]),
            ("title", self.title.text()),
        ]
        for name, value in operators:
            if value.strip():
                query = with_operator(query, name, value)
        self._query = query
        self.query_changed.emit(query)

    def _rest(self, query: str) -> str:
        """What the other fields do not show."""
        if has_choice(query):
            return query
        shown = [(name, _only(query, name)) for name in ("title", "note", "tag", "label", "section")]
        shown.append(("date", _only(query, "date")) if values(query, "date") else ("after", _only(query, "after")))
        shown += [("has", "note"), ("is", "bookmarked"), ("is", "noted")]
        state = next((s for s in values(query, "is") if s in _STATES), "")
        for name, value in [*shown, ("is", state)]:
            if value:
                query = without_operator(query, name, value)
        return query

    @contextmanager
    def _silently(self) -> Iterator[None]:
        self._silent = True
        try:
            yield
        finally:
            self._silent = False

    def _offer(self, box: QComboBox, offered: list[str]) -> None:
        text = box.currentText()
        with QSignalBlocker(box):
            box.clear()
            box.addItems(["", *offered])
            box.setCurrentText(text)


def _only(query: str, name: str) -> str:
    """The first value of an operator; "" without one."""
    return next(iter(values(query, name)), "")


def _ends(query: str) -> tuple[str, str]:
    """The first and last day, month or year a query is about, both included; "" for an open end."""
    if not values(query, "date"):
        return _only(query, "after"), ""
    first, last = (_RANGE.split(_only(query, "date"), maxsplit=1) * 2)[:2]
    return first, last


def _range(first: str, last: str) -> str:
    """The value of `date:` for two ends."""
    return first if first == last else f"{first}..{last}"


def _index_of(value: str, choices: tuple[str, ...]) -> int:
    return choices.index(value) + 1 if value in choices else 0
