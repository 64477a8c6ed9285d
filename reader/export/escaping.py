"""Markdown for programs that see more markup than our posts mean: HTML tags, and what Obsidian adds.

A summary's words stay words: `#word` becomes no tag, `[[x]]` no link, `%%` no comment, `==` no highlight, ` ^x` no name
of a block. Code, mathematics and addresses are left as they are. https://help.obsidian.md/obsidian-flavored-markdown
"""

import re

from reader.posts.plain import parser

_MOST_BRACKETS = 2_000
"""A text with more of them is left as it is: Markdown's parser follows each to the end of the text."""
_TICKS = r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
CODE = rf"(?P<code>^(?P<fence>`{{3,}}|~{{3,}})[^\n]*\n.*?(?:^(?P=fence)|\Z)|{_TICKS})"
"""A pattern for code, fenced or between ticks; needs MULTILINE and DOTALL."""
_TAG_BEGINS = r"<(?!(?:https?|mailto):)(?=[A-Za-z/!?])"
_TAG = re.compile(rf"{CODE}|(?<!\\){_TAG_BEGINS}", re.MULTILINE | re.DOTALL)
_NO_TAG_SIGN = "\\s\u2000-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\\[\\]\\\\"
_MAY_BE_CODE = re.compile(r"```|~~~|\t| {4}")
"""What every block of code has: a fence or an indentation. Most sections have none, and need no parser."""
_SPECIAL = re.compile(r"#|\[\[|%%|==|<|\^")
_IN_WORDS = re.compile(
    rf"(?P<kept>\\.|{_TICKS}|\$\$.+?\$\$|\$(?![\s$])[^$\n]{{0,1000}}(?<!\s)\$(?!\d)"
    r"|<(?:https?|mailto):[^\s<>]{0,2000}>|https?://[^\s<>()]{1,2000}|\]\([^()\s]{0,2000}\)|^ {0,3}=+[ \t]*$)"
    rf"|(?P<sign>{_TAG_BEGINS}|(?<![\w&/#])#(?=[^{_NO_TAG_SIGN}])|(?<=\s)\^(?=[A-Za-z0-9-]+[ \t]*$))"
    r"|(?P<link>\[\[)|(?P<run>%%+|==+)",
    re.MULTILINE | re.DOTALL,
)


def escape_tags(text: str) -> str:
    """Markdown in which `<think>` stays a word for programs that read HTML; code is left as it is."""
    return _TAG.sub(lambda found: found["code"] or r"\<", text) if "<" in text else text


def escape_summary(text: str) -> str:
    """Markdown in which no word is markup to Obsidian or in HTML."""
    if not _SPECIAL.search(text) or text.count("[") > _MOST_BRACKETS:
        return text
    if not _MAY_BE_CODE.search(text):
        return _escaped(text)
    code = lines_of(text, "fence", "code_block")
    pieces: list[tuple[bool, list[str]]] = []
    for number, line in enumerate(text.split("\n")):
        if not pieces or pieces[-1][0] != (number in code):
            pieces.append((number in code, []))
        pieces[-1][1].append(line)
    return "\n".join("\n".join(lines) if kept else _escaped("\n".join(lines)) for kept, lines in pieces)


def lines_of(markdown: str, *kinds: str) -> set[int]:
    """The lines, from 0, that blocks of these kinds cover; kinds are the parser's names."""
    tokens = parser().parse(markdown)
    return {line for token in tokens if token.type in kinds and token.map for line in range(*token.map)}


def _escaped(words: str) -> str:
    return _IN_WORDS.sub(_escape, words)


def _escape(found: re.Match[str]) -> str:
    if found["kept"]:
        return found[0]
    if found["sign"]:
        return f"\\{found[0]}"
    if found["link"]:
        return r"[\["  # only the second: the first may open a link of Markdown's
    return "".join(f"\\{sign}" for sign in found["run"])
