"""The page of charts: one of them, each point with what is behind it, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop_app.charts import comparison, registry, worded
from desktop_app.charts.choice import EVERY_DAY, ChartChoice, from_json
from desktop_app.charts.palette import Tokens
from desktop_app.charts.registry import FIRST, Chart
from desktop_app.charts.shapes import Row
from desktop_app.charts.sheets import Line, Sheet
from desktop_app.charts.targets import Target
from desktop_app.charts.worded import GENERATED, Words
from desktop_app.domain.cases import Case
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import BUILT_IN, Measure
from desktop_app.domain.scenes import Scene
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import NOW, View
from desktop_app.services.workspace import Step
from desktop_app.ui import kept_choice
from desktop_app.ui.charts import taking_out
from desktop_app.ui.charts.action_bar import CHART, DATA, TEXT
from desktop_app.ui.charts.beside.comparing import Comparing
from desktop_app.ui.charts.beside.view import BesideView
from desktop_app.ui.charts.chart_area import ChartArea
from desktop_app.ui.charts.chart_list import ChartList
from desktop_app.ui.charts.exporting import Exporting
from desktop_app.ui.charts.found_notes import with_findings
from desktop_app.ui.charts.panel import ChartPanel
from desktop_app.ui.charts.point import point_words
from desktop_app.ui.charts.saved import SavedCharts
from desktop_app.ui.charts.sheet_point import sheet_words
from desktop_app.ui.charts.talk_planning import TalkPlanning
from desktop_app.ui.charts.text_tab import TextTab
from desktop_app.ui.charts.wording import Wording
from desktop_app.ui.context import Context
from desktop_app.ui.locales import date_order
from desktop_app.ui.page import Page
from desktop_app.ui.places import DRAWN, Place
from desktop_app.ui.presenter import drawing, screens
from desktop_app.ui.presenter.drawing import Angle
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.stagehand import Stagehand
from desktop_app.ui.presenter.window import PresenterWindow
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.words import measure_words
from desktop_app.words.translate import _, _n

_PANEL_EM, _LIST_EM = 21, 16
_PANEL_SHARE = 0.42
"""The panel never takes more of the page than this, however large the text."""
_ROOM_FOR_LIST_EM = 84
"""A page narrower than so many letters leaves the list of charts out: the panel then offers them."""
EVERYTHING = ChartChoice(EVERY_DAY)
"""All days of all series."""
_BUILT_IN = {measure.id: measure for measure in BUILT_IN}


class ChartsPage(Page):
    """The page draws everything in the workspace; what leaves it is drawn from what is safe to show."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "charts")
        self._choice = self._left = kept_choice.load(context.settings)
        self._aside = context.lens.aside()
        self._chart: Chart | None = None
        self._rows: dict[Target, Row] | None = None
        self._presenter: PresenterWindow | None = None
        self._stagehand: Stagehand | None = None
        self._opener: QWidget | None = None
        self._told_words = GENERATED
        """What a person wrote, as the room was last given it."""
        self.list = ChartList(context.formats)
        self.saved = SavedCharts(context, self.list, self._chosen)
        self.planning = TalkPlanning(context, self.saved, self)
        self.area = ChartArea(context.theme.tokens, context.formats, self.public_chart, self._tell_words)
        self.wording = Wording(context, self.saved, self.area.text, self.public_chart)
        self.panel = ChartPanel(context.formats, context.today(), date_order(QLocale()))
        self.beside = BesideView(context.theme.tokens, context.formats)
        self.comparing = Comparing(context, self.saved, self.beside, self._chosen, lambda: self._left)
        self._picture_export = Exporting(
            self, context.settings, context.notices, self.public_chart, self._picture_size
        )
        self._begin = Button(_("Add figure"), look="primary", key="Ctrl+N")
        self._begin.clicked.connect(self._add)
        self._nothing = EmptyState(
            _("Nothing to draw yet"),
            _("Charts need at least one dated figure."),
            self._begin,
            icon_name="charts",
        )
        self._widen = Button(_("Show all"))
        self._widen.setObjectName("showAllButton")
        self._widen.clicked.connect(self._show_all)
        self._nothing_here = EmptyState(
            _("Nothing in these days"),
            _("No figure of the chosen series falls into the days chosen."),
            self._widen,
            icon_name="charts",
        )
        first = Button(_("Add figure"), look="primary", key="Ctrl+N")
        first.clicked.connect(self._add)
        self._no_figures = EmptyState(
            _("No figures yet"),
            _("This chart needs at least one dated figure. The charts of cases are in the list."),
            first,
            icon_name="charts",
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.beside)
        self._stack.addWidget(self._nothing_here)
        self._stack.addWidget(self._no_figures)
        self._side = Card(self.panel, margin=0, look="panel")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        row.addWidget(self._side)
        row.addWidget(self._nothing, 1)
        self._fit_columns()

    def _connect(self) -> None:
        area, panel = self.area, self.panel
        area.picture.cursorMoved.connect(self._follow_cursor)
        area.picture.pointActivated.connect(self._open_first)
        area.table.recordActivated.connect(self._open_row)
        area.sheet.cursorMoved.connect(self._follow_cursor)
        area.sheet.pointActivated.connect(self._open_first)
        area.values.recordActivated.connect(self._open_line)
        area.notes.figureAsked.connect(self._open)
        area.bar.copy.clicked.connect(self.copy)
        area.bar.export.clicked.connect(self.export)
        area.bar.present.clicked.connect(self.present)
        area.tabChosen.connect(self._say)
        panel.point.figureAsked.connect(self._open)
        panel.changed.connect(self._choose)
        panel.chartChosen.connect(self.saved.choose)
        self.saved.chosen.connect(self._show_scene)
        self.planning.obey(self.list)
        self.list.compare.triggered.connect(self.compare_chart)
        self.list.list.compareAsked.connect(self.comparing.toggle)
        self.comparing.changed.connect(self._compare)
        self.beside.recordAsked.connect(self._open_first)
        self.beside.notes.figureAsked.connect(self._open)
        self.context.theme.changed.connect(self._restyle)
        self.context.checking.changed.connect(self._hear)

    # Drawing

    def refresh(self) -> None:
        """Draw what is known now; cursor and zoom stay where they are."""
        self.saved.refresh()
        view = self._angle.view
        scheme = comparison.default_scheme(view)
        chart = self._build(view, self._choice, words=self.saved.words)
        nothing = chart.is_empty and self._is_all_empty(view)
        for part in (self.list, self._stack):
            part.setHidden(nothing)
        self._side.setHidden(nothing or self.comparing.is_on)
        self._nothing.setVisible(nothing)
        self._fit_columns()
        self._stack.setCurrentWidget(self._front(chart, view))
        if self.comparing.is_on and not nothing:
            self.comparing.refresh()
        self._name_series(scheme)
        self._rows = {} if isinstance(chart, Sheet) else None
        self.panel.show_choice(self._choice, chart, self.saved.name, view)
        chart = self._noted(chart)
        self.area.show_chart(chart, changed=self._chart is not None)
        self._chart = chart
        self._follow_cursor()
        self._say()

    def take(self, step: Step) -> None:
        """Draw again where the step touches what is drawn."""
        concerned = self.comparing.is_on or drawing.concerns(self.saved.name, step.kinds)
        if Scene in step.kinds or concerned:
            self.refresh()
        if self.saved.public_words != self._told_words:
            self._tell_presenter()

    def _is_all_empty(self, view: View) -> bool:
        """Whether no chart has anything to draw, whatever the days."""
        return all(self._build(view, EVERYTHING, name).is_empty for name in registry.names())

    def _front(self, chart: Chart, view: View) -> QWidget:
        """What is shown in the middle: the chart, or why there is nothing on it; or several side by side."""
        if self.comparing.is_on:
            return self.beside
        # A sheet that is empty says why by itself.
        if isinstance(chart, Sheet) or not chart.is_empty:
            return self.area
        return self._no_figures if self._build(view, EVERYTHING).is_empty else self._nothing_here

    def _noted(self, chart: Chart) -> Chart:
        """The chart with what the check finds about its lines; one pinned to another day without."""
        is_same = self._angle.seen == self.context.lens.seen
        if not isinstance(chart, Sheet) and is_same:
            chart = with_findings(chart, self.context)
        if self.saved.words == GENERATED:
            return chart
        # They were written over what an audience sees, so that is what they are compared with.
        return worded.noted(chart, self.saved.words, worded.texts(self.public_chart()))

    def _hear(self, _ids: object) -> None:
        """Something else is found: the notes may be others."""
        if self._chart is not None:
            self._chart = self._noted(self._chart)
            self.area.notes.show_notes(self._chart.notes)

    def public_chart(self) -> Chart:
        """The same chart without anything that is not for an audience."""
        return self._build(self._angle.public, self._choice, words=self.saved.public_words)

    def _build(self, view: View, choice: ChartChoice, name: str = "", words: Words = GENERATED) -> Chart:
        chart = drawing.build(view, self.context, choice, self._angle.seen, name or self.saved.name)
        return worded.worded(chart, words)

    def _tell_words(self, tab: TextTab) -> None:
        words = self.saved.words
        tab.show_chart(self.public_chart(), words, leaves=words == self.saved.public_words)

    @property
    def _angle(self) -> Angle:
        return drawing.angle(self.context, self.saved.pinned, self._aside)

    def _chosen(self) -> ChartChoice:
        return self._choice

    def _show_scene(self, scene: Scene | None) -> None:
        """Draw a saved chart, or the built-in one as it was left."""
        self.comparing.end()
        self._draw(from_json(scene.settings) if scene is not None else self._left)

    def save_chart(self) -> None:
        """Keep the chart in the workspace under a title."""
        self.area.text.commit()
        self.saved.save()

    def duplicate_chart(self) -> None:
        """Make a second saved chart like the one that is shown."""
        self.saved.duplicate()

    def compare_chart(self) -> None:
        """Put other charts beside the one that is shown."""
        self.comparing.ask()

    def _compare(self) -> None:
        was_on = self._stack.currentWidget() is self.beside
        self.refresh()
        if was_on != self.comparing.is_on:
            self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to one chart."""
        if event.key() == Qt.Key.Key_Escape and self.comparing.is_on:
            self.comparing.end()
        else:
            super().keyPressEvent(event)

    def freeze_chart(self) -> None:
        """Pin the saved chart to the day it is seen from, or let it follow the window."""
        self.saved.freeze()

    def scene_earlier(self) -> None:
        """Have the saved chart come one place earlier in the talk."""
        self.planning.move(-1)

    def scene_later(self) -> None:
        """Have the saved chart come one place later in the talk."""
        self.planning.move(1)

    def edit_scene(self) -> None:
        """Change title, caption and speaker's note of the saved chart."""
        self.planning.edit()

    def add_text_scene(self) -> None:
        """Add a scene of words alone."""
        self.planning.add_text()

    def add_case_scene(self) -> None:
        """Add a scene of the timelines of a few cases."""
        self.planning.add_cases()

    def tell_story(self) -> None:
        """Make a scene of each moment of the scheme."""
        self.planning.tell_story()

    def _choose(self, choice: ChartChoice) -> None:
        """Draw other days, series or marks, here and for the room."""
        if self.saved.current is None:
            self._left = choice
            kept_choice.keep(choice, self.context.settings)
        self._draw(choice)

    def _draw(self, choice: ChartChoice) -> None:
        self._choice = choice
        self.refresh()
        self._tell_presenter()

    def _tell_presenter(self) -> None:
        if self._presenter is not None:
            saved = self.saved
            self._told_words = saved.public_words
            self._presenter.choose(self._choice, saved.pinned, saved.name, self._told_words)

    def _show_all(self) -> None:
        self._choose(ChartChoice(EVERY_DAY))
        self.focus_first()

    def _name_series(self, scheme: Scheme) -> None:
        codes = {"arrivals": scheme.pressure, "returned": scheme.outbound, "admitted": scheme.inbound}
        self.panel.series.rename({field: self._measure(code) for field, code in codes.items()})

    def _measure(self, code: str) -> str:
        measure = self._angle.view.get(Measure, code) or _BUILT_IN.get(code) or Measure(code)
        return measure_words.measure(measure)

    # Where the user is

    def go(self, place: Place) -> None:
        """Put the cursor on a figure's point, present, or export."""
        if place.record and not self.seek(place.record) and place.wish == DRAWN:
            self.context.navigator.turn_back()
        if place.wish == "present":
            self.present()
        elif place.wish == "present here":
            self.present_here()
        elif place.wish == "export":
            self.export()

    def seek(self, figure: str) -> bool:
        """Show the point of a figure, in longer days if need be. False, and said, where it has none."""
        self.comparing.end()
        self.area.show_tab(CHART)
        if self.area.is_sheet:
            self.saved.show_built_in(FIRST)
        found = self.area.picture.seek(figure)
        if not found:
            before = self._choice
            self._choose(ChartChoice(EVERY_DAY, before.show))
            found = self.area.picture.seek(figure)
            if not found:
                self._choose(before)
                self.context.notices.tell(_("That figure is not on this chart."))
        self.area.picture.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(found)

    def focus_first(self) -> None:
        """Begin at the chart, or where a first figure is typed."""
        if self.comparing.is_on:
            self.beside.take_keys()
        elif self._nothing.isVisible():
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.area.focus_tab()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the chart the room it needs first."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("m")
        self.panel.setFixedWidth(min(letter * _PANEL_EM, round(self.width() * _PANEL_SHARE)))
        self.list.setFixedWidth(letter * _LIST_EM)
        is_wide = self.width() >= letter * _ROOM_FOR_LIST_EM
        self.list.setVisible(is_wide and not self._stack.isHidden())
        self.panel.offer_charts(self.saved.key, self.saved.every, offered=not is_wide)

    def _follow_cursor(self, _spoken: str = "") -> None:
        """Say in the panel what the cursor is on."""
        if self.area.is_sheet:
            line = self.area.sheet.current
            words = sheet_words(self._angle.view, line, self.context.formats) if line is not None else None
            self.panel.point.show_point(words)
            return
        target = self.area.picture.current
        row = self._row_of(target) if target is not None else None
        if target is None or row is None:
            self.panel.point.show_point(None)
            return
        self.panel.point.show_point(point_words(self._angle.view, target, row, self.context.formats))
        self.context.navigator.note(Place("charts", record=target.figures[0] if target.figures else ""))

    def _row_of(self, target: Target) -> Row | None:
        """The line of the table for a point; all are found when the first is asked for."""
        if self._rows is None:
            self._rows = drawing.rows_by_target(self.area.picture.chart)
        return self._rows.get(target)

    def _say(self, _tab: str = "") -> None:
        if self.comparing.is_on:
            words = _("{n} charts side by side · Esc shows one")
            self.say_status(words.format(n=self.context.formats.number(self.comparing.count)))
            return
        count = _plotted(self._chart)
        plotted = _n("{n} value plotted", "{n} values plotted", count)
        plotted = plotted.format(n=self.context.formats.number(count))
        sheet = self.area.is_sheet and self.panel.point.is_of_cases
        hint = {
            CHART: _("click a part to see what is behind it")
            if sheet
            else _("click a point to see its sources"),
            DATA: _("Enter opens what is behind it") if sheet else _("Enter opens the figure"),
            TEXT: _("made from the public figures"),
        }[self.area.tab]
        self.say_status(_("{count} · {hint}").format(count=plotted, hint=hint) if count else "")

    def _open_first(self, figures: tuple[str, ...]) -> None:
        if figures:
            self._open(figures[0])

    def _open_row(self, row: Row) -> None:
        self._open_first(row.figures)

    def _open_line(self, line: Line) -> None:
        self._open_first(line.records)

    def _open(self, figure: str) -> None:
        if self._angle.view.get(Case, figure) is not None:
            self.context.navigator.go(Place("cases", record=figure))
            return
        if self.context.view.get(Figure, figure) is None:
            # A frozen chart may show what the lens hides.
            self.context.lens.turn(NOW)
        self.context.navigator.go(Place("figures", record=figure))

    def _add(self) -> None:
        self.context.navigator.go(Place("figures", wish="add"))

    def _restyle(self, tokens: Tokens) -> None:
        self.area.restyle(tokens)
        self.beside.restyle(tokens)
        self._fit_columns()

    # Out of the window

    def copy(self) -> None:
        """Copy what is in front: the picture with its table and words, chosen rows, or a text."""
        self.area.text.commit()
        if self.comparing.is_on:
            self.comparing.copy()
            return
        if self.area.tab == DATA:
            self.area.copy_values()
            told = _("Copied the values")
        elif self.area.tab == TEXT:
            self.area.text.copy()
            told = _("Copied the text")
        else:
            QGuiApplication.clipboard().setMimeData(taking_out.mime_data(self.public_chart()))
            told = _("Copied the chart as picture, drawing, table and words")
        self.context.notices.tell(told)

    def export(self) -> None:
        """Ask how to export, then where to."""
        self.area.text.commit()
        if self.comparing.is_on:
            self.comparing.export()
        elif self._chart is not None and not self._chart.is_empty:
            self._picture_export.ask(self._chart, self.saved.pinned or self.context.as_of, self.saved.name)

    def reset_view(self) -> None:
        """Show all the days of the chart again."""
        if self.comparing.is_on:
            self.beside.reset_view()
            return
        self.area.show_tab(CHART)
        if not self.area.is_sheet:
            self.area.picture.reset_view()

    def present(self) -> None:
        """Give the talk from its first scene; without any scene, show the chart in front."""
        running = Running(self.context.lens.public)
        self._present(running if running.scenes else None)

    def present_here(self) -> None:
        """Give the talk from the saved chart that is shown; a chart that is not saved is shown alone."""
        current = self.saved.current
        running = None if current is None else Running(self.context.lens.public, current.id)
        self._present(running if running is not None and running.scenes else None)

    def present_from(self, start: str, screen: int | None = None) -> None:
        """Give the talk from a scene, on the screen of a number counted from 1; for the command line."""
        if screen is not None and screens.numbered(screen) is None:
            self.context.notices.tell(_("There is no screen {number}.").format(number=screen))
        running = Running(self.context.lens.public, start)
        self._present(running if running.scenes else None, screen)

    def _present(self, running: Running | None, screen: int | None = None) -> None:
        """Show it to the room; where something is shown already, bring that to the front."""
        self.area.text.commit()
        if self.comparing.is_on:
            self.comparing.tell_presented()
        if self._presenter is not None and self._presenter.running is None and running is not None:
            self._presenter.close()
        if self._presenter is None:
            focused = QApplication.focusWidget()
            self._opener = focused if focused is not None and focused.window() is self.window() else None
            saved = self.saved
            self._presenter = PresenterWindow(
                self.context, self._choice, saved.pinned, saved.name, saved.public_words, running=running
            )
            self._told_words = saved.public_words
            self._presenter.ended.connect(self._end_presenting)
            self._stagehand = Stagehand(self.context, self._presenter, self)
        elif running is not None:
            self._presenter.go_to(running.at)
        self._presenter.begin(self, screens.numbered(screen))
        if self._stagehand is not None:
            self._stagehand.set_up()

    def _end_presenting(self) -> None:
        self._presenter = self._stagehand = None
        # The opener may be gone with what the page showed then.
        there = self._opener is not None and isValid(self._opener) and self._opener.isVisible()
        opener = self._opener if self._opener is not None and there else self.area.front
        self._opener = None
        self.window().activateWindow()
        opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picture_size(self) -> tuple[int, int]:
        size = self.area.front.size()
        return size.width(), size.height()


def _plotted(chart: Chart | None) -> int:
    """How many values are plotted."""
    if chart is None:
        return 0
    return len(chart.table.lines if isinstance(chart, Sheet) else chart.rows)
