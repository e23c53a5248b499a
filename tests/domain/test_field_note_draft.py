from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import draft_texts
from desktop_app.domain.amounts import UNQUANTIFIED
from desktop_app.domain.dates import Obtained
from desktop_app.domain.field_note_draft import FieldNoteDraft, at_once
from desktop_app.domain.field_notes import FieldNote, Force, HowKnown, PlacePrecision
from desktop_app.domain.sharing import Sharing
from tests.store.strategies import records

NOW = datetime(2026, 11, 23, 6, 15, tzinfo=UTC)
LATER = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
FULL = FieldNoteDraft(
    when="today 05:40",
    place="  Petit-Fort   Philippe ",
    precision=PlacePrecision.STRETCH,
    coordinates="50°59'13\"N 1°44'3\"E",
    seen=" Two boats. ",
    people="about 40",
    children="3",
    boats="2",
    force=(Force.WAKE, Force.TEAR_GAS),
    injuries="none seen",
    weather="calm",
    observer="AB",
    how_known=HowKnown.SAW,
    remark="a remark",
    sharing=Sharing.CLEAR,
)


def codes(draft: FieldNoteDraft) -> list[tuple[str, str, bool]]:
    return [(problem.field, problem.code, problem.blocks) for problem in draft.check(NOW)]


def test_a_draft_becomes_a_note() -> None:
    note = FULL.note(NOW)
    assert (str(note.date), note.time, note.date_words, note.date_how) == (
        "2026-11-23",
        "05:40",
        "today",
        Obtained.RESOLVED,
    )
    assert (str(note.people), note.people_words) == ("~40", "about 40")
    assert (str(note.children), str(note.boats)) == ("3", "2")
    assert (note.place, note.coordinates) == ("Petit-Fort Philippe", "50.98694, 1.73417")
    assert note.force == (Force.TEAR_GAS, Force.WAKE)
    assert (note.seen, note.injuries, note.note) == ("Two boats.", "none seen", "a remark")
    assert (note.sharing, note.how_known, note.observer) == (Sharing.CLEAR, HowKnown.SAW, "AB")


def test_a_note_is_private_unless_somebody_says_otherwise() -> None:
    assert FieldNoteDraft(seen="x").note(NOW).sharing is Sharing.AMBER


def test_something_must_have_been_seen() -> None:
    assert ("seen", "note without content", True) in codes(FieldNoteDraft(place="Calais", weather="rain"))
    for said in ({"seen": "x"}, {"people": "2"}, {"boats": "1"}, {"injuries": "x"}, {"force": (Force.DOG,)}):
        assert "seen" not in [field for field, _code, _blocks in codes(replace(FieldNoteDraft(), **said))]


def test_numbers_that_are_not_read_are_kept_in_words_and_only_there() -> None:
    note = FieldNoteDraft(when="now", people="a lot", children="1.2k", boats="40%").note(NOW)
    assert (note.people, note.children, note.boats) == (UNQUANTIFIED,) * 3
    assert (note.people_words, note.children_words, note.boats_words) == ("a lot", "1.2k", "40%")
    blocking = [
        field for field, _code, blocks in codes(FieldNoteDraft(people="a lot", children="1.2k")) if blocks
    ]
    assert blocking == []


def test_a_moment_that_is_not_read_is_kept_whole() -> None:
    note = FieldNoteDraft(when="after the storm 05:40", seen="x").note(NOW)
    assert (str(note.date), note.time, note.date_words) == ("", "", "after the storm 05:40")


def test_coordinates_that_are_not_read_block_for_no_field_holds_their_words() -> None:
    draft = FieldNoteDraft(when="now", seen="x", coordinates="91, 1")
    assert codes(draft) == [("coordinates", "latitude out of range", True)]
    with pytest.raises(ValueError, match="blocking"):
        draft.note(NOW)


def test_what_is_odd_is_said_and_kept() -> None:
    odd = FieldNoteDraft(when="23 nov 2026 06:16", seen="x", people="fewer than 5", children="at least 5")
    assert codes(odd) == [
        ("children", "more children than people", False),
        ("when", "still to come", False),
    ]
    assert str(odd.note(NOW).children) == ">=5"


def test_yesterday_is_another_day_tomorrow_so_the_draft_of_a_note_names_the_day() -> None:
    note = FieldNoteDraft(when="yesterday 05:40", seen="x").note(NOW)
    again = FieldNoteDraft.of(note)
    assert again.when == "2026-11-22 05:40"
    moved = replace(again, when=again.when.replace("05:40", "05:45")).note(LATER, based_on=note)
    assert (str(moved.date), moved.time) == ("2026-11-22", "05:45")


def test_the_minute_filled_in_is_read_as_itself() -> None:
    reading = FieldNoteDraft(when=at_once(NOW)).moment(NOW)
    assert (str(reading.date.date), reading.time) == ("2026-11-23", "06:15")


@given(records(FieldNote))
def test_an_untouched_note_stays_as_it_is(note: FieldNote) -> None:
    draft = FieldNoteDraft.of(note)
    assert draft.note(LATER, based_on=note) == note
    changed = replace(draft, seen=f"{note.seen} more").note(LATER, based_on=note)
    for name in (
        "date",
        "date_words",
        "date_how",
        "time",
        "people",
        "people_words",
        "boats",
        "children",
        "coordinates",
    ):
        assert getattr(changed, name) == getattr(note, name)


_TEXT = st.text(max_size=20)


@given(
    st.builds(
        FieldNoteDraft,
        when=_TEXT,
        place=_TEXT,
        coordinates=_TEXT,
        seen=_TEXT,
        people=_TEXT,
        force=st.lists(st.sampled_from(Force), unique=True).map(
            lambda kinds: tuple(sorted(kinds, key=list(Force).index))
        ),
        precision=st.sampled_from(PlacePrecision),
        sharing=st.sampled_from(Sharing),
    )
)
def test_the_texts_of_a_draft_make_it_again(draft: FieldNoteDraft) -> None:
    assert draft_texts.from_texts(FieldNoteDraft, draft_texts.texts_of(draft)) == draft


def test_texts_of_another_time_are_taken_as_far_as_they_go() -> None:
    left = {"seen": "x", "sharing": "purple", "force": '["laser", "baton"]', "weather": "fog", "gone": "y"}
    draft = draft_texts.from_texts(FieldNoteDraft, left)
    assert draft == FieldNoteDraft(seen="x", weather="fog", force=(Force.BATON,))


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_a_note_without_a_blocking_problem_is_made_whatever_is_typed(
    when: str, people: str, place: str
) -> None:
    draft = FieldNoteDraft(when=when, people=people, place=place, seen="x")
    note = draft.note(NOW)
    assert note.people_words == people.strip()
    again = FieldNoteDraft.of(note)
    assert again.note(LATER, based_on=note) == note
