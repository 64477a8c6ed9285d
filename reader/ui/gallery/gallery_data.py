"""Made-up papers, counts and notes for the gallery: ordinary ones, and ones that are hard to lay out."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from reader.library.model import PaperRow
from reader.posts.model import PaperKey
from reader.ui.papers.paper_list import ResultRow, Signs
from reader.ui.session.places import LabelCount, TreeCounts

TODAY = date(2025, 12, 30)
DAY = date(2025, 12, 22)
SAVED_AT = datetime(2025, 12, 30, 14, 2)  # noqa: DTZ001  # local time, as the notes pane shows it

NOTE = """# 다시 볼 것
rFID 0.203은 **96채널** 기준이고, *VQRAE*(2511.23386)와 비교해 볼 것.
- [ ] 계산 비용이 언급되지 않음
- [x] `GenEval` 표 확인: https://example.org/table
> 압축률과 복원 품질의 절충이 핵심"""


class RowsInMemory:
    """A source of rows held in memory."""

    def __init__(self, rows: Sequence[PaperRow | ResultRow]) -> None:
        self._rows = rows

    def count(self) -> int:
        return len(self._rows)

    def rows(self, offset: int, limit: int) -> Sequence[PaperRow | ResultRow]:
        return self._rows[offset : offset + limit]

    def openings(self) -> Sequence[int]:
        return [n for n, row in enumerate(self._rows) if isinstance(row, ResultRow) and row.opens]

    def keys(self, offset: int, limit: int) -> Sequence[PaperKey]:
        rows = self._rows[offset : offset + limit]
        return [row.row.key if isinstance(row, ResultRow) else row.key for row in rows]

    def position(self, key: PaperKey) -> int | None:
        keys = [row.row.key if isinstance(row, ResultRow) else row.key for row in self._rows]
        return keys.index(key) if key in keys else None


def _row(key: str, number: int, title: str, line: str, day: date = DAY, gone: bool = False) -> PaperRow:
    return PaperRow(PaperKey(key), title, key if key[:1].isdigit() else None, day, number, line, gone)


DAILY = RowsInMemory(
    [
        _row(
            "2512.17909",
            1,
            "Seeing Twice, Painting Once: Making Visual Encoders Ready for Text-to-Image Generation and for Editing",
            "의미와 픽셀을 함께 복원하는 손실을 도입해 압축된 잠재 공간과 세밀한 질감을 한꺼번에 지키는 방법을 제안",
        ),
        _row(
            "2512.14870",
            2,
            "ManyClues: A Benchmark for Gathering Evidence in Video Question Answering",
            "서로 겹치지 않는 증거를 셋 이상 모아야 풀리는 2만 6천여 개의 질문을 열두 가지 과제로 나누어 구성",
        ),
        _row(
            "2512.16483",
            3,
            "StageWise: Where Autoregressive Pictures Can Be Drawn Faster",
            "생성 과정을 단계별로 분석하고, 다시 학습하지 않고 끼워 쓰는 가속 방법을 제안",
        ),
        _row(
            "2512.15586",
            4,
            "Bytes First: Turning Subword Models into Byte Models",
            "서브워드 모델을 바이트 모델로 바꾸어 1B와 7B 규모에서 경쟁력 있는 공개 모델을 제시",
        ),
        _row(
            "2512.17459",
            5,
            "Rooms from One View: Rebuilding Indoor Scenes Object by Object",
            "사진 한 장으로부터 실내 장면을 개별 물체와 배경으로 나누어 복원하는 틀",
        ),
    ]
)

HARD = RowsInMemory(
    [
        _row(
            "2412.00001",
            12,
            "대규모 언어 모델이 스스로 만들어 낸 추론 과정을 처음부터 끝까지 다시 검증하고 틀린 곳을 고치는 방법에 "
            "관한 체계적이고 포괄적인 연구, 그리고 그 한계와 앞으로의 과제에 대한 폭넓은 논의",
            "아주 긴 설명이 한 줄만 남은 자리에서 어떻게 잘리는지 보기 위한 문장으로, 끝까지 보이지 않아야 정상이다",
            date(2024, 12, 31),
        ),
        _row(
            "2512.00002",
            2,
            "Supercalifragilisticexpialidocious-and-then-some-unbreakable-identifier_without_spaces",
            "",
        ),
        _row("2512.00003", 3, "A Paper That Went Away", "글이 지워졌지만 메모가 남아 있는 논문", gone=True),
        _row("_posts/2025-07-01-note.md", 0, "긴 글: 논문이 없는 하루의 기록", "논문 대신 한 편의 글로 읽는 날"),
        _row("https://openreview.net/forum?id=x", 7, "Short", "짧은 제목과 짧은 설명"),
        PaperRow(PaperKey("title:x"), "Without a Date or Number", None, None, 0, "날짜도 번호도 없다"),
    ]
)

FOUND = RowsInMemory(
    [
        ResultRow(
            _row("2512.17909", 1, "Image Generation with Twice-Seen Encoders", ""),
            "…복원 손실을 도입해 이미지 생성 품질을 높이고, 같은 잠재 공간에서 이미지 편집과 생성을 함께 다룬다…",
            ((0, 16),),
            ((12, 18), (39, 42), (47, 49)),
        ),
        ResultRow(
            _row("2411.05001", 4, "Fast Drafts for Slow Painters", "", date(2024, 11, 5)),
            "…텍스트에서 이미지 생성까지 걸리는 시간을 절반으로…",
            (),
            ((7, 13),),
        ),
    ]
)

_MARKS = {
    "2512.17909": Signs(bookmarked=True, noted=True),
    "2512.14870": Signs(),
    "2512.16483": Signs(read=True),
    "2512.15586": Signs(bookmarked=True),
    "2512.00003": Signs(read=True, bookmarked=True, noted=True),
    "2412.00001": Signs(noted=True),
}


MARKED = {
    "2512.17909": Signs(bookmarked=True, noted=True, due=TODAY, labels=(("읽을 것", "blue"), ("실험 재현", "green"))),
    "2512.14870": Signs(noted=True, labels=(("아주 긴 이름을 가진 라벨 하나", "orange"), ("읽을 것", "blue"))),
    "2512.16483": Signs(read=True, due=DAY),
    "2512.15586": Signs(bookmarked=True, due=date(2026, 1, 15), labels=(("다시 생각해 볼 것", "purple"),)),
    "2512.17459": Signs(labels=tuple((f"라벨 {n}", "grey") for n in range(7))),
}
"""Marks of the papers of a day: labels, days to come back."""


def signs(key: PaperKey) -> Signs:
    """Marks for the papers above; read for any other."""
    return _MARKS.get(key, Signs(read=True))


def counts(days: int = 110) -> TreeCounts:
    """Counts for that many days up to 26 December 2025."""
    latest = date(2025, 12, 26)
    each = tuple((latest - timedelta(days=i), (i * 7) % 9 + 4) for i in range(0, days) if i % 7 not in {5, 6})
    tags = (("papers", 690), ("hugginface", 612), ("arxiv", 93), ("diffusion", 10))
    labels = (LabelCount("실험 재현", "green", 4), LabelCount("읽을 것", "blue", 31))
    return TreeCounts(717, 128, 24, 11, each, tags=tags, revisit=12, due=3, labels=labels)


FEW = TreeCounts(
    total=12_345,
    days=((date(2025, 12, 26), 7), (date(2025, 12, 22), 5), (date(2024, 11, 1), 1_234)),
    undated=3,
    tags=(("아주-길고-길어서-옆에-다-들어가지-않는-꼬리표", 10_000), ("arxiv", 1)),
)
