"""The typesetter as a process of its own: formulas in on standard input, drawings out, one JSON value a line.

In: `[tex, display]`. Out, in the same order: `[drawing, width, ascent, depth]` as in `Formula`, or null for a formula
that can't be read. It ends when its input ends. The window starts it because ziamath would hold up the window's own
process.
"""

import json
import sys
from collections.abc import Iterable
from typing import TextIO

from reader.render.formula import Formula


def main() -> int:
    """Typeset what comes in; returns the exit code."""
    run(sys.stdin, sys.stdout)
    return 0


def run(requests: Iterable[str], answers: TextIO) -> None:
    """Answer each line of `requests` with one line."""
    from reader.render.math import typeset  # the window asks and reads answers without it

    for request in requests:
        tex, display = json.loads(request)
        answers.write(answer_of(typeset(tex, display)))
        answers.flush()


def request_of(tex: str, display: bool) -> str:
    """The line that asks for a formula."""
    return json.dumps([tex, display]) + "\n"


def answer_of(formula: Formula | None) -> str:
    """The line that answers with a formula."""
    if formula is None:
        return "null\n"
    return json.dumps([formula.drawing, formula.width, formula.ascent, formula.depth]) + "\n"


def read_answer(line: str | bytes) -> Formula | None:
    """A formula from the line that answers with it."""
    answer = json.loads(line)
    return Formula(*answer) if answer is not None else None


if __name__ == "__main__":
    raise SystemExit(main())
