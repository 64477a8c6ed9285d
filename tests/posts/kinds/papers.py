"""5. What is a paper, and what is a page."""

from tests.posts.kinds.shape import KEY, LINK, LINK2, METHOD, NOTHING_LOST, SECOND, TWO, TWO_KEYS, Kind

KIND = Kind(5)
add = KIND.add

BELOW = "Ours: two or more headings of one level, each with a link of its own in the labelled lines below"
for label, rule in (
    ("**Link**: [PDF]({})", "digests"),
    ("- 링크: {}", "a list"),
    ("> [arXiv]({})", "a quotation"),
    ("📄 [Paper]({}) | 💻 [Code](https://github.com/example/k)", "an emoji line"),
    ("| **arXiv** | [abs]({}) |\n|---|---|\n| **점수** | 7 |", "a table"),
    ("arxiv:: {}", "Dataview's inline field"),
    ("<{}>", "an autolink alone"),
    ("论文链接：{}", "a Chinese label"),
    ("**参照**: {}", "a Japanese label"),
    ("URL: {}", "a plain label"),
    ("*2026-01-05* · [abs]({})", "a date and a link"),
):
    text = "\n\n".join(
        f"## {t}\n{label.format(link)}\n\n{w}가 있다."
        for t, link, w in (("Slow Kettles", LINK, "주전자"), ("Cold Spoons", LINK2, "숟가락"))
    )
    add(
        f"the link below as {label!r}",
        f"# 오늘의 논문\n\n{text}\n",
        f"{BELOW}: {rule}",
        contains=["오늘의 논문", "주전자가 있다.", "숟가락가 있다."],
        **TWO_KEYS,
    )
NUMBERS = "Ours: emoji and bracketed numbers"
for form in (
    "[{}] ",
    "({}) ",
    "{}) ",
    "#{} ",
    "No. {}. ",
    "【{}】",
    "{}\ufe0f\u20e3 ",
    "Paper {}: ",
    "논문 {}. ",
    "{} - ",
    "📄 {}. ",
    "**{}.** ",
    "{}、",
):
    text = "".join(
        f"## {form.format(n)}[{t}]({link})\n\n{t} 이야기.\n\n"
        for n, t, link in ((1, "Slow Kettles", LINK), (2, "Cold Spoons", LINK2))
    )
    add(f"numbers as {form!r}", text, NUMBERS, contains=["Cold Spoons 이야기."], **TWO_KEYS)
add(
    "circled numbers",
    f"## ① [Slow Kettles]({LINK})\n\n물.\n\n## ② [Cold Spoons]({LINK2})\n\n국.\n",
    NUMBERS,
    **TWO_KEYS,
)
add("medals", f"### 🥇 [Slow Kettles]({LINK})\n\n물.\n\n### 🥈 [Cold Spoons]({LINK2})\n\n국.\n", NUMBERS, **TWO_KEYS)
add(
    "linked headings without numbers",
    f"## [Slow Kettles]({LINK})\n\n물.\n\n## [Cold Spoons]({LINK2})\n\n국.\n",
    "Ours: digests whose headings have no number",
    **TWO_KEYS,
)
add(
    "sections a level below a part",
    (
        f"# 하루\n\n## 부엌\n\n### 1. [Slow Kettles]({LINK})\n\n#### Method\n\n물.\n\n## 식탁\n\n"
        f"### 2. [Cold Spoons]({LINK2})\n\n#### Method\n\n국.\n"
    ),
    "Ours: sections a level below; the parts' names are text",
    contains=["부엌", "식탁"],
    **TWO_KEYS,
)
add(
    "numbers that begin anew in each part",
    f"## 부엌\n\n### 1. [Slow Kettles]({LINK})\n\n물.\n\n## 식탁\n\n### 1. [Cold Spoons]({LINK2})\n\n국.\n",
    "as daily jobs count by topic",
    contains=["식탁"],
    **TWO_KEYS,
)
PAGE = "Ours: a review of one paper in numbered chapters is one page"
for chapters, rule in (
    (("1. Introduction", "2. Related Work", "3. Method", "4. Experiments", "5. Conclusion"), "English"),
    (("0. 들어가며", "1. 배경", "2. 방법", "3. 실험", "4. 마치며"), "Korean, from 0"),
    (("1. 요약", "2. 핵심 기여", "3. 방법", "4. 메모"), "Korean, short"),
    (
        (
            "1. どんなもの？",
            "2. 先行研究と比べてどこがすごい？",
            "3. 技術のキモ",
            "4. 検証",
            "5. 議論",
            "6. 次に読むべき論文は？",
        ),
        "Japanese, six questions",
    ),
    (("一、问题与动机", "二、方法", "三、实验"), "Chinese numerals"),
    (("1 Introduction", "2 Method", "3 Results"), "numbers without a full stop"),
    (("Ⅰ. 서론", "Ⅱ. 본론", "Ⅲ. 결론"), "Roman numbers"),
    (("1. Problem", "2. Idea", "3. Why it works", "4. Questions"), "none of them a section's usual name"),
    (("1.1 배경", "1.2 문제", "2.1 방법"), "numbers of two parts"),
    (("[1] 배경", "[2] 방법"), "bracketed numbers"),
):
    text = f"# 느린 주전자 읽기\n\n[논문]({LINK})\n\n" + "".join(
        f"## {c}\n\n{c.split()[-1]} 이야기.\n\n" for c in chapters
    )
    add(
        f"chapters {' / '.join(chapters)}",
        text,
        f"{PAGE}: {rule}",
        keys=[],
        title="느린 주전자 읽기",
        contains=[f"{chapters[-1].split()[-1]} 이야기."],
    )
