"""The tables of a workspace file: one row class for each kind of record, field for field, and the history.

Rows never leave this floor; records do. Links between records are ids, joined in memory. A change here needs
a migration (`migrations/versions`), the next number in `schema.py` and the new text in `layout.py`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, LargeBinary, MetaData, String
from sqlmodel import Field, SQLModel

from desktop_app.domain import (
    acceptances,
    answers,
    attachments,
    cases,
    events,
    field_notes,
    figures,
    measures,
    rules,
    scenes,
    schemes,
    sources,
    statements,
    workspace_settings,
)
from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import Obtained, PartialDate
from desktop_app.domain.sharing import Sharing
from desktop_app.store.codec import shape_of
from desktop_app.store.columns import AsText

ID_LENGTH = 64


class Row(SQLModel):
    """What all rows share: strict reading of records, and nothing of their contents in error texts."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    model_config = {"from_attributes": True, "hide_input_in_errors": True, "strict": True}


def _kept(kind: type, name: str) -> Any:
    """The column for one field of a record, in the field's own written form."""
    form = next(form for form in shape_of(kind).forms if form.name == name)
    if form.to_cell is not None:
        column_type: Any = AsText(form)
    else:
        column_type = Integer() if int in form.accepts else String()
    empty_allowed = type(None) in form.accepts
    return Field(sa_column=Column(name, column_type, primary_key=name == "id", nullable=empty_allowed))


def _one_of(name: str, codes: type[StrEnum]) -> CheckConstraint:
    """Only these codes. Vocabularies that grow (types of event, kinds of source) have no such check."""
    listed = ", ".join(f"'{code.value}'" for code in codes)
    return CheckConstraint(f"{name} IN ({listed})", name=name)


def _id() -> CheckConstraint:
    return CheckConstraint(f"length(id) BETWEEN 1 AND {ID_LENGTH}", name="id")


def _list(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name} LIKE '[%]'", name=name)


class SchemeRow(Row, table=True):
    """A row of `Scheme`."""

    __tablename__ = "schemes"
    __table_args__ = (_id(), _list("parties"))

    id: str = _kept(schemes.Scheme, "id")
    name: str = _kept(schemes.Scheme, "name")
    parties: tuple[str, ...] = _kept(schemes.Scheme, "parties")
    outbound: str = _kept(schemes.Scheme, "outbound")
    inbound: str = _kept(schemes.Scheme, "inbound")
    pressure: str = _kept(schemes.Scheme, "pressure")
    start: PartialDate = _kept(schemes.Scheme, "start")
    note: str = _kept(schemes.Scheme, "note")


class MeasureRow(Row, table=True):
    """A row of `Measure`."""

    __tablename__ = "measures"
    __table_args__ = (_id(), _one_of("basis", measures.Basis), _one_of("direction", measures.Direction))

    id: str = _kept(measures.Measure, "id")
    unit: measures.Unit = _kept(measures.Measure, "unit")
    basis: measures.Basis = _kept(measures.Measure, "basis")
    direction: measures.Direction = _kept(measures.Measure, "direction")
    label: str = _kept(measures.Measure, "label")
    definition: str = _kept(measures.Measure, "definition")
    definition_source: str = _kept(measures.Measure, "definition_source")


class SourceRow(Row, table=True):
    """A row of `Source`."""

    __tablename__ = "sources"
    __table_args__ = (_id(), _one_of("reliability", sources.Reliability), _one_of("sharing", Sharing))

    id: str = _kept(sources.Source, "id")
    publisher: str = _kept(sources.Source, "publisher")
    title: str = _kept(sources.Source, "title")
    kind: sources.SourceKind = _kept(sources.Source, "kind")
    author: str = _kept(sources.Source, "author")
    language: str = _kept(sources.Source, "language")
    published: PartialDate = _kept(sources.Source, "published")
    published_words: str = _kept(sources.Source, "published_words")
    accessed: PartialDate = _kept(sources.Source, "accessed")
    address: str = _kept(sources.Source, "address")
    reliability: sources.Reliability = _kept(sources.Source, "reliability")
    derives_from: str = _kept(sources.Source, "derives_from")
    note: str = _kept(sources.Source, "note")
    sharing: Sharing = _kept(sources.Source, "sharing")


