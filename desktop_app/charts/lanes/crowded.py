"""Many low rows made ready for drawing: what does not change while the days move."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from desktop_app.charts.lanes import outlines as of
from desktop_app.charts.lanes.folding import Folds
from desktop_app.charts.lanes.outlines import Gathered, Numbers, Places


@dataclass(frozen=True, eq=False)
class Crowded:
    """Rows gathered for an axis: everything about them that does not change when the days move."""

    gathered: Gathered
    points: Numbers
    """The place of the middle of each mark's first day."""
    by_form: tuple[tuple[Places, Numbers], ...]
    """For each form its marks that stand at one day, in the order of their places, and those places."""
    spans: Places
    """The marks that do not stand at one day, those to be painted last at the end."""
    span_from: Numbers
    span_to: Numbers
    """The places where the first day of each of `spans` begins, and where its last day ends."""
    stays: Numbers
    """Places of POSSIBLE_FROM, SOLID_FROM, SOLID_TO and POSSIBLE_TO, a column each."""


def crowded(gathered: Gathered, folds: Folds) -> Crowded:
    """These rows with their days as places of the axis."""
    points = folds.placed(gathered.starts)
    forms, is_point = gathered.marks[:, of.FORM], gathered.extents <= of.ABOUT
    by_form = []
    for form in range(len(of.FORMS)):
        marks = np.flatnonzero(is_point & (forms == form))
        marks = marks[np.argsort(points[marks], kind="stable")]
        by_form.append((marks, points[marks]))
    spans = np.flatnonzero(~is_point)
    spans = spans[np.argsort(forms[spans], kind="stable")]
    # What is not known begins after the last day, or ends before the first one: nothing is drawn of it.
    never = {
        of.POSSIBLE_FROM: math.inf,
        of.SOLID_FROM: math.inf,
        of.SOLID_TO: -math.inf,
        of.POSSIBLE_TO: -math.inf,
    }
    stays = [
        np.where(np.isnan(gathered.stays[:, at]), none, gathered.stays[:, at]) for at, none in never.items()
    ]
    return Crowded(
        gathered,
        points,
        tuple(by_form),
        spans,
        folds.placed(gathered.starts[spans] - 0.5),
        folds.placed(gathered.ends[spans] + 0.5),
        np.stack([folds.placed(column) for column in stays], axis=1),
    )
