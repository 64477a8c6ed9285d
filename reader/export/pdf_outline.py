"""What a PDF that was just written lacks: an outline and its language, appended as the format's own kind of update.

In: the bytes of a PDF with a plain table of objects (PDF 1.4, as Qt writes), and the entries. Out: bytes to append to
it (ISO 32000-1, 7.5.6 incremental updates, 12.3.3 outlines, 14.9.2 language). Nothing before them changes.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_TAIL = 4096  # bytes in which a trailer is
_TABLE = re.compile(rb"xref\s+0 \d+ *\r?\n")
_LINE = 20  # bytes of a line of the table of objects


class Entry(NamedTuple):
    """A line of the outline."""

    title: str
    level: int  # 0 for papers, 1 for their sections
    page: int  # from 0


def outlined(pdf: bytes, entries: Sequence[Entry], language: str) -> bytes:
    """What to append to a PDF. Raises ValueError for one that is not written in the way that is understood."""
    trailer = _TRAILER.search(pdf[-_TAIL:])
    if trailer is None:
        raise ValueError("no plain trailer")
    fields, before = trailer.groups()
    size, root = (int(_field(fields, name)) for name in (rb"Size (\d+)", rb"Root (\d+)"))
    table = _TABLE.match(pdf, int(before))
    if table is None:
        raise ValueError("no plain table of objects")
    catalogue = _object(pdf, table.end(), root)
    pages = _kids(pdf, table.end(), int(_field(catalogue, rb"Pages (\d+)")))
    objects = {root: b"<<%s/Lang (%s) /Outlines %d 0 R /PageMode /UseOutlines>>" % (catalogue, language.encode(), size)}
    objects |= _outline(entries, pages, size)
    return _update(len(pdf), objects, fields, before)


def _outline(entries: Sequence[Entry], pages: Sequence[int], first: int) -> dict[int, bytes]:
    """The outline's objects by number, its root at `first`, an entry at each number behind it."""
    numbers = [first + 1 + place for place in range(len(entries))]
    above: dict[int, int] = {}  # entry → what it is part of
    last = {-1: first}
    for number, entry in zip(numbers, entries, strict=True):
        above[number] = last.get(entry.level - 1, first)
        last[entry.level] = number
    families: dict[int, list[int]] = {}
    for number, parent in above.items():
        families.setdefault(parent, []).append(number)
    beside = dict.fromkeys(numbers, b"")
    for family in families.values():
        for one, other in pairwise(family):
            beside[one] += b"/Next %d 0 R" % other
            beside[other] += b"/Prev %d 0 R" % one
    objects = {first: b"<</Type /Outlines%s>>" % _ends(families.get(first, []), is_open=True)}
    for number, entry in zip(numbers, entries, strict=True):
        parts = (_text(entry.title), above[number], pages[entry.page], beside[number])
        ends = _ends(families.get(number, []), is_open=len(families.get(first, [])) == 1)
        objects[number] = b"<</Title %s/Parent %d 0 R/Dest [%d 0 R /Fit]%s%s>>" % (*parts, ends)
    return objects


def _ends(family: Sequence[int], *, is_open: bool) -> bytes:
    """Where what is below an entry begins and ends, and how much of it is shown at first."""
    if not family:
        return b""
    count = len(family) if is_open else -len(family)
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (family[0], family[-1], count)


def _update(begin: int, objects: dict[int, bytes], fields: bytes, before: bytes) -> bytes:
    """Objects, the table of where they are, and a trailer that leads to the table before."""
    out, table = bytearray(b"\n"), bytearray(b"xref\n0 1\n0000000000 65535 f \n")
    for number, content in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, begin + len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    fields = re.sub(rb"/Size \d+", b"/Size %d" % (max(objects) + 1), fields)
    at = begin + len(out)
    return bytes(out + table + b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (fields, before, at))


def _field(fields: bytes, pattern: bytes) -> bytes:
    found = re.search(pattern, fields)
    if found is None:
        raise ValueError(f"no {pattern.decode()}")
    return found[1]


def _object(pdf: bytes, table: int, number: int) -> bytes:
    """What stands in an object that is a dictionary; `table` is where the first line of the table is."""
    line = table + number * _LINE
    begin = int(pdf[line : line + 10])
    end = pdf.find(b"endobj", begin)
    content = re.fullmatch(rb"%d 0 obj\s*<<(.*)>>\s*" % number, pdf[begin:end], re.DOTALL)
    if content is None:
        raise ValueError(f"no object {number}")
    return content[1]


def _kids(pdf: bytes, table: int, number: int) -> list[int]:
    """The pages below an object, in order."""
    kids = _field(_object(pdf, table, number), rb"(?s)/Kids\s*\[(.*?)\]")
    found = []
    for kid in map(int, re.findall(rb"(\d+) 0 R", kids)):
        is_page = re.search(rb"/Type\s*/Page\b", _object(pdf, table, kid)) is not None
        found += [kid] if is_page else _kids(pdf, table, kid)
    return found


def _text(title: str) -> bytes:
    """A string of any script: UTF-16 with its mark, in hexadecimal digits."""
    return b"<%s>" % ("\ufeff" + title).encode("utf-16-be").hex().encode()
