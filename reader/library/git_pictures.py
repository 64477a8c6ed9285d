"""The pictures of a repository's newest commit: which there are, and what is in one, without a checkout.

In: the copy that `git_fetch` made. Out: a list of names kept beside it, so that whoever shows a post need not open the
copy to know whether there is a picture; and the bytes of one.
"""

import json
import stat
from collections.abc import Collection
from pathlib import Path

from dulwich.errors import NotGitRepository
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.repo import Repo

from reader.base.files import read_whole, write_whole
from reader.library.git_fetch import TIP
from reader.library.sources import clean_name

_MOST_BYTES = 20 << 20  # of one picture
_MOST_NAMES = 50_000


def note_pictures(copy: Path, kept: Path, endings: Collection[str]) -> None:
    """Keep in the file `kept` which pictures the newest commit has, unless it is known. Raises OSError.

    It is `{"commit": …, "pictures": {path from the top: name of the blob}}`.
    """
    try:
        with Repo(str(copy)) as repository:
            tip = repository.refs[TIP]
            if _noted_commit(kept) == tip.decode():
                return
            found = _pictures(repository, tip, endings)
    except (NotGitRepository, KeyError, OSError):
        return  # it was not fetched yet
    write_whole(kept, json.dumps({"commit": tip.decode(), "pictures": found}), flush=False)


def read_picture(copy: Path, blob: str) -> bytes | None:
    """What is in a picture; None where the copy lacks it, or it is larger than any should be."""
    try:
        with Repo(str(copy)) as repository:
            found = repository[ObjectID(blob.encode())]
    except (NotGitRepository, KeyError, OSError, ValueError):
        return None
    return bytes(found.data) if isinstance(found, Blob) and found.raw_length() <= _MOST_BYTES else None


def _noted_commit(kept: Path) -> str:
    try:
        return str(json.loads(read_whole(kept))["commit"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""  # none was kept yet, or another program wrote it


def _pictures(repository: Repo, tip: ObjectID, endings: Collection[str]) -> dict[str, str]:
    commit = repository[tip]
    assert isinstance(commit, Commit)
    found: dict[str, str] = {}
    waiting = [("", commit.tree)]
    while waiting and len(found) < _MOST_NAMES:  # no recursion: folders may be nested deeper than Python's calls
        folder, sha = waiting.pop()
        tree = repository[sha]
        assert isinstance(tree, Tree)
        for raw, mode, entry in tree.iteritems():
            name = folder + clean_name(raw.decode("utf-8", "surrogateescape"))
            if stat.S_ISDIR(mode):
                waiting.append((f"{name}/", entry))
            elif stat.S_ISREG(mode) and name[name.rfind(".") :].lower() in endings:
                found[name] = entry.decode()
    return found
