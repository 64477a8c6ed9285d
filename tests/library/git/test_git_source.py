"""A repository's newest commit is read as a folder would be, and says in words what it lacks."""

import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from dulwich.objects import Blob as GitBlob
from dulwich.objects import Commit, Tree

from reader.base.git_address import GitAddress
from reader.library.git.fetch import fetch
from reader.library.git.source import GitSource
from reader.library.sources import MAX_BYTES, Passed, Scan, scan_folder
from tests.library.git.git_servers import Blog

Sources = Callable[..., GitSource]
HEAD = "---\ntitle: A\n---\ntext\n"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    return Blog(tmp_path / "blog")


@pytest.fixture
def source_of(blog: Blog) -> Iterator[Sources]:
    """Fetches the blog; gives it, or a folder of it, as a source."""
    with ExitStack() as opened:

        def fetched(folder: str = "") -> GitSource:
            address, copy = GitAddress(blog.folder.as_uri(), folder=folder), blog.folder.with_name("copy.git")
            fetch(address, copy)
            source = GitSource(address, copy)
            opened.callback(source.close)
            return source

        yield fetched


def scanned(source: GitSource) -> Scan:
    return source.scan(set())


FILES: dict[str, str | None] = {
    "2025-01-02-a.md": "# a\n",
    "b/2025-03-01-c.md": "# c\n",
    "b/d/2025-02-01-e.markdown": "# e\n",
    "b/z.txt": "no head\n",
    "b/y.html": HEAD,
    ".hidden/f.md": "# f\n",
    ".g.md": "# g\n",
    "node_modules/h.md": "# h\n",
    "picture.png": "x",
    "Makefile": "x",
}


def test_it_has_the_posts_that_the_same_files_in_a_folder_would_be(blog: Blog, source_of: Sources) -> None:
    blog.commit(FILES)
    of_folder, of_repository = scan_folder(blog.folder), scanned(source_of())
    assert [file.name for file in of_repository.files] == [file.name for file in of_folder.files]
    assert sorted(of_repository.passed) == sorted(of_folder.passed)
    assert of_repository.unreadable == []
    assert {file.size for file in of_repository.files} == {0}


def test_a_site_has_only_the_posts_of_its_folders(blog: Blog, source_of: Sources) -> None:
    blog.commit({"_config.yml": "title: a\n", "_posts/2025-01-01-a.md": "# a\n", "README.md": "# no post\n"})
    found = scanned(source_of())
    assert [file.name for file in found.files] == ["_posts/2025-01-01-a.md"]
    assert "README.md" in [passed.name for passed in found.passed]


def test_a_folder_of_posts_alone_is_one_even_without_the_site(blog: Blog, source_of: Sources) -> None:
    blog.commit({"_config.yml": "title: a\n", "_posts/2025-01-01-a.md": "# a\n"})
    assert [file.name for file in scanned(source_of("_posts")).files] == ["2025-01-01-a.md"]


def test_what_is_in_a_file_is_read_out_of_the_newest_commit(blog: Blog, source_of: Sources) -> None:
    blog.commit(FILES)
    source = source_of()
    texts = {file.name: source.read(file) for file in scanned(source).files}
    assert texts["b/2025-03-01-c.md"] == b"# c\n"
    assert texts["b/y.html"] == HEAD.encode()
    assert texts["b/z.txt"] is None  # a post only with front matter
    assert set(texts) == {name for name in FILES if name[0] in "2b"}


def test_the_stamp_of_a_file_changes_with_its_text_alone(blog: Blog, source_of: Sources) -> None:
    blog.commit({"a.md": "# a\n", "b.md": "# b\n", "c.md": "# b\n"})
    before = {file.name: file.mtime_ns for file in scanned(source_of()).files}
    blog.commit({"b.md": "# other\n"})
    after = {file.name: file.mtime_ns for file in scanned(source_of()).files}
    assert [name for name in before if before[name] != after[name]] == ["b.md"]
    assert before["b.md"] == before["c.md"] != before["a.md"]
    assert max(after.values()) < 1 << 63  # SQLite keeps no larger number


