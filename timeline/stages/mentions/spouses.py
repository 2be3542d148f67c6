"""« Son mari », « sa femme »: the one person of the story who bears the family name and is a man, or a woman."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.model.entity import PERSON
from timeline.stages.mentions.chains import DESCRIPTION, Chain, Reference
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.tokens import whole_words
from timeline.stages.source import related_sentences


def link_spouses(reading: Reading) -> None:
    """Join nouns for a spouse to whom they mean, where whose spouse it is is known."""
    story, words = reading.story, reading.lexicon.words.descriptions
    told = whole_words(reading.doc)
    for sentence in related_sentences(reading.doc):
        for place in range(sentence.start, sentence.end):
            gender = "m" if told[place] in words.husbands else "f" if told[place] in words.wives else ""
            if not gender or place in story.heads:
                continue
            noun = reading.doc[place]
            owner = _owner(noun, reading)
            known = list(_namesakes(owner, gender, reading)) if owner is not None else []
            if len(known) == 1:
                story.add(known[0], Reference(noun.i - 1, noun.i + 1, noun.i, DESCRIPTION))


def _owner(noun: Token, reading: Reading) -> Chain | None:
    """Return whose spouse a noun right behind a possessive is."""
    before = noun.i - 1
    possessed = before >= 0 and reading.doc[before].lower_ in reading.lexicon.possessives
    owner = reading.story.inside.get(before) if possessed else None
    return owner if owner is not None and owner.type == PERSON else None


def _namesakes(owner: Chain, gender: str, reading: Reading) -> Iterator[Chain]:
    families = _families(owner)
    for chain in reading.story.chains:
        if chain is not owner and chain.type == PERSON and chain.gender == gender and families & _families(chain):
            yield chain


def _families(chain: Chain) -> set[str]:
    """Return the family names of a person, as the full names tell them."""
    return {key.split()[-1] for key in chain.keys if " " in key}
