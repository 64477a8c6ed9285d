"""A copy that a disk spoiled takes no paper and no word away: it is said, and the next fetch makes it anew."""

import random
from pathlib import Path

import pytest

from reader.base.git_address import GitAddress
from reader.base.paths import ProfilePaths
from reader.library.git.fetch import fetch
from reader.library.git.objects import is_damaged
from reader.library.git.pictures import note_pictures, read_picture
from reader.library.git.source import GitSource
from reader.services.fetching import Fetching, copy_of
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.factories import numbered, post
from tests.library.git.git_servers import Blog

FILES = {f"_posts/2025-01-{day:02}-a.md": f"# {day}\n\n{'text ' * day}\n" for day in range(1, 13)}


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    made = Blog(tmp_path / "blog")
    made.commit(dict(FILES))
    made.commit({"_posts/2025-01-03-a.md": "# 3\n\nother\n", "a.png": "picture"})  # whose history is left out
    return made


def read_all(address: GitAddress, copy: Path) -> dict[str, bytes]:
    """What can be read of a copy, by name."""
    source = GitSource(address, copy)
    found = {}
    try:
        for file in source.scan(set()).files:
            try:
                found[file.name] = source.read(file) or b""
            except OSError as error:
                assert "damaged" in str(error)
    finally:
        source.close()
    return found


def spoil(file: Path, chance: random.Random, how: str) -> None:
    """Do to a file what disks do."""
    file.chmod(0o644)
    content = bytearray(file.read_bytes())
    at = chance.randrange(len(content))
    match how:
        case "flip":
            content[at] ^= 1 << chance.randrange(8)
        case "zeros":
            content[at : at + 64] = bytes(len(content[at : at + 64]))
        case "cut":
            del content[at:]
        case _:
            content.clear()
    file.write_bytes(content)


@pytest.mark.parametrize("how", ["flip", "zeros", "cut", "empty"])
@pytest.mark.parametrize("ending", ["pack", "idx"])
def test_what_is_read_is_right_or_is_not_read_and_a_fetch_brings_it_all_back(
    blog: Blog, tmp_path: Path, ending: str, how: str
) -> None:
    address, copy = GitAddress(blog.folder.as_uri()), tmp_path / "copy.git"
    fetch(address, copy)
    whole = read_all(address, copy)
    assert len(whole) == len(FILES)
    chance = random.Random(5)
    noticed = 0
    for _ in range(12):
        [file] = (copy / "objects" / "pack").glob(f"*.{ending}")
        spoil(file, chance, how)
        found = read_all(address, copy)
        assert found.items() <= whole.items()
        noticed += len(found) < len(whole)
        assert is_damaged(copy) or found == whole
        fetch(address, copy)
        if len(found) < len(whole):
            assert read_all(address, copy) == whole
            assert not is_damaged(copy)
    assert noticed


@pytest.mark.parametrize("name", ["HEAD", "refs/heads/reader", "config", "objects", "shallow"])
def test_a_copy_that_lost_a_file_of_its_own_is_made_anew(blog: Blog, tmp_path: Path, name: str) -> None:
    address, copy = GitAddress(blog.folder.as_uri()), tmp_path / "copy.git"
    fetch(address, copy)
    whole = read_all(address, copy)
    for change in (lambda path: path.write_bytes(b"\0" * 41), lambda path: path.write_bytes(b""), Path.unlink):
        path = copy / name
        if path.is_dir():
            path.rename(copy / "elsewhere")
        elif not path.exists():
            assert name == "shallow"  # what was fetched has no history that could be left out
        else:
            change(path)
        assert read_all(address, copy).items() <= whole.items()
        fetch(address, copy)
        assert read_all(address, copy) == whole


def test_a_picture_of_a_damaged_pack_is_none_and_the_copy_is_made_anew(blog: Blog, tmp_path: Path) -> None:
    address, copy, kept = GitAddress(blog.folder.as_uri()), tmp_path / "copy.git", tmp_path / "pictures.json"
    fetch(address, copy)
    note_pictures(copy, kept, {".png"})
    blob = kept.read_text().split('"a.png": "')[1][:40]
    assert read_picture(copy, blob) == b"picture"
    assert read_picture(copy, "0" * 40) is None
    assert not is_damaged(copy)
    [pack] = (copy / "objects" / "pack").glob("*.pack")
    pack.chmod(0o644)
    pack.write_bytes(pack.read_bytes()[:12] + bytes(pack.stat().st_size - 12))
    assert read_picture(copy, blob) is None
    assert is_damaged(copy)
    kept.unlink()
    note_pictures(copy, kept, {".png"})
    assert not kept.exists()
    assert not fetch(address, copy)
    assert read_picture(copy, blob) == b"picture"


def test_a_library_keeps_its_papers_says_why_and_is_whole_after_the_next_fetch(blog: Blog, tmp_path: Path) -> None:
    blog.commit({"_posts/2025-02-01-papers.md": post(numbered(3), date="2025-02-01")})
    address = GitAddress(blog.folder.as_uri())
    with Profile(ProfilePaths.of(tmp_path / "profile")) as profile:
        profile.make_folders()
        profile.settings.add_repositories([address])
        before = refresh(profile)
        assert before.papers >= 3
        [pack] = (copy_of(profile, address) / "objects" / "pack").glob("*.pack")
        pack.chmod(0o644)
        pack.write_bytes(bytes(pack.stat().st_size))
        away = refresh(profile, fetching=Fetching.NOT)
        assert (away.papers, away.report.removed) == (before.papers, 0)
        assert [remark.message for _, remark in away.report.warnings] == [
            "Could not be looked into: its copy on this computer is damaged; the next fetch makes it anew."
        ]
        healed = refresh(profile, fetching=Fetching.DUE)
        assert (healed.papers, healed.report.warnings, healed.fetched[0].trouble) == (before.papers, [], "")
