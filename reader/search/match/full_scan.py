"""The answer without an index: every text is read, word by word of the query, by regular expressions.

For the time in which the index is missing, damaged, of another version or being made. In: the documents themselves.
Out: what a `generation.Generation`, `IndexedLexicon` and `Places` give of an index, so that grammar, forms, order
and explanation are those of a search with one. Positions are (slot, character), not syllables.
"""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property, lru_cache, partial
from itertools import islice

from reader.base.hangul import is_hangul
from reader.posts.model import PaperKey
from reader.search.analysis.fold import Folded, fold, folded
from reader.search.analysis.forms import Form, Kind, Memory, Piece
from reader.search.analysis.hangul_typos import meant
from reader.search.analysis.inside import is_word
from reader.search.analysis.latin_typos import closest
from reader.search.match.postings_algebra import any_of, in_slot
from reader.search.match.search_source import SearchSource
from reader.search.model import Document
from reader.search.snippets import bounded, pattern
from reader.search.store.lanes import Lanes, Mask, repeated
from reader.search.store.postings import PostingList, of_positions
from reader.search.store.schema import KINDS, SLOT, TITLE, paper_number, squeezed
from reader.search.store.segment import Cancelled
from reader.search.store.vocabulary import Vocabulary, words_of

_OFTEN_ENOUGH = 32  # documents between two looks whether the search is still wanted: some 2 ms
_FEW = 20_000  # documents whose texts are kept between searches: some 40 MB at ten thousand

_Part = tuple[int, str, Folded]
"""Slot, text and folded text of a title or a section."""


