"""What speaks for an antecedent, on a parse written down."""

import pytest
import spacy
from spacy.tokens import Doc

from timeline.languages import get_language
from timeline.stages.mentions.anaphors import Anaphor, Candidate, cues_for
from timeline.stages.mentions.chains import NAME, Chain, Reference
from timeline.stages.mentions.weights import CUES
from timeline.stages.names.lexicon import lexicon_of


@pytest.fixture
def doc():
    """« Roy dirige Volta , a dit Blin ( Lens ) . Elle part . »."""
    words = ["Roy", "dirige", "Volta", ",", "a", "dit", "Blin", "(", "Lens", ")", ".", "Elle", "part", "."]
    heads = [1, 1, 1, 5, 5, 1, 5, 8, 6, 8, 1, 12, 12, 12]
    deps = ["nsubj", "ROOT", "obj", "punct", "aux:tense", "parataxis", "nsubj", "punct", "nmod", "punct", "punct"]
    pos = ["PROPN", "VERB", "PROPN", "PUNCT", "AUX", "VERB", "PROPN", "PUNCT", "PROPN", "PUNCT", "PUNCT"]
    deps, pos = [*deps, "nsubj", "ROOT", "punct"], [*pos, "PRON", "VERB", "PUNCT"]
    return Doc(spacy.blank("fr").vocab, words=words, heads=heads, deps=deps, pos=pos)


@pytest.mark.parametrize(
    ("word", "type_", "gender", "spoken_for_by"),
    [
        (0, "PERSON", "f", {"subject", "both subjects", "person"}),
        (0, "PERSON", "", {"subject", "both subjects", "person", "gender unknown"}),
        (2, "ORGANISATION", "f", {"object", "organisation"}),
        (8, "PLACE", "f", {"complement", "aside", "place"}),
        (0, None, "f", {"subject", "both subjects", "common noun"}),
    ],
)
def test_what_speaks_for_an_antecedent(doc, word, type_, gender, spoken_for_by):
    chain = Chain(type_) if type_ else None
    if chain is not None:
        chain.references.append(Reference(word, word + 1, word, NAME))
    anaphor = Anaphor(doc[11], "f", "s", ("PERSON", "ORGANISATION", "PLACE"))
    cues = dict(cues_for(anaphor, Candidate(doc[word], chain, gender, "s", 0), lexicon_of(get_language("fr"))))
    assert set(cues) - {"distance", "spoken of"} == spoken_for_by
    assert set(cues) <= set(CUES)
    assert cues["distance"] == 11 - word
