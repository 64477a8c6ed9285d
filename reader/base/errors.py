"""The two families of errors.

A `ReaderError` is the world's fault: a folder that is gone, a disk that is full, a file of a newer version. Its text
says what happened and what to do, in the words of a person, and it is shown. Anything else is a bug.
"""


class ReaderError(Exception):
    """Something outside the program went wrong; `str(error)` is one line fit to be shown to a person."""


def reason_of(error: OSError) -> str:
    """Why the system refused, in its words, or in those of the library that raised the error without asking it."""
    return error.strerror or str(error) or type(error).__name__
