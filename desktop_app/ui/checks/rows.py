"""The findings as the list shows them: each with its words, made when they are looked at."""

from __future__ import annotations

from functools import cached_property

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.checks.findings import Code, Finding, Severity
from desktop_app.domain.views import View
from desktop_app.ui.widgets.columns import Chip, ChipKind, Column, Tone
from desktop_app.words import finding_numbers, findings
from desktop_app.words.finding_subjects import subject
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

ASKING, REMARKS, ACCEPTED = "asking", "remarks", "accepted"
"""What a finding is to the reader: it asks for a look, it is a remark, or somebody has accepted it."""


class FindingRow:
    """One finding in words, and why somebody accepted it, if anybody did."""

    def __init__(self, finding: Finding, accepted: Acceptance | None, view: View, formats: Formats) -> None:
        self.id, self.finding, self.accepted = finding.key, finding, accepted
        self._view, self._formats = view, formats

    @property
    def code(self) -> Code:
        """What was found."""
        return self.finding.code

    @property
    def standing(self) -> str:
        """ASKING, REMARKS or ACCEPTED."""
        if self.accepted is not None:
            return ACCEPTED
        return REMARKS if self.finding.severity is Severity.INFO else ASKING

    @cached_property
    def title(self) -> str:
        """The name of what was found."""
        return findings.title(self.finding.code)

    @cached_property
    def message(self) -> str:
        """The finding with its arithmetic."""
        return findings.message(self.finding, self._view, self._formats)

    @cached_property
    def subject(self) -> str:
        """The record that it is shown at."""
        return subject(self.finding, self._view, self._formats)

    @property
    def reason(self) -> str:
        """Why it was accepted; empty while it is not."""
        return "" if self.accepted is None else self.accepted.reason

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """The arithmetic, a line each."""
        return finding_numbers.rows(self.finding, self._view, self._formats)

    @property
    def text(self) -> str:
        """All of it as plain text, to be pasted elsewhere."""
        lines = [
            _("{title}: {message}").format(title=self.title, message=self.message),
            self.subject,
            *(_("{name}: {value}").format(name=name, value=value) for name, value in self.numbers),
        ]
        if self.accepted is not None:
            lines.append(_("Accepted: {reason}").format(reason=self.reason))
        return "\n".join(line for line in lines if line)

    def __eq__(self, other: object) -> bool:
        """Whether the other row looks the same."""
        return isinstance(other, FindingRow) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def _said(self) -> tuple[object, ...]:
        return self.id, self.accepted, self.message, self.subject


def columns() -> list[Column[FindingRow]]:
    """What was found, the arithmetic, the record; and why it was accepted, when asked for."""
    return [
        Column("finding", _("Finding"), sort=_place, chips=_chips, tooltip=_title, width=22),
        Column("what", _("What"), _message, tooltip=_message, width=40, stretch=True),
        Column("record", _("Record"), _subject, tooltip=_subject, tone=Tone.MUTED, width=30),
        Column("reason", _("Accepted because"), _reason, tooltip=_reason, width=24, hidden=True),
    ]


def _chips(row: FindingRow) -> list[Chip]:
    chips = [Chip(row.title, ChipKind.ATTENTION if row.standing == ASKING else ChipKind.NEUTRAL)]
    if row.accepted is not None:
        chips.append(Chip(_("accepted")))
    return chips


def _place(row: FindingRow) -> tuple[int, int, int, str, str]:
    return row.finding.place


def _title(row: FindingRow) -> str:
    return row.title


def _message(row: FindingRow) -> str:
    return row.message


def _subject(row: FindingRow) -> str:
    return row.subject


def _reason(row: FindingRow) -> str:
    return row.reason
