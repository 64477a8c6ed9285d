"""`fill`: authors and whatever else posts do not say, from arXiv, for the papers that are named."""

import argparse
import os
import time
from collections.abc import Callable

from reader.arxiv.client import SERVER
from reader.commands.naming import some_wanted
from reader.commands.running import as_result, running, say_done
from reader.services.choosing import chosen
from reader.services.outside.filling import Asking, Filled, Tell, fill
from reader.services.profile import Profile

OTHER_SERVER = "DAILY_PAPERS_ARXIV"
"""Names a mirror that speaks as arXiv does."""


def fill_command(profile: Profile, given: argparse.Namespace) -> int:
    """Ask arXiv; what came before it was stopped is kept, and the next run goes on there."""
    papers = some_wanted(given)
    begin = time.monotonic()
    with running(given) as (tell, is_cancelled):
        done = fill(profile, chosen(profile, papers), asking(tell, is_cancelled)._replace(again=given.again))
    result = {**as_result(done), "seconds": round(time.monotonic() - begin, 3)}
    say_done(given, result, lambda: _say(done))
    return 0


def asking(tell: Tell, cancelled: Callable[[], bool]) -> Asking:
    """How arXiv is asked from here."""
    return Asking(os.environ.get(OTHER_SERVER) or SERVER, tell=tell, cancelled=cancelled)


def _say(done: Filled) -> None:
    print(
        f"filled in: {len(done.filled)}; known before: {len(done.known)}; unknown to arXiv: {len(done.absent)};"
        f" not on arXiv: {len(done.elsewhere)}"
    )
