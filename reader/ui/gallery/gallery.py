"""`python -m reader.ui.gallery FOLDER` draws every widget into pictures: full, empty, failing, hard; light and dark.

A change to the window is looked at here, and in both languages (--lang), before it is committed.
"""

import argparse
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QRect
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from reader.ui.export.export_dialog import Choice, ExportDialog, Start
from reader.ui.gallery.gallery_data import (
    DAILY,
    DAY,
    FEW,
    FOUND,
    HARD,
    MARKED,
    NOTE,
    SAVED_AT,
    TODAY,
    RowsInMemory,
    counts,
    signs,
)
from reader.ui.gallery.gallery_notes import LINK_ROWS, VERSIONS, highlight_rows
from reader.ui.gallery.gallery_search import row, search_widgets
from reader.ui.marks.due_bar import DueBar
from reader.ui.marks.label_dialog import LabelDialog
from reader.ui.marks.revisit_menu import DayDialog
from reader.ui.notes.note_rows import NoteRow
from reader.ui.notes.note_versions import VersionsDialog
from reader.ui.notes.notes_pane import NotesPane
from reader.ui.page.marking.highlight_bar import HighlightBar
from reader.ui.papers.paper_list import SEARCH_SORTS, PageSource, PaperList, Signs
from reader.ui.search.search_bar import SearchBar
from reader.ui.session.dates import day_title
from reader.ui.session.places import BOOKMARKED, Place
from reader.ui.sidebar.tree import Tree
from reader.ui.widgets.buttons import KeyButton
from reader.ui.widgets.language import use_language
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look, ThemeSetting, application
from reader.ui.window.sources.welcome import Welcome

PictureSize = tuple[int, int]


def widgets(look: Look) -> Iterator[tuple[str, QWidget, PictureSize]]:
    """Every widget in every state worth looking at: name, widget, size."""
    yield "together", together(look), (1440, 900)
    yield from _of_papers(look)
    yield from search_widgets(look)
    yield from _of_notes(look)
    yield from _of_the_rest(look)


def _of_papers(look: Look) -> Iterator[tuple[str, QWidget, PictureSize]]:
    title, count = day_title(DAY, QLocale()), "5편 · 3편 읽지 않음"
    long_title = "아주 길고 길어서 다 들어가지 않는 제목을 가진 목록"
    yield "tree", tree(look), (231, 826)
    yield "tree-few", tree_few(look), (231, 500)
    yield "list", paper_list(look, DAILY, title, count), (392, 826)
    yield "list-hard", paper_list(look, HARD, long_title, "1,234편"), (392, 826)
    yield "list-narrow", paper_list(look, HARD, title, count), (260, 700)
    yield "list-found", found(look), (392, 400)
    yield "list-marked", paper_list(look, DAILY, title, "5편", MARKED), (392, 700)
    yield "list-marked-narrow", paper_list(look, DAILY, title, "5편", MARKED), (260, 700)
    yield "list-empty", empty(look), (392, 400)
    yield "due-bar", due_bar(look, 0), (818, 38)
    yield "due-bar-narrow", due_bar(look, 4), (400, 38)


def _of_notes(look: Look) -> Iterator[tuple[str, QWidget, PictureSize]]:
    yield "notes", notes(look, NOTE), (816, 176)
    yield "notes-empty", notes(look, ""), (816, 176)
    yield "notes-failed", notes(look, NOTE, "디스크가 가득 찼습니다"), (816, 176)
    yield "notes-highlights", notes_list(look, "highlights", highlight_rows(look.theme.name)), (816, 176)
    yield "notes-highlights-none", notes_list(look, "highlights", []), (816, 176)
    yield "notes-links-narrow", notes_list(look, "links", LINK_ROWS), (400, 220)
    yield "notes-versions", VersionsDialog(VERSIONS, lambda _: None), (680, 420)
    yield "highlight-bar", highlight_bar(look, None), (420, 60)
    yield "highlight-bar-on", highlight_bar(look, "green"), (420, 60)


def _of_the_rest(look: Look) -> Iterator[tuple[str, QWidget, PictureSize]]:
    yield "day", DayDialog(None, look, TODAY, TODAY + timedelta(days=3)), (350, 330)
    yield "label", LabelDialog(None, look, "", "읽을 것", "green", lambda _name, _colour: None), (380, 130)
    yield "status", status(look, lambda _: None), (1440, 26)
    yield "status-busy", status(look, lambda bar: bar.show_progress(34, 92, "글 읽는 중 34/92")), (900, 26)
    yield "status-failed", status(look, lambda bar: bar.show_error("폴더를 찾을 수 없습니다", "…")), (900, 26)
    yield "export", export(look, "md"), (520, 236)
    yield "export-wrong", export(look, "pdf", "."), (520, 236)
    yield "buttons", buttons(look), (700, 48)
    yield "welcome", Welcome(look), (900, 640)


def tree(look: Look) -> Tree:
    """The tree with a day chosen."""
    made = Tree(look)
    made.set_counts(counts())
    made.choose(Place("day", "2025-12-22"))
    return made


def tree_few(look: Look) -> Tree:
    """The tree with large numbers, a long tag and two years."""
    made = Tree(look)
    made.set_counts(FEW)
    made.choose(BOOKMARKED)
    return made


