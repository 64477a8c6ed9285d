"""BibTeX, for BibTeX and biber alike: one @misc an arXiv paper, UTF-8, fields in braces.

Characters that mean something to TeX are escaped, so that the text is read back as it is. Letters of all scripts, `<`
and `>` stay (use an engine or font encoding that has them: XeLaTeX, LuaLaTeX, T1).
"""

import re
from collections.abc import Iterable, Iterator

from reader.arxiv.model import Name
from reader.export.citing import Reference, reference
from reader.export.formulas import pieces
from reader.export.model import ExportedPaper

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPES = {
    "\\": r"{\textbackslash}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "{": r"\{",
    "}": r"\}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
_SPECIAL = re.compile(r"-(?=-)|`(?=`)|'(?=')|[?!](?=`)|[\\^~{}&%$#_]")
_CUTS = re.compile(r",|\band\b", re.IGNORECASE)
_UNPAIRED = {r"\{": r"$\lbrace$", r"\}": r"$\rbrace$"}


def bibtex(papers: Iterable[ExportedPaper]) -> Iterator[str]:
    """An entry a paper."""
    return (entry(reference(paper)) for paper in papers)


def entry(of: Reference) -> str:
    """One entry with an empty line behind it."""
    written = "".join(f"  {name} = {value},\n" for name, value in _fields(of))
    kind = "online" if of.is_page and of.url else "misc"
    return f"@{kind}{{{of.id},\n{written}}}\n\n"


def escaped(text: str) -> str:
    """Text as TeX reads it back; formulas stay. Braces without a partner are written as formulas, since BibTeX counts
    every brace. Signs that TeX would join (`--`, two quotes, a question mark and a quote) are kept apart by `{}`.
    """
    cut = list(pieces(text))
    paired = _paired("".join(piece.text for piece in cut if not piece.is_formula))
    return "".join(piece.text if piece.is_formula else _escaped(piece.text, paired) for piece in cut)


def _escaped(text: str, paired: bool) -> str:
    written = _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"{found[0]}{{}}"), text)
    return written if paired else re.sub(r"\\[{}]", lambda found: _UNPAIRED[found[0]], written)


def _fields(of: Reference) -> Iterator[tuple[str, str]]:
    if of.authors:
        yield "author", f"{{{' and '.join(map(_name, of.authors))}}}"
    yield "title", f"{{{{{escaped(of.title)}}}}}"  # twice, so that no style changes its capitals
    if not of.authors:
        yield "key", f"{{{{{escaped(of.title)}}}}}"  # by which styles sort and label what has no author
    if of.year:
        yield "year", f"{{{of.year}}}"
    if of.month:
        yield "month", _MONTHS[of.month - 1]
    yield from _places(of)
    yield from _texts(of)


def _places(of: Reference) -> Iterator[tuple[str, str]]:
    if of.arxiv_id:
        yield "eprint", f"{{{of.arxiv_id}}}"
        yield "eprinttype", "{arxiv}"  # BibLaTeX's name
        yield "archiveprefix", "{arXiv}"  # and that of BibTeX's styles
        if of.primary_class:
            yield "primaryclass", f"{{{of.primary_class}}}"
        yield "howpublished", f"{{arXiv:{of.arxiv_id}}}"  # all that plain styles print of where it is
        yield "publisher", "{arXiv}"
    if of.version:
        yield "version", f"{{{of.version}}}"
    if of.doi:
        yield "doi", f"{{{of.doi}}}"
    if of.url:
        yield "url", f"{{{_address(of.url)}}}"
    if of.accessed:
        yield "urldate", f"{{{of.accessed.isoformat()}}}"


def _texts(of: Reference) -> Iterator[tuple[str, str]]:
    if of.journal or of.withdrawn:
        said = ("Withdrawn" if of.withdrawn else "", of.journal)
        yield "note", f"{{{escaped('. '.join(filter(None, said)))}}}"
    if of.abstract:
        yield "abstract", f"{{{escaped(of.abstract)}}}"
    if of.keywords:
        yield "keywords", f"{{{', '.join(escaped(' '.join(word.replace(',', ' ').split())) for word in of.keywords)}}}"
    if of.note:
        yield "annote", f"{{{escaped(of.note)}}}"


def _name(name: Name) -> str:
    """A name whose parts BibTeX takes as they are: in braces where it would cut it at a comma, a blank or an "and"."""
    if not name.given:
        return f"{{{escaped(name.family)}}}"
    parts = [name.family, *([name.suffix] if name.suffix else []), name.given]
    return ", ".join(f"{{{escaped(part)}}}" if _CUTS.search(part) else escaped(part) for part in parts)


def _address(url: str) -> str:
    """A web address: \\url takes it as it is, so only what would end the field is percent-encoded."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")


def _paired(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0
