"""Stopping a command that runs as a child process of the window."""

import os
import threading


class CancelOnRequest:
    """Set when the window writes `cancel` to our standard input. The end of the input is no request."""

    def __init__(self, *, listen: bool) -> None:
        self._event = threading.Event()
        if listen:
            threading.Thread(target=self._listen, daemon=True).start()

    def is_set(self) -> bool:
        return self._event.is_set()

    def _listen(self) -> None:
        said = b""
        while b"cancel\n" not in said:
            try:
                # Not sys.stdin: a thread that waits in it keeps a lock that Python wants at its end.
                more = os.read(0, 1024)
            except OSError:
                return  # closed by who started us
            if not more:
                return
            said = said[-16:] + more
        self._event.set()
