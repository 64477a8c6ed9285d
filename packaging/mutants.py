"""Change the program in many places, one at a time, and say which changes no test noticed.

Each change is made in a copy of the tree, and only the tests that enter the changed function run: those of the room
first, quick ones first, until one fails. mutation_places.py has what is changed, mutation_runs.py how tests run.
"""

from __future__ import annotations

import argparse
import compileall
import contextlib
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple

from mutation_places import Place, changed, places

ROOT = Path(__file__).resolve().parent.parent
_EQUAL = ROOT / "packaging" / "mutants.toml"
_RUNS = "mutation_runs.py"
_SURVEY = "survey.json"
_SERVERS = 2
_MOST_OF_OTHERS = 20.0  # s, of the tests of other rooms that run for one change
_AMPLE = 4.0  # s of the processor more than a test takes, and on a machine that has other things to do:
_AMPLE_WAIT = 60.0  # s more on the clock
_TRIED = 60  # tests run once without a change, in each copy
_NOT_COPIED = shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "e2e", "installers")
_ALSO = {"base": ("services",), "library": ("services",), "marks": ("services",), "services": ("commands",)}
"""Other rooms' tests that are near enough to notice what a room does."""
_LOOKED_AT = "reader/ui/gallery/"
"""Examples to be looked at: another word or size there is as good."""
Times = dict[str, tuple[float, float]]
"""How long tests may take, in seconds of the processor and on the clock."""
ALIVE = ("survived", "no test")


class Mutant(NamedTuple):
    """A change, where it is."""

    file: str  # relative to the root, with "/"
    place: Place

    def __str__(self) -> str:
        before, after = self.place.before, self.place.after
        return f"{self.file}:{self.place.line}: {before}  →  {after or '(left out)'}"


class Found(NamedTuple):
    """What became of a room's changes."""

    outcomes: dict[Mutant, str]
    equal: int  # places left out, since the change changes nothing


