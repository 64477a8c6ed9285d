"""The window on a small library that the views of many papers are tried in."""

from tests.ui.across.conftest import synced, window

__all__ = ["synced", "window"]
