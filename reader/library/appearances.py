"""The rows of appearances, tags and papers: how they follow what a post says.

An appearance that still says the same keeps its id, so that the index need not take it again. When a paper with marks
loses its last appearance, that one is kept, and the paper counts as gone.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC
from typing import NamedTuple

from reader.library import paper_json
from reader.library.model import Appearance
from reader.library.rows import LATEST_FIRST, read_appearances
from reader.posts.folding import folded
from reader.posts.model import Paper, PaperKey, Post, Section, SectionKind
from reader.posts.outside import is_a_page
from reader.posts.plain import plain_line, plain_text, without_comments


class AppearanceRows:
    """Writes appearances within the transaction of the catalogue that owns the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.kept: frozenset[str] = frozenset()  # keys of papers that stay when their last post goes
        self.rewritten: set[PaperKey] = set()  # papers of which a post that had them now says something else

        self.new: set[PaperKey] = set()  # papers that no post had before
        self.replaced: list[Appearance] = []  # what posts said of kept papers before they were rewritten
        self.days: set[str] = set()  # of which papers came or went, "" for none
        self.tags: set[str] = set()  # the same of tags, folded

    def write(self, post_id: int, post: Post) -> frozenset[PaperKey]:
        """Bring a post's appearances to what it says now. Returns the papers that changed in words, came or went."""
        rows = self.connection.execute(
            "SELECT key, id, words, document FROM appearances WHERE post = ? AND NOT gone ORDER BY id", (post_id,)
        ).fetchall()
        known: dict[str, list[tuple[int, bytes, bytes]]] = {}
        for key, appearance, words, document in rows:
            known.setdefault(key, []).append((appearance, words, document))
        changed: set[PaperKey] = set()
        touched: set[PaperKey] = set()
        for paper in papers_of(post):
            before = known[paper.key].pop(0) if known.get(paper.key) else None
            derived = derive(paper, post)
            if before is None or before[1] != derived.words:
                changed.add(paper.key)
            if before is not None and before[1] != derived.words:
                self.rewritten.add(paper.key)
                if paper.key in self.kept:
                    self.replaced += read_appearances(self.connection, "appearances.id = ?", (before[0],))
            if before is not None and before[2] == derived.document:
                self._update_appearance(before[0], paper, derived)
            else:
                if before is not None:
                    self.delete(before[0])
                else:
                    self._note_new(paper.key)
                self.insert(post_id, post, paper, derived)
            touched.add(paper.key)
        for key, left in known.items():
            for appearance, _, _ in left:
                self.drop(appearance, PaperKey(key))
                changed.add(PaperKey(key))
        self.settle(touched | changed)
        return frozenset(changed)

    def _note_new(self, key: PaperKey) -> None:
        row = self.connection.execute("SELECT gone FROM papers WHERE key = ?", (key,)).fetchone()
        if row is None or row[0]:
            self.new.add(key)

    def _update_appearance(self, appearance: int, paper: Paper, derived: "Derived") -> None:
        """The words are the same, but where they stand and how they are wrapped may be another."""
        self.connection.execute("UPDATE appearances SET line = ? WHERE id = ?", (derived.line, appearance))
        self.connection.execute(
            "UPDATE bodies SET paper = ?, texts = ? WHERE appearance = ?",
            (paper_json.paper_to_json(paper), json.dumps(derived.texts, ensure_ascii=False), appearance),
        )

    def insert(self, post_id: int, post: Post, paper: Paper, derived: "Derived", *, gone: bool = False) -> None:
        """Write a new appearance."""
        tags = json.dumps(post.tags, ensure_ascii=False)
        appearance = self.connection.execute(
            "INSERT INTO appearances (post, number, key, arxiv_id, title, line, day, sort, tags, words,"
            " document, gone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                post_id,
                paper.number,
                paper.key,
                paper.arxiv_id,
                paper.title,
                derived.line,
                post.day.isoformat() if post.day else None,
                _moment_to_sort_by(post) if any(derived.texts) else "",  # what is empty is no list's first row
                tags,
                derived.words,
                derived.document,
                gone,
            ),
        ).lastrowid
        self.connection.execute(
            "INSERT INTO bodies (appearance, paper, texts) VALUES (?, ?, ?)",
            (appearance, paper_json.paper_to_json(paper), json.dumps(derived.texts, ensure_ascii=False)),
        )
        if not gone:
            self.days.add(post.day.isoformat() if post.day else "")
            self.tags.update(map(folded, post.tags))
            self.connection.executemany(
                "INSERT OR IGNORE INTO tags (tag, shown, appearance, key) VALUES (?, ?, ?, ?)",
                [(folded(tag), tag, appearance, paper.key) for tag in post.tags],
            )

    def drop(self, appearance: int, key: PaperKey) -> None:
        """Remove an appearance; that of a marked paper which has no other is kept as its last text."""
        others = self.connection.execute(
            "SELECT 1 FROM appearances WHERE key = ? AND id != ? AND NOT gone", (key, appearance)
        ).fetchone()
        if key in self.kept and not others:
            self._note_going(appearance)
            self.connection.execute("UPDATE appearances SET gone = 1 WHERE id = ?", (appearance,))
            self.connection.execute("DELETE FROM tags WHERE appearance = ?", (appearance,))
        else:
            self.delete(appearance)

    def delete(self, appearance: int) -> None:
        self._note_going(appearance)
        self.connection.execute("INSERT OR IGNORE INTO removals VALUES (?)", (appearance,))
        self.connection.execute("DELETE FROM appearances WHERE id = ?", (appearance,))

    def _note_going(self, appearance: int) -> None:
        query = "SELECT coalesce(day, '') FROM appearances WHERE id = ? AND NOT gone"
        self.days.update(day for (day,) in self.connection.execute(query, (appearance,)))
        rows = self.connection.execute("SELECT tag FROM tags WHERE appearance = ?", (appearance,))
        self.tags.update(tag for (tag,) in rows)

    def drop_empty_post(self, post: int) -> None:
        """Delete a post that has no appearances; mark it as gone if it only keeps the last text of marked papers."""
        left = self.connection.execute("SELECT COUNT(*), SUM(gone) FROM appearances WHERE post = ?", (post,)).fetchone()
        if not left[0]:
            self.connection.execute("DELETE FROM posts WHERE id = ?", (post,))
        elif left[0] == left[1]:
            self.connection.execute("UPDATE posts SET gone = 1, mtime_ns = 0 WHERE id = ?", (post,))

    def settle(self, keys: Iterable[PaperKey]) -> None:
        """Bring the rows of `papers` up to date with the appearances of these keys."""
        for key in keys:
            rows = self.connection.execute(
                f"SELECT appearances.id, sort, number, appearances.title, appearances.gone, post {LATEST_FIRST}", (key,)
            ).fetchall()
            if rows and not rows[0][4]:
                for row in rows:
                    if row[4]:
                        self.delete(row[0])
                        self.drop_empty_post(row[5])
            if rows:
                appearance, sort, number, title, gone, _ = rows[0]
                self.connection.execute(
                    "INSERT OR REPLACE INTO papers (key, appearance, sort, number, title, gone)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (key, appearance, sort, number, title, gone),
                )
            else:
                self.connection.execute("DELETE FROM papers WHERE key = ?", (key,))


