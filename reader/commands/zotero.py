"""`zotero`: papers into the Zotero that runs on this computer."""

import argparse
import os

from reader.commands.naming import some_wanted
from reader.commands.running import as_result, running, say_done
from reader.services.choosing import chosen
from reader.services.exporting import words_of
from reader.services.outside.zotero import Sending, Sent, send
from reader.services.profile import Profile
from reader.zotero.client import SERVER

OTHER_SERVER = "DAILY_PAPERS_ZOTERO"
"""Names the address at which Zotero listens, where it is another than its usual one."""


def zotero_command(profile: Profile, given: argparse.Namespace) -> int:
    """Send papers; those that Zotero has are not sent again."""
    papers = some_wanted(given)
    words = words_of(given.lang or profile.settings.get("language"))
    server = os.environ.get(OTHER_SERVER) or SERVER
    with running(given) as (tell, is_cancelled):
        sending = Sending(words, server, given.again, not given.no_notes, tell, is_cancelled)
        done = send(profile, chosen(profile, papers), sending)
    say_done(given, as_result(done), lambda: _say(done))
    return 0


def _say(done: Sent) -> None:
    print(f"sent to {done.where}: {len(done.sent)}; there before: {len(done.there)}")
