"""The vintages of one figure: what was published of the same thing, when, and which of it still stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain import named
from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.narrowed import figures_of
from desktop_app.domain.readings import known
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View


@dataclass(frozen=True, slots=True)
class Vintage:
    """One value as it was published."""

    figure: Figure
    source: Source | None
    """Where it was read first."""
    stands: bool
    """Whether it still counts: neither revised nor deprecated."""
    revises: str = ""
    """Id of the vintage that it replaced; empty for a first one."""

    @property
    def published(self) -> PartialDate:
        """When it was published."""
        return self.figure.published

    @property
    def amount(self) -> Amount:
        """What it says."""
        return self.figure.amount


def vintages(view: View, figure: Figure) -> tuple[Vintage, ...]:
    """All that was published of what a figure says, in order of publication, with the figure among it.

    To it belong the figures joined by revision, in both directions, and what the same publisher said of the
    same measure and period without a word of revising. A value that comes back (390, 322, 390) stays three
    vintages. One vintage alone means that nothing was ever revised.
    """
    ledger = known(view)
    found = {figure.id: figure}
    waiting = [figure]
    while waiting:
        one = waiting.pop()
        before = view.get(Figure, one.revises) if one.revises else None
        after = [other for other in ledger.revisers(one.id) if _is_alike(other, figure)]
        for other in (*after, *([before] if before is not None else [])):
            if other.id not in found:
                found[other.id] = other
                waiting.append(other)
    about, publisher = _about(figure), _publisher(view, figure)
    if publisher:
        for other in figures_of(view, figure.measure):
            same = other.as_at.edtf == about[0] and other.basis is figure.basis and _about(other) == about
            if same and other.id not in found and _publisher(view, other) == publisher:
                found[other.id] = other
    ordered = sorted(found.values(), key=_by_publication)
    return tuple(
        Vintage(
            one,
            _source(view, one),
            ledger.stands(one.id),
            one.revises if one.revises in found else "",
        )
        for one in ordered
    )


def _is_alike(other: Figure, figure: Figure) -> bool:
    return other.measure == figure.measure and other.basis is figure.basis


def _about(figure: Figure) -> tuple[str, str]:
    return (figure.as_at.edtf, figure.counted_since.edtf)


def _source(view: View, figure: Figure) -> Source | None:
    return named.read_in(view, figure)


def _publisher(view: View, figure: Figure) -> str:
    source = _source(view, figure)
    return source.publisher if source is not None else ""


def _by_publication(figure: Figure) -> tuple[date, str, str]:
    return (figure.published.latest or date.max, figure.recorded, figure.id)
