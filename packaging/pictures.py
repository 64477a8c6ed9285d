"""Draw the pictures of the documents anew, from the sample library: `.venv/bin/python packaging/pictures.py`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from facts import ROOT

PICTURES = ROOT / "docs" / "images"
PAPER = "2305.18290"  # of the sample library
NOTE = "# 다시 볼 것\n\n- 보상 모델 없이 **선호 데이터**로 바로 학습한다\n- [ ] $\\beta$에 얼마나 민감한지 확인하기\n"


def main() -> int:
    """Draw them all; the exit code."""
    with tempfile.TemporaryDirectory(prefix="daily-papers-") as folder:
        empty, full = Path(folder, "empty"), Path(folder, "full")
        _say(empty, "shot", str(PICTURES / "first-start.png"), "--size", "1200x750")
        _say(full, "sync", str(ROOT / "resources" / "sample"))
        for key in (PAPER, "1706.03762", "2106.09685"):
            _say(full, "bookmark", key)
        _say(full, "note", PAPER, NOTE)
        _say(full, "shot", str(PICTURES / "window-light.png"), "--select", PAPER)
        _say(full, "shot", str(PICTURES / "search-dark.png"), "--search", "선호 데이터", "--theme", "dark")
    return 0


def _say(profile: Path, *arguments: str) -> None:
    command = [sys.executable, "-P", "-m", "reader", *arguments, "--profile", str(profile)]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    raise SystemExit(main())
