"""Input methods: which of them Qt tries where the person chose none. Without one, no Hangul can be typed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_CHOICES = ("QT_IM_MODULES", "QT_IM_MODULE")
_TRIED = "wayland;fcitx;ibus"
"""In this order. fcitx5 without a plug-in of its own in our Qt is reached by its ibus front end."""


@contextmanager
def input_methods() -> Iterator[None]:
    """While the application is made, which reads the environment once: browsers we start later must not see ours."""
    chooses = sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _CHOICES)
    if not chooses:
        yield
        return
    before = os.environ.get(_CHOICES[0])
    os.environ[_CHOICES[0]] = _TRIED
    try:
        yield
    finally:
        del os.environ[_CHOICES[0]]
        if before is not None:
            os.environ[_CHOICES[0]] = before
