"""What changed, in words."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.amounts import Amount
from desktop_app.domain.balance import BalancePoint
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval
from desktop_app.domain.readings import Reading
from desktop_app.domain.views import NOW, Seen, Sight
from desktop_app.words import changes, known_on
from desktop_app.words.formats import PlainFormats

FORMATS = PlainFormats()
DAY = date(2025, 11, 6)


def point(low: int | None, high: int | None, returned: str = "281", admitted: str = "350") -> BalancePoint:
    out, back = (reading(amount) for amount in (returned, admitted))
    return BalancePoint(DAY, Interval(low, high), out, back)


def reading(amount: str) -> Reading:
    figure = Figure(amount=Amount.parse(amount))
    return Reading(DAY, DAY, figure.amount.low, figure.amount.high, figure, (figure,))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (point(24, 24), "+24"),
        (point(-69, -69), "−69"),
        (point(0, 0), "0"),
        (point(-74, -64), "about −69 (−74 to −64)"),
        (point(-49, None), "at least −49"),
        (point(None, 12), "at most +12"),
        (point(None, None), "not known"),
        (None, ""),
    ],
)
def test_a_balance_has_its_sign_and_its_range(given: BalancePoint | None, said: str) -> None:
    assert changes.balance(given, FORMATS) == said


def test_a_value_becomes_another() -> None:
    assert changes.became("75", "94") == "75 → 94"
    assert changes.became("", "94") == "– → 94"


def test_counts_are_a_sentence() -> None:
    assert changes.counts(1, 0, 2, FORMATS) == "1 figure added, 0 revised, 2 withdrawn."
    assert changes.counts(0, 0, 0, FORMATS) == "No figure changed."


def test_the_strip_says_what_is_hidden() -> None:
    seen = Seen(Sight.KNOWN_ON, DAY)
    assert known_on.strip(seen, FORMATS) == "Later publications are not shown."
    assert known_on.strip(seen, FORMATS, 1) == "Later publications are not shown, nor 1 undated figure."
    assert known_on.strip(Seen(Sight.AS_STOOD, DAY), FORMATS) == "Later records are not shown."
    assert known_on.whole(seen, FORMATS).startswith("Known on 6 November 2025.")


def test_titles_name_the_day() -> None:
    assert known_on.short(NOW, FORMATS) == ""
    assert known_on.short(Seen(Sight.KNOWN_ON, DAY), FORMATS) == "Known on 6 Nov 2025"
    assert known_on.as_of(Seen(Sight.AS_STOOD, DAY), DAY, FORMATS) == "As our file stood on 6 Nov 2025"
    assert known_on.as_of(NOW, DAY, FORMATS) == "As known on 6 Nov 2025"
