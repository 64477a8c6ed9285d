"""Every text of the window is translated, and what ships is compiled from what is written."""

import ast
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
MARKERS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}  # name of the call → which argument is the text


def texts_in(path: Path) -> set[str]:
    """The texts that a module gives to be translated."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        place = MARKERS.get(name)
        if place is None or len(node.args) <= place:
            continue
        text = node.args[place]
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            found.add(text.value)
    return found


def contexts_in(path: Path) -> set[tuple[str, str]]:
    """The texts that a module has translated in a context that it names, each with that context."""
    return {
        (node.args[0].value, node.args[1].value)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("translate", "QT_TRANSLATE_NOOP")
        and all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in node.args[:2])
        and len(node.args) > 1
    }


def entries(language: str) -> dict[str, list[ElementTree.Element]]:
    tree = ElementTree.parse(FOLDER / f"daily_papers_{language}.ts")
    found: dict[str, list[ElementTree.Element]] = {}
    for message in tree.iter("message"):
        found.setdefault(message.findtext("source") or "", []).append(message)
    return found


def test_every_text_of_the_window_is_in_the_korean_translation() -> None:
    wanted = set().union(*(texts_in(path) for path in (ROOT / "reader" / "ui").rglob("*.py")))
    assert len(wanted) > 100
    assert wanted - entries("ko").keys() == set()


def test_every_text_is_translated_in_the_context_it_is_asked_for_in() -> None:
    wanted = set().union(*(contexts_in(path) for path in (ROOT / "reader" / "ui").rglob("*.py")))
    tree = ElementTree.parse(FOLDER / "daily_papers_ko.ts")
    known = {
        (context.findtext("name"), message.findtext("source"))
        for context in tree.iter("context")
        for message in context.iter("message")
    }
    assert len(wanted) > 100
    assert wanted - known == set()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_translation_is_left_unfinished(language: str) -> None:
    for source, messages in entries(language).items():
        for message in messages:
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text for form in translation.findall("numerusform")] or [translation.text]
            assert translation.get("type") != "unfinished", source
            assert all(forms), source
            for mark in ("%1", "%n", "{count}", "{name}", "{host}"):
                assert all((mark in source) == (mark in (form or "")) for form in forms), source


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_ships_is_compiled_from_what_is_written(language: str, tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    source = FOLDER / f"daily_papers_{language}.ts"
    subprocess.run([tool, "-silent", source, "-qm", compiled], check=True)
    assert compiled.read_bytes() == (FOLDER / f"daily_papers_{language}.qm").read_bytes(), (
        "run .venv/bin/python packaging/translate.py"
    )


def notes_beside(path: Path) -> list[object]:
    """What a module says beside a text to tell it from others: such texts are others to a translation."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    asked = [node for node in calls if getattr(node.func, "attr", "") == "tr" and len(node.args) > 1]
    return [getattr(node.args[1], "value", node.args[1]) for node in asked]


def test_no_text_is_told_from_others_by_a_note_beside_it() -> None:
    found = [note for path in (ROOT / "reader" / "ui").rglob("*.py") for note in notes_beside(path)]
    assert len(found) > 50
    assert set(found) == {""}
