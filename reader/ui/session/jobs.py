"""Work in a child process, the sync first of all: this same program, started again with `--events`.

It writes one JSON object a line.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.base.paths import ProfilePaths

_MANY = 20  # posts: to read them takes long enough to say how far it is

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from reader.ui.session.child import Command


class ChildJob(QObject):
    """A command of this program's own in a child process, one run at a time.

    Signals: `finished(dict)` what the command reports · `failed(str)` in words to be shown.
    """

    finished = Signal(dict)
    failed = Signal(str)

    def __init__(self, places: ProfilePaths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._run: Command | None = None

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._run is not None

    def cancel(self) -> None:
        """Ask it to stop; what it did by then stays."""
        if self._run is not None:
            self._run.cancel()

    def stop(self, wait: int = 0) -> None:
        """End it, as the window closes: after up to `wait` ms in which it may come to an end by itself."""
        run, self._run = self._run, None
        if run is not None:
            run.stop(wait)

    def _begin(self, arguments: list[str]) -> None:
        """Run a command on the profile."""
        from reader.ui.session.child import Command  # not at the window's start

        self._run = Command([*arguments[:1], "--events", *self._places.arguments, *arguments[1:]], self)
        self._run.told.connect(self._take)
        self._run.done.connect(lambda result: self._end(self.finished, result))
        self._run.failed.connect(lambda message: self._end(self.failed, message or self._cut_off()))
        self._run.not_started.connect(lambda: self._end(self.failed, self._not_started()))
        self._run.start()

    def _end(self, told: "SignalInstance", what: object) -> None:
        self._run = None
        told.emit(what)

    def _take(self, event: dict[str, Any]) -> None:
        """An event on the way."""
        raise NotImplementedError

    def _cut_off(self) -> str:
        """What to say of a run that ended without a word."""
        raise NotImplementedError

    def _not_started(self) -> str:
        """What to say where there is no process."""
        raise NotImplementedError


class SyncJob(ChildJob):
    """A sync. It may be cut off at any point.

    Signals: those of every job · `progressed(str, int, int, str)` stage "fetch", "posts" or "index", done, total, of
    what · `changed()` there is something new to show.
    """

    progressed = Signal(str, int, int, str)
    changed = Signal()

    def __init__(self, places: ProfilePaths, parent: QObject | None = None) -> None:
        super().__init__(places, parent)
        self._again = False

    def start(self) -> None:
        """Start a sync that fetches every repository; if one is under way, another follows it."""
        if self.is_running:
            self._again = True
        else:
            self._begin(["sync"])

    def look(self, *, offline: bool = False) -> None:
        """Start a sync that fetches only repositories whose time has come, or contacts nobody, if none is under way."""
        if not self.is_running:
            self._begin(["sync", "--offline" if offline else "--due"])

    def cancel(self) -> None:
        """Ask the sync to stop; what it did by then stays."""
        self._again = False
        super().cancel()

    def _take(self, event: dict[str, Any]) -> None:
        match event.get("event"):
            case "progress":
                self.progressed.emit(event["stage"], event["done"], event["total"], event["name"])
            case "changed":
                self.changed.emit()

    def _end(self, told: "SignalInstance", what: object) -> None:
        super()._end(told, what)
        if self._again:
            self._again = False
            self.start()

    def _cut_off(self) -> str:
        return self.tr("The sync was cut off.")

    def _not_started(self) -> str:
        return self.tr("The sync could not be started.")


class WatchJob(ChildJob):
    """The library's folders are watched, and what changes in them is synced, for as long as it runs.

    Signals: those of every job, whose end nobody waits for · `progressed(int, int)` posts read, of so many, where a
    round takes long · `changed()` there is something new to show · `looked(dict)` what a round found.
    """

    progressed = Signal(int, int)
    changed = Signal()
    looked = Signal(dict)

    def start(self) -> None:
        """Watch, if nobody does."""
        if not self.is_running:
            self._begin(["watch"])

    def _take(self, event: dict[str, Any]) -> None:
        match event.get("event"):
            case "progress" if event["stage"] == "posts" and event["total"] > _MANY:
                self.progressed.emit(event["done"], event["total"])
            case "changed":
                self.changed.emit()
            case "looked":
                self.looked.emit(event)
            case "hindered":
                self.failed.emit(event["message"])

    def _cut_off(self) -> str:
        return self.tr("The folders are no longer watched. F5 looks for new posts.")

    def _not_started(self) -> str:
        return self._cut_off()
