"""Bring the translations up to date: texts of reader/ui → resources/translations/*.ts → *.qm.

Run with the project's Python: `.venv/bin/python packaging/translate.py`. New texts come into the .ts files unfinished
and are translated there by hand (or with Qt Linguist); run it again to compile. tests/ui/test_translations.py fails
while a text is not translated or a .qm is older than its .ts.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"ko": [], "en": ["-pluralonly"]}


def tool(name: str) -> str:
    """The path of one of PySide6's tools, beside this Python."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def main() -> int:
    """Update and compile every language; the exit code is that of the first tool that failed."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "reader" / "ui").rglob("*.py"))
    for language, options in LANGUAGES.items():
        ts = FOLDER / f"daily_papers_{language}.ts"
        update = [tool("lupdate"), *options, "-locations", "none", "-no-obsolete", "-target-language", language]
        for command in ([*update, *sources, "-ts", str(ts)], [tool("lrelease"), str(ts)]):
            if code := subprocess.run(command, cwd=ROOT, check=False).returncode:
                return code
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
