"""A picture of a page is looked at in a dialog of its own, by mouse and by keys, and saved as the post has it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from reader.render.theme import DARK, LIGHT
from reader.ui.page.page_pictures import grounded
from reader.ui.page.pictures.enlarged import EnlargedPicture
from reader.ui.page.section_view import SectionView
from tests.ui.page.test_section_view import page_record

TEXT = "앞의 글\n\n![빨강](red.png)\n\n" + "사이의 글\n\n" * 60 + "![파랑](blue.png)\n\n뒤의 글"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, width in (("red", 60), ("blue", 900)):
        image = QImage(width, 50, QImage.Format.Format_RGB32)
        image.fill(QColor(name))
        image.save(str(tmp_path / f"{name}.png"))
    return tmp_path


@pytest.fixture
def view(qtbot: QtBot, folder: Path) -> SectionView:
    made = SectionView(LIGHT)
    qtbot.addWidget(made)
    made.resize(790, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_paper(page_record(TEXT, folder))
    qtbot.waitUntil(lambda: colour_at(made, QColor("red")) is not None)
    return made


def colour_at(view: SectionView, colour: QColor) -> QPoint | None:
    """Where a colour is on the page, px of its viewport."""
    shown = view._browser.viewport().grab().toImage()
    places = (QPoint(x, y) for y in range(0, shown.height(), 5) for x in range(0, shown.width(), 5))
    return next((place for place in places if shown.pixelColor(place) == colour), None)


def dialogs(view: SectionView) -> list[EnlargedPicture]:
    return [each for each in view.findChildren(EnlargedPicture) if each.isVisible()]


def the_dialog(qtbot: QtBot, view: SectionView, colour: str) -> EnlargedPicture:
    """The one that is open, with the picture in it."""
    qtbot.waitUntil(lambda: len(dialogs(view)) == 1)
    (dialog,) = dialogs(view)
    middle = dialog._canvas.rect().center
    qtbot.waitUntil(lambda: dialog._canvas.grab().toImage().pixelColor(middle()) == QColor(colour))
    return dialog


def said(dialog: QDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """The person chooses this file; what was offered."""
    offered: list[str] = []

    def ask(_parent: object, _title: str, start: str) -> tuple[str, str]:
        offered.append(start)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return offered


def test_a_click_opens_a_picture_keys_go_on_to_the_next_and_escape_closes_it(qtbot: QtBot, view: SectionView) -> None:
    place = colour_at(view, QColor("red"))
    assert place is not None
    qtbot.mouseClick(view._browser.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(3, 3))
    dialog = the_dialog(qtbot, view, "red")
    assert (dialog.windowTitle(), said(dialog)) == ("빨강", "red.png · 1/2")
    for key, title in ((Qt.Key.Key_Right, "파랑"), (Qt.Key.Key_Right, "빨강"), (Qt.Key.Key_Left, "파랑")):
        qtbot.keyClick(dialog._canvas, key)
        assert dialog.windowTitle() == title
    the_dialog(qtbot, view, "blue")
    qtbot.keyClick(dialog._canvas, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialogs(view) == [])


def test_a_click_on_words_or_one_that_selects_opens_nothing(qtbot: QtBot, view: SectionView) -> None:
    browser = view._browser
    place = colour_at(view, QColor("red"))
    assert place is not None
    qtbot.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=place - QPoint(0, 60))
    browser.selectAll()
    browser.released.emit(place)
    QApplication.processEvents()
    assert dialogs(view) == []


def test_the_mouse_is_a_hand_over_what_a_click_enlarges(qtbot: QtBot, view: SectionView) -> None:
    viewport = view._browser.viewport()
    before = viewport.cursor().shape()
    place = colour_at(view, QColor("red"))
    assert place is not None
    shapes = []
    for at in (place + QPoint(3, 3), place + QPoint(5, 5), place - QPoint(0, 60), place + QPoint(3, 3)):
        qtbot.mouseMove(viewport, at)
        shapes.append(viewport.cursor().shape())
    hand = Qt.CursorShape.PointingHandCursor
    assert before != hand
    assert shapes == [hand, hand, before, hand]


def test_the_key_opens_the_first_picture_in_sight(qtbot: QtBot, view: SectionView) -> None:
    assert view.enlarging.open_in_sight()
    the_dialog(qtbot, view, "red").close()
    view.set_scroll_position(1.0)
    assert view.enlarging.open_in_sight()
    assert the_dialog(qtbot, view, "blue").windowTitle() == "파랑"


def test_a_page_without_pictures_has_none_to_open(qtbot: QtBot, view: SectionView) -> None:
    view.show_paper(page_record("글 $x$"))
    assert not view.enlarging.open_in_sight()
    assert dialogs(view) == []


def test_it_is_saved_byte_for_byte_where_one_says(
    qtbot: QtBot, view: SectionView, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = chosen(monkeypatch, folder / "saved.png")
    view.enlarging.open_in_sight()
    dialog = the_dialog(qtbot, view, "red")
    qtbot.keyClick(dialog._canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (folder / "saved.png").read_bytes() == (folder / "red.png").read_bytes()
    assert Path(offered[0]).name == "red.png"
    assert said(dialog) == f"Saved as {folder / 'saved.png'}"


def test_what_cannot_be_saved_is_said_and_no_choice_saves_nothing(
    qtbot: QtBot, view: SectionView, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.enlarging.open_in_sight()
    dialog = the_dialog(qtbot, view, "red")
    chosen(monkeypatch, "")
    dialog._save.click()
    assert said(dialog) == "red.png · 1/2"
    chosen(monkeypatch, folder / "saved.png")
    (folder / "red.png").unlink()
    dialog._save.click()
    assert said(dialog).startswith("Not saved: red.png could not be copied to ")
    assert said(dialog).endswith("(No such file or directory).")


def picture(draw: Callable[[QImage], object]) -> QImage:
    image = QImage(40, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    draw(image)
    return image


def half(colour: str) -> Callable[[QImage], object]:
    def draw(image: QImage) -> None:
        for x in range(20):
            for y in range(20):
                image.setPixelColor(x, y, QColor(colour))

    return draw


@pytest.mark.parametrize(
    ("drawing", "page", "ground"),
    [
        (picture(half("black")), DARK.page, "white"),
        (picture(half("black")), LIGHT.page, None),
        (picture(half("white")), DARK.page, None),
        (picture(lambda image: image.fill(QColor("black"))), DARK.page, "black"),
    ],
)
def test_a_dark_drawing_without_a_ground_has_a_white_one_on_a_dark_page(
    drawing: QImage, page: str, ground: str | None
) -> None:
    corner = grounded(drawing, QColor(page)).pixelColor(39, 0)
    assert corner == QColor(ground) if ground else corner.alpha() == 0