class FigureRow(Row, table=True):
    """A row of `Figure`."""

    __tablename__ = "figures"
    __table_args__ = (
        _id(),
        _list("citations"),
        _one_of("basis", measures.Basis),
        _one_of("period_how", Obtained),
        _one_of("status", figures.Status),
        _one_of("rank", figures.Rank),
        _one_of("sharing", Sharing),
    )

    id: str = _kept(figures.Figure, "id")
    measure: str = _kept(figures.Figure, "measure")
    amount: Amount = _kept(figures.Figure, "amount")
    amount_words: str = _kept(figures.Figure, "amount_words")
    basis: measures.Basis = _kept(figures.Figure, "basis")
    counted_since: PartialDate = _kept(figures.Figure, "counted_since")
    period: PartialDate = _kept(figures.Figure, "period")
    period_words: str = _kept(figures.Figure, "period_words")
    period_how: Obtained = _kept(figures.Figure, "period_how")
    data_to: PartialDate = _kept(figures.Figure, "data_to")
    published: PartialDate = _kept(figures.Figure, "published")
    speaker: str = _kept(figures.Figure, "speaker")
    status: figures.Status = _kept(figures.Figure, "status")
    rank: figures.Rank = _kept(figures.Figure, "rank")
    rank_reason: str = _kept(figures.Figure, "rank_reason")
    revises: str = _kept(figures.Figure, "revises")
    citations: tuple[sources.Citation, ...] = _kept(figures.Figure, "citations")
    note: str = _kept(figures.Figure, "note")
    sharing: Sharing = _kept(figures.Figure, "sharing")
    recorded: str = _kept(figures.Figure, "recorded")


class CaseRow(Row, table=True):
    """A row of `Case`."""

    __tablename__ = "cases"
    __table_args__ = (_id(), _one_of("sharing", Sharing))

    id: str = _kept(cases.Case, "id")
    code: str = _kept(cases.Case, "code")
    description: str = _kept(cases.Case, "description")
    nationality: str = _kept(cases.Case, "nationality")
    name: str = _kept(cases.Case, "name")
    note: str = _kept(cases.Case, "note")
    sharing: Sharing = _kept(cases.Case, "sharing")
    recorded: str = _kept(cases.Case, "recorded")


class EventRow(Row, table=True):
    """A row of `Event`."""

    __tablename__ = "events"
    __table_args__ = (
        _id(),
        _list("citations"),
        _one_of("date_how", Obtained),
        _one_of("verification", events.Verification),
        _one_of("sharing", Sharing),
    )

    id: str = _kept(events.Event, "id")
    case: str = _kept(events.Event, "case")
    kind: events.EventKind = _kept(events.Event, "kind")
    date: PartialDate = _kept(events.Event, "date")
    date_words: str = _kept(events.Event, "date_words")
    date_how: Obtained = _kept(events.Event, "date_how")
    summary: str = _kept(events.Event, "summary")
    place: str = _kept(events.Event, "place")
    authority: str = _kept(events.Event, "authority")
    verification: events.Verification = _kept(events.Event, "verification")
    citations: tuple[sources.Citation, ...] = _kept(events.Event, "citations")
    note: str = _kept(events.Event, "note")
    sharing: Sharing = _kept(events.Event, "sharing")
    recorded: str = _kept(events.Event, "recorded")


