"""4. Headings read from Markdown's tokens."""

from tests.posts.kinds.shape import KEY, LINK, LINK2, METHOD, ONE, ONE_KEYS, Kind

KIND = Kind(4)
add = KIND.add

TOKENS = "CommonMark 6.3, links"
SHIELD = f"https://img.example/badge/arXiv-{KEY}-red.svg"
for heading, rule in (
    (f"# [1. Slow Kettles]({LINK})", "a number within the link"),
    (f"# 1. [[Slow Kettles]({LINK})]", "CommonMark 6.3: brackets around a link are text"),
    (
        f"# 1. [Code](https://github.com/example/k) Slow Kettles [arXiv]({LINK})",
        "Ours: of several links the one to the paper wins",
    ),
    (
        f"# 1. Slow Kettles [[Paper]({LINK})] [[Code](https://github.com/example/k)]",
        "badges in brackets, as project pages have them",
    ),
    (f"# 1. Slow Kettles ([paper]({LINK}), [code](https://github.com/example/k))", "links in parentheses"),
    (f"# 1. Slow Kettles | [PDF]({LINK}) | [Code](https://github.com/example/k)", "links behind bars"),
    (f"# 1. [Slow Kettles]({LINK}) [[code]](https://github.com/example/k)", "a second link behind the title"),
    (f"# 1. Slow Kettles [![arXiv]({SHIELD})]({LINK})", "CommonMark 6.4: a picture may be a link's text"),
    (f"# 1. [Slow Kettles][k]\n\n[k]: {LINK}", "CommonMark 6.3: full reference link"),
    (f"# 1. [Slow Kettles][]\n\n[slow kettles]: {LINK}", "CommonMark 6.3: collapsed, labels match in any case"),
    (f"# 1. [Slow Kettles]\n\n[Slow Kettles]: <{LINK}>", "CommonMark 6.3: shortcut reference link"),
    (f"# 1. Slow Kettles {LINK}", "GFM 6.9: bare addresses"),
    (f"# 1. Slow Kettles <{LINK}>", "CommonMark 6.5: autolinks"),
    (f"# 1. Slow Kettles ({LINK})", "an address in parentheses"),
    (f"# 1. Slow Kettles (arXiv:{KEY}v2)", "arXiv: the form arXiv:ID"),
    (f"# 1. Slow Kettles, arXiv:{KEY} [cs.CL]", "arXiv: stamp with its class"),
    (f"# 1. Slow Kettles [{KEY}]", "an id in brackets"),
    (f"# 1. Slow Kettles ({KEY})", "an id in parentheses"),
    (f"# 1. [{KEY}] Slow Kettles", "an id before the title"),
    (f"# 1. [arXiv:{KEY}] Slow Kettles", "an id before the title"),
    (f"# 1. [{KEY}]({LINK}) Slow Kettles", "the link's text is the id"),
    (f"# 1. Slow Kettles [{KEY}]({LINK})", "the link's text is the id"),
    (f"# 1. [[{KEY}|Slow Kettles]]", "Obsidian, Internal links: `[[target|shown]]`"),
    (f"# 1. [[Slow Kettles]] ({KEY})", "Obsidian, Internal links"),
    (f"# 1. [Slow Kettles](<{LINK}>)", "CommonMark 6.3: a destination in angle brackets"),
    (f'# 1. [Slow Kettles]({LINK} "arXiv")', "CommonMark 6.3: a link's title"),
    (f"# 1. [**Slow** *Kettles*]({LINK})", "CommonMark 6.3: a link's text is inline content"),
    (f"# 1. **[Slow Kettles]({LINK})**", "CommonMark 6.2: a link within emphasis"),
    (f"# 1. [Slow Kettles]({LINK}) #", "CommonMark 4.2: closing sequence"),
    (f"# 1. [Slow Kettles]({LINK}) {{#kettle}}", "kramdown, pandoc: header ids"),
    (f"# 1. [Slow Kettles]({LINK})\n{{: .no_toc #kettle}}", "kramdown: a block's attributes on the next line"),
    (f'# 1. [Slow Kettles]({LINK}){{:target="_blank"}}', "kramdown: a span's attributes"),
    (f"# 1\\. [Slow Kettles]({LINK})", "CommonMark 2.4: an escaped full stop"),
    (f"# 1) [Slow Kettles]({LINK})", "a parenthesis behind the number"),
    (f"# \u200b1. [Slow Kettles]({LINK})", "Ours: invisible characters behind `#` (U+200B)"),
    (f"#\u00a01. [Slow Kettles]({LINK})", "Ours: a no-break blank behind `#`"),
    (f"#\u30001. [Slow Kettles]({LINK})", "Ours: an ideographic blank behind `#`"),
    (f"# \ufeff1. [Slow Kettles]({LINK})", "Ours: invisible characters behind `#` (U+FEFF)"),
    (f"# 1.\u00a0[Slow Kettles]({LINK})", "a no-break blank behind the number"),
    (f"#\t1. [Slow Kettles]({LINK})", "CommonMark 4.2: a tab behind `#`"),
    (f"   # 1. [Slow Kettles]({LINK})", "CommonMark 4.2: up to three blanks before `#`"),
    (f"# 1. ［Slow Kettles］（{LINK}）", "Ours: full-width brackets"),
    (f"# 1. 【Slow Kettles】（{LINK}）", "Ours: full-width brackets"),
    (f"# １. [Slow Kettles]({LINK})", "a full-width number"),
    (f"# 1． [Slow Kettles]({LINK})", "a full-width full stop"),
    (f"1\\. [Slow Kettles]({LINK})\n===", "CommonMark 4.3: underlined headings"),
    (f"[1. Slow Kettles]({LINK})\n---", "CommonMark 4.3: underlined headings"),
    (f"# 1. [Slow  Kettles]({LINK})", "Seen: runs of blanks within a title"),
    (f"# 1. [Slow\u200b Kettles]({LINK})", "an invisible character within a title"),
):
    add(
        f"the heading {heading!r}",
        heading + METHOD,
        f"{TOKENS}; {rule}" if "CommonMark" not in rule else rule,
        keys=[KEY],
        titles=["Slow Kettles"],
        contains=["물이 끓는다.", "김이 난다."],
    )
