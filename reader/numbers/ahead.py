"""What stands before a figure: "FID 2.31", "정확도가 … 61%", "오차(ATE)를 4.2cm", "데이터의 5%".

Comes in: the items of a sentence and the place of a figure. Goes out: the metric before it, and how it stands there.
The look goes a few items far and stops at verbs, marks and other figures.
"""

from typing import NamedTuple

from reader.numbers.figures import Figure
from reader.numbers.items import Item
from reader.numbers.phrases import COMPARING, ELSEWHERE, ENDS_PHRASE, NO_METRIC, beginning, is_metric
from reader.numbers.tables import in_order, listed
from reader.numbers.terms import PASSED_OVER, PROCESSES, is_benchmark_name, is_model_name
from reader.numbers.units import CLOCKS, COUNTERS, LATIN_SCALES

_FAR = 9
_THROUGH = listed(": = < > ≥ ≤ + | “ ‘ -") | {'"'}
_CLOSING = in_order("하는 되는 시키는 한 된 시킨")
_SETTINGS = listed("학습률 온도 임계값 가중치 시드 드롭아웃")
_AMOUNTS = listed("데이터 샘플 표본 라벨 문서 이미지 프레임 입력 출력 음성 영상 비디오 오디오")
_NOT_EACH = listed("해당 담당 상당 정당 식당 부당 합당 일당 전당")
_CARRIED = frozenset({"은", "는", "이", "가", "을", "를"})
_TOPIC = frozenset({"은", "는"})
_OBJECT = frozenset({"을", "를"})


class Ahead(NamedTuple):
    """What stands before a figure. `how` it stands there:

    beside  FID 2.3               of    데이터의 5%
    marked  정확도가 61%           in    정확도(61%)
    said    정확도가 기존 대비 61%
    """

    first: int = -1  # items of the metric, or -1
    last: int = -1
    how: str = ""
    known: bool = False  # the metric has the name or shape of one
    change: str = ""  # 하락 in "정확도 하락은 0.6%p에 불과"


def ahead(items: list[Item], at: int) -> Ahead:
    """The metric before the figure at `at`."""
    figure = items[at].figure
    return _Look(items, at, figure).back() if figure is not None else Ahead()


def _is_each(item: Item) -> bool:
    """질의당, 장면당: for each of what the word says, which is not what is measured."""
    return item.kind == "noun" and item.text.endswith("당") and item.text not in _NOT_EACH and not item.particle


