"""What keyboard, screen reader and large text need of a window, asked of every widget that is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QImage, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from desktop_app.ui.widgets.labels import TextLabel

SMALLEST = 24
"""Pixels each way that a hand needs to hit."""
OVERHANG = 1
"""Pixels by which rounding may let a widget stand over its neighbour's edge."""
VISIBLE_CHANGE = 3.0
"""Contrast between a pixel without and with the keyboard from which the difference is seen."""


def shown(root: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """The widgets of this kind that are part of what is shown, the root not among them."""
    return [
        widget
        for widget in root.findChildren(kind)
        if widget.isVisibleTo(root) and widget.window() is root.window()
    ]


def stations(root: QWidget) -> list[QWidget]:
    """Where Tab is to stop."""
    return [widget for widget in (root, *shown(root)) if is_station(widget)]


def is_station(widget: QWidget) -> bool:
    """Whether Tab stops here; a widget that passes the keyboard on to another does not count besides it."""
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return bool(takes and widget.isEnabled() and widget.focusProxy() is None)


def said(widget: QWidget) -> str:
    """The widget as a line of a failing test."""
    words = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()!r} {words!r} {widget.width()}x{widget.height()}"


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it: its own name, or its label's."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return ""
    name: str = interface.text(QAccessible.Text.Name)
    return name.strip()


def unnamed(root: QWidget) -> list[str]:
    """Where Tab stops and a screen reader has nothing to say."""
    return [said(widget) for widget in stations(root) if not spoken_name(widget)]


def tab_round(root: QWidget) -> list[QWidget]:
    """The stations in the order Tab meets them, from where the keyboard is until one is met again."""
    met: list[QWidget] = []
    here = root.window().focusWidget()
    while here is not None and here not in met:
        met.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = root.window().focusWidget()
    return met


def from_the_first(root: QWidget, met: list[QWidget]) -> list[QWidget]:
    """A round of Tab told from the widget that is read first."""
    in_sight = [widget for widget in met if widget.visibleRegion().boundingRect() == widget.rect()]
    start = met.index(min(in_sight, key=lambda widget: _corner(root, widget))) if in_sight else 0
    return [*met[start:], *met[:start]]


def _corner(root: QWidget, widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(root.window(), QPoint(0, 0))
    return corner.y(), corner.x()


def backwards(root: QWidget, met: list[QWidget]) -> list[str]:
    """Steps of Tab that go against reading: up within a column, or left within a row."""
    steps = []
    for first, then in pairwise(from_the_first(root, met)):
        one, other = _branches(root, first, then)
        up = other.bottom() < one.top() + OVERHANG and other.left() < one.right()
        left = other.right() < one.left() + OVERHANG and other.top() < one.bottom() < other.bottom() + 8
        if up or left:
            steps.append(f"{said(first)} -> {said(then)}")
    return steps


def _branches(root: QWidget, first: QWidget, then: QWidget) -> tuple[QRect, QRect]:
    """The areas of the two parts that hold them, below what holds both."""
    above = _line(first)
    branch = then
    while branch.parentWidget() not in above and branch.parentWidget() is not None:
        branch = branch.parentWidget()
    common = branch.parentWidget()
    own = first
    while own is not common and own.parentWidget() is not common:
        own = own.parentWidget()
    return _area(root, first if own is common else own), _area(root, then if branch is first else branch)


def _line(widget: QWidget) -> list[QWidget]:
    line = []
    at: QWidget | None = widget
    while at is not None:
        line.append(at)
        at = at.parentWidget()
    return line


def _area(root: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(root.window(), QPoint(0, 0)), widget.size())


def too_small(root: QWidget) -> list[str]:
    """What is to be hit and is less than 24 pixels wide or high, rows of lists and tables included."""
    small = []
    for widget in shown(root):
        if isinstance(widget, QScrollBar) or not widget.isEnabled():
            continue
        if isinstance(widget, (QAbstractButton, QComboBox, QLineEdit)) and not _inside_field(widget):
            side = min(widget.width(), widget.height())
        elif isinstance(widget, QHeaderView):
            side = widget.height()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            side = widget.sizeHintForRow(0) if widget.model().rowCount() else SMALLEST
        else:
            continue
        if side < SMALLEST:
            small.append(f"{said(widget)}: {side}")
    return small


def _inside_field(widget: QWidget) -> bool:
    # The line of an editable combo box is hit as the combo box.
    return isinstance(widget.parentWidget(), QComboBox)


def clipped(root: QWidget) -> list[str]:
    """Words that are cut: a label or button smaller than its words, unless the whole is in its tool tip."""
    return [
        f"{said(widget)} needs {needed.width()}x{needed.height()}"
        for widget, needed in _wording(root)
        if (needed.width() > widget.width() + OVERHANG or needed.height() > widget.height() + OVERHANG)
        and not _elided(widget)
    ]


def _wording(root: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    for widget in shown(root):
        if isinstance(widget, QLabel) and widget.text():
            wraps = widget.wordWrap()
            height = widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
            width = _longest_word(widget) if wraps else widget.sizeHint().width()
            yield widget, QRect(0, 0, width, height)
        elif isinstance(widget, QAbstractButton) and not isinstance(widget, QToolButton) and widget.text():
            wraps = widget.hasHeightForWidth()
            hint = widget.minimumSizeHint() if wraps else widget.sizeHint()
            height = widget.heightForWidth(widget.width()) if wraps else hint.height()
            yield widget, QRect(0, 0, hint.width(), height)


def _longest_word(label: QLabel) -> int:
    return max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)


def _elided(widget: QWidget) -> bool:
    return bool(widget.toolTip()) or (isinstance(widget, TextLabel) and widget.sizeHint().width() <= 0)


def out_of_reach(root: QWidget) -> list[str]:
    """What stands outside of the part that holds it, and cannot be scrolled to."""
    lost = []
    for widget in shown(root):
        holder = widget.parentWidget()
        if not _worth_reaching(widget) or holder is None or _scrolled(holder):
            continue
        rest = holder.rect().adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)
        if not rest.contains(widget.geometry()):
            lost.append(f"{said(widget)} at {widget.geometry().getRect()} in {said(holder)}")
    return lost


