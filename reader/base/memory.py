"""Memory that was needed for a moment, given back to the system. The C library of Linux keeps it for the next time."""

import sys


def give_back() -> None:
    """Let go of what the process holds and does not use, where that has to be asked for. Takes some milliseconds."""
    if sys.platform != "linux":
        return
    import ctypes  # not needed before the window stands

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc; musl keeps nothing back
    if trim is not None:
        trim(0)
