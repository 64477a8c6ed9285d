"""Front matter: the YAML block at the head of a post, read as hostile input.

In: a post's text. Out: `Head`, its title, date and tags as values, and where the body begins. The splitting is
python-frontmatter's, the reading PyYAML's safe loader behind limits of size and nesting and without aliases; YAML that
cannot be read is read once more line by line, so that a stray quote costs nothing but a remark.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, NamedTuple

import yaml
from frontmatter.default_handlers import YAMLHandler

from reader.posts.model import Remark

SEOUL = timezone(timedelta(hours=9), "KST")
"""Asia/Seoul: nine hours ahead of UTC without daylight saving since 1988, so no zone database is needed."""

MAX_CHARACTERS = 64 * 1024
MAX_DEPTH = 8

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)$")
_DATE = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?"
    r"\s*(Z|[+-]/?[+-]?\d{2}:?\d{2})?\s*"
)
_NAME_DATE = re.compile(r"(?<!\d)(\d{4})[-_](\d{2})[-_](\d{2})(?!\d)")


class Head(NamedTuple):
    """What the front matter says. `title` is "" and `published` None where it says nothing usable."""

    title: str
    published: datetime | None  # zone-aware; zoneless dates are taken as Asia/Seoul
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    body: str
    body_line: int  # 0-based line of the file on which the body begins
    remarks: tuple[Remark, ...]


class _UnreadableError(Exception):
    """YAML that is broken, too large, too deep, or asks for what no post needs."""


def read_head(text: str) -> Head:
    """Split a post's text into what its front matter says and its body. Never raises, never loses text of the body."""
    handler = YAMLHandler()
    start = len(text) - len(text.lstrip())
    if not handler.detect(text[start:]):
        return Head("", None, (), (), text, 0, (Remark(1, "frontmatter-missing", "There is no front matter."),))
    try:
        source, body = handler.split(text[start:])
    except ValueError:
        remark = Remark(1, "frontmatter-open", "The front matter has no closing '---'; all of it is read as text.")
        return Head("", None, (), (), text, 0, (remark,))
    remarks: list[Remark] = []
    values = _values(source, remarks)
    if values is None:
        return Head("", None, (), (), text, 0, tuple(remarks))
    return Head(
        title=_title(values.get("title")),
        published=_published(values.get("date"), remarks),
        tags=_words(values.get("tags", values.get("tag"))),
        categories=_words(values.get("categories", values.get("category"))),
        body=body,
        body_line=text.count("\n", 0, len(text) - len(body)),
        remarks=tuple(remarks),
    )


def date_in_name(name: str) -> datetime | None:
    """The date at the head of a post's file name (`YYYY-MM-DD-…`, also with underscores), midnight in Seoul."""
    found = _NAME_DATE.search(name.rsplit("/", 1)[-1])
    return _moment(found.groups()) if found else None


def _values(source: str, remarks: list[Remark]) -> Mapping[str, Any] | None:
    try:
        values = _load(source)
    except _UnreadableError as error:
        values = _by_line(source)
        if not values:
            remarks.append(Remark(1, "frontmatter-unreadable", f"The front matter is no YAML ({error}); kept as text."))
            return None
        remarks.append(Remark(1, "frontmatter-unreadable", f"The front matter was read line by line: {error}."))
    if not isinstance(values, Mapping) and source.strip():
        remarks.append(
            Remark(1, "frontmatter-unreadable", "What stands between '---' lines is text, not front matter.")
        )
        return None
    return values or {}


def _load(source: str) -> Any:
    """YAML to plain values, within limits. Raises `_UnreadableError`."""
    if len(source) > MAX_CHARACTERS:
        raise _UnreadableError(f"longer than {MAX_CHARACTERS} characters")
    try:
        _check_shape(source)
        return YAMLHandler().load(source, Loader=_Loader)
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise _UnreadableError(str(getattr(error, "problem", None) or error).splitlines()[0]) from error


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


def _by_line(source: str) -> dict[str, Any]:
    """`key: value` lines as text; lists in brackets become lists. What is no such line is passed over."""
    values: dict[str, Any] = {}
    for line in source[:MAX_CHARACTERS].splitlines():
        if found := _LINE.match(line):
            value = found[2].strip()
            listed = value.startswith("[") and value.endswith("]") and found[1].lower() != "title"
            values.setdefault(
                found[1].lower(),
                [v.strip(" \"'") for v in value[1:-1].split(",")] if listed else value.strip("'"),
            )
    return values


def _title(value: Any) -> str:
    """A title as one line, without a quote that has no partner."""
    if value is None or isinstance(value, Mapping | list):
        return ""
    title = " ".join(str(value).split())
    if len(title) > 1 and title[0] == title[-1] == '"':
        return title[1:-1].strip()
    if title.count('"') == 1 and '"' in (title[0], title[-1]):
        return title.strip('"').strip()
    return title


def _words(value: Any) -> tuple[str, ...]:
    """Tags as a list, as one text with commas, or as one text with spaces (as Jekyll reads it); each once."""
    if value is None or isinstance(value, Mapping):
        return ()
    if not isinstance(value, list | tuple):
        value = str(value).split("," if "," in str(value) else None)
    words = [" ".join(str(word).split()) for word in value if word is not None and not isinstance(word, Mapping | list)]
    return tuple(dict.fromkeys(word for word in words if word))


def _published(value: Any, remarks: list[Remark]) -> datetime | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=SEOUL)
    if isinstance(value, date):
        return datetime.combine(value, time(), SEOUL)
    found = _DATE.fullmatch(str(value).strip().strip("\"'"))
    moment = _moment(found.groups()) if found else None
    if moment is None:
        remarks.append(Remark(1, "date-unreadable", f"The date {str(value)[:40]!r} is none that can be read."))
    return moment


def _moment(parts: tuple[str | None, ...]) -> datetime | None:
    """A moment from texts: year, month, day, and where there are hour, minute, second and zone. None if no such day."""
    numbers = [int(part or 0) for part in parts[:6]]
    try:
        return datetime(*numbers, tzinfo=_zone(parts[6] if len(parts) > 6 else None))  # type: ignore[misc,arg-type]  # three to six ints
    except ValueError:
        return None


def _zone(text: str | None) -> timezone:
    if text is None:
        return SEOUL
    digits = text.lstrip("+-/Z").replace(":", "")
    if not digits:
        return UTC
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text.startswith("-") else offset)
