"""Writes marks of every kind and notes at full speed until it is killed, and says each on stdout once it is saved.

    python mark_writer.py STORE BACKUPS NAME FIRST

Run by test_mark_kill.py and test_mark_disk.py. A line is what was done, the paper and what holds now; numbers rise from
FIRST. A `ReaderError` (a full disk) is said as "told" and ends it.
"""

import itertools
import os
import sys
from datetime import date, timedelta
from pathlib import Path

from reader.base.errors import ReaderError
from reader.marks.backup import daily_backup
from reader.marks.store import MarkStore

DAY = date(2026, 11, 21)


def main(store_path: str, backups: str, name: str, first: str) -> None:
    try:
        with MarkStore(Path(store_path), Path(backups)) as store:
            for number in itertools.count(int(first)):
                mark(store, name, number)
                organise(store, name, number)
                if number % 100 == 99:
                    store.backup()
                if number % 40 == 39:
                    daily_backup(Path(store_path), Path(backups))
    except ReaderError as error:
        say(f"told {' '.join(str(error).split())}")


def mark(store: MarkStore, name: str, number: int) -> None:
    store.set_bookmark(f"{name}-{number}", True)
    say(f"bookmark {name}-{number}")
    store.set_note(f"{name}-{number % 20}", f"{number} " + "note " * (number % 300))
    say(f"note {name}-{number % 20} {number}")
    store.set_read([f"{name}-{number}-{of}" for of in range(5)], True)
    say(f"read {name}-{number} 5")
    store.set_snapshot(f"{name}-{number % 50}", f'{{"n": {number}}}')


def organise(store: MarkStore, name: str, number: int) -> None:
    key = f"{name}-{number}"
    store.set_revisit([key], DAY + timedelta(days=number % 5000))
    say(f"revisit {key} 0")
    store.put_off([key], DAY)
    say(f"revisit {key} 1")
    store.set_label([key, f"{key}-0"], f"label {number % 7}", True)
    say(f"label {key} {number % 7}")
    made = store.add_highlight(key, "method", f"words {number}", "before", "after", "pink")
    say(f"highlight {key} {made.id}")
    store.save_search(f"{name}-search-{number % 10}", f"query {number}")
    say(f"search {name}-search-{number % 10} {number}")
    if number % 5 == 0:
        store.set_bookmark(f"{key}-undone", True)
        store.undo()
        say(f"undone {key}-undone")


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())  # at once: nothing waits in a buffer when the process is killed


if __name__ == "__main__":
    main(*sys.argv[1:])
