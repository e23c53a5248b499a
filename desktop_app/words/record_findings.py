"""Sentences for what the check finds between records: the arithmetic in full, and no verdict."""

from __future__ import annotations

from desktop_app.domain.checks.findings import Value
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Unit
from desktop_app.domain.sources import Source
from desktop_app.words.amount_sentences import amount
from desktop_app.words.finding_facts import Facts
from desktop_app.words.measure_words import measure as measure_name
from desktop_app.words.translate import _, _n


def range_or_two(facts: Facts) -> str:
    """Such as: 75 to 94 joins two values: 75 on 31 October 2025 and 94 on 5 November 2025."""
    return _("{low} to {high} joins two values: {low} on {low_day} and {high} on {high_day}.").format(
        low=facts.number("low"),
        high=facts.number("high"),
        low_day=facts.day("low_day"),
        high_day=facts.day("high_day"),
    )


def rival_values(facts: Facts) -> str:
    """Such as: From 7 to 10 November 2025 both 57 and 65 are given, 8 apart."""
    low, high = _both(facts)
    apart = (facts.plain("high") or 0) - (facts.plain("low") or 0)
    same_day = facts.value("start") == facts.value("end")
    if not apart:
        # More than 1,700, and 1,700.
        shape = _("From {start} to {end} both {low} and {high} are given, which do not overlap.")
        if same_day:
            shape = _("On {end} both {low} and {high} are given, which do not overlap.")
    elif same_day:
        shape = _("On {end} both {low} and {high} are given, {apart} apart.")
    else:
        shape = _("From {start} to {end} both {low} and {high} are given, {apart} apart.")
    return shape.format(
        start=facts.day("start"),
        end=facts.day("end"),
        low=low,
        high=high,
        apart=facts.formats.number(apart),
    )


def _both(facts: Facts) -> tuple[str, str]:
    """The two amounts with their comparators, the lower first."""
    found = [facts.view.get(Figure, id) for id in facts.finding.records]
    amounts = [figure.amount for figure in found if figure is not None and figure.amount.has_number]
    said = []
    for name in ("low", "high"):
        each = next((one for one in amounts if one.value == facts.plain(name)), None)
        said.append(facts.number(name) if each is None else amount(each, facts.formats))
        if each is not None:
            amounts.remove(each)
    return said[0], said[1]


def falls(facts: Facts) -> str:
    """Such as: The total goes from 65 on 7 November 2025 down to 57 on 10 November 2025, 8 fewer."""
    return _(
        "The total goes from {before} on {before_day} down to {after} on {after_day}, {less} fewer."
    ).format(
        before=facts.number("before"),
        before_day=facts.day("before_day"),
        after=facts.number("after"),
        after_day=facts.day("after_day"),
        less=facts.number("difference"),
    )


def bases_differ(facts: Facts) -> str:
    """Two totals with different beginnings, and what the share is from either."""
    begun = _(
        "{part} counts since {part_since}, {whole} since {whole_since}: {part} is {share} of {whole}"
    ).format(
        part=facts.number("part"),
        part_since=facts.day("part_since"),
        whole=facts.number("whole"),
        whole_since=facts.day("whole_since"),
        share=facts.percent("share"),
    )
    if facts.value("whole_from_part_since") is None:
        return _("{begun}.").format(begun=begun)
    return _("{begun}, and {share} of the {same} counted from {since} to {day}.").format(
        begun=begun,
        share=facts.percent("share_from_part_since"),
        same=facts.number("whole_from_part_since"),
        since=facts.day("part_since"),
        day=facts.day("whole_day"),
    )


def units_differ(facts: Facts) -> str:
    """Words that count another thing, or one person who was returned twice."""
    if "case" not in facts.finding.numbers:
        return _("The words count {stated}, the measure counts {counted}.").format(
            stated=_unit(facts.value("stated")), counted=_unit(facts.value("counted"))
        )
    times = facts.value("times")
    count = times if isinstance(times, int) else 2
    return _n(
        "Case {case} was returned {times} time by {day}: if {total} counts removals, it is {people} people "
        "at most.",
        "Case {case} was returned {times} times by {day}: if {total} counts removals, it is {people} people "
        "at most.",
        count,
    ).format(
        case=facts.value("case"),
        times=facts.number("times"),
        day=facts.day("total_day"),
        total=facts.number("total"),
        people=facts.number("people_at_most"),
    )


