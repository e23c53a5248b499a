"""What users do with the rules of the scheme: record one, change it, record another version, remove some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.date_words import Order
from desktop_app.domain.identity import new_id
from desktop_app.domain.rule_draft import RuleDraft
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Citation
from desktop_app.domain.views import View
from desktop_app.services.eligibility import answers_to
from desktop_app.services.workspace import Workspace


def record(
    workspace: Workspace,
    draft: RuleDraft,
    today: date,
    order: Order = None,
    citations: tuple[Citation, ...] = (),
) -> Rule:
    """Keep a new rule, or another version of one. Raises ValueError while a problem blocks."""
    rule = draft.rule(workspace.every(Rule), today, order=order)
    with workspace.change("record rule") as work:
        return work.put(replace(rule, citations=citations))


def revise(workspace: Workspace, rule: Rule, draft: RuleDraft, today: date, order: Order = None) -> Rule:
    """Keep the changed form of a rule; nothing is written where nothing changed."""
    changed = draft.rule(others(workspace, rule), today, based_on=rule, order=order)
    if changed == rule:
        return rule
    with workspace.change("edit rule") as work:
        return work.put(changed, replacing=rule)


def remove(workspace: Workspace, chosen: Sequence[Rule]) -> int:
    """Remove rules with the answers to them, in one step; answers how many of these there were."""
    gone = answers_to(workspace, chosen)
    with workspace.change("delete rule") as work:
        for answer in gone:
            work.remove(answer)
        for rule in chosen:
            work.remove(rule)
    return len(gone)


def others(view: View, rule: Rule) -> list[Rule]:
    """All rules but this one: those beside which its version must have a name of its own."""
    return [other for other in view.every(Rule) if other.id != rule.id]


def version_of(rule: Rule) -> Rule:
    """A rule like this one to start another version from: without its days, its sources and its name."""
    return replace(
        rule, id=new_id(), version="", in_force=Rule().in_force, citations=(), note="", recorded=""
    )
