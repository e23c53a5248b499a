"""Who made a step, on which computer and when: what every entry of the history is signed with."""

from __future__ import annotations

import getpass
import platform
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from desktop_app.domain.steps import Edit, Step

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Pen:
    """The person, the computer, and its clock."""

    who: str
    device: str
    clock: Clock

    def step(self, at: datetime, label: str, edits: tuple[Edit, ...], reverts: int | None = None) -> Step:
        """A step that is not in the history yet."""
        return Step(0, at, self.who, label, edits, reverts, self.device)


def pen_of(who: str | None, device: str | None, clock: Clock) -> Pen:
    """A pen for the person logged in at this computer, unless told otherwise."""
    return Pen(login() if who is None else who, platform.node() if device is None else device, clock)


def utc_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day by this computer's clock."""
    return utc_now().astimezone().date()


def login() -> str:
    """The name under which the person is logged in, or nothing where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def seconds(moment: datetime) -> str:
    """A moment as records carry it: UTC, ISO 8601 to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
