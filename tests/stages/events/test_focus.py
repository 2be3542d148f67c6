"""How rare the words of a story are."""

from itertools import permutations
from types import SimpleNamespace

import pytest

from timeline.stages.events.focus import rarity_of


class Word(str):
    """As much of a word as rarity asks for."""

    __slots__ = ()
    pos_ = "NOUN"

    @property
    def lower_(self):
        return self.lower()


def sentences(*texts):
    return [SimpleNamespace(words=[Word(word) for word in text.split()], meaning=None) for text in texts]


STORY = sentences(*["strike"] * 5, *["strike port"] * 3, "strike port mayor", "mayor crane", "tide crane", "ferry")


def test_the_fewer_sentences_hold_a_word_the_rarer_it_is():
    rarity = rarity_of(STORY)
    assert sorted(rarity, key=rarity.__getitem__)[:2] == ["strike", "port"]
    assert rarity["ferry"] == rarity["tide"] > rarity["crane"]
    assert rarity["ferry"] == pytest.approx(2.5649, abs=1e-4)  # log(1 + 12 / 1)


def test_sums_do_not_depend_on_the_order_of_a_set():
    assert len({sum(order) for order in permutations(rarity_of(STORY).values())}) == 1
