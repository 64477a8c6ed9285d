"""A profile opened: its settings, catalogue, index and marks, each when first asked for.

The one place where the rooms are joined for everything that has no window; the window's `ui/session.py` builds on it.
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader.base.errors import ReaderError, reason_of
from reader.base.git_address import read_address
from reader.base.paths import ProfilePaths
from reader.base.settings import Settings
from reader.library.listing import Listing
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.services.own_names import OwnNames

if TYPE_CHECKING:
    from reader.arxiv.store import DetailsStore
    from reader.library.versions import VersionStore
    from reader.search.index import Index


class Profile:
    """One person's places, opened lazily. Close it, or use it in a `with`."""

    def __init__(self, places: ProfilePaths, *, read_only: bool = False) -> None:
        """`read_only`: only look. Nothing of the profile is made or changed, and none of it has to be writable."""
        self.places = places
        self._read_only = read_only

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what was opened."""
        for name in ("listing", "marks", "details", "versions", "index"):
            opened = self.__dict__.pop(name, None)
            if opened is not None:
                opened.close()

    @cached_property
    def settings(self) -> Settings:
        """The settings."""
        return Settings(self.places.settings)

    @cached_property
    def listing(self) -> Listing:
        """The catalogue for reading."""
        return Listing(self.places.catalogue)

    @cached_property
    def marks(self) -> MarkStore:
        """The marks; the store is made if there is none, unless the profile is only read."""
        if not self._read_only:
            self.make_folders()
        return MarkStore(self.places.marks, self.places.backups, read_only=self._read_only)

    @cached_property
    def details(self) -> "DetailsStore":
        """What arXiv said of papers."""
        from reader.arxiv.store import DetailsStore

        return DetailsStore(self.places.details, read_only=self._read_only)

    @cached_property
    def own_names(self) -> OwnNames:
        """What the person says of names that mean the same."""
        return OwnNames(lambda: self.marks, self.places.former_names, self.places.names_copy)

    @cached_property
    def versions(self) -> "VersionStore":
        """Earlier versions of the summaries of papers with marks."""
        from reader.library.versions import VersionStore

        return VersionStore(self.places.versions, read_only=self._read_only)

    @cached_property
    def index(self) -> "Index":
        """The search index; whoosh is imported here, not before."""
        from reader.search.index import Index

        return Index(self.places.search_index)

    def take_sources(self, given: Iterable[str | Path]) -> None:
        """Add folders and addresses of Git repositories to the sources.

        Nothing is kept if a newer version wrote the marks. Raises ReaderError.
        """
        named = [(str(source), read_address(str(source))) for source in given]
        self.make_folders()
        self.marks.data_version()
        self.settings.add_sources(Path(text) for text, address in named if address is None)
        self.settings.add_repositories(address for _, address in named if address is not None)

    def make_folders(self) -> None:
        """Make the profile's folders. Raises ReaderError."""
        try:
            self.places.make()
        except OSError as error:
            where = error.filename or self.places.data
            raise ReaderError(
                f"The folder {where} cannot be made: {reason_of(error)}. Choose another --profile."
            ) from error

    def reopen_listing(self) -> None:
        """Look at the catalogue anew, after it was made or made again."""
        opened = self.__dict__.pop("listing", None)
        if opened is not None:
            opened.close()

    def key_of(self, text: str) -> PaperKey:
        """The paper a person means: an arXiv id in any form, a link, a key, or a page's path. Raises ReaderError."""
        from reader.base.links import identity, normalised, paper_of_address
        from reader.library.sources import clean_name  # these are for the command line

        text = clean_name(paper_of_address(text) or text)
        candidates = list(dict.fromkeys(PaperKey(key) for key in (identity(text), text, normalised(text)) if key))
        for key in candidates:
            if self.listing.record(key) is not None:
                return key
        if page := self.listing.origins.find_page(text):
            return page
        known = self.marks.snapshots(candidates)
        if known:
            return next(iter(known))
        kept = self.marks.kept_keys()  # of papers that were imported by name their marks are all there is
        if marked := [key for key in candidates if key in kept]:
            return marked[0]
        raise ReaderError(f"There is no paper {text!r} in the library. `daily-papers list` shows what there is.")

    def back_up_daily(self) -> str:
        """Back the marks up unless that was done today; not for the window's loop. Returns what hindered it, or ""."""
        from reader.marks.backup import daily_backup  # the window starts without it

        path = self.marks.path  # opened first: what hinders that hinders everything
        try:
            daily_backup(path, self.places.backups)
        except ReaderError as error:
            return str(error)
        return ""

    def remember(self, keys: Iterable[PaperKey]) -> None:
        """Keep the last known text of papers beside their marks, for the day their last post is gone."""
        from reader.library import paper_json  # not needed before a first mark

        records = (self.listing.record(key) for key in keys)
        self.marks.set_snapshots({r.key: paper_json.record_to_json(r) for r in records if r is not None and not r.gone})
