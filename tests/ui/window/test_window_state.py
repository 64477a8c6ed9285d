"""What the window remembers, and what is believed of a file that something else wrote."""

import json
from pathlib import Path

import pytest

from reader.ui.session.reading_state import Position
from reader.ui.window.remembering import positions_of
from reader.ui.window.window_state import WindowState

SAVED = WindowState(
    geometry="AAE=",
    sizes={"wide": [200, 300, 500], "below": [500, 200]},
    sidebar=False,
    notes=False,
    place="tag:llm",
    open_places=["tags", "2026"],
    sort="oldest",
    key="2512.17909",
    columns=["method", "results"],
    widths={"title": 222},
    positions={"2512.17909": [2, 0.25]},
)


def read(path: Path, text: str) -> WindowState:
    path.write_text(text, encoding="utf-8")
    return WindowState.read(path)


def test_what_was_saved_is_read(tmp_path: Path) -> None:
    SAVED.write(tmp_path / "config" / "window.json")
    assert WindowState.read(tmp_path / "config" / "window.json") == SAVED


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("geometry", 3),
        ("sizes", "wide"),
        ("sizes", None),
        ("sidebar", 1),
        ("notes", "no"),
        ("place", ["all"]),
        ("open_places", {}),
        ("sort", False),
        ("key", 2512.17909),
        ("columns", "method"),
        ("widths", [222]),
        ("positions", []),
        ("positions", "half"),
    ],
)
def test_a_value_of_another_type_is_the_usual_one_and_the_rest_is_kept(
    tmp_path: Path, name: str, wrong: object
) -> None:
    values = SAVED._asdict() | {name: wrong, "of a newer version": 1}
    usual = getattr(WindowState(), name)
    assert read(tmp_path / "window.json", json.dumps(values)) == SAVED._replace(**{name: usual})


def test_a_whole_number_is_a_place_in_the_text_as_well() -> None:
    assert positions_of({"a": [0, 1]}) == {"a": Position(0, 1.0)}


@pytest.mark.parametrize("wrong", [[1], [1, 2], [-1, 0.5], [True, 0.5], [0, True], [0.5, 0.5], ["0", 0.5], None, "ab"])
def test_what_is_no_position_is_left_out_and_the_rest_is_kept(wrong: object) -> None:
    assert positions_of({"a": wrong, "b": [1, 0.5]}) == {"b": Position(1, 0.5)}


@pytest.mark.parametrize("text", ["", "[]", "7", "{", "\x00"])
def test_a_file_that_cannot_be_read_is_the_usual_state(tmp_path: Path, text: str) -> None:
    assert read(tmp_path / "window.json", text) == WindowState()


def test_without_a_file_or_room_the_window_works(tmp_path: Path) -> None:
    assert WindowState.read(tmp_path / "none.json") == WindowState()
    (tmp_path / "file").write_text("")
    SAVED.write(tmp_path / "file" / "window.json")
    assert WindowState.read(tmp_path) == WindowState()