add(
    "chapters that cite others",
    (
        f"# 읽기\n\n## 1. 서론\n\n[Cold Spoons]({LINK2})는 다르다.\n\n## 2. 관련 연구\n\n"
        f"- [Slow Kettles]({LINK})\n- [Others](https://arxiv.org/abs/2601.91013)\n\n## 3. 결론\n\n끝.\n"
    ),
    "Ours: a page that cites papers in running text stays a page",
    keys=[],
    contains=["Others"],
)
add(
    "two chapters that cite one paper each",
    (
        f"# 읽기\n\n## 뜨거운 물\n\n이 장은 [Slow Kettles]({LINK})를 따른다.\n\n## 찬 국\n\n"
        f"여기서는 [Cold Spoons]({LINK2})를 쓴다.\n"
    ),
    "Ours: running text is no labelled line",
    keys=[],
    contains=["뜨거운 물", "찬 국"],
)
add(
    "a list of links is a page",
    f"# 목록\n\n- [Slow Kettles]({LINK})\n- [Cold Spoons]({LINK2})\n\n1. [Third](https://arxiv.org/abs/2601.91013)\n",
    "no heading names a paper",
    keys=[],
    title="목록",
    contains=["Third"],
)
add(
    "a table of papers is a page",
    (
        f"# 표\n\n## 부엌\n\n| 제목 | PDF |\n|---|---|\n| Slow Kettles | [{KEY}]({LINK}) |\n\n## 식탁\n\n"
        f"| 제목 | PDF |\n|---|---|\n| Cold Spoons | [{SECOND}]({LINK2}) |\n"
        "| Third | [2601.91013](https://arxiv.org/abs/2601.91013) |\n"
    ),
    "arXiv-daily pages: headings are topics",
    keys=[],
    contains=["Third"],
)
add(
    "numbered chapters within a digest's papers",
    (
        f"# 1. [Slow Kettles]({LINK})\n\n## 1. Introduction\n\n물.\n\n## 2. Method\n\n불.\n\n"
        f"# 2. [Cold Spoons]({LINK2})\n\n## 1. Introduction\n\n국.\n\n## 2. Method\n\n숟가락.\n"
    ),
    "a level below the papers",
    **TWO_KEYS,
)
add(
    "a digest with one paper without a link",
    f"# 1. [Slow Kettles]({LINK}){METHOD}# 2. Warm Forks{METHOD}# 3. [Cold Spoons]({LINK2}){METHOD}",
    "Seen: a paper may have no link",
    titles=["Slow Kettles", "Warm Forks", "Cold Spoons"],
)
add(
    "words before and behind the papers",
    f"안녕하세요.\n\n{TWO}# 마치며\n\n내일 또 봐요.\n",
    NOTHING_LOST,
    contains=["안녕하세요.", "마치며", "내일 또 봐요."],
)
add("an empty file", "", "Seen: zero bytes", keys=[], title="note")
add("one word", "주전자", "Seen: one word", keys=[], contains=["주전자"])
