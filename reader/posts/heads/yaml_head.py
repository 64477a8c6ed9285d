"""A YAML head: `---`, pairs, and `---` or `...`, read as hostile input.

PyYAML reads its structure behind limits of size and nesting and without aliases; what the values mean is not asked,
they stay text. A head that cannot be read as a whole is read pair by pair, so that a bad line costs itself alone.

https://jekyllrb.com/docs/front-matter/, https://yaml.org/spec/1.2.2/
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from reader.posts.heads.fields import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    Field,
    HeadBlock,
    NoHeadError,
    canonical,
    is_usual,
    one_line,
    reads_like_a_head,
)

_BEGIN = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_NUMBERED_LINK = re.compile(r"^#{1,6} {0,3}\d{1,4} ?[.)] ?\[", re.MULTILINE)
_PAIR = re.compile(r"(?P<quote>[\"']?)(?P<key>[^\W\d][^:\n\"']{0,60}?)(?P=quote)[ \t]{0,20}:(?:[ \t](?P<value>.*))?$")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)$")
_GOES_ON = (" ", "\t", "-", "]", "}", "#", ",")
_NOTHING = ("", "~", "null", "Null", "NULL")
_STANDARD = "tag:yaml.org,2002:"
_PLAIN = ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "binary")
_PLAIN_TAGS = {f"{_STANDARD}{name}" for name in _PLAIN}

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _UnreadableError(Exception):
    """YAML that is broken, too large, too deep, or asks for what no post needs."""


def yaml_head(text: str) -> HeadBlock | None:
    """The head that a text begins with; None where it begins with none. Raises NoHeadError for one that is text."""
    begin = _BEGIN.match(text)
    if begin is None:
        return None
    end = _END.search(text, begin.end())
    if end is None:
        raise NoHeadError("The front matter has no closing '---'; all of it is read as text.")
    source = text[begin.end() : end.start()]
    behind = min(end.end() + 1, len(text))
    if not source.strip():
        return HeadBlock("yaml", {}, behind)
    if _NUMBERED_LINK.search(source):
        raise NoHeadError("What stands between '---' lines has papers in it: it is text, not front matter.")
    try:
        pairs = _Pairs(_fields(source), ())
        trouble = ""
    except _UnreadableError as error:
        trouble = str(error)
        pairs = _pair_by_pair(source)
        if not is_usual(pairs.fields) or 2 * len(pairs.bad_lines) > source.count("\n") + 2:
            raise NoHeadError(f"The front matter is no YAML ({trouble}); kept as text.") from error
    if not reads_like_a_head(pairs.fields):
        raise NoHeadError("What stands between '---' lines is text, not front matter.")
    return HeadBlock("yaml", pairs.fields, behind, tuple(line + 2 for line in pairs.bad_lines), trouble)


def _fields(source: str) -> dict[str, Field]:
    """A mapping's pairs. Raises _UnreadableError for YAML that cannot be read, NoHeadError for what is no mapping."""
    if len(source) > MAX_CHARACTERS:
        raise _UnreadableError(f"longer than {MAX_CHARACTERS} characters")
    node = _composed(source)
    if not isinstance(node, yaml.MappingNode):
        raise NoHeadError("What stands between '---' lines is text, not front matter.")
    found = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _UnreadableError("a key is no text")
        found[canonical(key.value)] = _field(value, source)
    return found


def keys_and_texts(source: str, key: str) -> tuple[str, ...]:
    """What stands below a key of some YAML: the keys of a mapping, or the texts of a list; () for anything else."""
    try:
        node = _composed(source[:MAX_CHARACTERS])
    except _UnreadableError:
        return ()
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    below = next((value for name, value in pairs if name.value == key), None)
    if isinstance(below, yaml.MappingNode):
        return tuple(name.value for name, _ in below.value if isinstance(name, yaml.ScalarNode))
    if isinstance(below, yaml.SequenceNode):
        return tuple(each.value for each in below.value if isinstance(each, yaml.ScalarNode))
    return ()


def _composed(source: str) -> Any:
    try:
        _check_shape(source)
        return yaml.compose(source, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _UnreadableError(one_line(str(getattr(error, "problem", None) or error))[:200]) from error


def _check_shape(source: str) -> None:
    depth = 0
    for event in yaml.parse(source, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise _UnreadableError("it uses YAML aliases")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _UnreadableError(f"nested deeper than {MAX_DEPTH} levels")
        if isinstance(event, yaml.NodeEvent):
            _check_signs(event)


def _check_signs(event: Any) -> None:
    tag = getattr(event, "tag", None)
    if tag and tag not in _PLAIN_TAGS:
        raise _UnreadableError("it asks for a type that is no text")
    if event.anchor and not getattr(event, "value", "x"):
        raise _UnreadableError("an anchor has no value")


def _field(node: Any, source: str) -> Field:
    if isinstance(node, yaml.ScalarNode):
        return Field("" if not node.style and node.value in _NOTHING else node.value)
    written = source[node.start_mark.index : node.end_mark.index].strip()
    if not isinstance(node, yaml.SequenceNode):
        return Field(written, ())
    texts = (_field(each, source).text for each in _scalars(node))
    return Field(written if written.startswith("[") else "", tuple(text for text in texts if text))


def _scalars(node: Any) -> Iterator[Any]:
    """The texts of a list, and of lists in it."""
    for each in node.value:
        if isinstance(each, yaml.ScalarNode):
            yield each
        elif isinstance(each, yaml.SequenceNode):
            yield from _scalars(each)


class _Pairs(NamedTuple):
    """Pairs that were read one by one."""

    fields: dict[str, Field]
    bad_lines: tuple[int, ...]  # 0-based lines of the head's source


def _pair_by_pair(source: str) -> _Pairs:
    fields: dict[str, Field] = {}
    bad = []
    small = len(source) <= MAX_CHARACTERS
    for number, lines in _pieces(source[: 4 * MAX_CHARACTERS]):
        try:
            if not small:
                raise _UnreadableError("too long")
            fields |= _fields("\n".join(lines))
        except (_UnreadableError, NoHeadError):
            if not small or any(line.strip() and not line.startswith("#") for line in lines):
                bad.append(number)
            fields |= _as_written(lines)
    return _Pairs(fields, tuple(bad) if small else ())


def _pieces(source: str) -> Iterator[tuple[int, list[str]]]:
    """The head cut before each line that begins a pair, with the number of the first line."""
    lines: list[str] = []
    first = 0
    for number, line in enumerate(source.split("\n")):
        if lines and line and not line.startswith(_GOES_ON):
            yield first, lines
            lines, first = [], number
        lines.append(line)
    if lines:
        yield first, lines


def _as_written(lines: list[str]) -> dict[str, Field]:
    """A pair that is no YAML: its value as text; brackets and the `- entry` lines below it make a list."""
    pair = _PAIR.match(lines[0])
    if pair is None:
        return {}
    value = (pair["value"] or "").strip()
    key = canonical(pair["key"])
    if len(value) > 1 and value[0] == value[-1] == "'":
        value = value[1:-1]
    if value.startswith("[") and value.endswith("]"):
        return {key: Field(value, tuple(each.strip(" \"'") for each in value[1:-1].split(",")))}
    entries = [entry[1].strip(" \"'") for line in lines[1:] if (entry := _ENTRY.match(line))]
    return {key: Field(value, tuple(entries) if entries and not value else None)}
