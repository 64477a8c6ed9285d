"""A Git repository as a source: the posts of its newest commit, read out of the pack.

In: the copy that `fetch` made. Out: a `Scan` as of a folder, by the same rules. A file's stamp is made from the
name of its blob, so that only files whose text changed are read.
"""

import errno
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from dulwich.errors import NotGitRepository
from dulwich.objects import Blob, Tree
from dulwich.repo import Repo

from reader.base.git_address import GitAddress
from reader.library.git.objects import DamagedCopyError, newest, note_damage, opened, read_object
from reader.library.sources import Place, PostFile, Rules, Scan, clean_name, read_opened, told_apart

_DAMAGED = "its copy on this computer is damaged; the next fetch makes it anew"


class _Entry(NamedTuple):
    name: str  # in its folder
    mode: int
    sha: bytes


class GitSource:
    """The posts of one repository. `name` is how the catalogue knows it. Close it when it was read."""

    is_fixed = True

    def __init__(self, address: GitAddress, copy: Path) -> None:
        """`copy` is the folder of the bare repository, which may not be there yet."""
        self.name = str(address)
        self._address = address
        self._repository: Repo | None = None
        self._opened = ExitStack()
        self._copy = copy
        self._blobs: dict[str, bytes] = {}  # by the name of the file

    def scan(self, given: set[Place]) -> Scan:  # noqa: ARG002  # no other source lies in a repository
        """All posts of the newest commit that was fetched, newest name first."""
        scan = Scan()
        try:
            self._repository = self._opened.enter_context(opened(self._copy))
            top = self._top(self._repository)
            if top is None:
                scan.unreadable.append(("", f"the repository has no folder {self._address.folder!r}"))
                return scan
            name = PurePosixPath(self._address.folder).name
            self._look_into(top, "", Rules.of_top(name), scan)
        except DamagedCopyError:
            note_damage(self._copy)
            return Scan(unreadable=[("", _DAMAGED)])
        except (NotGitRepository, OSError):
            scan.unreadable.append(("", "it was not fetched yet"))
            return scan
        scan.files = list(told_apart(scan.files))
        scan.files.sort(key=lambda file: file.name.rsplit("/", 1)[-1], reverse=True)
        return scan

    def read(self, file: PostFile) -> bytes | None:
        """What is in a file; None if it is a post only with front matter and has none. Raises OSError."""
        try:
            text = self._text(self._blobs[file.at])
        except DamagedCopyError as error:
            note_damage(self._copy)
            raise OSError(errno.EIO, _DAMAGED) from error
        return read_opened(BytesIO(text), file)

    def where(self, name: str) -> str:
        """A file as it is told to a person."""
        return f"{self._address.shown}/{name}" if name else self._address.shown

    def where_is(self, file: PostFile) -> str:
        """The file's place in the repository, behind its address."""
        return self.where(file.name)

    def close(self) -> None:
        """Let go of the repository's files."""
        self._opened.close()

    def _top(self, repository: Repo) -> Tree | None:
        found = self._tree(newest(repository).tree)
        for part in PurePosixPath(self._address.folder).parts:
            entry = next((entry for entry in _entries(found) if entry.name == part and stat.S_ISDIR(entry.mode)), None)
            if entry is None:
                return None
            found = self._tree(entry.sha)
        return found

    def _look_into(self, top: Tree, name: str, rules: Rules, scan: Scan) -> None:
        """Take the posts of a folder and of those below it."""
        waiting = [(top, name, rules)]
        while waiting:  # no recursion: folders may be nested deeper than Python's calls
            tree, folder, above = waiting.pop()
            entries = sorted(_entries(tree))
            shas = {entry.name: entry.sha for entry in entries}
            here = above.within(set(shas), partial(self._config, shas))
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.name.startswith("."):
                    continue
                if stat.S_ISDIR(entry.mode):
                    if (rules_in := here.of_folder(entry.name, path, scan)) is not None:
                        waiting.append((self._tree(entry.sha), path, rules_in))
                elif not stat.S_ISREG(entry.mode):
                    scan.pass_over(path, "a link or another repository")
                elif here.is_post(path, scan):
                    self._blobs[path] = entry.sha
                    scan.files.append(PostFile(clean_name(path), path, 0, int(entry.sha[:15], 16)))

    def _config(self, shas: Mapping[str, bytes], name: str) -> str:
        return self._text(shas[name]).decode("utf-8", "replace")

    def _tree(self, sha: bytes) -> Tree:
        assert self._repository is not None
        return read_object(self._repository, sha, Tree)

    def _text(self, sha: bytes) -> bytes:
        assert self._repository is not None
        return bytes(read_object(self._repository, sha, Blob).data)


def _entries(tree: Tree) -> Iterator[_Entry]:
    """What is in a folder of a repository, with names as text."""
    for name, mode, sha in tree.iteritems():
        yield _Entry(name.decode("utf-8", "surrogateescape"), mode, sha)
