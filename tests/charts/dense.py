"""A ledger in which everything is there many times over, and every name is long."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.domain.dates import on_day
from desktop_app.domain.events import EventKind
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Rank, Status
from desktop_app.domain.measures import ADM, ARR, RET, TGT_RET_WK, Basis
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Reliability, Source, SourceKind
from tests.charts.case_records import FOUNDING, LEGAL, REFUSED, records
from tests.charts.samples import SCHEME, TODAY, days, event
from tests.domain.ledgers import HOME_OFFICE, Ledger, figure

OUTLETS = tuple(
    Source(
        id=f"outlet {number}",
        title=f"A very long headline of an article about returns and admissions, number {number}",
        publisher=f"The Long-Winded Observer of {place} and Surroundings",
        kind=SourceKind.NEWS_REPORT,
        reliability=Reliability.B,
        published=on_day(date(2025, 9, 1) + timedelta(days=9 * number)),
    )
    for number, place in enumerate(
        ("Kingston upon Hull", "Boulogne-sur-Mer", "Llanfairpwll", "Dunkerque", "Gravelines", "Sangatte")
    )
)
MILESTONES = (
    event(EventKind.IN_FORCE, "2025-08-06"),
    event(EventKind.FIRST_RETURN, "2025-08-11"),
    event(EventKind.AMENDED, "2025-08-16"),
    event(EventKind.EXTENDED, "[2025-08-14..2025-08-25]"),
    event(EventKind.ENDED, "2026-02-12"),
)


def ledger() -> Ledger:
    """Seven months of it."""
    made: list[Record] = [SCHEME, *OUTLETS, *MILESTONES]
    made += days(date(2018, 1, 1), TODAY, status=Status.PROVISIONAL)
    for number in range(28):
        day = date(2025, 8, 13) + timedelta(days=7 * number)
        source = OUTLETS[number % len(OUTLETS)]
        for measure, step in ((RET, 11), (ADM, 9)):
            amount = f"{number * step}" if number % 5 else f">{number * step}"
            status = Status.PROVISIONAL if number % 4 == 0 else Status.UNVALIDATED
            made.append(
                figure(measure, amount, day.isoformat(), source, status=status, id=f"{measure} {day}")
            )
        if number % 6 == 5:
            rival = OUTLETS[(number + 1) % len(OUTLETS)]
            made.append(figure(RET, f"{number * 13}", day.isoformat(), rival, id=f"rival {day}"))
    made.append(figure(RET, "100..240", "[2025-11-10..2025-11-25]", OUTLETS[1], id="vague"))
    made.append(figure(RET, "777", "2025-12-20", OUTLETS[2], id="gone", rank=Rank.DEPRECATED))
    said = ("~50", "<50", ">40", "45", "50..60", "55", "60", "~65", "<70", "75")
    for number, amount in enumerate(said):
        source = OUTLETS[number % len(OUTLETS)]
        made.append(figure(TGT_RET_WK, amount, "2025-09", source, id=f"target {number}", basis=Basis.TARGET))
    for number in range(60):
        day = date(2025, 8, 6) + timedelta(days=3 * number)
        made += [FieldNote(id=f"note {number} {copy}", date=on_day(day)) for copy in range(1 + number % 3)]
    for number, number_said in enumerate((61, 64, 66, 70, 72, 77, 80)):
        speaker = f"A spokesperson of some department, number {number}"
        made.append(
            figure(
                ADM, str(number_said), "2025-11-07", OUTLETS[number % 6], id=f"said {number}", speaker=speaker
            )
        )
    for number, value in enumerate((410, 390, 402, 395, 399)):
        made.append(
            figure(
                ARR,
                str(value),
                "2025-07-01",
                HOME_OFFICE,
                id=f"vintage {number}",
                published=(date(2025, 7, 8) + timedelta(days=40 * number)).isoformat(),
                revises=f"vintage {number - 1}" if number else "ARR 2025-07-01",
            )
        )
    made += records(*[FOUNDING] * 7, *[REFUSED] * 6, *[LEGAL] * 8)
    return Ledger(*made)
