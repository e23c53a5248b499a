"""The commands that draw: a chart into a file, a page of the window into a file. No screen is needed."""

from __future__ import annotations

import argparse
import json
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.commands import display, writing
from desktop_app.commands.answering import say
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import SafeToShow

if TYPE_CHECKING:
    from desktop_app.charts.registry import Chart

PAGES = ("overview", "figures", "cases", "notes", "sources", "statements", "charts", "check")
PICTURES = (".png", ".svg", ".pdf")
SLIDES = (".pptx",)
VALUES = (".json", ".csv")
"""The plotted values, with the words of the chart."""


def charts(options: argparse.Namespace) -> int:
    """List the charts by their names, and with a file those saved in it by their titles."""
    from desktop_app.charts import registry

    widest = max(map(len, registry.names()))
    for kind in registry.kinds():
        say(f"{kind.name.ljust(widest)}  {kind.title()}")
    if options.file is not None:
        from desktop_app.commands import saved_charts
        from desktop_app.services.workspace import Workspace

        with closing(Workspace.open(unlocked(options), read_only=True)) as workspace:
            for scene in saved_charts.listed(workspace):
                say(scene.title)
    return 0


def chart(options: argparse.Namespace) -> int:
    """Draw a chart, or write its values, as it would be exported: from the safe view, with its sources."""
    display.do_without()
    writing.check_target(options.out, (*PICTURES, *SLIDES, *VALUES))
    if options.out.suffix.lower() in SLIDES:
        from desktop_app.charts.slides import deck

        deck.check_available()
    from desktop_app.charts import kept, registry
    from desktop_app.commands import looking, saved_charts
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(unlocked(options))) as workspace:
        saved = saved_charts.called(workspace, options.chart)
        from PySide6.QtCore import QLocale

        from desktop_app.app import make_application
        from desktop_app.charts.asked import Asked
        from desktop_app.ui.clock import today_here
        from desktop_app.ui.formats import QtFormats

        application = make_application(["evenhand"])
        view = SafeToShow(looking.view(workspace, options))
        asked = Asked(view, QtFormats(QLocale()), today_here(), looking.seen(options))
        if saved is None:
            drawn = registry.build(options.chart, asked)
        else:
            drawn = kept.build(saved, asked, workspace, follows=asked.seen.day is not None)
        writing.keep(options.out, _contents(drawn, options))
        application.processEvents()
    return 0


def _contents(drawn: Chart, options: argparse.Namespace) -> bytes:
    """What is written: a picture, or the values as text."""
    from desktop_app.charts import export, tables
    from desktop_app.charts.palette import DARK, LIGHT
    from desktop_app.charts.style import ChartStyle

    kind = options.out.suffix.lower()
    if kind == ".json":
        return f"{json.dumps(tables.as_plain(options.chart, drawn), ensure_ascii=False, indent=2)}\n".encode()
    if kind == ".csv":
        return tables.as_csv(drawn).encode()
    if kind in SLIDES:
        from desktop_app.charts.slides import deck

        return deck.written(drawn)
    style = ChartStyle.export(DARK if options.theme == "dark" else LIGHT, options.size)
    return export.rendered(drawn, kind, style=style, size=options.size)


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
