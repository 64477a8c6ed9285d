"""2. Values as they were written: dates."""

from tests.posts.kinds.shape import ONE, ONE_KEYS, YAML, Kind

KIND = Kind(2)
add = KIND.add

for written, day, rule in (
    ("2026년 1월 5일", "2026-01-05", "Korean"),
    ("2026년 01월 05일 월요일", "2026-01-05", "Korean with its weekday"),
    ("2026년 1월 5일 오후 3:20", "2026-01-05", "Korean with a time of day"),
    ("2026. 1. 5.", "2026-01-05", "Korean with dots"),
    ("2026.01.05", "2026-01-05", "dots"),
    ("2026年1月5日", "2026-01-05", "Chinese and Japanese"),
    ("20260105", "2026-01-05", "ISO 8601 basic"),
    ('"20260105"', "2026-01-05", "ISO 8601 basic, quoted"),
    ("20260105T083000Z", "2026-01-05", "ISO 8601 basic with time"),
    ("2026/1/5", "2026-01-05", "Hexo: slashes, one digit"),
    ("2026/01/05 20:46:25", "2026-01-05", "Hexo"),
    ("2026-1-5", "2026-01-05", "one digit"),
    ("January 5, 2026", "2026-01-05", "English month first"),
    ("Jan 5 2026", "2026-01-05", "English, short"),
    ("5 January 2026", "2026-01-05", "English day first"),
    ("5-Jan-2026", "2026-01-05", "English with dashes"),
    ("January 5th, 2026", "2026-01-05", "English ordinal"),
    ("Monday, January 5, 2026", "2026-01-05", "English with its weekday"),
    ("Mon, 05 Jan 2026 08:00:00 +0900", "2026-01-05", "RFC 822"),
    ("Mon, 5 Jan 2026 23:30:00 GMT", "2026-01-05", "RFC 822 with a zone's name"),
    ("2026-01-05 08:00:00 KST", "2026-01-05", "zone by name"),
    ("2026-01-05 08:00:00 Asia/Seoul", "2026-01-05", "zone by place"),
    ("2026-01-05T08:00:00.000Z", "2026-01-05", "RFC 3339 with fractions"),
    ("2026-01-05T08:00", "2026-01-05", "ISO 8601 without seconds"),
    ("2026-01-05 08:00:00 +09:00", "2026-01-05", "Hugo, Jekyll: offset"),
    ("'2026-01-05'", "2026-01-05", "quoted"),
    ("2026-01-05 # 월요일", "2026-01-05", f"{YAML}: comment"),
    ("<2026-01-05 Mon>", "2026-01-05", "Org timestamp"),
    ("2026-01-05 오전 9:05", "2026-01-05", "Korean half of the day before the time"),
    ("2026-01-05 (월)", "2026-01-05", "weekday in brackets"),
):
    add(
        f"the date {written}",
        f"---\ntitle: 주전자\ndate: {written}\n---\n{ONE}",
        f"Ours, dates: {rule}",
        title="주전자",
        date=day,
        no_remarks=["date-unreadable"] if isinstance(day, str) else [],
    )
for written, rule in (
    ("05/01/2026", "day or month first?"),
    ("01.05.2026", "day or month first?"),
    ("5/1/26", "three readings"),
    ("26-01-05", "which of them is the year?"),
    ("2026-02-30", "no such day"),
    ("2026-13-01", "no such month"),
    ("20261301", "no such month"),
    ("February 29, 2026", "no such day"),
    ("2026", "a year"),
    ("2026-01", "a month"),
    ("January 2026", "a month"),
    ("today", "Quarto's word for the day of rendering"),
    ('"`r Sys.Date()`"', "R code"),
    ("{{ date }}", "a template"),
    ("어제", "a word"),
):
    add(
        f"the date {written} stays open",
        f"---\ntitle: 주전자\ntags: [물]\ndate: {written}\n---\n{ONE}",
        f"Ours: ambiguous or impossible dates stay undated and are remarked: {rule}",
        title="주전자",
        tags=["물"],
        date=None,
        remarks=["date-unreadable"],
    )
for key in ("created", "pubDate", "published", "publishDate", "Created", "PUBDATE"):
    add(
        f"the key {key}",
        f"---\ntitle: 주전자\n{key}: 2026-01-05\n---\n{ONE}",
        "Ours; Hugo, Configure front matter: date falls back to publishdate, pubdate, published",
        date="2026-01-05",
    )
add(
    "`date` before all others",
    f"---\npublished: 2026-03-01\ncreated: 2026-02-01\ndate: 2026-01-05\n---\n{ONE}",
    "Hugo, Configure front matter: `date` comes first",
    date="2026-01-05",
)
for switch in ("true", "false", "yes"):
    add(
        f"`published: {switch}` is a switch",
        f"---\ntitle: 주전자\npublished: {switch}\n---\n{ONE}",
        "Jekyll, Front Matter: `published` is true or false, whether a post is shown",
        date=None,
        no_remarks=["date-unreadable"],
    )
add(
    "a day of change is no day of publishing",
    f"---\ndate: 2026-01-05\nlast_modified_at: 2026-09-09\nlastmod: 2026-09-09\nupdated: 2026-09-09\n---\n{ONE}",
    "Hugo, Hexo, jekyll-last-modified-at",
    date="2026-01-05",
)
for name, found, rule in (
    ("posts/2026/01/05/kettle.md", "2026-01-05", "Ours: folders"),
    ("papers/2026/01/05.md", "2026-01-05", "year and month as folders, day as name, as daily jobs write"),
    ("2026/2026-01-05-kettle.md", "2026-01-05", "Jekyll, Posts: YEAR-MONTH-DAY-title"),
    ("20260105-kettle.md", "2026-01-05", "Ours: compact names"),
    ("20260105.md", "2026-01-05", "Ours: compact names"),
    ("20260105083000-kettle.md", {"one of": ["2026-01-05", None]}, "org-roam: date and time before the name"),
    ("2026_01_05_kettle.md", "2026-01-05", "Seen: underscores"),
    ("2026.01.05 kettle.md", "2026-01-05", "dots in a name"),
    ("2026-01-05.md", "2026-01-05", "Obsidian, Daily notes: YYYY-MM-DD"),
    ("2026/01/05/index.md", "2026-01-05", "Hugo: a page bundle"),
    ("2601.05123.md", None, "an arXiv id is no date"),
    ("2601.05123v2-kettle.md", None, "an arXiv id is no date"),
    ("20261399-kettle.md", None, "no such day"),
    ("2026-13-45-kettle.md", None, "no such day"),
    ("1234567890.md", None, "ten digits are no date"),
    ("video-1920-1080.md", None, "no date"),
    ("2026/kettle.md", None, "a year"),
    ("v20260105x/kettle.md", None, "digits within a word"),
    ("2026/13/45/kettle.md", None, "no such day"),
    ("90011-20260105abc.md", None, "digits within a word"),
):
    add(f"the name {name}", {name: ONE}, rule, date=found, **ONE_KEYS)
