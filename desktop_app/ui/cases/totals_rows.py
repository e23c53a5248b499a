"""The rows of "Against the totals", and their columns."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain import named
from desktop_app.domain.case_totals import Beside, Verdict
from desktop_app.domain.cases import Case
from desktop_app.domain.views import View
from desktop_app.ui.widgets.columns import Chip, ChipKind, Column, Tone
from desktop_app.words import case_total_words, measure_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One comparison in words. Rows are told apart by measure and days."""

    beside: Beside
    days: str
    what: str
    logged: str
    published: str
    verdict: str
    cases: str
    sentence: str

    @property
    def id(self) -> str:
        """What it is known by."""
        return f"{self.beside.measure} {self.beside.first} {self.beside.last}"


def row(beside: Beside, view: View, formats: Formats) -> TotalRow:
    """A comparison as it is shown."""
    found = {event.case for event in beside.possible}
    codes = sorted(case.code for id in found if (case := view.get(Case, id)) is not None)
    return TotalRow(
        beside,
        case_total_words.days(beside, formats),
        measure_words.measure(named.measure(view, beside.measure)),
        case_total_words.logged(beside, formats),
        case_total_words.published(beside, formats),
        case_total_words.verdict(beside),
        _(", ").join(codes),
        case_total_words.sentence(beside, view, formats),
    )


def columns() -> list[Column[TotalRow]]:
    """Days, what is counted, both numbers, what they come to, and whose events."""
    return [
        Column("days", _("Days"), lambda row: row.days, sort=_when, tone=Tone.STRONG, width=22),
        Column("what", _("What"), lambda row: row.what, width=26),
        Column("logged", _("Logged here"), lambda row: row.logged, sort=_logged, at_end=True, width=10),
        Column("published", _("Published"), lambda row: row.published, sort=_most, at_end=True, width=11),
        Column(
            "verdict", _("Comparison"), sort=_weight, chips=_chip, spoken=lambda row: row.verdict, width=14
        ),
        Column("cases", _("Cases"), lambda row: row.cases, tone=Tone.MUTED, stretch=True, width=20),
    ]


def _when(row: TotalRow) -> tuple[object, object]:
    return row.beside.first, row.beside.last


def _logged(row: TotalRow) -> tuple[int, int]:
    return len(row.beside.certain), len(row.beside.possible)


def _most(row: TotalRow) -> float | None:
    bounds = row.beside.bounds
    return None if bounds is None or bounds.interval.high is None else float(bounds.interval.high)


def _weight(row: TotalRow) -> int:
    return (Verdict.CONFLICT, Verdict.CANNOT_TELL, Verdict.FITS).index(row.beside.verdict)


def _chip(row: TotalRow) -> tuple[Chip, ...]:
    kinds = {Verdict.CONFLICT: ChipKind.ATTENTION, Verdict.FITS: ChipKind.AGREEMENT}
    return (Chip(row.verdict, kinds.get(row.beside.verdict, ChipKind.NEUTRAL)),)
