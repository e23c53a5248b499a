"""A chart as a slide: the plotted values intact and editable, the words on it, and no formula among them."""

from __future__ import annotations

import importlib.util
import io
import itertools
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.registry import Chart
from desktop_app.charts.sheets import Curve, Panel, Panels, Sheet, Span, Tint
from desktop_app.charts.slides import deck
from desktop_app.charts.slides.native import EXCEL_DAY_ZERO, natives
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.survival import Step
from desktop_app.domain.views import SafeToShow
from desktop_app.words import refusals
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import TODAY, motley, usual
from tests.domain.ledgers import Ledger

pytestmark = pytest.mark.usefixtures("qtbot")


def slide(chart: Chart) -> Any:
    pptx = pytest.importorskip("pptx")
    (only,) = pptx.Presentation(io.BytesIO(deck.written(chart))).slides
    return only


def charts(of: Any) -> list[Any]:
    return [shape.chart for shape in of.shapes if shape.has_chart]


def test_weekly_arrivals_are_columns_with_the_plotted_numbers() -> None:
    chart = usual()
    columns, _lines = charts(slide(chart))
    assert list(columns.plots[0].series[0].values) == [bar.value for bar in chart.bars]
    assert len(columns.plots[0].categories) == len(chart.bars)


def test_totals_are_lines_through_every_plotted_number_and_never_slope() -> None:
    chart = motley()
    drawn = charts(slide(chart))[-1]
    series = {one.name: one for one in drawn.plots[0].series}
    for line in chart.lines:
        one = series[line.name]
        days = [float(value.text) for value in one._element.xpath("c:xVal//c:v")]
        places = list(zip(days, one.values, strict=True))
        assert {(point.day - EXCEL_DAY_ZERO, point.value) for point in line.points} <= set(places)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in itertools.pairwise(places)), (
            "every stretch is level or upright"
        )


def test_the_workbook_behind_the_chart_holds_the_same_numbers() -> None:
    calamine = pytest.importorskip("python_calamine")
    chart = usual()
    columns = charts(slide(chart))[0]
    blob = columns.part.chart_workbook.xlsx_part.blob
    rows = calamine.CalamineWorkbook.from_filelike(io.BytesIO(blob)).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[1:]] == [bar.value for bar in chart.bars]


def test_bounds_stand_beside_the_line_as_marks_of_their_own() -> None:
    names = [values.name for native in natives(motley()) for values in native.series]
    assert any(name.endswith(": least") for name in names)
    assert any(name.endswith(": most") for name in names)


def test_words_sources_notes_and_description_are_on_it() -> None:
    chart = usual()
    made = slide(chart)
    texts = [shape.text_frame.text for shape in made.shapes if shape.has_text_frame]
    assert made.shapes.title.text_frame.text == chart.headline
    assert chart.footer in texts
    assert "As known on" in chart.footer
    assert chart.alt in made.notes_slide.notes_text_frame.text
    for shape in made.shapes:
        if shape.has_chart:
            assert chart.alt in shape._element._nvXxPr.cNvPr.get("descr")


def test_what_has_no_native_form_is_a_picture_with_a_description() -> None:
    view = SafeToShow(Ledger())
    chart = registry.build("journeys", Asked(view, PlainFormats(), TODAY))
    made = slide(chart)
    (picture,) = [shape for shape in made.shapes if shape.shape_type == 13]
    assert picture._element._nvXxPr.cNvPr.get("descr").startswith(chart.alt)


def test_hostile_text_is_text_and_never_a_formula() -> None:
    calamine = pytest.importorskip("python_calamine")
    hostile = '=HYPERLINK("http://x")<script>\x00\x0b'
    line = replace(usual().lines[0], name=hostile)
    made = slide(replace(usual(), headline=hostile, footer=hostile, alt=hostile, lines=(line,)))
    assert made.shapes.title.text_frame.text == hostile.rstrip("\x00\x0b")
    blob = charts(made)[-1].part.chart_workbook.xlsx_part.blob
    rows = calamine.CalamineWorkbook.from_filelike(io.BytesIO(blob)).get_sheet_by_index(0).to_python()
    assert any(str(cell).startswith("'=HYPERLINK") for row in rows for cell in row)


def test_without_the_library_it_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(Refusal) as refused:
        deck.written(usual())
    assert refused.value.code is RefusalCode.NO_SLIDES
    assert "evenhand[slides]" in refusals.sentence(refused.value)


def test_a_bar_of_a_stay_says_what_it_is_beside_its_name() -> None:
    span = Span("a", "C-001", 18, None, "no return recorded in 18 days")
    chart = Sheet(
        name="time-to-return",
        headline="h",
        subtitle="",
        footer="",
        alt="",
        body=Panels((Panel("To return", Tint.RETURNED, False, spans=(span,)),), "days"),
    )
    (native,) = natives(chart)
    assert native.categories == ("C-001: no return recorded in 18 days",)
    assert [values.values for values in native.series] == [(18.0,)]


def test_a_curve_of_shares_goes_in_steps_between_its_bounds() -> None:
    steps = (Step(10, 0.6, 0.8, 0.9), Step(20, 0.3, 0.5, 0.7))
    curve = Curve(steps, ("10", "20"), 30, "")
    chart = Sheet(
        "time-to-return", "h", "", "", "", Panels((Panel("p", Tint.RETURNED, False, curve),), "days")
    )
    (native,) = natives(chart)
    share = native.series[0]
    assert share.places == (0, 10, 10, 20, 20, 30)
    assert share.values == (1, 1, 0.8, 0.8, 0.5, 0.5)
