"""The figures as the table shows them: each with its names and checks looked up when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import replace

from desktop_app.domain.figures import Figure
from desktop_app.domain.following import Following
from desktop_app.domain.measures import Basis, Measure, Unit
from desktop_app.domain.publication import figure_day
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.domain.views import NOW, Sight, View
from desktop_app.services.figure_checks import Check, FigureChecks, Findings
from desktop_app.services.workspace import Edit, Step, Workspace
from desktop_app.ui.lens import Lens
from desktop_app.words import labels


class FigureRow:
    """One figure with what the table says of it; two rows are equal where they say the same."""

    __slots__ = ("_checks", "_rows", "_sources", "figure", "id")

    def __init__(self, rows: FigureRows, figure: Figure) -> None:
        self.id, self.figure = figure.id, figure
        self._rows = rows
        self._sources: tuple[Source, ...] | None = None
        self._checks: tuple[Check, ...] | None = None

    @property
    def measure(self) -> Measure:
        """What it counts."""
        return self._rows.measure(self.figure.measure)[0]

    @property
    def measure_name(self) -> str:
        """What it counts, in words."""
        return self._rows.measure(self.figure.measure)[1]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources it cites, in its order; those that are gone are left out."""
        if self._sources is None:
            self._sources = tuple(self._rows.sources(self.figure))
        return self._sources

    @property
    def checks(self) -> tuple[Check, ...]:
        """What is to be said of it."""
        if self._checks is None:
            self._checks = self._rows.checks.of(self.figure)
        return self._checks

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody should decide something about it."""
        return self._rows.checks.needs_a_look(self.id)

    @property
    def grade(self) -> str:
        """Reliability of its first source and credibility of the item there: "B2"."""
        if not self.sources:
            return ""
        return f"{self.sources[0].reliability.value}{self.figure.citations[0].credibility}"

    def __eq__(self, other: object) -> bool:
        """Whether the other row looks the same."""
        return isinstance(other, FigureRow) and (
            self.figure is other.figure
            and self.measure is other.measure
            and self.checks == other.checks
            and len(self.sources) == len(other.sources)
            and all(mine is theirs for mine, theirs in zip(self.sources, other.sources, strict=True))
        )

    def __hash__(self) -> int:
        return hash(self.id)


class FigureRows(Mapping[str, FigureRow]):
    """The rows by id, in order of entry, each made when it is asked for.

    There is one for each figure of the workspace, also of those that the lens hides: `limit` says which it
    shows. Only where the file is seen as it stood are there rows of that day's figures.
    """

    def __init__(self, lens: Lens, workspace: Workspace, findings: Findings) -> None:
        self._lens, self._workspace = lens, workspace
        self.view = self._view = lens.view
        self._seen = NOW
        self._measures: dict[str, tuple[Measure, str]] = {}
        self.checks = FigureChecks(self._account, findings)
        self.scheme: Scheme | None = None
        """The scheme whose beginning "since start" means."""

    def __getitem__(self, figure_id: str) -> FigureRow:
        figure = self._view.get(Figure, figure_id) or self._below.get(Figure, figure_id)
        if figure is None:
            raise KeyError(figure_id)
        return FigureRow(self, figure)

    def __iter__(self) -> Iterator[str]:
        return (figure.id for figure in self._below.every(Figure))

    def __len__(self) -> int:
        every = self._below.every(Figure)
        return len(every) if isinstance(every, Collection) else sum(1 for _ in every)

    def __contains__(self, figure_id: object) -> bool:
        return isinstance(figure_id, str) and self._below.get(Figure, figure_id) is not None

    def counted(self) -> dict[str, tuple[str, int]]:
        """Name and number of the figures of each measure that the lens shows."""
        numbers: dict[str, int] = {}
        for figure in self._view.every(Figure):
            numbers[figure.measure] = numbers.get(figure.measure, 0) + 1
        return {code: (self.measure(code)[1], number) for code, number in numbers.items()}

    def limit(self) -> Callable[[Hashable], bool] | None:
        """Which days of publication the lens shows, of those that `known_from` tells; None for all."""
        day = self._seen.day
        if day is None or self._seen.sight is not Sight.KNOWN_ON:
            return None
        last = day.toordinal()
        return lambda known_from: isinstance(known_from, int) and known_from <= last

    def usual_basis(self, code: str) -> Basis:
        """The basis that a measure's figures usually have."""
        return self.measure(code)[0].basis

    def unit(self, code: str) -> Unit:
        """What a measure counts."""
        return self.measure(code)[0].unit

    def measure(self, code: str) -> tuple[Measure, str]:
        """A measure and its name."""
        found = self._measures.get(code)
        if found is None:
            measure = self._view.get(Measure, code) or Measure(code)
            found = self._measures[code] = (measure, labels.measure(measure))
        return found

    def sources(self, figure: Figure) -> Iterator[Source]:
        """The sources that a figure cites, in its order, without those that are gone."""
        for citation in figure.citations:
            source = self._view.get(Source, citation.source)
            if source is not None:
                yield source

    # Keeping up

    def refresh(self) -> None:
        """Look everything up anew."""
        self._seen = self._lens.seen
        self.scheme = next(iter(self._view.every(Scheme)), None)
        self._measures.clear()

    def take(self, step: Step) -> list[str] | None:
        """Follow a step; ids of the figures that it touches, or None where it may touch all."""
        if step.kinds & {Measure, Scheme}:
            return None
        if Source in step.touched.changed and any(map(_says_otherwise, step.edits)):
            return None
        ids = step.touched.ids.get(Figure, [])
        revising = [one for one in step.touched.revising if isinstance(one, Figure)]
        revised = dict.fromkeys(id for figure in revising for id in self._revised_by(figure))
        return list(dict.fromkeys([*ids, *revised])) if revised else ids

    def turn(self) -> set[str] | None:
        """Follow the lens; ids of what it shows otherwise, or None where that may be everything."""
        before, now = self._seen, self._lens.seen
        if Sight.AS_STOOD in (before.sight, now.sight):
            return None
        self._seen = now
        come, cite = self._lens.differing(before, now)
        below = self._workspace
        revised = {id for each in come if (one := below.get(Figure, each)) for id in self._revised_by(one)}
        return come | cite | revised

    def _revised_by(self, figure: Figure) -> Iterator[str]:
        """What a figure revises, and what that had revised, as far back as it goes."""
        found: set[str] = set()
        at: Figure | None = figure
        while at is not None and at.revises and at.revises not in found:
            found.add(at.revises)
            yield at.revises
            at = self._workspace.get(Figure, at.revises)

    @property
    def _below(self) -> View:
        return self._view if self._seen.sight is Sight.AS_STOOD else self._workspace

    def _account(self) -> Following:
        return self._lens.account_lately


def _says_otherwise(edit: Edit) -> bool:
    """Whether a source that was known is one that the rows of its figures say something else of."""
    before, after = edit.before, edit.after
    if not isinstance(before, Source) or not isinstance(after, Source):
        return isinstance(before, Source)
    return replace(before, note=after.note) != after


def known_from(row: FigureRow) -> int:
    """From which day on a figure is known, as an ordinal."""
    return figure_day(row.figure)


def measure_code(row: FigureRow) -> str:
    """The code of what it counts."""
    return row.figure.measure


def needs_a_look(row: FigureRow) -> bool:
    """Whether somebody should decide something about it."""
    return row.needs_a_look
