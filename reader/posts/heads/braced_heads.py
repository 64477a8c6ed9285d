"""Heads of Hugo's other two formats: TOML between `+++` lines, and one JSON object.

https://gohugo.io/content-management/front-matter/, https://toml.io/en/v1.0.0
"""

import json
import re
import tomllib
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from reader.posts.heads.fields import MAX_CHARACTERS, Field, HeadBlock, NoHeadError, canonical, is_usual, one_line

_BEGIN = re.compile(r"\+\+\+[ \t]*\n")
_END = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"[\"']?([\w-]{1,60})[\"']?[ \t]*=[ \t]*(.*)$")


def toml_head(text: str) -> HeadBlock | None:
    """The TOML head that a text begins with, or None. Raises NoHeadError for one that is text."""
    begin = _BEGIN.match(text)
    if begin is None:
        return None
    end = _END.search(text, begin.end())
    if end is None:
        raise NoHeadError("The front matter has no closing '+++'; all of it is read as text.")
    source = text[begin.end() : end.start()]
    behind = min(end.end() + 1, len(text))
    try:
        if len(source) > MAX_CHARACTERS:
            raise ValueError(f"longer than {MAX_CHARACTERS} characters")
        return HeadBlock("toml", _fields(_loaded(source)), behind)
    except (ValueError, RecursionError) as error:
        fields, bad = _pair_by_pair(source[:MAX_CHARACTERS])
        if not is_usual(fields):
            raise NoHeadError("What stands between '+++' lines is no TOML; kept as text.") from error
        return HeadBlock("toml", fields, behind, bad, one_line(str(error))[:200])


def _loaded(source: str) -> Mapping[str, Any]:
    return tomllib.loads(source, parse_float=str)


def _pair_by_pair(source: str) -> tuple[dict[str, Field], tuple[int, ...]]:
    fields: dict[str, Field] = {}
    bad = []
    lines = source.split("\n")
    starts = [number for number, line in enumerate(lines) if _PAIR.match(line) or line.startswith("[")]
    for start, end in pairwise((*starts, len(lines))):
        if lines[start].startswith("["):
            break  # what is in a table does not belong to the page itself
        try:
            fields |= _fields(_loaded("\n".join(lines[start:end])))
        except (ValueError, RecursionError):
            bad.append(start + 2)
            if pair := _PAIR.match(lines[start]):
                fields[canonical(pair[1])] = Field(pair[2].strip(" \"'"))
    return fields, tuple(bad)


def json_head(text: str) -> HeadBlock | None:
    """The JSON object that a text begins with, if it is a head, or None. Raises NoHeadError for broken JSON."""
    if not re.match(r"\{\s*\"", text):
        return None
    decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)
    try:
        values, end = decoder.raw_decode(text)
    except (ValueError, RecursionError) as error:
        raise NoHeadError("The text begins with a brace and is no JSON; kept as text.") from error
    behind = re.compile(r"[ \t]*(?:\n|$)").match(text, end)
    fields = _fields(values)
    if behind is None or not is_usual(fields):
        return None
    return HeadBlock("json", fields, behind.end())


def _fields(values: Mapping[str, Any]) -> dict[str, Field]:
    found = {canonical(key): _field(value) for key, value in values.items()}
    taxonomies = values.get("taxonomies")  # Zola keeps its tags there
    if isinstance(taxonomies, Mapping):
        found |= {canonical(key): _field(value) for key, value in taxonomies.items() if canonical(key) not in found}
    return found


def _field(value: Any) -> Field:
    if isinstance(value, list):
        return Field("", tuple(_text(each) for each in value if not isinstance(each, list | Mapping)))
    return Field("", ()) if isinstance(value, Mapping) else Field(_text(value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
