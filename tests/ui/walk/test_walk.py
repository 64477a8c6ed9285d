"""A thousand random steps in the window. `dev.py walk` takes more of them, from any seed."""

import pytest

from tests.ui.walk.walking import walk

STEPS, SEED = 1000, 20261128


@pytest.mark.qt_no_exception_capture
@pytest.mark.qt_log_ignore("does not support")  # menus, offscreen
def test_everything_holds_through_a_thousand_random_steps(qapp: object) -> None:
    failure = walk(SEED, STEPS)
    assert failure is None, str(failure)
