"""Changes to the index: one commit at a time, whole or not at all.

Whoosh writes a new table of contents and then deletes what the old one had. Here the old files stay until the next
commit and the manifest is replaced in between, so that at any moment one generation on disk is whole and named by the
manifest, and one that a reader has just begun to open is not taken away. What a killed writer leaves is swept by the
next.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader.search.model import Document
from reader.search.store import manifest as manifests
from reader.search.store import phrases, schema, vocabulary
from reader.search.store.codec import Codec, Pool
from reader.search.store.generation import NAME, Generation
from reader.search.store.manifest import Manifest
from reader.search.store.phrases import NO_PHRASES, Phrases
from reader.search.store.segment import read_phrases, read_words
from reader.search.store.vocabulary import LONGEST, counts_in
from reader.search.store.whoosh_import import TOC, FileIndex, FileStorage, SegmentReader, SegmentWriter

# Of segments with so many documents, from and below, this many are kept before they are merged: days of syncs, and
# seasons of them. Each segment costs every search some lookups.
_ALIKE = ((0, 1_000, 8), (1_000, 10_000, 4))

Merge = Callable[[Any, list[Any]], list[Any]]
"""Gives those of a writer's segments that are kept and merges the others; Whoosh's `mergetype`."""


class _Pinned(FileIndex):  # type: ignore[misc]  # Whoosh is untyped
    """The generation the manifest names, whatever else lies there."""

    def __init__(self, storage: Any, contents: int) -> None:
        self._contents = contents
        super().__init__(storage, schema=schema.schema(), indexname=NAME)

    def _read_toc(self) -> Any:
        return TOC.read(self.storage, NAME, gen=self._contents, schema=schema.schema())


class _Writer(SegmentWriter):  # type: ignore[misc]  # Whoosh is untyped
    """Keeps postings in a `Pool`; writes the table of contents and deletes nothing."""

    def __init__(self, index: Any, phrases: Phrases) -> None:
        super().__init__(index, codec=Codec(), compound=False, _lk=False)
        self.pool = Pool()
        self.words: Counter[str] = Counter()
        self._phrases = phrases
        self.phrases: frozenset[str] | None = None  # those looked for in all that was added

    def add(self, document: Document) -> None:
        row = schema.row(document)
        words: set[str] = set()
        positions = schema.term_positions(row.pop(schema.TEXT), words)
        self.pool.add_text(schema.TEXT, self.docnum, positions)
        self.pool.add_text(schema.PHRASES, self.docnum, self._phrases.of(positions))
        self._note_phrases(self._phrases.names)
        self.words.update(word for word in words if len(word) <= LONGEST)
        self.add_document(**row)

    def add_reader(self, reader: Any) -> None:
        start = self.docnum
        moved = self.write_per_doc(set(self.schema.names()), reader)
        self.pool.merge(reader, start, moved)
        self.words += counts_in(read_words(self.storage, reader.segment()))
        self._note_phrases(read_phrases(self.storage, reader.segment()))
        self._added = True

    def _note_phrases(self, names: frozenset[str]) -> None:
        if self.phrases is not names:
            self.phrases = names if self.phrases is None else self.phrases & names

    def _commit_toc(self, segments: Any) -> None:
        TOC(self.schema, segments, self.generation).write(self.storage, NAME)
        self.written = segments


class _Storage(FileStorage):  # type: ignore[misc]  # Whoosh is untyped
    """Remembers what it opened for writing: Whoosh leaves its files open when the disk is full."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), supports_mmap=False)
        self.made: list[Any] = []
        self.within: list[_Storage] = []

    def create_file(self, name: str, excl: bool = False, mode: str = "wb", **options: Any) -> Any:
        file = super().create_file(name, excl=excl, mode=mode, **options)
        self.made.append(file)
        return file

    def temp_storage(self, name: str) -> "_Storage":
        """A folder below, for what a column keeps while it is written."""
        storage = _Storage(Path(self.folder) / name)
        self.within.append(storage)
        storage.create()
        return storage

    def let_go(self) -> None:
        for storage in self.within:
            storage.let_go()
        for file in self.made:
            with suppress(OSError, ValueError):  # what can't be written, or is closed
                file.file.close()


def begin(folder: Path, generation: int) -> Manifest:
    """An empty index in a folder of its own beside the one before; the manifest names it at once."""
    store = f"store-{generation}"
    (folder / store).mkdir(parents=True)
    storage = FileStorage(str(folder / store), supports_mmap=False)
    TOC.create(storage, schema.schema(), NAME)
    manifest = manifests.with_files(Manifest(generation, 0, store), folder, [_contents_name(0)])
    manifests.write(folder, manifest)
    return manifest


