"""Sets a briefing out in blocks: charts, numbers, what happened, who said what, and the method."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.services.briefings.blocks import Block, Bullets, Document, Grid, Heading, Picture, Text
from desktop_app.services.briefings.content import Briefing, Number, Side, Topic, Words
from desktop_app.words.translate import _

BESIDE = 3
"""So many readings stand beside each other in one table; more go on in the next."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart, with its words; one without a picture has nothing to draw, and its headline says why."""

    headline: str
    subtitle: str
    footer: str
    picture: Picture | None


def document(briefing: Briefing, charts: Sequence[Drawn], language: str, today: date) -> Document:
    """The whole briefing."""
    blocks: list[Block] = [
        *(Text(words) for words in (briefing.between, briefing.as_of) if words),
        Text(briefing.made, is_quiet=True),
    ]
    for parts in (_charts(charts), _numbers(briefing), _happenings(briefing), _topics(briefing.topics)):
        blocks += parts
    blocks += [Heading(2, _("Method")), Bullets(briefing.method)]
    if briefing.sources:
        blocks += [Heading(2, _("Sources")), Bullets(briefing.sources)]
    subject = " ".join(part for part in (briefing.as_of, _("Sources are named with every number.")) if part)
    return Document(briefing.title, language, subject, today.isoformat(), tuple(blocks))


def _charts(charts: Sequence[Drawn]) -> Iterable[Block]:
    if charts:
        yield Heading(2, _("Charts"))
    for chart in charts:
        yield Heading(3, chart.headline)
        if chart.subtitle:
            yield Text(chart.subtitle)
        if chart.picture is not None:
            yield chart.picture
        if chart.footer:
            yield Text(chart.footer, is_quiet=True)


def _numbers(briefing: Briefing) -> Iterable[Block]:
    yield Heading(2, _("Figures"))
    if not briefing.numbers:
        yield Text(_("No figure is known."))
        return
    yield Grid(
        _("The latest figures, with their sources and grades"),
        (
            _("What is counted"),
            _("Number"),
            _("As at"),
            _("Standing"),
            _("Who says it"),
            _("Sources and grades"),
        ),
        tuple(
            ((n.counted,), (n.value,), (n.as_at,), (n.standing,), (n.who,), (n.sources,))
            for n in briefing.numbers
        ),
        widths=(22, 11, 15, 15, 17, 20),
    )
    if briefing.balance:
        yield Text(briefing.balance)
    for number in briefing.numbers:
        yield from _readings(number)


def _readings(number: Number) -> Iterable[Block]:
    """All readings of a number beside each other, where they cannot all be right."""
    if number.readings:
        yield Heading(3, _("Where sources differ: {counted}").format(counted=number.counted))
    for start in range(0, len(number.readings), BESIDE):
        some = number.readings[start : start + BESIDE]
        yield Grid(
            _("{counted}: readings beside each other").format(counted=number.counted),
            ("", *(said.who for said in some)),
            (
                ((_("Number"),), *((said.number,) for said in some)),
                ((_("As at"),), *((said.as_at,) for said in some)),
                ((_("Published"),), *((said.published,) for said in some)),
                ((_("Sources and grades"),), *((said.sources,) for said in some)),
            ),
        )


def _happenings(briefing: Briefing) -> Iterable[Block]:
    if not briefing.happenings:
        return
    yield Heading(2, _("What happened"))
    yield Grid(
        _("The scheme's events in order of date"),
        (_("When"), _("What"), _("Verification"), _("Sources and grades")),
        tuple(((h.when,), (h.what,), (h.verified,), (h.sources,)) for h in briefing.happenings),
        widths=(17, 40, 16, 27),
    )


def _topics(topics: Sequence[Topic]) -> Iterable[Block]:
    if topics:
        yield Heading(2, _("Statements"))
    for topic in topics:
        yield Heading(3, topic.title)
        yield Grid(
            _("Statements on: {topic}").format(topic=topic.title),
            tuple(side.heading for side in topic.sides),
            (tuple(map(_side, topic.sides)),),
            has_row_headings=False,
        )


def _side(side: Side) -> tuple[str, ...]:
    """Every side in the same form, an empty one too."""
    return tuple(line for words in side.said for line in _said(words)) or (_("No statement recorded."),)


def _said(words: Words) -> tuple[str, str]:
    about = (words.speaker, words.when, words.sources)
    return words.words, _("— {about}").format(about=_(" · ").join(part for part in about if part))
