from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import quick_line
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import BUILT_IN, Basis, Measure, Unit
from desktop_app.domain.quick_line import Lexicon, Part, QuickLine

TODAY = date(2026, 8, 22)
OWN = Measure("DINGHIES", Unit.BOAT, Basis.FLOW, label="Dinghies found on the beach")
LABELS = {"RET": "Returned to France", "ADM": "Admitted from France", "DINGHIES": OWN.label}
LEXICON = Lexicon.of((*BUILT_IN, OWN), LABELS, PartialDate.parse("2025-08-06"))

FLOW, TOTAL, STOCK, TARGET = Basis.FLOW, Basis.CUMULATIVE, Basis.STOCK, Basis.TARGET
START, YEAR = "2025-08-06", "2025-01-01"


def read(text: str) -> QuickLine:
    return quick_line.read(text, LEXICON, today=TODAY, order="dmy")


@pytest.mark.parametrize(
    ("text", "measure", "value", "basis", "since", "written", "source"),
    [
        # English, with commas
        (
            "94 returned since start, early nov 2025, anadolu",
            "RET",
            "94",
            TOTAL,
            START,
            "early nov 2025",
            "anadolu",
        ),
        ("94 returned, 5 nov 2025, The Guardian", "RET", "94", TOTAL, START, "5 nov 2025", "The Guardian"),
        ("57 admitted since start, 5 nov 2025, bbc", "ADM", "57", TOTAL, START, "5 nov 2025", "bbc"),
        (
            "about 350 admitted so far, 27 jan 2026, mahmood",
            "ADM",
            "about 350",
            TOTAL,
            START,
            "27 jan 2026",
            "mahmood",
        ),
        ("281 returned in total, 27 jan 2026, lbc", "RET", "281", TOTAL, START, "27 jan 2026", "lbc"),
        (
            "38,726 arrivals this year, 9 nov 2025, gov.uk",
            "ARR",
            "38,726",
            TOTAL,
            YEAR,
            "9 nov 2025",
            "gov.uk",
        ),
        (
            "41,472 arrivals since 1 jan 2025, 31 dec 2025, bbc",
            "ARR",
            "41,472",
            TOTAL,
            YEAR,
            "31 dec 2025",
            "bbc",
        ),
        (
            "39,000 arrivals so far in 2025, 9 nov 2025, sky",
            "ARR",
            "39,000",
            TOTAL,
            YEAR,
            "9 nov 2025",
            "sky",
        ),
        (
            "more than 1,700 arrivals, 6 to 8 nov 2025, gov.uk",
            "ARR",
            "more than 1,700",
            FLOW,
            "",
            "6 to 8 nov 2025",
            "gov.uk",
        ),
        ("36,816 arrivals in 2024, wion", "ARR", "36,816", FLOW, "", "in 2024", "wion"),
        ("503 arrived in a single day, 8 nov 2025, itv", "ARR", "503", FLOW, "", "8 nov 2025", "itv"),
        ("16 returned on 19 oct 2025, lbc", "RET", "16", FLOW, "", "on 19 oct 2025", "lbc"),
        (
            "19 returned, 2 to 9 oct 2025, independent",
            "RET",
            "19",
            FLOW,
            "",
            "2 to 9 oct 2025",
            "independent",
        ),
        (
            "92 detained since 6 aug 2025, 19 sep 2025, guardian",
            "DET",
            "92",
            TOTAL,
            START,
            "19 sep 2025",
            "guardian",
        ),
        (
            "up to 50 target a week, since july 2025, reuters",
            "TGT_RET_WK",
            "up to 50",
            TARGET,
            "",
            "since july 2025",
            "reuters",
        ),
        (
            "target of 50 returns a week, july 2025, reuters",
            "TGT_RET_WK",
            "50",
            TARGET,
            "",
            "july 2025",
            "reuters",
        ),
        ("2,600 target a year, 2025, ft", "TGT_RET_YR", "2,600", TARGET, "", "2025", "ft"),
        ("2 arrived again, 10 nov 2025, standard", "REARR", "2", TOTAL, START, "10 nov 2025", "standard"),
        ("1 returned again, nov 2025, bbc", "RERET", "1", TOTAL, START, "nov 2025", "bbc"),
        ("22,000 crossings prevented, 2025, brit brief", "PREV_EV", "22,000", FLOW, "", "2025", "brit brief"),
        (
            "1,200 prevented, week of 3 nov 2025, home office",
            "PREV",
            "1,200",
            FLOW,
            "",
            "week of 3 nov 2025",
            "home office",
        ),
        ("25 boats, 8 nov 2025, home office", "ARR_BOATS", "25", FLOW, "", "8 nov 2025", "home office"),
        (
            "3 uncontrolled landings, 8 nov 2025, home office",
            "ARR_UNCTRL",
            "3",
            FLOW,
            "",
            "8 nov 2025",
            "home office",
        ),
        ("120 requests made, oct 2025, hansard", "REQ", "120", TOTAL, START, "oct 2025", "hansard"),
        ("80 requests accepted, oct 2025, hansard", "REQ_OK", "80", TOTAL, START, "oct 2025", "hansard"),
        ("12 requests refused, oct 2025, hansard", "REQ_NO", "12", TOTAL, START, "oct 2025", "hansard"),
        (
            "75-94 returned, late oct to early nov 2025, LBC",
            "RET",
            "75-94",
            TOTAL,
            START,
            "late oct to early nov 2025",
            "LBC",
        ),
        ("several returned, 9 nov 2025, mirror", "RET", "several", TOTAL, START, "9 nov 2025", "mirror"),
        ("1.2k arrived, 9 nov 2025, sun", "ARR", "1.2k", FLOW, "", "9 nov 2025", "sun"),
        ("28 returned, ?, mirror", "RET", "28", TOTAL, START, "?", "mirror"),
        ("92 currently detained, 9 nov 2025, bbc", "DET", "92", STOCK, "", "9 nov 2025", "bbc"),
        # without commas, in other orders, with other words
        (
            "94 returned since start early nov 2025 anadolu",
            "RET",
            "94",
            TOTAL,
            START,
            "early nov 2025",
            "anadolu",
        ),
        (
            "94 people were returned to france as of 5 nov 2025 according to the guardian",
            "RET",
            "94",
            TOTAL,
            START,
            "as of 5 nov 2025",
            "the guardian",
        ),
        ("returned 94 5 nov 2025", "RET", "94", TOTAL, START, "5 nov 2025", ""),
        ("RET 94 9/11/2025 bbc", "RET", "94", TOTAL, START, "9/11/2025", "bbc"),
        ("Returned to France 94, 5 nov 2025", "RET", "94", TOTAL, START, "5 nov 2025", ""),
        ("7 dinghies found on the beach, yesterday", "DINGHIES", "7", FLOW, "", "yesterday", ""),
        ("94, 9 nov 2025", "", "94", None, "", "9 nov 2025", ""),
        ("arrivals 2024, wion", "ARR", "", FLOW, "", "2024", "wion"),
        ("2024 arrivals, 2025", "ARR", "2024", FLOW, "", "2025", ""),
        ("anadolu", "", "", None, "", "", "anadolu"),
        ("", "", "", None, "", "", ""),
        # French
        (
            "94 renvoyés depuis le début, début nov 2025, le monde",
            "RET",
            "94",
            TOTAL,
            START,
            "début nov 2025",
            "le monde",
        ),
        (
            "57 admis au total, 5 novembre 2025, Le Monde",
            "ADM",
            "57",
            TOTAL,
            START,
            "5 novembre 2025",
            "Le Monde",
        ),
        (
            "38 726 arrivées cette année, 9 novembre 2025, AFP",
            "ARR",
            "38 726",
            TOTAL,
            YEAR,
            "9 novembre 2025",
            "AFP",
        ),
        (
            "environ 350 personnes admises, 27 janvier 2026, selon La Croix",
            "ADM",
            "environ 350",
            TOTAL,
            START,
            "27 janvier 2026",
            "La Croix",
        ),
        (
            "plus de 1 700 arrivées, du 6 au 8 novembre 2025, AFP",
            "ARR",
            "plus de 1 700",
            FLOW,
            "",
            "du 6 au 8 novembre 2025",
            "AFP",
        ),
        (
            "objectif de 50 renvois par semaine, juillet 2025, Reuters",
            "TGT_RET_WK",
            "50",
            TARGET,
            "",
            "juillet 2025",
            "Reuters",
        ),
        (
            "41 472 arrivées depuis le 1er janvier 2025, fin décembre 2025, InfoMigrants",
            "ARR",
            "41 472",
            TOTAL,
            YEAR,
            "fin décembre 2025",
            "InfoMigrants",
        ),
        ("2 arrivés à nouveau, mi-novembre 2025, RFI", "REARR", "2", TOTAL, START, "mi-novembre 2025", "RFI"),
        ("92 retenus, 19 septembre 2025", "", "92", None, "", "19 septembre 2025", "retenus"),
    ],
)
def test_a_line_falls_into_its_parts(
    text: str, measure: str, value: str, basis: Basis | None, since: str, written: str, source: str
) -> None:
    line = read(text)
    found = (line.measure, line.value, line.basis, str(line.since), line.date, line.source)
    assert found == (measure, value, basis, since, written, source)


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        ("94 returned, 5 nov 2025, bbc", None, "bbc"),
        ("94 returned, 5 nov 2025, bbc, official", Status.NORMAL, "bbc"),
        ("94 provisional returned, 5 nov 2025, bbc", Status.PROVISIONAL, "bbc"),
        ("94 returned (reported) 5 nov 2025, bbc", Status.UNVALIDATED, "bbc"),
        ("94 returned, estimate, 5 nov 2025, bbc", Status.ESTIMATED, "bbc"),
        ("94 renvoyés, provisoire, 5 nov 2025, RFI", Status.PROVISIONAL, "RFI"),
        ("94 returned, 5 nov 2025, the official gazette", None, "the official gazette"),
    ],
)
def test_a_status_is_a_word_of_its_own_and_never_part_of_a_name(
    text: str, status: Status | None, source: str
) -> None:
    line = read(text)
    assert (line.status, line.source) == (status, source)


