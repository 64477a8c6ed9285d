"""An agent asks the library by the Model Context Protocol: it reads, writes nothing, and opens no socket."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CommandLine, tree_of

pytest.importorskip("mcp")

import anyio  # with mcp
from mcp import ClientSession, StdioServerParameters, stdio_client

KEY = "2501.00001"
Asking = Callable[[ClientSession], Any]


@pytest.fixture
def marked(synced: CommandLine) -> CommandLine:
    synced("note", KEY, "비밀 메모")
    synced("bookmark", KEY)
    synced("label", KEY, "읽을 것")
    return synced


def asked(command: CommandLine, *calls: tuple[str, dict[str, Any]], marks: bool = False) -> list[Any]:
    """What tools answer, each its JSON or the words of its error."""
    words = command.words("mcp", *(["--marks"] if marks else []))
    root = str(Path(__file__).resolve().parents[2])
    server = StdioServerParameters(command=words[0], args=words[1:], env={"PYTHONPATH": root})

    async def talk() -> list[Any]:
        said: list[Any] = []
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            for name, arguments in calls:
                if name == "tools":
                    said.append((await session.list_tools()).tools)
                    continue
                result = await session.call_tool(name, arguments)
                text = "".join(getattr(part, "text", "") for part in result.content)
                said.append(text if result.is_error else json.loads(text))
        return said

    return anyio.run(talk)


def test_an_agent_reads_what_a_person_reads(synced: CommandLine) -> None:
    tools, found, shown, near, lens, numbers = asked(
        synced,
        ("tools", {}),
        ("search", {"query": "Number 1", "limit": 3}),
        ("show", {"key": f"https://arxiv.org/abs/{KEY}v2"}),
        ("related", {"key": KEY}),
        ("lens", {"section": "limitations", "range": "2025-01"}),
        ("numbers", {"key": KEY}),
    )
    assert [tool.name for tool in tools] == ["search", "show", "related", "lens", "numbers"]
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)
    assert KEY in {hit["key"] for hit in found["hits"]}
    assert (shown["key"], len(shown["appearances"])) == (KEY, 2)
    assert near["key"] == KEY
    assert lens["total"] == 3
    assert "69.8" in json.dumps(numbers)


def test_marks_are_told_only_when_that_was_allowed(marked: CommandLine) -> None:
    calls = [
        ("show", {"key": KEY}),
        ("search", {"query": "is:bookmarked"}),
        ("lens", {"section": "goal", "range": "bookmarked"}),
    ]
    shown, found, lens = asked(marked, *calls)
    assert "비밀" not in json.dumps(shown, ensure_ascii=False)
    assert shown.keys().isdisjoint({"note", "labels", "bookmarked", "read", "highlights", "revisit"})
    assert found["total"] == lens["total"] == 0
    shown, found, lens = asked(marked, *calls, marks=True)
    assert (shown["note"], shown["labels"]) == ("비밀 메모", ["읽을 것"])
    assert found["total"] == lens["total"] == 1


def test_where_files_lie_is_never_told(synced: CommandLine, folder: Path) -> None:
    (shown,) = asked(synced, ("show", {"key": KEY}), marks=True)
    assert str(folder) not in json.dumps(shown, ensure_ascii=False)


def test_what_cannot_be_answered_is_said_and_the_next_question_is_answered(synced: CommandLine) -> None:
    unknown, strange, long, after = asked(
        synced,
        ("show", {"key": "9999.00001"}),
        ("lens", {"section": "nonsense"}),
        ("search", {"query": "x" * 5000}),
        ("show", {"key": KEY}),
    )
    assert "There is no paper '9999.00001'" in unknown
    assert isinstance(strange, str)
    assert "2000 characters" in long
    assert after["key"] == KEY


def test_nothing_is_written_and_no_socket_opened(synced: CommandLine, tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed (apt-get install strace)")
    trace = tmp_path / "trace"
    before = tree_of(synced.profile)
    lines = [
        {
            "method": "initialize",
            "id": 0,
            "params": {
                "protocolVersion": "2025-06-18",
                "capabilities": {},
                "clientInfo": {"name": "t", "version": "1"},
            },
        },
        {"method": "notifications/initialized"},
        *(
            {"method": "tools/call", "id": n, "params": {"name": name, "arguments": arguments}}
            for n, (name, arguments) in enumerate(
                [
                    ("search", {"query": "접는"}),
                    ("show", {"key": KEY}),
                    ("related", {"key": KEY}),
                    ("lens", {"section": "goal"}),
                    ("numbers", {"key": KEY}),
                ],
                1,
            )
        ),
    ]
    words = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=network,file,openat,write,unlink,rename,mkdir",
        "-o",
        str(trace),
        *synced.words("mcp"),
    ]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    environment.pop("MUTATION_TRACE", None)  # which would write what is entered
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    answers = 0
    for line in lines:
        process.stdin.write(json.dumps({"jsonrpc": "2.0", **line}) + "\n")
        process.stdin.flush()
        if "id" in line:
            answers += '"result"' in process.stdout.readline()
    process.stdin.close()
    process.stdout.close()
    assert process.wait(60) == 0
    assert answers == 6
    calls = trace.read_text("utf-8", "replace")
    assert "openat(" in calls
    assert re.findall(r"\b(?:socket|connect|bind|listen|sendto)\(.*AF_(?!UNIX)\w+.*", calls) == []
    writing = r'\b(?:openat|open|creat)\([^\n]*?"(?!/dev/(?:null|tty))([^"]*)"[^\n]*(?:O_WRONLY|O_RDWR|O_CREAT)'
    assert re.findall(writing, calls) == []
    assert re.findall(r"\b(?:unlink|unlinkat|rename|renameat2?|mkdir|mkdirat)\([^\n]*= 0", calls) == []
    assert tree_of(synced.profile) == before


def test_without_the_package_it_is_said(synced: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    assert "daily-papers-reader[mcp]" in synced("mcp").complaint
