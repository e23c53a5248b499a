"""The command that checks: the file itself, what its contents say of each other, and a sentence."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from desktop_app.commands.answering import say, say_json
from desktop_app.commands.unlocking import unlocked
from desktop_app.services import signing
from desktop_app.words.formats import PlainFormats
from desktop_app.words.translate import _

if TYPE_CHECKING:
    from desktop_app.domain.acceptances import Acceptance
    from desktop_app.domain.checks.findings import Finding, Severity, Value
    from desktop_app.domain.claims.answering import Answer
    from desktop_app.domain.views import View
    from desktop_app.services.workspace import KeyedPath
    from desktop_app.store.integrity import Finding as Damage

DAMAGED = 1
"""The exit code where the file itself is damaged; findings about its contents leave it at 0."""


def check(options: argparse.Namespace) -> int:
    """Check a workspace. Exit 0 where the file is sound, 1 where it is damaged, 2 unusable (by refusal)."""
    if options.claim is not None:
        return _claim(options)
    from desktop_app.store import integrity

    file = unlocked(options)
    damage = integrity.check(file)
    # A damaged file may not open as a workspace at all: then there are no contents to check.
    found = [] if damage else _contents(file, options)
    if options.json:
        answer = [_of_damage(each) for each in damage] + [answer for _finding, answer in found]
        say_json(answer)
    else:
        _tell(damage, found)
    return DAMAGED if damage else 0


def _contents(file: KeyedPath, options: argparse.Namespace) -> list[tuple[Finding, dict[str, Any]]]:
    """The findings about what the workspace holds, each as it is answered."""
    from desktop_app.commands import looking
    from desktop_app.domain.checks.check import check as check_view
    from desktop_app.domain.checks.findings import accepted
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(file)) as workspace:
        view = looking.view(workspace, options)
        findings = check_view(view, looking.seen(options).day or signing.today())
        return list(zip(findings, answers(findings, accepted(workspace, findings), view), strict=True))


def answers(
    findings: Iterable[Finding], settled: Mapping[str, Acceptance], view: View
) -> list[dict[str, Any]]:
    """Findings as they are answered; `settled` are those somebody has accepted, by their keys."""
    from desktop_app.words import findings as words
    from desktop_app.words.finding_subjects import subject

    formats = PlainFormats()
    return [
        _answer(each, words.message(each, view, formats), subject(each, view, formats), settled.get(each.key))
        for each in findings
    ]


def _answer(finding: Finding, message: str, subject: str, acceptance: Acceptance | None) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "kind": finding.kind,
        "record": finding.record,
        "records": list(finding.records),
        "message": message,
        "subject": subject,
        "numbers": {name: plain(value) for name, value in finding.numbers.items()},
        "key": finding.key,
    }
    if acceptance is not None:
        answer["accepted"] = acceptance.reason
    return answer


def plain(value: Value) -> int | float | str | None:
    """A finding's number as JSON has it: days as text, decimals as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def _of_damage(damage: Damage) -> dict[str, Any]:
    from desktop_app.domain.checks.findings import Severity
    from desktop_app.words import findings as words

    return {
        "code": damage.code.value,
        "severity": Severity.ERROR.value,
        "kind": damage.kind,
        "record": damage.id,
        "records": [damage.id] if damage.id else [],
        "message": words.sentence(damage.code, damage.kind, damage.id, damage.detail),
        "numbers": {"detail": damage.detail} if damage.detail else {},
    }


def _tell(damage: Iterable[Damage], found: list[tuple[Finding, dict[str, Any]]]) -> None:
    """The findings for a reader, under a heading for each kind of them."""
    for each in damage:
        say(_of_damage(each)["message"])
    if damage:
        return
    say(_("The file is sound."))
    from desktop_app.words import findings as words

    open_ones = [each for each in found if "accepted" not in each[1]]
    for (severity, code), group in groupby(open_ones, key=lambda each: (each[0].severity, each[0].code)):
        answers = [answer for _finding, answer in group]
        say("")
        say(_heading(severity, words.title(code), len(answers)))
        for answer in answers:
            say(f"  {answer['message']}")
            say(f"      {answer['subject']}")
    if len(open_ones) < len(found):
        say("")
        say(_("Accepted, and not listed: {number}.").format(number=len(found) - len(open_ones)))


def _heading(severity: Severity, title: str, number: int) -> str:
    from desktop_app.domain.checks.findings import Severity

    if severity is Severity.INFO:
        return _("{title} ({number}, for information)").format(title=title, number=number)
    return _("{title} ({number})").format(title=title, number=number)


def _claim(options: argparse.Namespace) -> int:
    """Read a sentence, and compare each claim in it with the ledger."""
    from desktop_app.commands import looking
    from desktop_app.domain.checks.ledger import Ledger
    from desktop_app.domain.claims.answering import check_text
    from desktop_app.services.articles.plan import measure_names
    from desktop_app.services.workspace import Workspace
    from desktop_app.words import claim_answers

    formats = PlainFormats()
    with closing(Workspace.open(unlocked(options))) as workspace:
        view = looking.view(workspace, options)
        day = options.day or looking.seen(options).day or signing.today()
        answers = check_text(options.claim, Ledger(view), day=day, names=measure_names(view))
        said = [(each, claim_answers.answer(each, view, formats)) for each in answers]
    if options.json:
        say_json([_claim_json(each, text) for each, text in said])
        return 0
    for each, text in said:
        words = "" if each.claim is None else each.claim.words
        say(_("{words}: {answer}").format(words=words, answer=text) if words else text)
    return 0


def _claim_json(given: Answer, text: str) -> dict[str, Any]:
    claim, finding = given.claim, given.finding
    answer: dict[str, Any] = {
        "code": finding.code.value if finding is not None else "not_checkable",
        "severity": finding.severity.value if finding is not None else "info",
        "record": finding.record if finding is not None else "",
        "message": text,
        "numbers": {name: plain(value) for name, value in finding.numbers.items()} if finding else {},
    }
    if given.why_not is not None:
        answer["why"] = given.why_not.value
    if claim is not None:
        answer["claim"] = {
            "words": claim.words,
            "amount": str(claim.amount),
            "measure": claim.measure,
            "basis": claim.basis.value,
            "period": claim.period.edtf,
            "since": claim.since.edtf,
            "marks": [
                {"start": mark.start, "end": mark.end, "part": mark.part.value} for mark in claim.marks
            ],
        }
    return answer
