"""The attribute ruler that looks patterns up sets what spaCy's sets."""

import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from timeline.stages.pipeline import index_attribute_ruler

TEXTS = {
    "fr": ("Le maire, élu en 2014,  quitte la mairie.", "Elle n'a rien dit !"),
    "en": ("There's  but one man who didn't leave; that man ain't here.", "Y'all said nothin' to the boys' club."),
}
PATTERNS = [
    {"patterns": [[{"TAG": "DT"}]], "attrs": {"POS": "DET"}},
    {"patterns": [[{"TAG": "DT", "LOWER": {"IN": ["a", "an"]}}]], "attrs": {"MORPH": "Definite=Ind"}},
    {"patterns": [[{"LOWER": {"NOT_IN": ["a"]}, "TAG": "DT"}, {"TAG": "NN"}]], "attrs": {"POS": "NOUN"}, "index": -1},
    {"patterns": [[{"LOWER": {"REGEX": "^n"}}], [{"LOWER": "dogs"}]], "attrs": {"LEMMA": "n"}},
    {"patterns": [[{"IS_SPACE": True}]], "attrs": {"POS": "SPACE"}},
    {"patterns": [[{"LEMMA": "dog"}]], "attrs": {"POS": "X"}},
]
ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]


def _both(nlp):
    known = nlp.get_pipe("attribute_ruler")
    assert type(known) is AttributeRuler
    index_attribute_ruler(nlp)
    return known, nlp.get_pipe("attribute_ruler")


@pytest.mark.parametrize("lang", TEXTS)
def test_models_patterns(lang, request):
    trained = request.getfixturevalue(f"nlp_{lang}")
    plain = spacy.blank(lang, vocab=trained.vocab)
    ruler = plain.add_pipe("attribute_ruler")
    ruler.add_patterns(trained.get_pipe("attribute_ruler").patterns)
    known, indexed = _both(plain)
    with trained.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        for doc in trained.pipe(TEXTS[lang]):
            assert (known(doc.copy()).to_array(ATTRIBUTES) == indexed(doc.copy()).to_array(ATTRIBUTES)).all()


def test_all_kinds_of_patterns(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add_patterns(PATTERNS)
    known, indexed = _both(nlp)
    words = ["a", "dog", " ", "an", "apple", "the", "night", "dogs", "no"]
    tags = ["DT", "NN", "", "DT", "NN", "DT", "NN", "NNS", "UH"]
    doc = Doc(nlp.vocab, words=words, tags=tags, lemmas=words)
    assert (known(doc.copy()).to_array(ATTRIBUTES) == indexed(doc.copy()).to_array(ATTRIBUTES)).all()
    assert [token.pos_ for token in indexed(doc.copy())][5:7] == ["DET", "NOUN"]
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path).get_pipe("attribute_ruler")
    assert (again(doc.copy()).to_array(ATTRIBUTES) == known(doc.copy()).to_array(ATTRIBUTES)).all()


def test_a_pattern_added_later_counts():
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add_patterns(PATTERNS[:1])
    ruler = _both(nlp)[1]
    doc = Doc(nlp.vocab, words=["the"], tags=["DT"])
    assert ruler(doc)[0].pos_ == "DET"
    ruler.add([[{"TAG": "DT"}]], {"POS": "X"})
    assert ruler(doc)[0].pos_ == "X"
