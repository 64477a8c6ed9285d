"""Annotating: what a person makes of the open paper's words, joined with the window. Made when the paper stands."""

from typing import TYPE_CHECKING

from reader.posts.model import PaperKey
from reader.ui.window.highlighting import Highlighting
from reader.ui.window.linking import Linking

if TYPE_CHECKING:
    from reader.ui.window.window import MainWindow


class Annotating:
    """Highlights and quotes, and the links of notes, of one window."""

    def __init__(self, window: "MainWindow") -> None:
        reading, noting = window.reading, window.noting
        self.highlighting = Highlighting(window.session, reading, noting.notes, window.look)
        self.linking = Linking(window.session, reading, noting, window.look)
        self.highlighting.told.connect(window.status.show_message)
        self.highlighting.note_wanted.connect(window.actions_["note"].trigger)
        self.linking.told.connect(window.status.show_message)
        self.linking.paper_requested.connect(lambda key: window.choose_paper(PaperKey(key)))
        self.linking.place_requested.connect(self.highlighting.go_to)

    def stop(self) -> None:
        """Do nothing any more, as the window closes."""
        self.linking.stop()
