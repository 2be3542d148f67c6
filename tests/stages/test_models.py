"""A spaCy model of the caller's own: by name, or as it is."""

import pytest
import spacy

import timeline
from timeline.errors import InvalidOptionError
from timeline.stages.pipeline import shared_pipeline


def test_a_model_is_completed_once():
    own = spacy.load("fr_core_news_sm", exclude=["ner"])
    nlp = timeline.load(model=own)
    assert nlp is own
    assert nlp.pipe_names.count("timeline_times") == 1
    assert timeline.load(model=own).pipe_names == nlp.pipe_names


def test_a_model_reads_its_own_language():
    own = timeline.load(model=spacy.blank("en"))
    assert shared_pipeline("en", own) is own
    assert shared_pipeline("fr", own).lang == "fr"


@pytest.mark.parametrize("model", ["fr_core_news_sm", "as it is"])
def test_texts_are_read_by_a_model_given(model):
    given = spacy.blank("fr") if model == "as it is" else model
    story = timeline.extract("Anna Berg part le 3 mai 2021.", model=given)
    assert [time.timex3 for time in story.times] == ["2021-05-03"]
    assert story.documents[0].lang == "fr"
    assert [len(one.times) for one in timeline.extract_many(["Elle part le 3 mai 2021."], model=given)] == [1]


def test_a_model_itself_does_not_go_to_other_processes():
    with pytest.raises(InvalidOptionError, match="name or path"):
        timeline.extract_many(["Elle part."], n_process=2, model=spacy.blank("fr"))
