"""The commands that draw: a chart into a file, a page of the window into a file. No screen is needed."""

from __future__ import annotations

import argparse
import tempfile
from contextlib import closing
from pathlib import Path

from desktop_app.commands import display, writing
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import SafeToShow

CHARTS = ("returns-arrivals",)
PAGES = ("overview", "figures", "cases", "notes", "sources", "statements", "charts", "check")
FORMATS = (".png", ".svg", ".pdf")


def chart(options: argparse.Namespace) -> int:
    """Draw a chart as it would be exported from the window: from the safe view, with its sources."""
    if options.chart not in CHARTS:
        raise Refusal(RefusalCode.UNKNOWN_CHART, name=options.chart, known=", ".join(CHARTS))
    writing.check_target(options.out, FORMATS)
    display.do_without()
    from desktop_app.commands import looking
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(unlocked(options))) as workspace:
        from PySide6.QtCore import QLocale

        from desktop_app.app import make_application
        from desktop_app.charts import comparison, export
        from desktop_app.charts.palette import DARK, LIGHT
        from desktop_app.charts.style import ChartStyle
        from desktop_app.ui.clock import today_here
        from desktop_app.ui.formats import QtFormats

        application = make_application(["evenhand"])
        view = SafeToShow(looking.view(workspace, options))
        drawn = comparison.build(
            view,
            comparison.default_scheme(view),
            formats=QtFormats(QLocale()),
            today=today_here(),
            seen=looking.seen(options),
        )
        style = ChartStyle.export(DARK if options.theme == "dark" else LIGHT, options.size)
        kind = options.out.suffix.lower()
        writing.keep(options.out, export.rendered(drawn, kind, style=style, size=options.size))
        application.processEvents()
    return 0


def screenshot(options: argparse.Namespace) -> int:
    """Draw a page of the window as a person would see it, without touching the person's settings."""
    if options.page not in PAGES:
        raise Refusal(RefusalCode.UNKNOWN_PAGE, name=options.page, known=", ".join(PAGES))
    writing.check_target(options.out, (".png",))
    display.do_without()
    from desktop_app.services.workspace import Workspace

    file = unlocked(options)
    Workspace.open(file).close()
    with tempfile.TemporaryDirectory() as folder:
        from desktop_app.commands import looking, screenshots

        settings = Path(folder) / "settings.ini"
        seen = looking.seen(options)
        shot = screenshots.Shot(file, options.page, options.out, options.theme, options.size, seen)
        return screenshots.take(shot, settings)