def _worth_reaching(widget: QWidget) -> bool:
    return isinstance(
        widget, (QLabel, QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QScrollArea)
    ) or bool(widget.layout() and widget.layout().count())


def _scrolled(holder: QWidget) -> bool:
    area = holder.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is holder


def squeezed(root: QWidget) -> list[str]:
    """Tables, lists and texts with less room than two lines: they can be scrolled, but not read."""
    return [
        said(widget)
        for widget in shown(root, QAbstractScrollArea)
        if widget.isEnabled() and widget.height() < widget.fontMetrics().height() * 2
    ]


def without_visible_focus(root: QWidget) -> list[str]:
    """Where Tab stops and hardly a pixel shows that it has."""
    return [said(widget) for widget in stations(root) if _seen_change(root, widget) < _needed(widget)]


def _needed(widget: QWidget) -> int:
    # As many pixels as half of a line of one pixel around it, and no more than around a cell of a table.
    return min(widget.width() + widget.height(), 100)


def _seen_change(root: QWidget, widget: QWidget) -> int:
    window = root.window()
    _scroll_to(widget)
    elsewhere = next((other for other in stations(window) if other is not widget), None)
    if elsewhere is None:
        widget.clearFocus()
    else:
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    before = _picture(window, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return _differing(before, _picture(window, widget))


def _scroll_to(widget: QWidget) -> None:
    # As Tab would, and setting the focus does not.
    for above in _line(widget):
        if isinstance(above, QScrollArea) and above is not widget:
            above.ensureWidgetVisible(widget)


def _picture(window: QWidget, widget: QWidget) -> QImage:
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    image: QImage = window.grab(area & window.rect()).toImage()
    return image


def _differing(before: QImage, after: QImage) -> int:
    if before.size() != after.size():
        return before.width() * before.height()
    return sum(
        1
        for y in range(before.height())
        for x in range(before.width())
        if before.pixel(x, y) != after.pixel(x, y)
        and contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= VISIBLE_CHANGE
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG counts it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def shared_keys(root: QWidget) -> list[str]:
    """Keys that two commands of a window answer to, letters with Alt included."""
    keys = Counter(
        key.toString()
        for action in {*root.findChildren(QAction), *root.actions()}
        for key in action.shortcuts()
        if not key.isEmpty()
    )
    keys.update(shortcut.key().toString() for shortcut in root.findChildren(QShortcut))
    keys.update(f"Alt+{letter}" for letter in _letters(root))
    return sorted(key for key, count in keys.items() if count > 1)


def _letters(root: QWidget) -> Iterator[str]:
    for widget in shown(root):
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            yield from marked_letter(widget.text())
        elif isinstance(widget, QMenuBar):
            for action in widget.actions():
                yield from marked_letter(action.text())


def marked_letter(words: str) -> list[str]:
    """The letter that is pressed with Alt, if the words mark one."""
    place = words.replace("&&", "  ").find("&")
    return [words[place + 1].upper()] if 0 <= place < len(words) - 1 else []
