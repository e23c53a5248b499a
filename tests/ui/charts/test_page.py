"""The page of charts: what its keys do, what its panel says, and that it follows every change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.charts.periods import Preset
from desktop_app.charts.targets import tracks
from desktop_app.domain.measures import ADM, RET
from desktop_app.domain.sources import Source
from desktop_app.services.workspace import Workspace
from desktop_app.ui.charts.action_bar import CHART, DATA, TEXT
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.charts.plotted_table import key
from desktop_app.ui.places import Place
from tests.charts.samples import START
from tests.ui.charts.opening import RIVAL, Opened, new_total

Key = Qt.Key


def to_last_returned(page: ChartsPage, qtbot: QtBot) -> None:
    """Move to the last point of the returned line by keys alone."""
    picture = page.area.picture
    qtbot.keyClick(picture, Key.Key_Right)
    qtbot.keyClick(picture, Key.Key_Down)
    for _step in range(40):
        qtbot.keyClick(picture, Key.Key_Right)


def test_arrow_keys_lead_to_a_point_and_its_sources_and_enter_opens_the_figure(
    page: ChartsPage, opened: Opened, qtbot: QtBot
) -> None:
    to_last_returned(page, qtbot)
    panel = page.panel.point
    assert panel.heading.text() == "Returned to France, 9 Feb 2026"
    assert panel.value.text() == "305"
    assert [passage.words for passage in panel.passages] == [
        "305 exactly, published 9 Feb 2026\nA paper\nNews report · B6"
    ]
    qtbot.keyClick(page.area.picture, Key.Key_Return)
    assert opened.places == [Place("figures", record="RET 2026-02-09")]


def test_rival_values_are_shown_as_a_range_with_each_reading_and_its_source(page: ChartsPage) -> None:
    page.go(Place("charts", record="rival"))
    panel = page.panel.point
    assert panel.heading.text() == "Admitted from France, 5 Nov 2025"
    assert panel.value.text() == "57–65"
    assert panel.basis.text().startswith("2 origins, rival values. Drawn because: ")
    assert [passage.words.splitlines()[0] for passage in panel.passages] == [
        "65 exactly, published 5 Nov 2025",
        "57 exactly, published 5 Nov 2025",
    ]
    assert panel.passages[0].words.splitlines()[1] == "Home Office spokesperson, in GOV.UK"


def test_repeated_statements_are_one_origin(page: ChartsPage, opened: Opened) -> None:
    opened.add(Source(id="gov.uk", publisher="GOV.UK", derives_from="paper"), replace(RIVAL, speaker=""))
    page.go(Place("charts", record="rival"))
    assert page.panel.point.basis.text().startswith("1 origin, rival values")


def test_a_reading_in_the_panel_opens_its_figure(page: ChartsPage, opened: Opened, qtbot: QtBot) -> None:
    page.go(Place("charts", record="rival"))
    qtbot.keyClick(page.panel.point.passages[1], Key.Key_Return)
    assert opened.places == [Place("figures", record="ADM 2025-11-05")]


def test_a_week_of_arrivals_lists_the_days_it_sums(page: ChartsPage) -> None:
    page.go(Place("charts", record="ARR 2025-11-04"))
    panel = page.panel.point
    assert panel.heading.text() == "Arrived by small boat, 3–9 Nov 2025"
    assert panel.basis.text() == "The sum of 7 figures"
    assert [" ".join(passage.words.split()[1:5]) for passage in panel.passages] == [
        f"on {day} Nov 2025" for day in range(3, 10)
    ]


def test_a_click_chooses_a_point_and_a_double_click_opens_it(
    page: ChartsPage, opened: Opened, qtbot: QtBot
) -> None:
    picture = page.area.picture
    last = tracks(picture.chart)[1][-1]
    lower = picture.stage.lower
    spot = QPointF(lower.x(last.day), lower.y(last.value)).toPoint()
    qtbot.mouseClick(picture.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.panel.point.value.text() == "305"
    assert opened.places == []
    qtbot.mouseDClick(picture.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.places == [Place("figures", record="RET 2026-02-09")]


def test_the_data_tab_holds_exactly_the_plotted_points(page: ChartsPage) -> None:
    page.area.show_tab(DATA)
    chart, model = page.area.picture.chart, page.area.table.records
    shown = [model.record_at(row) for row in range(model.rowCount())]
    plotted = [target.figures for track in tracks(chart) for target in track]
    assert [row.figures for row in shown] == plotted
    assert len({key(row) for row in shown}) == len(shown)


def test_values_that_nobody_looks_at_are_listed_when_somebody_does(page: ChartsPage, opened: Opened) -> None:
    model = page.area.table.records
    assert model.rowCount() == 0
    page.area.show_tab(DATA)
    count = model.rowCount()
    page.area.show_tab(CHART)
    with opened.workspace.change("record figure") as work:
        work.put(new_total("400", "2026-03-20"))
    assert model.rowCount() == count
    page.area.show_tab(DATA)
    assert model.rowCount() == count + 1


def test_a_row_of_the_data_opens_its_figure(page: ChartsPage, opened: Opened, qtbot: QtBot) -> None:
    page.area.show_tab(DATA)
    page.area.table.selectRow(page.area.table.records.rowCount() - 1)
    qtbot.keyClick(page.area.table, Key.Key_Return)
    assert opened.places == [Place("figures", record="ADM 2026-02-09")]


def test_the_text_tab_shows_the_words_that_go_out(page: ChartsPage) -> None:
    page.area.show_tab(TEXT)
    chart = page.public_chart()
    boxes = page.area.text.boxes
    assert [boxes[name].toPlainText() for name in ("headline", "subtitle", "footer", "alt")] == [
        chart.headline,
        chart.subtitle,
        chart.footer,
        chart.alt,
    ]


@pytest.mark.parametrize(
    ("downs", "first"),
    [(1, date(2026, 1, 1)), (2, date(2025, 11, 29)), (3, date(2025, 7, 1))],
    ids=["this year", "last 12 weeks", "all"],
)
def test_presets_choose_the_days(
    page: ChartsPage, opened: Opened, qtbot: QtBot, downs: int, first: date
) -> None:
    combo = page.panel.period.presets
    assert date.fromordinal(page.area.picture.chart.first) == START
    for _down in range(downs):
        qtbot.keyClick(combo, Key.Key_Down)
    shown = date.fromordinal(page.area.picture.chart.first)
    # The first week shown is the first whole one.
    assert 0 <= (shown - first).days <= 6
    assert page.panel.period.first.text() == opened.context.formats.day(shown)
    for _up in range(downs):
        qtbot.keyClick(combo, Key.Key_Up)
    assert date.fromordinal(page.area.picture.chart.first) == START


def test_typed_days_become_the_period_and_are_remembered(
    page: ChartsPage, opened: Opened, qtbot: QtBot
) -> None:
    period = page.panel.period
    period.first.setFocus()
    period.first.selectAll()
    qtbot.keyClicks(period.first, "mid october 2025")
    assert period.echo.text() == "From 11 Oct 2025"
    qtbot.keyClick(period.first, Key.Key_Return)
    assert date.fromordinal(page.area.picture.chart.first) == date(2025, 10, 11)
    assert period.presets.currentData() == Preset.CUSTOM
    again = ChartsPage(opened.context)
    qtbot.addWidget(again)
    again.refresh()
    assert again.area.picture.chart.first == page.area.picture.chart.first


def test_a_day_that_cannot_be_read_says_so_and_changes_nothing(page: ChartsPage, qtbot: QtBot) -> None:
    period, before = page.panel.period, page.area.picture.chart
    period.last.setFocus()
    period.last.selectAll()
    qtbot.keyClicks(period.last, "soonish")
    qtbot.keyClick(period.last, Key.Key_Return)
    assert period.echo.text() == "No date found; write it as 9 Nov 2025"
    assert page.area.picture.chart == before


def test_days_without_figures_say_so_and_offer_all_days(page: ChartsPage, qtbot: QtBot) -> None:
    period = page.panel.period
    period.first.setFocus()
    period.first.setText("")
    qtbot.keyClicks(period.first, "1 jan 2019")
    period.last.setFocus()
    period.last.selectAll()
    qtbot.keyClicks(period.last, "1 feb 2019")
    qtbot.keyClick(period.last, Key.Key_Return)
    assert not page.area.isVisible()
    widen = page.findChild(type(page.area.bar.copy), "showAllButton")
    qtbot.mouseClick(widen, Qt.MouseButton.LeftButton)
    assert page.area.isVisible()
    assert not page.area.picture.chart.is_empty


def test_a_series_can_be_left_out_but_not_the_last(page: ChartsPage, qtbot: QtBot) -> None:
    boxes = page.panel.series.boxes
    for field in ("arrivals", "admitted", "returned"):
        qtbot.keyClick(boxes[field], Key.Key_Space)
    assert [boxes[field].isChecked() for field in ("arrivals", "returned", "admitted")] == [
        False,
        True,
        False,
    ]
    assert {row.measure for row in page.area.picture.chart.rows} == {RET}


def test_a_figure_recorded_elsewhere_moves_the_chart_and_undo_takes_it_back(
    page: ChartsPage, opened: Opened, qtbot: QtBot
) -> None:
    to_last_returned(page, qtbot)
    before = page.area.picture.chart
    opened.add(new_total("330", "2026-02-16"))
    assert page.area.picture.chart.lines[0].labels[-1] == "330 returned"
    assert page.panel.point.value.text() == "305"
    opened.workspace.undo()
    assert page.area.picture.chart == before


def test_the_panel_follows_when_another_source_says_something_else(
    page: ChartsPage, opened: Opened, qtbot: QtBot
) -> None:
    to_last_returned(page, qtbot)
    opened.add(new_total("310", "2026-02-09"))
    assert page.panel.point.value.text() == "305–310"
    opened.workspace.undo()
    assert page.panel.point.value.text() == "305"


def test_zoom_stays_when_figures_change(page: ChartsPage, opened: Opened, qtbot: QtBot) -> None:
    picture = page.area.picture
    for _step in range(3):
        qtbot.keyClick(picture, Key.Key_Plus)
    days = picture.stage.days
    opened.add(new_total("330", "2026-03-16"))
    assert picture.stage.days == days
    page.reset_view()
    assert picture.stage.days == picture.stage.whole


def test_a_figure_outside_the_days_shown_widens_them(page: ChartsPage, opened: Opened) -> None:
    opened.add(new_total("12", "2025-07-20", ADM))
    page.go(Place("charts", record="new ADM 12"))
    assert page.panel.point.value.text() == "12"
    assert opened.told.texts == []


def test_a_figure_that_is_on_no_chart_is_said_so(page: ChartsPage, opened: Opened) -> None:
    before = page.area.picture.chart
    page.go(Place("charts", record="nobody"))
    assert opened.told.texts == ["That figure is not on this chart."]
    assert page.area.picture.chart == before


def test_notes_are_told_above_the_chart_and_open_their_figure(
    page: ChartsPage, opened: Opened, qtbot: QtBot
) -> None:
    notes = page.area.notes
    assert notes.words == ["Sources differ: between 57 and 65 admitted by 5 Nov 2025."]
    qtbot.keyClick(notes.first, Key.Key_Return)
    assert opened.places == [Place("figures", record="rival")]
    opened.add(new_total("40", "2026-02-16"))
    assert len(notes.words) == 1
    qtbot.keyClick(notes.more, Key.Key_Return)
    assert len(notes.words) == 2


def test_an_empty_workspace_says_how_to_begin(tmp_path: Path, qtbot: QtBot) -> None:
    opened = Opened(Workspace.in_memory(), tmp_path / "settings.ini")
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.focus_first()
    qtbot.keyClick(QApplication.focusWidget() or page, Key.Key_Return)
    assert opened.places == [Place("figures", wish="add")]
    opened.add(new_total("5", "2025-10-01"))
    assert page.area.isVisible()
    page.close()
    opened.close()


def test_a_screen_reader_is_told_what_the_chart_says(page: ChartsPage, opened: Opened) -> None:
    picture = page.area.picture
    assert picture.accessibleName() == picture.chart.headline
    opened.add(new_total("330", "2026-02-16"))
    assert picture.accessibleName() == picture.chart.headline
    assert picture.accessibleDescription() == picture.chart.alt


def test_the_status_says_how_many_values_are_plotted(page: ChartsPage) -> None:
    count = len(page.area.picture.chart.rows)
    assert page.status == f"{count} values plotted · click a point to see its sources"
