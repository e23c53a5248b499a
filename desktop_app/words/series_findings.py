"""Sentences for what the check finds by the official series: the arithmetic in full, and no verdict."""

from __future__ import annotations

from desktop_app.words.finding_facts import Facts
from desktop_app.words.translate import _


def fits_other_day(facts: Facts) -> str:
    """Such as: 38,726 is the total to 8 November 2025; to 9 November 2025 it is 39,075, 349 more."""
    shape = (
        _("{claimed} is the total to {equals}; to {day} it is {total}, {difference} more.")
        if facts.sign("difference") > 0
        else _("{claimed} is the total to {equals}; to {day} it is {total}, {difference} fewer.")
    )
    return shape.format(
        claimed=facts.number("claimed"),
        equals=facts.day("equals_day"),
        day=facts.day("claimed_day"),
        total=facts.number("total_on_claimed_day"),
        difference=facts.number("difference"),
    )


def consistent(facts: Facts) -> str:
    """Such as: The official series counts 1,772 from 6 to 8 November 2025: more than 1,700 fits."""
    if "growth" in facts.finding.numbers:
        return _(
            "To {day} growth was {growth}, {total} against {before} a year earlier: {claimed} fits."
        ).format(
            claimed=facts.claimed(),
            day=facts.day("day"),
            growth=facts.percent("growth"),
            total=facts.number("total"),
            before=facts.number("total_before"),
        )
    if "recorded_day" in facts.finding.numbers:
        shape = (
            _("The total recorded for {recorded} is {counted} as well.")
            if _is_exact(facts)
            else _("The total recorded for {recorded} is {counted}: {claimed} fits.")
        )
    elif facts.value("counted_low") != facts.value("counted_high"):
        shape = _("{days} the official series counts {counted}, depending on the days meant: {claimed} fits.")
    elif _is_exact(facts):
        shape = _("The official series counts {counted} {days} as well.")
    else:
        shape = _("The official series counts {counted} {days}: {claimed} fits.")
    return _sentence(_filled(shape, facts))


def _is_exact(facts: Facts) -> bool:
    return facts.value("claimed_low") == facts.value("claimed_high")


def inconsistent(facts: Facts) -> str:
    """Such as: 28,436 is given from 1 January to 7 December 2025; the series counts 39,292, 10,856 more."""
    if "growth" in facts.finding.numbers:
        return stale_growth(facts)
    if "above" in facts.finding.numbers or "below" in facts.finding.numbers:
        return _sentence(_no_day(facts))
    more, exact = facts.sign("difference") < 0, _is_exact(facts)
    if "recorded_day" in facts.finding.numbers:
        shape = (
            _("{claimed} is given for {last}; the total recorded for {recorded} is {counted}, {by} more.")
            if more
            else _(
                "{claimed} is given for {last}; the total recorded for {recorded} is {counted}, {by} fewer."
            )
        )
    elif not exact:
        shape = _("{claimed} is given {days}; the official series counts {counted}, {by} outside that.")
    elif more:
        shape = _("{claimed} is given {days}; the official series counts {counted}, {by} more.")
    else:
        shape = _("{claimed} is given {days}; the official series counts {counted}, {by} fewer.")
    return _sentence(_filled(shape, facts))


def _filled(shape: str, facts: Facts) -> str:
    return shape.format(
        claimed=facts.claimed(),
        days=facts.stretch(),
        last=facts.day("last"),
        counted=facts.counted(),
        recorded=facts.day("recorded_day"),
        by=facts.number("difference"),
    )


def _sentence(text: str) -> str:
    """With a capital at its beginning, which may be "more than 1,700" or "from 6 November"."""
    return text[:1].upper() + text[1:]


def _no_day(facts: Facts) -> str:
    """A total that no whole day gives."""
    begun = _("No whole day gives {claimed} from {first}:").format(
        claimed=facts.claimed(), first=facts.day("first")
    )
    parts = [
        _("to {day} it is {number}").format(day=facts.day(f"{side}_day"), number=facts.number(side))
        for side in ("below", "above")
        if facts.value(side) is not None
    ]
    return _("{begun} {parts}.").format(begun=begun, parts=_(", ").join(parts))


def near_miss(facts: Facts) -> str:
    """Such as: 37,734 is given for 18 October 2025, where the series has 36,734: one digit apart."""
    if facts.value("claimed") == facts.value("likely"):
        return _(
            "{claimed} is given for {day}, where the series has {counted}; it has {claimed} on {other}."
        ).format(
            claimed=facts.number("claimed"),
            day=facts.day("claimed_day"),
            counted=facts.number("counted"),
            other=facts.day("likely_day"),
        )
    if facts.value("claimed_day") == facts.value("likely_day"):
        shape = _("{claimed} is given for {day}, where the series has {likely}: the two differ by one slip.")
    else:
        shape = _(
            "{claimed} is given for {day}, where the series has {counted}; on {other} it has {likely}, "
            "which differs by one slip."
        )
    return shape.format(
        claimed=facts.number("claimed"),
        day=facts.day("claimed_day"),
        counted=facts.number("counted"),
        likely=facts.number("likely"),
        other=facts.day("likely_day"),
    )


def passed_on(facts: Facts) -> str:
    """Such as: 30,000 was passed on 6 September 2025, when it was 30,104; it is said of ..."""
    return _(
        "{threshold} was passed on {passed}, when the total since {since} was {total}; "
        "it is said of {day}, when it was {then}."
    ).format(
        threshold=facts.number("threshold"),
        passed=facts.day("passed_day"),
        since=facts.day("since"),
        total=facts.number("total_on_passed_day"),
        day=facts.day("claimed_day"),
        then=facts.number("total_on_claimed_day"),
    )


def stale_growth(facts: Facts) -> str:
    """Such as: nearly 50% fits growth to 31 July 2025 (50.5%); to 9 November 2025 it was 19.5%, ..."""
    now = {
        "claimed": facts.claimed(),
        "day": facts.day("day"),
        "growth": facts.percent("growth"),
        "total": facts.number("total"),
        "before": facts.number("total_before"),
    }
    if facts.value("fits_day") is None:
        return _sentence(
            _(
                "{claimed} is given; to {day} growth was {growth}, {total} against {before} a year earlier."
            ).format(**now)
        )
    return _sentence(
        _(
            "{claimed} fits growth to {fits} ({then}); to {day} it was {growth}, {total} against {before} "
            "a year earlier."
        ).format(**now, fits=facts.day("fits_day"), then=facts.percent("growth_then"))
    )
