"""What a process opens and connects to, as the kernel sees it (strace), told apart by hostile post."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.command_line import ROOT, environment
from tests.hostile.opened import MARK

_NAME = re.compile(r'"((?:[^"\\]|\\.)*)"')
_OPENING = ("open", "openat", "openat2", "creat")
_CALLS = ",".join((*_OPENING, "connect", "socket", "execve", "stat", "newfstatat", "statx", "access"))


class Watched(NamedTuple):
    """One hostile post."""

    told: dict[str, Any]  # what it took, as `opened` says
    opened: frozenset[str]  # files, were they there or not; what was only looked at is not among them
    others: tuple[str, ...]  # sockets, connections, programs


def watch(profile: Path, folders: Sequence[Path], trace: Path) -> dict[str, Watched]:
    """Open the posts of some folders in a process that is watched; by the folder's name."""
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-o", str(trace), "-e", f"trace={_CALLS}"]
    command = [sys.executable, "-m", "tests.hostile.opened", str(profile), *map(str, folders)]
    # An input method reads files of its own; a test that came before may have asked for one.
    calm = {"QT_IM_MODULE": "none", "QT_IM_MODULES": ""}
    ended = subprocess.run(
        [*strace, *command], cwd=ROOT, env=environment(calm), capture_output=True, text=True, timeout=590, check=False
    )
    told = {line["name"]: line for line in map(json.loads, ended.stdout.splitlines())}
    assert ended.returncode == 0, (ended.returncode, sorted(told), ended.stderr[-2_000:])
    return {
        name: Watched(told[name], frozenset(opened), tuple(others))
        for name, opened, others in _apart(trace)
        if name in told
    }


def _apart(trace: Path) -> Iterator[tuple[str, set[str], list[str]]]:
    """The calls of each post: files it wanted, and everything else."""
    name, opened, others = "", set[str](), list[str]()
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        call = re.match(r"^\d+ +(\w+)\((.*)", line)
        if call is None:  # the end of a call that another thread interrupted, or of a process
            continue
        path = _NAME.search(call[2])
        if path and path[1].startswith(MARK):
            yield name, opened, others
            name, opened, others = path[1].removeprefix(MARK), set(), []
        elif call[1] in ("connect", "socket", "execve"):
            others.append(f"{call[1]} {call[2][:200]}")
        elif path and call[1] in _OPENING and "O_PATH" not in call[2]:
            opened.add(path[1])
    yield name, opened, others
