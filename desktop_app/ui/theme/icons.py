"""One-colour SVG drawings as icons in the window's colours, sharp at any size and density."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app import paths
from desktop_app.charts.looks.palette import Tokens

FOLDER = paths.resources() / "icons"
"""Where the drawings are."""


class DrawnIcon(QIconEngine):
    """Draws one SVG in a colour per state, at the size and density asked for."""

    def __init__(self, drawing: bytes, normal: str, disabled: str, selected: str) -> None:
        super().__init__()
        self._drawing = drawing
        self._colours = {QIcon.Mode.Disabled: disabled, QIcon.Mode.Selected: selected}
        self._normal = normal
        self._renderers: dict[str, QSvgRenderer] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into the rectangle, in the colour of the mode."""
        self._renderer(self._colours.get(mode, self._normal)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The drawing as pixels of this size, on nothing."""
        pixmap = QPixmap(size)
        if size.isEmpty():
            # A button that is being laid out may be painted before it has any height.
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks when an icon is detached."""
        return DrawnIcon(
            self._drawing,
            self._normal,
            self._colours[QIcon.Mode.Disabled],
            self._colours[QIcon.Mode.Selected],
        )

    def _renderer(self, colour: str) -> QSvgRenderer:
        if colour not in self._renderers:
            coloured = self._drawing.replace(b"currentColor", colour.encode())
            self._renderers[colour] = QSvgRenderer(QByteArray(coloured))
        return self._renderers[colour]


def icon(name: str, tokens: Tokens, colour: str | None = None) -> QIcon:
    """The icon of that name (a file in resources/icons); in muted ink unless another colour is given.

    Raises FileNotFoundError for a name that was never drawn.
    """
    drawing = (FOLDER / f"{name}.svg").read_bytes()
    return QIcon(DrawnIcon(drawing, colour or tokens.muted, tokens.disabled, colour or tokens.ink))


def names() -> list[str]:
    """Every icon there is, in order of name; the parts of controls are not icons."""
    return sorted(
        path.stem for path in FOLDER.glob("*.svg") if not path.stem.startswith(("control-", "evenhand"))
    )
