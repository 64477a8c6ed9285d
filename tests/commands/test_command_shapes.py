"""What commands print with --json has the shapes of resources/commands.schema.json, errors as well."""

import argparse
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reader.commands.arguments import build_parser
from tests.command_line import ROOT, CommandLine

SHAPES = json.loads((ROOT / "resources" / "commands.schema.json").read_text("utf-8"))
KEY, OTHER = "2501.00001", "2502.00002"


def holds(shape: str, value: Any) -> None:
    schema = {**SHAPES, "$ref": f"#/$defs/{shape}"}
    jsonschema.Draft202012Validator(schema).validate(value)
    missing = value.keys() - SHAPES["$defs"][shape]["properties"].keys()
    assert not missing, "printed and not documented"


@pytest.fixture
def marked(synced: CommandLine) -> CommandLine:
    synced("bookmark", KEY)
    synced("note", KEY, "메모")
    synced("label", KEY, "읽을 것")
    synced("revisit", KEY, "today")
    return synced


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ("list", ["list"]),
        ("sync", ["sync"]),
        ("show", ["show", KEY]),
        ("mark", ["bookmark", OTHER]),
        ("mark", ["read", KEY]),
        ("mark", ["note", KEY]),
        ("label", ["label", KEY]),
        ("labels", ["label"]),
        ("revisit", ["revisit", KEY]),
        ("revisits", ["revisit"]),
        ("history", ["history"]),
        ("words", ["words", "--watch", "확산"]),
        ("backup", ["backup"]),
        ("backups", ["backup", "--list"]),
        ("search", ["search", "Paper"]),
        ("search", ["search", "ㅌㅋ tag:llm foo:bar"]),
        ("search", ["search", "zzzz"]),
        ("explain", ["search", "Paper", "--explain", KEY]),
        ("related", ["related", KEY]),
        ("doctor", ["doctor"]),
        ("doctor", ["doctor", "--rebuild"]),
        ("compare", ["compare", KEY]),
        ("compare", ["compare", KEY, OTHER]),
        ("numbers", ["numbers", KEY]),
        ("benchmark", ["benchmark", "정확도"]),
        ("benchmark", ["benchmark", "FID"]),
        ("trends", ["trends"]),
        ("trends", ["trends", "2025-02"]),
        ("reset", ["reset", "--dry-run"]),
    ],
)
def test_what_is_printed_is_what_is_documented(marked: CommandLine, shape: str, words: list[str]) -> None:
    holds(shape, marked(*words, "--json").json)


@pytest.mark.parametrize(
    "words", [["mine"], ["mine", "메모"], ["lens", "limitations"], ["lens", "goal", "2025-02"], ["table"]]
)
def test_what_is_read_across_papers_has_its_shape(marked: CommandLine, words: list[str]) -> None:
    holds(words[0], marked(*words, "--format", "json").json)


def test_a_restore_and_a_check_say_what_is_documented(marked: CommandLine, folder: Path) -> None:
    marked("backup")
    holds("restore", marked("restore", "latest", "--dry-run", "--json").json)
    marked("note", OTHER, "x")
    holds("restore", marked("restore", "latest", "--json").json)
    holds("check", marked("check", folder, "--json").json)


def test_every_command_that_prints_json_has_a_shape() -> None:
    """Those whose JSON has several shapes have several definitions."""
    several = {"label": {"label", "labels"}, "revisit": {"revisit", "revisits"}, "backup": {"backup", "backups"}}
    several |= {name: {"mark"} for name in ("bookmark", "read", "note")}
    several |= {"import": {"import_list", "import_marks", "import_vault"}, "search": {"search", "explain"}}
    commands = next(a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction)).choices
    speaking = {
        name
        for name, parser in commands.items()
        if any("--json" in action.option_strings or "json" in (action.choices or ()) for action in parser._actions)
    }
    assert len(speaking) > 20
    named = {shape for name in speaking for shape in several.get(name, {name})}
    assert named | {"error"} == set(SHAPES["$defs"])


def test_exports_and_imports_say_what_is_documented(marked: CommandLine, tmp_path: Path) -> None:
    holds("export", marked("export", "--format", "md", "-o", tmp_path / "v", "--json").json)
    holds("import_vault", marked("import", tmp_path / "v", "--json").json)
    marked("export", "--format", "csv", "-o", tmp_path / "c.csv")
    holds("import_list", marked("import", tmp_path / "c.csv", "--json").json)
    marked("backup", "-o", tmp_path / "m.zip")
    holds("import_marks", marked("import", tmp_path / "m.zip", "--json").json)


@pytest.mark.parametrize(
    "words",
    [
        ["show", "9999.00001"],
        ["bookmark", KEY, "9999.00001"],
        ["list", "--label", "없음"],
        ["list", "--since", "2025-13"],
        ["import", "/no/such/file"],
        ["export", "--format", "csv", "-o", "/no", "9999.00001"],
    ],
)
def test_an_error_is_json_for_programs_and_a_line_for_people(synced: CommandLine, words: list[str]) -> None:
    said = synced(*words, "--json")
    assert said.code == 1
    holds("error", json.loads(said.out))
    assert json.loads(said.out)["error"] == said.complaint


def test_a_schema_finds_what_is_wrong(synced: CommandLine) -> None:
    said = synced("list", "--json").json
    said["papers"][0]["date"] = "yesterday"
    with pytest.raises(jsonschema.ValidationError):
        holds("list", said)
