"""What a person says of names: that two mean the same (학생 | student), or that they do not (주의 ≠ attention).

A readable file among the person's own data, a pair on a line. The search reads a copy beside the index, so that
whoever asks the index knows it, in whichever process; the copy is written with each change, and where it is missing.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from reader.base.errors import ReaderError, reason_of
from reader.base.files import one_at_a_time, read_whole, write_whole

SAME, OTHER = " | ", " ≠ "
LONGEST = 100
"""Characters of a name."""
_HEAD = "# Names that mean the same to you, two on a line: a | b. Those that do not: a ≠ b.\n"
_SIGNS = frozenset("|≠#\n\r")

NamePair = tuple[str, str]


class Judged(NamedTuple):
    """What a person said of names."""

    same: tuple[NamePair, ...] = ()
    other: tuple[NamePair, ...] = ()


class OwnNames:
    """The pairs of one profile; every change is on the disk when it returns."""

    def __init__(self, path: Path, copy: Path) -> None:
        self._path = path
        self._copy = copy

    def judged(self) -> Judged:
        """The pairs as they are now. Raises ReaderError where the file cannot be read."""
        try:
            return judged_in(read_whole(self._path).decode())
        except FileNotFoundError:
            return Judged()
        except (OSError, UnicodeDecodeError) as error:
            raise ReaderError(f"Your names in {self._path} cannot be read: {error}.") from error

    def say_same(self, name: str, other: str) -> None:
        """Two names mean the same. Raises ReaderError where one is no name, or it cannot be written."""
        pair = _pair(name, other)
        self._change(lambda now: Judged((*_without(now.same, pair), pair), _without(now.other, pair)))

    def say_other(self, name: str, other: str) -> None:
        """Two names do not mean the same, whoever says they do. Raises ReaderError as `say_same`."""
        pair = _pair(name, other)
        self._change(lambda now: Judged(_without(now.same, pair), (*_without(now.other, pair), pair)))

    def forget(self, name: str, other: str) -> None:
        """Nothing is said of two names any more. Raises ReaderError."""
        pair = _pair(name, other)
        self._change(lambda now: Judged(_without(now.same, pair), _without(now.other, pair)))

    def share(self) -> None:
        """Make the copy that the search reads, where it is not as the file says. Raises ReaderError."""
        text = written(self.judged())
        try:
            if _read(self._copy) != text:
                write_whole(self._copy, text)
        except OSError as error:
            raise ReaderError(f"Your names cannot be copied to {self._copy}: {reason_of(error)}.") from error

    def _change(self, change: Callable[[Judged], Judged]) -> None:
        try:
            with one_at_a_time(self._path):
                now = self.judged()
                if (after := change(now)) != now:
                    write_whole(self._path, written(after))
        except OSError as error:
            raise ReaderError(f"Your names cannot be kept in {self._path}: {reason_of(error)}.") from error
        self.share()


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


def _pair(name: str, other: str) -> NamePair:
    one, two = " ".join(name.split()), " ".join(other.split())
    for text in (one, two):
        if not text or len(text) > LONGEST or not _SIGNS.isdisjoint(text):
            raise ReaderError(f"{text!r} is no name: type one to {LONGEST} characters, without | and ≠.")
    if one.casefold() == two.casefold():
        raise ReaderError(f"{one!r} is one name. Type another that means the same.")
    return one, two


def _without(pairs: Iterable[NamePair], pair: NamePair) -> tuple[NamePair, ...]:
    """The pairs but those of the same two names, in either order."""
    gone = {name.casefold() for name in pair}
    return tuple(kept for kept in pairs if {name.casefold() for name in kept} != gone)
