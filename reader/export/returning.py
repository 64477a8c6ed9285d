"""The way back of a note: out of a vault's file that a person may have changed, as the program would keep it.

In: the text of a file that an export wrote, and how the sections of its paper begin. Out: the note in it, and whether
it is the one that was exported. What an export does to a note (links lead to files, open blocks are closed) is undone.
"""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.base.links import arxiv_id
from reader.export.model import ENGLISH, KOREAN
from reader.export.notes import WIKI_LINK, FindName, closed, linked

_BASE = re.compile(r"([0-9a-f]{16})-([0-9a-f]{16})")
_MOST_CLOSERS = 3  # lines behind a note that close what it leaves open
_NOTE_HEADINGS = {f"## {words.note}" for words in (ENGLISH, KOREAN)}
_HIGHLIGHT_HEADINGS = {f"## {words.highlights}" for words in (ENGLISH, KOREAN)}


class Returned(NamedTuple):
    """The note of a file."""

    text: str  # "" where a person removed it
    is_base: bool  # as it was exported


def base_of(note: str, exported: str) -> str:
    """What a file keeps of a note, to tell later who changed it: a digest of it, and one of how it was written."""
    return f"{_digest(note)}-{_digest(exported)}"


def is_base(note: str, base: str) -> bool:
    """Whether the program's note is still the one that was exported."""
    found = _BASE.fullmatch(base)
    return found is not None and found[1] == _digest(note.strip())


def note_in(body: str, base: str, beginnings: Sequence[str]) -> Returned | None:
    """The note below the head of a file; None where no note ever was or where it cannot be told.

    `base` is what the file's head keeps of the note ("" where it keeps nothing); `beginnings` are the first lines of
    the paper's sections, as an export writes them.
    """
    lines = body.split("\n")
    end = _first_section(lines, beginnings)
    begin = next((at for at, line in enumerate(lines[:end]) if line.strip() in _NOTE_HEADINGS), None)
    if begin is None:
        return Returned("", False) if base and end < len(lines) else None
    if base and (text := _as_exported(lines, begin, base)) is not None:
        return Returned(text, True)
    if end == len(lines):  # nothing of the paper is known; a heading like one of ours ends the note
        end = next((at for at in range(begin + 1, len(lines)) if lines[at].startswith("## ")), end)
    for at in range(end - 1, begin, -1):
        if lines[at].strip() in _HIGHLIGHT_HEADINGS and all(_is_quoted(line) for line in lines[at + 1 : end]):
            end = at
    return Returned("\n".join(lines[begin + 1 : end]).strip(), False)


def as_kept(text: str, base: str, note: str, find_name: FindName, find_key: Callable[[str], str | None]) -> str:
    """A note from a file as the program would keep it, which has `note` now: without what an export did to that.

    `find_name` knows the files of papers, `find_key` the papers of files.
    """
    lines = text.split("\n")
    for end in range(len(lines), max(0, len(lines) - _MOST_CLOSERS - 1), -1):  # what another computer exported
        before = "\n".join(lines[:end])
        is_all = end == len(lines) or closed(before) == text  # nothing stands behind it but what closes it
        if is_all and is_base(kept := _unlinked(before, {}, find_key), base):
            return kept.rstrip()
    note = note.strip()
    plain = linked(note, find_name)
    written = {new[0]: old[0] for new, old in zip(WIKI_LINK.finditer(plain), WIKI_LINK.finditer(note), strict=False)}
    behind = closed(plain).removeprefix(plain)
    return _unlinked(text.removesuffix(behind).rstrip() if behind else text, written, find_key)


def _unlinked(text: str, before: Mapping[str, str], find_key: Callable[[str], str | None]) -> str:
    """A note whose links name papers where they lead to papers' files; `before` says how some were written."""

    def renamed(found: re.Match[str]) -> str:
        if found[0] in before:
            return before[found[0]]
        key = None if found["code"] else find_key(found["target"].strip())
        if key is None:
            return found[0]
        words, place = (found["words"] or "").strip(), found["place"] or ""
        identifier = arxiv_id(words)
        if not words or words == key or (identifier is not None and identifier.id == key):
            return f"[[{words or key}{place}]]"
        bar = r"\|" if r"\|" in found[0] else "|"
        return f"[[{key}{place}{bar}{found['words']}]]"

    return WIKI_LINK.sub(renamed, text) if "[[" in text else text


def _first_section(lines: Sequence[str], beginnings: Sequence[str]) -> int:
    """Where the sections begin: the last place behind which all of them come, in order. A note may quote them."""
    at = len(lines)
    for beginning in reversed(beginnings):
        at = next((before for before in range(at - 1, -1, -1) if lines[before].rstrip() == beginning), at)
    return at


def _as_exported(lines: Sequence[str], begin: int, base: str) -> str | None:
    found = _BASE.fullmatch(base)
    ends = [at for at in range(begin + 1, len(lines)) if lines[at].startswith("## ")]
    for end in (*ends, len(lines)):
        text = "\n".join(lines[begin + 1 : end]).strip()
        if found is not None and _digest(text) == found[2]:
            return text
    return None


def _is_quoted(line: str) -> bool:
    return not line.strip() or line.startswith(">")


def _digest(text: str) -> str:
    return hashlib.sha256(text.strip().encode()).hexdigest()[:16]
