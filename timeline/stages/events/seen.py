"""What every pair of mentions looks at, read once a mention and once a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.languages import Language
from timeline.languages.grammar import Form
from timeline.stages.events.focus import rarity_of
from timeline.stages.events.retelling import BEGINNING, Pointers, Side, Told, pointers_of
from timeline.syntax.words import sentences_of


@dataclass(frozen=True, slots=True)
class Seen:
    """What every pair looks at in one mention, read once.

    Attributes
    ----------
    lemma, beginning : str
        Of its word, in lower case.
    nouns, verbs : frozenset of str
        Those of its family, where it is a verb, and a noun.
    pointing, clause, part : str
        How it points back, whether its clause is the main one, noun or verb.
    anybody : Side
        Who takes part on either side.
    weight : float
        Rarity of all words of meaning around it.
    """

    lemma: str
    beginning: str
    nouns: frozenset[str]
    verbs: frozenset[str]
    pointing: str
    clause: str
    part: str
    anybody: Side
    weight: float


@dataclass(frozen=True, slots=True)
class Story:
    """What all mentions of one text share.

    Attributes
    ----------
    pointers : Pointers
    rarity : mapping of str to float
        Of the words of meaning, by their beginnings.
    lemmas, types : mapping of str to tuple of int
        Numbers of the mentions with each lemma, and of each type.
    seen : mapping of int to Seen
        By the number of the mention.
    met : dict
        Numbers of two sentences → the words of meaning that both have, and their rarity in all, once asked.
    """

    pointers: Pointers
    rarity: Mapping[str, float]
    lemmas: Mapping[str, tuple[int, ...]]
    types: Mapping[str, tuple[int, ...]]
    seen: Mapping[int, Seen]
    met: dict[tuple[int, int], tuple[frozenset[str], float]] = field(default_factory=dict, repr=False)


def story_of(told: Sequence[Told], language: Language) -> Story:
    """Return what the mentions of a text, in its order, share."""
    lemmas: dict[str, tuple[int, ...]] = {}
    types: dict[str, tuple[int, ...]] = {}
    for mention in told:
        lemma, kind = mention.token.lemma_.lower(), mention.event.type
        lemmas[lemma] = (*lemmas.get(lemma, ()), mention.number)
        types[kind] = (*types.get(kind, ()), mention.number)
    sentences = sentences_of(told[0].token.doc) if told else ()
    rarity, pointers = rarity_of(sentences), pointers_of(language)
    return Story(pointers, rarity, lemmas, types, {one.number: _seen(one, rarity, pointers) for one in told})


def _seen(told: Told, rarity: Mapping[str, float], pointers: Pointers) -> Seen:
    lemma = told.token.lemma_.lower()
    return Seen(
        lemma=lemma,
        beginning=told.token.lower_[:BEGINNING],
        nouns=frozenset(pointers.families.get(lemma, ())),
        verbs=frozenset(pointers.verbs.get(lemma, ())),
        pointing=_pointing(told),
        clause=_clause(told),
        part="noun" if told.is_noun else "verb",
        anybody=told.doers.and_(told.undergoers),
        weight=sum(rarity.get(word, 1.0) for word in told.around),
    )


def _clause(told: Told) -> str:
    return "main" if told.token.head == told.token else "inner"


def _pointing(other: Told) -> str:
    if not other.is_noun:
        return "verb"
    if any(Form.DEMONSTRATIVE in child.form for child in other.token.children):
        return "demonstrative"
    bare = not other.core and other.points_back
    return "bare definite" if bare else "definite" if other.points_back else "indefinite"
