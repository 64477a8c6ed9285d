"""What a term is called otherwise: said for what was asked about last."""

from typing import cast

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolTip, QWidget

from reader.ui.page.naming_terms import NamingTerms
from reader.ui.page.page_view import PageView
from reader.ui.session.search_job import SearchJob
from reader.ui.widgets.status_bar import StatusBar


class Page(QWidget):
    word_pointed = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_under_mouse = True

    def pointed_at(self) -> tuple[str, int]:
        return "uses CoT here", 5

    def underMouse(self) -> bool:  # noqa: N802  # Qt's name
        return self.is_under_mouse


class Job(QWidget):
    term_named = Signal(str, int, tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.asked: list[tuple[str, int]] = []

    def name_term(self, text: str, at: int) -> None:
        self.asked.append((text, at))


class Status:
    def __init__(self) -> None:
        self.said: list[str] = []

    def show_message(self, text: str) -> None:
        self.said.append(text)


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    return shown


def test_names_of_what_is_selected_are_said_below_and_of_what_is_pointed_at_in_a_tip(
    page: QWidget, tips: list[str]
) -> None:
    view, job, status = Page(page), Job(page), Status()
    naming = NamingTerms(cast(PageView, view), cast(SearchJob, job), cast(StatusBar, status))
    naming.name_selected()
    view.word_pointed.emit("another line", 2)
    assert job.asked == [("uses CoT here", 5), ("another line", 2)]
    job.term_named.emit("another line", 2, ("name", "이름"))
    assert (status.said, tips) == ([], ["name · 이름"])
    job.term_named.emit("uses CoT here", 5, ("chain of thought", "사고의 연쇄"))
    assert (status.said, tips) == (["chain of thought · 사고의 연쇄"], ["name · 이름"])
    job.term_named.emit("uses CoT here", 5, ("too late",))
    job.term_named.emit("another line", 2, ("too late",))
    assert len(status.said) == len(tips) == 1


def test_where_nothing_is_known_it_is_said_of_what_is_selected_alone(page: QWidget, tips: list[str]) -> None:
    view, job, status = Page(page), Job(page), Status()
    naming = NamingTerms(cast(PageView, view), cast(SearchJob, job), cast(StatusBar, status))
    naming.name_selected()
    job.term_named.emit("uses CoT here", 5, ())
    assert status.said == ["No other name is known of what is selected. Select a term first."]
    view.word_pointed.emit("a", 0)
    job.term_named.emit("a", 0, ())
    view.word_pointed.emit("b", 0)
    view.is_under_mouse = False
    job.term_named.emit("b", 0, ("name",))
    assert tips == []
