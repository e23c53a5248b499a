"""What leaves, in which form, and what does not leave."""

from __future__ import annotations

import csv
import errno
import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.views import KnownOn, Seen, Sight
from desktop_app.services.exchange import exporting, workbooks
from desktop_app.services.exchange.columns import tables
from desktop_app.services.exchange.exporting import Taken
from desktop_app.services.exchange.wishes import Format, Wish, format_of
from desktop_app.services.workspace import Workspace
from desktop_app.words import column_words
from tests.domain.ledgers import Ledger, figure
from tests.services.exchange.ledgers import example

SECRET = "canary-in-the-mine"


def private() -> Ledger:
    """A ledger whose every private field holds the same word."""
    hidden = Source(id="hidden", publisher=SECRET, sharing=Sharing.AMBER)
    open_ = Source(id="open", publisher="A paper", note=SECRET)
    return Ledger(
        hidden,
        open_,
        figure("RET", "94", "2025-11-06", open_, note=SECRET),
        Figure(measure="RET", amount_words=SECRET, sharing=Sharing.RED),
        Figure(measure="RET", citations=(Citation("hidden", SECRET), Citation("open", note=SECRET))),
        Acceptance(reason=SECRET),
    )


def everything_in(path: Path) -> str:
    """All texts of a file, unpacked where it is an archive."""
    if not zipfile.is_zipfile(path):
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8") for name in archive.namelist())


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("format", list(Format))
def test_nothing_private_leaves_unasked(format: Format, tmp_path: Path) -> None:
    target = tmp_path / f"public.{format}"
    kinds: tuple[type[Record], ...] = (Figure,) if format is Format.CSV else ()
    exporting.export(private(), target, Wish(format, kinds))
    assert SECRET not in everything_in(target)
    exporting.export(private(), target, Wish(format, kinds, everything=True))
    assert SECRET in everything_in(target)


def test_whether_anything_would_be_left_out_can_be_asked() -> None:
    assert exporting.holds_private(private())
    assert not exporting.holds_private(Ledger(figure("RET", "94", "2025-11-06")))


def test_what_was_not_known_on_the_day_stays_out_and_the_day_is_said(tmp_path: Path) -> None:
    day = date(2025, 11, 6)
    wish = Wish(Format.PACKAGE, seen=Seen(Sight.KNOWN_ON, day))
    target = tmp_path / "known.zip"
    exporting.export(KnownOn(example(), day), target, wish)
    with zipfile.ZipFile(target) as archive:
        described = json.loads(archive.read("datapackage.json"))
        figures = list(csv.DictReader(io.StringIO(archive.read("figures.csv").decode("utf-8"), newline="")))
    assert figures
    assert all(row["published_latest"] <= "2025-11-06" for row in figures)
    assert described["evenhand"]["known_on"] == "2025-11-06"
    assert "As known on 2025-11-06" in described["description"]


def test_only_the_records_that_were_shown(tmp_path: Path) -> None:
    ledger = example()
    chosen = [record.id for record in list(ledger.every(Figure))[3:6]]
    taken = Taken.of(ledger, Figure, chosen)
    exporting.export(taken, tmp_path / "some.csv", Wish(Format.CSV, (Figure,)))
    assert [row["id"] for row in rows(tmp_path / "some.csv")] == chosen
    exporting.export(Taken.of(ledger, Figure, ()), tmp_path / "none.csv", Wish(Format.CSV, (Figure,)))
    assert rows(tmp_path / "none.csv") == []


