#!/usr/bin/env python3
"""Start, test and build Daily Papers Reader from its source. Needs Python 3.11 or newer and nothing else.

    python3 packaging/dev.py run [ARGS…]     the window on the sample library; with ARGS: daily-papers ARGS
    python3 packaging/dev.py test [ARGS…]    lint and every test; with ARGS: pytest ARGS alone
    python3 packaging/dev.py lint            ruff and mypy
    python3 packaging/dev.py fuzz [--minutes M] [--seed S]
                                             property tests with random inputs, and the seed that finds a failure again
    python3 packaging/dev.py walk [--seed S] [--steps N] [--seeds COUNT]
                                             random actions in the window, and what has to hold after each
    python3 packaging/dev.py mutants [ROOM…] [--sample N] [--seed S]
                                             changes the program in N places a room, says what no test noticed
    python3 packaging/dev.py bench [NAME…] [OPTION…]
                                             tests/bench/NAME.py with its options; without NAME every one of them
    python3 packaging/dev.py build [WHAT…]   what people download on this system, into dist/ (see make.py)

Each command first makes sure that .venv is up to date and that the machine has what Qt needs. On Debian and Ubuntu it
installs what is missing if it may (as root, or by a sudo that asks nothing); otherwise it says what to type. Without a
screen, `run` draws the window into build/first-look.png.
"""

# No `__init__.py` in this folder: it shares its name with the `packaging` library, which a package here would hide.

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

if sys.version_info < (3, 11):  # noqa: UP036 whoever starts this may have an older one
    sys.exit(f"dev.py: Python 3.11 or newer is needed; this is {sys.version.split()[0]}")

from environment import Environment, ready_environment, variables
from machine import NotReadyError, has_screen, ready_building, ready_qt, ready_window_tests, say

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample"
PICTURE = ROOT / "build" / "first-look.png"
TITLES_TOLD = 5

LINTERS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("mypy", "--strict", "packaging"),
)


def main(arguments: Sequence[str]) -> int:
    """Do one command and return its exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0 if arguments else 2
    command = COMMANDS.get(arguments[0])
    if command is None:
        say(f"there is no command {arguments[0]!r}; there are {', '.join(COMMANDS)}")
        return 2
    try:
        return command(arguments[1:])
    except NotReadyError as reason:
        say(str(reason))
        return reason.code
    except KeyboardInterrupt:
        return 130


def run(arguments: Sequence[str]) -> int:
    """Start the program; without arguments or a screen, draw its window into a picture."""
    environment = ready_environment(ROOT)
    ready_qt(environment.python, screen=has_screen())
    if arguments:
        return program(environment, arguments)
    if has_screen():
        return program(environment, ["open", "--demo"])
    return first_look(environment)


def test(arguments: Sequence[str]) -> int:
    """Run every check, or pytest alone with the arguments given. Returns the first failure's exit code."""
    environment = ready_environment(ROOT)
    ready_qt(environment.python, screen=True)
    ready_window_tests()
    if arguments:
        return tool(environment, "pytest", *arguments)
    linted = lint_with(environment)
    tested = tool(environment, "pytest", "-n", "auto", "--dist", "loadfile")  # as many at once as there are processors
    if linted:
        say("the tests above are not all: ruff or mypy found something, see further up")
    return linted or tested


def lint(arguments: Sequence[str]) -> int:
    """Ruff and mypy."""
    if arguments:
        raise NotReadyError("lint takes no arguments")
    return lint_with(ready_environment(ROOT))


def fuzz(arguments: Sequence[str]) -> int:
    """Random inputs for the property tests: packaging/fuzz.py."""
    return on_tests("fuzz", arguments)


def mutants(arguments: Sequence[str]) -> int:
    """Which changes of the program no test notices: packaging/mutants.py."""
    return on_tests("mutants", arguments)


def walk(arguments: Sequence[str]) -> int:
    """Random actions in the real window, off-screen: tests/ui/walk."""
    environment = ready_environment(ROOT)
    ready_qt(environment.python, screen=False)
    return child(environment, ["-P", "-m", "tests.ui.walk", *arguments], cwd=ROOT)


