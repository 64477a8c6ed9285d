"""The bench of the start starts the program from outside, in a way that a change of the start can break unseen."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_the_bench_of_the_start_still_measures() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.start", "--papers", "9", "--runs", "1"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "paper painted as well" in run.stdout
