"""A picture of a post is enlarged and saved by real keys, and opened by a real click."""

from pathlib import Path

import pytest
from desktop import Desktop, until
from PIL import Image

RED = (255, 0, 0)


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    Image.new("RGB", (300, 200), RED).save(folder / "red.png")
    text = '---\ntitle: "Pictures"\ndate: 2025-01-02\n---\n\n앞의 글\n\n![Red](red.png)\n'
    (folder / "2025-01-02-pictures.md").write_text(text, encoding="utf-8")
    return folder


def reds(desktop: Desktop) -> list[tuple[int, int]]:
    shown = desktop.picture().convert("RGB")
    places = ((x, y) for y in range(0, shown.height, 20) for x in range(0, shown.width, 20))
    return [place for place in places if shown.getpixel(place) == RED]


def test_keys_enlarge_and_save_a_picture_and_a_click_enlarges_it(desktop: Desktop, profile: Path, posts: Path) -> None:
    program = desktop.run("open", str(posts), "--lang", "en", profile=profile)
    program.wait_for_window("Pictures")
    until(lambda: reds(desktop), "the picture in the page")
    desktop.key("i")
    program.wait_for_window("^Red$")
    desktop.key("ctrl+s")
    program.wait_for_window("Save the picture")
    desktop.type(str(posts / "saved.png"))
    desktop.key("Return")
    until((posts / "saved.png").exists, "the picture, saved")
    assert (posts / "saved.png").read_bytes() == (posts / "red.png").read_bytes()
    desktop.key("Escape")
    until(lambda: not desktop.windows("^Red$"), "the picture closed")
    desktop.click(*until(lambda: reds(desktop), "the page")[0])
    program.wait_for_window("^Red$")
