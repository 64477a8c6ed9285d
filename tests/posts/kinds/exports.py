"""10. Notes that other programs wrote: Notion, Obsidian, Zotero, blogs' exports, chats, converters."""

from tests.posts.kinds.shape import KEY, LINK, LINK2, NOTHING_LOST, SECOND, TWO_KEYS, Kind

KIND = Kind(10)
add = KIND.add

add(
    "a database page of Notion: properties as lines below the title",
    {
        "Slow Kettles 1f0a2b3c4d5e6f708192a3b4c5d6e7f8.md": f"""# Slow Kettles

상태: 읽음
태그: 주전자, 김
날짜: 2026년 1월 5일
URL: {LINK}
저자: Kim, Park

## 한 줄 요약

물은 천천히 끓는다.

<aside>
💡 뚜껑을 열면 더 늦다.

</aside>
"""
    },
    "Notion help: export as Markdown & CSV; properties are lines below the title",
    title="Slow Kettles",
    keys=[],
    contains=["상태: 읽음", "물은 천천히 끓는다.", "뚜껑을 열면 더 늦다."],
)
add(
    "a Notion export of a day with toggles and papers as level 2",
    f"""# 2026-01-05 논문 모음

## 1. [Slow Kettles]({LINK})

- 요약
    - 물이 끓는다.
- 방법
    - 주전자를 쓴다.

---

## 2. [Cold Spoons]({LINK2})

- 요약
    - 숟가락이 차다.

---
""",
    "Notion help: toggles become nested lists",
    title="2026-01-05 논문 모음",
    contains=["주전자를 쓴다.", "숟가락이 차다."],
    **TWO_KEYS,
)
add(
    "an Obsidian literature note with a callout of metadata",
    f"""---
title: "Slow Kettles"
authors: [Kim, Park]
year: 2026
citekey: kim2026slow
tags:
  - literature
  - 주전자
url: {LINK}
created: 2026-01-05
---

> [!info] 서지
> **Title**:: Slow Kettles
> **Link**:: [arXiv]({LINK})

## 왜 읽었나
주전자 때문에. [[Cold Spoons]] 참고.

## Annotations
%% begin annotations %%
> 물은 식는다. (p. 3)
%% end annotations %%
""",
    "obsidian-zotero-integration: templates of literature notes",
    title="Slow Kettles",
    tags=["literature", "주전자"],
    date="2026-01-05",
    keys=[],
    contains=["왜 읽었나", "물은 식는다. (p. 3)"],
)
add(
    "an Obsidian note with Dataview's inline fields for several papers",
    f"""# 읽을거리

## Slow Kettles
arxiv:: {KEY}
status:: reading

물이 끓는다.

## Cold Spoons
arxiv:: [[{SECOND}]]
status:: done

숟가락이 차다.
""",
    "Dataview: inline fields are `key:: value`",
    keys=[KEY, SECOND],
    titles=["Slow Kettles", "Cold Spoons"],
    contains=["status:: reading", "숟가락이 차다."],
)
add(
    "Zotero's note export: title, authors, annotations with links to the item",
    """# Annotations
(2026. 1. 5. 오후 3:20:11)

“Water boils slowly” ([Kim 등, p. 2](zotero://select/library/items/ABCD1234)) 맞는 말이다.

“Steam rises” ([Kim 등, 2026, p. 4](zotero://select/library/items/ABCD1234))
""",
    "Zotero: note export as Markdown",
    title="Annotations",
    keys=[],
    contains=["“Water boils slowly”", "맞는 말이다.", "“Steam rises”"],
)
add(
    "Better Notes of Zotero: a YAML head with a link and a nested list of papers",
    f"""---
tags: [zotero]
title: Kim et al., 2026
date: 2026-01-05 09:00:11
$version: 12
$libraryID: 1
$itemKey: ABCD1234
---
# Kim et al., 2026

* Slow Kettles
  * 링크: {LINK}
  * 물이 끓는다.
* Cold Spoons
  * 링크: {LINK2}
""",
    "zotero-better-notes: Markdown with $version in its head",
    title="Kim et al., 2026",
    tags=["zotero"],
    date="2026-01-05",
    keys=[],
    contains=["물이 끓는다.", "Cold Spoons"],
)
add(
    "a velog export: title, description, date and tags in the head",
    f"""---
title: "[논문 리뷰] Slow Kettles"
description: "주전자는 왜 느린가: 3.10절까지"
date: 2026-01-05T08:30:00.123Z
tags: ["주전자","리뷰"]
---
# 들어가며
주전자 논문이다. {LINK}

# 본론
## 1. 문제
물이 안 끓는다.
## 2. 해법
불을 켠다.

# 마치며
끝.
""",
    "velog-backup: YAML head",
    title="[논문 리뷰] Slow Kettles",
    tags=["주전자", "리뷰"],
    date="2026-01-05",
    keys=[],
    contains=["주전자 논문이다.", "불을 켠다.", "끝."],
)
add(
    "a tistory page saved as Markdown with HTML inside",
    f"""---
layout: post
title: 주전자 논문 정리
date: '2026. 1. 5. 14:03'
categories: 논문
---

<p data-ke-size="size16">물이 끓는다.</p>
<h2 data-ke-size="size26">Slow Kettles</h2>
<p><a href="{LINK}">{LINK}</a></p>
<figure class="imageblock"><img src="kettle.png" alt="주전자"/></figure>
<p>&nbsp;</p>
<pre class="python"><code># 3. [Cold Spoons]({LINK2})
</code></pre>
""",
    "tistory: the editor's HTML",
    title="주전자 논문 정리",
    date="2026-01-05",
    keys=[],
    contains=["물이 끓는다.", "Slow Kettles"],
)
add(
    "a naver blog copied as text: blank lines of zero-width characters, emoji, no headings",
    f"""주전자 논문을 읽었습니다😊
\u200b
\u200b
링크는 여기 👉 {LINK}
\u200b
안녕하세요, 오늘은 물이 끓는 이야기입니다.
\u200b
#주전자 #논문리뷰 #물
""",
    "Naver: SmartEditor puts U+200B into blank lines",
    keys=[],
    contains=["주전자 논문을 읽었습니다", "물이 끓는 이야기입니다.", "#논문리뷰"],
)
add(
    "a Slack channel exported as Markdown",
    f"""# #paper-reading

**kim** [10:32 AM]
오늘 논문: <{LINK}|Slow Kettles>
> 물이 끓는다.

**park** [10:35 AM]
:+1: {LINK2} 도 같이 보죠

---
**2026-01-06**

**kim** [9:01 AM]
```
1. 읽기
2. 쓰기
```
""",
    "Slack: mrkdwn links are <address|words>",
    title="#paper-reading",
    keys=[],
    contains=["물이 끓는다.", "도 같이 보죠", "1. 읽기"],
)
add(
    "a Discord or KakaoTalk log with times and addresses",
    f"""--------------- 2026년 1월 5일 월요일 ---------------
[김하나] [오전 9:12] {LINK}
[김하나] [오전 9:12] 이거 읽어보세요
[박둘] [오전 9:30] 물이 끓네요
--------------- 2026년 1월 6일 화요일 ---------------
[박둘] [오후 1:00] 끝
""",
    "KakaoTalk: export of a chat",
    keys=[],
    contains=["이거 읽어보세요", "물이 끓네요", "[오후 1:00] 끝"],
)
add(
    "meeting notes: agenda, papers as numbered headings without links, decisions",
    f"""---
title: 주간 회의 2026-01-05
attendees: [김, 박]
---

## 1. 지난주 확인
- 주전자 실험 끝

## 2. 논문 공유
- 김: [Slow Kettles]({LINK}) — 물이 끓는다
- 박: [Cold Spoons]({LINK2}) — 차다

## 3. 할 일
- [ ] 주전자 닦기
""",
    NOTHING_LOST,
    title="주간 회의 2026-01-05",
    keys=[],
    contains=["주전자 실험 끝", "물이 끓는다", "주전자 닦기"],
)
add(
    "an HTML page saved under the name .md",
    f"""<!DOCTYPE html>
<html lang="ko">
<head><meta charset="utf-8"><title>주전자 노트</title>
<style>body {{ color: red }}</style>
</head>
<body>
<h1>주전자 노트</h1>
<h2><a href="{LINK}">1. Slow Kettles</a></h2>
<p>물이 끓는다.</p>
</body>
</html>
""",
    NOTHING_LOST,
    title="주전자 노트",
    keys=[],
    contains=["물이 끓는다.", "Slow Kettles"],
)
add(
    "Evernote by yarle: a title, tags as words with signs, attachments",
    f"""---
title: Slow Kettles 메모
updated: 2026-02-01 10:00:00Z
created: 2026-01-05 01:02:03Z
source: {LINK}
tags:
  - 논문
  - 물/주전자
---
# Slow Kettles 메모

![[./_resources/Slow_Kettles.resources/kettle.png]]
물이 끓는다.
""",
    "yarle: Evernote to Markdown",
    title="Slow Kettles 메모",
    tags=["논문", "물/주전자"],
    date="2026-01-05",
    keys=[],
    contains=["물이 끓는다."],
)
add(
    "Joplin's front matter with its own names",
    """---
title: 007 no
updated: 2026-01-06 01:02:03Z
created: 2026-01-05 01:02:03Z
latitude: 37.5
completed?: no
due: 2026-02-01 00:00:00Z
tags:
  - no
  - 12:30
---

물이 끓는다.
""",
    "Joplin: Markdown + front matter",
    title="007 no",
    tags=["no", "12:30"],
    date="2026-01-05",
    keys=[],
    contains=["물이 끓는다."],
    no_remarks=["date-unreadable"],
)
add(
    "Logseq: everything is a bullet, properties with two colons, the page's name has the title",
    {
        "pages/Slow Kettles.md": f"""title:: Slow Kettles
tags:: [[논문]], 주전자
arxiv:: {LINK}

- ## 요약
  - 물이 끓는다.
    - collapsed:: true
- ## 방법
  - TODO 주전자 사기 [[2026-01-05]]
"""
    },
    "Logseq: page properties",
    title="Slow Kettles",
    keys=[],
    contains=["물이 끓는다.", "주전자 사기"],
)
add(
    "Roam's export: nested bullets with references to blocks",
    f"""- Metadata::
    - Title:: Slow Kettles
    - URL:: {LINK}
    - Tags:: #논문 #[[물 끓이기]]
- ((abcdEFGH1)) 물이 끓는다.
- {{{{[[TODO]]}}}} 다시 읽기
""",
    "Roam: export as Markdown",
    keys=[],
    contains=["물이 끓는다.", "다시 읽기", "Slow Kettles"],
)
add(
    "Readwise: highlights of several papers, each a heading of level 1",
    f"""# Slow Kettles

![rw-book-cover](https://water.example/cover.png)

## Metadata
- Author: [[Kim]]
- Full Title: Slow Kettles
- Category: #articles
- URL: {LINK}

## Highlights
- 물이 끓는다. ([View Highlight](https://read.example/1))
""",
    "Readwise: export to Obsidian",
    title="Slow Kettles",
    contains=["물이 끓는다.", "Full Title: Slow Kettles"],
)
add(
    "a Google document exported as Markdown: bold headings, escaped signs, numbers with a backslash",
    f"""# **논문 정리 2026\\-01\\-05**

## **1\\. [Slow Kettles]({LINK})** {{#1.-slow-kettles}}

**Method**: 물이 끓는다\\!

## **2\\. [Cold Spoons]({LINK2})** {{#2.-cold-spoons}}

숟가락이 차다.
""",
    "Google Docs: download as Markdown",
    title="논문 정리 2026-01-05",
    contains=["숟가락이 차다."],
    **TWO_KEYS,
)
add(
    "Word through pandoc: underlined spans, heading ids, footnotes at the end",
    f"""# 논문 정리 {{#논문-정리 .unnumbered}}

## [[1. Slow Kettles]{{.underline}}]({LINK}) {{#slow-kettles}}

물이 끓는다.[^1]

## [[2. Cold Spoons]{{.underline}}]({LINK2}) {{#cold-spoons}}

숟가락이 차다.

[^1]: 수돗물이다.
""",
    "pandoc: docx to Markdown",
    title="논문 정리",
    **TWO_KEYS,
    contains=["수돗물이다.", "숟가락이 차다."],
)
add(
    "a notebook converted by nbconvert",
    f"""# Slow Kettles 다시 해보기

[논문]({LINK})


```python
# 1. [Cold Spoons]({LINK2})
print("물")
```

    물


    ---------------------------------------------------------------------------
    ValueError: 차다

![png](output_3_1.png)
""",
    "nbconvert: Markdown",
    title="Slow Kettles 다시 해보기",
    keys=[],
    contains=["ValueError: 차다", 'print("물")'],
)
add(
    "ChatGPT's answer saved: bold numbers, horizontal rules, citations in odd brackets",
    f"""다음은 오늘의 논문 요약입니다.

---

### **1. [Slow Kettles]({LINK})** 🔥

* **목표:** **물**을 끓인다.
* **동기:** 차가웠다.
* **기여:** *김*이 난다.【1†source】

---

### **2. [Cold Spoons]({LINK2})**

* **목표:** 숟가락.

---

필요하시면 더 정리해 드릴게요!
""",
    "Ours: assistants write so",
    keys=[KEY, SECOND],
    numbers=[1, 2],
    titles=["Slow Kettles", "Cold Spoons"],
    contains=["**물**을 끓인다.", "필요하시면 더 정리해 드릴게요!", "【1†source】"],
)
add(
    "a WordPress export: HTML blocks in comments",
    f"""---
title: "주전자 &amp; 숟가락"
date: "2026-01-05 10:00:00"
coverImage: "kettle.jpg"
categories:
  - "논문"
---

<!-- wp:heading -->
## 1. [Slow Kettles]({LINK})
<!-- /wp:heading -->

<!-- wp:paragraph -->
물이 끓는다.
<!-- /wp:paragraph -->

## 2. [Cold Spoons]({LINK2})

숟가락이 차다.
""",
    "wordpress-export-to-markdown",
    date="2026-01-05",
    contains=["물이 끓는다.", "숟가락이 차다."],
    **TWO_KEYS,
)
add(
    "a Medium export: title, dash, subtitle, links with tracking words",
    f"""---
title: Slow Kettles, Explained
author: kim
date: 2026-01-05T00:00:00.000Z
modified: 2026-01-06T00:00:00.000Z
excerpt: ""
hero: ./images/kettle.png
slug: slow-kettles
---

### Slow Kettles, Explained

#### *물이 끓는 이야기*

읽은 논문은 [이것]({LINK}?source=post_page) 이다.
""",
    "medium-to-markdown",
    title="Slow Kettles, Explained",
    date="2026-01-05",
    keys=[],
    contains=["물이 끓는 이야기", "이다."],
)
