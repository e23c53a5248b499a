"""The command that shows cases: one line for each, or one of them whole."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from desktop_app.commands import case_facts
from desktop_app.commands.answering import say, say_json
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain import clocks
from desktop_app.domain.cases import Case
from desktop_app.domain.clocks import Clock
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.rules import Rule
from desktop_app.domain.timeline import Timeline
from desktop_app.services import signing
from desktop_app.words import case_words, clock_words, date_sentences, event_labels
from desktop_app.words.formats import PlainFormats
from desktop_app.words.translate import _, _n

if TYPE_CHECKING:
    from desktop_app.domain.views import View


def case(options: argparse.Namespace) -> int:
    """Print one case, or without a code a line for each."""
    from desktop_app.commands import looking
    from desktop_app.services.cases import timelines
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(unlocked(options))) as workspace:
        view = looking.view(workspace, options)
        lines = timelines(view)
        every = sorted(view.every(Case), key=_by_code)
        if options.code is None:
            _list([(each, lines[each.id]) for each in every], as_json=options.json)
            return 0
        chosen = _named(every, options.code)
        findings = _findings(chosen, lines[chosen.id], view, options)
        ran = clocks.of(lines[chosen.id], view.every(Rule), looking.seen(options).day or signing.today())
        answer = case_facts.whole(chosen, lines[chosen.id], ran, findings, view, PlainFormats())
    if options.json:
        say_json(answer)
    else:
        _tell(chosen, lines[chosen.id], ran, answer)
    return 0


def _by_code(case: Case) -> tuple[str, str]:
    return case.code.casefold(), case.id


def _named(every: list[Case], code: str) -> Case:
    wanted = code.strip().casefold()
    for each in every:
        if wanted and wanted in (each.code.casefold(), each.id.casefold()):
            return each
    raise Refusal(RefusalCode.UNKNOWN_CASE, name=code)


def _findings(
    case: Case, timeline: Timeline, view: View, options: argparse.Namespace
) -> list[dict[str, Any]]:
    """What the check finds about the case, answered as the check itself answers it."""
    from desktop_app.commands import checking, looking
    from desktop_app.domain.checks.check import check
    from desktop_app.domain.checks.findings import accepted

    ids = case_facts.concerned(case, timeline)
    found = check(view, looking.seen(options).day or signing.today())
    mine = [each for each in found if not ids.isdisjoint(each.records)]
    return checking.answers(mine, accepted(view, mine), view)


def _list(cases: list[tuple[Case, Timeline]], *, as_json: bool) -> None:
    if as_json:
        say_json([case_facts.brief(each, timeline) for each, timeline in cases])
        return
    rows = []
    for each, timeline in cases:
        parts = (each.description, case_words.durations(timeline, PlainFormats()))
        counted = _counted(timeline)
        rows.append((each.code, counted, " · ".join(part for part in parts if part)))
    for line in _columns(rows):
        say(line)


def _counted(timeline: Timeline) -> str:
    number = PlainFormats().number
    events = len(timeline.events)
    return _("{events}, {cycles}").format(
        events=_n("{n} event", "{n} events", events).format(n=number(events)),
        cycles=_n("{n} cycle", "{n} cycles", timeline.cycles).format(n=number(timeline.cycles)),
    )


def _tell(case: Case, timeline: Timeline, ran: Sequence[Clock], answer: dict[str, Any]) -> None:
    """A case for a reader: its events, its stays, its clocks, and what does not fit."""
    formats = PlainFormats()
    nationality = case.nationality if case.nationality not in case.description else ""
    head = (case.code, case.description, nationality, _counted(timeline))
    say(" · ".join(part for part in head if part))
    rows = []
    for event, facts in zip(timeline.events, answer["events"], strict=True):
        names = [source["name"] for source in facts["sources"] if source["name"]]
        rows.append(
            (
                date_sentences.date(event.date, formats),
                event_labels.event_kind(event.kind),
                event_labels.verification(event.verification),
                event.place,
                "; ".join(dict.fromkeys(names)),
            )
        )
    for line in _columns(rows):
        say(f"  {line}")
    _tell_stays(timeline, formats)
    _tell_clocks(ran, formats)
    _tell_found(answer)


def _tell_stays(timeline: Timeline, formats: PlainFormats) -> None:
    between = _("{days} from {first} to {then}")
    said = [
        between.format(
            days=date_sentences.day_range(stay.length),
            first=case_words.named(stay.begin, formats),
            then=case_words.named(stay.end, formats),
        )
        for stay in timeline.stays
        if stay.end is not None
    ]
    if said:
        say("")
        say(_("How long"))
    for line in said:
        say(f"  {line}")


def _tell_clocks(ran: Sequence[Clock], formats: PlainFormats) -> None:
    rows = [
        (
            clock.rule.title,
            clock.rule.version,
            clock_words.limit(clock.rule, formats),
            clock_words.event(clock.start, formats),
            clock_words.took(clock),
            clock_words.result(clock, formats),
        )
        for clock in ran
    ]
    if rows:
        say("")
        say(_("Clocks"))
    for line in _columns(rows):
        say(f"  {line}")


def _tell_found(answer: dict[str, Any]) -> None:
    found = [each["message"] for each in answer["doubts"]]
    found += [each["message"] for each in answer["findings"] if "accepted" not in each]
    if found:
        say("")
        say(_("To look at"))
    for message in dict.fromkeys(found):
        say(f"  {message}")


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows with their cells under each other; columns that are empty throughout are left out."""
    if not rows:
        return []
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True) if width).rstrip()
        for row in rows
    ]
