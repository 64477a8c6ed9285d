"""Searching by real keys in a real window: Hangul as it is typed, completion, narrowing, saving, going back."""

from pathlib import Path
from typing import Any

import pytest
from desktop import Desktop, until

from tests.factories import numbered, paper, post, write_post

IMAGES = paper(
    1, "Painting Once", "https://arxiv.org/abs/2501.00001", {"Method": "확산 모델로 이미지 생성을 빠르게 한다."}
)
SPLATS = paper(
    2, "Splats", "https://arxiv.org/abs/2501.00002", {"Method": "A diffusion model.", "Results": "이미지가 곱다."}
)


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    write_post(folder, "2025-01-02-daily.md", post([IMAGES, SPLATS]))
    write_post(folder, "2025-02-03-daily.md", post(numbered(3, "2502"), date="2025-02-03 08:15:00"))
    return folder


def marks(desktop: Desktop, profile: Path, key: str) -> dict[str, Any]:
    return desktop.ask("show", key, profile=profile)


def test_searching_with_the_keyboard_alone(desktop: Desktop, profile: Path, posts: Path) -> None:
    program = desktop.run("open", str(posts), "--lang", "ko", profile=profile)
    program.wait_for_window("Paper Number 1 of 2502")
    desktop.key("ctrl+f")
    desktop.type("이미지 생성")
    desktop.key("Return")
    program.wait_for_window("Painting Once")
    desktop.key("b")
    until(lambda: marks(desktop, profile, "2501.00001")["bookmarked"], "a bookmark on what was found")

    desktop.key("ctrl+f")
    desktop.type("difu")  # nobody wrote so; `diffusion` begins otherwise
    desktop.key("ctrl+a")
    desktop.type("ti")
    desktop.key("Tab")  # title:
    desktop.type("splats")
    desktop.key("Return")
    program.wait_for_window("Splats")
    desktop.key("b")
    until(lambda: marks(desktop, profile, "2501.00002")["bookmarked"], "a bookmark on what was found by its title")

    history = profile / "config" / "searches.json"
    until(lambda: history.exists() and "title:splats" in history.read_text(encoding="utf-8"), "the searches made")
    desktop.key("ctrl+f", "Escape")
    desktop.key("F3")  # nothing is looked for: the bar for words in the paper opens
    desktop.key("Escape")
    desktop.key("ctrl+q")
    assert program.wait_for_end() == 0
