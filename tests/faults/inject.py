"""Fails, shortens or kills every call of every command that writes, one at a time, and looks what is left.

Runs as a process with the shim (shim.c) loaded: `python inject.py SHARE OF WORK [COMMAND…]`. Each command is first
run once to count its calls; then for every call a forked child runs it on a fresh copy of the profile with that one
call struck. Every SHARE-th fault (from OF on) is tried, of all commands or of those named after WORK. Prints one JSON
object a fault; "trouble" is what should not have been.
"""

import contextlib
import ctypes
import errno
import gc
import io
import json
import os
import shutil
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

from reader.commands import (  # all imported before the forks  # noqa: F401
    exporting,
    keeping,
    library,
    organising,
    papers,
    resetting,
    searching,
)
from reader.commands.cli import run
from reader.services import refresh  # noqa: F401
from tests.factories import paper, post, write_post

KEY, OTHER, NEW = "2501.00001", "2501.00002", "2502.00001"
NOTE = "소중한 메모, precious"
CALLS = ("write", "pwrite", "pread", "fsync", "ftruncate", "open", "mkdir", "rename", "unlink", "link")
SHORT, KILL = -1, -2
STRIKES = {
    "write": (errno.ENOSPC, errno.EIO, SHORT, KILL),
    "pwrite": (errno.ENOSPC, errno.EIO, SHORT, KILL),
    "pread": (errno.EIO, SHORT, KILL),
    "fsync": (errno.EIO, errno.ENOSPC, KILL),
    "ftruncate": (errno.EIO, KILL),
    "open": (errno.EACCES, errno.EMFILE, errno.EIO, errno.ENOSPC, KILL),
    "mkdir": (errno.EACCES, errno.ENOSPC, KILL),
    "rename": (errno.EACCES, errno.EIO, errno.ENOSPC, KILL),
    "unlink": (errno.EACCES, errno.EIO, KILL),
    "link": (errno.EACCES, errno.ENOSPC, KILL),
}
NAMES = {SHORT: "short", KILL: "kill", **{code: errno.errorcode[code] for code in (13, 24, 5, 28)}}
_SECONDS = 60


class Ended(NamedTuple):
    """How a command ended."""

    code: int  # negative: by a signal
    out: str
    err: str
    counts: tuple[int, ...]  # of calls, by kind


class Task(NamedTuple):
    """A command, and how to see that its work is done."""

    name: str
    words: tuple[str, ...]  # {} stands for the work folder
    done: Callable[[Path], bool]


def rows(work: Path, query: str) -> list[tuple[object, ...]]:
    return rows_of(work / "profile" / "data" / "marks.sqlite", query)


def rows_of(path: Path, query: str) -> list[tuple[object, ...]]:
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as db:
        return db.execute(query).fetchall()


def listed(work: Path) -> set[str]:
    path = work / "profile" / "cache" / "catalogue.sqlite"
    with closing(sqlite3.connect(path)) as db:
        return {key for (key,) in db.execute("SELECT key FROM papers WHERE NOT gone")}


def has(work: Path, query: str) -> bool:
    return bool(rows(work, query))


def backups(work: Path, reason: str) -> bool:
    return any((work / "profile" / "data" / "backups").glob(f"marks-*Z{reason}.sqlite"))


def bookmarked(work: Path, key: str) -> bool:
    return has(work, f"SELECT 1 FROM bookmarks WHERE key = '{key}' AND since > ''")


def noted(work: Path, text: str) -> bool:
    return has(work, f"SELECT 1 FROM notes WHERE text = '{text}'")


