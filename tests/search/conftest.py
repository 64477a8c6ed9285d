"""An empty index in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.search.index import Index


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index(tmp_path / "색인 index") as opened:
        yield opened