def main(arguments: Sequence[str]) -> int:
    """Ask, run, tell. 0 whatever survived; 1 where the tests fail already without a change."""
    rooms = [path.name for path in sorted((ROOT / "reader").iterdir()) if (path / "__init__.py").is_file()]
    parser = argparse.ArgumentParser(prog="dev.py mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("room", nargs="*", metavar="ROOM", help=f"one of {', '.join(rooms)}; all where none is named")
    parser.add_argument("--sample", type=int, metavar="N", default=300, help="so many places a room (300)")
    parser.add_argument("--seed", type=int, metavar="S", default=1, help="which ones: the same for the same S (1)")
    parser.add_argument(
        "--seconds", type=float, metavar="T", default=math.inf, help="for a change only the quickest tests, so long"
    )
    asked = parser.parse_args(arguments)
    if unknown := [room for room in asked.room if room not in rooms]:
        parser.error(f"no room {', '.join(unknown)}; there are {', '.join(rooms)}")
    equal = tomllib.loads(_EQUAL.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        trees = [Path(folder) / str(number) / "main" for number in range(_SERVERS)]
        if not survey(trees[0], asked.room or rooms):
            print("the tests fail without any change; mend them first")
            return 1
        for tree in trees[1:]:
            shutil.copytree(trees[0].parent, tree.parent, symlinks=True)
        found = json.loads((trees[0].parent / _SURVEY).read_text(encoding="utf-8"))
        with contextlib.ExitStack() as stack:
            servers = [stack.enter_context(contextlib.closing(Server(tree))) for tree in trees]
            for server in servers:
                server.check(found)
            for room in asked.room or rooms:
                mutants, left_out = choose(trees[0], room, equal, asked.sample, asked.seed)
                chosen = {mutant: select(mutant, room, found, trees[0], asked.seconds) for mutant in mutants}
                tell(room, Found(run_all(chosen, found, servers), left_out))
    return 0


def choose(tree: Path, room: str, equal: dict[str, dict[str, str]], sample: int, seed: int) -> tuple[list[Mutant], int]:
    """So many of a room's places, and how many were left out since mutants.toml says that they change nothing.

    The seed puts every place in an order by what stands there: a change elsewhere in the room leaves the sample as it
    is, so that it can be asked again when tests were written.
    """
    found: dict[Mutant, bytes] = {}
    left_out = 0
    for path in sorted((tree / "reader" / room).rglob("*.py")):
        file = path.relative_to(tree).as_posix()
        if file.startswith(_LOOKED_AT):
            continue
        seen: Counter[str] = Counter()
        for place in places(path.read_text(encoding="utf-8")):
            seen[place.name] += 1
            if place.name in equal.get(file, {}):
                left_out += 1
            else:
                name = f"{seed} {file} {place.name} {seen[place.name]}"
                found[Mutant(file, place)] = sha256(name.encode()).digest()
    return sorted(sorted(found, key=found.__getitem__)[:sample]), left_out


def survey(tree: Path, rooms: Iterable[str]) -> bool:
    """Copy the tree and run the rooms' tests there once; whether they pass."""
    shutil.copytree(ROOT, tree, ignore=_NOT_COPIED)
    shutil.copy(ROOT / "packaging" / "mutation_trace.py", tree / "sitecustomize.py")
    traced = tree.parent / "entered"
    traced.touch()
    folders = dict.fromkeys(folder for room in rooms for folder in (room, *_ALSO.get(room, ())))
    tests = [f"tests/{folder}" for folder in folders if (tree / "tests" / folder).is_dir()]
    trace = {"MUTATION_TRACE": os.pathsep.join((str(tree / "reader"), str(traced)))}
    command = _command("survey", str(tree.parent / _SURVEY), *tests)
    run = subprocess.run(command, cwd=tree, check=False, env=_variables(tree) | trace)
    compileall.compile_dir(tree / "reader", quiet=2)  # once, not for every change
    return run.returncode == 0


def select(mutant: Mutant, room: str, found: dict[str, Any], tree: Path, most: float = math.inf) -> list[list[str]]:
    """The tests that may notice a change, in the order to run them: those of the room, then others.

    Of the room's, those of the module's own test file come first, then those of the same inner room; else quick ones
    do. A change inside a function: the tests that enter it, or read the file. Outside of one: those that enter any
    function of the file, or read it, then all tests of the room. Each of these takes no more than `most`, in seconds of
    the processor's time.
    """
    path, inside = str(tree / mutant.file), mutant.place.function
    entered, seconds = found["entered"], found["effort"]
    room_tests = {test for test in seconds if test.startswith(f"tests/{room}/")}
    if inside:
        near = set(entered.get(f"{path}:{inside}", ()))
    else:
        near = {test for place, tests in entered.items() if place.rpartition(":")[0] == path for test in tests}
    near.update(found["read"].get(path, ()))
    inner = "/".join(["tests", *mutant.file.split("/")[1:-1], ""])
    its_own = f"{inner}test_{Path(mutant.file).stem}"

    def order(test: str) -> tuple[bool, bool, float]:
        return not test.startswith(its_own), not test.startswith(inner), seconds[test]

    own, others = sorted(near & room_tests, key=order), sorted(near - room_tests, key=order)
    far = [] if inside else sorted(room_tests - near, key=order)

    def quickest(tests: list[str], within: float) -> list[str]:
        kept, spent = [], 0.0
        for test in tests:
            if spent + seconds[test] <= within:
                kept.append(test)
                spent += seconds[test]
        return kept

    return [quickest(own, most), quickest(others, min(most, _MOST_OF_OTHERS)), quickest(far, most)]


def run_all(
    chosen: dict[Mutant, list[list[str]]], found: dict[str, Any], servers: Sequence[Server]
) -> dict[Mutant, str]:
    """What became of each change, given the tests to run: "killed", "timeout", "survived" or "no test"."""
    free: SimpleQueue[Server] = SimpleQueue()
    for server in servers:
        free.put(server)

    def outcome(mutant: Mutant) -> str:
        became = "no test"
        server = free.get()
        try:
            for tests in filter(None, chosen[mutant]):
                became = server.outcome(mutant, _ample(tests, found))
                if became != "survived":
                    break
        finally:
            free.put(server)
        print(f"\n  {became}: {mutant}" if became in ALIVE else ".", end="", flush=True)
        return became

    with ThreadPoolExecutor(len(servers)) as pool:
        outcomes = dict(zip(chosen, pool.map(outcome, chosen), strict=True))
    print()
    return outcomes


def _ample(tests: Iterable[str], found: dict[str, Any]) -> Times:
    effort, seconds = found["effort"], found["tests"]
    return {test: (_AMPLE + 4 * effort[test], _AMPLE_WAIT + 10 * seconds[test]) for test in tests}


class Server:
    """A process that runs tests in one copy of the tree."""

    def __init__(self, tree: Path) -> None:
        self._tree = tree
        command = _command("serve", str(tree.parent / _SURVEY))
        self._process = subprocess.Popen(
            command, cwd=tree, env=_variables(tree), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self._answer()

    def outcome(self, mutant: Mutant, tests: Times) -> str:
        """Make a change, run tests, each for no longer than it has, take the change back."""
        text = changed((self._tree / mutant.file).read_text(encoding="utf-8"), mutant.place)
        return self._run(mutant.file, text, tests)

    def check(self, found: dict[str, Any]) -> None:
        """Run some quick tests without a change: they have to pass here as well. Raises RuntimeError."""
        quick = sorted(found["tests"], key=lambda test: float(found["tests"][test]))[:_TRIED]
        file = "reader/__init__.py"
        text = (self._tree / file).read_text(encoding="utf-8")
        if self._run(file, text, _ample(quick, found)) != "survived":
            raise RuntimeError("the tests fail without any change where each is run by itself")

    def _run(self, file: str, text: str, tests: Times) -> str:
        change = {"file": str(self._tree / file), "text": text, "tests": tests}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(change) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        if not line:
            raise RuntimeError(f"{_RUNS} ended")
        return line


def tell(room: str, found: Found) -> None:
    """Print the figures."""
    count = Counter(found.outcomes.values())
    killed, all_places = count["killed"] + count["timeout"], len(found.outcomes)
    print(
        f"{room}: {killed} of {all_places} noticed, {killed / max(all_places, 1):.1%}"
        f" ({count['timeout']} of them by taking too long); {count['no test']} are run by no test;"
        f" {found.equal} places left out as equal",
        flush=True,
    )


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-P", str(ROOT / "packaging" / _RUNS), *arguments]


def _variables(tree: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