class Scan:
    """The texts of a library in memory, asked as if they were a `Generation`."""

    def __init__(self, documents: Iterable[Document], cancelled: Callable[[], bool] | None = None) -> None:
        self.cancelled = cancelled
        self._names: list[str] = []
        self._keys: list[PaperKey] = []
        self._tagged: list[tuple[str | None, frozenset[str]]] = []
        self._titles: list[str] = []
        self._parts: list[tuple[_Part, ...]] = []
        self.texts: list[str] = []  # of each document, folded, in one piece
        self._columns = {"paper": array("Q"), "day": array("Q"), "number": array("Q")}
        for document in self.watched_documents(documents):
            self._add(document)

    def _add(self, document: Document) -> None:
        self._names.append(document.id)
        self._keys.append(document.key)
        self._titles.append(squeezed(document.title))
        self._tagged.append((document.arxiv_id, frozenset(map(fold, document.tags))))
        sections = ((KINDS.index(kind) + 1, text) for kind, text in document.sections)
        parts = tuple((slot, text, folded(text)) for slot, text in ((TITLE, document.title), *sections))
        self._parts.append(parts)
        self.texts.append("\n".join(part[2].text for part in parts))
        self._columns["paper"].append(paper_number(document.key))
        self._columns["day"].append(document.day.toordinal() if document.day else 0)
        self._columns["number"].append(document.number)

    @property
    def is_small(self) -> bool:
        """Whether the texts may stay in memory for the next search."""
        return len(self._names) <= _FEW

    # What a `Generation` knows

    def count(self) -> int:
        return len(self._names)

    @cached_property
    def lanes(self) -> Lanes:
        return Lanes(len(self._names))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words as they are written."""
        counts: Counter[str] = Counter()
        for doc in self.watched(range(len(self._parts))):
            counts.update(words_of(text for _, text, _ in self._parts[doc]))
        return Vocabulary(["".join(f"\n{word}\t{count}" for word, count in sorted(counts.items())) + "\n"])

    def all(self) -> Mask:
        return self.lanes.ones

    def several(self) -> Mask:
        return repeated(self.lanes, self._columns["paper"])

    def check(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Cancelled

    def in_passing(self) -> AbstractContextManager[None]:
        return nullcontext()  # nothing is kept for the next word

    def watched(self, docs: Iterable[int]) -> Iterator[int]:
        for n, doc in enumerate(docs):
            if n % _OFTEN_ENOUGH == 0:
                self.check()
            yield doc

    def watched_documents(self, documents: Iterable[Document]) -> Iterator[Document]:
        for n, document in enumerate(documents):
            if n % _OFTEN_ENOUGH == 0:
                self.check()
            yield document

    def having(self, field: str, value: str) -> Mask:
        if field == "arxiv":
            return self.lanes.mask(doc for doc, (arxiv, _) in enumerate(self._tagged) if arxiv == value)
        return self.lanes.mask(doc for doc, (_, tags) in enumerate(self._tagged) if value in tags)

    def column(self, name: str) -> "array[int]":
        return self._columns[name]

    def titled(self, part: str) -> list[int]:
        return [doc for doc, title in enumerate(self._titles) if part and part in title]

    def titled_seldom(self, part: str, most: int) -> list[int] | None:
        found = self.titled(part)
        return found if len(found) <= most else None

    @cached_property
    def days(self) -> Sequence[int]:
        return sorted(set(self._columns["day"]) - {0})

    def key(self, doc: int) -> PaperKey:
        return self._keys[doc]

    def name(self, doc: int) -> str:
        return self._names[doc]

    # What is in the texts

    def places(self, doc: int, pieces: tuple[Piece, ...]) -> "array[int]":
        """Where a word begins in a document, ascending."""
        wanted = pattern(pieces)
        found = array("I")
        if wanted.search(self.texts[doc]) is None:
            return found
        before: dict[int, int] = {}
        for slot, text, form in self._parts[doc]:
            base = slot * SLOT + before.get(slot, 0)
            for match in wanted.finditer(form.text):
                if bounded(text, *form.origin(match.start(), match.end())):
                    found.append(base + match.start())
            before[slot] = before.get(slot, 0) + len(form.text) + 1
        return found if len(before) == len(self._parts[doc]) else array("I", sorted(found))


def scan_source(scan: Scan) -> SearchSource:
    """The source of texts alone."""
    return SearchSource(scan, ScannedLexicon(scan), ScannedPhrases(scan))


class ScannedPhrases:
    """`Places` by looking for them."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan

    def of(self, pieces: tuple[Piece, ...], within: Mask | None = None, *, exact: bool = False) -> PostingList:  # noqa: ARG002  # all is exact
        scan = self._scan
        docs = scan.lanes.docs(scan.all() if within is None else within)
        return of_positions(
            scan.lanes, [(doc << 32) + place for doc in scan.watched(docs) for place in scan.places(doc, pieces)]
        )

    def of_form(self, form: Form) -> PostingList:
        return self.of((Piece((form,)),))

    def any_of(self, founds: list[PostingList]) -> PostingList:
        return any_of(self._scan.lanes, founds, self._scan.check)

    def in_slot(self, found: PostingList, slot: int | None) -> PostingList:
        return in_slot(found, slot, self._scan.check)


