"""Builds "How a figure changed": what was published of one number, day by day of publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from desktop_app.charts import saying, time_table, vintages
from desktop_app.charts.asked import Asked
from desktop_app.charts.shapes import Mark
from desktop_app.charts.sheets import Sheet, Tint
from desktop_app.charts.time_plot import Dot, TimePanel, TimePlot, Track
from desktop_app.charts.time_table import FROM_FIGURES, Listed, Plotted
from desktop_app.charts.vintages import VintagePoint
from desktop_app.domain import named
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Interval
from desktop_app.domain.readings import known
from desktop_app.domain.records import Record
from desktop_app.domain.views import View
from desktop_app.domain.vintages import vintages as vintages_of
from desktop_app.words import date_sentences
from desktop_app.words.measure_words import measure
from desktop_app.words.translate import _, _n

NAME = "vintages"
DRAWN: frozenset[type[Record]] = FROM_FIGURES
UNKNOWN = Interval(None, None)
SAID = 3
"""So many values stand in the headline; of more, the first and the last."""


def title() -> str:
    """What the chart is called in lists."""
    return _("How a figure changed")


def build(asked: Asked) -> Sheet:
    """The chart of the number that was changed most often among all that are known."""
    figure = most_changed(asked.view)
    found = [] if figure is None else [(one.figure, one.stands) for one in vintages_of(asked.view, figure)]
    told = [pair for pair in found if vintages.build((pair,), asked.formats).points]
    points = vintages.build(told, asked.formats).points
    if figure is None or len(points) < 2:
        day = asked.day.toordinal()
        words = _("It needs a figure that was published more than once, each time with its day.")
        return time_table.nothing(asked, NAME, TimePlot(day, day), _("No figure has changed yet"), words)
    return _sheet(asked, figure, told, points)


def most_changed(view: View) -> Figure | None:
    """A figure of the number whose published values changed most often, and among equals the most.

    A value that comes back (390, 322, 390) changed twice.
    """
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    revised: dict[str, Figure] = {}
    for figure in view.every(Figure):
        if figure.published.latest is None or figure.amount.interval == UNKNOWN:
            continue
        source = named.read_in(view, figure)
        about = (figure.measure, figure.basis.value, figure.as_at.edtf, figure.counted_since.edtf)
        if source is not None and source.publisher:
            groups[(*about, source.publisher)].append(figure)
        if figure.revises:
            revised[figure.id] = figure
    for figure in revised.values():
        chain, before = [figure], view.get(Figure, figure.revises)
        while before is not None and before not in chain:
            chain.append(before)
            before = view.get(Figure, before.revises) if before.revises else None
        groups["revises", figure.id] = chain
    best = max(groups.values(), key=_changes, default=[])
    return best[0] if len(best) > 1 else None


def _changes(figures: Iterable[Figure]) -> tuple[int, int, float, date, str]:
    ordered = sorted(figures, key=_by_publication)
    amounts = [figure.amount.interval for figure in ordered]
    changed = sum(one != other for one, other in pairwise(amounts))
    ends = [end for amount in amounts for end in (amount.low, amount.high) if end is not None]
    spread = float((max(ends) - min(ends)) / max(ends)) if ends and max(ends) > 0 else 0.0
    return (changed, len(ordered), spread, ordered[-1].published.latest or date.min, ordered[-1].id)


def _by_publication(figure: Figure) -> tuple[date, str, str]:
    return (figure.published.latest or date.max, figure.recorded, figure.id)


def _sheet(
    asked: Asked, figure: Figure, told: list[tuple[Figure, bool]], points: tuple[VintagePoint, ...]
) -> Sheet:
    formats, listed = asked.formats, Listed(asked)
    what = _("{measure}, {period}").format(
        measure=measure(named.measure(asked.view, figure.measure)),
        period=date_sentences.date(figure.as_at, formats),
    )
    ledger, dots = known(asked.view), []
    for place, ((one, stands), point) in enumerate(zip(told, points, strict=True)):
        key = f"vintage {one.id}"
        day = date.fromordinal(point.day)
        spoken = _("Published {day}: {value}") if stands else _("Published {day}, since replaced: {value}")
        spoken = spoken.format(day=formats.day(day), value=point.text)
        interval = one.amount.interval
        mark = Mark.EXACT if point.mark is Mark.REPORTED and ledger.is_official(one) else point.mark
        if one.rank is Rank.DEPRECATED:
            mark = Mark.WITHDRAWN
        provisional = saying.is_provisional(one)
        listed.put(Plotted(key, figure.measure, what, day, day, interval, mark, (one,), spoken, provisional))
        weight = 0 if place == len(told) - 1 else 1 if not place else 2
        changed = place == 0 or point.text != points[place - 1].text or place == len(told) - 1
        dots.append(
            Dot(
                key,
                point.day,
                point.value,
                mark,
                point.low,
                point.high,
                point.day,
                point.text if changed else "",
                weight,
                is_faint=not stands,
                is_provisional=provisional,
            )
        )
    corners = tuple((point.day, point.value) for point in points)
    panel = TimePanel(
        _("Value by the day of its publication"),
        Tint.ARRIVALS,
        (Track(what, Tint.AGAIN, corners, tuple(dots)),),
    )
    plot = TimePlot(points[0].day, points[-1].day, (panel,))
    headline = _headline(asked, points)
    alt = _("A step line by day of publication. {what}. {headline}.").format(what=what, headline=headline)
    last = [one for one, stands in told if stands] or [told[-1][0]]
    subtitle = _("{what}. Published {first} to {last}; grey where it no longer counts.").format(
        what=what,
        first=formats.day(date.fromordinal(points[0].day)),
        last=formats.day(date.fromordinal(points[-1].day)),
    )
    return Sheet(
        name=NAME,
        headline=headline,
        emphasis="",
        subtitle=asked.said(subtitle),
        brief_subtitle=asked.said(what),
        footer=listed.footer(last[-1:]),
        brief_footer=listed.footer(last[-1:], brief=True),
        alt=time_table.shortest(alt, headline),
        body=plot,
        table=listed.table,
        key=time_table.key(plot, formats),
        formats=formats,
    )


def _headline(asked: Asked, points: tuple[VintagePoint, ...]) -> str:
    times = _n("Published {n} time", "Published {n} times", len(points))
    times = times.format(n=asked.formats.number(len(points)))
    changes = [points[0].text]
    changes += [then.text for one, then in pairwise(points) if one.text != then.text]
    if len(changes) <= SAID:
        said = _(", then ").join(changes)
        return _("{times}: {values}").format(times=times, values=said)
    text = _("{times}: first {first}, last {last}")
    return text.format(times=times, first=changes[0], last=changes[-1])
