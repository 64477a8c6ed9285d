"""`daily-papers` for tests: called in this process, or as a process of its own, on a profile of the test's."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader.commands import cli

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Said:
    """What a command ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaint(self) -> str:
        """The one line that says what is wrong with the world."""
        assert self.code == 1, (self.code, self.out, self.err)
        (line,) = self.err.splitlines()
        assert line.startswith("daily-papers: ")
        return line.removeprefix("daily-papers: ")


class CommandLine:
    """The command on one profile."""

    def __init__(self, profile: Path, capsys: pytest.CaptureFixture[str] | None = None) -> None:
        self.profile = profile
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Said:
        """Run it in this process, which is quick."""
        assert self._capsys is not None
        self._capsys.readouterr()
        code = cli.run(["--profile", str(self.profile), *map(str, arguments)])
        return Said(code, *self._capsys.readouterr())

    def process(self, *arguments: object, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Said:
        """Run it as a person does; `env` is added to the environment."""
        return ran(self.words(*arguments), stdin=stdin, env=env or {})

    def start(self, *arguments: object, **options: Any) -> subprocess.Popen[bytes]:
        """Start it and leave it running."""
        return subprocess.Popen(self.words(*arguments), env=environment({}), **options)

    def shell(self, script: str) -> Said:
        """A line of a shell in which $R is the command."""
        line = script.replace("$R", '"${R[@]}"')
        return ran(["bash", "-c", f'R=("$@"); {line}', "bash", *self.words()])

    def words(self, *arguments: object) -> list[str]:
        return [sys.executable, "-m", "reader", "--profile", str(self.profile), *map(str, arguments)]


def ran(words: Sequence[str], *, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Said:
    """Run some program to its end."""
    ended = subprocess.run(words, input=stdin, capture_output=True, env=environment(env or {}), timeout=60, check=False)
    return Said(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """This process's environment, in which the program is found from any folder, and buffers as it does for people."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def tree_of(*folders: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below some folders: path → time and contents."""
    return {
        str(path): (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for folder in folders
        for path in sorted(folder.rglob("*"))
    }


def needs_others_to_reach_the_program() -> None:
    """Skip a test that runs the program as somebody else, where only its owner can."""
    if ran(without_rights([sys.executable, "-c", "import reader.commands.cli"])).code:
        pytest.skip("the program itself cannot be read by others")


def without_rights(words: Sequence[str]) -> list[str]:
    """A command as somebody who is not root and owns nothing."""
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]
