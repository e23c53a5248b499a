"""Balance: a range over time, its sides in words, and a change of sign between days, never on one."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.charts.files import tables
from desktop_app.charts.kinds import balance_chart
from desktop_app.charts.kinds.balance_chart import difference
from desktop_app.charts.shapes import Mark
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import ADM, RET
from desktop_app.services import sample
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import ledger
from tests.charts.time_samples import as_known, asked, check_words, plot
from tests.domain.ledgers import NOVEMBER, Ledger, figure

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = ("returned", "admitted")


def test_the_sample_as_known_in_january() -> None:
    sheet = balance_chart.build(as_known(Ledger(*sample.records()), date(2026, 1, 28)))
    said = {line["last"]: (line["low"], line["high"]) for line in tables.values(sheet)}
    assert said["2025-10-31"] == (24, 24)
    assert said["2025-11-05"] == (37, 37)
    assert said["2026-01-27"] == (-74, -64)
    dots = {dot.day: dot for dot in plot(sheet).panels[0].tracks[0].dots}
    january = dots[date(2026, 1, 27).toordinal()]
    assert (january.value, january.low, january.high, january.mark) == (-69, -74, -64, Mark.RANGE)
    assert sheet.headline == "Between 64 and 74 more admitted than returned by 27 Jan 2026"
    check_words(sheet)


def test_a_change_of_sign_is_days_and_words() -> None:
    panel = plot(balance_chart.build(asked(Ledger(*NOVEMBER)))).panels[0]
    (turn,) = panel.turns
    assert (turn.start, turn.end) == (date(2025, 11, 14).toordinal(), date(2025, 12, 16).toordinal())
    assert turn.lines == ("more admitted than returned", "from some day between 14 Nov and 16 Dec")
    assert (panel.above, panel.below) == ("more returned", "more admitted")


def test_a_day_with_one_total_alone_is_a_range_without_a_number_and_the_line_passes_it_by() -> None:
    lone = figure(RET, "153", "2025-11-27")
    sheet = balance_chart.build(asked(Ledger(*NOVEMBER, lone)))
    track = plot(sheet).panels[0].tracks[0]
    day = date(2025, 11, 27).toordinal()
    (dot,) = [dot for dot in track.dots if dot.day == day]
    assert (dot.low, dot.high, dot.is_bare, dot.label) == (-42, 69, True, "")
    assert day not in [corner[0] for corner in track.corners]
    assert "On 1 day only one of the two totals was reported" in sheet.notes[0].text


def test_between_two_reports_all_that_is_possible_is_shaded() -> None:
    both = (
        figure(RET, "94", "2025-11-07"),
        figure(ADM, "65", "2025-11-07"),
        figure(RET, "113", "2025-11-14"),
        figure(ADM, "84", "2025-11-14"),
    )
    (shade,) = plot(balance_chart.build(asked(Ledger(*both)))).panels[0].shades
    assert (shade.low, shade.high) == (94 - 84, 113 - 65)


def test_an_open_range_is_an_arrow_and_the_line_does_not_go_there() -> None:
    late = (figure(RET, ">900", "2026-06-10"), figure(ADM, "~900", "2026-06-10"))
    sheet = balance_chart.build(asked(Ledger(*NOVEMBER, *late), date(2026, 6, 11)))
    track = plot(sheet).panels[0].tracks[0]
    assert (track.dots[-1].mark, track.dots[-1].value) == (Mark.MORE_THAN, -49)
    assert track.corners[-1][0] == date(2026, 1, 27).toordinal()
    assert "By 10 Jun 2026: at most 49 more admitted." in sheet.subtitle


def test_differences_in_words() -> None:
    said = {
        "as many returned as admitted": Interval(0, 0),
        "24 more returned": Interval(24, 24),
        "between 64 and 74 more admitted": Interval(-74, -64),
        "between 42 more admitted and 69 more returned": Interval(-42, 69),
        "at most 49 more admitted": Interval(-49, None),
        "at most 48 more returned": Interval(None, 48),
        "at least 5 more returned": Interval(5, None),
    }
    for words, interval in said.items():
        assert difference(interval, NAMES, PlainFormats()) == words


def test_words_keep_clear_of_each_other() -> None:
    check_words(balance_chart.build(asked(ledger())))


def test_nothing_is_said_plainly() -> None:
    sheet = balance_chart.build(asked(Ledger(figure(RET, "1", "2025-09-18"))))
    assert (sheet.is_empty, sheet.headline) == (True, "No balance to draw yet")
