"""Builds the example workspace from the readable files under `resources/sample`."""

from __future__ import annotations

import csv
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from desktop_app import paths
from desktop_app.domain import amount_words
from desktop_app.domain.amounts import UNQUANTIFIED, Amount
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import Obtained, PartialDate
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.measures import ARR, Basis, Direction, Measure, Unit
from desktop_app.domain.records import Record
from desktop_app.domain.rules import Rule, RuleKind
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Quotation, Reliability, Source, SourceKind, Stance
from desktop_app.domain.statements import Position, Statement
from desktop_app.store.refusing import refusing

_NAMESPACE = uuid.UUID("5c0a4a53-6e6d-5e0b-9f0c-27b7f6a1d9a4")
"""Records of the example have the same ids in every copy, so that copies can be compared."""

_SETTLED_AFTER = timedelta(days=120)
"""Daily arrivals are revised for weeks, not for months; older ones are no longer called provisional."""

Row = dict[str, str]


def records() -> list[Record]:
    """Every record of the example, sources first. Raises ValueError for a file that contradicts itself."""
    return [
        *(_measure(row) for row in _rows("measures")),
        *(_source(row) for row in _rows("sources")),
        *(_figure(row) for row in _rows("figures")),
        *(_arrivals(row) for row in _rows("arrivals")),
        *(_case(row) for row in _rows("cases")),
        *(_event(row) for row in _rows("events")),
        *(_statement(row) for row in _rows("statements")),
        *(_rule(row) for row in _rows("rules")),
    ]


def create(path: Path, passphrase: str | None = None) -> None:
    """Make a workspace file that holds the example."""
    from desktop_app.services.workspace import Workspace, first_records

    Workspace.create(path, first=[*first_records(), *records()], passphrase=passphrase).close()


