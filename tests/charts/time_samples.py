"""Plots over time for tests: what is asked, what is drawn, and whether its words keep clear of each other."""

from __future__ import annotations

import itertools
from datetime import date

from desktop_app.charts.asked import Asked
from desktop_app.charts.drawing.sheet_stage import arrange_sheet
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box
from desktop_app.charts.sheets import Sheet
from desktop_app.charts.time_plot import TimePlot
from desktop_app.domain.views import KnownOn, Seen, Sight, View
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import TODAY

SIZES = ((640, 420), (1280, 720))


def asked(view: View, day: date = TODAY) -> Asked:
    """A chart asked for on a day."""
    return Asked(view, PlainFormats(), day)


def as_known(view: View, day: date) -> Asked:
    """A chart of what was known on a day."""
    return Asked(KnownOn(view, day), PlainFormats(), TODAY, Seen(Sight.KNOWN_ON, day))


def plot(sheet: Sheet) -> TimePlot:
    """What is drawn."""
    assert isinstance(sheet.body, TimePlot)
    return sheet.body


def check_words(sheet: Sheet) -> None:
    """What holds for every such chart: short words, and at two sizes none over another or the edge."""
    assert len(sheet.headline.split()) <= 12, sheet.headline
    assert 0 < len(sheet.alt) <= 200
    assert sheet.footer
    for size in SIZES:
        there = arrange_sheet(sheet, ChartStyle.export(LIGHT, size), Lettering(), *size)
        words = [*there.texts, *there.laid.words, *(key.words for key in there.key)]
        for word in words:
            assert word.box.within(Box(0, 0, *size)), word
        for one, other in itertools.combinations(words, 2):
            assert not one.box.grown(-0.5).meets(other.box.grown(-0.5)), (one.text, other.text)
