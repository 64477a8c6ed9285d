"""11. Posts of blogs, lists and people: generators of sites, lists of papers, digests in other words."""

from tests.posts.kinds.shape import KEY, LINK, LINK2, NOTHING_LOST, SECOND, TWO_KEYS, Kind

KIND = Kind(11)
add = KIND.add

add(
    "Hugo: taxonomies below their own key, a TOC shortcode, papers as linked headings",
    f"""---
title: "이번 주 논문 #12: 주전자"
date: 2026-01-05T09:00:00+09:00
lastmod: 2026-02-01
draft: false
tags: [논문, "3.10"]
series: ["주간"]
cover:
  image: kettle.png
---

{{{{< toc >}}}}

### [Slow Kettles]({LINK}) ⭐⭐⭐

물이 끓는다.

### [Cold Spoons]({LINK2}) ⭐

숟가락이 차다.
""",
    "Hugo: front matter, shortcodes",
    title="이번 주 논문 #12: 주전자",
    date="2026-01-05",
    tags=["논문", "3.10"],
    contains=["물이 끓는다."],
    **TWO_KEYS,
)
add(
    "Jekyll: a post with `published: false`, permalink, Liquid around the papers",
    f"""---
layout: post
title:  "논문 읽기"
date:   2026-01-05 09:00:00 +0900
published: false
categories: [논문]
---
{{% for x in page.papers %}}
{{% endfor %}}
# 1. [Slow Kettles]({LINK}){{:target="_blank"}}
{{: .paper }}
물이 끓는다.

# 2. [Cold Spoons]({LINK2}){{:target="_blank"}}
숟가락이 차다.
""",
    "kramdown: attribute lists behind links and below headings",
    title="논문 읽기",
    date="2026-01-05",
    contains=["물이 끓는다.", "숟가락이 차다."],
    **TWO_KEYS,
)
add(
    "Quarto: papers in call-out blocks with headings",
    f"""---
title: "Reading list"
date: "January 5, 2026"
categories: [paper, "no"]
format: html
---

::: {{.callout-note}}
## 1. [Slow Kettles]({LINK})
물이 끓는다.
:::

::: {{.callout-note collapse="true"}}
## 2. [Cold Spoons]({LINK2})
숟가락이 차다.
:::
""",
    "Quarto: fenced divs",
    title="Reading list",
    date="2026-01-05",
    contains=["물이 끓는다.", "숟가락이 차다."],
    **TWO_KEYS,
)
add(
    "Docusaurus: imports, components, admonitions, ids in braces",
    {
        "blog/2026-01-05-kettles/index.mdx": f"""---
slug: kettles
authors: [kim]
tags: [paper]
---
import Tabs from '@theme/Tabs';

# Kettles of the day

<!-- truncate -->

## Slow Kettles {{#slow}}

:::info
Paper: [arXiv]({LINK})
:::

물이 끓는다.

## Cold Spoons {{#cold}}

:::info
Paper: [arXiv]({LINK2})
:::

<Tabs>숟가락이 차다.</Tabs>
"""
    },
    "Docusaurus: blog plugin",
    title="Kettles of the day",
    date="2026-01-05",
    contains=["물이 끓는다.", "숟가락이 차다."],
    **TWO_KEYS,
)
add(
    "Pelican: metadata lines, then a digest with underlined headings",
    f"""Title: 주전자 주간
Date: 2026-01-05 10:20
Tags: 논문, 물
Slug: kettle-weekly

1. [Slow Kettles]({LINK})
-------------------------

물이 끓는다.

2. [Cold Spoons]({LINK2})
-------------------------

숟가락이 차다.
""",
    "Pelican: Markdown metadata",
    title="주전자 주간",
    date="2026-01-05",
    tags=["논문", "물"],
    contains=["물이 끓는다.", "숟가락이 차다."],
    keys={"one of": [[KEY, SECOND], []]},
)
add(
    "Astro: `pubDate` as words, a hero image, an author with a link",
    f"""---
title: 'It''s a kettle'
description: 'x: y'
pubDate: 'Jan 05 2026'
heroImage: '/kettle.jpg'
---

읽은 것: [Slow Kettles]({LINK})
""",
    "Astro: blog template",
    title="It's a kettle",
    date="2026-01-05",
    keys=[],
    contains=["읽은 것"],
)
add(
    "Zola: TOML with a table of extra values and taxonomies",
    f"""+++
title = "Kettles"
date = 2026-01-05
[taxonomies]
tags = ["paper", "3.10"]
[extra]
math = true
+++

## 1. [Slow Kettles]({LINK})
물이 끓는다.
""",
    "Zola: front matter",
    title="Kettles",
    date="2026-01-05",
    keys=[KEY],
    contains=["물이 끓는다."],
)
add(
    "MyST: a head of kernels, directives with colons and braces",
    f"""---
jupytext:
  formats: md:myst
kernelspec:
  name: python3
---

(kettles)=
# Kettles

```{{note}}
물이 끓는다.
```

:::{{figure}} kettle.png
김
:::

{{cite}}`kim2026` 은 [논문]({LINK}) 이다.
""",
    "MyST: directives",
    title="Kettles",
    keys=[],
    contains=["물이 끓는다.", "kim2026"],
)
add(
    "a README whose title is HTML in the middle of the page",
    f"""<h1 align="center">
  <img src="logo.svg" width="80"><br>Kettle Notes
</h1>

<p align="center">물이 끓는다.</p>

## 1. [Slow Kettles]({LINK})

김이 난다.
""",
    "GitHub: READMEs with aligned headings",
    title="Kettle Notes",
    keys=[KEY],
    contains=["물이 끓는다."],
)
add(
    "an awesome list with nested bullets of papers, code links, badges",
    f"""# Awesome Kettles [![Awesome](https://badge.example/a.svg)](https://awesome.example)

> 주전자 논문 모음

## Contents
- [Boiling](#boiling)
  - [Slow](#slow)

## Boiling
### Slow
- **Slow Kettles** (ICKS 2026) [[paper]({LINK})] [[code](https://github.com/example/kettle)] ![stars](https://badge.example/s.svg)
  - *Kim et al.* 물이 끓는다.
- **Cold Spoons** [[paper]({LINK2})]
""",
    "awesome lists",
    title="Awesome Kettles",
    keys=[],
    contains=["물이 끓는다.", "Slow Kettles", "Cold Spoons"],
)
add(
    "a table of papers with links in cells",
    f"""# 2026년 1월 논문

| # | 제목 | 링크 | 메모 |
|---|---|---|---|
| 1 | Slow Kettles | [arXiv]({LINK}) | 물이 끓는다 |
| 2 | Cold Spoons | [arXiv]({LINK2}) | 차다 \\| 아주 |
""",
    NOTHING_LOST,
    title="2026년 1월 논문",
    keys=[],
    contains=["물이 끓는다", "아주"],
)
add(
    "a newsletter: emoji headings, one paper a heading, links to read more, a sponsor between",
    f"""# 🗞️ Kettle Weekly #7

안녕하세요!

## 🔥 Slow Kettles: Boiling at Scale

물이 끓는다. [👉 Read the paper]({LINK})

---
**Sponsor**: [Pots & Co](https://pots.example?utm_source=kw)
---

## 🧊 Cold Spoons

숟가락이 차다. [👉 Read the paper]({LINK2})

## 👋 Goodbye
다음 주에 만나요.
""",
    "Substack and Ghost: exports",
    title="🗞️ Kettle Weekly #7",
    keys=[KEY, SECOND],
    numbers=[1, 2],
    contains=["물이 끓는다.", "숟가락이 차다.", "다음 주에 만나요."],
)
add(
    "several papers as headings of level 1, sections in other Korean words",
    f"""# Slow Kettles
링크: {LINK}

## 연구 배경
물이 차다.

## 제안하는 방법
불을 켠다.

## 실험 및 결과
끓는다.

## 느낀 점
좋다.

# Cold Spoons
링크: {LINK2}

## 문제 정의
숟가락이 차다.

## 핵심 아이디어
덥힌다.
""",
    NOTHING_LOST,
    keys=[KEY, SECOND],
    titles=["Slow Kettles", "Cold Spoons"],
    contains=["불을 켠다.", "덥힌다."],
)
add(
    "links in headings to code and project before the paper's own",
    f"""## 1. Slow Kettles [[code](https://github.com/example/kettle)] [[demo](https://k.example)] [[arXiv]({LINK})]

물이 끓는다.

## 2. Cold Spoons [[code](https://github.com/example/spoon)] [[arXiv]({LINK2})]

숟가락이 차다.
""",
    NOTHING_LOST,
    contains=["https://github.com/example/kettle"],
    **TWO_KEYS,
)
add(
    "no headings at all: papers as bold lines with links below",
    f"""**1. Slow Kettles**
{LINK}
물이 끓는다.

**2. Cold Spoons**
{LINK2}
숟가락이 차다.
""",
    NOTHING_LOST,
    keys=[],
    contains=["물이 끓는다.", "숟가락이 차다."],
)
add(
    "papers counted with Korean words and a colon",
    f"""# 오늘의 논문 두 편

## 첫 번째 논문: Slow Kettles
- 링크: {LINK}
- 한 줄 요약: 물이 끓는다.

## 두 번째 논문: Cold Spoons
- 링크: {LINK2}
- 한 줄 요약: 차다.
""",
    NOTHING_LOST,
    contains=["물이 끓는다."],
    **TWO_KEYS,
)
add(
    "numbers in circles and paper's names in quotation marks",
    f"""## ① 「Slow Kettles」 ({LINK})
물이 끓는다.

## ② 「Cold Spoons」 ({LINK2})
차다.
""",
    NOTHING_LOST,
    keys=[KEY, SECOND],
    numbers=[1, 2],
    contains=["물이 끓는다."],
)
add(
    "a paper's details in a collapsed element",
    f"""## 1. [Slow Kettles]({LINK})

<details>
<summary>초록</summary>

물이 끓는다.

</details>

## 2. [Cold Spoons]({LINK2})

<details><summary>초록</summary>차다.</details>
""",
    "GitHub: details and summary",
    contains=["물이 끓는다.", "차다."],
    **TWO_KEYS,
)
add(
    "a review with questions as numbered headings and one paper's link at the top",
    f"""# [논문 리뷰] Slow Kettles

> {LINK}

## Q1. 무엇을 했나?
물을 끓였다.

## Q2. 왜?
찼다.

## Q3. 어떻게?
불로.
""",
    NOTHING_LOST,
    title="[논문 리뷰] Slow Kettles",
    keys=[],
    contains=["물을 끓였다.", "불로."],
)
add(
    "a paper a heading of level 3 below days of level 2",
    f"""# 1월 독서

## 1/5 (월)
### [Slow Kettles]({LINK})
물이 끓는다.

## 1/6 (화)
### [Cold Spoons]({LINK2})
차다.
""",
    NOTHING_LOST,
    title="1월 독서",
    contains=["물이 끓는다.", "1/6 (화)"],
    **TWO_KEYS,
)
add(
    "a definition list and abbreviations of PHP Markdown Extra",
    f"""---
title: 용어
---

주전자
: 물을 끓이는 것. [논문]({LINK})

*[KTL]: Kettle Learning

KTL은 느리다.
""",
    "PHP Markdown Extra: definition lists and abbreviations",
    keys=[],
    contains=["물을 끓이는 것.", "KTL은 느리다.", "Kettle Learning"],
)
add(
    "a file of nothing but a head",
    "---\ntitle: 빈 글\ndate: 2026-01-05\n---\n",
    NOTHING_LOST,
    title="빈 글",
    date="2026-01-05",
    keys=[],
)
add(
    "two heads one after the other",
    f"""---
title: 첫 머리
---
---
title: 둘째 머리
---

{LINK}
""",
    NOTHING_LOST,
    title="첫 머리",
    keys=[],
    contains=["title: 둘째 머리"],
)
add(
    "a head within a code fence at the top",
    f"""```yaml
---
title: 안 머리
---
```

# 주전자

[논문]({LINK})
""",
    NOTHING_LOST,
    title="주전자",
    keys=[],
    contains=["title: 안 머리"],
)
add(
    "a letter that was forwarded: quoted twice, addresses in angle brackets",
    f"""> > # 1. [Slow Kettles]({LINK})
> > 물이 끓는다.
>
> 고마워요 <kim@water.example>

그래요. {LINK2}
""",
    NOTHING_LOST,
    keys=[],
    contains=["물이 끓는다.", "그래요."],
)
add(
    "headings without a blank behind the signs",
    f"""#1. [Slow Kettles]({LINK})
물이 끓는다.

#2. [Cold Spoons]({LINK2})
차다.
""",
    "old Markdown: no blank behind #; CommonMark takes it for text",
    contains=["물이 끓는다.", "차다."],
    keys={"one of": [[KEY, SECOND], []]},
)
add(
    "one paper's notes with several headings of level 1",
    f"""# 요약
물이 끓는다.

# 방법
불을 켠다.

# 참고
- [Slow Kettles]({LINK})
- [Cold Spoons]({LINK2})
""",
    NOTHING_LOST,
    keys=[],
    contains=["불을 켠다.", "Cold Spoons"],
)
add(
    "a comparison of two papers under linked headings of chapters",
    f"""# 주전자 대 숟가락

## 1. 들어가며
둘을 견준다.

## 2. [Slow Kettles]({LINK})는 왜 느린가
물이 많다.

## 3. [Cold Spoons]({LINK2})는 왜 찬가
쇠라서.

## 4. 맺으며
끝.
""",
    NOTHING_LOST,
    contains=["둘을 견준다.", "끝."],
)
add(
    "Windows' line ends, tabs for indentation and trailing blanks",
    "---\r\ntitle:\t주전자  \r\ntags:\r\n\t- 논문\r\n\t- 물\r\n---\r\n"
    f"\r\n## 1. [Slow Kettles]({LINK})  \r\n\t물이 끓는다.\r\n",
    NOTHING_LOST,
    title="주전자",
    tags=["논문", "물"],
    keys=[KEY],
    contains=["물이 끓는다."],
)
add(
    "a paper known by a DOI and one by its ACL page, in Korean quotation",
    """## 1. “Slow Kettles” https://doi.org/10.9999/kettle.2026.17
물이 끓는다.

## 2. “Cold Spoons” https://aclanthology.org/2026.kettle-main.7.pdf
차다.
""",
    NOTHING_LOST,
    keys=["https://doi.org/10.9999/kettle.2026.17", "https://aclanthology.org/2026.kettle-main.7"],
    contains=["물이 끓는다."],
)
add(
    "mathematics and code that look like headings and links",
    f"""# 1. [Slow Kettles]({LINK})

$$
# not a heading
[a](b)
$$

    # 2. [Cold Spoons]({LINK2})

$a_1$ 과 $b_1$ 이다.
""",
    NOTHING_LOST,
    keys=[KEY],
    title="note",
    contains=["not a heading", "과 $b_1$ 이다."],
)
add(
    "a reading log: days as headings, papers in lists below",
    f"""---
title: 2026 읽기 기록
---

## 2026-01-05
- [x] [Slow Kettles]({LINK}) ⭐️⭐️⭐️
  - 물이 끓는다.
- [ ] [Cold Spoons]({LINK2})

## 2026-01-06
- 쉼
""",
    NOTHING_LOST,
    title="2026 읽기 기록",
    keys=[],
    contains=["물이 끓는다.", "쉼"],
)
add(
    "a talk's slides in Marp: rules between, a head of its own",
    f"""---
marp: true
theme: gaia
title: 주전자 발표
---

# Slow Kettles

{LINK}

---

## 방법

불을 켠다.

---

# 고맙습니다
""",
    "Marp: slides are split by rules",
    title="주전자 발표",
    keys=[],
    contains=["불을 켠다.", "고맙습니다"],
)
add(
    "an arXiv listing pasted as text",
    f"""arXiv:{KEY} [pdf, other]
Title: Slow Kettles
Authors: Kim, Park
Comments: 12 pages
Subjects: Kettles (cs.KT)

arXiv:{SECOND} [pdf]
Title: Cold Spoons
Authors: Lee
""",
    "arXiv: list of new papers",
    keys=[],
    contains=["Comments: 12 pages", "Cold Spoons"],
)
add(
    "a Chinese note with full-width numbers and the link in the heading's end",
    f"""# 论文速递

## 一、Slow Kettles（{LINK}）
水开了。

## 二、Cold Spoons（{LINK2}）
勺子凉了。
""",
    NOTHING_LOST,
    title="论文速递",
    **TWO_KEYS,
    contains=["水开了。"],
)
add(
    "headings with inline code, mathematics and HTML in a title",
    f"""## 1. [`Kettle`: $O(n)$ <em>Slow</em> & **Bold** *It*]({LINK})
물이 끓는다.

## 2. [C++ & <T>: Spoons_of_tin]({LINK2})
차다.
""",
    NOTHING_LOST,
    keys=[KEY, SECOND],
    contains=["물이 끓는다."],
)
add(
    "headings whose links are HTML, with attributes behind Markdown's",
    f"""## 1. <a href="{LINK}" target="_blank">Slow Kettles</a>
물이 끓는다.

## 2. [Cold Spoons]({LINK2}){{target=_blank rel="noopener"}}
차다.
""",
    "GitHub: HTML in headings; pandoc, link_attributes: `{key=value}` behind a link",
    contains=["물이 끓는다.", "차다."],
    **TWO_KEYS,
)
add(
    "a review whose Related Work has parts with links",
    f"""# 느린 주전자

## 1. Introduction
물이 차다. [앞선 연구]({LINK})

## 2. Related Work
### 2.1 [Slow Kettles]({LINK})
가
### 2.2 [Cold Spoons]({LINK2})
나

## 3. Method
불을 켠다.
""",
    "Ours: a review of one paper with numbered headings is one page",
    title="느린 주전자",
    keys=[],
    contains=["불을 켠다.", "2.2"],
)
add(
    "a digest whose papers are counted within its parts",
    f"""# 모음

## 1. 물
### 1.1 [Slow Kettles]({LINK})
가

## 2. 쇠
### 2.1 [Cold Spoons]({LINK2})
나
""",
    NOTHING_LOST,
    keys=[KEY, SECOND],
    titles=["Slow Kettles", "Cold Spoons"],
    contains=["가", "나"],
)
add(
    "a sentence with a colon between two rules",
    "---\n\n물이 끓는다. 그리고: 이것\n\n---\n\n김이 난다.\n",
    "Ours: prose between rules is text",
    title="note",
    keys=[],
    contains=["물이 끓는다. 그리고: 이것", "김이 난다."],
)
add(
    "tags in lists within a list",
    "---\ntitle: 물\ntags:\n  - [물, 김]\n  - 3.10\n---\n\n글\n",
    "YAML: a sequence may hold sequences",
    title="물",
    tags=["물", "김", "3.10"],
)
