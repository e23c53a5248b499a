"""Case timelines for a talk: which cases an audience may be shown, and scenes of those that were chosen."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.charts.choice import ChartChoice, Subject, as_json
from desktop_app.charts.kinds import case_timelines
from desktop_app.domain.case_lines import events_by_case
from desktop_app.domain.cases import Case
from desktop_app.domain.refusals import Refusal
from desktop_app.services import talks
from desktop_app.ui.context import Context
from desktop_app.words.translate import _, _n

IN_A_SCENE = 4
"""Letters that a room can read leave room for so many people."""


def offered(context: Context) -> list[Case]:
    """The cases that an audience may be shown and that have something to draw, by their codes."""
    public = context.lens.public
    events = events_by_case(public)
    there = (case for case in public.every(Case) if events[case.id])
    return sorted(there, key=lambda case: (case.code, case.id))


def settings(cases: Sequence[str]) -> str:
    """What a scene of these cases keeps: their ids."""
    return as_json(ChartChoice(subject=Subject(cases=tuple(cases))))


def add_to_talk(context: Context, chosen: Sequence[Case]) -> bool:
    """Add the timelines of these cases to the talk, and say so; those not for an audience stay out.

    No title names a case: who is in a scene is decided anew whenever it is drawn.
    """
    allowed = {case.id for case in offered(context)}
    shown = [case.id for case in chosen if case.id in allowed]
    left_out = len(chosen) - len(shown)
    if not shown:
        context.notices.tell(_("Nothing added: no chosen case is for an audience and has events."))
        return False
    groups = [shown[at : at + IN_A_SCENE] for at in range(0, len(shown), IN_A_SCENE)]
    title = case_timelines.title()
    try:
        talks.add_charts(context.workspace, title, case_timelines.NAME, [settings(each) for each in groups])
    except Refusal as refusal:
        context.notices.refuse(refusal)
        return False
    count = len(groups)
    said = _n("Added to the talk: {n} scene", "Added to the talk: {n} scenes", count)
    said = said.format(n=context.formats.number(count))
    if left_out:
        kept = _n("{n} case is not for an audience", "{n} cases are not for an audience", left_out)
        said = _("{said}; {kept}").format(said=said, kept=kept.format(n=context.formats.number(left_out)))
    context.notices.tell(said, undo=True)
    return True
