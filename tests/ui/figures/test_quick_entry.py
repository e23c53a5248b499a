from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.amounts import Amount, Comparator
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.measures import ARR, RET, Basis
from desktop_app.domain.sources import Source
from desktop_app.ui.figures.counting import Counting, words
from desktop_app.ui.formats import QtFormats
from desktop_app.ui.widgets.echo import Understood
from desktop_app.ui.widgets.suggest import Suggestion
from tests.ui.figures.conftest import Desk

LINE = "94 returned since start, early nov 2025, anadolu"
CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def focused(desk: Desk) -> QWidget:
    widget = desk.page.window().focusWidget()
    assert widget is not None
    return widget


def press(
    qtbot: QtBot, desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(focused(desk), key, modifier)


def type_line(qtbot: QtBot, desk: Desk, text: str) -> None:
    desk.page.entry.line.setFocus()
    qtbot.keyClicks(desk.page.entry.line, text)


def texts(desk: Desk) -> tuple[str, ...]:
    fields = desk.page.entry.fields
    return (
        fields.measure.text(),
        fields.value.text(),
        fields.date.text(),
        fields.source.text(),
        fields.status.currentText(),
    )


def echoes(desk: Desk) -> dict[str, str]:
    return {name: field.echo for name, field in desk.page.entry.fields.echoes.items()}


def newest(desk: Desk) -> Figure:
    return desk.figures()[-1]


def test_a_line_and_ctrl_enter_add_the_figure_with_vague_date_and_source(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, LINE)
    assert texts(desk) == ("Returned to France", "94", "early nov 2025", "Anadolu Ajansı", "Reported")
    assert echoes(desk) == {
        "measure": "",
        "value": "exactly 94",
        "date": "some day 1–10 Nov 2025",
        "source": "reliability B · 0 figures so far",
        "status": "not an official series",
    }
    assert desk.page.entry.fields.counting.text() == "running total since 6 Aug 2025 ▾"
    assert desk.page.entry.pill.text == "after 75 on 31 Oct 2025: +19 in 1–10 days"
    press(qtbot, desk, ENTER, CONTROL)
    made = newest(desk)
    assert (made.measure, made.amount, made.basis) == (RET, Amount.exactly(94), Basis.CUMULATIVE)
    assert (str(made.period), made.period_words) == ("[2025-11-01..2025-11-10]", "early nov 2025")
    assert (str(made.counted_since), made.status) == ("2025-08-06", Status.UNVALIDATED)
    assert [citation.source for citation in made.citations] == ["anadolu"]
    assert desk.told.told == ["Added: 94 people returned to France, early nov 2025"]


def test_after_adding_the_row_is_chosen_and_the_line_is_ready_for_the_next(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, LINE)
    press(qtbot, desk, ENTER, CONTROL)
    assert desk.page.table.current_record().id == newest(desk).id
    assert focused(desk) is desk.page.entry.line
    assert texts(desk) == ("", "", "", "", "Reported")
    assert desk.page.entry.line.text() == ""
    assert not desk.page.entry.line.isUndoAvailable()
    desk.workspace.undo()
    assert len(desk.figures()) == len(desk.shown()) == 4


def test_a_row_that_a_filter_would_hide_is_shown(qtbot: QtBot, desk: Desk) -> None:
    desk.page.search.set_text("boat")
    type_line(qtbot, desk, LINE)
    press(qtbot, desk, ENTER, CONTROL)
    assert newest(desk).id in desk.shown()
    assert desk.page.search.text() == ""


def test_a_field_typed_into_stays_until_the_line_says_something_else_of_it(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, "94 returned")
    qtbot.keyClicks(desk.page.entry.fields.date, "9 nov 2025")
    type_line(qtbot, desk, ", anadolu")
    assert texts(desk)[1:4] == ("94", "9 nov 2025", "Anadolu Ajansı")
    type_line(qtbot, desk, ", 10 nov 2025")
    assert texts(desk)[2] == "10 nov 2025"


def test_fields_alone_are_enough(qtbot: QtBot, desk: Desk) -> None:
    fields = desk.page.entry.fields
    qtbot.keyClicks(fields.measure, "arr")
    qtbot.keyClicks(fields.value, "more than 1,700")
    qtbot.keyClicks(fields.date, "6 to 8 nov 2025")
    qtbot.keyClicks(fields.source, "itv")
    fields.date.setFocus()
    press(qtbot, desk, ENTER, CONTROL)
    made = newest(desk)
    assert (made.measure, made.amount) == (ARR, Amount.of(Comparator.MORE_THAN, 1_700))
    assert (str(made.period), made.basis) == ("2025-11-06/2025-11-08", Basis.FLOW)
    assert [citation.source for citation in made.citations] == ["itv"]


def test_enter_goes_on_to_what_is_missing_and_then_to_the_button(qtbot: QtBot, desk: Desk) -> None:
    entry = desk.page.entry
    type_line(qtbot, desk, "94 returned, anadolu")
    press(qtbot, desk, ENTER)
    assert focused(desk) is entry.fields.date
    qtbot.keyClicks(entry.fields.date, "9 nov 2025")
    for expected in (entry.fields.source, entry.fields.status, entry.add):
        press(qtbot, desk, ENTER)
        assert focused(desk) is expected
    press(qtbot, desk, ENTER)
    assert newest(desk).period_words == "9 nov 2025"


def test_escape_clears_and_then_leaves_for_the_table(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, LINE)
    press(qtbot, desk, Qt.Key.Key_Escape)
    assert texts(desk) == ("", "", "", "", "Reported")
    press(qtbot, desk, Qt.Key.Key_Escape)
    assert focused(desk) is desk.page.table


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        ("94, 9 nov 2025, anadolu", "measure", "Choose what is counted"),
        ("1.2k returned, 9 nov 2025", "value", "Write the number in full: k hides how far it was rounded"),
        ("returned, 9 nov 2025", "value", "No value yet"),
    ],
)
def test_what_is_in_the_way_is_said_at_its_field_which_gets_the_keyboard(
    qtbot: QtBot, desk: Desk, line: str, field: str, said: str
) -> None:
    type_line(qtbot, desk, line)
    press(qtbot, desk, ENTER, CONTROL)
    echo = desk.page.entry.fields.echoes[field]
    assert (echo.echo, echo.state) == (said, Understood.PROBLEM)
    assert echo.field.accessibleDescription() == said
    assert focused(desk) is echo.field
    assert len(desk.figures()) == 4