class Derived(NamedTuple):
    """What is worked out from an appearance once, when it is written."""

    line: str  # what it contributes
    texts: tuple[str, ...]  # plain text of each section
    words: bytes  # a hash of the words a reader sees: the same for a paper that was only re-formatted
    document: bytes  # a hash of all that search and lists see


def derive(paper: Paper, post: Post) -> Derived:
    """Work out what lists, search and the comparison with the state before need."""
    texts = tuple(plain_text(section.markdown) for section in paper.sections)
    said = [paper.title, *(f"{s.kind} {text}" for s, text in zip(paper.sections, texts, strict=True))]
    words = _digest(folded("\n".join(said)))
    seen = [words.hex(), paper.number, paper.title, str(post.published), str(post.day), post.tags]
    return Derived(_line(paper), texts, words, _digest(json.dumps(seen)))


def papers_of(post: Post) -> list[Paper]:
    """The papers of a post and its pages: the whole post if it has no papers, else the text that belongs to none."""
    if post.papers and not is_a_page(post.preamble, post.title):
        return list(post.papers)
    body = post.preamble if post.papers else post.body
    page = Paper(
        key=PaperKey(post.name),
        number=0,
        title=post.title,
        raw_title=post.title,
        sections=(Section(SectionKind.OTHER, "", body),) if body else (),
    )
    return [page, *post.papers]


def _moment_to_sort_by(post: Post) -> str:
    """When a post was published, in UTC; "" where it does not say."""
    if post.published is None:
        return ""
    try:
        return post.published.astimezone(UTC).isoformat()
    except OverflowError:  # in UTC it is in the year 0, or 10000
        return post.published.replace(tzinfo=UTC).isoformat()


def _line(paper: Paper) -> str:
    """What a paper contributes, on one line: its Contribution, else its Goal, else its first words."""
    known = (s.markdown for s in paper.sections if s.markdown and not s.nothing_known)
    source = paper.points.contribution or paper.points.goal or next(known, "")
    return plain_line(without_comments(source[:1500]))[:400]


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
