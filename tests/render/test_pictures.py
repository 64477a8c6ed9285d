"""A post's pictures are found below its own source folder, and nowhere else."""

from pathlib import Path

import pytest

from reader.render.pictures import find, places_in_repository


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A blog with a picture among its assets, one beside a post, and a secret outside it."""
    blog = tmp_path / "blog"
    for name in ("assets/img/그림 1.png", "_posts/2025/beside.jpg", "../secret.png", "assets/notes.txt"):
        file = blog / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    return blog


@pytest.mark.parametrize("folder", [".", "_posts", "_drafts"])
@pytest.mark.parametrize(
    "source", ["/assets/img/그림 1.png", "/assets/img/%EA%B7%B8%EB%A6%BC%201.png", "assets/img/그림 1.png?x=1"]
)
def test_assets_are_found_from_the_blog_and_from_its_posts(blog: Path, folder: str, source: str) -> None:
    assert find(source, blog / folder, "2025/a.md") == (blog / "assets/img/그림 1.png").resolve()


def test_a_picture_beside_its_post_is_found(blog: Path) -> None:
    assert find("beside.jpg", blog / "_posts", "2025/a.md") == (blog / "_posts/2025/beside.jpg").resolve()
    assert find("../../assets/img/그림 1.png", blog / "_posts", "2025/a.md") is not None


@pytest.mark.parametrize("ending", ["png", "PNG", "jpg", "jpeg", "gif", "webp", "svg", "bmp"])
def test_every_kind_of_picture_is_found(blog: Path, ending: str) -> None:
    (blog / f"a.{ending}").touch()
    assert find(f"a.{ending}", blog, "a.md") == (blog / f"a.{ending}").resolve()


@pytest.mark.parametrize(
    "source",
    [
        "../secret.png",
        "../../../secret.png",
        "/../secret.png",
        "%2e%2e/%2e%2e/%2e%2e/secret.png",
        "/assets/notes.txt",
        "/etc/passwd",
        "file:///etc/passwd",
        "https://a.org/x.png",
        "//a.org/x.png",
        "C:\\secret.png",
        "a\0b.png",
        "http://[",
        "",
        "#x",
        "x" * 5000 + ".png",
    ],
)
def test_nothing_outside_is_found(blog: Path, source: str) -> None:
    assert find(source, blog, "_posts/2025/a.md") is None


def test_a_link_that_leads_out_is_not_followed(blog: Path) -> None:
    (blog / "assets/out.png").symlink_to(blog.parent / "secret.png")
    assert find("/assets/out.png", blog, "a.md") is None


@pytest.mark.parametrize(
    "source",
    [r"\\\\host\share\a.png", "%5C%5Chost%5Cshare%5Ca.png", "/C:/a.png", "../" * 9 + "a.png", "b/../../../a.png"],
)
def test_what_leads_out_by_its_words_is_not_even_looked_for(blog: Path, source: str, monkeypatch) -> None:
    """On Windows a look at a share contacts its host."""
    looked: list[Path] = []
    monkeypatch.setattr(Path, "is_file", lambda path: looked.append(path) or False)
    find(source, blog, "a.md")
    assert all(path.is_relative_to(blog.resolve()) and "\\" not in str(path) for path in looked), looked


def test_a_source_may_be_named_by_a_roundabout_path(blog: Path) -> None:
    assert find("/assets/img/그림 1.png", blog / "assets/..", "a.md") is not None


@pytest.mark.parametrize(
    ("folder", "places"),
    [
        ("blog/_posts", ["blog/_posts/2025/img/a.png", "blog/_posts/img/a.png", "blog/img/a.png"]),
        ("blog/notes", ["blog/notes/2025/img/a.png", "blog/notes/img/a.png"]),
        ("", ["2025/img/a.png", "img/a.png"]),
    ],
)
def test_in_a_repository_a_picture_is_meant_beside_its_post_in_the_source_or_in_the_blog(folder, places) -> None:
    assert places_in_repository("img/a.png", folder, "2025/a.md") == places
    from_top = [place for place in places if "2025" not in place]
    assert places_in_repository("/img/a.png", folder, "2025/a.md") == from_top
