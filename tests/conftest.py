"""What every test stands on: a home of its own, Qt without a screen, widgets gone before the next test.

Qt's and Python's warnings fail tests (pyproject.toml). Tests in a real window have their own screen: tests/e2e.
"""

import os
import sys
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from pytestqt.qtbot import QtBot

# Before anything imports Qt, and whatever the person's desktop says: no test may open a window on it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# The same inputs at every run: who runs them first finds what everyone finds. `dev.py fuzz` looks for others.
# A shared machine: slow is not wrong.
settings.register_profile(
    "suite", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("fuzz", settings.get_profile("suite"), derandomize=False, print_blob=True)
# That a test fails is all there is to know of a change.
settings.register_profile("mutants", settings.get_profile("suite"), phases=[Phase.explicit, Phase.generate])
settings.load_profile("suite")

_PATIENCE = 30_000  # ms
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def pytest_configure(config: pytest.Config) -> None:
    # Two runs at once tidy the same folder of old temporary files; that the other was first is no failure.
    config.addinivalue_line("filterwarnings", r"ignore:\(rm_rf\):pytest.PytestWarning")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What a test printed reaches the process that reports, also bytes that are no text: of odd file names."""
    report = yield
    report.sections = [
        (name, text.encode("utf-8", "backslashreplace").decode("utf-8")) for name, text in report.sections
    ]
    return report


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Qt's helper with patience: what is waited for may take half a minute on a busy machine."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        monkeypatch.setattr(qtbot, name, partial(getattr(qtbot, name), timeout=_PATIENCE))
    return qtbot


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the person's own files: home, the platform's places and Git's settings are new."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(home))
        for name, folder in _XDG.items():
            patch.setenv(name, str(home / folder))
        fonts = home / _XDG["XDG_CONFIG_HOME"] / "fontconfig" / "fonts.conf"
        fonts.parent.mkdir(parents=True)
        fonts.write_text(_GREY_LETTERS, encoding="utf-8")
        for name in ("APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home / name))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "A Tester")
            patch.setenv(f"GIT_{role}_EMAIL", "tester@example.org")
        yield home


_GREY_LETTERS = """<?xml version="1.0"?>
<fontconfig>
  <match target="pattern">
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""
"""Ubuntu draws letters with coloured edges; tests look for colours."""

_XDG = {
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_STATE_HOME": ".local/state",
}


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The folder of a profile nobody has used, not made yet: what `--profile` is given."""
    return tmp_path / "profile"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real posts that stands beside the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"the real posts are not here: no folder {SHARED}")
    return SHARED


@pytest.fixture(autouse=True)
def no_widget_outlives_its_test() -> Iterator[None]:
    """Deliver Qt's pending deletions: else they happen in some later test, or at exit in the wrong order."""
    yield
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
