"""Where the posts come from, and how each source stands: what the settings show of folders and repositories."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.base.files import read_whole, write_whole
from reader.base.git_address import GitAddress
from reader.library.origins import PostCount
from reader.services.fetching import last_fetched
from reader.services.profile import Profile

AnySource = Path | GitAddress


class SourceState(NamedTuple):
    """How one source stands."""

    source: AnySource
    posts: int
    remarked: int  # posts of which something is remarked
    looked: datetime | None  # when it was looked at last, UTC
    is_paused: bool
    is_there: bool  # a folder can be looked into; always of a repository
    has_web_pictures: bool  # those its posts name on other computers are fetched


def source_states(profile: Profile) -> list[SourceState]:
    """All sources, folders first, each in the order they were added."""
    settings, counts = profile.settings, profile.listing.origins.posts_of_sources()
    looked = last_look(profile)
    sources: list[AnySource] = [*settings.sources, *settings.repositories]
    states = []
    for source in sources:
        count = counts.get(str(source), PostCount(0, 0))
        at = last_fetched(profile, source) if isinstance(source, GitAddress) else looked
        is_there = isinstance(source, GitAddress) or source.is_dir()
        has_web = settings.shows_web_pictures(source)
        states.append(SourceState(source, *count, at, settings.is_paused(source), is_there, has_web))
    return states


def marked_only_in(profile: Profile, source: AnySource) -> int:
    """How many papers with marks no other source has: what stays listed, with its last text, if it is removed."""
    return len(profile.listing.origins.keys_only_in(str(source)) & profile.marks.kept_keys())


def note_look(profile: Profile) -> None:
    """Keep that the folders were looked at now."""
    write_whole(_kept(profile), json.dumps({"looked": datetime.now(UTC).isoformat()}), flush=False)


def last_look(profile: Profile) -> datetime | None:
    """When the folders were looked at last; None for never."""
    try:
        return datetime.fromisoformat(json.loads(read_whole(_kept(profile)))["looked"])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # not looked at yet, or the cache was emptied


def _kept(profile: Profile) -> Path:
    return profile.places.cache / "looked.json"