class StatementRow(Row, table=True):
    """A row of `Statement`."""

    __tablename__ = "statements"
    __table_args__ = (
        _id(),
        _list("answers"),
        _list("disputes"),
        _list("citations"),
        _one_of("date_how", Obtained),
        _one_of("quotation", sources.Quotation),
        _one_of("position", statements.Position),
        _one_of("sharing", Sharing),
    )

    id: str = _kept(statements.Statement, "id")
    speaker: str = _kept(statements.Statement, "speaker")
    role: str = _kept(statements.Statement, "role")
    organisation: str = _kept(statements.Statement, "organisation")
    date: PartialDate = _kept(statements.Statement, "date")
    date_words: str = _kept(statements.Statement, "date_words")
    date_how: Obtained = _kept(statements.Statement, "date_how")
    venue: str = _kept(statements.Statement, "venue")
    words: str = _kept(statements.Statement, "words")
    quotation: sources.Quotation = _kept(statements.Statement, "quotation")
    original_words: str = _kept(statements.Statement, "original_words")
    language: str = _kept(statements.Statement, "language")
    topic: str = _kept(statements.Statement, "topic")
    position: statements.Position = _kept(statements.Statement, "position")
    answers: tuple[str, ...] = _kept(statements.Statement, "answers")
    disputes: tuple[str, ...] = _kept(statements.Statement, "disputes")
    same_utterance: str = _kept(statements.Statement, "same_utterance")
    citations: tuple[sources.Citation, ...] = _kept(statements.Statement, "citations")
    note: str = _kept(statements.Statement, "note")
    sharing: Sharing = _kept(statements.Statement, "sharing")
    recorded: str = _kept(statements.Statement, "recorded")


class RuleRow(Row, table=True):
    """A row of `Rule`."""

    __tablename__ = "rules"
    __table_args__ = (
        _id(),
        _list("citations"),
        _one_of("kind", rules.RuleKind),
        _one_of("sharing", Sharing),
    )

    id: str = _kept(rules.Rule, "id")
    kind: rules.RuleKind = _kept(rules.Rule, "kind")
    clause: str = _kept(rules.Rule, "clause")
    version: str = _kept(rules.Rule, "version")
    title: str = _kept(rules.Rule, "title")
    text: str = _kept(rules.Rule, "text")
    starts_with: events.EventKind | None = _kept(rules.Rule, "starts_with")
    ends_with: events.EventKind | None = _kept(rules.Rule, "ends_with")
    days: int | None = _kept(rules.Rule, "days")
    extended_days: int | None = _kept(rules.Rule, "extended_days")
    months: int | None = _kept(rules.Rule, "months")
    in_force: PartialDate = _kept(rules.Rule, "in_force")
    citations: tuple[sources.Citation, ...] = _kept(rules.Rule, "citations")
    note: str = _kept(rules.Rule, "note")
    sharing: Sharing = _kept(rules.Rule, "sharing")
    recorded: str = _kept(rules.Rule, "recorded")


class FieldNoteRow(Row, table=True):
    """A row of `FieldNote`."""

    __tablename__ = "field_notes"
    __table_args__ = (
        _id(),
        _list("force"),
        _one_of("date_how", Obtained),
        _one_of("precision", field_notes.PlacePrecision),
        _one_of("sharing", Sharing),
    )

    id: str = _kept(field_notes.FieldNote, "id")
    date: PartialDate = _kept(field_notes.FieldNote, "date")
    date_words: str = _kept(field_notes.FieldNote, "date_words")
    date_how: Obtained = _kept(field_notes.FieldNote, "date_how")
    time: str = _kept(field_notes.FieldNote, "time")
    place: str = _kept(field_notes.FieldNote, "place")
    precision: field_notes.PlacePrecision = _kept(field_notes.FieldNote, "precision")
    coordinates: str = _kept(field_notes.FieldNote, "coordinates")
    seen: str = _kept(field_notes.FieldNote, "seen")
    people: Amount = _kept(field_notes.FieldNote, "people")
    people_words: str = _kept(field_notes.FieldNote, "people_words")
    children: Amount = _kept(field_notes.FieldNote, "children")
    children_words: str = _kept(field_notes.FieldNote, "children_words")
    boats: Amount = _kept(field_notes.FieldNote, "boats")
    boats_words: str = _kept(field_notes.FieldNote, "boats_words")
    force: tuple[field_notes.Force, ...] = _kept(field_notes.FieldNote, "force")
    injuries: str = _kept(field_notes.FieldNote, "injuries")
    weather: str = _kept(field_notes.FieldNote, "weather")
    observer: str = _kept(field_notes.FieldNote, "observer")
    how_known: field_notes.HowKnown = _kept(field_notes.FieldNote, "how_known")
    note: str = _kept(field_notes.FieldNote, "note")
    sharing: Sharing = _kept(field_notes.FieldNote, "sharing")
    recorded: str = _kept(field_notes.FieldNote, "recorded")


