"""Text in the form in which it is compared. Apart from `plain.py`: comparing should bring no Markdown parser along."""

import re
import unicodedata


def folded(text: str) -> str:
    """Compatibility form, case-folded, white space as single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return re.findall(r"\w+", folded(text))
