"""Keys of former times, and what they are today: the rules for keys grow (base/links.py)."""

import sqlite3

from reader.base.archives import bare_arxiv_id
from reader.base.links import identity

_KEYED = ("bookmarks", "reads", "revisits", "labelled", "highlights", "notes", "note_versions", "snapshots")
_MAYBE_FORMER = " UNION ".join(
    f"SELECT key FROM {table} WHERE key LIKE 'http%' OR key LIKE '%.%/%' OR key GLOB '[0-9]*v[0-9]*'"
    for table in _KEYED
)
"""Asked at every start. Most keys are arXiv ids as they are written today, and need no second look."""


def key_now(key: str) -> str:
    """The key by which the same paper is known today; most keys are as they were."""
    if key.startswith(("http://", "https://")):
        return identity(key) or key
    bare = bare_arxiv_id(key)
    return bare.id if bare else key


def has_former_keys(db: sqlite3.Connection) -> bool:
    """Whether an open store has marks under keys that are written otherwise today."""
    return any(key_now(key) != key for (key,) in db.execute(_MAYBE_FORMER))
