"""Notes that were changed in a vault, and marks that only a vault still has, brought back into the store.

A vault is merged as the marks of another computer are: of what was changed on both sides the newest wins, and the text
of a note that loses is kept as a version. Each file keeps what the note was when it was exported, so that a note that
was changed on one side alone is not asked for its time. Nothing is written into the vault.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import yaml

from reader.base.links import arxiv_id
from reader.export.clean import clean_text
from reader.export.folder import sealed_files
from reader.export.markdown import beginnings
from reader.export.returning import as_kept, is_base, note_in
from reader.export.seal import NOTE, Sealed, values_of
from reader.library import paper_json
from reader.library.bare import bare_record
from reader.library.scope import Scope
from reader.marks.merging import MergeReport, compared, joined, news
from reader.marks.model import NAME_LENGTH, clean_name, stamp, to_text
from reader.marks.notes import clean
from reader.marks.portable import checked
from reader.marks.tables import TABLES, Portable, Row, Rows
from reader.posts.model import PaperKey
from reader.services.exporting import exported_paper, told
from reader.services.profile import Profile

_LONG_AGO = to_text(datetime(1970, 1, 1, tzinfo=UTC))  # when something was marked whose time no file says

_MOST_ROUNDS = 10
_PROPERTIES = ("bookmarked", "read", "labels", "revisit")


class FromVault(NamedTuple):
    """What a vault brought, or would bring."""

    files: int  # that an export wrote
    report: MergeReport


class _File(NamedTuple):
    path: Path
    seal: Sealed
    changed: datetime


def is_vault(path: Path) -> bool:
    """Whether a path is a folder with files that an export wrote. Raises ReaderError."""
    with told(path):
        return path.is_dir() and next(sealed_files(path), None) is not None


def import_vault(profile: Profile, folder: Path, *, dry_run: bool = False) -> FromVault:
    """Merge what a vault has into the marks; `dry_run` only says what that would change. Raises ReaderError."""
    with told(folder):
        files = [_File(path, seal, _changed(path)) for path, seal in sealed_files(folder)]
    mine = profile.marks.portable()
    vault = _Vault(profile, folder, files)
    state = mine
    for _ in range(_MOST_ROUNDS):  # what one file brings may be what another one was changed from
        after = joined(state, checked(vault.marks(state), folder))
        if after == state:
            break
        state = after
    conflicts = tuple(sorted({key for key, _ in news(mine, state)["note_versions"]}))
    if dry_run:
        return FromVault(len(files), compared(mine, state)._replace(note_conflicts=conflicts))
    before = profile.marks.kept_keys()
    report = profile.marks.merge(state)
    profile.remember(profile.marks.kept_keys() - before)
    return FromVault(len(files), report._replace(note_conflicts=conflicts))


class _Vault:
    """The marks in a vault, as rows that a merge takes."""

    def __init__(self, profile: Profile, folder: Path, files: list[_File]) -> None:
        self._profile = profile
        self._mine: Portable = _empty()
        self._files = files
        self._in_posts = set(profile.listing.keys(profile.listing.ids(Scope(in_posts=True))))
        self._keys: dict[str, str] = {}  # of papers, by the names that links have for their files
        self._names: dict[str, str] = {}
        self._sections: dict[PaperKey, tuple[str, ...]] = {}  # how they begin
        for path, seal, _ in files:
            inside = path.relative_to(folder).with_suffix("").as_posix()
            self._keys.update({inside: seal.key, path.stem: seal.key})
            self._names.setdefault(seal.key, path.stem)

    def marks(self, mine: Portable) -> Portable:
        """All that the files say and the store, which has `mine`, does not know, or knows otherwise."""
        self._mine, made = mine, _empty()
        files: dict[str, list[_File]] = {}  # a sync program may have made several of one paper
        for file in self._files:
            files.setdefault(file.seal.key, []).append(file)
        for several in files.values():
            rows = self._of_file(several[0])
            for file in several[1:]:
                rows = joined(rows, self._of_file(file))
            for name in TABLES:
                made[name].update(rows[name])
        return made

    def _of_file(self, file: _File) -> Portable:
        rows, key, seal = _empty(), PaperKey(file.seal.key), file.seal
        is_known = any((key,) in self._mine[table] for table in ("bookmarks", "reads", "notes", "revisits"))
        may_bring_note = not seal.untouched or ((key,) not in self._mine["notes"] and _has(seal.text, NOTE))
        may_bring_marks = not is_known and _has(seal.text, *_PROPERTIES)
        if not (may_bring_note or may_bring_marks):
            return rows
        values, body = _read(seal.text)
        if may_bring_marks:
            _add_marks(rows, key, values)
        if may_bring_note and (note := self._note(file, str(values.get(NOTE) or ""), body)) is not None:
            rows["notes"][key,] = note
        if any(rows.values()) and key not in self._in_posts:
            record = bare_record(key, " ".join(str(values.get("title") or "").split()))
            rows["snapshots"][key,] = (paper_json.record_to_json(record), _LONG_AGO)
        return rows

    def _note(self, file: _File, base: str, body: str) -> Row | None:
        """The row of a file's note, if it has something to say."""
        key = PaperKey(file.seal.key)
        row = self._mine["notes"].get((key,))
        mine = clean_text(str(row[0])).strip() if row else ""
        found = note_in(body, base, self._beginnings(key))
        if found is None or (found.is_base and row is not None):
            return None
        text = clean(clean_text(as_kept(found.text, base, mine, self._name_of, self._keys.get)))
        if text == clean(mine):
            return None
        changed = to_text(file.changed)
        if row is not None and is_base(mine, base):  # only the vault's note was changed
            changed = stamp(file.changed, str(row[-1]))
        return text, changed

    def _beginnings(self, key: PaperKey) -> tuple[str, ...]:
        if key not in self._sections:
            self._sections[key] = beginnings(exported_paper(self._profile, key))
        return self._sections[key]

    def _name_of(self, target: str) -> str | None:
        identifier = arxiv_id(target)
        return self._names.get(identifier.id if identifier else target)


