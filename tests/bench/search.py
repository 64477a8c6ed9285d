"""What search costs, beside SQLite FTS5 with the same tokens and a plain scan in Python, in the same run.

    dev.py bench search [--papers 1000 10000] [--runs 3] [--keep FOLDER] [--cpu]

For each size: building, size on disk, opening, a day of ten papers added, memory, how soon a cancelled search returns,
and p50, p95 and p99 of all queries by class. "first" is the first time a query is asked of an index just opened,
"again" the second. Of every query the median of the runs counts. Goals: docs/performance.md.
"""

import argparse
import gc
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reader.library.appearances import papers_of
from reader.posts.parse import parse
from reader.posts.plain import plain_text
from reader.search.index import Index
from reader.search.known import Known
from reader.search.match.matcher import Cancelled
from reader.search.model import Document
from reader.search.request import SearchRequest
from reader.services.concepts import shipped_concepts, shipped_phrases
from tests.bench.libraries import make_posts
from tests.bench.rivals import Fts5, Scan, folder_size, timed, understood

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "search" / "queries.json"

OWN = {
    "particle": ["이미지에서", "정확도가", "전문가", "데이터로", "모델을", "사용자의"],
    "compound": ["사전학습", "강화 학습", "자기 회귀", "초해상도", "의료 영상", "언어 모델"],
    "verb": ["제안한", "압축하는", "어렵다", "빠른", "높다", "만든다", "달라진", "다르다"],
    "english": ["flash attention", "lora", "diffusion model", "vision language", "rStar2-Agent", "GPT-4o"],
    "one": ["값", "웹", "눈", "점"],
    "section": [
        "한계:일반화",
        "방법:어텐션",
        "결과:정확도",
        "한계:(긴 문맥)",
        "title:diffusion",
        "section:results FID",
    ],
    "phrase": ['"언어 모델"', '"강화 학습"', '"chain of thought"', '"이미지 생성"'],
    "filter": ["모델 -비디오", "확산 OR 로봇", "모델 date:2025-10", "데이터 after:2025-06", "제안*", "diffus*"],
    "several": ["대규모 언어 모델 추론", "이미지 생성 모델 속도", "강화 학습 로봇 정책", "비디오 이해 벤치마크 데이터"],
}
KNOWN = Known(concepts=shipped_concepts())
QUESTIONS = [
    "흐린 사진을 선명하게 만드는 방법",
    "작은 모델이 큰 모델보다 추론을 잘하는 이유",
    "long videos without training a new model",
    "로봇이 물건을 집는 데 쓰는 데이터를 줄이려면",
    "flash atention for watches",
    "언어 모델이 모르는 것을 모른다고 말하게 하는 학습",
]
TYPED = ["이미지 생성", "강화학습", "diffusion model", "언어 모델 추론", "데이터 증강", "gaussian splatting", "어려운"]


@dataclass(frozen=True)
class Asked:
    """One query and where it belongs."""

    kind: str
    query: str
    typing: bool = False


def questions() -> list[Asked]:
    """The queries: the shared ones where they are there, our own, and every state of some while they are typed."""
    asked = []
    if SHARED.exists():
        asked = [Asked(q["category"], q["query"]) for q in json.loads(SHARED.read_text(encoding="utf-8"))]
    asked += [Asked(kind, query) for kind, some in OWN.items() for query in some]
    asked += [Asked("some", query) for query in QUESTIONS]
    asked += [Asked("typing", text[:n], True) for text in TYPED for n in range(1, len(text) + 1) if text[n - 1] != " "]
    return asked


def _request(asked: Asked) -> SearchRequest:
    """What the window asks first; of a question the papers with some of its words as well."""
    return SearchRequest(asked.query, 50, as_you_type=asked.typing, partial=asked.kind == "some")


