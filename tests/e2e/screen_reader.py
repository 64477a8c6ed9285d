"""A screen reader's eyes and hands, run by the system's Python, which has pyatspi: `screen_reader.py WHAT [ARGUMENT]`.

`wake` starts the bus that programs speak on, as a screen reader does at first. `read` prints what is to be seen of the
first program, `[role, name, states, depth]` a line, in the order of reading.
`do ROLE NAME ACTION` does something with the first such thing that is seen. What it prints is JSON.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # of the system's Python

SECONDS = 20.0
OF_A_PAGE = ("heading", "link", "paragraph")  # scrolled away, they are read all the same
STATES = ("CHECKED", "SELECTED", "FOCUSED", "FOCUSABLE", "ENABLED")


def program() -> Any:
    """The program on the desktop, once it says what it is."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for one in pyatspi.Registry.getDesktop(0):
            if one is not None and one.name == "daily-papers-reader" and one.childCount:
                return one
        time.sleep(0.2)
    sys.exit("no program is to be heard")


def seen(node: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    """All that is shown, in the order of reading."""
    is_shown = node.getState().contains(pyatspi.STATE_SHOWING)
    if depth > 1 and not is_shown and node.getRoleName() not in OF_A_PAGE:
        return
    yield node, depth
    for number in range(min(node.childCount, 300)):
        child = node.getChildAtIndex(number)
        if child is not None:
            yield from seen(child, depth + 1)


def said(node: Any, depth: int) -> list[object]:
    states = node.getState()
    on = [name for name in STATES if states.contains(getattr(pyatspi, f"STATE_{name}"))]
    return [node.getRoleName(), node.name, on, depth]


def do(role: str, name: str, action: str) -> bool:
    """Do something with the first thing of a role and a name."""
    for node, _ in seen(program()):
        if node.getRoleName() == role and node.name == name:
            actions = node.queryAction()
            names = [actions.getName(number) for number in range(actions.nActions)]
            return bool(actions.doAction(names.index(action)))
    raise SystemExit(f"no {role} {name!r}")


if __name__ == "__main__":
    if sys.argv[1] == "wake":
        print(pyatspi.Registry.getDesktop(0).childCount)
    elif sys.argv[1] == "read":
        for node, depth in seen(program()):
            print(json.dumps(said(node, depth)))
    else:
        print(json.dumps(do(*sys.argv[2:5])))
