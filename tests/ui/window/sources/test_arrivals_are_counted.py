"""How many papers came since one looked at the new ones."""

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.posts.model import PaperKey
from reader.ui.session.places import ALL, NEW, Place
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look
from reader.ui.window.listing.browsing import Browsing
from reader.ui.window.sources.arrivals import Arrivals


class Around(QObject):
    """As much of session, state and browsing as is asked for."""

    library_changed = Signal()
    listed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.place = ALL
        self.new_keys: set[PaperKey] = set()
        self.shown: list[Place] = []
        self.refreshed = 0

    def set_new(self, keys: set[PaperKey]) -> None:
        self.new_keys = keys

    def count(self, _place: Place) -> int:
        return len(self.new_keys)

    def show_place(self, place: Place) -> None:
        self.shown.append(place)

    def refresh(self) -> None:
        self.refreshed += 1


def test_what_came_is_counted_until_one_looks(look: Look, page: QWidget) -> None:
    around, bar = Around(), StatusBar(look, page)
    arrivals = Arrivals(cast(Session, around), cast(ReadingState, around), cast(Browsing, around), bar)
    arrivals.show()
    assert bar.new_words() == ""
    arrivals.take([])
    assert bar.new_words() == ""
    arrivals.take(["a", "b"])
    assert bar.new_words().replace("(s)", "s") == "2 new papers"
    arrivals.take(["c"])
    assert around.new_keys == {"a", "b", "c"}, "those before were not looked at"
    bar.new_requested.emit()
    assert around.shown == [NEW]
    around.place = NEW
    around.listed.emit("chosen")
    assert bar.new_words() == ""
    arrivals.take(["d"])
    assert (around.new_keys, around.refreshed, bar.new_words()) == ({"a", "b", "c", "d"}, 1, "")
    around.place = ALL
    arrivals.take(["e"])
    assert around.new_keys == {"e"}
    assert bar.watched_words() == ""
    assert bar._new.toolTip() == "Show the new papers (G N)"


def test_those_with_watched_words_are_counted_beside_them_until_one_looks(look: Look, page: QWidget) -> None:
    around, bar = Around(), StatusBar(look, page)
    arrivals = Arrivals(cast(Session, around), cast(ReadingState, around), cast(Browsing, around), bar)
    arrivals.set_watched({PaperKey("a"), PaperKey("old")}, Place("watched", "kettle"))
    assert bar.watched_words() == "", "what was there before is counted in the sidebar"
    arrivals.take(["a", "b"])
    assert bar.watched_words().startswith("1 with")
    bar.watched_requested.emit()
    assert (around.shown, bar.watched_words()) == ([Place("watched", "kettle")], "")
    assert bar.new_words(), "the others were not looked at"
    arrivals.take(["c"])
    arrivals.set_watched({PaperKey("c"), PaperKey("b")}, Place("watched"))
    assert bar.watched_words().startswith("2 with")
    around.place = NEW
    around.listed.emit("chosen")
    assert (bar.watched_words(), bar.new_words()) == ("", "")
