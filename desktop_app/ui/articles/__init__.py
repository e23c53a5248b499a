"""Pasting an article: its text, what was found in it, and what of that is kept."""
