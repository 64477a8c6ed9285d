"""The window: what joins its parts, and what Qt asks of it. Which parts there are is told in parts.py."""

import sys

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QWidget

from reader.posts.model import PaperKey
from reader.ui.session.mark_edits import ALL_KINDS, MarksChange
from reader.ui.session.places import Place
from reader.ui.session.session import Session
from reader.ui.widgets.dropped import dropped_path
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.window.beginning import BeginningWindow
from reader.ui.window.sources.watching import Watching

_NAME = "Daily Papers Reader"
_LINES_SHOWN = 12  # of details; more are behind a button


@guarded
class MainWindow(BeginningWindow):
    """One window on one profile.

    Signals: those of a window that begins · `left()` it closes, with all as it was; once.
    """

    left = Signal()

    def __init__(self, session: Session, look: Look, *, remembers: bool = True, frame: QWidget | None = None) -> None:
        super().__init__(session, look, remembers=remembers, frame=frame)
        self.watching = Watching(session, self.sync_job, self.sync_status, self.status)
        self.setAcceptDrops(True)
        self._join_first()
        self._speaking = QTimer(self, singleShot=True, interval=0)
        self._speaking.timeout.connect(self._speak)

    # What a person asks for.

    def search(self, query: str) -> None:
        """Search for something as if it were typed."""
        self.browsing.show_place(Place("search", query))

    # What Qt calls.

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.folders.take_focus()
        self.begin()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and "_speaking" in vars(self):
            self._speaking.start()  # once for all translators that come and go

    def closeEvent(self, event: QCloseEvent) -> None:
        self.notes.flush()
        if not self.notes.is_saved() and not self._may_close():
            event.ignore()
            return
        self.view.keep_page()
        self.reading.keep_position()
        if self._stays():
            event.ignore()
            self._step_aside()
            return
        self.left.emit()
        self._speaking.timeout.disconnect()  # a closed window has no session to say anything of
        self.reading.stop()
        self.linking.stop()
        if "aloud" in vars(self):
            self.aloud.stop()
        self.browsing.stop()
        self.asking.stop()
        self._memory.stop()
        self.across.stop()
        self.watching.stop()
        self.sync_job.stop()
        self.search_job.stop()
        self.session.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.is_ready and self.folders.are_panes_shown and dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file or folder dropped on the window is looked at as one to import."""
        path = dropped_path(event.mimeData())
        if path is None:
            return
        from reader.ui.window.program_commands import open_import  # seldom needed

        event.acceptProposedAction()
        open_import(self, self.session, self.look, self.notes, self.sync_status.ask).take(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → that no pane had a use for go from pane to pane, Esc goes back from where one went."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.panes.focus_next(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() == Qt.Key.Key_Escape and self.panes.step_back():
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.state.place.kind == "search" and self._is_in_list():
            self.asking.leave()
        elif event.key() != Qt.Key.Key_Escape or not self.across.step_back():
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse's own buttons for back and forward go through the papers that were open."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            self.going.go(-1 if event.button() == Qt.MouseButton.BackButton else 1)
        else:
            super().mousePressEvent(event)

    # What joins them.

    def _join_first(self) -> None:
        """What is joined before the first paint."""
        if sys.platform == "darwin":
            self.menus.fill_bar(self.menuBar())
        self.actions_.set_has_paper(False)
        self.actions_.connect_to(lambda name: self.handlers[name]())
        self.actions_.attach([self.tree, self.papers])
        self.actions_.set_bare_keys(self.settings.get("bare_keys"))
        self.state.paper_changed.connect(self._show_title)
        self.state.paper_rewritten.connect(self._show_title)
        self.state.selection_changed.connect(self._show_selection)
        self.folders.changed.connect(self.start_sync)
        self.sync_status.arrived.connect(self.arrivals.take)
        self.folders.failed.connect(self.status.show_error)
        self.panes.arranged.connect(self._show_folded)
        self.panes.reading_mode_changed.connect(self.actions_["reading_mode"].setChecked)
        self.toolbar.list_requested.connect(self.panes.step_back)
        self.tree.place_chosen.connect(self.panes.show_list)
        self.toolbar.search.query_changed.connect(self.panes.show_list)
        self.toolbar.search.query_submitted.connect(self.panes.show_list)
        self._retranslate()
        self.folders.show()
        self.sync_status.show_library()
        self._memory.restore()

    def _join_rest(self) -> None:
        """What is joined when the paper is painted."""
        from reader.services.installed.voice import has_voice  # searches the system's folders

        session, status = self.session, self.status
        self.next_unread.told.connect(status.show_message)
        self.going.told.connect(status.show_message)
        self.papers.empty_button_clicked.connect(self.folders.ask)
        self.view.citation_requested.connect(self.actions_["copy_bibtex"].trigger)
        self.view.changes_requested.connect(self.actions_["changes"].trigger)
        self.state.paper_left.connect(self._see_update)
        self.view.explanation_requested.connect(self.actions_["explain"].trigger)
        self.papers.open_requested.connect(lambda _key: self.panes.focus_reading())
        self.search_job.unusable.connect(self._mend_index)
        self.search_job.failed.connect(session.failed)
        self.tree.set_unread_of(session.count_unread)
        session.library_changed.connect(self._library_changed)
        self.browsing.listed.connect(self._listed)
        session.marks_changed.connect(self.browsing.marks_changed)
        session.marks_changed.connect(self._marks_changed)
        session.day_changed.connect(lambda: self.browsing.marks_changed(MarksChange(ALL_KINDS)))  # others are due
        session.failed.connect(status.show_error)
        status.details_requested.connect(self._show_details)
        self.actions_["read_aloud"].setVisible(has_voice())
        self.menus.sources.triggered.connect(self.folders.remove)
        self.menus.by_name["library"].aboutToShow.connect(
            lambda: self.menus.show_sources(self.settings.sources, self.settings.repositories)
        )
        self._marks_changed(MarksChange(ALL_KINDS))

    def _is_in_list(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and self.papers.isAncestorOf(focus)

    def _see_update(self, key: str) -> None:
        if key and self.session.see_update(PaperKey(key)):
            self.papers.marks_changed({key})

    def _show_folded(self) -> None:
        panes = self.panes
        self.toolbar.show_folded(tree=panes.arrangement.tree_folded, behind_page=panes.is_page_in_front())

    def _show_title(self) -> None:
        record = self.state.record
        self.setWindowTitle(f"{record.title} — {_NAME}" if record and record.title else _NAME)
        self._show_selection()

    def _show_selection(self) -> None:
        count = self.state.selected_count
        self.actions_.set_has_paper(count > 1 or self.state.key is not None)
        self.status.set_selected(self.tr("%n selected", "", count) if count > 1 else "")

    def _marks_changed(self, change: MarksChange) -> None:
        if change.concerns(self.state.key, "bookmarked", "revisit", "labelled"):
            self._show_marks()

    def _library_changed(self) -> None:
        """Show a newer state of the library: list, paper and status bar each in a turn of the loop of its own."""
        self.browsing.refresh()
        QTimer.singleShot(0, self, self._take_newer_paper)
        QTimer.singleShot(0, self, self.sync_status.show_library)

    def _take_newer_paper(self) -> None:
        self.browsing.leave_gone()
        self.state.refresh()
        self._open_first()

    def _listed(self, why: str) -> None:
        if why == "newer" and self.state.key is None:
            QTimer.singleShot(0, self, self._open_first)

    def _open_first(self) -> None:
        """Where no paper is open, open the first one of the list: of a large library it comes some turns later."""
        if self.state.key is None and self.papers.count():
            self.papers.step(1)
            if not self.toolbar.search.query():
                self.folders.take_focus()

    def _stays(self) -> bool:
        """Whether the program goes on when the window is closed: not when it is told to quit, nor when the person
        logs out."""
        application = QGuiApplication.instance()
        is_logging_out = isinstance(application, QGuiApplication) and application.isSavingSession()
        return self.may_stay and self.settings.get("stay_ready") and not self.is_ending and not is_logging_out

    def _step_aside(self) -> None:
        """Be hidden, with all as it is, until the next start asks for the window."""
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self._memory.save()
        self.window().hide()

    def _may_close(self) -> bool:
        from reader.ui.window.unsaved import may_close  # seldom needed

        return may_close(self, self.notes.unsaved_notes())

    def _show_details(self, details: str) -> None:
        from PySide6.QtWidgets import QMessageBox  # seldom needed

        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(_NAME)
        box.setText(self.status.message())
        box.setInformativeText(details if details.count("\n") < _LINES_SHOWN else "")
        box.setDetailedText("" if box.informativeText() else details)
        box.open()

    def _mend_index(self) -> None:
        """The sync makes the index anew; what is searched for is asked again as the library changes."""
        self.status.show_message(self.tr("Preparing search; results follow."))
        self.start_sync()

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        if "menus" in vars(self):
            self.menus.retranslate()
        self.toolbar.retranslate()

    def _speak(self) -> None:
        """Take the words of another language, everywhere: widgets take their own, this is what they were told."""
        self.setLocale(QLocale())
        self._retranslate()
        self.browsing.refresh()
        self.sync_status.show_library()
        self.sync_status.say_offline()
        self.arrivals.show()
        if "reading" in vars(self):
            self.reading.show_again()
        self._show_selection()
