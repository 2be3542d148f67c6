"""Limits of length, sentences and time: set by the caller, told when they are met."""

import pytest

import timeline
from timeline import Limits

TEXT = "Anna Berg est partie vendredi. Paul Morel arrive lundi. Le conseil votera mardi."


@pytest.mark.parametrize(
    ("limits", "error", "message"),
    [
        (Limits(characters=20), timeline.TextTooLongError, "80 characters, more than 20"),
        (Limits(sentences=2), timeline.TextTooLongError, "3 sentences, more than 2"),
        (Limits(seconds=1e-9), timeline.OutOfTimeError, "not read within"),
    ],
)
def test_a_document_beyond_a_limit_is_refused_in_words(limits, error, message):
    with pytest.raises(error, match=message):
        timeline.extract(TEXT, lang="fr", limits=limits)
    with pytest.warns(timeline.TimelineWarning, match=message):
        stories = list(timeline.extract_many([("Il part.", {"lang": "fr"}), (TEXT, {"lang": "fr"})], limits=limits))
    assert isinstance(stories[1].error, error)


def test_within_its_limits_a_document_is_read_as_without():
    limits = Limits(characters=80, sentences=3, seconds=600)
    assert timeline.extract(TEXT, lang="fr", limits=limits) == timeline.extract(TEXT, lang="fr")


@pytest.mark.parametrize("wrong", [{"characters": 0}, {"sentences": -1}, {"seconds": 0.0}])
def test_a_limit_is_above_nothing(wrong):
    with pytest.raises(timeline.InvalidOptionError, match="above 0"):
        Limits(**wrong)