def _unit(value: Value) -> str:
    names = {
        Unit.PERSON.value: _("people"),
        Unit.BOAT.value: _("boats"),
        Unit.FLIGHT.value: _("flights"),
        Unit.REMOVAL.value: _("removals"),
        Unit.EVENT.value: _("events"),
    }
    return names.get(str(value), str(value))


def event_on_empty_day(facts: Facts) -> str:
    """Such as: The official series has 0 arrivals on 10 November 2025; on 9 November 2025 it has 349."""
    first = _("The official series counts nobody {days}").format(days=facts.stretch())
    if facts.value("nearest_day") is None:
        return _("{first}, nor in the week on either side.").format(first=first)
    return _("{first} (0); on {day} it counts {number}.").format(
        first=first, day=facts.day("nearest_day"), number=facts.number("nearest")
    )


def event_vs_total(facts: Facts) -> str:
    """Such as: Logged here by 10 November 2025: 2; as many are published (2)."""
    published = facts.between("published_low", "published_high")
    shape = (
        _("Logged here by {day}: {logged}; as many are published ({published}).")
        if facts.value("logged") == facts.value("published_high")
        else _("Logged here by {day}: {logged}; published: {published}.")
    )
    return shape.format(logged=facts.number("logged"), day=facts.day("day"), published=published)


def arithmetic(facts: Facts) -> str:
    """Such as: 50 a week make 2,600 a year (52 weeks), not 800; 800 a year are 15.4 a week."""
    if "mean" in facts.finding.numbers:
        return _(
            "{total} over {weeks} weeks ({first} to {last}) make {worked} a week; {mean} is given."
        ).format(
            total=facts.number("total"),
            weeks=facts.number("weeks"),
            first=facts.day("first"),
            last=facts.day("last"),
            worked=facts.number("worked_out"),
            mean=facts.number("mean"),
        )
    return _(
        "{week} a week make {product} in {weeks} weeks; {year} a year are given, which is {less} a week."
    ).format(
        week=facts.number("per_week"),
        product=facts.number("product"),
        weeks=facts.number("weeks"),
        year=facts.number("per_year"),
        less=facts.number("per_year_a_week"),
    )


def single_source(facts: Facts) -> str:
    """Such as: 153 goes back to one origin alone: The British Eye."""
    origin = str(facts.value("origin") or "")
    source = facts.view.get(Source, origin)
    name = source.short_name if source is not None else origin
    cited = facts.value("cited")
    if isinstance(cited, int) and cited > 1:
        return _("{value} goes back to one origin, {origin}, though {cited} sources give it.").format(
            value=facts.number("value"), origin=name, cited=facts.number("cited")
        )
    return _("{value} goes back to one origin alone: {origin}.").format(
        value=facts.number("value"), origin=name
    )


def unconfirmed(facts: Facts) -> str:
    """Such as: It is called confirmed by independent sources, but its citations go back to 1 origin."""
    origins = facts.value("origins")
    count = origins if isinstance(origins, int) else 0
    return _n(
        "It is called confirmed by independent sources; its citations go back to {number} origin.",
        "It is called confirmed by independent sources; its citations go back to {number} origins.",
        count,
    ).format(number=facts.number("origins"))


def ahead(facts: Facts) -> str:
    """Such as: It was published on 1 May 2025, before 3 May 2025, the first day that it is about."""
    return _("It was published on {published}, before {first}, the first day that it is about.").format(
        published=facts.day("published"), first=facts.day("first")
    )


def old(facts: Facts) -> str:
    """Such as: The last number of people returned to France is of 10 June 2026, more than 60 days ago."""
    return _("{measure}: the last number is of {day}, more than {days} days ago.").format(
        measure=measure_name(facts.measure(str(facts.value("measure") or ""))),
        day=facts.day("day"),
        days=facts.number("days"),
    )
