"""Draws every chart of the registry from the sample, to be looked at side by side: `dev.py gallery`.

    gallery.py [folder] [edition.ods]

Into the folder (dist/gallery if none is named): a PNG of each chart at each size in each theme,
`contact-sheet.png` with all of them small, and `index.html` with their words. The newest edition of the Home
Office's time series beside this checkout, or the one named, is imported first; without any, the sample stands
alone. What is drawn is what an export would hold: from the safe view, through the same builders and stage.
"""

from __future__ import annotations

import html
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.app import make_application
from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import ChartChoice, Per, Scale
from desktop_app.charts.files import export
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from desktop_app.domain.views import SafeToShow
from desktop_app.services import importing, sample
from desktop_app.services.workspace import Workspace
from desktop_app.ui.clock import today_here
from desktop_app.ui.formats import QtFormats

ROOT = Path(__file__).resolve().parent.parent
EDITIONS = ROOT.parent / "shared" / "data" / "home_office"
"""Where editions are looked for; their names begin with their day."""
SIZES = {"1280x720": (1280, 720), "1920x1080": (1920, 1080), "a4": (1123, 794)}
"""The last is A4 on its side at 96 pixels to the inch."""
MODES = {
    "returns-arrivals-one-axis": ("returns-arrivals", ChartChoice(scale=Scale.ONE_AXIS)),
    "returns-arrivals-log": ("returns-arrivals", ChartChoice(scale=Scale.LOG)),
    "pace-month": ("pace", ChartChoice(per=Per.MONTH)),
}
"""Charts that are drawn once more, by another choice."""
THEMES = {"light": LIGHT, "dark": DARK}
SMALL, HIGH, LETTER = 400, 290, 15
"""A picture of the contact sheet: its width, its height with its words, and how high those are."""


class Picture(NamedTuple):
    """One picture that has been written."""

    chart: str
    path: Path
    alt: str


def newest_edition(folder: Path = EDITIONS) -> Path | None:
    """The newest edition in a folder; None where there is none."""
    return max(folder.glob("*.ods"), default=None, key=lambda path: path.name)


def built(edition: Path | None) -> dict[str, Chart]:
    """Every chart of the sample, with the edition imported where there is one."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "gallery.evenhand"
        sample.create(file)
        with closing(Workspace.open(file)) as workspace:
            if edition is not None:
                importing.apply(workspace, importing.plan(workspace, importing.prepare(edition)))
            formats = QtFormats(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
            asked = Asked(SafeToShow(workspace), formats, today_here())
            charts = {name: registry.build(name, asked) for name in registry.names()}
            for words, (name, choice) in MODES.items():
                charts[words] = registry.build(name, replace(asked, choice=choice))
            return charts


def written(charts: dict[str, Chart], folder: Path) -> Iterator[Picture]:
    """Write each chart at each size in each theme."""
    for name, chart in charts.items():
        for theme, tokens in THEMES.items():
            for words, size in SIZES.items():
                path = folder / f"{name}-{words}-{theme}.png"
                export.write(chart, path, style=ChartStyle.export(tokens, size), size=size)
                yield Picture(name, path, chart.alt)


def contact_sheet(pictures: list[Picture]) -> QImage:
    """All of them small: a row for each chart."""
    across = len(SIZES) * len(THEMES)
    rows = -(-len(pictures) // across)
    sheet = QImage(across * SMALL, rows * HIGH, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setPen(QColor("#ffffff"))
    font = painter.font()
    font.setPixelSize(LETTER)
    painter.setFont(font)
    for place, picture in enumerate(pictures):
        x, y = place % across * SMALL, place // across * HIGH
        small = QImage(str(picture.path)).scaled(
            SMALL - 8,
            HIGH - 2 * LETTER,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(x + 4, y + 2 * LETTER - 4, small)
        painter.drawText(QRectF(x + 4, y, SMALL - 8, 2 * LETTER - 4), 0, picture.path.stem)
    painter.end()
    return sheet


def index(charts: dict[str, Chart], pictures: list[Picture]) -> str:
    """A page with every picture and the words of every chart."""
    parts = ['<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Charts</title>']
    parts.append("<style>body{font-family:sans-serif;margin:2em}img{width:30%;margin:.5em}</style>")
    parts.append("<h1>Charts</h1>")
    for name, chart in charts.items():
        parts.append(f"<h2>{html.escape(name)}: {html.escape(chart.headline)}</h2>")
        parts += [f"<p>{html.escape(text)}</p>" for text in (chart.subtitle, chart.footer, chart.alt) if text]
        for picture in pictures:
            if picture.chart == name:
                link, alt = html.escape(picture.path.name, quote=True), html.escape(picture.alt, quote=True)
                parts.append(f'<a href="{link}"><img src="{link}" alt="{alt}"></a>')
    return "\n".join(parts) + "\n</html>\n"


def make(folder: Path, edition: Path | None) -> list[Picture]:
    """Make the gallery; gives what was written besides the sheet and the index."""
    folder.mkdir(parents=True, exist_ok=True)
    charts = built(edition)
    pictures = list(written(charts, folder))
    if not contact_sheet(pictures).save(str(folder / "contact-sheet.png")):
        raise OSError(f"could not write {folder / 'contact-sheet.png'}")
    (folder / "index.html").write_text(index(charts, pictures), encoding="utf-8")
    return pictures


def main(arguments: list[str]) -> int:
    """Make the gallery and say where it is."""
    application = make_application(["gallery"])
    folder = next((Path(each) for each in arguments if not each.endswith(".ods")), ROOT / "dist" / "gallery")
    named = next((Path(each) for each in arguments if each.endswith(".ods")), None)
    edition = named or newest_edition()
    pictures = make(folder, edition)
    application.processEvents()
    print(f"{len(pictures)} pictures of {'the sample' if edition is None else edition.name}: {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
