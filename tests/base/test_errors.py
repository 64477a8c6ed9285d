"""What went wrong outside is told by its reason, and never by the word None."""

import errno
import os
from pathlib import Path

import pytest

import reader
from reader.base.errors import reason_of


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOENT, os.strerror(errno.ENOENT), "a"), os.strerror(errno.ENOENT)),
        (OSError("the pipe is broken"), "the pipe is broken"),
        (TimeoutError(), "TimeoutError"),
    ],
)
def test_a_reason_is_in_the_words_of_whoever_refused(error: OSError, reason: str) -> None:
    assert reason_of(error) == reason


def test_nobody_asks_the_system_alone_for_the_reason() -> None:
    folder = Path(reader.__file__).parent
    asks = [path.name for path in folder.rglob("*.py") if "error.strerror" in path.read_text("utf-8")]
    assert asks == ["errors.py"]
