"""Which functions of the program a process enters. Kept away from everything else: it is imported before all else.

`MUTATION_TRACE` names a folder of source and a file. Each function entered is added to the file, as a line
`path:first line`. In a copy of the tree this module stands as `sitecustomize`, so that the processes which tests start,
and kill, are followed too.

A call is put at the beginning of every function as its module is imported. A trace function of Python's would be called
at every call of every library as well, and property tests would take ten times as long.
"""

from __future__ import annotations

import ast
import builtins
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

VARIABLE = "MUTATION_TRACE"
_CALL = "mutation_trace_entered"

entered: set[str] = set()
"""What is in the file already, as far as this process knows; whoever empties the file empties this too."""


def follow(folder: str, file: str) -> None:
    """Add to `file`, from now on, the functions of the package in `folder` that are entered."""
    output = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def enter(place: str) -> None:
        if place not in entered:
            entered.add(place)
            os.write(output, f"{place}\n".encode())

    setattr(builtins, _CALL, enter)
    sys.meta_path.insert(0, _Finder(folder.rpartition(os.sep)[2]))


def with_calls(source: bytes, path: str) -> ast.Module:
    """A module, each of whose functions says first that it was entered."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = min(each.lineno for each in (node, *node.decorator_list))
            call = ast.Expr(ast.Call(ast.Name(_CALL, ast.Load()), [ast.Constant(f"{path}:{first}")], []))
            node.body.insert(ast.get_docstring(node, clean=False) is not None, call)
            ast.fix_missing_locations(ast.copy_location(call, node))
    return tree


class _Loader(SourceFileLoader):
    """Imports a module with calls, always from its source."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        return compile(with_calls(self.get_data(path), path), path, "exec", dont_inherit=True)


class _Finder:
    """Finds the modules of a package, as Python does."""

    def __init__(self, package: str) -> None:
        self._package = package

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] != self._package:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec


if __name__ == "sitecustomize" and VARIABLE in os.environ:
    follow(*os.environ[VARIABLE].split(os.pathsep))
