"""Words of a person's own around a chart: laid over it in one place, kept in settings, and never lost."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import ChartChoice, as_json, from_json
from desktop_app.charts.files import tables
from desktop_app.charts.periods import Period, Preset
from desktop_app.charts.texts import worded
from desktop_app.charts.texts.inside import Inside
from desktop_app.charts.texts.word_check import remarks
from desktop_app.charts.texts.worded import GENERATED, PARTS, Edit, Words
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import TODAY, ledger
from tests.domain.ledgers import Ledger
from tests.ui.charts.opening import new_total

WRITTEN = date(2025, 11, 3)
SAID = st.text(max_size=60)


def built(name: str = registry.FIRST, *more: object) -> registry.Chart:
    view = Ledger(*ledger().records.values(), *more)  # type: ignore[arg-type]
    return registry.build(name, Asked(view, PlainFormats(), TODAY))


def words(chart: registry.Chart, **said: str) -> Words:
    made = GENERATED
    for part, text in said.items():
        made = made.with_text(part, text, worded.texts(chart), WRITTEN)
    return made


@pytest.mark.parametrize("name", registry.names())
def test_each_chart_takes_all_four_and_keeps_what_was_generated(name: str) -> None:
    plain = built(name)
    own = words(plain, headline="H", subtitle="S", footer="F", alt="A")
    chart = worded.worded(plain, own)
    if plain.is_empty:
        assert chart == plain
        return
    assert [getattr(chart, part) for part in PARTS] == ["H", "S", "F", "A"]
    assert (chart.brief_subtitle, chart.brief_footer, chart.emphasis) == ("S", "F", "")
    assert worded.texts(chart) == worded.texts(plain)
    assert chart.notes == plain.notes


def test_nothing_edited_is_the_very_same_chart() -> None:
    chart = built()
    assert worded.worded(chart, GENERATED) is chart


@given(st.dictionaries(st.sampled_from(PARTS), SAID))
def test_what_is_kept_in_settings_comes_back_and_the_choice_with_it(said: dict[str, str]) -> None:
    chart = built()
    choice = ChartChoice(Period(Preset.ALL))
    own = words(chart, **said)
    settings = worded.in_settings(as_json(choice), own)
    assert worded.from_settings(settings) == own
    assert from_json(settings) == choice
    assert worded.in_settings(settings, GENERATED) == as_json(choice)


def test_no_words_and_the_generated_ones_let_the_generated_stand() -> None:
    chart = built()
    assert words(chart, headline=" \n ", alt=f"  {chart.alt}\n") == GENERATED


def test_a_text_is_one_paragraph_that_every_format_can_hold() -> None:
    own = words(built(), headline="One\nline\x00 only\u2028")
    assert own.headline is not None
    assert own.headline.text == "One line only"


@pytest.mark.parametrize(
    "settings",
    ["", "nonsense", "[1]", '{"words": 3}', '{"words": {"headline": "x", "alt": {"text": 4}}}'],
)
def test_settings_that_cannot_be_read_hold_no_words(settings: str) -> None:
    assert worded.from_settings(settings) == GENERATED


def test_other_figures_under_an_edited_headline_are_noted_and_change_nothing() -> None:
    own = words(built(), headline="A share of all who came", footer="Who said so: ask")
    newer = worded.worded(built(registry.FIRST, new_total("5000", "2026-02-19")), own)
    assert newer.headline == "A share of all who came"
    told = [note.text for note in newer.notes if note.code == worded.EDITED]
    assert told == [
        f"The headline was edited on 3 Nov 2025; the generated one now reads: {worded.texts(newer).headline}"
    ]
    assert not [note for note in worded.worded(built(), own).notes if note.code == worded.EDITED]


def test_a_loaded_word_in_a_headline_is_noted() -> None:
    chart = worded.worded(built(), words(built(), headline="A flood of boats"))
    assert [note.text for note in chart.notes if note.code == "L9"] == [
        "“flood” is not neutral; neutral: arrivals."
    ]


def test_sources_and_day_are_inside_a_file_whatever_the_footer_says() -> None:
    plain = built()
    chart = worded.worded(plain, words(plain, footer="Ask us"))
    assert Inside.of(chart).sources == f"{plain.footer} Footer edited, it reads: Ask us"
    assert Inside.of(plain).sources == plain.footer
    answer = tables.as_plain("x", chart)
    assert (answer["footer"], answer["generated_footer"]) == ("Ask us", plain.footer)
    assert "generated_headline" not in answer
    first, second = tables.as_csv(chart).splitlines()[:2]
    assert first.endswith(",alt,generated_footer")
    assert plain.footer in second


def test_no_public_text_of_another_day_is_kept_in_the_settings() -> None:
    chart = built()
    settings = worded.in_settings("", words(chart, headline="Mine"))
    assert chart.headline not in settings
    assert json.loads(settings)["words"]["headline"]["text"] == "Mine"


def test_a_day_that_is_not_known_is_earlier() -> None:
    assert worded.when(Edit("x"), PlainFormats()) == "earlier"


@pytest.mark.parametrize(
    ("part", "text", "said"),
    [
        ("headline", "94 people returned", ()),
        (
            "headline",
            " ".join(["word"] * 13),
            ("13 words; a headline is read at one glance with 12 or fewer.",),
        ),
        ("subtitle", " ".join(["word"] * 13), ()),
        ("alt", "x" * 200, ()),
        ("alt", "x" * 201, ("201 characters; a text alternative is heard in one go with 200 or fewer.",)),
        ("footer", "Illegal, said the paper", ("“Illegal” is not neutral; neutral: irregular.",)),
    ],
)
def test_what_may_be_said_of_a_text(part: str, text: str, said: tuple[str, ...]) -> None:
    assert remarks(part, text, PlainFormats()) == said
