"""Makes a picture known to screen readers: as a chart, with its headline, its description and its cursor."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

CHART_CLASSES = frozenset({"ComparisonPicture", "SheetPicture"})


class ChartVoice(QAccessibleWidget):
    """A widget in the role of a chart; name and description are the widget's own."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Chart)

    def childCount(self) -> int:
        """None: the points are reached with the arrow keys and announced."""
        return 0


def _voice(name: str, thing: QObject) -> QAccessibleInterface | None:
    if name not in CHART_CLASSES or not isinstance(thing, QWidget):
        return None
    return ChartVoice(thing)


@cache
def install() -> None:
    """Let screen readers meet pictures as charts; once for the whole program."""
    QAccessible.installFactory(_voice)


def announce(widget: QWidget, text: str) -> None:
    """Say a text now, without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def describe(widget: QWidget, name: str, description: str) -> None:
    """Give the widget its name and description, and tell of the change."""
    if widget.accessibleName() != name:
        widget.setAccessibleName(name)
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))
    if widget.accessibleDescription() != description:
        widget.setAccessibleDescription(description)
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
