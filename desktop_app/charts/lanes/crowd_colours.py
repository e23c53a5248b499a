"""What each pixel of the image of low rows may be, and its colour."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QColor

from desktop_app.charts.lanes.forms import ink
from desktop_app.charts.lanes.outlines import FORMS
from desktop_app.charts.lanes.shapes import Form
from desktop_app.charts.looks.palette import Tokens


class Code(IntEnum):
    """To the last four the number of a form is added."""

    NOTHING = 0
    UK = 1
    FRANCE = 2
    UK_POSSIBLE = 3
    FRANCE_POSSIBLE = 4
    BOTH = 5
    RAIL = 6
    SPINE = 7
    ASIDE = 8
    TAIL = 9
    TINT = 16
    STROKE = 24
    POINT = 32
    ABOUT = 40


def colours(tokens: Tokens) -> list[int]:
    """The colour of each code; nothing is transparent.

    Stays in France are darker than those in the UK, so that they are told apart without colours too.
    """
    made = [0] * 48
    ground = tokens.surface
    plain = {
        Code.UK: tokens.stay_uk,
        Code.FRANCE: _mixed(tokens.returned, ground, 0.42),
        Code.UK_POSSIBLE: _mixed(tokens.stay_uk, ground, 0.55),
        Code.FRANCE_POSSIBLE: _mixed(tokens.returned, ground, 0.22),
        Code.BOTH: _mixed(tokens.returned, tokens.stay_uk, 0.28),
        Code.RAIL: tokens.line,
        Code.SPINE: tokens.line_strong,
        Code.ASIDE: tokens.grey_ink,
        Code.TAIL: tokens.muted,
    }
    for code, colour in plain.items():
        made[code] = QColor(colour).rgba()
    for place, form in enumerate(FORMS):
        colour = ink(tokens, Form(form))
        made[Code.TINT + place] = QColor(_mixed(colour, ground, 0.25)).rgba()
        made[Code.STROKE + place] = QColor(_mixed(colour, ground, 0.6)).rgba()
        made[Code.POINT + place] = QColor(colour).rgba()
        made[Code.ABOUT + place] = QColor(_mixed(colour, ground, 0.6)).rgba()
    return made


def _mixed(colour: str, ground: str, share: float) -> str:
    one, other = QColor(colour), QColor(ground)
    channels = [
        round(a * share + b * (1 - share))
        for a, b in ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    ]
    return QColor(*channels).name()
