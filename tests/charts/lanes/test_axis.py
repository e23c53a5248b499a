"""The words along the top."""

from __future__ import annotations

from desktop_app.charts.lanes.axis import fold_words, ticks
from desktop_app.charts.lanes.folding import NO_FOLDS, Fold, Folds
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import Axis
from desktop_app.words.formats import PlainFormats

SPACE = 10.0


def measure(text: str) -> float:
    return len(text) * 6.0


def said(scale: LaneScale, axis: Axis) -> list[str]:
    return [tick.text for tick in ticks(scale, axis, measure, SPACE, PlainFormats()) if tick.text]


def test_days_since_arrival_are_counted_from_0_and_before_it() -> None:
    found = said(LaneScale(-12, 100, 0, 700), Axis.SINCE_ARRIVAL)
    assert found[:3] == ["−10 days", "0", "10 days"]
    assert found[-1] == "90 days"


def test_behind_a_fold_the_calendar_begins_anew_with_its_year() -> None:
    folds = Folds((Fold(739_480, 739_780, 304, 20),))
    scale = LaneScale(739_440, 739_530, 0, 1_500, folds)
    found = ticks(scale, Axis.CALENDAR, measure, SPACE, PlainFormats())
    before = [tick.text for tick in found if tick.at <= 739_480]
    behind = [tick.text for tick in found if tick.at >= 739_780 and tick.text]
    assert all(tick.at <= 739_480 or tick.at >= 739_780 for tick in found)
    assert before[0].endswith("2025")
    assert behind[0].endswith("2026")
    assert not behind[1].endswith("2026")


def test_words_of_a_fold_stand_over_it_and_other_words_beside_them() -> None:
    folds = Folds((Fold(20, 90, 74, 10),))
    scale = LaneScale(0, 100, 0, 700, folds)
    ((text, x),) = fold_words(scale, measure, SPACE)
    assert text == "fold: 74 days"
    assert x + measure(text) / 2 == (scale.x(20) + scale.x(90)) / 2
    for tick in ticks(scale, Axis.SINCE_ARRIVAL, measure, SPACE, PlainFormats()):
        left, right = scale.x(tick.at), scale.x(tick.at) + measure(tick.text)
        assert not tick.text or right < x or left > x + measure(text)
        assert right <= scale.right


def test_no_word_is_cut_at_the_edge() -> None:
    scale = LaneScale(0, 31, 0, 400, NO_FOLDS)
    found = ticks(scale, Axis.SINCE_ARRIVAL, measure, SPACE, PlainFormats())
    assert all(scale.x(tick.at) + measure(tick.text) <= scale.right for tick in found)
