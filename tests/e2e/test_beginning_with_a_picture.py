"""A start that begins with the picture the window left: what is pressed meanwhile is done by the window."""

from pathlib import Path

from desktop import Desktop, until

from tests.factories import numbered, post, write_post


def test_keys_pressed_while_only_the_picture_is_there_are_not_lost(desktop: Desktop, tmp_path: Path) -> None:
    posts, profile = tmp_path / "posts", tmp_path / "profile"
    write_post(posts, "2025-02-03-daily.md", post(numbered(6, "2502"), date="2025-02-03 08:15:00"))
    desktop.ask("sync", posts, profile=profile)
    picture = profile / "cache" / "window.picture"

    first = desktop.run(profile=profile)
    first.wait_for_window("Paper 1|2502|Daily")
    until((profile / "cache" / "page.json").exists, "the window is at rest")
    desktop.key("ctrl+q")
    assert first.wait_for_end() == 0
    assert picture.is_file()

    again = desktop.run(profile=profile)
    window = again.wait_for_window()
    desktop.activate(window)
    desktop.key("j", "j", "b")
    marked = until(lambda: desktop.ask("list", "--bookmarked", profile=profile)["papers"], "a paper is bookmarked")
    assert [paper["key"] for paper in marked] == ["2502.00003"]
    desktop.key("ctrl+q")
    assert again.wait_for_end() == 0
