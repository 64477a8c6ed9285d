"""No input loses a word: heads, headings and links put together at random, each word looked for in what came of it.

    PYTHONPATH=. python -m tests.posts.fuzz [COUNT] [SEED]

Prints the seed and the source of any input that lost a word, took longer than a second or showed a fault of ours, and
the count at the end; exit status 1 then. The suite runs 2,000 of them (test_no_word_lost.py).
"""

import random
import re
import sys
import time
import unicodedata
from collections.abc import Iterator

from reader.library.appearances import papers_of
from reader.posts.model import Post
from reader.posts.parse import parse

WORDS = (
    *("주전자", "물이", "끓는다", "kettle", "Steam", "ábc", "등불", "3.10", "no", "a_b", "x^2", "<think>", "**굵게**"),
    *("`code`", "$a_1$", "折り紙", "纸船", "(괄호)", "[대괄호]", "&", "~", "1.", "-", "#", ">", "|", "\\"),
)
IDS = ("2601.91011", "2601.91012v2", "math/0309136", "hep-th/9901001v1")
LINKS = (
    *(f"https://arxiv.org/abs/{each}" for each in IDS),
    "https://www.alphaxiv.org/ko/overview/2601.91011",
    "https://openreview.net/forum?id=Kettle1",
    "https://doi.org/10.9999/S0000(26)00017-5",
    "https://github.com/example/kettle",
    "https://kettle.example/a_(b)?x=1&y=2#z",
    "/posts/kettle",
    "kettle.md",
    "",
)
KEYS = (
    *("title", "Title", "date", "tags", "categories", "description", "제목", "x", "author", "published"),
    "toc: true\ntitle",
)
VALUES = (
    *(
        "주전자",
        "[물, 김]",
        '"따옴표',
        "2026-01-05",
        "2026년 1월 5일",
        "a: b",
        "{{ x }}",
        "*x",
        "\t",
        "- 물\n- 김",
        "0x1F",
        "",
    ),
    "|\n  여러 줄\n  글",
)
RULES = (("---", "---"), ("---", "..."), ("-----", "-----"), ("***", "***"), ("---", ""))
DEFINITIONS = ("[^a]: 각주 글", "[^a]: 한마디", "[r]: https://water.example 'x'", "[^b]: 남의 것\n\n    더")
BLANKS = (" ", " ", " ", "", "\u00a0", " \u200b")
FENCES = ("```", "~~~", "````py")
NUMBERS = (
    *(
        "",
        "",
        "1. ",
        "2) ",
        "**1) ",
        "[1] ",
        "첫 번째 논문: ",
        "二、",
        "__2__. ",
        "[3] ",
        "4 - ",
        "① ",
        "0. ",
        "**5.** ",
    ),
    "🥇 ",
)
BOXES = (":::", '::: {.callout-note title="anchor"}', ":::tip 김", ":::: 물", "$$", "[물]{.mark} $$")
SECTIONS = ("Introduction", "Method", "1. Introduction", "2. Related Work", "결론", "참고", "Results:")

_WORD = re.compile(r"[^\W_]+")


def made(seed: int) -> str:
    """One input; the same for the same seed."""
    random_ = random.Random(seed)
    parts = [_head(random_)] if random_.random() < 0.5 else []
    parts += [_part(random_) for _ in range(random_.randint(0, 9))]
    text = random_.choice(("\n", "\n\n", "\n\n", "  \n")).join(parts)
    if random_.random() < 0.1:
        text = unicodedata.normalize("NFD", text)
    return text.replace("\n", random_.choice(("\n", "\n", "\n", "\r\n")))


def _words(random_: random.Random, most: int = 6) -> str:
    return " ".join(random_.choice(WORDS) for _ in range(random_.randint(1, most)))


def _head(random_: random.Random) -> str:
    pairs = [
        f"{random_.choice(KEYS)}: {random_.choice(VALUES) or _words(random_)}" for _ in range(random_.randint(0, 4))
    ]
    match random_.randint(0, 7):
        case 0:
            return "\n".join(("+++", *(f'{p.partition(":")[0]} = "{_words(random_, 2)}"' for p in pairs), "+++"))
        case 1:
            return "\n".join(pairs)
        case 2:
            return "\n".join(f"% {_words(random_, 3)}" for _ in range(random_.randint(1, 4)))
        case 3:
            return "\n".join(f"#+{p}" for p in pairs)
        case 4:
            return '{"title": "' + random_.choice(("물", "김", '"')) + '", "tags": ["a"]}'
        case _:
            begin, end = random_.choice(RULES)
            return "\n".join((begin, *pairs, end))


def _part(random_: random.Random) -> str:
    return random_.choice(PARTS)(random_)


def _paper(random_: random.Random) -> str:
    number = random_.choice(NUMBERS)
    before = random_.choice(("", "", f"{_words(random_, 2)} "))
    behind = random_.choice(("", "", f" {_words(random_, 3)}", " {#anchor}", " {: .anchor}", "**", ":", " -"))
    signs = "#" * random_.randint(1, 4) + random_.choice(BLANKS)
    return f"{signs}{number}{before}{_link(random_)}{behind}"


