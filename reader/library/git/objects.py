"""The objects of a repository's copy, each looked at before it is believed: what a disk spoiled is told from a post.

In: the copy and an object's name. Out: the object, or a `DamagedCopyError`. A copy that is damaged is noted as such,
and the next fetch makes it anew.
"""

import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from dulwich.errors import ApplyDeltaError, ChecksumMismatch, FileFormatException
from dulwich.objects import S_ISGITLINK, Blob, Commit, ObjectID, ShaFile, Tree
from dulwich.pack import UnresolvedDeltas
from dulwich.refs import Ref
from dulwich.repo import Repo

TIP = Ref(b"refs/heads/reader")
"""The branch of the copy: the commit that was fetched last."""

DAMAGE = (
    zlib.error,
    struct.error,
    ApplyDeltaError,
    ChecksumMismatch,
    FileFormatException,
    UnresolvedDeltas,
    AssertionError,
    LookupError,
    ValueError,
    TypeError,
    EOFError,
    MemoryError,
    RecursionError,
)
"""What reading a damaged pack or index raises; dulwich has no name of its own for it."""

_NOTE = "damaged"

Found = TypeVar("Found", Blob, Commit, Tree)


class DamagedCopyError(Exception):
    """The copy does not hold what it says it holds."""


@contextmanager
def opened(copy: Path) -> Iterator[Repo]:
    """The copy, to be read. Raises NotGitRepository where there is none yet, DamagedCopyError, OSError."""
    try:
        repository = Repo(str(copy))
    except DAMAGE as error:
        raise DamagedCopyError(str(copy)) from error
    with repository:
        yield repository


def read_object(repository: Repo, name: bytes, kind: type[Found]) -> Found:
    """An object that is what its name says. Raises DamagedCopyError, OSError."""
    with suppress(*DAMAGE):
        number, text = repository.object_store.get_raw(ObjectID(name))
        found = ShaFile.from_raw_string(number, text)
        if isinstance(found, kind) and found.id == name:
            return found
    raise DamagedCopyError(name.decode())


def newest(repository: Repo) -> Commit:
    """The commit that was fetched last. Raises DamagedCopyError, OSError."""
    try:
        tip = repository.refs[TIP]
    except DAMAGE as error:
        raise DamagedCopyError("the branch") from error
    return read_object(repository, tip, Commit)


def blobs_lacking(repository: Repo, commit: bytes) -> list[ObjectID]:
    """The files of a commit whose texts the copy does not have. Raises DamagedCopyError, OSError."""
    lacking: dict[ObjectID, None] = {}
    waiting = [read_object(repository, commit, Commit).tree]
    while waiting:
        for entry in read_object(repository, waiting.pop(), Tree).iteritems():
            if entry.mode is not None and stat.S_ISDIR(entry.mode):
                waiting.append(entry.sha)
            elif entry.mode is not None and not S_ISGITLINK(entry.mode) and entry.sha not in repository.object_store:
                lacking[entry.sha] = None
    return list(lacking)


def note_damage(copy: Path) -> None:
    """From now on the copy is to be made anew."""
    with suppress(OSError):  # a disk that takes nothing more: the damage is met again
        (copy / _NOTE).touch()


def is_damaged(copy: Path) -> bool:
    """Whether the copy is to be made anew: it is no repository, or something in it was found to be damaged."""
    return copy.is_dir() and ((copy / _NOTE).exists() or not (copy / "HEAD").is_file())


def look_for_damage(copy: Path) -> None:
    """Whether what a fetch builds upon can be read. Raises DamagedCopyError, NotGitRepository, OSError."""
    with opened(copy) as repository:
        read_object(repository, newest(repository).tree, Tree)
