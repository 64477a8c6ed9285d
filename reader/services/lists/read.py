"""A list of any kind → the papers it names: which kind it is, is seen by its text, never by its name."""

import json
import re
from pathlib import Path

from reader.base.errors import ReaderError, reason_of
from reader.services.lists.named import Listed

LARGEST = 32 * 1024 * 1024  # bytes; some 100,000 entries of BibTeX

_ENTRY = re.compile(r"^\s*@\w+\s*[{(]", re.MULTILINE)
_RECORD = re.compile(r"\s*TY {1,2}-")
_MARKUP = re.compile(r"\s*<(?:!doctype|html|dl|dt|a|article|head|body|meta|\?xml|rdf:rdf)\b", re.IGNORECASE)
_XML = re.compile(r"\s*<(?:\?xml|rdf:)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def listed(path: Path) -> Listed:
    """The papers that a file, or the notes in a folder, name. Raises ReaderError."""
    try:
        if path.is_dir():
            from reader.services.lists.notes import notes

            return notes(path)
        if path.stat().st_size > LARGEST:
            raise ReaderError(f"{path} is larger than {LARGEST // 1024 // 1024} MB: no list of papers is.")
        return listed_in(path.read_bytes(), str(path))
    except OSError as error:
        raise ReaderError(f"{path} cannot be read: {reason_of(error)}.") from error


def listed_in(content: bytes, name: str) -> Listed:
    """The papers that bytes name; `name` is what to call them. Raises ReaderError."""
    if content.startswith(b"%PDF-"):
        raise ReaderError(f"{name} is a PDF, which is not read. Name its paper by its arXiv id or DOI.")
    try:
        text = content.decode("utf-16" if content.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReaderError(f"{name} is not UTF-8 text. Save it as UTF-8.") from error
    return _read(text.lstrip("\ufeff"), name)


def _read(text: str, name: str) -> Listed:  # one a kind
    from reader.services.lists import bibtex, items, lines, notes, pages, ris, tables

    if _RECORD.match(text):
        return ris.records(text)
    if _XML.match(text) and "<a " not in text:
        raise ReaderError(f"{name} is XML, which is not read. Export it as BibTeX, RIS or CSL-JSON.")
    if _MARKUP.match(text):
        return pages.links(text)
    if text.lstrip().startswith(("[", "{")) and (document := _json(text)) is not None:
        return items.items(document)
    if delimiter := tables.delimiter_of(text):
        return tables.rows(text, delimiter)
    if found := notes.note(text.replace("\r\n", "\n")):
        return Listed([found], [])
    return bibtex.entries(text) if _ENTRY.search(text) else lines.lines(text)


def _json(text: str) -> object:
    """A JSON document; None for what is none, such as a list that begins with a link in brackets."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
