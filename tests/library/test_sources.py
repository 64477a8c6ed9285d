"""Which files of a folder count, by their names, and what is said of the others."""

import os
from pathlib import Path

import pytest

from reader.library import sources
from reader.library.folder_source import FolderSource
from reader.library.sources import Passed, Scan, clean_name, read_post, scan_folder


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\ntitle: a\n---\n글", encoding="utf-8")


def found(folder: Path) -> set[str]:
    return {file.name for file in scan_folder(folder).files}


@pytest.mark.parametrize(
    "ending",
    ["md", "markdown", "mkd", "mkdn", "mkdown", "mdown", "mdx", "qmd", "rmd", "html", "htm", "txt", "MD", "Html"],
)
def test_these_are_endings_of_posts(ending: str, tmp_path: Path) -> None:
    write(tmp_path, f"a.{ending}")
    assert found(tmp_path) == {f"a.{ending}"}
    [file] = scan_folder(tmp_path).files
    assert file.needs_head is (ending.lower() in ("html", "htm", "txt"))
    assert file.size == file.path.stat().st_size


@pytest.mark.parametrize(
    "folder", ["node_modules", "bower_components", "vendor", "_site", "__pycache__", "site-packages", "venv"]
)
def test_folders_of_tools_are_passed_over_and_said(folder: str, tmp_path: Path) -> None:
    write(tmp_path, f"{folder}/a.md", "b.md")
    scan = scan_folder(tmp_path)
    assert [file.name for file in scan.files] == ["b.md"]
    assert scan.passed == [Passed(f"{folder}/", "a folder of tools")]


def test_so_many_files_that_are_passed_over_are_told_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_MOST_PASSED", 3)
    write(tmp_path, *(f"{n}.pdf" for n in range(5)))
    assert len(scan_folder(tmp_path).passed) == 3


def test_a_link_is_followed_and_one_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", "a.md", "b/c.md")
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "a.md").symlink_to(tmp_path / "elsewhere" / "a.md")
    (posts / "b").symlink_to(tmp_path / "elsewhere" / "b")
    (posts / "lost.md").symlink_to(tmp_path / "nowhere.md")
    (posts / "round.md").symlink_to(posts / "round.md")
    scan = scan_folder(posts)
    assert {file.name for file in scan.files} == {"a.md", "b/c.md"}
    assert dict(scan.unreadable) == {"lost.md": "No such file or directory", "round.md": os.strerror(40)}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_post_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    os.mkfifo(tmp_path / "_config.yml")
    write(tmp_path, "b.md")
    assert found(tmp_path) == set()  # what calls itself a site has its posts in folders


def test_what_may_hide_below_a_folder_that_could_not_be_looked_into() -> None:
    scan = Scan()
    scan.could_not_read("deep", OSError("the words of an error without a number"))
    assert scan.unreadable == [("deep", "the words of an error without a number")]
    assert [scan.may_hide(name) for name in ("deep", "deep/a.md", "deeper/a.md", "a.md")] == [True, True, False, False]
    scan.could_not_read("x", OSError(13, "Permission denied"))
    assert scan.unreadable[-1] == ("x", "Permission denied")
    scan.unreadable.append(("", "the folder is not there"))
    assert scan.may_hide("a.md")


def test_a_site_that_is_no_text_has_its_usual_folders(tmp_path: Path) -> None:
    write(tmp_path, "_posts/a.md", "b.md")
    (tmp_path / "_config.yml").mkdir()
    assert found(tmp_path) == {"_posts/a.md"}


def test_a_configuration_is_read_to_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "_notes/a.md", "_posts/b.md")
    text = "# " + "x" * 100 + "\ncollections:\n  notes:\n    output: true\n"
    (tmp_path / "_config.yml").write_text(text, encoding="utf-8")
    assert found(tmp_path) == {"_posts/b.md", "_notes/a.md"}
    monkeypatch.setattr(sources, "_MOST_CONFIG", 90)
    assert found(tmp_path) == {"_posts/b.md"}


def test_posts_are_named_newest_first_by_the_name_of_the_file_alone(tmp_path: Path) -> None:
    write(tmp_path, "z/2025-01-01.md", "a/2025-03-01.md", "2025-02-01.md")
    assert [file.name for file in scan_folder(tmp_path).files] == [
        "a/2025-03-01.md",
        "2025-02-01.md",
        "z/2025-01-01.md",
    ]


def test_each_folder_counts_once_where_one_source_lies_inside_another(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b/c.md")
    given: set[tuple[int, int]] = set()
    assert {file.name for file in scan_folder(tmp_path / "b", given).files} == {"c.md"}
    assert {file.name for file in scan_folder(tmp_path, given).files} == {"a.md"}


def test_a_file_and_its_folder_are_named_as_the_disk_has_them(tmp_path: Path) -> None:
    write(tmp_path, "e\u0301.md")
    source = FolderSource(tmp_path)
    [file] = source.scan(set()).files
    assert file.name == "\u00e9.md"
    assert source.where_is(file) == str(tmp_path / "e\u0301.md")
    assert (source.name, source.where("a.md"), source.where("")) == (
        str(tmp_path),
        str(tmp_path / "a.md"),
        str(tmp_path),
    )
    assert source.read(file) == read_post(file) == file.path.read_bytes()
    assert clean_name("\udcff") == "\ufffd"
