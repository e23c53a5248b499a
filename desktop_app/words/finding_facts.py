"""A finding's numbers as they are written in its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop_app.domain import named
from desktop_app.domain.amounts import Amount
from desktop_app.domain.checks.findings import Finding, Value
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.measures import Measure, Unit
from desktop_app.domain.views import View
from desktop_app.words.amount_sentences import amount, interval
from desktop_app.words.formats import Formats, percent
from desktop_app.words.translate import _


@dataclass(frozen=True)
class Facts:
    """A finding's numbers, each as it is written."""

    finding: Finding
    view: View
    formats: Formats

    def value(self, name: str) -> Value:
        """The plain value; None where the finding has none of this name."""
        return self.finding.numbers.get(name)

    def number(self, name: str) -> str:
        """A number; without its sign."""
        value = self.plain(name)
        return "" if value is None else self.formats.number(value if value >= 0 else -value)

    def percent(self, name: str) -> str:
        """A number of per cent, with its sign."""
        value = self.plain(name)
        return "" if value is None else percent(value, self.formats)

    def day(self, name: str) -> str:
        """A day in full."""
        value = self.value(name)
        return self.formats.long_day(value) if isinstance(value, date) else _("an unknown day")

    def sign(self, name: str) -> int:
        """1, 0 or -1."""
        value = self.plain(name)
        return 0 if value is None else (value > 0) - (value < 0)

    def counted(self) -> str:
        """What the series has."""
        return interval(Interval(self.plain("counted_low"), self.plain("counted_high")), self.formats)

    def plain(self, name: str) -> Number | None:
        """The plain number of a name; None where there is none."""
        value = self.value(name)
        return value if isinstance(value, (int, Decimal)) else None

    def claimed(self) -> str:
        """What was said, with its comparator."""
        said_so = self.value("said")
        if isinstance(said_so, str):
            said = amount(Amount.parse(said_so), self.formats)
            if "growth" not in self.finding.numbers:
                return said
            rate = _("{number}%").format(number=said)
            return _("a fall of {rate}").format(rate=rate) if "falls" in self.finding.numbers else rate
        figure = self.view.get(Figure, self.finding.record)
        if figure is not None and figure.amount.has_number:
            said = amount(figure.amount, self.formats)
            return percent_of(self.measure(figure.measure), said)
        low, high = self.plain("claimed_low"), self.plain("claimed_high")
        named = self.plain("claimed")
        if named is not None:
            return self.formats.number(named)
        return interval(Interval(low, high), self.formats)

    def measure(self, code: str = "") -> Measure:
        """The measure of a code; without one, of the figure."""
        if not code:
            figure = self.view.get(Figure, self.finding.record)
            code = figure.measure if figure is not None else str(self.value("measure") or "")
        return named.measure(self.view, code)

    def stretch(self) -> str:
        """The days compared: "on 8 November 2025", "from 6 November 2025 to 8 November 2025"."""
        if self.value("first") == self.value("last"):
            return _("on {day}").format(day=self.day("last"))
        return _("from {first} to {last}").format(first=self.day("first"), last=self.day("last"))

    def between(self, low: str, high: str) -> str:
        """What lies between two numbers: "1,772", "at least 901"."""
        return interval(Interval(self.plain(low), self.plain(high)), self.formats)


Sentence = Callable[[Facts], str]
"""Says one finding."""


def percent_of(measure: Measure, said: str) -> str:
    """An amount of a measure of per cents with its sign: "nearly 50%"."""
    return _("{number}%").format(number=said) if measure.unit is Unit.PERCENT else said
