"""Tables with a head: CSV of this program, of Zotero and of others, with commas, semicolons or tabs."""

import csv
import io

from reader.services.lists.named import Listed, by_fields

_NAMES = {"doi", "url", "link", "arxiv_id", "arxiv", "arxiv id", "eprint", "title"}
_DELIMITERS = (",", ";", "\t")
_MOST_CELL = 10_000_000


def delimiter_of(text: str) -> str | None:
    """What is between the cells of a table whose first line names them; None for text that is no such table."""
    first = text.split("\n", 1)[0].strip("\r")
    for delimiter in _DELIMITERS:
        names = {cell.strip().strip('"').lower() for cell in first.split(delimiter)}
        if len(names) > 1 and names & _NAMES:
            return delimiter
    return None


def rows(text: str, delimiter: str) -> Listed:
    """The papers of a table, one a line."""
    csv.field_size_limit(_MOST_CELL)
    named = []
    for row in csv.DictReader(io.StringIO(text), delimiter=delimiter):
        fields = {str(name).strip().lower(): _plain(cell) for name, cell in row.items() if isinstance(cell, str)}
        fields["arxiv_id"] = fields.get("arxiv id") or fields.get("arxiv_id", "")
        if any(fields.values()):
            named.append(by_fields(fields, own=fields.get("key", "")))
    return Listed(named, [])


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in ("=", "+", "-", "@") else cell