class AnswerRow(Row, table=True):
    """A row of `Answer`."""

    __tablename__ = "answers"
    __table_args__ = (
        _id(),
        _list("citations"),
        _one_of("reply", answers.Reply),
        _one_of("sharing", Sharing),
    )

    id: str = _kept(answers.Answer, "id")
    case: str = _kept(answers.Answer, "case")
    rule: str = _kept(answers.Answer, "rule")
    reply: answers.Reply = _kept(answers.Answer, "reply")
    citations: tuple[sources.Citation, ...] = _kept(answers.Answer, "citations")
    note: str = _kept(answers.Answer, "note")
    sharing: Sharing = _kept(answers.Answer, "sharing")
    recorded: str = _kept(answers.Answer, "recorded")


class AttachmentRow(Row, table=True):
    """A row of `Attachment`."""

    __tablename__ = "attachments"
    __table_args__ = (
        _id(),
        CheckConstraint("length(sha256) = 64 AND size >= 0", name="content"),
        _one_of("sharing", Sharing),
    )

    id: str = _kept(attachments.Attachment, "id")
    record: str = _kept(attachments.Attachment, "record")
    name: str = _kept(attachments.Attachment, "name")
    media_type: str = _kept(attachments.Attachment, "media_type")
    sha256: str = _kept(attachments.Attachment, "sha256")
    size: int = _kept(attachments.Attachment, "size")
    made: str = _kept(attachments.Attachment, "made")
    note: str = _kept(attachments.Attachment, "note")
    sharing: Sharing = _kept(attachments.Attachment, "sharing")
    recorded: str = _kept(attachments.Attachment, "recorded")


class AcceptanceRow(Row, table=True):
    """A row of `Acceptance`."""

    __tablename__ = "acceptances"
    __table_args__ = (_id(),)

    id: str = _kept(acceptances.Acceptance, "id")
    finding: str = _kept(acceptances.Acceptance, "finding")
    code: str = _kept(acceptances.Acceptance, "code")
    record: str = _kept(acceptances.Acceptance, "record")
    reason: str = _kept(acceptances.Acceptance, "reason")
    recorded: str = _kept(acceptances.Acceptance, "recorded")


class SceneRow(Row, table=True):
    """A row of `Scene`."""

    __tablename__ = "scenes"
    __table_args__ = (_id(), _one_of("sharing", Sharing))

    id: str = _kept(scenes.Scene, "id")
    title: str = _kept(scenes.Scene, "title")
    chart: str = _kept(scenes.Scene, "chart")
    settings: str = _kept(scenes.Scene, "settings")
    known_on: PartialDate = _kept(scenes.Scene, "known_on")
    caption: str = _kept(scenes.Scene, "caption")
    place: int = _kept(scenes.Scene, "place")
    note: str = _kept(scenes.Scene, "note")
    sharing: Sharing = _kept(scenes.Scene, "sharing")
    recorded: str = _kept(scenes.Scene, "recorded")


class SettingRow(Row, table=True):
    """A row of `Setting`."""

    __tablename__ = "settings"
    __table_args__ = (_id(),)

    id: str = _kept(workspace_settings.Setting, "id")
    value: str = _kept(workspace_settings.Setting, "value")


class ContentRow(Row, table=True):
    """The bytes of a kept file, once however often it is attached."""

    __tablename__ = "contents"
    __table_args__ = (CheckConstraint("length(sha256) = 64", name="sha256"),)

    sha256: str = Field(sa_column=Column("sha256", String(), primary_key=True))
    """Of the bytes, in lower-case hexadecimal."""
    body: bytes = Field(sa_column=Column("body", LargeBinary(), nullable=False))


