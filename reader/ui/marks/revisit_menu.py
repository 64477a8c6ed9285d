"""When papers are to come back: a menu with a few days, a calendar, and 'no longer'."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QIcon, QTextCharFormat, QTransform
from PySide6.QtWidgets import QCalendarWidget, QDialog, QDialogButtonBox, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.marks.revisit import quick_choices
from reader.ui.session.dates import short_day
from reader.ui.widgets.theme import Look

_NAVIGATION = """
#qt_calendar_navigationbar { background: transparent; }
#qt_calendar_navigationbar QToolButton { background: transparent; border: none; padding: 4px 8px; font-weight: bold; }
#qt_calendar_navigationbar QToolButton:hover { background: palette(midlight); }
QCalendarWidget QSpinBox { padding: 0 2px; }
"""
"""Qt names the parts of its calendar, and gives them the colours of selected text."""

Choose = Callable[[date | None], object]


class DueChoices(NamedTuple):
    """What may become of papers that are due."""

    again: date | None  # when they come back if they are put off; None where that is not one day for all
    finish: Callable[[], object]
    put_off: Callable[[], object]


def fill_revisit_menu(
    menu: QMenu, look: Look, today: date, held: list[date | None], choose: Choose, due: DueChoices | None = None
) -> None:
    """Offer days for papers that are to come back on the days `held`, one entry a paper, None for not at all.

    `choose` is called with the day chosen, or with None for 'no longer'; `due` is offered first.
    """
    locale = menu.locale()
    menu.setTitle(QCoreApplication.translate("Revisit", "Revisit"))
    if held and held[0] is not None and all(day == held[0] for day in held):
        words = QCoreApplication.translate("Revisit", "Revisit on %1").replace("%1", short_day(held[0], locale))
        menu.addAction(words).setEnabled(False)
        menu.addSeparator()
    if due is not None:
        _offer_due(menu, today, due)
        menu.addSeparator()
    for name, day in quick_choices(today):
        action = menu.addAction(f"{_name(name)}\t{short_day(day, locale)}")
        action.triggered.connect(lambda _checked=False, day=day: choose(day))
        if name == "tomorrow" and due is None:
            menu.setActiveAction(action)
    menu.addSeparator()
    calendar = menu.addAction(QCoreApplication.translate("Revisit", "Another day…"))
    calendar.setIcon(look.icons.icon("calendar", look.theme.text))
    first = next((day for day in held if day is not None), None)
    parent = menu.parentWidget()
    calendar.triggered.connect(lambda: _ask_for_day(parent, look, today, first or quick_choices(today)[0][1], choose))
    menu.addSeparator()
    drop = menu.addAction(QCoreApplication.translate("Revisit", "No longer revisit"))
    drop.setEnabled(any(held))
    drop.triggered.connect(lambda: choose(None))


def _offer_due(menu: QMenu, today: date, due: DueChoices) -> None:
    words, day = again_words(due.again, today, menu.locale())
    again = menu.addAction(f"{words}\t{day}" if day else words)
    again.triggered.connect(due.put_off)
    menu.addAction(QCoreApplication.translate("Revisit", "Done")).triggered.connect(due.finish)
    menu.setActiveAction(again)


def again_words(again: date | None, today: date, locale: QLocale) -> tuple[str, str]:
    """'Again in 3 days' and the day: '11월 24일 (화)'; where it is not one day, without one."""
    if again is None:
        return QCoreApplication.translate("Revisit", "Again later"), ""
    days = (again - today).days
    if days == 1:
        return QCoreApplication.translate("Revisit", "Again tomorrow"), short_day(again, locale)
    words = QCoreApplication.translate("Revisit", "Again in %1 days").replace("%1", str(days))
    return words, short_day(again, locale)


def _name(choice: str) -> str:
    words = {
        "tomorrow": QCoreApplication.translate("Revisit", "Tomorrow"),
        "3 days": QCoreApplication.translate("Revisit", "In 3 days"),
        "next week": QCoreApplication.translate("Revisit", "Next week"),
        "next month": QCoreApplication.translate("Revisit", "Next month"),
    }
    return words[choice]


def _ask_for_day(parent: QWidget | None, look: Look, today: date, day: date, choose: Choose) -> None:
    dialog = DayDialog(parent, look, today, day)
    dialog.accepted.connect(lambda: choose(dialog.day()))
    dialog.open()


class DayDialog(QDialog):
    """A calendar to choose a day from, today or later. Enter or a double click takes the day."""

    def __init__(self, parent: QWidget | None, look: Look, today: date, day: date) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Revisit on"))
        self.calendar = QCalendarWidget(self)
        self._dress(look, today)
        self.calendar.setSelectedDate(_qdate(day))
        self.calendar.activated.connect(lambda _: self.accept())
        self.calendar.selectionChanged.connect(self._say)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.calendar)
        column.addWidget(self._buttons)
        self._say()
        self.calendar.setFocus()

    def day(self) -> date:
        """The day chosen."""
        chosen = self.calendar.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _say(self) -> None:
        button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText(short_day(self.day(), self.locale()))

    def _dress(self, look: Look, today: date) -> None:
        calendar = self.calendar
        calendar.setMinimumDate(_qdate(today))
        calendar.setMaximumDate(_qdate(date(today.year + 10, 12, 31)))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        korean = self.locale().language() == QLocale.Language.Korean
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Sunday if korean else self.locale().firstDayOfWeek())
        calendar.setMinimumSize(look.px(330), look.px(250))
        for weekday in range(1, 8):
            words = QTextCharFormat()
            words.setForeground(look.colour("accent" if weekday == Qt.DayOfWeek.Sunday.value else "text"))
            calendar.setWeekdayTextFormat(Qt.DayOfWeek(weekday), words)
        header = QTextCharFormat()
        header.setForeground(look.colour("muted"))
        header.setBackground(look.colour("field"))
        calendar.setHeaderTextFormat(header)
        mark = QTextCharFormat()
        mark.setFontUnderline(True)
        calendar.setDateTextFormat(_qdate(today), mark)
        calendar.setStyleSheet(_NAVIGATION)
        for name, turn in (("qt_calendar_nextmonth", 0), ("qt_calendar_prevmonth", 180)):
            button = calendar.findChild(QToolButton, name)
            if button is not None:
                arrow = look.icons.pixmap("chevron-right", look.theme.text, 16, self.devicePixelRatioF())
                button.setIcon(QIcon(arrow.transformed(QTransform().rotate(turn))))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
