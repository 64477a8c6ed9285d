"""Nothing is contacted unless a person asks for it: seen in the system calls of what people do all day."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.command_line import ROOT, CommandLine
from tests.factories import numbered, post, write_post
from tests.network import loopback
from tests.network.loopback import says

CONTACT = re.compile(r"(?:connect|sendto|sendmsg)\([^\n]*(?:AF_INET6?)[^\n]*")

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed (apt-get install strace)"
)


def contacts(words: list[str], trace: Path, **more: str) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **more}
    watched = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", str(trace), *words]
    subprocess.run(watched, env=environment, capture_output=True, timeout=300, check=False)
    return CONTACT.findall(trace.read_text("utf-8", "replace"))


def test_reading_searching_exporting_and_importing_contact_nobody(profile: Path, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(3)))
    command = CommandLine(profile)
    for number, words in enumerate(
        (
            ["sync", tmp_path / "posts"],
            ["search", "author:oord Paper"],
            ["show", "2501.00001"],
            ["export", "--format", "bibtex", "-o", tmp_path / "a.bib"],
            ["export", "--format", "md", "-o", tmp_path / "vault"],
            ["import", tmp_path / "vault"],
            ["import", tmp_path / "a.bib"],
            ["shot", tmp_path / "window.png"],
        )
    ):
        assert contacts(command.words(*words), tmp_path / f"trace{number}") == []
    assert (tmp_path / "window.png").exists()


def test_filling_in_contacts_that_server_alone(profile: Path, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(1)))
    command = CommandLine(profile)
    command.process("sync", tmp_path / "posts")
    with loopback.serving() as server:
        server.answers = [says("no", 403)]
        found = contacts(command.words("fill", "2501.00001"), tmp_path / "trace", DAILY_PAPERS_ARXIV=server.address)
    assert len(found) == 1
    assert f"htons({server.server_address[1]})" in found[0]
