"""A person's note as part of a larger Markdown file: its links to papers lead to their files, and it swallows nothing.

In: the note. Out: the same words. What a person wrote is left as it is, except for links that would lead nowhere, a bar
that would end a table's cell, and a block that was left open and would swallow what follows.
"""

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt

from reader.export.escaping import CODE, lines_of

_MOST_BRACKETS = 2_000  # Markdown's parser follows each to the end of the text
WIKI_LINK = re.compile(
    rf"{CODE}|\[\[(?P<target>[^\[\]|#\n\\]+)(?P<place>#[^\[\]|\n\\]*)?(?:\\?\|(?P<words>[^\[\]\n]*))?\]\]",
    re.MULTILINE | re.DOTALL,
)
"""A link of Obsidian's, or code, in which there are none."""
_HTML_ENDS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
_HTML_ELEMENT = re.compile(r"<(script|pre|style|textarea)\b", re.IGNORECASE)
_MAY_STAY_OPEN = re.compile(r"^ {0,3}(?:```|~~~|<[!?]|<(?:script|pre|style|textarea)\b)", re.MULTILINE | re.IGNORECASE)
_CODE = re.compile(CODE, re.MULTILINE | re.DOTALL)

FindName = Callable[[str], str | None]
"""The file (without its ending) of the paper that a link in a note means; None where it is not exported."""


def linked(note: str, find_name: FindName) -> str:
    """A note whose links to papers lead to their files. In a table the bar before a link's words is escaped."""
    if "[[" not in note:
        return note
    tables = lines_of(note, "table_open") if "|" in note and note.count("[") < _MOST_BRACKETS else set()

    def relinked(found: re.Match[str]) -> str:
        name = None if found["code"] else find_name(found["target"].strip())
        if name is None:
            return found[0]
        bar = r"\|" if note.count("\n", 0, found.start()) in tables else "|"
        return f"[[{name}{found['place'] or ''}{bar}{found['words'] or found['target'].strip()}]]"

    return WIKI_LINK.sub(relinked, note)


def closed(note: str) -> str:
    """A note after which a heading is a heading: code, HTML, a comment or a formula that it left open is closed."""
    if note.count("[") < _MOST_BRACKETS and (end := _open_end(note)):
        note = f"{note}\n{end}"
    words = _CODE.sub("", note) if "%%" in note or "$$" in note else ""
    for sign in ("%%", "$$"):
        if words.count(sign) % 2:
            note = f"{note}\n{sign}"
    return note


@cache
def _parser() -> MarkdownIt:
    """CommonMark with HTML, as other programs read it."""
    return MarkdownIt("commonmark", {"maxNesting": 100})


def _open_end(note: str) -> str:
    """What closes the block that a note leaves open; "" where it leaves none."""
    if not _MAY_STAY_OPEN.search(note):
        return ""
    tokens = _parser().parse(f"{note}\n\n# x")
    last = tokens[-1]
    if last.type == "fence":
        return str(last.markup)
    if last.type != "html_block":
        return ""
    html = last.content.lstrip()
    if element := _HTML_ELEMENT.match(html):
        return f"</{element[1]}>"
    return next((end for begin, end in _HTML_ENDS if html.startswith(begin)), "")
