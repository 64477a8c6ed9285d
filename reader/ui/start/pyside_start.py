"""What PySide does at its import that everybody waits for and nobody here uses: a fifth of the window's start.

Its library carries a dozen Python modules as source (signatures, help texts, the writer of .pyi files) and compiles
them anew at every start. `load` keeps them compiled in the cache, as Python does with modules of its own, and leaves
out the writer of .pyi files. It also takes away the `import` that PySide puts in place of Python's: that one reads the
source of every module imported after it, in case one asks for a `__feature__`, and none of ours does.

Looked at with PySide 6.11; each part is without effect, and can go, where PySide stops doing what it mends.
"""

import builtins
import importlib.util
import logging
import marshal
import zlib
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any

from reader.base.files import read_whole, write_whole

_log = logging.getLogger("reader.ui")

_Codes = dict[tuple[str, int, int], CodeType]  # by name, length and CRC-32 of the source
_UNUSED = "shibokensupport/signature/lib/pyi_generator.py"


def load(kept: Path) -> None:
    """Import PySide's core; `kept` is the file of what was compiled the last time, made anew where it does not fit.

    Raises ImportError where Qt cannot be loaded.
    """
    codes = _read(kept)
    before = len(codes)
    plain = builtins.compile
    builtins.compile = _compiling_once(codes, plain)  # takes what PySide gives it, and passes the rest on
    try:
        import PySide6.QtCore  # noqa: F401  # here, and nowhere before: this is when it compiles
    finally:
        builtins.compile = plain
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    if len(codes) > before:
        _write(kept, codes)


def _compiling_once(codes: _Codes, plain: Callable[..., Any]) -> Callable[..., Any]:
    def compile_once(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        if not isinstance(source, bytes) or mode != "exec" or rest or named:
            return plain(source, filename, mode, *rest, **named)
        if filename == _UNUSED:
            return plain("", filename, mode)
        key = (str(filename), len(source), zlib.crc32(source))
        code = codes.get(key)
        if code is None:
            code = codes[key] = plain(source, filename, mode)
        return code

    return compile_once


def _read(kept: Path) -> _Codes:
    """What was written whole by this version of Python; else nothing."""
    try:
        written = read_whole(kept)
    except OSError:
        return {}
    check, body = written[:4], written[4:]
    if check != _check(body):
        return {}
    codes: _Codes = marshal.loads(body)
    return codes


def _write(kept: Path, codes: _Codes) -> None:
    body = marshal.dumps(codes)
    try:
        write_whole(kept, _check(body) + body)
    except OSError as error:
        _log.info("%s cannot be kept, so the next start compiles again: %s", kept, error)


def _check(body: bytes) -> bytes:
    """Four bytes that tell a damaged file, or one of another Python, whose compiled code would crash this one."""
    return zlib.crc32(body, zlib.crc32(importlib.util.MAGIC_NUMBER)).to_bytes(4, "little")