class TestCsv:
    def test_plain_numbers_and_days_stand_beside_what_was_said(self, tmp_path: Path) -> None:
        made = figure("RET", "~350", "2025-11", counted_since="2025-08-06")
        ledger = Ledger(Measure("RET"), made)
        exporting.export(ledger, tmp_path / "a.csv", Wish(Format.CSV, (Figure,)))
        (row,) = rows(tmp_path / "a.csv")
        assert (row["amount"], row["amount_low"], row["amount_high"]) == ("~350", "345", "355")
        ends = (row["period_earliest"], row["period_latest"])
        assert (row["period"], *ends) == ("2025-11", "2025-11-01", "2025-11-30")
        assert (row["measure_name"], row["cited_names"]) == ("Returned to France", "A paper")

    def test_no_cell_is_a_formula(self, tmp_path: Path) -> None:
        texts = ["=1+1", "+1-1", "@a", "-a", "\t=1", "'=1"]
        ledger = Ledger(*(Source(id=f"s{place}", title=text) for place, text in enumerate(texts)))
        exporting.export(ledger, tmp_path / "a.csv", Wish(Format.CSV, (Source,)))
        found = [row["title"] for row in rows(tmp_path / "a.csv") if row["title"]]
        assert found == ["'" + text for text in texts]

    def test_hashtags_on_request(self, tmp_path: Path) -> None:
        exporting.export(example(), tmp_path / "a.csv", Wish(Format.CSV, (Figure,), hxl=True))
        first = rows(tmp_path / "a.csv")[0]
        assert (first["amount_low"], first["published"]) == ("#indicator+value+min+num", "#date+published")

    def test_a_mark_for_old_excel_on_request(self, tmp_path: Path) -> None:
        exporting.export(example(), tmp_path / "a.csv", Wish(Format.CSV, (Figure,), marked=True))
        assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


class TestWorkbook:
    @pytest.fixture
    def book(self, tmp_path: Path) -> Path:
        exporting.export(example(), tmp_path / "a.xlsx", Wish(Format.XLSX))
        return tmp_path / "a.xlsx"

    def test_the_first_sheet_explains_every_column(self, book: Path) -> None:
        workbook = CalamineWorkbook.from_path(str(book))
        assert workbook.sheet_names[0] == "Columns"
        explained = {(row[0], row[1]): row[3] for row in workbook.get_sheet_by_name("Columns").to_python()}
        for table in tables().values():
            if table.name in workbook.sheet_names:
                assert all(explained[table.name, column.name] for column in table.columns)

    def test_numbers_are_numbers_and_days_are_days(self, book: Path) -> None:
        sheet = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("figures").to_python()
        header = sheet[0]
        low, latest = header.index("amount_low"), header.index("period_latest")
        assert {type(row[low]) for row in sheet[1:] if row[low] != ""} == {float}
        assert {type(row[latest]) for row in sheet[1:] if row[latest] != ""} == {date}

    def test_nothing_in_it_is_a_formula_or_a_link(self, tmp_path: Path) -> None:
        ledger = Ledger(Source(id="x", title="=1+1", address="https://example.org/"))
        exporting.export(ledger, tmp_path / "a.xlsx", Wish(Format.XLSX))
        inside = everything_in(tmp_path / "a.xlsx")
        assert "=1+1" in inside
        assert "<f>" not in inside
        assert "hyperlink" not in inside

    def test_the_header_stays_in_sight(self, book: Path) -> None:
        assert 'state="frozen"' in everything_in(book)


class TestPackage:
    @pytest.fixture
    def described(self, tmp_path: Path) -> dict[str, Any]:
        exporting.export(example(), tmp_path / "a.zip", Wish(Format.PACKAGE))
        with zipfile.ZipFile(tmp_path / "a.zip") as archive:
            found: dict[str, Any] = json.loads(archive.read("datapackage.json"))
            for resource in found["resources"]:
                lines = csv.reader(io.StringIO(archive.read(resource["path"]).decode("utf-8"), newline=""))
                assert next(lines) == [field["name"] for field in resource["schema"]["fields"]]
                assert sum(1 for _line in lines) == resource["rowCount"]
        return found

    def test_says_what_it_is(self, described: dict[str, Any]) -> None:
        assert described["profile"] == "tabular-data-package"
        assert {"created", "licenses", "sources", "title"} <= described.keys()
        assert len(described["resources"]) == len(tables())

    def test_its_keys_lead_somewhere(self, described: dict[str, Any]) -> None:
        schemas = {resource["name"]: resource["schema"] for resource in described["resources"]}
        assert all(schema["primaryKey"] == "id" for schema in schemas.values())
        keys = {key["fields"]: key["reference"]["resource"] for key in schemas["figures"]["foreignKeys"]}
        assert keys == {"measure": "measures", "revises": ""}

    def test_a_reference_to_what_is_left_out_is_no_key(self, tmp_path: Path) -> None:
        ledger = Ledger(Measure("RET"), figure("RET", "94", "2025", revises="not here"))
        exporting.export(ledger, tmp_path / "a.zip", Wish(Format.PACKAGE))
        described = json.loads(zipfile.ZipFile(tmp_path / "a.zip").read("datapackage.json"))
        (figures,) = (one for one in described["resources"] if one["name"] == "figures")
        assert [key["fields"] for key in figures["schema"]["foreignKeys"]] == ["measure"]


class TestRefusals:
    def refused(self, target: Path, wish: Wish | None = None) -> RefusalCode:
        with pytest.raises(Refusal) as caught:
            exporting.export(example(), target, wish or Wish(Format.JSON))
        return caught.value.code

    def test_a_folder(self, tmp_path: Path) -> None:
        assert self.refused(tmp_path) is RefusalCode.IS_A_FOLDER

    def test_a_missing_folder(self, tmp_path: Path) -> None:
        assert self.refused(tmp_path / "no" / "a.json") is RefusalCode.NOT_FOUND

    def test_a_workspace_is_never_replaced(self, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        Workspace.create(path).close()
        before = path.read_bytes()
        assert self.refused(path) is RefusalCode.IN_USE
        assert path.read_bytes() == before

    @pytest.mark.parametrize("format", [Format.XLSX, Format.PACKAGE, Format.JSON])
    def test_a_full_disk_leaves_what_was_there(
        self, format: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / f"a.{format}"
        target.write_text("before")

        def full(*_what: object, **_more: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        # The system's own doing, which no test can bring about without a disk of its own.
        monkeypatch.setattr(Path, "chmod", full)
        assert self.refused(target, Wish(format)) is RefusalCode.DISK_FULL
        assert target.read_text() == "before"
        assert list(tmp_path.iterdir()) == [target]

    def test_more_rows_than_a_sheet_holds(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        # A million records would take a minute.
        monkeypatch.setattr(workbooks, "_ROWS", 20)
        assert self.refused(tmp_path / "a.xlsx", Wish(Format.XLSX)) is RefusalCode.TOO_MANY_ROWS
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("format", list(Format))
    def test_cancelled_half_way(self, format: Format, tmp_path: Path) -> None:
        ledger = Ledger(*(Source(id=str(number)) for number in range(2_000)))
        seen: list[int] = []

        def progress(done: int, total: int) -> None:
            seen.append(done)
            assert total == 2_004

        with pytest.raises(Refusal) as caught:
            exporting.export(
                ledger,
                tmp_path / f"a.{format}",
                Wish(format, (Source,)),
                progress=progress,
                cancelled=lambda: len(seen) == 2,
            )
        assert caught.value.code is RefusalCode.CANCELLED
        assert seen == [500, 1000]
        assert list(tmp_path.iterdir()) == []

    def test_an_unknown_ending(self, tmp_path: Path) -> None:
        with pytest.raises(Refusal) as caught:
            format_of(tmp_path / "a.doc")
        assert caught.value.code is RefusalCode.UNKNOWN_FORMAT


def test_every_column_is_explained() -> None:
    for table in tables().values():
        assert column_words.table(table.name) != table.name
        for column in table.columns:
            assert column_words.column(table.name, column.name), (table.name, column.name)


def test_every_hashtag_is_well_formed_and_of_its_own() -> None:
    for table in tables().values():
        tags = [column.tag for column in table.columns]
        assert len(set(tags)) == len(tags), table.name
        assert all(tag.startswith("#") and tag.replace("+", "").replace("#", "").isalnum() for tag in tags)
