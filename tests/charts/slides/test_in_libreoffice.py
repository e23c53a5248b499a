"""A slide opened by another program: LibreOffice finds every chart of it with every number."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop_app.charts.registry import Chart
from desktop_app.charts.slides import deck
from desktop_app.charts.slides.native import Native, Shape, natives
from tests.charts.samples import motley, usual
from tests.charts.test_sheet_stage import CASES, sheet

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value"
ROW = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-row"
CHARTS: dict[str, Chart] = {
    "usual": usual(),
    "motley": motley(),
    "stays": sheet("time-to-return", *CASES[:2]),
    "curves": sheet("time-to-return", *CASES * 4),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The slides of all charts as LibreOffice writes them again."""
    folder = tmp_path_factory.mktemp("slides")
    for name, chart in CHARTS.items():
        (folder / f"{name}.pptx").write_bytes(deck.written(chart))
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    names = [str(folder / f"{name}.pptx") for name in CHARTS]
    command = ["soffice", own, "--headless", "--convert-to", "odp", "--outdir", str(folder), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


def rows_of(path: Path) -> list[set[tuple[float, ...]]]:
    """The rows of numbers behind each chart of a presentation, from top to bottom."""
    with zipfile.ZipFile(path) as archive:
        parts = sorted(name for name in archive.namelist() if name.endswith("/content.xml"))
        found = []
        for part in parts:
            rows = ElementTree.fromstring(archive.read(part)).iter(ROW)
            found.append(
                {tuple(float(cell.get(VALUE, "nan")) for cell in row if VALUE in cell.attrib) for row in rows}
            )
    return found


def numbers(native: Native) -> set[float]:
    values = {value for series in native.series for value in series.values}
    places = {place for series in native.series for place in series.places}
    return values | places if native.shape is Shape.LINES else values


@pytest.mark.parametrize("name", CHARTS)
def test_every_number_of_every_chart_is_there(name: str, opened: Path) -> None:
    wanted = natives(CHARTS[name])
    assert wanted
    found = rows_of(opened / f"{name}.odp")
    assert len(found) == len(wanted)
    for native, rows in zip(wanted, found, strict=True):
        there = {round(number, 6) for row in rows for number in row}
        assert {round(number, 6) for number in numbers(native)} <= there, native.title
