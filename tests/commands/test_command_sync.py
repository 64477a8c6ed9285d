"""`sync` from the command line: what it prints, how it is followed and how it is stopped."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.factories import numbered, post, write_post

REPORTED = {
    "posts": int,
    "papers": int,
    "appearances": int,
    "added": int,
    "updated": int,
    "removed": int,
    "reformatted": int,
    "warnings": list,
    "seconds": float,
}


def test_the_report_has_what_is_promised(command: CommandLine, folder: Path) -> None:
    report = command("sync", folder, "--json").json
    assert {name: type(report[name]) for name in REPORTED} == REPORTED
    assert (report["posts"], report["papers"], report["appearances"], report["added"]) == (3, 5, 6, 3)
    assert report["warnings"][0].keys() == {"post", "line", "code", "message"}


def test_without_json_one_line_says_what_was_done(command: CommandLine, folder: Path) -> None:
    said = command("sync", folder)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("3 posts, 5 papers: 3 added, 0 updated, 0 removed, 0 re-formatted;")


def test_folders_given_once_stay_sources(synced: CommandLine, folder: Path, tmp_path: Path) -> None:
    write_post(tmp_path / "more", "a.md", post(numbered(1, "2503")))
    assert synced("sync", tmp_path / "more", "--json").json["posts"] == 4
    assert synced("sync", "--json").json["posts"] == 4


def test_every_event_is_a_line_of_json_and_the_last_is_done(command: CommandLine, folder: Path) -> None:
    said = command.process("sync", folder, "--events")
    events = said.lines
    assert (said.code, said.err) == (0, "")
    assert {event["event"] for event in events[:-1]} == {"progress", "changed"}
    stages = {event["stage"]: event for event in events if event["event"] == "progress"}
    assert {(name, e["done"], e["total"]) for name, e in stages.items()} == {("posts", 3, 3), ("index", 7, 7)}
    done = events[-1]
    assert done["event"] == "done"
    assert {name: type(done[name]) for name in REPORTED} == REPORTED


def test_a_sync_that_fails_says_so_as_an_event(command: CommandLine, tmp_path: Path) -> None:
    said = command.process("sync", tmp_path / "nowhere", "--events")
    assert said.lines[-1]["event"] == "failed"
    assert said.lines[-1]["message"] == said.complaint


def test_cancel_on_standard_input_stops_it_and_keeps_what_was_done(command: CommandLine, tmp_path: Path) -> None:
    for number in range(1500):
        write_post(tmp_path / "many", f"{number:04}.md", post(numbered(3, f"{number:04}")))
    process = command.start(
        "sync", tmp_path / "many", "--events", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["event"] == "progress"
    out, err = process.communicate(b"cancel\n")
    done = json.loads(out.splitlines()[-1])
    assert (process.returncode, err) == (0, b"")
    assert (done["event"], done["cancelled"]) == ("done", True)
    assert 0 < done["posts"] < 1500
    assert command("list", "--json").json["total"] == done["papers"]


def test_an_open_standard_input_where_nobody_speaks_keeps_nothing_up(command: CommandLine, folder: Path) -> None:
    process = command.start(
        "sync", folder, "--events", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None and process.stdin is not None
    out, err = process.stdout.read(), process.stderr.read()
    assert (process.wait(30), err) == (0, b"")
    assert json.loads(out.splitlines()[-1])["event"] == "done"
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()


@pytest.mark.parametrize("closed", ["0<&-", "2>&-", "1>&-", "0<&- 1>&- 2>&-"])
def test_closed_streams_hinder_nothing(command: CommandLine, folder: Path, closed: str) -> None:
    said = command.shell(f"$R sync '{folder}' {'--events' if '0' in closed else ''} {closed}")
    assert (said.code, said.err) == (0, "")
    assert command("list", "--json").json["total"] == 6


def test_a_folder_that_is_not_there_is_said_in_one_line_and_not_kept(command: CommandLine, tmp_path: Path) -> None:
    assert str(tmp_path / "nowhere") in command("sync", tmp_path / "nowhere").complaint
    assert command("sync", "--json").json["posts"] == 0


def test_a_file_is_no_folder(command: CommandLine, folder: Path) -> None:
    assert "There is no folder" in command("sync", folder / "2025-01-02-papers.md").complaint


def test_a_tilde_in_a_folders_name_is_a_tilde(
    command: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_post(tmp_path / "~nobody-of-that-name", "a.md", post(numbered(1)))
    monkeypatch.chdir(tmp_path)
    assert command("sync", "./~nobody-of-that-name", "--json").json["papers"] == 1
    assert "There is no folder" in command("sync", "~nobody-either").complaint


def test_a_folder_whose_name_is_no_text_is_refused_in_words(command: CommandLine, tmp_path: Path) -> None:
    strange = Path(str(tmp_path) + "/\udcff")
    strange.mkdir()
    assert "Rename the folder" in command("sync", strange).complaint


def test_a_bug_is_not_told_as_the_worlds_fault(
    command: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(source: bytes, name: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("reader.library.sync.parse", broken)
    with pytest.raises(ZeroDivisionError):
        command("sync", folder)


@pytest.mark.skipif(sys.platform == "win32", reason="os.getpriority is of Unix")
def test_a_sync_for_a_window_lets_the_window_go_first(command: CommandLine, tmp_path: Path) -> None:
    write_post(tmp_path / "many", "a.md", post(numbered(200)))
    with command.start("sync", tmp_path / "many", "--events", stdout=subprocess.PIPE) as started:
        assert started.stdout is not None
        started.stdout.readline()
        there = os.getpriority(os.PRIO_PROCESS, started.pid)
        started.kill()
    assert there == min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10)
