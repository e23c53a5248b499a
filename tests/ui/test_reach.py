"""That every page, dialog and window can be named, reached, hit and read without a mouse and with large text.

Whatever is a window, dialog or page of Evenhand is in VIEWS: a new one is asked the same questions at once.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app import ui
from desktop_app.app import Application
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.services import sample
from desktop_app.services.exchange import exporting, planning
from desktop_app.services.exchange.wishes import Format, Wish
from desktop_app.ui.articles.dialog import ArticleDialog
from desktop_app.ui.changes.dialog import ChangesDialog
from desktop_app.ui.charts.export_dialog import ExportDialog
from desktop_app.ui.charts.save_chart_dialog import SaveChartDialog
from desktop_app.ui.checks.marked_text import MarkedText
from desktop_app.ui.checks.reason_dialog import AcceptDialog
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.crash import CrashDialog
from desktop_app.ui.exporting.dialog import LedgerExportDialog
from desktop_app.ui.figures import figure_words
from desktop_app.ui.figures.reason_dialog import ReasonDialog
from desktop_app.ui.history.dialog import HistoryDialog
from desktop_app.ui.imports.return_dialog import ReturnDialog
from desktop_app.ui.imports.wizard import COLUMNS, FILE, ROWS, ImportWizard
from desktop_app.ui.page import Page
from desktop_app.ui.places import Place
from desktop_app.ui.presenter.window import PresenterWindow
from desktop_app.ui.theme.theme import Mode
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.ui.window.command_palette import CommandPalette
from desktop_app.ui.window.commands import about_box
from desktop_app.ui.window.help_window import HelpWindow
from desktop_app.ui.window.main_window import MainWindow
from tests.domain.articles.texts import FERRIES
from tests.journeys.running import part, running
from tests.ui import reach

Show = Callable[[Application], QWidget]
SMALL_SCREEN = (1366, 768)


def go(started: Application, place: Place) -> QWidget:
    assert started.desk is not None
    started.desk.navigator.go(place)
    return started.window


def page(name: str, wish: str = "") -> Show:
    def show(started: Application) -> QWidget:
        window = go(started, Place(name, wish=wish))
        assert started.desk is not None
        assert started.desk.page is not None
        if not wish:
            started.desk.page.focus_first()
        return window

    return show


def chosen(name: str, table: str) -> Show:
    """A page with its first record chosen, so that the inspector has something to show."""

    def show(started: Application) -> QWidget:
        window = page(name)(started)
        records = cast(RecordTableView, part(started, RecordTableView, table))
        records.select(records.records.id_at(0))
        return window

    return show


def start_page(started: Application) -> QWidget:
    assert started.desk is not None
    started.desk.close()
    started.desk.start_page.setFocus()
    return started.window


def export(started: Application) -> QWidget:
    go(started, Place("charts", wish="export"))
    return cast(QWidget, part(started, ExportDialog, "exportDialog"))


def export_figures(started: Application) -> QWidget:
    go(started, Place("figures"))
    started.window.commands["export"].trigger()
    return cast(QWidget, part(started, LedgerExportDialog, "ledgerExportDialog"))


def known_on(started: Application) -> QWidget:
    window = page("overview")(started)
    started.window.commands["known_earlier"].trigger()
    return window


def changes(started: Application) -> QWidget:
    started.window.commands["what_changed"].trigger()
    return cast(QWidget, part(started, ChangesDialog, "changesDialog"))


def save_chart(started: Application) -> QWidget:
    go(started, Place("charts"))
    started.window.commands["save_chart"].trigger()
    return cast(QWidget, part(started, SaveChartDialog, "saveChartDialog"))


def presenter(started: Application) -> QWidget:
    go(started, Place("charts", wish="present"))
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PresenterWindow) and w.isVisible())


def palette(started: Application) -> QWidget:
    return opened(CommandPalette(started.window.menus.to_be_found, started.window))


def help_window(started: Application) -> QWidget:
    return opened(HelpWindow("figures", started.window))


def about(started: Application) -> QWidget:
    return opened(about_box(started.window))


def crash(started: Application) -> QWidget:
    return opened(CrashDialog("Evenhand 1\n\nValueError\n  /ui/page.py:1 show", started.window))


def reason(started: Application) -> QWidget:
    return opened(ReasonDialog("94 people returned, early Nov 2025", Rank.DEPRECATED, "", started.window))


def cite(started: Application) -> QWidget:
    chosen("figures", "figuresTable")(started)
    cast(QWidget, part(started, QPushButton, "addCitation")).click()
    return cast(QWidget, part(started, CitationDialog, "citationDialog"))


def article(started: Application) -> QWidget:
    assert started.desk is not None
    assert started.desk.context is not None
    return opened(ArticleDialog(started.desk.context, FERRIES, started.window))


def importing(step: int) -> Show:
    """The import wizard at a step."""

    def show(started: Application) -> QWidget:
        assert started.desk is not None
        assert started.desk.context is not None
        # Dates that could begin with the month, so that the columns are asked about.
        text = "Date\tReturned to France\tSource\n3/4/2025\t12\tBBC News\n5/6/2025\t14\tBBC News\n"
        wizard = ImportWizard(started.desk.context, None, text=text, parent=started.window)
        opened(wizard)
        _until(lambda: wizard.step == COLUMNS and wizard.is_at_rest)
        if step == ROWS:
            wizard.draft.change(wizard.draft.layout.with_date_order("dmy"))  # type: ignore[union-attr]
            wizard.go_on()
            _until(lambda: wizard.step == ROWS and wizard.is_at_rest)
        elif step == FILE:
            wizard.go_back()
        return wizard

    return show


def own_export(started: Application) -> QWidget:
    assert started.desk is not None
    context = started.desk.context
    assert context is not None
    path = context.workspace.path
    assert path is not None
    out = path.with_name("ledger.json")
    exporting.export(context.workspace, out, Wish(Format.JSON))
    figures = list(context.workspace.every(Figure))
    with context.workspace.change("delete figures") as work:
        for figure in figures[:2]:
            work.remove(figure)
    return opened(ReturnDialog(context, planning.plan(context.workspace, out), started.window))


def _until(holds: Callable[[], bool]) -> None:
    while not holds():
        QApplication.processEvents()


def history(started: Application) -> QWidget:
    chosen("figures", "figuresTable")(started)
    started.window.commands["show_history"].trigger()
    return cast(QWidget, part(started, HistoryDialog, "historyDialog"))


def half_typed(started: Application) -> QWidget:
    """A line that fills every field, of an event that is there already."""
    window = page("cases", "add event")(started)
    part(started, QLineEdit, "eventLine").setText("arrived 6 aug 2025 at Dover by Border Force, denied by x")
    return window


def event_with_its_sources(started: Application) -> QWidget:
    window = chosen("cases", "eventTable")(started)
    if not part(started, QWidget, "eventPanel").isVisible():
        part(started, QPushButton, "eventSources").click()
    return window


def statement(started: Application) -> QWidget:
    window = page("check", "statement")(started)
    text = cast(MarkedText, part(started, MarkedText, "statementText"))
    text.setPlainText("38,726 people had arrived by 9 November 2025, and 94 were returned.")
    text.paused.emit()
    return window


def accept(started: Application) -> QWidget:
    return opened(AcceptDialog("65 on 7 November 2025, then 57 on 10 November 2025", "", started.window))


def opened(dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog


VIEWS: dict[str, Show] = {
    "overview": page("overview"),
    "figures": page("figures"),
    "a figure": chosen("figures", "figuresTable"),
    "cases": page("cases"),
    "a new case": page("cases", "add case"),
    "a new event": page("cases", "add event"),
    "an event half typed": half_typed,
    "an event": event_with_its_sources,
    "sources": page("sources"),
    "a new source": page("sources", "add"),
    "charts": page("charts"),
    "check": page("check"),
    "a finding": chosen("check", "findingsTable"),
    "a statement": statement,
    "accept": accept,
    "known on": known_on,
    "changes": changes,
    "save chart": save_chart,
    "start": start_page,
    "presenter": presenter,
    "export": export,
    "export figures": export_figures,
    "palette": palette,
    "help": help_window,
    "about": about,
    "crash": crash,
    "reason": reason,
    "cite": cite,
    "history": history,
    "article": article,
    "import file": importing(FILE),
    "import columns": importing(COLUMNS),
    "import rows": importing(ROWS),
    "import own": own_export,
}
ON_THE_WINDOW = {name: show for name, show in VIEWS.items() if name not in ("presenter", "help")}
"""Those with more than one place for the keyboard."""


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    path = tmp_path / "example.evenhand"
    sample.create(path)
    with running(qtbot, tmp_path, path) as application:
        yield application
        application.theme.set_mode(Mode.LIGHT)
        application.theme.set_zoom(1.0)
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not application.window:
                window.close()


def shown(started: Application, qtbot: QtBot, name: str) -> QWidget:
    view: QWidget = VIEWS[name](started)
    settle(qtbot, view)
    return view


def settle(qtbot: QtBot, window: QWidget) -> None:
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitActive(window)
    for _round in range(4):  # a layout asks the one around it
        QApplication.processEvents()


def test_none_is_missing_here() -> None:
    for found in pkgutil.walk_packages(ui.__path__, "desktop_app.ui."):
        importlib.import_module(found.name)
    ours = {
        kind
        for base in (Page, QDialog, QMainWindow)
        for kind in base.__subclasses__()
        if kind.__module__.startswith("desktop_app.")
    }
    asked = {
        ArticleDialog,
        ImportWizard,
        ReturnDialog,
        ChangesDialog,
        CitationDialog,
        HistoryDialog,
        ExportDialog,
        LedgerExportDialog,
        CommandPalette,
        HelpWindow,
        CrashDialog,
        ReasonDialog,
        AcceptDialog,
        SaveChartDialog,
        MainWindow,
    }
    pages = {kind for kind in ours if issubclass(kind, Page)}
    assert {kind.__name__.removesuffix("Page").lower() for kind in pages} <= set(VIEWS)
    assert ours - pages == asked


@pytest.mark.parametrize("name", VIEWS)
def test_all_is_named_and_hit_and_tab_goes_round(started: Application, qtbot: QtBot, name: str) -> None:
    view = shown(started, qtbot, name)
    focused = view.focusWidget()
    assert focused is not None
    assert reach.is_station(focused)
    if isinstance(view, MainWindow):
        assert view.stack.currentWidget().isAncestorOf(focused), "work begins on the page"
    assert reach.unnamed(view) == []
    assert reach.too_small(view) == []
    assert reach.shared_keys(view) == []
    met = reach.tab_round(view)
    assert view.focusWidget() is met[0]
    assert [reach.said(widget) for widget in reach.stations(view) if widget not in met] == []
    assert reach.backwards(view, met) == []


@pytest.mark.parametrize("name", ON_THE_WINDOW)
def test_where_the_keyboard_is_can_be_seen(started: Application, qtbot: QtBot, name: str) -> None:
    view = shown(started, qtbot, name)
    asked = view.stack.currentWidget() if isinstance(view, MainWindow) else view
    assert reach.without_visible_focus(asked) == []
    started.theme.set_mode(Mode.DARK)
    settle(qtbot, view)
    assert reach.without_visible_focus(asked) == []


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_where_the_keyboard_is_can_be_seen_in_bar_and_list_of_pages(
    started: Application, qtbot: QtBot, mode: Mode
) -> None:
    started.theme.set_mode(mode)
    settle(qtbot, started.window)
    assert reach.without_visible_focus(started.window.top_bar) == []
    assert reach.without_visible_focus(started.window.sidebar) == []


@pytest.mark.parametrize("name", VIEWS)
def test_large_text_is_whole_and_within_reach_on_a_small_screen(
    started: Application, qtbot: QtBot, name: str
) -> None:
    for zoom in (1.0, 1.4, 2.0):
        started.theme.set_zoom(zoom)
        view = shown(started, qtbot, name)
        if not isinstance(view, PresenterWindow):
            assert view.width() <= SMALL_SCREEN[0]
            assert view.height() <= SMALL_SCREEN[1]
        assert reach.clipped(view) == [], zoom
        assert reach.out_of_reach(view) == [], zoom
        assert reach.squeezed(view) == [], zoom
        if view is not started.window:
            view.close()
            qtbot.waitUntil(partial(gone, view))


def gone(view: QWidget) -> bool:
    return not isValid(view)


def test_closing_a_dialog_gives_the_keyboard_back(started: Application, qtbot: QtBot) -> None:
    page("charts")(started)
    settle(qtbot, started.window)
    opener = started.window.focusWidget()
    dialog = cast(QDialog, export(started))
    settle(qtbot, dialog)
    dialog.reject()
    qtbot.waitActive(started.window)
    assert started.window.focusWidget() is opener


def test_a_status_is_known_by_its_shape_and_its_word(qapp: QApplication) -> None:
    said = [figure_words.status(status) for status in Status]
    marks = [words.split()[0] for words in said]
    drawn = {bytes(grey_picture(mark, qapp.font()).constBits()) for mark in marks}
    assert len(set(said)) == len(list(Status))
    assert len(drawn) == len(set(marks)) == len(list(Status))


def grey_picture(mark: str, font: QFont) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, mark)
    painter.end()
    return image
