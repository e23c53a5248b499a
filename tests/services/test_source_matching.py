from __future__ import annotations

import pytest

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.sources import Source
from desktop_app.services import source_matching
from desktop_app.services.source_matching import Matches


def source(id: str, publisher: str, title: str = "", published: str = "", address: str = "") -> Source:
    return Source(
        id=id, publisher=publisher, title=title, published=PartialDate.parse(published), address=address
    )


SOURCES = (
    source("anadolu", "Anadolu Ajansı", "UK small boat migrant sent back to France for 2nd time"),
    source("guardian", "The Guardian", "More than 100 protest", "2026-01-15"),
    source("lbc-1", "LBC", "First family", "2025-09-24"),
    source("lbc-2", "LBC", "Sixteen people", "2025-10-19"),
    source("monde", "Le Monde", "Renvois vers la France"),
    source("gov", "GOV.UK", "Small boats", address="https://www.gov.uk/small-boats/"),
    source("bbc", "BBC News"),
    source("sky", "Sky News"),
)


def find(text: str, about: str = "") -> Matches:
    return source_matching.find(SOURCES, text, PartialDate.parse(about))


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("anadolu", "anadolu"),
        ("Anadolu Ajansi", "anadolu"),
        ("ANADOLU AJANSI", "anadolu"),
        ("anadalu", "anadolu"),
        ("guardian", "guardian"),
        ("the guardian", "guardian"),
        ("le monde", "monde"),
        ("gov.uk", "gov"),
        ("bbc", "bbc"),
        ("small boat migrant", "anadolu"),
        ("www.gov.uk/small-boats", "gov"),
    ],
)
def test_a_source_is_known_by_a_few_words_of_its_name(typed: str, chosen: str) -> None:
    found = find(typed)
    assert found.chosen is not None
    assert found.chosen.id == chosen
    assert found.ranked[0].source.id == chosen


@pytest.mark.parametrize(
    "typed", ["", "   ", "zzz", "Reuters", "le figaro", "news", "lbc", "https://x.org/a"]
)
def test_nothing_is_chosen_where_nothing_or_more_than_one_is_near(typed: str) -> None:
    assert find(typed).chosen is None


def test_several_by_one_publisher_are_offered_and_the_day_can_tell_which() -> None:
    assert [match.source.id for match in find("lbc").ranked] == ["lbc-2", "lbc-1"]
    assert find("lbc", "2025-10-19").chosen == SOURCES[3]
    assert find("lbc", "2025-09-24").chosen is None


def test_a_source_from_before_the_day_cannot_tell_of_it() -> None:
    assert find("guardian", "2026-01-10").chosen == SOURCES[1]
    assert find("guardian", "2026-02-01").chosen is None


def test_an_unknown_name_becomes_a_source_with_known_spelling_and_no_grade() -> None:
    made = source_matching.new_source(SOURCES, "  Le   Figaro ")
    assert (made.publisher, made.reliability.value) == ("Le Figaro", "F")
    assert source_matching.new_source(SOURCES, "lbc").publisher == "LBC"


@pytest.mark.parametrize(
    ("typed", "publisher"),
    [("https://www.lemonde.fr/article?id=1", "lemonde.fr"), ("www.itv.com/news", "itv.com")],
)
def test_a_link_becomes_a_source_with_its_host_as_publisher(typed: str, publisher: str) -> None:
    made = source_matching.new_source(SOURCES, typed)
    assert (made.publisher, made.address) == (publisher, typed)
