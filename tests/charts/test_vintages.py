"""The small chart of vintages: what is drawn of them, and what it says to who does not see it."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.screens.vintages_picture import VintagesPicture
from desktop_app.charts.shapes import Mark
from desktop_app.charts.vintages import build
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ARR
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import figure

FIRST = figure(ARR, "1097", "2025-09-06", published="2025-09-07")
LATER = figure(ARR, "1101", "2025-09-06", published="2025-11-14")


def test_values_stand_at_the_days_of_their_publication() -> None:
    chart = build([(FIRST, False), (LATER, True)], PlainFormats())
    assert [(point.text, point.stands) for point in chart.points] == [("1,097", False), ("1,101", True)]
    assert (chart.first, chart.last) == ("7 Sep 2025", "14 Nov 2025")
    assert chart.span == (1097, 1101)
    assert "1,097 on 7 Sep 2025, then 1,101 on 14 Nov 2025" in chart.alt


def test_marks_say_how_a_value_was_given() -> None:
    about = figure(ARR, "~350", "2026-01-27")
    between = figure(ARR, "75..94", "2026-01-27")
    chart = build([(about, True), (between, True)], PlainFormats())
    assert [point.mark for point in chart.points] == [Mark.ABOUT, Mark.RANGE]
    assert (chart.points[1].low, chart.points[1].high) == (75, 94)


def test_what_has_no_day_or_no_number_is_not_drawn() -> None:
    undated = figure(ARR, "5", "2026-01-27", published="")
    assert build([(undated, True), (Figure(), True)], PlainFormats()).points == ()


def test_it_draws_in_both_themes(qtbot: QtBot) -> None:
    chart = build([(FIRST, False), (LATER, True)], PlainFormats())
    for tokens in (LIGHT, DARK):
        picture = VintagesPicture(ChartStyle.thumbnail(tokens))
        qtbot.addWidget(picture)
        picture.resize(300, 120)
        picture.show_chart(chart)
        seen = picture.grab().toImage()
        inks = {seen.pixelColor(x, y).name() for x in range(300) for y in range(120)}
        assert QColor(tokens.ink).name() in inks
        assert picture.accessibleName() == chart.alt
