"""Pasting an article: everything found is shown, nothing enters unreviewed, keys alone are enough."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.dates import on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.services.articles import plan
from desktop_app.services.workspace import Workspace
from desktop_app.ui.articles.dialog import ArticleDialog
from desktop_app.ui.articles.review_model import COUNTS, STATE, VALUE
from desktop_app.ui.context import Context
from tests.domain.articles.texts import FERRIES, UNDATED
from tests.ui.pages import HeardNotices, context_for

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path) -> Iterator[Context]:
    with Workspace.in_memory() as workspace:
        context = context_for(workspace, tmp_path)
        yield context
        context.bridge.close()


def opened(qtbot: QtBot, context: Context, text: str = FERRIES) -> ArticleDialog:
    dialog = ArticleDialog(context, text)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def column(dialog: ArticleDialog, place: int) -> list[str]:
    model = dialog.model
    return [str(model.data(model.index(row, place))) for row in range(model.rowCount())]


def row_of(dialog: ArticleDialog, value: str) -> int:
    return column(dialog, VALUE).index(value)


def test_every_number_is_listed_with_what_it_counts(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    row = row_of(dialog, "3,412")
    assert column(dialog, COUNTS)[row] == "Arrived by small boat"
    assert column(dialog, STATE)[row] == "New"
    assert "Numbers" in dialog.tabs.tabText(0)
    assert dialog.title.text() == "Harbour exchange under the lens"


def test_nothing_is_kept_before_add_and_then_it_is_one_step(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    before = context.workspace.revision
    assert context.workspace.count(Figure) == 0
    ticked = len(dialog.review.chosen)
    QTest.keyClick(dialog.table, KEY.Key_Return, CONTROL)
    assert context.workspace.revision == before + 1
    assert context.workspace.count(Figure) == ticked
    notices = context.notices
    assert isinstance(notices, HeardNotices)
    assert notices.told == [f"Added from the article: {ticked} figures, 1 source."]


def test_space_ticks_and_unticks_the_chosen_row(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.table.choose(row_of(dialog, "3,412"))
    before = len(dialog.review.chosen)
    QTest.keyClick(dialog.table, KEY.Key_Space)
    assert len(dialog.review.chosen) == before - 1
    QTest.keyClick(dialog.table, KEY.Key_Space)
    assert dialog.add.text() == f"Add {before} figures"


def test_a_changed_field_is_understood_anew_and_ticked(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.table.choose(row_of(dialog, "at most 40"))
    dialog.form.when.setFocus()
    dialog.form.when.setText("March 2026")
    QTest.keyClick(dialog.form.when, KEY.Key_Return)
    chosen = {str(row.figure.period) for row in dialog.review.chosen if row.figure is not None}
    assert "2026-03" in chosen
    assert not dialog.isHidden()


def test_the_sentence_of_the_chosen_number_is_shown_and_marked(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.table.choose(row_of(dialog, "3,412"))
    assert dialog.form.sentence.text().startswith("By 8 March 2026, arrivals")
    marked = [each.cursor.selectedText() for each in dialog.text.extraSelections()]  # type: ignore[attr-defined]
    assert "3,412" in marked


def test_marks_lie_where_the_numbers_are_also_behind_an_emoji(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context, "On 3 March 2026 \N{CAMERA WITH FLASH} 412 people crossed the Channel.")
    marked = [each.cursor.selectedText() for each in dialog.text.extraSelections()]  # type: ignore[attr-defined]
    assert marked == ["412"]


def test_an_article_without_a_day_asks_for_it_and_resolves_with_it(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context, UNDATED)
    assert dialog.review.article.needs_day
    assert not dialog.review.chosen
    dialog.day.setFocus()
    QTest.keyClicks(dialog.day, "19 Mar 2026")
    assert {str(row.figure.period) for row in dialog.review.chosen if row.figure} == {"2025", "../2026-03-19"}


def test_a_source_needs_a_name_before_anything_is_kept(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context, UNDATED)
    QTest.keyClicks(dialog.day, "19 Mar 2026")
    dialog.add.click()
    assert context.workspace.count(Figure) == 0
    assert dialog.focusWidget() is dialog.publisher
    QTest.keyClicks(dialog.publisher, "LawSentis")
    dialog.add.click()
    (source,) = context.workspace.every(Source)
    assert (source.publisher, str(source.published)) == ("LawSentis", "2026-03-19")


def test_ticked_references_become_sources(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.references.list.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.add.click()
    assert {source.publisher for source in context.workspace.every(Source)} == {"", "Coastal Wire"}


def test_what_does_not_fit_between_marks_and_list_is_said(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    assert dialog.references.report.text().startswith("Marks reach 12; the list has 3 entries.")


def test_a_screen_reader_hears_whether_a_row_is_ticked(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    index = dialog.model.index(row_of(dialog, "3,412"), VALUE)
    spoken = int(Qt.ItemDataRole.AccessibleTextRole)
    assert dialog.model.data(index, spoken) == "3,412, ticked"


def test_a_read_only_workspace_says_so_and_keeps_the_review(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, context)
    monkeypatch.setattr(Workspace, "read_only", True)
    dialog.add.click()
    notices = context.notices
    assert isinstance(notices, HeardNotices)
    assert [refusal.code.value for refusal in notices.refused] == ["read only"]
    assert not dialog.isHidden()


def test_dates_stand_in_the_form_in_words_and_stay_as_they_were(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    kept = [(place, row.draft.date) for place, row in enumerate(dialog.review.rows) if row.draft is not None]
    noted = [(place, text) for place, text in kept if "2026-" in text]
    assert noted
    for place, text in noted:
        dialog.table.choose(place)
        assert "2026-" not in dialog.form.when.text()
        dialog.form.when.editingFinished.emit()
        row = dialog.review.rows[place]
        assert row.draft is not None
        assert row.draft.date == text


def test_a_chosen_date_is_marked_in_the_text(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.tabs.setCurrentIndex(1)
    dialog.dates.setCurrentRow(0)
    one = dialog.review.dates[0].candidate
    assert dialog.text.textCursor().position() == one.start
    marked = [each.cursor.selectedText() for each in dialog.text.extraSelections()]  # type: ignore[attr-defined]
    assert len(marked) == len(dialog.review.dates)


def there(context: Context, title: str, publisher: str = "Harbour Post") -> Source:
    source = Source(publisher=publisher, title=title, published=on_day(plan.read(context.view, FERRIES).day))
    with context.workspace.change("record source") as work:
        work.put(source)
    return source


def test_a_source_of_that_day_with_a_like_title_is_offered_and_used(qtbot: QtBot, context: Context) -> None:
    source = there(context, "Harbour exchange under the lens: what the numbers say")
    dialog = opened(qtbot, context)
    assert dialog.like.isVisible()
    dialog.like.use.click()
    assert not dialog.like.isVisible()
    assert dialog.focusWidget() is dialog.title
    QTest.keyClick(dialog.table, KEY.Key_Return, CONTROL)
    assert list(context.workspace.every(Source)) == [source]
    cited = {citation.source for figure in context.workspace.every(Figure) for citation in figure.citations}
    assert cited == {source.id}


def test_a_source_of_another_publisher_is_not_offered(qtbot: QtBot, context: Context) -> None:
    there(context, "Harbour exchange under the lens: what the numbers say")
    dialog = opened(qtbot, context)
    dialog.publisher.setFocus()
    QTest.keyClicks(dialog.publisher, "Ferry Times")
    assert not dialog.like.isVisible()


def test_the_very_source_needs_no_question(qtbot: QtBot, context: Context) -> None:
    there(context, "Harbour exchange under the lens")
    assert not opened(qtbot, context).like.isVisible()


def test_marked_words_and_the_sentence_of_a_number_are_kept_as_statements(
    qtbot: QtBot, context: Context
) -> None:
    dialog = opened(qtbot, context)
    for place in range(len(dialog.review.rows)):
        dialog.review.tick(place, False)
    dialog.table.choose(row_of(dialog, "3,412"))
    QTest.keyClick(dialog.table, KEY.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    sentence = dialog.review.article.excerpt(dialog.review.rows[row_of(dialog, "3,412")].candidate)
    assert dialog.review.quotes == [sentence]
    dialog.quotes.take.click()
    assert dialog.review.quotes == [sentence]
    dialog.text.setFocus()
    cursor = dialog.text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(7, cursor.MoveMode.KeepAnchor)
    dialog.text.setTextCursor(cursor)
    QTest.keyClick(dialog.text, KEY.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.review.quotes == [sentence, FERRIES[:7].strip()]
    assert dialog.quotes.list.count() == 2
    assert dialog.add.text() == "Add 2 statements"
    QTest.keyClick(dialog.quotes.list, KEY.Key_Delete)
    assert dialog.review.quotes == [sentence]
    QTest.keyClick(dialog.quotes.list, KEY.Key_Return, CONTROL)
    (statement,) = context.workspace.every(Statement)
    (source,) = context.workspace.every(Source)
    assert (statement.words, statement.citations[0].source) == (sentence, source.id)
    notices = context.notices
    assert isinstance(notices, HeardNotices)
    assert notices.told == ["Added from the article: 1 statement, 1 source."]
