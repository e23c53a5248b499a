"""Gives panels of curves and bars their places, on one axis of days."""

from __future__ import annotations

from desktop_app.charts.layout.forms import Form, Hatch, Laid, Spot, corners
from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.layout.ticks import Tick, count_ticks
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box
from desktop_app.charts.sheets import Curve, Panel, Panels, Span
from desktop_app.domain.survival import Step
from desktop_app.words.formats import Formats, percent

SHARES = (0, 50, 100)
"""The marks of the upright axis, in percent."""
SHADE = 0.22
HEADROOM = 1.03
BAR = 0.42
"""How much of its row a bar fills."""
MOST_ROW = 4.0
"""A bar's row is no higher than so many lines of its words."""
MOST_AFTER = 0.42
"""The words beyond the axis take at most such a share of the width."""
ARROW = 0.02
"""How far beyond its last day a bar goes on, as a share of the axis."""


def lay_panels(panels: Panels, box: Box, style: ChartStyle, letters: Lettering, formats: Formats) -> Laid:
    """The forms of the panels within a box."""
    return _Laying(panels, box, style, letters, formats).laid()


class _Laying:
    """Panels while their forms are made."""

    def __init__(
        self, panels: Panels, box: Box, style: ChartStyle, letters: Lettering, formats: Formats
    ) -> None:
        self._panels, self._box, self._style, self._letters = panels, box, style, letters
        self._formats = formats
        self._forms: list[Form | Hatch] = []
        self._words: list[Lettered] = []
        self._spots: list[Spot] = []
        self._top = max(panels.longest, 1) * HEADROOM
        sizes = style.sizes
        names = [span.name for panel in panels.panels for span in panel.spans]
        names += [percent(share, formats) for share in SHARES]
        widest = max(letters.width(name, sizes.tick) for name in names)
        widest = min(widest, box.width * 0.25)
        ends = [span.text for panel in panels.panels for span in panel.spans if _reaches(span, self._top)]
        self._after = min(
            max((letters.width(text, sizes.tick) for text in ends), default=0.0), box.width * MOST_AFTER
        )
        self._left = box.x + widest + sizes.tick_gap
        self._right = box.right - self._after - (sizes.gap * 2 if self._after else 0.0)

    def laid(self) -> Laid:
        """All of it."""
        sizes, letters = self._style.sizes, self._letters
        axis = letters.height(sizes.tick) + sizes.tick_gap
        # The highest number of an upright axis stands half above its panel.
        title = letters.height(sizes.title, bold=True) + max(sizes.gap, letters.height(sizes.tick) * 0.65)
        shown = [panel for panel in self._panels.panels if panel.curve is not None or panel.spans]
        between = sizes.panel_gap * 0.8
        room = self._box.height - axis - title * len(shown) - between * max(len(shown) - 1, 0)
        weights = [_weight(panel) for panel in shown]
        y = self._box.y
        for panel, weight in zip(shown, weights, strict=True):
            self._say(panel.title, self._box.x, y, sizes.title, bold=True)
            height = max(room * weight / sum(weights), 4.0)
            area = Box(self._left, y + title, max(self._right - self._left, 10.0), height)
            self._draw(panel, area)
            y = area.bottom + between
        if shown:
            self._axis(Box(self._left, y - between, max(self._right - self._left, 10.0), axis))
        return Laid(tuple(self._forms), tuple(self._words), tuple(self._spots))

    def _x(self, day: float) -> float:
        return self._left + day / self._top * max(self._right - self._left, 10.0)

    def _draw(self, panel: Panel, area: Box) -> None:
        grid, sizes = self._style.tokens.grid, self._style.sizes
        for tick in self._ticks():
            x = self._x(tick.at)
            line = ((x, area.y), (x, area.bottom))
            self._forms.append(Form(line, grid, width=sizes.hairline, is_closed=False))
        if panel.curve is not None:
            self._curve(panel, panel.curve, area)
        else:
            self._bars(panel, area)
        foot = ((area.x, area.bottom), (area.right, area.bottom))
        self._forms.append(Form(foot, self._style.tokens.edge, width=sizes.hairline, is_closed=False))

    def _curve(self, panel: Panel, curve: Curve, area: Box) -> None:
        """Shares as steps, with the room between their bounds, and what is left at the end."""
        colour = getattr(self._style.tokens, panel.tint.value)
        steps = (Step(0, 1.0, 1.0, 1.0), *curve.steps)
        self._share_axis(area)
        self._shade(steps, curve.followed, area, colour)
        points: list[tuple[float, float]] = []
        for step in steps:
            if points:
                points.append((self._x(step.day), points[-1][1]))
            points.append((self._x(step.day), _y(step.share, area)))
        points.append((self._x(curve.followed), points[-1][1]))
        line = Form(
            tuple(points), colour, width=self._style.sizes.line, is_dashed=panel.is_dashed, is_closed=False
        )
        self._forms.append(line)
        reach = self._style.sizes.dot * 2
        for key, step in zip(curve.keys, curve.steps, strict=True):
            x, y = self._x(step.day), _y(step.share, area)
            self._spots.append(Spot(key, Box(x - reach, y - reach, 2 * reach, 2 * reach)))
        self._end(curve.text, points[-1], area)

    def _share_axis(self, area: Box) -> None:
        """The marks of the upright axis, with a line across for each."""
        tokens, sizes, letters = self._style.tokens, self._style.sizes, self._letters
        high = letters.height(sizes.tick)
        for share in SHARES:
            text, y = percent(share, self._formats), _y(share / 100, area)
            x = area.x - sizes.tick_gap - letters.width(text, sizes.tick)
            self._words.append(set_line(letters, text, x, y - high / 2, sizes.tick, tokens.muted))
            line = ((area.x, y), (area.right, y))
            self._forms.append(Form(line, tokens.grid, width=sizes.hairline, is_closed=False))

    def _shade(self, steps: tuple[Step, ...], followed: int, area: Box, colour: str) -> None:
        """Between the lower and the upper bound, from each step to the next."""
        ends = [*(step.day for step in steps[1:]), followed]
        for step, until in zip(steps, ends, strict=True):
            if step.high > step.low and until > step.day:
                x0, x1 = self._x(step.day), self._x(until)
                top, bottom = _y(step.high, area), _y(step.low, area)
                self._forms.append(Form(corners(Box(x0, top, x1 - x0, bottom - top)), colour, fill=SHADE))

    def _end(self, text: str, at: tuple[float, float], area: Box) -> None:
        """The words at the end of a curve: above it, or below where it ends at the top."""
        size, letters = self._style.sizes.label, self._letters
        text = letters.shortened(text, size, area.width, bold=True)
        across, high = letters.width(text, size, bold=True), letters.height(size, bold=True)
        x = max(min(at[0], area.right) - across, area.x)
        top = at[1] - high - self._style.sizes.gap
        if top < area.y:
            top = at[1] + self._style.sizes.gap
        self._say(text, x, min(top, area.bottom - high), size, bold=True)

    def _bars(self, panel: Panel, area: Box) -> None:
        tokens, sizes, letters = self._style.tokens, self._style.sizes, self._letters
        colour = getattr(tokens, panel.tint.value)
        size = sizes.tick
        row = min(area.height / max(len(panel.spans), 1), letters.height(size) * MOST_ROW)
        for place, span in enumerate(panel.spans):
            top = area.y + place * row
            bar = Box(area.x, top + row * (1 - BAR) / 2, self._x(span.low) - area.x, row * BAR)
            self._forms.append(Form(corners(bar), colour, fill=1.0))
            end = self._tail(span, bar, colour)
            self._spots.append(Spot(span.key, Box(bar.x, bar.y, max(end - bar.x, sizes.dot), bar.height)))
            high = letters.height(size)
            if row < high:
                continue
            name = letters.shortened(span.name, size, area.x - self._box.x - sizes.tick_gap)
            x = area.x - sizes.tick_gap - letters.width(name, size)
            self._say(name, x, top + (row - high) / 2, size)
            text = letters.shortened(span.text, size, self._box.right - end - sizes.gap)
            self._say(text, end + sizes.gap, top + (row - high) / 2, size)

    def _tail(self, span: Span, bar: Box, colour: str) -> float:
        """What is possible beyond the least: hatched to the most, or an arrow that goes on; gives its end."""
        sizes = self._style.sizes
        if span.high is None:
            middle, tip = bar.middle, bar.right + self._top * ARROW * (self._right - self._left) / self._top
            arrow = (
                (bar.right, bar.y),
                (max(tip, bar.right + sizes.dot * 2), middle),
                (bar.right, bar.bottom),
            )
            self._forms.append(Form(arrow, colour, width=sizes.thin, fill=SHADE))
            return arrow[1][0]
        end = self._x(span.high)
        if span.high > span.low:
            vague = Box(bar.right, bar.y, end - bar.right, bar.height)
            self._forms.append(Hatch(vague, colour))
            self._forms.append(Form(corners(vague), colour, width=sizes.thin))
        return end

    def _ticks(self) -> list[Tick]:
        letters, size = self._letters, self._style.sizes.tick
        widest = letters.width(self._formats.number(int(self._top)), size) * 2.4
        most = max(1, int((self._right - self._left) / max(widest, 1.0)))
        return count_ticks(self._top, min(most, 8), self._formats)

    def _axis(self, area: Box) -> None:
        """The days below the last panel; the last of them says what is counted."""
        sizes, letters = self._style.sizes, self._letters
        ticks = self._ticks()
        for tick in ticks:
            text = tick.text
            if tick is ticks[-1]:
                text = f"{text} {self._panels.unit}"
            x = self._x(tick.at) - letters.width(tick.text, sizes.tick) / 2
            across = letters.width(text, sizes.tick)
            x = max(min(x, self._box.right - across), self._box.x)
            self._words.append(
                set_line(letters, text, x, area.y + sizes.tick_gap, sizes.tick, self._style.tokens.muted)
            )

    def _say(self, text: str, x: float, top: float, size: float, *, bold: bool = False) -> None:
        text = self._letters.shortened(text, size, max(self._box.right - x, 1.0), bold=bold)
        self._words.append(set_line(self._letters, text, x, top, size, self._style.tokens.ink, bold=bold))


def _y(share: float, area: Box) -> float:
    """Where a share stands in a panel: none at its foot, all at its top."""
    return area.bottom - share * area.height


def _weight(panel: Panel) -> float:
    """A panel of bars is as high as its bars ask for, a curve as high as six of them."""
    return 6.0 if panel.curve is not None else max(float(len(panel.spans)), 1.0)


def _reaches(span: Span, top: float) -> bool:
    """Whether a bar ends so far right that its words need room beyond the axis."""
    return (span.low if span.high is None else span.high) > top * 0.5
