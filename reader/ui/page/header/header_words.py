"""What the header of a paper says, as plain and rich text."""

import re
from html import escape

from reader.arxiv.model import Details

_MOST_AUTHORS = 8  # by name; of a paper with more it is said how many
_MOST_WORDS = 500  # characters of a title, or of what is said below it
_UNBROKEN = re.compile(r"[!-~]{29,}")  # a word no line can break in
_PIECE = re.compile(r"[!-~]{4}(?=[!-~])")


def marked(text: str, spans: list[tuple[int, int]], colour: str) -> str:
    """A text as rich text with its spans on a ground of this colour; overlong words get places to break."""
    out, end = [], 0
    for start, stop in spans:
        out.append(_breakable(text[end:start]))
        out.append(f'<span style="background-color:{colour}">{_breakable(text[start:stop])}</span>')
        end = stop
    return "".join((*out, _breakable(text[end:])))


def _breakable(text: str) -> str:
    return escape(_UNBROKEN.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text))


def authors(details: Details) -> str:
    """The authors; of many the first, and how many more there are."""
    shown = details.authors if len(details.authors) <= _MOST_AUTHORS + 1 else details.authors[:_MOST_AUTHORS]
    more = len(details.authors) - len(shown)
    return ", ".join(shown) + (f" +{more}" if more else "")


def about(details: Details) -> list[str]:
    """Categories, newest version and journal, as far as they are known."""
    version = f"v{details.version}" + (f" {details.updated.isoformat()}" if details.updated else "")
    return [part for part in (", ".join(details.categories[:3]), version, details.journal) if part]


def shortened(words: str) -> str:
    """What a label can show within a turn of the window's loop: a title of thousands of letters means harm."""
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"


def post_name(title: str) -> str:
    """'Daily Papers — 2025-12-22' as 'Daily Papers 2025-12-22'."""
    return re.sub(r"\s+[—–-]\s+(?=\d{4}-)", " ", title)
