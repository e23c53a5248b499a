"""Records of every kind with any contents, for laws that hold for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import EnumType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.sharing import Sharing

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_NOTATIONS = """
    2025-08-06 2025-07 2025 2025-11-05~ 2025? ../2025-09-07 2025-08-06/..
    [2025-11-01..2025-11-10] 2025-11-06/2025-11-08 [2025-08-04,2025-08-06]
"""
DATES = st.sampled_from([PartialDate(), *map(PartialDate.parse, _NOTATIONS.split())])
AMOUNTS = st.one_of(
    st.integers(0, 10**15 - 1).map(Amount.exactly),
    st.sampled_from([Amount.parse(text) for text in ("~350", ">1700", "<100", "75..94", "-", "5.25")]),
)


def _values(name: str, hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is tuple:
        return st.lists(_values(name, get_args(hint)[0]), max_size=3).map(tuple)
    if get_args(hint):
        return st.one_of(*(_values(name, part) for part in get_args(hint)))
    if hint is type(None):
        return st.none()
    if isinstance(hint, EnumType):
        return st.sampled_from(list(hint))
    if name == "credibility":
        return st.integers(1, 6)
    if name == "sha256":
        return st.text("0123456789abcdef", min_size=64, max_size=64)
    if name == "size":
        return st.integers(0, 2**31)
    plain: Mapping[Any, st.SearchStrategy[Any]] = {
        str: TEXTS,
        int: st.integers(-(2**31), 2**31),
        PartialDate: DATES,
        Amount: AMOUNTS,
    }
    return plain[hint] if hint in plain else _instances(hint)


def _instances(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    parts = {entry.name: _values(entry.name, hints[entry.name]) for entry in fields(kind)}
    return st.builds(kind, **{**parts, **given})


def records(kind: type[Record], ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Any]:
    """Any record of a kind that a workspace without a passphrase may hold."""
    given: dict[str, st.SearchStrategy[Any]] = {"id": st.uuids().map(str) if ids is None else ids}
    if "sharing" in {entry.name for entry in fields(kind)}:
        given["sharing"] = st.just(Sharing.CLEAR)
    return _instances(kind, **given)


ANY_RECORD = st.sampled_from(list(RECORD_KINDS.values())).flatmap(records)
