"""Posts for tests: real text of the real shapes, written for the project, and files of it."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

GOAL = "긴 글을 적은 메모리로 읽는 방법을 찾는 것이 목표이다."
MOTIVATION = "지금까지의 방법은 글이 길어질수록 느려졌다."
CONTRIBUTION = "읽은 것을 접어 두는 작은 모듈을 제안하였다."
SECTIONS = {
    "Introduction": f"- Goal: {GOAL}\n- Motivation: {MOTIVATION}\n- Contribution: {CONTRIBUTION}",
    "Method": "토큰을 두 번 나누어 접는다.",
    "Results": "정확도가 69.8%로 올랐다.",
    "Limitations": "짧은 글에서는 이득이 없다.",
    "Conclusion": "접어 읽기는 쓸모가 있다.",
}
METHOD_ONLY = {"Method": SECTIONS["Method"]}


def paper(
    number: int = 1,
    title: str = "Folding Long Texts",
    link: str | None = "https://arxiv.org/abs/2501.00001",
    sections: dict[str, str] | None = None,
    level: int = 1,
) -> str:
    """One paper in the usual shape; `link` None leaves the title bare."""
    heading = f"[{title}]({link})" if link else title
    parts = [f"{'#' * level} {number}. {heading}", ""]
    for name, text in (SECTIONS if sections is None else sections).items():
        parts += [f"## {name}", text, ""]
    return "\n".join(parts)


def post(papers: Iterable[str] = (), head: str | None = None, date: str = "2025-01-02 08:15:00") -> str:
    """A whole post; `head` is its front matter, the usual one where it is None."""
    usual = f'layout: post\ntitle: "Daily Papers"\ndate: {date}\ntags: [papers, llm]\ncategories: []'
    return f"---\n{usual if head is None else head}\n---\n\n\n" + "\n".join(papers)


def numbered(count: int, month: str = "2501", **wanted: object) -> list[str]:
    """Papers 1 … count with ids of their own."""
    return [
        paper(n, f"Paper Number {n} of {month}", f"https://arxiv.org/abs/{month}.{n:05d}", **wanted)  # type: ignore[arg-type]
        for n in range(1, count + 1)
    ]


def write_post(folder: Path, name: str, text: str) -> Path:
    """Write a post's file, with a modification time well in the past so that it is trusted."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    age(path)
    return path


def age(path: Path, seconds: int = 0) -> None:
    """Set a file's modification time to a fixed moment, `seconds` later."""
    moment = 1_750_000_000 + seconds
    os.utime(path, (moment, moment))


def words_of(texts: Sequence[str]) -> list[str]:
    """All words of some texts."""
    return " ".join(texts).split()
