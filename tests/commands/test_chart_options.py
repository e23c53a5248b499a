"""What a chart is asked for in the terminal: read as people write it, refused in a sentence if wrong."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop_app.charts import registry
from desktop_app.charts.choice import AT_FIRST, ChartChoice, Per, Scale, Subject
from desktop_app.charts.periods import Period, Preset
from desktop_app.cli import main
from desktop_app.commands import chart_options
from desktop_app.commands.options import parser
from desktop_app.domain.measures import ADM, ARR, RET
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.scenario import Assumption
from desktop_app.words import refusals
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import TODAY
from tests.domain.ledgers import HOME_OFFICE, Ledger, figure
from tests.domain.test_contested import ADMITTED, RETURNED

ROOT = Path(__file__).resolve().parents[2]
CHANGED = (
    figure(ARR, "1097", "2025-09-06", HOME_OFFICE, id="first", published="2025-09-07"),
    figure(ARR, "1101", "2025-09-06", HOME_OFFICE, id="then", published="2025-11-14", revises="first"),
    figure(ARR, "390", "2025-07-15", HOME_OFFICE, id="other", published="2025-08-07"),
    figure(ARR, "322", "2025-07-15", HOME_OFFICE, id="less", published="2025-11-14", revises="other"),
)
VIEW = Ledger(*RETURNED, *ADMITTED, *CHANGED)


def parsed(chart: str, *options: str) -> argparse.Namespace:
    return parser().parse_args(["chart", "file.evenhand", chart, "out.png", *options])


def chosen(chart: str, *options: str) -> ChartChoice:
    kind, given = registry.named(chart), parsed(chart, *options)
    assert kind is not None
    chart_options.check(kind, given)
    return chart_options.chosen(kind, given, VIEW, PlainFormats(), TODAY, "dmy")


def refused(chart: str, *options: str) -> tuple[RefusalCode, str]:
    with pytest.raises(Refusal) as raised:
        chosen(chart, *options)
    return raised.value.code, refusals.sentence(raised.value)


@pytest.mark.parametrize("chart", registry.names())
def test_nothing_asked_is_the_chart_as_at_first(chart: str) -> None:
    assert chosen(chart) == AT_FIRST


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("since-force", Period(Preset.SINCE_START)),
        ("this-year", Period(Preset.THIS_YEAR)),
        ("Last-12-weeks", Period(Preset.LAST_12_WEEKS)),
        ("all", Period(Preset.ALL)),
        ("2025-09-01..2025-12-31", Period.custom(date(2025, 9, 1), date(2025, 12, 31))),
        ("1 Sep 2025..31 Dec 2025", Period.custom(date(2025, 9, 1), date(2025, 12, 31))),
        ("sep 2025..oct 2025", Period.custom(date(2025, 9, 1), date(2025, 10, 31))),
        ("2025-09-01..", Period.custom(date(2025, 9, 1), None)),
        ("..2025-12-31", Period.custom(None, date(2025, 12, 31))),
        ("early Nov 2025", Period.custom(date(2025, 11, 1), date(2025, 11, 10))),
        ("9/11/2025", Period.custom(date(2025, 11, 9), date(2025, 11, 9))),
    ],
)
def test_a_period_is_a_preset_or_days_as_people_write_them(typed: str, period: Period) -> None:
    for chart in ("returns-arrivals", "balance", "pace", "share"):
        assert chosen(chart, "--period", typed).period == period


def test_scale_pace_and_scenario() -> None:
    assert chosen("returns-arrivals", "--scale", "log").scale is Scale.LOG
    assert chosen("returns-arrivals", "--scale", "one-axis").scale is Scale.ONE_AXIS
    assert chosen("pace", "--per", "month").per is Per.MONTH
    supposed = chosen("what-would-it-take", "--percent", "7,5 %", "--weeks", "26").assumed
    assert supposed == Assumption(Decimal("7.5"), 26)
    assert chosen("what-would-it-take", "--weeks", "3").assumed == Assumption(weeks=3)


@pytest.mark.parametrize("typed", ["first", "then", "arrivals 6 Sep 2025", "ARR 2025-09-06"])
def test_a_number_is_named_by_an_id_or_in_words_and_kept_by_its_first_publication(typed: str) -> None:
    assert chosen("vintages", "--figure", typed).subject == Subject(figure="first")


@pytest.mark.parametrize("typed", ["RET", "ret", "returned", "returned to France"])
def test_a_measure_is_named_by_its_code_or_in_words(typed: str) -> None:
    assert chosen("who-says", "--measure", typed).subject == Subject(measure=RET)


def test_who_says_what_of_some_days() -> None:
    subject = chosen("who-says", "--measure", "ADM", "--period", "early nov 2025").subject
    assert subject == Subject(measure=ADM, days=(date(2025, 11, 1), date(2025, 11, 10)))


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (("dots", "--period", "all"), RefusalCode.NO_SUCH_OPTION, "The chart dots takes no --period"),
        (("balance", "--scale", "log"), RefusalCode.NO_SUCH_OPTION, "What it takes: --period."),
        (("pace", "--percent", "5"), RefusalCode.NO_SUCH_OPTION, "What it takes: --period, --per."),
        (("balance", "--period", "soon"), RefusalCode.NOT_A_PERIOD, "soon is no period."),
        (("balance", "--period", "1..2..3"), RefusalCode.NOT_A_PERIOD, "1..2..3 is no period."),
        (("who-says", "--measure", "RET", "--period", "all"), RefusalCode.NOT_DAYS, "all is no day"),
        (("who-says", "--period", "2025"), RefusalCode.NEEDS_MEASURE, "Add --measure"),
        (("who-says", "--measure", "weather"), RefusalCode.UNKNOWN_MEASURE, "There is no measure weather."),
        (("vintages", "--figure", "weather"), RefusalCode.NO_SUCH_NUMBER, "is weather."),
        (("vintages", "--figure", "returned 5 Nov 2025"), RefusalCode.NO_SUCH_NUMBER, "arrivals 6 Sep 2025"),
        (("vintages", "--figure", "arrivals"), RefusalCode.SEVERAL_NUMBERS, "2 numbers"),
        (("what-would-it-take", "--percent", "101"), RefusalCode.BAD_ARGUMENT, "from 0.1 to 100"),
        (
            ("what-would-it-take", "--percent", "many"),
            RefusalCode.BAD_ARGUMENT,
            "many is not a valid --percent",
        ),
        (("what-would-it-take", "--weeks", "105"), RefusalCode.BAD_ARGUMENT, "from 1 to 104"),
    ],
)
def test_what_does_not_belong_or_cannot_be_read_is_refused(
    asked: tuple[str, ...], code: RefusalCode, said: str
) -> None:
    found, sentence = refused(*asked)
    assert found is code
    assert said in sentence
    assert "{" not in sentence


def test_each_chart_takes_what_it_is_listed_with(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["charts", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["chart"] for each in listed] == list(registry.names())
    taken = {each["chart"]: [option["option"] for option in each["options"]] for each in listed}
    assert taken["returns-arrivals"] == ["--period", "--scale"]
    assert taken["who-says"] == ["--measure", "--period"]
    assert taken["dots"] == []
    assert main(["charts"]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    for chart, options in taken.items():
        assert lines[chart].endswith(" ".join(options))


def test_a_saved_chart_is_drawn_as_it_is() -> None:
    with pytest.raises(Refusal) as raised:
        chart_options.check_none("The story", parsed("The story", "--scale", "log"))
    assert refusals.sentence(raised.value) == "The chart The story takes no --scale: it is drawn as it is."
    chart_options.check_none("The story", parsed("The story"))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("chart options") / "example.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    return path


@pytest.mark.parametrize(
    ("chart", "options", "field", "begins"),
    [
        ("returns-arrivals", ["--scale", "log"], "alt", "Step lines of totals on an axis of steps of ten."),
        ("vintages", ["--figure", "arrivals 6 Sep 2025"], "headline", "Published 2 times: 1,097, then 1,101"),
        (
            "who-says",
            ["--measure", "RET", "--period", "early nov 2025"],
            "headline",
            "Returned to France, 1–10",
        ),
        ("what-would-it-take", ["--percent", "7.5"], "headline", "Scenario: 7.5% of arrivals"),
    ],
)
def test_it_is_written_as_asked(
    chart: str, options: list[str], field: str, begins: str, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.json"
    command = [sys.executable, "-m", "desktop_app", "chart", str(example), chart, str(out), *options]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    answer: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    assert answer[field].startswith(begins)
