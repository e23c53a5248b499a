"""A half-filled form as plain texts by the names of its fields, and back: what is kept of it on disk."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Draft = TypeVar("Draft", bound="DataclassInstance")


def texts_of(draft: DataclassInstance) -> dict[str, str]:
    """The draft's fields as texts, from which `from_texts` makes an equal draft again.

    Several words of one field become a list in JSON. What does not count when drafts are compared is left
    out.
    """
    texts = {}
    for each in fields(draft):
        if each.compare:
            held = getattr(draft, each.name)
            texts[each.name] = json.dumps(held) if isinstance(held, tuple) else str(held or "")
    return texts


def from_texts(kind: type[Draft], texts: Mapping[str, str]) -> Draft:
    """The draft of such texts; what is missing or of no known meaning is as in a blank one."""
    made: dict[str, Any] = {}
    for name, (coded, is_many) in _forms(kind).items():
        text = texts.get(name)
        if text is None:
            continue
        if is_many:
            made[name] = tuple(_coded(coded, word) for word in _words(text) if _is_known(coded, word))
        elif _is_known(coded, text):
            made[name] = _coded(coded, text)
    return kind(**made)


@cache
def _forms(kind: type[Any]) -> dict[str, tuple[type[StrEnum] | None, bool]]:
    """Of each field: which codes it takes, None for any text, and whether it takes several."""
    hints = get_type_hints(kind)
    forms = {}
    for each in fields(kind):
        if not each.compare:
            continue
        hint = hints[each.name]
        is_many = get_origin(hint) is tuple
        parts = get_args(hint) if is_many or isinstance(hint, types.UnionType) else (hint,)
        codes = [part for part in parts if isinstance(part, type) and issubclass(part, StrEnum)]
        forms[each.name] = (codes[0] if codes else None, is_many)
    return forms


def _is_known(coded: type[StrEnum] | None, text: str) -> bool:
    return coded is None or text in list(coded)


def _coded(coded: type[StrEnum] | None, text: str) -> str:
    return text if coded is None else coded(text)


def _words(text: str) -> list[str]:
    try:
        held = json.loads(text)
    except ValueError:
        return []
    return [word for word in held if isinstance(word, str)] if isinstance(held, list) else []
