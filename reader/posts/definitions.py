"""Footnotes and reference links: what is defined anywhere in a post, for the pieces into which it is cut.

A piece that uses a definition which stands elsewhere gets it at its end; where a definition stands without being used,
and another piece uses it, it is no text. One that nobody uses stays the text it is.

https://pandoc.org/MANUAL.html#footnotes, https://spec.commonmark.org/0.31.2/#link-reference-definitions
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.posts.blocks import Body

_FOOTNOTE = re.compile(r"^ {0,3}\[(\^[^\[\]\s]{1,100})\]:(?:[ \t]|$)")
_LABEL = re.compile(r"\[(\^?[^\[\]\n]{1,200})\]")
_INDENTED = re.compile(r"^(?: {2,}|\t)")


class Definition(NamedTuple):
    """A footnote or the address of reference links."""

    label: str  # in the form in which labels are compared; of a footnote with its "^"
    start: int  # 0-based line of the body
    end: int


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


class Definitions:
    """All definitions of a body, and which of its pieces use them."""

    def __init__(self, body: Body, titles: Iterable[range] = ()) -> None:
        """`titles` are the lines that headings of papers take up."""
        self._lines = body.lines
        notes = list(_footnotes(body))
        links = [Definition(_label(label), *each["map"]) for label, each in body.references.items() if each.get("map")]
        self._all = {each.label: each for each in (*reversed(links), *reversed(notes))}
        self._standing = sorted(self._all.values(), key=lambda each: each.start)
        self._used = self._labels_beside_definitions(body, titles) if self._all else frozenset()

    def _labels_beside_definitions(self, body: Body, titles: Iterable[range]) -> frozenset[str]:
        """The labels used outside definitions and headings: those are no pieces that could have them at their end."""
        inside = {line for each in self._all.values() for line in range(each.start, each.end)}
        inside |= {line for b in body.blocks if b.type == "heading" for line in range(b.start, b.end)}
        inside |= {line for lines in titles for line in lines}
        return frozenset(
            label for n, line in enumerate(self._lines) if n not in inside and "[" in line for label in _labels(line)
        )

    def text(self, start: int, end: int, beside: str = "") -> str:
        """The source of some lines as a piece that can be read alone, without the blank lines at both ends.

        `beside` is Markdown that is put before it.
        """
        if not self._all:
            return "\n\n".join(each for each in (beside, _stripped(self._lines[start:end])) if each)
        here = [each for each in self._standing if start <= each.start and each.end <= end]
        taken = {line for each in here for line in range(each.start, each.end)}
        lines = [line for n, line in enumerate(self._lines[start:end], start) if n not in taken]
        own = _labels("\n".join((beside, *lines)))
        left_out = {n for each in here if each.label in self._used - own for n in range(each.start, each.end)}
        text = _stripped([self._lines[n] for n in range(start, end) if n not in left_out])
        return self.completed("\n\n".join(each for each in (beside, text) if each), start, end)

    def completed(self, markdown: str, start: int = 0, end: int = 0) -> str:
        """Markdown with the definitions that it uses and that do not stand between two lines."""
        if not self._all:
            return markdown
        added: dict[str, str] = {}
        waiting = sorted(_labels(markdown))
        while waiting:
            definition = self._all.get(waiting.pop(0))
            if definition is None or definition.label in added or start <= definition.start < end:
                continue
            added[definition.label] = _stripped(self._lines[definition.start : definition.end])
            waiting += sorted(_labels(added[definition.label]))
        return "\n\n".join((markdown, *added.values())) if added else markdown


def _labels(markdown: str) -> frozenset[str]:
    return frozenset(_label(label) for label in _LABEL.findall(markdown))


def _stripped(lines: list[str] | tuple[str, ...]) -> str:
    first = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    return "\n".join(lines[first:]).rstrip()


def _footnotes(body: Body) -> Iterator[Definition]:
    """Footnotes outside code, each with its indented paragraphs."""
    code = {n for b in body.blocks if b.type in ("fence", "html_block") for n in range(b.start, b.end)}
    number = 0
    while number < len(body.lines):
        found = None if number in code else _FOOTNOTE.match(body.lines[number])
        before = body.lines[number - 1] if number else ""
        begins = not before.strip() or _FOOTNOTE.match(before) is not None
        if found is None or not begins:
            number += 1
            continue
        end = _end_of_note(body.lines, number)
        yield Definition(_label(found[1]), number, end)
        number = end


def _end_of_note(lines: tuple[str, ...], start: int) -> int:
    """The line behind a footnote: its paragraph, and what is indented behind blank lines."""
    end, number = start + 1, start + 1
    while number < len(lines):
        line = lines[number]
        if not line.strip():
            number += 1
            continue
        goes_on = number == end and not _FOOTNOTE.match(line) and not line.lstrip().startswith("#")
        if not goes_on and not _INDENTED.match(line):
            break
        number += 1
        end = number
    return end
