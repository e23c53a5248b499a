"""The pictures that are stored: one of each chart, one before a room, and the marks side by side.

    python -m tests.charts.pictures [name …]

draws them anew into `tests/charts/pictures`, all or those named. Look at what changed before it is kept.
What is drawn is fixed here: no sample, no day of today, no language or font of the machine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import ChartChoice
from desktop_app.charts.drawing.painting import paint_words
from desktop_app.charts.files import export
from desktop_app.charts.kinds.comparison import Show
from desktop_app.charts.layout.lettering import Lettering, set_line
from desktop_app.charts.looks.palette import DARK, LIGHT, Tokens
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.key_marks import draw_key_mark
from desktop_app.charts.shapes import Mark
from desktop_app.domain.dates import on_day
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.measures import ADM, ARR, RET, TGT_RET_WK, Basis
from desktop_app.domain.records import Record
from desktop_app.words.formats import PlainFormats
from tests.charts.case_records import FOUNDING, LEGAL, REFUSED, records
from tests.charts.samples import ADMITTED, EVENTS, RETURNED, SCHEME, TODAY, days, totals
from tests.domain.ledgers import BLOG, HOME_OFFICE, PAPER, Ledger, figure

FOLDER = Path(__file__).parent / "pictures"
SIZE = (640, 400)
COLUMNS = 3
SMALLEST = 0
"""What Qt calls the quality of a PNG: how little it is packed."""
EVERYTHING = ChartChoice(show=Show(withdrawn=True, field_notes=True, lighter_provisional=True))


def ledger() -> Ledger:
    """A scheme with every kind of value."""
    figures: list[Figure] = [
        *days(date(2024, 1, 1), date(2025, 10, 5)),
        *days(date(2025, 10, 6), TODAY, status=Status.PROVISIONAL),
        *totals(RET, RETURNED[:5]),
        figure(RET, "94", "2025-11-05", HOME_OFFICE),
        figure(RET, ">110", "2025-11-14", PAPER),
        figure(RET, "~150", "2025-11-27", PAPER),
        figure(RET, "193", "[2025-12-10..2025-12-20]", PAPER),
        figure(RET, "281", "2026-01-20", PAPER, status=Status.PROVISIONAL),
        figure(RET, "305", "2026-02-09", PAPER),
        figure(RET, "240", "2025-12-01", BLOG, rank=Rank.DEPRECATED),
        *totals(ADM, ADMITTED[:4]),
        figure(ADM, "65", "2025-11-07", PAPER, published="2025-11-07"),
        figure(ADM, "57", "2025-11-07", BLOG, published="2025-11-10"),
        figure(ADM, "84", "2025-11-14", PAPER),
        figure(ADM, "180..195", "2025-12-16", PAPER),
        figure(ADM, "350", "2026-01-27", PAPER),
        figure(TGT_RET_WK, "50", "2025-08", PAPER, basis=Basis.TARGET),
        *revisions("512", "498"),
    ]
    made: list[Record] = [SCHEME, *EVENTS]
    seen = ((3, "Dover"), (4, "Gravelines"), (20, "Dover"))
    made += [FieldNote(id=f"note {day}", date=on_day(date(2025, 11, day)), place=at) for day, at in seen]
    made += records(*[FOUNDING] * 6, *[REFUSED] * 3, *[LEGAL] * 5)
    # Ids decide between equals, so they are fixed too.
    named = (f"{RET} ", f"{ADM} ", f"{ARR} ", "revision")
    for place, each in enumerate(figures):
        made.append(each if each.id.startswith(named) else replace(each, id=f"figure {place:04}"))
    return Ledger(*made)


def revisions(*amounts: str) -> list[Figure]:
    """What the number of one day became, month after month."""
    found: list[Figure] = []
    for place, amount in enumerate(amounts):
        before = found[-1].id if found else "ARR 2025-07-01"
        published = f"2026-{3 + place:02}-01"
        found.append(
            figure(
                ARR,
                amount,
                "2025-07-01",
                HOME_OFFICE,
                id=f"revision {place}",
                published=published,
                revises=before,
            )
        )
    return found


def chart(name: str) -> QImage:
    """One chart on a light page."""
    asked = Asked(ledger(), PlainFormats(), TODAY, choice=EVERYTHING)
    style = ChartStyle.export(LIGHT, SIZE)
    return export.image(export.staged(registry.build(name, asked), style, SIZE))


def room() -> QImage:
    """The first chart as a room sees it."""
    asked = Asked(ledger(), PlainFormats(), TODAY)
    return export.image(
        export.staged(registry.build(registry.FIRST, asked), ChartStyle.presenter(DARK), SIZE)
    )


def plate() -> QImage:
    """Every mark with its name, on a light and on a dark page."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    half = SIZE[1] / 2
    for place, tokens in enumerate((LIGHT, DARK)):
        _marks(painter, tokens, QRectF(0, place * half, SIZE[0], half))
    painter.end()
    return image


def _marks(painter: QPainter, tokens: Tokens, area: QRectF) -> None:
    style, letters = ChartStyle.page(tokens), Lettering()
    painter.fillRect(area, QColor(style.ground))
    rows = -(-len(Mark) // COLUMNS)
    wide, high = area.width() / COLUMNS, (area.height() - 16) / rows
    for place, mark in enumerate(Mark):
        x = place % COLUMNS * wide + 30
        y = area.y() + 8 + (place // COLUMNS + 0.5) * high
        draw_key_mark(painter, mark, x, y, tokens.returned, style)
        tall = letters.height(style.sizes.tick)
        word = set_line(letters, mark.value, x + 24, y - tall / 2, style.sizes.tick, tokens.ink)
        paint_words(painter, (word,), letters)


def _of(name: str) -> Callable[[], QImage]:
    return lambda: chart(name)


PICTURES: dict[str, Callable[[], QImage]] = {
    **{name: _of(name) for name in registry.names()},
    "room": room,
    "marks": plate,
}


def stored(name: str) -> Path:
    """Where a picture is kept."""
    return FOLDER / f"{name}.png"


def main(names: list[str]) -> int:
    """Draw pictures anew."""
    application = QApplication.instance() or QApplication([])
    FOLDER.mkdir(exist_ok=True)
    for name in names or PICTURES:
        if not PICTURES[name]().save(str(stored(name)), "PNG", SMALLEST):
            raise OSError(f"could not write {stored(name)}")
        sys.stdout.write(f"{stored(name)}\n")
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
