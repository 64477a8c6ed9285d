"""What somebody might do next, drawn by chance: one line after another, as `acts.py` understands them."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from reader.ui.actions.action_table import ACTIONS
from tests.ui.walk.desk import Desk
from tests.ui.walk.library import WORDS
from tests.ui.walk.truth import is_covered

_LEFT_OUT = frozenset({"quit", "add_folder", "add_sample", "updates", "full_screen", "fill", "zotero", "new_window"})
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


def choose(desk: Desk, chance: random.Random) -> str:
    """The next line."""
    if is_covered():
        return chance.choices(("Esc", chance.choice(_BARE), chance.choice(_MOVES), _typed(chance)), (4, 5, 2, 1))[0]
    draw = chance.choices(list(_DRAWS), list(_DRAWS.values()))[0]
    return draw(desk, chance)


def _key(_desk: Desk, chance: random.Random) -> str:
    return chance.choice(_KEYS)


def _move(_desk: Desk, chance: random.Random) -> str:
    return chance.choice(_MOVES)


def _typed(chance: random.Random) -> str:
    return f"type {chance.choice(_SAID)}"


def _row(_desk: Desk, chance: random.Random) -> str:
    return f"row {chance.randrange(_MOST)} {chance.choice(('', '', '', 'Shift', 'Ctrl', 'star'))}".strip()


def _write(_desk: Desk, chance: random.Random) -> str:
    """Something in whatever has the keyboard."""
    return chance.choices((_typed(chance), f"compose {chance.choice('비확강이하')}", chance.choice(_EDITS)), (8, 3, 4))[
        0
    ]


def _focus(_desk: Desk, chance: random.Random) -> str:
    return f"focus {chance.choice(('search', 'note', 'list', 'tree', 'page'))}"


def _menu(_desk: Desk, chance: random.Random) -> str:
    return f"menu {chance.choice(('tree', 'list', 'page'))} {chance.randrange(20)}"


def _seldom(_desk: Desk, chance: random.Random) -> str:
    return chance.choice(
        (
            f"action {chance.choice(_KEYLESS)}",
            f"page {chance.randrange(100)} {chance.randrange(100)}",
            f"scroll {chance.randrange(11) / 10}",
            "seen",
        )
    )


def _post(desk: Desk, chance: random.Random) -> str:
    day = (date(2025, 2, 1) + timedelta(chance.randrange(8) * 9)).isoformat()
    if day in desk.library.posts and chance.random() < 0.3:
        return f"remove {day}"
    papers = chance.sample(range(1, _MOST + 1), chance.randrange(1, 8))
    return f"rewrite {day} {' '.join(map(str, papers))}"


def _elsewhere(_desk: Desk, chance: random.Random) -> str:
    number, on = chance.randrange(1, _MOST + 1), chance.choice(("on", "off"))
    return chance.choice(
        (
            f"elsewhere {on} {number}",
            f"read-elsewhere {on} {number} {number % _MOST + 1}",
            f"note-elsewhere {number} {chance.choice(('from elsewhere', '다른 곳에서'))}",
            f"label-elsewhere {on} {chance.choice(_LABELS)} {number}",
        )
    )


def _label(_desk: Desk, chance: random.Random) -> str:
    one, other = chance.sample(_LABELS, 2)
    return chance.choice(
        (f"make {one}", f"rename {one} {other}", f"unlabel {one}", f"label {one} {chance.randrange(1, 9)}")
    )


def _highlight(_desk: Desk, chance: random.Random) -> str:
    return f"highlight {' '.join(str(chance.randrange(5, 95)) for _ in range(4))}"


def _notes(_desk: Desk, chance: random.Random) -> str:
    return f"notes {chance.choice(('highlights', 'highlights', 'links'))} {chance.randrange(9)}"


def _look(_desk: Desk, chance: random.Random) -> str:
    width, height = chance.choice(((600, 520), (800, 520), (1100, 700), (1440, 900)))
    return chance.choice((f"resize {width} {height}", "Ctrl+Shift+L", f"language {chance.choice(('ko', 'en'))}"))


_DRAWS: dict[Callable[[Desk, random.Random], str], int] = {
    _key: 26,
    _move: 12,
    _row: 12,
    lambda _desk, chance: f"line {chance.randrange(24)}": 9,
    _write: 15,
    lambda _desk, _chance: "Esc": 7,
    _focus: 7,
    _post: 3,
    _elsewhere: 4,
    _menu: 3,
    _seldom: 8,
    _highlight: 5,
    _notes: 4,
    _label: 3,
    _look: 2,
    lambda _desk, _chance: "wait": 5,
    lambda _desk, _chance: "save": 4,
}
"""What draws a line, and how often it is asked to."""
