"""1. The head swallows only what is a head: rules and YAML."""

from tests.posts.kinds.shape import NOTHING_LOST, ONE, ONE_KEYS, Kind

KIND = Kind(1)
add = KIND.add

JEKYLL = "Jekyll, Front Matter: the first thing in the file, YAML between two lines of three dashes"
JEKYLL_CODE = "Jekyll, Document::YAML_FRONT_MATTER_REGEXP: `---` and blanks at the very start; ends at `---` or `...`"
PANDOC_YAML = "pandoc manual 8.10, yaml_metadata_block: `---` above, `---` or `...` below; no blank line behind `---`"
BREAKS = "CommonMark 4.1: three or more `-`, `*` or `_` are a thematic break"

add("four dashes are a rule", f"----\ntitle: 주전자\n----\n\n{ONE}", BREAKS, contains=["title: 주전자"], **ONE_KEYS)
add("three stars are a rule", f"***\n우산 이야기\n***\n\n{ONE}", BREAKS, contains=["우산 이야기"], **ONE_KEYS)
add("three underscores are a rule", f"___\n우산: 이야기\n___\n\n{ONE}", BREAKS, contains=["우산: 이야기"], **ONE_KEYS)
add(
    "dashes with blanks between are a rule",
    f"- - -\nkey: 사다리\n- - -\n\n{ONE}",
    BREAKS,
    contains=["사다리"],
    **ONE_KEYS,
)
add(
    "blanks behind the dashes are none", f"---  \ntitle: 주전자\n--- \n\n{ONE}", JEKYLL_CODE, title="주전자", **ONE_KEYS
)
add(
    "an indented rule begins no head",
    f" ---\n우산과 모자\n ---\n\n{ONE}",
    JEKYLL_CODE,
    contains=["우산과 모자"],
    **ONE_KEYS,
)
add(
    "dots end a head",
    f"---\ntitle: 주전자\n...\n{ONE}",
    PANDOC_YAML,
    title="주전자",
    no_remarks=["frontmatter-open"],
    **ONE_KEYS,
)
add(
    "four dashes do not end a head",
    "---\ntitle: 주전자\n----\n\n물이 끓는다.\n",
    JEKYLL_CODE,
    contains=["주전자", "물이 끓는다."],
    remarks=["frontmatter-open"],
)
add(
    "a head that never ends is text",
    f"---\ntitle: 주전자\n\n{ONE}",
    JEKYLL_CODE,
    contains=["title: 주전자"],
    remarks=["frontmatter-open"],
    **ONE_KEYS,
)
add(
    "an empty head is a head",
    f"---\n---\n\n{ONE}",
    "Jekyll tutorial, Front Matter: two lines of dashes with nothing between",
    lacks=["---"],
    **ONE_KEYS,
)
add(
    "prose between rules is text",
    f"---\n오늘은 비가 왔다.\n---\n\n{ONE}",
    "YAML 1.2: a plain line is a scalar and no mapping; Jekyll reads no variables from it",
    contains=["오늘은 비가 왔다."],
    **ONE_KEYS,
)
add(
    "a list between rules is text",
    f"---\n- 우산\n- 모자\n---\n\n{ONE}",
    "YAML 1.2: a sequence is no mapping",
    contains=["우산", "모자"],
    **ONE_KEYS,
)
add(
    "several sentences between rules are text",
    f"---\n비가 왔다. 우산은 하나뿐이다:\n우리는 셋이다.\n\n그래도 갔다.\n---\n\n{ONE}",
    NOTHING_LOST,
    contains=["우산은 하나뿐이다", "우리는 셋이다.", "그래도 갔다."],
    **ONE_KEYS,
)
add(
    "dashes within a line end nothing",
    f"---\ntitle: 주전자 --- 그리고 물\ntags: [물]\n---\n{ONE}",
    "Jekyll issue 93: dashes in the middle of a line do not end front matter",
    title="주전자 --- 그리고 물",
    tags=["물"],
    **ONE_KEYS,
)
add(
    "indented dashes end nothing",
    f"---\ntitle: 주전자\nsummary: |\n  ---\n  물\ntags: [물]\n---\n{ONE}",
    JEKYLL_CODE,
    title="주전자",
    tags=["물"],
    **ONE_KEYS,
)
add(
    "a rule further down is a rule", f"# 머리말\n\n---\ntitle: 아니다\n---\n\n{ONE}", JEKYLL, contains=["title: 아니다"]
)
add(
    "a second head is text",
    f"---\nlayout: post\n---\n---\ntitle: 둘째\n---\n\n{ONE}",
    JEKYLL,
    contains=["title: 둘째"],
    **ONE_KEYS,
)
add(
    "a mark of byte order stands before no head",
    ("\ufeff---\ntitle: 주전자\n---\n\n" + ONE).encode(),
    "Jekyll, Front Matter warns of it: other programs write it",
    title="주전자",
    **ONE_KEYS,
)
add(
    "Windows' line ends",
    f"---\ntitle: 주전자\ntags: [물]\n---\n\n{ONE}".replace("\n", "\r\n"),
    "CommonMark 2.1: a line ends with LF, CR or CR LF",
    title="주전자",
    tags=["물"],
    **ONE_KEYS,
)
add(
    "an old Mac's line ends",
    f"---\ntitle: 주전자\ntags: [물]\n---\n\n{ONE}".replace("\n", "\r"),
    "CommonMark 2.1: a line ends with LF, CR or CR LF",
    title="주전자",
    tags=["물"],
    **ONE_KEYS,
)