def sweep(folder: Path, manifest: Manifest) -> None:
    """Delete what the manifest does not name: files of a killed writer, of the generation before, of other stores."""
    for path in folder.iterdir():
        if path.is_dir() and path.name.startswith("store-") and path.name != manifest.store:
            _delete_all(path)
    for path in (folder / manifest.store).iterdir():
        if path.is_dir():
            _delete_all(path)
        elif path.name not in manifest.files:
            _delete(path)


def commit(
    folder: Path,
    manifest: Manifest,
    add: Sequence[Document],
    remove: Iterable[str],
    *,
    wanted: Phrases = NO_PHRASES,
    merge: "Merge | None" = None,
) -> Manifest:
    """Write one batch and say which generation it made; documents with an id that is there are replaced.

    `wanted` are looked for in what is added. `merge` makes one of several segments. Raises OSError when the disk does
    not let it; then the index is as before.
    """
    sweep(folder, manifest)
    storage = _Storage(folder / manifest.store)
    writer = _Writer(_Pinned(storage, manifest.contents), wanted)
    try:
        for doc in _docs(folder, manifest, {*remove, *(d.id for d in add)}):
            writer.delete_document(doc)
        for document in add:
            writer.add(document)
        writer.commit(mergetype=merge or _merge_none)
        _write_beside(folder / manifest.store, writer)
    except BaseException:
        if not writer.is_closed:
            _abandon(writer)
        storage.let_go()
        raise
    segments = writer.written
    names = [_contents_name(writer.generation)]
    ids = tuple(f"{segment.segment_id()}." for segment in segments)
    names += [p.name for p in (folder / manifest.store).iterdir() if p.name.startswith(ids)] if ids else []
    made = manifest._replace(
        generation=manifest.generation + 1,
        contents=writer.generation,
        documents=sum(segment.doc_count() for segment in segments),
    )
    made = manifests.with_files(made, folder, sorted(names))
    manifests.write(folder, made)
    return made


def _write_beside(store: Path, writer: _Writer) -> None:
    """Put the words of the segment that was written, and the phrases looked for in it, beside it."""
    for segment in writer.written:
        path = store / f"{segment.segment_id()}{vocabulary.SUFFIX}"
        if not path.exists():
            path.write_bytes(vocabulary.packed(writer.words))
            path.with_suffix(phrases.SUFFIX).write_bytes(phrases.packed(writer.phrases or ()))


def _docs(folder: Path, manifest: Manifest, ids: Iterable[str]) -> set[int]:
    if not manifest.documents:
        return set()
    generation = Generation(folder / manifest.store, manifest.contents)
    try:
        alive = generation.lanes.column(generation.all())
        return {doc for id in ids for doc in generation.where("id", id) if alive[doc]}
    finally:
        generation.close()


def is_worn(folder: Path, manifest: Manifest) -> bool:
    """Whether `merge_worn` would do something."""
    storage = FileStorage(str(folder / manifest.store), supports_mmap=False)
    return bool(_worn(_Pinned(storage, manifest.contents)._segments()))


def merge_worn(writer: Any, segments: list[Any]) -> list[Any]:
    """Small segments are merged when there are many, others when half of them is deleted."""
    worn = _worn(segments)
    for segment in segments:
        if id(segment) in worn and segment.doc_count():
            writer.add_reader(SegmentReader(writer.storage, writer.schema, segment))  # closed by the pool
    return [segment for segment in segments if id(segment) not in worn]


def _merge_none(_: Any, segments: list[Any]) -> list[Any]:
    return [segment for segment in segments if segment.doc_count()]


def _worn(segments: list[Any]) -> set[int]:
    worn = [s for s in segments if s.deleted_count() * 2 > s.doc_count_all()]
    for least, below, many in _ALIKE:
        alike = [s for s in segments if least <= s.doc_count_all() < below]
        worn += alike if len(alike) > many else []
    return {id(s) for s in worn}


def _abandon(writer: Any) -> None:
    """Close a writer that failed; its files are swept later, so that a full disk does not fail twice."""
    try:
        writer.cancel()
    except Exception:  # noqa: BLE001  # the first error is the one to tell; this one says the same
        writer.is_closed = True


def _contents_name(generation: int) -> str:
    return f"_{NAME}_{generation}.toc"


def _delete(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return  # a reader on Windows still has it open: the next sweep takes it


def _delete_all(folder: Path) -> None:
    for path in folder.iterdir():
        _delete_all(path) if path.is_dir() else _delete(path)
    try:
        folder.rmdir()
    except OSError:
        return
