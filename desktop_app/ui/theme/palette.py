"""The window's tokens as a QPalette, for what Qt paints itself."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from desktop_app.charts.looks.palette import Tokens

Role = QPalette.ColorRole


def palette_for(tokens: Tokens) -> QPalette:
    """The palette of the Fusion style in these colours."""
    palette = QPalette()
    roles = {
        Role.Window: tokens.canvas,
        Role.WindowText: tokens.ink,
        Role.Base: tokens.surface,
        Role.AlternateBase: tokens.panel,
        Role.Text: tokens.ink,
        Role.PlaceholderText: tokens.placeholder,
        Role.Button: tokens.surface,
        Role.ButtonText: tokens.ink,
        Role.BrightText: tokens.on_accent,
        Role.ToolTipBase: tokens.toast_ground,
        Role.ToolTipText: tokens.toast_ink,
        Role.Highlight: tokens.highlight,
        Role.HighlightedText: tokens.on_highlight,
        Role.Accent: tokens.focus,
        Role.Link: tokens.link,
        Role.LinkVisited: tokens.link,
        Role.Light: tokens.surface,
        Role.Midlight: tokens.line,
        Role.Mid: tokens.line_strong,
        Role.Dark: tokens.edge,
        Role.Shadow: tokens.edge,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, QColor(tokens.line))
    return palette
