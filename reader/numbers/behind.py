"""What stands behind a figure: "97.4% 성공률", "12%의 정확도 향상", "2.5배 낮은 지연 시간", "11% 감소했으며".

Comes in: the items of a sentence and the place of a figure. Goes out: the metric behind it, and the word of change. The
look goes a few items far and stops at verbs, marks and other figures.
"""

import re
from typing import NamedTuple

from reader.numbers.items import Item
from reader.numbers.phrases import CHANGES, COMPARING, ENDS_PHRASE, JOINERS, JOINING_MARKS, is_hyphened, is_metric
from reader.numbers.tables import in_order, listed
from reader.numbers.terms import is_benchmark_name
from reader.numbers.units import COUNTERS, LATIN_SCALES
from reader.numbers.words import compound

_ATTRIBUTIVE = frozenset({"", "의", "이라는", "라는", "짜리", "만의", "간", "인"})
_OBJECT = listed("을 를 이 가 만 만을 만이 도 은 는 까지 씩 나 이나 까지도 만에 만큼")
_REACHING = listed(
    """
    달하는 이르는 넘는 가까운 해당하는 육박하는 불과한 그친 달한 이른 머무는 그치는 못하는 상당하는 웃도는 상회하는
    """
)
_SURPASS = re.compile(r"앞|능가|상회|웃도|웃돌|뛰어넘|넘어서|초과|하회|밑도|밑돌")
_SIZES = listed("규모 급 수준 크기 이상 이하 상당")
_LOST = listed("손실 하락폭 상승폭")
_PRESENT = in_order("하는 되는 시키는 이는 추는 리는")
_RESULT = in_order("된 한 시킨")
_NONE = in_order("없 미미 무의미")
_FAR = 9
_WORDS = 6


class Behind(NamedTuple):
    """What stands behind a figure."""

    first: int = -1  # items of the metric, or -1
    last: int = -1
    change: str = ""  # the word of change, as the text writes it
    known: bool = False  # the metric has the name or shape of one
    end: int = -1  # the last noun, which may stand behind the metric
    joined: bool = False  # another figure follows in a list and speaks for this one, if it has a metric
    through: int = -1  # the figure that stands between this one and its metric: "1.1%p 높은 50.8% 정확도"
    present: bool = False  # the word of change is 감소하는 or the like, whose subject stands before it
    turned: bool = False  # the figure carries 로 or 까지: it is what something became


def behind(items: list[Item], at: int) -> Behind:
    """The metric and the change behind the figure at `at`."""
    here = past_brackets(items, at + 1)
    particle = items[at].particle or (items[here - 1].particle if here > at + 1 else "")
    following = items[here].text if here < len(items) else ""
    if particle in JOINERS or (following in JOINING_MARKS and not particle):
        return Behind(joined=True)
    described = particle in {"의", "이라는", "라는"}
    if following in _REACHING:
        described, particle, here = True, "의", here + 1
    if particle in _ATTRIBUTIVE:
        return _Phrase(items, here, described).read()
    if particle in {"까지", "만"}:
        found = _Phrase(items, here, described=False).read()
        if found.change:
            return found
    if particle in _OBJECT:
        return Behind(change=_change_at(items, here), turned=particle == "까지")
    return Behind(turned=particle in {"로", "으로"})


def past_brackets(items: list[Item], here: int) -> int:
    """Past a short remark in brackets: 3.4%(7B) 및."""
    if here < len(items) and items[here].text == "(":
        for end in range(here + 1, min(here + 6, len(items))):
            if items[end].text == ")":
                return end + 1
    return here


def _change_at(items: list[Item], here: int) -> str:
    """The word of change at `here`, behind words like 더 and 상대적으로."""
    for at, item in enumerate(items[here : here + 3], here):
        if item.kind in CHANGES:
            return "" if _is_denied(items, at) else item.text
        if item.kind != "modifier":
            break
    return ""


def _is_denied(items: list[Item], at: int) -> bool:
    """차이가 없다 says no change."""
    return items[at].kind == "change" and at + 1 < len(items) and items[at + 1].text.startswith(_NONE)


def _verb_of_change(items: list[Item], here: int) -> str:
    """What happens to a metric that carries 을 or 이; being surpassed is nothing that happens to it."""
    for item in items[here : here + 3]:
        if _SURPASS.match(item.text):
            break
        if item.kind in {"verb of change", "change"} or (item.kind == "change of" and item.text.endswith(_RESULT)):
            return item.text
        if item.kind != "modifier":
            break
    return ""


