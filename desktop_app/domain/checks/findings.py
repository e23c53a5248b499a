"""What the check finds: a code, the records it is about, and the numbers that show why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.views import View

Value = int | Decimal | str | date | None
Numbers = Mapping[str, Value]


class Code(StrEnum):
    """What was found. Each has a title, a reason and a sentence in `words.findings`."""

    FITS_OTHER_DAY = "fits_other_day"
    """A running total that the series has on another day. claimed, claimed_day, since, equals_day,
    total_on_claimed_day, difference."""
    INCONSISTENT = "inconsistent"
    """Outside what the series gives. claimed, claimed_low, claimed_high, first, last, counted_low,
    counted_high, difference (claimed less counted, between the ends that are nearest)."""
    NEAR_MISS = "near_miss"
    """Equal to the series but for one digit, or for a day. claimed, claimed_day, counted, likely, likely_day,
    since (of a running total)."""
    STALE_GROWTH = "stale_growth"
    """A growth rate that fits an earlier day. claimed, fits_day, growth_then, day, growth, total,
    total_before, measure."""
    RANGE_OR_TWO = "range_or_two"
    """A range whose ends are two dated values. low, low_day, high, high_day."""
    RIVAL_VALUES = "rival_values"
    """Values of one thing that cannot both be. low, high, start, end."""
    FALLS = "falls"
    """A running total below the one before. before, before_day, after, after_day, difference."""
    BASES_DIFFER = "bases_differ"
    """A ratio of numbers counted from different days. part, part_since, part_day, whole, whole_since,
    whole_day, share, whole_from_part_since, share_from_part_since (shares in percent), part_measure,
    whole_measure."""
    UNITS_DIFFER = "units_differ"
    """Numbers of different things put together. stated, counted (units); or case, times, total, total_day,
    people_at_most where one person was returned more than once."""
    EVENT_ON_EMPTY_DAY = "event_on_empty_day"
    """An arrival where the series has none. first, last, counted, nearest_day, nearest."""
    EVENT_VS_TOTAL = "event_vs_total"
    """Logged events beside the published total. logged, published_low, published_high, day, measure."""
    ARITHMETIC = "arithmetic"
    """It does not multiply out. per_week, weeks, product, per_year, per_year_a_week; or mean, total, weeks,
    worked_out."""
    NO_SOURCE = "no_source"
    """Nothing says where it was read or heard."""
    SINGLE_SOURCE = "single_source"
    """A headline number that goes back to one origin, which is not official. origin, cited, value, day."""
    UNCONFIRMED = "unconfirmed"
    """Called confirmed by independent sources, without two of them. origins."""
    UNDATED = "undated"
    """No day can be put to it."""
    UNPUBLISHED = "unpublished"
    """No publication day: it is in no view as known on a day."""
    AHEAD = "ahead"
    """Published before the first day that it is about. first, published."""
    OLD = "old"
    """The last figure of a headline measure is old. measure, day, days."""
    PASSED_ON = "passed_on"
    """When a threshold was passed, beside the day it is said of. threshold, since, passed_day,
    total_on_passed_day, claimed_day, total_on_claimed_day."""
    CONSISTENT = "consistent"
    """Inside what the series gives. claimed, claimed_low, claimed_high, first, last, counted_low,
    counted_high."""


class Severity(StrEnum):
    """How much a finding asks of the reader."""

    ERROR = "error"
    """The file itself is damaged."""
    WARNING = "warning"
    """Something does not fit, or is missing."""
    INFO = "info"
    """It fits, it is a remark, or somebody has already set the figure aside."""


_CODES: Final = {code: place for place, code in enumerate(Code)}
_SEVERITIES: Final = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Finding:
    """One thing found: plain values, the sentences are made in `words`."""

    code: Code
    severity: Severity
    kind: str
    """Kind of the record, as in `records.RECORD_KINDS`."""
    record: str
    """Id of the record that it is shown at."""
    records: tuple[str, ...] = ()
    """Ids of all the records concerned; the first is `record`."""
    numbers: Numbers = field(default_factory=dict)
    """All that the arithmetic needs, by the names given at the code."""
    day: date | None = None
    """When it is about: findings of one code stand newest first."""

    def __post_init__(self) -> None:
        if not self.records:
            object.__setattr__(self, "records", (self.record,))

    @cached_property
    def key(self) -> str:
        """Stable text: the same for the same finding about the same records with the same numbers."""
        numbers = ";".join(f"{name}={_text(value)}" for name, value in sorted(self.numbers.items()))
        return f"{self.code}|{','.join(self.records)}|{numbers}"

    @cached_property
    def place(self) -> tuple[int, int, int, str, str]:
        """Orders findings: by severity, by code, the newest first."""
        day = -(self.day or date.min).toordinal()
        return (_SEVERITIES[self.severity], _CODES[self.code], day, self.record, self.key)


def _text(value: Value) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def accepted(view: View, findings: Iterable[Finding]) -> dict[str, Acceptance]:
    """The findings that somebody has looked at and accepted, by their `key`."""
    by_key = {acceptance.finding: acceptance for acceptance in view.every(Acceptance)}
    if not by_key:
        return {}
    return {finding.key: by_key[finding.key] for finding in findings if finding.key in by_key}
