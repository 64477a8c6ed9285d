"""Input methods: which of them Qt tries where the person chose none. Without one, no Hangul can be typed."""

import os
import sys

_CHOICES = ("QT_IM_MODULES", "QT_IM_MODULE")
_TRIED = "wayland;fcitx;ibus"
"""In this order. fcitx5 without a plug-in of its own in our Qt is reached by its ibus front end."""


def choose_input_methods() -> None:
    """Before the application is made: it reads the environment once."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _CHOICES):
        os.environ["QT_IM_MODULES"] = _TRIED