def _section(random_: random.Random) -> str:
    return f"{'#' * random_.randint(1, 4)} {random_.choice(SECTIONS)}"


def _line_with_link(random_: random.Random) -> str:
    begin = random_.choice(("", "> ", "- ", "**Link**: ", "| arXiv | "))
    return f"{begin}{_link(random_)}{random_.choice(('', ' ', '를 ', ' |'))}{_words(random_, 2)}"


def _code(random_: random.Random) -> str:
    inner = f"{_words(random_)}\n# 3. [{_words(random_, 2)}]({random_.choice(LINKS)})"
    return f"{random_.choice(FENCES)}\n{inner}\n{random_.choice(FENCES)}"


def _table(random_: random.Random) -> str:
    cells = [_words(random_, 2) for _ in range(3)]
    return f"| {cells[0]} | {_link(random_)} |\n|---|---|\n| {cells[1]} | {cells[2]} |"


def _paragraph(random_: random.Random) -> str:
    return "\n".join(_words(random_) for _ in range(random_.randint(1, 3)))


def _point(random_: random.Random) -> str:
    label = random_.choice(("Goal", "**기여**", "**Contribution:", "_동기:_", "***기여", "[목표]", "`Goal`"))
    return f"{random_.choice(('', '- ', '* '))}{label}: {_words(random_)}{random_.choice(('', '**', '*', '_', ']'))}"


def _box(random_: random.Random) -> str:
    opening = random_.choice(BOXES)
    return f"{opening}\n{_words(random_)}\n# 3. {_words(random_)}\n{random_.choice((':::', '$$', '', '---'))}"


PARTS = (
    *(_point, _box),
    *(_paper, _paper, _paper, _paper, _section, _line_with_link, _code, _table, _paragraph),
    lambda random_: f"물[^a]이다 [글][r]. {_words(random_)}",
    lambda random_: random_.choice(DEFINITIONS),
    lambda random_: f"<!-- {_words(random_)} {random_.choice(('-->', ''))}",
)


def _link(random_: random.Random) -> str:
    words, link = _words(random_, 3), random_.choice(LINKS)
    return random_.choice(
        (
            f"[{words}]({link})",
            f"[{words}]({link})",
            f"[1. {words}](<{link}>)",
            f'<a href="{link}">{words}</a>',
            f"[{words}]({link}){{target=_blank}}",
            f"[[{words}]({link})]",
            f"{words} <{link}>",
            f"{words} {link}",
            f"{words} (arXiv:{random_.choice(IDS)})",
            f"[[{random_.choice(IDS)}|{words}]]",
            f"[{words}][r]",
            f"［{words}］（{link}）",
            f"[{words}",
            f"{words}]({link})",
            f"[{words}\n\n{words}]({link})",
        )
    )


def lost(source: str, post: Post) -> set[str]:
    """The words of an input that are nowhere in what came of it."""
    return set(_found(source)) - set(_found(" ".join(_pieces(post))))


def _pieces(post: Post) -> Iterator[str]:
    yield from (post.title, post.head, post.preamble, *post.tags, *post.categories, str(post.published or ""))
    for paper in papers_of(post):
        yield from (paper.title, paper.raw_title, paper.link or "", paper.alphaxiv or "", str(paper.number))
        yield from (f"{section.heading}\n{section.markdown}" for section in paper.sections)


def _found(text: str) -> list[str]:
    """Its words, whatever marks emphasis in them: **굵게**를 and 굵게를 are one word."""
    return _WORD.findall(unicodedata.normalize("NFKC", re.sub("[\u200b\ufeff\u2060\u00ad*]", "", text)))


def failures(count: int, seed: int) -> Iterator[tuple[int, str, str]]:
    """(seed, source, what is wrong) of the inputs that are not as they should be."""
    for each in range(seed, seed + count):
        source = made(each)
        begin = time.process_time()
        post = parse(source.encode(), "note.md")
        seconds = time.process_time() - begin
        gone = lost(source, post) - LABELS
        if any(remark.code == "fault" for remark in post.remarks):
            yield each, source, "a fault of ours"
        elif gone:
            yield each, source, f"lost {sorted(gone)}"
        elif seconds > 1:
            yield each, source, f"took {seconds:.1f} s"


LABELS = {
    *("Link", "arXiv", "arxiv", "abs", "pdf", "no", "첫", "번째", "논문", "二"),
    *("anchor", "mark", "callout", "note", "title", "a", "href", "target", "blank"),
}
"""What goes: words that announce an address, other pages of the paper on arXiv (the program has links to them), a
number in words (the paper has it), the names that a web page gives to headings and styles."""


def main() -> int:
    """Run from the command line."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9)
    print(f"{count} inputs from seed {seed}")
    found = 0
    for each, source, wrong in failures(count, seed):
        found += 1
        print(f"--- seed {each}: {wrong}\n{source}\n", flush=True)
        if found >= 20:
            break
    print(f"{found} of {count} inputs lost a word, took too long or showed a fault")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
