"""The app's own words are neutral, exact and translatable."""

from __future__ import annotations

import ast
import re
import string

from desktop_app.words.neutral import INSTEAD, LOADED, loaded
from tests.words.source_code import GETTEXT, calls, glued, messages

CHATTY = "please|sorry|oops|you|your|yours|my|me"
CHATTY_WORD = re.compile(rf"\b(?:{CHATTY})\b|!", re.IGNORECASE)
GRADES = ("2: probably true", "3: possibly true")
"""The names of two grades in the Admiralty scale, which judges items, not claims of this ledger."""


def every_message() -> list[tuple[str, str]]:
    return [
        (call.place, message.value)
        for call in calls()
        if call.name in GETTEXT
        for message in messages(call)
        if isinstance(message, ast.Constant) and isinstance(message.value, str)
    ]


def test_there_are_messages_to_look_at() -> None:
    assert len(every_message()) > 200


def test_no_message_uses_a_loaded_word() -> None:
    found = [(place, text) for place, text in every_message() if LOADED.search(text) and text not in GRADES]
    assert found == []


def test_no_message_chats() -> None:
    assert [(place, text) for place, text in every_message() if CHATTY_WORD.search(text)] == []


def test_every_message_is_a_plain_string() -> None:
    made_up = [
        call.place
        for call in calls()
        if call.name in GETTEXT
        and any(
            not (isinstance(message, ast.Constant) and isinstance(message.value, str) and message.value)
            for message in messages(call) or [call.node]
        )
    ]
    assert made_up == [], "gettext finds only strings that stand in the source: fill in {names} afterwards"


def test_what_is_filled_in_goes_by_name() -> None:
    nameless = [
        (place, text)
        for place, text in every_message()
        for _text, name, _spec, _conversion in string.Formatter().parse(text)
        if name is not None and not name.isidentifier()
    ]
    assert nameless == [], "translators move names about; they cannot move {} or {0}"


def test_no_message_is_glued_to_another() -> None:
    assert list(glued()) == [], "the order of words is the translator's: use one message with {names}"


def test_a_loaded_word_is_named_once_with_a_neutral_one() -> None:
    found = loaded("A flood of migrants, said critics of Migrants; deported or not")
    assert found == [("flood", "arrivals"), ("migrants", "people"), ("deported", "returned")]


def test_what_is_neutral_has_nothing_to_be_said_about_it() -> None:
    assert loaded("94 people returned; 38,726 arrived by small boat in 2025. What went wrong?") == []
    assert [words for _pattern, words in INSTEAD if LOADED.search(words)] == []
