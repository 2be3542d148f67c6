"""Long texts are read in slices: what the model says of them, memory aside, is as before."""

from itertools import pairwise

import pytest

from timeline.stages import slices

TEXTS = {
    "fr": "Anna Berg a quitté Volta lundi.\n\nPaul Roux la remplace. Il arrivera demain.\n\nLe conseil se réunit.",
    "en": "Anna Berg left Volta on Monday.\n\nPaul Roux replaces her. He will arrive tomorrow.\n\nThe board meets.",
}


def told(doc):
    return [(token.text, token.pos_, token.dep_, token.head.i, token.ent_type_, token.is_sent_start) for token in doc]


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_slices_say_what_the_whole_says(pipelines, lang, monkeypatch):
    nlp = pipelines[lang]
    (whole,) = slices.read_docs(nlp, [nlp.make_doc(TEXTS[lang])])
    monkeypatch.setattr(slices, "LONGEST", 10)
    monkeypatch.setattr(slices, "cuts_of", _paragraphs)
    (sliced,) = slices.read_docs(nlp, [nlp.make_doc(TEXTS[lang])])
    assert sliced.text == TEXTS[lang]
    assert told(sliced)[:5] == told(whole)[:5]
    assert [s.start for s in sliced.sents] == [s.start for s in whole.sents]
    assert len(sliced._.timeline) == len(whole._.timeline)


def _paragraphs(doc):
    return [0, *(token.i for token in doc if token.i and token.nbor(-1).is_space), len(doc)]


def test_long_and_short_texts_keep_their_order(pipelines, monkeypatch):
    nlp = pipelines["fr"]
    monkeypatch.setattr(slices, "LONGEST", 10)
    texts = ["Elle part.", TEXTS["fr"], "Il arrive.", "Ada rit."]
    assert [doc.text for doc in slices.read_docs(nlp, map(nlp.make_doc, texts))] == texts


def test_a_text_without_breaks_is_cut_all_the_same(pipelines):
    nlp = pipelines["fr"]
    doc = nlp.make_doc("mot " * 95)
    cuts = slices.cuts_of(doc, longest=20)
    assert cuts[0] == 0
    assert cuts[-1] == len(doc)
    assert all(0 < b - a <= 20 for a, b in pairwise(cuts))
