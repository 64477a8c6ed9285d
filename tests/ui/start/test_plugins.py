"""Qt's plug-ins as the self-test loads them: those that must be there, and those a desktop can do without."""

import sys

import pytest

from reader.ui.start import plugins

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the names are those of Linux")


def test_all_of_them_load_here() -> None:
    count, faults, _ = plugins.load_plugins()
    assert count == sum(map(len, plugins.PLUGINS["linux"].values()))
    assert faults == []


def test_a_missing_one_is_a_fault_but_of_wayland_and_of_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = {
        "platforms": ("qoffscreen", "qnone", "qwaylandnone"),
        "printsupport": ("none",),
        "wayland-shell-integration": ("none",),
        "wayland-decoration-client": ("none",),
        "tls": ("none",),
    }
    monkeypatch.setitem(plugins.PLUGINS, "linux", missing)
    count, faults, optional = plugins.load_plugins()
    assert count == 7
    assert [line.partition(": ")[0] for line in faults] == ["platforms/qnone", "tls/none"]
    assert [line.partition(": ")[0] for line in optional] == [
        "platforms/qwaylandnone",
        "printsupport/none",
        "wayland-shell-integration/none",
        "wayland-decoration-client/none",
    ]
    assert all(line.partition(": ")[2] for line in faults + optional)
