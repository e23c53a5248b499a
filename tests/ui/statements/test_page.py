"""The page of statements, worked with by keys in a real workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.figures import Figure
from desktop_app.domain.sources import Citation, Quotation, Source
from desktop_app.domain.statements import Position, Statement
from desktop_app.domain.views import Seen, Sight
from desktop_app.services import sample, statements
from desktop_app.services.workspace import Workspace
from desktop_app.ui.places import ABOUT, Place
from desktop_app.ui.statements.card import StatementCard
from desktop_app.ui.statements.page import StatementsPage
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.wrapped_link import WrappedLink
from tests.ui.pages import HeardNotices, context_for, example_workspace

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
DETERS = "The scheme deters crossings"


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with example_workspace() as opened:
        yield opened


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[StatementsPage]:
    yield from opened(qtbot, workspace, tmp_path)


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[StatementsPage]:
    with Workspace.in_memory() as workspace:
        yield from opened(qtbot, workspace, tmp_path)


def opened(qtbot: QtBot, workspace: Workspace, folder: Path) -> Iterator[StatementsPage]:
    context = context_for(workspace, folder)
    made = StatementsPage(context)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()
    context.bridge.close()


def key_of(name: str) -> str:
    return sample._id("statement", name)


def said(page: StatementsPage, name: str) -> Statement:
    found = page.context.workspace.get(Statement, key_of(name))
    assert found is not None
    return found


def heard(page: StatementsPage) -> HeardNotices:
    notices = page.context.notices
    assert isinstance(notices, HeardNotices)
    return notices


def lines(page: StatementsPage) -> list[str]:
    QApplication.processEvents()
    return [link.words for link in page.side.widget().findChildren(WrappedLink) if link.isVisibleTo(page)]


def show_board(page: StatementsPage, topic: str) -> None:
    page.switch.choose("boards")
    page.board.topic.setCurrentIndex(page.board.topic.findData(topic))
    page.board.focus_card()
    QApplication.processEvents()


def test_a_statement_is_typed_by_keys_and_kept_with_its_vague_date(
    qtbot: QtBot, page: StatementsPage, workspace: Workspace
) -> None:
    before = workspace.count(Statement)
    page.go(Place("statements", wish="add"))
    qtbot.keyClicks(QApplication.focusWidget(), "No promise was made")
    for text in ("A minister", "minister", "", "", "early feb 2026"):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), text)
    page.form.topic.set_value(DETERS)
    page.form.position.setCurrentIndex(page.form.position.findData(Position.AGAINST))
    qtbot.keyClick(page.form.note, Key.Key_Return, CONTROL)
    assert workspace.count(Statement) == before + 1
    kept = page.table.current_record()
    assert (kept.words, kept.speaker, kept.topic) == ("No promise was made", "A minister", DETERS)
    assert (str(kept.date), kept.date_words) == ("[2026-02-01..2026-02-10]", "early feb 2026")
    assert page.form.statement == kept
    assert heard(page).told == ["Added: A minister: No promise was made"]
    assert page.form.heading.text() == "A minister"


def test_what_it_disputes_is_found_by_a_few_letters_and_taken_away_again(
    qtbot: QtBot, page: StatementsPage
) -> None:
    page.go(Place("statements", record=key_of("A03")))
    links = page.form.links
    links.relation.setCurrentIndex(1)
    assert "figure" in {each.detail for each in page.form.records.suggest("94 returned")}
    assert key_of("A03") not in {each.value for each in page.form.records.suggest("clear warning")}
    (found,) = page.form.records.suggest("revolving door")
    links.target.accepted.emit(found)
    assert page.form.draft.disputes == (key_of("A11"),)
    links.relation.setCurrentIndex(0)
    links.target.accepted.emit(found)
    assert (page.form.draft.answers, page.form.draft.disputes) == ((key_of("A11"),), ())
    assert page.form.submit()
    assert said(page, "A03").answers == (key_of("A11"),)
    assert "Answers: Critics: The scheme is not a deterrent but a revolving door." in lines(page)
    links.findChildren(IconButton)[0].click()
    assert page.form.submit()
    assert said(page, "A03").answers == ()


def test_choosing_another_row_keeps_what_was_typed_and_refuses_what_cannot_be(
    qtbot: QtBot, page: StatementsPage
) -> None:
    page.table.select(key_of("A03"))
    page.form.venue.setText("a conference")
    page.table.select(key_of("A08"))
    assert said(page, "A03").venue == "a conference"
    page.form.words.setPlainText("")
    assert not page.form.submit()
    assert page.form.words.hasFocus()
    assert said(page, "A08").words
    page.form.show_statement(said(page, "A08"))


def test_original_words_are_asked_for_where_the_words_are_translated(page: StatementsPage) -> None:
    page.add()
    assert not page.form.original.isVisible()
    page.form.quotation.setCurrentIndex(page.form.quotation.findData(Quotation.TRANSLATED))
    assert page.form.original.isVisible()
    page.form.show_statement(None)


def test_finding_looks_at_words_speakers_and_topics(page: StatementsPage) -> None:
    page.search.set_text("revolving door")
    assert [page.table.records.id_at(row) for row in range(page.table.records.rowCount())] == [key_of("A11")]
    assert page.search.count.text() == "1 of 53"
    page.search.set_text("hedon")
    assert page.table.records.rowCount() == 2
    page.search.clear()


def test_deleting_takes_away_what_others_say_of_it_and_undo_brings_it_back(
    qtbot: QtBot, page: StatementsPage, workspace: Workspace
) -> None:
    page.table.select(key_of("A17"))
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert workspace.get(Statement, key_of("A17")) is None
    assert key_of("A17") not in said(page, "A18").disputes
    assert heard(page).told == ["Deleted 1 statement"]
    workspace.undo()
    assert key_of("A17") in said(page, "A18").disputes


def test_a_source_is_cited_while_the_form_holds_something_unkept(page: StatementsPage) -> None:
    page.table.select(key_of("A10"))
    page.form.venue.setText("the House of Commons")
    statement = said(page, "A10")
    source = next(iter(page.context.workspace.every(Source)))
    cited = (*statement.citations, Citation(source.id, locator="p. 9"))
    with page.context.workspace.change("add citation") as work:
        work.put(replace(statement, citations=cited))
    assert page.form.venue.text() == "the House of Commons"
    assert page.form.submit()
    kept = said(page, "A10")
    assert (kept.venue, kept.citations) == ("the House of Commons", cited)


def test_a_line_goes_to_what_answers_or_disputes_a_record_and_back_to_all(page: StatementsPage) -> None:
    figure = sample._id("figure", "F22")
    page.go(Place("statements", filter=f"{ABOUT}{figure}"))
    shown = {page.table.records.id_at(row) for row in range(page.table.records.rowCount())}
    assert shown == {key_of(name) for name in ("A32", "A34", "A52", "A53")}
    assert page.strip.isVisible()
    page.strip.every.click()
    assert page.table.records.rowCount() == 53
    assert not page.strip.isVisible()
    assert [reply.disputes for reply in statements.replies(page.context.view, figure)] == [False] * 4


def test_a_board_draws_both_sides_alike_in_order_of_date(page: StatementsPage) -> None:
    show_board(page, DETERS)
    canvas = page.board.canvas
    sides = {position: canvas._cards[position] for position in Position}
    assert [card.card.statement.speaker for card in sides[Position.FOR]] == [
        "Keir Starmer",
        "Shabana Mahmood",
    ]
    assert len({(card.width(), card.height()) for card in canvas.cards}) == 1
    assert len({card.property("look") for card in canvas.cards}) == 1
    headings = [canvas._headings[position].text() for position in Position]
    assert all(canvas._headings[position].isVisible() for position in Position)
    assert headings == ["For: 2 statements", "Against: 2 statements", "Neither for nor against: 1 statement"]
    one, other = sides[Position.FOR][0], sides[Position.AGAINST][0]
    assert one.y() == other.y()
    assert one.grab().toImage().pixel(6, 6) == other.grab().toImage().pixel(6, 6)
    assert sides[Position.NEITHER][0].y() > max(card.y() for card in sides[Position.FOR])


@pytest.mark.parametrize("width", [500, 620, 900, 1181, 1700])
def test_cards_stay_of_one_size_at_any_width_and_nothing_is_cut(page: StatementsPage, width: int) -> None:
    show_board(page, "The scheme is an achievement")
    page.resize(width, 660)
    QApplication.processEvents()
    canvas = page.board.canvas
    assert len({(card.width(), card.height()) for card in canvas.cards}) == 1
    for card in canvas.cards:
        assert card.height() >= card.height_at(card.width())
        assert card.geometry().right() <= canvas.width()


def test_cards_are_walked_by_arrows_and_opened_by_enter(qtbot: QtBot, page: StatementsPage) -> None:
    show_board(page, DETERS)

    def here() -> str:
        focus = QApplication.focusWidget()
        assert isinstance(focus, StatementCard)
        return focus.card.statement.speaker

    def press(key: Qt.Key) -> str:
        qtbot.keyClick(QApplication.focusWidget(), key)
        return here()

    assert here() == "Keir Starmer"
    assert press(Key.Key_Right) == "Critics"
    assert press(Key.Key_Down) == "Critics"
    assert press(Key.Key_Left) == "Shabana Mahmood"
    assert press(Key.Key_Down) == "Experts"
    assert press(Key.Key_Home) == "Keir Starmer"
    assert press(Key.Key_End) == "Experts"
    assert press(Key.Key_Up) == "Shabana Mahmood"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert page.switch.choice == "list"
    assert page.table.current_record() == said(page, "A03")


def test_tab_stops_at_the_current_card_and_its_lines_alone(qtbot: QtBot, page: StatementsPage) -> None:
    show_board(page, DETERS)
    first, *others = page.board.canvas.cards
    assert all(station.focusPolicy() & Qt.FocusPolicy.TabFocus for station in first.stations)
    for card in others:
        for station in card.stations:
            assert not station.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_two_quotations_of_one_utterance_are_one_card_with_their_difference(page: StatementsPage) -> None:
    show_board(page, said(page, "A04").topic)
    (card,) = page.board.canvas.cards
    assert [one.id for one in card.card.quotations] == [key_of("A04"), key_of("A35")]
    shown = next(each for each in card.findChildren(QWidget) if "knowledge" in each.accessibleName())
    assert shown.accessibleName() == "Only the first has: “awareness”. Only the second has: “knowledge”."
    assert shown.accessibleDescription() == "there wasn’t enough [awareness] {knowledge}"
    assert "Only the first has: “awareness”" in card.accessibleDescription()


def test_a_line_of_a_card_goes_to_the_card_that_it_names(qtbot: QtBot, page: StatementsPage) -> None:
    show_board(page, DETERS)
    against = page.board.canvas._cards[Position.AGAINST][0]
    line = next(link for link in against.findChildren(WrappedLink) if "Keir Starmer" in link.words)
    line.click()
    assert page.switch.choice == "boards"
    assert page.board.current == said(page, "A08")


def test_words_of_a_card_are_text_and_never_markup(page: StatementsPage) -> None:
    one, other = (
        Statement(words="a <b>bold</b> word", topic="t"),
        Statement(words="a <i>bold</i> word", topic="t"),
    )
    with page.context.workspace.change("record statement") as work:
        one = work.put(one)
        other = work.put(other)
    statements.mark_as_same(page.context.workspace, other, one)
    show_board(page, "t")
    (card,) = page.board.canvas.cards
    shown = next(each for each in card.findChildren(QWidget) if "Only the first" in each.accessibleName())
    assert "&lt;" in shown.text()  # type: ignore[attr-defined]


def test_the_lens_is_obeyed_and_what_it_hides_is_not_lost_when_a_statement_is_changed(
    page: StatementsPage,
) -> None:
    page.context.lens.turn(Seen(Sight.KNOWN_ON, date(2025, 11, 10)))
    seen = {page.table.records.id_at(row) for row in range(page.table.records.rowCount())}
    assert key_of("A10") in seen
    assert key_of("A32") not in seen
    before = said(page, "A30").citations
    page.table.select(key_of("A30"))
    page.form.note.setPlainText("seen on the day")
    page.form.submit()
    kept = said(page, "A30")
    assert (kept.note, kept.citations) == ("seen on the day", before)


def test_without_statements_both_ways_say_what_belongs_here(empty: StatementsPage) -> None:
    assert "No statements yet" in empty.table.empty_text()
    empty.switch.choose("boards")
    assert empty._boards.currentIndex() == 1
    empty.focus_first()
    empty.delete_selected()
    assert heard(empty).told == []


def test_an_export_takes_what_the_list_shows(page: StatementsPage) -> None:
    assert (page.shown_records().kinds, page.shown_records().ids) == ((Statement,), None)
    page.search.set_text("revolving door")
    assert page.shown_records().ids == frozenset({key_of("A11")})


def test_a_figure_that_is_answered_goes_there(qtbot: QtBot, page: StatementsPage) -> None:
    went: list[Place] = []
    page.context.navigator.went.connect(went.append)
    page.table.select(key_of("A34"))
    next(
        link for link in page.side.widget().findChildren(WrappedLink) if link.words.startswith("Answers: 281")
    ).click()
    assert went == [Place("figures", record=sample._id("figure", "F22"))]
    assert page.context.workspace.get(Figure, went[0].record) is not None
