"""Draw the pictures of the documents anew, from the sample library: `.venv/bin/python packaging/pictures.py`.

With `--all` every place, view and dialog instead: light and dark, Korean and English, four sizes, two pixels a pixel.
The pictures go to build/screens, and one sheet of each scene to docs/screens. What follows `--all` is handed on to
`reader.ui.gallery.screens`: `--all --only palette keys`.

With `--across` the views of many papers, with no paper, one paper and a thousand; pictures and sheets go to
build/across/empty, one and thousand. What follows is handed on as well: `--across --only lens --sizes 1280x800`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from facts import ROOT
from sample_copies import write_copies

PICTURES = ROOT / "docs" / "images"
SCREENS, SHEETS = ROOT / "build" / "screens", ROOT / "docs" / "screens"
ACROSS = ROOT / "build" / "across"
LIBRARIES = {"empty": 0, "one": 1, "thousand": 1000}  # papers
WIDEST, SCALE = (2560, 1440), 2
PAPER = "2305.18290"  # of the sample library
OF_THE_SEARCH = ("tiers", "correction", "names-offered", "type-ahead", "related")
NOTE = "# 다시 볼 것\n\n- 보상 모델 없이 **선호 데이터**로 바로 학습한다\n- [ ] $\\beta$에 얼마나 민감한지 확인하기\n"


def main() -> int:
    """Draw them all; the exit code."""
    if sys.argv[1:2] == ["--all"]:
        return draw_screens(sys.argv[2:])
    if sys.argv[1:2] == ["--across"]:
        return max(draw_library(name, papers, sys.argv[2:]) for name, papers in LIBRARIES.items())
    with tempfile.TemporaryDirectory(prefix="daily-papers-") as folder:
        empty, full = Path(folder, "empty"), Path(folder, "full")
        _say(empty, "shot", str(PICTURES / "first-start.png"), "--size", "1200x750")
        _say(full, "sync", str(ROOT / "resources" / "sample"))
        for key in (PAPER, "1706.03762", "2106.09685"):
            _say(full, "bookmark", key)
        _say(full, "note", PAPER, NOTE)
        _say(full, "shot", str(PICTURES / "window-light.png"), "--select", PAPER)
        _say(full, "shot", str(PICTURES / "search-dark.png"), "--search", "선호 데이터", "--theme", "dark")
    scenes = ("--sheets", str(PICTURES / "search"), "--only", *OF_THE_SEARCH)
    return draw_screens([*scenes, "--sizes", "820x860", "--languages", "ko", "--sheet-quality", "45"])


def draw_screens(arguments: list[str]) -> int:
    """Draw every scene of the window; the exit code."""
    sheets = [] if "--only" in arguments else ["--sheets", str(SHEETS)]
    return _draw(ROOT / "resources" / "sample", SCREENS, [*sheets, *arguments])


def draw_library(name: str, papers: int, arguments: list[str]) -> int:
    """Draw the views of many papers on a library of so many; the exit code."""
    with tempfile.TemporaryDirectory(prefix="daily-papers-") as folder:
        write_copies(Path(folder), papers)
        views = ["--sheets", str(ACROSS / name), "--sheet-quality", "60", "--across"]
        return _draw(Path(folder), ACROSS / name, [*views, *arguments])


def _draw(library: Path, pictures: Path, arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="daily-papers-") as folder:
        profile, screen = Path(folder, "profile"), Path(folder, "screen.json")
        _say(profile, "sync", str(library))
        width, height = WIDEST
        wide = {"name": "wide", "x": 0, "y": 0, "width": width * SCALE, "height": height * SCALE, "dpr": 1}
        screen.write_text(json.dumps({"screens": [wide]}), encoding="utf-8")
        command = [sys.executable, "-P", "-m", "reader.ui.gallery.screens", str(profile), str(pictures)]
        # The platform gives windows no ratio of their own, whatever the screen has: the factor does.
        scaled = {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "QT_SCALE_FACTOR": str(SCALE)}
        environment = os.environ | scaled
        return subprocess.run([*command, *arguments], check=False, cwd=ROOT, env=environment).returncode


def _say(profile: Path, *arguments: str) -> None:
    command = [sys.executable, "-P", "-m", "reader", *arguments, "--profile", str(profile)]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    raise SystemExit(main())
