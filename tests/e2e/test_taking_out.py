"""Taking papers out by real keys: the dialog, the folder it writes, and the clipboard."""

from pathlib import Path

import pytest
from desktop import Desktop, until

from tests.factories import numbered, post, write_post


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts of mine"
    write_post(folder, "2025-01-02-daily.md", post(numbered(3)))
    return folder


def test_a_list_is_exported_again_without_touching_what_was_changed(
    desktop: Desktop, profile: Path, posts: Path, tmp_path: Path
) -> None:
    program = desktop.run("open", str(posts), "--lang", "en", profile=profile)
    window = program.wait_for_window("Paper Number 1 of 2501")
    desktop.activate(window)
    desktop.key("b", "e")
    desktop.type("worth another look")
    until(lambda: desktop.ask("show", "2501.00001", profile=profile)["note"], "the note")

    vault = tmp_path / "vault"
    _export(desktop, vault)
    until(lambda: vault.is_dir() and len(list(vault.glob("*.md"))) == 3, "three files")
    first = vault / "2501.00001 Paper Number 1 of 2501.md"
    until(lambda: "worth another look" in first.read_text("utf-8"), "the note in its file")

    second = vault / "2501.00002 Paper Number 2 of 2501.md"
    second.write_text(second.read_text("utf-8") + "\nmine\n", encoding="utf-8")
    before = second.read_bytes()
    desktop.activate(window)
    desktop.type(", and another")
    until(lambda: desktop.ask("show", "2501.00001", profile=profile)["note"].endswith("another"), "the longer note")
    _export(desktop, vault)
    until(lambda: "worth another look, and another" in first.read_text("utf-8"), "the longer note in its file")
    assert second.read_bytes() == before
    assert len(list(vault.iterdir())) == 3

    desktop.activate(window)
    desktop.key("ctrl+shift+m")  # then pasted into the note, behind what is there
    desktop.key("ctrl+End", "ctrl+v")
    until(
        lambda: (
            "# [Paper Number 1 of 2501](https://arxiv.org/abs/2501.00001)"
            in desktop.ask("show", "2501.00001", profile=profile)["note"]
        ),
        "the paper as Markdown on the clipboard",
    )
    desktop.key("ctrl+q")
    assert program.wait_for_end() == 0


def _export(desktop: Desktop, folder: Path) -> None:
    """Export this list, the second choice, as the Markdown folder that the dialog begins with."""
    desktop.key("ctrl+shift+e")
    dialog = desktop.wait_for_window("Export")
    desktop.activate(dialog)
    desktop.key("Down", "Tab", "Tab", "ctrl+a")
    desktop.type(str(folder))
    desktop.key("Return")
    until(lambda: not desktop.windows("^Export$"), "the dialog closed")
