"""What is found, compared with a truth that knows no tokenizer: regular expressions over the texts.

First over sentences written for the project; then, where ../shared is there, its own queries over its posts. Guards
against rules that fit one list: the queries here are of the same kinds as those and share none with them.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest

from reader.posts.model import PaperKey, SectionKind
from reader.search.analysis.fold import fold
from reader.search.index import Index
from reader.search.known import Known
from reader.search.model import Document
from reader.search.request import SearchRequest
from reader.services.concepts import shipped_concepts
from tests.search.documents import document, documents, names

SHARED = Path(__file__).parents[2].parent / "shared"
LATIN = r"(?<![a-z0-9])"

# query, and what a text has to match to be relevant
QUERIES = [
    # nouns, with and without particles
    ("이미지에서", ["이미지"]), ("로봇은", ["로봇"]), ("정확도가", ["정확도"]), ("난이도는", ["난이도"]),
    ("전문가", ["전문가"]), ("데이터로", ["데이터"]),
    ("사용자의", ["사용자"]), ("모델을", ["모델"]), ("환각은", ["환각"]),
    ("문제에서는", ["문제"]), ("지도를", ["지도"]),
    ("일반화", ["일반화"]), ("메모리와", ["메모리"]), ("비용이", ["비용"]),
    # compounds, in one word or several
    ("사전학습", [r"사전\s*학습"]), ("강화 학습", [r"강화\s*학습"]), ("자기 회귀", [r"자기\s*회귀"]),
    ("자기회귀", [r"자기\s*회귀"]), ("초해상도", [r"초\s*해상도"]), ("의료 영상", [r"의료\s*영상"]),
    ("미세조정", [r"미세\s*조정"]), ("언어 모델", [r"언어\s*모델"]),
    ("긴문맥", [r"긴\s*문맥"]), ("제로 샷", [r"제로\s*샷"]),
    ("시각언어", [r"시각\s*언어"]), ("위성영상", [r"위성\s*영상"]),
    # verbs and adjectives
    ("제안한", ["제안"]), ("압축하는", ["압축"]),
    ("학습되었다", ["학습"]), ("확인하고", ["확인"]), ("처리하여", ["처리"]),
    ("어렵다", ["어(렵|려(운|움|워|웠))"]), ("쉬운", ["쉽|쉬(운|움|워)"]), ("빠른", ["(빠르|빠른|빨라|빨랐|빨리)"]),
    ("느렸다", ["느(리|린|려|렸)"]), ("줄인", ["줄(이|인|일|여|였)"]), ("낮춰", ["낮(추|춘|춰|췄)"]),
    ("높다", ["높(은|다|고|게|아|았)"]), ("만든다", ["만(들|드는|든)"]), ("달라진", ["달라(지|진|졌)"]),
    ("새롭다", ["새(롭|로운|로워)"]),
    ("다루는", ["다(루|룬|뤄|뤘)"]), ("보인다", ["(?<![가-힣])보(이|인|여|였)(?!주)"]),
    ("움직인다", ["움직(이|인|여|였|임)"]), ("다르다", ["(?<![가-힣])(다르|다른|달라)"]),
    # English
    ("flash attention", [r"flash[\s-]?attention"]), ("flashattention", [r"flash[\s-]?attention"]),
    ("self attention", [r"self[\s-]attention"]), ("lora", [LATIN + r"loras?(?![a-z])"]),
    ("gaussian splatting", [r"gaussian[\s-]splatting"]), ("diffusion model", [r"diffusion[\s-]models?"]),
    ("vision language", [r"vision[\s-]language"]), ("chain of thought", [r"chain[\s-]of[\s-]thought"]),
    ("mixture of expert", [r"mixture[\s-]of[\s-]experts?"]),
    ("qwen", [LATIN + "qwen"]), ("eye", [LATIN + "eyes?(?![a-z])"]),
    # hyphens and numbers
    ("GPT-4o", [r"gpt[\s-]?4o"]), ("gpt4o", [r"gpt[\s-]?4o"]), ("rStar2-Agent", [r"rstar2[\s-]agent"]),
    ("pretraining", [r"pre[\s-]?training"]), ("256x256", [r"256\s*x\s*256"]), ("69.8", [r"(?<![\d.])69\.8(?!\d)"]),
    ("10,000", ["10,?000"]), ("1024", ["1,?024"]), ("AIME25", ["aime-?25"]), ("2.5배", [r"(?<![\d.])2\.5배"]),
    # one syllable
    ("값", ["값"]), ("웹", ["웹"]),
    ("눈", ["(?<![가-힣])눈"]), ("점", [r"(?<![가-힣])점(?!수)"]), ("양이", ["(?<![가-힣])양(?![^이을의 ])"]),
    # slips
    ("halucination", ["hallucination"]), ("difusion", ["diffusion"]),
    ("splating", ["splatting"]), ("attnetion", ["attention"]),
    ("이밎지", ["이미지"]), ("메머리", ["메모리"]), ("벤치마킈", ["벤치마크"]), ("어탠션", ["어텐션"]),
    ("일반홰", ["일반화"]),
    # several words
    ("비디오 생성", ["비디오", "생성"]),
    ("로봇 검증", ["로봇", "검증"]), ("LLM 벤치마크", [LATIN + "llms?(?![a-z])", "벤치마크"]),
    ("3D 장면", [LATIN + "3d(?![a-z0-9])", "장면"]), ("어텐션 속도", ["어텐션", "속도"]),
]  # fmt: skip


def relevant(rule: list[str], text: Document) -> bool:
    whole = fold("\n".join([text.title, *(section for _, section in text.sections)]))
    return all(re.search(pattern, whole) for pattern in rule)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index(tmp_path_factory.mktemp("library")) as index:
        index.apply(add=documents())
        yield index


@pytest.mark.parametrize(("query", "rule"), QUERIES)
def test_a_query_finds_what_is_relevant(library: Index, query: str, rule: list[str]) -> None:
    truth = {text.id for text in documents() if relevant(rule, text)}
    assert truth, "a query without a relevant text tests nothing"
    assert truth - set(names(library, query)) == set()


def test_little_else_is_found(library: Index) -> None:
    precisions = []
    for query, rule in QUERIES:
        found = names(library, query)
        truth = {text.id for text in documents() if relevant(rule, text)}
        precisions.append(len(truth & set(found)) / len(found))
    assert mean(precisions) >= 0.95


def test_a_paper_with_the_words_in_its_title_comes_first(library: Index) -> None:
    assert names(library, "gaussian splatting")[0] == "5"
    assert names(library, "attention")[0] in ("2", "3")


def test_words_side_by_side_come_before_words_apart(library: Index) -> None:
    assert names(library, "비디오 생성 모델")[0] == "4"


def test_a_fixed_term_leaves_out_texts_that_have_its_words_apart(index: Index) -> None:
    index.apply(add=[document("1", "강화학습"), document("2", "강화 학습"), document("3", "강화된 모델의 학습")])
    found = index.find(SearchRequest("강화 학습", partial=False))
    assert {hit.document for hit in found.hits} == {"1", "2"}
    assert found.apart == 1
    assert len(names(index, "강화 AND 학습")) == 3


# The shared queries, measured as ../shared/search/eval.py does


def _shared_documents(appearances: Iterator[tuple[str, str, dict[str, str]]]) -> Iterator[Document]:
    for number, (key, title, sections) in enumerate(appearances):
        parts = tuple((_kind(name), text) for name, text in sections.items())
        arxiv = key if re.fullmatch(r"\d{4}\.\d{4,5}", key) else None
        yield Document(str(number), PaperKey(key), arxiv, "", 1, None, (), title, parts)


def _kind(name: str) -> SectionKind:
    return SectionKind(name) if name in list(SectionKind) else SectionKind.OTHER


@pytest.mark.skipif(not (SHARED / "search" / "eval.py").exists(), reason="the shared queries are not here")
def test_the_shared_queries_reach_their_goals(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SHARED / "search"))
    monkeypatch.delitem(sys.modules, "eval", raising=False)
    import eval as judge

    papers = list(judge.appearances(SHARED / "corpus" / "blog"))
    index.apply(add=_shared_documents(iter(papers)))
    known = Known(concepts=shipped_concepts())
    figures: dict[str, list[dict[str, float]]] = {}
    for wanted in json.loads((SHARED / "search" / "queries.json").read_text(encoding="utf-8")):
        rule = wanted["rule"]
        truth: dict[str, int] = {}
        for key, title, sections in papers:
            gain = 3 if key in rule.get("ids", ()) else judge.gain(rule, title, sections)
            if gain:
                truth[key] = max(gain, truth.get(key, 0))
        if truth:
            hits = index.find(SearchRequest(wanted["query"], partial=False), known).hits
            figure = judge.measure(truth, [str(hit.key) for hit in hits])
            literal = [str(hit.key) for hit in hits if hit.tier == "all"]  # the rules of truth know no equivalents
            figure["precision"] = judge.measure(truth, literal)["precision"] if literal else figure["precision"]
            figures.setdefault(wanted["category"], []).append(figure)
    all_of_them = [one for some in figures.values() for one in some]
    assert mean(one["recall"] for one in all_of_them) >= 0.99
    assert mean(one["precision"] for one in all_of_them) >= 0.95
    assert mean(one["ndcg@10"] for one in all_of_them) >= 0.95
    assert {name for name, some in figures.items() if mean(one["recall"] for one in some) < 0.95} == set()
