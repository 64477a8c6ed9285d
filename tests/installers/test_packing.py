"""What packaging makes of the source without building: completions, manual, bill of materials, licences, lists."""

import ast
import importlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import reader
from reader.commands.arguments import build_parser

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def packing(monkeypatch: pytest.MonkeyPatch):
    """A module of packaging/, by name."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return importlib.import_module


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder as a built program's."""
    folder = tmp_path / "프로그램"
    for name in ("daily-papers", "_internal/libxcb-util.so.1", "_internal/$odd/a b.txt", "_internal/libicudata.so.73"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def test_there_is_one_version(packing):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert packing("facts").version() == project["version"] == reader.__version__


def test_two_versions_are_not_built(packing, monkeypatch):
    monkeypatch.setenv("GITHUB_REF_TYPE", "tag")
    monkeypatch.setenv("GITHUB_REF_NAME", "v99.0")
    with pytest.raises(SystemExit, match="in the tag"):
        packing("facts").version()
    monkeypatch.setenv("GITHUB_REF_NAME", f"v{reader.__version__}")
    assert packing("facts").version() == reader.__version__


@pytest.mark.parametrize("name", ["build.yml", "test.yml"])
def test_a_workflow_takes_nothing_that_can_be_moved(name):
    """Actions by the hash of a commit, no credentials left behind, no right that is not used."""
    workflow = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    actions = re.findall(r"uses: (\S+)", workflow)
    assert actions
    assert [action for action in actions if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []
    assert workflow.count("actions/checkout@") == workflow.count("persist-credentials: false")
    assert "permissions: {}" in workflow
    assert re.findall(r"macos-1[34]", workflow) == [], "GitHub has retired them"


def test_the_workflow_builds_with_a_python_that_is_there_on_all_systems_and_not_refused(packing):
    """A branch that is mended in source alone stays, on Windows and macOS, at a patch level that the build refuses."""
    workflow = (ROOT / ".github" / "workflows" / "build.yml").read_text(encoding="utf-8")
    (minor,) = re.findall(r'python-version: "3\.(\d+)"', workflow)
    assert int(minor) in packing("facts").WITH_INSTALLERS


def test_the_build_is_dated_by_who_asks_or_by_the_commit(packing, monkeypatch: pytest.MonkeyPatch):
    facts = packing("facts")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert (facts.build_time(), facts.build_day()) == (1_700_000_000, "2023-11-14")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert facts.build_time() > 1_795_000_000


class TestShells:
    @pytest.fixture
    def words(self, packing) -> ModuleType:
        return packing("shell_words")

    def test_every_command_people_may_type_is_there_and_no_hidden_one(self, words: ModuleType):
        names = [command.name for command in words.commands(build_parser())]
        assert {"open", "sync", "search", "note", "selftest"} <= set(names)
        assert "typeset" not in names

    @pytest.mark.parametrize("kind", ["bash", "zsh", "fish", "manual"])
    def test_every_option_is_in_every_text(self, words: ModuleType, kind: str):
        known = words.commands(build_parser())
        text = getattr(words, kind)(known).replace("\\-", "-")
        for command in known:
            assert command.name in text
            for option in command.options:
                longest = max(option.names, key=len)
                assert (f"-l {longest[2:]}" if kind == "fish" else longest) in text, (command.name, longest)

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_the_shell_takes_it(self, words: ModuleType, shell: str, tmp_path: Path):
        if shutil.which(shell) is None:
            pytest.skip(f"no {shell} here")
        file = tmp_path / "completion"
        file.write_text(getattr(words, shell)(words.commands(build_parser())), encoding="utf-8")
        subprocess.run([shell, "-n", str(file)], check=True)

    @pytest.mark.parametrize(
        ("line", "offered"),
        [
            ("daily-papers sel", {"selftest"}),
            ("daily-papers sync --j", {"--json"}),
            ("daily-papers --profile x list --un", {"--unread"}),
            ("daily-papers shot out.png --theme ", {"light", "dark", "sepia", "contrast"}),
        ],
    )
    def test_bash_completes(self, words: ModuleType, line: str, offered: set[str], tmp_path: Path):
        file = tmp_path / "completion"
        file.write_text(words.bash(words.commands(build_parser())), encoding="utf-8")
        script = f"""
            . {file}; read -ra COMP_WORDS <<<"$1"; [[ $1 == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 )); cd {tmp_path}; _daily_papers; printf '%s\\n' "${{COMPREPLY[@]}}"
        """
        said = subprocess.run(["bash", "-c", script, "-", line], capture_output=True, text=True, check=True)
        assert set(said.stdout.split()) == offered

    def test_the_manual_has_no_mistake(self, words: ModuleType, tmp_path: Path):
        if shutil.which("groff") is None:
            pytest.skip("no groff here")
        page = tmp_path / "page.1"
        page.write_text(words.manual(words.commands(build_parser())), encoding="utf-8")
        said = subprocess.run(
            ["groff", "-man", "-ww", "-Tutf8", "-z", str(page)], capture_output=True, text=True, check=True
        )
        assert said.stderr == ""


class TestContents:
    def test_every_part_has_its_licence(self, packing, program: Path):
        found = {part.name.lower(): part for part in packing("contents").parts(program)}
        assert {"python", "qt", "icu", "whoosh", "markdown-it-py", "stix two math", "xcb-util libraries"} <= set(found)
        assert not {"pytest", "mypy", "ruff"} & set(found), "what only builds and tests is not shipped"
        assert found["icu"].version == "73"

    def test_a_part_without_a_licence_stops_the_build(self, packing, program: Path, monkeypatch: pytest.MonkeyPatch):
        contents = packing("contents")
        monkeypatch.setattr(contents, "LICENCES", program)
        with pytest.raises(FileNotFoundError, match=r"no licence text for .*STIX"):
            contents.parts(program)

    def test_the_notices_have_what_qts_licence_asks_for(self, packing, program: Path):
        text = packing("notices").notices(packing("contents").parts(program))
        for words in (
            "GNU LESSER GENERAL PUBLIC LICENSE",
            "GNU GENERAL PUBLIC LICENSE",
            "separate libraries",
            "Their source",
        ):
            assert words in text
        assert text.count("SIL OPEN FONT LICENSE Version 1.1 - ") == 1

    def test_the_bill_names_parts_and_files(self, packing, program: Path):
        bill = json.loads(packing("sbom").sbom(packing("contents").parts(program), program))
        assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", bill["serialNumber"])
        references = [entry["bom-ref"] for entry in bill["components"]]
        assert len(references) == len(set(references))
        assert bill["dependencies"][0]["dependsOn"] == references
        assert "file:_internal/$odd/a b.txt" in references
        whoosh = next(entry for entry in bill["components"] if entry["name"] == "Whoosh")
        assert whoosh["purl"] == "pkg:pypi/whoosh@2.7.4"
        assert whoosh["licenses"] == [{"expression": "BSD-2-Clause"}]


class TestSlimming:
    @pytest.mark.parametrize(
        ("name", "origin", "stays"),
        [
            ("PySide6/Qt/plugins/platforms/libqxcb.so", "/v/", True),
            ("PySide6/Qt/plugins/platforms/libqvnc.so", "/v/", False),
            ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", "/v/", False),
            ("PySide6/Qt/lib/libQt6Gui.so.6", "/v/", True),
            ("PySide6/Qt/lib/libQt6Quick.so.6", "/v/", False),
            ("PySide6/QtGui.abi3.so", "/v/", True),
            ("PySide6/Qt/translations/qtbase_ko.qm", "/v/", True),
            ("PySide6/Qt/translations/qtbase_de.qm", "/v/", False),
            ("resources/translations/daily_papers_ko.qm", "/v/", True),
            ("resources/translations/daily_papers_ko.ts", "/v/", False),
            ("latex2mathml-3.81.1.dist-info/METADATA", "/v/", True),
            ("latex2mathml-3.81.1.dist-info/RECORD", "/v/", False),
            ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", False),
            ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
            ("_internal/_json.so", "/usr/lib/python3.11/lib-dynload/_json.so", True),
            ("libz.so.1", "/lib64/libz.so.1", False),
            ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ],
    )
    def test_what_stays(self, packing, name: str, origin: str, stays: bool):
        assert packing("slim").keeps(name, origin) is stays


def test_the_windows_installer_removes_what_it_installs_and_nothing_else(packing, program: Path):
    text = packing("windows").file_macros(program)
    installed = re.findall(r'File "(.+)"', text)
    removed = re.findall(r'Delete "(.+)"', text)
    assert len(installed) == len(removed) == 4
    assert r"$INSTDIR\_internal\$$odd\a b.txt" in removed
    assert "/r" not in text
    folders = re.findall(r'RMDir "(.+)"', text)
    assert folders == [r"$INSTDIR\_internal\$$odd", r"$INSTDIR\_internal"], "inner folders first"


def test_icons_of_every_size_are_made_of_the_one_drawing(packing, tmp_path: Path, qapp):
    from PIL import Image

    icons = packing("icons")
    icons.make_icons(tmp_path)
    for size in icons.SIZES:
        with Image.open(tmp_path / f"{size}.png") as picture:
            assert picture.size == (size, size)
            assert len(picture.convert("RGBA").getcolors(1 << 20)) > 8
    with Image.open(tmp_path / "app.ico") as picture:
        assert (256, 256) in picture.info["sizes"] and (16, 16) in picture.info["sizes"]
    with Image.open(tmp_path / "app.icns") as picture:
        assert picture.size[0] >= 512


def imported() -> set[str]:
    """The top-level modules, and those of PySide6, that any file of the program imports."""
    names: set[str] = set()
    for file in (ROOT / "reader").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


class TestAppImage:
    @pytest.fixture
    def runtime(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A stand-in for the runtime: it says how it was started."""
        file = tmp_path / "runtime"
        file.write_bytes(b"#!/bin/\0AI\x02 and the rest of it")
        file.with_name("runtime.txt").write_text("its licences")
        monkeypatch.setenv("DAILY_PAPERS_APPIMAGE_RUNTIME", str(file))
        return file

    @pytest.fixture
    def tools(self, packing, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """What was run; mksquashfs packs a list of what lies in the folder and where links lead."""
        linux, ran = packing("linux"), []

        def run(command: list[str], **_: object) -> None:
            ran.append(command)
            if command[0] == "mksquashfs":
                Path(command[2]).write_text(
                    "".join(
                        f"{path.relative_to(command[1])} {path.readlink() if path.is_symlink() else ''}\n"
                        for path in sorted(Path(command[1]).rglob("*"))
                    )
                )

        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # so that nobody asks Git
        monkeypatch.setattr(linux.subprocess, "run", run)
        return ran

    def test_it_is_the_runtime_and_behind_it_the_program_with_its_menu_entry(
        self, packing, program: Path, runtime: Path, tools: list[list[str]], tmp_path: Path, qapp
    ):
        icons = tmp_path / "icons"
        packing("icons").make_icons(icons)
        image = packing("linux").make_appimage(program, icons, tmp_path / "work", tmp_path)
        made = image.read_bytes()
        assert made.startswith(runtime.read_bytes())
        packed = made.removeprefix(runtime.read_bytes()).decode().splitlines()
        for line in (
            "AppRun usr/bin/daily-papers",
            "usr/bin/daily-papers ../lib/daily-papers-reader/daily-papers",
            "usr/lib/daily-papers-reader/daily-papers ",
            "usr/lib/daily-papers-reader/AppImage-runtime.txt ",
            "daily-papers-reader.desktop usr/share/applications/daily-papers-reader.desktop",
            "usr/share/applications/daily-papers-reader.desktop ",
            ".DirIcon daily-papers-reader.png",
            "daily-papers-reader.png usr/share/icons/hicolor/256x256/apps/daily-papers-reader.png",
            "usr/share/icons/hicolor/256x256/apps/daily-papers-reader.png ",
            "usr/share/metainfo/daily-papers-reader.metainfo.xml ",
        ):
            assert line in packed
        assert image.stat().st_mode & 0o777 == 0o755
        assert tools[-1] == [str(image), "--appimage-extract-and-run", "--version"], "it is tried"

    @pytest.mark.parametrize(
        ("spoilt", "said"),
        [
            (lambda file: file.unlink(), "name that file in DAILY_PAPERS_APPIMAGE_RUNTIME"),
            (lambda file: file.with_name("runtime.txt").unlink(), "licences of the AppImage runtime are missing"),
            (lambda file: file.write_bytes(b"\x7fELF and something else"), "no AppImage runtime of type 2"),
        ],
    )
    def test_without_a_runtime_and_its_licences_none_is_made(
        self, packing, program: Path, runtime: Path, tools: list[list[str]], tmp_path: Path, spoilt, said: str
    ):
        spoilt(runtime)
        with pytest.raises(SystemExit, match=said):
            packing("linux").make_appimage(program, tmp_path, tmp_path / "work", tmp_path)
        assert tools == []


def test_nothing_the_program_imports_is_left_out(packing):
    slim = packing("slim")
    roots = {name.partition(".")[0] for name in imported()}
    assert not roots & set(slim.MODULES)
    modules = {found[1] for name in imported() if (found := re.match(r"PySide6\.Qt(\w+)", name))}
    assert modules <= set(slim.QT_LIBRARIES)
    assert {"Core", "Gui", "Widgets", "Network"} <= modules, "the imports are read at all"


LOADS_ALL = """
import importlib, pkgutil, sys
import reader

class LeftOut:
    def find_spec(self, name, *_):
        if name in sys.argv[1:]:
            raise ModuleNotFoundError(f"No module named {name!r}, which is left out")

sys.meta_path.insert(0, LeftOut())
for name in [*sys.modules]:
    if name in sys.argv[1:]:
        del sys.modules[name]
for module in pkgutil.walk_packages(reader.__path__, "reader."):
    if not module.name.endswith(".__main__"):
        importlib.import_module(module.name)
"""


def test_every_module_loads_without_what_is_left_out(packing):
    left_out = [*packing("slim").MODULES, *packing("slim").EXTRAS]
    done = subprocess.run([sys.executable, "-c", LOADS_ALL, *left_out], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_is_left_out_though_it_is_imported_is_optional_for_everybody(packing):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(packing("slim").EXTRAS) <= set(project["optional-dependencies"])


def test_an_outdated_python_is_not_shipped(packing):
    refuse = packing("facts").refuse_old_python
    with pytest.raises(SystemExit, match=r"3\.11\.7 is outdated"):
        refuse((3, 11, 7), {})
    refuse((3, 11, 16), {})
    refuse((3, 15, 0), {})
    refuse((3, 11, 7), {"DAILY_PAPERS_TRY": "1"})
