"""What a guess costs, and that it never costs less."""

from __future__ import annotations

import time

from desktop_app.store import keys


def test_a_guess_costs_memory_and_time() -> None:
    for profile in keys.PROFILES:
        began = time.process_time()
        keys.derive("a guess", bytes(16), profile)
        # On all processors together; a machine with many of them waits less, and so does who guesses.
        assert time.process_time() - began >= 0.3
        assert profile.memory >= 64 * 1024


def test_profiles_are_numbered_and_stay_as_they_were_published() -> None:
    assert keys.PROFILES[-1] == keys.Profile(1, 256 * 1024, 3, 4)
    numbers = [profile.number for profile in keys.PROFILES]
    assert numbers == sorted(set(numbers), reverse=True)


def test_the_key_of_a_passphrase_is_the_same_for_ever() -> None:
    salt = bytes(range(16))
    key = keys.derive("correct horse battery staple", salt, keys.PROFILES[-1])
    assert key.salt == salt
    assert key.secret.hex() == KNOWN


KNOWN = "446539bd5c5b1ecce56f2120d87c64925395b4bb2016d9369e17e67a0a2cd8db"
