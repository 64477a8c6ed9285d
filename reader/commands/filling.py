"""`fill`: authors and whatever else posts do not say, from arXiv, for the papers that are named."""

import argparse
import os
import time
from collections.abc import Callable
from typing import Any

from reader.arxiv.client import SERVER
from reader.base.errors import ReaderError
from reader.commands.cancelling import CancelOnRequest
from reader.commands.naming import wanted
from reader.commands.output import ProgressBar, print_json
from reader.services.choosing import Wanted, chosen
from reader.services.outside.filling import Asking, Filled, Tell, fill
from reader.services.profile import Profile

OTHER_SERVER = "DAILY_PAPERS_ARXIV"
"""Names a mirror that speaks as arXiv does."""


def fill_command(profile: Profile, given: argparse.Namespace) -> int:
    """Ask arXiv; what came before it was stopped is kept, and the next run goes on there."""
    papers = wanted(given)
    if papers == Wanted():
        raise ReaderError("Say which papers: keys, --bookmarked, --label, --tag, --date or --search.")
    bar = ProgressBar()
    stop = CancelOnRequest(listen=given.events)
    begin = time.monotonic()
    asked = asking(print_json if given.events else bar.show, stop.is_set)._replace(again=given.again)
    try:
        done = fill(profile, chosen(profile, papers), asked)
    except ReaderError as error:
        if given.events:
            print_json({"event": "failed", "message": str(error)})
        raise
    finally:
        bar.end()
    _say(done, given, round(time.monotonic() - begin, 3))
    return 0


def asking(tell: Tell, cancelled: Callable[[], bool]) -> Asking:
    """How arXiv is asked from here."""
    return Asking(os.environ.get(OTHER_SERVER) or SERVER, tell=tell, cancelled=cancelled)


def _say(done: Filled, given: argparse.Namespace, seconds: float) -> None:
    result: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value for name, value in done._asdict().items()
    }
    if given.events:
        print_json({"event": "done", **result, "seconds": seconds})
    elif given.json:
        print_json({**result, "seconds": seconds})
    else:
        print(
            f"filled in: {len(done.filled)}; known before: {len(done.known)}; unknown to arXiv: {len(done.absent)};"
            f" not on arXiv: {len(done.elsewhere)}"
        )
