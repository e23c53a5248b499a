"""Writes the data file of this version of the schema: run once, at its release, and never edited after.

python -m tests.files.make
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.amounts import Amount
from desktop_app.domain.answers import Answer, Reply
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import Obtained, PartialDate
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.field_notes import FieldNote, Force
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.measures import Basis
from desktop_app.domain.rules import Rule, RuleKind
from desktop_app.domain.scenes import Scene
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Quotation, Reliability, Source, SourceKind, Stance
from desktop_app.domain.statements import Position, Statement
from desktop_app.domain.workspace_settings import CASE_NAMES, ON, Setting
from desktop_app.services.workspace import Workspace
from desktop_app.store import schema

day = PartialDate.parse

SOURCE = Source(
    id="source-1",
    publisher="Home Office",
    title="Small boat activity in the English Channel",
    kind=SourceKind.OFFICIAL_STATISTICS,
    published=day("2025-11-14"),
    published_words="14 November 2025",
    reliability=Reliability.A,
)
REPEATED = replace(
    SOURCE, id="source-2", publisher="A newspaper", kind=SourceKind.NEWS_REPORT, derives_from="source-1"
)
CITED = (
    Citation("source-1", excerpt="à ce jour", locator="Table 1", quotation=Quotation.VERBATIM, credibility=2),
    Citation("source-2", stance=Stance.MENTIONS),
)
EXACT = Figure(
    id="figure-1",
    measure="ARR",
    amount=Amount.exactly(39_075),
    amount_words="39,075",
    basis=Basis.CUMULATIVE,
    counted_since=day("2025-01-01"),
    period=day("2025-11-09"),
    published=day("2025-11-14"),
    speaker="Home Office",
    status=Status.PROVISIONAL,
    citations=CITED,
)
VAGUE = Figure(
    id="figure-2",
    measure="RET",
    amount=Amount.parse("75..94"),
    amount_words="between 75 and 94",
    basis=Basis.CUMULATIVE,
    counted_since=day("2025-08-06"),
    period=day("[2025-11-01..2025-11-10]"),
    period_words="early November",
    period_how=Obtained.INFERRED,
    rank=Rank.DEPRECATED,
    rank_reason="two dated values, not one uncertain one",
    revises="figure-1",
    note="a note",
)
CASE = Case(id="case-1", code="C-001", description="a man of about thirty", sharing=Sharing.CLEAR)
EVENT = Event(
    id="event-1",
    case="case-1",
    kind=EventKind.RETURNED,
    date=day("2025-09-18"),
    verification=Verification.CONFIRMED,
    citations=CITED,
    sharing=Sharing.CLEAR,
)
STATEMENT = Statement(
    id="statement-1",
    speaker="A minister",
    date=day("2025-11-10~"),
    words="The numbers will grow.",
    quotation=Quotation.TRANSLATED,
    position=Position.FOR,
    answers=("figure-1", "event-1"),
    citations=CITED,
)
RULE = Rule(
    id="rule-1",
    title="Request",
    starts_with=EventKind.ARRIVED_BOAT,
    ends_with=EventKind.REQUESTED,
    days=14,
    in_force=day("2025-08-06/.."),
)
CRITERION = Rule(id="rule-2", kind=RuleKind.CRITERION, clause="family", title="Family link")
NOTE = FieldNote(
    id="note-1",
    date=day("2025-11-09"),
    time="05:40",
    place="a beach",
    people=Amount.parse("~40"),
    people_words="about 40",
    force=(Force.TEAR_GAS,),
    sharing=Sharing.CLEAR,
)
ANSWER = Answer(
    id="answer-1", case="case-1", rule="rule-2", reply=Reply.NO, citations=CITED, sharing=Sharing.CLEAR
)
SETTING = Setting(CASE_NAMES, ON)

ATTACHMENT = Attachment(
    id="attachment-1",
    record="source-1",
    name="page.html",
    media_type="text/html",
    sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
)
ACCEPTANCE = Acceptance(
    id="acceptance-1", finding="falls|figure-2", code="falls", record="figure-2", reason="a later count"
)
SCENE = Scene(id="scene-1", title="So far", chart="returns-arrivals", known_on=day("2025-11-06"), place=1)


def make(path: Path) -> None:
    """A file with a record of every kind, edits of one, a removal, and something to undo and to redo."""
    moment = datetime(2025, 11, 14, 12, 0, 0, 0, UTC)
    with Workspace.create(path, who="ada", device="laptop", clock=lambda: moment) as workspace:
        with workspace.change("import figures") as work:
            work.keep_content(b"")
            work.put_all(
                [SOURCE, REPEATED, EXACT, CASE, EVENT, STATEMENT, RULE, ATTACHMENT, ACCEPTANCE, SCENE]
            )
            work.put_all([CRITERION, NOTE, ANSWER, SETTING])
        with workspace.change("record figure") as work:
            vague = work.put(VAGUE)
        with workspace.change("edit figure") as work:
            work.put(replace(vague, note="another note"))
        with workspace.change("record source") as work:
            gone = work.put(Source(id="source-3", title="gone"))
        with workspace.change("delete source") as work:
            work.remove(gone)
        with workspace.change("edit case") as work:
            work.put(replace(CASE, nationality="Iranian"))
        workspace.undo()


if __name__ == "__main__":
    make(Path(__file__).with_name(f"v{schema.VERSION}.evenhand"))
