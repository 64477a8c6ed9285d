"""Importing: marks from another computer, and bookmarks from other programs' lists.

Joins marks and library: which papers a list means, and the text of those that are known.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reader.base.errors import ReaderError, reason_of
from reader.base.links import arxiv_id
from reader.export.citing import digest_in, digest_of
from reader.library import paper_json
from reader.library.bare import bare_record
from reader.library.scope import Scope
from reader.marks.merging import MergeReport
from reader.marks.portable import checked
from reader.marks.restoring import read_backup
from reader.marks.tables import Portable
from reader.posts.folding import folded
from reader.posts.model import PaperKey
from reader.services.lists.named import Listed, Named, key_named
from reader.services.profile import Profile


class Bookmarked(NamedTuple):
    """What an import of a list did, or would do."""

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


def import_list(profile: Profile, listed: Listed, name: str, *, dry_run: bool = False) -> Bookmarked:
    """Bookmark the papers that a list names; `dry_run` only says which. Raises ReaderError."""
    library = _Library(profile)
    chosen = [(library.key_of(each), each) for each in listed.named]
    not_understood = (*(each.called for key, each in chosen if key is None), *listed.not_understood)
    titles: dict[PaperKey, str] = {}
    for key, each in chosen:
        if key is not None:
            titles[key] = titles.get(key) or each.title
    if not titles:
        what = f": {not_understood[0]!r} is none" if not_understood else ""
        raise ReaderError(f"{name} names no paper by an arXiv id, a link or a title{what}. Nothing was imported.")
    before = profile.marks.keys("bookmarked")
    if not dry_run:
        _bookmark(profile, titles, library.in_posts)
    return Bookmarked(
        added=tuple(key for key in titles if key not in before),
        known=tuple(key for key in titles if key in before),
        absent=tuple(key for key in titles if key not in library.in_posts),
        not_understood=not_understood,
    )


def _bookmark(profile: Profile, titles: Mapping[PaperKey, str], in_posts: set[PaperKey]) -> None:
    profile.marks.set_bookmarks(titles, True)
    profile.remember(key for key in titles if key in in_posts)
    named = {key: title for key, title in titles.items() if title and key not in in_posts}
    texts = {key: paper_json.record_to_json(bare_record(key, title)) for key, title in named.items()}
    profile.marks.set_snapshots(texts, weak=True)


class _Library:
    """What the library knows papers by."""

    def __init__(self, profile: Profile) -> None:
        listing = profile.listing
        self.in_posts = set(listing.keys(listing.ids(Scope(in_posts=True))))
        self._known = {*listing.all_keys(), *profile.marks.kept_keys()}
        self._by_digest = {digest_of(key): key for key in self._known}
        self._by_title: dict[str, set[PaperKey]] = {}
        for key, title in listing.titles():
            self._by_title.setdefault(_loose(title), set()).add(key)

    def key_of(self, named: Named) -> PaperKey | None:
        """The paper of the library that is meant; else the likeliest key; None where none can be said."""
        own = PaperKey(named.own)
        candidates = [own, self._by_digest.get(digest_in(named.reference)), key_named(own), *named.keys]
        for key in candidates:
            if key is not None and key in self._known:
                return key
        if (titled := self._titled(named)) is not None:
            return titled
        return named.keys[0] if named.keys and named.is_sure else None

    def _titled(self, named: Named) -> PaperKey | None:
        """The one paper of this title. Two ids of arXiv are two papers, whatever they are called."""
        found = self._by_title.get(_loose(named.title), set()) if _loose(named.title) else set()
        if any(_is_arxiv(key) for key in named.keys):
            found = {key for key in found if not _is_arxiv(key)}
        return next(iter(found)) if len(found) == 1 else None


def _loose(title: str) -> str:
    """A title without what programs change in it: case, spaces, signs, forms of letters."""
    return "".join(filter(str.isalnum, folded(title)))


def _is_arxiv(key: PaperKey) -> bool:
    identifier = arxiv_id(key)
    return identifier is not None and identifier.id == key


def is_marks(path: Path) -> bool:
    """Whether a file is a zip or a copy of the store, rather than a list. Raises ReaderError."""
    if path.is_dir():
        return False
    try:
        with path.open("rb") as file:
            begin = file.read(16)
    except OSError as error:
        raise ReaderError(f"{path} cannot be read: {reason_of(error)}.") from error
    return begin.startswith((b"PK", b"SQLite format 3"))


def _with_sound_texts(marks: Portable) -> Portable:
    """Leave out last known texts that belong to another paper than they claim: the library would stumble on them."""
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
