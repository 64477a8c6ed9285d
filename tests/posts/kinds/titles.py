"""2. Values as they were written: titles that the head does not give."""

from tests.posts.kinds.shape import PLAIN, Kind

KIND = Kind(2)
add = KIND.add

HEADING = "Ours: without a title the first heading of level 1, then the name; jekyll-titles-from-headings"
for heading, shown, rule in (
    ("# 느린 주전자\n\n", "느린 주전자", HEADING),
    ("느린 주전자\n===\n\n", "느린 주전자", "CommonMark 4.3: underlined headings"),
    ("# **느린** `주전자` [읽기](https://a.example)\n\n", "느린 주전자 읽기", "a title is text without markup"),
    ("# 느린 주전자 #\n\n", "느린 주전자", "CommonMark 4.2: a closing sequence is no text"),
    ("# 느린 주전자 {#kettle}\n\n", "느린 주전자", "kramdown, pandoc: header ids"),
    ("```\n# 코드\n```\n\n# 느린 주전자\n\n", "느린 주전자", "CommonMark 4.5: no headings within fences"),
    ("    # 코드\n\n# 느린 주전자\n\n", "느린 주전자", "CommonMark 4.4: indented code"),
    ("<!--\n# 주석\n-->\n\n# 느린 주전자\n\n", "느린 주전자", "CommonMark 4.6: comments are HTML"),
    ("> # 인용\n\n# 느린 주전자\n\n", "느린 주전자", "a heading in a quotation is the quoted one's"),
    ("## 둘째 수준\n\n", "note", HEADING),
    ("#느린 주전자\n\n", "note", "CommonMark 4.2: a blank is needed behind `#`"),
    ("#\n\n# 느린 주전자\n\n", "느린 주전자", "CommonMark 4.2: headings may be empty"),
):
    add(
        f"the heading {heading.strip()!r} as title",
        heading + PLAIN,
        rule,
        title=shown,
        keys=[],
        contains=["물이 끓는다.", "김이 난다."],
    )
add(
    "a head's title comes before a heading's",
    f"---\ntitle: 머리\n---\n# 몸\n\n{PLAIN}",
    HEADING,
    title="머리",
    keys=[],
    contains=["몸"],
)
add("an empty title is none", f'---\ntitle: ""\n---\n# 몸\n\n{PLAIN}', HEADING, title="몸", keys=[])
add(
    "notes of one name have titles of their own",
    {f"{n}/paper.md": f"# {t}\n\n{PLAIN}" for n, t in (("a", "주전자"), ("b", "숟가락"))},
    HEADING,
    files={"a/paper.md": {"title": "주전자"}, "b/paper.md": {"title": "숟가락"}},
)
