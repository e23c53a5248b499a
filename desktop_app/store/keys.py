"""The key of a protected workspace file: made from its passphrase, never shown and never logged."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from typing import Final, TypeAlias

SALT_BYTES: Final = 16
"""How many bytes at the start of a protected file are its salt."""

_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Profile:
    """What it costs to try one passphrase, by Argon2id."""

    number: int
    memory: int
    """KiB."""
    passes: int
    lanes: int


PROFILES: Final = (Profile(1, 256 * 1024, 3, 4),)
"""The newest first, which is what new files are given; older ones are tried too, and none is ever weakened.

RFC 9106 asks for 64 MiB and 3 passes at least. Four times as much makes a guess cost 0.3 s and more on two
processors of 2025; half of it, as first chosen, was measured at 0.2 s.
"""


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """What SQLCipher encrypts with, and the salt it was made with, which the file itself carries."""

    secret: bytes
    salt: bytes

    def __repr__(self) -> str:
        return "Key(…)"

    @property
    def literal(self) -> str:
        """As SQLCipher takes a raw key, for `PRAGMA key` and `ATTACH` alone: it opens the file."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


@dataclass(frozen=True, slots=True)
class KeyedPath:
    """A workspace file with what opens it, for the threads and processes that open it for themselves."""

    path: Path
    key: Key | None = None


class Passphrase:
    """What somebody typed, to be tried on several files: the key is made once for each salt."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._made: dict[tuple[bytes, int], Key] = {}

    def __repr__(self) -> str:
        return "Passphrase(…)"

    def keys(self, salt: bytes) -> Iterator[Key]:
        """The keys that it gives with a salt, made one after the other."""
        for profile in PROFILES:
            name = (salt, profile.number)
            if name not in self._made:
                self._made[name] = derive(self._text, salt, profile)
            yield self._made[name]


Secret: TypeAlias = str | Passphrase | Key | None
"""A passphrase as somebody typed it, the key that was made from it, or nothing."""


def new_key(passphrase: str) -> Key:
    """A key with a new salt."""
    return derive(passphrase, token_bytes(SALT_BYTES), PROFILES[0])


def derive(passphrase: str, salt: bytes, profile: Profile) -> Key:
    """The key that a passphrase gives with a salt; takes a good part of a second, on purpose."""
    # Only whoever has a protected file pays for loading it.
    from argon2.low_level import Type, hash_secret_raw

    # The same letters come from different keyboards in different forms.
    text = unicodedata.normalize("NFC", passphrase).encode()
    secret = hash_secret_raw(text, salt, profile.passes, profile.memory, profile.lanes, _KEY_BYTES, Type.ID)
    return Key(secret, salt)


def candidates(secret: str | Passphrase | Key, salt: bytes) -> Iterator[Key]:
    """The keys that may open a file with this salt, made one after the other."""
    if isinstance(secret, Key):
        if secret.salt == salt:
            yield secret
        return
    yield from (Passphrase(secret) if isinstance(secret, str) else secret).keys(salt)
