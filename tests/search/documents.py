"""Documents for the tests of search: sentences written for the project, in the ways posts are written."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from reader.posts.model import PaperKey, SectionKind
from reader.search.index import Index
from reader.search.known import NOTHING_KNOWN, Known
from reader.search.model import Document
from reader.search.request import SearchRequest

# title, method, results, limitations
TEXTS = [
    (
        "PaperCrane: Folding Images",
        "이미지를 여러 번 접어 작은 격자로 만드는 모듈을 제안하였다.",
        "256×256 이미지에서 FID 3.41을 얻었다.",
        "큰 이미지의 처리는 여전히 어렵다.",
    ),
    (
        "Reading Aloud to Robots",
        "로봇의 동작을 음성으로 설명하고 강화학습으로 다듬는다.",
        "로봇은 12개의 과제를 더 빨리 끝냈다.",
        "실제 로봇에서의 검증은 부족하다.",
    ),
    (
        "FlashAttention on a Watch",
        "어텐션 계산을 시계에서 돌리기 위해 메모리를 줄였다.",
        "속도가 2.5배 빨라졌고 정확도는 69.8%였다.",
        "긴 문맥에서는 느리다.",
    ),
    (
        "Slow Attention Is Enough",
        "We compare with flash attention and self-attention; 강화 학습은 쓰지 않는다.",
        "정확도를 잃지 않고 비용을 낮췄다.",
        "전문가의 평가가 없다.",
    ),
    (
        "Diffusion Models Dream of Sheep",
        "확산 모델이 양을 그리도록 학습한다. 제로샷 설정이다.",
        "비디오 생성 모델보다 생성 속도가 빠르다.",
        "양이 아닌 동물에는 일반화가 어려운 한계가 있다.",
    ),
    (
        "Quiet Gaussian Splatting",
        "3D 재구성을 위해 점을 압축하였다.",
        "압축된 장면은 10,000개의 점만 쓴다.",
        "움직이는 장면은 재구성하지 못한다.",
    ),
    (
        "LoRA for Small Libraries",
        "적은 데이터로 언어모델을 미세 조정한다. Qwen2.5와 LLaMA를 썼다.",
        "AIME25에서 가장 높은 점수를 보였다.",
        "대규모 언어 모델에서는 비용이 높다.",
    ),
    (
        "Chain-of-Thought Without Words",
        "사고의 연쇄를 그림으로 바꾸는 방법이다.",
        "LLM 에이전트 벤치마크에서 효과를 확인했다.",
        "환각을 완전히 없애지는 못한다.",
    ),
    (
        "Vision-Language Models at Sea",
        "바다의 위성 영상을 설명하는 시각 언어 모델이다.",
        "정답과의 차이를 줄였으며 정보이며 지도인 자료를 함께 쓴다.",
        "밤에는 영상이 어두워 학습이 쉽지 않다.",
    ),
    (
        "A Web of Values",
        "웹사이트의 값을 모아 임계값을 정한다.",
        "웹에서 모은 값은 믿을 만하였다.",
        "값이 없는 웹 페이지가 많다.",
    ),
    (
        "Eyes That Listen",
        "눈의 움직임과 소리를 함께 학습하는 자기회귀 모델이다.",
        "눈은 소리보다 먼저 움직였다.",
        "차원이 크면 차이가 난다.",
    ),
    (
        "Hallucination in Night Trains",
        "열차 안내에서 생기는 환각을 다룬다. hallucination의 원인을 셋으로 나누었다.",
        "사용자에게 도움이 되었다.",
        "다른 언어에서는 결과가 달라졌다.",
    ),
    (
        "Mixture of Experts, Divided",
        "전문가를 나누어 부르는 자기 회귀 구조를 새롭게 만들었다.",
        "난이도가 낮은 문제에서 이득이 크다.",
        "난이도는 사람이 정했다.",
    ),
    (
        "Training Before Training",
        "사전 학습 전에 데이터를 고른다. pre-training 비용이 든다.",
        "사전학습의 손실이 줄어들었다.",
        "의료영상에는 쓰지 않았다.",
    ),
    (
        "The Medical Image Problem",
        "의료 영상의 초해상도를 다룬다. 보여주는 방식이 새로운 것이다.",
        "초 해상도 결과가 뛰어났다.",
        "기존보다 느렸다.",
    ),
    (
        "GPT-4o Reads Maps",
        "지도를 읽는 GPT-4o와 rStar2-Agent를 비교한다.",
        "gpt4o의 응답은 1,024개였다.",
        "지도의 일반화 성능이 낮다.",
    ),
]

# what queries are put together from, to try everything
QUERY_PIECES = [
    "이미지", "확산", "어려운", "전문가는", "값", "flash", "GPT-4o", "256x256", "2.5배", "difusion", "이밎", "임ㅈ",
    "이밎지", "큰",
    "OR", "AND", "-", '"', "(", ")", "*", ":", "..", "|", "한계:", "title:", "section:", "tag:", "date:", "newer:7일",
    "date:2025-10~", "note:", "label:x", "is:", "is:due", "arxiv:", "https://", "2501.00003",
]  # fmt: skip


def documents(copies: int = 1) -> Iterator[Document]:
    """The texts above as documents "0", "1" … of papers of their own, a day apart, the first the newest."""
    for number in range(copies * len(TEXTS)):
        title, method, results, limitations = TEXTS[number % len(TEXTS)]
        yield document(str(number), title, method, results, limitations, day=date(2025, 12, 26) - timedelta(number))


def document(
    name: str,
    title: str = "A Title",
    method: str = "",
    results: str = "",
    limitations: str = "",
    *,
    key: str | None = None,
    day: date | None = date(2025, 1, 2),
    tags: tuple[str, ...] = (),
) -> Document:
    """One document; its paper is its own unless `key` says otherwise."""
    sections = [
        (SectionKind.METHOD, method),
        (SectionKind.RESULTS, results),
        (SectionKind.LIMITATIONS, limitations),
    ]
    arxiv = f"2501.{int(name):05d}" if name.isdigit() else None
    filled = tuple((kind, text) for kind, text in sections if text)
    return Document(name, PaperKey(key or arxiv or name), arxiv, "post.md", 1, day, tags, title, filled)


def index_of(folder: Path, *added: Document) -> Index:
    """An index in a folder with these documents."""
    index = Index(folder)
    index.apply(add=added)
    return index


def names(index: Index, query: str, known: Known = NOTHING_KNOWN, **wanted: Any) -> list[str]:
    """The documents a query finds by all its words, best first."""
    return [hit.document for hit in index.find(SearchRequest(query, partial=False, **wanted), known).hits]
