"""Draws a native chart onto a slide, in the colours and letters of the charts of the window."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from desktop_app.charts.looks import face
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.slides.native import Native, Shape, Values
from desktop_app.domain.cells import neutral
from desktop_app.domain.plain_text import clean

if TYPE_CHECKING:
    from pptx.slide import Slide
    from pptx.util import Length

Box = tuple["Length", "Length", "Length", "Length"]
"""Left, top, width and height."""
TITLE, LETTERS = 14, 12
"""In points."""
_GAP = 40
"""Between bars, as a share of one in percent."""
_NAMES = 9
"""So many names stand under columns, and so many days under lines, without one being turned."""
_WEEK = 7
_SANS = {"panose": "020B0503030403020204", "pitchFamily": "34"}
"""What kind of letters the face has (ECMA-376, 21.1.2.3.7), for the choice of another where it is missing."""


def add_chart(slide: Slide, native: Native, box: Box) -> Any:
    """The chart in the frame that it gives, editable, with the values it was given."""
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
    from pptx.util import Pt

    kinds = {
        Shape.COLUMNS: XL_CHART_TYPE.COLUMN_STACKED,
        Shape.BARS: XL_CHART_TYPE.BAR_STACKED,
        Shape.LINES: XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS,
    }
    frame: Any = slide.shapes.add_chart(kinds[native.shape], *box, _data(native))
    made = frame.chart
    letter(made.font, LETTERS, LIGHT.muted)
    made.has_title = True
    made.chart_title.text_frame.text = clean(native.title)
    letter(made.chart_title.text_frame.paragraphs[0].font, TITLE, LIGHT.ink, is_bold=True)
    made.has_legend = len(native.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    counts, places = made.value_axis, made.category_axis
    for axis in (counts, places):
        axis.format.line.color.rgb = rgb(LIGHT.line_strong)
    counts.has_major_gridlines, places.has_major_gridlines = True, False
    counts.major_gridlines.format.line.color.rgb = rgb(LIGHT.grid)
    counts.major_gridlines.format.line.width = Pt(0.75)
    counts.minimum_scale = 0
    counts.tick_labels.number_format = "0%" if native.has_shares else "#,##0"
    counts.tick_labels.number_format_is_linked = False
    if native.has_shares:
        counts.maximum_scale, counts.major_unit = 1, 0.25
    _set_places(made, native)
    for drawn, values in zip(made.plots[0].series, native.series, strict=True):
        _colour(drawn, values, native.shape)
    return frame


def letter(font: Any, points: float, colour: str, *, is_bold: bool = False) -> None:
    """Set in the face of charts, or in the sans serif that a program takes where it is not installed."""
    from pptx.util import Pt

    font.size, font.bold, font.name = Pt(points), is_bold, face.FAMILY
    font.color.rgb = rgb(colour)
    for name, value in _SANS.items():
        font._rPr.find("{http://schemas.openxmlformats.org/drawingml/2006/main}latin").set(name, value)


def rgb(colour: str) -> Any:
    """A colour of the palette as the library wants it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour.removeprefix("#").upper()[:6])


def _set_places(made: Any, native: Native) -> None:
    """What stands along the axis of categories, days or times."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION

    axis = made.category_axis
    if native.shape is Shape.LINES:
        last = max(max(series.places) for series in native.series)
        first = min(min(series.places) for series in native.series)
        axis.minimum_scale = first
        if native.has_days:
            axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "d mmm yyyy", False
            step = _WEEK * max(math.ceil((last - first) / _WEEK / (_NAMES - 1)), 1)
            axis.major_unit, axis.maximum_scale = step, first + step * math.ceil((last - first) / step)
    else:
        made.plots[0].gap_width, made.plots[0].overlap = _GAP, 100
        axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if native.shape is Shape.COLUMNS:
        _name_some(axis, math.ceil(len(native.categories) / _NAMES))
    if native.shape is Shape.BARS:
        # From the first name down, with the numbers below the last.
        axis.reverse_order = True
        made.value_axis._element.find("{*}crosses").set("val", "max")
    if native.unit:
        along = made.value_axis if native.shape is Shape.BARS else axis
        along.tick_labels.number_format_is_linked = False
        along.tick_labels.number_format = f'#,##0" {clean(native.unit).replace(chr(34), "")}"'


def _name_some(axis: Any, each: int) -> None:
    """Name every so manieth column only, and turn no name: for this the library has no names of its own."""
    element = axis._element
    after = element.find("{*}noMultiLvlLbl")
    for name in ("tickLblSkip", "tickMarkSkip"):
        skip = element.makeelement(f"{{{element.nsmap['c']}}}{name}", {"val": str(each)})
        if after is None:
            element.append(skip)
        else:
            after.addprevious(skip)
    element.get_or_add_txPr().bodyPr.set("rot", "1")


def _data(native: Native) -> Any:
    """The values as PowerPoint keeps them, in a workbook where no text may become a formula."""
    from pptx.chart.data import CategoryChartData, XyChartData

    if native.shape is not Shape.LINES:
        data = CategoryChartData(number_format="#,##0")
        data.categories = [neutral(clean(name)) for name in native.categories]
        for values in native.series:
            data.add_series(neutral(clean(values.name)), values.values)
        return data
    places = XyChartData(number_format="General")
    for values in native.series:
        series = places.add_series(neutral(clean(values.name)))
        for x, y in zip(values.places, values.values, strict=True):
            series.add_data_point(x, y)
    return places


def _colour(drawn: Any, values: Values, shape: Shape) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    colour = rgb(str(getattr(LIGHT, values.tint, LIGHT.arrivals)))
    if shape is not Shape.LINES:
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = colour
        return
    drawn.smooth = False
    if values.is_dots:
        drawn.format.line.fill.background()
        drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.DASH, 7
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = colour
        drawn.marker.format.line.color.rgb = colour
        return
    drawn.marker.style = XL_MARKER_STYLE.NONE
    drawn.format.line.color.rgb, drawn.format.line.width = colour, Pt(1.25 if values.is_bound else 2.25)
    if values.is_bound:
        drawn.format.line.dash_style = MSO_LINE.ROUND_DOT
