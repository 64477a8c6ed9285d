"""Papers to export, with what is hard about them."""

from datetime import UTC, date, datetime

from reader.base.links import ArxivId, paper_links
from reader.export.model import ExportedPaper, Quotation
from reader.posts.model import PaperKey, Points, Section, SectionKind

HARD_TITLES = (
    "x^2 & 50% of V_1: {Set} and #1",
    "역슬래시 \\alpha 와 한국어 ~ $5$",
    "<think>Reasoning</think> in <Parallel> Threads",
    "Emoji 😀👩‍🔬 and “quotes” ``ticks'' -- dashes --- ?`",
    "Unpaired } brace { here",
    '50% off_{n} @misc{x, = "y"}',
    "ㅎㅏㄴ decomposed 한글, 漢字, naïve Zürich",
    "--- a, b; [c](d) *e* |f| `g`",
)
NOTE = "# 생각\n\n- [ ] 다시 읽기 & 50%_x^2\n- [[2501.00002]]와 비교\n\nTY  - not a tag\n@misc{no, title={x}}"


def exported(
    title: str = "Folding Long Texts", arxiv: str | None = "2501.00001", link: str | None = None, **more: object
) -> ExportedPaper:
    """A paper as the joiner hands it over."""
    key = arxiv or link or f"title:{title}"
    usual = ExportedPaper(
        key=PaperKey(key),
        title=title,
        raw_title=title,
        arxiv_id=arxiv,
        links=paper_links(ArxivId(arxiv) if arxiv else None, link),
        day=date(2025, 1, 2),
        posts=("_posts/2025-01-02-papers.md",),
        tags=("papers", "llm"),
        sections=(
            Section(SectionKind.INTRODUCTION, "Introduction", "- Goal: 목표\n- Contribution: 기여"),
            Section(SectionKind.METHOD, "Method", "토큰을 `<두 번>` 접는 <Parallel> 방법."),
        ),
        points=Points(goal="목표", contribution="기여"),
    )
    return usual._replace(**more)  # type: ignore[arg-type]  # fields of ExportedPaper


def marked(title: str = "Folding Long Texts", arxiv: str | None = "2501.00001") -> ExportedPaper:
    """A paper with every mark there is."""
    return exported(
        title,
        arxiv,
        bookmarked=datetime(2025, 1, 3, 9, 30, tzinfo=UTC),
        read=datetime(2025, 1, 4, 9, 30, tzinfo=UTC),
        note=NOTE,
        labels=("읽을 것", "a, b"),
        revisit=date(2025, 2, 1),
        highlights=(Quotation("Method", "토큰을 <두 번> 접는\n방법", "green"),),
    )