def _empty() -> dict[str, Rows]:
    return {name: {} for name in TABLES}


def _changed(path: Path) -> datetime:
    """When a file was written; a clock that is ahead counts as now."""
    return min(datetime.fromtimestamp(path.stat().st_mtime, UTC), datetime.now(UTC))


def _has(text: str, *names: str) -> bool:
    head = text.split("\n---\n", 1)[0]
    return any(f"\n{name}: " in head for name in names)


def _read(text: str) -> tuple[Mapping[str, object], str]:
    """Properties and body; of a head that was torn by hand nothing but the text below it can be read."""
    try:
        return values_of(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text


def _add_marks(rows: Mapping[str, Rows], key: PaperKey, values: Mapping[str, object]) -> None:
    """The marks in a file's properties, for a paper that the store knows nothing of."""
    for name, table in (("bookmarked", "bookmarks"), ("read", "reads")):
        if since := _instant(values.get(name)):
            rows[table][key,] = (since, since)
    if isinstance(due := values.get("revisit"), date):
        rows["revisits"][key,] = (due.strftime("%Y-%m-%d"), 0, _LONG_AGO)
    for name in _names(values.get("labels")):
        rows["labels"][name,] = (_LONG_AGO, _LONG_AGO, None, _LONG_AGO)
        rows["labelled"][key, name] = (_LONG_AGO, _LONG_AGO)


def _instant(value: object) -> str | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return to_text(value if value.tzinfo else value.replace(tzinfo=UTC))


def _names(value: object) -> Iterator[str]:
    names = (str(name) for name in value) if isinstance(value, list) else ()
    yield from (clean_name(name) for name in names if name.strip() and name.isprintable() and len(name) <= NAME_LENGTH)
