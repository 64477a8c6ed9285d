"""bytes → text: UTF-8 unless the bytes say otherwise, and a guess that is remarked where they say nothing.

Only the standard library's codecs. UTF-16 and UTF-32 without a mark are told by their zeros. A guess weighs, for each
encoding that can read the bytes at all, how many of the characters it gives are common ones of its language: the 2,350
syllables of KS X 1001, the first levels of GB 2312, Big5 and JIS X 0208, kana. Text of another encoding read by mistake
comes out as rare characters. `tests/bench/encodings.py` measures it beside libraries.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),  # before UTF-16: its mark begins with the same bytes
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_ESCAPES = re.compile(rb"\x1b\$[@B]|\x1b\([JI]|\x1b\$\(D")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LEAST_ZEROS = 20  # one byte of so many is zero in text of wide characters
_LEAST_COMMON = 0.75
_LEAST_COMMON_UNMARKED = 0.95  # of UTF-16: any two bytes are one of its characters
_LEAST_LETTERS_UNMARKED = 8
_FEW = 3  # letters, which may be none
_SAMPLE = 64 * 1024  # bytes a guess looks at
_USUAL = re.compile(r"[ \n.,#\-0-9A-Za-z]")
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

_MARK = (
    "[\u0300-\u034e\u0350-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]"
)
_MANY_MARKS = re.compile(f"({_MARK}{{30}})(?={_MARK})")
"""More combining marks on one letter than any language has are told apart by a joiner, as in Stream-Safe Text
(https://unicode.org/reports/tr15/#Stream_Safe_Text_Format): normalising takes the square of their number."""


class Decoded(NamedTuple):
    """A file's text and how it was read."""

    text: str  # NFC, "\n" line ends, no NUL
    encoding: str  # as Python names it
    trouble: str = ""  # one English sentence where the bytes did not say their encoding, or not all could be read


def decode(source: bytes) -> Decoded:
    """A file's bytes as text. Never raises."""
    read = _by_mark(source) or _by_zeros(source) or _by_escapes(source) or _as_utf8(source) or _guessed(source)
    return read._replace(text=_cleaned(read.text))


def _cleaned(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "�")
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _MANY_MARKS.sub("\\1\u034f", text))


def _by_mark(source: bytes) -> Decoded | None:
    encoding = next((name for mark, name in _MARKS if source.startswith(mark)), None)
    if encoding is None:
        return None
    try:
        trouble = "The file is UTF-32, which hardly any program writes." if encoding == "utf-32" else ""
        return Decoded(source.decode(encoding), encoding, trouble)
    except UnicodeDecodeError:
        if encoding == "utf-16" and source.find(b"\0") < 0:
            return None  # ÿþ of another encoding rather than a mark
        trouble = "Some bytes of the file cannot be read; they are shown as �."
        return Decoded(source.decode(encoding, "replace"), encoding, trouble)


