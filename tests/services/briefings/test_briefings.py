"""What a briefing says and how it is written: numbers with sources, both sides alike, nothing run."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import PartialDate, on_day
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.measures import ADM, ARR, BUILT_IN, RET
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Stance
from desktop_app.domain.statements import Position, Statement
from desktop_app.domain.views import KnownOn, SafeToShow, Seen, Sight
from desktop_app.services.briefings import composing, html, odt
from desktop_app.services.briefings.blocks import Bullets, Document, Grid, Heading, Picture, Text
from desktop_app.services.briefings.content import Briefing, briefing
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import BLOG, GOV_UK, HOME_OFFICE, PAPER, Ledger, figure

TODAY = date(2025, 12, 1)
SCHEME = Scheme(id="uk-fr", name="UK–France", parties=("UK", "France"), start=on_day(date(2025, 8, 6)))
HOSTILE = '<img src="file:///etc/passwd" onerror="x()"><script>alert(1)</script>]]>&amp;=1+1\x00\x0b'
OFFICE, TEXT = (
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}",
)
TABLE, SVG = (
    "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}",
)


def said(words: str, position: Position, **fields: object) -> Statement:
    statement = Statement(
        words=words, speaker=f"Who said {words}", topic="Whether it deters", position=position
    )
    return replace(statement, citations=(Citation(PAPER.id, credibility=3),), **fields)  # type: ignore[arg-type]


def made(*records: object, day: date | None = None) -> Briefing:
    ledger = Ledger(SCHEME, *BUILT_IN, *records)  # type: ignore[arg-type]
    below = ledger if day is None else KnownOn(ledger, day)
    seen = Seen() if day is None else Seen(Sight.KNOWN_ON, day)
    return briefing(SafeToShow(below), SCHEME, PlainFormats(), TODAY, seen)


def composed(*records: object, day: date | None = None) -> Document:
    return composing.document(made(*records, day=day), (), "en", TODAY)


class TestContent:
    def test_a_number_names_who_says_it_and_its_sources_with_grades(self) -> None:
        (number,) = made(figure(RET, "94", "2025-11-05", PAPER, speaker="A minister")).numbers
        assert (number.value, number.who, number.sources) == ("94", "A minister", "A paper (B6)")
        assert number.readings == ()

    def test_rivals_stand_side_by_side_and_who_denies_is_marked(self) -> None:
        denied = replace(
            figure(ADM, "57", "2025-11-05", PAPER),
            citations=(Citation(PAPER.id), Citation(BLOG.id, stance=Stance.DENIES)),
        )
        briefed = made(denied, figure(ADM, "65", "2025-11-05", GOV_UK))
        (number,) = briefed.numbers
        assert sorted(reading.number for reading in number.readings) == ["57", "65"]
        assert "57–65" in number.standing
        assert any("A blog (D6): ✕ Denies it" in reading.sources for reading in number.readings)
        assert [source.partition(" · ")[0] for source in briefed.sources] == ["A blog", "A paper", "GOV.UK"]

    def test_a_year_is_summed_up_to_its_last_day(self) -> None:
        days = [figure(ARR, n, f"2025-11-0{d}", HOME_OFFICE) for d, n in ((1, "10"), (2, "20"), (3, "30"))]
        (number,) = made(*(replace(one, published=PartialDate.parse("2025-11-14")) for one in days)).numbers
        assert (number.value, number.as_at) == ("60", PlainFormats().day(date(2025, 11, 3)))
        assert "sum of the year so far" in number.standing

    def test_a_sum_names_the_sources_of_all_its_days(self) -> None:
        days = (figure(ARR, "10", "2025-11-01", PAPER), figure(ARR, "20", "2025-11-02", GOV_UK))
        (number,) = made(*days).numbers
        assert (number.value, number.sources) == ("30", "A paper (B6); GOV.UK (A6)")

    def test_known_on_a_day_holds_what_was_published_then(self) -> None:
        figures = (figure(RET, "42", "2025-10-19"), figure(RET, "94", "2025-11-05"))
        briefed = made(*figures, day=date(2025, 10, 20))
        assert briefed.numbers[0].value == "42"
        assert briefed.as_of == "As known on 20 Oct 2025."

    def test_turning_every_position_round_turns_the_sides_round_and_nothing_else(self) -> None:
        one, other = said("it does", Position.FOR), said("it does not", Position.AGAINST)
        (topic,) = made(one, other).topics
        (turned,) = made(
            replace(one, position=Position.AGAINST), replace(other, position=Position.FOR)
        ).topics
        assert [side.said for side in topic.sides] == [side.said for side in reversed(turned.sides)]
        assert [side.heading for side in topic.sides] == [side.heading for side in turned.sides]

    def test_a_side_of_which_nothing_is_recorded_stands_there_too(self) -> None:
        document = composed(said("it does", Position.FOR))
        (board,) = [
            block for block in document.blocks if isinstance(block, Grid) and "deters" in block.caption
        ]
        assert board.columns == ("For", "Against")
        assert board.rows[0][1] == ("No statement recorded.",)

    def test_the_schemes_events_in_order_and_no_others(self) -> None:
        clear = {"sharing": Sharing.CLEAR}
        events = (
            Event(kind=EventKind.FIRST_RETURN, date=PartialDate.parse("2025-09-18"), **clear),  # type: ignore[arg-type]
            Event(kind=EventKind.SIGNED, date=PartialDate.parse("2025-07-30"), **clear),  # type: ignore[arg-type]
            Event(kind=EventKind.OBSERVATION, date=PartialDate.parse("2025-08-30"), **clear),  # type: ignore[arg-type]
            Event(kind=EventKind.EXTENDED, date=PartialDate.parse("2025-08-30")),
        )
        assert [one.what for one in made(*events).happenings] == ["Signed", "First return"]


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


def whole(text: str) -> Document:
    """A document with this text in every place that a text can have."""
    return Document(
        text,
        "en",
        text,
        "2025-12-01",
        (
            Heading(2, text),
            Text(text),
            Bullets((text,)),
            Grid(text, ("", text), (((text,), (text, text)),)),
            Picture(b"\x89PNG", (960, 600), text),
        ),
    )


class TestHtml:
    def test_the_structure_is_there_for_who_does_not_see_it(self) -> None:
        page = _Tags(html.page(whole("A & B")).decode())
        assert page.of("html") == [{"lang": "en"}]
        assert [name for name, _attrs in page.found if name in ("h1", "h2", "caption")] == [
            "h1",
            "h2",
            "caption",
        ]
        assert [one.get("scope") for one in page.of("th")] == ["col", "row"]
        (picture,) = page.of("img")
        assert picture["alt"] == "A & B"
        assert str(picture["src"]).startswith("data:image/png;base64,")
        assert "default-src 'none'" in str(page.of("meta")[1]["content"])

    def test_no_text_becomes_markup(self) -> None:
        page = _Tags(html.page(whole(HOSTILE)).decode())
        assert page.of("script") == []
        assert [str(one["src"])[:5] for one in page.of("img")] == ["data:"]
        assert not any("onerror" in attrs for _name, attrs in page.found)
        assert HOSTILE.rstrip("\x00\x0b") in page.texts

    @given(st.text(min_size=1))
    def test_any_text_leaves_the_same_tags(self, text: str) -> None:
        tags = [name for name, _attrs in _Tags(html.page(whole("x")).decode()).found]
        assert [name for name, _attrs in _Tags(html.page(whole(text)).decode()).found] == tags


class TestOdt:
    def test_it_is_an_open_document_with_headings_header_rows_and_descriptions(self) -> None:
        archive = zipfile.ZipFile(io.BytesIO(odt.file(whole("A & B"))))
        assert archive.namelist()[0] == "mimetype"
        assert archive.read("mimetype") == odt.MIME.encode()
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        content = ElementTree.fromstring(archive.read("content.xml"))
        assert [one.get(f"{TEXT}outline-level") for one in content.iter(f"{TEXT}h")] == ["1"]
        assert len(list(content.iter(f"{TABLE}table-header-rows"))) == 1
        assert [one.text for one in content.iter(f"{SVG}desc")] == ["A & B"]
        assert archive.read("Pictures/0.png") == b"\x89PNG"
        for name in ("styles.xml", "meta.xml", "META-INF/manifest.xml"):
            ElementTree.fromstring(archive.read(name))
        assert b"A &amp; B" in archive.read("meta.xml")

    @given(st.text(min_size=1))
    def test_any_text_makes_well_formed_parts_with_the_same_tags(self, text: str) -> None:
        def tags(of: str) -> list[str]:
            archive = zipfile.ZipFile(io.BytesIO(odt.file(whole(of))))
            ElementTree.fromstring(archive.read("meta.xml"))
            return [one.tag for one in ElementTree.fromstring(archive.read("content.xml")).iter()]

        assert tags(text) == tags("x")

    def test_nothing_of_a_hostile_text_is_markup(self) -> None:
        archive = zipfile.ZipFile(io.BytesIO(odt.file(whole(HOSTILE))))
        content = ElementTree.fromstring(archive.read("content.xml"))
        assert not [one for one in content.iter() if one.tag.rpartition("}")[2] in ("img", "script")]
        (heading,) = content.iter(f"{TEXT}h")
        assert heading.text == HOSTILE.rstrip("\x00\x0b")
