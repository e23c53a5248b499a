"""Saved charts on the command line: by their titles, as far as they are public."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from desktop_app.charts import registry
from desktop_app.domain import talk
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import SafeToShow, View
from desktop_app.services import scenes

MOST_NEAR = 4
"""So many titles are offered for one that is not there."""


def listed(view: View) -> Sequence[Scene]:
    """The saved charts that an audience may see, in their order; scenes of words alone are no charts."""
    return [scene for scene in scenes.saved(SafeToShow(view)) if not talk.is_text(scene)]


def called(view: View, name: str) -> Scene | None:
    """The saved chart of this title; None where a chart of Evenhand's own has the name, for that one wins.

    Refuses with titles that are near where there is neither.
    """
    if registry.named(name) is not None:
        return None
    there = listed(view)
    same = [scene for scene in there if scene.title == name]
    same += [scene for scene in there if scene.title.casefold() == name.casefold()]
    if same:
        return same[0]
    names = registry.names()
    titles = {scene.title.casefold(): scene.title for scene in there}
    titles |= {own: own for own in names}
    near = get_close_matches(name.casefold(), titles, MOST_NEAR)
    near += [low for low in titles if name.casefold() in low and low not in near][: MOST_NEAR - len(near)]
    if not near:
        raise Refusal(RefusalCode.UNKNOWN_CHART, name=name, known=", ".join(names))
    raise Refusal(RefusalCode.UNKNOWN_TITLE, name=name, near=", ".join(titles[low] for low in near))
