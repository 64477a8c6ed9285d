"""RIS, by whomever: a field a line, `TY  - JOUR` to `ER  -`, with one blank or two before the hyphen."""

import re
from collections.abc import Iterator

from reader.services.lists.named import Listed, by_fields

_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$")
_NAMES = {
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "ID": "id",
    "DO": "doi",
    "UR": "url",
    "LK": "link",
    "L1": "pdf",
    "AN": "number",
    "M1": "number",
    "JO": "journal",
    "JF": "journal",
    "T2": "journal",
    "VL": "volume",
}
"""What tags say of which paper it is; a person's notes (N1) may name others."""


def records(text: str) -> Listed:
    """The records of a RIS file."""
    return Listed([by_fields(fields) for fields in _records(text)], [])


def _records(text: str) -> Iterator[dict[str, str]]:
    fields: dict[str, str] = {}
    for line in text.splitlines():
        found = _TAG.match(line)
        if found is None:
            continue
        if found[1] == "ER":
            if fields:
                yield fields
            fields = {}
        elif (name := _NAMES.get(found[1])) and found[2]:
            fields.setdefault(name, found[2].strip().replace("\u2060", ""))  # ours, against Zotero
    if fields:
        yield fields
