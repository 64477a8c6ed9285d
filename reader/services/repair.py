"""The doctor: compares the search index with the catalogue, paper by paper, and mends what differs.

A search is right only if the index says what the catalogue says. Every byte of the index is hashed first; one that is
not whole is made anew. Then each appearance is analysed again and compared with what the index says of it; what is
missing, too many or otherwise is put right. Runs alone: while it does, no sync does.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from reader.base.errors import ReaderError
from reader.library.catalogue import Catalogue
from reader.library.model import Appearance
from reader.library.rows import read_appearances
from reader.search.index import IndexUnusable
from reader.search.store.checksums import checksum
from reader.services.concepts import shipped_phrases
from reader.services.profile import Profile
from reader.services.refresh import Tell, document_id, document_of, update_index

_AT_ONCE = 500
_LOCK_SECONDS = 10.0


class Diagnosis(NamedTuple):
    """What was found, and mended. Ids are of appearances in the catalogue."""

    checked: int  # appearances
    missing: tuple[int, ...] = ()  # the index had not
    different: tuple[int, ...] = ()  # of which the index said something else
    extra: int = 0  # documents that no appearance stands behind
    not_whole: bool = False  # the index was none to be trusted, and was made anew
    rebuilt: bool = False
    titles: Mapping[int, str] = {}  # of those that were missing or different

    @property
    def is_well(self) -> bool:
        """Whether nothing had to be mended."""
        return not (self.missing or self.different or self.extra or self.not_whole)


def examine(profile: Profile, *, rebuild: bool = False, tell: Tell = lambda _: None) -> Diagnosis:
    """Check, and mend; `rebuild` makes the index anew whatever it is like. Raises ReaderError."""
    profile.make_folders()
    try:
        with FileLock(profile.places.cache / "sync.lock", timeout=_LOCK_SECONDS):
            catalogue = Catalogue(profile.places.catalogue)
            try:
                return _examine(profile, catalogue, rebuild, tell)
            finally:
                catalogue.close()
    except Timeout as error:
        raise ReaderError("A sync of this profile is running. Wait for it to end, then try again.") from error


def _examine(profile: Profile, catalogue: Catalogue, rebuild: bool, tell: Tell) -> Diagnosis:
    index, owner = profile.index, profile.places.cache / "index.owner"
    empty = index.generation() == 0 and catalogue.indexed_count() == 0
    whole = empty or (index.is_whole() and _belongs(catalogue, owner))
    try:
        said = index.checksums() if whole and not rebuild and not empty else {}
    except IndexUnusable:
        whole = False
    if rebuild or not whole:
        owner.unlink(missing_ok=True)
        update_index(catalogue, index, owner, tell, _never)
        return Diagnosis(catalogue.indexed_count(), not_whole=not whole, rebuilt=True)
    diagnosis, strangers = _compare(catalogue, said, tell)
    _mend(profile, catalogue, diagnosis, strangers)
    update_index(catalogue, index, owner, tell, _never)  # what a sync that was cut off left to be done
    return diagnosis


def _compare(catalogue: Catalogue, said: dict[str, int], tell: Tell) -> tuple[Diagnosis, list[str]]:
    """What differs, and the ids of documents that should not be there."""
    total, identity = catalogue.indexed_count(), catalogue.identity()
    missing, different, titles = [], [], {}
    removals = {document_id(identity, number) for number in catalogue.removals()}
    done = 0
    for appearance in _appearances(catalogue):
        name = document_id(identity, appearance.id)
        known = said.pop(name, None)
        if known is None:
            missing.append(appearance.id)
        elif known != checksum(document_of(identity, appearance)):
            different.append(appearance.id)
        if known is None or appearance.id in different[-1:]:
            titles[appearance.id] = appearance.paper.title
        done += 1
        if done % _AT_ONCE == 0:
            tell({"event": "progress", "stage": "index", "done": done, "total": total, "name": ""})
    waiting = {document_id(identity, number) for number in _unindexed(catalogue)}
    strangers = sorted(said.keys() - removals - waiting)
    return Diagnosis(done, tuple(missing), tuple(different), len(strangers), titles=titles), strangers


def _mend(profile: Profile, catalogue: Catalogue, diagnosis: Diagnosis, strangers: list[str]) -> None:
    identity = catalogue.identity()
    wrong = [*diagnosis.missing, *diagnosis.different]
    if wrong or strangers:
        documents = (document_of(identity, a) for a in _these(catalogue, wrong))
        profile.index.apply(add=documents, remove=strangers, phrases=shipped_phrases())


def _appearances(catalogue: Catalogue) -> Iterator[Appearance]:
    """Every appearance that the index is said to have."""
    last = 0
    where = "appearances.indexed AND appearances.id > ? ORDER BY appearances.id LIMIT ?"
    while part := read_appearances(catalogue.connection, where, (last, _AT_ONCE)):
        yield from part
        last = part[-1].id


def _these(catalogue: Catalogue, ids: list[int]) -> Iterator[Appearance]:
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        yield from read_appearances(catalogue.connection, f"appearances.id IN ({','.join('?' * len(some))})", some)


def _unindexed(catalogue: Catalogue) -> list[int]:
    return [row[0] for row in catalogue.connection.execute("SELECT id FROM appearances WHERE indexed = 0")]


def _belongs(catalogue: Catalogue, owner: Path) -> bool:
    return owner.is_file() and owner.read_bytes() == catalogue.identity().encode()


def _never() -> bool:
    return False
