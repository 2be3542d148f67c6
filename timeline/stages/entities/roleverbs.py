"""Roles that verbs give, take and hold: « X est devenue PDG », « B a nommé X PDG », « qui dirigeait X depuis 2015 »."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from timeline.model.entity import PERSON
from timeline.stages.entities.chains import Chain, Story
from timeline.stages.entities.periods import Period, period_of
from timeline.stages.entities.rolephrases import RolePhrase
from timeline.stages.entities.rolewords import RoleWords
from timeline.stages.entities.tokens import dependents, morph


class Role(NamedTuple):
    """A role said of a person: its title, the body, its standing, the tokens that say so, and for how long it was."""

    person: Chain
    title: str
    organisation: Chain | None
    status: str
    start: int
    end: int
    lasting: bool = False
    forms: tuple[str, ...] = ()
    period: Period = Period()


def role_by_verb(phrase: RolePhrase, story: Story, roles: RoleWords) -> Role | None:
    """Read a role that a verb gives: « X est PDG », « X devient PDG », « B a nommé X PDG », « X servira de PDG »."""
    noun = phrase.noun
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
    status = phrase.status or standing(verb, "leave" if over else action)
    return Role(
        person, phrase.title, phrase.organisation, status, min(verb.i, phrase.start), max(verb.i + 1, phrase.end)
    )


def role_held(doc: Doc, verb: Token, sentence: Span, story: Story, roles: RoleWords) -> Role | None:
    """Read how long somebody held what is named elsewhere: « qui dirigeait Valtor depuis 2015 »."""
    person = argument(verb, story, ("nsubj",))
    if person is None or verb.pos_ not in {"VERB", "AUX"} or is_passive(verb):
        return None
    last = max((child.right_edge.i for child in verb.children if child.dep_ in {"obj", "dobj"}), default=verb.i)
    period = period_of(doc, verb.i, verb.i + 1, sentence, roles)
    if not any(period):
        return None
    led = next((story.heads.get(child.i) for child in verb.children if child.dep_ in {"obj", "dobj"}), None)
    body = led if led is not None and led.type != PERSON else None
    return Role(person, "", body, "former" if period.until else "current", verb.i, last + 1, period=period)


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


def standing(verb: Token, action: str) -> str:
    """Return how a role stands after what a verb tells of it."""
    tenses = {morph(verb, "Tense")} | {morph(child, "Tense") for child in verb.children if child.pos_ == "AUX"}
    if action in {"leave", "remove"}:
        return "former"
    modal = any(child.tag_ == "MD" for child in verb.children)
    if "Fut" in tenses or modal or morph(verb, "Mood") == "Cnd":
        return "current" if action == "stay" else "future"
    if action in {"be", "stay"} and (tenses & {"Past", "Imp"}) and morph(verb, "VerbForm") != "Part":
        return "former"
    return "current"
