"""The head of a vault's file, and the seal in it: by these a later export knows whether it may rewrite the file.

The seal is a digest of the file without it. A head that another program wrote again (Obsidian, gray-matter,
python-frontmatter: other order, other quotation marks) is read as YAML and compared by its values: a file whose values
and text are those that were sealed counts as unchanged, whatever it looks like.

In: values, or a file's text. Out: text, or what is known of the file.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import NamedTuple

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

_SEAL = "daily-papers-export"
NOTE = "daily-papers-note"  # what the note was when the file was written: returning.py
_SEALED = re.compile(rf"^{_SEAL}: ([0-9a-f]{{64}})\n", re.MULTILINE)
_KEY = re.compile(r'^key: (".*")$', re.MULTILINE)
_TORN_KEY = re.compile(r"""^key: ["']?([^"'\n]+)["']?$""", re.MULTILINE)
_HEAD = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
# Neither YAML nor a reader of it takes these as they are, and JSON does not escape them.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Sealed(NamedTuple):
    """What is known of a Markdown file that an export may have written."""

    key: str  # of the paper
    untouched: bool  # nobody has changed the file since
    text: str  # as it was written, if nobody has


def sealed(values: Mapping[str, object], body: str) -> str:
    """A file's text: properties (those with a value, by their names), seal and body."""
    head, body = _head(values), body.strip()
    return f"---\n{head}{_SEAL}: {_digest(_unsealed(head, body))}\n---\n\n{body}\n"


def read_seal(text: str) -> Sealed | None:
    """Which paper's file this is, and whether it is as it was written; None for a file that no export wrote."""
    if _SEAL not in text:
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")  # which editors change
    return _by_text(text) or _by_values(text)


def _by_text(text: str) -> Sealed | None:
    """For a file that is as it was written, letter by letter. Almost every file is, and this is ten times as fast."""
    head = _HEAD.match(text)
    seal, key = (_SEALED.search(head[1]), _KEY.search(head[1])) if head else (None, None)
    if head is None or seal is None or key is None:
        return None
    start = head.start(1)
    unsealed = text[: start + seal.start()] + text[start + seal.end() :]
    return Sealed(str(json.loads(key[1])), True, text) if _digest(unsealed) == seal[1] else None


def _by_values(text: str) -> Sealed | None:
    """For a file whose head another program, or a person, has written."""
    try:
        values, body = frontmatter.parse(text, handler=YAMLHandler())
    except (yaml.YAMLError, ValueError, RecursionError):  # broken by hand; its lines may still name the paper
        return Sealed(key[1], False, text) if _SEALED.search(text) and (key := _TORN_KEY.search(text)) else None
    seal, named = values.pop(_SEAL, None), values.get("key")
    if not isinstance(seal, str) or not isinstance(named, str):
        return None
    try:
        head, body = _head(values), body.strip()
    except (TypeError, ValueError):  # a property that we do not write, or a value of another kind
        return Sealed(named, False, text)
    if _digest(_unsealed(head, body)) != seal:
        return Sealed(named, False, text)
    return Sealed(named, True, f"---\n{head}{_SEAL}: {seal}\n---\n\n{body}\n")


def contents(text: str) -> str | None:
    """What a file says: equal for two that differ only in their seals or in who wrote the head; None for others'."""
    try:
        values, body = values_of(text)
        values = {name: value for name, value in values.items() if name not in (_SEAL, NOTE)}
        return _unsealed(_head(values), body.strip())
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return None


def values_of(text: str) -> tuple[dict[str, object], str]:
    """The properties and the body, with lines that end in "\\n". Raises YAMLError, ValueError, RecursionError."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    values, body = frontmatter.parse(text, handler=YAMLHandler())
    return dict(values), body


def _head(values: Mapping[str, object]) -> str:
    """The properties as lines, in our order and form. Raises TypeError or ValueError for what we would not write."""
    if unknown := set(values).difference(_FORMS):
        raise ValueError(f"not our properties: {unknown}")
    return "".join(f"{name}: {form(values[name])}\n" for name, form in _FORMS.items() if values.get(name))


def _unsealed(head: str, body: str) -> str:
    return f"---\n{head}---\n\n{body}\n"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _text(value: object) -> str:
    """Text between double quotes, as YAML and JSON both read it."""
    if not isinstance(value, str):
        raise TypeError(value)
    written = json.dumps(value, ensure_ascii=False)
    if written.isprintable():
        return written
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _texts(value: object) -> str:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return f"[{', '.join(map(_text, value))}]"


def _day(value: object) -> str:
    """A day; gray-matter writes one as midnight in Greenwich."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    if isinstance(moment, datetime):
        if moment.time() != time():
            raise ValueError(value)
        moment = moment.date()
    if not isinstance(moment, date):
        raise TypeError(value)
    return moment.isoformat()


def _moment(value: object) -> str:
    """An instant, in UTC and seconds."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(moment, datetime):
        raise TypeError(value)
    moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.isoformat(timespec="seconds")


_FORMS: dict[str, Callable[[object], str]] = {
    "title": _text,
    "aliases": _texts,
    "key": _text,
    "citekey": _text,
    "arxiv": _text,
    "url": _text,
    "pdf": _text,
    "alphaxiv": _text,
    "huggingface": _text,
    "date": _day,
    "posts": _texts,
    "authors": _texts,
    "published": _day,
    "version": _text,
    "categories": _texts,
    "doi": _text,
    "journal": _text,
    "withdrawn": _text,
    "tags": _texts,
    "labels": _texts,
    "bookmarked": _moment,
    "read": _moment,
    "revisit": _day,
    NOTE: _text,
}
"""The properties a file may have, in their order, and how each is written."""
