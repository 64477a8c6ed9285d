"""packaging/dev.py: what it does on machines unlike this one, and that it needs no registry when nothing changed."""

import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

# Builds an editable install with the standard library alone, so that these tests need no registry.
BACKEND = """
import os, zipfile

INFO = "tiny-1.dist-info/"

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "tiny-1-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("tiny.pth", os.getcwd())
        wheel.writestr(INFO + "METADATA", "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\nProvides-Extra: dev\\n")
        wheel.writestr(INFO + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(INFO + "RECORD", "")
    return name
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""


@pytest.fixture(autouse=True)
def packaging_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PACKAGING)


@pytest.fixture
def dev() -> ModuleType:
    return importlib.import_module("dev")


@pytest.fixture
def machine() -> ModuleType:
    return importlib.import_module("machine")


@pytest.fixture
def environment() -> ModuleType:
    return importlib.import_module("environment")


@pytest.fixture
def nobody(machine: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who may not install anything."""
    monkeypatch.setattr(machine, "_apt_prefix", lambda: None)


class TestEnvironment:
    @pytest.fixture
    def project(self, tmp_path: Path) -> Path:
        """A project in a path with spaces and Hangul; `reader` says its arguments."""
        root = tmp_path / "논문 읽기" / "main"
        (root / "reader").mkdir(parents=True)
        (root / "reader" / "__main__.py").write_text("import sys; print(*sys.argv[1:])")
        (root / "backend.py").write_text(BACKEND)
        (root / "pyproject.toml").write_text(PYPROJECT)
        return root

    @pytest.fixture
    def installs(self, environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
        """The projects pip was called for."""
        called: list[Path] = []
        really = environment.install_project
        monkeypatch.setattr(environment, "install_project", lambda wanted: (called.append(wanted.root), really(wanted)))
        return called

    @pytest.mark.slow
    def test_it_is_made_once_and_again_when_it_has_to_be(
        self, environment: ModuleType, project: Path, installs: list[Path], tmp_path: Path
    ):
        made = environment.ready_environment(project)
        command = [made.python, "-P", "-m", "reader", "안녕"]
        run = subprocess.run(command, cwd=tmp_path, env=environment.variables(), capture_output=True, check=True)
        assert run.stdout.decode().strip() == "안녕"
        other = environment.variables() | {"LC_ALL": "C"}
        subprocess.run(command, cwd=tmp_path, env=other, check=True)
        assert installs == [project]

        environment.ready_environment(project)
        assert installs == [project], "nothing changed, and pip was called"

        (project / "pyproject.toml").write_text(PYPROJECT + "# something new\n")
        environment.ready_environment(project)
        assert len(installs) == 2

        made.python.unlink()
        assert environment.ready_environment(project).version() is not None
        assert len(installs) == 3

    def test_a_moved_project_is_installed_anew(self, environment: ModuleType, tmp_path: Path):
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "pyproject.toml").write_text(PYPROJECT)
        one, again, two = (environment.fingerprint(tmp_path / name, "3.11.7") for name in ("one", "one", "two"))
        assert one == again != two
        assert one != environment.fingerprint(tmp_path / "one", "3.12.0")

    def test_without_ensurepip_it_names_the_line_to_type(
        self, environment: ModuleType, monkeypatch: pytest.MonkeyPatch, nobody: None
    ):
        monkeypatch.setattr(environment, "_can_make_venv", lambda: False)
        package = f"python3.{sys.version_info.minor}-venv"
        with pytest.raises(environment.NotReadyError, match=f"apt-get install .* {package}$"):
            environment.ready_venv_module()


class TestQt:
    def test_it_loads_here(self, machine: ModuleType):
        assert not machine.qt_lack(Path(sys.executable), ["qoffscreen"]).libraries

    def test_a_library_that_is_not_there_is_named(self, machine: ModuleType):
        lack = machine.qt_lack(Path(sys.executable), ["no-such-plugin"])
        assert "libno-such-plugin.so" in lack.libraries[0]

    def test_a_probe_that_dies_is_a_lack(self, machine: ModuleType, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(machine, "_PROBE", "import os; os.abort()")
        assert machine.qt_lack(Path(sys.executable), []).libraries

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lack Qt's libraries")
    def test_one_who_may_not_install_is_told_the_line(
        self, machine: ModuleType, monkeypatch: pytest.MonkeyPatch, nobody: None
    ):
        monkeypatch.setattr(machine, "qt_lack", lambda *_: machine.Lack(("libEGL.so.1",)))
        with pytest.raises(
            machine.NotReadyError, match=r"libEGL\.so\.1\. .*apt-get install .* libegl1 .*fonts-noto-cjk"
        ):
            machine.ready_qt(Path(sys.executable), screen=False)

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lack Qt's libraries")
    def test_a_missing_font_is_no_reason_to_stop(
        self,
        machine: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        nobody: None,
        capsys: pytest.CaptureFixture[str],
    ):
        monkeypatch.setattr(machine, "qt_lack", lambda *_: machine.Lack(font=True))
        machine.ready_qt(Path(sys.executable), screen=False)
        assert "fonts-noto-cjk" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("system", "environ", "screen"),
        [
            ("linux", {}, False),
            ("linux", {"DISPLAY": ""}, False),
            ("linux", {"DISPLAY": ":0"}, True),
            ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
            ("darwin", {}, True),
            ("win32", {}, True),
        ],
    )
    def test_only_linux_can_be_without_a_screen(
        self, machine: ModuleType, system: str, environ: dict[str, str], screen: bool
    ):
        assert machine.has_screen(system, environ) is screen


