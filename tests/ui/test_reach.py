"""That every page, dialog and window can be named, reached, hit and read without a mouse and with large text.

Whatever is a window, dialog or page of Evenhand is in VIEWS: a new one is asked the same questions at once.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app import paths, ui
from desktop_app.app import Application
from desktop_app.domain.amounts import Amount
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.field_notes import FieldNote, Force
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.services import attachments, backups, field_notes, forgetting, sample, sources
from desktop_app.services.drafts import FileDrafts
from desktop_app.services.exchange import exporting, planning
from desktop_app.services.exchange.wishes import Format, Wish
from desktop_app.services.workspace import Workspace
from desktop_app.ui.articles.dialog import ArticleDialog
from desktop_app.ui.briefing.dialog import BriefingDialog
from desktop_app.ui.cases.totals_dialog import TotalsDialog
from desktop_app.ui.changes.dialog import ChangesDialog
from desktop_app.ui.charts.beside.dialog import CompareDialog
from desktop_app.ui.charts.export_dialog import ExportDialog
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.charts.save_chart_dialog import SaveChartDialog
from desktop_app.ui.charts.scene_dialog import SceneDialog
from desktop_app.ui.checks.marked_text import MarkedText
from desktop_app.ui.checks.reason_dialog import AcceptDialog
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.crash import CrashDialog
from desktop_app.ui.exporting.dialog import LedgerExportDialog
from desktop_app.ui.figures import figure_words
from desktop_app.ui.figures.reason_dialog import ReasonDialog
from desktop_app.ui.history.deleted_dialog import DeletedDialog
from desktop_app.ui.history.dialog import HistoryDialog
from desktop_app.ui.imports.return_dialog import ReturnDialog
from desktop_app.ui.imports.wizard import COLUMNS, FILE, ROWS, ImportWizard
from desktop_app.ui.page import Page
from desktop_app.ui.places import Place
from desktop_app.ui.presenter.window import PresenterWindow
from desktop_app.ui.privacy.backups_dialog import BackupsDialog
from desktop_app.ui.privacy.forget_dialog import ForgetDialog
from desktop_app.ui.privacy.forgotten_dialog import ForgottenDialog
from desktop_app.ui.privacy.passphrase_dialog import PassphraseDialog
from desktop_app.ui.privacy.unlock_dialog import UnlockDialog
from desktop_app.ui.rules.dialog import RulesDialog
from desktop_app.ui.statements.page import StatementsPage
from desktop_app.ui.theme.theme import Mode
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.ui.window.about import about_box
from desktop_app.ui.window.command_palette import CommandPalette
from desktop_app.ui.window.help_window import HelpWindow
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.workspace_settings.dialog import WorkspaceSettingsDialog
from desktop_app.words.formats import PlainFormats
from tests.domain.articles.texts import FERRIES
from tests.journeys.running import part, running, workspace_of
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


def board(started: Application) -> QWidget:
    window = page("statements")(started)
    shown_page = cast(StatementsPage, part(started, StatementsPage, "statementsPage"))
    shown_page.switch.choose("boards")
    shown_page.board.focus_card()
    return window


def locked(started: Application) -> QWidget:
    assert started.desk is not None
    if started.desk.workspace is not None:
        started.desk.workspace.protect("three herons, one pier")
        started.window.commands["lock"].trigger()
    return started.window


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


def briefing(started: Application) -> QWidget:
    started.window.commands["briefing"].trigger()
    return cast(QWidget, part(started, BriefingDialog, "briefingDialog"))


def known_on(started: Application) -> QWidget:
    window = page("overview")(started)
    started.window.commands["known_earlier"].trigger()
    return window


def changes(started: Application) -> QWidget:
    started.window.commands["what_changed"].trigger()
    return cast(QWidget, part(started, ChangesDialog, "changesDialog"))


def totals(started: Application) -> QWidget:
    started.window.commands["beside_totals"].trigger()
    return cast(QWidget, part(started, TotalsDialog, "totalsDialog"))


def chart_of_cases(name: str) -> Show:
    """The page of charts with another chart than the first in front."""

    def show(started: Application) -> QWidget:
        window = page("charts")(started)
        charts = cast(ChartsPage, part(started, ChartsPage, "chartsPage"))
        charts.saved.show_built_in(name)
        charts.focus_first()
        return window

    return show


def save_chart(started: Application) -> QWidget:
    go(started, Place("charts"))
    started.window.commands["save_chart"].trigger()
    return cast(QWidget, part(started, SaveChartDialog, "saveChartDialog"))


def compare(started: Application) -> QWidget:
    go(started, Place("charts"))
    started.window.commands["compare_chart"].trigger()
    return cast(QWidget, part(started, CompareDialog, "compareDialog"))


def beside(started: Application) -> QWidget:
    """The chart as known on an earlier day beside itself."""
    dialog = cast(CompareDialog, compare(started))
    dialog.earlier.setChecked(True)
    dialog.compare.click()
    return started.window


def chart_words(started: Application) -> QWidget:
    """The words of a chart, one of them edited."""
    window = page("charts")(started)
    charts = cast(ChartsPage, part(started, ChartsPage, "chartsPage"))
    charts.wording.edit("headline", "A flood of people, said nobody")
    charts.area.show_tab("text")
    charts.focus_first()
    return window


def scene(started: Application) -> QWidget:
    go(started, Place("charts"))
    started.window.commands["add_case_scene"].trigger()
    return cast(QWidget, part(started, SceneDialog, "sceneDialog"))


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


def deleted(started: Application) -> QWidget:
    assert started.desk is not None
    assert started.desk.workspace is not None
    sources.remove(started.desk.workspace, [unused_source(started.desk.workspace)])
    started.window.commands["show_deleted"].trigger()
    return cast(QWidget, part(started, DeletedDialog, "deletedDialog"))


def unused_source(workspace: Workspace) -> Source:
    with workspace.change("record source") as work:
        return work.put(Source(publisher="An outlet", title="A page that nothing cites"))


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


def set_passphrase(started: Application) -> QWidget:
    assert started.desk is not None
    context = started.desk.context
    assert context is not None
    reason = "A record that is not for everybody."
    dialog = PassphraseDialog(context.workspace, context.formats, started.window, reason)
    dialog.first.setText("a word")
    return opened(dialog)


def open_protected(started: Application) -> QWidget:
    dialog = UnlockDialog(Path("example.evenhand"), started.window)
    dialog.field.setText("a word")
    return opened(dialog)


def forget(started: Application) -> QWidget:
    page("cases")(started)
    started.window.commands["forget_case"].trigger()
    return cast(QWidget, part(started, ForgetDialog, "forgetDialog"))


def forgotten(started: Application) -> QWidget:
    assert started.desk is not None
    context = started.desk.context
    assert context is not None
    with context.workspace.change("record case") as work:
        case = work.put(Case(code="C-9", sharing=Sharing.CLEAR))
    backups.make(context.workspace)
    report = forgetting.forget(context.workspace, case)
    return opened(ForgottenDialog(report, context.formats, started.window))


def list_backups(started: Application) -> QWidget:
    assert started.desk is not None
    assert started.desk.workspace is not None
    backups.make(started.desk.workspace)
    started.window.commands["backups"].trigger()
    return cast(QWidget, part(started, BackupsDialog, "backupsDialog"))


def case_part(name: str) -> Show:
    """The page of cases with another part of the chosen case in sight."""

    def show(started: Application) -> QWidget:
        window = page("cases")(started)
        cast(Segmented, part(started, Segmented, "caseParts")).choose(name)
        return window

    return show


def rules(started: Application) -> QWidget:
    started.window.commands["show_rules"].trigger()
    return cast(QWidget, part(started, RulesDialog, "rulesDialog"))


def workspace_settings(started: Application) -> QWidget:
    started.window.commands["workspace_settings"].trigger()
    return cast(QWidget, part(started, WorkspaceSettingsDialog, "workspaceSettings"))


def names_given_up(started: Application) -> QWidget:
    """The settings while names are about to be hidden that some case has."""
    assert started.desk is not None
    assert started.desk.workspace is not None
    workspace = started.desk.workspace
    with workspace.change("edit case") as work:
        work.put(replace(next(iter(workspace.every(Case))), name="A. N. Other"))
    return workspace_settings(started)


def accept(started: Application) -> QWidget:
    return opened(AcceptDialog("65 on 7 November 2025, then 57 on 10 November 2025", "", started.window))


def a_note(started: Application) -> QWidget:
    """A note with a file kept with it, and what it became."""
    workspace = workspace_of(started)
    note = FieldNote(
        place="Gravelines",
        date=PartialDate.parse("2025-11-09"),
        time="05:40",
        seen="Two boats left the beach while officers watched from the dune.",
        people=Amount.about(40),
        people_words="about 40",
        force=(Force.RUBBER_BALLS, Force.BOAT_CUT),
        sharing=Sharing.CLEAR,
    )
    with workspace.change("record note") as work:
        work.put(note)
    assert workspace.path is not None
    attachments.attach(workspace, note, [workspace.path])
    source = field_notes.as_source(workspace, note, PlainFormats())
    with workspace.change("record figure") as work:
        work.put(Figure(measure="ARR", citations=(Citation(source.id),)))
    return chosen("notes", "notesTable")(started)


def places(started: Application) -> QWidget:
    window = a_note(started)
    tabs = next(found for found in window.findChildren(Segmented) if found.accessibleName() == "Show")
    tabs.choose("places")
    return window


def a_note_changed(started: Application) -> QWidget:
    window = a_note(started)
    started.window.commands["edit_selected"].trigger()
    return window


def unfinished_note(started: Application) -> QWidget:
    assert started.desk is not None
    context = started.desk.context
    assert context is not None
    assert context.workspace.path is not None
    before = FileDrafts(paths.data_folder() / "drafts", context.workspace.path)
    before.keep("field note", {"seen": "Two boats"})
    before.close()
    window = page("notes")(started)
    assert part(started, Banner, "unfinishedBanner").isVisible()
    return window


def opened(dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog


VIEWS: dict[str, Show] = {
    "overview": page("overview"),
    "figures": page("figures"),
    "briefing": briefing,
    "a figure": chosen("figures", "figuresTable"),
    "cases": page("cases"),
    "a new case": page("cases", "add case"),
    "a new event": page("cases", "add event"),
    "notes": page("notes"),
    "a note": a_note,
    "places": places,
    "a note being changed": a_note_changed,
    "an unfinished note": unfinished_note,
    "clocks": case_part("clocks"),
    "legal route": case_part("route"),
    "rules": rules,
    "workspace settings": workspace_settings,
    "names given up": names_given_up,
    "an event half typed": half_typed,
    "an event": event_with_its_sources,
    "sources": page("sources"),
    "a new source": page("sources", "add"),
    "statements": page("statements"),
    "a statement said": chosen("statements", "statementTable"),
    "a new statement": page("statements", "add"),
    "a board": board,
    "charts": page("charts"),
    "check": page("check"),
    "a finding": chosen("check", "findingsTable"),
    "a statement": statement,
    "accept": accept,
    "known on": known_on,
    "changes": changes,
    "against the totals": totals,
    "balance": chart_of_cases("balance"),
    "pace": chart_of_cases("pace"),
    "share": chart_of_cases("share"),
    "year on year": chart_of_cases("year-on-year"),
    "vintages": chart_of_cases("vintages"),
    "journeys": chart_of_cases("journeys"),
    "time to return": chart_of_cases("time-to-return"),
    "one dot per person": chart_of_cases("dots"),
    "who says what": chart_of_cases("who-says"),
    "what would it take": chart_of_cases("what-would-it-take"),
    "save chart": save_chart,
    "compare": compare,
    "charts side by side": beside,
    "words of a chart": chart_words,
    "scene": scene,
    "start": start_page,
    "locked": locked,
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
    "deleted": deleted,
    "article": article,
    "import file": importing(FILE),
    "import columns": importing(COLUMNS),
    "import rows": importing(ROWS),
    "import own": own_export,
    "set passphrase": set_passphrase,
    "open protected": open_protected,
    "forget": forget,
    "forgotten": forgotten,
    "backups": list_backups,
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
    for _round in range(10):  # a layout asks the one around it, and those of a case lie in several
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
        TotalsDialog,
        CitationDialog,
        HistoryDialog,
        DeletedDialog,
        BriefingDialog,
        ExportDialog,
        LedgerExportDialog,
        CommandPalette,
        HelpWindow,
        CrashDialog,
        ReasonDialog,
        AcceptDialog,
        SaveChartDialog,
        CompareDialog,
        SceneDialog,
        RulesDialog,
        WorkspaceSettingsDialog,
        BackupsDialog,
        ForgetDialog,
        ForgottenDialog,
        PassphraseDialog,
        UnlockDialog,
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
