"""What day and time it is where the person is."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today_here() -> date:
    """Today by the computer's own clock and time zone."""
    return datetime.now(UTC).astimezone().date()


def now_here() -> datetime:
    """This moment by the computer's own clock and time zone."""
    return datetime.now(UTC).astimezone()
