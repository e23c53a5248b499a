"""The command that writes a briefing into a file, from what is safe to show. No screen is needed."""

from __future__ import annotations

import argparse
from contextlib import closing

from desktop_app.commands import display, writing
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain.views import SafeToShow

FORMS = (".html", ".odt", ".pdf")


def brief(options: argparse.Namespace) -> int:
    """Write the briefing; what is not for an audience never reaches it."""
    display.do_without()
    writing.check_target(options.out, FORMS)
    names = _names(options.charts)
    from desktop_app.charts import kept
    from desktop_app.commands import looking, saved_charts
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(unlocked(options))) as workspace:
        found = {name: saved_charts.called(workspace, name) for name in names or ()}
        saved = {name: scene for name, scene in found.items() if scene is not None}
        from PySide6.QtCore import QLocale

        from desktop_app.app import make_application
        from desktop_app.charts.asked import Asked
        from desktop_app.ui.briefing import writing as briefing
        from desktop_app.ui.clock import today_here
        from desktop_app.ui.formats import QtFormats

        application = make_application(["evenhand"])
        view = SafeToShow(looking.view(workspace, options))
        asked = Asked(view, QtFormats(QLocale()), today_here(), looking.seen(options))
        form = briefing.Form(options.out.suffix.lower().removeprefix("."))
        chosen = briefing.drawable(asked) if names is None else names
        follows = asked.seen.day is not None
        charts = {name: kept.build(scene, asked, workspace, follows=follows) for name, scene in saved.items()}
        writing.keep(options.out, briefing.written(asked, chosen, form, charts))
        application.processEvents()
    return 0


def _names(text: str | None) -> list[str] | None:
    """The charts asked for, by name or title, each once; None where nobody chose."""
    if text is None:
        return None
    return list(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
