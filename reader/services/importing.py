"""Importing: marks from another computer, and bookmarks from other programs' lists.

Joins marks and library: which papers a BibTeX file or a list of ids means, and the text of those that are known.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader.base.archives import NEW, OLD
from reader.base.errors import ReaderError
from reader.base.links import arxiv_id, identity, is_archive, normalised
from reader.library import paper_json
from reader.library.bare import bare_record
from reader.library.scope import Scope
from reader.marks.merging import MergeReport
from reader.marks.portable import checked
from reader.marks.restoring import read_backup
from reader.marks.tables import Portable
from reader.posts.folding import folded
from reader.posts.model import PaperKey
from reader.posts.pieces import pieces_of
from reader.services.profile import Profile
from reader.services.tex_text import text_of_tex

LARGEST_LIST = 32 * 1024 * 1024  # bytes; some 100,000 entries of BibTeX

_ENTRY = re.compile(r"^\s*@\w+\s*[{(]", re.MULTILINE)
_IN_WORDS = re.compile(rf"\barxiv[:\s]{{1,4}}({NEW}|{OLD})", re.IGNORECASE)
_VOLUME = re.compile(r"abs/(.{1,40})")  # of "CoRR" and "ArXiv", as dblp and Semantic Scholar have it
_LISTED = re.compile(r"^\s*(?:[-*+•]\s+|\d{1,4}[.)]\s+|\[\d{1,4}\]\s+)*")
_ID_FIELDS = (
    "eprint",
    "arxivid",
    "arxiv",
    "doi",
    "url",
    "ee",
    "pdf",
    "link",
    "howpublished",
    "journal",
    "note",
    "volume",
)
_LINK_FIELDS = ("url", "ee", "link")
_MOST_WRAPPINGS = 3
_SHOWN = 60  # characters of what was not understood
_LONGEST_TITLE = 500  # characters


class _Named(NamedTuple):
    """A paper as a list names it."""

    keys: tuple[PaperKey, ...]  # that it may have here, likeliest first
    title: str = ""  # where the list has one


class Bookmarked(NamedTuple):
    """What an import of a list did."""

    added: tuple[PaperKey, ...]  # bookmarked now, in the order of the list
    known: tuple[PaperKey, ...]  # bookmarked before
    absent: tuple[PaperKey, ...]  # of both those that are in no post here
    not_understood: tuple[str, ...]  # lines or entries that name no paper


def import_marks(profile: Profile, path: Path) -> MergeReport:
    """Merge a zip of marks, or a backup, into the profile's. Raises ReaderError, and nothing was changed."""
    before = profile.marks.kept_keys()
    report = profile.marks.merge(_with_sound_texts(checked(read_backup(path), path)))
    profile.remember(profile.marks.kept_keys() - before)
    return report


def import_list(profile: Profile, path: Path) -> Bookmarked:
    """Bookmark the papers of a BibTeX file, or of a list of arXiv ids and links, one a line. Raises ReaderError."""
    text = _read(path)
    candidates, not_understood = _entries(text) if _ENTRY.search(text) else _lines(text)
    if not candidates:
        what = f": {not_understood[0]!r} is none" if not_understood else ""
        raise ReaderError(f"{path} names no paper by an arXiv id or a link{what}. Nothing was imported.")
    listing = profile.listing
    known, in_posts = set(listing.all_keys()), set(listing.keys(listing.ids(Scope(in_posts=True))))
    titles = {_chosen(each.keys, known): each.title for each in candidates}
    keys = tuple(titles)
    before = profile.marks.keys("bookmarked")
    profile.marks.set_bookmarks(keys, True)
    profile.remember(key for key in keys if key in in_posts)
    named = {key: title for key, title in titles.items() if title and key not in in_posts}
    texts = {key: paper_json.record_to_json(bare_record(key, title)) for key, title in named.items()}
    profile.marks.set_snapshots(texts, weak=True)
    return Bookmarked(
        added=tuple(key for key in keys if key not in before),
        known=tuple(key for key in keys if key in before),
        absent=tuple(key for key in keys if key not in in_posts),
        not_understood=tuple(not_understood),
    )


def is_marks(path: Path) -> bool:
    """Whether a file is a zip or a copy of the store, rather than a list. Raises ReaderError."""
    try:
        with path.open("rb") as file:
            begin = file.read(16)
    except OSError as error:
        raise ReaderError(f"{path} cannot be read: {error.strerror}.") from error
    return begin.startswith((b"PK", b"SQLite format 3"))


def _with_sound_texts(marks: Portable) -> Portable:
    """Without last known texts that are none of the paper they are said to be of: the library would stumble on them."""
    sound = {identity: row for identity, row in marks["snapshots"].items() if _is_text_of(identity[0], str(row[0]))}
    return {**marks, "snapshots": sound}


