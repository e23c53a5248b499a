"""What a person chose of the charts, kept in their settings from one day to the next."""

from __future__ import annotations

from desktop_app.charts.choice import ChartChoice, as_json, from_json, without_subject
from desktop_app.ui.settings import Settings

CHOSEN = "charts/choice"


def load(settings: Settings) -> ChartChoice:
    """The choice kept last; what is not there or cannot be read is as at first."""
    return without_subject(from_json(settings.text(CHOSEN)))


def keep(choice: ChartChoice, settings: Settings) -> None:
    """Keep the choice for the next time, without what it says of the workspace's numbers."""
    settings.set_text(CHOSEN, as_json(without_subject(choice)))
