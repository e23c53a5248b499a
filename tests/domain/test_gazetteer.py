from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.field_notes import FieldNote, Force
from desktop_app.domain.gazetteer import gazetteer
from tests.store.strategies import records


def note(
    place: str, people: str = "-", *, words: str = "", date: str = "", force: tuple[Force, ...] = ()
) -> FieldNote:
    return FieldNote(
        place=place,
        people=Amount.parse(people),
        people_words=words,
        date=PartialDate.parse(date),
        force=force,
    )


def test_people_are_added_as_ranges() -> None:
    (place,) = gazetteer([note("Calais", "~40"), note("Calais", "20"), note("Calais")])
    assert place.people is not None
    assert (place.people.low, place.people.high) == (55, 65)
    assert place.notes == 3


def test_words_without_a_number_may_stand_for_any() -> None:
    (place,) = gazetteer([note("Calais", "20"), note("Calais", words="a lot")])
    assert place.people is not None
    assert (place.people.low, place.people.high) == (20, None)


def test_a_place_of_which_nobody_was_seen_has_no_number() -> None:
    assert gazetteer([note("Calais")])[0].people is None


def test_force_and_the_latest_date() -> None:
    (place,) = gazetteer(
        [
            note("Calais", date="2025-10"),
            note("Calais", date="2025-11-09", force=(Force.DOG,)),
            note("Calais"),
        ]
    )
    assert (place.with_force, str(place.last)) == (1, "2025-11-09")


@given(st.lists(records(FieldNote), max_size=8))
def test_every_note_is_at_the_place_as_it_is_written(notes: list[FieldNote]) -> None:
    places = gazetteer(notes)
    assert sum(place.notes for place in places) == len(notes)
    assert {place.name for place in places} == {each.place for each in notes}
    assert [place.notes for place in places] == sorted((place.notes for place in places), reverse=True)
