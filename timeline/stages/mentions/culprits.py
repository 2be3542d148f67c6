"""The one who did it: « l'assaillant », « le tueur », « le meurtrier » of a text that names a single culprit.

News of a crime calls the same person by many nouns, most of them before the name. Where a text names one person by such
a noun and never speaks of several, they are all that person.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.model.entity import PERSON
from timeline.stages.mentions.chains import DESCRIPTION, Chain, Reference
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.tokens import number_of, whole_words, word_of
from timeline.stages.source import related_sentences

REACH = 12  # words from the noun to the name of whom it speaks: « l'assaillant, un homme de 25 ans nommé X »


def link_culprits(reading: Reading) -> None:
    """Join the nouns for whoever did it to the one person that the text calls so."""
    nouns = list(_culprits(reading))
    if not nouns or any(number_of(noun) == "p" for noun in nouns):
        return
    known = {id(chain): chain for noun in nouns for chain in _named(noun, reading)}
    if len(known) != 1:
        return
    chain = next(iter(known.values()))
    definite = reading.lexicon.words.descriptions.definite
    for noun in nouns:
        if noun.i and noun.nbor(-1).lower_ in definite and noun.i not in reading.story.inside:
            reading.story.add(chain, Reference(noun.i - 1, noun.i + 1, noun.i, DESCRIPTION))


def _culprits(reading: Reading) -> Iterator[Token]:
    nouns, words, doc = reading.lexicon.words.descriptions.culprits, whole_words(reading.doc), reading.doc
    for sentence in related_sentences(doc):
        for place in range(sentence.start, sentence.end):
            may_be = words[place] in nouns or words[place].removesuffix("s") in nouns
            if may_be and _singular(doc[place]) in nouns and place not in reading.story.named:
                yield doc[place]


def _singular(token: Token) -> str:
    """Return the singular of a noun, also where the model's lemma is the plural."""
    word = word_of(token)
    return word.removesuffix("s") if number_of(token) == "p" else word


def _named(noun: Token, reading: Reading) -> Iterator[Chain]:
    """Yield the person whose name stands beside the noun: « le tireur, X, », « l'assaillant, un homme nommé X »."""
    story, naming = reading.story, reading.lexicon.words.descriptions.naming
    told = story.inside.get(noun.i)
    if told is not None and told.type == PERSON:
        yield told
    doc = noun.doc
    for index in range(noun.i + 1, min(noun.i + REACH, noun.sent.end)):
        chain = story.named.get(index)
        if chain is None:
            continue
        before = doc[index - 1].lower_
        beside = index - noun.i <= 2 and before in {",", noun.lower_}
        if chain.type == PERSON and (beside or before in naming):
            yield chain
        return
