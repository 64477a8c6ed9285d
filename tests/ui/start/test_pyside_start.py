"""PySide is loaded with what it compiled the last time; each test starts a Python of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LOAD = """
import builtins, json, sys
from pathlib import Path
from reader.ui.start.pyside_start import load
compiled, real = [], builtins.compile
def counted(source, filename, mode, *rest, **named):
    if str(filename).startswith("shibokensupport"):
        compiled.append(str(filename))
    return real(source, filename, mode, *rest, **named)
builtins.compile = counted
load(Path(sys.argv[1]))
builtins.compile = real
import json.tool, linecache
from PySide6.QtCore import QObject
try:
    QObject(1, 2, 3)
    told = ""
except TypeError as error:
    told = str(error)
print(json.dumps({"compiled": compiled, "read": json.tool.__file__ in linecache.cache, "told": told}))
"""


def start(kept: Path) -> dict[str, Any]:
    run = subprocess.run([sys.executable, "-c", LOAD, str(kept)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    result: dict[str, Any] = json.loads(run.stdout)
    return result


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "cache" / "pyside.bin"
    assert len(start(path)["compiled"]) > 5
    return path


def unused(compiled: list[str]) -> list[str]:
    return [name for name in compiled if not name.endswith("pyi_generator.py")]


def test_the_second_start_compiles_nothing_that_is_used(kept: Path) -> None:
    before = kept.stat().st_mtime_ns
    assert unused(start(kept)["compiled"]) == []
    assert kept.stat().st_mtime_ns == before


def test_the_source_of_a_module_imported_later_is_not_read(kept: Path) -> None:
    assert not start(kept)["read"]


def test_a_wrong_argument_is_still_explained(kept: Path) -> None:
    assert "QObject" in start(kept)["told"]


@pytest.mark.parametrize("damage", [b"", b"nothing of the kind", b"\0" * 4096])
def test_a_damaged_file_is_made_anew(kept: Path, damage: bytes) -> None:
    good = kept.read_bytes()
    kept.write_bytes(damage)
    assert len(start(kept)["compiled"]) > 5
    assert len(kept.read_bytes()) == len(good)


def test_a_byte_that_changed_is_noticed(kept: Path) -> None:
    written = bytearray(kept.read_bytes())
    written[len(written) // 2] ^= 1
    kept.write_bytes(written)
    assert len(start(kept)["compiled"]) > 5


def test_where_nothing_can_be_kept_everything_works(tmp_path: Path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file where the folder should be", encoding="utf-8")
    assert "QObject" in start(in_the_way / "pyside.bin")["told"]
