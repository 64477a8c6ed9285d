"""`typeset`: the child process in which the window typesets formulas. Not for people."""

import argparse

from reader.services.profile import Profile


def typeset_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Typeset what standard input asks for until it ends."""
    from reader.render.typesetter import main

    main()
    return 0
