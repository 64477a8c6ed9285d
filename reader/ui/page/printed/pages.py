"""One page of HTML that this program wrote, such as a lens or a table, as a PDF.

In: the HTML of `reader.export`. Out: a PDF on A4, upright or (for tables) broad. Nothing that the page names is loaded.
"""

import re
from html import unescape
from pathlib import Path

from reader.base.files import write_whole
from reader.export.pdf_outline import outlined
from reader.services.exporting import told
from reader.ui.page.printed.pdf import pressed
from reader.ui.page.printed.press import Press, running_qt

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_PRINTED = """<style>
h1 { margin-bottom: 10px }
h2 { margin-top: 14px; margin-bottom: 2px }
p { margin-top: 0; margin-bottom: 6px; line-height: 130% }
p.about { font-size: 11px; color: #6a7078 }
a { color: #22252a; text-decoration: none }
td, th { padding: 5px 8px 5px 0; font-size: 11px; border-bottom: 1px solid #d5d8dc }
th { text-align: left; color: #6a7078 }
</style>"""


def write_page(html: str, out: Path, words: str, *, is_broad: bool = False) -> None:
    """Write a page as a PDF, whole or not at all. `words` is the title where it has none. Raises ReaderError."""
    found = _TITLE.search(html)
    title = unescape(found[1]) if found else words
    printed = _STYLE.sub(_PRINTED, html, count=1).replace("<table>", '<table border="0" cellspacing="0" width="100%">')

    def put(press: Press) -> None:
        press.put_page(title, printed)

    with told(out), running_qt():
        pdf, press = pressed(put, is_broad=is_broad)
        write_whole(out, pdf + outlined(pdf, press.outline, press.language))
