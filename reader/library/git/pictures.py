"""The pictures of a repository's newest commit: which there are, and what is in one, without a checkout.

In: the copy that `fetch` made. Out: a list of names kept beside it, so that whoever shows a post need not open the
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
from reader.library.git.objects import DamagedCopyError, newest, note_damage, opened, read_object
from reader.library.sources import clean_name

_MOST_BYTES = 20 << 20  # of one picture
_MOST_NAMES = 50_000


def note_pictures(copy: Path, kept: Path, endings: Collection[str]) -> None:
    """Keep in the file `kept` which pictures the newest commit has, unless it is known. Raises OSError.

    It is `{"commit": …, "pictures": {path from the top: name of the blob}}`.
    """
    try:
        with opened(copy) as repository:
            commit = newest(repository)
            if _noted_commit(kept) == commit.id.decode():
                return
            found = _pictures(repository, commit, endings)
    except DamagedCopyError:
        note_damage(copy)
        return
    except (NotGitRepository, OSError):
        return  # it was not fetched yet
    write_whole(kept, json.dumps({"commit": commit.id.decode(), "pictures": found}), flush=False)


def read_picture(copy: Path, blob: str) -> bytes | None:
    """What is in a picture; None where the copy lacks it, or it is larger than any should be."""
    try:
        with opened(copy) as repository:
            if ObjectID(blob.encode()) not in repository.object_store:
                return None  # of an earlier commit
            found = read_object(repository, blob.encode(), Blob)
    except DamagedCopyError:
        note_damage(copy)
        return None
    except (NotGitRepository, OSError):
        return None
    return bytes(found.data) if found.raw_length() <= _MOST_BYTES else None


def _noted_commit(kept: Path) -> str:
    try:
        return str(json.loads(read_whole(kept))["commit"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""  # none was kept yet, or another program wrote it


def _pictures(repository: Repo, commit: Commit, endings: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    waiting = [("", commit.tree)]
    while waiting and len(found) < _MOST_NAMES:  # no recursion: folders may be nested deeper than Python's calls
        folder, sha = waiting.pop()
        tree = read_object(repository, sha, Tree)
        for raw, mode, entry in tree.iteritems():
            name = folder + clean_name(raw.decode("utf-8", "surrogateescape"))
            if stat.S_ISDIR(mode):
                waiting.append((f"{name}/", entry))
            elif stat.S_ISREG(mode) and name[name.rfind(".") :].lower() in endings:
                found[name] = entry.decode()
    return found
