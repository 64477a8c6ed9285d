"""Where what arXiv said is kept: one SQLite file of the profile's. It is asked again only when a person wants that."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from reader.arxiv.model import Details
from reader.base.small_store import SmallStore

_SCHEMA = """
CREATE TABLE IF NOT EXISTS papers (
    id TEXT PRIMARY KEY,
    taken TEXT NOT NULL,  -- when, UTC
    details TEXT  -- JSON; NULL where arXiv knows no such paper
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS asked (at REAL NOT NULL);
"""
_COMPLAINT = "What arXiv said cannot be read or kept in {path}: {error}. If it is damaged, delete that file."
_LINES = ("abstract", "doi", "journal", "comment")


class Kept(NamedTuple):
    """What is known of an id."""

    details: Details | None  # None: arXiv knows no such paper
    taken: datetime  # UTC


class DetailsStore(SmallStore):
    """The store of one profile. Every method but `close` raises ReaderError."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        super().__init__(path, _SCHEMA, _COMPLAINT, read_only=read_only)

    def of(self, arxiv_id: str) -> Details | None:
        """What arXiv said of a paper; None where it was not asked, or knows none."""
        kept = self.kept([arxiv_id]).get(arxiv_id)
        return kept.details if kept else None

    def kept(self, ids: Iterable[str]) -> dict[str, Kept]:
        """What is known of those ids that arXiv was asked for."""
        found = {}
        with self.reading() as db:
            for one in ids:
                row = db.execute("SELECT details, taken FROM papers WHERE id = ?", (one,)).fetchone()
                if row:
                    found[one] = Kept(_read(one, row[0]) if row[0] else None, datetime.fromisoformat(row[1]))
        return found

    def all(self) -> Iterator[Details]:
        """What arXiv said of every paper it knows, by id."""
        with self.reading() as db:
            rows = db.execute("SELECT id, details FROM papers WHERE details IS NOT NULL ORDER BY id").fetchall()
        return (_read(*row) for row in rows)

    def put(self, wanted: Iterable[str], found: Mapping[str, Details], now: datetime) -> None:
        """Keep an answer: what was found of the ids wanted, and that the others are not known, all or nothing.

        A paper that was known stays known, should arXiv no longer say anything of it.
        """
        taken = now.astimezone(UTC).isoformat(timespec="seconds")
        with self.writing() as db:
            for one in wanted:
                text = _written(found[one]) if one in found else None
                db.execute(
                    "INSERT INTO papers VALUES (?, ?, ?) ON CONFLICT (id)"
                    " DO UPDATE SET taken = excluded.taken, details = coalesce(excluded.details, details)",
                    (one, taken, text),
                )

    def asked_at(self) -> float:
        """When arXiv was asked last, by whichever process, in seconds since 1970; 0 where never."""
        with self.reading() as db:
            row = db.execute("SELECT max(at) FROM asked").fetchone()
        return float(row[0] or 0)

    def note_asking(self, at: float) -> None:
        """Remember when arXiv was asked."""
        with self.writing() as db:
            db.execute("DELETE FROM asked")
            db.execute("INSERT INTO asked VALUES (?)", (at,))


def _written(details: Details) -> str:
    values = {**details._asdict(), "published": _iso(details.published), "updated": _iso(details.updated)}
    return json.dumps(values, ensure_ascii=False)


def _read(arxiv_id: str, text: str) -> Details:
    """What was written; what another version wrote, or nobody, counts as not said."""
    try:
        values = json.loads(text)
    except ValueError:
        values = {}
    return Details(
        arxiv_id,
        authors=_texts(values.get("authors")),
        published=_day(values.get("published")),
        updated=_day(values.get("updated")),
        version=values["version"] if isinstance(values.get("version"), int) else 1,
        categories=_texts(values.get("categories")),
        withdrawn=values.get("withdrawn") is True,
        **{name: values[name] for name in _LINES if isinstance(values.get(name), str)},
    )


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
