"""Writes a chart as a presentation of one slide, with python-pptx, which is there only where asked for."""

from __future__ import annotations

import importlib.util
import io
from typing import TYPE_CHECKING, Any

from desktop_app.charts.files import export
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from desktop_app.charts.slides.drawing import add_chart, letter
from desktop_app.charts.slides.native import natives
from desktop_app.charts.texts.inside import MAKER, Inside
from desktop_app.domain.plain_text import clean
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.words import translate

if TYPE_CHECKING:
    from pptx.slide import Slide

WIDTH, HEIGHT = 13.333, 7.5
"""Of a slide, in inches."""
_SIDE, _TOP, _FOOT = 0.5, 1.6, 0.75
_ACROSS = WIDTH - 2 * _SIDE
_PICTURE = (round(_ACROSS * export.RESOLUTION), round((HEIGHT - _TOP - _FOOT) * export.RESOLUTION))
_LETTERS = 16.0
"""Of the words in a picture, in pixels: as large as those of a native chart."""
_HEADLINE, _SUBTITLE, _SOURCES = 26, 14, 11
"""In points; two lines of each have room."""
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
        box = (Inches(_SIDE), Inches(_TOP + number * tall), Inches(_ACROSS), Inches(tall))
        _describe(add_chart(slide, native, box), f"{native.title}. {inside.description}")
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
    from pptx.enum.text import MSO_ANCHOR

    title: Any = slide.shapes.title
    _place(title, 0.2, 0.85)
    _write(title.text_frame, chart.headline, _HEADLINE, LIGHT.ink, is_bold=True)
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    if chart.subtitle:
        _write(_box(slide, 1.05, 0.45), chart.subtitle, _SUBTITLE, LIGHT.muted)


def _say_footer(slide: Slide, chart: Chart) -> None:
    if chart.footer:
        _write(_box(slide, HEIGHT - _FOOT, _FOOT - 0.1), chart.footer, _SOURCES, LIGHT.muted)


def _box(slide: Slide, top: float, height: float) -> Any:
    from pptx.util import Inches

    box = slide.shapes.add_textbox(Inches(_SIDE), Inches(top), Inches(_ACROSS), Inches(height))
    return box.text_frame


def _place(shape: Any, top: float, height: float) -> None:
    from pptx.util import Inches

    shape.left, shape.width = Inches(_SIDE), Inches(_ACROSS)
    shape.top, shape.height = Inches(top), Inches(height)


def _write(frame: Any, text: str, points: int, colour: str, *, is_bold: bool = False) -> None:
    from pptx.enum.text import PP_ALIGN

    frame.word_wrap = True
    frame.text = clean(text)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    letter(paragraph.font, points, colour, is_bold=is_bold)


def _add_picture(slide: Slide, chart: Chart, inside: Inside) -> None:
    from pptx.util import Inches

    style = ChartStyle.illustration(LIGHT, _LETTERS)
    png = export.rendered(chart, ".png", style=style, size=_PICTURE, scale=2.0)
    picture = slide.shapes.add_picture(io.BytesIO(png), Inches(_SIDE), Inches(_TOP), Inches(_ACROSS))
    _describe(picture, inside.description)


def _describe(shape: Any, words: str) -> None:
    """The alternative text, for which the library has no name of its own."""
    shape._element._nvXxPr.cNvPr.set("descr", clean(words))
