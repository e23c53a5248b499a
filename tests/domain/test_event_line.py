"""One line about an event: what each word is understood as, and that none is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import paths
from desktop_app.domain import date_words, event_line
from desktop_app.domain.event_line import EventLexicon, EventLine, Part
from desktop_app.domain.event_phrases import KINDS
from desktop_app.domain.events import EventKind, Verification
from desktop_app.domain.sources import Stance

TODAY = date(2026, 11, 23)
SOURCES = ("Anadolu Ajansı", "The Guardian", "BBC News", "Home Office", "UK News", "Reuters / TimesLIVE")
LEXICON = EventLexicon.of({EventKind.RETURNED: "Returned to France"}, ["Bexhill"], SOURCES)
K = EventKind


def read(text: str) -> EventLine:
    return event_line.read(text, LEXICON, today=TODAY, order="dmy")


@dataclass(frozen=True)
class Says:
    kind: EventKind | None
    date: str = ""
    source: str = ""
    place: str = ""
    authority: str = ""
    note: str = ""
    stance: Stance = Stance.ASSERTS
    verification: Verification | None = None


def said(line: EventLine) -> Says:
    return Says(
        line.kind,
        line.date,
        line.source,
        line.place,
        line.authority,
        line.note,
        line.stance,
        line.verification,
    )


LINES: list[tuple[str, Says]] = [
    # the founding line, and orders and marks of all sorts
    ("returned early nov 2025, anadolu", Says(K.RETURNED, "early nov 2025", "anadolu")),
    ("returned early nov 2025 anadolu", Says(K.RETURNED, "early nov 2025", "anadolu")),
    ("returned - early nov 2025 - anadolu", Says(K.RETURNED, "early nov 2025", "anadolu")),
    ("6 aug 2025 arrived, anadolu", Says(K.ARRIVED_BOAT, "6 aug 2025", "anadolu")),
    ("anadolu, arrived, 6 aug 2025", Says(K.ARRIVED_BOAT, "6 aug 2025", "anadolu")),
    ("arrived 6 aug 2025", Says(K.ARRIVED_BOAT, "6 aug 2025")),
    ("returned", Says(K.RETURNED)),
    ("arr 6 aug dover bbc", Says(K.ARRIVED_BOAT, "6 aug", "bbc", "dover")),
    ("ret 19 sep 2025", Says(K.RETURNED, "19 sep 2025")),
    ("returned 9/11/2025, a new paper", Says(K.RETURNED, "9/11/2025", "a new paper")),
    ("returned, date not known, bbc", Says(K.RETURNED, "date not known", "bbc")),
    ("left accommodation ?, guardian", Says(K.LEFT_ACCOMMODATION, "?", "guardian")),
    # the public case
    (
        "arrived again 18 oct 2025 at dover, guardian",
        Says(K.ARRIVED_BOAT, "18 oct 2025", "guardian", "dover"),
    ),
    ("identified by biometrics 18 oct 2025 bbc", Says(K.BIOMETRICS, "18 oct 2025", "bbc")),
    ("readmission requested 21 oct 2025", Says(K.REQUESTED, "21 oct 2025")),
    ("requested 21 oct, guardian", Says(K.REQUESTED, "21 oct", "guardian")),
    ("accepted 24 oct 2025, guardian", Says(K.ACCEPTED, "24 oct 2025", "guardian")),
    ("NRM decision 27 oct 2025, anadolu", Says(K.NRM_DECISION, "27 oct 2025", "anadolu")),
    (
        "he was returned to France again on 5 nov 2025 with his brother, anadolu",
        Says(K.RETURNED, "on 5 nov 2025", "anadolu", note="with his brother"),
    ),
    # other words for the types
    ("sent back to france 5 nov 2025", Says(K.RETURNED, "5 nov 2025")),
    (
        "removed 5 nov 2025 from heathrow, home office",
        Says(K.RETURNED, "5 nov 2025", "home office", "heathrow"),
    ),
    ("crossed the channel on 6 aug 2025 by small boat, LBC", Says(K.ARRIVED_BOAT, "on 6 aug 2025", "LBC")),
    ("landed at Dungeness 6 aug 2025", Says(K.ARRIVED_BOAT, "6 aug 2025", place="Dungeness")),
    ("returned to the UK 18 oct 2025, bbc", Says(K.ARRIVED_BOAT, "18 oct 2025", "bbc")),
    (
        "came back to the uk 18 oct 2025 in a lorry, bbc",
        Says(K.ARRIVED_OTHERWISE, "18 oct 2025", "bbc", note="in a lorry"),
    ),
    ("arrived otherwise 3 nov 2025", Says(K.ARRIVED_OTHERWISE, "3 nov 2025")),
    (
        "held at Brook House since 20 oct 2025, bbc",
        Says(K.DETAINED, "since 20 oct 2025", "bbc", "Brook House"),
    ),
    ("arrested 18 oct 2025", Says(K.DETAINED, "18 oct 2025", note="arrested")),
    ("released 3 nov 2025, guardian", Says(K.RELEASED, "3 nov 2025", "guardian")),
    ("claimed asylum 7 aug 2025", Says(K.ASYLUM_CLAIMED, "7 aug 2025")),
    (
        "claimed asylum in france 20 sep 2025, guardian",
        Says(K.ASYLUM_CLAIM_FRANCE, "20 sep 2025", "guardian"),
    ),
    ("claim declared inadmissible 20 aug 2025", Says(K.INADMISSIBLE, "20 aug 2025")),
    (
        "trafficking indicators, between 18 oct and 5 nov 2025, home office",
        Says(K.TRAFFICKING_INDICATORS, "between 18 oct and 5 nov 2025", "home office"),
    ),
    ("nrm referral 19 oct", Says(K.NRM_REFERRED, "19 oct")),
    ("negative NRM decision 27 oct 2025, bbc", Says(K.NRM_DECISION, "27 oct 2025", "bbc", note="negative")),
    ("nrm decision 27 oct 2025 negative", Says(K.NRM_DECISION, "27 oct 2025", note="negative")),
    ("found vulnerable 1 nov 2025", Says(K.VULNERABILITY, "1 nov 2025")),
    ("readmission refused 24 oct 2025, lbc", Says(K.REFUSED_READMISSION, "24 oct 2025", "lbc")),
    ("no reply by 4 nov 2025", Says(K.NO_REPLY, "by 4 nov 2025")),
    (
        "request accepted by France 24 oct 2025, anadolu",
        Says(K.ACCEPTED, "24 oct 2025", "anadolu", authority="France"),
    ),
    ("France accepted readmission 24 oct 2025", Says(K.ACCEPTED, "24 oct 2025", authority="France")),
    (
        "removal directions served 1 nov 2025, new law firm",
        Says(K.REMOVAL_DIRECTIONS, "1 nov 2025", "new law firm"),
    ),
    ("judicial review 2 nov 2025", Says(K.LEGAL_CHALLENGE, "2 nov 2025", note="judicial review")),
    (
        "injunction high court 16 sep 2025, bbc",
        Says(K.INJUNCTION, "16 sep 2025", "bbc", authority="high court"),
    ),
    (
        "injunction, 16 sep 2025, high court, bbc",
        Says(K.INJUNCTION, "16 sep 2025", "bbc", authority="high court"),
    ),
    (
        "removal cancelled 15 sep 2025 air france flight, walaw",
        Says(K.REMOVAL_CANCELLED, "15 sep 2025", "walaw", note="air france flight"),
    ),
    ("housed in Paris late sep 2025, guardian", Says(K.ACCOMMODATED, "late sep 2025", "guardian", "Paris")),
    ("expression of interest 7 aug 2025", Says(K.INTEREST, "7 aug 2025")),
    ("selected 1 sep 2025", Says(K.SELECTED, "1 sep 2025")),
    ("biometrics taken 10 sep 2025", Says(K.ROUTE_BIOMETRICS, "10 sep 2025")),
    ("visa issued before 24 sep 2025", Says(K.VISA_ISSUED, "before 24 sep 2025")),
    ("travelled to the uk 23 sep 2025", Says(K.TRAVELLED, "23 sep 2025")),
    ("admitted 24 sep 2025, lbc", Says(K.ADMITTED, "24 sep 2025", "lbc")),
    ("application refused 12 jan 2026, a lawyer", Says(K.REFUSED, "12 jan 2026", "a lawyer")),
    (
        "seen in Calais 3 oct 2025 by volunteers, own observation",
        Says(K.OBSERVATION, "3 oct 2025", "own observation", "Calais", "volunteers"),
    ),
    # places, authorities, notes
    (
        "detained 18 oct 2025 at Manston by Border Force, reuters",
        Says(K.DETAINED, "18 oct 2025", "reuters", "Manston", "Border Force"),
    ),
    ("detained, 18 oct 2025, Manston, guardian", Says(K.DETAINED, "18 oct 2025", "guardian", "Manston")),
    ("detained 18 oct 2025, in Bexhill, bbc", Says(K.DETAINED, "18 oct 2025", "bbc", "Bexhill")),
    ("detained 18 oct 2025, in the guardian", Says(K.DETAINED, "18 oct 2025", "the guardian")),
    (
        "detained at western jet foil anadolu 18 oct 2025",
        Says(K.DETAINED, "18 oct 2025", "anadolu", "western jet foil"),
    ),
    (
        "released 3 nov 2025, guardian - no reason given, says he",
        Says(K.RELEASED, "3 nov 2025", "guardian", note="no reason given, says he"),
    ),
    (
        "testimony after 19 sep 2025, guardian, “forced to work”",
        Says(K.TESTIMONY, "after 19 sep 2025", "guardian", note="forced to work"),
    ),
    (
        "returned 6 - 8 nov 2025 - seen on tuesday 4 november 2025",
        Says(K.RETURNED, "6 - 8 nov 2025", note="seen on tuesday 4 november 2025"),
    ),
    (
        "returned, 5 nov 2025; Paris; bbc; note: by plane, 07:30",
        Says(K.RETURNED, "5 nov 2025", "bbc", "Paris", note="by plane, 07:30"),
    ),
    # who denies, how sure
    (
        "returned 5 nov 2025, denied by home office",
        Says(K.RETURNED, "5 nov 2025", "home office", stance=Stance.DENIES),
    ),
    (
        "returned 5 nov 2025, mentioned in the guardian",
        Says(K.RETURNED, "5 nov 2025", "guardian", stance=Stance.MENTIONS),
    ),
    (
        "arrived 10 nov 2025, unlikely, denied by the Home Office",
        Says(
            K.ARRIVED_BOAT,
            "10 nov 2025",
            "Home Office",
            stance=Stance.DENIES,
            verification=Verification.UNLIKELY,
        ),
    ),
    (
        "confirmed, returned 5 nov 2025, bbc",
        Says(K.RETURNED, "5 nov 2025", "bbc", verification=Verification.CONFIRMED),
    ),
    # French
    (
        "arrivé début août 2025 à Douvres, le monde",
        Says(K.ARRIVED_BOAT, "début août 2025", "le monde", "Douvres"),
    ),
    (
        "arrivée le 6 août 2025 par petite embarcation, selon Le Monde",
        Says(K.ARRIVED_BOAT, "le 6 août 2025", "Le Monde"),
    ),
    ("a traversé la Manche le 6 août 2025", Says(K.ARRIVED_BOAT, "le 6 août 2025")),
    (
        "renvoyé en France le 19 septembre 2025, anadolu",
        Says(K.RETURNED, "le 19 septembre 2025", "anadolu"),
    ),
    (
        "renvoyé une deuxième fois début novembre 2025, anadolu",
        Says(K.RETURNED, "début novembre 2025", "anadolu"),
    ),
    ("de nouveau arrivé 18 octobre 2025, anadolu", Says(K.ARRIVED_BOAT, "18 octobre 2025", "anadolu")),
    (
        "placé en rétention 18 oct. 2025 au centre de rétention, le monde",
        Says(K.DETAINED, "18 oct. 2025", "le monde", "centre de rétention"),
    ),
    ("demande de réadmission 21 octobre 2025", Says(K.REQUESTED, "21 octobre 2025")),
    ("réadmission acceptée 24 octobre 2025, anadolu", Says(K.ACCEPTED, "24 octobre 2025", "anadolu")),
    (
        "hébergé à Paris fin septembre 2025, le monde",
        Says(K.ACCOMMODATED, "fin septembre 2025", "le monde", "Paris"),
    ),
    ("demande d'asile en France 20 sept 2025", Says(K.ASYLUM_CLAIM_FRANCE, "20 sept 2025")),
    (
        "libéré 3 novembre 2025 – sans explication",
        Says(K.RELEASED, "3 novembre 2025", note="sans explication"),
    ),
    (
        "identifié par empreintes 18 oct 2025, démenti par le Home Office",
        Says(K.BIOMETRICS, "18 oct 2025", "Home Office", stance=Stance.DENIES),
    ),
    ("visa accordé 3 janv 2026", Says(K.VISA_ISSUED, "3 janv 2026")),
    # what is not understood
    ("arrived in france 6 aug 2025", Says(None, "6 aug 2025", place="france", note="arrived")),
    (
        "something odd happened, 5 nov 2025, bbc",
        Says(None, "5 nov 2025", "bbc", note="something odd happened"),
    ),
    ("detained 6am 18 oct 2025", Says(K.DETAINED, "18 oct 2025", note="6am")),
    (
        "returned 5 nov 2025, Anadolu, BBC News",
        Says(K.RETURNED, "5 nov 2025", "BBC News", note="Anadolu"),
    ),
    ("anadolu", Says(None, source="anadolu")),
    ("", Says(None)),
]


@pytest.mark.parametrize(("text", "says"), LINES, ids=[text for text, _says in LINES])
def test_what_a_line_says(text: str, says: Says) -> None:
    assert said(read(text)) == says


@pytest.mark.parametrize("text", [text for text, _says in LINES])
def test_written_out_and_read_again_a_line_says_the_same(text: str) -> None:
    line = read(text)
    assert said(read(event_line.written(line))) == said(line)


def test_the_founding_line_is_some_day_early_in_november() -> None:
    line = read("returned early nov 2025, anadolu")
    assert str(date_words.read(line.date, today=TODAY).date) == "[2025-11-01..2025-11-10]"


def test_what_is_nothing_else_is_told_apart_from_what_was_said_to_be_a_note() -> None:
    line = read("detained at dawn 18 oct 2025, Manston, bbc, handcuffed all day - see photo")
    assert (line.place, line.source, line.unread) == ("dawn", "bbc", "Manston, handcuffed all day")
    assert line.note == "Manston, handcuffed all day, see photo"
    line = read("negative nrm decision 27 oct 2025, bbc - see letter")
    assert (line.unread, line.note) == ("negative", "negative, see letter")


def test_a_types_own_label_names_it() -> None:
    labels = {kind: f"Étape {place}" for place, kind in enumerate(KINDS)}
    lexicon = EventLexicon.of(labels)
    for kind, label in labels.items():
        assert event_line.read(f"{label}, 5 nov 2025", lexicon, today=TODAY).kind is kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_is_named_by_its_code(kind: EventKind) -> None:
    line = EventLine("", kind, "5 nov 2025", source="bbc")
    assert said(read(event_line.written(line))) == said(line)


def test_the_lines_in_the_help_are_understood() -> None:
    help_page = (paths.resources() / "help" / "cases.md").read_text(encoding="utf-8")
    rows = [row.split("|")[1] for row in help_page.splitlines() if row.startswith("| `")]
    lines = [line for row in rows for line in re.findall(r"`([^`]+)`", row)]
    assert len(lines) > 8
    for line in lines:
        reading = read(line)
        assert reading.kind is not None, line
        assert reading.date, line
        assert set(reading.unread.split()) <= {"negative"}, line


def pieces_of(line: EventLine) -> list[tuple[Part, str]]:
    return [(piece.part, line.text[piece.start : piece.end]) for piece in line.pieces]


def test_the_pieces_say_what_each_word_is() -> None:
    assert pieces_of(read("he was returned early nov 2025, at Calais, anadolu")) == [
        (Part.GLUE, "he was"),
        (Part.KIND, "returned"),
        (Part.DATE, "early nov 2025"),
        (Part.GLUE, "at "),
        (Part.PLACE, "Calais"),
        (Part.SOURCE, "anadolu"),
    ]


_TYPED = (
    "returned arrived detained again to france in at by dover calais on 5 nov 2025 early , ; - — ? “ ” "
    "anadolu guardian the home office border force denied confirmed note: source: place: from à en nrm "
    "decision refused request lorry a x y’s 6am may sun 2025-11 12345 é according le"
)
_WORDS = st.sampled_from([*_TYPED.split(), '"', "(", ")"])
_LINES = st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=14).map(" ".join))


@given(_LINES)
def test_no_word_of_a_line_is_lost(text: str) -> None:
    """Each character belongs to one piece, but for spaces and marks; and each piece is in its field."""
    line = read(text)
    covered = [False] * len(text)
    for piece in line.pieces:
        assert not any(covered[piece.start : piece.end])
        covered[piece.start : piece.end] = [True] * (piece.end - piece.start)
    lost = "".join(letter for letter, taken in zip(text, covered, strict=True) if not taken)
    assert not any(letter.isalnum() for letter in lost)
    fields: dict[Part, str] = {
        Part.DATE: line.date,
        Part.PLACE: line.place,
        Part.AUTHORITY: line.authority,
        Part.SOURCE: line.source,
        Part.NOTE: line.note,
    }
    for part, words in pieces_of(line):
        if part in fields:
            assert all(word.strip('“”"«»()') in fields[part] for word in words.split())


_NAMES = st.sampled_from(["a new paper", "Le Courrier", "anadolu", "home office", "Mrs Green, QC", "x"])
_DATES = st.sampled_from(
    ["5 nov 2025", "early nov 2025", "6 - 8 nov 2025", "before 3 oct 2025", "?", "", "2025"]
)
_PLACES = st.sampled_from(["", "Dover", "the pier", "Saint-Omer", "a field near Calais"])
_BODIES = st.sampled_from(["", "Border Force", "volunteers", "the high court"])
_NOTES = st.sampled_from(
    ["", "at dawn", "by plane, 07:30", "returned - he says - on 3 oct 2025", "note: this"]
)


@given(
    kind=st.sampled_from([None, *KINDS]),
    when=_DATES,
    place=_PLACES,
    authority=_BODIES,
    verification=st.sampled_from([None, *Verification]),
    source=_NAMES.filter(lambda name: "," not in name),
    stance=st.sampled_from(Stance),
    note=_NOTES,
)
def test_print_then_parse_gives_the_same(**parts: Any) -> None:
    line = EventLine(
        "",
        parts["kind"],
        parts["when"],
        parts["place"],
        parts["authority"],
        parts["verification"],
        parts["source"],
        parts["stance"],
        parts["note"],
    )
    assert said(read(event_line.written(line))) == said(line)


@given(st.text(alphabet="retund 5nov202,-“”éà?()", max_size=700))
def test_any_text_is_read_and_none_is_refused(text: str) -> None:
    assert read(text).text == text
