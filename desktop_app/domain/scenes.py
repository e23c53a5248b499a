"""A saved chart, which is also one slide of a presentation: what is drawn, how, and as known on which day."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.dates import UNDATED, PartialDate
from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing


@dataclass(frozen=True, slots=True)
class Scene:
    """A chart with its settings. With `known_on` it is frozen: it shows what was known on that day."""

    id: str = field(default_factory=new_id)
    title: str = ""
    chart: str = ""
    """Name of the chart, as on the command line."""
    settings: str = ""
    """The chart's choices as one line of JSON; empty for those it starts with."""
    known_on: PartialDate = UNDATED
    """The pinned day; undated follows the window."""
    caption: str = ""
    place: int = 0
    """Order among the scenes, the lowest first."""
    note: str = ""
    """For the speaker; never shown to an audience."""
    sharing: Sharing = Sharing.CLEAR
    recorded: str = ""
