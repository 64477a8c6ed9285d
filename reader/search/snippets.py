"""Where a query's words stand in a text as it is shown, and the sentence that shows them best.

In: a text, of any spacing, case and composition. Out: spans of it in code points. Works on the text alone: no index.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.posts.model import SectionKind
from reader.search.analysis.fold import folded
from reader.search.analysis.forms import Form, Kind, Piece
from reader.search.analysis.particles import PARTICLES
from reader.search.analysis.tokenizer import JOINERS, SUFFIXES

_JOIN = f"[{JOINERS}]*"
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?。](?=\s)|\n|$)\s*")
_WORD_EDGE = re.compile(r"\s")
_MANY = 3  # pieces of one word


class Highlighter(NamedTuple):
    """Finds the words of one query; without any it finds nothing."""

    words: tuple[tuple[Piece, ...], ...] = ()  # what is looked for
    weights: tuple[float, ...] = ()  # of each of the query's words how rare it is; else all are alike
    capitals: frozenset[int] = frozenset()  # the words that were typed in capitals
    numbers: tuple[int, ...] = ()  # of each way, the number of the query's word it is one way to say; else each its own

    def weight(self, number: int) -> float:
        """How much a word of the query is worth in a sentence."""
        return self.weights[number] if number < len(self.weights) else 1.0

    def spans(self, text: str) -> list[tuple[int, int]]:
        """The parts of a text that match, ascending, none overlapping."""
        merged: list[tuple[int, int]] = []
        for start, end, _ in self.found(text):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    def found(self, text: str) -> list[tuple[int, int, int]]:
        """Every match with the number of the query's word it belongs to, by where it begins; they may overlap."""
        form = _folded(text)
        found = []
        for number, pieces in zip(self.numbers or range(len(self.words)), self.words, strict=True):
            for match in pattern(pieces).finditer(form.text):
                start, end = form.origin(match.start(), match.end())
                if bounded(text, start, end):
                    found.append((start, end, number))
        return sorted(found)


_folded = lru_cache(maxsize=512)(folded)  # with the next key the same papers are mostly shown again


class Snippet(NamedTuple):
    """A line of a text with its matches."""

    text: str  # one line; … at an end that is cut
    spans: tuple[tuple[int, int], ...]  # of `text`
    section: SectionKind | None  # None for the title


def snippet(
    texts: Sequence[tuple[SectionKind | None, str]], highlighter: Highlighter, width: int = 160
) -> Snippet | None:
    """The sentence with the rarest and most words of the query, then the most of them, then the first.

    What was typed in capitals is rather what is written so. Sections come before the title, which is shown anyway. None
    when nothing matches anywhere.
    """
    best: tuple[tuple[float, bool, bool, int], str, SectionKind | None] | None = None
    for section, text in texts:
        found = highlighter.found(text)
        if not found:
            continue
        for sentence in _SENTENCE.finditer(text):
            inside = [f for f in found if sentence.start() <= f[0] < sentence.end()]
            worth = sum(highlighter.weight(number) for number in {f[2] for f in inside})
            is_written_so = any(f[2] in highlighter.capitals and text[f[0] : f[1]].isupper() for f in inside)
            rank = (worth, is_written_so, section is not None, min(len(inside), 4))
            if inside and (best is None or rank > best[0]):
                end = max(sentence.end(), *(f[1] for f in inside))  # a match may run over the end of a line
                best = (rank, _lengthened(text, sentence.start(), end, width), section)
    if best is None:
        return None
    line = _cut(best[1], highlighter, width)
    return Snippet(line, tuple(highlighter.spans(line)), best[2])


def begun(text: str, width: int = 160) -> Snippet:
    """The first sentences of a text, without marks."""
    first = next((match for match in _SENTENCE.finditer(text) if match[0].strip()), None)
    line = _lengthened(text, first.start(), first.end(), width) if first else ""
    return Snippet(line if len(line) <= width else line[: width - 1].rstrip() + "…", (), None)


def _lengthened(text: str, start: int, end: int, width: int) -> str:
    """A sentence, with those behind it that still fit."""
    while end < len(text) and (more := _SENTENCE.match(text, end)) and more.end() - start <= width and more.end() > end:
        end = more.end()
    return re.sub(r"\s+", " ", text[start:end]).strip()


