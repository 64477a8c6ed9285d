"""What the .deb does before it is removed, with stand-ins for the system's list of people and for becoming one.

packaging/linux/try_bare.sh does the same in a Debian, with a built package.
"""

import importlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.command_line import ROOT
from tests.factories import numbered, post, write_post

PRERM = ROOT / "packaging" / "linux" / "prerm"
KEY = "2501.00002"
WINDOW = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("SELECT * FROM notes").fetchall()
print(flush=True)
input()
"""
MARKS, CACHE, CONFIG = (f"{place}/daily-papers-reader" for place in (".local/share", ".cache", ".config"))

pytestmark = pytest.mark.skipif(not shutil.which("timeout"), reason="no timeout here")


class Machine:
    """People with homes, and the prerm script as dpkg calls it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._people: list[str] = []
        self._program = folder / "daily-papers"
        bin_ = folder / "bin"
        bin_.mkdir()
        root, python, here = (shlex.quote(str(path)) for path in (ROOT, sys.executable, folder))
        self.write(self._program, f'#!/bin/sh\nPYTHONPATH={root} exec {python} -m reader "$@"\n')
        self.write(bin_ / "getent", f'#!/bin/sh\n[ -z "$2" ] && cat {here}/passwd\n')
        # As setpriv --reuid=N --regid=N --init-groups --no-new-privs COMMAND: who is asked for is written down.
        self.write(bin_ / "setpriv", f'#!/bin/sh\necho "$1 $2" >>{here}/became\nshift 4\nexec "$@"\n')
        write_post(folder / "posts", "2025-01-02-papers.md", post(numbered(3)))

    @staticmethod
    def write(path: Path, text: str) -> Path:
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
        return path

    def person(self, name: str, *, number: int = 1000, uses: bool = True) -> Path:
        """Somebody new; returns the home."""
        home = self._folder / "home" / name
        home.mkdir(parents=True)
        self.entry(name, number, home)
        if uses:
            self.run_as(home, "sync", self._folder / "posts")
            self.run_as(home, "note", KEY, f"of {name}")
        return home

    def entry(self, name: str, number: int, home: Path | str) -> None:
        self._people.append(f"{name}:x:{number}:{number}:,,,:{home}:/usr/sbin/nologin\n")

    def run_as(self, home: Path, *words: object) -> str:
        command = ["env", "-i", f"HOME={home}", "PATH=/usr/bin:/bin", self._program, *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    def prerm(
        self, *words: str, program: str | None = None, within: Sequence[str] = (), **env: str
    ) -> subprocess.CompletedProcess[str]:
        (self._folder / "passwd").write_text("".join(self._people))
        text = PRERM.read_text(encoding="utf-8")
        line = "program=/usr/lib/daily-papers-reader/daily-papers\n"
        assert line in text
        script = self.write(
            self._folder / "prerm", text.replace(line, f"program={program or self._program}\n").replace("10 sh", "1 sh")
        )
        environment = {**os.environ, "PATH": f"{self._folder / 'bin'}:{os.environ['PATH']}", **env}
        return subprocess.run(
            [*within, "dash" if shutil.which("dash") else "sh", script, *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def became(self) -> list[str]:
        log = self._folder / "became"
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def places(home: Path) -> set[str]:
    """Which of the program's folders there are."""
    return {place for place in (MARKS, CACHE, CONFIG) if (home / place).exists()}


def test_of_everybody_only_marks_are_left(machine: Machine) -> None:
    first, second = machine.person("first"), machine.person("second", number=1001)
    (second / ".config" / "other").mkdir()
    said = machine.prerm("remove")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout == (
        "daily-papers-reader: settings and caches are removed;"
        " marks stay in ~/.local/share/daily-papers-reader, of: first second\n"
    )
    for home in (first, second):
        assert places(home) == {MARKS}
        assert machine.run_as(home, "note", KEY).strip() == f"of {home.name}"
    assert (second / ".config" / "other").is_dir()
    assert set(machine.became()) == {"--reuid=1000 --regid=1000", "--reuid=1001 --regid=1001"}


@pytest.mark.parametrize(
    "words", [("upgrade", "9.9"), ("deconfigure",), ("failed-upgrade", "1"), ("remove", "in-favour", "other", "1")]
)
def test_what_takes_its_place_finds_everything(machine: Machine, words: tuple[str, ...]) -> None:
    home = machine.person("first")
    assert machine.prerm(*words).returncode == 0
    assert places(home) == {MARKS, CACHE, CONFIG}
    assert machine.became() == []


def test_in_another_system_prepared_from_outside_nothing_is_done(machine: Machine) -> None:
    home = machine.person("first")
    assert machine.prerm("remove", DPKG_ROOT="/mnt").returncode == 0
    assert places(home) == {MARKS, CACHE, CONFIG}


def test_who_never_used_it_gets_no_folder_and_no_word(machine: Machine) -> None:
    home = machine.person("guest", uses=False)
    said = machine.prerm("remove")
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    assert list(home.iterdir()) == []


def test_nobody_becomes_the_systems_own(machine: Machine) -> None:
    machine.entry("daemon", 1, "/usr/sbin")
    machine.entry("www-data", 33, "/var/www")
    machine.entry("homeless", 1003, "")
    machine.entry("rooted", 1004, "/")
    machine.entry("gone", 1005, "/nonexistent")
    machine.prerm("remove")
    assert machine.became() == ["--reuid=1005 --regid=1005"]


def test_roots_surroundings_are_not_the_persons(machine: Machine) -> None:
    home = machine.person("first")
    other = machine.person("root2", number=1001)
    elsewhere = {name: str(other / place) for name, place in (("XDG_CACHE_HOME", ".cache"), ("HOME", ""))}
    (other / ".config").rename(other / ".config2")
    assert "of: first root2" in machine.prerm("remove", **elsewhere).stdout
    assert places(home) == {MARKS}


def test_an_open_window_keeps_its_folders_and_hinders_nothing(machine: Machine) -> None:
    first, second = machine.person("first"), machine.person("second", number=1001)
    window = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(first / MARKS / "marks.sqlite")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert window.stdout
    window.stdout.readline()
    try:
        said = machine.prerm("remove")
    finally:
        window.communicate(b"\n")
    assert said.returncode == 0
    assert f"files of first stay in {first}/.config/daily-papers-reader and" in said.stdout
    assert "is open on this profile" in said.stdout
    assert said.stdout.endswith("of: second\n")
    assert (places(first), places(second)) == ({MARKS, CACHE, CONFIG}, {MARKS})


def test_what_runs_as_a_person_has_no_terminal_of_roots_and_cannot_write_to_it(
    machine: Machine, tmp_path: Path
) -> None:
    home = machine.person("first")
    text = "#!/bin/sh\n(: </dev/tty) 2>/dev/null && echo 'Left alone: a terminal'\n"
    text += "printf 'Left alone, 한글 \\033[31mred\\302\\233 name\\n'\n"
    spy = machine.write(tmp_path / "spy", text)
    assert "daily-papers-reader: left alone, 한글 [31mred name\n" in machine.prerm("remove", program=str(spy)).stdout
    at_a_terminal = [sys.executable, "-c", "import pty, sys; pty.spawn(sys.argv[1:])"]
    said = machine.prerm("remove", program=str(spy), within=at_a_terminal)
    assert "red name" in said.stdout
    assert "a terminal" not in said.stdout
    assert places(home) == {MARKS, CACHE, CONFIG}


def test_what_is_not_the_programs_is_named(machine: Machine) -> None:
    home = machine.person("first")
    (home / CACHE / "mine.txt").write_text("mine")
    assert f"left alone, not of this program: {home}/{CACHE}/mine.txt\n" in machine.prerm("remove").stdout
    assert (home / CACHE / "mine.txt").exists()


@pytest.mark.parametrize("program", ["/nonexistent/daily-papers", "/bin/false"])
def test_a_program_that_does_not_run_hinders_nothing(machine: Machine, program: str) -> None:
    home = machine.person("first")
    said = machine.prerm("remove", program=program)
    assert said.returncode == 0
    assert "files of first stay in" in said.stdout
    assert places(home) == {MARKS, CACHE, CONFIG}


def test_homes_that_do_not_answer_are_given_up(machine: Machine, tmp_path: Path) -> None:
    for number in range(9):
        machine.person(f"away{number}", number=1000 + number, uses=False)
    became = shlex.quote(str(tmp_path / "became"))
    machine.write(tmp_path / "bin" / "setpriv", f'#!/bin/sh\necho "$2" >>{became}\nsleep 30\n')
    said = machine.prerm("remove")
    assert said.returncode == 0
    assert [line.split()[2:] for line in said.stdout.splitlines()] == 3 * [
        ["does", "not", "answer;", "what", "was", "kept", "there", "stays."]
    ]
    assert len(machine.became()) == 3


def test_without_a_list_of_people_the_removal_goes_on(machine: Machine, tmp_path: Path) -> None:
    machine.write(tmp_path / "bin" / "getent", "#!/bin/sh\nexit 2\n")
    assert machine.prerm("remove").returncode == 0


def test_the_package_has_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    linux = importlib.import_module("linux")
    (tmp_path / "DEBIAN").mkdir()
    shutil.copyfile(PRERM, tmp_path / "DEBIAN" / "prerm")
    linux.settle(tmp_path)
    assert os.access(tmp_path / "DEBIAN" / "prerm", os.X_OK)
