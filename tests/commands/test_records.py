"""The commands of the terminal that read and write records, run as a script would run them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desktop_app.cli import main
from tests.services.editions import needs_editions, real
from tests.services.ods_files import edition

MONDAY = date(2026, 3, 16)
DAYS = [(5, 1, 0), (0, 0, 0), (7, 1, "-"), (0, 0, 0), (0, 0, 0), (0, 0, 0), (2, 1, 1)]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.evenhand"
    assert main(["new", str(path)]) == 0
    return path


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(arguments) == 0
    return capsys.readouterr().out


class TestNew:
    def test_makes_a_sound_file(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert "sound" in answer(capsys, "check", str(file))

    def test_never_replaces_a_file(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = file.read_bytes()
        assert main(["new", str(file)]) == 2
        assert capsys.readouterr().err.startswith("evenhand: ")
        assert file.read_bytes() == before

    def test_with_the_example(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "example.evenhand"
        assert main(["new", str(path), "--sample"]) == 0
        rows = json.loads(answer(capsys, "series", str(path), "RET", "--json"))
        assert {"low": 94, "high": 94} in [{"low": row["low"], "high": row["high"]} for row in rows]
        assert all(row["figure_id"] for row in rows)

    def test_where_its_folder_is_missing_the_folder_is_named(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["new", str(tmp_path / "no such folder" / "a.evenhand")]) == 2
        assert f"{tmp_path / 'no such folder'} is not there." in capsys.readouterr().err

    @pytest.mark.parametrize("command", [["new"], ["new", "--sample"], ["check"], ["open"]])
    def test_a_name_too_long_is_a_sentence(
        self, command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([*command, str(tmp_path / ("x" * 300))]) == 2
        assert capsys.readouterr().err.count("\n") == 1
        assert list(tmp_path.iterdir()) == []


class TestImport:
    def test_answers_what_it_did(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = edition(tmp_path / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])
        said = json.loads(answer(capsys, "import", str(file), str(source), "--json"))
        assert said["edition"] == "2026-04-03"
        assert (said["revised"], said["unchanged"], said["mismatches"]) == (0, 0, [])
        again = json.loads(answer(capsys, "import", str(file), str(source), "--json"))
        assert (again["added"], again["revised"], again["unchanged"]) == (0, 0, said["added"])

    def test_the_answer_has_the_promised_keys(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = edition(tmp_path / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])
        said = json.loads(answer(capsys, "import", str(file), str(source), "--json"))
        assert list(said) == ["edition", "added", "revised", "unchanged", "mismatches"]

    def test_of_several_files_none_is_imported_where_one_cannot_be_read(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        good = edition(tmp_path / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])
        bad = tmp_path / "2026-06-05.ods"
        bad.write_bytes(good.read_bytes()[:900])
        before = file.read_bytes()
        assert main(["import", str(file), str(good), str(bad)]) == 2
        said = capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
        assert str(bad) in said.err
        assert file.read_bytes() == before

    def test_one_edition_is_not_told_of_several_files(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = edition(tmp_path / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])
        with pytest.raises(SystemExit) as ended:
            main(["import", str(file), str(source), str(source), "--edition", "2026-04-03"])
        assert ended.value.code == 2
        assert "--edition" in capsys.readouterr().err

    def test_an_edition_before_its_own_last_day_is_refused_with_the_reason(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = edition(tmp_path / "series.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])
        assert main(["import", str(file), str(source), "--edition", "2026-03-20"]) == 2
        said = capsys.readouterr().err
        assert "2026-03-20" in said
        assert "2026-03-22" in said

    def test_the_edition_can_be_told(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = edition(tmp_path / "series.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])
        assert main(["import", str(file), str(source)]) == 2
        said = json.loads(
            answer(capsys, "import", str(file), str(source), "--edition", "2026-04-03", "--json")
        )
        assert said["edition"] == "2026-04-03"

    def test_a_zero_is_zero_and_a_dash_is_nothing(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        answer(
            capsys,
            "import",
            str(file),
            str(edition(tmp_path / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])),
        )
        rows = json.loads(answer(capsys, "series", str(file), "ARR_UNCTRL", "--json"))
        assert [(row["period_start"], row["low"]) for row in rows][:3] == [
            ("2026-03-16", 0),
            ("2026-03-17", 0),
            ("2026-03-19", 0),
        ]

    @needs_editions
    def test_the_founding_totals(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        answer(capsys, "import", str(file), str(real("2025-11-14")))
        assert self._total(file, capsys, "2025-01-01", "2025-11-08") == 38_726
        assert self._total(file, capsys, "2025-01-01", "2025-11-09") == 39_075
        years = [self._total(file, capsys, f"{year}-01-01", f"{year}-12-31") for year in range(2018, 2025)]
        assert years == [299, 1_843, 8_462, 28_526, 45_755, 29_437, 36_816]
        answer(capsys, "import", str(file), str(real("2026-08-21")))
        assert self._total(file, capsys, "2025-01-01", "2025-12-31") == 41_472
        assert self._total(file, capsys, "2025-01-01", "2025-12-31", "--known-on", "2025-11-20") == 39_075

    @staticmethod
    def _total(file: Path, capsys: pytest.CaptureFixture[str], start: str, end: str, *more: str) -> int:
        rows = json.loads(
            answer(
                capsys,
                "series",
                str(file),
                "ARR",
                "--from",
                start,
                "--to",
                end,
                "--cumulative",
                "--json",
                *more,
            )
        )
        assert rows[-1]["low"] == rows[-1]["high"]
        return int(rows[-1]["high"])


class TestSeries:
    def test_csv_is_the_same_as_json(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "example.evenhand"
        main(["new", str(path), "--sample"])
        rows = json.loads(answer(capsys, "series", str(path), "ADM", "--json"))
        lines = list(csv.DictReader(io.StringIO(answer(capsys, "series", str(path), "ADM", "--csv"))))
        assert [line["figure_id"] for line in lines] == [row["figure_id"] for row in rows]
        assert list(lines[0]) == list(rows[0])

    def test_an_unknown_measure_is_named(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["series", str(file), "NONSENSE"]) == 2
        assert "NONSENSE" in capsys.readouterr().err

    def test_no_measure_at_all_is_said_too(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["series", str(file), ""]) == 2
        assert "?" not in capsys.readouterr().err

    def test_days_the_wrong_way_round_are_refused(
        self, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as ended:
            main(["series", str(file), "ARR", "--from", "2026-01-01", "--to", "2025-01-01"])
        assert ended.value.code == 2
        assert capsys.readouterr().err.count("\n") == 1

    def test_changes_between_days_the_wrong_way_round_are_refused(
        self, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as ended:
            main(["changes", str(file), "--since", "2026-01-01", "--until", "2025-01-01"])
        assert ended.value.code == 2
        assert capsys.readouterr().err.count("\n") == 1


HOSTILE = (
    "a jpeg",
    "a truncated file",
    "a letter",
    "a folder",
    "nothing there",
    "an empty file",
    "repeats",
)


def hostile(kind: str, folder: Path) -> Path:
    path = folder / "2026-04-03.ods"
    if kind == "a jpeg":
        path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + os.urandom(4000))
    elif kind == "a truncated file":
        whole = edition(path, start=MONDAY, days=DAYS, prevented=[(199, 13)]).read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
    elif kind == "a letter":
        path.write_text("Dear all,\nplease find the table enclosed.\n", encoding="utf-8")
    elif kind == "a folder":
        path.mkdir()
    elif kind == "an empty file":
        path.touch()
    elif kind == "repeats":
        from tests.services.ods_files import content, row, table, write_ods

        filled = row([7.0]).replace(
            "<table:table-cell", '<table:table-cell table:number-columns-repeated="1000000000000000000"', 1
        )
        write_ods(path, content(table("SB_01", [filled])))
    return path


class TestHostileHour:
    @pytest.mark.parametrize("kind", HOSTILE)
    def test_an_import_gives_one_sentence_and_changes_nothing(
        self, kind: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = hostile(kind, tmp_path)
        before = hashlib.sha256(file.read_bytes()).hexdigest()
        assert main(["import", str(file), str(source)]) == 2
        self._one_sentence(capsys)
        assert hashlib.sha256(file.read_bytes()).hexdigest() == before

    @pytest.mark.parametrize("kind", ["text", "a folder", "nothing there", "an empty file", "a zip"])
    @pytest.mark.parametrize("command", [["check"], ["series"], ["import"], ["chart"], ["screenshot"]])
    def test_what_is_no_workspace_is_left_as_it_is(
        self, kind: str, command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "ledger.evenhand"
        if kind == "a folder":
            path.mkdir()
        elif kind != "nothing there":
            path.write_bytes(
                {"text": b"dear diary\n" * 50, "an empty file": b"", "a zip": b"PK\x03\x04" * 99}[kind]
            )
        before = path.read_bytes() if path.is_file() else None
        more = {
            "series": ["ARR"],
            "import": [
                str(edition(tmp_path / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)]))
            ],
            "chart": ["returns-arrivals", str(tmp_path / "out.png")],
            "screenshot": ["overview", str(tmp_path / "out.png")],
        }.get(command[0], [])
        assert main([*command, str(path), *more]) == 2
        self._one_sentence(capsys)
        assert (path.read_bytes() if path.is_file() else None) == before
        assert not (tmp_path / "out.png").exists()

    @staticmethod
    def _one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("evenhand: ")
        assert said.err.count("\n") == 1
        assert "Traceback" not in said.err


class TestArguments:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["series"],
            ["series", "x.evenhand", "ARR", "--from", "yesterday"],
            ["chart", "x.evenhand", "returns-arrivals", "x.png", "--size", "big"],
            ["chart", "x.evenhand", "returns-arrivals", "x.png", "--theme", "sepia"],
        ],
    )
    def test_wrong_ones_are_named_in_a_line(
        self, arguments: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
        assert capsys.readouterr().err.count("\n") == 1

    @pytest.mark.parametrize(
        "arguments",
        [
            ["check", "a\nb\x1b[31m\u202e.evenhand"],
            ["series", "{file}", "A\nB"],
            ["import", "{file}", "a\nb.ods"],
            ["check", "{file}", "--no\nsuch"],
        ],
    )
    def test_no_name_breaks_the_sentence_or_acts_on_the_terminal(
        self, arguments: list[str], file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        given = [str(file) if word == "{file}" else word for word in arguments]
        try:
            code = main(given)
        except SystemExit as ended:
            code = int(str(ended.code))
        said = capsys.readouterr().err
        assert (code, said.count("\n")) == (2, 1)
        assert said.rstrip("\n").isprintable()

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
    @pytest.mark.parametrize("command", [["series", "RET"], ["check"]])
    def test_an_answer_that_cannot_be_written_is_a_sentence(self, command: list[str], file: Path) -> None:
        with Path("/dev/full").open("w") as full:
            run = subprocess.run(
                [sys.executable, "-m", "desktop_app", command[0], str(file), *command[1:]],
                cwd=ROOT,
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
                timeout=60,
            )
        assert (run.returncode, run.stderr.count("\n")) == (2, 1)

    @pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
    def test_closed_outputs_are_no_fault(self, file: Path) -> None:
        # The last: some shells leave their script in the place of a closed standard error.
        ways = ((">&-", "RET", 0), ("2>&-", "NONSENSE", 2), ("2</dev/null", "NONSENSE", 2))
        for redirection, measure, code in ways:
            run = subprocess.run(
                f"'{sys.executable}' -m desktop_app series '{file}' {measure} {redirection}",
                shell=True,
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
                timeout=60,
            )
            assert (run.returncode, run.stderr) == (code, "")

    def test_no_screen_is_said_in_a_sentence(self, tmp_path: Path) -> None:
        environment = {
            k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        }
        ended = subprocess.run(
            [sys.executable, "-m", "desktop_app", "--sample"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        if sys.platform.startswith("linux"):
            assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)

    def test_a_reader_that_goes_away_is_no_fault(self, file: Path) -> None:
        run = subprocess.run(
            f"'{sys.executable}' -m desktop_app series '{file}' ARR --json | true",
            shell=True,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert "Traceback" not in run.stderr
