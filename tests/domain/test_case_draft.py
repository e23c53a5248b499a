from __future__ import annotations

import pytest

from desktop_app.domain.case_draft import CaseDraft, next_code
from desktop_app.domain.cases import Case
from desktop_app.domain.sharing import Sharing

KNOWN = (Case(code="C-001"), Case(code="C-002"))


def test_the_next_code_follows_the_highest() -> None:
    assert next_code(KNOWN) == "C-003"
    assert next_code([]) == "C-001"
    assert next_code([Case(code="c-41"), Case(code="Family A"), Case(code="C-9")]) == "C-042"


def test_a_draft_becomes_a_case() -> None:
    draft = CaseDraft(" C-003 ", " a man ", "Iranian", "note", Sharing.CLEAR)
    made = draft.case(KNOWN)
    assert (made.code, made.description, made.nationality) == ("C-003", "a man", "Iranian")
    assert (made.note, made.sharing) == ("note", Sharing.CLEAR)


def test_a_case_is_amber_unless_somebody_says_otherwise() -> None:
    assert CaseDraft("C-003").case(KNOWN).sharing is Sharing.AMBER


@pytest.mark.parametrize(("code", "problem"), [("", "case without code"), ("c-001", "case code taken")])
def test_a_case_needs_a_code_of_its_own(code: str, problem: str) -> None:
    draft = CaseDraft(code)
    assert [found.code for found in draft.check(KNOWN)] == [problem]
    with pytest.raises(ValueError, match="blocking"):
        draft.case(KNOWN)


def test_a_case_can_keep_its_own_code() -> None:
    first, second = KNOWN
    draft = CaseDraft.of(first)
    assert draft.case([second], based_on=first) == first


def test_a_name_is_carried_and_trimmed() -> None:
    made = CaseDraft("C-003", name=" Somebody ").case(KNOWN)
    assert made.name == "Somebody"
    assert CaseDraft.of(made).case(KNOWN, based_on=made) == made
