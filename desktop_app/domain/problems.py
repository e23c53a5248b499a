"""What is wrong with a half-filled form, said per field so that the form can put it where it belongs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in a draft.

    `field` is the draft's attribute name, `code` is turned into words by `words.labels.problem`;
    a problem that does not `blocks` is a notice: the record can be kept as it is.
    """

    field: str
    code: str
    blocks: bool = True


def blocking(problems: list[Problem]) -> list[Problem]:
    """Those problems with which the draft cannot be kept."""
    return [problem for problem in problems if problem.blocks]
