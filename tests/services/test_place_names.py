from __future__ import annotations

import pytest

from desktop_app.services import place_names

NAMES = ["Calais", "Grande-Synthe", "Gravelines", "Loon-Plage", "Petit-Fort-Philippe"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("grav", "Gravelines"),
        ("Gravlines", "Gravelines"),
        ("grande synthé", "Grande-Synthe"),
        ("plage", "Loon-Plage"),
        ("CALAIS", "Calais"),
    ],
)
def test_the_likeliest_place_comes_first(typed: str, first: str) -> None:
    assert place_names.suggest(NAMES, typed)[0] == first


def test_no_letters_offer_all_and_other_places_none() -> None:
    assert place_names.suggest(NAMES, " ") == NAMES
    assert place_names.suggest(NAMES, "Dunkerque") == []


def test_a_name_is_not_like_itself_but_like_one_that_differs_by_case_or_accent() -> None:
    assert place_names.alike(["Calais"], "Calais") == []
    assert place_names.alike(["Calais", "Synthé"], "calais") == ["Calais"]
    assert place_names.alike(["Calais", "Synthé"], "synthe") == ["Synthé"]