TASKS = (
    Task(
        "first sync",
        ("sync", "{}/posts", "--profile", "{}/new"),
        lambda w: (w / "new/cache/index/manifest.json").exists(),
    ),
    Task("sync", ("sync", "{}/more"), lambda w: NEW in listed(w)),
    Task("bookmark", ("bookmark", OTHER), lambda w: bookmarked(w, OTHER)),
    Task("read", ("read", KEY, OTHER), lambda w: len(rows(w, "SELECT 1 FROM reads WHERE since > ''")) == 2),
    Task("note", ("note", OTHER, "다른 메모"), lambda w: noted(w, "다른 메모")),
    Task("revisit", ("revisit", OTHER, "2030-01-01"), lambda w: has(w, "SELECT 1 FROM revisits WHERE due > ''")),
    Task("label", ("label", OTHER, "읽을것"), lambda w: has(w, "SELECT 1 FROM labelled WHERE since > ''")),
    Task("import zip", ("import", "{}/marks.zip"), lambda w: noted(w, "딴 데서")),
    Task("import list", ("import", "{}/list.txt"), lambda w: bookmarked(w, "2406.00001")),
    Task("backup", ("backup",), lambda w: backups(w, "")),
    Task("backup -o", ("backup", "-o", "{}/out.zip"), lambda w: (w / "out.zip").exists()),
    Task("restore", ("restore", "{}/old.sqlite"), lambda w: backups(w, "-before-restore")),
    Task(
        "export file",
        ("export", "--format", "bibtex", "--bookmarked", "-o", "{}/out.bib"),
        lambda w: (w / "out.bib").exists(),
    ),
    Task(
        "export folder",
        ("export", "--format", "md", "--bookmarked", "-o", "{}/vault"),
        lambda w: any((w / "vault").glob("*.md")),
    ),
)


def child(
    words: tuple[str, ...],
    work: Path,
    strike: tuple[int, int, int, int] = (-1, 0, 0, 0),
    killed_after: float | None = None,
) -> Ended:
    """Run a command in a fork of this process, with one of its calls struck, or killed after so many seconds."""
    said = work.parent / "said.json"
    said.unlink(missing_ok=True)
    process = os.fork()
    if process == 0:
        _be_the_command(words, work, strike, said)
    status = _waited(process, killed_after)
    if os.WIFSIGNALED(status):
        return Ended(-os.WTERMSIG(status), "", "", ())
    code, out, err, counts = json.loads(said.read_text(encoding="utf-8"))
    return Ended(code, out, err, tuple(counts))


def _be_the_command(words: tuple[str, ...], work: Path, strike: tuple[int, int, int, int], said: Path) -> None:
    shim = ctypes.CDLL(None) if "FAULT_DIR" in os.environ else None
    out, err = io.StringIO(), io.StringIO()
    given = _words(words, work)
    if shim:
        shim.fault_arm(*strike)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run(given)
        except BaseException:  # noqa: BLE001  # whatever it is, it is what the test is after
            code = 99
            err.write(traceback.format_exc())
    counts = [shim.fault_count(kind) for kind in range(len(CALLS))] if shim else []
    if shim:
        shim.fault_arm(-1, 0, 0, 0)
    said.write_text(json.dumps([code, out.getvalue(), err.getvalue(), counts]), encoding="utf-8")
    os._exit(0)


def _words(words: tuple[str, ...], work: Path) -> list[str]:
    given = [word.format(work) for word in words]
    return given if "--profile" in given else [*given, "--profile", str(work / "profile")]


def _waited(process: int, killed_after: float | None) -> int:
    until = time.monotonic() + (_SECONDS if killed_after is None else killed_after)
    while time.monotonic() < until:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.001)
    os.kill(process, signal.SIGALRM if killed_after is None else signal.SIGKILL)
    return os.waitpid(process, 0)[1]


def trouble_of(task: Task, work: Path, ended: Ended, whole: frozenset[str]) -> str:
    """What should not have been after a command whose call was struck; "" when all is as it should be."""
    if trouble := _untrue(task, work, ended) or _lost(work) or _half(work, whole):
        return f"{trouble} (said: {ended.err.strip()})"
    again = child(task.words, work)
    if again.code != 0 or not task.done(work):
        return f"not done by the next time: {again.code} {again.err[-1500:]} (first said: {ended.err.strip()})"
    return _lost(work) or _half(work, whole)


def _untrue(task: Task, work: Path, ended: Ended) -> str:
    if ended.code == -signal.SIGALRM:
        return "never ended"
    if "Traceback" in ended.err or ended.code not in (0, 1, -signal.SIGKILL):
        return f"ended with {ended.code}"
    if ended.code == 1 and not ended.err.startswith("daily-papers: "):
        return "said nothing of its failure"
    told = ended.code or "ould not be read" in ended.out  # a post that is passed over is named
    return "" if told or task.done(work) else "said that it was done, and it was not"


