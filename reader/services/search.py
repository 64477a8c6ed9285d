"""Search: a query answered with papers, their best sentences and where the words stand in them.

Joins the index, which knows positions, with the catalogue, which has the texts. Runs in the command line and on the
window's search thread, with connections of its own.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from reader.arxiv.store import DetailsStore
from reader.library.listing import Listing
from reader.library.model import Appearance
from reader.marks.model import system_clock
from reader.marks.revisit import local_day
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey, SectionKind
from reader.search.analysis.fold import fold
from reader.search.analysis.particles import tails
from reader.search.concepts.table import NO_CONCEPTS
from reader.search.index import Index, IndexUnusable
from reader.search.known import Known
from reader.search.model import Document, Explanation, Results
from reader.search.request import SearchRequest
from reader.search.snippets import Highlighter, Snippet, begun, snippet
from reader.services.authored import authored, categorised
from reader.services.concepts import known_concepts, offered_names
from reader.services.measured import condition_in, measured
from reader.services.query_text import pieces
from reader.services.search_result import FoundPaper, SearchResult

_log = logging.getLogger("reader.services.search")
_MOST_WORDS = 12


def find(
    index: Index,
    listing: Listing,
    asked: SearchRequest,
    *,
    marks: MarkStore | None = None,
    details: DetailsStore | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SearchResult:
    """Answer a query.

    The first papers come with their best sentence. `marks` answers "is:unread" and its like, `details` "author:" and
    "cat:". Without an index that has the library, all texts are read through, which the finding says. Raises
    ReaderErrors and Cancelled.
    """
    known = _known(index, listing, marks, cancelled)
    if not asked.alike:
        known = known._replace(concepts=NO_CONCEPTS)
    if details is not None:
        known = known._replace(word_sets={**known.word_sets, **_detail_sets(details)})
    results, scanned, unusable = _results(index, listing, asked, known)
    return SearchResult(
        asked.query,
        results.total,
        _papers(listing, results, asked.snippets),
        results.highlighter,
        results.correction,
        results.not_understood,
        results.apart,
        scanned,
        unusable,
        results.also,
        results.understood,
        results.suggestion,
        results.missing,
        offered_names(index, _plain_words(asked.query)) if asked.alike else (),
    )


def _results(index: Index, listing: Listing, asked: SearchRequest, known: Known) -> tuple[Results, bool, bool]:
    """The answer; whether every text was read for it, and whether that was because the index cannot be trusted."""
    unusable = False
    if not is_behind(listing):
        try:
            results = index.find(asked, known)
            if not results.hits or results.hits[0].document.startswith(f"{listing.identity()}:"):
                return results, False, False
        except IndexUnusable as error:
            _log.info("every text is read: %s", error)
        unusable = True
    return index.scan(asked, partial(_documents, listing), _state(listing), known), True, unusable


def _plain_words(query: str) -> list[str]:
    """The first words of a query that are looked for as they are, without operators."""
    plain = (piece for piece in pieces(query) if not (piece.name or piece.negated or query[piece.start] in '"('))
    return [piece.value for piece in plain][:_MOST_WORDS]


def _papers(listing: Listing, results: Results, snippets: int) -> tuple[FoundPaper, ...]:
    """The papers found, in order; the first `snippets` of them with what is marked in their texts."""
    ids = [(hit, _appearance_id(hit.document)) for hit in results.hits]
    texts = listing.appearances([number for _, number in ids[:snippets]])
    papers = []
    for hit, number in ids:
        bare = FoundPaper(hit.key, number, hit.sections, tier=hit.tier)
        appearance = texts.get(number)
        papers.append(_marked(bare, appearance, results.highlighter) if appearance else bare)
    return tuple(papers)


def is_behind(listing: Listing) -> bool:
    """Whether the index has yet to take more than a hundredth of the library: the sync is making it, or was cut off."""
    new, total = listing.waiting()
    return new * 100 > total


def _state(listing: Listing) -> tuple[str, int]:
    return listing.identity(), listing.generation()


def _documents(listing: Listing) -> Iterator[Document]:
    """Every appearance as the index would take it."""
    identity = listing.identity()
    for text in listing.texts():
        name = f"{identity}:{text.id}"
        yield Document(
            name, text.key, text.arxiv_id, text.post, text.number, text.day, text.tags, text.title, text.sections
        )


def explain(index: Index, listing: Listing, query: str, key: PaperKey, marks: MarkStore) -> Explanation | None:
    """Why a paper stands where it stands in the answer to a query; None when it is not in it."""
    return index.explain(SearchRequest(query), key, _known(index, listing, marks))


def _known(
    index: Index, listing: Listing, marks: MarkStore | None, cancelled: Callable[[], bool] | None = None
) -> Known:
    """What a query is answered with besides the index."""
    if marks is None:
        sets: dict[str, Callable[[str], Iterable[PaperKey]]] = {"number": partial(measured, listing)}
        return Known({}, sets, cancelled, None, known_concepts(index), is_question)
    return Known(
        _key_sets(marks, listing), _word_sets(marks, listing), cancelled, None, known_concepts(index), is_question
    )


def is_question(text: str) -> bool:
    """Whether words of a query ask for a number."""
    return condition_in(text) is not None


def _word_sets(marks: MarkStore, listing: Listing) -> dict[str, Callable[[str], Iterable[PaperKey]]]:
    return {
        "note": partial(_noted, marks),
        "label": partial(_labelled, marks),
        "number": partial(measured, listing),
    }


def _detail_sets(details: DetailsStore) -> dict[str, Callable[[str], Iterable[PaperKey]]]:
    return {"author": partial(authored, details), "cat": partial(categorised, details)}


def _key_sets(marks: MarkStore, listing: Listing) -> dict[str, Callable[[], Iterable[PaperKey]]]:
    """The papers that `is:` and `has:` mean, each read when a query asks for it."""
    noted = partial(marks.keys, "noted")
    return {
        "is:bookmarked": partial(marks.keys, "bookmarked"),
        "is:read": partial(marks.keys, "read"),
        "is:unread": lambda: set(listing.all_keys()) - marks.keys("read"),
        "is:noted": noted,
        "has:note": noted,
        "is:due": partial(_due, marks),
        "is:revisit": partial(marks.keys, "revisit"),
        "is:highlighted": partial(marks.keys, "highlighted"),
    }


def _labelled(marks: MarkStore, name: str) -> Iterator[PaperKey]:
    """The papers with a label, its name in upper or lower case."""
    for label in marks.labels():
        if fold(label.name) == fold(name):
            yield from marks.labelled(label.name)


def _due(marks: MarkStore) -> Iterator[PaperKey]:
    """The papers that are to be looked at again by today."""
    today = local_day(system_clock())
    return (revisit.key for revisit in marks.revisits() if revisit.due <= today)


def _noted(marks: MarkStore, word: str) -> Iterator[PaperKey]:
    """The papers whose note has a word somewhere, particles of the word aside: 아이디어를 finds 아이디어가."""
    wanted = {fold(word), *(fold(word)[:end] for end in tails(fold(word)) if end > 1)}
    for key in marks.keys("noted"):
        note = marks.note(key)
        if note is not None and any(one in fold(note.text) for one in wanted):
            yield key


def _appearance_id(document: str) -> int:
    return int(document.rpartition(":")[2])


def _goal(sections: Sequence[tuple[SectionKind, str]]) -> Snippet | None:
    """What is shown of a paper of which only the title matches: how it begins, which is with its goal."""
    begin = next((text for _, text in sections if text.strip()), "")
    return begun(begin) if begin else None


def _marked(found: FoundPaper, appearance: Appearance, highlighter: Highlighter) -> FoundPaper:
    paper = appearance.paper
    sections: Sequence[tuple[SectionKind, str]] = [
        (s.kind, text) for s, text in zip(paper.sections, appearance.texts, strict=True)
    ]
    best = snippet(sections, highlighter) or _goal(sections)
    return found._replace(
        title_spans=tuple(highlighter.spans(paper.title)),
        snippet=best.text if best else "",
        snippet_spans=best.spans if best else (),
    )