def fresh_copy() -> Path:
    """A fresh copy of the example in the person's own data folder; earlier copies stay as they are."""
    folder = paths.data_folder() / "examples"
    with refusing(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        number = 1
        while (path := folder / f"example-{number}.evenhand").exists():
            number += 1
    create(path)
    return path


def _rows(name: str) -> Iterator[Row]:
    with (paths.resources() / "sample" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _id(kind: str, key: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{kind}:{key}"))


def _citations(text: str, excerpt: str = "") -> tuple[Citation, ...]:
    """Read "source:credibility[:stance]" entries parted by semicolons."""
    found: list[Citation] = []
    for entry in filter(None, (part.strip() for part in text.split(";"))):
        key, credibility, *stance = entry.split(":")
        found.append(
            Citation(
                source=_id("source", key),
                credibility=int(credibility),
                stance=Stance(stance[0]) if stance else Stance.ASSERTS,
                excerpt=excerpt if not found else "",
                quotation=Quotation.PARAPHRASE,
            )
        )
    return tuple(found)


def _amount(text: str) -> Amount:
    if text == "-":
        return UNQUANTIFIED
    reading = amount_words.read(text)
    if reading.amount is None:
        raise ValueError(f"the example has an amount that cannot be read: {text!r}")
    return reading.amount


def _measure(row: Row) -> Measure:
    return Measure(
        id=row["id"],
        unit=Unit(row["unit"]),
        basis=Basis(row["basis"]),
        direction=Direction(row["direction"]),
        label=row["label"],
        definition=row["definition"],
    )


def _source(row: Row) -> Source:
    return Source(
        id=_id("source", row["key"]),
        publisher=row["publisher"],
        title=row["title"],
        kind=SourceKind(row["kind"]),
        author=row["author"],
        language=row["language"] or "en",
        published=PartialDate.parse(row["published"]),
        accessed=PartialDate.parse(row["accessed"]),
        address=row["address"],
        reliability=Reliability(row["reliability"]),
        derives_from=_id("source", row["derives_from"]) if row["derives_from"] else "",
        note=row["note"],
    )


def _figure(row: Row) -> Figure:
    return Figure(
        id=_id("figure", row["key"]),
        measure=row["measure"],
        amount=_amount(row["amount"]),
        amount_words=row["words"],
        basis=Basis(row["basis"]),
        counted_since=PartialDate.parse(row["since"]),
        period=PartialDate.parse(row["period"]),
        period_words=row["period_words"],
        period_how=Obtained(row["period_how"]),
        data_to=PartialDate.parse(row["data_to"]),
        published=PartialDate.parse(row["published"]),
        speaker=row["speaker"],
        status=Status(row["status"]),
        rank=Rank(row["rank"]),
        rank_reason=row["rank_reason"],
        revises=_id("figure", row["revises"]) if row["revises"] else "",
        citations=_citations(row["sources"], row["excerpt"]),
        note=row["note"],
    )


def _arrivals(row: Row) -> Figure:
    period = PartialDate.parse(row["period"])
    edition = date.fromisoformat(row["source"].removeprefix("home-office-"))
    settled = period.latest is not None and edition - period.latest > _SETTLED_AFTER
    return Figure(
        id=_id("figure", f"arrivals {row['period']}"),
        measure=ARR,
        amount=Amount.exactly(int(row["people"])),
        amount_words=row["people"],
        basis=Basis.FLOW,
        period=period,
        published=PartialDate.parse(edition.isoformat()),
        speaker="Home Office",
        status=Status.NORMAL if settled else Status.PROVISIONAL,
        citations=(
            Citation(source=_id("source", row["source"]), credibility=2, quotation=Quotation.VERBATIM),
        ),
    )


def _case(row: Row) -> Case:
    return Case(
        id=_id("case", row["key"]),
        code=row["code"],
        description=row["description"],
        nationality=row["nationality"],
        note=row["note"],
        sharing=Sharing.CLEAR,
    )


def _event(row: Row) -> Event:
    return Event(
        id=_id("event", row["key"]),
        case=_id("case", row["case"]) if row["case"] else "",
        kind=EventKind(row["kind"]),
        date=PartialDate.parse(row["date"]),
        date_words=row["date_words"],
        date_how=Obtained(row["date_how"]),
        summary=row["summary"],
        place=row["place"],
        authority=row["authority"],
        verification=Verification(row["verification"]),
        citations=_citations(row["sources"], row["excerpt"]),
        note=row["note"],
        sharing=Sharing.CLEAR,
    )


def _statement(row: Row) -> Statement:
    return Statement(
        id=_id("statement", row["key"]),
        speaker=row["speaker"],
        role=row["role"],
        organisation=row["organisation"],
        date=PartialDate.parse(row["date"]),
        date_words=row["date_words"],
        date_how=Obtained(row["date_how"]),
        venue=row["venue"],
        words=row["words"],
        quotation=Quotation(row["quotation"]),
        topic=row["topic"],
        position=Position(row["position"]),
        answers=tuple(_answered(key) for key in row["answers"].split(";") if key),
        disputes=tuple(_answered(key) for key in row["disputes"].split(";") if key),
        same_utterance=_id("statement", row["same_utterance"]) if row["same_utterance"] else "",
        citations=_citations(row["sources"]),
        note=row["note"],
    )


_KINDS_BY_LETTER = {"A": "statement", "E": "event", "R": "event", "S": "event", "F": "figure", "P": "figure"}


def _answered(key: str) -> str:
    return _id(_KINDS_BY_LETTER[key[0]], key)


def _rule(row: Row) -> Rule:
    return Rule(
        id=_id("rule", row["key"]),
        kind=RuleKind(row["kind"]),
        clause=row["clause"],
        version=row["version"],
        title=row["title"],
        text=row["text"],
        starts_with=EventKind(row["starts_with"]) if row["starts_with"] else None,
        ends_with=EventKind(row["ends_with"]) if row["ends_with"] else None,
        days=_count(row["days"]),
        extended_days=_count(row["extended_days"]),
        months=_count(row["months"]),
        in_force=PartialDate.parse(row["in_force"]),
        citations=_citations(row["sources"]),
        note=row["note"],
    )


def _count(text: str) -> int | None:
    return int(text) if text else None
