"""The window starts over a catalogue that is damaged: its first sync makes it anew."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Shown, _begun, _built, _framed
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.ui.start.traces import NO_TRACE
from reader.ui.window.window import MainWindow
from tests.factories import numbered, post, write_post


@pytest.mark.parametrize("at", [0, 4096, 30_000])
def test_a_window_opens_over_a_damaged_catalogue(qtbot: QtBot, tmp_path: Path, at: int) -> None:
    write_post(tmp_path / "posts", "2025-01-02-a.md", post(numbered(3)))
    places = ProfilePaths.of(tmp_path / "profile")
    with Profile(places) as profile:
        profile.take_sources([tmp_path / "posts"])
        refresh(profile)
    raw = bytearray(places.catalogue.read_bytes())
    raw[at : at + 20_000] = b"\xa5" * len(raw[at : at + 20_000])
    places.catalogue.write_bytes(raw)
    with Profile(places) as profile:
        shown = Shown("en", "light", remembers=False)
        app, frame = _begun(profile, shown), _framed(profile, shown, None)
        qtbot.addWidget(frame)
        frame.hold(_built(app, profile, shown, NO_TRACE, frame))
        assert len(frame.findChildren(MainWindow)) == 1
        frame.close()
    with Profile(places) as profile:
        refresh(profile)
        assert profile.listing.totals().papers == 3
