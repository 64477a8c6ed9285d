"""A folder of Markdown files, one a paper: a vault for Obsidian and any other editor.

An export into a folder that already has papers updates the files that nobody has changed, wherever below the folder
they are now and whatever they are called. A file that a person wrote or changed is never written to, and no file is
ever deleted. Of several files of one paper (a copy that a sync program made of two changes) the one with the plainest
name is the paper's; the others are listed and left alone.
"""

import os
import re
import stat
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from reader.base.files import write_whole
from reader.base.links import arxiv_id
from reader.export.markdown import vault_file
from reader.export.model import ExportedPaper, Words
from reader.export.names import folded_name, free_name, safe_name
from reader.export.notes import linked
from reader.export.seal import Sealed, contents, read_seal
from reader.posts.model import PaperKey

ENDING = ".md"
_WRITERS = 2  # making a file is mostly waiting for the disk
_MOST_PENDING = 64
_MOST_BYTES = 16_000_000  # a larger file is not ours
_CONFLICT = re.compile(r"conflict(?:ed|ing)? copy|\.sync-conflict-|충돌", re.IGNORECASE)
"""How sync programs name the copy of a file that was changed in two places: Dropbox, Nextcloud, Syncthing."""


class FolderReport(NamedTuple):
    """What an export into a folder did."""

    written: int  # new, or different from before
    unchanged: int
    kept: tuple[Path, ...]  # left as a person changed them, relative to the folder
    copies: tuple[Path, ...] = ()  # other files of papers that have one, relative to the folder, left alone


class Titled(NamedTuple):
    """What a file's name is made of."""

    key: PaperKey
    arxiv_id: str | None
    title: str


class Vault:
    """A folder, which is looked through once; then files are written while the next ones are made. Raises OSError.

    Use it in a `with`: at its end all files that were asked for are written.
    """

    def __init__(self, folder: Path, papers: Iterable[Titled]) -> None:
        """`papers` are all that will be written, so that their notes can link to one another."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._own: dict[str, list[Path]] = {}  # a paper's files, the likeliest first
        self._taken: Counter[str] = Counter()  # names of files, wherever they lie
        self._look()
        self._paths = {paper.key: self._path_of(paper) for paper in papers}
        self._pool = ThreadPoolExecutor(_WRITERS)
        self._pending: deque[Future[None]] = deque()
        self._written = self._unchanged = 0
        self._kept: list[Path] = []
        self._copies: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=error is not None)
        if error is None:
            self._wait(0)

    def write(self, paper: ExportedPaper, words: Words) -> None:
        """Write a paper's file, if it differs from the one there is and nobody has changed that."""
        path = self._paths[paper.key]
        self._copies += [copy.relative_to(self._folder) for copy in self._own.get(paper.key, ())[1:]]
        text = vault_file(paper, words, self._name_of)
        if _size_of(path):  # read only now: an editor may have saved it meanwhile
            there = _seal_of(path)
            if there is None or there.key != paper.key or not (there.untouched or self._same(there.text, text)):
                self._kept.append(path.relative_to(self._folder))
                return
            if there.text == text:
                self._unchanged += 1
                return
        # Not flushed one by one: 10,000 of them would take half a minute, and all can be written again.
        self._pending.append(self._pool.submit(write_whole, path, text, flush=False))
        self._wait(_MOST_PENDING)
        self._written += 1

    def _same(self, theirs: str, ours: str) -> bool:
        """Whether a changed file says what we would write: its note was taken over, so that it is ours again."""
        said, would_say = contents(theirs), contents(ours)
        return said is not None and would_say is not None and self._linked(said) == self._linked(would_say)

    def _linked(self, text: str) -> str:
        return linked(text, self._name_of)

    def report(self) -> FolderReport:
        """What was done so far."""
        return FolderReport(self._written, self._unchanged, tuple(self._kept), tuple(self._copies))

    def _wait(self, pending: int) -> None:
        """Wait until at most so many files are left to be written. Raises what went wrong with one of them."""
        while len(self._pending) > pending:
            self._pending.popleft().result()

    def _look(self) -> None:
        for path in _markdown_files(self._folder):
            size = _size_of(path)
            if size != 0:
                self._taken[folded_name(path.stem)] += 1
            seal = _seal_of(path) if size else None
            if seal is not None:
                self._own.setdefault(seal.key, []).append(path)
        for paths in self._own.values():
            paths.sort(key=_plainness)

    def _path_of(self, paper: Titled) -> Path:
        if own := self._own.get(paper.key):
            return own[0]
        prefix = f"{paper.arxiv_id.replace('/', '-')} " if paper.arxiv_id else ""
        name = free_name(safe_name(prefix + paper.title), self._taken)
        self._taken[folded_name(name)] += 1
        return self._folder / f"{name}{ENDING}"

    def _name_of(self, target: str) -> str | None:
        identifier = arxiv_id(target)
        path = self._paths.get(PaperKey(identifier.id if identifier else target))
        if path is None:
            return None
        is_one = self._taken[folded_name(path.stem)] == 1
        return path.stem if is_one else path.relative_to(self._folder).with_suffix("").as_posix()


def sealed_files(folder: Path) -> Iterator[tuple[Path, Sealed]]:
    """The files below a folder that an export wrote, and what is known of them. Raises OSError."""
    for path in _markdown_files(folder):
        if _size_of(path) and (seal := _seal_of(path)):
            yield path, seal


def _plainness(path: Path) -> tuple[bool, int, Path]:
    """For sorting: a sync program's copies come last; a name without a number or other words behind it comes first."""
    return _CONFLICT.search(path.stem) is not None, len(path.stem), path


def _markdown_files(folder: Path) -> Iterator[Path]:
    """In order of their paths, without folders that programs keep for themselves (`.obsidian`, `.git`, `.trash`)."""
    for parent, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(files) if name.lower().endswith(ENDING))


def _raise(error: OSError) -> None:
    raise error


def _size_of(path: Path) -> int | None:
    """The bytes of a file that may be ours; None for a link to nowhere, and for what is not a file or too large."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) and status.st_size <= _MOST_BYTES else None


def _seal_of(path: Path) -> Sealed | None:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None  # not ours: we write UTF-8
    return read_seal(text)
