"""The page that was open last, kept in a file: the next start shows it without loading what reads Markdown."""

import json
from pathlib import Path

from reader import __version__
from reader.base.files import read_whole, write_whole
from reader.posts.model import SectionKind
from reader.render.sheet import Anchor, FormulaPicture, Page

_UNREADABLE = (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
_MOST = 300_000  # characters of HTML; longer pages are written anew


class KeptPage:
    """One page in one file, with what it was made of, as text. The page counts only if that text is the same."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = ("", "")  # what the page in the file is made of, and its HTML

    def read(self, made_of: object) -> Page | None:
        """The page, if it is kept and was made of this; `made_of` is any value whose `repr` says all about it."""
        try:
            kept = json.loads(read_whole(self._path))
            if kept["made_of"] != _words(made_of):
                return None
            page = Page(
                kept["html"],
                tuple(Anchor(section, name, head, SectionKind(kind)) for section, name, head, kind in kept["anchors"]),
                {name: FormulaPicture(svg.encode(), *rest) for name, svg, *rest in kept["formulas"]},
            )
        except _UNREADABLE:
            return None  # there is none, or a damaged one: it is written anew
        self._known = (kept["made_of"], page.html)
        return page

    def write(self, made_of: object, page: Page) -> None:
        """Keep a page in place of the last one; not one with pictures from files, which may change. Raises OSError."""
        words = _words(made_of)
        formulas = [(name, picture) for name, picture in page.pictures.items() if isinstance(picture, FormulaPicture)]
        if (words, page.html) == self._known or len(formulas) < len(page.pictures) or len(page.html) > _MOST:
            return
        kept = {
            "made_of": words,
            "html": page.html,
            "anchors": page.anchors,
            "formulas": [(name, picture.svg.decode(), *picture[1:]) for name, picture in formulas],
        }
        write_whole(self._path, json.dumps(kept, ensure_ascii=False), flush=False)  # a busy disk held the window up
        self._known = (words, page.html)


def _words(made_of: object) -> str:
    """All that makes a page what it is, this version of the program included."""
    return repr((__version__, _newest_source(), made_of))


def _newest_source() -> int:
    """When a module that writes pages was last changed, in ns: in a source tree the version says too little."""
    folder = Path(__file__).parent
    return max((file.stat().st_mtime_ns for file in folder.glob("*.py")), default=0)
