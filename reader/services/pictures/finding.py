"""Which file a picture of a post is, in a folder, in a repository, or on another computer.

Pictures of a repository are taken out of its pack, and those of other computers fetched, when a post that names them is
shown first: until then they are `Absent`, and `bringing` brings them. A picture of another computer is none at all
where the person did not ask for those of the source.
"""

import json
import os
import time
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from reader.base.errors import ReaderError
from reader.base.files import read_whole
from reader.base.git_address import PREFIX, GitAddress, read_address
from reader.base.outgoing import web_address
from reader.render import pictures
from reader.services.fetching import pictures_file
from reader.services.profile import Profile

WEB_NAMES = (".picture", ".svg")
"""Behind the name of a picture of another computer: what it is, its bytes tell; a drawing is looked at before."""
_USED_SECONDS = 24 * 3600  # a use is noted once in so long


class Absent(NamedTuple):
    """A picture that can be brought here."""

    source: str  # as the catalogue knows it
    name: str  # the blob and its ending, or an address of the web

    @property
    def is_web(self) -> bool:
        """Whether another computer has to be asked for it."""
        return "/" in self.name


class PictureFinder:
    """Finds the pictures of a profile's posts."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._noted: dict[Path, tuple[int, Mapping[str, str]]] = {}  # by file, with its time

    def find(self, picture: str, source: str, post: str) -> Path | Absent | None:
        """The file of a picture, by its address in a post of a source; Absent where it is to be brought first."""
        address = address_of(source)
        if address is None:
            found = pictures.find(picture, folder=Path(source), post=post)
        else:
            found = None
            blob = self._blob(address, picture, post)
            if blob is not None:
                return _used(repository_folder(self._profile, source) / blob) or Absent(source, blob)
        return found or self._of_web(picture, source, address or Path(source))

    def _blob(self, address: GitAddress, picture: str, post: str) -> str | None:
        known = self._pictures_of(address)
        for path in pictures.places_in_repository(picture, address.folder, post):
            if path in known:
                return f"{known[path]}{PurePosixPath(path).suffix.lower()}"
        return None

    def _pictures_of(self, address: GitAddress) -> Mapping[str, str]:
        kept = pictures_file(self._profile, address)
        try:
            at = kept.stat().st_mtime_ns
        except OSError:
            return {}  # it was not fetched yet
        known = self._noted.get(kept)
        if known is None or known[0] != at:
            known = self._noted[kept] = at, noted_pictures(kept)
        return known[1]

    def _of_web(self, picture: str, source: str, of: GitAddress | Path) -> Path | Absent | None:
        address = web_address(f"https:{picture}" if picture.startswith("//") else picture)
        if address is None or not self._profile.settings.shows_web_pictures(of):
            return None
        stem = web_folder(self._profile, source) / web_name(address)
        known = next((file for ending in WEB_NAMES if (file := _used(stem.with_suffix(ending)))), None)
        return known or Absent(source, address)


def address_of(source: str) -> GitAddress | None:
    """The repository that a source is; None for a folder."""
    try:
        return read_address(source) if source.startswith(PREFIX) else None
    except ReaderError:
        return None  # another program wrote it


def noted_pictures(kept: Path) -> Mapping[str, str]:
    """The pictures of a repository: the names of their blobs by their paths."""
    try:
        found = json.loads(read_whole(kept))["pictures"]
        return {str(path): str(blob) for path, blob in found.items() if str(blob).isalnum()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # none was kept yet, or another program wrote it


def repository_folder(profile: Profile, source: str) -> Path:
    """Where pictures are that were taken out of a repository's pack."""
    return profile.places.pictures / f"{_digest(source)}-repository"


def web_folder(profile: Profile, source: str) -> Path:
    """Where pictures are that posts of a source name on other computers."""
    return profile.places.pictures / f"{_digest(source)}-web"


def web_name(address: str) -> str:
    """The name of a picture's file, without its ending."""
    return _digest(address)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _used(file: Path) -> Path | None:
    """The file, if it is there; its time of use is noted, by which those not used for long are removed."""
    try:
        status = file.stat()
        if time.time() - status.st_atime > _USED_SECONDS:
            os.utime(file, ns=(time.time_ns(), status.st_mtime_ns))
    except FileNotFoundError:
        return None
    except OSError:
        return file if file.is_file() else None  # the disk takes no times
    return file