def _counts(items: list[Item], here: int) -> bool:
    """Whether the figure before `here` counts things."""
    for item in reversed(items[max(0, here - 8) : here]):
        if item.figure is not None:
            return item.figure.unit in COUNTERS or item.figure.unit in LATIN_SCALES
    return False


class _Phrase:
    """The reading of the words behind a figure as a noun phrase with what it says of change."""

    def __init__(self, items: list[Item], here: int, described: bool) -> None:
        self.items, self.here, self.described = items, here, described
        self.nouns: list[int] = []
        self.change = ""
        self.present = False
        self.counts = _counts(items, here)

    def read(self) -> Behind:
        for at in range(self.here, min(self.here + _FAR, len(self.items))):
            item = self.items[at]
            if item.kind == "figure":
                return self._done(at if self.change and not self.nouns else -1)
            if self._ends(item) or not self._goes_on(at, item):
                break
        return self._done()

    def _ends(self, item: Item) -> bool:
        """Whether the phrase ends before an item."""
        if item.kind == "mark":
            return not (item.text == "-" and item.tight and self.nouns)
        if item.kind == "ordinal" or item.text in ENDS_PHRASE or item.text.endswith(COMPARING):
            return True
        if not self.nouns:
            return item.kind == "verb" or (item.text in _SIZES and item.particle != "")
        joined = item.text in JOINING_MARKS and item.kind == "modifier"
        return item.kind == "verb" or (item.kind == "modifier" and not joined)

    def _goes_on(self, at: int, item: Item) -> bool:
        """Take one item in; whether the phrase goes on behind it."""
        if item.kind == "mark":
            return True
        if item.kind in CHANGES:
            return self._changes(at, item)
        if item.kind != "modifier":
            return self._noun(at, item)
        if self.nouns:
            return self._restarts(at)
        if item.text == "더" and not self.described:
            self.change = self.change or item.text
        return True

    def _changes(self, at: int, item: Item) -> bool:
        if _is_denied(self.items, at):
            return False
        if item.kind == "change of":
            if not self.nouns and not self.described:
                self.present = not self.change and item.text.endswith(_PRESENT)
                self.change = self.change or item.text
            return not self.nouns
        if not self.nouns or item.kind == "change":
            self.change = item.text if self.change in {"", "더"} else self.change
        return False

    def _noun(self, at: int, item: Item) -> bool:
        if not self.nouns and item.text in _SIZES:
            return True
        self.nouns.append(at)
        parts = compound(item.text) if item.kind == "noun" else None
        if parts is not None or (item.text in _LOST and len(self.nouns) > 1):
            self.change = self.change or (parts[1] if parts else item.text)
            return False
        here = past_brackets(self.items, at + 1)
        carried = item.particle or (self.items[here - 1].particle if here > at + 1 else "")
        if carried in {"을", "를", "이", "가"}:
            self.change = self.change or _verb_of_change(self.items, here)
        if item.particle in JOINERS:
            return self._restarts(at)
        return not item.particle and len(self.nouns) < _WORDS

    def _restarts(self, at: int) -> bool:
        """Whether a list of nouns goes on to the metric, so that those so far are none: 12%의 제목과 본문 품질 향상."""
        figure_follows = any(item.figure is not None for item in self.items[at + 1 : at + 3])
        if figure_follows or self.counts or is_metric(self.items[self.nouns[-1]]):
            return False
        self.nouns.clear()
        return True

    def _done(self, through: int = -1) -> Behind:
        nouns, items = self.nouns, self.items
        if self.change == "더" and nouns:
            self.change = ""
        if not nouns or through >= 0:
            return Behind(change=self.change, through=through)
        known = [at for at in nouns if is_metric(items[at])]
        last = known[-1] if known else nouns[-1]
        if items[last].text in _LOST and last > nouns[0]:
            last -= 1
        first = nouns[0] - 2 if is_hyphened(items, nouns[0]) else nouns[0]
        if known and first < last and items[first].kind == "name" and is_benchmark_name(items[first].text):
            first += 1
        return Behind(first, last, self.change, bool(known), end=nouns[-1], present=self.present)
