"""One file with the licences of everything in the built program."""

from __future__ import annotations

from pathlib import Path

from contents import LICENCES, Part
from facts import NAME, ROOT, version

_RULE = "=" * 100


def notices(bundled: list[Part]) -> str:
    """The text: our own licence, a table of what is bundled, then every licence, each text once."""
    lines = [f"{NAME} {version()}, and what it is made with", "", (ROOT / "LICENSE").read_text(encoding="utf-8")]
    width = max(len(part.name) for part in bundled)
    lines += [f"{part.name:{width}}  {part.version:24} {part.licence}\n{'':{width}}  {part.home}" for part in bundled]
    texts: dict[str, list[str]] = {}
    for part in bundled:
        for path in part.texts:
            texts.setdefault(_read(path), []).append(f"{part.name} {part.version}")
    for name in ("LGPL-3.0", "GPL-3.0"):
        texts.setdefault(_read(LICENCES / f"{name}.txt"), []).append(f"{name}, for Qt and PySide6")
    for text, names in texts.items():
        lines += ["", _RULE, ", ".join(names), _RULE, "", text]
    return "\n".join(lines).rstrip() + "\n"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip()