def _lost(work: Path) -> str:
    if any((work / "profile" / "data").glob("*damaged*")):
        return "healthy marks were moved aside"
    if rows(work, "PRAGMA integrity_check") != [("ok",)]:
        return "the marks are not sound"
    return "" if noted(work, NOTE) and bookmarked(work, KEY) else "an acknowledged mark is lost"


def _half(work: Path, whole: frozenset[str]) -> str:
    """A file that a person sees and that is not as it should be; what begins with a dot nobody sees."""
    for path in (work / "out.zip", work / "out.bib", *(work / "vault").glob("[!.]*")):
        if path.is_file() and path.name not in whole:
            return f"{path.name} is none that should be there"
        if path.is_file() and path.suffix != ".zip" and "Folding" not in path.read_text(encoding="utf-8"):
            return f"{path.name} is half a file"
    return ""


def made(work: Path) -> Path:
    """A healthy profile with posts, marks and what the commands need, below `work`."""
    template = work / "template"
    pair = [paper(1), paper(2, "A Folding Second", link=f"https://arxiv.org/abs/{OTHER}")]
    write_post(template / "posts", "2025-01-02-a.md", post(pair))
    write_post(
        template / "more", "2025-02-02-b.md", post([paper(1, link=f"https://arxiv.org/abs/{NEW}")], date="2025-02-02")
    )
    (template / "list.txt").write_text("2406.00001\n", encoding="utf-8")
    other = ("--profile", "{}/other")
    for words in (
        ("sync", "{}/posts"),
        ("bookmark", KEY),
        ("note", KEY, NOTE),
        ("backup", "-o", "{}/old.sqlite"),
        ("sync", "{}/posts", *other),
        ("note", OTHER, "딴 데서", *other),
        ("backup", "-o", "{}/marks.zip", *other),
    ):
        ended = child(words, template)
        assert ended.code == 0, (words, ended)
    shutil.rmtree(template / "other")
    for each in (template / "profile" / "data" / "backups").glob("*"):
        each.unlink()  # so that a command that marks makes the daily one, too
    (template / "profile" / "config" / "settings.json").write_text(
        json.dumps({"sources": [str(work / "now" / "posts")]})
    )
    return template


def faults(counts: tuple[int, ...]) -> Iterator[tuple[str, int, int, bool]]:
    """Every fault of a command with so many calls: which call, which of them, what happens, and whether for ever."""
    for call, many in zip(CALLS, counts, strict=True):
        for number in range(1, many + 1):
            for strike in STRIKES[call]:
                yield call, number, strike, False
                if strike == errno.ENOSPC:  # a disk that is full stays full
                    yield call, number, strike, True


def fresh(template: Path, work: Path) -> Path:
    now = work / "now"
    shutil.rmtree(now, ignore_errors=True)
    shutil.copytree(template, now)
    return now


def warm(template: Path, work: Path) -> None:
    """Run everything once in this process, so that no fork has to import anything."""
    for task in TASKS:
        now = fresh(template, work)
        with contextlib.redirect_stdout(io.StringIO()):
            run(_words(task.words, now))
    gc.collect()
    gc.freeze()


def main(share: int, of: int, work: Path, names: list[str]) -> None:
    template = made(work)
    warm(template, work)
    turn = count()
    for task in (task for task in TASKS if not names or task.name in names):
        now = fresh(template, work)
        ended = child(task.words, now)
        assert ended.code == 0 and task.done(now), (task.name, ended)
        whole = frozenset(path.name for path in (*now.glob("out.*"), *(now / "vault").glob("*")))
        for call, number, strike, lasting in faults(ended.counts):
            if next(turn) % share != of:
                continue
            now = fresh(template, work)
            struck = child(task.words, now, (CALLS.index(call), number, strike, int(lasting)))
            outcome = "killed" if struck.code < 0 else "done" if struck.code == 0 else "told"
            print(
                json.dumps(
                    {
                        "task": task.name,
                        "call": call,
                        "number": number,
                        "strike": NAMES[strike] + (" from then on" if lasting else ""),
                        "outcome": outcome,
                        "said": struck.err.strip(),
                        "trouble": trouble_of(task, now, struck, whole),
                    },
                    ensure_ascii=False,
                ),
                flush=True,
            )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
