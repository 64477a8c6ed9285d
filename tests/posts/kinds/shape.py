"""A shape: a small input, what is right for it, and whose rule that is. And the pieces that shapes are made of.

A shape's `expect` is about its only (or first) file, or has `files` with one expectation for each. Values: `title`,
`date` (the day, "2026-01-05" or None), `tags`, `keys`, `titles`, `numbers` (of the papers in order; [] is one page),
`contains` and `lacks` (pieces of all text that the post became, white space folded), `lacks in last` (of the last
paper's), `remarks` and `no remarks` (codes). A value {"one of": […]} is a choice.

Beyond one file's parser: `one key` (all papers of all files are one paper), `distinct` (so many different keys),
`not keys`, `html` (`contains` and `lacks` of what is shown), `posts` and `passed over` (names that a scan of the files
takes, and passes over with a reason), `explains` (names and values proposed for `check`), `grows` (a name in
`size.GROWING`).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Shape(NamedTuple):
    """A small input and what is right for it."""

    kind: int  # the number of the module's kind
    name: str  # a sentence, unique within its kind
    files: Mapping[str, bytes | str]  # path within the source: content
    expect: dict[str, Any]
    source: str  # whose rule it is, and what it says


class Kind:
    """Collects the shapes of one kind."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.shapes: list[Shape] = []

    def add(self, name: str, content: bytes | str | Mapping[str, bytes | str], source: str, /, **expect: Any) -> None:
        """One more. A single content is the file note.md, whose name gives neither a date nor a title of use."""
        named = content if isinstance(content, Mapping) else {"note.md": content}
        wanted = {key.replace("_", " "): value for key, value in expect.items()}
        self.shapes.append(Shape(self.number, name, named, wanted, source))


KEY = "2601.91011"  # of no paper that exists
LINK = f"https://arxiv.org/abs/{KEY}"
SECOND = "2601.91012"
LINK2 = f"https://arxiv.org/abs/{SECOND}"
METHOD = "\n\n## Method\n\n물이 끓는다.\n\n## Results\n\n김이 난다.\n\n"
ONE = f"# 1. [Slow Kettles](https://arxiv.org/abs/{KEY}){METHOD}"
TWO = ONE + f"# 2. [Cold Spoons](https://arxiv.org/abs/{SECOND}){METHOD}"
HEADED = f"---\ntitle: 주전자\n---\n\n{ONE}"
PLAIN = "물이 끓는다.\n\n## 요점\n\n김이 난다.\n"
LONG = (
    "주전자에 물을 붓고 불을 켜면 한참 뒤에 김이 오른다. "
    "뚜껑은 덜컹거리고 창문은 흐려진다. 아침마다 같은 소리가 난다.\n"
)
ONE_KEYS: dict[str, Any] = {"keys": [KEY], "titles": ["Slow Kettles"]}
TWO_KEYS: dict[str, Any] = {"keys": [KEY, SECOND], "titles": ["Slow Kettles", "Cold Spoons"]}

NOTHING_LOST = "Ours: no file is rejected and no text is lost"
YAML = "YAML 1.2"