def on_tests(script: str, arguments: Sequence[str]) -> int:
    """A script of this folder that runs tests."""
    environment = ready_environment(ROOT)
    ready_qt(environment.python, screen=False)
    return child(environment, [str(ROOT / "packaging" / f"{script}.py"), *arguments])


def bench(arguments: Sequence[str]) -> int:
    """Measure: the files of tests/bench, by name without .py; from the first option on all is theirs."""
    names = list(takewhile(lambda each: not each.startswith("-"), arguments))
    options = arguments[len(names) :]
    folder = ROOT / "tests" / "bench"
    known = sorted(file.stem for file in folder.glob("[a-z]*.py") if file.stem != "conftest")
    if unknown := [name for name in names if name not in known]:
        say(f"no benchmark named {', '.join(unknown)}; there are {', '.join(known) or 'none yet'}")
        return 2
    environment = ready_environment(ROOT)
    ready_qt(environment.python, screen=has_screen())
    codes = [child(environment, ["-P", str(folder / f"{name}.py"), *options]) for name in names or known]
    return next(filter(None, codes), 0)


def build(arguments: Sequence[str]) -> int:
    """Installers and archives of this system, or those asked for: packaging/make.py."""
    environment = ready_environment(ROOT)
    ready_qt(environment.python, screen=True)
    ready_building()
    return child(environment, [str(ROOT / "packaging" / "make.py"), *arguments])


def first_look(environment: Environment) -> int:
    """Without a screen: read the sample library, draw the window on it, say what can be seen there."""
    PICTURE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="daily-papers-") as folder:
        profile = ["--profile", folder]
        synced = json.loads(answer(environment, ["sync", str(SAMPLE), "--json", *profile]))
        papers = json.loads(answer(environment, ["list", "--json", *profile]))["papers"]
        select = ["--select", papers[0]["key"]] if papers else []
        answer(environment, ["shot", str(PICTURE), *select, *profile])
    print(told(synced, papers))
    return 0


def told(synced: dict[str, Any], papers: list[dict[str, Any]]) -> str:
    """Where the picture is and what is in it, from what `sync --json` and `list --json` answered."""
    lines = [
        "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): the window was drawn into a picture.",
        f"  {PICTURE}",
        f"It shows the sample library: {synced['papers']} papers from {synced['posts']} posts. The newest:",
    ]
    lines += [f"  {paper['date'] or '':10}  {paper['title']}" for paper in papers[:TITLES_TOLD]]
    return "\n".join(lines)


def lint_with(environment: Environment) -> int:
    """Run every linter, even after one has found something. Returns the first failure's exit code."""
    codes = [tool(environment, *command) for command in LINTERS]
    return next(filter(None, codes), 0)


def tool(environment: Environment, module: str, *arguments: str) -> int:
    """Run one of the environment's tools in the project's root."""
    return child(environment, ["-P", "-m", module, *arguments], cwd=ROOT)


def program(environment: Environment, arguments: Sequence[str]) -> int:
    """Run `daily-papers` in the person's own folder, so that relative paths mean what they say."""
    return child(environment, ["-P", "-m", "reader", *arguments])


def answer(environment: Environment, arguments: Sequence[str]) -> str:
    """What `daily-papers` prints. If it fails, it has said why itself, and we end with its exit code."""
    command = [str(environment.python), "-P", "-m", "reader", *arguments]
    run = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False, env=variables())
    if run.returncode != 0:
        raise NotReadyError(f"`daily-papers {arguments[0]}` ended with exit code {run.returncode}", run.returncode)
    return run.stdout


def child(environment: Environment, arguments: Sequence[str], cwd: Path | None = None) -> int:
    """Run the environment's Python and return its exit code, as a shell would give it."""
    sys.stdout.flush()
    command = [str(environment.python), *arguments]
    code = subprocess.run(command, cwd=cwd, check=False, env=variables()).returncode
    return code if code >= 0 else 128 - code


COMMANDS = {
    "run": run,
    "test": test,
    "lint": lint,
    "fuzz": fuzz,
    "walk": walk,
    "mutants": mutants,
    "bench": bench,
    "build": build,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
