"""How each source of the library stands, as the settings show it."""

from datetime import UTC, datetime
from pathlib import Path

from reader.base.git_address import GitAddress
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.services.sources import last_look, marked_only_in, source_states
from tests.factories import numbered, post, write_post


def test_a_source_says_its_posts_and_when_it_was_looked_at(profile: Path, tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    write_post(folder, "2025-01-02-a.md", post(numbered(2)))
    with Profile(ProfilePaths.of(profile)) as opened:
        opened.take_sources([folder])
        assert last_look(opened) is None
        before = datetime.now(UTC)
        refresh(opened)
        (state,) = source_states(opened)
        assert (state.source, state.posts, state.remarked, state.is_paused, state.is_there) == (
            folder,
            1,
            0,
            False,
            True,
        )
        assert state.looked is not None
        assert before <= state.looked <= datetime.now(UTC)


def test_a_paused_source_is_left_as_it_is_until_it_goes_on(profile: Path, tmp_path: Path) -> None:
    folder, repository = tmp_path / "posts", GitAddress("https://host.example/owner/name")
    written = write_post(folder, "2025-01-02-a.md", post(numbered(2)))
    with Profile(ProfilePaths.of(profile)) as opened:
        opened.take_sources([folder])
        refresh(opened)
        opened.settings.add_repositories([repository])
        opened.settings.pause(folder, True)
        opened.settings.pause(repository, True)  # else it would be asked for, and nothing in a test may be
        written.unlink()
        outcome = refresh(opened)
        assert (outcome.papers, [fetched.trouble for fetched in outcome.fetched]) == (2, [""])
        assert [state.is_paused for state in source_states(opened)] == [True, True]
        opened.settings.remove_repository(repository)
        opened.settings.pause(folder, False)
        assert refresh(opened).papers == 0


def test_a_source_that_was_removed_is_not_paused_when_it_is_added_again(profile: Path, tmp_path: Path) -> None:
    with Profile(ProfilePaths.of(profile)) as opened:
        opened.take_sources([tmp_path])
        opened.settings.pause(tmp_path, True)
        opened.settings.remove_source(tmp_path)
        opened.settings.add_sources([tmp_path])
        assert not opened.settings.is_paused(tmp_path)


def test_papers_that_would_be_left_by_their_marks_alone_are_counted(profile: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write_post(one, "2025-01-02-a.md", post(numbered(3)))
    write_post(other, "2025-01-03-b.md", post(numbered(1)))
    with Profile(ProfilePaths.of(profile)) as opened:
        opened.take_sources([one, other])
        refresh(opened)
        keys = sorted(opened.listing.all_keys())
        opened.marks.set_bookmarks(keys[:2], True)  # the first is in both
        assert marked_only_in(opened, one) == 1
