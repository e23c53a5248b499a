"""The commands that draw: a chart into a file, a page of the window into a file. No screen is needed."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.commands import display, writing
from desktop_app.commands.answering import say, say_json
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import SafeToShow

if TYPE_CHECKING:
    from desktop_app.charts.registry import Chart
    from desktop_app.domain.scenes import Scene

PAGES = ("overview", "figures", "cases", "notes", "sources", "statements", "charts", "check")
PICTURES = (".png", ".svg", ".pdf")
SLIDES = (".pptx",)
VALUES = (".json", ".csv", ".xlsx")
"""The plotted values, with the words of the chart."""


def charts(options: argparse.Namespace) -> int:
    """List the charts by their names with their options, and with a file those saved in it by title."""
    from desktop_app.charts import registry
    from desktop_app.commands import chart_options

    saved = _saved(options)
    if options.json:
        plain = [chart_options.as_plain(kind) for kind in registry.kinds()]
        say_json([*plain, *({"saved": scene.title, "chart": scene.chart} for scene in saved)])
        return 0
    name = max(map(len, registry.names()))
    title = max(len(kind.title()) for kind in registry.kinds())
    for kind in registry.kinds():
        taken = " ".join(chart_options.flags(kind))
        say(f"{kind.name.ljust(name)}  {kind.title().ljust(title)}  {taken}".rstrip())
    for scene in saved:
        say(scene.title)
    return 0


def _saved(options: argparse.Namespace) -> Sequence[Scene]:
    """The charts saved in the file, if one is named."""
    if options.file is None:
        return ()
    from desktop_app.commands import saved_charts
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(unlocked(options), read_only=True)) as workspace:
        return saved_charts.listed(workspace)


def chart(options: argparse.Namespace) -> int:
    """Draw a chart, or write its values, as it would be exported: from the safe view, with its sources."""
    display.do_without()
    writing.check_target(options.out, (*PICTURES, *SLIDES, *VALUES))
    if options.out.suffix.lower() in SLIDES:
        from desktop_app.charts.slides import deck

        deck.check_available()
    from desktop_app.charts import kept, registry
    from desktop_app.commands import chart_options, looking, saved_charts
    from desktop_app.services.workspace import Workspace

    kind = registry.named(options.chart)
    if kind is not None:
        chart_options.check(kind, options)
    with closing(Workspace.open(unlocked(options))) as workspace:
        saved = saved_charts.called(workspace, options.chart)
        from PySide6.QtCore import QLocale

        from desktop_app.app import make_application
        from desktop_app.charts.asked import Asked
        from desktop_app.ui.clock import today_here
        from desktop_app.ui.formats import QtFormats
        from desktop_app.ui.locales import date_order

        application = make_application(["evenhand"])
        view = SafeToShow(looking.view(workspace, options))
        formats, today = QtFormats(QLocale()), today_here()
        asked = Asked(view, formats, today, looking.seen(options))
        if saved is not None:
            chart_options.check_none(saved.title, options)
            drawn = kept.build(saved, asked, workspace, follows=asked.seen.day is not None)
        elif kind is not None:
            choice = chart_options.chosen(kind, options, view, formats, today, date_order(QLocale()))
            drawn = kind.build(replace(asked, choice=choice))
        writing.keep(options.out, _contents(drawn, options))
        application.processEvents()
    return 0


def _contents(drawn: Chart, options: argparse.Namespace) -> bytes:
    """What is written: a picture, or the values as text."""
    from desktop_app.charts.files import export, tables
    from desktop_app.charts.looks.palette import DARK, LIGHT
    from desktop_app.charts.looks.style import ChartStyle

    kind = options.out.suffix.lower()
    if kind == ".json":
        return f"{json.dumps(tables.as_plain(options.chart, drawn), ensure_ascii=False, indent=2)}\n".encode()
    if kind == ".csv":
        return tables.as_csv(drawn).encode()
    if kind == ".xlsx":
        from desktop_app.charts.files.workbook import as_workbook

        return as_workbook(drawn)
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
