"""Every form of head, its lists, limits and broken lines: what is read of it, and what is text after all."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest

from reader.posts.encoding import decode
from reader.posts.heads.fields import MAX_CHARACTERS, canonical
from reader.posts.heads.read import Head, read_head
from reader.posts.heads.yaml_head import keys_and_texts

BODY = "글.\n"
NO_END = "The front matter has no closing"
NO_TOML = "What stands between '+++' lines is no TOML; kept as text."
TEXT_AFTER_ALL = "What stands between '---' lines is text, not front matter."


def head(source: str) -> Head:
    found = read_head(source + BODY)
    assert found.body == BODY
    assert found.body_line == source.count("\n")
    return found


def kept(source: str) -> tuple[str, str]:
    """What is said of a text that begins like a head and is none: code and message."""
    found = read_head(source)
    assert (found.body, found.body_line, found.title, found.tags, found.kind) == (source, 0, "", (), "")
    assert (found.source, found.date_from, found.bad_lines) == ("", "", ())
    [remark] = found.remarks
    assert remark.line == 1
    return remark.code, remark.message


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("yaml", "---\ntitle: 제목\ndate: 2026-01-05 08:30:00\ntags: [a, b c]\ncategories:\n- x\n- y\n---\n"),
        ("yaml", "--- \ntitle: '제목'\ndate: 2026-01-05T08:30:00+09:00\ntag: [a, [b c]]\ncategory: [x, y]\n...\n"),
        ("toml", '+++\ntitle = "제목"\ndate = 2026-01-05T08:30:00+09:00\ntags = ["a", "b c"]\n'
                 'categories = ["x", "y"]\n+++\n'),
        ("toml", '+++\ntitle = "제목"\ndate = 2026-01-05T08:30:00\n[taxonomies]\ntags = ["a", "b c"]\n'
                 'categories = ["x", "y"]\n+++\n'),
        ("json", '{"title": "제목", "date": "2026-01-05 08:30", "tags": ["a", "b c"], "categories": ["x", "y"]}\n'),
    ],
)  # fmt: skip
def test_heads_of_every_form_say_the_same(kind: str, source: str) -> None:
    found = head(source)
    assert (found.kind, found.title, found.tags, found.categories) == (kind, "제목", ("a", "b c"), ("x", "y"))
    assert found.published is not None
    assert found.published.astimezone(UTC) == datetime(2026, 1, 4, 23, 30, tzinfo=UTC)
    assert (found.date_from, found.remarks, found.bad_lines) == ("date", (), ())
    assert found.source == source.strip("\n")


def test_a_pandoc_head_is_up_to_three_lines_that_may_go_on() -> None:
    found = head("% 긴\n  제목\n% A; B\n% 2026-01-05\n")
    assert (found.kind, found.title, found.date_from) == ("pandoc", "긴 제목", "date")
    assert head("%\n% A\n").title == ""
    four = read_head("% a\n% b\n% 2026-01-05\n% d\n")
    assert (four.title, four.body) == ("a", "% d\n")
    assert read_head("%a\n").kind == ""


def test_a_multimarkdown_head_is_pairs_up_to_a_blank_line_with_a_title() -> None:
    found = read_head("Title: 제목\nDate: 2026-01-05\nAuthor: A,\n\tB\n\n글")
    assert (found.kind, found.title, found.body) == ("multimarkdown", "제목", "\n글")
    assert read_head("Author: A\n\n글").kind == ""
    assert read_head("Title:\n\n글").kind == ""
    assert read_head("Title: 제목\nno pair\n\n글").kind == ""


def test_an_org_head_is_keywords_also_behind_a_drawer() -> None:
    found = read_head(":PROPERTIES:\n:ID: 1\n:END:\n#+TITLE: 제목\n#+DATE: <2026-01-05 Mon>\n#+FILETAGS: :a:b:\n\n글")
    assert (found.kind, found.title, found.tags, found.body) == ("org", "제목", ("a", "b"), "글")
    assert found.published is not None and found.published.day == 5
    first = read_head("#+TITLE: 제목\n#+TITLE: 다른 제목\n글")
    assert (first.title, first.body) == ("제목", "글")
    assert read_head("#+AUTHOR: A\n글").kind == ""
    assert read_head(":PROPERTIES:\n#+TITLE: a\n").kind == ""
    assert read_head("#+TITLE: a\n:PROPERTIES:\n:END:\n").body.startswith(":PROPERTIES:")


@pytest.mark.parametrize(
    ("value", "title"),
    [("3.10", "3.10"), ("no", "no"), ("007", "007"), ("12:30", "12:30"), ("~", ""), ("null", ""), ("'null'", "null"),
     ("{a: b}", "{a: b}"), ('"a: b"', "a: b"), ("2026-01-05", "2026-01-05"), ("!!str 5", "5"), ("| \n  a\n  b", "a b")],
)  # fmt: skip
def test_a_title_is_the_text_that_was_typed(value: str, title: str) -> None:
    assert head(f"---\ntitle: {value}\ndate: 2026-01-05\n---\n").title == title


@pytest.mark.parametrize(
    ("value", "tags"),
    [("a, b", ("a", "b")), ("[a, '', b]", ("a", "b")), ("[a, {x: 1}, b]", ("a", "b")), ("{a: b}", ()), ("", ()),
     ("\n- a\n- - b\n  - c", ("a", "b", "c")), ("[true, 3.10]", ("true", "3.10"))],
)  # fmt: skip
def test_tags_are_the_texts_of_a_list_or_words_between_commas(value: str, tags: tuple[str, ...]) -> None:
    assert head(f"---\ntitle: a\ntags: {value}\n---\n").tags == tags


def test_toml_and_json_say_true_nothing_and_tables_as_text_or_not_at_all() -> None:
    found = head('{"title": null, "tags": [true, null, 3.10, 7, {"a": 1}, ["b"]], "date": {"a": 1}}\n')
    assert (found.title, found.tags, found.published) == ("", ("true", "3.10", "7"), None)
    toml = head("+++\ntitle = 'a'\nversion = 3.10\ntags = [1, true]\n[taxonomies]\ntags = ['other']\n+++\n")
    assert toml.tags == ("1", "true")


@pytest.mark.parametrize(
    ("source", "code", "message"),
    [
        ("---\ntitle: a\n글", "frontmatter-open", f"{NO_END} '---'; all of it is read as text."),
        ("+++\ntitle = 'a'\n글", "frontmatter-open", f"{NO_END} '+++'; all of it is read as text."),
        ("---\njust words\n---\n글", "frontmatter-unreadable", TEXT_AFTER_ALL),
        ("---\n- a\n- b\n---\n글", "frontmatter-unreadable", TEXT_AFTER_ALL),
        ("---\n그는 말했다: 이렇게 한다.\n---\n글", "frontmatter-unreadable",
         TEXT_AFTER_ALL),
        ("+++\nno toml\n+++\n글", "frontmatter-unreadable", NO_TOML),
        ('{"a": \n글', "frontmatter-unreadable", "The text begins with a brace and is no JSON; kept as text."),
        ("글만 있다.", "frontmatter-missing", "There is no front matter."),
        ('{"a": 1}\n글', "frontmatter-missing", "There is no front matter."),
        ('{"title": "a"} 글', "frontmatter-missing", "There is no front matter."),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_head_is_text_and_why(source: str, code: str, message: str) -> None:
    assert kept(source) == (code, message)


def test_most_of_a_head_has_to_be_readable() -> None:
    code, message = kept("---\ntitle: [a\nbad one\nbad two\nbad three\n---\n글")
    assert code == "frontmatter-unreadable"
    assert message.startswith("The front matter is no YAML (") and message.endswith("); kept as text.")


def test_a_bad_line_costs_itself_alone() -> None:
    source = (
        "\n---\ntitle: '제목'\ntags: [a, b\ncategories: [x, 'y']\nbad line\n"
        "date: 2026-01-05\nextra:\n- 'c'\n- d\n# a comment\n---\n"
    )
    found = head(source)
    assert (found.title, found.categories, found.bad_lines) == ("제목", ("x", "y"), (4, 6))
    assert found.published is not None
    assert found.remarks[0].line == 4
    assert found.remarks[0].message.endswith(" (lines 4, 6).")
    one = head("---\ntitle: a\n'b: c\n---\n")
    assert one.remarks[0].message.endswith(" (line 3).")


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("a: *b", "it uses YAML aliases"),
        ("a: !!python/name:os.system x", "it asks for a type that is no text"),
        ("a: " + "[" * 9 + "]" * 9, "nested deeper than 8 levels"),
        ("? [a]\n: b", "a key is no text"),
        ("a: &x", "an anchor has no value"),
    ],
)
def test_yaml_that_no_post_needs_is_not_followed(line: str, trouble: str) -> None:
    found = head(f"---\ntitle: 제목\ndate: 2026-01-05\n{line}\ntags: [t]\nlayout: post\n---\n")
    assert (found.title, found.tags) == ("제목", ("t",))
    assert found.remarks[0].message.startswith(f"The front matter was read line by line: {trouble} (line")


def test_nesting_up_to_the_limit_and_text_types_are_read() -> None:
    found = head("---\ntitle: !!str 제목\na: " + "[" * 7 + "]" * 7 + "\n---\n")
    assert (found.title, found.remarks) == ("제목", ())


@pytest.mark.parametrize(("begin", "pair", "end"), [("---\n", "{} : {}\n", "---\n"), ("+++\n", "{} = '{}'\n", "+++\n")])
def test_a_head_that_is_far_too_long_is_still_searched_for_its_first_pairs(begin: str, pair: str, end: str) -> None:
    long = "".join(pair.format(f"k{n}", "x" * 50) for n in range(1500))
    assert len(long) > MAX_CHARACTERS
    found = head(begin + pair.format("title", "제목") + long + end)
    assert found.title == "제목"
    assert found.remarks[0].message.startswith(
        f"The front matter was read line by line: longer than {MAX_CHARACTERS} characters"
    )


def test_dates_are_tried_key_by_key_and_what_cannot_be_read_is_told() -> None:
    found = head("---\ntitle: a\ndate: 내일\npublished: true\ncreated: 2026-01-05\n---\n")
    assert found.date_from == "created"
    assert [(each.code, each.message) for each in found.remarks] == [
        ("date-unreadable", "The date '내일' is none that can be read.")
    ]
    assert head("---\ntitle: a\npublished: 2026-01-05\ndate: ''\n---\n").date_from == "published"
    for switch in ("yes", "No", "off"):
        assert head(f"---\ntitle: a\npublished: {switch}\n---\n").remarks == ()


def test_keys_are_compared_without_case_blanks_and_hyphens() -> None:
    assert {canonical(key) for key in ("Publish-Date", "publish_date", "publish date", "PublishDate")} == {
        "publishdate"
    }
    assert canonical("My  Own Key") == "my own key"
    assert head("---\nTITLE: a\n작성일: 2026-01-05\n태그: [t]\n---\n")[:3] == (
        "a", datetime(2026, 1, 5, tzinfo=head("---\ntitle: a\ndate: 2026-01-05\n---\n").published.tzinfo), ("t",),  # type: ignore[union-attr]  # it has one
    )  # fmt: skip


def test_what_stands_below_a_key_of_a_configuration() -> None:
    source = "collections:\n  notes: {output: true}\n  talks: {}\nplugins: [a, b, {c: d}]\nplain: x\n"
    assert keys_and_texts(source, "collections") == ("notes", "talks")
    assert keys_and_texts(source, "plugins") == ("a", "b")
    assert keys_and_texts(source, "plain") == keys_and_texts(source, "none") == keys_and_texts("a: [", "a") == ()
    assert keys_and_texts("- a\n", "a") == ()


# Encodings

TEXT = "제목: 주전자\n\n물이 끓는다. 김이 난다. Water boils.\n"


@pytest.mark.parametrize(
    ("encoding", "name", "trouble"),
    [
        ("utf-8", "utf-8", ""),
        ("utf-8-sig", "utf-8-sig", ""),
        ("utf-16", "utf-16", ""),
        ("utf-32", "utf-32", "The file is UTF-32, which hardly any program writes."),
        ("utf-16-le", "utf-16-le", "The file has no mark of its encoding; its zeros say UTF-16-LE."),
        ("utf-16-be", "utf-16-be", "The file has no mark of its encoding; its zeros say UTF-16-BE."),
        ("utf-32-le", "utf-32-le", "The file has no mark of its encoding; its zeros say UTF-32-LE."),
        ("utf-32-be", "utf-32-be", "The file has no mark of its encoding; its zeros say UTF-32-BE."),
        ("cp949", "cp949", "The file is not UTF-8; it was read as Korean Windows (cp949), which is a guess."),
        ("johab", "johab", "The file is not UTF-8; it was read as Korean (Johab), which is a guess."),
    ],
)
def test_an_encoding_is_told_by_its_mark_its_zeros_or_guessed(encoding: str, name: str, trouble: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, name, trouble)


@pytest.mark.parametrize(
    ("source", "text", "encoding", "trouble"),
    [
        (b"", "", "utf-8", ""),
        (b"\xfe\xff" + "글".encode("utf-16-be"), "글", "utf-16", ""),
        (b"\x00\x00\xfe\xff" + "글".encode("utf-32-be"), "글", "utf-32",
         "The file is UTF-32, which hardly any program writes."),
        ("글의 끝".encode()[:-1], "글의 \ufffd", "utf-8", "The file ends in the middle of a character, shown as �."),
        ("물이 끓는다. ".encode() + b"\xff" + "김이 난다.".encode(), "물이 끓는다. \ufffd김이 난다.", "utf-8",
         "The file is UTF-8 but for some bytes, shown as �."),
        ("na\xefve caf\xe9".encode("latin-1"), "naïve café", "cp1252",
         "The file is not UTF-8; it was read as Western European Windows (cp1252), which is a guess."),
        (b"\xff\xfea\0b", "a\ufffd", "utf-16", "Some bytes of the file cannot be read; they are shown as �."),
        ("漢字とかな".encode("iso2022_jp"), "漢字とかな", "iso2022_jp",
         "The file is not UTF-8; it was read as ISO-2022-JP, which is a guess."),
        ("毎朝おなじ音がする".encode("cp932"), "毎朝おなじ音がする", "cp932",
         "The file is not UTF-8; it was read as Japanese Windows (Shift_JIS), which is a guess."),
        ("毎朝おなじ音がする".encode("euc_jp"), "毎朝おなじ音がする", "euc_jis_2004",
         "The file is not UTF-8; it was read as Japanese EUC, which is a guess."),
    ],
)  # fmt: skip
def test_bytes_of_every_kind_are_read_and_what_was_wrong_is_said(
    source: bytes, text: str, encoding: str, trouble: str
) -> None:
    found = decode(source)
    assert (found.encoding, found.trouble) == (encoding, trouble)
    assert found.text == text


def test_lines_end_alike_and_nothing_in_a_text_is_left_that_no_file_takes() -> None:
    assert decode(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"
    assert decode("가\0나다라마바사아자차카타파하".encode()).text == "가�나다라마바사아자차카타파하"
    assert decode(unicodedata.normalize("NFD", "한글").encode()).text == "한글"
    many = decode(("a" + "\u0301" * 95).encode()).text
    assert many.count("\u034f") == 3


def test_a_day_in_its_own_zone_is_that_day() -> None:
    found = head("---\ntitle: a\ndate: 2026-01-05 23:30 -0500\n---\n").published
    assert found is not None
    assert (found.day, found.utcoffset()) == (5, timedelta(hours=-5))


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("---\ntitle: '주전자\n---\n", "'주전자"),
        ("---\ntitle: a: 'b'\n---\n", "a: 'b'"),
        ("---\ntitle: 'a': b\nx: 'a: b'\n---\n", "'a': b"),
    ],
)
def test_quotes_of_a_title_go_in_pairs_only(source: str, title: str) -> None:
    assert head(source).title == title


@pytest.mark.parametrize("key", ["标签", "標籤", "태그", "タグ", "keywords", "filetags"])
def test_tags_have_names_in_four_languages(key: str) -> None:
    assert head(f"---\ntitle: a\n{key}: [b, c]\n---\n").tags == ("b", "c")


@pytest.mark.parametrize("key", ["分类", "分類", "카테고리", "カテゴリ", "category"])
def test_categories_have_names_in_four_languages(key: str) -> None:
    assert head(f"---\ntitle: a\n{key}: [b]\n---\n").categories == ("b",)


@pytest.mark.parametrize(
    ("written", "tags"),
    [(":a:b:", ("a", "b")), ("::", ("::",)), (":a:", ("a",)), ("a b, c", ("a b", "c"))],
)
def test_tags_of_one_text_are_told_apart(written: str, tags: tuple[str, ...]) -> None:
    assert head(f"---\ntitle: x\ntags: '{written}'\n---\n").tags == tags


def test_of_a_broken_toml_head_each_pair_is_read_by_itself_up_to_the_first_table() -> None:
    found = head("+++\ntitle = 'a' b\ntags = [\n 'x',\n 'y',\n]\n[extra]\ncategories = ['z']\n+++\n")
    assert (found.title, found.tags, found.categories, found.bad_lines) == ("a' b", ("x", "y"), (), (2,))


def test_metadata_of_multimarkdown_goes_on_behind_blanks_and_tabs() -> None:
    assert read_head("Title: 긴\n\t제목\n  글\n\n글\n").title == "긴 제목 글"


@pytest.mark.parametrize("begin", ["% a\n", "Title: a\n", "#+TITLE: a\n"])
def test_a_head_without_lines_around_it_ends_after_two_hundred_lines(begin: str) -> None:
    more = {"%": "  b\n", "T": "  b\n", "#": "#+X: b\n"}[begin[0]]
    kept = read_head(begin + more * 250 + "\n")
    assert kept.body.count("b") == 250 - 199


@pytest.mark.parametrize(
    ("source", "bad"),
    [
        ("---\ntitle: x\n# a: *b\nkey: *c\n---\n", (4,)),
        ("---\ntitle: x\nkey: [a,\n]\nother: *c\n---\n", (5,)),
        ("---\ntitle: x\nkey: !!map {a: b}\n---\n", ()),
        ("---\n\n---\n", ()),
    ],
)
def test_lines_of_a_yaml_head_that_are_no_yaml_are_told(source: str, bad: tuple[int, ...]) -> None:
    found = head(source)
    assert (found.kind, found.bad_lines) == ("yaml", bad)


@pytest.mark.parametrize("key", ["title", "Title", "제목", "标题", "標題", "タイトル"])
def test_a_title_is_told_by_its_key_in_four_languages(key: str) -> None:
    assert head(f"---\n{key}: 주전자\n---\n").title == "주전자"


@pytest.mark.parametrize("sign", [".", "!", "?", "。", "！", "？"])
def test_a_line_with_a_colon_that_ends_as_a_sentence_is_text(sign: str) -> None:
    assert read_head(f"---\n물: 끓는다{sign}\n---\n{BODY}").kind == ""
    assert read_head(f"---\n물: 끓는다\n---\n{BODY}").kind == "yaml"


def test_letters_of_a_value_are_no_quotes_and_no_blanks() -> None:
    assert head("+++\ntitle = Xylophone X\n+++\n").title == "Xylophone X"
    assert read_head(f"Title: 주전자\nXylophone: a\n\n{BODY}").title == "주전자"


@pytest.mark.parametrize(
    "value",
    [
        *(
            "!!binary aGVsbG8=",
            "!!str a",
            "!!int 1",
            "!!float 1.5",
            "!!bool true",
            "!!null ~",
            "!!seq [a]",
            "!!map {a: b}",
        ),
        "!!timestamp 2026-01-05",
    ],
)
def test_types_that_yaml_itself_has_are_read_as_text(value: str) -> None:
    found = head(f"---\ntitle: 주전자\ntags: {value}\n---\n")
    assert (found.title, found.remarks) == ("주전자", ())


@pytest.mark.parametrize("kind", ["set", "omap", "pairs", "python/tuple", "merge"])
def test_other_types_are_not_followed(kind: str) -> None:
    found = head(f"---\ntitle: 주전자\nx: !!{kind} [a]\n---\n")
    assert (found.title, found.bad_lines) == ("주전자", (3,))


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_written_in_five_ways(nothing: str) -> None:
    found = head(f"---\ntitle: {nothing}\ntags: [a, {nothing}]\n---\n")
    assert (found.title, found.tags) == ("", ("a",))
    assert head(f"---\ntitle: '{nothing}'\n---\n").title == nothing


@pytest.mark.parametrize(
    ("value", "title"),
    [("''", ""), ("'X'", "X"), ("'a b'", "a b"), ("'", "'"), ("a'", "a'"), ("'X", "'X"), ("XaX", "XaX")],
)
def test_quotes_around_a_value_that_is_no_yaml_are_taken_off(value: str, title: str) -> None:
    found = head(f"---\ntitle: {value}\n  b: c\ntags: [t]\nlayout: post\n---\n")
    assert (found.title, found.tags) == (title, ("t",))
    assert found.bad_lines


@pytest.mark.parametrize(
    ("value", "tags"),
    [
        ("[Xray, 'Y', \"Z\", *a]", ("Xray", "Y", "Z", "*a")),
        ("[Xray, *a", ("[Xray", "*a")),
        ("Xray, *a: b]", ("Xray", "*a: b]")),
        ("\n- Xray\n- 'Y': *a", ("Xray", "Y': *a")),
    ],
)
def test_a_list_that_is_no_yaml_is_read_as_it_is_written(value: str, tags: tuple[str, ...]) -> None:
    assert head(f"---\ntitle: 물\ntags: {value}\nlayout: post\n---\n").tags == tags


@pytest.mark.parametrize("key", ["date", "publishDate", "pubdate", "published", "created", "created_at", "dateCreated"])
def test_a_day_of_publishing_has_seven_english_keys(key: str) -> None:
    found = head(f"---\ntitle: x\n{key}: 2026-01-05\n---\n")
    assert found.published is not None and found.published.day == 5


@pytest.mark.parametrize("key", ["날짜", "작성일", "日期", "日付"])
def test_a_day_of_publishing_has_its_keys_in_other_languages(key: str) -> None:
    assert head(f"---\ntitle: x\n{key}: 2026-01-05\n---\n").date_from == key


@pytest.mark.parametrize("switch", ["true", "false", "yes", "no", "on", "off", "True", "NO"])
def test_whether_a_post_is_published_is_no_date(switch: str) -> None:
    found = head(f"---\ntitle: x\npublished: {switch}\ncreated: 2026-01-05\n---\n")
    assert (found.date_from, found.remarks) == ("created", ())
    assert head(f"---\ntitle: x\ncreated: {switch}\n---\n").remarks[0].code == "date-unreadable"


def test_a_remark_of_the_author_in_a_broken_head_is_no_bad_line() -> None:
    found = head("---\ntitle: 주전자\n# a: [b\ntags: [a\n---\n")
    assert (found.title, found.bad_lines) == ("주전자", (4,))
    first = head("---\n# a: [b\ntitle: 주전자\ntags: [a\n---\n")
    assert (first.title, first.bad_lines) == ("주전자", (4,))


def test_lists_of_a_broken_head_are_read_as_they_are_written() -> None:
    assert head("---\ntitle: 주전자\ntags: [Xa, 'bX']\nbad line here\n---\n").tags == ("Xa", "bX")
    assert head("---\ntitle: 주전자\ntags:\n- Xa\n- bX\nbad line here\n---\n").tags == ("Xa", "bX")
    assert head("---\ntitle: [주전자\ntags: [a]\nbad line here\n---\n").title == "[주전자"
    assert head("---\ntitle: 주전자]\ntags: [a]\nbad line here\n---\n").title == "주전자]"


def test_a_head_of_toml_that_is_too_long_says_how_long_it_may_be() -> None:
    found = read_head(f'+++\ntitle = "주전자"\nx = "{"a" * MAX_CHARACTERS}"\n+++\n{BODY}')
    assert found.remarks[0].message.startswith(
        f"The front matter was read line by line: longer than {MAX_CHARACTERS} characters"
    )
