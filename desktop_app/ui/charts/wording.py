"""The one way on which an edited text of a chart is kept, and taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.charts.registry import Chart
from desktop_app.charts.texts import worded
from desktop_app.charts.texts.worded import Words
from desktop_app.domain.refusals import Refusal
from desktop_app.services import scenes
from desktop_app.ui.charts.saved import SavedCharts
from desktop_app.ui.charts.text_tab import TextTab
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.labels import announce
from desktop_app.words.translate import _


class Wording(QObject):
    """Keeps the words in the saved chart that is shown; the first of a built-in chart saves it.

    `public` gives the chart as an audience sees it: what an edited text is written over.
    """

    def __init__(
        self, context: Context, saved: SavedCharts, tab: TextTab, public: Callable[[], Chart]
    ) -> None:
        super().__init__(tab)
        self._context, self._saved, self._tab, self._public = context, saved, tab, public
        tab.edited.connect(self.edit)
        tab.resetAsked.connect(self.reset)

    def edit(self, part: str, text: str) -> None:
        """Have one of the texts read like this."""
        before = self._saved.words
        words = before.with_text(part, text, worded.texts(self._public()), self._context.today())
        now, then = words.of(part), before.of(part)
        if (now and now.text) == (then and then.text):
            self._tab.show_chart(self._public(), before)
            return
        told = _("Kept") if now is not None else _("As generated again")
        self._keep(words, told)

    def reset(self, part: str) -> None:
        """Have one of the texts as it is generated."""
        before = self._saved.words
        if before.of(part) is not None:
            words = before.with_text(part, "", worded.texts(self._public()), self._context.today())
            self._keep(words, _("As generated again"))

    def _keep(self, words: Words, told: str) -> None:
        scene = self._saved.drawn
        try:
            if scene is None:
                self._saved.save_in_words(words)
            else:
                settings = worded.in_settings(scene.settings, words)
                scenes.keep_words(self._context.workspace, scene, settings)
                announce(self._tab, told)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
