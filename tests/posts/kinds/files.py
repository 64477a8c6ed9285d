"""7. Files: endings, folders, encodings."""

import unicodedata

from tests.posts.kinds.shape import HEADED, LINK, LONG, ONE_KEYS, Kind

KIND = Kind(7)
add = KIND.add

for ending in ("md", "markdown", "mkd", "mkdn", "mkdown", "mdown", "mdx", "qmd", "Rmd", "rmd", "MD", "txt"):
    add(
        f"a file .{ending}",
        {f"kettle.{ending}": HEADED},
        "Jekyll: markdown_ext markdown,mkdown,mkdn,mkd,md; MDX; Quarto; R Markdown; .txt with a head",
        posts=[f"kettle.{ending}"],
        title="주전자",
        **ONE_KEYS,
    )
for ending in ("txt", "org", "rst", "adoc", "tex", "ipynb", "pdf", "docx", "html", "json", "canvas"):
    add(
        f"a file .{ending} is passed over",
        {f"kettle.{ending}": "주전자 이야기. 머리가 없다.\n", "note.md": HEADED},
        "Ours: what a folder has and we passed over is said with the reason",
        posts=["note.md"],
        passed_over=[f"kettle.{ending}"],
        files={"note.md": ONE_KEYS},
    )
add(
    "a folder of nothing we read",
    {"a.org": "* 주전자\n", "b.tex": "\\section{주전자}\n"},
    "Ours: never '0 posts'",
    posts=[],
    passed_over=["a.org", "b.tex"],
    files={},
)
add(
    "a Jekyll site with a collection",
    {
        "_config.yml": "collections:\n  papers:\n    output: true\n",
        "_papers/kettle.md": HEADED,
        "_posts/2026-01-05-a.md": HEADED,
        "_layouts/post.md": HEADED,
        "_includes/x.md": HEADED,
        "README.md": "# 읽어 보세요\n",
    },
    "Jekyll, Collections: a folder `_name` for each collection in _config.yml",
    posts=["_papers/kettle.md", "_posts/2026-01-05-a.md"],
    passed_over=["README.md"],
    files={},
)
add(
    "a Jekyll site with collections in a folder",
    {
        "_config.yml": "collections_dir: notes\ncollections: [papers]\n",
        "notes/_papers/kettle.md": HEADED,
        "notes/_posts/2026-01-05-a.md": HEADED,
    },
    "Jekyll, Collections: collections_dir; collections as a list",
    posts=["notes/_papers/kettle.md", "notes/_posts/2026-01-05-a.md"],
    files={},
)
add(
    "a Hugo site",
    {
        "hugo.toml": "title = 'x'\n",
        "content/posts/kettle/index.md": HEADED,
        "content/posts/spoon.md": HEADED,
        "archetypes/default.md": HEADED,
        "themes/t/README.md": "# 테마\n",
        "README.md": "# 읽어 보세요\n",
    },
    "Hugo, Directory structure: content/ has the content; archetypes/ and themes/ none",
    posts=["content/posts/kettle/index.md", "content/posts/spoon.md"],
    passed_over=["README.md"],
    files={},
)
add(
    "a Hugo site with an old configuration",
    {"config.toml": "baseURL = '/'\n", "content/spoon.md": HEADED, "public/spoon/index.html": "<p>x</p>"},
    "Hugo, Configuration: config.toml before 0.110; public/ is what it writes",
    posts=["content/spoon.md"],
    files={},
)
add(
    "an Obsidian vault",
    {".obsidian/app.json": "{}", ".trash/old.md": HEADED, "Papers/주전자.md": HEADED, "Drawing.canvas": "{}"},
    "Obsidian, How Obsidian stores data: .obsidian; Deleted files: .trash",
    posts=["Papers/주전자.md"],
    passed_over=["Drawing.canvas"],
    files={},
)

