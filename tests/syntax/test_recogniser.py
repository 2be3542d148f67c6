"""The entity recogniser that scores words together finds what spaCy's finds."""

import pytest
import spacy
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Span

import timeline
from timeline.stages.pipeline import recognise_in_columns
from timeline.syntax.recogniser import ColumnRecogniser

TEXTS = {
    "fr": (
        "La ministre Ada Roy et le groupe Volta-Nord ont quitté Lyon.\n\nLuc Blin, du Parti des Verts, reste à Lens.",
        "",
        "Roy  (Volta) part pour New York",
        "Il pleut.",
    ),
    "en": (
        "On Monday the European Commission fined Volta $3 million.\n\nAda Roy of the New York Times left in May 2019.",
        "",
        "Roy  (Volta) flies to New York",
        "It rains.",
    ),
}
SAID = ["ENT_IOB", "ENT_TYPE"]


def before_names(nlp, text):
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline[: nlp.pipe_names.index("ner")]:
        if not name.startswith("timeline_"):
            doc = component(doc)
    return doc


@pytest.fixture(scope="module", params=TEXTS)
def read(request):
    nlp = timeline.load(request.param)
    return nlp.get_pipe("ner"), [before_names(nlp, text) for text in TEXTS[request.param]]


def by_spacy(ner, doc):
    doc = doc.copy()
    EntityRecognizer.set_annotations(ner, [doc], EntityRecognizer.predict(ner, [doc]))
    return doc.to_array(SAID).tolist()


def test_one_by_one_and_together(read):
    ner, docs = read
    assert type(ner) is ColumnRecogniser
    expected = [by_spacy(ner, doc) for doc in docs]
    assert any(doc.ents for doc in map(ner, [doc.copy() for doc in docs]))
    assert [ner(doc.copy()).to_array(SAID).tolist() for doc in docs] == expected
    assert [doc.to_array(SAID).tolist() for doc in ner.pipe([doc.copy() for doc in docs])] == expected


def test_names_set_before_stay(read):
    ner, docs = read
    told = docs[0].copy()
    told.set_ents([Span(told, 1, 2, label="PERSON")], default="missing")
    assert by_spacy(ner, told) == ner(told).to_array(SAID).tolist()
    assert told.ents[0].start == 1


def test_it_is_saved_and_loaded(tmp_path):
    timeline.load("en").to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model").get_pipe("ner")
    doc = before_names(timeline.load("en"), TEXTS["en"][0])
    assert type(again) is ColumnRecogniser
    assert again(doc.copy()).to_array(SAID).tolist() == by_spacy(again, doc)


def test_a_recogniser_of_another_kind_is_left_alone():
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner", name="ner").add_label("PERSON")
    recognise_in_columns(nlp)
    assert type(nlp.get_pipe("ner")) is EntityRecognizer
