"""A half-filled form of a case: checks itself, proposes a code, and becomes a Case when nothing blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.domain.cases import Case
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.sharing import Sharing

_NUMBERED = re.compile(r"C-(\d{1,9})", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """The form's texts. `check` says what is wrong per field; `case` makes the record."""

    code: str = ""
    description: str = ""
    nationality: str = ""
    note: str = ""
    sharing: Sharing = Sharing.AMBER
    name: str = ""
    """Asked for only where the workspace has turned names on; kept as it was elsewhere."""

    @classmethod
    def of(cls, case: Case) -> CaseDraft:
        """The draft that would make this case again."""
        return cls(case.code, case.description, case.nationality, case.note, case.sharing, case.name)

    def check(self, others: Iterable[Case]) -> list[Problem]:
        """What is wrong, field by field; `others` are the cases whose codes are taken."""
        code = self.code.strip()
        if not code:
            return [Problem("code", "case without code")]
        if any(other.code.casefold() == code.casefold() for other in others):
            return [Problem("code", "case code taken")]
        return []

    def case(self, others: Iterable[Case], *, based_on: Case | None = None) -> Case:
        """The record. Raises ValueError while a problem blocks."""
        if blocking(self.check(others)):
            raise ValueError("the draft has a blocking problem")
        return replace(
            based_on or Case(),
            code=self.code.strip(),
            description=self.description.strip(),
            nationality=self.nationality.strip(),
            note=self.note.strip(),
            sharing=self.sharing,
            name=self.name.strip(),
        )


def next_code(cases: Iterable[Case]) -> str:
    """The code after the highest numbered one: C-003 after C-001 and C-002."""
    numbers = [int(found[1]) for case in cases if (found := _NUMBERED.fullmatch(case.code.strip()))]
    return f"C-{max(numbers, default=0) + 1:03d}"
