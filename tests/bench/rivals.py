"""What our search is measured beside: SQLite FTS5 with the same tokens, and a plain scan of all texts in Python.

Both get the query as it was understood already, so that what is measured is the search alone; ours reads and
understands it within its time. Not a benchmark of its own.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter

from reader.search.analysis.fold import fold
from reader.search.analysis.forms import Form, Kind, Piece
from reader.search.analysis.tokenizer import tokens
from reader.search.index import Index
from reader.search.match.matcher import Matcher
from reader.search.match.meaning import widened
from reader.search.model import Document
from reader.search.query import parser
from reader.search.snippets import pattern
from reader.search.store.schema import TEXT, TITLE, row
from reader.services.concepts import shipped_concepts


class Fts5:
    """One table of FTS5: pairs of syllables and parts of Latin words in order, all other terms in a column of theirs.

    Contentless, as ours is: neither keeps the texts. Ranked by its own bm25.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(path)

    def build(self, documents: Iterable[Document]) -> None:
        self._connection.execute(
            "CREATE VIRTUAL TABLE papers USING fts5 (title, words, others, content='', "
            "tokenize = \"unicode61 remove_diacritics 0 tokenchars '=^$%.'\")"
        )
        with self._connection:
            self._connection.executemany("INSERT INTO papers VALUES (?, ?, ?)", map(_columns, documents))

    def close(self) -> None:
        self._connection.close()

    def ask(self, question: str, limit: int = 50) -> int:
        """The best papers' numbers, as the window would ask for them; returns how many came back."""
        found = "SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY rank LIMIT ?"
        return len(self._connection.execute(found, (question, limit)).fetchall())

    def size(self) -> int:
        return self.path.stat().st_size


class Scan:
    """Every text in memory, folded; a query is an expression a word."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._texts = [fold("\n".join([d.title, *(text for _, text in d.sections)])) for d in documents]

    def ask(self, patterns: list[re.Pattern[str]]) -> int:
        found = self._texts
        for word in patterns:
            found = [text for text in found if word.search(text)]
        return len(found)


def understood(index: Index, query: str, *, as_you_type: bool) -> tuple[str, list[re.Pattern[str]]]:
    """A query for FTS5 and for the scan, with the forms our own search looks for; "" where it has none for FTS5."""
    source = index._current()[2]
    concepts = shipped_concepts()
    node = widened(parser.parse(query).node, concepts)
    matches = Matcher(source, as_you_type=as_you_type, concepts=concepts).match(node)
    ways = [[pieces for pieces in (leaf.pieces, *leaf.others) if pieces] for leaf in matches.leaves]
    groups = [" OR ".join(f"({_phrase(pieces)})" for pieces in one) for one in ways]
    return " AND ".join(f"({group})" for group in groups), [pattern(leaf.pieces) for leaf in matches.leaves]


def _phrase(pieces: tuple[Piece, ...]) -> str:
    return " AND ".join("(" + " OR ".join(_form(form) for form in piece.forms) + ")" for piece in pieces)


def _form(form: Form) -> str:
    if form.kind is Kind.RUN:
        run = form.terms[0]
        pairs = [run[i : i + 2] for i in range(len(run) - 1)]
        if not form.ends:
            return '"' + " ".join(pairs) + '"'
        return "(" + " OR ".join('"' + " ".join([*pairs[:-1], end]) + '"' for end in form.ends) + ")"
    if form.kind is Kind.PARTS:
        return '"' + " ".join(form.terms) + '"'
    return "(" + " OR ".join(f'"{term}"' for term in form.terms) + ")"


def _columns(document: Document) -> tuple[str, str, str]:
    title, words, others = [], [], []
    for slot, text in row(document)[TEXT]:
        last = -1
        for term, position in tokens(text):
            if term[0] in "=^" or term[-1] in "$%" or position <= last:
                others.append(term)
            else:
                (title if slot == TITLE else words).append(term)
                last = position
    return " ".join(title), " ".join(words), " ".join(others)


def timed(action: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """Milliseconds an action takes, by the clock, or by this process's own time."""
    begin = clock()
    action()
    return (clock() - begin) * 1000


def folder_size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
