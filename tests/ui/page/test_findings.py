"""Why a summary is doubted, in the window's words."""

from datetime import date

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader.across.doubts import Doubt
from reader.base.paths import ProfilePaths
from reader.library.model import PaperRecord
from reader.posts.model import PaperKey
from reader.ui.page.findings import Finder, reason
from reader.ui.session.across_job import AcrossJob
from tests.across.summaries import appearance

SEEN = appearance("Folding", {"Method": "접는다."}, number=7, day=date(2025, 2, 3))
RECORD = PaperRecord(SEEN.paper.key, SEEN.paper.arxiv_id, "Folding", SEEN.day, (SEEN,))


@pytest.mark.parametrize(
    ("doubt", "said"),
    [
        (
            Doubt("tenfold", here="5.2", there="52", other=7),
            "5.2 here, 52 in the summary of 2025-02-03: ten times apart",
        ),
        (Doubt("tenfold", here="5.2", there="52", other=8), "5.2 here, 52 in the summary of : ten times apart"),
        (Doubt("cut-off", here="and then"), "The text ends in mid-sentence: … and then"),
        (
            Doubt("exchanged", here="results", there="method"),
            "Results and Method seem to stand in each other's place",
        ),
        (
            Doubt("other-paper", words=("a", "b", "c", "d", "e")),
            "This may be the summary of another paper: it never speaks of a, b, c, d",
        ),
    ],
)
def test_every_kind_of_doubt_says_why(doubt: Doubt, said: str) -> None:
    assert reason(doubt, RECORD) == said


def test_papers_are_looked_into_when_the_page_is_painted_and_only_the_last_ones(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    owner = QObject()
    job = AcrossJob(ProfilePaths.of(None), owner)
    monkeypatch.setattr(job, "ask", lambda name, *_: asked.append(name))
    finder = Finder(job, owner)
    finder.look([PaperKey("a")])
    finder.look([PaperKey("b")])
    assert asked == [], "nothing is read while the page is laid out"
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(150)
    assert (asked, list(finder._wanted)) == (["findings"], ["b"])
    owner.deleteLater()