for heading, key, title, rule in (
    (f"# 1. [Slow \\[Kettles\\]]({LINK})", KEY, "Slow [Kettles]", "CommonMark 2.4: escaped brackets"),
    (f"# 1. [Slow [Kettles]]({LINK})", KEY, "Slow [Kettles]", "CommonMark 6.3: balanced brackets within a link"),
    (f"# 1. [Salt &amp; Water]({LINK})", KEY, "Salt & Water", "CommonMark 2.5: entities"),
    (f"# 1. [Kettle^2 * 3]({LINK})", KEY, "Kettle^2 * 3", "CommonMark 6.2: a star with blanks around is a star"),
    (f"# 1. [`kettle()` boils]({LINK})", KEY, "kettle() boils", "CommonMark 6.1: code"),
    (f"# 1. [<think> first]({LINK})", KEY, "<think> first", "Seen: `<think>` is a word"),
    (f"# 1. [$O(n)$ Kettles]({LINK})", KEY, "$O(n)$ Kettles", "formulas stay as typed"),
    (
        "# 1. [Slow Kettles](https://doi.org/10.9999/S0000(26)00018-6)",
        "https://doi.org/10.9999/S0000(26)00018-6",
        "Slow Kettles",
        "CommonMark 6.3: balanced parentheses in a destination",
    ),
    (
        "# 1. [Slow Kettles](https://kettle.example/a_(b_(c)))",
        "https://kettle.example/a_(b_(c))",
        "Slow Kettles",
        "CommonMark 6.3: three levels of parentheses at least",
    ),
    (
        "# 1. [Slow Kettles](https://kettle.example/a\\)b)",
        "https://kettle.example/a)b",
        "Slow Kettles",
        "CommonMark 6.3: an escaped parenthesis",
    ),
    ("# 1. Slow Kettles", "title:slow kettles", "Slow Kettles", "no link: known by its title"),
    ("# 1. [Slow Kettles]", "title:slow kettles", "Slow Kettles", "brackets without an address"),
    ("# 1. [Slow Kettles]()", "title:slow kettles", "Slow Kettles", "CommonMark 6.3: a destination may be empty"),
    ("# 1. [[Slow Kettles]]", "title:slow kettles", "Slow Kettles", "Obsidian, Internal links"),
    ("# 1. [[Notes/kettle|Slow Kettles]]", "title:slow kettles", "Slow Kettles", "Obsidian, Internal links"),
    (
        "# 1. [[Notes/Slow Kettles#Method]]",
        {"one of": ["title:slow kettles", "title:notes/slow kettles#method", "title:slow kettles > method"]},
        {"one of": ["Slow Kettles", "Notes/Slow Kettles#Method", "Slow Kettles > Method"]},
        "Obsidian, Internal links: to a heading",
    ),
    (
        f"# 1. [Slow Kettles](/posts/kettle) ([arXiv]({LINK}))",
        KEY,
        "Slow Kettles",
        "a link within the site names no paper",
    ),
    (f"# 1. [Slow Kettles](kettle.md) [arXiv]({LINK})", KEY, "Slow Kettles", "a link to a file names no paper"),
    (
        f"# 1. Slow Kettles [^1]\n\n[^1]: 각주 {LINK2}",
        "title:slow kettles",
        {"one of": ["Slow Kettles", "Slow Kettles [^1]", "Slow Kettles[^1]"]},
        "a footnote of a heading is no link of the paper",
    ),
):
    add(f"the heading {heading!r}", heading + METHOD, rule, keys=[key], titles=[title], contains=["물이 끓는다."])
add(
    "no heading without a blank",
    f"#1. [Slow Kettles]({LINK})\n\n물이 끓는다.\n",
    "CommonMark 4.2: `#` needs a blank",
    keys=[],
    contains=["Slow Kettles", "물이 끓는다."],
)
add(
    "no heading of seven signs",
    f"####### 1. [Slow Kettles]({LINK})\n\n물이 끓는다.\n",
    "CommonMark 4.2: six levels",
    keys=[],
    contains=["Slow Kettles", "물이 끓는다."],
)
add(
    "no heading in a fence",
    f"```md\n# 1. [Cold Spoons]({LINK2})\n```\n\n{ONE}",
    "CommonMark 4.5",
    contains=["Cold Spoons"],
    **ONE_KEYS,
)
add(
    "no heading in a fence of waves",
    f"~~~\n# 1. [Cold Spoons]({LINK2})\n~~~\n\n{ONE}",
    "CommonMark 4.5",
    contains=["Cold Spoons"],
    **ONE_KEYS,
)
add(
    "no heading in a comment",
    f"<!--\n# 1. [Cold Spoons]({LINK2})\n-->\n\n{ONE}",
    "CommonMark 4.6: comments are HTML to their end",
    **ONE_KEYS,
)
add(
    "no heading in a list",
    f"{ONE}- # 9. [Cold Spoons]({LINK2})\n",
    "CommonMark 5.2: within an item",
    contains=["Cold Spoons"],
    **ONE_KEYS,
)
