"""Who or what a token names: the entity, the kind of thing, and the words to quote where nobody is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from timeline.languages import Language
from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity
from timeline.model.mention import Mention
from timeline.model.time import TimeValue
from timeline.stages.entities.index import EntityIndex, entity_index
from timeline.stages.source import mention_at

KIND_OF_TYPE = {PERSON: "person", ORGANISATION: "organisation", PLACE: "place"}
UNKNOWN = frozenset({"any"})
THING = frozenset({"thing"})
# Dependents that tell more about a noun than its name: left out when a description is quoted.
LOOSE = frozenset({"acl", "acl:relcl", "relcl", "appos", "conj", "cc", "parataxis", "advcl", "punct", "case", "dep", "cop", "nsubj"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities and times of a document, looked up by token."""

    entities: EntityIndex
    temporal: frozenset[int]
    kinds: dict[str, frozenset[str]]
    persons: frozenset[str]
    pronouns: frozenset[str]

    def entity(self, token: Token) -> Entity | None:
        """Return the entity a nominal stands for, by itself or by the name beside it (« l'acteur Yann Roy »)."""
        found = self.entities.at(token)
        if found is not None or token.pos_ not in {"NOUN", "PROPN"}:
            return found
        for child in token.children:
            if child.dep_ in {"appos", "flat:name", "nmod", "compound"} and not any(c.dep_ == "case" for c in child.children):
                beside = self.entities.at(child)
                if beside is not None and beside.type == PERSON and "person" in self.kinds_of_noun(token):
                    return beside
        return None

    def is_time(self, token: Token) -> bool:
        """Tell whether a token belongs to a temporal expression."""
        return token.idx in self.temporal or token.ent_type_ in {"DATE", "TIME"}

    def kinds_of(self, token: Token) -> frozenset[str]:
        """Return the kinds of thing a nominal may name: ``person``, ``organisation``, ``place``, ``post``, ``amount``…"""
        entity = self.entity(token)
        if entity is not None:
            own = self.kinds_of_noun(token) & {"post"}
            return frozenset({KIND_OF_TYPE.get(entity.type, "thing")}) | own
        if token.lower_ in self.persons:
            return frozenset({"person"})
        if token.pos_ == "PRON" or token.lower_ in self.pronouns:
            return UNKNOWN
        if token.pos_ in {"NUM", "SYM"} or token.ent_type_ == "MONEY":
            amount = token.ent_type_ == "MONEY" or self.kinds.get(token.lower_, THING) != THING
            return frozenset({"amount"}) if amount else UNKNOWN
        return self.kinds_of_noun(token)

    def kinds_of_noun(self, token: Token) -> frozenset[str]:
        """Return the kinds that a noun itself tells, whoever it stands for."""
        found = self.kinds.get(token.lemma_.lower()) or self.kinds.get(token.lower_)
        if found:
            return found
        return UNKNOWN if token.pos_ == "PROPN" else THING


def cast_of(entities: Iterable[Entity], times: Iterable[TimeValue], language: Language) -> Cast:
    """Lay out the entities and times of a document for look-up."""
    kinds, persons, pronouns = _lexicon(language)
    temporal = {offset for time in times if time.mention for offset in range(time.mention.start, time.mention.end)}
    return Cast(entity_index(entities), frozenset(temporal), kinds, persons, pronouns)


def description(token: Token) -> Mention:
    """Return the noun phrase of a token, without the clauses and asides that hang on it.

    « Le patron du club, qui… » gives « Le patron du club ».
    """
    kept = {token.i}
    for child in token.children:
        if child.dep_ not in LOOSE and not (child.dep_ == "nmod" and child.i - token.i > 8):
            kept.update(part.i for part in child.subtree if part.dep_ != "punct")
    first = last = token.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    doc = token.doc
    return mention_at(doc, doc[first].idx, doc[last].idx + len(doc[last]), kind="PRO" if token.pos_ == "PRON" else "NOM")


@cache
def _lexicon(language: Language) -> tuple[dict[str, frozenset[str]], frozenset[str], frozenset[str]]:
    data = language.data("participants")
    kinds: dict[str, frozenset[str]] = {}
    for kind, words in data.get("kinds", {}).items():
        for word in words.split():
            kinds[word] = kinds.get(word, frozenset()) | {kind}
    for words in language.data("roles").get("roles", {}).values():
        for word in words.replace("/", " ").split():
            kinds[word.lower()] = kinds.get(word.lower(), frozenset()) | {"person"}
    grammar = data.get("grammar", {})
    pronouns = frozenset(grammar.get("any_pronouns", "").split()) | frozenset(grammar.get("possessives", "").split())
    return kinds, frozenset(grammar.get("person_pronouns", "").split()), pronouns
