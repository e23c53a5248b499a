"""A sheet on a screen: the same picture while only the cursor moves, painted anew where it is another."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.charts.kinds import years_chart
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.screens.sheet_picture import SheetPicture
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.measures import ARR, Basis
from tests.charts.time_samples import asked
from tests.domain.ledgers import Ledger, daily, figure

YEARS = years_chart.build(asked(Ledger(*daily("2024-01-01", [3, 0, 9] * 122), *daily("2025-01-01", [1, 5]))))


@pytest.fixture
def picture(qtbot: QtBot) -> SheetPicture:
    picture = SheetPicture(ChartStyle.page(LIGHT))
    qtbot.addWidget(picture)
    picture.resize(640, 420)
    picture.show(YEARS)
    return picture


def grabbed(picture: SheetPicture) -> QImage:
    return picture.grab().toImage()


def test_painted_again_it_looks_the_same(picture: SheetPicture) -> None:
    first = grabbed(picture)
    assert grabbed(picture) == first
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert grabbed(picture) != first
    picture.show(YEARS)
    assert picture.current == YEARS.table.lines[0]


def test_other_colours_and_sizes_are_painted_anew(picture: SheetPicture) -> None:
    first = [grabbed(picture), grabbed(picture)][-1]
    picture.restyle(ChartStyle.page(DARK))
    assert grabbed(picture) != first
    picture.restyle(ChartStyle.page(LIGHT))
    assert grabbed(picture) == first
    picture.resize(500, 420)
    assert grabbed(picture).width() == 500


def test_a_click_finds_the_value_among_all_days(picture: SheetPicture) -> None:
    there = picture.stage.arrangement
    assert there is not None
    line = YEARS.table.lines[200]
    spot = next(spot for spot in there.laid.spots if spot.key == line.key)
    at = QPointF(spot.box.x + spot.box.width / 2, spot.box.middle)
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert picture.current is not None
    assert abs(YEARS.table.lines.index(picture.current) - 200) < 8


def test_while_its_forms_move_every_frame_is_painted(picture: SheetPicture) -> None:
    grabbed(picture)
    fewer = years_chart.build(asked(Ledger(*daily("2024-01-01", [9] * 366), *daily("2025-01-01", [1, 5, 7]))))
    assert picture.stage.glide_to(fewer)
    frames = []
    for share in (0.2, 0.5, 0.8, None):
        picture.stage.pass_on(share)
        frames.append(grabbed(picture))
    assert all(one != other for one, other in itertools.pairwise(frames))
    assert grabbed(picture) == frames[-1]


def _years(*numbers: int, stated: int = 0) -> Sheet:
    """Two years of days, and after them so many days of a third; of a year before them only some totals."""
    figures = [*daily("2024-01-01", [3, 0, 9] * 122), *daily("2025-01-01", [1, 5] * 180)]
    figures += daily("2026-01-01", list(numbers))
    for month in range(stated):
        period, since = f"2023-{month + 1:02}-10", "2023-01-01"
        said = figure(ARR, str(40 * month), period, basis=Basis.CUMULATIVE, counted_since=since)
        figures.append(said)
    return years_chart.build(asked(Ledger(*figures)))


def test_what_did_not_change_is_painted_pixel_by_pixel_as_before(picture: SheetPicture) -> None:
    """Whatever was shown before, a sheet looks as one that is shown first."""
    fewer = years_chart.build(asked(Ledger(*daily("2024-01-01", [9] * 366))))
    more, less = _years(*[4] * 40), _years(*[4] * 39)
    stated, provisional = _years(7, 8, stated=9), _years(*[4] * 41, stated=4)
    for sheet in (less, more, stated, provisional, fewer, more, fewer, less, YEARS, more, more):
        picture.show(sheet)
        fresh = SheetPicture(ChartStyle.page(LIGHT))
        fresh.resize(picture.size())
        fresh.show(sheet)
        assert grabbed(picture) == grabbed(fresh)
        fresh.deleteLater()
