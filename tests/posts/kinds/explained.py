"""8. check explains. The names and values of `explains` are a proposal."""

from tests.posts.kinds.shape import HEADED, LINK, LINK2, LONG, METHOD, ONE, PLAIN, Kind

KIND = Kind(8)
add = KIND.add

WHY = "Ours: for each file what was taken for what and why, in words and in JSON (names proposed here)"
for name, files, explains in (
    ("a head of YAML", {"note.md": HEADED}, {"head": "yaml", "title from": "head", "papers by": "numbered headings"}),
    ("a head of TOML", {"note.md": f'+++\ntitle = "주전자"\n+++\n{ONE}'}, {"head": "toml", "title from": "head"}),
    (
        "a head read line by line",
        {"note.md": f"---\ntitle: a: b\n---\n{ONE}"},
        {"head": "yaml, line by line", "bad lines": [2]},
    ),
    ("no head", {"note.md": ONE}, {"head": "none"}),
    ("a rule instead of a head", {"note.md": f"-----\n우산\n-----\n{ONE}"}, {"head": "none"}),
    (
        "a title from a heading",
        {"note.md": f"# 주전자\n\n{PLAIN}"},
        {"title from": "first heading", "papers by": "none, one page"},
    ),
    ("a title from the name", {"2026-01-05-kettle.md": PLAIN}, {"title from": "name", "date from": "name"}),
    ("a date from folders", {"2026/01/05/kettle.md": PLAIN}, {"date from": "folders"}),
    ("a date from `created`", {"note.md": f"---\ncreated: 2026-01-05\n---\n{ONE}"}, {"date from": "created"}),
    ("an ambiguous date", {"note.md": f"---\ndate: 05/01/2026\n---\n{ONE}"}, {"date from": "none"}),
    (
        "links below the headings",
        {"note.md": f"## Slow Kettles\nLink: {LINK}\n\n물.\n\n## Cold Spoons\nLink: {LINK2}\n\n국.\n"},
        {"papers by": "links below headings"},
    ),
    (
        "chapters of one page",
        {"note.md": f"# 읽기\n\n[논문]({LINK})\n\n## 1. Introduction\n\n물.\n\n## 2. Method\n\n불.\n"},
        {"papers by": "none, one page", "numbered headings are": "chapters"},
    ),
    (
        "an encoding that was guessed",
        {"note.md": (LONG * 3).encode("cp949")},
        {"encoding": "cp949", "encoding is": "a guess"},
    ),
    (
        "a link that was chosen among several",
        {"note.md": f"# 1. [Code](https://github.com/example/k) Slow Kettles [arXiv]({LINK}){METHOD}"},
        {"link from": "heading"},
    ),
    (
        "two papers with one link",
        {
            "note.md": f"# 1. [Slow Kettles](https://fair.example/day){METHOD}"
            f"# 2. [Cold Spoons](https://fair.example/day){METHOD}"
        },
        {"known by": "title"},
    ),
    (
        "a file that was passed over",
        {"note.md": ONE, "kettle.org": "* 주전자\n"},
        {"passed over": {"kettle.org": "no post: .org is not read"}},
    ),
):
    add(name, files, WHY, explains=explains)

HEADS = (
    ("yaml", "---\ntitle: 주전자\ndate: 2026-01-05\n---\n", "date"),
    ("yaml", "---\nTITLE: 주전자\npubDate: 2026-01-05\n...\n", "pubdate"),
    ("toml", '+++\ntitle = "주전자"\npublishDate = 2026-01-05\n+++\n', "publishdate"),
    ("json", '{"title": "주전자", "created": "2026-01-05"}\n\n', "created"),
    ("pandoc", "% 주전자\n% 김등불\n% 2026-01-05\n\n", "date"),
    ("multimarkdown", "Title: 주전자\nDate: 2026-01-05\n\n", "date"),
    ("org", "#+TITLE: 주전자\n#+DATE: <2026-01-05 Mon>\n\n", "date"),
)
BODIES = (
    ("numbered headings", ONE),
    ("links below headings", f"## Slow Kettles\nLink: {LINK}\n\n물.\n\n## Cold Spoons\nLink: {LINK2}\n\n국.\n"),
    ("linked headings", f"## [Slow Kettles]({LINK})\n\n물.\n\n## [Cold Spoons]({LINK2})\n\n국.\n"),
    ("sections below headings", f"# 1. Slow Kettles{METHOD}"),
    ("none, one page", PLAIN),
)
for head, source, key in HEADS:
    for by, body in BODIES:
        add(
            f"{head}, the date from {key}, papers by {by}",
            source + body,
            WHY,
            explains={"head": head, "title from": "head", "date from": key, "papers by": by, "encoding": "utf-8"},
        )
