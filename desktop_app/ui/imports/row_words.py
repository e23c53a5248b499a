"""What a row of a table says in the preview: as it was read, as it was understood, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.sources import Source
from desktop_app.services.tabular.understanding import Plan, RowPlan, State
from desktop_app.ui.imports.column_words import shortened
from desktop_app.ui.imports.draft import ImportDraft
from desktop_app.words import amount_sentences, date_sentences, labels, table_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LETTERS = 300


class RowWords:
    """Says the rows of a draft's plan."""

    def __init__(self, draft: ImportDraft, formats: Formats) -> None:
        self._draft, self._formats = draft, formats
        self._measures: Mapping[str, Measure] = {each.id: each for each in draft.view.every(Measure)}

    def as_read(self, row: RowPlan) -> str:
        """The cells of the row, on one line; of a table with many values, the column's title first."""
        cells = shortened(" · ".join(cell for cell in row.cells if cell), _LETTERS)
        return f"{row.column}: {cells}" if row.column else cells

    def counts(self, row: RowPlan) -> str:
        """What is counted."""
        measure = self._measures.get(row.draft.measure)
        return labels.measure(measure) if measure is not None and row.figure is not None else ""

    def value(self, row: RowPlan) -> str:
        """The number."""
        if row.figure is None:
            return ""
        if not row.figure.amount.has_number:
            return row.figure.amount_words
        return amount_sentences.amount(row.figure.amount, self._formats)

    def when(self, row: RowPlan) -> str:
        """The day or the period."""
        if row.figure is None:
            return ""
        if not row.figure.period.is_dated:
            return row.figure.period_words
        return date_sentences.date(row.figure.period, self._formats)

    def state(self, row: RowPlan) -> str:
        """What the row comes to, and why."""
        said = table_words.state(row.state.value)
        if row.state is State.SAME and row.twin_row is not None and not row.twin:
            number = self._formats.number(row.twin_row)
            return _("{state}: row {n} says it").format(state=said, n=number)
        why = [table_words.row_problem(problem.code) for problem in row.problems]
        if row.left_out is not None:
            why.append(table_words.left_out(row.left_out.value))
        return _("{state}: {why}").format(state=said, why="; ".join(why)) if why else said

    def spoken(self, row: RowPlan, *, ticked: bool) -> str:
        """The row's number and whether it is ticked."""
        number = self._formats.number(row.number)
        return (_("Row {n}, ticked") if ticked else _("Row {n}, not ticked")).format(n=number)

    def details(self, row: RowPlan, plan: Plan) -> Iterator[str]:
        """Everything of one row, line by line."""
        titles = [column.title for column in plan.layout.columns]
        pairs = [
            _("{title}: {cell}").format(title=title, cell=cell)
            for title, cell in zip(titles, row.cells, strict=False)
            if cell
        ]
        number = self._formats.number(row.number)
        yield _("Row {n} as read: {cells}").format(n=number, cells=" · ".join(pairs) or _("nothing"))
        if row.figure is not None:
            yield _("Understood: {figure}").format(figure=self._figure(row.figure, plan))
        yield self.state(row)
        if row.suggestion:
            yield _("The nearest day that fits: {day}").format(day=row.suggestion)
        twin = self._draft.view.get(Figure, row.twin) if row.twin else None
        if twin is not None:
            yield _("There is: {figure}").format(figure=self._figure(twin, plan))

    def _figure(self, figure: Figure, plan: Plan) -> str:
        measure = self._measures.get(figure.measure)
        parts = [
            labels.measure(measure) if measure is not None else figure.measure,
            amount_sentences.amount(figure.amount, self._formats)
            if figure.amount.has_number
            else figure.amount_words,
            labels.basis(figure.basis),
            date_sentences.date(figure.period, self._formats) if figure.period.is_dated else "",
        ]
        source = self._source(figure, plan)
        if source:
            parts.append(_("source {name}").format(name=source))
        if figure.speaker:
            parts.append(_("said by {name}").format(name=figure.speaker))
        if figure.published.is_dated:
            day = date_sentences.date(figure.published, self._formats)
            parts.append(_("published {day}").format(day=day))
        return ", ".join(part for part in parts if part)

    def _source(self, figure: Figure, plan: Plan) -> str:
        if not figure.citations:
            return ""
        id = figure.citations[0].source
        source = plan.sources.new.get(id) or self._draft.view.get(Source, id)
        return source.short_name if source is not None else ""
