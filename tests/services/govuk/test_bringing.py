"""Pages of GOV.UK: values and vintages, wrong years, notes, and all the forms in which a page is saved."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import measures
from desktop_app.domain.date_words import DateProblem
from desktop_app.domain.dates import Obtained, PartialDate
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Source
from desktop_app.services.govuk import bringing, documents
from desktop_app.services.govuk.bringing import Page
from desktop_app.services.govuk.layout import PageKind, PageProblem
from desktop_app.services.importing import ImportReport
from desktop_app.services.workspace import Workspace
from tests.services.govuk.pages import HEADS, WEEK, WEEKLY_HEADS, archive, html, markdown, tabs

EDITION = date(2025, 11, 10)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        yield opened


def page_of(text: str, edition: date | None = EDITION) -> Page:
    return bringing.understood(documents.parsed(text), edition)


def bring(workspace: Workspace, text: str, edition: date | None = EDITION) -> ImportReport:
    return bringing.apply(workspace, page_of(text, edition))


def known(workspace: Workspace, measure: str, day: str) -> list[Figure]:
    return [
        figure
        for figure in workspace.every(Figure)
        if figure.measure == measure and figure.period == PartialDate(day)
    ]


class TestOnePage:
    def test_people_boats_and_landings_of_each_day_are_kept(self, workspace: Workspace) -> None:
        report = bring(workspace, html())
        assert (report.edition, report.added, report.days) == (EDITION, 20, 7)
        (people,) = known(workspace, measures.ARR, "2025-11-06")
        assert (people.amount.value, people.amount_words) == (1097, "1097")
        assert people.status is Status.PROVISIONAL
        assert str(people.published) == "2025-11-10"

    def test_zero_is_zero_and_a_dash_is_not_recorded(self, workspace: Workspace) -> None:
        bring(workspace, html())
        assert known(workspace, measures.ARR, "2025-11-03")[0].amount.value == 0
        assert known(workspace, measures.ARR_UNCTRL, "2025-11-09") == []

    def test_revised_is_kept_as_the_sources_word(self, workspace: Workspace) -> None:
        assert bring(workspace, html()).marked == 3
        (people,) = known(workspace, measures.ARR, "2025-11-06")
        assert people.citations[0].note == "Revised"
        assert people.citations[0].locator == "table 1 B5"

    def test_the_page_is_one_source_with_its_day_and_address(self, workspace: Workspace) -> None:
        bring(workspace, html())
        (source,) = workspace.every(Source)
        assert source.title == "Small boat arrivals: last 7 days"
        assert str(source.published) == "2025-11-10"
        assert source.address.endswith("/last-7-days")

    def test_one_undo_takes_it_back(self, workspace: Workspace) -> None:
        bring(workspace, html())
        workspace.undo()
        assert (workspace.count(Figure), workspace.count(Source)) == (0, 0)


class TestVintages:
    def test_the_same_page_again_writes_nothing(self, workspace: Workspace) -> None:
        bring(workspace, html())
        before = workspace.revision
        again = bring(workspace, html())
        assert (again.added, again.revised, again.unchanged) == (0, 0, 20)
        assert workspace.revision == before

    def test_another_value_revises_the_earlier_one(self, workspace: Workspace) -> None:
        bring(workspace, html())
        changed = [
            row if row[0] != "Thursday 6 November 2025" else (row[0], "1,101", *row[2:]) for row in WEEK
        ]
        report = bring(workspace, html(changed), date(2025, 11, 12))
        assert (report.added, report.revised) == (0, 1)
        first, second = known(workspace, measures.ARR, "2025-11-06")
        assert (second.revises, second.amount.value) == (first.id, 1101)

    def test_pages_may_come_in_any_order(self, workspace: Workspace) -> None:
        changed = [
            row if row[0] != "Thursday 6 November 2025" else (row[0], "1,101", *row[2:]) for row in WEEK
        ]
        bring(workspace, html(changed), date(2025, 11, 12))
        bring(workspace, html())
        found = {str(each.published): each for each in known(workspace, measures.ARR, "2025-11-06")}
        assert found["2025-11-12"].revises == found["2025-11-10"].id

    def test_days_the_page_does_not_tell_of_stay(self, workspace: Workspace) -> None:
        bring(workspace, html())
        report = bring(workspace, html(WEEK[3:]), date(2025, 11, 13))
        assert report.withdrawn == ()
        assert len(known(workspace, measures.ARR, "2025-11-05")) == 1


class TestDays:
    def test_a_wrong_year_is_put_right_by_the_weekday_and_both_are_shown(self, workspace: Workspace) -> None:
        rows = (("Monday 9 November 2025", "30", "1", "0", ""),)
        bring(workspace, html(rows), date(2026, 11, 10))
        (people,) = known(workspace, measures.ARR, "2026-11-09")
        assert people.period_words == "Monday 9 November 2025"
        assert people.period_how is Obtained.INFERRED

    def test_a_weekday_that_no_near_year_fits_is_left_out_and_named(self) -> None:
        rows = (("Monday 9 November 2025", "30", "1", "0", ""), *WEEK[:6])
        page = page_of(html(rows))
        (problem,) = page.tables.problems
        assert problem.problem is PageProblem.DAY
        assert (problem.days.words, problem.days.problem) == (
            "Monday 9 November 2025",
            DateProblem.WRONG_WEEKDAY,
        )
        assert len(page.tables.rows) == 6

    @pytest.mark.parametrize(
        "words", ["9 November 2019", "Sunday 10 November 2019", "31 November 2025", "soon"]
    )
    def test_a_day_the_page_cannot_tell_of_is_left_out(self, words: str) -> None:
        page = page_of(html(((words, "30", "1", "0", ""), *WEEK)))
        assert [each.days.words for each in page.tables.problems] == [words]

    @pytest.mark.parametrize(
        "words", ["9 November", "Sunday 9 November", "Sun 9 Nov 2025", "09/11/2025", "2025-11-09"]
    )
    def test_days_are_read_as_pages_write_them(self, words: str) -> None:
        (row,) = page_of(html(((words, "349", "5", "0", ""),))).tables.rows
        assert row.days.first == date(2025, 11, 9)

    def test_a_day_that_stands_twice_counts_once_and_is_named(self) -> None:
        page = page_of(html((*WEEK, WEEK[6])))
        assert [each.problem for each in page.tables.problems] == [PageProblem.TWICE]

    def test_the_pages_own_day_is_the_edition(self) -> None:
        assert page_of(html(), None).edition == EDITION
        undated = html(updated="").replace("updated each day", "made daily")
        with pytest.raises(Refusal) as refused:
            page_of(undated, None)
        assert refused.value.code is RefusalCode.EDITION_UNKNOWN
        assert refused.value.values["suggestion"] == "2025-11-09"

    def test_words_of_the_page_name_the_edition_too(self) -> None:
        said = html(updated="").replace("Figures are provisional.", "Last updated: 10 November 2025")
        assert page_of(said, None).edition == EDITION


class TestCells:
    @pytest.mark.parametrize(
        ("cell", "value"),
        [("1,097", 1097), ("1 097", 1097), ("1097", 1097), ("503 [note 1]", 503), ("503 (r)", 503), ("0", 0)],
    )
    def test_counts_are_read_as_pages_write_them(self, cell: str, value: int) -> None:
        (row,) = page_of(html((("Sunday 9 November 2025", cell, "5", "0", ""),))).tables.rows
        assert dict(row.values)[measures.ARR] == value

    @pytest.mark.parametrize("cell", ["about 40", "1.097", "-5", "12,34", "5e3"])
    def test_what_is_no_count_is_left_out_and_named_and_the_rest_of_the_row_stays(self, cell: str) -> None:
        page = page_of(html((("Sunday 9 November 2025", cell, "5", "0", ""),)))
        assert [(each.problem, each.words) for each in page.tables.problems] == [(PageProblem.COUNT, cell)]
        assert dict(page.tables.rows[0].values)[measures.ARR_BOATS] == 5

    def test_a_row_of_totals_is_no_day(self) -> None:
        page = page_of(html((*WEEK, ("Total", "2,601", "38", "1", ""))))
        assert (len(page.tables.rows), page.tables.problems) == (7, ())

    def test_cells_may_span(self) -> None:
        spanning = html().replace("<td>Revised</td>", '<td rowspan="2" colspan="1">Revised</td>')
        spanning = spanning.replace("<td>9</td><td>0</td><td></td></tr>", "<td>9</td><td>0</td></tr>")
        rows = page_of(spanning).tables.rows
        assert [row.revised for row in rows] == [False, False, False, True, True, False, False]


class TestForms:
    @pytest.mark.parametrize(
        ("name", "contents"),
        [
            ("page.html", html().encode()),
            ("page.htm", html().encode("utf-16")),
            ("page.mhtml", archive(html())),
            ("page.md", markdown().encode()),
            ("page.txt", tabs().encode()),
            ("raw.html", f"<html><body><h1>Last 7 days</h1><p>{markdown()}</p></body></html>".encode()),
        ],
    )
    def test_every_form_of_a_page_gives_the_same_rows(
        self, tmp_path: Path, name: str, contents: bytes
    ) -> None:
        path = tmp_path / name
        path.write_bytes(contents)
        assert bringing.recognise(path) is PageKind.LAST_DAYS
        page = bringing.read(path, EDITION)
        expected = page_of(html()).tables
        assert [(row.days.last, row.values) for row in page.tables.rows] == [
            (row.days.last, row.values) for row in expected.rows
        ]

    def test_the_weekly_page_gives_people_and_events_prevented(self, workspace: Workspace) -> None:
        rows = (("9 November 2025", "2,601", "38", "199", "13"), ("3 to 9 November 2025", "1", "1", "1", "1"))
        page = page_of(html(rows[:1], WEEKLY_HEADS), date(2025, 11, 14))
        assert page.kind is PageKind.WEEKLY
        bringing.apply(workspace, page)
        (prevented,) = known(workspace, measures.PREV, "2025-11-03/2025-11-09")
        assert prevented.amount.value == 199
        spelled = page_of(html(rows[1:], WEEKLY_HEADS), date(2025, 11, 14))
        assert spelled.tables.rows[0].days.first == date(2025, 11, 3)

    def test_a_week_that_does_not_end_on_a_sunday_is_left_out(self) -> None:
        rows = (("8 November 2025", "1", "1", "1", "1"), ("9 November 2025", "2", "2", "2", "2"))
        page = page_of(html(rows, WEEKLY_HEADS), date(2025, 11, 14))
        assert [each.days.problem for each in page.tables.problems] == [DateProblem.WRONG_WEEKDAY]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "<html><body><p>Nothing here</p></body></html>",
            html((), HEADS),
            html(WEEK, ("Day", "Ships", "Lorries", "Cars", "Notes")),
            "<table>" * 500 + "<tr><td>1" * 500,
            "| a | b |\n|---|---|\n| 1 | 2 |",
        ],
    )
    def test_a_page_without_such_a_table_is_refused(self, text: str) -> None:
        with pytest.raises(Refusal) as refused:
            page_of(text)
        assert refused.value.code is RefusalCode.PAGE_UNKNOWN_LAYOUT

    def test_a_page_with_too_many_cells_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "page.html"
        path.write_text(
            "<table>" + "<tr>" + '<td colspan="50">1</td>' * 1000 + "</tr></table>", encoding="utf-8"
        )
        with pytest.raises(Refusal) as refused:
            bringing.read(path, EDITION)
        assert refused.value.code is RefusalCode.PAGE_UNKNOWN_LAYOUT

    @given(st.text(alphabet='<>/tabledrhp |-\t\n&;="1,0Date Migrants arrived 9 November 2025', max_size=300))
    def test_nothing_in_a_file_breaks_it(self, text: str) -> None:
        with contextlib.suppress(Refusal):
            page_of(text)

    def test_a_file_brings_its_page_into_a_workspace_file(self, tmp_path: Path) -> None:
        file, source = tmp_path / "a.evenhand", tmp_path / "page.html"
        Workspace.create(file).close()
        source.write_text(html(), encoding="utf-8")
        assert bringing.bring(file, source).added == 20
        with Workspace.open(file) as workspace:
            assert workspace.count(Figure) == 20
