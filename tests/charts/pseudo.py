"""A language that nobody speaks: every sentence 40 % longer, in letters with accents, months in full."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.words import translate
from desktop_app.words.formats import PlainFormats

LONGER = 0.4
_NAMES = re.compile(r"(\{[^}]*\})")
_ACCENTS = str.maketrans("aeiouAEIOUcn", "àéîöüÀÉÎÖÜçñ")
_SHORTEST = 4
"""What has fewer letters is punctuation, or a pattern without words."""


def longer(message: str) -> str:
    """A sentence as this language has it, with its {names} untouched."""
    parts = [part if part.startswith("{") else part.translate(_ACCENTS) for part in _NAMES.split(message)]
    letters = sum(character.isalpha() for character in _NAMES.sub("", message))
    if letters < _SHORTEST:
        return "".join(parts)
    more = -(-letters * 4 // 10)
    # The longest word grows most, as in a language of compounds.
    place = max(
        range(len(parts)), key=lambda index: -1 if parts[index].startswith("{") else len(parts[index])
    )
    words = parts[place].split(" ")
    longest = max(range(len(words)), key=lambda index: len(words[index]))
    word = words[longest]
    cut = max((index for index, letter in enumerate(word) if letter.isalpha()), default=0) + 1
    near, far = (more + 1) // 2, more // 2
    words[longest] = f"{word[:cut]}{('éri' * near)[:near]}{word[cut:]}"
    other = min(range(len(words)), key=lambda index: (index == longest, -len(words[index])))
    if far and other != longest and words[other][-1:].isalpha():
        words[other] += ("une" * far)[:far]
    parts[place] = " ".join(words)
    return "".join(parts)


class _Pseudo(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return {"between thousands": "\u202f", "before decimals": ","}.get(context, longer(message))


class PseudoFormats(PlainFormats):
    """Months that are hardly abbreviated."""

    def month(self, year: int, month: int) -> str:
        return self.long_month(year, month)


@contextmanager
def spoken() -> Iterator[PlainFormats]:
    """This language is spoken inside the block."""
    before = translate._catalogue.translations
    translate._catalogue.translations = _Pseudo()
    try:
        yield PseudoFormats()
    finally:
        translate._catalogue.translations = before
