"""Earlier versions of the summaries of papers with marks, as they were when their posts were rewritten.

One SQLite file beside the marks, since posts no longer have what is in it. Few are kept: the newest of each paper, and
of all papers together no more than a shelf full.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.base.small_store import SmallStore
from reader.library import paper_json
from reader.library.model import Appearance, PaperRecord
from reader.posts.model import PaperKey

KEPT = 8  # of each paper
_MOST = 20_000  # of all
_COMPLAINT = (
    "Earlier versions of summaries cannot be read or kept in {path}: {error}. If the file is damaged, delete it."
)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    replaced TEXT NOT NULL,  -- when, UTC
    record TEXT NOT NULL     -- JSON, see paper_json.py
);
CREATE INDEX IF NOT EXISTS versions_key ON versions (key, id);
CREATE TABLE IF NOT EXISTS unseen (key TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class Version(NamedTuple):
    """A summary as it was until its post was rewritten."""

    replaced: datetime  # UTC
    appearance: Appearance


class VersionStore(SmallStore):
    """The store of one profile. Every method but `close` raises ReaderError."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        super().__init__(path, _SCHEMA, _COMPLAINT, read_only=read_only)

    def keep(self, replaced: Iterable[Appearance], now: datetime) -> None:
        """Keep what was replaced just now; its papers count as updated until somebody looked at them."""
        at = now.astimezone(UTC).isoformat(timespec="seconds")
        with self.writing() as db:
            for appearance in replaced:
                key = appearance.paper.key
                record = PaperRecord(key, appearance.paper.arxiv_id, appearance.paper.title, None, (appearance,))
                text = paper_json.record_to_json(record)
                db.execute("INSERT INTO versions (key, replaced, record) VALUES (?, ?, ?)", (key, at, text))
                db.execute("INSERT OR IGNORE INTO unseen VALUES (?)", (key,))
                db.execute(
                    "DELETE FROM versions WHERE key = :key AND id NOT IN"
                    " (SELECT id FROM versions WHERE key = :key ORDER BY id DESC LIMIT :kept)",
                    {"key": key, "kept": KEPT},
                )
            db.execute("DELETE FROM versions WHERE id <= (SELECT max(id) FROM versions) - ?", (_MOST,))

    def of(self, key: PaperKey) -> tuple[Version, ...]:
        """A paper's earlier versions, the newest first."""
        with self.reading() as db:
            query = "SELECT replaced, record FROM versions WHERE key = ? ORDER BY id DESC"
            rows = db.execute(query, (key,)).fetchall()
        return tuple(version for row in rows if (version := _read(*row)))

    def changed(self, key: PaperKey) -> datetime | None:
        """When a paper's summary was rewritten last; None where no earlier version is kept."""
        with self.reading() as db:
            (at,) = db.execute("SELECT max(replaced) FROM versions WHERE key = ?", (key,)).fetchone()
        return datetime.fromisoformat(at) if at else None

    def unseen(self) -> set[PaperKey]:
        """The papers whose rewritten summary nobody looked at yet."""
        with self.reading() as db:
            return {PaperKey(key) for (key,) in db.execute("SELECT key FROM unseen")}

    def see(self, key: PaperKey) -> None:
        """Somebody looked at a paper's summary as it is now."""
        with self.writing() as db:
            db.execute("DELETE FROM unseen WHERE key = ?", (key,))


def _read(replaced: str, record: str) -> Version | None:
    """What was written; None for what another version of the program wrote."""
    try:
        return Version(datetime.fromisoformat(replaced), paper_json.record_from_json(record).appearances[0])
    except ValueError:
        return None
