"""An empty index in a folder of its own, on a disk that is not waited for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.search.index import Index


@pytest.fixture(scope="module", autouse=True)
def disk_that_is_not_waited_for() -> Iterator[None]:
    """No test cuts the power, and waiting for the disk takes more than half of the time of those that write much."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)  # it fails as well where there is no such file
        yield


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index(tmp_path / "색인 index") as opened:
        yield opened
