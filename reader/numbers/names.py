"""Whether two names mean one metric, and what a count counts: FID and rFID, "단어 오류율(WER)" and WER."""

import re
from functools import lru_cache

from reader.numbers.tables import in_order
from reader.numbers.terms import GENERIC

_WORD = re.compile(r"[^\s()\[\],·]+")
_HYPHEN = re.compile("(?<=[가-힣])-(?=[가-힣])")
_TAIL = re.compile(r"(?:@[\w\[\]., :]*|[-_ ]?\d+[kK]|(?<=[a-z])[-_]?\d+)$")
_SAME = {
    "accuracy": "정확도",
    "acc": "정확도",
    "정확성": "정확도",
    "정답률": "정확도",
    "precision": "정밀도",
    "recall": "재현율",
    "speed": "속도",
    "speedup": "속도",
    "latency": "지연",
    "지연시간": "지연",
    "throughput": "처리량",
    "memory": "메모리",
    "vram": "메모리",
    "perplexity": "ppl",
    "퍼플렉서티": "ppl",
    "당혹도": "ppl",
    "auc": "auroc",
    "roc-auc": "auroc",
    "params": "파라미터",
    "parameters": "파라미터",
    "parameter": "파라미터",
    "매개변수": "파라미터",
    "매개변수수": "파라미터",
    "tokens": "토큰",
    "token": "토큰",
    "images": "이미지",
    "image": "이미지",
    "비디오": "영상",
    "동영상": "영상",
    "videos": "영상",
    "samples": "샘플",
    "예제": "샘플",
    "사례": "샘플",
    "steps": "스텝",
    "step": "스텝",
    "단계": "스텝",
    "epochs": "에폭",
    "epoch": "에폭",
    "에포크": "에폭",
    "frames": "프레임",
    "문항": "문제",
    "질문": "문제",
    "성공율": "성공률",
    "miou": "iou",
}
PARAMETERS = "파라미터"
_NOT_MODELS = in_order(
    "토큰 샘플 이미지 영상 프레임 데이터 데이터셋 코퍼스 말뭉치 스텝 에폭 문제 쌍 단어 문장 문서 corpus dataset"
)
_THOUSANDS = frozenset({"K", "k"})  # 128K is a length


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """A word of a metric's name as it is compared: without the letter of a kin (rFID) and "@10"."""
    plain = _TAIL.sub("", word[:60]) or word
    if plain[:1].islower() and plain[1:3].isupper() and plain.isascii():
        plain = plain[1:]
    low = plain.casefold()
    return _SAME.get(low, low)


def keys(name: str) -> list[str]:
    """The words of a metric's name as they are compared, without those that say nothing (FID 점수)."""
    found = [key(word) for word in _WORD.findall(_HYPHEN.sub(" ", name))]
    telling = [word for word in found if word not in GENERIC]
    return telling or found


def means(wanted: str, name: str) -> bool:
    """Whether a metric's name has every word of the wanted one, in any order: "속도" is in "추론 속도"."""
    has = keys(name)
    return bool(has) and all(any(_ends(one, word) for one in has) for word in keys(wanted))


def _ends(one: str, word: str) -> bool:
    """Whether a word is another, or a Korean compound that ends in it or is its rate: 추론속도, 오류율."""
    return one == word or (not one.isascii() and (one.endswith(word) or one in (f"{word}율", f"{word}률")))


def counts_parameters(noun: str, unit: str, *, scaled_unit: bool) -> bool:
    """Whether a count is a model's size: 14억 파라미터, 7B 모델, 7B; not 50B 토큰."""
    said = keys(f"{noun} {unit}")
    if PARAMETERS in said:
        return True
    return scaled_unit and unit not in _THOUSANDS and not any(word.endswith(_NOT_MODELS) for word in said)


def spellings(word: str) -> list[str]:
    """The words that mean the same metric, folded: what a text with it has one of. Accuracy is 정확도 as well."""
    wanted = key(word)
    return sorted({wanted, *(other for other, same in _SAME.items() if same == wanted)})
