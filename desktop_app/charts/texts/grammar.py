"""The mark grammar in words, for every key, table and file: which marks there are, and in which order.

How each mark is drawn is in `marks`. A chart says which of them are on it, and nothing of its own.
"""

from __future__ import annotations

from collections.abc import Collection

from desktop_app.charts.shapes import Ink, KeyEntry, Mark
from desktop_app.words.translate import _


def mark_words() -> dict[Mark, str]:
    """The marks of values, and what goes with them, in the order of a key."""
    return {
        Mark.EXACT: _("official statistics"),
        Mark.REPORTED: _("reported"),
        Mark.ABOUT: _("about"),
        Mark.MORE_THAN: _("more than"),
        Mark.FEWER_THAN: _("fewer than"),
        Mark.RANGE: _("lowest to highest"),
        Mark.CONTESTED: _("sources differ"),
        Mark.SPAN: _("some day within"),
        Mark.BAND: _("shaded: range given"),
        Mark.BAR_RANGE: _("hatched: to the highest"),
        Mark.PROVISIONAL: _("provisional"),
        Mark.TENTATIVE: _("provisional total"),
        Mark.WITHDRAWN: _("withdrawn"),
        Mark.GAP: _("days without a record"),
        Mark.SUPPOSED: _("supposed"),
        Mark.HELD_BACK: _("not shown"),
    }


def entries(
    used: Collection[Mark], *, inks: dict[Mark, Ink] | None = None, **said: str
) -> tuple[KeyEntry, ...]:
    """The key of a chart on which these marks are; `said` has other words for some, by their names."""
    found = []
    for mark, words in mark_words().items():
        if mark in used:
            found.append(KeyEntry(mark, (inks or {}).get(mark), said.get(mark.name, words)))
    return tuple(found)