def read_documents(folder: Path) -> Iterator[Document]:
    """Every appearance of a folder of posts, as the sync would index it."""
    number = 0
    for path in sorted(folder.rglob("*.md")):
        post = parse(path.read_bytes(), path.name)
        for paper in papers_of(post):
            number += 1
            yield Document(
                id=str(number),
                key=paper.key,
                arxiv_id=paper.arxiv_id,
                post=post.name,
                number=paper.number,
                day=post.day,
                tags=post.tags,
                title=paper.title,
                sections=tuple((s.kind, plain_text(s.markdown)) for s in paper.sections),
            )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="where posts and indexes stay, to be used again")
    parser.add_argument(
        "--cpu", action="store_true", help="the processor's time: where other work takes turns with this"
    )
    parser.add_argument("--memory", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.memory:
        print(_memory(given.memory))
        return
    with tempfile.TemporaryDirectory() as scratch:
        for papers in given.papers:
            clock = time.process_time if given.cpu else time.perf_counter
            measure(given.keep or Path(scratch), papers, given.runs, clock)


Timed = Callable[[Callable[[], object]], float]


def measure(folder: Path, papers: int, runs: int, clock: Callable[[], float]) -> None:
    """Everything, at one size."""
    watch = partial(timed, clock=clock)
    print(f"\n{papers} papers", flush=True)
    posts = folder / f"posts-{papers}"
    if not posts.exists():
        make_posts(posts, papers)
    documents = list(read_documents(posts))
    ours, rival = folder / f"index-{papers}", folder / f"fts5-{papers}.db"
    if not ours.exists() or not rival.exists():
        build(ours, rival, documents, runs if papers <= 10_000 else 1, watch)
    print(f"  size        {folder_size(ours) / 1e6:8.1f} MB     FTS5 {rival.stat().st_size / 1e6:8.1f} MB")
    opening(ours, watch)
    answers(ours, rival, documents, runs, watch)
    cancelling(ours)
    adding(ours, documents, clock)
    print(f"  memory      {_child_memory(ours)}", flush=True)


def build(ours: Path, rival: Path, documents: list[Document], runs: int, timed: Timed) -> None:
    mine, theirs = [], []
    for _ in range(runs):
        shutil.rmtree(ours, ignore_errors=True)
        rival.unlink(missing_ok=True)
        gc.collect()
        with Index(ours) as index:
            mine.append(timed(partial(index.apply, add=documents, phrases=shipped_phrases())))
        table = Fts5(rival)
        theirs.append(timed(partial(table.build, documents)))
        table.close()
    mine_s, theirs_s = statistics.median(mine) / 1000, statistics.median(theirs) / 1000
    print(f"  build       {mine_s:8.1f} s      FTS5 {theirs_s:8.1f} s      ratio {mine_s / theirs_s:.2f}   (goal 3)")


def opening(ours: Path, timed: Timed) -> None:
    times = []
    for _ in range(15):
        with Index(ours) as index:
            times.append(timed(index._current))
    print(f"  opening     {statistics.median(times):8.1f} ms     (goal 10)")


def answers(ours: Path, rival: Path, documents: list[Document], runs: int, timed: Timed) -> None:
    """p50, p95 and p99 of every class of query, of ours and the others."""
    asked = questions()
    with Index(ours) as index:
        known = [understood(index, q.query, as_you_type=q.typing) if q.kind != "some" else ("", []) for q in asked]
    scan = Scan(documents)
    gc.collect()
    gc.freeze()  # the scan's texts are no part of a search
    first, again, fts, plain = ([list[float]() for _ in asked] for _ in range(4))
    for _ in range(runs):
        gc.collect()
        table = Fts5(rival)
        with Index(ours) as index:
            index._current()
            for n, (q, (match, _)) in enumerate(zip(asked, known, strict=True)):
                first[n].append(timed(partial(index.find, _request(q), KNOWN)))
                if match:  # at once, so that both have the machine as it is in that moment
                    fts[n].append(timed(partial(table.ask, match)))
            for n, q in enumerate(asked):
                again[n].append(timed(partial(index.find, _request(q), KNOWN)))
        table.close()
        for n, (_, patterns) in enumerate(known):
            plain[n].append(timed(partial(scan.ask, patterns)))
    columns = {"first": first, "again": again, "FTS5": fts, "scan": plain}
    print(f"  {'ms':12}" + "".join(f"{name:>24}" for name in columns))
    print(f"  {'':12}" + f"{'p50':>10}{'p95':>7}{'p99':>7}" * len(columns))
    for kind in [*dict.fromkeys(q.kind for q in asked), "all"]:  # all: but those for some words
        line = f"  {kind:12}"
        for times in columns.values():
            values = [
                statistics.median(t)
                for q, t in zip(asked, times, strict=True)
                if t and (kind == q.kind or (kind == "all" and q.kind != "some"))
            ]
            line += "".join(f"{quantile(values, p):{w}.1f}" for p, w in ((0.5, 10), (0.95, 7), (0.99, 7)))
        print(line)
    slowest = sorted(((statistics.median(t), q.query) for q, t in zip(asked, first, strict=True)), reverse=True)[:8]
    print("  slowest     " + " · ".join(f"{query} {ms:.0f}" for ms, query in slowest), flush=True)


def cancelling(ours: Path) -> None:
    """How long after a search is not wanted any more it lets go, at random moments of the slowest queries."""
    queries = [
        "대규모 언어 모델 추론",
        "한계:일반화",
        "이미지 생성 모델 속도",
        "a",
        "이",
        "학습하는 데이터를 압축하여 처리한다",
    ]
    chance, late = random.Random(1), []
    for n in range(120):
        with Index(ours) as index:
            index._current()
            stop = threading.Event()
            said: list[float] = []

            def say(stop: threading.Event = stop, said: list[float] = said) -> None:
                said.append(time.perf_counter())
                stop.set()

            clock = threading.Timer(chance.uniform(0, 0.03), say)
            clock.start()
            try:
                asked = SearchRequest(queries[n % len(queries)], as_you_type=n % 2 == 0)
                index.find(asked, Known(cancelled=stop.is_set))
            except Cancelled:
                late.append((time.perf_counter() - said[0]) * 1000)
            clock.cancel()
    if late:
        print(
            f"  cancelling  {statistics.median(late):8.1f} ms     p95 {quantile(late, 0.95):.1f}, most {max(late):.1f}"
        )
        print(f"              of {len(late)} searches (goal 20)")


def adding(ours: Path, documents: list[Document], clock: Callable[[], float]) -> None:
    """A post of ten papers: how long until it is found, each to an index grown by those before."""
    with tempfile.TemporaryDirectory() as scratch:
        grown = Path(scratch) / "index"
        shutil.copytree(ours, grown)
        times: list[float] = []
        with Index(grown) as index, Index(grown) as window:
            window.find(SearchRequest("모델", 50))
            for day in range(40):
                ten = [d._replace(id=f"new-{day}-{n}") for n, d in enumerate(documents[:10])]

                begin = clock()

                def committed(_: int, begin: float = begin) -> None:
                    window.find(SearchRequest("모델", 50))
                    times.append((clock() - begin) * 1000)

                index.apply(add=ten, progress=committed)
    print(f"  ten papers  {statistics.median(times):8.1f} ms     p95 {quantile(times, 0.95):.1f}     (goal 1000)")


def _child_memory(ours: Path) -> str:
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.search", "--memory", ours.resolve()]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return said.stdout.strip()


def _memory(ours: Path) -> str:
    """What opening and all queries add to a process that has imported everything."""
    gc.collect()
    before = _resident()
    with Index(ours) as index:
        index._current()
        opened = _resident()
        for q in questions():
            index.find(_request(q), KNOWN)
        return f"{_resident() - before:8.1f} MB     of which opening {opened - before:.1f} (goal 20)"


def _resident() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def quantile(values: list[float], part: float) -> float:
    """The value below which a part of all values lies."""
    return sorted(values)[min(int(len(values) * part), len(values) - 1)] if values else float("nan")


if __name__ == "__main__":
    main()
