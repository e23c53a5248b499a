"""Gives each sentence of the app in the user's language (gettext, without Qt)."""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "evenhand"
"""The name of the catalogues: resources/locale/<language>/LC_MESSAGES/evenhand.mo."""


class _Catalogue:
    """The catalogue in use. Looked into at each call, so the language can change while the app runs."""

    def __init__(self) -> None:
        self.translations = gettext.NullTranslations()
        self.language = "en"


_catalogue = _Catalogue()


def install(language: str, folder: Path | None = None) -> str:
    """Speak this language ("fr", "fr_CA") from now on, and answer with the language really spoken.

    English needs no catalogue and is what is spoken where the catalogue asked for is not there.
    `folder` is where the catalogues are; left out, it is the app's own `resources/locale`.
    """
    names = [language, language.split("_", maxsplit=1)[0]]
    catalogues = _own_folder() if folder is None else folder
    found = gettext.find(DOMAIN, str(catalogues), names)
    if found is None:
        _catalogue.translations, _catalogue.language = gettext.NullTranslations(), "en"
    else:
        with Path(found).open("rb") as stream:
            _catalogue.translations = gettext.GNUTranslations(stream)
        _catalogue.language = Path(found).parent.parent.name
    return _catalogue.language


def language() -> str:
    """The language spoken now."""
    return _catalogue.language


def _(message: str) -> str:
    """The message in the language spoken now; fill in its {names} afterwards, with `format`."""
    return _catalogue.translations.gettext(message)


def _n(singular: str, plural: str, n: int) -> str:
    """The form of a message that goes with n things."""
    return _catalogue.translations.ngettext(singular, plural, n)


def _p(context: str, message: str) -> str:
    """The message in a context that tells it from an equal English one."""
    return _catalogue.translations.pgettext(context, message)


def _own_folder() -> Path:
    from desktop_app import paths

    return paths.resources() / "locale"
