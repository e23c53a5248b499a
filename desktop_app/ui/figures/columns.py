"""The columns of the table of figures."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from typing import Any

from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.measures import Basis
from desktop_app.ui import date_texts
from desktop_app.ui.figures import check_words, figure_words
from desktop_app.ui.figures.rows import FigureRow, FigureRows
from desktop_app.ui.widgets.columns import Chip, Column, Tone
from desktop_app.words import amount_sentences, date_sentences, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def columns(rows: FigureRows, today: date, formats: Formats) -> list[Column[FigureRow]]:
    """Date, measure, counted, value, source, grade, status, check; and four that are shown when asked for."""
    return [*_main(rows, today, formats), *_more(today, formats)]


def _main(rows: FigureRows, today: date, formats: Formats) -> list[Column[FigureRow]]:
    def when(row: FigureRow) -> str:
        return figure_words.when(row.figure, today, formats)

    def counted(row: FigureRow) -> str:
        return figure_words.counted(row.figure, row.measure.basis, rows.scheme, formats)

    def value(row: FigureRow) -> str:
        return figure_words.value(row.figure, row.measure.unit, formats)

    def chips(row: FigureRow) -> Sequence[Chip]:
        return [check_words.chip(check, row.figure, formats) for check in row.checks]

    def check_tip(row: FigureRow) -> str:
        return "\n".join(check_words.sentence(check, rows.view, formats) for check in row.checks)

    def amount_aloud(row: FigureRow) -> str:
        return amount_sentences.amount_with_unit(row.figure.amount, row.measure.unit, formats)

    def date_to_edit(row: FigureRow) -> str:
        figure = row.figure
        return figure.period_words or date_texts.to_edit(figure.period, today, formats)

    def date_tip(row: FigureRow) -> str:
        return date_sentences.date_full(row.figure.as_at, formats)

    return [
        Column(
            "date", _("Date"), when, sort=_by_date, tooltip=date_tip, edit=date_to_edit, same=_same_date,
            width=22,
        ),
        Column("measure", _("Measure"), _measure, tooltip=_measure, same=_code, width=22),
        Column("counted", _("Counted"), counted, same=_same_counting, tone=Tone.MUTED, width=14),
        Column(
            "value", _("Value"), value, sort=_by_value, spoken=amount_aloud, tooltip=_written,
            search=_digits, same=_same_value, edit=_value_text, at_end=True, tone=Tone.STRONG, width=15,
        ),
        Column(
            "source", _("Source"), _sources, tooltip=_titles, search=_titles, same=_source_ids,
            edit=_source_text, width=14,
        ),
        Column(
            "grade", _("Grade"), _grade, spoken=_grade_aloud, tooltip=_grade_aloud, same=_grade,
            tone=Tone.MUTED, width=5,
        ),
        Column(
            "status", _("Status"), _status, spoken=_status_aloud, same=_status_code, tone=Tone.MUTED,
            width=14,
        ),
        Column(
            "check", _("Check"), sort=_by_check, chips=chips, tooltip=check_tip, same=_checks, stretch=True,
            width=16,
        ),
    ]  # fmt: skip


def _more(today: date, formats: Formats) -> list[Column[FigureRow]]:
    def published(row: FigureRow) -> str:
        return date_sentences.date(row.figure.published, formats) if row.figure.published.is_dated else ""

    def published_to_edit(row: FigureRow) -> str:
        return date_texts.to_edit(row.figure.published, today, formats)

    return [
        Column(
            "published", _("Published"), published, sort=_by_published, edit=published_to_edit,
            same=_published, width=13, hidden=True,
        ),
        Column("speaker", _("Speaker"), _speaker, edit=_speaker, same=_speaker, width=16, hidden=True),
        Column("note", _("Note"), _note, edit=_note, same=_note, tone=Tone.MUTED, width=22, hidden=True),
        Column("recorded", _("Recorded"), _recorded, same=_recorded, tone=Tone.MUTED, width=13, hidden=True),
        Column("code", _("Code"), _code, same=_code, tone=Tone.MUTED, width=9, hidden=True),
    ]  # fmt: skip


def _by_date(row: FigureRow) -> Any:
    period = row.figure.period
    return period.sort_key if period.is_dated else None


def _by_value(row: FigureRow) -> Any:
    amount = row.figure.amount
    if amount.value is not None:
        return amount.value
    return amount.low


def _by_published(row: FigureRow) -> Any:
    published = row.figure.published
    return published.sort_key if published.is_dated else None


def _by_check(row: FigureRow) -> Any:
    """Those that need a look first, then those with anything to say."""
    if not row.checks:
        return None
    return (not row.needs_a_look, row.checks[0].code.value)


def _measure(row: FigureRow) -> str:
    return row.measure_name


def _sources(row: FigureRow) -> str:
    if not row.sources:
        return ""
    name = row.sources[0].short_name
    if len(row.sources) == 1:
        return name
    return _("{name} +{n}").format(name=name, n=len(row.sources) - 1)


def _titles(row: FigureRow) -> str:
    return "\n".join(" · ".join(filter(None, (each.publisher, each.title))) for each in row.sources)


def _grade(row: FigureRow) -> str:
    return row.grade


def _grade_aloud(row: FigureRow) -> str:
    if not row.sources:
        return ""
    reliability = labels.reliability(row.sources[0].reliability)
    return _("{reliability}; {credibility}").format(
        reliability=reliability, credibility=labels.credibility(row.figure.citations[0].credibility)
    )


def _status(row: FigureRow) -> str:
    return figure_words.status(row.figure.status)


def _status_aloud(row: FigureRow) -> str:
    return labels.status(row.figure.status)


def _written(row: FigureRow) -> str:
    return row.figure.amount_words


def _digits(row: FigureRow) -> str:
    """The numbers without separators, as they are often typed."""
    amount = row.figure.amount
    return " ".join(str(number) for number in (amount.value, amount.low, amount.high) if number is not None)


def _value_text(row: FigureRow) -> str:
    return FigureDraft.of(row.figure).value


def _source_text(row: FigureRow) -> str:
    return row.sources[0].short_name if row.sources else ""


def _speaker(row: FigureRow) -> str:
    return row.figure.speaker


def _note(row: FigureRow) -> str:
    return row.figure.note


def _recorded(row: FigureRow) -> str:
    return row.figure.recorded.replace("T", " ").removesuffix("Z")


def _code(row: FigureRow) -> str:
    return row.figure.measure


# What decides all that a column says: see `Column.same`. These are asked of every figure, so they are plain.


def _same_date(row: FigureRow) -> Hashable:
    figure = row.figure
    if not figure.period_words:
        return figure.period.edtf
    return figure.period.edtf, figure.period_words, figure.period_how


def _same_counting(row: FigureRow) -> Hashable:
    figure = row.figure
    if figure.basis is not Basis.CUMULATIVE:
        return figure.basis, figure.period.kind
    last = figure.as_at.latest or figure.as_at.earliest
    return figure.measure, figure.counted_since.edtf, last and last.year


def _same_value(row: FigureRow) -> Hashable:
    amount = row.figure.amount
    # 5 and 5.0 are equal numbers, but not written alike.
    said = amount.value if type(amount.value) is int and amount.low is amount.high else (amount, str(amount))
    return row.figure.measure, said


def _source_ids(row: FigureRow) -> Hashable:
    sources = row.sources
    return sources[0].id if len(sources) == 1 else tuple(source.id for source in sources)


def _status_code(row: FigureRow) -> Hashable:
    return row.figure.status


def _checks(row: FigureRow) -> Hashable:
    # A rival is told against the figure's own value.
    return (row.checks, row.id if row.checks else "")


def _published(row: FigureRow) -> Hashable:
    return row.figure.published.edtf