def due_bar(look: Look, late: int) -> DueBar:
    """The bar above a paper that is due since so many days."""
    bar = DueBar(look)
    bar.show_due(TODAY - timedelta(days=late), TODAY + timedelta(days=16), TODAY)
    return bar


def paper_list(
    look: Look, source: PageSource, title: str, detail: str, marks: Mapping[str, Signs] | None = None
) -> PaperList:
    """A list with its first paper selected."""
    made = PaperList(look, signs if marks is None else lambda key: marks.get(key, Signs()), today=lambda: TODAY)
    made.set_source(source, title, detail)
    made.choose(source.rows(0, 1)[0].key if source is not FOUND else "2512.17909")  # type: ignore[union-attr]  # as said
    return made


def found(look: Look) -> PaperList:
    """What a search found."""
    made = paper_list(look, FOUND, "검색: 이미지 생성", "42편")
    made.set_sorts(SEARCH_SORTS, "relevance")
    return made


def empty(look: Look) -> PaperList:
    """A list of nothing."""
    made = PaperList(look, signs)
    made.set_source(RowsInMemory([]), "북마크", "")
    made.set_empty("아직 북마크가 없습니다. 논문에서 B를 누르면 여기에 모입니다.", "전체 논문 보기")
    return made


def notes(look: Look, text: str, failure: str = "") -> NotesPane:
    """The notes pane."""
    pane = NotesPane(look)
    pane.show_note("2512.17909", text, SAVED_AT if text else None)
    if failure:
        pane.editor.appendPlainText("")
        pane.flush()
        pane.set_failed(failure)
    return pane


def notes_list(look: Look, page: str, rows: list[NoteRow]) -> NotesPane:
    """The notes pane with one of its lists."""
    pane = notes(look, NOTE)
    for name, count in (("highlights", 20), ("links", 3)):
        pane.set_count(name, count if rows else 0)
    pane.lists[page].set_rows(rows, "본문에서 글을 고르고 H를 누르거나 색을 고르면 여기에 모입니다.")
    pane.show_page(page)
    return pane


def highlight_bar(look: Look, colour: str | None) -> QWidget:
    """The bar over selected words, or over a highlight of a colour."""
    page = QWidget()
    HighlightBar(look.theme, page).offer([QRect(200, 0, 1, 4)], colour)
    return page


def status(look: Look, change: Callable[[StatusBar], None]) -> StatusBar:
    """The status bar."""
    bar = StatusBar(look)
    bar.set_library("717편 · 92개 글   색인 최신")
    bar.set_right("오프라인에서도 사용 가능")
    change(bar)
    return bar


def export(look: Look, form: str, place: str = "") -> ExportDialog:
    """The dialog that asks what to export and where to."""
    few = [Choice("고른 논문", 3, list), Choice("이 목록", 42, list), Choice("전체", 1717, list)]
    dialog = ExportDialog(look, few, Start(form, Path("/home/민지/문서/아주 길고 길어서 다 들어가지 않는 폴더의 이름")))
    if place:
        dialog.place.setText(place)
    return dialog


def buttons(look: Look) -> QWidget:
    """The tool bar's buttons."""
    return row(_left_buttons(look) + _right_buttons(look))


def together(look: Look) -> QWidget:
    """Tool bar, tree, list and notes together, without the section view."""
    bar = row([*_left_buttons(look), SearchBar(look), *_right_buttons(look)])
    bar.setFixedHeight(47)
    panes = QSplitter(handleWidth=1)
    right = QWidget()
    column = QVBoxLayout(right)
    column.setSpacing(0)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch()
    column.addWidget(notes(look, NOTE))
    day = paper_list(look, DAILY, day_title(DAY, QLocale()), "5편 · 3편 읽지 않음")
    for pane in (tree(look), day, right):
        panes.addWidget(pane)
    panes.setSizes([231, 391, 816])
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setSpacing(0)
    column.setContentsMargins(0, 0, 0, 0)
    for part in (bar, panes, status(look, lambda _: None)):
        column.addWidget(part)
    return whole


def _left_buttons(look: Look) -> list[QWidget]:
    return [KeyButton(look, "", "menu"), KeyButton(look, "라이브러리 추가", "add")]


def _right_buttons(look: Look) -> list[QWidget]:
    return [KeyButton(look, "북마크", "star-outline", "B"), KeyButton(look, "", "theme")]


def draw(folder: Path, look: Look, lang: str) -> None:
    """Draw them all into PNG files."""
    for name, widget, size in widgets(look):
        widget.resize(*size)
        widget.show()
        QApplication.processEvents()
        widget.grab().save(str(folder / f"{name}-{look.theme.name}-{lang}.png"))
        widget.close()
        widget.deleteLater()
        QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)  # while what belongs to it is still there


def main() -> None:
    """Draw the gallery."""
    parser = argparse.ArgumentParser(description="Draw every widget into pictures")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", choices=["ko", "en"], default="ko")
    parser.add_argument("--text-size", type=int, default=13)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given.folder.mkdir(parents=True, exist_ok=True)
    app = application([])
    use_language(app, given.lang)
    themes: tuple[ThemeSetting, ...] = ("light", "dark")
    look = Look(app, "light", given.text_size)
    for theme in themes:
        look.set_theme(theme)
        draw(given.folder, look, given.lang)
