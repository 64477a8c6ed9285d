"""What a person says of names: that two mean the same (학생 | student), or that they do not (주의 ≠ attention).

They are marks: kept, backed up, merged and undone with all the others. The search reads a copy beside the index, so
that whoever asks the index knows it, in whichever process; the copy is written with each change, and by the sync.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reader.base.errors import ReaderError, reason_of
from reader.base.files import read_whole, write_whole
from reader.marks.model import TERM_LENGTH, JudgedPair
from reader.marks.store import MarkStore
from reader.marks.words import is_pair

SAME, OTHER = " | ", " ≠ "
LONGEST = TERM_LENGTH
_HEAD = "# A copy of the names that mean the same to you: a | b; those that do not: a ≠ b. The program has the list.\n"

NamePair = tuple[str, str]


class Judged(NamedTuple):
    """What a person said of names."""

    same: tuple[NamePair, ...] = ()
    other: tuple[NamePair, ...] = ()


class OwnNames:
    """The pairs of one profile; every change is on the disk when it returns."""

    def __init__(self, marks: Callable[[], MarkStore], former: Path, copy: Path) -> None:
        """`former`: the file in which an earlier version kept the pairs; they become marks, and it goes."""
        self._marks = marks
        self._former = former
        self._copy = copy

    def judged(self) -> Judged:
        """The pairs as they are now, the oldest first. Raises ReaderError where the marks cannot be read."""
        pairs = self._marks().judged_pairs()
        return Judged(*(tuple((p.name, p.other) for p in pairs if p.kind == kind) for kind in ("same", "other")))

    def say_same(self, name: str, other: str) -> None:
        """Two names mean the same. Raises ReaderError where one is no name, or it cannot be written."""
        self._say(name, other, "same")

    def say_other(self, name: str, other: str) -> None:
        """Two names do not mean the same, whoever says they do. Raises ReaderError as `say_same`."""
        self._say(name, other, "other")

    def forget(self, name: str, other: str) -> None:
        """Nothing is said of two names any more. Raises ReaderError."""
        self._say(name, other, None)

    def share(self) -> None:
        """Make the copy that the search reads, where it is not as the marks say. Raises ReaderError."""
        self._adopt()
        text = written(self.judged())
        try:
            if _read(self._copy) != text:
                write_whole(self._copy, text)
        except OSError as error:
            raise ReaderError(f"Your names cannot be copied to {self._copy}: {reason_of(error)}.") from error

    def _say(self, name: str, other: str, kind: str | None) -> None:
        self._adopt()
        self._marks().judge_pair(name, other, kind)
        self.share()

    def _adopt(self) -> None:
        """Take the pairs of the former file over; it goes when they are marks."""
        try:
            text = _read(self._former)
            if not text:
                return
            found = judged_in(text)
            pairs = [JudgedPair("same", *pair) for pair in found.same] + [JudgedPair("other", *p) for p in found.other]
            self._marks().adopt_pairs(pair for pair in pairs if is_pair(pair.name, pair.other))
            with suppress(FileNotFoundError):  # another process was quicker
                self._former.unlink()
        except OSError as error:
            raise ReaderError(f"Your names in {self._former} cannot be read: {reason_of(error)}.") from error


def judged_in(text: str) -> Judged:
    """The pairs of such a file; what is no pair is passed over."""
    found: dict[str, list[NamePair]] = {SAME: [], OTHER: []}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        for sign, pairs in found.items():
            name, parted, other = line.partition(sign.strip())
            if parted and name.strip() and other.strip():
                pairs.append((name.strip()[:LONGEST], other.strip()[:LONGEST]))
    return Judged(tuple(found[SAME]), tuple(found[OTHER]))


def written(judged: Judged) -> str:
    """The file of some pairs; "" for none."""
    lines = [SAME.join(pair) for pair in judged.same] + [OTHER.join(pair) for pair in judged.other]
    return _HEAD + "".join(f"{line}\n" for line in lines) if lines else ""


def _read(path: Path) -> str:
    try:
        return read_whole(path).decode(errors="replace")
    except FileNotFoundError:
        return ""
