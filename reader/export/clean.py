"""Text that files of other programs can hold: what comes from posts and from people is cleaned once, where it enters.

In: text. Out: text whose lines end in "\\n", without a byte order mark, without characters that no text has (Unicode's
noncharacters, halves of surrogate pairs) or that steer a terminal. No word is lost, only such characters.
"""

import re

from reader.base.links import PaperLinks
from reader.export.model import ExportedPaper
from reader.posts.model import Points

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(p * 0x10000 + 0xFFFE)}{chr(p * 0x10000 + 0xFFFF)}" for p in range(17))
_NO_TEXT = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff{_NONCHARACTERS}]")


def clean_text(text: str) -> str:
    """Text in lines that end in "\\n", without such characters."""
    if text.isascii() and text.isprintable():
        return text
    return _NO_TEXT.sub("", _LINE_ENDS.sub("\n", text))


def clean_paper(paper: ExportedPaper) -> ExportedPaper:
    """A paper with every text cleaned, but its key as it is: by that the paper is known."""
    points = paper.points
    return paper._replace(
        title=clean_text(paper.title),
        raw_title=clean_text(paper.raw_title),
        links=PaperLinks(*(clean_text(link) if link else link for link in paper.links)),
        tags=tuple(map(clean_text, paper.tags)),
        sections=tuple(
            section._replace(heading=clean_text(section.heading), markdown=clean_text(section.markdown))
            for section in paper.sections
        ),
        points=Points(*map(clean_text, points)),
        note=clean_text(paper.note),
        labels=tuple(map(clean_text, paper.labels)),
        highlights=tuple(
            quotation._replace(
                section=clean_text(quotation.section),
                text=clean_text(quotation.text),
                before=clean_text(quotation.before),
                after=clean_text(quotation.after),
                correction=clean_text(quotation.correction),
            )
            for quotation in paper.highlights
        ),
    )
