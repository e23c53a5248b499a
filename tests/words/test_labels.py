"""Every code that people can meet has words, and the words of one vocabulary differ from each other."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from enum import StrEnum

import pytest

import desktop_app.domain
from desktop_app.domain.measures import BUILT_IN, Measure, Unit
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.words import labels, refusals
from desktop_app.words.problem_words import PROBLEMS
from desktop_app.words.step_words import STEPS
from tests.words.source_code import Call, calls

INNER = {
    *("TokenKind", "AttentionCode", "DoubtCode", "Territory"),
    *("Stage", "Until", "LeftOut", "Grain", "Verdict"),
}
"""Vocabularies that no person meets as a label: parts of a reader, codes that become whole sentences, the
sides of a timeline, whose names a scheme gives, and what charts and comparisons of cases say in their own
words."""


def vocabularies() -> list[type[StrEnum]]:
    found: dict[str, type[StrEnum]] = {}
    for module in pkgutil.iter_modules(desktop_app.domain.__path__):
        for thing in vars(importlib.import_module(f"desktop_app.domain.{module.name}")).values():
            if isinstance(thing, type) and issubclass(thing, StrEnum) and thing is not StrEnum:
                found[thing.__name__] = thing
    return [kind for name, kind in sorted(found.items()) if name not in INNER and not name.startswith("_")]


@pytest.mark.parametrize("kind", vocabularies(), ids=lambda kind: kind.__name__)
def test_every_member_of_every_vocabulary_has_words_of_its_own(kind: type[StrEnum]) -> None:
    words = [labels.label(member) for member in kind]
    assert all(words)
    assert len(set(words)) == len(words)


def test_credibility_has_six_grades() -> None:
    assert [labels.credibility(grade)[0] for grade in range(1, 7)] == list("123456")
    with pytest.raises(KeyError):
        labels.credibility(7)


def test_sharing_says_who_may_see() -> None:
    assert len({labels.sharing_rule(level) for level in Sharing}) == len(Sharing)


@pytest.mark.parametrize("measure", BUILT_IN, ids=lambda measure: measure.id)
def test_every_built_in_measure_has_name_definition_and_counting_words(measure: Measure) -> None:
    assert labels.measure(measure) != measure.id
    assert labels.measure_long(measure)
    assert labels.measure_verb(measure)
    assert labels.measure_definition(measure).endswith(".")
    assert "94" in labels.counted(measure, "94", 94)
    assert labels.counted(measure, "1", 1) != labels.counted(measure, "1", 2)


def test_measures_have_different_names() -> None:
    assert len({labels.measure(measure) for measure in BUILT_IN}) == len(BUILT_IN)


def test_a_measure_of_the_user_goes_by_its_own_words() -> None:
    own = Measure("DINGHIES", unit=Unit.BOAT, label="Dinghies found", definition="Counted on the beach.")
    assert labels.measure(own) == "Dinghies found"
    assert labels.measure_definition(own) == "Counted on the beach."
    assert labels.counted(own, "3", 3) == "Dinghies found: 3 boats"
    assert labels.measure(Measure("XYZ")) == "XYZ"


def test_words_of_measures_as_they_stand_in_sentences() -> None:
    by_code = {measure.id: measure for measure in BUILT_IN}
    assert labels.measure(by_code["RET"]) == "Returned to France"
    assert labels.measure_long(by_code["RET"]) == "people returned to France under the treaty"
    assert labels.measure_verb(by_code["RET"]) == "returned"
    assert labels.counted(by_code["ADM"], "1", 1) == "1 person admitted from France"


def test_a_step_reads_well_after_undo() -> None:
    assert f"Undo {labels.step('record figure')}" == "Undo add figure"
    assert labels.travelled("undo", "record figure") == "Undone: add figure"
    assert labels.travelled("redo", "record figure") == "Done again: add figure"
    assert labels.step("a label of a newer Evenhand") == "a label of a newer Evenhand"


def _literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _given(call: Call, position: int, keyword: str) -> str | None:
    named = {word.arg: word.value for word in call.node.keywords}
    return _literal(call.node.args[position] if len(call.node.args) > position else named.get(keyword))


def test_every_step_taken_in_the_source_has_words() -> None:
    codes = {(call.place, _given(call, 0, "label")) for call in calls() if call.name == "change"}
    assert [(place, code) for place, code in sorted(codes, key=str) if code and code not in STEPS] == []


def test_every_problem_found_in_the_source_has_words() -> None:
    codes = {(call.place, _given(call, 1, "code")) for call in calls() if call.name == "Problem"}
    assert [(place, code) for place, code in sorted(codes, key=str) if code and code not in PROBLEMS] == []


@pytest.mark.parametrize("code", list(RefusalCode), ids=str)
def test_a_refusal_is_a_sentence_even_without_its_facts(code: RefusalCode) -> None:
    sentence = refusals.sentence(Refusal(code))
    assert sentence[0].isupper() or sentence[0] == "?"
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_a_refusal_names_its_file() -> None:
    sentence = labels.refusal(Refusal(RefusalCode.IS_A_FOLDER, path="/home/someone/notes"))
    assert sentence == "/home/someone/notes is a folder. Choose a file in it."


def test_refusals_in_the_source_carry_the_facts_that_their_sentences_name() -> None:
    missing = []
    for call in calls():
        first = call.node.args[0] if call.name == "Refusal" and call.node.args else None
        if not isinstance(first, ast.Attribute) or first.attr not in RefusalCode.__members__:
            continue
        code = RefusalCode[first.attr]
        given = {word.arg for word in call.node.keywords}
        if None in given:
            continue
        sentence = refusals.sentence(Refusal(code, **{name: f"<{name}>" for name in given if name}))
        if "?" in sentence:
            missing.append((call.place, code.name, sentence))
    assert missing == []
