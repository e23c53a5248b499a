from __future__ import annotations

from desktop_app.domain.sources import Citation, Stance
from desktop_app.words import stance_words

NAMES = {"a": "Anadolu", "b": "BBC News", "h": "Home Office"}


def name(source: str) -> str:
    return NAMES.get(source, "")


def test_without_disagreement_names_need_no_mark() -> None:
    cited = [Citation("a"), Citation("b"), Citation("a", locator="p. 2"), Citation("gone")]
    assert stance_words.names(cited, name) == "Anadolu, BBC News"
    assert stance_words.sentences(cited, name) == ("Asserted by Anadolu, BBC News",)


def test_where_one_denies_each_has_its_mark() -> None:
    cited = [Citation("h", stance=Stance.DENIES), Citation("a"), Citation("b", stance=Stance.MENTIONS)]
    assert stance_words.names(cited, name) == "● Anadolu, ✕ Home Office, ○ BBC News"
    assert stance_words.sentences(cited, name) == (
        "Asserted by Anadolu",
        "Denied by Home Office",
        "Mentioned by BBC News",
    )


def test_no_sources_no_words() -> None:
    assert stance_words.names([], name) == ""
    assert stance_words.sentences([], name) == ()


def test_the_marks_differ_by_shape() -> None:
    assert len(set(stance_words.MARKS.values())) == len(Stance)
