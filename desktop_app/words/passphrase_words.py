"""How good a passphrase is, in words."""

from __future__ import annotations

from desktop_app.domain.passphrases import SHORTEST, Strength
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n


def strength(found: Strength, formats: Formats) -> str:
    """What to say below the field while it is typed."""
    match found:
        case Strength.TOO_SHORT:
            words = _n("Too short: at least {n} letter", "Too short: at least {n} letters", SHORTEST)
            return words.format(n=formats.number(SHORTEST))
        case Strength.WEAK:
            return _("Weak: easily guessed by whoever has the file. Add a few words.")
        case Strength.FAIR:
            return _("Fair: guessing it takes long")
        case Strength.STRONG:
            return _("Strong: guessing it takes very long")
