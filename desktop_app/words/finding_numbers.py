"""The arithmetic of a finding as a small table: what each number is, and the number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from desktop_app.domain.checks.findings import Finding, Value
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import Unit
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.words.amount_sentences import interval
from desktop_app.words.finding_facts import Facts
from desktop_app.words.formats import Formats, percent
from desktop_app.words.labels import label
from desktop_app.words.measure_words import measure as measure_name
from desktop_app.words.translate import _

Words = Callable[[], str]

_ENDS = {"claimed_low": "claimed_high", "counted_low": "counted_high", "published_low": "published_high"}
_PERCENT = frozenset({"growth", "growth_then", "share", "share_from_part_since"})
_MEASURES = frozenset({"measure", "part_measure", "whole_measure"})
_UNSAID = frozenset({"said", *_ENDS.values()})


def rows(finding: Finding, view: View, formats: Formats) -> list[tuple[str, str]]:
    """Name and value of each number of a finding that is known, in the order of its arithmetic."""
    facts = Facts(finding, view, formats)
    found = []
    for name, value in finding.numbers.items():
        words = _range(facts, name) if name in _ENDS else _value(facts, name, value)
        if words and name not in _UNSAID and name in NAMES:
            found.append((NAMES[name](), words))
    return found


def _range(facts: Facts, low: str) -> str:
    ends = Interval(facts.plain(low), facts.plain(_ENDS[low]))
    if ends.low is None and ends.high is None:
        return ""
    if low == "claimed_low" and facts.value("claimed") is not None and ends.is_exact:
        return ""
    return interval(ends, facts.formats)


def _value(facts: Facts, name: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return facts.formats.long_day(value)
    if isinstance(value, int | Decimal):
        return percent(value, facts.formats) if name in _PERCENT else facts.formats.number(value)
    if name in _MEASURES:
        return measure_name(facts.measure(value))
    if value in list(Unit):
        return label(Unit(value))
    source = facts.view.get(Source, value) if name == "origin" else None
    return value if source is None else source.short_name


NAMES: Mapping[str, Words] = {
    "after": lambda: _("Later total"),
    "after_day": lambda: _("On"),
    "before": lambda: _("Earlier total"),
    "before_day": lambda: _("On"),
    "case": lambda: _("Case"),
    "cited": lambda: _("Sources that give it"),
    "claimed": lambda: _("Given"),
    "claimed_day": lambda: _("Given for"),
    "claimed_low": lambda: _("Given, as a range"),
    "counted": lambda: _("Counted"),
    "counted_low": lambda: _("Counted"),
    "day": lambda: _("Day"),
    "days": lambda: _("Days after which a number is old"),
    "difference": lambda: _("Difference"),
    "end": lambda: _("To"),
    "equals_day": lambda: _("Equals the total on"),
    "first": lambda: _("From"),
    "fits_day": lambda: _("Fits growth to"),
    "growth": lambda: _("Growth to that day"),
    "growth_then": lambda: _("Growth then"),
    "high": lambda: _("Higher value"),
    "high_day": lambda: _("On"),
    "last": lambda: _("To"),
    "likely": lambda: _("Likely meant"),
    "likely_day": lambda: _("Likely day"),
    "logged": lambda: _("Logged in cases"),
    "low": lambda: _("Lower value"),
    "low_day": lambda: _("On"),
    "mean": lambda: _("Mean given"),
    "measure": lambda: _("Measure"),
    "nearest": lambda: _("Counted on that day"),
    "nearest_day": lambda: _("Nearest day with any"),
    "origin": lambda: _("Origin"),
    "origins": lambda: _("Origins"),
    "part": lambda: _("Part"),
    "part_day": lambda: _("Part counted to"),
    "part_measure": lambda: _("Part: measure"),
    "part_since": lambda: _("Part counted since"),
    "passed_day": lambda: _("Passed on"),
    "people_at_most": lambda: _("People at most"),
    "per_week": lambda: _("A week"),
    "per_year": lambda: _("A year, as given"),
    "per_year_a_week": lambda: _("That a year is, a week"),
    "product": lambda: _("Multiplied"),
    "published": lambda: _("Published on"),
    "published_low": lambda: _("Published"),
    "recorded_day": lambda: _("Total recorded for"),
    "share": lambda: _("Share"),
    "share_from_part_since": lambda: _("Share, both since then"),
    "since": lambda: _("Counted since"),
    "start": lambda: _("From"),
    "stated": lambda: _("Stated"),
    "threshold": lambda: _("Threshold"),
    "times": lambda: _("Times returned"),
    "total": lambda: _("Total"),
    "total_before": lambda: _("Total a year before"),
    "total_day": lambda: _("Total of"),
    "total_on_claimed_day": lambda: _("Total on the day given"),
    "total_on_passed_day": lambda: _("Total on that day"),
    "value": lambda: _("Value"),
    "weeks": lambda: _("Weeks"),
    "whole": lambda: _("Whole"),
    "whole_day": lambda: _("Whole counted to"),
    "whole_from_part_since": lambda: _("Whole, counted since the part is"),
    "whole_measure": lambda: _("Whole: measure"),
    "whole_since": lambda: _("Whole counted since"),
    "worked_out": lambda: _("Worked out"),
}
