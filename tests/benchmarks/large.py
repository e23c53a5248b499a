"""A workspace as large as a busy desk's after some years, made from chance with a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import UNDATED, on_day, within
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.measures import (
    ADM,
    ARR,
    ARR_BOATS,
    DET,
    PREV,
    PREV_EV,
    REQ,
    REQ_OK,
    RET,
    Basis,
)
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Citation, Reliability, Source, SourceKind
from desktop_app.services.workspace import Workspace, first_records

FIRST, LAST = date(2018, 1, 1), date(2026, 11, 15)
START = date(2025, 8, 6)
MEASURES = (ARR, ARR_BOATS, PREV, PREV_EV)
PAPERS = ("ITV News", "Anadolu Ajansı", "The Guardian", "Le Monde", "InfoMigrants", "La Voix du Nord")


def workspace(figures: int = 100_000, sources: int = 10_000) -> Workspace:
    """An open workspace in memory of so many figures and sources."""
    return Workspace.in_memory(first=[*first_records(), *everything(figures, sources)])


def everything(figures: int = 100_000, sources: int = 10_000) -> list[Record]:
    """All records of it: a scheme, and so many figures and sources."""
    return [Scheme(start=on_day(START)), *records(figures, sources)]


def records(figures: int, sources: int) -> list[Record]:
    """Editions of official statistics with their revisions, and what papers said of the totals."""
    chance = random.Random(20251109)
    editions = _editions(max(1, sources // 10))
    papers = list(_papers(chance, sources - len(editions)))
    daily = list(_daily(chance, editions, figures * 9 // 10))
    totals = list(_totals(chance, papers, figures - len(daily)))
    return [*editions, *papers, *daily, *totals]


def _editions(count: int) -> list[Source]:
    days = (LAST - FIRST).days
    return [
        Source(
            id=f"edition-{number:05}",
            publisher="Home Office",
            title="Small boat arrivals: time series",
            kind=SourceKind.OFFICIAL_STATISTICS,
            reliability=Reliability.A,
            published=on_day(FIRST + timedelta(days=7 + days * number // count)),
        )
        for number in range(count)
    ]


def _papers(chance: random.Random, count: int) -> Iterator[Source]:
    days = (LAST - START).days
    for number in range(count):
        yield Source(
            id=f"paper-{number:05}",
            publisher=f"{PAPERS[number % len(PAPERS)]}",
            title=f"Crossings and returns, report {number}",
            kind=SourceKind.NEWS_REPORT,
            reliability=chance.choice((Reliability.B, Reliability.C)),
            published=on_day(START + timedelta(days=days * number // max(1, count))),
        )


def _daily(chance: random.Random, editions: list[Source], count: int) -> Iterator[Figure]:
    """Days of the measures, each first published by one edition and revised by later ones."""
    days = (LAST - FIRST).days + 1
    step = (LAST - FIRST).days / len(editions)
    latest: dict[tuple[str, int], Figure] = {}
    for number in range(count):
        measure = MEASURES[number % len(MEASURES)]
        day = number // len(MEASURES) % days
        vintage = number // (len(MEASURES) * days)
        edition = editions[min(len(editions) - 1, int(day / step) + vintage)]
        before = latest.get((measure, day))
        latest[measure, day] = made = Figure(
            id=f"d{number:07}",
            measure=measure,
            amount=Amount.parse(str(max(0, round(chance.gammavariate(0.5, 250))))),
            basis=Basis.FLOW,
            period=on_day(FIRST + timedelta(days=day)),
            published=edition.published,
            status=Status.NORMAL if vintage else Status.PROVISIONAL,
            revises=before.id if before is not None else "",
            citations=(Citation(edition.id, credibility=2),),
            recorded="2026-11-20T10:00:00Z",
        )
        yield made


TOTALS = (RET, ADM, ARR, ARR_BOATS, DET, REQ, REQ_OK, ARR, PREV, ARR)
"""What papers give totals of, in turn: those of arrivals and boats from each January on."""
A_DAY = {RET: 5.0, ADM: 5.2, ARR: 110.0, ARR_BOATS: 2.0, DET: 7.0, REQ: 8.0, REQ_OK: 6.0, PREV: 60.0}


def _totals(chance: random.Random, papers: list[Source], count: int) -> Iterator[Figure]:
    """Running totals as papers give them; some vague, some rivals."""
    for number in range(count):
        measure = TOTALS[number % len(TOTALS)]
        paper = papers[number % len(papers)]
        yearly = measure in MEASURES
        first = FIRST if yearly else START
        day = first + timedelta(days=(LAST - first).days * number // max(1, count))
        begun = date(day.year, 1, 1) if yearly else START
        value = round((day - begun).days * A_DAY[measure])
        off = chance.choice((0, 0, 0, 0, 0, 0, 1, 7))
        amount = chance.choice(("{}", "{}", "{}", "~{}", ">{}")).format(value + off)
        vague = chance.random() < 0.05 and (day - begun).days > 9
        yield Figure(
            id=f"t{number:07}",
            measure=measure,
            amount=Amount.parse(amount),
            basis=Basis.CUMULATIVE,
            counted_since=on_day(begun) if yearly else UNDATED,
            period=within(day - timedelta(days=8), day) if vague else on_day(day),
            published=on_day(day + timedelta(days=chance.choice((0, 1, 1, 2)))),
            status=Status.UNVALIDATED,
            citations=(Citation(paper.id, credibility=3),),
            recorded="2026-11-20T10:00:00Z",
        )
