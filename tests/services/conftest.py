"""A library of a few papers, marked in every way: read by many tests, changed by none."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from reader.arxiv.model import Details
from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.factories import SECTIONS, paper, post, write_post

GLACIER, TIDES, SHEEP, HERD, OLD = (
    PaperKey(key) for key in ("2501.00001", "2501.00002", "2502.00001", "2502.00002", "2401.00009")
)


def _paper(number: int, title: str, key: str, **sections: str) -> str:
    return paper(number, title, f"https://arxiv.org/abs/{key}", sections)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Profile]:
    """Three months of posts; what is marked of which paper is written below."""
    folder = tmp_path_factory.mktemp("library")
    early = [
        _paper(
            1, "Glacier Flow by Diffusion", GLACIER, Method="빙하의 흐름을 계산한다.", Results="정확도 91.5%를 얻었다."
        ),
        _paper(2, "A Study of Tides", TIDES, Method="확산 모델로 조수를 그린다.", Limitations="빙하는 다루지 않는다."),
    ]
    head = "title: {}\ndate: {} 08:00:00\ntags: [{}]"
    write_post(folder / "posts", "2025-01-02-a.md", post(early, head.format("a", "2025-01-02", "papers, ice")))
    late = [
        _paper(
            1,
            "Counting Sheep",
            SHEEP,
            Introduction="7B 모델이 양을 센다. FID는 1.8이다.",
            Results="매개변수 1,200개를 쓴다.",
        ),
        _paper(
            2,
            "Herding Sheep with Diffusion Models",
            HERD,
            Method="양 떼를 확산으로 몬다.",
            Results="학습을 3배 빠르게 하였다.",
        ),
        _paper(3, "Glacier Flow by Diffusion", GLACIER, Method="빙하의 흐름을 다시 계산한다."),
    ]
    write_post(folder / "posts", "2025-02-03-b.md", post(late, head.format("b", "2025-02-03", "papers, generative AI")))
    old = [_paper(1, "Old Sheep", OLD, **SECTIONS)]
    write_post(folder / "posts", "2024-12-30-c.md", post(old, head.format("c", "2024-12-30", "papers")))
    with Profile(ProfilePaths.of(folder / "profile")) as profile:
        profile.take_sources([folder / "posts"])
        refresh(profile)
        marks = profile.marks
        marks.set_bookmarks([GLACIER, SHEEP], True)
        marks.set_read([TIDES, SHEEP, OLD], True)
        marks.set_note(TIDES, "조수에 대한 아이디어가 있다")
        marks.add_label("읽을 것", "green")
        marks.set_label([HERD, SHEEP], "읽을 것", True)
        marks.add_label("Ice", "blue")
        marks.set_label([GLACIER], "Ice", True)
        marks.add_label("unused", "red")
        marks.set_revisit([HERD], date(2020, 1, 2))
        marks.set_revisit([OLD], date(2999, 1, 2))
        marks.add_highlight(SHEEP, "results", "매개변수", "", " 1,200개를 쓴다.", "yellow")
        details = {
            GLACIER: Details(GLACIER, ("Aäron van den Oord", "Ann Ice"), categories=("cs.CV", "stat.ML")),
            SHEEP: Details(SHEEP, ("Bo Oordson",), categories=("cs.CL",)),
            HERD: Details(HERD, ("Cy Peep",), categories=("csx.AA",)),
        }
        profile.details.put(details, details, datetime(2025, 3, 1, tzinfo=UTC))
        yield profile
