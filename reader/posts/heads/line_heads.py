"""Heads without lines around them: pandoc's title block, MultiMarkdown's metadata, Org's keywords.

https://pandoc.org/MANUAL.html#extension-pandoc_title_block, https://fletcher.github.io/MultiMarkdown-6/syntax/metadata.html,
https://orgmode.org/manual/Export-Settings.html
"""

import re

from reader.posts.heads.fields import Field, HeadBlock, canonical, one_line

_PAIR = re.compile(r"([^\W\d_][\w .-]{0,40}?)[ \t]{0,20}:(?:[ \t]+(.*))?$")
_KEYWORD = re.compile(r"#\+(\w{1,40}):[ \t]*(.*)$")
_MOST_LINES = 200


def pandoc_head(text: str) -> HeadBlock | None:
    """`% title`, `% authors`, `% date`, each of which may go on in indented lines."""
    if not re.match(r"%(?:[ \t]|\n)", text):
        return None
    values: list[str] = []
    end = 0
    for line in text[: 64 * 1024].split("\n")[:_MOST_LINES]:
        if re.match(r"%(?:[ \t]|$)", line) and len(values) < 3:
            values.append(line[1:])
        elif line[:1] in (" ", "\t") and line.strip() and values:
            values[-1] += f" {line.strip()}"
        else:
            break
        end += len(line) + 1
    fields = {name: Field(one_line(value)) for name, value in zip(("title", "author", "date"), values, strict=False)}
    return HeadBlock("pandoc", fields, min(end, len(text)))


def multimarkdown_head(text: str) -> HeadBlock | None:
    """`Key: value` from the first line to the first blank one, `Title` among them; values go on in indented lines."""
    if not _PAIR.match(text[:200].partition("\n")[0]):
        return None
    fields: dict[str, Field] = {}
    key, end = "", 0
    for line in text[: 64 * 1024].split("\n")[:_MOST_LINES]:
        if not line.strip():
            break
        if line[0] in " \t" and key:
            fields[key] = Field(f"{fields[key].text} {line.strip()}")
        elif pair := _PAIR.match(line):
            key = canonical(pair[1])
            fields[key] = Field((pair[2] or "").strip())
        else:
            return None
        end += len(line) + 1
    return HeadBlock("multimarkdown", fields, min(end, len(text))) if fields.get("title", Field("")).text else None


def org_head(text: str) -> HeadBlock | None:
    """`#+KEYWORD: value` lines with `#+TITLE` among them, also behind a drawer of properties."""
    if not text.startswith(("#+", ":")):
        return None
    fields: dict[str, Field] = {}
    end, in_drawer = 0, False
    for line in text[: 64 * 1024].split("\n")[:_MOST_LINES]:
        word = line.strip().upper()
        if word == ":PROPERTIES:" and not end:
            in_drawer = True
        elif in_drawer:
            in_drawer = word != ":END:"
        elif keyword := _KEYWORD.match(line):
            fields.setdefault(canonical(keyword[1]), Field(keyword[2].strip()))
        elif word:
            break
        end += len(line) + 1
    return HeadBlock("org", fields, min(end, len(text))) if "title" in fields and not in_drawer else None
