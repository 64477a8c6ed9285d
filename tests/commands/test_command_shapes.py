"""What commands print with --json has the shapes of resources/commands.schema.json, errors as well."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

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
        ("backup", ["backup"]),
    ],
)
def test_what_is_printed_is_what_is_documented(marked: CommandLine, shape: str, words: list[str]) -> None:
    holds(shape, marked(*words, "--json").json)


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
