"""No error leaves a method that Qt calls: every override has the guard, and the guard keeps the process alive."""

import ast
import importlib
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_origin

import pytest
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayoutItem, QSplitter, QSplitterHandle, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.guarded import empty_answer, guarded, overrides, qt_base

ROOT = Path(__file__).resolve().parents[3]
UI = ROOT / "reader" / "ui"


def unguarded(file: Path, module: ModuleType) -> Iterator[str]:
    """The overrides in a file that have no guard; a class whose bases are not known to the module is one, too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ClassDef):
            continue
        where = f"{file.name}:{node.lineno}: {node.name}"
        try:
            bases = [eval(ast.unparse(base), vars(module)) for base in node.bases]  # the names a module itself uses
        except NameError:
            yield f"{where} has bases that only its function knows"
            continue
        kinds = [base for base in bases if isinstance(base, type)]
        qt = next((qt_base(base) for base in kinds if qt_base(base) is not object), object)
        methods = [method.name for method in node.body if isinstance(method, ast.FunctionDef)]
        mixed_in = [name for base in kinds if qt_base(base) is object for part in base.__mro__ for name in vars(part)]
        if "guarded" not in [ast.unparse(decorator) for decorator in node.decorator_list]:
            yield from (f"{where}.{name}" for name in methods if is_qts(name, qt))
        yield from (f"{where}.{name} of a base" for name in mixed_in if is_qts(name, qt))


def is_qts(name: str, qt: type) -> bool:
    return qt is not object and "_" not in name and hasattr(qt, name)


def imported(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def modules() -> dict[Path, ModuleType]:
    files = [file for file in sorted(UI.rglob("*.py")) if file.stem not in {"__init__", "__main__"}]
    assert len(files) > 50
    return {file: importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts)) for file in files}


def test_everything_that_qt_calls_is_guarded(modules: dict[Path, ModuleType]) -> None:
    assert [where for file, module in modules.items() for where in unguarded(file, module)] == []


def test_there_is_an_empty_value_of_all_that_is_returned_to_qt(modules: dict[Path, ModuleType]) -> None:
    kinds = {kind for module in modules.values() for kind in vars(module).values() if isinstance(kind, type)}
    overridden = [vars(kind)[name] for kind in kinds for name in overrides(kind, qt_base(kind))]
    returned = {str(kind): kind for kind in (method.__annotations__.get("return") for method in overridden)}
    assert len(returned) > 10
    for kind in returned.values():
        make = empty_answer(kind)
        assert make is None or make() is None or isinstance(make(), get_origin(kind) or kind)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("class A(QWidget):\n    def sizeHint(self): return 1", ["A.sizeHint"]),
        ("class A(QWidget):\n    def paintEvent(self, event): pass", ["A.paintEvent"]),
        ("class A(QWidget): pass\nclass B(A):\n    def event(self, event): return True", ["B.event"]),
        ("def f():\n    class A(QWidget):\n        def event(self, event): return True", ["A.event"]),
        ("class M:\n    def event(self, event): return True\nclass A(M, QWidget): pass", ["A.event of a base"]),
        ("def f():\n    class L: pass\n    class A(L): pass", ["A has bases that only its function knows"]),
        ("@guarded\nclass A(QWidget):\n    def event(self, event): return True", []),
        ("class A(QWidget):\n    def ours(self): pass\n    def _event(self): pass", []),
        ("class A:\n    def event(self): pass", []),
    ],
)
def test_a_planted_override_without_a_guard_is_found(tmp_path: Path, source: str, found: list[str]) -> None:
    file = tmp_path / "planted.py"
    head = "from PySide6.QtWidgets import QWidget\nfrom reader.ui.widgets.guarded import guarded\n"
    file.write_text(head + source, encoding="utf-8")
    assert [where.partition(": ")[2] for where in unguarded(file, imported(file))] == found


CHILD = """
import sys
from PySide6.QtCore import QModelIndex, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QVBoxLayout, QWidget
import reader.ui.widgets.guarded as guard
if sys.argv[1] == "without":
    guard.guarded = lambda kind: kind
guarded = guard.guarded
override = sys.argv[2]

def fail(name, answer):
    if name == override:
        ()[0]  # an error that C raises
    return answer()

@guarded
class Model(QStringListModel):
    def data(self, index, role=0): return fail("data", lambda: super(Model, self).data(index, role))
    def rowCount(self, parent=QModelIndex()) -> int: return fail("rowCount", lambda: 3)

@guarded
class Delegate(QStyledItemDelegate):
    def sizeHint(self, option, index): return fail("rowSize", lambda: super(Delegate, self).sizeHint(option, index))

@guarded
class Widget(QWidget):
    def sizeHint(self): return fail("sizeHint", lambda: super(Widget, self).sizeHint())
    def hasHeightForWidth(self) -> bool: return fail("hasHeightForWidth", lambda: True)
    def heightForWidth(self, width) -> int: return fail("heightForWidth", lambda: 20)
    def event(self, event) -> bool: return fail("event", lambda: super(Widget, self).event(event))
    def eventFilter(self, watched, event) -> bool: return fail("eventFilter", lambda: False)
    def paintEvent(self, event): fail("paintEvent", lambda: None)

