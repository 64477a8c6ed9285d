"""The sync in the status bar: how far it is, what it found, what the library holds."""

from datetime import datetime
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.ui.session.dates import clock, short_day
from reader.ui.session.jobs import SyncJob
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.window.sources.network_state import is_metered

_DUE_MS = 20 * 60 * 1000  # between looks whether a repository is to be fetched again
_FRESH_SECONDS = 60
"""A library looked at since then is not looked at again because the person came back."""


class SyncStatus(QObject):
    """Shows a sync job in a status bar, and starts it when a day begins or the person comes back to the program.

    Signals: `arrived(list)` keys of papers that no post had before.
    """

    arrived = Signal(list)

    def __init__(self, session: Session, job: SyncJob, bar: StatusBar) -> None:
        super().__init__(bar)
        self._session = session
        self._job = job
        self._bar = bar
        self._looked: float | None = None  # when the last look at the folders ended; None while none has
        self._is_asked = False  # a person asked for the look under way, and is to have an answer
        self._lost: set[str] = set()  # what could not be looked into, as it was told last
        self._told_of_lost = ""  # and in which words
        job.progressed.connect(self._show_progress)
        job.changed.connect(session.look_at_library)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        bar.cancel_requested.connect(self._cancel)
        session.day_changed.connect(self.look_by_itself)  # the sync makes the day's backup of the marks as well
        self.say_offline()

    def say_offline(self) -> None:
        """Say, in the language of the window, that no network is needed."""
        self._bar.set_right(self.tr("Works offline"))

    def ask(self) -> None:
        """Look for new posts because a person asked for it: what comes of it is said, also when it is nothing."""
        if self._session.profile.settings.get("sources"):
            self._is_asked = True
            self._job.start()
        else:
            self._bar.show_message(self.tr("There is no folder in the library yet. Add one with Ctrl+O."))

    def look_by_itself(self) -> None:
        """Look for new posts since a window or a day begins: on a metered network nobody is contacted for that."""
        if not self._session.profile.settings.get("sources"):
            return
        if self._is_held_back():
            self._job.look(offline=True)
        else:
            self._job.start()

    def look_when_active(self) -> None:
        """From now on look for new posts, pulled or written meanwhile, when the person comes back to the program."""
        from PySide6.QtGui import QGuiApplication  # not needed before the window stands

        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._state_changed)
        due = QTimer(self, interval=_DUE_MS)
        due.timeout.connect(self._look_for_due)
        due.start()

    def show_library(self) -> None:
        """Say how much there is in the library."""
        totals = self._session.listing.totals()
        said = [self.tr("%Ln paper(s)", "", totals.papers)]
        if totals.pages:  # they are listed as papers are: the list's count is the sum of both
            said.append(self.tr("%Ln page(s)", "", totals.pages))
        said.append(self.tr("%Ln post(s)", "", totals.posts))
        self._bar.set_library(" · ".join(said))

    def _show_progress(self, stage: str, done: int, total: int, name: str) -> None:
        match stage:
            case "fetch":
                text = self.tr("Fetching %1").replace("%1", f"{name} ({self._bar.locale().formattedDataSize(done)})")
            case "posts":
                text = self.tr("Reading posts")
            case _:
                text = self.tr("Preparing search")
        self._bar.show_progress(done, total, text, of=self)

    def _state_changed(self, state: "Qt.ApplicationState") -> None:
        if state != Qt.ApplicationState.ApplicationActive or self._looked is None or self._job.is_running:
            return
        if monotonic() - self._looked > _FRESH_SECONDS and self._session.profile.settings.get("sources"):
            self._job.look(offline=self._is_held_back())

    def _look_for_due(self) -> None:
        """Fetch the repositories whose time has come, in a window that is open for long."""
        if self._session.profile.settings.repositories:
            self._job.look(offline=self._is_held_back())

    def _is_held_back(self) -> bool:
        """Whether repositories wait for the person to ask, since the network is metered."""
        return bool(self._session.profile.settings.repositories) and is_metered()

    def _cancel(self) -> None:
        if self._bar.shows(self):
            self._job.cancel()

    def _finish(self, result: dict[str, Any]) -> None:
        self._bar.end_progress(self)
        self._session.look_at_library()
        asked, self._is_asked = self._is_asked, False
        self._show_reach(result["repositories"])
        self._tell(result, asked=asked)

    def take_round(self, result: dict[str, Any]) -> None:
        """A look that nobody asked for, since a folder changed, is told of like any other."""
        self._session.look_at_library()
        self._tell(result, asked=False)

    def _tell(self, result: dict[str, Any], *, asked: bool) -> None:
        self._looked = monotonic()
        self.show_library()
        self.arrived.emit(result["new_papers"])
        refused = [each for each in result["repositories"] if each["trouble"] and not each["offline"]]
        trouble = result.get("backup_trouble")
        lost = [warning for warning in result["warnings"] if warning["code"] == "unreadable"]
        new, gone = result["added"] + result["updated"], result["removed"]
        if trouble:
            self._bar.show_error(self.tr("Today’s backup of your marks was not made"), trouble)
        elif refused:
            words = self.tr("%1 was not fetched").replace("%1", refused[0]["name"])
            self._bar.show_error(words, "\n".join(each["trouble"] for each in refused))
        elif lost:
            self._tell_lost(lost, asked=asked)
        elif new or gone:
            said = [self.tr("%n post(s) read", "", new)] if new else []
            said += [self.tr("%n post(s) gone", "", gone)] if gone else []
            self._bar.show_message(" · ".join(said))
        elif asked and not result["cancelled"]:
            away = sum(each["offline"] for each in result["repositories"])
            settings = self._session.profile.settings
            looked_at = len(set(settings.get("sources")) - set(settings.get("paused"))) - away
            if away and not looked_at:
                self._bar.show_message(self.tr("Offline: nothing was fetched"))
            else:
                self._bar.show_message(self.tr("Nothing new in %n source(s)", "", looked_at))
        elif self._lost and self._bar.message() == self._told_of_lost:
            self._bar.clear_message()  # all is back
        if not lost:
            self._lost = set()

    def _show_reach(self, repositories: list[dict[str, Any]]) -> None:
        """Say quietly that a server was not reached, and of when the posts are, or that none is asked by itself."""
        away = [each["fetched"] for each in repositories if each["offline"]]
        if not away and self._is_held_back():
            self._bar.set_right(self.tr("Metered network: F5 fetches"))
        elif not away:
            self._bar.set_right(self.tr("Works offline"))
        elif None in away:
            self._bar.set_right(self.tr("Offline"))
        else:
            at = datetime.fromisoformat(min(away)).astimezone()
            day = short_day(at.date(), self._bar.locale())
            self._bar.set_right(
                self.tr("Offline · posts of %1").replace("%1", f"{day} {clock(at, self._bar.locale())}")
            )

    def _tell_lost(self, lost: list[dict[str, Any]], *, asked: bool) -> None:
        """Say what could not be looked into, and what to do about it; once, unless the person asks again."""
        names = {each["post"] for each in lost}
        if names <= self._lost and not asked:
            return
        self._lost = names
        words = self.tr("%1 could not be looked into. Its papers stay; F5 looks again when it is back.")
        more = self.tr("and %n more", "", len(lost) - 1) if len(lost) > 1 else ""
        self._told_of_lost = words.replace("%1", lost[0]["post"] + (f" ({more})" if more else ""))
        self._bar.show_error(self._told_of_lost, "\n".join(f"{each['post']}: {each['message']}" for each in lost))

    def _fail(self, message: str) -> None:
        self._looked = monotonic()
        self._is_asked = False
        self._bar.end_progress(self)
        self._bar.show_error(message)
