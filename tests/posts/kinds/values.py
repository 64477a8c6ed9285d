"""2. Values as they were written: titles and tags."""

from tests.posts.kinds.shape import ONE, ONE_KEYS, YAML, Kind

KIND = Kind(2)
add = KIND.add

YAML_LINE = f"Ours: one bad line of YAML costs that line, not those around it; {YAML}"
STRINGS = "Ours: titles and tags are the text that was typed; YAML 1.1 as PyYAML reads it would make "
for written, taken in (
    ("3.10", "3.1"),
    ("no", "false"),
    ("Yes", "true"),
    ("12:30", "750"),
    ("007", "7"),
    ("2026.10", "2026.1"),
    ("1e3", "a text in PyYAML, a number elsewhere"),
    ("0x1F", "31"),
    ("1_000", "1000"),
    ("2026-01-05", "a date"),
    ("on", "true"),
    (".5", "0.5"),
    ("+82", "82"),
):
    add(
        f"the title {written}",
        f"---\ntitle: {written}\ntags: [물]\n---\n{ONE}",
        f"{STRINGS}{taken}",
        title=written,
        tags=["물"],
        **ONE_KEYS,
    )
for written, shown, rule in (
    ("[논문 리뷰]", "[논문 리뷰]", "would be a list"),
    ("[논문 리뷰] 느린 주전자", "[논문 리뷰] 느린 주전자", "text behind a flow sequence is an error"),
    ("{주전자}", "{주전자}", "would be a mapping"),
    ('"느린: \\"주전자\\""', '느린: "주전자"', "double quotes with escapes"),
    ("'It''s a kettle'", "It's a kettle", "a doubled single quote is one"),
    (">-\n  느린\n  주전자", "느린 주전자", "a folded block scalar"),
    ("|\n  느린\n  주전자", "느린 주전자", "a literal block scalar; a title is one line"),
    ("느린\n  주전자", "느린 주전자", "a plain scalar goes on in indented lines"),
    ('"느린\n  주전자"', "느린 주전자", "a quoted scalar may span lines"),
    ("C# 주전자", "C# 주전자", "`#` begins a comment only behind a blank"),
    ('"주전자 # 1"', "주전자 # 1", "no comment within quotes"),
    ("주전자: 물: 김", "주전자: 물: 김", "a plain scalar may not contain `: `"),
    ("*굵은* 주전자", "*굵은* 주전자", "`*` begins an alias"),
    ("&주전자", "&주전자", "`&` begins an anchor"),
    ("R&D 주전자", "R&D 주전자", "`&` within a word is a letter like others"),
    ("!주전자", "!주전자", "`!` begins a tag"),
    ("@주전자", "@주전자", "`@` is reserved and begins no plain scalar"),
    ("`주전자` 읽기", "`주전자` 읽기", "a backtick is reserved and begins no plain scalar"),
    ("%주전자", "%주전자", "`%` begins no plain scalar"),
    ("{{ page.name }} 읽기", "{{ page.name }} 읽기", "braces are flow mappings"),
    ("- 주전자", "- 주전자", "a sequence may not begin on a key's line"),
    ('"주전자', "주전자", "a quote without a partner"),
    ('주전자"', "주전자", "a quote at the end is text in YAML; Seen: taken off"),
    ("📚 주전자", "📚 주전자", "any printable character"),
    ("“주전자”", "“주전자”", "typographic quotes are text"),
):
    add(
        f"the title {written!r}",
        f"---\ntitle: {written}\ntags: [물]\ndate: 2026-01-05\n---\n{ONE}",
        f"{YAML}: {rule}",
        title=shown,
        tags=["물"],
        date="2026-01-05",
        **ONE_KEYS,
    )
add(
    "a title that says nothing in YAML",
    f"---\ntitle: null\n---\n{ONE}",
    f"{YAML}: null; typed by a person or written by a program",
    title={"one of": ["null", "note"]},
)
add(
    "keys in capitals",
    f"---\nTITLE: 주전자\nDate: 2026-01-05\nTags: [물]\n---\n{ONE}",
    "Hugo reads front matter keys in any case",
    title="주전자",
    date="2026-01-05",
    tags=["물"],
)
add(
    "a blank before the colon",
    f"---\ntitle : 주전자\ntags : [물]\n---\n{ONE}",
    f"{YAML}: white space before `:` is allowed",
    title="주전자",
    tags=["물"],
)
add(
    "quoted keys",
    f"---\n\"title\": 주전자\n'tags': [물]\n---\n{ONE}",
    f"{YAML}: keys may be quoted",
    title="주전자",
    tags=["물"],
)

for bad, rule in (
    ("description: 물: 김: 불", "unquoted colon"),
    ("author:\t{물}: x", "tab and braces"),
    ("cover: {{ site.url }}/a.png", "a template's braces"),
    ("image: *cover", "an alias without its anchor"),
    ('quote: "열린 따옴표', "a quote that stays open"),
    ("quote: 'it's open'", "an apostrophe within single quotes"),
    ("list: [하나, 둘", "a bracket that stays open"),
    ("이건 그냥 문장이다", "a line that is no pair"),
    ("author: @handle", "a reserved character"),
    ("\tindented: 값", "a tab as indentation"),
    ("key: !!python/object:os.system x", "an unknown tag"),
    ("link: [a](b): c", "Markdown in a value"),
    ("key: `code`", "a backtick"),
    ("%directive", "a directive's sign"),
    ("? 질문", "a complex key"),
    ("key: | 물", "text behind a block scalar's sign"),
):
    add(
        f"a head with {rule}",
        f"---\ntitle: 주전자\n{bad}\ndate: 2026-01-05\ntags:\n  - 물\n  - 김\n---\n{ONE}",
        YAML_LINE,
        title="주전자",
        date="2026-01-05",
        tags=["물", "김"],
        **ONE_KEYS,
    )
add(
    "tags indented by tabs",
    f"---\ntitle: 주전자\ntags:\n\t- 물\n\t- 김\n---\n{ONE}",
    YAML_LINE,
    title="주전자",
    tags=["물", "김"],
)

for written, listed, rule in (
    ("물 김", ["물", "김"], "Jekyll, Posts: a string of tags with blanks between"),
    ("물, 김", ["물", "김"], "Obsidian, Tags: a text with commas"),
    ('"물, 김"', ["물", "김"], "the same in quotes"),
    ('[물, "찬 김"]', ["물", "찬 김"], f"{YAML}: flow sequence"),
    ("[3.10, no, 007, 12:30, 1_000]", ["3.10", "no", "007", "12:30", "1_000"], "Ours: tags are strings"),
    (
        "\n- 물\n- 2026-01-05",
        ["물", "2026-01-05"],
        f"{YAML}: a sequence may stand at its key's indentation; tags are strings",
    ),
    ("\n    - 물\n    - on\n", ["물", "on"], f"{YAML}: deeper indentation"),
    ("[c#, c++, .net]", ["c#", "c++", ".net"], f"{YAML}: `#` without a blank before it is a letter"),
    ("[\n  물,\n  김,\n]", ["물", "김"], f"{YAML}: flow sequences span lines and may end in a comma"),
    ("[물, 물]", ["물"], "each tag once"),
    ("heat/paper", ["heat/paper"], "Obsidian, Tags: nested tags by slashes"),
    ("물", ["물"], "one tag"),
    ("", [], "no tag"),
    ("[]", [], "no tag"),
    ("2026", ["2026"], "Ours: tags are strings"),
):
    add(f"the tags {written!r}", f"---\ntitle: 주전자\ntags: {written}\n---\n{ONE}", rule, title="주전자", tags=listed)
