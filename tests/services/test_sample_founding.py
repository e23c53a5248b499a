"""The example holds every position, contested statement and inconsistency of the two founding articles.

Each is named by the records that hold it, and where the check sees it by itself, by the code it finds. Of
the inconsistencies, those in the articles' own form (marks, dates, a summary without citations) are remarks
on the two sources, for no figure, event or statement could hold them. What compares with the whole daily
series (I2, I4, I5, I6, I11, I15) the check finds once an edition is imported:
`tests/commands/test_check.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import pytest

from desktop_app.domain import boards
from desktop_app.domain.checks.check import Checker
from desktop_app.domain.checks.findings import Code, Finding
from desktop_app.domain.dates import Obtained
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Quotation, Source
from desktop_app.domain.statements import Position, Statement
from desktop_app.domain.word_diff import Part, differences
from desktop_app.services import sample
from desktop_app.services.workspace import Workspace

R = TypeVar("R", bound=Record)
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Example:
    workspace: Workspace
    findings: tuple[Finding, ...]

    def figure(self, key: str) -> Figure:
        return self._get(Figure, "figure", key)

    def event(self, key: str) -> Event:
        return self._get(Event, "event", key)

    def said(self, key: str) -> Statement:
        return self._get(Statement, "statement", key)

    def source(self, key: str) -> Source:
        return self._get(Source, "source", key)

    def found(self, code: Code, *records: Record) -> bool:
        ids = {record.id for record in records}
        return any(each.code is code and ids <= set(each.records) for each in self.findings)

    def _get(self, kind: type[R], name: str, key: str) -> R:
        found = self.workspace.get(kind, sample._id(name, key))
        assert found is not None, key
        return found


@pytest.fixture(scope="module")
def example() -> Iterator[Example]:
    with Workspace.in_memory(first=sample.records()) as workspace:
        yield Example(workspace, tuple(Checker(workspace, TODAY).findings))


POSITIONS = {
    "UK government": ("A01",),
    "Home Office": ("A02",),
    "Shabana Mahmood": ("A03", "A04", "A05"),
    "Prime Minister's spokesperson": ("A06", "A07", "A40"),
    "Keir Starmer": ("A08",),
    "Emmanuel Macron": ("A09",),
    "Kemi Badenoch": ("A10",),
    "Critics": ("A11", "A12"),
    "Experts": ("A14",),
    "French Interior Ministry": ("A15",),
    "The first man to come back": ("A16", "A17"),
    "UNHCR": ("A19",),
    "Refugee charities": ("A20",),
    "Claire Hédon": ("A21", "A41"),
    "LawSentis": ("A27",),
}
"""The actors of section 4 who say something. Smugglers, French police, LBC and Le Monde do not: they are
spoken of (A17, A21) or where it was said (A04, A21)."""


@pytest.mark.parametrize(("actor", "keys"), POSITIONS.items(), ids=lambda value: str(value)[:20])
def test_every_actors_position_is_a_statement_of_theirs(
    example: Example, actor: str, keys: tuple[str, ...]
) -> None:
    for key in keys:
        said = example.said(key)
        assert said.speaker == actor
        assert said.words
        assert said.citations


CONTESTED = {
    "C1": ("The scheme deters crossings", "A03", "A11"),
    "C2": ("Re-removals show that the scheme works", "A02", "A13"),
    "C3": ("France is safe for those returned", "A15", "A16"),
    "C4": ("The first man is a victim of modern slavery", "A17", "A18"),
    "C5": ("One for one is met", "A23", "A34"),
    "C6": ("Fifty a week is a target", "A24", "A25"),
    "C7": ("Only people with family links may use the legal route", "A26", "A42"),
    "C8 start": ("The scheme began in September 2025", "A27", "A28"),
    "C8 in force": ("The treaty came into force on 6 August 2025", "A43", "A44"),
    "C8 first removal": ("The first return was on 18 September 2025", "A46", "A47"),
    "C9": ("The second man crossed on 10 November 2025", "A29", "A30"),
    "C10": ("The scheme is an achievement", "A22", "A10"),
    "C11 deported": ("Deported is the word for it", "A48", "A49"),
    "C11 illegal": ("Illegal is the word for it", "A50", "A51"),
    "C12": ("The imbalance is normal", "A52", "A53"),
}


@pytest.mark.parametrize(("topic", "one", "other"), CONTESTED.values(), ids=list(CONTESTED))
def test_every_contested_statement_is_on_a_board_for_and_against(
    example: Example, topic: str, one: str, other: str
) -> None:
    board = boards.board(example.workspace.every(Statement), topic)
    for position, key in ((Position.FOR, one), (Position.AGAINST, other)):
        ids = {said.id for card in board.of(position) for said in card.quotations}
        assert example.said(key).id in ids


def test_short_words_of_others_are_quoted_and_the_rest_is_in_our_own(example: Example) -> None:
    for said in example.workspace.every(Statement):
        if said.quotation is not Quotation.PARAPHRASE:
            assert len(said.words.split()) <= 12, said.words
    assert example.said("A22").words == "significant diplomatic achievement"
    assert example.said("A10").words == "total abject failure"


def i1(example: Example) -> bool:
    return "reach 19; 1, 2, 8 and 18 never occur" in example.source("article-1").note


def i2(example: Example) -> bool:
    total = example.figure("F07")
    return (str(total.period), str(total.data_to)) == ("2025-11-09", "2025-11-08")


def i3(example: Example) -> bool:
    pairs = (("F10a", "F10b"), ("F11a", "F11b"))
    return all(example.found(Code.RANGE_OR_TWO, *map(example.figure, pair)) for pair in pairs)


def i4(example: Example) -> bool:
    said = (example.figure("F03"), example.figure("F07"), example.figure("P081"))
    return [str(one.amount) for one in said] == ["nearly 39000", "38726", "38726"]


def i5(example: Example) -> bool:
    said = (example.figure("F09"), example.figure("F20"), example.figure("F19"))
    return [one.amount_words for one in said] == [
        "more than 1,700 people",
        "the 1,700 crossings between Nov 6-8",
        "1500 asylum seekers cross Channel since Thursday",
    ]


def i6(example: Example) -> bool:
    asserted, other = example.said("A29"), example.said("A30")
    crossing = example.event("E10")
    denied = crossing.id in other.disputes and asserted.id in other.disputes
    return denied and crossing.id in asserted.answers and "No arrival is recorded" in crossing.note


def i7(example: Example) -> bool:
    began, in_force = example.said("A27"), example.said("A28")
    return example.event("R02").id in began.disputes and {example.event("R04").id, began.id} <= {
        *in_force.disputes
    }


def i8(example: Example) -> bool:
    breached = example.said("A34")
    numbers = ("24 more", "37 more", "69 more")
    return example.figure("F14").id in breached.disputes and all(
        number in example.said("A23").note for number in numbers
    )


def i9(example: Example) -> bool:
    aim, pace = example.figure("F04"), (example.figure("P063"), example.figure("P064"))
    return str(aim.amount) == "<=50" and [str(one.amount) for one in pace] == ["~11", "~12"]


def i10(example: Example) -> bool:
    return "genuine in one place and close in another" in example.said("A26").note


def i11(example: Example) -> bool:
    growth = example.figure("F16")
    return (str(growth.amount), growth.amount_words) == ("nearly 50", "Nearly 50% surge")


def i12(example: Example) -> bool:
    tuesday = example.figure("F21")
    remark = example.source("article-2").note
    return "Undated, with relative dates" in remark and tuesday.period_how is Obtained.RESOLVED


def i13(example: Example) -> bool:
    pairs = (("A04", "A35"), ("A36", "A37"), ("A38", "A39"))
    return all(example.said(then).same_utterance == example.said(first).id for first, then in pairs)


def i14(example: Example) -> bool:
    return "20243,6; 201812; 20255,7; 20257" in example.source("article-1").note


def i15(example: Example) -> bool:
    return "passes it on 22 October" in example.figure("F07b").note


def i16(example: Example) -> bool:
    return "The summary cites nothing" in example.source("article-1").note


def i17(example: Example) -> bool:
    yearless = (example.event("E02"), example.event("E04"))
    return [one.date_words for one in yearless] == ["September 19", "October 18"] and all(
        one.date_how is Obtained.INFERRED for one in yearless
    )


def i18(example: Example) -> bool:
    joined = [example.figure(key) for key in ("F10a", "F10b", "F11a", "F11b")]
    words = {one.period_words for one in joined}
    return words == {"late October and early November 2025"} and len({one.period for one in joined}) == 2


def i19(example: Example) -> bool:
    notes = example.figure("F10b").note, example.figure("F22").note
    return "unit not stated" in notes[0] and "irregular migrants" in notes[1]


def i20(example: Example) -> bool:
    remarks = example.source("article-1").note, example.source("ref-4").note
    return "no marker leads to reference 4" in remarks[0] and "No marker" in remarks[1]


HELD: dict[str, Callable[[Example], bool]] = {
    each.__name__.upper(): each
    for each in (
        *(i1, i2, i3, i4, i5, i6, i7, i8, i9, i10),
        *(i11, i12, i13, i14, i15, i16, i17, i18, i19, i20),
    )
}


@pytest.mark.parametrize("held", HELD.values(), ids=list(HELD))
def test_every_inconsistency_of_the_articles_is_held(
    example: Example, held: Callable[[Example], bool]
) -> None:
    assert held(example)


def test_family_ties_that_are_genuine_or_close_stand_in_the_rule_as_well(example: Example) -> None:
    assert any("genuine or close family link" in rule.text for rule in example.workspace.every(Rule))


@pytest.mark.parametrize(
    ("one", "other", "words", "others_words"),
    [
        ("A04", "A35", "awareness", "knowledge"),
        ("A36", "A37", "while continuing to bring", "and then taking"),
        (
            "A38",
            "A39",
            "we were sending more",
            "I think at the beginning ... the numbers were higher",
        ),
    ],
)
def test_two_quotations_of_one_utterance_differ_in_the_words_that_were_noted(
    example: Example, one: str, other: str, words: str, others_words: str
) -> None:
    pieces = differences(example.said(one).words, example.said(other).words)
    assert [piece.text.strip() for piece in pieces if piece.part is Part.FIRST] == [words]
    assert [piece.text.strip() for piece in pieces if piece.part is Part.SECOND] == [others_words]


def test_whatever_a_statement_answers_disputes_or_quotes_anew_is_there(example: Example) -> None:
    workspace = example.workspace
    for said in workspace.every(Statement):
        for id in (*said.answers, *said.disputes):
            assert any(workspace.get(kind, id) is not None for kind in (Statement, Figure, Event)), said
        if said.same_utterance:
            first = workspace.get(Statement, said.same_utterance)
            assert first is not None
            assert (first.same_utterance, first.speaker, first.topic, first.position) == (
                "",
                said.speaker,
                said.topic,
                said.position,
            )
