"""Reads an article that somebody pastes: its numbers, dates, citation marks and references, for review."""
