from __future__ import annotations

import time

from desktop_app.ui.turns import BETWEEN_S, Turns


def test_between_two_slices_of_idle_work_there_is_a_moment_for_a_frame() -> None:
    turns = Turns()
    assert turns.is_free
    with turns.taken():
        pass
    ended = time.perf_counter()
    assert not turns.is_free or time.perf_counter() - ended >= BETWEEN_S
    while not turns.is_free:
        assert time.perf_counter() - ended < 1
    assert time.perf_counter() - ended >= BETWEEN_S / 2
