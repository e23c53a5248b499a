"""Makes files as strangers send them: damaged, hostile, or only written in an unusual way."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.domain.refusals import RefusalCode
from tests.services.ods_files import cell as ods_cell
from tests.services.ods_files import content, row, table, write_ods
from tests.services.tabular.xlsx_files import cell, sheet, write

HEAD = "date,measure,value\n"
GOOD = "2025-11-08,ARR,503\n"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")

Maker = Callable[[Path], object]


@dataclass(frozen=True)
class Malformed:
    """One file: how it is made under a name, and what becomes of it.

    Either `refused` says with which code, or it is read, and `new` and `unreadable` say how many values are.
    """

    name: str
    make: Maker
    refused: RefusalCode | None = None
    new: int = 0
    unreadable: int = 0


def _text(text: str, encoding: str = "utf-8") -> Maker:
    return lambda path: path.write_bytes(text.encode(encoding))


def _bytes(data: bytes) -> Maker:
    return lambda path: path.write_bytes(data)


def _cut(make: Maker, part: float) -> Maker:
    def cut(path: Path) -> None:
        make(path)
        whole = path.read_bytes()
        path.write_bytes(whole[: int(len(whole) * part)])

    return cut


def _xlsx(rows: list[list[float | str | None]], **more: object) -> Maker:
    return lambda path: write(path, {"Data": sheet(rows)}, **more)  # type: ignore[arg-type]


def _ods(*rows: str) -> Maker:
    return lambda path: write_ods(path, content(table("Data", rows)))


def _without_right(path: Path) -> None:
    path.write_text(HEAD + GOOD)
    path.chmod(0)


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("gone.csv"))


def _link_to_table(path: Path) -> None:
    target = path.with_name("target.csv")
    target.write_text(HEAD + GOOD)
    path.symlink_to(target)


def _nothing(_path: Path) -> None:
    """The file was there when it was chosen, and is not any more."""


def _zip(members: dict[str, str | bytes]) -> Maker:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)

    return make


def _package(resources: object, **members: str) -> Maker:
    return _zip({"datapackage.json": json.dumps({"name": "x", "resources": resources}), **members})


def _encrypted_zip(path: Path) -> None:
    _zip({"data.csv": HEAD + GOOD})(path)
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(data)


def _protected_ods(path: Path) -> None:
    manifest = '<m:manifest xmlns:m="x"><m:encryption-data m:checksum="1"/></m:manifest>'
    write_ods(path, os.urandom(400), manifest=manifest)


def _entities(text: str) -> str:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return text.replace("?>", f'?><!DOCTYPE b [<!ENTITY e0 "x">{lines}]>', 1)


def _outside(text: str) -> str:
    return text.replace("?>", '?><!DOCTYPE b [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 1)


def _xlsx_text(change: Callable[[str], str]) -> Maker:
    return lambda path: write(path, {"Data": change(sheet([["date", "value"], ["&e11;", 1]]))})


def _inflated(path: Path) -> None:
    write(path, {"Data": sheet([["date", "value"], ["2025-11-08", 1]]) + " " * 60_000_000})


def _zip_in_csv(path: Path) -> None:
    _zip({"data.csv": b"0" * 60_000_000})(path)


def _far_cell(path: Path) -> None:
    write(path, {"Data": sheet([["date", '<c r="XFD1048576"><v>1</v></c>']])})


def _lone_surrogate(path: Path) -> None:
    path.write_bytes((HEAD + GOOD).encode() + b"2025-11-09,ARR,\xed\xa0\x80\n")


_TABLE: list[list[float | str | None]] = [["date", "measure", "value"], ["2025-11-08", "ARR", 503.0]]
_ODS_ROWS = (row(("date", "measure", "value")), row((date(2025, 11, 8), "ARR", 503)))
_R = RefusalCode

FILES = (
    # How a text is written
    Malformed("utf-8 with a mark.csv", _text("\ufeff" + HEAD + GOOD), new=1),
    Malformed("utf-16 with a mark.csv", _text(HEAD + GOOD, "utf-16"), new=1),
    Malformed("utf-16 without a mark.csv", _text(HEAD + GOOD, "utf-16-le"), new=1),
    Malformed("utf-16 of the other end.csv", _text(HEAD + GOOD, "utf-16-be"), new=1),
    Malformed("utf-32.csv", _text("\ufeff" + HEAD + GOOD, "utf-32-le"), new=1),
    Malformed(
        "windows letters.csv", _text("date,measure,value,source\n2025-11-08,ARR,5,Évry\n", "cp1252"), new=1
    ),
    Malformed("a lone surrogate.csv", _lone_surrogate, new=1, unreadable=1),
    Malformed("nuls within.csv", _bytes((HEAD + GOOD).encode().replace(b"503", b"5\x0003")), new=1),
    Malformed("noise.csv", _bytes(bytes(range(1, 32)) * 200), refused=_R.NOT_A_TABLE),
    Malformed("old line ends.csv", _text((HEAD + GOOD).replace("\n", "\r")), new=1),
    Malformed("semicolons.csv", _text((HEAD + GOOD).replace(",", ";")), new=1),
    Malformed("says its separator.csv", _text("sep=|\n" + (HEAD + GOOD).replace(",", "|")), new=1),
    Malformed(
        "marks nobody sees.csv", _text(HEAD + "\u200f2025-11-08\u200e,\u200bARR,\u202a503\u202c\n"), new=1
    ),
    # How the rows are
    Malformed("empty.csv", _bytes(b""), refused=_R.EMPTY_TABLE),
    Malformed("only spaces.csv", _text(" \n\n  \n"), refused=_R.EMPTY_TABLE),
    Malformed("only titles.csv", _text(HEAD), refused=_R.UNDECIDED),
    Malformed(
        "a preamble.csv", _text("Small boats\nAs published\n\n" + HEAD + GOOD + "\nSource: x\n"), new=1
    ),
    Malformed("short rows.csv", _text("date,measure,value,note\n" + GOOD + "2025-11-09,ARR,5,x\n"), new=2),
    Malformed("long rows.csv", _text(HEAD + GOOD + "2025-11-09,ARR,1,097\n"), new=1, unreadable=1),
    Malformed(
        "a quotation mark left open.csv",
        _text(HEAD + GOOD + '2025-11-09,ARR,"5\n' * 3),
        refused=_R.NOT_A_TABLE,
    ),
    Malformed(
        "a very long cell.csv", _text(HEAD + '2025-11-08,ARR,"' + "9" * 300_000), refused=_R.NOT_A_TABLE
    ),
    Malformed("a million columns.csv", _text("1," * 1_000_000 + "\n"), refused=_R.SPREADSHEET_TOO_LARGE),
    Malformed("titles twice.csv", _text("date,measure,value,value\n2025-11-08,ARR,503,4\n"), new=1),
    Malformed("titles again.csv", _text(HEAD + GOOD + HEAD + "2025-11-09,ARR,5\n"), new=2),
    Malformed("totals below.csv", _text(HEAD + GOOD + "Total,,503\n"), new=1),
    Malformed("prose.csv", _text("Dear all,\nthe table is enclosed.\n"), refused=_R.UNDECIDED),
    # How values are
    Malformed("below zero.csv", _text(HEAD + GOOD + "2025-11-09,ARR,-5\n"), new=1, unreadable=1),
    Malformed("percent.csv", _text(HEAD + GOOD + "2025-11-09,ARR,5%\n"), new=1, unreadable=1),
    Malformed("money.csv", _text(HEAD + GOOD + "2025-11-09,ARR,£5\n"), new=1, unreadable=1),
    Malformed("scientific.csv", _text(HEAD + GOOD + "2025-11-09,ARR,1.5e3\n"), new=1, unreadable=1),
    Malformed("no numbers at all.csv", _text(HEAD + GOOD + "2025-11-09,ARR,inf\n"), new=1, unreadable=1),
    Malformed("huge.csv", _text(HEAD + GOOD + f"2025-11-09,ARR,{'9' * 400}\n"), new=1, unreadable=1),
    Malformed("numbers as text.csv", _text(HEAD + '2025-11-08,ARR,"1,097"\n2025-11-09,ARR,1 101\n'), new=2),
    Malformed("orders mixed.csv", _text(HEAD + "13/11/2025,ARR,1\n11/14/2025,ARR,2\n"), new=2),
    Malformed(
        "orders mixed and open.csv",
        _text(HEAD + "13/11/2025,ARR,1\n11/14/2025,ARR,2\n3/4/2025,ARR,2\n"),
        refused=_R.UNDECIDED,
    ),
    Malformed("order open.csv", _text(HEAD + "3/4/2025,ARR,1\n5/6/2025,ARR,2\n"), refused=_R.UNDECIDED),
    Malformed("no such day.csv", _text(HEAD + GOOD + "2025-02-30,ARR,5\n"), new=1, unreadable=1),
    Malformed(
        "weekday of another year.csv",
        _text(HEAD + GOOD + "Monday 9 November 2025,ARR,5\n"),
        new=1,
        unreadable=1,
    ),
    Malformed("no such measure.csv", _text(HEAD + GOOD + "2025-11-09,XYZ,5\n"), new=1, unreadable=1),
    Malformed("formulas as text.csv", _text(HEAD + GOOD + "2025-11-09,ARR,=1+1\n"), new=1, unreadable=1),
    # Other things under such a name
    Malformed("a page.xls", _text("<html><body><table><tr><td>1</td></tr></table>"), refused=_R.NOT_A_TABLE),
    Malformed("a picture.csv", _bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(500)), refused=_R.NOT_A_TABLE),
    Malformed("a document.xlsx", _bytes(b"%PDF-1.7\n" + os.urandom(500)), refused=_R.NOT_A_TABLE),
    Malformed("a table named as a workbook.xlsx", _text(HEAD + GOOD), new=1),
    Malformed("a workbook named as a table.csv", _xlsx(_TABLE), new=1),
    Malformed("a description alone.json", _text('{"a": 1}'), refused=_R.NOT_A_TABLE),
    Malformed("deep.json", _text('{"a":' * 100_000), refused=_R.NOT_A_TABLE),
    Malformed("a folder.csv", _folder, refused=_R.IS_A_FOLDER),
    Malformed("gone.csv", _nothing, refused=_R.NOT_FOUND),
    Malformed("a pipe.csv", _pipe, refused=_R.NOT_A_TABLE),
    Malformed("a device.csv", _device, refused=_R.NOT_A_TABLE),
    Malformed("a link to itself.csv", _loop, refused=_R.NOT_FOUND),
    Malformed("a link to nothing.csv", _link_to_nothing, refused=_R.NOT_FOUND),
    Malformed("a link.csv", _link_to_table, new=1),
    Malformed("not allowed.csv", _without_right, refused=_R.NO_PERMISSION),
    # Workbooks
    Malformed("sound.xlsx", _xlsx(_TABLE), new=1),
    Malformed("cut short.xlsx", _cut(_xlsx(_TABLE), 0.6), refused=_R.SPREADSHEET_DAMAGED),
    Malformed("no sheets.xlsx", _zip({"[Content_Types].xml": "<Types/>"}), refused=_R.NOT_A_SPREADSHEET),
    Malformed("an empty sheet.xlsx", _xlsx([]), refused=_R.EMPTY_TABLE),
    Malformed("entities.xlsx", _xlsx_text(_entities), refused=_R.SPREADSHEET_DAMAGED),
    Malformed("an entity outside.xlsx", _xlsx_text(_outside), refused=_R.SPREADSHEET_DAMAGED),
    Malformed("no xml.xlsx", _xlsx_text(lambda text: text[:-40]), refused=_R.SPREADSHEET_DAMAGED),
    Malformed("inflated.xlsx", _inflated, refused=_R.SPREADSHEET_TOO_LARGE),
    Malformed("a cell in the last corner.xlsx", _far_cell, refused=_R.SPREADSHEET_TOO_LARGE),
    Malformed(
        "dates of 1904.xlsx",
        _xlsx([["date", "measure", "value"], [cell("A2", 44507.0, 1), "ARR", 5.0]], date1904=True),
        new=1,
    ),
    Malformed(
        "an error.xlsx",
        _xlsx([*_TABLE, ["2025-11-09", "ARR", cell("C3", "#REF!", formula="A99")]]),
        new=1,
    ),
    Malformed(
        "a formula.xlsx", _xlsx([*_TABLE, ["2025-11-09", "ARR", cell("C3", 7.0, formula="3+4")]]), new=2
    ),
    Malformed(
        "a formula never worked out.xlsx",
        _xlsx([*_TABLE, ["2025-11-09", "ARR", cell("C3", None, formula="3+4")]]),
        new=1,
    ),
    Malformed("macros.xlsm", _xlsx(_TABLE, members={"xl/vbaProject.bin": os.urandom(2000)}), new=1),
    Malformed(
        "hidden.xlsx",
        lambda path: write(
            path, {"Notes": sheet([["x"]]), "Data": sheet(_TABLE)}, states={"Notes": "hidden"}
        ),
        new=1,
    ),
    Malformed(
        "very hidden.xlsx",
        lambda path: write(
            path, {"Notes": sheet([["x"]]), "Data": sheet(_TABLE)}, states={"Notes": "veryHidden"}
        ),
        new=1,
    ),
    Malformed(
        "merged.xlsx",
        lambda path: write(
            path,
            {
                "Data": sheet(
                    [*_TABLE, [None, "RET", 4.0]], '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
                )
            },
        ),
        new=2,
    ),
    Malformed(
        "protected.xlsx",
        _bytes(_OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")),
        refused=_R.SPREADSHEET_PROTECTED,
    ),
    Malformed(
        "an old document.xls",
        _bytes(_OLE + bytes(600) + "WordDocument".encode("utf-16-le")),
        refused=_R.NOT_A_SPREADSHEET,
    ),
    Malformed(
        "an old workbook in pieces.xls",
        _bytes(_OLE + bytes(600) + "Workbook".encode("utf-16-le")),
        refused=_R.SPREADSHEET_DAMAGED,
    ),
    Malformed("sound.ods", _ods(*_ODS_ROWS), new=1),
    Malformed("cut short.ods", _cut(_ods(*_ODS_ROWS), 0.7), refused=_R.SPREADSHEET_DAMAGED),
    Malformed("protected.ods", _protected_ods, refused=_R.SPREADSHEET_PROTECTED),
    Malformed(
        "repeats.ods",
        _ods(*_ODS_ROWS, row((ods_cell(1, 10**18),), width=0)),
        refused=_R.SPREADSHEET_TOO_LARGE,
    ),
    Malformed(
        "entities.ods",
        lambda path: write_ods(path, _entities(content(table("Data", _ODS_ROWS)))),
        refused=_R.SPREADSHEET_DAMAGED,
    ),
    # Archives
    Malformed("empty.zip", _zip({}), refused=_R.NOT_A_SPREADSHEET),
    Malformed("a table inside.zip", _zip({"data.csv": HEAD + GOOD}), new=1),
    Malformed("zeros inside.zip", _zip_in_csv, refused=_R.SPREADSHEET_TOO_LARGE),
    Malformed("a password inside.zip", _encrypted_zip, refused=_R.SPREADSHEET_PROTECTED),
    Malformed("a package.zip", _package([{"name": "d", "path": "d.csv"}], **{"d.csv": HEAD + GOOD}), new=1),
    Malformed(
        "a package without its table.zip", _package([{"name": "d", "path": "d.csv"}]), refused=_R.NOT_A_TABLE
    ),
    Malformed(
        "a package of elsewhere.zip",
        _package([{"name": "d", "path": "../../etc/passwd.csv"}, {"path": "https://x/y.csv"}]),
        refused=_R.EMPTY_TABLE,
    ),
    Malformed("a package of nonsense.zip", _zip({"datapackage.json": "[[["}), refused=_R.NOT_A_TABLE),
    Malformed(
        "a package in a package.zip", _zip({"x.csv": io.BytesIO().getvalue(), "y.csv": HEAD + GOOD}), new=1
    ),
)
"""Every file and what becomes of it."""