def test_an_unreadable_date_and_a_missing_source_do_not_hold_up(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, "94 returned")
    qtbot.keyClicks(desk.page.entry.fields.date, "around michaelmas")
    assert echoes(desk)["date"] == "Kept as written; not on charts until dated"
    assert echoes(desk)["source"] == "No source yet; it can be added later"
    press(qtbot, desk, ENTER, CONTROL)
    assert (newest(desk).period_words, newest(desk).citations) == ("around michaelmas", ())


def test_an_unknown_source_is_announced_and_made_with_the_figure(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, "94 returned, 9 nov 2025, Le Figaro")
    assert echoes(desk)["source"] == "New source “Le Figaro”"
    press(qtbot, desk, ENTER, CONTROL)
    source = desk.workspace.get(Source, newest(desk).citations[0].source)
    assert source is not None
    assert source.publisher == "Le Figaro"
    desk.workspace.undo()
    assert desk.workspace.get(Source, source.id) is None


def test_of_several_sources_with_one_name_none_is_picked_until_it_is_chosen(qtbot: QtBot, desk: Desk) -> None:
    with desk.workspace.change("record source") as work:
        for key in ("lbc-1", "lbc-2"):
            work.put(Source(id=key, publisher="LBC", title=key))
    type_line(qtbot, desk, "94 returned, 9 nov 2025")
    source = desk.page.entry.fields.source
    qtbot.keyClicks(source, "LBC")
    assert desk.page.entry.draft.source_id == ""
    assert echoes(desk)["source"] == "New source “LBC”; or choose one of 2 known (F4)"
    source.accepted.emit(Suggestion("LBC", value="lbc-1"))
    assert desk.page.entry.draft.source_id == "lbc-1"
    popup = source.completer().popup()
    assert popup is not None
    popup.hide()


def test_the_same_figure_again_is_met_with_a_warning_and_not_held_up(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, "57 admitted, 5 nov 2025, anadolu")
    notice = desk.page.entry.twin
    assert notice.isVisible()
    assert notice.words.text() == (
        "Looks like: 57 people admitted from France, running total, as at 5 Nov 2025 — ITV News"
    )
    press(qtbot, desk, ENTER, CONTROL)
    assert len(desk.figures()) == 5
    assert not notice.isVisible()


