"""The editions of the time series that a workspace holds, each a source of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from desktop_app.domain.dates import on_day
from desktop_app.domain.sources import Reliability, Source, SourceKind
from desktop_app.domain.views import View

PUBLISHER = "Home Office"
TITLE = "Migrants detected crossing the English Channel in small boats: time series"

_NAMES = UUID("5f0c2d5e-6a6b-4f0e-9d0b-3f6d3a1c7e42")
_WHOLE = "Whole edition imported."
"""In the note of a source that was there before the import: from then on all its values are known."""


def is_home_office(source: Source) -> bool:
    """Whether a source is a statistic of the Home Office: what its editions may confirm or revise."""
    return (
        source.kind is SourceKind.OFFICIAL_STATISTICS
        and source.publisher.strip().casefold() == PUBLISHER.casefold()
    )


def source_of(view: View, edition: date, today: date) -> tuple[Source, bool]:
    """The source for an edition, and whether it has to be kept because it is new or says something new.

    A source that somebody made for this edition is used. A new one gets a name that follows from the day:
    two imports of one edition at the same moment meet there, and the second is refused.
    """
    own = view.get(Source, source_id(edition))
    if own is not None:
        return own, False
    for source in view.every(Source):
        if _is_edition(source) and source.published.earliest == edition:
            if _WHOLE in source.note:
                return source, False
            return replace(source, note=f"{source.note}\n{_WHOLE}".strip()), True
    return (
        Source(
            id=source_id(edition),
            publisher=PUBLISHER,
            title=TITLE,
            kind=SourceKind.OFFICIAL_STATISTICS,
            published=on_day(edition),
            accessed=on_day(today),
            reliability=Reliability.A,
        ),
        True,
    )


def imported_after(view: View, edition: date) -> list[tuple[date, str]]:
    """The days and source ids of imported editions that came after this one, oldest first."""
    days = ((source.published.earliest, source.id) for source in view.every(Source) if _is_imported(source))
    return sorted((day, id) for day, id in days if day is not None and day > edition)


def source_id(edition: date) -> str:
    """The name of the source that an import makes for an edition: the same in every workspace."""
    return str(uuid5(_NAMES, edition.isoformat()))


def _is_edition(source: Source) -> bool:
    return (
        is_home_office(source)
        and source.title.strip().casefold() == TITLE.casefold()
        and source.published.is_exact_day
    )


def _is_imported(source: Source) -> bool:
    day = source.published.earliest
    if not source.published.is_exact_day or day is None:
        return False
    return source.id == source_id(day) or (_is_edition(source) and _WHOLE in source.note)
