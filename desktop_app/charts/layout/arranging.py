"""Gives every part of a picture its place: texts above and below, two panels on one time axis between."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.charts.layout.lettering import Lettered, Lettering
from desktop_app.charts.layout.page import Page, PlacedKey, foot, head
from desktop_app.charts.layout.station_labels import Station, row_height, rows_wanted
from desktop_app.charts.layout.ticks import Tick, count_ticks
from desktop_app.charts.looks.style import ChartStyle, Part, Sizes
from desktop_app.charts.placing import Box, Plane
from desktop_app.charts.shapes import ComparisonChart

UPPER_SHARE = 0.6
"""The upper panel is half as high again as the lower one (3 to 2)."""
LEAST_PANELS = 10.5
"""Panels lower than so many lines of tick words make room by leaving parts out."""
HEADROOM = 1.05
"""The highest number stands just below the upper edge of its panel."""
AIR = 0.012
"""How much of the days shown is left free on either side of them."""
BETWEEN_COUNTS = 1.5
"""From one number of an upright axis to the next, at least so many heights of their letters."""
FIRST_TO_GO = (Part.KEY, Part.SUBTITLE, Part.FOOTER, Part.MILESTONES, Part.TITLES)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything is that does not move when the time axis does."""

    width: float
    height: float
    style: ChartStyle
    texts: tuple[Lettered, ...]
    upper: Box
    lower: Box
    strip: Box
    """Above the upper panel, for the words of milestones."""
    upper_ticks: tuple[Tick, ...]
    lower_ticks: tuple[Tick, ...]
    upper_top: float
    lower_top: float
    axis: Box
    """Below the lower panel, for the words of days."""
    key: tuple[PlacedKey, ...]
    rule: float | None
    """Where the hairline above the footer is, if there is a footer."""


def arrange(
    chart: ComparisonChart, style: ChartStyle, letters: Lettering, width: float, height: float
) -> Arrangement:
    """Places for a picture of this size; parts go, least important first, where it is too low for all."""
    style = style.fitted(width, height)
    for leaving in (None, *FIRST_TO_GO):
        if leaving is not None:
            style = replace(style, parts=style.parts - {leaving})
        arrangement = _with_stations(chart, style, letters, width, height)
        if arrangement.upper.height + arrangement.lower.height >= LEAST_PANELS * style.sizes.tick:
            break
    return arrangement


def _with_stations(
    chart: ComparisonChart, style: ChartStyle, letters: Lettering, width: float, height: float
) -> Arrangement:
    """With as many rows for milestones as the whole view of them asks for."""
    made = _arranged(chart, style, letters, width, height)
    if not chart.milestones or not made.strip.height:
        return made
    plane = Plane(made.lower, *whole(chart), 1.0)
    rows = rows_wanted(stations(chart, plane), made.strip, style, letters, chart.formats)
    return made if rows == 1 else _arranged(chart, style, letters, width, height, rows)


def stations(chart: ComparisonChart, plane: Plane) -> list[Station]:
    """The milestones in view, what matters most first."""
    found: list[Station] = []
    for one in sorted(chart.milestones, key=lambda milestone: (milestone.weight, milestone.start)):
        if plane.first <= one.end and one.start <= plane.last:
            x0, x1 = plane.x(max(one.start, plane.first)), plane.x(min(one.end, plane.last))
            found.append((one.label, x0, x1))
    return found


def _arranged(
    chart: ComparisonChart,
    style: ChartStyle,
    letters: Lettering,
    width: float,
    height: float,
    rows: int = 1,
) -> Arrangement:
    page = Page(style, letters, width, height)
    top = head(page, chart)
    bottom, key, rule = foot(page, chart)
    sizes = style.sizes
    title = letters.height(sizes.title, bold=True) + sizes.gap if style.has(Part.TITLES) else 0.0
    strip = row_height(style, letters) * rows if style.has(Part.MILESTONES) and chart.milestones else 0.0
    axis = letters.height(sizes.tick) + below_axis(letters, sizes)
    panels = [bool(chart.upper_title), bool(chart.lower_title)]
    fixed = sum(panels) * title + strip + axis + (sizes.panel_gap if all(panels) else 0.0)
    room = max(bottom - top - fixed, 2.0)
    upper_height = room * (UPPER_SHARE if all(panels) else float(panels[0]))
    upper_y = top + title * panels[0] + strip * panels[0]
    between = sizes.panel_gap + title if all(panels) else (title + strip) * (not panels[0])
    lower_y = upper_y + upper_height + between
    highest = (chart.upper_top, chart.lower_top)
    upper_top, lower_top = (max(top, 1.0) * HEADROOM for top in highest)
    upper_ticks = _counts(page, chart, upper_top if highest[0] else 0, upper_height)
    lower_ticks = _counts(page, chart, lower_top if highest[1] else 0, room - upper_height)
    left = page.left + _widest(page, upper_ticks + lower_ticks) + sizes.tick_gap
    across = max(_across(page, chart, left), 10.0)
    if style.has(Part.TITLES):
        edges = (top, top if not panels[0] else lower_y - title)
        for text, edge in zip((chart.upper_title, chart.lower_title), edges, strict=True):
            if text:
                text = letters.shortened(text, sizes.title, page.width, bold=True)
                page.texts.append(page.line(text, page.left, edge, sizes.title, style.tokens.ink, bold=True))
    lower = Box(left, lower_y, across, room - upper_height)
    return Arrangement(
        width=width,
        height=height,
        style=style,
        texts=tuple(page.texts),
        upper=Box(left, upper_y, across, upper_height),
        lower=lower,
        strip=Box(left, (upper_y if panels[0] else lower_y) - strip, page.right - left, strip),
        upper_ticks=upper_ticks,
        lower_ticks=lower_ticks,
        upper_top=upper_top,
        lower_top=lower_top,
        axis=Box(page.left, lower.bottom, page.width, axis),
        key=key,
        rule=rule,
    )


def below_axis(letters: Lettering, sizes: Sizes) -> float:
    """From the foot of the panels to the words of days: clear of the zero beside the foot."""
    return max(sizes.tick_gap, letters.height(sizes.tick) * 0.55)


def _counts(page: Page, chart: ComparisonChart, top: float, height: float) -> tuple[Tick, ...]:
    if height <= 0:
        return ()
    between = page.letters.height(page.style.sizes.tick) * BETWEEN_COUNTS
    return tuple(count_ticks(top, max(1, min(5, int(height / between))), chart.formats))


def _widest(page: Page, ticks: tuple[Tick, ...]) -> float:
    return max((page.letters.width(tick.text, page.style.sizes.tick) for tick in ticks), default=0.0)


def whole(chart: ComparisonChart) -> tuple[float, float]:
    """The first and last day in view when nothing is zoomed: those shown, and a little air."""
    days = chart.last + 1 - chart.first
    return chart.first - days * AIR, chart.last + 1 + days * AIR


def _across(page: Page, chart: ComparisonChart, left: float) -> float:
    """How wide the panels are: as wide as the words at the ends of the lines leave room for."""
    sizes, (first, last) = page.style.sizes, whole(chart)
    room = page.right - left
    widest = room
    for line in (*chart.lines, *chart.room_for):
        end = line.label_at(last)
        if end is not None:
            words = min(page.letters.width(end[2], sizes.label, bold=True), page.width / 3)
            share = (end[0] - first) / (last - first)
            widest = min(widest, (room - words - sizes.dot - sizes.gap * 1.5) / max(share, 0.01))
    return widest