def test_ctrl_l_adds_the_source_to_the_figure_that_says_the_same(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, "57 admitted, 5 nov 2025, anadolu")
    press(qtbot, desk, Qt.Key.Key_L, CONTROL)
    linked = desk.workspace.get(Figure, "adm-57")
    assert linked is not None
    assert [citation.source for citation in linked.citations] == ["itv", "anadolu"]
    assert len(desk.figures()) == 4
    assert desk.page.entry.line.text() == ""
    assert desk.told.told == ["Added as one more source: Anadolu Ajansı"]


def test_a_figure_of_the_same_source_says_that_it_is_there(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, "57 admitted, 5 nov 2025, itv")
    assert desk.page.entry.twin.words.text().startswith("There already, from this source:")
    assert not desk.page.entry.twin.link.isVisible()


def test_a_range_is_asked_about_before_it_is_added(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, "75-94 returned, late oct to early nov 2025, anadolu")
    question = desk.page.entry.range
    assert question.isVisible()
    press(qtbot, desk, ENTER, CONTROL)
    assert len(desk.figures()) == 4
    assert focused(desk) is question.one
    press(qtbot, desk, Qt.Key.Key_Space)
    press(qtbot, desk, ENTER, CONTROL)
    assert newest(desk).amount == Amount.between(75, 94)
    assert str(newest(desk).period) == "[2025-10-21..2025-11-10]"


def test_a_range_can_be_two_dated_values_in_one_step(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, "75-94 returned, late oct to early nov 2025, anadolu")
    question = desk.page.entry.range
    qtbot.mouseClick(question.two, Qt.MouseButton.LeftButton)
    assert (question.first.text(), question.second.text()) == ("late oct 2025", "early nov 2025")
    assert focused(desk) is question.first
    question.first.selectAll()
    qtbot.keyClicks(question.first, "31 oct 2025")
    press(qtbot, desk, ENTER, CONTROL)
    first, second = desk.figures()[-2:]
    assert (first.amount, str(first.period)) == (Amount.exactly(75), "2025-10-31")
    assert (second.amount, str(second.period)) == (Amount.exactly(94), "[2025-11-01..2025-11-10]")
    assert desk.told.told == ["Added 2 figures"]
    desk.workspace.undo()
    assert len(desk.figures()) == 4


def test_how_it_is_counted_follows_the_measure_and_can_be_chosen(qtbot: QtBot, desk: Desk) -> None:
    counting = desk.page.entry.fields.counting
    type_line(qtbot, desk, "503 arrived, 8 nov 2025, itv")
    assert counting.counting == Counting(Basis.FLOW)
    type_line(qtbot, desk, " this year")
    assert (counting.counting.basis, str(counting.counting.since)) == (Basis.CUMULATIVE, "2025-01-01")
    desk.page.entry.since.open()
    qtbot.keyClicks(desk.page.entry.since.field, "1 july 2025")
    press(qtbot, desk, ENTER, CONTROL)
    assert (newest(desk).basis, str(newest(desk).counted_since)) == (Basis.CUMULATIVE, "2025-07-01")


def test_every_field_has_a_name_and_tab_goes_through_them_in_reading_order(qtbot: QtBot, desk: Desk) -> None:
    entry = desk.page.entry
    type_line(qtbot, desk, LINE)
    fields = entry.fields
    expected = [
        entry.add,
        fields.measure,
        fields.counting,
        fields.value,
        fields.date,
        fields.source,
        fields.status,
    ]
    seen = []
    for _step in expected:
        press(qtbot, desk, Qt.Key.Key_Tab)
        seen.append(focused(desk))
    assert seen == expected
    for field in (entry.line, *fields.in_order()):
        assert field.accessibleName()
    assert isinstance(entry.line, QLineEdit)


def test_the_ways_of_counting_are_in_a_menu_under_the_measure(qtbot: QtBot, desk: Desk) -> None:
    type_line(qtbot, desk, "503 arrived, 31 dec 2025, itv")
    counting = desk.page.entry.fields.counting
    assert [words(way, QtFormats()) for way in counting.ways()] == [
        "in the period",
        "running total since 6 Aug 2025",
        "running total since 1 Jan 2026",
        "running total since 1 Jan 2025",
        "running total, start not said",
        "as it stood on the day",
        "target",
    ]
    counting.click()
    menu = counting.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "running total since 1 Jan 2025").trigger()
    menu.close()
    assert counting.accessibleName() == "Counted: running total since 1 Jan 2025"
    press(qtbot, desk, ENTER, CONTROL)
    assert (newest(desk).basis, str(newest(desk).counted_since)) == (Basis.CUMULATIVE, "2025-01-01")
