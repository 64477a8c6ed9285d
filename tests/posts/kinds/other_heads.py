"""1. The head swallows only what is a head: TOML, JSON, pandoc, MultiMarkdown, Org."""

from tests.posts.kinds.shape import LINK2, NOTHING_LOST, ONE, ONE_KEYS, Kind

KIND = Kind(1)
add = KIND.add

HUGO = "Hugo, Front matter: the format is told by its delimiters, `---` YAML, `+++` TOML, `{` `}` JSON"
PANDOC_TITLE = (
    "pandoc manual 8.10, pandoc_title_block: `% title`, `% authors`, `% date` at the beginning of the file; lines that "
    "go on begin with a blank; a field may be left empty"
)
MMD = (
    "MultiMarkdown syntax guide, Metadata: `Key: value` from the first line on, ends at the first blank line; "
    "Python-Markdown, Meta-Data: keys in any case, indented lines go on"
)
ORG = "Org manual 13.2, Export Settings: `#+KEYWORD: value`, in any case; FILETAGS as `:a:b:`; dates are timestamps"

add(
    "TOML",
    f'+++\ntitle = "주전자"\ndate = 2026-01-05\ntags = ["물", \'3.10\']\n+++\n\n{ONE}',
    HUGO,
    title="주전자",
    date="2026-01-05",
    tags=["물", "3.10"],
    lacks=["+++"],
    **ONE_KEYS,
)
add(
    "TOML with a list over several lines",
    f'+++\ntitle = \'C:\\kettle\'\ntags = [\n  "물",\n  "김",  # steam\n]\n+++\n{ONE}',
    "TOML 1.0: literal strings keep backslashes; arrays may span lines and end in a comma",
    title="C:\\kettle",
    tags=["물", "김"],
    **ONE_KEYS,
)
add(
    "TOML with a date and time of day",
    f'+++\ndate = 2026-01-05 23:30:00+09:00\ntitle = """\n긴 \\\n제목"""\n+++\n{ONE}',
    "TOML 1.0: offset date-time; multi-line strings drop the first newline and a backslash joins lines",
    title="긴 제목",
    date="2026-01-05",
    **ONE_KEYS,
)
add(
    "TOML tables as Zola has them",
    f'+++\ntitle = "주전자"\n[taxonomies]\ntags = ["물"]\n[extra]\ntitle = "다른 것"\n+++\n{ONE}',
    "Zola, Page front matter: taxonomies in a table; a table's title is not the page's",
    title="주전자",
    tags={"one of": [["물"], []]},
    **ONE_KEYS,
)
add("TOML that never ends is text", f'+++\ntitle = "주전자"\n\n{ONE}', HUGO, contains=['title = "주전자"'], **ONE_KEYS)
add(
    "TOML with a bad line",
    f'+++\ntitle = 주전자\ntags = ["물"]\n+++\n\n{ONE}',
    NOTHING_LOST,
    contains=["주전자"],
    **ONE_KEYS,
)
add("pluses in a line are text", f"+++ 우산 +++\n\n{ONE}", HUGO, contains=["우산"], **ONE_KEYS)
add(
    "JSON",
    '{\n  "title": "주전자",\n  "date": "2026-01-05T08:00:00+09:00",\n  "tags": ["물", "3.10"]\n}\n\n' + ONE,
    HUGO,
    title="주전자",
    date="2026-01-05",
    tags=["물", "3.10"],
    lacks=['"title"'],
    **ONE_KEYS,
)
add(
    "JSON on one line",
    '{"title": "주전자 {물}", "tags": ["물"]}\n' + ONE,
    HUGO,
    title="주전자 {물}",
    tags=["물"],
    **ONE_KEYS,
)
add("braces that are no JSON are text", "{물, 김}\n\n" + ONE, NOTHING_LOST, contains=["{물, 김}"], **ONE_KEYS)
add(
    "broken JSON is text",
    '{\n  "title": "주전자",\n  "tags": ["물"\n}\n\n' + ONE,
    NOTHING_LOST,
    contains=["주전자"],
    **ONE_KEYS,
)
add("a Liquid tag first is no JSON", "{% include note.html %}\n\n" + ONE, "Liquid: `{%` begins a tag", **ONE_KEYS)
add("a JSON list is text", '["물", "김"]\n\n' + ONE, "Hugo, Front matter: a JSON object", contains=["물"], **ONE_KEYS)
add(
    "pandoc's title block",
    f"% 느린 주전자\n% 김등불; 이연\n% 2026-01-05\n\n{ONE}",
    PANDOC_TITLE,
    title="느린 주전자",
    date="2026-01-05",
    **ONE_KEYS,
)
add(
    "pandoc's title over two lines",
    f"% 느린\n  주전자\n% 김등불\n\n{ONE}",
    PANDOC_TITLE,
    title="느린 주전자",
    **ONE_KEYS,
)
add("pandoc's block with a title alone", f"% 느린 주전자\n\n{ONE}", PANDOC_TITLE, title="느린 주전자", **ONE_KEYS)
add(
    "pandoc's block without a title",
    "%\n% 김등불\n% January 5, 2026\n\n# 빈 방\n\n물이 끓는다.\n",
    PANDOC_TITLE,
    title="빈 방",
    date="2026-01-05",
    contains=["물이 끓는다."],
)
add(
    "a per cent sign further down is text",
    f"물이 식었다.\n% 절반만\n\n{ONE}",
    PANDOC_TITLE,
    contains=["% 절반만"],
    **ONE_KEYS,
)
add(
    "MultiMarkdown",
    f"Title: 느린 주전자\nDate: 2026-01-05\nTags: 물, 김\n\n{ONE}",
    MMD,
    title="느린 주전자",
    date="2026-01-05",
    tags=["물", "김"],
    **ONE_KEYS,
)
add(
    "MultiMarkdown with keys in any case",
    f"AUTHOR: 김등불\ntitle:   느린\n    주전자\nDATE: 5 January 2026\n\n{ONE}",
    MMD,
    title="느린 주전자",
    date="2026-01-05",
    **ONE_KEYS,
)
add(
    "a sentence with a colon is no MultiMarkdown",
    f"참고: 오늘은 물을 끓이지 않았다.\n둘째 줄이다.\n\n{ONE}",
    "Jekyll issue 126: a first line `word: text` was swallowed; only a head that has a title is one",
    contains=["참고: 오늘은 물을 끓이지 않았다.", "둘째 줄이다."],
    **ONE_KEYS,
)
add("a link with a label is no MultiMarkdown", f"Link: {LINK2}\n\n{ONE}", NOTHING_LOST, contains=[LINK2], **ONE_KEYS)
add(
    "MultiMarkdown ends at the first blank line",
    f"Title: 느린 주전자\n\nDate: 2026-01-05 에 끓였다.\n\n{ONE}",
    MMD,
    title="느린 주전자",
    date=None,
    contains=["에 끓였다."],
    **ONE_KEYS,
)
add(
    "Org",
    f"#+TITLE: 느린 주전자\n#+DATE: <2026-01-05 Mon>\n#+FILETAGS: :물:김:\n\n{ONE}",
    ORG,
    title="느린 주전자",
    date="2026-01-05",
    tags=["물", "김"],
    **ONE_KEYS,
)
add(
    "Org in small letters, inactive time",
    f"#+title: 느린 주전자\n#+date: [2026-01-05 Mon 23:30]\n\n{ONE}",
    ORG,
    title="느린 주전자",
    date="2026-01-05",
    **ONE_KEYS,
)
add(
    "Org behind a drawer of properties",
    f":PROPERTIES:\n:ID:       7b0c\n:END:\n#+title: 느린 주전자\n\n{ONE}",
    "Org manual 7.1: a drawer from :PROPERTIES: to :END:; org-roam writes it first",
    title="느린 주전자",
    **ONE_KEYS,
)
add(
    "Hexo's JSON is text at worst",
    f'"title": "주전자",\n"date": "2026/1/5"\n;;;\n\n{ONE}',
    "Hexo, Front-matter: JSON without braces, ended by `;;;`; " + NOTHING_LOST,
    contains=["물이 끓는다."],
    **ONE_KEYS,
)
