"""Text that means harm: HTML, formulas, links, heads and odd signs."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from tests.factories import paper, post

_NAMING_TAGS = (
    '<iframe src="{}"></iframe><object data="{}"></object><embed src="{}">',
    '<link rel="stylesheet" href="{}"><style>@import "{}"; p {{ background: url({}) }}</style>',
    '<video src="{}" poster="{}"></video><audio src="{}"></audio><img srcset="{} 2x">',
    '<table background="{}"><tr><td background="{}" style="list-style-image: url({})">words</td></tr></table>',
    '<base href="{}"><meta http-equiv="refresh" content="0; url={}"><form action="{}"><input src="{}"></form>',
)


def html(addresses: Sequence[str]) -> Iterator[str]:
    """Tags that fetch something, are nested without an end, or say that they are huge."""
    for form in _NAMING_TAGS:
        for address in addresses[:9]:
            escaped = escape(address)
            yield form.format(escaped, escaped, escaped, escaped)
    for tag in ("b", "table", "ul", "blockquote", "details", "span", "font", "div", "sub"):
        yield f"<{tag}>" * 2_000 + "words"
        yield f"<{tag}>words</{tag}>\n" * 2_000
    yield from (
        '<script>document.location = "http://127.0.0.1:9"</script>',
        '<table><tr><td colspan="999999999" rowspan="999999999">words</td></tr></table>',
        '<table width="999999999"><tr><td width="999999999%">words</td></tr></table>',
        '<table cellpadding="999999999" border="999999999"><tr><td>words</td></tr></table>',
        "<table>" + "<tr>" + "<td>a" * 5_000 + "</table>",
        '<ol start="99999999999999999999"><li>words</ol>',
        '<font size="999999999">words</font><hr size="999999999">',
        '<p style="font-size: 999999999px; line-height: 99999; margin: 999999999px">words</p>',
        f'<p style="{"a:b;" * 20_000}">words</p>',
        f"<p {'a=b ' * 20_000}>words</p>",
        "<!--" * 20_000,
        "<![CDATA[" * 10_000,
        "&" + "a" * 90_000 + ";",
        "&#x110000; &#0; &#xD800; &#99999999999999999999;",
        "<" * 60_000,
        "</" + "b" * 90_000,
    )


def formulas(bait: Path) -> Iterator[str]:
    """TeX that reads files, runs programs, or never ends."""
    secret = f"{bait}/secret.png"
    inside = [
        *(rf"\input{{{secret}}}", rf"\include{{{secret}}}", rf"\includegraphics{{{secret}}}", r"\write18{id}"),
        *(rf"\openin1={secret} \read1 to \a", r"\href{http://127.0.0.1:9}{a}", r"\url{http://127.0.0.1:9}"),
        *(r"\def\a{\a\a}\a", r"\newcommand{\a}{\a\a}\a", r"\let\a=\b \let\b=\a \a", r"\csname a\endcsname"),
        *(r"\rule{99999999em}{99999999em}", r"\hspace{99999999em}x", r"\kern9999999999em x", r"\color{\color{red}}x"),
        *("{" * 3_000 + "x" + "}" * 3_000, "{" * 3_000, "}" * 3_000, "^" * 3_000, "x" + "^{x" * 400 + "}" * 400),
        *(
            r"\sqrt{" * 400 + "x" + "}" * 400,
            r"\frac{1}{" * 300 + "x" + "}" * 300,
            r"\left(" * 500 + "x" + r"\right)" * 500,
        ),
        *(r"\begin{align}" * 200, r"\begin{pmatrix}" * 25 + "x" + r"\end{pmatrix}" * 25, r"\hat" * 2_000 + "x"),
        *(
            "x+" * 4_000 + "x",
            "가" * 3_000,
            r"\mathbb" * 1_000,
            r"\text{" + "a" * 9_000 + "}",
            "\\" * 5_000,
            "&" * 4_000,
        ),
        *(r"\begin{matrix}" + "x&" * 3_000 + r"\end{matrix}", r"\binom{" * 150 + "x" + "}{y}" * 150, "\0\ufffe\u202e"),
    ]
    for tex in inside:
        yield f"$$\n{tex}\n$$"
        yield f"words ${tex}$ words"
    yield "$x$ " * 4_000
    yield "$" * 30_000


def links(addresses: Sequence[str]) -> Iterator[str]:
    """Links that lead elsewhere than to the web, or look as if they did."""
    hosts = (
        "аррlе.com",
        "xn--pple-43d.com",
        "bank.example@127.0.0.1:9",
        "bank.example\u202emoc",
        "bank.example\u200b",
        "[::1]",
        "0x7f.1",
    )
    schemes = (
        "javascript",
        "vbscript",
        "data",
        "file",
        "ms-msdt",
        "search-ms",
        "mailto",
        "tel",
        "ssh",
        "steam",
        "JaVaScRiPt",
    )
    for address in [
        *addresses,
        *(f"https://{host}/" for host in hosts),
        *(f"{scheme}:a%0Ab --help" for scheme in schemes),
    ]:
        yield f"[words](<{address}>) <{address}> {address}"
    yield "[a](" * 20_000
    yield "[" * 40_000
    yield "[a]: /b\n" * 10_000
    yield "[a][" + "b" * 50_000
    yield "https://" + "a" * 90_000
    yield "https://a.org/" + "(" * 50_000


def signs() -> Iterator[str]:
    """Signs that fonts, layout and terminals stumble over."""
    for sign in (
        *("\u0301", "\u200d", "\u202e", "\u2066", "\ufffc", "\ufffe", "\U000e0061", "\ufe0f", "\u3164", "\u1160"),
        *(
            "\u1100",
            "\ufdfa",
            "\U0001f1f0",
            "\U0001f468\u200d",
            "\U0001d49c",
            "\u2028",
            "\u0488",
            "\ufeff",
            "\x1b]8;;a\x07",
        ),
        *("\x07", "\u0e33", "\u0f77", "ᄀ\u1161\u11a8", "\x85", "\x0c"),
    ):
        yield f"words {sign * (24_000 // len(sign))} words"
        yield f"{sign}a " * 4_000


def heads(bait: Path) -> Iterator[str | bytes]:
    """Whole posts: what is hostile is their head, or the way they are written."""
    secret = f"{bait}/secret.png"
    laughs = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 10}]\n" for n in range(1, 10))
    yaml = [
        *("title: !!python/object/apply:os.system ['id']", f"title: !!python/object/apply:builtins.open ['{secret}']"),
        *(f"title: !include {secret}", laughs + "tags: *a9", "a: &a [*a]\ntags: *a", "title: 0x" + "f" * 4_500),
        *("title: " + "[" * 4_000, "tags: " + "{" * 4_000, "? " * 4_000, "- " * 4_000, "date:" + " " * 40_000),
        *("date: 9999999-99-99", "date: 9999-12-31 23:59:59 -23:59", "date: 0000-00-00", "tags: " + "9" * 5_000),
        *(
            "title: !!binary " + "A" * 40_000,
            'title: "\\ud800\\0"',
            "title: &" + "a" * 9_000,
            "<<: *a",
            "a: &a {<<: *a}",
        ),
        *("title: |\n" + "  x\n" * 9_000, "title: !!set {a, b}", "title: !!timestamp x", "%YAML 9.9", "title: 1e99999"),
        *(
            "tags: [" + "a, " * 9_000 + "]",
            "title: 'a\n",
            "\ttitle: x",
            "title: .inf\ndate: .nan",
            "title: 1:" + "59:" * 3_000 + "1",
        ),
    ]
    for head in yaml:
        yield post([paper()], head)
    yield "+++\n" + "a." * 4_000 + "b = 1\n+++\n" + paper()
    yield "+++\ntitle = " + "[" * 4_000 + "\n+++\n" + paper()
    yield '{"a":' * 4_000 + "\n\n" + paper()
    yield "---\n" * 20_000 + paper()
    for encoding in ("utf-16", "utf-32", "cp949", "utf-8-sig"):
        yield post([paper()]).encode(encoding)
        yield post([paper()]).encode(encoding)[:-1] + b"\xff\xfe\x00"
    yield bytes(range(256)) * 200
    yield b"\x00" * 60_000
    yield b"\xed\xa0\x80" * 9_000
