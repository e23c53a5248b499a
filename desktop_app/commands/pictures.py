"""The commands that draw: a chart into a file, a page of the window into a file. No screen is needed."""

from __future__ import annotations

import argparse
import errno
import tempfile
from contextlib import closing
from pathlib import Path

from desktop_app.commands import display
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import SafeToShow

CHARTS = ("returns-arrivals",)
PAGES = ("overview", "figures", "cases", "sources", "charts")
FORMATS = (".png", ".svg", ".pdf")


def chart(options: argparse.Namespace) -> int:
    """Draw a chart as it would be exported from the window: from the safe view, with its sources."""
    if options.chart not in CHARTS:
        raise Refusal(RefusalCode.UNKNOWN_CHART, name=options.chart, known=", ".join(CHARTS))
    _check_target(options.out, FORMATS)
    display.do_without()
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(options.file)) as workspace:
        from PySide6.QtCore import QLocale

        from desktop_app.app import make_application
        from desktop_app.charts import comparison, export
        from desktop_app.charts.palette import DARK, LIGHT
        from desktop_app.charts.style import ChartStyle
        from desktop_app.ui.clock import today_here
        from desktop_app.ui.formats import QtFormats

        application = make_application(["evenhand"])
        view = SafeToShow(workspace)
        drawn = comparison.build(
            view,
            comparison.default_scheme(view),
            formats=QtFormats(QLocale()),
            known_on=options.known_on,
            today=today_here(),
        )
        style = ChartStyle.export(DARK if options.theme == "dark" else LIGHT, options.size)
        try:
            export.write(drawn, options.out, style=style, size=options.size)
        except OSError as error:
            raise _cannot_write(options.out, error) from error
        application.processEvents()
    return 0


def screenshot(options: argparse.Namespace) -> int:
    """Draw a page of the window as a person would see it, without touching the person's settings."""
    if options.page not in PAGES:
        raise Refusal(RefusalCode.UNKNOWN_PAGE, name=options.page, known=", ".join(PAGES))
    _check_target(options.out, (".png",))
    display.do_without()
    from desktop_app.services.workspace import Workspace

    Workspace.open(options.file).close()
    with tempfile.TemporaryDirectory() as folder:
        from desktop_app.commands import screenshots

        settings = Path(folder) / "settings.ini"
        shot = screenshots.Shot(options.file, options.page, options.out, options.theme, options.size)
        return screenshots.take(shot, settings)


def _cannot_write(path: Path, error: OSError) -> Refusal:
    if error.errno == errno.ENOSPC:
        return Refusal(RefusalCode.DISK_FULL, path=str(path))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Refusal(RefusalCode.NO_PERMISSION, path=str(path))
    return Refusal(RefusalCode.DISK_ERROR, path=str(path))


def _check_target(out: Path, formats: tuple[str, ...]) -> None:
    if out.suffix.lower() not in formats:
        raise Refusal(RefusalCode.UNKNOWN_FORMAT, name=out.suffix or out.name, known=", ".join(formats))
    if out.is_dir():
        raise Refusal(RefusalCode.IS_A_FOLDER, path=str(out))
    if not out.parent.is_dir():
        raise Refusal(RefusalCode.NOT_FOUND, path=str(out.parent))
