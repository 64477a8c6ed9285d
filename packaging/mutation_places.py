"""Where a module can be changed so that some test should notice, and the module so changed.

In: Python source. Out: `Place`s, in the order they are written, and for one of them the changed source. Left alone is
what no test is for: docstrings, annotations, decorators, imports, what is logged, and what only a type checker sees.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_LOGGERS = ("log", "_log")
_TESTS = (ast.Compare, ast.BoolOp, ast.UnaryOp)


class Place(NamedTuple):
    """One change of a module."""

    line: int  # 1-based
    function: int  # the first line of the function around it, its decorators included; 0 outside of functions
    node: int  # which one of the module's nodes, as `ast.walk` counts
    way: int  # which one of the ways to change that node
    before: str
    after: str  # "" where a statement is left out
    code: str  # the line it is on, without space around it

    @property
    def name(self) -> str:
        """What it is called in mutants.toml: it stays the same when other lines move it."""
        return f"{self.code} | {self.before} → {self.after}".rstrip()


def places(source: str) -> list[Place]:
    """Every place of a module."""
    tree, lines = ast.parse(source), source.splitlines()
    numbers = {id(node): number for number, node in enumerate(ast.walk(tree))}
    return sorted(
        Place(node.lineno, function, numbers[id(node)], way, _text(node), _text(other), lines[node.lineno - 1].strip())
        for node, function in _inhabited(tree, 0)
        for way, other in enumerate(_ways(node))
    )


def changed(source: str, place: Place) -> str:
    """The module with one place changed. Comments are lost, and lines are others."""
    tree = ast.parse(source)
    node = next(node for number, node in enumerate(ast.walk(tree)) if number == place.node)
    assert isinstance(node, (ast.expr, ast.stmt))
    other = list(_ways(node))[place.way]
    return ast.unparse(ast.fix_missing_locations(_Put(node, other).visit(tree)))


class _Put(ast.NodeTransformer):
    def __init__(self, node: ast.AST, other: ast.AST) -> None:
        self._node, self._other = node, other

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self._node:
            return self._other
        result = super().visit(node)
        assert isinstance(result, ast.AST)
        return result


def _inhabited(node: ast.AST, function: int) -> Iterator[tuple[ast.expr | ast.stmt, int]]:
    """The nodes below a node that tests are for, each with the first line of its function."""
    for child in _children(node):
        inside = function
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inside = min(each.lineno for each in (child, *child.decorator_list))
        if isinstance(child, (ast.expr, ast.stmt)):
            yield child, function
        yield from _inhabited(child, inside)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "decorator_list"):
            found = value if isinstance(value, list) else [value]
            yield from (child for child in found if isinstance(child, ast.AST) and not _is_left_alone(child))


def _is_left_alone(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.keyword(arg="strict"):  # of zip: an assertion
            return True
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name)))):
            return name in _LOGGERS
    return False


def _ways(node: ast.expr | ast.stmt) -> Iterator[ast.expr | ast.stmt]:
    """What a node can be changed into."""
    match node:
        case ast.Compare(ops=[operation]) if type(operation) in _COMPARED:
            yield _with(node, ops=[_COMPARED[type(operation)]()])
        case ast.BoolOp(op=operation):
            yield _with(node, op=ast.Or() if isinstance(operation, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(op=operation) if type(operation) in _COUNTED and not _is_text(node):
            yield _with(node, op=_COUNTED[type(operation)]())
        case ast.Constant(value=value):
            yield from (_with(node, value=other) for other in _other_values(value))
        case ast.Return(value=value) if value is not None and not isinstance(value, ast.Constant):
            yield _with(node, value=ast.Constant(None))
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test) if not isinstance(test, _TESTS):
            yield _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            for number, loop in enumerate(node.generators):
                if loop.ifs:
                    loops = list(node.generators)
                    loops[number] = ast.comprehension(loop.target, loop.iter, [], loop.is_async)
                    yield _with(node, generators=loops)
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Delete() | ast.Continue() | ast.Break():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()


def _other_values(value: object) -> Iterator[object]:
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1
        case str():
            yield f"XX{value}"
        case bytes():
            yield b"XX" + value


def _is_text(node: ast.BinOp) -> bool:
    """Whether it joins or fills in texts: another operator would only be an error of types."""
    sides = (node.left, node.right)
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str | None))
        for side in sides
    )


def _with(node: ast.AST, **fields: object) -> ast.expr | ast.stmt:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    assert isinstance(other, (ast.expr, ast.stmt))
    return other


def _text(node: ast.expr | ast.stmt) -> str:
    """A node on one line, as the report and the list of equal places have it."""
    if isinstance(node, ast.Pass):
        return ""
    if isinstance(node, (ast.If, ast.While)):
        return f"{'if' if isinstance(node, ast.If) else 'while'} {ast.unparse(node.test)}"
    return " ".join(ast.unparse(node).split())
