"""Hangul can be typed with whatever input method runs, and a person's own choice stays."""

import os
import sys

import pytest

from reader.ui.start.typing import input_methods

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have one input method")


def test_where_nothing_is_chosen_all_that_may_run_are_tried(monkeypatch):
    monkeypatch.delenv("QT_IM_MODULE", raising=False)
    monkeypatch.setenv("QT_IM_MODULES", "")
    with input_methods():
        assert os.environ["QT_IM_MODULES"] == "wayland;fcitx;ibus"


@pytest.mark.parametrize("before", [None, ""])
def test_what_is_started_later_sees_nothing_of_it(monkeypatch, before):
    for each in ("QT_IM_MODULE", "QT_IM_MODULES"):
        monkeypatch.delenv(each, raising=False)
    if before is not None:
        monkeypatch.setenv("QT_IM_MODULES", before)
    with input_methods():
        pass
    assert os.environ.get("QT_IM_MODULES") == before


@pytest.mark.parametrize("name", ["QT_IM_MODULE", "QT_IM_MODULES"])
def test_what_the_person_chose_stays(monkeypatch, name):
    for each in ("QT_IM_MODULE", "QT_IM_MODULES"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setenv(name, "hangul")
    before = dict(os.environ)
    with input_methods():
        assert dict(os.environ) == before
