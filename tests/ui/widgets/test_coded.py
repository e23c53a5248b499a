"""Finding in many texts at once gives what looking at each of them gives."""

from __future__ import annotations

from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.widgets import coded as coded_module
from desktop_app.ui.widgets.coded import Coded

TEXTS = st.lists(st.text("ab\x00", max_size=4), max_size=60)
WORDS = st.lists(st.text("ab\x00", min_size=1, max_size=3), min_size=1, max_size=6)


def looked_at(texts: list[str], coded: Coded) -> None:
    coded.resize(len(texts))
    coded.look(np.arange(len(texts)), texts.__getitem__)


@given(texts=TEXTS, more=TEXTS, words=WORDS, many=st.sampled_from((0, 1_000)), sample=st.sampled_from((1, 8)))
def test_a_word_is_found_where_it_is_also_after_others_and_in_texts_that_came_later(
    texts: list[str], more: list[str], words: list[str], many: int, sample: int
) -> None:
    with patch.multiple(coded_module, _MANY=many, _SAMPLE=sample):
        check_words(texts, more, words)


def check_words(texts: list[str], more: list[str], words: list[str]) -> None:
    coded = Coded(str, same=str)
    for known in (texts, texts + more):
        looked_at(known, coded)
        for end in range(1, len(words) + 1):
            for word in (words[0][:1], words[0], words[end - 1]):
                assert coded.containing(word).tolist() == [word in text for text in known]


def test_a_text_forgotten_is_not_found_until_it_is_looked_at_again() -> None:
    texts, coded = ["dover", "calais"], Coded(str)
    looked_at(texts, coded)
    assert coded.containing("dov").tolist() == [True, False]
    coded.forget_all()
    assert coded.containing("dov").tolist() == [False, False]
    texts[0] = "ramsgate"
    looked_at(texts, coded)
    assert (coded.containing("dov").any(), coded.containing("rams").tolist()) == (False, [True, False])
