"""Marks held against the list of references."""

from __future__ import annotations

from desktop_app.domain.articles.marker_report import report
from desktop_app.domain.articles.structure import Reference


def entry(number: int, title: str) -> Reference:
    return Reference(number, title, "", "", 0, 0)


LIST = [entry(1, "Ferry arrivals pass 3,412"), entry(2, "The harbour treaty"), entry(3, "Removals by coach")]


def test_where_all_fits_nothing_is_reported() -> None:
    found = report({1: ["a"], 2: ["b"], 3: ["c"]}, LIST)
    assert found.fits
    assert found.entry_of(2) == 2


def test_marks_beyond_the_list_and_entries_never_cited_are_named() -> None:
    found = report({1: ["a"], 3: ["b"], 5: ["c"]}, LIST)
    assert (found.without_entry, found.never_cited, found.unused) == ((5,), (2,), (2, 4))


def test_a_renumbered_list_is_matched_in_order_by_its_words() -> None:
    found = report({4: ["Arrivals by ferry passed 3,412."], 9: ["Coach removals went on."]}, LIST)
    assert found.in_order == {4: 1, 9: 3}
    assert found.not_reached == (2,)
    assert found.entry_of(9) == 3
    assert found.entry_of(5) is None


def test_without_a_list_no_mark_means_anything() -> None:
    assert report({3: ["a"]}, []).entry_of(3) is None
