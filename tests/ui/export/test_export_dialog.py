"""The dialog that asks what to export: what it offers, says of a place, and asks for in the end."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QFormLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.export.export_dialog import FORMATS, Choice, ExportDialog, Request, Start
from reader.ui.widgets.theme import Look

ENDINGS = {
    "md": "",
    "bibtex": ".bib",
    "ris": ".ris",
    "csl-json": ".json",
    "csv": ".csv",
    "ids": ".txt",
    "anki": ".tsv",
    "atom": ".atom",
    "html": ".html",
    "pdf": ".pdf",
    "zip": ".zip",
}
AUTHORS = ("md", "bibtex", "ris", "csl-json", "csv", "html")


@pytest.fixture
def dialog(look: Look, page: QWidget, tmp_path: Path) -> ExportDialog:
    choices = [Choice("The open paper", 1, lambda: ["a"]), Choice("This list", 42, lambda: ["a", "b"])]
    made = ExportDialog(look, choices, Start("ris", tmp_path), page)
    made.show()
    return made


def choose(dialog: ExportDialog, form: str) -> None:
    dialog.form.setCurrentIndex(dialog.form.findData(form))


def about(dialog: ExportDialog) -> str:
    [label] = [each for each in dialog.findChildren(QLabel) if each.wordWrap()]
    return label.text()


def asked(dialog: ExportDialog, qtbot: QtBot) -> Request:
    with qtbot.waitSignal(dialog.export_requested) as told:
        dialog.export.click()
    return told.args[0]


def test_it_offers_every_format_of_the_command_with_its_ending() -> None:
    assert {form.name: form.ending for form in FORMATS} == ENDINGS
    assert all(form.about for form in FORMATS)
    assert len({form.words for form in FORMATS}) == len(FORMATS)


def test_it_begins_with_what_was_chosen_last(dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.form.currentData() == "ris"
    assert dialog.place.text() == str(tmp_path / "daily-papers.ris")
    assert [dialog.form.itemData(n) for n in range(dialog.form.count())] == list(ENDINGS)
    assert dialog.which.count() == 2
    assert "42" in dialog.which.itemText(1)
    assert dialog.windowTitle() == "Export"
    assert dialog.minimumWidth() == 520


def test_an_unknown_format_is_the_first_one_and_without_a_folder_it_is_the_persons_documents(
    look: Look, page: QWidget
) -> None:
    made = ExportDialog(look, [Choice("a", 1, list)], Start("nothing"), page)
    assert made.form.currentData() == "md"
    assert Path(made.place.text()).is_absolute()
    assert Path(made.place.text()).name == "daily-papers"


def test_fields_stand_in_a_form_and_have_names(dialog: ExportDialog) -> None:
    [form] = dialog.findChildren(QFormLayout)
    labels = [form.itemAt(row, QFormLayout.ItemRole.LabelRole) for row in range(form.rowCount())]
    assert [item.widget().text() for item in labels if item and item.widget()][:3] == ["Papers", "Format", "Where to"]
    assert dialog.place.accessibleName() == "Where to"
    browse = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Browse…")
    assert browse.geometry().left() > dialog.place.geometry().right()
    assert dialog.place.width() > 3 * browse.width() // 2
    assert dialog.export.text() == "Export"
    assert dialog.export.isDefault()
    [buttons] = dialog.findChildren(QDialogButtonBox)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel) is not None
    assert buttons.geometry().top() > dialog.place.mapTo(dialog, dialog.place.rect().bottomLeft()).y()
    [words] = [each for each in dialog.findChildren(QLabel) if each.wordWrap()]
    assert words.foregroundRole() == QPalette.ColorRole.PlaceholderText


@pytest.mark.parametrize("form", ENDINGS)
def test_a_place_takes_the_ending_of_the_format(dialog: ExportDialog, form: str, tmp_path: Path) -> None:
    choose(dialog, form)
    name = "daily-papers-marks" if form == "zip" else "daily-papers"
    assert dialog.place.text() == str(tmp_path / (name + ENDINGS[form]))
    assert dialog.fill.isVisible() == (form in AUTHORS)
    assert dialog.which.isEnabled() == (form != "zip")
    assert dialog.export.isEnabled()
    assert about(dialog) == next(each.about for each in FORMATS if each.name == form)


@pytest.mark.parametrize(
    ("before", "form", "after"),
    [
        ("mine.ris", "bibtex", "mine.bib"),
        ("mine.ris", "md", "mine"),
        ("v1.2", "bibtex", "v1.2.bib"),
        ("v1.2", "md", "v1.2"),
        ("daily-papers.ris", "zip", "daily-papers-marks.zip"),
    ],
)
def test_a_name_of_the_persons_own_keeps_all_but_its_ending(
    dialog: ExportDialog, before: str, form: str, after: str, tmp_path: Path
) -> None:
    dialog.place.setText(str(tmp_path / before))
    choose(dialog, form)
    assert dialog.place.text() == str(tmp_path / after)


def test_where_nothing_can_be_written_is_said_before(dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "file.ris").write_text("")
    for place, form, said in (
        ("", "ris", "Name a place, from the top folder on."),
        ("here.ris", "ris", "Name a place, from the top folder on."),
        (str(tmp_path), "ris", "This is a folder. Name a file."),
        (str(tmp_path / "file.ris"), "md", "This is a file. Name a folder."),
    ):
        choose(dialog, form)
        dialog.place.setText(place)
        assert about(dialog) == said
        assert not dialog.export.isEnabled()
    choose(dialog, "ris")
    dialog.place.setText(f"  {tmp_path / 'file.ris'} ")
    first, second = about(dialog).split("\n", 1)
    assert first == "This file is there already and will be replaced."
    assert second == next(each.about for each in FORMATS if each.name == "ris")
    assert dialog.export.isEnabled()


def test_it_asks_for_what_was_chosen(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.which.setCurrentIndex(1)
    dialog.fill.setChecked(True)
    dialog.place.setText(f" {tmp_path / 'a.ris'} ")
    assert asked(dialog, qtbot) == Request("ris", tmp_path / "a.ris", ["a", "b"], True)


def test_marks_are_of_all_papers_and_authors_are_filled_in_only_where_they_go(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.fill.setChecked(True)
    choose(dialog, "zip")
    assert asked(dialog, qtbot) == Request("zip", tmp_path / "daily-papers-marks.zip", (), False)


def test_a_place_is_looked_for_in_the_systems_own_window(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [browse] = [each for each in dialog.findChildren(QPushButton) if each.text() == "Browse…"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "chosen.ris"), ""))
    browse.click()
    assert dialog.place.text() == str(tmp_path / "chosen.ris")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    browse.click()
    assert dialog.place.text() == str(tmp_path / "chosen.ris")
    asked_at: list[str] = []

    def folder(_parent: object, _title: str, at: str) -> str:
        asked_at.append(at)
        return str(tmp_path / "vault")

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    choose(dialog, "md")
    browse.click()
    assert (asked_at, dialog.place.text()) == ([str(tmp_path)], str(tmp_path / "vault"))


def test_cancelling_asks_for_nothing(dialog: ExportDialog, qtbot: QtBot) -> None:
    [buttons] = dialog.findChildren(QDialogButtonBox)
    with qtbot.assertNotEmitted(dialog.export_requested), qtbot.waitSignal(dialog.rejected):
        buttons.button(QDialogButtonBox.StandardButton.Cancel).click()


def test_every_format_is_offered_in_words(dialog: ExportDialog) -> None:
    assert [dialog.form.itemText(row) for row in range(dialog.form.count())] == [
        "Markdown folder (Obsidian)",
        "BibTeX (LaTeX)",
        "RIS (EndNote, Mendeley)",
        "CSL-JSON (Zotero, Pandoc)",
        "Table (CSV)",
        "List of ids (Zotero)",
        "Cards of your highlights (Anki)",
        "Feed (Atom)",
        *[each.words for each in FORMATS[8:]],
    ]
