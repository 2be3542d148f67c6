"""A spaCy model of the caller's own: by name, or as it is."""

import spacy

import timeline
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