class StepRow(Row, table=True):
    """One change somebody made; rows are only ever added."""

    __tablename__ = "steps"
    # A step's number is never given again, also not after the newest one was erased.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int = Field(sa_column=Column("id", Integer(), primary_key=True))
    at: str = Field(sa_column=Column("at", String(), nullable=False))
    """UTC, ISO 8601 to the microsecond."""
    who: str = Field(sa_column=Column("who", String(), nullable=False))
    device: str = Field(sa_column=Column("device", String(), nullable=False))
    label: str = Field(sa_column=Column("label", String(), nullable=False))
    reverts: int | None = Field(sa_column=Column("reverts", Integer(), nullable=True))


class EditRow(Row, table=True):
    """One record before and after a step, as JSON text; rows are only ever added."""

    __tablename__ = "edits"
    __table_args__ = (CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="one_side"),)

    id: int = Field(sa_column=Column("id", Integer(), primary_key=True))
    step: int = Field(sa_column=Column("step", Integer(), ForeignKey("steps.id"), nullable=False, index=True))
    kind: str = Field(sa_column=Column("kind", String(), nullable=False))
    record: str = Field(sa_column=Column("record", String(), nullable=False, index=True))
    before: str | None = Field(sa_column=Column("before", String(), nullable=True))
    after: str | None = Field(sa_column=Column("after", String(), nullable=True))


class BatchRow(Row, table=True):
    """Hundreds of edits of one step that add, change or remove records of one kind; rows are only ever added.

    What the edits left is not written here: it is what the next edit of the record found, or its row.
    """

    __tablename__ = "batches"
    __table_args__ = (CheckConstraint("before IS NOT NULL OR gone = 0", name="one_side"),)

    id: int = Field(sa_column=Column("id", Integer(), primary_key=True))
    step: int = Field(sa_column=Column("step", Integer(), ForeignKey("steps.id"), nullable=False, index=True))
    place: int = Field(sa_column=Column("place", Integer(), nullable=False))
    """How many edits of the step come before it."""
    kind: str = Field(sa_column=Column("kind", String(), nullable=False))
    lowest: str = Field(sa_column=Column("lowest", String(), nullable=False))
    highest: str = Field(sa_column=Column("highest", String(), nullable=False))
    """The first and the last of the ids in order of text, to find a record by."""
    gone: int = Field(sa_column=Column("gone", Integer(), nullable=False))
    """1 where the records were removed, else 0."""
    fields: str = Field(sa_column=Column("fields", String(), nullable=False))
    """Names of the fields that `sums` and `before` are about, in their order, as a list in JSON."""
    ids: bytes = Field(sa_column=Column("ids", LargeBinary(), nullable=False))
    """A list of texts in JSON, compressed by zlib."""
    sums: bytes | None = Field(sa_column=Column("sums", LargeBinary(), nullable=True))
    """A CRC-32 of each record as it was left, four bytes each, the lowest first; nothing where it is gone."""
    before: bytes | None = Field(sa_column=Column("before", LargeBinary(), nullable=True))
    """The cells of the records as they were found, field by field: lists in JSON, compressed by zlib."""


ROW_OF: dict[type[Any], type[Row]] = {
    schemes.Scheme: SchemeRow,
    measures.Measure: MeasureRow,
    sources.Source: SourceRow,
    figures.Figure: FigureRow,
    cases.Case: CaseRow,
    events.Event: EventRow,
    statements.Statement: StatementRow,
    rules.Rule: RuleRow,
    field_notes.FieldNote: FieldNoteRow,
    answers.Answer: AnswerRow,
    attachments.Attachment: AttachmentRow,
    acceptances.Acceptance: AcceptanceRow,
    scenes.Scene: SceneRow,
    workspace_settings.Setting: SettingRow,
}
"""The row class of each kind of record."""
