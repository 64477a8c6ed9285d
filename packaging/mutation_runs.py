"""Runs tests in a copy of the tree, in a process of its own: all of them once, then some for each change.

    mutation_runs.py survey SURVEY.json FOLDER…   which test enters which function, how long it takes, what it imports
    mutation_runs.py serve SURVEY.json            a line of JSON in for each change, a line out: what became of it

`serve` imports everything but the program once, and forks for each change. So a change costs what its tests cost.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import json
import math
import os
import signal
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

_OPTIONS = ("-q", "-p", "no:cacheprovider", "--hypothesis-profile=mutants")
_FORKED = ("-x", "--tb=no", "-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning")


class Survey:
    """A pytest plugin: what a test enters, and how long it takes.

    What the fixtures of a test enter counts for all tests of its file, since a fixture may be made for all of them;
    what is entered while modules are imported counts for every test. What a test reads of the program's source as a
    text counts too: some hold a rule over all of it. Tests that mount a disk are left out: one that is cut off would
    leave it behind.
    """

    def __init__(self, traced: Path, source: str) -> None:
        """`traced`: the file that functions are noted in; `source`: the folder of the program."""
        self._traced = traced
        self._source = source + os.sep
        self._known = importlib.import_module("sitecustomize").entered  # a copy of mutation_trace.py
        self.entered: dict[str, set[str]] = defaultdict(set)  # by test, or by file for what its fixtures enter
        self.read: dict[str, set[str]] = defaultdict(set)  # file of the program → the tests that read it
        self.seconds: dict[str, float] = defaultdict(float)  # on the clock
        self.effort: dict[str, float] = defaultdict(float)  # of the processor, the same whatever else the machine does
        self.imported: set[str] = set()
        self.left_out: set[str] = set()
        self._test = ""
        sys.addaudithook(self._audit)

    def pytest_collection_finish(self) -> None:
        self.imported = self._reap()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Iterator[None]:
        self._reap()
        _forget_results()
        self._test = item.nodeid
        before = sum(os.times()[:4])
        yield
        self.effort[item.nodeid] += sum(os.times()[:4]) - before
        self.entered[item.nodeid.partition("::")[0]] |= self._reap()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        before = sum(os.times()[:4])
        try:
            yield
        finally:
            self.effort[item.nodeid] += sum(os.times()[:4]) - before
            self.entered[item.nodeid] |= self._reap()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration
        if not report.passed:
            self.left_out.add(report.nodeid)

    def _audit(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "subprocess.Popen" and str(arguments[0]) == "mount":
            self.left_out.add(self._test)
        if event == "open" and arguments[1] == "r" and str(arguments[0]).startswith(self._source):
            self.read[str(arguments[0])].add(self._test)  # an import reads bytes

    def _reap(self) -> set[str]:
        """What was entered since it was asked last."""
        found = set(self._traced.read_text(encoding="utf-8").splitlines())
        os.truncate(self._traced, 0)
        self._known.clear()
        return found

    def result(self) -> dict[str, object]:
        """Skipped and failed tests are left out too: they notice nothing."""
        tests = {test: round(taken, 4) for test, taken in self.seconds.items() if test not in self.left_out}
        by_place: dict[str, list[str]] = defaultdict(list)
        for test in tests:
            for place in sorted(self.imported | self.entered[test] | self.entered[test.partition("::")[0]]):
                by_place[place].append(test)
        read = {file: sorted(readers & tests.keys()) for file, readers in self.read.items()}
        effort = {test: round(self.effort[test], 4) for test in tests}
        return {"tests": tests, "effort": effort, "entered": by_place, "read": read, "modules": _borrowed_modules()}


class Chosen:
    """A pytest plugin: only these tests, in this order, each in a time that is ample for it; then the process ends."""

    def __init__(self, tests: Mapping[str, Sequence[float]]) -> None:
        """`tests`: how many seconds each has, of the processor and on the clock."""
        self._tests = tests
        self._order = {test: number for number, test in enumerate(tests)}

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        effort, seconds = self._tests[nodeid]
        signal.setitimer(signal.ITIMER_PROF, effort)
        signal.alarm(math.ceil(seconds))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self._order), key=lambda item: self._order[item.nodeid]
        )


def _forget_results() -> None:
    """Empty the program's caches, so that a test enters the functions whose results an earlier one has left there."""
    for module in [module for name, module in sys.modules.items() if name.partition(".")[0] == "reader"]:
        classes = [each for each in vars(module).values() if isinstance(each, type)]
        for each in [each for holder in (module, *classes) for each in vars(holder).values()]:
            if isinstance(each, functools._lru_cache_wrapper):
                each.cache_clear()


def _borrowed_modules() -> list[str]:
    """The modules imported by now that are neither the program's nor the tests'."""
    own = ("reader", "tests", "conftest", "test_", "sitecustomize", "__m")
    return [name for name in list(sys.modules) if not name.startswith(own)]


def survey(output: Path, folders: Sequence[str]) -> int:
    """Run all tests of some folders once."""
    source, traced = os.environ["MUTATION_TRACE"].split(os.pathsep)
    plugin = Survey(Path(traced), source)
    code = pytest.main([*_OPTIONS, *folders], plugins=[plugin])
    output.write_text(json.dumps(plugin.result()), encoding="utf-8")
    return int(code)


def serve(found: Path) -> None:
    """Answer each change read from the standard input: "killed", "survived" or "timeout"."""
    warnings.simplefilter("ignore")
    for name in json.loads(found.read_text(encoding="utf-8"))["modules"]:
        with contextlib.suppress(ImportError):  # made while running, so not to be imported by its name
            importlib.import_module(name)
    warnings.resetwarnings()
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    print("ready", flush=True)
    for line in sys.stdin:
        change = json.loads(line)
        file = Path(change["file"])
        original, times = file.read_bytes(), file.stat()
        file.write_text(change["text"], encoding="utf-8")
        try:
            answer = _outcome(change["tests"])
        finally:
            file.write_bytes(original)
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))  # so that its bytecode holds again
        print(answer, flush=True)


def _outcome(tests: Mapping[str, Sequence[float]]) -> str:
    child = os.fork()
    if child == 0:
        _run(tests)
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(ProcessLookupError):  # nobody of the group is left, which is the rule
        os.killpg(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(status)
    if code in (-signal.SIGALRM, -signal.SIGPROF):
        return "timeout"
    return "survived" if code in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) else "killed"


def _run(tests: Mapping[str, Sequence[float]]) -> None:
    """In the child: run the tests and be gone, without what Qt does at an exit."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    base = f"--basetemp={Path.cwd().parent / 'temporary'}"
    code = 1
    try:
        code = int(pytest.main([*_OPTIONS, *_FORKED, base, *files], plugins=[Chosen(tests)]))
    finally:
        os._exit(code)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["survey", output, *folders]:
            sys.exit(survey(Path(output), folders))
        case ["serve", found]:
            serve(Path(found))
        case _:
            sys.exit(__doc__)