class _Look:
    """The look back from a figure, item by item."""

    def __init__(self, items: list[Item], at: int, figure: Figure) -> None:
        self.items, self.at, self.figure = items, at, figure
        self.how = "beside"
        self.others = False  # a subject or a clause of its own was passed: only a topic can still be the metric

    def back(self) -> Ahead:
        for here in range(self.at - 1, max(-1, self.at - 1 - _FAR), -1):
            item = self.items[here]
            if item.kind in {"verb", "verb of change"}:
                break
            found = self._mark(here) if item.kind in {"mark", "figure"} else self._word(here)
            if found is not None:
                return found
        return Ahead()

    def _mark(self, here: int) -> Ahead | None:
        """What a mark or another figure means for the look; None where it goes on."""
        item, following = self.items[here], self.items[here + 1]
        if item.kind == "figure":
            if following.text != "기준" and following.kind != "change of" and item.particle not in {"에서", "부터"}:
                return Ahead()
            self.how = "said"
            return None
        if item.text in _THROUGH:
            return None
        if item.text in {"(", "["} and self.how == "beside":
            self.how = "in"
            return None
        if item.text == "(" and self.how == "said" and here and is_metric(self.items[here - 1]):
            return Ahead(beginning(self.items, here - 1), here - 1, "in", known=True)
        return self._bracketed(here) if item.text == ")" and self.how != "in" else Ahead()

    def _word(self, here: int) -> Ahead | None:
        item = self.items[here]
        carried = item.particle in _CARRIED or (not item.particle and self.how == "beside")
        if item.kind == "change" and carried and self._is_named(here - 1):
            return Ahead(beginning(self.items, here - 1), here - 1, "said", known=True, change=item.text)
        if item.kind in {"modifier", "change of"} and item.text not in PASSED_OVER:
            self.others |= item.text.endswith(_CLOSING)
        if _is_each(item):
            return None
        if item.kind in {"modifier", "code", "ordinal"} and not item.particle:
            if self.how == "beside" and item.kind == "modifier" and item.text not in PASSED_OVER:
                self.how = "said"
            return None
        found = self._named(here)
        if found is not None and not (self.others and found.how == "said" and item.particle not in _TOPIC):
            return found
        if self.how == "in":
            return Ahead()
        self.others |= item.particle in {"은", "는", "이", "가"}
        self.how = "said"
        return None

    def _is_named(self, here: int) -> bool:
        """Whether a metric without a particle stands here, as in "정확도 하락은"."""
        if here < 0:
            return False
        item = self.items[here]
        return item.kind in {"noun", "name"} and not item.particle and is_metric(item)

    def _named(self, here: int) -> Ahead | None:
        """The metric that ends here, or None where the word is none."""
        item = self.items[here]
        if item.text == "기준" and self._is_named(here - 1):
            return Ahead(beginning(self.items, here - 1), here - 1, "said", known=True)
        if not item.particle:
            return self._beside(here)
        if item.particle == "의":
            if self.how != "said" and is_metric(item):
                return Ahead(beginning(self.items, here), here, "of", known=True)
            usable = self.how != "said" and item.kind == "noun" and item.text not in NO_METRIC
            return self._topic_before(here) or Ahead(beginning(self.items, here), here, "of") if usable else None
        return self._marked(here)

    def _topic_before(self, here: int) -> Ahead | None:
        """The metric in "정확도는 원본의 99.1%": it stands right before what the figure is a part of."""
        topic = self.items[here - 1] if here else None
        if topic is None or topic.particle not in _TOPIC or not is_metric(topic):
            return None
        return Ahead(beginning(self.items, here - 1), here - 1, "said", known=True)

    def _beside(self, here: int) -> Ahead | None:
        item = self.items[here]
        if self.how == "said" or item.kind not in {"name", "noun"} or item.text in ENDS_PHRASE | NO_METRIC:
            return None
        if item.text.endswith(COMPARING + ELSEWHERE):
            return None
        known = is_metric(item) or (item.kind == "name" and is_benchmark_name(item.text))
        if self.how == "beside" and not known and not self._may_be_valued(here):
            return None
        return Ahead(beginning(self.items, here), here, self.how, known)

    def _marked(self, here: int) -> Ahead | None:
        item = self.items[here]
        topic = self.how == "beside" and item.particle in _TOPIC
        moved = self.figure.before is not None and item.text.isupper() and not is_model_name(item.text)
        known = is_metric(item) or (topic and self._is_score() and is_benchmark_name(item.text))
        known |= item.kind == "name" and moved and item.particle in _CARRIED  # ANLS가 86.2에서 90.5로
        marked = self.how == "beside" and not topic
        if item.particle == "에서":
            fits = item.kind == "noun" and self.how == "beside" and self.figure.unit in {"", "%", "점"}
        else:
            fits = item.particle in _CARRIED or item.particle in {"도", "만"}
        any_noun = marked and item.kind == "noun" and (item.particle in _OBJECT or item.text in _AMOUNTS)
        if not fits or not (known or (any_noun and (item.text not in NO_METRIC or item.text == "결과"))):
            return None
        return Ahead(beginning(self.items, here), here, "marked" if marked else "said", known)

    def _is_score(self) -> bool:
        """Whether the figure can be what a benchmark's name gives: LiveCodeBench는 51.8→57.4."""
        figure = self.figure
        return figure.unit in {"", "%", "점"} and (figure.decimals > 0 or figure.before is not None)

    def _may_be_valued(self, here: int) -> bool:
        """Whether a word that is no known metric can be what the figure behind it is the value of."""
        item, figure, following = self.items[here], self.figure, self.items[here + 1]
        if figure.unit in COUNTERS or figure.unit in LATIN_SCALES or figure.scaled:
            return True
        if item.text in _AMOUNTS and figure.unit in CLOCKS:
            return True
        if item.text in PROCESSES and (figure.unit in CLOCKS or figure.unit.casefold() == "fps"):
            return True
        if item.kind == "name":
            told = following.text == "=" or (following.text == ":" and figure.decimals > 0)
            score = figure.unit != "" or (figure.decimals > 0 and not 1 <= figure.value < 10)
            fits = (told and len(item.text) > 2) or (score and item.text.isupper()) or figure.decimals > 1
            return fits and not is_model_name(item.text)
        only = here + 1 == self.at and following.particle.startswith("만") and figure.unit == "%"
        return only or (figure.decimals > 1 and item.text not in _SETTINGS)

    def _is_abbreviation(self, item: Item) -> bool:
        """실시간 계수(RTF) 0.13: a metric, or capitals in brackets that only introduce a number."""
        told = self.how == "beside" and (self.figure.unit != "" or self.figure.decimals > 1)
        return is_metric(item) or (
            told and item.kind == "name" and item.text.isupper() and not is_model_name(item.text)
        )

    def _bracketed(self, close: int) -> Ahead:
        """궤적 오차(ATE)를 4.2cm: the noun before the brackets, with them."""
        items, particle = self.items, self.items[close].particle
        for start in range(close - 1, max(close - 6, 0), -1):
            if items[start].text != "(":
                continue
            head = items[start - 1]
            known = is_metric(head) or (start + 2 == close and self._is_abbreviation(items[start + 1]))
            if head.kind not in {"noun", "name"} or head.particle or not (known or particle in _OBJECT):
                return Ahead()
            marked = self.how == "beside" and particle not in _TOPIC | {""}
            return Ahead(beginning(items, start - 1), close, "marked" if marked else "said", known)
        return Ahead()
