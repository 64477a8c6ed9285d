"""Tables in tables, no deeper than Qt can lay them out: it does so twice for each one that another stands in.

A quotation in a quotation is a table in a table here (see html_blocks): thirty signs of `>` would take hours.
"""

import re

MOST_DEEP = 5
_ENDS = {"tr": "<br>", "td": " ", "th": " "}
_TAGS = re.compile(r"<(/?)(table|thead|tbody|tfoot|tr|td|th|caption)\b[^>]*>")


def shallow(html: str) -> str:
    """The same with the tables below the deepest written as plain text. `html` is ours: what is opened is closed."""
    if html.count("<table") <= MOST_DEEP:
        return html
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        closes, name = bool(tag[1]), tag[2]
        if name == "table" and not closes:
            depth += 1
        is_kept = depth <= MOST_DEEP
        if name == "table" and closes:
            depth -= 1
        return tag[0] if is_kept else _ENDS.get(name, "") if closes else ""

    return _TAGS.sub(kept, html)
