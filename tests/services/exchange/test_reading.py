"""Which files are known as our own, and what becomes of those that are damaged or not what they say."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Source
from desktop_app.services.exchange import exporting, planning, reading
from desktop_app.services.exchange.understanding import Trouble
from desktop_app.services.exchange.wishes import Format, Wish
from desktop_app.services.workspace import Workspace
from tests.services.editions import needs_editions, real
from tests.services.exchange.ledgers import contents, example


def exported(folder: Path, format: Format, kind: type[Figure] | type[Source] = Source) -> Path:
    target = folder / f"ledger.{format}"
    kinds = (kind,) if format is Format.CSV else ()
    exporting.export(example(), target, Wish(format, kinds, everything=True))
    return target


def without(path: Path, name: str) -> None:
    """The archive without one of its members."""
    rewritten(path, lambda member, body: None if member == name else body)


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            kept = change(name, body)
            if kept is not None:
                archive.writestr(name, kept)


@pytest.mark.parametrize("format", list(Format))
def test_an_export_is_known_whatever_its_name(format: Format, tmp_path: Path) -> None:
    path = exported(tmp_path, format).rename(tmp_path / "download")
    found = reading.recognise(path)
    assert found is not None
    assert found.format is format
    assert format is Format.CSV or (found.facts is not None and found.facts.everything)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"date,people\n2025-11-06,94\n",
        b"{}",
        b'{"evenhand": 1}',
        b'{"evenhand": {"format": "1"}}',
        b"[" * 100_000,
        b"PK\x03\x04 not an archive",
        b"\xff\xfe\x00\x01",
        b"id,title",
    ],
)
def test_other_files_are_not_ours(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(body)
    assert reading.recognise(tmp_path / "a") is None
    with pytest.raises(Refusal) as caught:
        reading.bring_back(tmp_path / "a")
    assert caught.value.code is RefusalCode.EXPORT_DAMAGED


@needs_editions
def test_the_home_office_s_file_is_not_ours() -> None:
    assert reading.recognise(real("2025-11-14")) is None


def test_folders_and_missing_files_are_not_ours(tmp_path: Path) -> None:
    assert reading.recognise(tmp_path) is None
    assert reading.recognise(tmp_path / "no") is None


def test_of_a_later_version_it_says_so(tmp_path: Path) -> None:
    path = exported(tmp_path, Format.JSON)
    path.write_text(path.read_text("utf-8").replace('"format": 1', '"format": 2'), "utf-8")
    with pytest.raises(Refusal) as caught:
        reading.bring_back(path)
    assert caught.value.code is RefusalCode.EXPORT_TOO_NEW


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def write_cells(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)


def test_rows_that_make_no_record_are_told_and_stop_no_other(tmp_path: Path) -> None:
    path = exported(tmp_path, Format.CSV, Figure)
    rows = cells(path)
    rows[1][rows[0].index("amount")] = "many"
    rows[2][0] = ""
    rows.insert(4, rows[3])
    write_cells(path, rows)
    brought = reading.bring_back(path)
    assert [(row.line, row.trouble, row.column, row.text) for row in brought.unreadable] == [
        (2, Trouble.CELL, "amount", "many"),
        (3, Trouble.NO_ID, "", ""),
        (5, Trouble.TWICE, "", ""),
    ]
    assert [record.id for record in brought.records] == [row[0] for row in rows[4:]]


def test_columns_may_be_moved_and_others_put_between(tmp_path: Path) -> None:
    path = exported(tmp_path, Format.CSV)
    rows = cells(path)
    write_cells(path, [["mine", *row[1:], row[0]] for row in rows])
    plan = planning.plan(example(), path)
    assert (plan.same, plan.new, plan.unreadable) == (len(rows) - 1, (), ())


def test_a_workbook_saved_again_with_shared_texts_is_read(tmp_path: Path) -> None:
    """As Excel and LibreOffice write it: texts in a table of their own, cells that name their number."""
    ledger, path = example(), tmp_path / "ledger.xlsx"
    exporting.export(ledger, path, Wish(Format.XLSX, everything=True))
    texts: list[str] = []

    def shared(member: str, body: bytes) -> bytes:
        def number(found: re.Match[str]) -> str:
            texts.append(found[2])
            return f'<c r="{found[1]}" t="s"><v>{len(texts) - 1}</v></c>'

        if not member.startswith("xl/worksheets/"):
            return body
        cell = r'<c r="([A-Z]+[0-9]+)"[^>]*? t="inlineStr"><is>(.*?)</is></c>'
        return re.sub(cell, number, body.decode(), flags=re.DOTALL).encode()

    rewritten(path, shared)
    with zipfile.ZipFile(path, "a") as archive:
        items = "".join(f"<si>{text}</si>" for text in texts)
        archive.writestr(
            "xl/sharedStrings.xml", f'<sst xmlns="urn:x">{items}</sst>'.encode(), zipfile.ZIP_DEFLATED
        )
    assert texts
    fresh = Workspace.in_memory()
    planning.apply(fresh, planning.plan(fresh, path))
    assert contents(fresh) == contents(ledger)


DAMAGE: list[tuple[Format, Callable[[Path], object]]] = [
    (Format.PACKAGE, lambda path: rewritten(path, lambda name, body: body[:-30] + b'"')),
    (Format.PACKAGE, lambda path: rewritten(path, lambda n, b: b"\xff" + b if n.endswith(".csv") else b)),
    (Format.PACKAGE, lambda path: rewritten(path, lambda n, b: b"id\n1" if n == "figures.csv" else b)),
    (Format.XLSX, lambda path: without(path, "xl/worksheets/sheet2.xml")),
    (Format.XLSX, lambda path: rewritten(path, lambda n, b: b[:-40] if n.endswith("sheet3.xml") else b)),
    (Format.JSON, lambda path: path.write_bytes(path.read_bytes()[:-20])),
    (Format.JSON, lambda path: path.write_text('{"evenhand": {"format": 1}, "records": []}')),
    (Format.JSON, lambda path: path.write_text('{"evenhand": {"format": 1}}')),
]


@pytest.mark.parametrize(("format", "damage"), DAMAGE)
def test_damage_is_one_refusal(format: Format, damage: Callable[[Path], object], tmp_path: Path) -> None:
    path = exported(tmp_path, format)
    damage(path)
    with pytest.raises(Refusal) as caught:
        planning.plan(Workspace.in_memory(), path)
    assert caught.value.code is RefusalCode.EXPORT_DAMAGED


def sheet_of(path: Path, body: bytes) -> None:
    rewritten(path, lambda name, old: body if name == "xl/worksheets/sheet2.xml" else old)


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><row r="1"><c t="str"><v>&b;</v></c></row></worksheet>',
        b'<worksheet><sheetData><row r="9999999"><c r="A9999999"><v>1</v></c></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>',
        b"<worksheet>" + b" " * 30_000_000 + b"</worksheet>",
    ],
    ids=["entities", "a row beyond the sheet", "a column beyond it", "a text that is not there", "a bomb"],
)
def test_a_workbook_with_tricks_is_refused(body: bytes, tmp_path: Path) -> None:
    path = exported(tmp_path, Format.XLSX)
    sheet_of(path, body)
    with pytest.raises(Refusal) as caught:
        reading.bring_back(path)
    assert caught.value.code is RefusalCode.EXPORT_DAMAGED


@pytest.mark.parametrize(
    "entry",
    [
        5,
        [],
        {},
        {"id": 5},
        {"id": ""},
        {"id": "x" * 65},
        {"id": "a", "title": 5},
        {"id": "a", "kind": "no such kind"},
        {"id": "a", "published": "yesterday"},
    ],
)
def test_json_that_is_no_record_is_told(entry: object, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"evenhand": {"format": 1}, "records": {"source": [entry, {"id": "good"}]}}))
    brought = reading.bring_back(path)
    assert [record.id for record in brought.records] == ["good"]
    assert [row.line for row in brought.unreadable] == [1]


def test_citations_are_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    entries = [{"id": str(n), "citations": [cited]} for n, cited in enumerate(({"source": 5}, {}, 3))]
    path.write_text(json.dumps({"evenhand": {"format": 1}, "records": {"figure": entries}}))
    assert len(reading.bring_back(path).unreadable) == 3


def test_private_records_come_into_no_file_without_a_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    records = {"source": [{"id": "a", "sharing": "amber"}]}
    path.write_text(json.dumps({"evenhand": {"format": 1, "everything": True}, "records": records}))
    fresh = Workspace.in_memory()
    with pytest.raises(Refusal) as caught:
        planning.apply(fresh, planning.plan(fresh, path))
    assert caught.value.code is RefusalCode.NEEDS_PASSPHRASE
    assert fresh.count(Source) == 0


@pytest.mark.parametrize(
    ("separator", "encoding"), [(";", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"), (",", "utf-16")]
)
def test_a_table_that_a_spreadsheet_saved_its_own_way_is_ours(
    separator: str, encoding: str, tmp_path: Path
) -> None:
    path = exported(tmp_path, Format.CSV)
    rows = cells(path)
    title = rows[0].index("title")
    rows[1][title] = "Arrivées"
    with path.open("w", encoding=encoding, errors="replace", newline="") as stream:
        csv.writer(stream, delimiter=separator).writerows(rows)
    brought = reading.bring_back(path)
    assert len(brought.records) == len(rows) - 1
    assert brought.records[0].title == "Arrivées"  # type: ignore[union-attr]


def test_a_record_that_would_lose_its_measure_stays_as_it_is(tmp_path: Path) -> None:
    path = exported(tmp_path, Format.CSV, Figure)
    rows = cells(path)
    rows[1][rows[0].index("measure")] = "NOPE"
    write_cells(path, rows)
    plan = planning.plan(example(), path)
    assert (plan.changed, plan.missing) == ((), ("NOPE",))
