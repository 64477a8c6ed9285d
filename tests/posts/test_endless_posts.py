"""Posts that are made to take long: each is read and written as a page in time, whatever its size.

What takes longer than its budget is shown as it is; so the bound holds for shapes that nobody has thought of, too.
"""

import resource
import time

import pytest

from reader.posts.model import Paper, PaperKey, Section, SectionKind
from reader.posts.parse import parse
from reader.render.page import page
from reader.render.sheet import Look
from reader.render.theme import LIGHT

SHAPES = {
    "unclosed fences": lambda n: "```a\n" * (n // 5),
    "heading link": lambda n: "# 1. " + "[](a" * (n // 4),
    "linklink": lambda n: "[a](" * (n // 4),
    "arxiv": lambda n: "[x](https://arxiv.org/" + "a" * n + ")",
    "arxiv bare": lambda n: "arxiv.org/" + "a" * n,
    "date spaces": lambda n: "---\ndate:" + " " * n + "\ntitle: a\n---\n# 1. a\n",
    "combining": lambda n: "# 1. a" + "\u0301\u0316" * (n // 4),
    "brackets": lambda n: "[" * n,
    "liquid": lambda n: "{%aaa" * (n // 5),
    "ial": lambda n: "{: aaa" * (n // 6),
    "style spaces": lambda n: '<p style="color:' + " " * n + 'red">a</p>',
    "b i": lambda n: "<b>a</i>" * (n // 8),
    "align": lambda n: "$$\\begin{align}" * (n // 15),
    "pmatrix": lambda n: "$$" + "\\begin{pmatrix}" * 25 + "a" + "\\end{pmatrix}" * 25 + "$$\n" + "x" * max(0, n - 1000),
    "quotes": lambda n: ">" * n,
    "lists": lambda n: "".join(" " * (2 * i) + "- a\n" for i in range(min(300, int(n**0.5)))),
    "stars": lambda n: "*a" * (n // 2),
    "under": lambda n: "_a " * (n // 3),
    "tilde": lambda n: "~~a" * (n // 3),
    "backticks": lambda n: "".join("`" * (i % 200 + 1) + "a" for i in range(n // 100)),
    "html open": lambda n: "<div>" * (n // 5),
    "html comment": lambda n: "<!--" * (n // 4),
    "cdata": lambda n: "<![CDATA[" * (n // 9),
    "entities": lambda n: "&amp;" * (n // 5),
    "entity digits": lambda n: "&#" + "9" * n + ";",
    "table": lambda n: "|a" * (n // 4) + "\n" + "|-" * (n // 4) + "\n",
    "table rows": lambda n: "|a|b|\n|-|-|\n" + "|a|\n" * (n // 4),
    "footnotes": lambda n: "[^a]" * (n // 4) + "\n[^a]: [^a]",
    "refs": lambda n: "[a]: b\n" * (n // 7) + "[a]" * 10,
    "dollars": lambda n: "$" * n,
    "dollar a": lambda n: "$a " * (n // 3),
    "wiki": lambda n: "[[a" * (n // 3),
    "hex title": lambda n: "---\ntitle: 0x" + "f" * n + "\n---\n# 1. a",
    "int tags": lambda n: "---\ntags: [" + "9" * n + "]\n---\n# 1. a",
    "int date": lambda n: "---\ndate: " + "9" * n + "\n---\n# 1. a",
    "yaml nest": lambda n: "---\na: " + "[" * n + "\n---\n# 1. a",
    "yaml alias": lambda n: "---\na: &a [x]\n" + "".join(f"b{i}: &b{i} [*a,*a,*a]\n" for i in range(n // 30)) + "---\n",
    "yaml anchors bomb": lambda n: (
        "---\na0: &a0 [x,x]\n"
        + "".join(f"a{i}: &a{i} [*a{i - 1},*a{i - 1}]\n" for i in range(1, min(40, n // 25)))
        + "---\n"
    ),
    "numbers heading": lambda n: "# " + "9" * n + ". a\n",
    "headings": lambda n: "# 1. a\n" * (n // 7),
    "setext": lambda n: "a\n" * (n // 4) + "===\n",
    "one line": lambda n: "가나다 " * (n // 8),
    "emph mix": lambda n: "**a*_b" * (n // 6),
    "img": lambda n: "![a](" * (n // 5),
    "autolink": lambda n: "<http://a" * (n // 9),
    "json head": lambda n: '{"title": ' + "[" * n,
    "toml head": lambda n: "+++\na = " + "[" * n + "\n+++\n",
    "toml int": lambda n: "+++\ntitle = 1\nx = " + "9" * n + "\n+++\n",
    "nulls": lambda n: "\0" * n,
    "crs": lambda n: "\r" * n,
    "kramdown attr": lambda n: "# a {#" + "a" * n,
    "def list": lambda n: "a\n: b\n" * (n // 6),
    "math inline mix": lambda n: "\\(" * (n // 2),
    "callout": lambda n: "> [!note] a\n" * (n // 12),
    "tabs": lambda n: "\t" * n + "a",
    "hangul": lambda n: "\u1100\u1161\u11a8" * (n // 9),
}
# What is raised while an object is forgotten is printed and lost; the end of a budget comes again.
pytestmark = pytest.mark.filterwarnings("ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning")

_SECONDS = 2.0  # of the processor's time
_MEGABYTES = 250


def seconds_of(work) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def most_memory() -> float:
    """The most that this process ever had, MB: it grows only by what needs more than all before."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def as_page(text: str) -> str:
    section = Section(SectionKind.OTHER, "", text)
    return page(Paper(PaperKey("a.md"), 0, "글", "글", sections=(section,)), Look(LIGHT), is_page=True).html


def check(shape: str, size: int) -> None:
    text = SHAPES[shape](size)
    before = most_memory()
    assert seconds_of(lambda: parse(text.encode(), "2025-01-02-a.md")) < _SECONDS
    assert seconds_of(lambda: as_page(text)) < _SECONDS
    assert most_memory() - before < _MEGABYTES


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_thousand_characters_take_no_time(shape):
    check(shape, 10_000)


@pytest.mark.slow
@pytest.mark.parametrize("size", [100_000, 1_000_000])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_million_characters_take_no_longer_than_their_budget(shape, size):
    check(shape, size)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # it may end a count of hypothesis's
def test_what_takes_too_long_is_shown_as_it_is(monkeypatch):
    monkeypatch.setattr("reader.posts.parse.MOST_SECONDS", 0.01)
    monkeypatch.setattr("reader.render.page.MOST_SECONDS", 0.01)
    text = "# 1. A Paper\n\nword *and* `code`\n\n" * 5000
    post = parse(text.encode(), "2025-01-02-a.md")
    assert [remark.code for remark in post.remarks] == ["too-long"]
    assert post.body == text.strip()
    assert "word *and* `code`" in as_page(text)
