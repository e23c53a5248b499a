"""Finds the source that a pasted article may be, where it is named a little otherwise there."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.dates import on_day
from desktop_app.domain.line_pieces import folded
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View

_START = 24
"""Letters at the beginning of two titles that, where they are the same, make the titles alike."""
_LEAST = 10
"""Letters of the shorter title below which its being the other's beginning says nothing."""


def like_source(view: View, *, publisher: str, title: str, day: date | None) -> Source | None:
    """A source of the same day whose title begins the same; None where one has the very title.

    One by another publisher is another article, though it may have the same heading.
    """
    heading, name = folded(title.strip()), folded(publisher.strip())
    if day is None or len(heading) < _LEAST:
        return None
    published, like = on_day(day), None
    for source in view.every(Source):
        # Days first: to fold a title takes longer than to compare two days.
        if source.published == published and not _differ(name, source.publisher):
            other = folded(source.title.strip())
            if other == heading:
                return None
            if like is None and _begin_alike(heading, other):
                like = source
    return like


def _differ(name: str, publisher: str) -> bool:
    return bool(name and publisher) and folded(publisher) != name


def _begin_alike(one: str, other: str) -> bool:
    shared = min(len(one), len(other), _START)
    return shared >= _LEAST and one[:shared] == other[:shared]