def test_a_range_is_told_so_that_the_form_can_ask_what_it_means() -> None:
    assert read("75-94 returned, early nov 2025").is_range
    assert read("75 to 94 returned, early nov 2025").is_range
    assert not read("94 returned, 6 to 8 nov 2025").is_range


def test_every_part_knows_where_it_stands_in_the_line() -> None:
    text = "94 people returned since start, early nov 2025, anadolu"
    parts = [(piece.part, text[piece.start : piece.end]) for piece in read(text).pieces]
    assert parts == [
        (Part.VALUE, "94"),
        (Part.GLUE, "people"),
        (Part.MEASURE, "returned"),
        (Part.COUNTED, "since start"),
        (Part.DATE, "early nov 2025"),
        (Part.SOURCE, "anadolu"),
    ]


def test_a_line_without_end_is_kept_whole() -> None:
    text = "94 returned, 5 nov 2025, " + "a very long name " * 60
    line = read(text)
    assert (line.measure, line.value) == ("RET", "94")
    assert "".join(line.source.replace(",", "").split()) == "averylongname" * 60


WORDS = st.sampled_from(
    [
        "94",
        "returned",
        "since",
        "start",
        "early",
        "nov",
        "2025",
        ",",
        "anadolu",
        "75-94",
        "target",
        "a",
        "week",
        "in",
        "total",
        "1",
        "jan",
        "?",
        "about",
        "renvoyés",
        "the",
        "reported",
        "official",
        "--",
        "'",
        "de",
        "9/11/2025",
        "1.2k",
        "this",
        "year",
        "depuis",
        "le",
        "début",
        ";",
        "admitted",
        "38",
        "726",
        "(bbc)",
        "www.bbc.co.uk",
        "by",
        "at",
        "France",
        "again",
    ]
)
LINES = st.one_of(st.lists(WORDS, max_size=14).map(" ".join), st.text(max_size=60))


@given(LINES)
def test_each_character_is_understood_or_in_the_source(text: str) -> None:
    line = read(text)
    covered = [False] * len(text)
    end = 0
    for piece in line.pieces:
        assert end <= piece.start < piece.end <= len(text)
        end = piece.end
        covered[piece.start : piece.end] = [True] * (piece.end - piece.start)
        if piece.part is Part.SOURCE:
            assert " ".join(text[piece.start : piece.end].split()) in line.source
    left = "".join(letter for letter, taken in zip(text, covered, strict=True) if not taken)
    assert not left.strip(" ,;:.\t\r\n\u00a0\u202f")


@given(LINES)
def test_the_value_and_the_date_are_the_line_s_own_words(text: str) -> None:
    line = read(text)
    assert line.value in text
    assert line.date in text
