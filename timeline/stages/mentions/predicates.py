"""Roles that verbs give: « X est PDG », « X est devenue PDG », « B a nommé X PDG », « X servira de PDG »."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from timeline.model.entity import PERSON
from timeline.stages.mentions.chains import Chain, Story
from timeline.stages.mentions.phrases import RolePhrase
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.names.tokens import dependents, morph


class Giving(NamedTuple):
    """A verb that gives, takes or states a role, what it does with it, and whose role it is."""

    verb: Token
    action: str
    person: Chain


def giving_of(phrase: RolePhrase, reading: Reading) -> Giving | None:
    """Return the verb that says whose a role is, None where none does."""
    noun, story, roles = phrase.noun, reading.story, reading.roles
    copula = next((child for child in noun.children if child.dep_ in {"cop", "aux:pass"}), None)
    verb = copula if copula is not None else _giving_verb(noun, roles)
    if verb is None:
        return None
    action = "be" if copula is not None else action_of(verb, roles)
    holder = noun if copula is not None else verb
    person = argument(holder, story, ("nsubj",)) or _modified(verb, story)
    passive = is_passive(verb)
    if action in {"appoint", "remove"} and not passive:
        person = argument(verb, story, ("obj", "dobj"))
    if person is None:
        return None
    over = (action == "take" and passive) or (copula is not None and roles.perfect_is_past and _is_perfect(copula))
    return Giving(verb, "leave" if over else action, person)


def _giving_verb(noun: Token, roles: RoleWords) -> Token | None:
    """Return the verb that gives a role, straight or through « comme », « au poste de »."""
    head = noun.head
    if noun.dep_.startswith("nsubj") or noun.dep_ == "obl:agent" or head.lower_ in roles.agents:
        return None
    for _ in range(2):
        if _gives(head, roles):
            return head
        if head.lemma_.lower() not in roles.posts and head.pos_ != "ADP":
            return None
        head = head.head
    return head if _gives(head, roles) else None


def _gives(verb: Token, roles: RoleWords) -> bool:
    return action_of(verb, roles) not in {"", "hold", "assume"} and verb.pos_ in {"VERB", "AUX"}


def action_of(verb: Token, roles: RoleWords) -> str:
    """Return what a verb does with a role, its particle counted in ("take over"); "" where it does nothing."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return ""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ == "prt" and f"{lemma}_{child.lower_}" in roles.verbs:
            return roles.verbs[f"{lemma}_{child.lower_}"]
    return roles.verbs.get(lemma, "")


def argument(verb: Token, story: Story, relations: tuple[str, ...]) -> Chain | None:
    """Return the person that is an argument of a verb, or of the verb it is joined to."""
    joined = [verb.head] if verb.dep_ in {"conj", "xcomp", "advcl"} else []
    joined += [child for child in verb.children if child.dep_ == "parataxis"]
    for holder in (verb, *joined):
        for child in dependents(holder):
            if child.dep_.startswith(relations):
                chain = story.heads.get(child.i) or story.named.get(child.i)
                return chain if chain is not None and chain.type == PERSON else None
    return None


def _modified(verb: Token, story: Story) -> Chain | None:
    """Return the person that a participle says something of (« Luc Morin, nommé PDG en 2015, »)."""
    chain = story.heads.get(verb.head.i) if verb.dep_ == "acl" else None
    return chain if chain is not None and chain.type == PERSON else None


def _is_perfect(copula: Token) -> bool:
    """Tell whether a copula is « été », as in « a été maire »."""
    return morph(copula, "VerbForm") == "Part" and morph(copula, "Tense") == "Past"


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, or a participle without an auxiliary."""
    if any(child.dep_ in {"nsubj:pass", "nsubjpass", "aux:pass", "auxpass"} for child in verb.children):
        return True
    return morph(verb, "VerbForm") == "Part" and not any(child.dep_.startswith("aux") for child in verb.children)
