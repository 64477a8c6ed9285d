"""Write docs/keyboard.md from the table of actions: `.venv/bin/python packaging/keys.py`.

tests/test_docs.py fails while the page says something else than the table.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from reader.ui.actions.action_table import ACTIONS, MENUS  # noqa: E402  # of this tree, whatever is installed

PAGE = ROOT / "docs" / "keyboard.md"
BEGIN = """# Keyboard

Made from the table of actions (`reader/ui/actions/action_table.py`) by `packaging/keys.py`.

Bare keys, those without Ctrl or a function key, act in the tree, the list and the text, never where one writes; a
setting turns them off. Under a Korean layout the same physical keys act (ㅓ is J). On macOS Ctrl is ⌘. The palette
(Ctrl+K) knows every action by its name, with its key.

Besides: ↑ ↓ Page and Home/End go through a list, with Shift they select; Enter opens in the text, Ctrl+Enter in another
tab; ← → go from pane to pane; Esc closes what is open, or goes back from where one went.
"""


def page() -> str:
    """The page as the table has it now."""
    parts = [BEGIN]
    for menu, title in (*MENUS, ("", "In the list and the text")):
        rows = [spec for spec in ACTIONS if spec.menu == menu and spec.keys]
        if rows:
            parts.append(f"\n## {title}\n\n| key | action |\n| --- | --- |\n")
        for spec in rows:
            keys = " · ".join(f"`{key.replace(', ', ' then ')}`" for key in spec.keys)
            parts.append(f"| {keys} | {spec.text.removesuffix('…').replace('%1', spec.keys[0])} |\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
