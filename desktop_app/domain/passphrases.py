"""How good a passphrase is: how long somebody would guess who has the file."""

from __future__ import annotations

import math
from enum import Enum
from itertools import pairwise

SHORTEST = 8
"""Letters that a passphrase has at least (NIST SP 800-63B)."""

_FAIR_BITS, _STRONG_BITS = 40.0, 60.0


class Strength(Enum):
    """A rough judgement."""

    TOO_SHORT = "too short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """By length and variety; letters that follow from the one before, as in aaaa or 1234, count little."""
    if len(passphrase) < SHORTEST:
        return Strength.TOO_SHORT
    surprising = 1 + sum(not _follows(one, other) for one, other in pairwise(passphrase))
    bits = min(surprising * math.log2(_alphabet(passphrase)), len(set(passphrase)) * 6.0)
    if bits < _FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_BITS else Strength.STRONG


def _follows(one: str, other: str) -> bool:
    """Whether a letter is the one before again, or its neighbour: aaaa, 1234, fedc."""
    return abs(ord(one) - ord(other)) <= 1


def _alphabet(text: str) -> int:
    """From how many letters these seem to be taken."""
    sorts = (
        (any(letter.islower() for letter in text), 26),
        (any(letter.isupper() for letter in text), 26),
        (any(letter.isdigit() for letter in text), 10),
        (any(not letter.isalnum() for letter in text), 16),
    )
    return sum(size for there, size in sorts if there) or 26
