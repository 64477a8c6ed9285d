"""The typesetter as a process of its own: formulas in on standard input, drawings out, one JSON value a line.

In: `[tex, display]`. Out, in the same order: `[drawing, width, ascent, depth]` as in `Formula`, or null for a formula
that can't be read or takes too long. It ends when its input ends, and before that where formula after formula takes
too long. The window starts it because ziamath would hold up the window's own process.
"""

import json
import sys
from collections.abc import Iterable
from typing import TextIO

from reader.base.budget import OverBudget, within
from reader.render.formula import Formula

MOST_SECONDS = 3.0  # of the processor's time, for one formula; usual ones take 0.01, four long rows 1.5
_MOST_GIVEN_UP = 3  # then the post means harm


def main() -> int:
    """Typeset what comes in; returns the exit code."""
    run(sys.stdin, sys.stdout)
    return 0


def run(requests: Iterable[str], answers: TextIO) -> None:
    """Answer each line of `requests` with one line."""
    from reader.render.math import prepare, typeset  # the window asks and reads answers without it

    prepare()
    given_up = 0
    for request in requests:
        try:
            with within(MOST_SECONDS):
                formula = typeset(*json.loads(request))
        except OverBudget:
            formula = None
            given_up += 1
        answers.write(answer_of(formula))
        answers.flush()
        if given_up == _MOST_GIVEN_UP:
            return


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
