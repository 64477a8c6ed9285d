"""BibTeX, by whomever: Zotero, Better BibTeX, Scholar, Semantic Scholar, dblp, Mendeley, JabRef, ourselves."""

import logging
import re

from reader.services.lists.named import SHOWN, Listed, Named, by_fields
from reader.services.tex_text import text_of_tex

_MOST_WRAPPINGS = 3
_WORDS = ("title", "journal", "note", "extra")  # fields that are read as TeX prints them
_ESCAPED = re.compile(r"\\([_%&#$~])")


def entries(text: str) -> Listed:
    """The entries of a BibTeX file."""
    from bibtexparser.entrypoint import parse_string  # only for such files
    from bibtexparser.model import DuplicateBlockKeyBlock, Entry

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it cannot read is in its answer
    library = parse_string(text, parse_stack=[])
    named: list[Named] = []
    not_understood = []
    for block in (*library.entries, *library.failed_blocks):
        entry = block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock) else block
        if isinstance(entry, Entry):
            fields = {field.key.lower(): _bare(str(field.value)) for field in entry.fields}
            named.append(by_fields({**_read(fields), "id": entry.key}))
        else:
            not_understood.append(" ".join(str(block.raw or "").split())[:SHOWN])
    return Listed(named, not_understood)


def _read(fields: dict[str, str]) -> dict[str, str]:
    return {
        name: text_of_tex(value) if name in _WORDS else _ESCAPED.sub(r"\1", value) for name, value in fields.items()
    }


def _bare(value: str) -> str:
    """A field's value without what BibTeX puts around it, and \\url."""
    value = " ".join(value.split())
    for _ in range(_MOST_WRAPPINGS):
        if not _is_wrapped(value):
            break
        value = value[1:-1].strip()
    return value.removeprefix("\\url{").rstrip("}") if value.startswith("\\url{") else value


def _is_wrapped(value: str) -> bool:
    """Whether quotes, or braces that belong together, stand around all of a value: "A" and "B" has none around it."""
    if not value.startswith(("{", '"')):
        return False
    closing, depth = ("}", 1) if value[0] == "{" else ('"', 0)
    for sign in re.finditer(r'\\.|[{}"]', value[1:]):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if sign[0] == closing and not depth:
            return sign.end() == len(value) - 1
    return False
