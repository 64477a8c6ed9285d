"""Importing: which papers of the library a list means, what is kept of them, and what is no list at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.services.importing import import_list, import_marks, is_marks
from reader.services.lists.named import Listed, Named
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.factories import METHOD_ONLY, paper, post, write_post

ONE, TWO = PaperKey("2501.00001"), PaperKey("2501.00002")
ELSEWHERE = PaperKey("2406.00009")


@pytest.fixture
def opened(profile: Path, tmp_path: Path) -> Iterator[Profile]:
    papers = [
        paper(1, "Salt & Lamps", f"https://arxiv.org/abs/{ONE}", METHOD_ONLY),
        paper(2, "Slow Kettles", f"https://arxiv.org/abs/{TWO}", METHOD_ONLY),
        paper(3, "Untitled Spoons", None, METHOD_ONLY),
    ]
    write_post(tmp_path / "posts", "2025-01-02.md", post(papers))
    with Profile(ProfilePaths.of(profile)) as made:
        made.take_sources([tmp_path / "posts"])
        refresh(made)
        yield made


def test_papers_are_bookmarked_in_the_order_of_the_list_and_those_known_are_told_apart(opened: Profile) -> None:
    opened.marks.set_bookmark(TWO, True)
    listed = Listed([Named((TWO,)), Named((ELSEWHERE,), "Far Away"), Named((ONE,)), Named((ONE,))], ["a line"])
    would = import_list(opened, listed, "list.txt", dry_run=True)
    assert opened.marks.keys("bookmarked") == {TWO}
    done = import_list(opened, listed, "list.txt")
    assert done == would
    assert done == ((ELSEWHERE, ONE), (TWO,), (ELSEWHERE,), ("a line",))
    assert opened.marks.keys("bookmarked") == {ONE, TWO, ELSEWHERE}


def test_of_bookmarked_papers_the_text_is_kept_or_the_title_of_the_list(opened: Profile) -> None:
    import_list(opened, Listed([Named((ONE,), "Another Title"), Named((ELSEWHERE,), "Far Away")], []), "list.txt")
    kept = opened.marks.snapshots()
    assert "Salt & Lamps" in kept[ONE] and "Another Title" not in kept[ONE]
    assert "Far Away" in kept[ELSEWHERE]


@pytest.mark.parametrize(
    ("named", "key"),
    [
        (Named(title="salt and lamps"), None),
        (Named(title="SALT, LAMPS!"), ONE),
        (Named(title="untitled spoons"), "title:untitled spoons"),
        (Named((ELSEWHERE,), "Salt & Lamps"), ELSEWHERE),
        (Named((PaperKey("https://example.org/x"),), "Salt & Lamps"), ONE),
        (Named((PaperKey("https://example.org/x"),), "Unknown"), "https://example.org/x"),
        (Named((PaperKey("https://example.org/x"),), is_sure=False), None),
        (Named((ONE,), is_sure=False), ONE),
        (Named(own=str(TWO)), TWO),
        (Named((PaperKey("https://example.org/x"), ONE)), ONE),
        (Named(title="…"), None),
    ],
)
def test_a_paper_is_meant_by_a_key_of_the_library_or_else_by_its_whole_title(
    opened: Profile, named: Named, key: str | None
) -> None:
    if key is None:
        with pytest.raises(ReaderError, match=r"^f names no paper by an arXiv id, a link or a title"):
            import_list(opened, Listed([named], []), "f")
    else:
        assert import_list(opened, Listed([named], []), "f").added == (key,)


def test_a_list_without_papers_says_its_first_line(opened: Profile) -> None:
    with pytest.raises(
        ReaderError,
        match=r"^f names no paper by an arXiv id, a link or a title: 'Nobody' is none\. Nothing was imported\.$",
    ):
        import_list(opened, Listed([Named(title="Nobody")], ["else"]), "f")
    with pytest.raises(ReaderError, match=r"a title\. Nothing was imported\.$"):
        import_list(opened, Listed([], []), "f")


def test_marks_are_told_from_lists_by_how_they_begin(tmp_path: Path) -> None:
    for name, content, marks in (
        ("a.txt", b"PK\x03\x04", True),
        ("b.txt", b"SQLite format 3\x00", True),
        ("c.zip", b"arXiv:2501.00001", False),
        ("d.zip", b"", False),
    ):
        (tmp_path / name).write_bytes(content)
        assert is_marks(tmp_path / name) is marks
    assert is_marks(tmp_path) is False
    with pytest.raises(ReaderError, match=r"away cannot be read: No such file or directory\.$"):
        is_marks(tmp_path / "away")


def test_marks_of_another_profile_come_with_the_texts_of_their_papers(opened: Profile, tmp_path: Path) -> None:
    opened.marks.set_bookmark(ONE, True)
    opened.marks.set_note(TWO, "a note")
    opened.remember([ONE, TWO])
    backup = opened.marks.backup()
    with Profile(ProfilePaths.of(tmp_path / "other")) as other:
        report = import_marks(other, backup)
        assert other.marks.keys("bookmarked") == {ONE}
        assert other.marks.marks_of(TWO).note == "a note"
        assert "Salt & Lamps" in other.marks.snapshots()[ONE]
        assert report != import_marks(other, backup)
