"""`zotero`: papers into the Zotero that runs on this computer."""

import argparse
import os
from typing import Any

from reader.base.errors import ReaderError
from reader.commands.cancelling import CancelOnRequest
from reader.commands.naming import wanted
from reader.commands.output import ProgressBar, print_json
from reader.services.choosing import Wanted, chosen
from reader.services.exporting import words_of
from reader.services.outside.zotero import Sending, Sent, send
from reader.services.profile import Profile
from reader.zotero.client import SERVER

OTHER_SERVER = "DAILY_PAPERS_ZOTERO"
"""Names the address at which Zotero listens, where it is another than its usual one."""


def zotero_command(profile: Profile, given: argparse.Namespace) -> int:
    """Send papers; those that Zotero has are not sent again."""
    papers = wanted(given)
    if papers == Wanted():
        raise ReaderError("Say which papers: keys, --bookmarked, --label, --tag, --date or --search.")
    bar = ProgressBar()
    stop = CancelOnRequest(listen=given.events)
    sending = Sending(
        words_of(given.lang or profile.settings.get("language")),
        os.environ.get(OTHER_SERVER) or SERVER,
        given.again,
        not given.no_notes,
        print_json if given.events else bar.show,
        stop.is_set,
    )
    try:
        done = send(profile, chosen(profile, papers), sending)
    except ReaderError as error:
        if given.events:
            print_json({"event": "failed", "message": str(error)})
        raise
    finally:
        bar.end()
    _say(done, given)
    return 0


def _say(done: Sent, given: argparse.Namespace) -> None:
    result: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value for name, value in done._asdict().items()
    }
    if given.events:
        print_json({"event": "done", **result})
    elif given.json:
        print_json(result)
    else:
        print(f"sent to {done.where}: {len(done.sent)}; there before: {len(done.there)}")
