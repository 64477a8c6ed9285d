"""`typeset`, `draw`, `bring`: the child processes that typeset formulas, decode and bring pictures for the window."""

import argparse
import sys

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
