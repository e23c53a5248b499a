"""Paints the timeline's rows, axis and gutter with any painter; it looks up no data and chooses no place."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from desktop_app.charts.drawing.painting import rect
from desktop_app.charts.lanes import words
from desktop_app.charts.lanes.arranging import ArrangedTrack, PlacedMark, PlacedStay
from desktop_app.charts.lanes.forms import draw_form, ink
from desktop_app.charts.lanes.labelling import LabelKind, PlacedLabel
from desktop_app.charts.lanes.layout import LaneLayout
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import Extent, Form, LaneMark, LaneTrack
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.layout.ticks import Tick
from desktop_app.charts.looks.palette import Tokens
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.marks import draw_hatch, faint, pen
from desktop_app.charts.placing import Box
from desktop_app.domain.journeys import Territory

DASHES = (3.0, 3.0)


class LanePainter:
    """Paints with one painter in one style; y and x are those of the row's own corner."""

    def __init__(self, painter: QPainter, style: ChartStyle, layout: LaneLayout, letters: Lettering) -> None:
        self._painter = painter
        self._style = style
        self._tokens: Tokens = style.tokens
        self._layout = layout
        self._letters = letters
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def grid(self, ticks: list[Tick], scale: LaneScale, top: float, bottom: float) -> None:
        """A faint line down from each tick of the axis."""
        self._painter.setPen(pen(self._tokens.grid, 1))
        lines = [
            QLineF(round(scale.x(tick.at)) + 0.5, top, round(scale.x(tick.at)) + 0.5, bottom)
            for tick in ticks
        ]
        if lines:
            self._painter.drawLines(lines)

    def folds(self, scale: LaneScale, top: float, bottom: float) -> None:
        """A zigzag down through each fold, on ground of its own: nothing is as far from it as it seems."""
        step, reach = self._layout.letter * 0.4, self._layout.letter * 0.16
        for fold in scale.folds.folds:
            x0, x1 = scale.x(fold.first), scale.x(fold.last)
            if x1 < scale.left or x0 > scale.right:
                continue
            middle = (x0 + x1) / 2
            count = int((bottom - top) / step) + 2
            for side in (-1, 1):
                x = middle + side * reach * 1.2
                line = [QPointF(x + (reach if n % 2 else -reach), top + n * step) for n in range(count)]
                if side < 0:
                    other = [QPointF(at.x() + reach * 2.4, at.y()) for at in reversed(line)]
                    self._painter.setPen(Qt.PenStyle.NoPen)
                    self._painter.setBrush(QColor(self._style.ground))
                    self._painter.drawPolygon(QPolygonF([*line, *other]))
                self._painter.setPen(pen(self._tokens.muted, 1.2))
                self._painter.drawPolyline(line)

    def fold_words(self, found: list[tuple[str, float]]) -> None:
        """What each fold leaves out, in the axis over it."""
        for text, x in found:
            self._text(text, x, self._layout.axis / 2, self._tokens.ink)

    def heading(self, text: str, top: float, height: float, width: float) -> None:
        """The heading of a group of rows, over the whole width."""
        self._painter.fillRect(QRectF(0, top, width, height), QColor(self._tokens.canvas))
        size = min(self._layout.letter, height * 0.72)
        if size >= self._layout.small * 0.8:
            left = self._layout.letter * 0.9
            self._text(text, left, top + height / 2, self._tokens.ink, size=size, bold=True)

    def code(self, text: str, top: float, height: float, *, chosen: bool) -> None:
        """The code of a low row."""
        layout = self._layout
        room = layout.gutter - layout.letter * 1.6
        shown = self._letters.shortened(text, layout.small, room, bold=chosen)
        colour = self._tokens.ink if chosen else self._tokens.muted
        self._text(shown, layout.letter * 0.9, top + height / 2, colour, bold=chosen)

    def flag(self, text: str, middle: float, *, strong: bool) -> None:
        """The code of a chosen row too low for it, beside an arrow at the row's height."""
        layout, tokens = self._layout, self._tokens
        size, x = layout.letter * 1.5, layout.gutter - layout.letter * 0.9
        arrow, middle = middle, max(middle, layout.axis + size / 2 + 1)
        shown = self._letters.shortened(text, layout.small, x - layout.letter * 0.9, bold=True)
        width = self._letters.width(shown, layout.small, True)
        frame = QRectF(x - width - layout.letter * 0.8, middle - size / 2, width + layout.letter * 0.8, size)
        self._painter.setPen(pen(tokens.focus, 2 if strong else 1))
        self._painter.setBrush(QColor(tokens.selection))
        self._painter.drawRoundedRect(frame, 4, 4)
        self._text(shown, frame.left() + layout.letter * 0.4, middle, tokens.ink, bold=True)
        half = layout.letter * 0.35
        tip = [
            QPointF(x + 2, middle - half),
            QPointF(layout.gutter - 1, arrow),
            QPointF(x + 2, middle + half),
        ]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(tokens.focus))
        self._painter.drawPolygon(QPolygonF(tip))

    def ringed(self, box: Box) -> None:
        """Around the chosen event of a low row."""
        self._painter.setPen(pen(self._tokens.focus, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(rect(box.grown(2)), 3, 3)

    def aside(self, text: str, top: float, scale: LaneScale) -> None:
        """Why nothing of a case is on the axis, in its row."""
        layout = self._layout
        y = top + (layout.uk_top + layout.france_top + layout.lane) / 2
        room = scale.right - scale.left - 2 * layout.letter
        shown = self._letters.shortened(text, layout.small, room)
        self._text(shown, scale.left + layout.letter, y, self._tokens.muted)

    def axis(self, ticks: list[Tick], scale: LaneScale, width: float, ground: str = "") -> None:
        """The strip with the months, over whatever was scrolled beneath it."""
        layout = self._layout
        self._painter.fillRect(QRectF(0, 0, width, layout.axis), QColor(ground or self._style.ground))
        for tick in ticks:
            self._text(tick.text, scale.x(tick.at) + layout.letter * 0.3, layout.axis / 2, self._tokens.muted)
        self._painter.setPen(pen(self._tokens.line, 1))
        self._painter.drawLine(QLineF(0, layout.axis - 0.5, width, layout.axis - 0.5))

    def ground(self, top: float, width: float, chosen: bool, height: float | None = None) -> None:
        """The ground of a row: tinted for the chosen case. A low row has a height of its own."""
        if chosen:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._tokens.selection))
            if height is None:
                self._painter.drawRoundedRect(self._frame(top, width), 6, 6)
            else:
                self._painter.drawRect(QRectF(0, top, width, max(height, 1)))
        elif height is None:
            row = self._frame(top, width)
            self._painter.setPen(pen(self._tokens.line, 1))
            self._painter.drawLine(QLineF(row.left(), row.bottom() + 1, row.right(), row.bottom() + 1))

    def ring(self, top: float, width: float, height: float | None = None) -> None:
        """Around the chosen row while the keyboard is here. A low row has a height of its own."""
        self._painter.setPen(pen(self._tokens.focus, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = self._frame(top, width) if height is None else QRectF(1, top, width - 2, height)
        self._painter.drawRoundedRect(frame, 6, 6)

    def _frame(self, top: float, width: float) -> QRectF:
        return QRectF(2, top + 1, width - 4, self._layout.row - 2)

    def gutter(self, track: LaneTrack, top: float, tray_chosen: bool) -> None:
        """Code, number of events, the tray of undated ones, and the names of the lanes."""
        layout, tokens = self._layout, self._tokens
        left = layout.letter * 0.9
        names = max(self._letters.width(words.territory(each), layout.small) for each in Territory)
        room = layout.gutter - left - names - layout.letter * 1.6
        code = self._letters.shortened(track.code, layout.letter, room, bold=True)
        first = top + layout.uk_top + layout.lane / 2 - layout.letter * 0.25
        self._text(code, left, first, tokens.ink, size=layout.letter, bold=True)
        count = self._letters.shortened(track.count, layout.small, room)
        self._text(count, left, first + layout.letter * 1.3, tokens.muted)
        if track.undated:
            self._tray(track, self.tray(track, top), tray_chosen)
        for lane in () if track.aside else Territory:
            y = top + layout.top(lane) + layout.lane / 2
            name = words.territory(lane)
            x = layout.gutter - layout.letter * 0.7 - self._letters.width(name, layout.small)
            self._text(name, x, y, tokens.muted)

    def tray(self, track: LaneTrack, top: float) -> Box:
        """Where a row's tray of undated events stands."""
        return tray_box(track, top, self._layout, self._letters)

    def row(self, arranged: ArrangedTrack, top: float, chosen: str) -> None:
        """One case: bars under links under boxes under marks, and the labels over all."""
        painter = self._painter
        painter.save()
        painter.translate(0, top)
        for lane in Territory:
            self._rail(lane)
        for stay in arranged.stays:
            self._stay(stay)
        for link in arranged.links:
            painter.setPen(pen(ink(self._tokens, Form(link.form)), 1.6))
            painter.drawLine(QLineF(link.x0, link.y0, link.x1, link.y1))
        for tail in arranged.tails:
            dashed = pen(self._tokens.muted, 1.6)
            dashed.setDashPattern(DASHES)
            painter.setPen(dashed)
            painter.drawLine(QLineF(tail.x0, tail.y0, tail.x1, tail.y1))
        # Boxes first, so that no mark is hidden under one.
        for placed in sorted(arranged.marks, key=_is_point):
            self._mark(placed, placed.mark.event == chosen)
        for label in arranged.labels:
            self._label(label, arranged)
        painter.restore()

    def _rail(self, lane: Territory) -> None:
        layout = self._layout
        y = layout.top(lane) + layout.lane / 2
        self._painter.setPen(pen(self._tokens.line, 1))
        clip = self._painter.clipBoundingRect()
        self._painter.drawLine(QLineF(layout.gutter, y, max(clip.right(), layout.gutter), y))

    def _stay(self, placed: PlacedStay) -> None:
        tokens, painter = self._tokens, self._painter
        in_uk = placed.stay.lane is Territory.UK
        colour = tokens.stay_uk if in_uk else tokens.stay_france
        for part in placed.possible:
            painter.fillRect(rect(part), faint(colour, 0.45))
        if placed.solid is not None:
            painter.setPen(pen(faint(tokens.arrivals if in_uk else tokens.returned, 0.45), 1))
            painter.setBrush(QColor(colour))
            painter.drawRect(rect(placed.solid).adjusted(0, 0.5, 0, -0.5))

    def _mark(self, placed: PlacedMark, chosen: bool) -> None:
        mark, box = placed.mark, placed.box
        colour = self._ink(mark)
        if mark.is_point:
            ground = None if mark.extent is Extent.DAY else self._style.ground
            draw_form(self._painter, mark.form, rect(box), colour, ground)
        else:
            self._box(mark, box, colour)
        if chosen:
            self._painter.setPen(pen(self._tokens.focus, 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(rect(box.grown(3 if mark.is_point else 1)), 3, 3)
        if placed.badge is not None:
            self._badge(placed.badge)

    def _box(self, mark: LaneMark, box: Box, colour: str) -> None:
        painter, area = self._painter, rect(box)
        painter.fillRect(area, faint(colour, 0.14 if mark.extent is Extent.WITHIN else 0.3))
        if mark.extent is Extent.WITHIN:
            draw_hatch(painter, area, faint(colour, 0.55), self._style)
        edge = pen(colour, 1.2)
        if mark.extent is Extent.WITHIN:
            edge.setDashPattern(DASHES)
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    def _badge(self, box: Box) -> None:
        tokens = self._tokens
        self._painter.setPen(pen(tokens.amber_ink, 1))
        self._painter.setBrush(QColor(tokens.amber_ground))
        self._painter.drawEllipse(rect(box))
        size = box.height * 0.82
        width = self._letters.width("?", size, True)
        self._text("?", box.x + (box.width - width) / 2, box.middle, tokens.amber_ink, size=size, bold=True)

    def _label(self, label: PlacedLabel, arranged: ArrangedTrack) -> None:
        tokens = self._tokens
        colour = tokens.ink if label.kind is LabelKind.LENGTH else tokens.muted
        if label.kind is LabelKind.EVENT:
            mark = next(placed.mark for placed in arranged.marks if placed.mark.event == label.event)
            colour = self._ink(mark)
        self._text(label.text, label.box.x, label.box.middle, colour)

    def _tray(self, track: LaneTrack, box: Box, chosen: bool) -> None:
        tokens = self._tokens
        self._painter.setPen(pen(tokens.focus, 2) if chosen else pen(tokens.grey_line, 1))
        self._painter.setBrush(QColor(tokens.grey_ground))
        self._painter.drawRoundedRect(rect(box), box.height / 2, box.height / 2)
        self._text(track.undated_words, box.x + box.height / 2, box.middle, tokens.grey_ink)

    def _ink(self, mark: LaneMark) -> str:
        if mark.form is Form.ARRIVAL and mark.again:
            return self._tokens.again
        return ink(self._tokens, mark.form)

    def _text(
        self,
        text: str,
        x: float,
        middle: float,
        colour: str,
        *,
        size: float | None = None,
        bold: bool = False,
    ) -> None:
        """One line of plain text with its middle at that height."""
        height = size or self._layout.small
        self._painter.setFont(self._letters.font(height, bold))
        self._painter.setPen(QColor(colour))
        ascent = self._letters.ascent(height, bold)
        baseline = middle - self._letters.height(height, bold) / 2 + ascent
        self._painter.drawText(QPointF(x, baseline), text)


def tray_box(track: LaneTrack, top: float, layout: LaneLayout, letters: Lettering) -> Box:
    """Where a row's tray of undated events stands: in the gutter, under code and count."""
    height = layout.small * 1.5
    width = letters.width(track.undated_words, layout.small) + height
    y = top + layout.uk_top + layout.lane / 2 + layout.letter * 1.85
    return Box(layout.letter * 0.7, y, width, height)


def _is_point(placed: PlacedMark) -> bool:
    return placed.mark.is_point
