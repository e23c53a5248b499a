"""The rows of the report: one for each figure that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.domain import named
from desktop_app.domain.figures import Figure
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.what_changed import Changes, Moved
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.words import changes as words
from desktop_app.words import date_sentences, measure_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A figure that changed, in words."""

    id: str
    """Id of the figure that the row leads to."""
    change: str
    measure: str
    value: str
    about: str
    published: str
    published_on: date | None
    source: str


def rows(changes: Changes, view: View, formats: Formats) -> Iterator[ChangeRow]:
    """All figures that changed: first the added, then the revised, then the withdrawn."""
    for figure in changes.added:
        yield _row(figure, _("Added"), words.value(figure, formats), view, formats)
    for one in changes.revised:
        value = words.became(words.value(one.before, formats), words.value(one.now, formats))
        yield _row(one.now, _("Revised"), value, view, formats)
    for figure in changes.withdrawn:
        yield _row(figure, _("Withdrawn"), words.value(figure, formats), view, formats)


def effects(changes: Changes, view: View, formats: Formats) -> list[tuple[str, str]]:
    """What became of each headline number and of the balance: what it is, and from what to what."""
    said = [(measure_name(view, one.measure), _effect(one, formats)) for one in changes.headlines]
    before, now = (words.balance(point, formats) for point in changes.balance)
    if before or now:
        said.append((_("Balance"), words.became(before, now) if before != now else now))
    return said


def columns(formats: Formats) -> list[Column[ChangeRow]]:
    """Change, measure, value, period, publication and source."""

    def day(row: ChangeRow) -> date | None:
        return row.published_on

    return [
        Column("change", _("Change"), lambda row: row.change, tone=Tone.MUTED, width=11),
        Column("measure", _("Measure"), lambda row: row.measure, width=22),
        Column("value", _("Value"), lambda row: row.value, tone=Tone.STRONG, at_end=True, width=18),
        Column("about", _("Period"), lambda row: row.about, width=20),
        Column(
            "published",
            _("Published"),
            lambda row: row.published,
            sort=lambda row: row.published_on,
            width=14,
        ),
        Column("source", _("Source"), lambda row: row.source, tone=Tone.MUTED, stretch=True, width=24),
    ]


def measure_name(view: View, code: str) -> str:
    """A measure's name, also of one that is not in the workspace."""
    return measure_words.measure(named.measure(view, code))


def _effect(one: Moved, formats: Formats) -> str:
    before, now = (
        words.total(each.interval, each.reading.drawn, each.year, formats) if each else ""
        for each in (one.before, one.now)
    )
    return words.became(before, now) if one.differs else now


def _row(figure: Figure, change: str, value: str, view: View, formats: Formats) -> ChangeRow:
    source = view.get(Source, figure.citations[0].source) if figure.citations else None
    return ChangeRow(
        figure.id,
        change,
        measure_name(view, figure.measure),
        value,
        date_sentences.date(figure.as_at, formats),
        date_sentences.date(figure.published, formats),
        figure.published.latest,
        source.short_name if source else "",
    )