def _is_text_of(key: str, text: str) -> bool:
    try:
        record = paper_json.record_from_json(text)
        whole = paper_json.record_to_json(record)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return False
    texts = [record.key, record.title]
    for each in record.appearances:
        texts += [each.post, each.post_title, each.source, *each.tags, each.paper.raw_title, *each.paper.points]
        texts += [text for section in each.paper.sections for text in (section.heading, section.markdown)]
    return (
        record.key == key
        and all(isinstance(text, str) for text in texts)
        and paper_json.record_from_json(whole) == record
    )


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_LIST:
            raise ReaderError(f"{path} is larger than {LARGEST_LIST // 1024 // 1024} MB: no list of papers is.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReaderError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ReaderError(f"{path} is not UTF-8 text. Save it as UTF-8.") from error


def _lines(text: str) -> tuple[list[_Named], list[str]]:
    """A list, one paper a line, numbered or not; what follows # is a remark."""
    found: list[_Named] = []
    not_understood = []
    for line in text.splitlines():
        words = _LISTED.sub("", re.sub(r"(^|\s)#.*", "", line), count=1).strip().strip("-*,;").strip()
        if not words:
            continue
        if key := _key_in([words.split()[0], words]) or _key_within(words):
            found.append(_Named((key,)))
        else:
            not_understood.append(words[:_SHOWN])
    return found, not_understood


def _key_within(words: str) -> PaperKey | None:
    """The paper that a line names among other words: by an archive's page, else by its first link."""
    links = [piece.href for piece in pieces_of(words) if piece.href and _is_link(piece.href)]
    best = (*(link for link in links if is_archive(link)), *links)
    named = identity(best[0]) if best else None
    return PaperKey(named) if named else None


def _entries(text: str) -> tuple[list[_Named], list[str]]:
    """The entries of a BibTeX file."""
    from bibtexparser.entrypoint import parse_string  # only for such files
    from bibtexparser.model import DuplicateBlockKeyBlock, Entry

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it cannot read is in its answer
    library = parse_string(text, parse_stack=[])
    found: list[_Named] = []
    not_understood = []
    for block in (*library.entries, *library.failed_blocks):
        entry = block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock) else block
        if not isinstance(entry, Entry):
            not_understood.append(" ".join(str(block.raw or "").split())[:_SHOWN])
            continue
        fields = {field.key.lower(): _bare(str(field.value)) for field in entry.fields}
        if keys := tuple(_keys_of(fields)):
            found.append(_Named(keys, text_of_tex(fields.get("title", ""))[:_LONGEST_TITLE]))
        else:
            not_understood.append(entry.key[:_SHOWN])
    return found, not_understood


def _keys_of(fields: dict[str, str]) -> Iterator[PaperKey]:
    values = [fields[name] for name in _ID_FIELDS if fields.get(name)]
    in_words = [match[1] for value in values if (match := _IN_WORDS.search(value))]
    in_words += [match[1] for match in [_VOLUME.match(fields.get("volume", ""))] if match]
    if key := _key_in([*map(_unescaped, values), *in_words], links=False):
        yield key
    yield from (
        PaperKey(normalised(link)) for name in _LINK_FIELDS if _is_link(link := _unescaped(fields.get(name, "")))
    )
    if doi := _unescaped(fields.get("doi", "")):
        yield PaperKey(normalised(doi if _is_link(doi) else f"https://doi.org/{doi}"))
    if title := folded(text_of_tex(fields.get("title", ""))):
        yield PaperKey(f"title:{title}")


def _key_in(values: Iterable[str], *, links: bool = True) -> PaperKey | None:
    for value in values:
        if identifier := arxiv_id(value):
            return PaperKey(identifier.id)
        if links and _is_link(value):
            return PaperKey(normalised(value))
    return None


def _is_link(value: str) -> bool:
    return value.startswith(("http://", "https://")) and " " not in value


def _bare(value: str) -> str:
    """A field's value without what BibTeX puts around it, and \\url."""
    value = " ".join(value.split())
    for _ in range(_MOST_WRAPPINGS):
        if not _is_wrapped(value):
            break
        value = value[1:-1].strip()
    return value.removeprefix("\\url{").rstrip("}") if value.startswith("\\url{") else value


def _is_wrapped(value: str) -> bool:
    """Whether quotes, or braces that belong together, stand around all of a value."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        return True
    depth = 0
    for sign in re.finditer(r"\\.|[{}]", value):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if not depth:
            return value[0] == "{" and sign.end() == len(value)
    return False


def _unescaped(value: str) -> str:
    """An address or id without the signs that keep TeX from its own."""
    return re.sub(r"\\([_%&#$~])", r"\1", value)


def _chosen(keys: tuple[PaperKey, ...], known: set[PaperKey]) -> PaperKey:
    """The key the library knows; else the likeliest."""
    return next((key for key in keys if key in known), keys[0])
