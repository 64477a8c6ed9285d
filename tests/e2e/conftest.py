"""The desktop for tests in a real window. Every test in this folder counts as one."""

import os
import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from desktop import INSTALL, Desktop, missing_tools, private_desktop

HERE = Path(__file__).resolve().parent
PICTURES = HERE.parent.parent / "build" / "failed-in-a-window"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.window)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Beside a failure stand what the programs printed and where a picture of the screen at that moment is."""
    report = yield
    desktop = getattr(item, "funcargs", {}).get("desktop")
    if report.when == "call" and report.failed and desktop is not None:
        name = re.sub(r"\W+", "-", item.name)
        report.sections.append(("the screen", str(desktop.screenshot(PICTURES / f"{name}.png"))))
        report.sections += [(f"printed: {program.log.name}", program.said()) for program in desktop.programs]
    return report


@pytest.fixture(scope="session")
def whole_desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """One desktop for all: always a private one, so that no test types into what a person is doing."""
    if lack := missing_tools():
        reason = f"tests in a real window need {', '.join(lack)}; as root: {INSTALL}"
        # Skipping is for people: where nobody looks at the reasons, it would hide that these tests never run.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    with private_desktop(tmp_path_factory.mktemp("desktop")) as desktop:
        yield desktop


@pytest.fixture
def desktop(whole_desktop: Desktop) -> Iterator[Desktop]:
    """The desktop, with nothing left on it by the test before."""
    yield whole_desktop
    whole_desktop.clear()
