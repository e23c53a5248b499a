"""What a chart can be asked for, as one value: page, presenter, exports, briefing and terminal draw by it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from desktop_app.charts.kinds.comparison import EVERYTHING, SINCE_START, Show
from desktop_app.charts.periods import Period, Preset
from desktop_app.domain.scenario import ASSUMED, Assumption

EVERY_DAY = Period(Preset.ALL)
_NO_DAY = (None, None)


class Scale(StrEnum):
    """How returns and arrivals are set against each other; never on two axes in one panel."""

    PANELS = "panels"
    """Each in a panel of its own, with its own axis from zero."""
    ONE_AXIS = "one-axis"
    """Totals since the same start, in one panel on one axis from zero."""
    LOG = "log"
    """The same on an axis whose every step is ten times the one before."""


class Per(StrEnum):
    """Of which stretch of days a pace is taken."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Subject:
    """Which of a workspace's numbers a chart is about; empty is what the chart itself would take.

    It belongs into the workspace: a person's settings, which no passphrase protects, never hold it.
    """

    figure: str = ""
    """Id of a figure whose vintages are drawn: of its first publication, which is known earliest."""
    measure: str = ""
    """Code of the measure of which it is asked who says what."""
    days: tuple[date, date] | None = None
    """The days of which that is asked, both included."""
    cases: tuple[str, ...] = ()
    """Ids of the cases whose timelines are drawn, in their order; empty for all."""


NOTHING_NAMED = Subject()


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """All that can be chosen; each chart takes from it what concerns it."""

    period: Period = SINCE_START
    show: Show = EVERYTHING
    assumed: Assumption = ASSUMED
    """What a scenario supposes."""
    scale: Scale = Scale.PANELS
    per: Per = Per.WEEK
    subject: Subject = NOTHING_NAMED


AT_FIRST = ChartChoice()


def as_json(choice: ChartChoice) -> str:
    """The choice as one line of JSON, for a saved chart: what is as at first is mostly left out."""
    shown = [field.name for field in fields(Show) if getattr(choice.show, field.name)]
    period, subject = choice.period, choice.subject
    kept: dict[str, object] = {
        "period": "/".join((period.preset.value, *_ends(period.first, period.last))),
        "shown": shown,
    }
    if choice.assumed != ASSUMED:
        kept["scenario"] = f"{choice.assumed.percent}/{choice.assumed.weeks}"
    if choice.scale is not AT_FIRST.scale:
        kept["scale"] = choice.scale.value
    if choice.per is not AT_FIRST.per:
        kept["per"] = choice.per.value
    if subject.figure:
        kept["figure"] = subject.figure
    if subject.measure:
        kept["measure"] = subject.measure
    if subject.days is not None:
        kept["days"] = "/".join(_ends(*subject.days))
    if subject.cases:
        kept["cases"] = list(subject.cases)
    return json.dumps(kept)


def from_json(text: str) -> ChartChoice:
    """The choice of a saved chart; what is not there or cannot be read is as at first."""
    try:
        kept = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return AT_FIRST
    if not isinstance(kept, dict):
        return AT_FIRST
    shown = kept.get("shown", ())
    names = [name for name in shown if isinstance(name, str)] if isinstance(shown, list) else []
    scale, per = _text(kept, "scale"), _text(kept, "per")
    return ChartChoice(
        _period(_text(kept, "period")),
        _show(names),
        _assumed(_text(kept, "scenario")),
        Scale(scale) if scale in list(Scale) else AT_FIRST.scale,
        Per(per) if per in list(Per) else AT_FIRST.per,
        Subject(_text(kept, "figure"), _text(kept, "measure"), _span(_text(kept, "days")), _cases(kept)),
    )


def without_subject(choice: ChartChoice) -> ChartChoice:
    """The choice without anything that comes from a workspace."""
    return replace(choice, subject=NOTHING_NAMED)


def _text(kept: Mapping[str, object], key: str) -> str:
    value = kept.get(key, "")
    return value if isinstance(value, str) else ""


def _cases(kept: Mapping[str, object]) -> tuple[str, ...]:
    """The ids, each once."""
    ids = kept.get("cases", ())
    found = [id for id in ids if isinstance(id, str)] if isinstance(ids, list) else []
    return tuple(dict.fromkeys(found))


def _ends(first: date | None, last: date | None) -> tuple[str, str]:
    return first.isoformat() if first else "", last.isoformat() if last else ""


def _days(ends: list[str]) -> list[date | None]:
    days: list[date | None] = list(_NO_DAY)
    for place, end in enumerate(ends[:2]):
        with suppress(ValueError):
            days[place] = date.fromisoformat(end)
    return days


def _span(text: str) -> tuple[date, date] | None:
    first, last = _days(text.split("/"))
    return None if first is None or last is None or last < first else (first, last)


def _period(text: str) -> Period:
    preset, *ends = text.split("/")
    return Period(Preset(preset), *_days(ends)) if preset in list(Preset) else SINCE_START


def _assumed(text: str) -> Assumption:
    percent, _slash, weeks = text.partition("/")
    try:
        return Assumption(Decimal(percent), int(weeks))
    except (ValueError, InvalidOperation):
        return ASSUMED


def _show(shown: list[str]) -> Show:
    show = Show(**{field.name: field.name in shown for field in fields(Show)})
    return show if show.arrivals or show.returned or show.admitted else EVERYTHING
