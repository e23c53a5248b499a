"""A few lines of text that can be pressed as one: a source of a point, a note on the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.tokens import em, tokens_for

FAINT = 0.45
"""How much of its colour the bar of a reading keeps that is not the one drawn."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, wrapped where it must be; `strong` letters at its beginning are bold."""

    text: str
    strong: int = 0
    muted: bool = False


class Passage(QAbstractButton):
    """Lines beside a bar in a series' colour, or beside an icon; Enter, Space or a click opens it.

    `colour` names a token. One that opens nothing (`opens` False) is only text.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        *,
        colour: str = "",
        faint: bool = False,
        icon_name: str = "",
        opens: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._colour, self._faint, self._icon_name = colour, faint, icon_name
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_lines(lines, opens=opens)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: Sequence[Line], *, opens: bool = True) -> None:
        """Say something else."""
        self._lines, self._opens = tuple(lines), opens
        self.setAccessibleName(". ".join(line.text for line in lines))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """Everything it says, line by line."""
        return "\n".join(line.text for line in self._lines)

    def sizeHint(self) -> QSize:
        """Some words a line."""
        width = em(self.font(), 15)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible: the words wrap."""
        return QSize(em(self.font(), 8), em(self.font(), 1.6))

    def heightForWidth(self, width: int) -> int:
        """The height its words need at this width, in pixels; never too low to hit."""
        height = sum(_height(layout) for layout in self._laid_out(width - self._indent() - self._pad()))
        return max(24, round(height) + self._pad() * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bar or icon, then the words; a ground when pointed at, and a ring when focused."""
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._opens and (self.underMouse() or self.hasFocus()):
            painter.setPen(QPen(QColor(tokens.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        layouts = self._laid_out(self.width() - self._indent() - self._pad())
        top = (self.height() - sum(_height(layout) for layout in layouts)) / 2
        if self._icon_name:
            side = em(self.font(), 0.95)
            middle = round(top + (layouts[0].lineAt(0).height() - side) / 2)
            icon(self._icon_name, tokens, tokens.amber_ink).paint(painter, self._pad(), middle, side, side)
        elif self._colour:
            bar = QColor(getattr(tokens, self._colour))
            bar.setAlphaF(FAINT if self._faint else 1.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(bar)
            painter.drawRect(QRectF(self._pad() * 0.6, top, 3, self.height() - 2 * top))
        for line, layout in zip(self._lines, layouts, strict=True):
            painter.setPen(QColor(tokens.muted if line.muted else tokens.ink))
            layout.draw(painter, QPointF(self._indent(), top))
            top += _height(layout)
        painter.end()

    def _laid_out(self, width: int) -> list[QTextLayout]:
        return [_laid_out(line, self.font(), width) for line in self._lines]

    def _pad(self) -> int:
        return em(self.font(), 0.28)

    def _indent(self) -> int:
        return em(self.font(), 1.6 if self._icon_name else 0.85)


def _laid_out(line: Line, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(line.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if line.strong:
        run = QTextLayout.FormatRange()
        run.start, run.length = 0, line.strong
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        run.format = form
        layout.setFormats([run])
    layout.beginLayout()
    top = 0.0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(max(width, 20))
        row.setPosition(QPointF(0, top))
        top += row.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return layout.boundingRect().height()