JAPANESE = (
    "やかんに水を入れて火をつけると、しばらくして湯気が立ちます。ふたはがたがた鳴り、窓は白くくもります。"
    "毎朝おなじ音がします。\n"
)
CHINESE = "把水倒进水壶，点上火，过一会儿就会冒出蒸汽。壶盖咔嗒作响，窗户渐渐模糊。每天早晨都是同样的声音。\n"
TAIWAN = "把水倒進水壺，點上火，過一會兒就會冒出蒸汽。壺蓋輕輕作響，窗戶漸漸模糊。每天早晨都是同樣的聲音。\n"
FRENCH = (
    "# Étude des bouilloires\n\n"
    "L’eau chauffée à l’excès déborde : déjà l’été passé, la façade naïve en gardait la trace. Voilà où mène la hâte.\n"
)
NORMALIZER = "Ours: East Asian encodings by charset-normalizer or better, always remarked as a guess"
ZEROS = "Ours: UTF-16 without a mark by its zeros, UTF-32"
for codec, text, word, rule in (
    ("utf-16-le", HEADED + LONG, "흐려진다", ZEROS),
    ("utf-16-be", HEADED + LONG, "흐려진다", ZEROS),
    ("utf-32-le", HEADED + LONG, "흐려진다", ZEROS),
    ("utf-32-be", HEADED + LONG, "흐려진다", ZEROS),
    ("utf-32", HEADED + LONG, "흐려진다", "Unicode: FF FE 00 00 is the mark of UTF-32, not of UTF-16"),
    ("euc-kr", LONG * 3, "흐려진다", NORMALIZER),
    ("cp949", LONG * 3 + "똠방각하\n", "똠방각하", NORMALIZER),
    ("johab", LONG * 3, "흐려진다", NORMALIZER),
    ("shift_jis", JAPANESE * 3, "くもります", NORMALIZER),
    ("euc-jp", JAPANESE * 3, "くもります", NORMALIZER),
    ("iso2022_jp", JAPANESE * 3, "くもります", NORMALIZER),
    ("gb18030", CHINESE * 3, "渐渐模糊", NORMALIZER),
    ("gbk", CHINESE * 3, "渐渐模糊", NORMALIZER),
    ("big5", TAIWAN * 3, "漸漸模糊", NORMALIZER),
    ("cp1252", FRENCH * 3, "façade naïve", "Ours: Latin-1"),
    ("latin-1", FRENCH.replace("’", "'") * 3, "façade naïve", "Ours: Latin-1"),
):
    add(f"a file in {codec}", text.encode(codec), rule, contains=[word], remarks=["encoding"])
add(
    "a file in UTF-16 with its mark",
    (HEADED + LONG).encode("utf-16"),
    "Unicode: the mark says it",
    title="주전자",
    contains=["흐려진다"],
    **ONE_KEYS,
)
add(
    "English in UTF-16 without a mark",
    f"# 1. [Slow Kettles]({LINK})\n\nWater boils.\n".encode("utf-16-le"),
    ZEROS,
    contains=["Water boils."],
    **ONE_KEYS,
)
add(
    "a last character that is cut off",
    (HEADED + LONG).encode()[:-3],
    "Ours: it does not turn a file into CP949",
    title="주전자",
    contains=["창문은 흐려진다"],
    **ONE_KEYS,
)
add(
    "one bad byte in the middle",
    (HEADED + LONG * 20).encode().replace("뚜껑".encode(), b"\xff", 1),
    "UTF-8: everything else still is UTF-8",
    title="주전자",
    contains=["뚜껑은", "흐려진다"],
    remarks=["encoding"],
    **ONE_KEYS,
)
add(
    "a pasted piece of CP949 in UTF-8",
    (HEADED + LONG * 20).encode() + "숟가락".encode("cp949") + b"\n",
    "UTF-8: everything else still is UTF-8",
    title="주전자",
    contains=["흐려진다"],
    remarks=["encoding"],
    **ONE_KEYS,
)
add(
    "zero bytes in a text",
    HEADED.encode() + b"a\0b\n",
    "CommonMark 2.3: U+0000 becomes U+FFFD",
    title="주전자",
    contains=["a\ufffdb"],
    **ONE_KEYS,
)
add(
    "decomposed Hangul",
    {"note.md": unicodedata.normalize("NFD", HEADED)},
    "Seen: decomposed Hangul, as a Mac writes it",
    title="주전자",
    **ONE_KEYS,
)
add(
    "bytes that are no text",
    {"note.md": bytes(range(256)) * 4, "b.md": HEADED},
    "Ours: no file is rejected; it says why in its remarks",
    files={"note.md": {"remarks": ["encoding"]}, "b.md": ONE_KEYS},
)
