"""Every call of every command that writes fails once: what is said is true, nothing is lost, and the next time does it.

How it is done is in inject.py and shim.c; what came of all of them is in docs/faults.md.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import ROOT

HERE = Path(__file__).parent
_SHARES = 20


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that fails calls, compiled."""
    compiler = shutil.which("cc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("it takes Linux and a compiler of C to fail a call")
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, HERE / "shim.c", "-ldl"], check=True)
    return library


@pytest.fixture
def work() -> Iterator[Path]:
    """A folder in memory, where that can be had: a disk would flush itself thousands of times."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def injected(shim: Path, work: Path, share: int, of: int) -> Iterator[dict[str, object]]:
    """What came of every `share`-th fault, from `of` on."""
    environment = {**os.environ, "FAULT_DIR": str(work / "now"), "LD_PRELOAD": str(shim), "PYTHONPATH": str(ROOT)}
    words = [sys.executable, HERE / "inject.py", str(share), str(of), work]
    ran = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    for line in ran.stdout.splitlines():
        yield json.loads(line)


def troubles(shim: Path, work: Path, share: int, of: int) -> list[dict[str, object]]:
    outcomes = list(injected(shim, work, share, of))
    assert {outcome["outcome"] for outcome in outcomes} == {"done", "told", "killed"}
    return [outcome for outcome in outcomes if outcome["trouble"]]


def test_a_sample_of_all_faults_is_told_and_loses_nothing(shim, work):
    assert troubles(shim, work, 1009, 11) == []  # some 25, so that every outcome is among them


@pytest.mark.slow
@pytest.mark.parametrize("of", range(_SHARES))
def test_every_fault_is_told_and_loses_nothing(shim, work, of):
    """Some 20,000 in all, a thousand at a time: minutes each."""
    assert troubles(shim, work, _SHARES, of) == []
