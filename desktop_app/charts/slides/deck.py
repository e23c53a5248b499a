"""Writes a chart as a presentation of one slide, with python-pptx, which is there only where asked for."""

from __future__ import annotations

import importlib.util
import io
from typing import TYPE_CHECKING, Any

from desktop_app.charts import export
from desktop_app.charts.inside import MAKER, Inside
from desktop_app.charts.palette import LIGHT
from desktop_app.charts.registry import Chart
from desktop_app.charts.slides.native import Native, Shape, Values, natives
from desktop_app.charts.style import ChartStyle
from desktop_app.domain.cells import neutral
from desktop_app.domain.plain_text import clean
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.words import translate

if TYPE_CHECKING:
    from pptx.slide import Slide

WIDTH, HEIGHT = 13.333, 7.5
"""Of a slide, in inches."""
_SIDE, _TOP, _FOOT = 0.5, 1.55, 0.75
_PICTURE = (1480, 620)
_TITLE_ONLY = 5
"""A layout of the template that comes with the library."""


def is_available() -> bool:
    """Whether slides can be written here."""
    return importlib.util.find_spec("pptx") is not None


def check_available() -> None:
    """Refuse, saying what to do, where slides cannot be written."""
    if not is_available():
        raise Refusal(RefusalCode.NO_SLIDES)


def written(chart: Chart) -> bytes:
    """The presentation. Raises Refusal where python-pptx is not installed."""
    check_available()
    from pptx import Presentation
    from pptx.util import Inches

    inside = Inside.of(chart)
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    _say_title(slide, chart)
    drawn = () if chart.is_empty else natives(chart)
    tall = (HEIGHT - _TOP - _FOOT) / max(len(drawn), 1)
    for number, native in enumerate(drawn):
        _add_chart(slide, native, inside, _TOP + number * tall, tall)
    if not drawn:
        _add_picture(slide, chart, inside)
    _say_footer(slide, chart)
    notes = [chart.subtitle, chart.alt, *(note.text for note in chart.notes), inside.sources]
    slide.notes_slide.notes_text_frame.text = clean("\n".join(part for part in notes if part))
    properties = deck.core_properties
    properties.title, properties.comments = clean(inside.title)[:255], clean(inside.whole)[:255]
    properties.author, properties.language = MAKER, translate.language()
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _say_title(slide: Slide, chart: Chart) -> None:
    title: Any = slide.shapes.title
    _place(title, 0.3, 0.75)
    _write(title.text_frame, chart.headline, 26, is_bold=True)
    if chart.subtitle:
        _write(_box(slide, 1.0, 0.5), chart.subtitle, 13)


def _say_footer(slide: Slide, chart: Chart) -> None:
    if chart.footer:
        _write(_box(slide, HEIGHT - _FOOT + 0.05, _FOOT - 0.15), chart.footer, 10)


def _box(slide: Slide, top: float, height: float) -> Any:
    from pptx.util import Inches

    box = slide.shapes.add_textbox(Inches(_SIDE), Inches(top), Inches(WIDTH - 2 * _SIDE), Inches(height))
    return box.text_frame


def _place(shape: Any, top: float, height: float) -> None:
    from pptx.util import Inches

    shape.left, shape.width = Inches(_SIDE), Inches(WIDTH - 2 * _SIDE)
    shape.top, shape.height = Inches(top), Inches(height)


def _write(frame: Any, text: str, points: int, *, is_bold: bool = False) -> None:
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap = True
    frame.text = clean(text)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.font.size, paragraph.font.bold = Pt(points), is_bold


def _add_picture(slide: Slide, chart: Chart, inside: Inside) -> None:
    from pptx.util import Inches

    style = ChartStyle.export(LIGHT, _PICTURE)
    png = export.rendered(chart, ".png", style=style, size=_PICTURE, scale=2.0)
    wide = WIDTH - 2 * _SIDE
    picture = slide.shapes.add_picture(io.BytesIO(png), Inches(_SIDE), Inches(_TOP), Inches(wide))
    _describe(picture, inside.description)


def _add_chart(slide: Slide, native: Native, inside: Inside, top: float, height: float) -> None:
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches, Pt

    kinds = {
        Shape.COLUMNS: XL_CHART_TYPE.COLUMN_STACKED,
        Shape.BARS: XL_CHART_TYPE.BAR_STACKED,
        Shape.LINES: XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS,
    }
    box = (Inches(_SIDE), Inches(top), Inches(WIDTH - 2 * _SIDE), Inches(height))
    frame: Any = slide.shapes.add_chart(kinds[native.shape], *box, _data(native))
    made = frame.chart
    made.has_title = True
    made.chart_title.text_frame.text = clean(native.title)
    made.chart_title.text_frame.paragraphs[0].font.size = Pt(13)
    made.font.size = Pt(11)
    made.has_legend = len(native.series) > 1
    if made.has_legend:
        made.legend.include_in_layout = False
    if native.has_days:
        made.category_axis.tick_labels.number_format = "d mmm yyyy"
        made.category_axis.tick_labels.number_format_is_linked = False
        made.category_axis.minimum_scale = min(min(series.places) for series in native.series)
    if native.shape is Shape.BARS:
        made.category_axis.reverse_order = True
    for drawn, values in zip(made.plots[0].series, native.series, strict=True):
        _colour(drawn, values, native.shape)
    _describe(frame, f"{native.title}. {inside.description}")


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
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    colour = RGBColor.from_string(
        str(getattr(LIGHT, values.tint, LIGHT.arrivals)).removeprefix("#").upper()[:6]
    )
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
        return
    drawn.format.line.color.rgb, drawn.format.line.width = colour, Pt(2.25)


def _describe(shape: Any, words: str) -> None:
    """The alternative text, for which the library has no name of its own."""
    shape._element._nvXxPr.cNvPr.set("descr", clean(words))
