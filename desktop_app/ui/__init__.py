"""The window: Qt widgets that show records and hand back what was typed."""
