"""The gallery draws every widget: whoever changes one can look at it."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reader.ui.gallery.gallery import draw, widgets
from reader.ui.widgets.theme import Look


def test_every_widget_is_a_picture_of_its_size_and_none_is_blank(tmp_path: Path, qapp: QApplication) -> None:
    look = Look(qapp, "dark", 13)
    made = list(widgets(look))
    sizes = {f"{name}-dark-ko.png": size for name, _widget, size in made}
    draw(tmp_path, look, "ko")
    pictures = {path.name: QImage(str(path)) for path in tmp_path.iterdir()}
    assert pictures.keys() == sizes.keys()
    for name, picture in pictures.items():
        assert picture.height() >= sizes[name][1] // 2, name
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
        assert len(colours) > 1, name
    for _, widget, _ in made:
        widget.deleteLater()
