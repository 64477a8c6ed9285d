"""Addresses that leave the program: what a browser is given, and what a person is shown before.

In: the text of a link, from anywhere. Out: a web address in plain ASCII, or None. No sign that a terminal, a command
line or the direction of writing would act on gets through.
"""

import unicodedata
from urllib.parse import quote, urlsplit, urlunsplit

SCHEMES = ("http", "https")
_LONGEST = 8_000  # characters; browsers take no more either
_KEPT = "%/:=&?~#+!$,;'@()*[]-._"
_ASIAN = ("HANGUL", "CJK", "HIRAGANA", "KATAKANA")
"""Writing that no Latin letter can be taken for."""


def is_plain(text: str) -> bool:
    """Whether a text has no controls, marks of direction, or halves of characters."""
    return not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") for sign in text)


def web_address(address: str) -> str | None:
    """The address as it is given to a browser; None for what is no address of the web."""
    address = address.strip()
    if len(address) > _LONGEST or not is_plain(address):
        return None
    try:
        parts = urlsplit(address)
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError:  # UnicodeError, which IDNA raises, is one
        return None
    if parts.scheme not in SCHEMES or not host:
        return None
    place = f"[{host}]" if ":" in host else host
    path, query, fragment = (quote(part, safe=_KEPT) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, f"{place}:{port}" if port else place, path, query, fragment))


def shown(address: str) -> str:
    """The address as a person may read it: its host in ASCII where its letters could be taken for others."""
    given = web_address(address)
    if given is None:
        return "".join(sign for sign in address if is_plain(sign))[:_LONGEST]
    host = urlsplit(address.strip()).hostname or ""
    ascii_host = _ascii(host)
    return given.replace(ascii_host, host, 1) if host != ascii_host and all(map(_is_clear, host)) else given


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode()


def _is_clear(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith(_ASIAN)
