"""The columns of the list of rules, which stand in the order of their clauses."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.rules import Rule, RuleKind
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.ui.widgets.columns import Chip, Column, Tone
from desktop_app.words import clock_words, eligibility_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """Terms before criteria; versions of one clause together, by their days, where the first one stands."""
    every = list(rules)
    firsts: dict[str, int] = {}
    for place, rule in enumerate(every):
        firsts.setdefault(_clause(rule), place)
    return sorted(
        every,
        key=lambda rule: (
            rule.kind is RuleKind.CRITERION,
            firsts[_clause(rule)],
            rule.in_force.sort_key,
        ),
    )


def _clause(rule: Rule) -> str:
    return f"{rule.kind} {rule.clause}" if rule.clause else rule.id


def rule_columns(view: View, formats: Formats) -> list[Column[Rule]]:
    """Clause, title with version, limit, days in force, sources."""

    def sources(rule: Rule) -> str:
        found = (view.get(Source, citation.source) for citation in rule.citations)
        names = dict.fromkeys(source.short_name for source in found if source is not None)
        return ", ".join(names) or _("no source yet")

    def clause(rule: Rule) -> str:
        if rule.clause:
            return rule.clause
        return _("criterion") if rule.kind is RuleKind.CRITERION else _("on its own")

    def version(rule: Rule) -> tuple[Chip, ...]:
        return (Chip(rule.version),) if rule.version else ()

    def in_force(rule: Rule) -> str:
        return eligibility_words.in_force(rule, formats)

    return [
        Column("clause", _("Clause"), clause, tone=Tone.MUTED, width=12),
        Column(
            "rule",
            _("Rule"),
            lambda rule: rule.title,
            tone=Tone.STRONG,
            chips=version,
            tooltip=lambda rule: "\n".join(part for part in (rule.text, rule.version) if part),
            stretch=True,
            width=50,
        ),
        Column("limit", _("Limit"), lambda rule: clock_words.limit_short(rule, formats), width=10),
        Column("force", _("In force"), in_force, sort=lambda rule: rule.in_force.sort_key, width=20),
        Column("source", _("Source"), sources, tooltip=sources, tone=Tone.MUTED, width=12),
    ]