def _by_zeros(source: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: every line's end and blank has a zero, and other text has none."""
    if not (zeros := source.count(0)):
        return None
    if zeros * _LEAST_ZEROS < len(source):
        return _with_few_zeros(source)
    read = []
    for encoding in _WIDE:
        width = 4 if "32" in encoding else 2
        try:
            text = source[: len(source) // width * width].decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text[:_SAMPLE]):
            read.append((len(_USUAL.findall(text[:_SAMPLE])), encoding, text))
    if not read:
        return None
    _, encoding, text = max(read)
    return Decoded(text, encoding, f"The file has no mark of its encoding; its zeros say {encoding.upper()}.")


def _with_few_zeros(source: bytes) -> Decoded | None:
    """UTF-16 of East Asian text, with hardly a blank or a line's end: told by its characters."""
    share, best = max((_common(source, each), each.encoding) for each in _UNMARKED)
    if share < _LEAST_COMMON_UNMARKED:
        return None
    text = source.decode(best, "replace")
    return Decoded(text, best, f"The file has no mark of its encoding; its zeros say {best.upper()}.")


def _by_escapes(source: bytes) -> Decoded | None:
    if not _ESCAPES.search(source):
        return None
    try:
        return Decoded(source.decode("iso2022_jp_2"), "iso2022_jp", _guess("ISO-2022-JP"))
    except UnicodeDecodeError:
        return None


def _as_utf8(source: bytes) -> Decoded | None:
    """UTF-8, also with a last character that is cut off or with bad bytes that are few beside the good ones."""
    try:
        return Decoded(source.decode(), "utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(source) - 3 and error.reason == "unexpected end of data":
            text = source[: error.start].decode()
            return Decoded(text + "�", "utf-8", "The file ends in the middle of a character, shown as �.")
    text = source.decode(errors="replace")
    bad = text.count("�") - source.count("�".encode())
    if len(_MULTIBYTE.findall(source)) >= 4 * bad:
        return Decoded(text, "utf-8", "The file is UTF-8 but for some bytes, shown as �.")
    return None


def _guessed(source: bytes) -> Decoded:
    weighed = [(_common(source, each), -n, each) for n, each in enumerate(_CANDIDATES)]
    wide = ((_common(source, each), -len(_CANDIDATES), each) for each in _UNMARKED)
    share, _, best = max([*weighed, *(each for each in wide if each[0] >= _LEAST_COMMON_UNMARKED)])
    if share >= _LEAST_COMMON:
        return Decoded(source.decode(best.encoding, "replace"), best.encoding, _guess(best.words))
    for encoding, words in (("cp1252", "Western European Windows (cp1252)"), ("latin-1", "Latin-1")):
        text = source.decode(encoding, "replace")
        if not _CONTROLS.search(text) and "�" not in text:
            return Decoded(text, encoding, _guess(words))
    return Decoded(
        source.decode("utf-8-sig", "replace"), "utf-8", "The file is not UTF-8; unreadable bytes are shown as �."
    )


def _guess(words: str) -> str:
    return f"The file is not UTF-8; it was read as {words}, which is a guess."


class _Candidate(NamedTuple):
    """An encoding that a guess may name."""

    encoding: str
    words: str
    is_common: Callable[[str], bool]  # of one character that is not ASCII
    is_japanese: bool = False  # text without any kana is not
    least_letters: int = 1


def _is_of_the_west(character: str, text: str, encoding: str) -> bool:
    """Whether a lone character is rather two signs in a Western word: `l’eau`, `s’étonne`."""
    inside = re.search(rf"[A-Za-z]{re.escape(character)}[A-Za-z]", text) is not None
    return inside or character.encode(encoding)[-1] < 0x80


def _among(encoding: str, first: int, last: int) -> Callable[[str], bool]:
    """Whether a character has a two-byte code in an encoding whose first byte lies between two."""

    def is_common(character: str) -> bool:
        code = character.encode(encoding, "ignore")
        return len(code) == 2 and first <= code[0] <= last

    return is_common


def _is_kana(character: str) -> bool:
    return "ぁ" <= character <= "ヿ"


def _is_common_in_japan(character: str) -> bool:
    return _is_kana(character) or _JIS(character)


_JIS = _among("euc_jp", 0xB0, 0xCF)
_HANGUL = _among("euc_kr", 0xB0, 0xC8)
_CANDIDATES = (
    _Candidate("cp949", "Korean Windows (cp949)", _HANGUL),
    _Candidate("cp932", "Japanese Windows (Shift_JIS)", _is_common_in_japan, is_japanese=True),
    _Candidate("euc_jis_2004", "Japanese EUC", _is_common_in_japan, is_japanese=True),
    _Candidate("gb18030", "Chinese (GB 18030)", _among("gb2312", 0xB0, 0xD7)),
    _Candidate("big5", "Chinese (Big5)", _among("big5", 0xA4, 0xC6)),
    _Candidate("johab", "Korean (Johab)", _HANGUL),
)
_EAST_ASIAN = (_HANGUL, _is_common_in_japan, _among("gb2312", 0xB0, 0xD7), _among("big5", 0xA4, 0xC6))
_UNMARKED = tuple(
    _Candidate(
        name,
        f"{name[:6].upper()} without a mark",
        lambda character: any(is_common(character) for is_common in _EAST_ASIAN),
        least_letters=_LEAST_LETTERS_UNMARKED,
    )
    for name in ("utf-16-le", "utf-16-be")
)
_PUNCTUATION = re.compile(r"[　-〿！-～·‘’“”…—–\W]")


def _common(source: bytes, candidate: _Candidate) -> float:
    """The share of common characters among those that are letters and not ASCII; 0 where it cannot be read."""
    try:
        text = source[:_SAMPLE].decode(candidate.encoding)
    except UnicodeDecodeError as error:
        if len(source) <= _SAMPLE or error.start < _SAMPLE - 8:
            return 0.0
        text = source[: error.start].decode(candidate.encoding)
    counts = Counter(character for character in text if character > "\x7f" and not _PUNCTUATION.match(character))
    if counts.total() < candidate.least_letters or _CONTROLS.search(text):
        return 0.0
    if candidate.is_japanese and not any(_is_kana(character) for character in counts):
        return 0.0
    if counts.total() < _FEW and all(_is_of_the_west(character, text, candidate.encoding) for character in counts):
        return 0.0
    return sum(count for character, count in counts.items() if candidate.is_common(character)) / counts.total()
