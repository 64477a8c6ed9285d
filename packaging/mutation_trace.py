"""Which functions of the program a process enters. Kept away from everything else: it is imported before all else.

`MUTATION_TRACE` names a folder of source and a file. Each function entered is added to the file, as a line
`path:first line`. In a copy of the tree this module stands as `sitecustomize`, so that the processes which tests start,
and kill, are followed too.
"""

from __future__ import annotations

import os
import sys
import threading
from types import FrameType

VARIABLE = "MUTATION_TRACE"

entered: set[tuple[str, int]] = set()
"""What is in the file already, as far as this process knows; whoever empties the file empties this too."""


def follow(folder: str, file: str) -> None:
    """Add to `file`, from now on, the functions below `folder` that are entered, in every thread."""
    output = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def trace(frame: FrameType, _event: str, _argument: object) -> None:
        code = frame.f_code
        if code.co_filename.startswith(folder):
            place = (code.co_filename, code.co_firstlineno)
            if place not in entered:
                entered.add(place)
                os.write(output, f"{place[0]}:{place[1]}\n".encode())

    threading.settrace(trace)
    sys.settrace(trace)


if __name__ == "sitecustomize" and VARIABLE in os.environ:
    follow(*os.environ[VARIABLE].split(os.pathsep))