def _cut(line: str, highlighter: Highlighter, width: int) -> str:
    """At most `width` characters of a line, from words to words, around the most different words of the query."""
    if len(line) <= width:
        return line
    found = highlighter.found(line)
    if not found:
        return line[: width - 1].rstrip() + "…"

    def inside(start: int) -> int:
        return len({n for s, e, n in found if start <= s and e <= start + width})

    anchor = max((s for s, _, _ in found), key=lambda s: (inside(s), -s))
    start = max(0, min(anchor - width // 4, len(line) - width))
    if start and (edge := _WORD_EDGE.search(line, start, anchor)):
        start = edge.end()
    end = min(len(line), start + width)
    if end < len(line) and " " in line[anchor:end]:
        end = max(line.rfind(" ", anchor, end), *(e for s, e, _ in found if s == anchor))
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")


@lru_cache(maxsize=256)
def pattern(pieces: tuple[Piece, ...]) -> re.Pattern[str]:
    """One expression, on folded text, for a word of a query in all its forms.

    Where there are many pieces, the first form of each that fits is kept: trying all of them with all others would
    take for ever.
    """
    parts: list[str] = []
    group = "(?>" if len(pieces) > _MANY else "(?:"
    for piece in pieces:
        choices = "|".join(sorted({_form(form) for form in piece.forms}, key=len, reverse=True))
        joint = "\\W{1,3}" if piece.gap else _JOIN if parts else ""
        parts.append(f"{joint}{group}{choices})")
    return re.compile("".join(parts) or "(?!)")


def _form(form: Form) -> str:
    if form.kind is Kind.RUN:
        return _run(form)
    if form.kind is Kind.HEAD:
        return f"(?:{'|'.join(form.terms)})(?<![가-힣]..)"
    if form.kind in (Kind.WORD, Kind.PARTS):
        return _JOIN.join(_latin(term) for term in form.terms)
    noun = form.terms[0].strip("=^$%")
    ended = f"(?=(?:{_particles()})?(?![가-힣]))"
    # What has to stand before is asked behind the noun: an expression that begins with letters is searched faster.
    if form.kind is Kind.START:
        others = "".join(sorted({pair[1] for pair in form.ends}))
        behind = ended if form.terms[0][0] == "=" else ""
        return f"{noun}(?<![가-힣]{noun})" + (f"(?![{others}])" if others else "") + behind
    if form.kind is Kind.ALONE:
        return f"{noun}(?<![가-힣]{noun}){ended}"
    ended = f"(?=[{SUFFIXES}]|(?:{_particles()})?(?![가-힣]))"
    before = "(?<=[가-힣]{2}" if form.terms[0].endswith("$") else "(?<![가-힣]{2}" + noun + ")(?<=[가-힣]"
    return f"{noun}{before}{noun}){ended}"


def _run(form: Form) -> str:
    letters = list(form.terms[0])
    if form.ends:
        letters[-1] = f"[{''.join(sorted({end[1] for end in form.ends}))}]"
    before = "".join(sorted({pair[0] for pair, offset in form.barred if offset < 0}))
    behind = "".join(sorted({pair[1] for pair, offset in form.barred if offset >= 0}))
    run = _JOIN.join(letters) + (f"(?![{behind}])" if behind else "")
    return f"(?<![{before}]){run}" if before else run


def _latin(term: str) -> str:
    """A term with the plural it may have had, or the commas."""
    if term.isdigit() and len(term) > 3:
        return ",?".join(term)
    plain = re.escape(term)
    if not term[-1].isalpha():
        return plain
    if term.endswith("y"):
        return f"{plain[:-1]}(?:ys?|ies)"
    return f"{plain}(?:es|s)?(?![a-z](?<=s[a-z]))" if term.endswith(("s", "x", "h", "z")) else f"{plain}s?"


@lru_cache(maxsize=1)
def _particles() -> str:
    return "|".join(sorted(PARTICLES, key=len, reverse=True))


def bounded(text: str, start: int, end: int) -> bool:
    """Whether a match that begins or ends with a Latin letter or digit does so at the edge of a word, or of a part."""
    return _edge(text, start) and (_edge(text, end) or end == len(text))


def _edge(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if not (_latin_like(before) and _latin_like(after)):
        return True
    if before.isdigit() != after.isdigit():
        return True
    if not text[at - 2 : at - 1].isalpha() or at < 2:
        return False  # a single letter belongs to what follows: gFID, QLoRA
    if before.islower() and after.isupper():
        return True  # Flash|Attention
    return before.isupper() and after.isupper() and text[at + 1 : at + 2].islower()  # RL|Agent


def _latin_like(character: str) -> bool:
    return character.isalnum() and character < "\u1100"


def highlighter(
    words: Iterable[tuple[tuple[Piece, ...], ...]], weights: Sequence[float] = (), typed: Sequence[str] = ()
) -> Highlighter:
    """A highlighter for these words of a query, each with the other words that mean the same.

    `weights` tell how rare each is, `typed` how it was typed.
    """
    numbers: dict[tuple[Piece, ...], int] = {}
    for number, ways in enumerate(words):
        for pieces in ways:
            if pieces:
                numbers.setdefault(pieces, number)
    capitals = frozenset(n for n, text in enumerate(typed) if len(text) > 1 and text.isupper() and text.isascii())
    return Highlighter(tuple(numbers), tuple(weights), capitals, tuple(numbers.values()))
