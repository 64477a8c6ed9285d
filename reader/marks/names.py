"""Names a person gives to labels and saved searches, and names that mean the same.

Two of them are the same if their names are: "읽을 것" made on two computers is one label after a merge.
"""

from reader.base.errors import ReaderError

NAME_LENGTH = 80  # characters
TERM_LENGTH = 100
"""Characters of a name that means the same as another."""
_SIGNS = frozenset("|≠#")


def clean_name(name: str) -> str:
    """A name as it is stored: in NFC, with single blanks. Raises ReaderError when it is blank or too long."""
    import unicodedata  # only when something is named

    name = " ".join(unicodedata.normalize("NFC", well_formed(name)).split())
    if not name or not name.isprintable() or len(name) > NAME_LENGTH:
        raise ReaderError(f"{name!r} is no name: give one of 1 to {NAME_LENGTH} characters.")
    return name


def clean_term(term: str) -> str:
    """A name that means the same as another, as it is stored. Raises ReaderError when it is none."""
    import unicodedata  # only when something is named

    clean = " ".join(unicodedata.normalize("NFC", well_formed(term)).split())
    is_whole = clean.isprintable() and "\n" not in term and "\r" not in term
    if not clean or len(clean) > TERM_LENGTH or not is_whole or not _SIGNS.isdisjoint(clean):
        raise ReaderError(f"{term!r} is no name: type one to {TERM_LENGTH} characters, without |, ≠ and #.")
    return clean


def well_formed(text: str) -> str:
    """Halves of surrogate pairs, which no database takes, joined or replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
