"""Reads the app's own source for tests about its words: every string given to gettext, every code in use."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import desktop_app

GETTEXT = ("_", "_n", "_p")


@dataclass(frozen=True)
class Call:
    """A call in the source, with where it stands."""

    name: str
    node: ast.Call
    place: str


def calls() -> Iterator[Call]:
    """Every call in the app's source, by the last part of what is called."""
    root = Path(desktop_app.__file__).parent
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                function = node.func
                name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
                yield Call(name, node, f"{path.relative_to(root)}:{node.lineno}")


def messages(call: Call) -> list[ast.expr]:
    """The arguments of a gettext call that are messages; `_n` has two, `_p` has a context first."""
    wanted = {"_": slice(0, 1), "_n": slice(0, 2), "_p": slice(1, 2)}[call.name]
    return call.node.args[wanted]


def glued() -> Iterator[str]:
    """Where two messages are joined with +, though the order of words is the translator's."""
    root = Path(desktop_app.__file__).parent
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            joins = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
            if joins and all(_is_gettext(side) for side in (node.left, node.right)):
                yield f"{path.relative_to(root)}:{node.lineno}"


def _is_gettext(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT
