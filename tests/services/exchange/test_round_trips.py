"""What is exported can be brought back, and is then the same."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.services.exchange import exporting, planning, reading
from desktop_app.services.exchange.columns import tables
from desktop_app.services.exchange.wishes import Format, Wish
from desktop_app.services.workspace import Workspace
from desktop_app.store import integrity
from tests.services.exchange.ledgers import KINDS, LEDGERS, contents, example, folder
from tests.store.strategies import records

WHOLE = (Format.XLSX, Format.PACKAGE, Format.JSON)


@pytest.mark.parametrize("format", WHOLE)
@pytest.mark.parametrize("hxl", [False, True])
def test_the_example_comes_back_whole(format: Format, hxl: bool, tmp_path: Path) -> None:
    ledger, target = example(), tmp_path / f"ledger.{format}"
    exporting.export(ledger, target, Wish(format, everything=True, hxl=hxl))
    fresh = Workspace.in_memory()
    report = planning.apply(fresh, planning.plan(fresh, target))
    assert contents(fresh) == contents(ledger)
    assert report.new + report.same == sum(map(len, contents(ledger).values()))
    assert fresh.undo_label == "import ledger"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_table_of_the_example_comes_back_from_csv(kind: type[Record], tmp_path: Path) -> None:
    ledger, target = example(), tmp_path / "table.csv"
    exporting.export(ledger, target, Wish(Format.CSV, (kind,), everything=True))
    brought = reading.bring_back(target)
    assert list(brought.records) == list(ledger.every(kind))
    assert brought.unreadable == ()


@pytest.mark.parametrize("format", WHOLE)
@given(made=LEDGERS)
@settings(max_examples=40)
def test_any_ledger_comes_back_whole(format: Format, made: list[Record]) -> None:
    ledger = Workspace.in_memory(first=made)
    with folder() as place:
        exporting.export(ledger, place / f"any.{format}", Wish(format, everything=True))
        brought = reading.bring_back(place / f"any.{format}")
    assert brought.unreadable == ()
    assert list(brought.records) == [record for kind in KINDS for record in ledger.every(kind)]


@given(made=LEDGERS)
@settings(max_examples=40)
def test_any_ledger_makes_an_equal_one(made: list[Record]) -> None:
    """With the bytes of its kept copies, into a workspace that has nothing."""
    bodies = {sha256(record.id.encode()).hexdigest(): record.id.encode() for record in made}
    digests = {record.id: digest for digest, record in zip(bodies, made, strict=True)}
    first = [
        replace(record, sha256=digests[record.id]) if isinstance(record, Attachment) else record
        for record in made
    ]
    ledger, fresh = Workspace.in_memory(first=first), Workspace.in_memory(first=())
    with folder() as place:
        wish = Wish(Format.PACKAGE, everything=True)
        exporting.export(ledger, place / "any.zip", wish, content=bodies.get)
        planning.apply(fresh, planning.plan(fresh, place / "any.zip"))
    assert contents(fresh) == contents(ledger)
    kept = [attachment.sha256 for attachment in fresh.every(Attachment)]
    assert [fresh.content(digest) for digest in kept] == [bodies[digest] for digest in kept]


@given(kind=st.sampled_from(KINDS), data=st.data(), hxl=st.booleans(), marked=st.booleans())
@settings(max_examples=150)
def test_any_table_comes_back_from_csv(kind: type[Record], data: Any, hxl: bool, marked: bool) -> None:
    made = data.draw(st.lists(records(kind), max_size=5, unique_by=lambda record: record.id))
    ledger = Workspace.in_memory(first=made)
    with folder() as place:
        wish = Wish(Format.CSV, (kind,), everything=True, hxl=hxl, marked=marked)
        exporting.export(ledger, place / "any.csv", wish)
        brought = reading.bring_back(place / "any.csv")
    assert brought.unreadable == ()
    assert list(brought.records) == list(ledger.every(kind))


@pytest.mark.parametrize("format", list(Format))
def test_long_and_strange_texts_come_back(format: Format, tmp_path: Path) -> None:
    texts = [
        "x" * 200_000,
        "\N{GRINNING FACE}" * 40_000,
        " \n both ends \t",
        "line\r\nline\rline\nline",
        "_x0041_ json: \x00\x0b\ufffe",
        'json:"no"',
        "=HYPERLINK(1)",
        "'quoted",
        '"doubled" ""quotes""',
    ]
    ledger = Workspace.in_memory(first=[Source(title=text, note=text) for text in texts])
    target = tmp_path / f"texts.{format}"
    exporting.export(ledger, target, Wish(format, (Source,), everything=True))
    assert list(reading.bring_back(target).records) == list(ledger.every(Source))


def test_what_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    ledger, target = example(), tmp_path / "ledger.zip"
    exporting.export(ledger, target, Wish(Format.PACKAGE, everything=True))
    before = ledger.revision
    report = planning.apply(ledger, planning.plan(ledger, target))
    assert (report.new, report.changed, report.step) == (0, 0, None)
    assert ledger.revision == before


@pytest.mark.parametrize("format", list(Format))
def test_an_export_for_an_audience_takes_nothing_away(format: Format, tmp_path: Path) -> None:
    ledger, target = example(), tmp_path / f"public.{format}"
    exporting.export(ledger, target, Wish(format, (Figure,)))
    planned = planning.plan(ledger, target)
    assert (planned.is_empty, planned.same) == (True, ledger.count(Figure))


def test_what_was_changed_in_the_file_is_shown_and_can_be_left(tmp_path: Path) -> None:
    ledger, target = example(), tmp_path / "sources.csv"
    exporting.export(ledger, target, Wish(Format.CSV, (Source,), everything=True))
    title = next(source.title for source in ledger.every(Source) if source.title)
    source = next(source for source in ledger.every(Source) if source.title == title)
    text = target.read_text("utf-8").replace(title, "Another title", 1)
    target.write_text(text, "utf-8", newline="")
    planned = planning.plan(ledger, target)
    (change,) = planned.changed
    assert (change.before, change.after, change.fields) == (
        source,
        replace(source, title="Another title"),
        ("title",),
    )
    assert planning.apply(ledger, planned, changes=False).left == 1
    assert ledger.get(Source, source.id) == source
    assert planning.apply(ledger, planned).changed == 1
    assert ledger.undo() is not None
    assert ledger.get(Source, source.id) == source


def test_a_plan_is_made_anew_where_the_ledger_has_moved_on(tmp_path: Path) -> None:
    ledger, target = example(), tmp_path / "ledger.json"
    exporting.export(ledger, target, Wish(Format.JSON, everything=True))
    fresh = Workspace.in_memory()
    planned = planning.plan(fresh, target)
    source = next(iter(ledger.every(Source)))
    with fresh.change("record source") as work:
        work.put(source)
    assert planning.apply(fresh, planned).same == planned.same + 1


def test_kept_copies_travel_in_a_package_and_stay_out_elsewhere(tmp_path: Path) -> None:
    body = b"%PDF the page as it was"
    digest = sha256(body).hexdigest()
    ledger = Workspace.in_memory()
    with ledger.change("attach") as work:
        work.keep_content(body)
        work.put(Attachment(record="s", name="page.pdf", sha256=digest, size=len(body)))
    for format, kept in ((Format.PACKAGE, 1), (Format.JSON, 0)):
        target = tmp_path / f"ledger.{format}"
        wish = Wish(format, everything=True)
        exporting.export(ledger, target, wish, content=ledger.content)
        fresh = Workspace.in_memory()
        report = planning.apply(fresh, planning.plan(fresh, target))
        assert (fresh.count(Attachment), report.without_file) == (kept, 1 - kept)
        assert fresh.content(digest) == (body if kept else None)


def test_figures_alone_say_that_their_sources_are_missing(tmp_path: Path) -> None:
    ledger, target = example(), tmp_path / "figures.csv"
    exporting.export(ledger, target, Wish(Format.CSV, (Figure,), everything=True))
    fresh = Workspace.in_memory()
    planned = planning.plan(fresh, target)
    cited = {citation.source for figure in ledger.every(Figure) for citation in figure.citations}
    assert cited <= set(planned.missing)


def test_a_part_leaves_nothing_that_refers_to_nowhere_and_the_whole_replaces_its_stand_ins(
    tmp_path: Path,
) -> None:
    ledger, part, whole = example(), tmp_path / "part.csv", tmp_path / "whole.zip"
    exporting.export(ledger, whole, Wish(Format.PACKAGE, everything=True))
    for kind in (Figure, Event, Statement, Source):
        exporting.export(ledger, part, Wish(Format.CSV, (kind,), everything=True))
        path = tmp_path / f"{kind.__name__}.evenhand"
        with Workspace.create(path) as fresh:
            planning.apply(fresh, planning.plan(fresh, part))
        assert integrity.check(path) == []
        with Workspace.open(path) as fresh:
            planning.apply(fresh, planning.plan(fresh, whole))
            for each in (Figure, Event, Statement, Source):
                assert {one.id: one for one in fresh.every(each)} == {
                    one.id: one for one in ledger.every(each)
                }
        part.unlink()


def test_a_file_into_another_over_a_connection_of_its_own(tmp_path: Path) -> None:
    ledger, target = example(), tmp_path / "ledger.zip"
    exporting.export(ledger, target, Wish(Format.PACKAGE, everything=True))
    with Workspace.create(tmp_path / "b.evenhand") as other:
        report = planning.bring(tmp_path / "b.evenhand", target)
        other.follow()
        assert contents(other) == contents(ledger)
    assert report.new > 0


def test_every_kind_has_its_table() -> None:
    assert set(tables()) == set(KINDS)
