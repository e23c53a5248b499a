"""The checklist for the legal route in words: it counts answers, explains itself, and decides nothing."""

from __future__ import annotations

from desktop_app.domain.answers import Reply
from desktop_app.domain.eligibility import Checklist, Question
from desktop_app.domain.rules import Rule
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

_NAMED = 3
"""So many criteria are named that nobody has answered yet; of more, only the number is said."""


def result(checklist: Checklist, formats: Formats) -> str:
    """The count, with the criteria named that are not answered yes.

    "4 of 6 criteria answered yes in the version “…”; 1 not known: Family link; 1 not answered: Documents."
    """
    total = len(checklist.questions)
    if not total:
        return _("No criteria are recorded.")
    words = _n("{n} of {total} criterion answered yes", "{n} of {total} criteria answered yes", total)
    yes = len(checklist.answered(Reply.YES))
    count = words.format(n=formats.number(yes), total=formats.number(total))
    if checklist.version:
        count = _("{count} in the version “{version}”").format(count=count, version=checklist.version)
    parts = [count]
    for reply, said in (
        (Reply.NO, _("{n} no: {names}")),
        (Reply.NOT_KNOWN, _("{n} not known: {names}")),
        (None, _("{n} not answered: {names}")),
    ):
        found = checklist.answered(reply)
        number = formats.number(len(found))
        if reply is None and len(found) > _NAMED:
            parts.append(_("{n} not answered").format(n=number))
        elif found:
            parts.append(said.format(n=number, names=_names(found)))
    return _("{counts}.").format(counts=_("; ").join(parts))


def not_a_decision() -> str:
    """What stands beside every result."""
    return _("This is not a decision.")


def version(rule_version: str) -> str:
    """A version of the checklist by its name."""
    return rule_version or _("version without a name")


def in_force(rule: Rule, formats: Formats) -> str:
    """The days on which a version holds: "since 6 Aug 2025"; that they are not known."""
    if not rule.in_force.is_dated:
        return _("days not known")
    return date_sentences.date_full(rule.in_force, formats)


def _names(questions: tuple[Question, ...]) -> str:
    return _(", ").join(question.rule.title for question in questions)
