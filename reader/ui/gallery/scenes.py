"""The window's places, views and dialogs, each as a scene that can be set and cleared again in one open window."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from reader.marks.model import HIGHLIGHT_COLOURS
from reader.posts.model import PaperKey
from reader.ui.export.print_preview import PrintPreview
from reader.ui.page.pictures.enlarged import EnlargedPicture
from reader.ui.session.places import ALL, BOOKMARKED, NOTED, READ, REVISIT, UNREAD, Place
from reader.ui.settings.settings_dialog import SettingsDialog
from reader.ui.window.window import MainWindow

NOW = datetime(2025, 11, 8, 3, 0, tzinfo=UTC)
"""The moment at which the pictures are taken: the day after the sample library's last post."""

_NOTE = """# 다시 볼 것

- 보상 모델 없이 **선호 데이터**로 바로 학습한다
- [ ] $\\beta$에 얼마나 민감한지 확인하기
- [x] 표 2의 설정: https://example.org/table"""

_CORRECTION = "순서가 반대다"
_DAYS, _HIGHLIGHTED = 24, 40
"""Over so many days papers were read and highlighted; each of so many has a note and highlights."""


class Scene(NamedTuple):
    """One state of the window: a place, then actions by name, then what is typed into the field that is open."""

    name: str
    place: Place = ALL
    actions: tuple[str, ...] = ()
    typed: str = ""
    page: int = 0  # of the settings
    is_late: bool = False  # its dialog opens when a process has answered
    is_entered: bool = False  # what is typed is followed by Enter
    presses: tuple[str, ...] = ()  # actions that follow when the view is there

    @property
    def is_search(self) -> bool:
        """Whether an answer is waited for."""
        return self.place.kind == "search" or "search" in self.actions


ACROSS = (
    Scene("lens", ALL, ("lens",), presses=("section_4",)),
    Scene("lens-results", ALL, ("lens",), presses=("section_3",)),
    Scene("table", ALL, ("table",)),
    Scene("compare", BOOKMARKED, ("select_all", "compare")),
    Scene("field", Place("month", "2025-11"), ("field",)),
    Scene("field-of-all", ALL, ("field",)),
    Scene("benchmark", ALL, ("benchmark",)),
    Scene("benchmark-values", ALL, ("benchmark",), "FID", is_entered=True),
    Scene("mine", ALL, ("mine",), presses=("section_1",)),
    Scene("mine-by-label", ALL, ("mine",), presses=("section_4",)),
    Scene("history", ALL, ("history",)),
    Scene("what-was-read", READ),
    Scene("sorting", ALL, ("sort",)),
)
"""The views of many papers."""

_SETTINGS = ("library", "reading", "language", "keys", "search", "exports", "backups", "privacy", "program")

SCENES = (
    Scene("all"),
    Scene("unread", UNREAD),
    Scene("bookmarks", BOOKMARKED),
    Scene("revisit", REVISIT),
    Scene("notes", NOTED, ("note",)),
    Scene("week", Place("range", "week")),
    Scene("last-posts", Place("range", "last:7")),
    Scene("day", Place("day", "2025-11-06")),
    Scene("month", Place("month", "2025-11")),
    Scene("label", Place("label", "읽을 것")),
    Scene("tag", Place("tag", "papers")),
    Scene("search", Place("search", "선호 데이터")),
    Scene("tiers", Place("search", "diffusion 이미지")),
    Scene("correction", Place("search", "diffusoin")),
    Scene("names-offered", Place("search", "연산량")),
    Scene("type-ahead", ALL, ("search",), "언어"),
    Scene("related", ALL, ("related",)),
    Scene("nothing-found", Place("search", "xyzzyplugh")),
    Scene("reading-mode", ALL, ("reading_mode",)),
    Scene("find-in-page", ALL, ("find_in_page",), "모델"),
    *ACROSS,
    Scene("tabs", BOOKMARKED, ("select_all", "open_tab")),
    Scene("palette", ALL, ("palette",), "모델"),
    Scene("palette-commands", ALL, ("palette",), ">"),
    Scene("labels-menu", ALL, ("labels",)),
    Scene("revisit-menu", ALL, ("revisit",)),
    *(Scene(f"settings-{name}", ALL, ("settings",), page=number) for number, name in enumerate(_SETTINGS)),
    Scene("keys", ALL, ("keys",)),
    Scene("watched-words", ALL, ("watch",)),
    Scene("names", ALL, ("own_names",)),
    Scene("export", ALL, ("export",)),
    Scene("print", ALL, ("print",), is_late=True),
    Scene("backup", ALL, ("backup",)),
    Scene("import", ALL, ("import",)),
    Scene("repository", ALL, ("add_repository",)),
    Scene("explanation", ALL, ("explain",), is_late=True),
    Scene("enlarged", Place("tag", "essay"), presses=("next_paper", "enlarge"), is_late=True),
    Scene("about", ALL, ("about",)),
)

