"""Writes marks and notes at full speed until it is killed, and says each on stdout once it is saved.

    python mark_writer.py STORE BACKUPS NAME FIRST

Run by test_mark_kill.py. A line is "bookmark NAME-N", "note NAME-K N" or "read NAME-N-… N"; numbers rise from FIRST.
"""

import itertools
import os
import sys
from pathlib import Path

from reader.marks.store import MarkStore


def main(store_path: str, backups: str, name: str, first: str) -> None:
    with MarkStore(Path(store_path), Path(backups)) as store:
        for number in itertools.count(int(first)):
            store.set_bookmark(f"{name}-{number}", True)
            say(f"bookmark {name}-{number}")
            store.set_note(f"{name}-{number % 20}", f"{number} " + "note " * (number % 300))
            say(f"note {name}-{number % 20} {number}")
            store.set_read([f"{name}-{number}-{of}" for of in range(5)], True)
            say(f"read {name}-{number} 5")
            store.set_snapshot(f"{name}-{number % 50}", f'{{"n": {number}}}')
            if number % 100 == 99:
                store.backup()


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())  # at once: nothing waits in a buffer when the process is killed


if __name__ == "__main__":
    main(*sys.argv[1:])
