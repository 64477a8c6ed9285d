"""The page of sources: what the library is made of, how each stands, and what can be done with it."""

from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from reader.base.git_address import GitAddress
from reader.base.paths import sample_library
from reader.services.sources import AnySource, SourceState, marked_only_in, source_states
from reader.ui.session.dates import clock, short_day
from reader.ui.settings.around import Around
from reader.ui.settings.pages import PlainPage
from reader.ui.settings.row import path_words
from reader.ui.widgets.tick_box import TickBox


class SourcesPage(PlainPage):
    """Folders and Git repositories, each with its state."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.begin(
            self.tr("Folders and repositories"), self.tr("Posts are read where they are, and nothing is written there.")
        )
        for state in source_states(around.session.profile):
            self.add_setting(self._name(state.source), self._state_words(state), self._buttons(state))
        self.add_setting(self.tr("More posts"), "", self._adding())
        self.add_own("fetch_hours")

    def _name(self, source: AnySource) -> str:
        if isinstance(source, GitAddress):
            return source.shown
        return self.tr("The sample library") if source == sample_library() else path_words(source)

    def _state_words(self, state: SourceState) -> str:
        """'Folder · 92 posts, 3 with remarks · looked at today 14:02'."""
        is_git = isinstance(state.source, GitAddress)
        said = [self.tr("Git repository") if is_git else self.tr("Folder"), self.tr("%n post(s)", "", state.posts)]
        if state.remarked:
            said.append(self.tr("%n with remarks", "", state.remarked))
        if state.is_paused:
            said.append(self.tr("paused"))
        elif not state.is_there:
            said.append(self.tr("cannot be looked into; its papers stay"))
        elif state.looked is None:
            said.append(self.tr("not looked at yet"))
        else:
            at, locale = state.looked.astimezone(), QLocale()
            words = f"{short_day(at.date(), locale)} {clock(at, locale)}"
            said.append((self.tr("fetched %1") if is_git else self.tr("looked at %1")).replace("%1", words))
        return " · ".join(said)

    def _buttons(self, state: SourceState) -> QWidget:
        pause = QPushButton(self.tr("Go on") if state.is_paused else self.tr("Pause"))
        pause.setToolTip(self.tr("A paused source is not looked at; its papers stay as they are."))
        pause.clicked.connect(partial(self._around.pause, state.source, not state.is_paused))
        remove = QPushButton(self.tr("Remove…"))
        remove.clicked.connect(partial(self._ask_to_remove, state))
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_beside(pause, remove))
        column.addWidget(self._web_pictures(state), 0, Qt.AlignmentFlag.AlignRight)
        return choices

    def _web_pictures(self, state: SourceState) -> TickBox:
        box = TickBox(self._around.look, self.tr("Web pictures"))
        box.setAccessibleName(f"{box.text()}, {self._name(state.source)}")
        box.setToolTip(
            self.tr("Pictures that its posts name on other computers are fetched when a post is shown, and kept.")
        )
        box.setChecked(state.has_web_pictures)
        box.toggled.connect(partial(self._around.show_web_pictures, state.source))
        return box

    def _adding(self) -> QWidget:
        return _beside(self.button("add_folder"), self.button("add_repository"))

    def _ask_to_remove(self, state: SourceState) -> None:
        """Say what becomes of the marks, then remove the source if the person still wants to."""
        marked = marked_only_in(self._around.session.profile, state.source)
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Remove from the library"))
        box.setText(self.tr("Remove %1 from the library?").replace("%1", self._name(state.source)))
        stays = self.tr("The posts themselves stay where they are.")
        if marked:
            stays += " " + self.tr("%n paper(s) with marks stay listed with their last text.", "", marked)
        box.setInformativeText(stays)
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is remove:
            self._around.remove(state.source)


def _beside(*buttons: QPushButton) -> QWidget:
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    return together
