"""The system's word that papers are due: once a day, and not of what was told already."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.base.paths import ProfilePaths
from reader.base.settings import Settings
from reader.ui.marks.due import Due
from reader.ui.marks.notice import Notices
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look


class Known(QObject):
    """As much of a session as is asked for."""

    marks_changed = Signal(object)
    day_changed = Signal()
    failed = Signal(str)

    def __init__(self, profile: Path) -> None:
        super().__init__()
        self.profile = self
        self.places = ProfilePaths.of(profile)
        self.settings = Settings(self.places.settings)
        self.due, self.day = 3, date(2025, 12, 30)

    def due_count(self) -> int:
        return self.due

    def today(self) -> date:
        return self.day


@pytest.fixture
def known(profile: Path) -> Known:
    made = Known(profile)
    made.settings.set("revisit_notice", True)
    return made


def test_it_is_told_once_a_day_by_whatever_window(known: Known) -> None:
    sent: list[str] = []
    notices = Notices(cast(Session, known), lambda title, text: sent.append(f"{title}: {text}"))
    notices.tell_if_due()
    assert [each.replace("(s)", "s") for each in sent] == ["Daily Papers Reader: 3 papers to revisit today"]
    assert Settings(known.places.settings).get("notified_on") == "2025-12-30"
    Notices(cast(Session, known), lambda _title, text: sent.append(text)).tell_if_due()
    assert len(sent) == 1
    known.day = date(2025, 12, 31)
    notices.tell_if_due()
    assert len(sent) == 2
    known.day, known.due = date(2026, 1, 1), 0
    notices.tell_if_due()
    assert len(sent) == 2


class Asked(QObject):
    """Notices that are only asked."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def tell_if_due(self) -> None:
        self.times += 1


def test_a_while_after_the_start_it_is_looked_what_is_due(known: Known, look: Look, page: QWidget) -> None:
    due = Due(cast(Session, known), cast(ReadingState, None), look, page)
    asked = Asked()
    due.__dict__["notices"] = asked
    due._tell()
    assert asked.times == 1
