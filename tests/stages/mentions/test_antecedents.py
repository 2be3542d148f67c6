"""What speaks for an antecedent, on a parse written down."""

import pytest
import spacy
from spacy.tokens import Doc

import timeline
from timeline.languages import get_language
from timeline.stages.antecedents import get_antecedents
from timeline.stages.mentions.chains import NAME, Chain, Reference
from timeline.stages.mentions.cues import Anaphor, Candidate, cues_for
from timeline.stages.mentions.weights import CUES
from timeline.stages.names.lexicon import lexicon_of
from timeline.syntax import words_of


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
    words = words_of(doc)
    anaphor = Anaphor(words[11], "f", "s", ("PERSON", "ORGANISATION", "PLACE"))
    cues = dict(cues_for(anaphor, Candidate(words[word], chain, gender, "s", 0), lexicon_of(get_language("fr"))))
    assert set(cues) - {"distance", "spoken of"} == spoken_for_by
    assert set(cues) <= set(CUES)
    assert cues["distance"] == 11 - word


NOTED = [  # text, the pronouns and what each takes up, with whether that is sure
    ("fr", "Un camion a quitté la route. Il a percuté un bus. Il s'est renversé.", {"Il": ("camion", True)}),
    ("fr", "Le suspect a fui. La police le cherche. Il est armé.", {"Il": ("suspect", False)}),
    ("fr", "Accusé de faire le bonheur des voleurs, il disparaîtra en mai.", {}),
    ("en", "A truck left the road. It hit a bus.", {"It": ("truck", True)}),
    ("fr", "Léa Roux a vu le train. Elle est montée.", {}),  # it stands for somebody named
]


@pytest.mark.parametrize(("lang", "text", "awaited"), NOTED, ids=[text[:40] for _, text, _ in NOTED])
def test_pronouns_of_nobody_named_take_up_common_nouns(lang, text, awaited):
    doc = timeline.load(lang)(text)
    found = {doc[one.pronoun].text: (doc[one.noun].text, one.sure) for one in get_antecedents(doc)}
    assert {word: taken for word, taken in found.items() if word.istitle() or word == "il"} == awaited


def test_a_body_may_be_they_in_english_alone():
    text = "Volta said on Monday that they would cut jobs."
    (volta,) = [one for one in timeline.extract(text, lang="en").entities if one.name == "Volta"]
    assert [mention.text for mention in volta.mentions] == ["Volta", "they"]
