"""Files for the stores of other people: Flatpak, winget, Homebrew, filled with version, addresses and checksums.

In: packaging/stores and what was built into dist/. Out: dist/stores. A file of a system that was not built here is left
out: its checksum is not known.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from facts import PACKAGING, ROOT, build_day, home, version

_ASKED = re.compile(r"@(SUM|FILE):([^@]+)@")
_OF_THE_BASE = ("pyside6", "shiboken6")  # io.qt.PySide.BaseApp has them


def make_stores(dist: Path) -> Path:
    """Fill the files of all stores; the folder. Raises SystemExit where the project's address is not known."""
    if not home():
        raise SystemExit("The stores want the project's address: set DAILY_PAPERS_HOME")
    out = dist / "stores"
    for template in sorted(path for path in (PACKAGING / "stores").rglob("*") if path.is_file()):
        text = filled(template.read_text(encoding="utf-8"), dist)
        if text is None:
            continue
        target = out / template.relative_to(PACKAGING / "stores")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        if template.parent.name == "flatpak":
            (target.parent / "wheels.json").write_text(json.dumps(wheels(_report()), indent=1) + "\n", encoding="utf-8")
    return out


def filled(text: str, dist: Path) -> str | None:
    """A template with all put in; None where a file it asks for was not built."""
    built: dict[str, Path] = {}
    for _, ending in set(_ASKED.findall(text)):
        found = next(iter(sorted(dist.glob(f"*-{version()}*{ending}"))), None)
        if found is None:
            return None
        built[ending] = found

    def put(asked: re.Match[str]) -> str:
        file = built[asked[2]]
        return file.name if asked[1] == "FILE" else hashlib.sha256(file.read_bytes()).hexdigest()

    text = _ASKED.sub(put, text)
    return text.replace("@VERSION@", version()).replace("@DAY@", build_day()).replace("@HOME@", home())


def wheels(report: Mapping[str, Any]) -> list[dict[str, str]]:
    """What pip would install, as sources of a Flatpak, without what its base has. `report`: pip's, as JSON."""
    return [
        {
            "type": "file",
            "url": each["download_info"]["url"],
            "sha256": each["download_info"]["archive_info"]["hashes"]["sha256"],
        }
        for each in sorted(report["install"], key=lambda each: str(each["metadata"]["name"]).lower())
        if not str(each["metadata"]["name"]).lower().startswith(_OF_THE_BASE)
    ]


def _report() -> dict[str, Any]:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--dry-run",
        "--ignore-installed",
        "--quiet",
        "--report",
        "-",
        *needed,
    ]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    report: dict[str, Any] = json.loads(said)
    return report
