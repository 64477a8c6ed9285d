"""6. Pieces know the whole."""

from tests.posts.kinds.shape import LINK, LINK2, METHOD, NOTHING_LOST, TWO_KEYS, Kind

KIND = Kind(6)
add = KIND.add


def _in_method(text: str, rest: str = "") -> str:
    """A post of two papers; the first one's Method is `text`, `rest` stands at the end of the post."""
    return (
        f"# 1. [Slow Kettles]({LINK})\n\n## Method\n\n{text}\n\n## Results\n\n김이 난다.\n\n"
        f"# 2. [Cold Spoons]({LINK2}){METHOD}{rest}\n"
    )


FOOTNOTES = "kramdown, pandoc, GFM, Obsidian: a footnote's definition may stand anywhere in the document"
REFERENCES = "CommonMark 6.3: a definition may stand anywhere in the document; the first of a label counts"
OBSIDIAN = "Obsidian help: "
for name, text, rest, shown, hidden, rule in (
    ("a footnote at the end of the post", "물이다[^a].", "[^a]: 수돗물.", ["수돗물."], ["[^a]"], FOOTNOTES),
    (
        "a footnote of two paragraphs",
        "물이다[^a].",
        "[^a]: 수돗물.\n\n    찬물이다.",
        ["수돗물.", "찬물이다."],
        ["[^a]"],
        FOOTNOTES + "; further paragraphs are indented",
    ),
    (
        "a footnote defined before it is used",
        "[^a]: 수돗물.\n\n물이다[^a].",
        "",
        ["수돗물.", "물이다"],
        ["[^a]"],
        FOOTNOTES,
    ),
    (
        "a footnote within a line",
        "물이다.^[수돗물.]",
        "",
        ["수돗물."],
        [],
        "pandoc: inline notes; shown as a note or as typed",
    ),
    ("a footnote without its definition", "물이다[^zz].", "", ["물이다", "[^zz]"], [], NOTHING_LOST),
    (
        "a reference link at the end of the post",
        "[물][w]이다.",
        "[w]: https://water.example",
        ["https://water.example", "물"],
        ["[w]"],
        REFERENCES,
    ),
    (
        "a reference in any case",
        "[물][Water Page]이다.",
        "[water  page]: https://water.example 'x'",
        ["https://water.example"],
        ["[Water Page]"],
        REFERENCES,
    ),
    ("a picture by reference", "![그림][p]", "[p]: kettle.png", ["kettle.png"], ["[p]"], "CommonMark 6.4"),
    (
        "a formula in a line",
        "값은 $a_1 + b_1$ 이다.",
        "",
        ["a_1 + b_1"],
        ["$a_1", "<em>"],
        "MathJax, kramdown, Obsidian: `$…$`",
    ),
    ("a formula in a block", "$$\nE = m_a v_b^2\n$$", "", ["E = m_a v_b^2"], ["$$"], "kramdown: `$$…$$`"),
    (
        "prices are no formulas",
        "물은 $5, 불은 $10 이다.",
        "",
        ["$5", "$10"],
        [],
        "pandoc, tex_math_dollars: no digit behind the closing dollar",
    ),
    ("a formula in parentheses", "값은 \\\\(a_1\\\\) 이다.", "", ["a_1"], [], "MathJax, kramdown: `\\\\(…\\\\)`"),
    (
        "a block's attributes",
        "물이다.\n{: .notice--info}",
        "",
        ["물이다."],
        ["{:", "notice--info"],
        "kramdown: block IAL",
    ),
    ("a span's attributes", "*물*{:.red}이다.", "", ["물"], ["{:.red}"], "kramdown: span IAL"),
    ("a picture's attributes", '![그림](kettle.png){: width="300"}', "", ["kettle.png"], ["{:"], "kramdown: span IAL"),
    (
        "a picture's attributes as pandoc's",
        "![그림](kettle.png){#fig-k width=60%}",
        "",
        ["kettle.png"],
        ["{#fig"],
        "pandoc: link_attributes",
    ),
    ("raw Liquid", "{% raw %}{{ 물 }}{% endraw %}", "", ["{{ 물 }}"], ["{% raw %}"], "Liquid: raw"),
    ("a break", "물<br>불<br/>김", "", ["물", "불", "김"], ["&lt;br"], "CommonMark 6.6; GFM"),
    (
        "think stays a word",
        "<think>물</think> 다음에 <Parallel>.",
        "",
        ["&lt;think&gt;", "&lt;Parallel&gt;"],
        [],
        "Seen: not HTML, show them",
    ),
    (
        "a wikilink with words of its own",
        "[[Notes/kettle|주전자]]를 보라.",
        "",
        ["주전자"],
        ["[[", "|"],
        OBSIDIAN + "Internal links",
    ),
    ("a wikilink", "[[주전자]]를 보라.", "", ["주전자"], ["[[", "]]"], OBSIDIAN + "Internal links"),
    (
        "a wikilink in a table",
        "| 물 | 불 |\n|---|---|\n| [[kettle\\|주전자]] | 3 |",
        "",
        ["주전자", "3"],
        ["[[", "\\|"],
        OBSIDIAN + "Tables: the bar is escaped",
    ),
    ("an embedded picture", "![[kettle.png|300]]", "", ["kettle.png"], ["![["], OBSIDIAN + "Embed files"),
    ("an embedded note", "![[주전자#방법]]", "", ["주전자"], ["![["], OBSIDIAN + "Embed files"),
    ("a highlight", "물은 ==뜨겁다==.", "", ["뜨겁다"], ["=="], OBSIDIAN + "Basic formatting syntax"),
    ("equal signs in code", "`a == b == c`", "", ["a == b == c"], ["<mark"], "CommonMark 6.1: code is as it is"),
    (
        "a comparison is no highlight",
        "a == b 이고 c == d 이다.",
        "",
        ["a == b"],
        ["<mark"],
        "Obsidian: no blanks inside the signs",
    ),
    ("a callout", "> [!note] 주의\n> 물이 뜨겁다.", "", ["주의", "물이 뜨겁다."], ["[!note]"], OBSIDIAN + "Callouts"),
    (
        "a folded callout without a title",
        "> [!warning]-\n> 물이 뜨겁다.",
        "",
        ["물이 뜨겁다."],
        ["[!warning]"],
        OBSIDIAN + "Callouts: `-` folds; the type is the title",
    ),
    ("GitHub's alert", "> [!IMPORTANT]\n> 물이 뜨겁다.", "", ["물이 뜨겁다."], ["[!IMPORTANT]"], "GitHub docs: alerts"),
    (
        "a quotation that begins with a bracket",
        "> [!] 느낌표\n> 물",
        "",
        ["[!] 느낌표"],
        [],
        "Obsidian: a type is needed",
    ),
    ("a block's id", "물이다. ^a1b2", "", ["물이다."], [], OBSIDIAN + "Link to a block; may be shown"),
    ("two references to one footnote", "물[^a] 불[^a].", "[^a]: 수돗물.", ["수돗물."], ["[^a]"], FOOTNOTES),
    (
        "a footnote with a reference link",
        "물[^a].",
        "[^a]: [여기][w].\n\n[w]: https://w.example",
        ["https://w.example"],
        ["[w]"],
        FOOTNOTES,
    ),
    (
        "a shortcut reference",
        "[물]이다.",
        "[물]: https://water.example",
        ["https://water.example"],
        ["[물]"],
        REFERENCES,
    ),
    ("a reference without its definition", "[물][zz]이다.", "", ["[물][zz]"], [], NOTHING_LOST),
    (
        "an address in angle brackets",
        "<https://water.example/a>",
        "",
        ['href="https://water.example/a"'],
        ["&lt;https"],
        "CommonMark 6.5",
    ),
    (
        "a formula of several lines",
        "\\begin{align}\na &= b \\\\\n\\end{align}",
        "",
        ["a &amp;= b"],
        [],
        "MathJax: environments without dollars",
    ),
    ("a formula in square brackets", "\\\\[a_1 + b\\\\]", "", ["a_1 + b"], ["\\\\["], "MathJax, kramdown"),
    ("a dollar that is escaped", "값은 \\$5 이다.", "", ["$5"], [], "CommonMark 2.4"),
    (
        "a link's attributes",
        '[물](https://water.example){:target="_blank"}',
        "",
        ["https://water.example"],
        ["{:", "_blank"],
        "kramdown: span IAL",
    ),
    (
        "an include of Jekyll's",
        "{% include note.html %}",
        "",
        ["include note.html"],
        [],
        "Liquid: tags are shown as what they are",
    ),
    ("a comment", "물<!-- 속말 -->불", "", ["물", "속말", "불"], [], NOTHING_LOST),
    ("a task", "- [ ] 물\n- [x] 불", "", ["☐", "☑"], ["[x]"], "GFM 5.3: task list items"),
    (
        "a wikilink to a paper",
        "[[2601.91012|숟가락]]을 보라.",
        "",
        ["https://arxiv.org/abs/2601.91012", "숟가락"],
        ["[["],
        OBSIDIAN + "Internal links",
    ),
    ("strikethrough", "~~물~~ 불", "", ["<s>물</s>"], ["~~"], "GFM 6.5"),
    ("a hard break", "물  \n불\\\n김", "", ["물", "불", "김"], ["\\"], "CommonMark 6.7"),
):
    add(name, _in_method(text, rest), rule, html={"contains": shown, "lacks": hidden}, **TWO_KEYS)
add(
    "definitions are no text of the last paper",
    _in_method("물이다[^a].", "[^a]: 수돗물."),
    FOOTNOTES,
    lacks_in_last=["[^a]:"],
    **TWO_KEYS,
)
add(
    "Windows' line ends within a summary",
    _in_method("물이다[^a].", "[^a]: 수돗물.").replace("\n", "\r\n"),
    FOOTNOTES,
    html={"contains": ["수돗물."], "lacks": ["[^a]"]},
    **TWO_KEYS,
)