class TestRun:
    @pytest.fixture(autouse=True)
    def ready(self, dev: ModuleType, environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        """The environment of this very test run, with nothing to install."""
        here = environment.Environment(Path(sys.prefix).parent)
        monkeypatch.setattr(environment.Environment, "python", Path(sys.executable))
        monkeypatch.setattr(dev, "ready_environment", lambda _: here)
        monkeypatch.setattr(dev, "ready_qt", lambda *_, **__: None)

    @pytest.fixture
    def started(self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
        """The argument lists the program was started with."""
        calls: list[list[str]] = []
        monkeypatch.setattr(dev, "program", lambda _, arguments: calls.append(list(arguments)) or 5)
        return calls

    def test_it_opens_the_sample_library_where_there_is_a_screen(
        self, dev: ModuleType, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(dev, "has_screen", lambda: True)
        assert dev.main(["run"]) == 5
        assert started == [["open", "--demo"]]

    def test_its_arguments_are_the_programs(self, dev: ModuleType, started: list[list[str]]):
        assert dev.main(["run", "sync", "some folder", "--json"]) == 5
        assert started == [["sync", "some folder", "--json"]]

    def test_a_failing_sync_ends_the_first_look_with_its_code(
        self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ):
        monkeypatch.setattr(dev, "has_screen", lambda: False)
        monkeypatch.setattr(dev, "PICTURE", tmp_path / "build" / "first-look.png")
        monkeypatch.setattr(dev, "SAMPLE", tmp_path / "nowhere")
        assert dev.main(["run"]) == 1
        said = capfd.readouterr().err
        assert "nowhere" in said
        assert "`daily-papers sync` ended with exit code 1" in said

    @pytest.mark.slow
    def test_without_a_screen_it_draws_the_sample_library(
        self,
        dev: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        capfd: pytest.CaptureFixture[str],
    ):
        picture = tmp_path / "build" / "first-look.png"
        monkeypatch.setattr(dev, "has_screen", lambda: False)
        monkeypatch.setattr(dev, "PICTURE", picture)
        assert dev.main(["run"]) == 0
        said = capfd.readouterr().out
        assert str(picture) in said
        assert re.search(r"[1-9]\d* papers from [1-9]\d* posts", said)
        assert picture.read_bytes().startswith(b"\x89PNG")


def test_wrong_use_is_told_apart_from_failure(dev: ModuleType, capsys: pytest.CaptureFixture[str]):
    assert dev.main([]) == 2
    assert dev.main(["--help"]) == 0
    assert dev.main(["dance"]) == 2
    assert "'dance'" in capsys.readouterr().err
    assert dev.main(["bench", "no-such-benchmark"]) == 2


def test_what_follows_the_name_of_a_benchmark_is_told_to_it(dev: ModuleType, monkeypatch: pytest.MonkeyPatch):
    started: list[list[str]] = []
    monkeypatch.setattr(dev, "ready_environment", lambda _root: SimpleNamespace(python=Path(sys.executable)))
    monkeypatch.setattr(dev, "ready_qt", lambda *_, **__: None)
    monkeypatch.setattr(dev, "child", lambda _, arguments: started.append(list(arguments)) or 0)
    assert dev.main(["bench", "stall", "search", "--papers", "300"]) == 0
    told = [[Path(words[1]).stem, *words[2:]] for words in started]
    assert told == [[name, "--papers", "300"] for name in ("stall", "search")]


def test_what_kills_a_child_is_its_exit_code_as_in_a_shell(dev: ModuleType, environment: ModuleType):
    class Here:
        python = Path(sys.executable)

    assert dev.child(Here(), ["-c", "import os; os.kill(os.getpid(), 9)"]) == 137
    assert dev.child(Here(), ["-c", "raise SystemExit(4)"]) == 4
