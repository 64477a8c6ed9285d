"""Whose turn the processor is: what works behind a window lets that go first."""

import os
import sys

_NICER = 10  # of 19 that Unix knows; the scheduler of Linux gives such a process a tenth of what the window gets
_BELOW_NORMAL = 0x4000  # BELOW_NORMAL_PRIORITY_CLASS, winbase.h


def step_back() -> None:
    """Let other processes go first where several want the processor. It holds for this process and those it starts."""
    if sys.platform == "win32":
        import ctypes  # not needed elsewhere

        system = ctypes.WinDLL("kernel32")
        system.GetCurrentProcess.restype = ctypes.c_void_p
        system.SetPriorityClass.argtypes = ctypes.c_void_p, ctypes.c_uint32
        system.SetPriorityClass(system.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICER)
