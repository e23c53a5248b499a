"""Builds "How a figure changed": what was published of one number, day by day of publication."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import floor

from desktop_app.charts import vintages
from desktop_app.charts.asked import Asked
from desktop_app.charts.kinds import time_table
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.kinds.time_table import FROM_FIGURES, Listed, Plotted
from desktop_app.charts.layout import cut_axis
from desktop_app.charts.layout.ticks import round_step
from desktop_app.charts.shapes import Mark
from desktop_app.charts.sheets import Sheet, Tint
from desktop_app.charts.texts import captions, saying
from desktop_app.charts.time_plot import Dot, TimePanel, TimePlot, Track
from desktop_app.charts.vintages import VintagePoint
from desktop_app.domain import changed, named
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.readings import known
from desktop_app.domain.records import Record
from desktop_app.domain.views import View
from desktop_app.domain.vintages import vintages as vintages_of
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats, percent
from desktop_app.words.measure_words import measure
from desktop_app.words.translate import _, _n

NAME = "vintages"
DRAWN: frozenset[type[Record]] = FROM_FIGURES
SAID = 3
"""So many values stand in the headline; of more, the first and the last."""
HARDLY = 0.2
"""Values that differ by less than such a share of the highest look alike from zero: the axis is then cut."""
STEPS = 4
BELOW = 0.5
"""The lowest value stands so far above the beginning of a cut axis, as a share of what the values span."""


def title() -> str:
    """What the chart is called in lists."""
    return _("How a figure changed")


def build(asked: Asked) -> Sheet:
    """The chart of the number asked for, else of the one that was changed most often among all known."""
    chosen = asked.choice.subject.figure
    figure = asked.view.get(Figure, chosen) if chosen else _most_changed(asked.view)
    found = [] if figure is None else [(one.figure, one.stands) for one in vintages_of(asked.view, figure)]
    told = [pair for pair in found if vintages.build((pair,), asked.formats).points]
    points = vintages.build(told, asked.formats).points
    if figure is None or len(points) < (1 if chosen else 2):
        day = asked.day.toordinal()
        said = _("No figure has changed yet")
        words = _("It needs a figure that was published more than once, each time with its day.")
        if chosen:
            said = _("The chosen number is not to be seen here")
            words = _("It was deleted, is not known on this day, or is not for an audience.")
        return nothing(asked, NAME, TimePlot(day, day), time_table.columns(), (said, words))
    return _sheet(asked, figure, told, points)


def _most_changed(view: View) -> Figure | None:
    found = changed.most_changed(changed.changed(view))
    return None if found is None else found.first


def number_words(view: View, figure: Figure, formats: Formats) -> str:
    """What a figure counts, and of when: "Arrived by small boat, 6 Sep 2025"."""
    return _("{measure}, {period}").format(
        measure=measure(named.measure(view, figure.measure)),
        period=date_sentences.date(figure.as_at, formats),
    )


def _sheet(
    asked: Asked, figure: Figure, told: list[tuple[Figure, bool]], points: tuple[VintagePoint, ...]
) -> Sheet:
    formats, listed = asked.formats, Listed(asked)
    what = number_words(asked.view, figure, formats)
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
        before = points[place - 1] if place else None
        is_news = before is None or point.text != before.text or place == len(told) - 1
        dots.append(
            Dot(
                key,
                point.day,
                point.value,
                mark,
                point.low,
                point.high,
                point.day,
                _label(point, before, formats) if is_news else "",
                weight,
                is_faint=not stands,
                is_provisional=provisional,
            )
        )
    corners = tuple((point.day, point.value) for point in points)
    low, high = min(point.low for point in points), max(point.high for point in points)
    start = axis_start(low, high)
    panel = TimePanel(
        _("Value by the day of its publication"),
        Tint.ARRIVALS,
        (Track(what, Tint.AGAIN, corners, tuple(dots)),),
        remark="" if start is None else _cut_words(start, low, high, formats),
        floor=start,
    )
    plot = TimePlot(points[0].day, points[-1].day, (panel,))
    headline = _headline(asked, points)
    alt = _("A step line by day of publication. {what}. {headline}.").format(what=what, headline=headline)
    if start is not None:
        text = _("A step line by day of publication, on an axis from {start}. {what}. {headline}.")
        alt = text.format(start=formats.number(int(start)), what=what, headline=headline)
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
        alt=captions.shortest(alt, headline),
        body=plot,
        table=listed.table,
        key=time_table.key(plot, formats),
        formats=formats,
    )


def axis_start(low: float, high: float) -> float | None:
    """Where the axis begins for values that look alike from zero: at a round number below the lowest."""
    spread = high - low
    if not 0 < spread < high * HARDLY:
        return None
    step = round_step(spread / STEPS)
    start = floor((low - spread * BELOW) / step) * step
    return float(start) if start > 0 else None


def _cut_words(start: float, low: float, high: float, formats: Formats) -> str:
    """That the axis is cut, and how small the change really is."""
    text = _("{cut} Lowest and highest differ by {share}.")
    share = round(Decimal((high - low) / high * 100), 1)
    said = _("less than {share}").format(share=percent(Decimal("0.1"), formats))
    if share:
        said = percent(int(share) if share == int(share) else share, formats)
    return text.format(cut=cut_axis.words(start, formats), share=said)


def _label(point: VintagePoint, before: VintagePoint | None, formats: Formats) -> str:
    """A value with what it is more or fewer than the one before, where both are one number."""
    if before is None or not (point.low == point.high and before.low == before.high):
        return point.text
    more = int(point.value - before.value)
    if not more or more != point.value - before.value:
        return point.text
    text = _("{value} (+{n})") if more > 0 else _("{value} (−{n})")
    return text.format(value=point.text, n=formats.number(abs(more)))


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
