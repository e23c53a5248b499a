"""Which days and what of the chart a person chose, kept from one day to the next."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation

from desktop_app.charts.comparison import EVERYTHING, SINCE_START, Show
from desktop_app.charts.periods import Period, Preset
from desktop_app.domain.scenario import ASSUMED, Assumption
from desktop_app.ui.settings import Settings

PERIOD = "charts/period"
SHOWN = "charts/shown"
SUPPOSED = "charts/scenario"
EVERY_DAY = Period(Preset.ALL)


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """What the page draws; the presenter and exports draw the same."""

    period: Period = SINCE_START
    show: Show = EVERYTHING
    assumed: Assumption = ASSUMED
    """What a scenario supposes."""


def load(settings: Settings) -> ChartChoice:
    """The choice kept last; what is not there or cannot be read is as at first."""
    assumed = _assumed(settings.text(SUPPOSED))
    return ChartChoice(_period(settings.text(PERIOD)), _show(settings.text(SHOWN)), assumed)


def keep(choice: ChartChoice, settings: Settings) -> None:
    """Keep the choice for the next time."""
    period = choice.period
    ends = (end.isoformat() if end else "" for end in (period.first, period.last))
    settings.set_text(PERIOD, "/".join((period.preset.value, *ends)))
    shown = (field.name for field in fields(Show) if getattr(choice.show, field.name))
    settings.set_text(SHOWN, " ".join(shown))
    settings.set_text(SUPPOSED, _assumed_text(choice.assumed))


def as_json(choice: ChartChoice) -> str:
    """The choice as one line of JSON, for a saved chart."""
    period = choice.period
    shown = [field.name for field in fields(Show) if getattr(choice.show, field.name)]
    ends = [end.isoformat() if end else "" for end in (period.first, period.last)]
    kept: dict[str, object] = {"period": "/".join((period.preset.value, *ends)), "shown": shown}
    if choice.assumed != ASSUMED:
        kept["scenario"] = _assumed_text(choice.assumed)
    return json.dumps(kept)


def from_json(text: str) -> ChartChoice:
    """The choice of a saved chart; what cannot be read is as at first."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return ChartChoice()
    if not isinstance(kept, dict):
        return ChartChoice()
    shown = kept.get("shown", ())
    names = [name for name in shown if isinstance(name, str)] if isinstance(shown, list) else []
    assumed = _assumed(str(kept.get("scenario", "")))
    return ChartChoice(_period(str(kept.get("period", ""))), _show(" ".join(names)), assumed)


def _period(text: str) -> Period:
    preset, *ends = text.split("/")
    if preset not in list(Preset):
        return SINCE_START
    days: list[date | None] = [None, None]
    for place, end in enumerate(ends[:2]):
        with suppress(ValueError):
            days[place] = date.fromisoformat(end)
    return Period(Preset(preset), *days)


def _assumed_text(assumed: Assumption) -> str:
    return f"{assumed.percent}/{assumed.weeks}"


def _assumed(text: str) -> Assumption:
    percent, _slash, weeks = text.partition("/")
    try:
        return Assumption(Decimal(percent), int(weeks))
    except (ValueError, InvalidOperation):
        return ASSUMED


def _show(text: str) -> Show:
    shown = text.split()
    show = Show(**{field.name: field.name in shown for field in fields(Show)})
    return show if show.arrivals or show.returned or show.admitted else EVERYTHING
