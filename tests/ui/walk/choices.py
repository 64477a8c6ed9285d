"""What somebody might do next, drawn by chance: one line after another, as `acts.py` understands them."""

import random
from datetime import date, timedelta

from reader.ui.actions.action_table import ACTIONS
from tests.ui.walk.desk import Desk
from tests.ui.walk.library import WORDS
from tests.ui.walk.truth import is_covered

_LEFT_OUT = frozenset({"quit", "add_folder", "add_sample", "updates", "full_screen"})
"""Actions that end the walk, ask the system for a folder, leave the machine, or need a screen."""

_KEYS = [key for spec in ACTIONS if spec.name not in _LEFT_OUT for key in spec.keys]
_KEYLESS = [spec.name for spec in ACTIONS if not spec.keys and spec.name not in _LEFT_OUT]
_BARE = [key for spec in ACTIONS if spec.bare for key in spec.keys if "Ctrl" not in key]
_MOVES = ("Down", "Up", "Home", "End", "PgDown", "PgUp", "Return", "Tab", "Shift+Down", "Shift+Up", "Left", "Right")
_EDITS = ("Backspace", "Del", "Home", "End", "Ctrl+A", "Ctrl+Z", "Return", "Left", "Ctrl+C", "Ctrl+V", "Ctrl+X")
_SAID = (
    *WORDS,
    "tag:llm",
    "is:unread",
    "is:bookmarked",
    "없는 말",
    "[[",
    "가",
    "method:",
    "b",
    "jjk",
    "2502.00007",
    "label:a",
)
_LABELS = ("a", "읽을것", "later")
_MOST = 40  # papers

_WEIGHTS = {
    "key": 26,
    "move": 12,
    "row": 12,
    "line": 9,
    "type": 8,
    "compose": 3,
    "edit": 4,
    "escape": 7,
    "focus": 7,
    "sync": 3,
    "elsewhere": 4,
    "menu": 3,
    "action": 2,
    "page": 2,
    "label": 3,
    "scroll": 2,
    "seen": 2,
    "look": 2,
    "wait": 5,
    "save": 4,
}


def choose(desk: Desk, chance: random.Random) -> str:
    """The next line."""
    if is_covered():
        return chance.choices(("Esc", chance.choice(_BARE), chance.choice(_MOVES), _typed(chance)), (4, 5, 2, 1))[0]
    kind = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    match kind:
        case "key":
            return chance.choice(_KEYS)
        case "move":
            return chance.choice(_MOVES)
        case "row":
            return f"row {chance.randrange(_MOST)} {chance.choice(('', '', '', 'Shift', 'Ctrl', 'star'))}".strip()
        case "line":
            return f"line {chance.randrange(24)}"
        case "type":
            return _typed(chance)
        case "compose":
            return f"compose {chance.choice('비확강이하')}"
        case "edit":
            return chance.choice(_EDITS)
        case "escape":
            return "Esc"
        case "focus":
            return f"focus {chance.choice(('search', 'note', 'list', 'tree', 'page'))}"
        case "sync":
            return _post(desk, chance)
        case "elsewhere":
            return _elsewhere(chance)
        case "menu":
            return f"menu {chance.choice(('tree', 'list', 'page'))} {chance.randrange(20)}"
        case "action":
            return f"action {chance.choice(_KEYLESS)}"
        case "page":
            return f"page {chance.randrange(100)} {chance.randrange(100)}"
        case "label":
            return _label(chance)
        case "look":
            return _look(chance)
        case "scroll":
            return f"scroll {chance.randrange(11) / 10}"
    return kind


def _typed(chance: random.Random) -> str:
    return f"type {chance.choice(_SAID)}"


def _post(desk: Desk, chance: random.Random) -> str:
    day = (date(2025, 2, 1) + timedelta(chance.randrange(8) * 9)).isoformat()
    if day in desk.library.posts and chance.random() < 0.3:
        return f"remove {day}"
    papers = chance.sample(range(1, _MOST + 1), chance.randrange(1, 8))
    return f"rewrite {day} {' '.join(map(str, papers))}"


def _elsewhere(chance: random.Random) -> str:
    number, on = chance.randrange(1, _MOST + 1), chance.choice(("on", "off"))
    return chance.choice(
        (
            f"elsewhere {on} {number}",
            f"read-elsewhere {on} {number} {number % _MOST + 1}",
            f"note-elsewhere {number} {chance.choice(('from elsewhere', '다른 곳에서'))}",
            f"label-elsewhere {on} {chance.choice(_LABELS)} {number}",
        )
    )


def _label(chance: random.Random) -> str:
    one, other = chance.sample(_LABELS, 2)
    return chance.choice(
        (f"make {one}", f"rename {one} {other}", f"unlabel {one}", f"label {one} {chance.randrange(1, 9)}")
    )


def _look(chance: random.Random) -> str:
    width, height = chance.choice(((800, 520), (1100, 700), (1440, 900)))
    return chance.choice((f"resize {width} {height}", "Ctrl+Shift+L", f"language {chance.choice(('ko', 'en'))}"))
