"""A paper is meant by any address that names it, on the command line as in posts."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.factories import paper, post, write_post


@pytest.mark.parametrize(
    ("link", "written", "key"),
    [
        (
            "https://openreview.net/forum?id=S1",
            "https://openreview.net/pdf?id=S1",
            "https://openreview.net/forum?id=S1",
        ),
        (
            "https://aclanthology.org/2026.a-main.7.pdf",
            "aclanthology.org/2026.a-main.7",
            "https://aclanthology.org/2026.a-main.7",
        ),
        ("https://doi.org/10.9999/kettle.7", "doi:10.9999/kettle.7", "https://doi.org/10.9999/kettle.7"),
        ("https://arxiv.org/abs/math.GT/0309136v2", "arXiv:math/0309136", "math/0309136"),
        (
            "https://hf.co/papers/2501.00001",
            "https://web.archive.org/web/25/http://cn.arxiv.org/pdf/2501.00001v3",
            "2501.00001",
        ),
        ("https://scirate.com/arxiv/2501.00001", "10.48550/arXiv.2501.00001", "2501.00001"),
    ],
)
def test_a_paper_is_meant_by_any_of_its_addresses(
    link: str, written: str, key: str, tmp_path: Path, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = CommandLine(profile, capsys)
    write_post(tmp_path / "posts", "a.md", post([paper(link=link)]))
    command("sync", tmp_path / "posts")
    command("bookmark", written)
    assert [each["key"] for each in command("list", "--bookmarked", "--json").json["papers"]] == [key]
