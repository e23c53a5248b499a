"""A sheet at one size and in one style: everything a screen shows and a file contains."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.charts.bodies import CaseLanes, Claims, People, Supposed
from desktop_app.charts.drawing.form_glide import FormGlide
from desktop_app.charts.drawing.painting import paint_words
from desktop_app.charts.lanes.lanes_layout import lay_lanes
from desktop_app.charts.layout.claims_layout import lay_claims
from desktop_app.charts.layout.dots_layout import lay_dots
from desktop_app.charts.layout.flow_layout import lay_flow
from desktop_app.charts.layout.forms import Laid, paint_forms
from desktop_app.charts.layout.lettering import Lettered, Lettering
from desktop_app.charts.layout.page import Page, PlacedKey, foot, head
from desktop_app.charts.layout.panels_layout import lay_panels
from desktop_app.charts.layout.scenario_layout import lay_scenario
from desktop_app.charts.layout.time_layout import lay_time
from desktop_app.charts.looks.style import ChartStyle, Part
from desktop_app.charts.marks.key_marks import draw_key_mark
from desktop_app.charts.marks.marks import pen
from desktop_app.charts.placing import Box
from desktop_app.charts.sheets import Flow, Sheet
from desktop_app.charts.time_plot import TimePlot

FIRST_TO_GO = (Part.KEY, Part.SUBTITLE, Part.FOOTER)
"""What makes room where a picture is too low for all."""
LEAST_BODY = 12.0
"""A drawing lower than so many lines of tick words makes the words around it go."""


@dataclass(frozen=True, slots=True)
class SheetArrangement:
    """Where everything of a sheet is."""

    width: float
    height: float
    style: ChartStyle
    texts: tuple[Lettered, ...]
    body: Box
    laid: Laid
    key: tuple[PlacedKey, ...]
    rule: float | None


def arrange_sheet(
    sheet: Sheet, style: ChartStyle, letters: Lettering, width: float, height: float
) -> SheetArrangement:
    """Places for a picture of this size; words around the drawing go where it is too low for all."""
    style = style.fitted(width, height)
    arrangement = _arranged(sheet, style, letters, width, height)
    for leaving in FIRST_TO_GO:
        is_low = arrangement.body.height < LEAST_BODY * style.sizes.tick
        if sheet.is_empty or not (is_low or arrangement.laid.is_tight):
            break
        style = replace(style, parts=style.parts - {leaving})
        arrangement = _arranged(sheet, style, letters, width, height)
    return arrangement


def _arranged(
    sheet: Sheet, style: ChartStyle, letters: Lettering, width: float, height: float
) -> SheetArrangement:
    page = Page(style, letters, width, height)
    top = head(page, sheet)
    bottom, key, rule = foot(page, sheet)
    body = Box(page.left, top, max(page.width, 2.0), max(bottom - top, 2.0))
    if sheet.is_empty:
        laid = Laid()
    elif isinstance(sheet.body, Flow):
        laid = lay_flow(sheet.body, body, style, letters)
    elif isinstance(sheet.body, TimePlot):
        laid = lay_time(sheet.body, body, style, letters, sheet.formats)
    elif isinstance(sheet.body, People):
        laid = lay_dots(sheet.body, body, style)
    elif isinstance(sheet.body, Claims):
        laid = lay_claims(sheet.body, body, style, letters, sheet.formats)
    elif isinstance(sheet.body, CaseLanes):
        laid = lay_lanes(sheet.body, body, style, letters, sheet.formats)
    elif isinstance(sheet.body, Supposed):
        laid = lay_scenario(sheet.body, body, style, letters, sheet.formats)
    else:
        laid = lay_panels(sheet.body, body, style, letters, sheet.formats)
    return SheetArrangement(width, height, style, tuple(page.texts), body, laid, key, rule)


class SheetStage:
    """What `Stage` is for the comparison: it needs no window, a file is drawn from one of its own."""

    def __init__(self, style: ChartStyle, width: float, height: float) -> None:
        self._style = style
        self._letters = Lettering()
        self._size = (max(width, 1.0), max(height, 1.0))
        self._sheet: Sheet | None = None
        self._arrangement: SheetArrangement | None = None
        self._glide: FormGlide | None = None
        self._share = 1.0

    @property
    def chart(self) -> Sheet | None:
        """What is shown; None before the first."""
        return self._sheet

    @property
    def letters(self) -> Lettering:
        """Measures of its texts."""
        return self._letters

    @property
    def area(self) -> QRectF:
        """Its extent in pixels."""
        return QRectF(0, 0, *self._size)

    @property
    def arrangement(self) -> SheetArrangement | None:
        """Where everything is; made when it is first asked for."""
        if self._arrangement is None and self._sheet is not None:
            self._arrangement = arrange_sheet(self._sheet, self._style, self._letters, *self._size)
        return self._arrangement

    def show(self, sheet: Sheet) -> None:
        """Show this sheet; the very one that is shown stays as it is arranged."""
        if sheet is not self._sheet:
            self._sheet, self._arrangement = sheet, None
        self._glide = None

    def glide_to(self, sheet: Sheet) -> bool:
        """Show this sheet, with its forms as they were before: `pass_on` then moves them.

        False where nothing moves; the sheet is then shown as it is.
        """
        before = self.arrangement
        self.show(sheet)
        after = self.arrangement
        if before is None or after is None:
            return False
        glide = FormGlide(before.laid, after.laid)
        if glide.is_worth:
            self._glide, self._share = glide, 0.0
        return glide.is_worth

    @property
    def is_on_its_way(self) -> bool:
        """Whether its forms are moving to their places."""
        return self._glide is not None

    def pass_on(self, share: float | None) -> None:
        """Have the forms so far on their way, from 0 to 1; None is there."""
        if share is None:
            self._glide = None
        else:
            self._share = share

    def restyle(self, style: ChartStyle) -> None:
        """Draw in other colours and sizes."""
        self._style, self._arrangement = style, None
        self._glide = None

    def resize(self, width: float, height: float) -> None:
        """Arrange anew for this size."""
        if (width, height) != self._size:
            self._size, self._arrangement = (max(width, 1.0), max(height, 1.0)), None
            self._glide = None

    def texts(self) -> tuple[Lettered, ...]:
        """Every line of text of the picture, where it stands."""
        there = self.arrangement
        if there is None:
            return ()
        return (*self._words(there), *there.laid.said)

    def _words(self, there: SheetArrangement) -> tuple[Lettered, ...]:
        """Those that no form paints."""
        return (*there.texts, *there.laid.words, *(key.words for key in there.key))

    def render(self, painter: QPainter, target: QRectF) -> None:
        """Draw all of it into a part of any paint device."""
        painter.save()
        painter.translate(target.topLeft())
        painter.scale(target.width() / self.area.width(), target.height() / self.area.height())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.paint(painter)
        painter.restore()

    def paint(self, painter: QPainter) -> None:
        """Draw all of it in its own pixels."""
        self.paint_back(painter)
        there = self.arrangement
        if there is not None:
            self._paint_forms(painter, there)
            paint_words(painter, self._words(there), self._letters)

    def paint_back(self, painter: QPainter, count: int = 0) -> None:
        """The ground with what lies behind all forms, and so many of the forms: those furthest back."""
        painter.fillRect(self.area, QColor(self._style.ground))
        there = self.arrangement
        if there is None:
            return
        style = there.style
        if there.rule is not None:
            painter.setPen(pen(style.tokens.line, style.sizes.hairline))
            margin = style.sizes.margin
            painter.drawLines([QLineF(margin, there.rule, there.width - margin, there.rule)])
        for placed in there.key:
            colour = style.colour(placed.entry.ink)
            draw_key_mark(painter, placed.entry.mark, placed.x, placed.y, colour, style)
        paint_forms(painter, there.laid.forms[:count], style)

    def paint_front(self, painter: QPainter, count: int) -> None:
        """All but so many of the forms, and the words: over what `paint_back` has drawn."""
        there = self.arrangement
        if there is not None:
            paint_forms(painter, there.laid.forms[count:], there.style)
            paint_words(painter, self._words(there), self._letters)

    def _paint_forms(self, painter: QPainter, there: SheetArrangement) -> None:
        if self._glide is None:
            paint_forms(painter, there.laid.forms, there.style)
            return
        moment, before = self._glide.at(self._share), painter.opacity()
        for forms, strength in (
            (moment.leaving, 1.0 - self._share),
            (moment.staying, 1.0),
            (moment.coming, self._share),
        ):
            painter.setOpacity(before * strength)
            paint_forms(painter, forms, there.style)
        painter.setOpacity(before)
