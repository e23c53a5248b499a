"""What can be pointed at on a chart, series by series: for the mouse, the arrow keys and screen readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.charts.placing import Plane
from desktop_app.charts.shapes import ComparisonChart, Ink


@dataclass(frozen=True, slots=True)
class Target:
    """One plotted value."""

    ink: Ink
    day: float
    """Where it stands on the time axis."""
    value: float
    figures: tuple[str, ...]
    spoken: str
    half: float = 0.0
    """Half its width in days, for what is wider than a point."""

    @property
    def is_upper(self) -> bool:
        """Whether it is in the upper panel."""
        return self.ink is Ink.ARRIVALS


Track = tuple[Target, ...]


def tracks(chart: ComparisonChart) -> tuple[Track, ...]:
    """The plotted values of each series in order of time; the same values as the rows of the table."""
    return tuple(track for track in _tracks(chart) if track)


def _tracks(chart: ComparisonChart) -> Iterator[Track]:
    yield tuple(
        Target(
            Ink.ARRIVALS,
            (bar.start + bar.end + 1) / 2,
            bar.value,
            bar.figures,
            bar.spoken,
            (bar.end + 1 - bar.start) / 2,
        )
        for bar in chart.bars
    )
    if chart.daily is not None:
        daily = chart.daily
        yield tuple(
            Target(Ink.ARRIVALS, day + 0.5, value, (figure,), spoken, 0.5)
            for day, value, figure, spoken in zip(
                daily.days, daily.values, daily.figures, daily.spoken, strict=True
            )
        )
    for line in chart.lines:
        yield tuple(
            Target(line.ink, point.day, point.value, point.figures, point.spoken) for point in line.points
        )
        yield tuple(
            Target(line.ink, point.day, point.value, point.figures, point.spoken) for point in line.withdrawn
        )


def nearest_in_time(track: Track, day: float) -> int:
    """The place in a track of the value nearest to a day."""
    return min(range(len(track)), key=lambda place: abs(track[place].day - day))


def hit(
    found: Sequence[Track], upper: Plane, lower: Plane, x: float, y: float, reach: float
) -> tuple[int, int] | None:
    """Track and place of what is meant by a click at x, y: the column of a bar, or the nearest mark."""
    best: tuple[float, int, int] | None = None
    for number, track in enumerate(found):
        for place, target in enumerate(track):
            plane = upper if target.is_upper else lower
            if not plane.first <= target.day <= plane.last:
                continue
            across = abs(plane.x(target.day) - x)
            if across > max(reach, plane.x(target.day + target.half) - plane.x(target.day)):
                continue
            away = _away(target, plane, across, y)
            if away <= reach and (best is None or away < best[0]):
                best = (away, number, place)
    return None if best is None else best[1:]


def _away(target: Target, plane: Plane, across: float, y: float) -> float:
    """How far a click is from meaning a target, in pixels."""
    if target.half:
        within = plane.box.y <= y <= plane.box.bottom
        outside = max(across - (plane.x(target.day + target.half) - plane.x(target.day)), 0)
        return outside + across / 1000 if within else float("inf")
    return float((across**2 + (plane.y(target.value) - y) ** 2) ** 0.5)
