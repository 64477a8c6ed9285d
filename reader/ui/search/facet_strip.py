"""Chips above the results: months, tags, labels, sections and what was read, each a menu with counts.

A chip that narrows the query now shows by what, and offers to take it back. Comes in: `Facets`. Goes out: the query
narrowed, or widened.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reader.services.query_text import values, with_operator, without_operator
from reader.ui.session.dates import month_title
from reader.ui.widgets.buttons import show_drawing
from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.frames import paint_band, paint_box
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.theme import Look

if TYPE_CHECKING:
    from reader.services.facets import Counts, Facets

_MOST = 30  # lines of a menu
_WIDEST = 230  # px of a name in a menu
_WIDEST_CHIP = 130


@guarded
class FacetChip(QToolButton):
    """A rounded button with a ▾; in the accent colour while it narrows the query."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.narrows = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_words(self, words: str, narrows: bool) -> None:
        """Say what the chip is for, or, where it narrows the query, by what."""
        self.narrows = narrows
        self.setText(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = min(QFontMetrics(self._look.font(-1)).horizontalAdvance(self.text()), self._look.px(_WIDEST_CHIP))
        return QSize(width + self._look.px(31), self._look.px(23))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        px, look = self._look.px, self._look
        lively = self.underMouse() and self.isEnabled()
        ground = look.colour("chosen" if self.narrows else "hover" if lively else "field")
        line = look.colour("accent" if self.hasFocus() or self.narrows else "line")
        painter = paint_box(self, ground, line, px(11))
        role = "accent" if self.narrows else "text" if self.isEnabled() else "muted"
        painter.setPen(look.colour(role))
        painter.setFont(look.font(-1))
        room = QRect(px(9), 0, self.width() - px(28), self.height())
        text = QFontMetrics(look.font(-1)).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        side = px(11)
        arrow = QRectF(self.width() - px(7) - side, (self.height() - side) / 2 + 0.5, side, side)
        look.icons.paint(painter, "chevron-down", look.colour(role).name(), arrow)


@guarded
class FacetStrip(QWidget):
    """The chips, and a button that saves the search.

    Signals: `query_requested(str)` a query narrowed or widened · `save_requested()`.
    """

    query_requested = Signal(str)
    save_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._query = ""
        self._facets: Facets | None = None
        self._chips = {name: FacetChip(look, self) for name in ("month", "tag", "section", "state", "label")}
        self._save = QToolButton(self)
        self._menu = Popup(self)
        self._arrange()
        for name, chip in self._chips.items():
            chip.clicked.connect(partial(self._open, name))
        self._save.clicked.connect(self.save_requested)
        look.changed.connect(self._take_look)
        self._take_look()

    def show_query(self, query: str) -> None:
        """Be about this query; the counts known stay until there are others."""
        self._query = query
        self._show()

    def show_facets(self, facets: "Facets | None") -> None:
        """Offer these; with None nothing can be chosen."""
        self._facets = facets
        self._show()

    def chip(self, name: str) -> FacetChip:
        """The chip "month", "tag", "section", "state" or "label"."""
        return self._chips[name]

    def menu_of(self, name: str) -> QMenu:
        """The menu a chip opens, filled."""
        self._menu.clear()
        chosen = self._chosen(name)
        if chosen:
            self._add(self.tr("All"), "", False, without_operator(self._query, _OPERATORS[name]))
            self._menu.addSeparator()
        fill = {"month": self._fill_months}.get(name, partial(self._fill_plainly, name))
        fill(chosen)
        return self._menu

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_band(self, self._look.colour("panel"), self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    # Inside.

    def _arrange(self) -> None:
        chips = QWidget(self)
        flow = FlowLayout(chips, gap=4)
        flow.setContentsMargins(0, 0, 0, 0)
        for chip in self._chips.values():
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 7)
        row.setSpacing(6)
        row.addWidget(chips, 1)
        row.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        self._save.setObjectName("flat")
        self._save.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _take_look(self) -> None:
        px = self._look.px
        show_drawing(self._save, self._look, "save-search")
        self._save.setFixedSize(px(24), px(23))
        self._show()

    def _show(self) -> None:
        names = {
            "month": self.tr("Month"),
            "tag": self.tr("Tag"),
            "section": self.tr("Section"),
            "state": self.tr("Marks"),
            "label": self.tr("Label"),
        }
        for name, chip in self._chips.items():
            chosen = self._chosen(name)
            words = ", ".join(self._name_of(name, value) for value in chosen)
            chip.show_words(words or names[name], bool(chosen))
            chip.setToolTip(words)
            chip.setAccessibleName(f"{names[name]}: {words}" if words else names[name])
            chip.setEnabled(bool(chosen or self._counts(name)))
        self._chips["label"].setVisible(bool(self._chosen("label") or self._counts("label")))
        self._save.setToolTip(self.tr("Save this search"))
        self._save.setAccessibleName(self.tr("Save this search"))

    def _counts(self, name: str) -> "Counts":
        facets = self._facets
        if facets is None:
            return ()
        return {
            "month": facets.months,
            "tag": facets.tags,
            "section": facets.sections,
            "state": facets.states,
            "label": facets.labels,
        }[name]

    def _chosen(self, name: str) -> list[str]:
        """What the query is narrowed to already."""
        found = values(self._query, _OPERATORS[name])
        if name == "state":
            return [*found, *("noted" for value in values(self._query, "has") if value == "note")]
        return found

    def _open(self, name: str) -> None:
        chip = self._chips[name]
        self.menu_of(name).popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _fill_plainly(self, name: str, chosen: list[str]) -> None:
        for value, papers in self._counts(name)[:_MOST]:
            self._add(self._name_of(name, value), self._number(papers), value in chosen, self._narrowed(name, value))

    def _fill_months(self, chosen: list[str]) -> None:
        """Months, newest first; where they are many, in a menu for each year."""
        months = self._facets.months if self._facets else ()
        years = list(dict.fromkeys(month[:4] for month, _ in months if month != "none"))
        many = len(months) > 14
        menus = {year: self._menu.add_popup(year) for year in years} if many and len(years) > 1 else {}
        for month, papers in months:
            words, number = self._name_of("month", month), self._number(papers)
            self._add(words, number, month in chosen, self._narrowed("month", month), menus.get(month[:4]))

    def _add(self, words: str, number: str, on: bool, query: str, menu: QMenu | None = None) -> None:
        metrics = QFontMetrics(self._look.font())
        words = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, self._look.px(_WIDEST)).replace("&", "&&")
        action = QAction(f"{words}\t{number}" if number else words, self._menu, checkable=True, checked=on)
        action.triggered.connect(lambda _checked=False: self.query_requested.emit(query))
        (menu or self._menu).addAction(action)

    def _narrowed(self, name: str, value: str) -> str:
        """The query narrowed to a value, in place of another one of its kind."""
        operator = _OPERATORS[name]
        return with_operator(without_operator(self._query, operator), operator, value)

    def _name_of(self, name: str, value: str) -> str:
        speak: dict[str, Callable[[str], str]] = {
            "month": self._month,
            "tag": lambda tag: f"# {tag}",
            "section": lambda section: section.capitalize(),
            "state": self._state,
        }
        return speak.get(name, str)(value)

    def _month(self, month: str) -> str:
        if month == "none":
            return self.tr("Without a date")
        is_month = len(month) == 7 and month[4] == "-" and month[:4].isdigit() and month[5:].isdigit()
        return month_title(month, self.locale()) if is_month and 1 <= int(month[5:]) <= 12 else month

    def _state(self, state: str) -> str:
        return {
            "unread": self.tr("Unread"),
            "read": self.tr("Read"),
            "bookmarked": self.tr("Bookmarked"),
            "noted": self.tr("With a note"),
        }.get(state, state)

    def _number(self, papers: int) -> str:
        return self.locale().toString(papers)


_OPERATORS = {"month": "date", "tag": "tag", "section": "section", "state": "is", "label": "label"}
