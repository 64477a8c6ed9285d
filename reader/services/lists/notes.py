"""Notes of Obsidian and others: Markdown with a head that says which paper a file is about."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from reader.services.lists.named import Listed, Named, by_fields

_LARGEST = 4_000_000  # bytes; a larger file is no note


def note(text: str) -> Named | None:
    """The paper that a note's head names; None for text without such a head."""
    if not text.startswith("---"):
        return None
    try:
        head, _ = frontmatter.parse(text, handler=YAMLHandler())
    except (yaml.YAMLError, ValueError, RecursionError):
        return None  # as text it may still be a list
    named = by_fields(_fields(head), own=str(head.get("key") or ""))
    return named if named.keys or named.own else None


def notes(folder: Path) -> Listed:
    """The papers that the notes in a folder are about; files about none are not understood. Raises OSError."""
    named, others = [], []
    for path in _files(folder):
        found = note(path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n"))
        if found:
            named.append(found)
        else:
            others.append(path.relative_to(folder).as_posix())
    return Listed(named, others)


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(parent, name) for name in sorted(files) if name.lower().endswith(".md"))
        yield from (path for path in paths if path.is_file() and path.stat().st_size <= _LARGEST)


def _fields(head: Mapping[str, object]) -> dict[str, str]:
    fields = {name.lower(): value for name, value in head.items() if isinstance(name, str) and isinstance(value, str)}
    return {**fields, "id": fields.get("citekey", "")}
