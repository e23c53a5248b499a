"""The few rules that QPalette cannot say, made from the tokens; sizes come from the interface font.

A widget opts in by its dynamic property "look" (see `widgets`); nothing is styled by object name.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtGui import QFont

from desktop_app.charts.looks.palette import Tokens
from desktop_app.ui.theme.tokens import SMALL, TITLE

RULES = Template("""
QToolTip { background: $toast_ground; color: $toast_ink; border: 0; padding: 0.3em 0.5em; }
QStatusBar { background: $surface; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QMenuBar { background: $surface; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 0.35em 0.7em; background: transparent; }
QMenuBar::item:selected { background: $selection; color: $ink; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 0.3em; }
QMenu::item { padding: 0.4em 2em 0.4em 1.8em; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $ink; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 0.3em 0.4em; }
QMenu::indicator { left: 0.5em; }
QSplitter::handle { background: transparent; }
QSplitter::handle:focus { background: $focus; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QScrollArea[look="station"] { border: 2px solid transparent; }
QScrollArea[look="station"]:focus { border-color: $focus; }

QLabel[look="title"] { font-size: $title; font-weight: 600; }
QLabel[look="heading"] { font-weight: 600; }
QLabel[look="number"] { font-size: $huge; font-weight: 600; }
QLabel[look="small"], QLabel[look="section"], QLabel[look="echo"] { font-size: $small; color: $muted; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="warn"] { font-size: $small; color: $amber_ink; }
QLabel:disabled { color: $disabled; }

QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[look="popup"] { background: $surface; border: 1px solid $edge; }
QFrame[look="inset"] { background: $panel; border: 0; border-bottom: 1px solid $line;
    border-top-left-radius: 7px; border-top-right-radius: 7px; }
QFrame[look="sidebar"] { background: $sidebar; border: 0; border-right: 1px solid $line; }
QFrame[look="panel"] { background: $panel; border: 0; border-left: 1px solid $line; }
QFrame[look="bar"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[look="strip"] { background: $selection; border: 0; border-bottom: 1px solid $line_strong; }
QFrame[look="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[look="banner"] { background: $amber_ground; border: 1px solid $amber_line; border-radius: 6px; }
QFrame[look="notice"] { background: $selection; border: 1px solid $line_strong; border-radius: 6px; }
QFrame[look="banner"] QLabel, QFrame[look="notice"] QLabel { color: $ink; }
QFrame[look="toast"] { background: $toast_ground; border: 0; border-radius: 8px; }
QFrame[look="toast"] QLabel { color: $toast_ink; }
QFrame[look="toast"] QPushButton, QFrame[look="toast"] QToolButton { background: transparent;
    border: 1px solid transparent;
    color: $toast_action; font-weight: 600; padding: 0.25em 0.6em; }
QFrame[look="toast"] QToolButton { padding: 0.25em; }
QFrame[look="toast"] QPushButton:focus, QFrame[look="toast"] QToolButton:focus {
    border: 2px solid $toast_action; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: $surface; color: $ink;
    border: 1px solid $edge; border-radius: 6px; padding: 0.3em 0.5em;
    selection-background-color: $highlight; selection-color: $on_highlight;
    placeholder-text-color: $placeholder; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 1.3em; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $focus; padding: 0.3em 0.43em; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled {
    color: $disabled; background: $panel; border-color: $line_strong; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $panel; }
QLineEdit[look="typing"] { font-size: $larger; padding: 0.4em 0.6em; }
QLineEdit QToolButton, QLineEdit QToolButton:hover, QLineEdit QToolButton:focus {
    background: transparent; border: 0;
    padding: 0; min-height: 0; }
QTableView QLineEdit { border: 2px solid $focus; border-radius: 0; padding: 0 0.3em; min-height: 0; }
QComboBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox { padding-right: 1.6em; }
QComboBox::drop-down { border: 0; width: 1.6em; subcontrol-origin: border; }
QComboBox::down-arrow { image: url($chevron); width: 0.8em; height: 0.8em; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line_strong; outline: 0;
    padding: 0.2em;
    selection-background-color: $selection; selection-color: $ink; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }

QPushButton, QToolButton { background: $surface; color: $ink; border: 1px solid $line_strong;
    border-radius: 6px;
    padding: 0.3em 0.8em; min-height: 1.3em; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked { background: $selection; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 0.3em 0.73em; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; background: $panel; border-color: $line; }
QPushButton::menu-indicator { image: url($chevron); width: 0.8em; height: 0.8em; right: 0.6em;
    subcontrol-position: right center; subcontrol-origin: padding; }
QPushButton[menu="true"] { padding-left: 0.4em; padding-right: 1.6em; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent;
    font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; }
QPushButton[look="primary"]:pressed { background: $accent_pressed; }
QPushButton[look="primary"]:focus { border: 2px solid $focus; }
QPushButton[look="primary"]:disabled { background: $line; border-color: $line; color: $disabled; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: $link;
    padding: 0.2em 0.3em; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid $focus; padding: 0.2em 0.23em; }
QPushButton[look="link"][menu="true"] { padding-left: 0; padding-right: 1.1em; }
QPushButton[look="link"]::menu-indicator { right: 0.05em; }
QPushButton[look="fold"] { background: transparent; border: 2px solid transparent; font-weight: 600;
    text-align: left; padding: 0.1em 0; }
QPushButton[look="fold"]:hover { color: $link; }
QPushButton[look="fold"]:focus { border-color: $focus; }
QToolButton[look="bare"] { background: transparent; border: 1px solid transparent; padding: 0.25em; }
QToolButton[look="bare"]:hover { background: $hover; }
QToolButton[look="bare"]:focus { border: 2px solid $focus; padding: 0.2em; }
QFileDialog QToolButton { padding: 0.3em; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel[objectName="qt_msgbox_informativelabel"] { min-width: 26em; }
QToolButton::menu-indicator { image: none; }
QPushButton[look="segment"] { border-radius: 0; border-right-width: 0; padding: 0.3em 0.9em; }
QPushButton[look="segment"][end="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[look="segment"][end="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px;
    border-right-width: 1px; }
QPushButton[look="segment"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[look="segment"]:focus { border: 2px solid $focus; }
QPushButton[look="toggle"] { border-radius: 12px; padding: 0.2em 0.75em; }
QPushButton[look="toggle"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[look="toggle"]:focus { border: 2px solid $focus; }
QCheckBox, QRadioButton { spacing: 0.5em; min-height: 1.6em; padding: 0 0.2em;
    border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; outline: none; }
QCheckBox::indicator { width: 0.95em; height: 0.95em; border: 1px solid $edge; border-radius: 3px;
    background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $edge; image: url($tick); }
QCheckBox::indicator:disabled { border-color: $line_strong; }
QTableView::indicator, QListView::indicator { width: 0.95em; height: 0.95em; border: 1px solid $edge;
    border-radius: 3px; background: $surface; }
QTableView::indicator:checked, QListView::indicator:checked { background: $accent; image: url($tick); }

QTableView, QListView, QTreeView { background: $surface; border: 0; outline: 0; color: $ink;
    selection-background-color: $selection; selection-color: $ink; }
QListView::item { min-height: 2em; padding-left: 0.5em; padding-right: 0.5em; border-radius: 5px;
    border: 2px solid transparent; }
QListView[look="popup"] { border: 1px solid $line_strong; padding: 0.2em; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $selection; color: $ink; }
QListView::item:selected:focus { border-color: $focus; }
QListView[look="sidebar"] { background: $sidebar; border-right: 1px solid $line; padding-top: 0.6em; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $muted; font-size: $small; border: 0;
    border-bottom: 1px solid $line_strong; padding: 0.6em 0.7em; }
QHeaderView::section:hover { background: $hover; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 0; height: 0; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 0.8em; }
QScrollBar:horizontal { height: 0.8em; }
QScrollBar::handle { background: $edge; border-radius: 0.2em; margin: 0.18em; }
QScrollBar::handle:vertical { min-height: 2em; }
QScrollBar::handle:horizontal { min-width: 2em; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: 2px solid transparent;
    padding: 0.5em 0.9em; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { border-color: $focus; border-radius: 4px; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QProgressBar { background: $line; border: 0; border-radius: 4px; min-height: 0.5em; text-align: center; }
QProgressBar::chunk { background: $focus; border-radius: 4px; }
""")


def stylesheet(tokens: Tokens, font: QFont, icons: Path) -> str:
    """The application's rules in these colours, with sizes taken from the interface font."""
    return RULES.substitute(
        tokens._asdict(),
        title=_size(font, TITLE),
        huge=_size(font, 2.0),
        larger=_size(font, 1.12),
        small=_size(font, SMALL),
        chevron=(icons / "control-down.svg").as_posix(),
        tick=(icons / "control-tick.svg").as_posix(),
    )


def _size(font: QFont, factor: float) -> str:
    if font.pointSizeF() > 0:
        return f"{font.pointSizeF() * factor:.2f}pt"
    return f"{font.pixelSize() * factor:.0f}px"
