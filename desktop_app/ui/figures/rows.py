"""The figures as the table shows them: each with its names and checks looked up, and kept up to date."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Basis, Measure, Unit
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.figure_checks import Check, Checks, checks
from desktop_app.services.workspace import Step
from desktop_app.words import labels

_NO_CHECKS: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class FigureRow:
    """One figure with what the table says of it."""

    id: str
    figure: Figure
    measure: Measure
    measure_name: str
    sources: tuple[Source, ...]
    """The sources it cites, in its order; those that are gone are left out."""
    checks: tuple[Check, ...]

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody should decide something about it."""
        return any(check.needs_a_look for check in self.checks)

    @property
    def grade(self) -> str:
        """Reliability of its first source and credibility of the item there: "B2"."""
        if not self.sources:
            return ""
        return f"{self.sources[0].reliability.value}{self.figure.citations[0].credibility}"

    def says_the_same(self, other: FigureRow) -> bool:
        """Whether the other row would look the same."""
        return (
            self.figure is other.figure
            and self.measure is other.measure
            and self.checks == other.checks
            and len(self.sources) == len(other.sources)
            and all(mine is theirs for mine, theirs in zip(self.sources, other.sources, strict=True))
        )


class FigureRows:
    """All rows of a workspace. A step changes only what it touched: a row that stays is the same object."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._rows: dict[str, FigureRow] = {}
        self._checks: Checks = {}
        self._measures: dict[str, tuple[Measure, str]] = {}
        self.scheme: Scheme | None = None
        """The scheme whose beginning "since start" means."""

    @property
    def every(self) -> Collection[FigureRow]:
        """The rows in order of entry."""
        return self._rows.values()

    def get(self, figure_id: str) -> FigureRow | None:
        """The row of a figure, or None."""
        return self._rows.get(figure_id)

    @property
    def to_look_at(self) -> int:
        """How many figures somebody should look at."""
        return sum(row.needs_a_look for row in self._rows.values())

    def usual_basis(self, code: str) -> Basis:
        """The basis that a measure's figures usually have."""
        return self._measure(code)[0].basis

    def unit(self, code: str) -> Unit:
        """What a measure counts."""
        return self._measure(code)[0].unit

    def refresh(self, today: date) -> None:
        """Look everything up anew."""
        self.scheme = next(iter(self._view.every(Scheme)), None)
        self._measures.clear()
        self._checks = checks(self._view, today)
        figures = self._view.every(Figure)
        self._rows = {figure.id: self._row(figure) for figure in figures}

    def take(self, step: Step, today: date) -> None:
        """Bring the rows up to date with one step."""
        if step.kinds - {Figure} and step.kinds & {Source, Measure, Scheme}:
            new_source_only = all(edit.before is None for edit in step.edits if edit.kind is not Figure)
            if not new_source_only:
                self.refresh(today)
                return
        touched: set[str] = set()
        for edit in step.edits:
            for figure in (edit.before, edit.after):
                if isinstance(figure, Figure):
                    touched.add(figure.measure)
            if edit.kind is Figure:
                seen = self._view.get(Figure, edit.id)
                if seen is None:
                    self._rows.pop(edit.id, None)
                else:
                    self._rows[edit.id] = self._row(seen)
        self._check_again(touched, today)

    def _check_again(self, codes: Collection[str], today: date) -> None:
        found = checks(self._view, today, codes)
        of_these = [figure_id for figure_id, row in self._rows.items() if row.figure.measure in codes]
        for figure_id in of_these:
            before, now = self._checks.pop(figure_id, _NO_CHECKS), found.get(figure_id, _NO_CHECKS)
            if now:
                self._checks[figure_id] = now
            if before != now or self._rows[figure_id].checks != now:
                self._rows[figure_id] = self._row(self._rows[figure_id].figure)

    def _row(self, figure: Figure) -> FigureRow:
        measure, name = self._measure(figure.measure)
        sources = tuple(self._sources(figure))
        row = FigureRow(figure.id, figure, measure, name, sources, self._checks.get(figure.id, _NO_CHECKS))
        before = self._rows.get(figure.id)
        return before if before is not None and before.says_the_same(row) else row

    def _sources(self, figure: Figure) -> Iterable[Source]:
        for citation in figure.citations:
            source = self._view.get(Source, citation.source)
            if source is not None:
                yield source

    def _measure(self, code: str) -> tuple[Measure, str]:
        if code not in self._measures:
            measure = self._view.get(Measure, code) or Measure(code)
            self._measures[code] = (measure, labels.measure(measure))
        return self._measures[code]
