"""The codes of rules and of the answers to them in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.answers import Reply
from desktop_app.domain.rules import RuleKind
from desktop_app.words.translate import _

Words = Callable[[], str]


def reply(reply: Reply) -> str:
    """An answer on the checklist: "Yes"."""
    return REPLIES[reply]()


def rule_kind(kind: RuleKind) -> str:
    """What a rule is for."""
    return RULE_KINDS[kind]()


REPLIES: Mapping[Reply, Words] = {
    Reply.YES: lambda: _("Yes"),
    Reply.NO: lambda: _("No"),
    Reply.NOT_KNOWN: lambda: _("Not known"),
}

RULE_KINDS: Mapping[RuleKind, Words] = {
    RuleKind.TERM: lambda: _("Term of the scheme"),
    RuleKind.CRITERION: lambda: _("Criterion of the legal route"),
}
