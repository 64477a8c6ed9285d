"""The catalogue as the sync writes it: sources, posts, appearances, papers, and what the index has yet to take.

A post's rows and the mark that they are not yet indexed are written in one transaction, so that after a crash something
may be done twice, but nothing is lost. Reading for lists and pages is in `listing.py`.
"""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from reader.library import counting, paper_json
from reader.library.appearances import AppearanceRows, derive
from reader.library.bare import SOURCE
from reader.library.model import Appearance, PaperRecord
from reader.library.rows import read_appearances
from reader.library.schema import open_for_writing
from reader.library.soundness import note_left
from reader.library.sources import PostFile
from reader.posts.model import PaperKey, Post


class Outcome(Enum):
    """What a written post turned out to be."""

    ADDED = auto()
    UPDATED = auto()  # a paper came, went or says something else
    REFORMATTED = auto()  # other bytes, the same words


class KnownPost(NamedTuple):
    """A post as the catalogue last saw it."""

    id: int
    size: int
    mtime_ns: int
    hash: bytes
    gone: bool


class Written(NamedTuple):
    """The outcome of writing or removing a post, with the papers it touched."""

    outcome: Outcome
    keys: frozenset[PaperKey]  # papers with an appearance that is new, changed or removed


class Catalogue:
    """The catalogue opened for writing. The sync's lock sees to it that there is one writer at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.connection = open_for_writing(path)
        self._rows = AppearanceRows(self.connection)

    def close(self) -> None:
        """Close the file, and note how it was left."""
        note_left(self.connection, self._path)
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written inside; the generation goes up by one if something was written."""
        self.connection.execute("BEGIN IMMEDIATE")
        before = self.connection.total_changes
        try:
            yield
            self._note_due()
            if self.connection.total_changes != before:
                self.connection.execute("UPDATE generation SET number = number + 1")
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.rollback()
            raise
        finally:
            self._rows.days.clear()
            self._rows.tags.clear()

    def _note_due(self) -> None:
        counting.note_due(self.connection, self._rows.days, self._rows.tags)
        self._rows.days.clear()
        self._rows.tags.clear()

    @property
    def rewritten(self) -> set[PaperKey]:
        """The papers whose words were changed in a post since this was opened; new and lost papers are not in it."""
        return self._rows.rewritten

    def take_new(self) -> set[PaperKey]:
        """The papers that came since this was asked last, and were in no post before."""
        new, self._rows.new = self._rows.new, set()
        return new

    @property
    def replaced(self) -> list[Appearance]:
        """What posts said of kept papers before they were rewritten, since this was opened."""
        return self._rows.replaced

    def keep(self, keys: Collection[PaperKey]) -> None:
        """Say which papers stay when their last post goes: those with marks."""
        self._rows.kept = frozenset(keys)

    def source_id(self, path: Path | str) -> int:
        """The id of a source folder, of this computer or another, or of bare.SOURCE; added if it is new."""
        self.connection.execute("INSERT OR IGNORE INTO sources (path) VALUES (?)", (str(path),))
        row = self.connection.execute("SELECT id FROM sources WHERE path = ?", (str(path),)).fetchone()
        return int(row[0])

    def source_ids(self) -> dict[str, int]:
        """Folder → id of every source there is."""
        return dict(self.connection.execute("SELECT path, id FROM sources"))

    def source_names(self) -> list[str]:
        """The sources that have a post, as they are kept in the settings: paths of folders, repositories."""
        query = "SELECT path FROM sources WHERE id IN (SELECT source FROM posts WHERE NOT gone) ORDER BY id"
        return [str(path) for (path,) in self.connection.execute(query)]

    def known_posts(self, source: int) -> dict[str, KnownPost]:
        """Name → what is known of it, of every post of a source."""
        rows = self.connection.execute(
            "SELECT name, id, size, mtime_ns, hash, gone FROM posts WHERE source = ?", (source,)
        )
        return {name: KnownPost(id_, size, mtime, hash_, bool(gone)) for name, id_, size, mtime, hash_, gone in rows}

    def restamp(self, post: int, file: PostFile) -> None:
        """Note size and time of a file whose bytes are as they were."""
        self.connection.execute(
            "UPDATE posts SET size = ?, mtime_ns = ? WHERE id = ?", (file.size, file.mtime_ns, post)
        )

    def write_post(self, source: int, file: PostFile, digest: bytes, post: Post) -> Written:
        """Write a post that is new or whose bytes changed; its appearances that have the same words keep their ids."""
        row = self.connection.execute(
            "SELECT id, gone FROM posts WHERE source = ? AND name = ?", (source, file.name)
        ).fetchone()
        values = (
            file.size,
            file.mtime_ns,
            digest,
            post.title,
            post.published.isoformat() if post.published else None,
            post.day.isoformat() if post.day else None,
            json.dumps(post.tags, ensure_ascii=False),
            paper_json.remarks_to_json(post.remarks),
        )
        if row is None:
            post_id = self.connection.execute(
                "INSERT INTO posts (size, mtime_ns, hash, title, published, day, tags, remarks, source, name)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, source, file.name),
            ).lastrowid
        else:
            post_id = row[0]
            self.connection.execute(
                "UPDATE posts SET size = ?, mtime_ns = ?, hash = ?, title = ?, published = ?, day = ?, tags = ?,"
                " remarks = ?, gone = 0 WHERE id = ?",
                (*values, post_id),
            )
        keys = self._rows.write(int(post_id or 0), post)
        if row is None or row[1]:
            return Written(Outcome.ADDED, keys)
        return Written(Outcome.UPDATED if keys else Outcome.REFORMATTED, keys)

    def remove_post(self, post: int) -> frozenset[PaperKey]:
        """Remove a post whose file is gone. The last text of papers with marks stays. Returns the papers touched."""
        rows = self.connection.execute(
            "SELECT id, key FROM appearances WHERE post = ? AND NOT gone", (post,)
        ).fetchall()
        for appearance, key in rows:
            self._rows.drop(appearance, PaperKey(key))
        self._rows.drop_empty_post(post)
        keys = frozenset(PaperKey(key) for _, key in rows)
        self._rows.settle(keys)
        return keys

    def remove_source(self, source: int) -> frozenset[PaperKey]:
        """Remove a source with all its posts."""
        posts = [
            row[0] for row in self.connection.execute("SELECT id FROM posts WHERE source = ? AND NOT gone", (source,))
        ]
        keys: frozenset[PaperKey] = frozenset().union(*(self.remove_post(post) for post in posts))
        if not self.connection.execute("SELECT 1 FROM posts WHERE source = ?", (source,)).fetchone():
            self.connection.execute("DELETE FROM sources WHERE id = ?", (source,))
        return keys

    def forget_unmarked(self) -> None:
        """Let go of papers that are gone and no longer have marks."""
        rows = self.connection.execute("SELECT id, key, post FROM appearances WHERE gone = 1").fetchall()
        for appearance, key, post in rows:
            if key not in self._rows.kept:
                self._rows.delete(appearance)
                self._rows.drop_empty_post(post)
                self._rows.settle([PaperKey(key)])

    def recount(self) -> None:
        """Count what is due for the tree: papers of days, months, years and tags."""
        if counting.is_due(self.connection):
            with self.transaction():
                counting.count_due(self.connection)

    def count_along(self) -> None:
        """Count what is due in the transaction that is open: nobody sees what it writes without the counts."""
        self._note_due()
        if counting.is_due(self.connection):
            counting.count_due(self.connection)

    def has(self, key: PaperKey) -> bool:
        """Whether the catalogue has a paper, gone or not."""
        return self.connection.execute("SELECT 1 FROM papers WHERE key = ?", (key,)).fetchone() is not None

    def bare_titles(self) -> dict[PaperKey, str]:
        """The papers that no post ever had here (see bare.py), with their titles."""
        query = "SELECT appearances.key, appearances.title FROM sources JOIN posts ON posts.source = sources.id"
        query += " JOIN appearances ON appearances.post = posts.id WHERE sources.path = ?"
        return {PaperKey(key): title for key, title in self.connection.execute(query, (SOURCE,))}

    def restore(self, record: PaperRecord) -> None:
        """List a marked paper that no post has, by what is known of it, in place of how it was listed before."""
        known = "SELECT id, post FROM appearances WHERE key = ?"
        for id_, post in self.connection.execute(known, (record.key,)).fetchall():
            self._rows.delete(id_)
            self._rows.drop_empty_post(post)
        for appearance in record.appearances:
            self._restore_appearance(appearance)
        self._rows.settle([record.key])

    def _restore_appearance(self, appearance: Appearance) -> None:
        source = self.source_id(appearance.source)
        row = self.connection.execute(
            "SELECT id FROM posts WHERE source = ? AND name = ?", (source, appearance.post)
        ).fetchone()
        post = Post(
            name=appearance.post,
            title=appearance.post_title,
            published=appearance.published,
            day=appearance.day,
            tags=appearance.tags,
        )
        post_id = (
            row[0]
            if row
            else self.connection.execute(
                "INSERT INTO posts (source, name, size, mtime_ns, hash, title, published, day, tags, remarks, gone)"
                " VALUES (?, ?, 0, 0, x'', ?, ?, ?, ?, '[]', 1)",
                (
                    source,
                    post.name,
                    post.title,
                    post.published.isoformat() if post.published else None,
                    post.day.isoformat() if post.day else None,
                    json.dumps(post.tags, ensure_ascii=False),
                ),
            ).lastrowid
        )
        self._rows.insert(int(post_id or 0), post, appearance.paper, derive(appearance.paper, post), gone=True)

    # What the index has yet to take.

    def unindexed(self, limit: int) -> list[Appearance]:
        """Up to `limit` appearances that the index does not have, oldest id first."""
        where = "appearances.indexed = 0 ORDER BY appearances.id LIMIT ?"
        return read_appearances(self.connection, where, (limit,))

    def unindexed_keys(self) -> set[PaperKey]:
        """The papers with an appearance that the index does not have."""
        return {PaperKey(row[0]) for row in self.connection.execute("SELECT key FROM appearances WHERE indexed = 0")}

    def unindexed_count(self) -> int:
        """How many appearances the index does not have."""
        return int(self.connection.execute("SELECT COUNT(*) FROM appearances WHERE indexed = 0").fetchone()[0])

    def removals(self) -> list[int]:
        """Ids of appearances that the index still has and the catalogue no longer has."""
        return [row[0] for row in self.connection.execute("SELECT document FROM removals")]

    def mark_indexed(self, added: Collection[int], removed: Collection[int]) -> None:
        """Note what the index has committed."""
        with self.transaction():
            self.connection.executemany("UPDATE appearances SET indexed = 1 WHERE id = ?", [(id_,) for id_ in added])
            self.connection.executemany("DELETE FROM removals WHERE document = ?", [(id_,) for id_ in removed])

    def mark_unindexed(self) -> None:
        """Note that the index was begun anew and has nothing."""
        with self.transaction():
            self.connection.execute("UPDATE appearances SET indexed = 0")
            self.connection.execute("DELETE FROM removals")

    def indexed_count(self) -> int:
        """How many appearances the index has committed."""
        every = self.connection.execute("SELECT COUNT(*) FROM appearances").fetchone()  # answered without reading rows
        return int(every[0]) - self.unindexed_count()

    def identity(self) -> str:
        """A text that differs for every catalogue that is made: an index belongs to one of them."""
        return str(self.connection.execute("SELECT identity FROM generation").fetchone()[0])
