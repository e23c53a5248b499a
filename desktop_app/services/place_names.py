"""Which of the places noted some letters may mean; like ones are offered, and never taken for the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

ALIKE = 80.0
"""From so many of a hundred on, two names are much alike."""


def folded(name: str) -> str:
    """The name without accents, capitals and the marks between its words."""
    spread = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return " ".join(re.split(r"[^\w]+", plain)).strip()


def suggest(names: Sequence[str], typed: str) -> list[str]:
    """The names that the letters may mean, the likeliest first; for none, all in the order given."""
    wanted = folded(typed)
    if not wanted:
        return list(names)
    begins = [name for name in names if folded(name).startswith(wanted)]
    within = [name for name in names if name not in begins and wanted in folded(name)]
    found = {*begins, *within}
    return [*begins, *within, *(name for name in alike(names, typed) if name not in found)]


def alike(names: Iterable[str], typed: str) -> list[str]:
    """The names much like this one but written otherwise, the likest first."""
    others = [name for name in names if name != typed]
    ranked = process.extract(typed, others, scorer=fuzz.ratio, processor=folded, limit=5, score_cutoff=ALIKE)
    return [name for name, _score, _place in ranked]
