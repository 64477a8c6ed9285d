"""What works behind a window lets it go first."""

import os
import subprocess
import sys

import pytest

NICENESS = "import os; print(os.nice(0))"


@pytest.mark.skipif(sys.platform == "win32", reason="os.nice is of Unix")
def test_a_process_that_steps_back_lets_others_go_first_and_so_do_those_it_starts() -> None:
    begin = "from reader.base.priority import step_back; import subprocess, sys; step_back();"
    code = f"{begin} subprocess.run([sys.executable, '-c', {NICENESS!r}], check=True)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert int(told.stdout) == min(19, os.nice(0) + 10)