program = QApplication([])
told = []
sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)
window, view, widget = QWidget(), QListView(), Widget()
column = QVBoxLayout(window)
column.addWidget(view)
column.addWidget(widget)
view.setModel(Model(["a", "b", "c"], view))
view.setItemDelegate(Delegate(view))
view.installEventFilter(widget)
window.show()
QTimer.singleShot(50, program.quit)
program.exec()
print(*set(told))
"""
VIRTUALS = ("data", "rowCount", "rowSize", "sizeHint", "hasHeightForWidth", "heightForWidth")
HANDLERS = ("event", "eventFilter", "paintEvent")


def child(source: str, *given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", source, *given], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("override", [*VIRTUALS, *HANDLERS])
def test_an_error_made_in_c_is_told_and_the_process_lives(override: str) -> None:
    run = child(CHILD, "with", override)
    assert (run.returncode, run.stdout.split()) == (0, ["IndexError"]), run.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="errors made in C are whole from Python 3.12 on")
@pytest.mark.skipif(sys.platform == "win32", reason="the exit code of a crash is another one there")
def test_without_the_guard_the_process_would_end() -> None:
    """When this fails PySide has mended it, and the guard only says where an error was."""
    assert child(CHILD, "without", "sizeHint").returncode == -11


REAL = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader.ui.notes.note_rows import NoteRow, NoteRows
from reader.ui.widgets.theme import Look
program = QApplication([])
told = []
sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)
rows = NoteRows(Look(program, "light"))
rows.set_rows([NoteRow("1", "one"), NoteRow("2", "two")], "")
rows._rows = rows._rows[:1]
rows.show()
QTimer.singleShot(50, program.quit)
program.exec()
print(*set(told))
"""


def test_a_list_of_the_window_whose_rows_are_gone_does_not_end_it() -> None:
    run = child(REAL)
    assert (run.returncode, run.stdout.split()) == (0, ["IndexError"]), run.stderr


def answer(annotation: Any, qtbot: QtBot) -> object:
    """What Qt is given by an override that is annotated so and fails."""

    def width(self: QWidget) -> object:
        return 1 // 0

    width.__annotations__["return"] = annotation
    kind = guarded(type("Failing", (QWidget,), {"width": width}))
    widget = kind()
    qtbot.addWidget(widget)
    with qtbot.captureExceptions() as raised:
        result: object = widget.width()
    assert [error[0] for error in raised] == [ZeroDivisionError]
    return result


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (QSize, QSize()),
        (bool, False),
        (int, 0),
        (list[str], []),
        (QModelIndex, QModelIndex()),
        (Qt.ItemFlag, Qt.ItemFlag.NoItemFlags),
        (Qt.Orientation, Qt.Orientation(0)),
        (QLayoutItem | None, None),
        (object, None),
        (Any, None),
        (None, None),
    ],
)
def test_qt_is_given_the_empty_value_of_what_it_asked_for(annotation: Any, expected: object, qtbot: QtBot) -> None:
    assert answer(annotation, qtbot) == expected


def test_a_drag_of_nothing_is_data_without_formats(qtbot: QtBot) -> None:
    data = answer(QMimeData, qtbot)
    assert isinstance(data, QMimeData) and data.formats() == []


def test_a_widget_that_is_asked_for_is_qts_own(qtbot: QtBot, qapp: QApplication) -> None:
    @guarded
    class Failing(QSplitter):
        def createHandle(self) -> QSplitterHandle:  # noqa: N802  # Qt's name
            raise ValueError("no handle")

    splitter = Failing()
    qtbot.addWidget(splitter)
    with qtbot.captureExceptions() as raised:
        splitter.addWidget(QWidget())
        assert type(splitter.handle(0)) is QSplitterHandle
    assert raised


def test_what_goes_well_is_passed_on_as_it_is(qtbot: QtBot) -> None:
    @guarded
    class Three(QAbstractListModel):
        def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802  # Qt's name
            """How many there are."""
            return 0 if parent else 3

        def ours(self) -> int:
            return 1 // 0

    model = Three()
    assert (model.rowCount(), model.rowCount(QModelIndex()), model.rowCount(parent=None)) == (3, 0, 3)
    assert Three.rowCount.__doc__ == "How many there are."
    assert overrides(Three, QAbstractListModel) == ["rowCount"]
    with pytest.raises(ZeroDivisionError):  # what Qt does not call goes to who called it
        model.ours()


def test_ctrl_c_in_an_override_ends_nothing_by_a_crash(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind))

    @guarded
    class Interrupted(QWidget):
        def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
            raise KeyboardInterrupt

    widget = Interrupted()
    qtbot.addWidget(widget)
    assert widget.sizeHint() == QSize()
    assert told == [KeyboardInterrupt]
