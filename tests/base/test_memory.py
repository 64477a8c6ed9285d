"""What was needed for a moment is given back."""

import subprocess
import sys

import pytest

from reader.base import memory

HOLDS = """
import os
from pathlib import Path
from reader.base.memory import give_back
def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
many = [bytes(100_000) for _ in range(600)]
last = bytes(100_000)
del many
before = held()
give_back()
print(before - held())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has to be asked")
def test_it_is_fewer_megabytes_afterwards() -> None:
    freed = subprocess.run([sys.executable, "-c", HOLDS], capture_output=True, text=True, check=True).stdout
    assert int(freed) > 30


def test_elsewhere_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    memory.give_back()
