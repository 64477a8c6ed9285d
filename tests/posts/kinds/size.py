"""9. Size: inputs of any size, and small ones of each to be read right."""

from collections.abc import Callable

from tests.posts.kinds.shape import LINK, ONE, Kind

KIND = Kind(9)
add = KIND.add

GROWING: dict[str, Callable[[int], str]] = {
    "papers": lambda n: "".join(
        f"# {i}. [Kettle {i}](https://arxiv.org/abs/{2000 + i // 99999}.{i % 99999:05})\n\n## Method\n\n물 {i}.\n\n"
        for i in range(1, n + 1)
    ),
    "headings": lambda n: "".join(f"{'#' * (i % 6 + 1)} 제목 {i}\n\n" for i in range(n)),
    "headings with links below": lambda n: "".join(
        f"## Kettle {i}\nLink: https://arxiv.org/abs/2601.{i % 99999:05}\n\n물.\n\n" for i in range(n)
    ),
    "quotations in quotations": lambda n: ">" * n + " 물\n",
    "lists in lists on one line": lambda n: "- " * n + "물\n",
    "brackets": lambda n: "[" * n + "\n\n" + ONE,
    "brackets in a heading": lambda n: "# 1. " + "[" * n + f"Slow Kettles]({LINK})\n",
    "pairs of brackets": lambda n: "# 1. " + "[a](b)" * n + "\n",
    "parentheses in an address": lambda n: f"# 1. [Slow Kettles](https://kettle.example/{'(' * n}{')' * n})\n",
    "stars": lambda n: "*a **a " * n + "\n",
    "backticks": lambda n: "`" * n + " 물 " + "`" * (n - 1) + "\n",
    "dollars": lambda n: "$a " * n + "\n",
    "wikilinks that stay open": lambda n: "[[물 " * n + "\n",
    "highlights that stay open": lambda n: "==물 " * n + "\n",
    "footnotes": lambda n: (
        "".join(f"물[^{i}] " for i in range(n)) + "\n\n" + "".join(f"[^{i}]: 불 {i}\n\n" for i in range(n))
    ),
    "reference links": lambda n: (
        "".join(f"[물][{i}] " for i in range(n)) + "\n\n" + "".join(f"[{i}]: https://a.example/{i}\n" for i in range(n))
    ),
    "lines of a head": lambda n: "---\n" + "".join(f"key{i}: 물\n" for i in range(n)) + "---\n" + ONE,
    "bad lines of a head": lambda n: (
        "---\ntitle: a: b\n" + "".join(f"key{i}: 물: 불\n" for i in range(n)) + "---\n" + ONE
    ),
    "tags": lambda n: "---\ntags: [" + ", ".join(f"t{i}" for i in range(n)) + "]\n---\n" + ONE,
    "rules": lambda n: "---\n" * n + ONE,
    "fences that stay open": lambda n: "".join(
        f"```\n# {i}. [K](https://arxiv.org/abs/2601.{i % 99999:05})\n" for i in range(n)
    ),
    "comments that stay open": lambda n: "<!-- 물\n" * n,
    "table rows": lambda n: "| a | b |\n|---|---|\n" + "| 물 | 불 |\n" * n,
    "one line": lambda n: "물 " * n,
    "nested YAML": lambda n: "---\nkey: " + "[" * n + "\ntags: [물]\n---\n" + ONE,
    "nested JSON": lambda n: '{"a": ' + "[" * n + "\n\n" + ONE,
}
"""Inputs of any size: time may grow as n log n at most. 40,000 papers, 100,000 headings and 10,000 levels are asked."""

SIGNS = (
    *(
        "# 1. [](a",
        "[a]([a](",
        "arxiv.org/aaaa",
        "[[[[",
        "{%aaa",
        "{: aaa",
        "[a](b)",
        "![[a",
        "==a ",
        "\\\\(a ",
        "$a ",
        "`a ",
        "<!--a ",
    ),
    *(
        "*a **a ",
        "- ",
        "> ",
        "```a\n",
        "~~~\n# 1. [a](b)\n",
        "|a|b|\n|-|-|\n",
        "[^a]: b\n\n",
        "[a]: b\n",
        "# a\n",
        "{{ a ",
        "<b>a</i> ",
    ),
    *(
        "https://a.b/(",
        "arXiv: ",
        "［a］（",
        "【1】",
        "1. ",
        "[x]: <",
        "&#1",
        "\\",
        "\u0301a",
        "＃",
        "~~a ",
        "__a ",
        "a_b_",
        "<a@b.c",
        "<a ",
    ),
)
"""Signs that begin something and never end it, repeated to any length."""
ODD = {
    "date: and blanks": lambda n: "---\ndate: " + " " * n + "x\n---\n물\n",
    "title: of f": lambda n: "---\ntitle: 0x" + "f" * n + "\n---\n물\n",
    "one long line of address": lambda n: "https://arxiv.org/" + "a" * n,
    "one long heading": lambda n: "# 1. " + "물 " * (n // 4),
    "one long bracket": lambda n: "# 1. [" + "a" * n,
    "keys without values": lambda n: "---\n" + "a:\n" * (n // 3) + "---\n물\n",
    "alternating marks": lambda n: "a\u0301\u0327" * (n // 5),
    "attributes": lambda n: "![a](b){: " + "a" * n + "}",
}

SIZES = {"papers": 40_000, "headings": 100_000, "headings with links below": 40_000}  # for all others 10,000
for name, grown in GROWING.items():
    papers = {"numbers": list(range(1, 201))} if name == "papers" else {}
    add(f"200 {name}", grown(200), "Ours: time grows as n log n at most; no word is lost", grows=name, **papers)
