"""The way of a briefing out of Evenhand: its charts drawn, its dialog, and its file."""
