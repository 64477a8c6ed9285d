"""What a person marks: every change of a mark goes through here, is kept, and is told to whoever shows it."""

import logging
from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from PySide6.QtCore import QObject, Signal

from reader.base.errors import ReaderError
from reader.marks.model import ChangeKind, Clock, MarkKind, UndoneMark, system_clock
from reader.marks.revisit import local_day
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.services.own_names import OwnNames
from reader.services.profile import Profile
from reader.ui.session.mark_cache import MarkCache

if TYPE_CHECKING:
    from reader.ui.session.last_texts import LastTexts

_log = logging.getLogger("reader.ui.session")

ALL_KINDS: frozenset[ChangeKind] = frozenset((*get_args(MarkKind), "searches", "watched", "names"))


class MarksChange(NamedTuple):
    """Which marks are others now."""

    kinds: frozenset[ChangeKind]
    keys: frozenset[PaperKey] = frozenset()  # empty: of many papers, or of none in particular

    def concerns(self, key: PaperKey | None, *kinds: ChangeKind) -> bool:
        """Whether it may be about marks of these kinds (any, without) on a paper."""
        return (
            key is not None and (not self.keys or key in self.keys) and (not kinds or not self.kinds.isdisjoint(kinds))
        )


class MarkEdits(QObject):
    """The marks of one profile, to be changed.

    Signals: `marks_changed(MarksChange)` · `failed(str)` something could not be kept or read, in words to be shown ·
    `sorted_back(str)` that a paper was sorted was taken back.
    """

    marks_changed = Signal(object)  # MarksChange
    failed = Signal(str)
    sorted_back = Signal(str)

    def __init__(self, profile: Profile, parent: QObject | None = None, clock: Clock = system_clock) -> None:
        super().__init__(parent)
        self.profile = profile
        self._clock = clock
        self._marked = MarkCache(profile)

    @property
    def marks(self) -> MarkStore:
        """The marks."""
        return self.profile.marks

    @cached_property
    def _last_texts(self) -> "LastTexts":
        from reader.ui.session.last_texts import LastTexts  # not needed before something is marked

        texts = LastTexts(self.profile, self)
        texts.failed.connect(self.failed)
        return texts

    def today(self) -> date:
        """The day it is where the person is."""
        return local_day(self._clock())

    # Stars, read marks, revisit days

    def toggle_bookmark(self, keys: Collection[PaperKey]) -> None:
        """Bookmark papers; where all of them are bookmarked, no longer."""
        bookmarked = self._marked.keys["bookmarked"]
        on = not all(key in bookmarked for key in keys)
        changed = [key for key in keys if (key in bookmarked) != on]
        if changed and self._kept(lambda: self.marks.set_bookmarks(changed, on), changed if on else ()):
            self._note_change("bookmarked", changed, on)

    def set_bookmark(self, keys: Collection[PaperKey]) -> None:
        """Bookmark those of the papers that are not."""
        missing = [key for key in keys if key not in self._marked.keys["bookmarked"]]
        if missing:
            self.toggle_bookmark(missing)

    def set_read(self, keys: Collection[PaperKey], on: bool, *, undoable: bool = True) -> int:
        """Mark papers as read or unread. Returns how many were not yet."""
        read = self._marked.keys["read"]
        changed = [key for key in keys if (key in read) != on]
        if not changed or not self._kept(lambda: self.marks.set_read(changed, on, undoable=undoable)):
            return 0
        self._note_change("read", changed, on)
        return len(changed)

    def toggle_read(self, keys: Collection[PaperKey]) -> None:
        """Mark papers as read; where all of them are read, as unread."""
        self.set_read(keys, not all(key in self._marked.keys["read"] for key in keys))

    def set_revisit(self, keys: Collection[PaperKey], due: date | None) -> None:
        """Come back to papers on a day, or no longer."""
        if self._kept(lambda: self.marks.set_revisit(keys, due), keys if due else ()):
            self._look_at_marks("revisit", keys)

    def sort_papers(self, keys: Collection[PaperKey], *, bookmark: bool = False, due: date | None = None) -> bool:
        """Mark papers as read and bookmark them or come back to them, in one step; False where that can't be kept."""
        remember = keys if bookmark or due else ()
        if not self._kept(lambda: self.marks.sort_papers(keys, bookmark=bookmark, due=due), remember):
            return False
        self._tell_sorted(keys)
        return True

    def put_off(self, keys: Collection[PaperKey]) -> None:
        """Come back to papers later, at a longer distance than the last time."""
        if self._kept(lambda: self.marks.put_off(keys, self.today()), keys):
            self._look_at_marks("revisit", keys)

    # Labels and saved searches

    def set_label(self, keys: Collection[PaperKey], name: str, on: bool) -> None:
        """Put a label on papers, or take it off."""
        if self._kept(lambda: self.marks.set_label(keys, name, on), keys if on else ()):
            self._look_at_marks("labelled", keys)

    def edit_labels(self, edit: Callable[[MarkStore], None], keys: Collection[PaperKey] = ()) -> None:
        """Make, rename, recolour or remove a label; `keys`: the papers that get it.

        Raises ReaderError, in words to be shown where it was asked for.
        """
        edit(self.marks)
        if keys:
            self._last_texts.keep(keys)
        self._look_at_marks("labelled", ())

    def edit_searches(self, edit: Callable[[MarkStore], None]) -> None:
        """Save, rename or remove a search. Raises ReaderError, in words to be shown where it was asked for."""
        edit(self.marks)
        self._tell("searches", ())

    def edit_watched(self, edit: Callable[[MarkStore], None]) -> None:
        """Watch, mute or forget a word. Raises ReaderError, in words to be shown where it was asked for."""
        edit(self.marks)
        self._tell("watched", ())

    def edit_names(self, edit: Callable[[OwnNames], None]) -> None:
        """Say something of names, or nothing any more. Raises ReaderError, in words to be shown where it was said."""
        edit(self.profile.own_names)
        self._tell("names", ())

    # Notes and highlights

    def note(self, key: PaperKey) -> tuple[str, datetime | None]:
        """A paper's note and when it was saved; "" without one."""
        note = self.marks.note(key)
        return (note.text, note.changed) if note else ("", None)

    def save_note(self, key: PaperKey, text: str, base: str, *, new_session: bool = False) -> datetime | None:
        """Keep a note; `base` is the text its editor began from. Returns when it was saved. Raises ReaderError.

        `new_session`: what it said before is a version, however young.
        """
        displaced = self.marks.set_note(key, text, base=base, new_session=new_session)
        if displaced is not None:
            _log.info("another window wrote a note of %s; it is kept as a version", key)
            self.failed.emit(self.tr("Another window wrote this note too. Its text is among the earlier versions."))
        if text.strip():
            self.profile.remember([key])
        self._note_change("noted", [key], bool(text.strip()))
        note = self.marks.note(key)
        return note.changed if note else None

    def edit_highlights(self, key: PaperKey, edit: Callable[[MarkStore], object]) -> bool:
        """Add, recolour or remove highlights of a paper; False, and `failed` says why, where that can't be."""
        if not self._kept(lambda: edit(self.marks)):
            return False
        self.profile.remember([key])
        self._tell("highlighted", [key])
        return True

    # Undo

    def undo(self) -> UndoneMark | None:
        """Take back the last mark; None if there is none. Raises ReaderError."""
        return self._show_undone(self.marks.undo())

    def redo(self) -> UndoneMark | None:
        """Do again what was taken back; None if nothing was. Raises ReaderError."""
        return self._show_undone(self.marks.redo())

    def _show_undone(self, undone: UndoneMark | None) -> UndoneMark | None:
        if undone is None:
            return None
        if undone.kind in self._marked.keys:
            self._marked.note_change(undone.kind, undone.keys, undone.on)
            self._tell(undone.kind, undone.keys)
        elif undone.kind in {"revisit", "labelled"}:
            self._look_at_marks(cast(MarkKind, undone.kind), undone.keys)
        elif undone.kind == "sorted":
            self._tell_sorted(undone.keys)
            if len(undone.keys) == 1:
                self.sorted_back.emit(*undone.keys)
        else:
            self._tell("highlighted" if undone.kind == "corrected" else undone.kind, undone.keys)
        return undone

    # Inside

    def _kept(self, change: Callable[[], object], remember: Collection[PaperKey] = ()) -> bool:
        """Make a change of marks, and keep the last text of papers; False, and `failed` says why, if that can't be."""
        try:
            change()
        except ReaderError as error:
            self.failed.emit(str(error))
            return False
        if remember:
            self._last_texts.keep(remember)
        return True

    def _note_change(self, kind: MarkKind, keys: Collection[PaperKey], on: bool) -> None:
        if self._marked.note_change(kind, keys, on):
            self._tell(kind, keys)

    def _look_at_marks(self, kind: MarkKind, keys: Collection[PaperKey]) -> None:
        """Marks that are not simply there or not: look at them anew."""
        if kind == "revisit":
            self._marked.revisits_changed(keys)
        else:
            self._marked.labels_changed(keys)
        self._tell(kind, keys)

    def _tell_sorted(self, keys: Collection[PaperKey]) -> None:
        """Papers were sorted, or that was taken back: several of their marks may be others."""
        for key in keys:
            marks = self.marks.marks_of(key)
            self._marked.note_change("read", [key], marks.read is not None)
            self._marked.note_change("bookmarked", [key], marks.bookmarked is not None)
        self._marked.revisits_changed(keys)
        self.marks_changed.emit(MarksChange(frozenset({"read", "bookmarked", "revisit"}), frozenset(keys)))

    def _tell(self, kind: ChangeKind, keys: Collection[PaperKey]) -> None:
        self.marks_changed.emit(MarksChange(frozenset({kind}), frozenset(keys)))
