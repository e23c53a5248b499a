"""The one face of every chart: Source Sans Pro, whose files come as a package of their own.

With it a chart is the same picture on every machine, on the page, before a room and in every file. The rest
of the window keeps the interface font of the system. It is under the SIL Open Font License 1.1.
"""

from __future__ import annotations

import importlib.util
import logging
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Source Sans Pro"
ASCENT, DESCENT = 0.94, 0.25
"""How far its letters reach, accents on capitals included, in sizes. Its own line is higher: room for two
accents, one upon the other, which would stand between every two lines of a chart."""
_PACKAGE = "font_source_sans_pro"
_FILES = {
    QFont.Weight.Normal: "SourceSansPro-Regular.ttf",
    QFont.Weight.DemiBold: "SourceSansPro-Semibold.ttf",
    QFont.Weight.Bold: "SourceSansPro-Bold.ttf",
}
_log = logging.getLogger(__name__)


def font() -> QFont:
    """The face; the application's own font without its files. Qt finds what it lacks in others."""
    return QFont(FAMILY) if is_loaded() else QFont()


@cache
def is_loaded() -> bool:
    """Whether Qt knows the face, which is loaded with the first letter of a chart and not with the window."""
    if added(files()):
        return True
    _log.warning("%s is not installed: charts use the font of the window", FAMILY)
    return False


def added(paths: dict[QFont.Weight, Path]) -> bool:
    """Give these files to Qt; false where there are none, or one of them cannot be read as the face."""
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in paths.values() if path.is_file()]
    known = [FAMILY in QFontDatabase.applicationFontFamilies(number) for number in numbers if number >= 0]
    return len(known) == len(_FILES) and all(known)


def files() -> dict[QFont.Weight, Path]:
    """The file of each weight that charts use; none where the package is not there."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        return {}
    folder = Path(found.submodule_search_locations[0]) / "files"
    return {weight: folder / name for weight, name in _FILES.items()}
