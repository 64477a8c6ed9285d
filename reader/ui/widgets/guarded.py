"""The guard around every method that Qt calls: no error of ours leaves it for Qt's own code.

PySide 6.11 ends the process (SIGSEGV in `PepException_GetArgs`) when an override is left by an error that C raised,
such as the IndexError of a tuple or the RuntimeError of a deleted widget: Python 3.11 hands it over as its bare words,
and PySide takes them for an exception. It does so whether the override returns something (`sizeHint`) or not
(`paintEvent`). Any other error it raises again at a later, unrelated call, or loses. Here both are told to
`sys.excepthook` where they happen, and Qt is given an answer it can go on with.
"""

import enum
import sys
import types
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar, get_origin

_Class = TypeVar("_Class", bound=type)
_WIDGETS = "PySide6.QtWidgets"


def guarded(kind: _Class) -> _Class:
    """Guard what a class overrides of its Qt base; a decorator for every class that overrides anything of Qt's.

    After an error Qt is given the empty value of the type that the override is annotated with: an invalid size, no
    row, False, None. A new widget cannot be empty, so where one is asked for Qt's own implementation makes it.
    """
    base = qt_base(kind)
    for name in overrides(kind, base):
        method = vars(kind)[name]
        answer = empty_answer(method.__annotations__.get("return")) or getattr(base, name)
        setattr(kind, name, _guard(method, answer))
    return kind


def qt_base(kind: type) -> type:
    """The nearest class of Qt's that a class is made from; `object` where there is none."""
    return next((base for base in kind.__mro__ if base.__module__.startswith("PySide6.")), object)


def overrides(kind: type, base: type) -> list[str]:
    """The names of the methods in the body of a class that stand in the place of one of Qt's."""
    return [
        name
        for name, value in vars(kind).items()
        if isinstance(value, FunctionType) and "_" not in name and hasattr(base, name)  # no name of Qt's has a "_"
    ]


def _guard(method: Callable[..., Any], answer: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def told(self: Any, *given: Any, **named: Any) -> Any:
        try:
            return method(self, *given, **named)
        except BaseException as error:  # noqa: BLE001  # the boundary to Qt: Ctrl+C too would end the process
            sys.excepthook(type(error), error, error.__traceback__)
        return answer(self, *given, **named)

    return told


def empty_answer(annotation: Any) -> Callable[..., Any] | None:
    """What makes the empty value of an annotation from an override's arguments; None for a widget."""
    kind = get_origin(annotation) or annotation
    if not isinstance(kind, type) or kind in (object, Any, types.UnionType):
        return _nothing
    if issubclass(kind, enum.Flag):
        return lambda *_given, **_named: kind(0)
    if kind.__module__ == _WIDGETS:
        return None
    return lambda *_given, **_named: kind()


def _nothing(*_given: Any, **_named: Any) -> None:
    return None
