"""Bringing rows in: the steps from a file or pasted rows to figures, and the preview of an own export."""
