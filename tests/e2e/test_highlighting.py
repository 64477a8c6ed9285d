"""A sentence highlighted with the mouse in a real window, what becomes of it, and links typed into a note."""

from pathlib import Path

import pytest
from desktop import Desktop, until
from PIL import Image, ImageChops

from reader.base.paths import ProfilePaths
from reader.marks.model import Highlight
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from tests.factories import SECTIONS, age, paper, post, write_post

KEY = PaperKey("2501.00001")
SENTENCE = "토큰을 두 번 나누어 접는다."
YELLOW = (255, 229, 143)  # the ground of a yellow highlight in the light theme
NAME = "2025-01-02-daily.md"
METHOD_LINE = (674, 477)  # just left of the sentence of the Method section, px of the screen


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    write_post(folder, NAME, post([paper()]))
    return folder


def highlights(profile: Path) -> tuple[Highlight, ...]:
    places = ProfilePaths.of(profile)
    with MarkStore(places.marks, places.backups, read_only=True) as marks:
        return marks.highlights_of(KEY)


def marked(desktop: Desktop) -> tuple[int, int, int, int] | None:
    """Where something is highlighted: left, top, right, bottom of it all, px of the screen."""
    picture = desktop.picture().convert("RGB")
    difference = ImageChops.difference(picture, Image.new("RGB", picture.size, YELLOW)).convert("L")
    return difference.point([255, *[0] * 255]).getbbox()


def marked_in_line(desktop: Desktop) -> tuple[int, int, int, int] | None:
    """The same, once a highlight stands inside its line, behind the sentence that was put in front."""
    box = marked(desktop)
    return box if box and box[0] > METHOD_LINE[0] + 100 and box[2] - box[0] > 100 else None


def drag(desktop: Desktop, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Select with the mouse as a hand does: press, move in steps, release."""
    desktop.xdotool("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
    for step in range(1, 6):
        x, y = (round(a + (b - a) * step / 5) for a, b in zip(start, end, strict=True))
        desktop.xdotool("mousemove", str(x), str(y))
    desktop.xdotool("mouseup", "1")


def test_a_highlighted_sentence_is_still_marked_when_its_post_is_rewritten_and_after_a_restart(
    desktop: Desktop, profile: Path, posts: Path
) -> None:
    program = desktop.run("open", str(posts), "--lang", "en", profile=profile)
    program.wait_for_window("Folding Long Texts")
    until(lambda: desktop.picture().getpixel(METHOD_LINE) == (255, 255, 255), "the paper's page")
    drag(desktop, METHOD_LINE, (1200, METHOD_LINE[1]))
    desktop.key("h")
    until(lambda: [h.quotation for h in highlights(profile)] == [SENTENCE], "the highlight on the disk")
    until(lambda: marked(desktop), "a yellow sentence")

    rewritten = f"먼저 한 문장이 더 생겼다. {SENTENCE} 그리고 그것을 **다시** 편다."
    (posts / NAME).write_text(post([paper(sections=SECTIONS | {"Method": rewritten})]), encoding="utf-8")
    age(posts / NAME, seconds=60)
    desktop.key("F5")
    until(lambda: rewritten in str(desktop.ask("show", KEY, profile=profile)), "the rewritten post in the library")
    until(lambda: marked_in_line(desktop), "it is marked still")
    desktop.key("ctrl+q")
    assert program.wait_for_end() == 0

    again = desktop.run("open", "--lang", "en", profile=profile)
    again.wait_for_window("Folding Long Texts")
    left, top, right, bottom = until(lambda: marked_in_line(desktop), "it is marked after a restart")
    desktop.click((left + right) // 2, (top + bottom) // 2)  # on the highlight: the bar opens under it
    desktop.key("q")  # and Q quotes it
    until(lambda: f"> {SENTENCE}" in desktop.ask("show", KEY, profile=profile)["note"], "the quote in the note")
    desktop.key("ctrl+q")
    assert again.wait_for_end() == 0


def test_a_link_to_a_paper_is_typed_with_its_title_in_both_alphabets(
    desktop: Desktop, profile: Path, posts: Path
) -> None:
    glacier = paper(2, "빙하의 흐름을 재다", "https://arxiv.org/abs/2501.00003")
    write_post(posts, NAME, post([paper(), glacier]))
    program = desktop.run("open", str(posts), "--lang", "ko", profile=profile)
    program.wait_for_window("Folding Long Texts")
    desktop.key("e")
    desktop.type("with [[long t")
    desktop.key("Return")
    desktop.type(" and ")
    desktop.type("[[빙하")
    desktop.key("Tab")
    desktop.type(" too")
    wanted = "with [[2501.00001]] and [[2501.00003]] too"
    until(lambda: desktop.ask("show", KEY, profile=profile)["note"] == wanted, "the links in the note")
