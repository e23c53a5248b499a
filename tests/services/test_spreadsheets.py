"""Reading spreadsheets: what comes out, and that nothing a stranger sends can hang, fill or fool the app."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets import reader, worker
from desktop_app.services.spreadsheets.counting import Bounds, Unfit, check_content
from desktop_app.services.spreadsheets.limits import DEFAULT
from desktop_app.services.spreadsheets.reader import read
from desktop_app.services.spreadsheets.sheets import cell_name
from tests.services.ods_files import cell, content, meta, row, table, write_ods, write_xlsx

ROOT = Path(__file__).resolve().parents[2]
CLAIM = 10**18


def refused(path: Path) -> RefusalCode:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(Refusal) as caught:
        read(path)
    assert caught.value.values["path"] == str(path)
    assert before is None or path.read_bytes() == before
    return caught.value.code


def one_sheet(path: Path, *rows: str, height: int = 1_048_576) -> Path:
    return write_ods(path, content(table("A", rows, height)))


class TestReading:
    def test_cells_come_as_what_they_are_and_a_sheet_is_its_filled_rectangle(self, tmp_path: Path) -> None:
        day = date(2025, 11, 8)
        file = one_sheet(
            tmp_path / "a.ods",
            row((None,)),
            row(("Date", "People", "@1", "=2")),
            row((day, 503, "-", None)),
            row((day, 0, 1.5, cell(7, formula="of:=SUM([.B2:.B3])"))),
        )
        (sheet,) = read(file).sheets
        moment = datetime.fromisoformat("2025-11-08T00:00:00")
        assert sheet.name == "A"
        assert sheet.rows == (
            (None, None, None, None),
            ("Date", "People", "@1", "=2"),
            (moment, 503, "-", None),
            (moment, 0, 1.5, 7),
        )

    def test_the_day_the_document_was_made_is_told(self, tmp_path: Path) -> None:
        text = content(table("A", [row((1,))]))
        made = read(write_ods(tmp_path / "a.ods", text, members={"meta.xml": meta(date(2025, 11, 14))})).made
        assert made == date(2025, 11, 14)
        assert read(write_ods(tmp_path / "b.ods", text)).made is None

    def test_small_repeats_of_filled_cells_and_rows_are_written_out(self, tmp_path: Path) -> None:
        file = one_sheet(
            tmp_path / "a.ods", row((cell("x", 2), cell(None, 2), cell(3)), repeats=2), row((4,))
        )
        (sheet,) = read(file).sheets
        assert sheet.rows == (("x", "x", None, None, 3),) * 2 + ((4, None, None, None, None),)

    def test_progress_is_told_up_to_the_end_in_order(self, tmp_path: Path) -> None:
        told: list[tuple[int, int]] = []
        read(one_sheet(tmp_path / "a.ods", row((1,))), lambda done, of: told.append((done, of)))
        assert told == sorted(told)
        assert told
        assert all(0 <= done <= of == worker.STEPS for done, of in told)

    def test_a_name_with_spaces_and_accents_is_found(self, tmp_path: Path) -> None:
        file = one_sheet(tmp_path / "Éd 2, –.ods", row((1,)))
        assert read(file).sheets[0].rows == ((1,),)

    def test_a_workbook_of_the_other_make_is_read_whatever_its_name(self, tmp_path: Path) -> None:
        (sheet,) = read(write_xlsx(tmp_path / "a.ods")).sheets
        assert (sheet.name, sheet.rows) == ("SB_01", ((1,),))

    @pytest.mark.parametrize(("place", "name"), [((0, 0), "A1"), ((9, 27), "AB10"), ((4, 701), "ZZ5")])
    def test_cells_have_the_names_people_know(self, place: tuple[int, int], name: str) -> None:
        assert cell_name(*place) == name


class TestNotASpreadsheet:
    def test_a_missing_file(self, tmp_path: Path) -> None:
        assert refused(tmp_path / "none.ods") is RefusalCode.NOT_FOUND
        (tmp_path / "file").write_text("x")
        assert refused(tmp_path / "file" / "none.ods") is RefusalCode.NOT_FOUND

    def test_names_that_lead_nowhere(self, tmp_path: Path) -> None:
        paths = [tmp_path / ("x" * 300 + ".ods")]
        if sys.platform != "win32":
            paths.append(tmp_path / "loop.ods")
            paths[-1].symlink_to("loop.ods")
        for path in paths:
            with pytest.raises(Refusal) as caught:
                reader.read(path)
            assert caught.value.code is RefusalCode.NOT_FOUND

    def test_a_folder(self, tmp_path: Path) -> None:
        assert refused(tmp_path) is RefusalCode.IS_A_FOLDER

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.ods")
        assert refused(tmp_path / "pipe.ods") is RefusalCode.NOT_A_SPREADSHEET

    @pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no owners here")
    def test_a_file_without_permission(self, tmp_path: Path) -> None:
        file = one_sheet(tmp_path / "a.ods", row((1,)))
        file.chmod(0)
        with _nobody():
            assert refused_unread(file) is RefusalCode.NO_PERMISSION

    @pytest.mark.parametrize(
        "data",
        [b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(4000), b"Date,Migrants arrived\n2025-11-08,503\n", b""],
        ids=["a renamed JPEG", "a CSV", "an empty file"],
    )
    def test_other_files_of_that_name(self, tmp_path: Path, data: bytes) -> None:
        (tmp_path / "a.ods").write_bytes(data)
        assert refused(tmp_path / "a.ods") is RefusalCode.NOT_A_SPREADSHEET

    def test_a_text_document_and_a_plain_zip(self, tmp_path: Path) -> None:
        text = "application/vnd.oasis.opendocument.text"
        assert (
            refused(write_ods(tmp_path / "b.ods", content(), mimetype=text)) is RefusalCode.NOT_A_SPREADSHEET
        )
        with zipfile.ZipFile(tmp_path / "c.ods", "w") as archive:
            archive.writestr("content.xml", content())
        assert refused(tmp_path / "c.ods") is RefusalCode.NOT_A_SPREADSHEET


class TestDamaged:
    @pytest.mark.parametrize("part", [0.02, 0.5, 0.999])
    def test_a_truncated_file(self, tmp_path: Path, part: float) -> None:
        file = one_sheet(tmp_path / "a.ods", *(row((n, n * n)) for n in range(500)))
        whole = file.read_bytes()
        file.write_bytes(whole[: int(len(whole) * part)])
        assert refused(file) is RefusalCode.SPREADSHEET_DAMAGED

    @pytest.mark.parametrize(
        "text",
        [
            content(table("A", [row((1,))]))[:-30],
            "not XML at all",
            "",
            content(table("A", [row((1,))])).encode("utf-16"),
            content(table("A", [row((1,))])).replace("<office:body>", "<office:body>\x00"),
        ],
        ids=["cut short", "no XML", "empty", "another encoding", "a NUL"],
    )
    def test_content_that_is_no_sound_xml(self, tmp_path: Path, text: str | bytes) -> None:
        assert refused(write_ods(tmp_path / "a.ods", text)) is RefusalCode.SPREADSHEET_DAMAGED

    def test_entities_are_never_expanded(self, tmp_path: Path) -> None:
        lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
        bomb = (
            content(table("A", [row(("&e11;",))]))
            .replace("?>", f'?><!DOCTYPE b [<!ENTITY e0 "x">{lines}]>', 1)
            .replace("&amp;e11;", "&e11;")
        )
        assert refused(write_ods(tmp_path / "a.ods", bomb)) is RefusalCode.SPREADSHEET_DAMAGED

    def test_a_number_that_is_none(self, tmp_path: Path) -> None:
        text = content(table("A", [row((1,))])).replace('office:value="1"', 'office:value="one"')
        assert refused(write_ods(tmp_path / "a.ods", text)) is RefusalCode.SPREADSHEET_DAMAGED

    @pytest.mark.parametrize("claim", ["-1", "many", "", "1.5", "0x10"])
    def test_a_repeat_that_is_no_number(self, tmp_path: Path, claim: str) -> None:
        text = content(table("A", [row((cell(1, 2),))])).replace('repeated="2"', f'repeated="{claim}"')
        assert refused(write_ods(tmp_path / "a.ods", text)) is RefusalCode.SPREADSHEET_DAMAGED

    def test_rows_and_sheets_inside_cells(self, tmp_path: Path) -> None:
        inner = f"<table:table-cell>{row((1,))}</table:table-cell>"
        assert refused(one_sheet(tmp_path / "a.ods", row((inner,)))) is RefusalCode.SPREADSHEET_DAMAGED

    def test_members_that_are_there_twice(self, tmp_path: Path) -> None:
        file = one_sheet(tmp_path / "a.ods", row((1,)))
        with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("content.xml", content(table("A", [row((2,))])))
        assert refused(file) is RefusalCode.SPREADSHEET_DAMAGED

    def test_one_with_a_password(self, tmp_path: Path) -> None:
        manifest = '<m:manifest xmlns:m="x"><m:encryption-data m:checksum="1"/></m:manifest>'
        file = write_ods(tmp_path / "a.ods", os.urandom(500), manifest=manifest)
        assert refused(file) is RefusalCode.SPREADSHEET_PROTECTED


class TestMutants:
    @pytest.mark.slow
    def test_files_spoilt_at_random_are_read_or_refused(self, tmp_path: Path) -> None:
        chance = random.Random(20251114)
        refusals = set()
        file = one_sheet(tmp_path / "a.ods", *(row((date(2025, 11, 8), n, "-")) for n in range(40)))
        whole = file.read_bytes()
        with zipfile.ZipFile(file) as archive:
            text = archive.read("content.xml")
        for number in range(60):
            inside = number % 2 == 0
            spoilt = _spoilt(text if inside else whole, chance)
            if inside:
                write_ods(file, spoilt)
            else:
                file.write_bytes(spoilt)
            try:
                read(file)
            except Refusal as refusal:
                refusals.add(refusal.code)
        assert refusals <= _REFUSALS_OF_SPOILT_FILES


class TestTooLarge:
    @pytest.mark.parametrize(
        "rows",
        [
            [row((cell(1, CLAIM),), width=0)],
            [row((1,), repeats=CLAIM)],
            [row((cell(None, CLAIM), 1), width=0)],
            [row((), repeats=CLAIM), row((1,))],
            [row((cell(None, 10**40), 1), width=0)],
            [row((cell(1, 1000),), repeats=1001, width=0)],
            [row((cell("x" * 10_000, 900),), width=0)] * 9,
            [row((cell(None, 999), 1), width=0), *[row((1,))] * 1001],
        ],
        ids=["cell", "row", "gap", "empty rows", "digits", "both", "long words", "rectangle"],
    )
    def test_what_is_claimed_is_counted_before_it_is_laid_out(self, tmp_path: Path, rows: list[str]) -> None:
        started = time.monotonic()
        assert refused(one_sheet(tmp_path / "a.ods", *rows, height=0)) is RefusalCode.SPREADSHEET_TOO_LARGE
        assert time.monotonic() - started < 5

    def test_empty_cells_and_rows_may_claim_what_they_like(self, tmp_path: Path) -> None:
        file = one_sheet(tmp_path / "a.ods", row((1, cell(None, CLAIM))), row((), repeats=CLAIM))
        assert read(file).sheets[0].rows == ((1,),)

    def test_a_zip_bomb(self, tmp_path: Path) -> None:
        file = write_ods(tmp_path / "a.ods", content(table("A", [row((1,))])) + " " * 30_000_000)
        assert file.stat().st_size < 100_000
        assert refused(file) is RefusalCode.SPREADSHEET_TOO_LARGE

    def test_a_thousand_members(self, tmp_path: Path) -> None:
        members = {f"media/{n}.png": b"" for n in range(1000)}
        assert (
            refused(write_ods(tmp_path / "a.ods", content(), members=members))
            is RefusalCode.SPREADSHEET_TOO_LARGE
        )

    def test_a_length_that_lies_is_found_out(self, tmp_path: Path) -> None:
        text = content(table("A", [row((1,))]))
        file = write_ods(tmp_path / "a.ods", text + " " * 1_000_000)
        data = bytearray(file.read_bytes())
        # The central directory's entry for content.xml: its unpacked length stands 22 bytes before its name.
        at = data.rindex(b"content.xml") - 46 + 24
        data[at : at + 4] = len(text).to_bytes(4, "little")
        file.write_bytes(data)
        assert refused(file) is RefusalCode.SPREADSHEET_DAMAGED

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system sets no such limit")
    def test_a_process_that_wants_too_much_memory_is_stopped(self, tmp_path: Path) -> None:
        file = one_sheet(tmp_path / "a.ods", *(row((cell(n, 500),)) for n in range(1000)))
        with pytest.raises(Refusal) as caught:
            read(file, limits=replace(DEFAULT, memory_bytes=60_000_000))
        assert caught.value.code is RefusalCode.SPREADSHEET_TOO_LARGE

    def test_a_process_that_takes_too_long_is_killed(self, tmp_path: Path) -> None:
        file = one_sheet(tmp_path / "a.ods", *(row((cell(n, 500),)) for n in range(1000)))
        with pytest.raises(Refusal) as caught:
            read(file, limits=replace(DEFAULT, seconds=0.01))
        assert caught.value.code is RefusalCode.SPREADSHEET_TOO_LARGE


class TestProcess:
    def test_cancelling_ends_the_reading_at_once(self, tmp_path: Path) -> None:
        file = one_sheet(tmp_path / "a.ods", *(row((cell(n, 500),)) for n in range(1000)))
        began = threading.Event()
        started = time.monotonic()
        with pytest.raises(Refusal) as caught:
            read(file, lambda _done, _of: began.set(), began.is_set)
        assert caught.value.code is RefusalCode.CANCELLED
        assert time.monotonic() - started < 2

    def test_a_fault_of_ours_is_not_blamed_on_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            reader, "command", lambda: [sys.executable, "-I", "-S", "-c", "raise ImportError"]
        )
        with pytest.raises(reader.WorkerFailed):
            read(one_sheet(tmp_path / "a.ods", row((1,))))

    def test_a_bundled_program_is_its_own_reading_process(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        assert reader.command() == [sys.executable, worker.ARGUMENT]
        as_bundled = [sys.executable, "-m", "desktop_app", worker.ARGUMENT]
        monkeypatch.setattr(reader, "command", lambda: as_bundled)
        monkeypatch.chdir(ROOT)
        assert read(one_sheet(tmp_path / "a.ods", row((1,)))).sheets[0].rows == ((1,),)

    def test_the_app_itself_never_loads_the_reader_of_strangers_files(self, tmp_path: Path) -> None:
        file = one_sheet(tmp_path / "a.ods", row((1,)))
        script = (
            "import sys; from pathlib import Path\n"
            "from desktop_app.services.spreadsheets.reader import read\n"
            f"read(Path({str(file)!r}))\n"
            "assert not any(name.startswith('python_calamine') for name in sys.modules)"
        )
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


class TestCounting:
    """Laws of the guard, against a sheet laid out by a simple reading of the same rules."""

    @given(
        st.lists(
            st.tuples(
                st.integers(1, 4),
                st.lists(st.tuples(st.booleans(), st.integers(1, 4)), min_size=1, max_size=4),
            ),
            max_size=5,
        )
    )
    def test_it_counts_the_rectangle_up_to_the_last_filled_row_and_column(
        self, rows: list[tuple[int, list[tuple[bool, int]]]]
    ) -> None:
        laid_out = [
            [filled for filled, repeats in cells for _ in range(repeats)]
            for row_repeats, cells in rows
            for _ in range(row_repeats)
        ]
        height = max((n + 1 for n, line in enumerate(laid_out) if any(line)), default=0)
        width = max((n + 1 for line in laid_out for n, filled in enumerate(line) if filled), default=0)
        written = [
            row([cell(1 if filled else None, repeats) for filled, repeats in cells], row_repeats)
            for row_repeats, cells in rows
        ]
        text = content(table("A", written)).encode()
        area = height * width
        check_content(text, Bounds(1, 99, area, 10**6), _untold)
        if area:
            with pytest.raises(Unfit) as caught:
                check_content(text, Bounds(1, 99, area - 1, 10**6), _untold)
            assert caught.value.too_large


_REFUSALS_OF_SPOILT_FILES = {
    RefusalCode.SPREADSHEET_DAMAGED,
    RefusalCode.SPREADSHEET_TOO_LARGE,
    RefusalCode.SPREADSHEET_PROTECTED,
    RefusalCode.NOT_A_SPREADSHEET,
}
_SPOILERS = (b"9" * 30, b'"', b"<", b">", b"&#0;", b"-", b"e308", b' table:number-rows-repeated="999999999"')


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(spoilt))
        match chance.randrange(4):
            case 0:
                spoilt[at] = chance.randrange(256)
            case 1:
                del spoilt[at : at + chance.randrange(40)]
            case 2:
                spoilt[at:at] = spoilt[at : at + chance.randrange(200)]
            case _:
                spoilt[at : at + 1] = chance.choice(_SPOILERS)
    return bytes(spoilt)


def _untold(_done: int, _of: int) -> None:
    pass


def refused_unread(path: Path) -> RefusalCode:
    with pytest.raises(Refusal) as caught:
        read(path)
    return caught.value.code


@contextmanager
def _nobody() -> Iterator[None]:
    """Without the rights of an administrator, where the tests run with them."""
    set_user: Callable[[int], None] = os.seteuid
    own = os.geteuid()
    if own == 0:
        set_user(65534)
    try:
        yield
    finally:
        set_user(own)
