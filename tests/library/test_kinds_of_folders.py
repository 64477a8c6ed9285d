"""Which files of a folder are posts: Markdown by any of its names, sites by their folders; the rest is told."""

from pathlib import Path

import pytest

from reader.library.sources import read_post, scan_folder
from tests.command_line import CommandLine
from tests.factories import numbered, post, write_post
from tests.posts.kinds import files
from tests.posts.kinds.shape import Shape

FOLDERS = [shape for shape in files.KIND.shapes if "posts" in shape.expect]


def lay_out(shape: Shape, folder: Path) -> None:
    for name, content in shape.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("shape", FOLDERS, ids=[shape.name for shape in FOLDERS])
def test_a_folders_posts_are_taken_and_the_rest_is_told(shape: Shape, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    lay_out(shape, folder)
    scan = scan_folder(folder)
    taken = [file.name for file in scan.files if read_post(file) is not None]
    assert sorted(taken) == sorted(shape.expect["posts"])
    without_head = {file.name for file in scan.files} - set(taken)
    passed = {each.name for each in scan.passed} | without_head
    assert set(shape.expect.get("passed over", ())) <= passed
    assert passed.isdisjoint(taken)


def test_a_folder_of_nothing_we_read_is_never_just_no_posts(
    tmp_path: Path, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = CommandLine(profile, capsys)
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in ("a.org", "b.org", "c.tex", "d.txt"):
        (folder / name).write_text("주전자", encoding="utf-8")
    said = command("sync", folder).out
    assert "2 × .org is not read" in said and "1 × .tex is not read" in said and "no front matter" in said
    passed = command("check", folder, "--json").json["passed_over"]
    assert [Path(each["path"]).name for each in passed] == ["a.org", "b.org", "c.tex", "d.txt"]
    assert all(each["why"] for each in passed)


def test_a_source_within_a_site_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("collections: [papers]\n", encoding="utf-8")
    write_post(tmp_path, "_notes/a.md", post(numbered(1)))
    assert [file.name for file in scan_folder(tmp_path).files] == []
    assert [file.name for file in scan_folder(tmp_path / "_notes").files] == ["a.md"]


def test_a_configuration_that_cannot_be_read_costs_its_collections_alone(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_bytes(b"collections: [\xff\x00")
    write_post(tmp_path, "_posts/2025-01-02-a.md", post(numbered(1)))
    assert [file.name for file in scan_folder(tmp_path).files] == ["_posts/2025-01-02-a.md"]
