"""A tree of what is meant → the documents it is true of, and where its words stand in them.

In: a `nodes.Node` and a `SearchSource`. Out: `Matches`. Keeps away from ranking. Documents are masks (`lanes`), and
what is asked of all of them is asked at once; a search that is not wanted any more leaves them by `Cancelled`.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import NamedTuple

from reader.base.hangul import is_hangul
from reader.posts.model import PaperKey
from reader.search.analysis.expansion import expand
from reader.search.analysis.fold import composed, fold
from reader.search.analysis.forms import Form, Kind, Lexicon, Piece
from reader.search.analysis.latin_words import joined
from reader.search.analysis.names import expand_name
from reader.search.analysis.particles import object_form, tails
from reader.search.concepts.table import NO_CONCEPTS, Concepts, key_of
from reader.search.known import KeySets, WordSets
from reader.search.match.search_source import SearchSource
from reader.search.query import nodes
from reader.search.store.lanes import Mask
from reader.search.store.postings import PostingList
from reader.search.store.schema import paper_number, slot_of
from reader.search.store.segment import Cancelled

__all__ = ["Cancelled", "Leaf", "Matcher", "Matches"]

_SPARSE = 16  # of so many documents fewer than one: then it is quicker to look at each of them
_FEW = 2  # words that may be one word as well
_COMING = ("is:due", "is:revisit", "is:highlighted")
"""Sets this program will have; until the caller knows them, no paper is in them."""


class Leaf(NamedTuple):
    """A word or quoted words, found: per document the positions where it begins."""

    pieces: tuple[Piece, ...]
    found: PostingList
    slot: int | None = None  # the only one it is looked for in
    text: str = ""  # as it was typed
    others: tuple[tuple[Piece, ...], ...] = ()  # other words that mean the same, of which one is enough
    names: tuple[str, ...] = ()  # as the concept has them, those of the other language first
    translated: Mask = 0  # documents with another word for it in the title


@dataclass(slots=True)
class Matches:
    """What a query is true of."""

    docs: Mask
    leaves: list[Leaf] = field(default_factory=list)  # that have to be there, in the order of the query
    groups: list[list[Leaf]] = field(default_factory=list)  # words that are searched together, for nearness
    apart: Mask = 0  # documents left out because their words are apart
    strange: list[tuple[int, int]] = field(default_factory=list)


class Matcher:
    """Evaluates one query on one source."""

    def __init__(
        self,
        source: SearchSource,
        key_sets: KeySets | None = None,
        *,
        word_sets: WordSets | None = None,
        as_you_type: bool = False,
        concepts: Concepts = NO_CONCEPTS,
    ) -> None:
        self._documents = source.documents
        self._library = source.library
        self._places = source.places
        self._key_sets = key_sets or {}
        self._word_sets = word_sets or {}
        self._typing = as_you_type
        self._concepts = concepts
        self.scope: Mask | None = None  # where names of several words are looked for, besides titles; None everywhere

    def match(self, node: nodes.Node, slot: int | None = None) -> Matches:  # noqa: PLR0911  # one for each node
        """The documents a node is true of, within a slot of the text or in all of it."""
        match node:
            case nodes.Word() | nodes.Phrase():
                return self._word(node, slot)
            case nodes.Term(words, names):
                return self._term(words, names, slot)
            case nodes.All(children):
                return self._every(children, slot)
            case nodes.Any(children):
                return self._either([self.match(child, slot) for child in children])
            case nodes.Not(child):
                return Matches(self._documents.all() & ~self.match(child, slot).docs)
            case nodes.Within(kind, child):
                return self.match(child, slot_of(kind))
            case nodes.Arxiv(id):
                return Matches(self._documents.having("arxiv", id))
            case nodes.Tag(name):
                return Matches(self._documents.having("tags", fold(name)))
            case nodes.Days(first, last):
                low = first.toordinal() if first else 1
                high = last.toordinal() if last else 1 << 30
                days = self._documents.column("day")
                return Matches(self._having(low <= day <= high for day in days))
            case nodes.Marked():
                return self._marked(node, slot)
            case nodes.Noted(name, word):
                search = self._word_sets.get(name)
                if search is None:
                    return Matches(0, strange=[node.span])
                return Matches(self._documents_of(search(word)))

    def adjacent(self, leaves: Iterable[Leaf], within: Mask) -> PostingList:
        """Where these leaves stand side by side, in some of the documents."""
        return self._places.of(tuple(piece for leaf in leaves for piece in leaf.pieces), within, exact=True)

    def together(self, leaves: Iterable[Leaf], within: Mask, slot: int | None = None) -> Mask:
        """The documents where these leaves stand side by side somewhere."""
        pieces = tuple(piece for leaf in leaves for piece in leaf.pieces)
        is_sparse = within.bit_count() * _SPARSE < self._documents.lanes.count
        return self._places.in_slot(self._places.of(pieces, within, exact=is_sparse), slot).docs

    @property
    def lexicon(self) -> Lexicon:
        """What the library writes."""
        return self._library

    def has_name(self, name: str) -> bool:
        """Whether the library writes a name anywhere."""

        def find() -> bool:
            pieces = expand_name(name, self._library)
            return bool(pieces) and len(self._places.of(pieces)) > 0

        return self._library.memory.once(("has name", name), find)

    def places(self, pieces: tuple[Piece, ...], slot: int | None = None) -> PostingList:
        """Where these pieces of a word stand behind one another."""
        return self._places.in_slot(self._places.of(pieces), slot)

    # Parts of a query

    def _term(self, words: tuple[nodes.Word, ...], names: tuple[str, ...], slot: int | None) -> Matches:
        """A name by any of its names: side by side where it has several words."""
        own = [self._word(word, slot) for word in words]
        leaves = [leaf for part in own for leaf in part.leaves]
        pieces = tuple(piece for leaf in leaves for piece in leaf.pieces)
        founds = [leaves[0].found if len(leaves) == 1 else self._named(pieces, slot)] if leaves else []
        others = [named for name in names if (named := expand_name(name, self._library))]
        mixed = self._concepts.mixed(self._concepts.bare([word.text for word in words]))
        others += [named for name in mixed if (named := expand_name(name, self._library)) and named not in others]
        founds += [self._named(other, slot) for other in others]
        found = self._places.any_of(founds)
        text = " ".join(word.text for word in words)
        return Matches(found.docs, [Leaf(pieces, found, slot, text, tuple(others), _others_first(names, text))])

    def _named(self, pieces: tuple[Piece, ...], slot: int | None) -> PostingList:
        """Where a name stands: in the documents that are looked at, and in any title."""
        within = self.scope
        if within is not None and len(pieces) > 1:
            within |= reduce(and_, (self._places.of((piece,)).titled for piece in pieces))
        return self._places.in_slot(self._places.of(pieces, within if len(pieces) > 1 else None), slot)

    def _every(self, children: tuple[nodes.Node, ...], slot: int | None) -> Matches:
        if not children:
            return Matches(self._documents.all())
        parts = self._parts(children, slot)
        as_one = self._as_one(children, parts, slot)
        docs = _in_all(parts)
        result = Matches(docs)
        for part in parts:
            result.leaves += part.leaves
            result.groups += part.groups
            result.apart |= part.apart
            result.strange += part.strange
        words = [p.leaves[0] for c, p in zip(children, parts, strict=True) if isinstance(c, nodes.Word) and p.leaves]
        if len(words) > 1:
            result.groups.append(words)
            whole = all(
                not self._is_begun(child) if isinstance(child, nodes.Word) else isinstance(child, nodes.NARROWING)
                for child in children
            )
            together = self._as_term(children, words, docs, slot) if whole and docs else None
            if together is not None:
                result.docs = together | as_one
                result.apart |= docs & ~result.docs
        return result

    def _is_begun(self, word: nodes.Word) -> bool:
        """Whether a word is being typed and is none yet: nobody can tell what term it will be part of."""
        if not (self._typing and word.last):
            return False
        text = composed(word.text)
        if text.isascii():
            return not self._library.known(text)
        return not any(word == text or len(text) in tails(word) for word in self._library.beginning_with(text))

    def _parts(self, children: tuple[nodes.Node, ...], slot: int | None) -> list[Matches]:
        """The matches of each; a word that is being typed may be many, and is looked for where all others are."""
        if self._typing and isinstance(children[-1], nodes.Word) and children[-1].last and len(children) > 1:
            parts = self._one_after_another(children[:-1], slot)
            return [*parts, self._word(children[-1], slot, _in_all(parts))]
        return self._one_after_another(children, slot)

    def _one_after_another(self, children: tuple[nodes.Node, ...], slot: int | None) -> list[Matches]:
        """The matches of each; names of several words are looked for where all else is, nothing where nothing is."""
        found: dict[int, Matches] = {}
        scope, left = self.scope, self._documents.all()
        for n in sorted(range(len(children)), key=lambda n: isinstance(children[n], nodes.Term)):
            if not left and len(children) > _FEW:
                found[n] = Matches(0)
                continue
            self.scope = None if scope is None else scope & left
            found[n] = self.match(children[n], slot)
            left &= found[n].docs
        self.scope = scope
        return [found[n] for n in range(len(children))]

    def _as_one(self, words: tuple[nodes.Node, ...], parts: list[Matches], slot: int | None) -> Mask:
        """Let two Latin words be found where the library writes them as one; the documents where it does."""
        texts = [composed(word.text) for word in words if isinstance(word, nodes.Word) and not word.prefix]
        if len(texts) != 2 or len(words) != 2 or not all(t.isascii() and t.isalpha() for t in texts):
            return 0
        forms = joined(texts[0], texts[1], self._library)
        if not forms or not all(part.leaves for part in parts) or forms[0] in parts[0].leaves[0].pieces[-1].forms:
            return 0  # gaussian s is no plural
        found = self._places.in_slot(self._places.of_form(forms[0]), slot)
        for part in parts:
            leaf = part.leaves[0]
            pieces = (*leaf.pieces[:-1], Piece((*leaf.pieces[-1].forms, *forms), leaf.pieces[-1].gap))
            part.leaves[0] = leaf._replace(pieces=pieces, found=self._places.any_of([leaf.found, found]))
            part.docs |= found.docs
        return found.docs

    def _as_term(self, words: tuple[nodes.Node, ...], leaves: list[Leaf], docs: Mask, slot: int | None) -> Mask | None:
        """The documents that have words side by side, if they are one term in this library; else None.

        Then documents that have them apart mean something else. Korean words are a term when the library also writes
        them as one (강화학습), or when they name a concept; Latin ones, when at least half of the documents that have
        them all have them side by side (gaussian splatting).
        """
        texts = [composed(word.text) for word in words if isinstance(word, nodes.Word)]
        if all(text.isascii() for text in texts):
            together = self.together(leaves, docs, slot)
            return together if 2 * together.bit_count() >= docs.bit_count() else None
        run = "".join(texts)
        if not all(map(is_hangul, run)):
            return None
        if self._concepts.is_name(run):
            return self._named_together(texts, leaves, docs, slot) or None
        if not self._library.is_solid(run, 1):
            return None
        together = self.together(leaves, docs, slot)
        a_fifth = -(-together.bit_count() // 5)
        return together if together and self._library.is_solid(run, a_fifth) else None

    def _named_together(self, texts: list[str], leaves: list[Leaf], docs: Mask, slot: int | None) -> Mask:
        """The documents that have the words of a name side by side, or the first of two as an object: 영상을 생성."""
        together = self.together(leaves, docs, slot)
        rest = docs & ~together
        if len(texts) != _FEW or not rest:
            return together
        last = object_form(texts[0])[-2:], f"{texts[0][-1]}의"
        with_particle = Piece(tuple(Form(Kind.RUN, (pair,), (), 2) for pair in last), -1)
        pieces = (*leaves[0].pieces, with_particle, *leaves[1].pieces)
        return together | self._places.in_slot(self._places.of(pieces, rest), slot).docs

    def _either(self, parts: list[Matches]) -> Matches:
        result = Matches(0)
        for part in parts:
            result.strange += part.strange
            result.docs |= part.docs
        pieces = tuple(
            Piece(tuple(f for p in parts for leaf in p.leaves for x in leaf.pieces for f in x.forms)) for _ in [0]
        )
        found = self._places.any_of([leaf.found for part in parts for leaf in part.leaves])
        if len(found):
            result.leaves.append(Leaf(pieces, found, None, " OR ".join(leaf.text for p in parts for leaf in p.leaves)))
        return result

    def _word(self, node: nodes.Word | nodes.Phrase, slot: int | None, within: Mask | None = None) -> Matches:
        text = composed_word(node.text)
        if isinstance(node, nodes.Phrase):
            pieces = expand(text, self._library, exact=True)
        elif not node.prefix and not (self._typing and node.last) and self._concepts.is_name(text):
            pieces = expand_name(text, self._library)
        else:
            pieces = expand(text, self._library, prefix=node.prefix, typing=self._typing and node.last)
        if not pieces:
            return Matches(self._documents.all())
        found = self._places.in_slot(self._places.of(pieces, within), slot)
        return Matches(found.docs, [Leaf(pieces, found, slot, node.text)])

    def _marked(self, node: nodes.Marked, slot: int | None) -> Matches:
        keys = self._key_sets.get(node.name)
        if keys is None and node.name in _COMING:
            return Matches(0, strange=[node.span])
        if keys is None:
            result = self.match(nodes.Word(node.name.partition(":")[2]), slot)
            result.strange.append(node.span)
            return result
        return Matches(self._documents_of(keys() if callable(keys) else keys))

    def _documents_of(self, keys: Iterable[PaperKey]) -> Mask:
        wanted = {paper_number(key) for key in keys}
        papers = self._documents.column("paper")
        return self._having(map(wanted.__contains__, papers))

    def _having(self, has: Iterable[bool]) -> Mask:
        """The documents of which this is true."""
        return self._documents.lanes.lanes(bytes(has)) & self._documents.all()


def _in_all(parts: Iterable[Matches]) -> Mask:
    """The documents that all parts are true of."""
    return reduce(and_, (part.docs for part in parts))


def _others_first(names: Iterable[str], text: str) -> tuple[str, ...]:
    """The names that a text is not, those of the other language first."""
    key, is_korean = key_of(text), any(map(is_hangul, text))
    others = [name for name in names if key_of(name) != key]
    return tuple(sorted(others, key=lambda name: any(map(is_hangul, name)) == is_korean))


def composed_word(text: str) -> str:
    """A typed word in NFC: NFKC would make the lone consonant of an unfinished syllable another character."""
    return unicodedata.normalize("NFC", text)
