"""Charts for tests: the scheme's figures as the founding articles and later sources give them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from desktop_app.charts.kinds import comparison
from desktop_app.charts.kinds.comparison import Show
from desktop_app.charts.periods import Period
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.domain.dates import PartialDate, on_day
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.measures import ADM, ARR, RET
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import KnownOn, Seen, Sight
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import GOV_UK, HOME_OFFICE, PAPER, Ledger, figure

TODAY = date(2026, 2, 20)
START = date(2025, 8, 6)
SCHEME = Scheme(id="uk-fr", name="UK–France", start=on_day(START))

RETURNED = (
    ("1", "2025-09-18"),
    ("7", "2025-09-30"),
    ("26", "2025-10-09"),
    ("42", "2025-10-19"),
    ("75", "2025-10-31"),
    ("94", "2025-11-05"),
    ("113", "2025-11-14"),
    ("153", "2025-11-27"),
    ("193", "2025-12-16"),
    ("281", "2026-01-27"),
    ("305", "2026-02-09"),
)
ADMITTED = (
    ("3", "2025-09-24"),
    ("18", "2025-10-09"),
    ("23", "2025-10-19"),
    ("51", "2025-10-31"),
    ("57", "2025-11-05"),
    ("84", "2025-11-14"),
    ("195", "2025-12-16"),
    ("350", "2026-01-27"),
    ("367", "2026-02-09"),
)


def totals(measure: str, readings: Iterable[tuple[str, str]]) -> list[Figure]:
    """A running total, one figure for each reading."""
    return [figure(measure, amount, day, PAPER, id=f"{measure} {day}") for amount, day in readings]


def days(first: date, last: date, **fields: Any) -> list[Figure]:
    """Arrivals of each day, from 0 to 700, as official statistics."""
    return [
        figure(
            ARR,
            str((number * 37) % 29 * 25 if number % 3 else 0),
            (first + timedelta(days=number)).isoformat(),
            HOME_OFFICE,
            id=f"ARR {(first + timedelta(days=number)).isoformat()}",
            published="2026-02-20",
            **fields,
        )
        for number in range((last - first).days + 1)
    ]


def event(kind: EventKind, day: str, **fields: Any) -> Event:
    """Something that happened to the scheme."""
    return Event(kind=kind, date=PartialDate.parse(day), **fields)


EVENTS = (
    event(EventKind.IN_FORCE, "2025-08-05", verification=Verification.CONFIRMED),
    event(EventKind.IN_FORCE, "2025-08-06", verification=Verification.LIKELY),
    event(EventKind.FIRST_RETURN, "2025-09-18", verification=Verification.CONFIRMED),
)


def ledger(*more: Record) -> Ledger:
    """The whole scheme: seven months of days, both totals, two milestones."""
    return Ledger(
        *days(date(2025, 7, 1), TODAY, status=Status.PROVISIONAL),
        *totals(RET, RETURNED),
        *totals(ADM, ADMITTED),
        *EVENTS,
        *more,
    )


def build(view: Ledger, scheme: Scheme = SCHEME, **wishes: Any) -> ComparisonChart:
    """The chart of a ledger, on request as known on a day."""
    known_on = wishes.pop("known_on", None)
    if known_on is not None:
        wishes["seen"] = Seen(Sight.KNOWN_ON, known_on)
        return comparison.build(
            KnownOn(view, known_on),
            scheme,
            formats=PlainFormats(),
            today=wishes.pop("today", TODAY),
            **wishes,
        )
    return comparison.build(view, scheme, formats=PlainFormats(), today=wishes.pop("today", TODAY), **wishes)


def usual(**wishes: Any) -> ComparisonChart:
    """The chart most tests look at."""
    wishes.setdefault("period", Period.custom(date(2025, 7, 1), TODAY))
    return build(ledger(), **wishes)


def motley() -> ComparisonChart:
    """A chart with every kind of mark: vague days, comparators, rivals, gaps, a range."""
    return build(
        Ledger(
            *days(date(2025, 8, 4), date(2025, 9, 28)),
            *days(date(2025, 10, 13), date(2026, 2, 15), status=Status.PROVISIONAL),
            *totals(RET, RETURNED[:5]),
            figure(RET, "94", "2025-11-05", HOME_OFFICE),
            figure(RET, ">110", "2025-11-14", PAPER),
            figure(RET, "~150", "2025-11-27", PAPER),
            figure(RET, "193", "[2025-12-10..2025-12-20]", PAPER),
            figure(RET, "<300", "2026-01-27", PAPER),
            *totals(ADM, ADMITTED[:4]),
            figure(ADM, "65", "2025-11-07", GOV_UK),
            figure(ADM, "57", "2025-11-07", PAPER),
            figure(ADM, "180..195", "2025-12-16", PAPER),
            *EVENTS,
        ),
        show=Show(lighter_provisional=True),
    )


def eight_years(**wishes: Any) -> ComparisonChart:
    """A chart of all days from 2018 on."""
    view = Ledger(*days(date(2018, 1, 1), date(2026, 2, 15)), *totals(RET, RETURNED), *totals(ADM, ADMITTED))
    return build(view, period=Period.custom(None, None), show=Show(**wishes))