def test_folders_as_deep_as_people_never_make_them_are_looked_into(blog: Blog, source_of: Sources) -> None:
    deep = "/".join("d" for _ in range(200))
    blog.commit({f"{deep}/a.md": "# a\n"})
    assert [file.name for file in scanned(source_of()).files] == [f"{deep}/a.md"]


def test_names_that_look_alike_stay_two_files(blog: Blog, source_of: Sources) -> None:
    blog.commit({"\u00e9.md": "# composed\n", "e\u0301.md": "# decomposed\n"})
    source = source_of()
    files = scanned(source).files
    assert sorted(file.name for file in files) == ["\u00e9.md", "\u00e9.md~2"]
    assert {source.read(file) for file in files} == {b"# composed\n", b"# decomposed\n"}


def test_a_link_or_another_repository_in_it_is_passed_over(blog: Blog, source_of: Sources) -> None:
    store = blog.repository.object_store
    text, tree = GitBlob.from_string(b"# a\n"), Tree()
    tree.add(b"a.md", stat.S_IFREG | 0o644, text.id)
    tree.add(b"link.md", stat.S_IFLNK | 0o777, text.id)
    tree.add(b"\xff.md", stat.S_IFREG | 0o644, text.id)
    commit = Commit()
    commit.tree, commit.message = tree.id, b"links"
    commit.author = commit.committer = b"A Person <a@example.org>"
    commit.author_time = commit.commit_time = commit.author_timezone = commit.commit_timezone = 0
    for each in (text, tree, commit):
        store.add_object(each)
    blog.repository.refs[b"refs/heads/main"] = commit.id
    found = scanned(source_of())
    assert [file.name for file in found.files] == ["\ufffd.md", "a.md"]
    assert found.passed == [Passed("link.md", "a link or another repository")]


def test_a_copy_that_is_not_there_may_hide_everything(tmp_path: Path) -> None:
    address = GitAddress("https://example.org/a")
    found = scanned(GitSource(address, tmp_path / "nothing.git"))
    assert (found.files, found.unreadable) == ([], [("", "it was not fetched yet")])
    (tmp_path / "empty.git").mkdir()
    assert scanned(GitSource(address, tmp_path / "empty.git")).unreadable == [("", "it was not fetched yet")]


@pytest.mark.parametrize(("folder", "there"), [("b", True), ("b/d", True), ("b/x", False), ("2025-01-02-a.md", False)])
def test_a_folder_of_it_that_is_not_there_is_said(blog: Blog, source_of: Sources, folder: str, there: bool) -> None:
    blog.commit(FILES)
    found = scanned(source_of(folder))
    said = [("", f"the repository has no folder {folder!r}")]
    assert (bool(found.files), found.unreadable) == ((True, []) if there else (False, said))


def test_a_file_is_named_as_a_person_knows_it(blog: Blog, source_of: Sources) -> None:
    blog.commit(FILES)
    source = GitSource(GitAddress("https://example.org/owner/name.git", "main", "b"), Path("copy"))
    assert source.name == "git+https://example.org/owner/name.git#branch=main&folder=b"
    assert source.where("") == "example.org/owner/name/b (main)"
    assert source.where("c.md") == "example.org/owner/name/b (main)/c.md"
    file = scanned(source_of()).files[0]
    assert source.where_is(file) == f"example.org/owner/name/b (main)/{file.name}"


def test_a_text_that_the_copy_lacks_is_an_error_of_the_disk(blog: Blog, source_of: Sources) -> None:
    blog.commit({"a.md": "# a\n"})
    source = source_of()
    [file] = scanned(source).files
    source._blobs["a.md"] = b"0" * 40
    with pytest.raises(OSError, match="copy on this computer is damaged"):
        source.read(file)


def test_a_file_that_is_too_large_is_not_read(blog: Blog, source_of: Sources, monkeypatch: pytest.MonkeyPatch) -> None:
    blog.commit({"a.md": "# a\n" * 100})
    source = source_of()
    [file] = scanned(source).files
    monkeypatch.setattr("reader.library.sources.MAX_BYTES", 400)
    assert source.read(file) == b"# a\n" * 100
    monkeypatch.setattr("reader.library.sources.MAX_BYTES", 399)
    with pytest.raises(OSError, match=r"\[Errno \d+\] it is larger than 0 MB$"):
        source.read(file)
    assert MAX_BYTES == 64 << 20
