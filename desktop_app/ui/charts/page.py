"""The page of charts: one of them, each point with what is behind it, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.charts.choice import ChartChoice, from_json
from desktop_app.charts.looks.palette import Tokens
from desktop_app.charts.registry import Chart
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.scenes import Scene
from desktop_app.services.workspace import Step
from desktop_app.ui import kept_choice
from desktop_app.ui.charts import nothing, status_words, taking_out
from desktop_app.ui.charts.action_bar import CHART, DATA, TEXT
from desktop_app.ui.charts.beside.comparing import Comparing
from desktop_app.ui.charts.beside.view import BesideView
from desktop_app.ui.charts.building import EVERYTHING, Building
from desktop_app.ui.charts.chart_area import ChartArea
from desktop_app.ui.charts.chart_list import ChartList
from desktop_app.ui.charts.columns import Columns
from desktop_app.ui.charts.exporting import Exporting
from desktop_app.ui.charts.panel import ChartPanel
from desktop_app.ui.charts.pointing import Pointing
from desktop_app.ui.charts.presenting import Presenting
from desktop_app.ui.charts.saved import SavedCharts
from desktop_app.ui.charts.seeking import Seeking
from desktop_app.ui.charts.talk_planning import TalkPlanning
from desktop_app.ui.charts.text_tab import TextTab
from desktop_app.ui.charts.wording import Wording
from desktop_app.ui.context import Context
from desktop_app.ui.locales import date_order
from desktop_app.ui.page import Page
from desktop_app.ui.places import CHANGES, DRAWN, Place
from desktop_app.ui.presenter import drawing
from desktop_app.words.translate import _


class ChartsPage(Page):
    """The page draws everything in the workspace; what leaves it is drawn from what is safe to show."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "charts")
        self._choice = self._left = kept_choice.load(context.settings)
        self._chart: Chart | None = None
        self.list = ChartList(context.formats)
        self.saved = SavedCharts(context, self.list, self.choice)
        self.planning = TalkPlanning(context, self.saved, self)
        self._building = Building(context, self.saved, self.choice)
        self.area = ChartArea(context.theme.tokens, context.formats, self.public_chart, self._tell_words)
        self.wording = Wording(context, self.saved, self.area.text, self.public_chart)
        self.presenting = Presenting(self, context, self.saved, self.area, self.choice)
        self.panel = ChartPanel(context.formats, context.today(), date_order(QLocale()))
        self.pointing = Pointing(context, self.area, self.panel.point, lambda: self._building.angle)
        self.beside = BesideView(context.theme.tokens, context.formats)
        self.comparing = Comparing(context, self.saved, self.beside, self.choice, lambda: self._left)
        self._seeking = Seeking(context, self.saved, self.area, self.comparing, self.choice, self._choose)
        self._picture_export = Exporting(
            self, context.settings, context.notices, self.public_chart, self._picture_size
        )
        self._nothing, self._begin = nothing.of_everything(self._add)
        self._nothing_here = nothing.in_these_days(self._show_all)
        self._no_figures = nothing.of_figures(self._add)
        fronts = (self.area, self.beside, self._nothing_here, self._no_figures)
        self.columns = Columns(self, self.list, fronts, self.panel, self._nothing)
        self._fit_columns()
        self._connect()

    def _connect(self) -> None:
        area, panel = self.area, self.panel
        area.bar.copy.clicked.connect(self.copy)
        area.bar.export.clicked.connect(self.export)
        area.bar.present.clicked.connect(self.present)
        area.tabChosen.connect(self._say)
        panel.changed.connect(self._choose)
        panel.chartChosen.connect(self.saved.choose)
        self.saved.chosen.connect(self._show_scene)
        self.planning.obey(self.list)
        self.list.compare.triggered.connect(self.compare_chart)
        self.list.list.compareAsked.connect(self.comparing.toggle)
        self.comparing.changed.connect(self._compare)
        self.beside.recordAsked.connect(self.pointing.open_first)
        self.beside.notes.figureAsked.connect(self.pointing.open)
        self.presenting.beginning.connect(self._tell_compared)
        self.context.theme.changed.connect(self._restyle)
        self.context.checking.changed.connect(self._hear)

    # Drawing

    def refresh(self) -> None:
        """Draw what is known now; cursor and zoom stay where they are."""
        self.saved.refresh()
        chart = self._building.here()
        is_bare = chart.is_empty and self._building.is_all_empty()
        self.columns.show(self._front(chart), panel=not self.comparing.is_on, is_bare=is_bare)
        self._fit_columns()
        if self.comparing.is_on and not is_bare:
            self.comparing.refresh()
        self.pointing.forget()
        self.panel.show_choice(self._choice, chart, self.saved.name, self._building.angle.view)
        chart = self._building.noted(chart)
        self.area.show_chart(chart, changed=self._chart is not None)
        self._chart = chart
        self.pointing.follow()
        self._say()

    def take(self, step: Step) -> None:
        """Draw again where the step touches what is drawn."""
        concerned = self.comparing.is_on or drawing.concerns(self.saved.name, step.kinds)
        if Scene in step.kinds or concerned:
            self.refresh()
        self.presenting.heed_words()

    def _front(self, chart: Chart) -> QWidget:
        """What is shown in the middle: the chart, or why there is nothing on it; or several side by side."""
        if self.comparing.is_on:
            return self.beside
        # A sheet that is empty says why by itself.
        if isinstance(chart, Sheet) or not chart.is_empty:
            return self.area
        return self._no_figures if self._building.is_empty_always() else self._nothing_here

    def _hear(self, _ids: object) -> None:
        """Something else is found: the notes may be others."""
        if self._chart is not None:
            self._chart = self._building.noted(self._chart)
            self.area.notes.show_notes(self._chart.notes)

    def public_chart(self) -> Chart:
        """The same chart without anything that is not for an audience."""
        return self._building.public()

    def _tell_words(self, tab: TextTab) -> None:
        words = self.saved.words
        tab.show_chart(self.public_chart(), words, leaves=words == self.saved.public_words)

    def choice(self) -> ChartChoice:
        """What the chart in front is asked for."""
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
        was_on = self.columns.front is self.beside
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
        self.presenting.tell()

    def _show_all(self) -> None:
        self._choose(EVERYTHING)
        self.focus_first()

    # Where the user is

    def go(self, place: Place) -> None:
        """Put the cursor on a figure's point, draw how it changed, present, or export."""
        if place.wish == CHANGES:
            if not self.show_changes(place.record):
                self.context.navigator.turn_back()
            return
        if place.record and not self.seek(place.record) and place.wish == DRAWN:
            self.context.navigator.turn_back()
        if place.wish == "present":
            self.present()
        elif place.wish == "present here":
            self.present_here()
        elif place.wish == "export":
            self.export()

    def seek(self, figure: str) -> bool:
        """Show the point of a figure, in longer days or in panels if need be. False, and said, if none."""
        return self._seeking.point(figure)

    def show_changes(self, figure: str) -> bool:
        """Draw how a figure changed, with the cursor on it. False, and said, where it never did."""
        return self._seeking.changes(figure)

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
        is_wide = self.columns.fit()
        self.panel.offer_charts(self.saved.key, self.saved.every, offered=not is_wide)

    def _say(self, _tab: str = "") -> None:
        formats = self.context.formats
        if self.comparing.is_on:
            self.say_status(status_words.compared(self.comparing.count, formats))
        else:
            of_cases = self.area.is_sheet and self.panel.point.is_of_cases
            self.say_status(status_words.shown(self._chart, self.area.tab, formats, of_cases=of_cases))

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
        self.presenting.talk()

    def present_here(self) -> None:
        """Give the talk from the saved chart that is shown; a chart that is not saved is shown alone."""
        self.presenting.here()

    def present_from(self, start: str, screen: int | None = None) -> None:
        """Give the talk from a scene, on the screen of a number counted from 1; for the command line."""
        self.presenting.talk_from(start, screen)

    def _tell_compared(self) -> None:
        if self.comparing.is_on:
            self.comparing.tell_presented()

    def _picture_size(self) -> tuple[int, int]:
        size = self.area.front.size()
        return size.width(), size.height()
