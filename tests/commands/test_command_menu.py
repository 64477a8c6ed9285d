"""`menu`: what is written and taken away is said."""

from reader.services.installed import menu_entry


def test_the_files_are_named(command, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(menu_entry.shutil, "which", lambda *_, **__: None)
    monkeypatch.setattr(menu_entry.sys, "platform", "linux")
    said = command("menu")
    assert said.code == 0
    assert said.out.count("Written: ") == 2
    assert command("menu", "--remove").out.count("Removed: ") == 2
    assert command("menu", "--remove").out == "There was no menu entry.\n"
