"""The language can change while the app runs, and a missing catalogue means English."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.measures import BUILT_IN, RET
from desktop_app.words import labels, translate


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    translate.install("en")


def write_catalogue(folder: Path, language: str, messages: dict[str, str]) -> None:
    """A compiled gettext catalogue (the format is laid down in the gettext manual, "MO Files")."""
    entries = sorted((key.encode(), text.encode()) for key, text in messages.items())
    count = len(entries)
    place = 28 + 16 * count
    tables: list[bytes] = []
    texts = b""
    for column in (0, 1):
        for entry in entries:
            tables.append(struct.pack("<II", len(entry[column]), place + len(texts)))
            texts += entry[column] + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    path = folder / language / "LC_MESSAGES" / "evenhand.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(header + b"".join(tables) + texts)


FRENCH = {
    "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n > 1);\n",
    "Returned to France": "Personnes renvoyées en France",
    "{n} day\0{n} days": "{n} jour\0{n} jours",
    "month in short\x04Nov": "nov.",
}


def test_the_language_is_looked_up_at_each_call(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "fr", FRENCH)
    returned = next(measure for measure in BUILT_IN if measure.id == RET)
    assert labels.measure(returned) == "Returned to France"
    assert translate.install("fr", tmp_path) == "fr"
    assert labels.measure(returned) == "Personnes renvoyées en France"
    assert translate._n("{n} day", "{n} days", 0) == "{n} jour"
    assert translate._p("month in short", "Nov") == "nov."
    assert translate.install("en", tmp_path) == "en"
    assert labels.measure(returned) == "Returned to France"
    assert translate._n("{n} day", "{n} days", 0) == "{n} days"


def test_a_country_falls_back_on_its_language(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "fr", FRENCH)
    assert translate.install("fr_CA", tmp_path) == "fr"
    assert translate.language() == "fr"


def test_a_message_without_translation_stays_english(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "fr", FRENCH)
    translate.install("fr", tmp_path)
    assert translate._("Detained") == "Detained"


@pytest.mark.parametrize("language", ["de", "", "../../etc", "C"])
def test_a_language_without_catalogue_means_english(language: str, tmp_path: Path) -> None:
    assert translate.install(language, tmp_path) == "en"
    assert translate._("Detained") == "Detained"


def test_the_app_s_own_catalogues_are_found_beside_it() -> None:
    assert translate.install("en") == "en"
