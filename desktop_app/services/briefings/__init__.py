"""A briefing: what a workspace holds for an audience, set out in blocks, and written as HTML or ODT."""