FIRST_START = Scene("first-start")
"""Seen without a library alone."""


class Moment:
    """A clock that stands still until it is set: what is marked has days of its own."""

    def __init__(self) -> None:
        self.days_ago = 0

    def __call__(self) -> datetime:
        return NOW - timedelta(days=self.days_ago)


def mark(window: MainWindow, moment: Moment | None = None) -> None:
    """Make the marks that the scenes show, in a library of any size: stars, notes, days, labels, highlights, papers
    read. `moment` is the clock of the store of marks; without it all is marked now.
    """
    session, moment = window.session, moment or Moment()
    keys = session.keys_of(ALL)
    unread = len(keys) // 3 if len(keys) > 100 else 4
    for days_ago in reversed(range(_DAYS)):
        moment.days_ago = days_ago
        session.set_read(keys[unread + days_ago :: _DAYS], True)
        colour = HIGHLIGHT_COLOURS[(days_ago + 2) % len(HIGHLIGHT_COLOURS)]
        for at in range(days_ago, len(keys), _HIGHLIGHTED):
            _highlight(window, keys[at], colour, "" if at else _CORRECTION)
    session.set_bookmark([keys[at] for at in (0, 2, 5) if at < len(keys)])
    today = session.today()
    for at, days in ((1, -1), (6, 0), (9, 5)):
        session.set_revisit(keys[at : at + 1], today + timedelta(days=days))
    session.edit_labels(lambda marks: marks.add_label("읽을 것", "green", keys[:4]), keys[:4])
    session.edit_labels(lambda marks: marks.add_label("baseline", "blue", keys[2:3]), keys[2:3])
    for key in keys[::_HIGHLIGHTED]:
        session.save_note(key, _NOTE, "")


def _highlight(window: MainWindow, key: PaperKey, colour: str, correction: str) -> None:
    """Mark the beginning of what a paper says of its method."""
    record = window.session.listing.record(key)
    if record is None or len(record.appearances[0].texts) < 2:
        return
    words = record.appearances[0].texts[1].split(",")[0]
    window.session.edit_highlights(
        key, lambda marks: marks.add_highlight(key, "method", words, "", "", colour, correction)
    )


def enter(window: MainWindow, scene: Scene) -> None:
    """Bring the window to a scene; whoever draws lets it come to rest."""
    window.browsing.show_place(scene.place)
    QApplication.processEvents()
    window.view.set_scroll_position(0)
    for name in scene.actions:
        window.actions_[name].trigger()
        QApplication.processEvents()
    field = window.focusWidget()  # also where the window is not the active one
    for dialog in above(window):
        if isinstance(dialog, SettingsDialog):
            dialog.show_page(scene.page)
    if scene.typed and isinstance(field, QLineEdit):
        field.clear()
        written = QInputMethodEvent()
        written.setCommitString(scene.typed)
        QApplication.sendEvent(field, written)  # as a person types, so that what follows typing follows
    if scene.is_entered and isinstance(field, QLineEdit):
        field.returnPressed.emit()


def leave(window: MainWindow) -> None:
    """Bring the window back to where every scene begins."""
    for widget in above(window):
        widget.close()
    if "quick_open" in vars(window):
        window.quick_open.palette.close_palette()
    window.panes.set_reading_mode(False)
    if window.across.lensing.is_on:
        window.across.toggle_lens()
    window.across.leave_wide()
    while len(window.going.tabs.tabs) > 1:
        window.actions_["close_tab"].trigger()
    window.view.close_find()
    window.status.clear_message()
    window.browsing.show_place(ALL)
    first = window.papers.first_key()
    if first is not None:
        window.choose_paper(first)
    window.papers.setFocus()


def is_whole(widget: QWidget) -> bool:
    """Whether all that a dialog waits for has come."""
    if isinstance(widget, PrintPreview):
        return widget.print_button.isEnabled()
    return not isinstance(widget, EnlargedPicture) or widget.is_drawn


def above(window: MainWindow) -> list[QWidget]:
    """The dialogs and menus that are open over the window, and nothing of other windows."""
    others = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not window)
    return [widget for widget in others if widget.windowType() == Qt.WindowType.Popup or _owner(widget) is window]


def _owner(widget: QWidget) -> QWidget:
    while (parent := widget.parentWidget()) is not None:
        widget = parent
    return widget
