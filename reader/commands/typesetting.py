"""The child processes of the window: `typeset`, `draw` and `bring` (formulas, pictures), `write` (a long page),
`press` (a page as a PDF).
"""

import argparse
import os
import sys

from reader.base.errors import ReaderError
from reader.commands.output import print_json
from reader.services.profile import Profile


def typeset_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Typeset what standard input asks for until it ends."""
    from reader.render.typesetter import main

    main()
    return 0


def draw_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Decode the pictures that standard input names until it ends."""
    from reader.ui.page.pictures.drawer import main

    return main()


def bring_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Bring the pictures that standard input names until it ends."""
    from reader.services.pictures.bringing import answer

    answer(profile, sys.stdin, sys.stdout)
    return 0


def write_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Write the page that standard input asks for."""
    from reader.render.long.writing import main

    return main()


def press_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Write a page of HTML that the window wrote as a PDF."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # Qt reads its environment when it is loaded
    from reader.ui.page.printed.pages import write_page

    try:
        write_page(given.page.read_text("utf-8"), given.out, given.out.stem, is_broad=given.broad)
    except ReaderError as error:
        print_json({"event": "failed", "message": str(error)})
        return 1
    print_json({"event": "done", "out": str(given.out)})
    return 0
