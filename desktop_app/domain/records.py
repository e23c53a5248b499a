"""The kinds of record a workspace holds, by the name they carry in files and in the history."""

from __future__ import annotations

from typing import TypeAlias

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.answers import Answer
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.rules import Rule
from desktop_app.domain.scenes import Scene
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.workspace_settings import Setting

Record: TypeAlias = (
    Scheme
    | Measure
    | Source
    | Figure
    | Case
    | Event
    | Statement
    | Rule
    | FieldNote
    | Answer
    | Attachment
    | Acceptance
    | Scene
    | Setting
)

RECORD_KINDS: dict[str, type[Record]] = {
    "scheme": Scheme,
    "measure": Measure,
    "source": Source,
    "figure": Figure,
    "case": Case,
    "event": Event,
    "statement": Statement,
    "rule": Rule,
    "field_note": FieldNote,
    "answer": Answer,
    "attachment": Attachment,
    "acceptance": Acceptance,
    "scene": Scene,
    "setting": Setting,
}

KIND_NAMES: dict[type[Record], str] = {kind: name for name, kind in RECORD_KINDS.items()}
