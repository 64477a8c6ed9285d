"""What a head says, as text: its keys in one form, its values as they were written.

A title or a tag is the text that was typed, whatever a format makes of it: `3.10`, `no`, `12:30`, `007`.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

MAX_CHARACTERS = 64 * 1024
MAX_DEPTH = 8

TITLE = ("title", "제목", "标题", "標題", "タイトル")
TAGS = ("tags", "tag", "filetags", "keywords", "태그", "标签", "標籤", "タグ")
CATEGORIES = ("categories", "category", "카테고리", "分类", "分類", "カテゴリ")
DATES = (
    *("date", "publishdate", "pubdate", "published", "created", "createdat", "datecreated"),
    *("날짜", "작성일", "日期", "日付"),
)
"""Keys of the day of publishing, the first that can be read counts (after Hugo, Configure front matter)."""

_OTHERS = """
abstract alias aliases arxiv arxivid author authors bibliography comments cover cssclass cssclasses
description doi draft excerpt featured format header hidden id image imgs key keyword lang language
lastmodified lastmod lastmodifiedat layout link linktitle math mathjax menu modified name output paper pdf
permalink pin publish redirectfrom series showtoc slug source status subtitle summary taxonomies teaser
thumbnail toc tocsticky toctitle type updated url usemath venue weight year 저자 요약 설명 분류 링크 논문
"""
_USUAL = frozenset((*TITLE, *TAGS, *CATEGORIES, *DATES, *_OTHERS.split()))
"""Keys that programs know; with one of them a block is a head for sure."""
_WORD = re.compile(r"[^\W\d][\w.-]{0,40}")
_SENTENCE_END = (".", "!", "?", "。", "！", "？")


class Field(NamedTuple):
    """One value of a head."""

    text: str  # as written, several lines in one; "" for nothing
    listed: tuple[str, ...] | None = None  # of a list its texts; () for what is neither text nor list


Fields = Mapping[str, Field]


class HeadBlock(NamedTuple):
    """A head found at the beginning of a text."""

    kind: str  # "yaml", "toml", "json", "pandoc", "multimarkdown", "org"
    fields: Fields  # by `canonical` key
    end: int  # where the body begins, in characters of the text
    bad_lines: tuple[int, ...] = ()  # 1-based lines of the text that could not be read
    trouble: str = ""  # why it had to be read line by line, as a piece of an English sentence


class NoHeadError(Exception):
    """What looked like a head is text, and why."""


def canonical(key: str) -> str:
    """A key in the one form in which keys are compared; one of several words that nobody knows keeps its blanks."""
    joined = re.sub(r"[\s_-]", "", key).casefold()
    return one_line(key).casefold() if joined not in _USUAL and len(key.split()) > 1 else joined


def is_usual(fields: Fields) -> bool:
    """Whether some key is one that programs know."""
    return any(key in _USUAL for key in fields)


def reads_like_a_head(fields: Fields) -> bool:
    """Whether pairs are a head rather than prose with colons: usual keys, or single words without a sentence."""
    return is_usual(fields) or all(
        _WORD.fullmatch(key) and not field.text.rstrip().endswith(_SENTENCE_END) for key, field in fields.items()
    )


def one_line(text: str) -> str:
    """Text with runs of white space as single blanks."""
    return " ".join(text.split())


def read_title(fields: Fields) -> str:
    """The title as one line, without a quote that has no partner; "" for none."""
    title = one_line(next((fields[key].text for key in TITLE if key in fields and fields[key].text), ""))
    if len(title) > 1 and title[0] == title[-1] == '"':
        return title[1:-1].strip()
    if title.count('"') == 1 and '"' in (title[0], title[-1]):
        return title.strip('"').strip()
    return title


def read_words(fields: Fields, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Tags as a list, as one text with commas, as `:a:b:`, or as one with blanks (as Jekyll reads it); each once."""
    field = next((fields[key] for key in keys if key in fields), Field(""))
    words: tuple[str, ...] | list[str]
    if field.listed is not None:
        words = field.listed
    elif len(field.text) > 2 and field.text[0] == field.text[-1] == ":":
        words = field.text.split(":")
    else:
        words = field.text.split("," if "," in field.text else None)
    return tuple(dict.fromkeys(word for each in words if (word := one_line(each))))
