"""The head of a post, in whichever form it is written, as values.

In: a post's text. Out: `Head`, its title, date and tags, where the body begins, and how it was read. What only looks
like a head is text, and says so in a remark.
"""

import re
from datetime import datetime
from typing import NamedTuple

from reader.posts.heads.braced_heads import json_head, toml_head
from reader.posts.heads.dates import read_date
from reader.posts.heads.fields import (
    CATEGORIES,
    DATES,
    TAGS,
    Fields,
    HeadBlock,
    NoHeadError,
    read_title,
    read_words,
)
from reader.posts.heads.line_heads import multimarkdown_head, org_head, pandoc_head
from reader.posts.heads.yaml_head import yaml_head
from reader.posts.model import Remark

_FORMS = (yaml_head, toml_head, json_head, pandoc_head, multimarkdown_head, org_head)
_SWITCHES = ("true", "false", "yes", "no", "on", "off")  # Jekyll's `published` says whether, not when


class Head(NamedTuple):
    """What the head says. `title` is "" and `published` None where it says nothing usable."""

    title: str
    published: datetime | None  # zone-aware; zoneless dates are taken as Asia/Seoul
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    body: str
    body_line: int  # 0-based line of the file on which the body begins
    remarks: tuple[Remark, ...]
    source: str = ""  # the head as it is written, with the lines around it
    kind: str = ""  # "yaml", "toml" …; "" for none
    bad_lines: tuple[int, ...] = ()  # 1-based lines of the file that could not be read
    date_from: str = ""  # the key that gave the date


def read_head(text: str) -> Head:
    """Split a post's text into what its head says and its body. Loses no text of the body."""
    start = _first_line(text)
    remarks: list[Remark] = []
    block = None
    try:
        block = next((found for form in _FORMS if (found := form(text[start:]))), None)
    except NoHeadError as error:
        code = "frontmatter-open" if "no closing" in str(error) else "frontmatter-unreadable"
        remarks.append(Remark(1, code, str(error)))
    if block is None:
        if not remarks:
            remarks.append(Remark(1, "frontmatter-missing", "There is no front matter."))
        return Head("", None, (), (), text, 0, tuple(remarks))
    return _head(block, text, start, remarks)


def _first_line(text: str) -> int:
    """Where the first line begins that is not blank."""
    blank = re.match(r"(?:[ \t]*\n)*", text)
    return blank.end() if blank else 0


def _head(block: HeadBlock, text: str, start: int, remarks: list[Remark]) -> Head:
    above = text.count("\n", 0, start)
    bad = tuple(line + above for line in block.bad_lines)
    if block.trouble:
        where = f" (line{'s' if len(bad) > 1 else ''} {', '.join(map(str, bad[:9]))})" if bad else ""
        message = f"The front matter was read line by line: {block.trouble}{where}."
        remarks.append(Remark(bad[0] if bad else 1, "frontmatter-unreadable", message))
    published, date_from = _published(block.fields, remarks)
    end = start + block.end
    return Head(
        title=read_title(block.fields),
        published=published,
        tags=read_words(block.fields, TAGS),
        categories=read_words(block.fields, CATEGORIES),
        body=text[end:],
        body_line=text.count("\n", 0, end),
        remarks=tuple(remarks),
        source=text[:end].strip("\n"),
        kind=block.kind,
        bad_lines=bad,
        date_from=date_from,
    )


def _published(fields: Fields, remarks: list[Remark]) -> tuple[datetime | None, str]:
    """The moment of publishing and the key that gives it: the first key whose value can be read."""
    for key in DATES:
        text = fields[key].text if key in fields else ""
        if not text or (key == "published" and text.lower() in _SWITCHES):
            continue
        read = read_date(text)
        if read.moment is not None:
            return read.moment, key
        remarks.append(Remark(1, "date-unreadable", f"The date {text[:40]!r} {read.trouble}."))
    return None, ""