class ScannedLexicon:
    """The `forms.Lexicon` of the texts: what an index has counted is counted here when it is asked."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self.memory = Memory()
        self._docs: dict[str, int] = {}  # of pairs of syllables that were counted together
        self.known = lru_cache(maxsize=4096)(self._known)
        self.solid = lru_cache(maxsize=4096)(self._solid)
        self.beginning = lru_cache(maxsize=256)(self._beginning)
        self._counted = lru_cache(maxsize=256)(self._count_words)

    def having(self, part: str) -> Mapping[str, int]:
        return self._scan.vocabulary.having(part)

    def beginning_with(self, part: str) -> Mapping[str, int]:
        return self._scan.vocabulary.beginning(part)

    def is_solid(self, run: str, enough: int) -> bool:
        texts = self._scan.texts
        having = (doc for doc in self._scan.watched(range(len(texts))) if run in texts[doc])
        return next(islice(having, enough - 1, None), None) is not None

    def most(self, run: str) -> int:
        return self.solid(run)

    def heads(self, pairs: tuple[str, ...]) -> PostingList:
        return ScannedPhrases(self._scan).of_form(Form(Kind.HEAD, pairs))

    def side_by_side(self, first: str, second: str) -> bool:
        return self.has(Form(Kind.PARTS, (first, second)))

    def side_by_side_in(self, first: str, second: str) -> int:
        run = first + second
        return len(ScannedPhrases(self._scan).of_form(Form(Kind.RUN, (run,), (), len(run))))

    def has(self, form: Form) -> bool:
        pieces, texts = (Piece((form,)),), self._scan.texts
        docs = self._scan.watched(range(len(texts)))
        if form.kind is Kind.HEAD:
            docs = (doc for doc in docs if any(term in texts[doc] for term in form.terms))
        return any(self._scan.places(doc, pieces) for doc in docs)

    def initialled(self, initials: str) -> Mapping[str, int]:
        return self._scan.vocabulary.initialled(initials)

    def spelled(self, word: str) -> Mapping[str, int]:
        return self._scan.vocabulary.spelled(word)

    def sounding(self, sounds: str) -> Mapping[str, int]:
        return self._scan.vocabulary.sounding(sounds)

    def similar(self, word: str, *, sure: AbstractSet[str] | None = None) -> str | None:
        if is_hangul(word[0]):
            uses = self._uses if sure is None else self._uses_of_word
            return meant(word, self._scan.vocabulary.pairs.__contains__, uses, sure=sure)
        return closest(word, self, sure=sure)

    def is_ordinary(self, term: str) -> bool:
        """As `Generation.is_ordinary`."""
        return self._scan.vocabulary.count(term) > 0 or self._scan.vocabulary.count(f"{term}s") > 0

    def _uses(self, run: str) -> int:
        return self._scan.vocabulary.beginning(run).total()

    def _uses_of_word(self, run: str) -> int:
        return self._uses(run) if is_word(run, self) else 0

    def words(self, prefix: str) -> list[str]:
        return self.beginning(prefix)

    def docs(self, term: str) -> range:
        """Something as long as there are documents with a term."""
        return range(self.known(term))

    def _known(self, term: str) -> int:
        kinds = {"=": Kind.ALONE, "^": Kind.START}
        kind = kinds.get(term[0], Kind.END if term.endswith(("$", "%")) else Kind.WORD)
        if term in self._docs:
            return self._docs[term]
        if kind is Kind.WORD and term[0] >= "가":
            return self._solid(term)
        return self._count(partial(self._has, (Piece((Form(kind, (term,)),)),)))

    def _has(self, pieces: tuple[Piece, ...], doc: int) -> bool:
        return bool(self._scan.places(doc, pieces))

    def _solid(self, run: str) -> int:
        texts = self._scan.texts
        return self._count(lambda doc: run in texts[doc])

    def _count(self, has: Callable[[int], bool]) -> int:
        return sum(map(has, self._scan.watched(range(self._scan.count()))))

    def _beginning(self, prefix: str) -> list[str]:
        return sorted(self._counted(prefix))

    def commonest(self, prefix: str, most: int) -> list[str]:
        return [word for word, _ in self._counted(prefix).most_common(most)]

    def _count_words(self, prefix: str) -> Counter[str]:
        behind = "[가-힣]" if "가" <= prefix[0] <= "힣" else r"[^\W_가-힣]*"
        wanted = re.compile(("" if behind == "[가-힣]" else r"(?<![^\W_가-힣])") + re.escape(prefix) + behind)
        texts = self._scan.texts
        found: Counter[str] = Counter()
        docs: Counter[str] = Counter()
        for doc in self._scan.watched(range(len(texts))):
            words = wanted.findall(texts[doc])
            found.update(words)
            docs.update(set(words))
        if is_hangul(prefix[0]):
            self._docs.update(docs)
        return found
