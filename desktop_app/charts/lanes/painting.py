"""Paints the timeline's rows, axis and gutter with any painter; it looks up no data and chooses no place."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from desktop_app.charts.lanes import words
from desktop_app.charts.lanes.arranging import ArrangedTrack, PlacedMark, PlacedStay
from desktop_app.charts.lanes.labelling import LabelKind, PlacedLabel
from desktop_app.charts.lanes.layout import LaneLayout
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import Extent, Form, LaneMark, LaneTrack
from desktop_app.charts.lettering import Lettering
from desktop_app.charts.marks import draw_hatch, faint, pen
from desktop_app.charts.painting import rect
from desktop_app.charts.palette import Tokens
from desktop_app.charts.placing import Box
from desktop_app.charts.style import ChartStyle
from desktop_app.charts.ticks import Tick
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

    def axis(self, ticks: list[Tick], scale: LaneScale, width: float) -> None:
        """The strip with the months, over whatever was scrolled beneath it."""
        layout = self._layout
        self._painter.fillRect(QRectF(0, 0, width, layout.axis), QColor(self._style.ground))
        for tick in ticks:
            self._text(tick.text, scale.x(tick.at) + layout.letter * 0.3, layout.axis / 2, self._tokens.muted)
        self._painter.setPen(pen(self._tokens.line, 1))
        self._painter.drawLine(QLineF(0, layout.axis - 0.5, width, layout.axis - 0.5))

    def ground(self, top: float, width: float, chosen: bool) -> None:
        """The ground of a row: tinted for the chosen case."""
        if chosen:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._tokens.selection))
            self._painter.drawRoundedRect(self._frame(top, width), 6, 6)
        else:
            row = self._frame(top, width)
            self._painter.setPen(pen(self._tokens.line, 1))
            self._painter.drawLine(QLineF(row.left(), row.bottom() + 1, row.right(), row.bottom() + 1))

    def ring(self, top: float, width: float) -> None:
        """Around the chosen row while the keyboard is here."""
        self._painter.setPen(pen(self._tokens.focus, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(self._frame(top, width), 6, 6)

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
        for lane in Territory:
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
            painter.setPen(pen(self._ink_of(Form(link.form)), 1.6))
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
            self._form(mark.form, box, colour, solid=mark.extent is Extent.DAY)
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

    def _form(self, form: Form, box: Box, colour: str, *, solid: bool) -> None:
        painter, area = self._painter, rect(box)
        painter.setPen(pen(colour, 1.8))
        painter.setBrush(QColor(colour if solid else self._style.ground))
        middle = area.center()
        match form:
            case Form.ARRIVAL:
                painter.drawEllipse(area)
            case Form.RETURN:
                painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
            case Form.ADMISSION:
                reach = area.width() * 0.62
                painter.drawPolygon(_around(middle, ((0, -reach), (reach, 0), (0, reach), (-reach, 0))))
            case Form.DETENTION:
                half = area.width() / 2
                painter.drawPolygon(_around(middle, ((0, -half), (half, half), (-half, half))))
            case _:
                half = area.width() * 0.22
                painter.drawRect(QRectF(middle.x() - half, area.top(), 2 * half, area.height()))

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
        return self._ink_of(mark.form)

    def _ink_of(self, form: Form) -> str:
        tokens = self._tokens
        return {
            Form.ARRIVAL: tokens.arrivals,
            Form.RETURN: tokens.returned,
            Form.ADMISSION: tokens.admitted,
            Form.DETENTION: tokens.detained,
            Form.OTHER: tokens.muted,
        }[form]

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


def _around(middle: QPointF, corners: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in corners])
