"""How a role stands after what a verb tells of it, and how long it was held (« qui dirigeait X depuis 2015 »)."""

from __future__ import annotations

from spacy.tokens import Span, Token

from timeline.model.entity import PERSON
from timeline.stages.mentions.predicates import argument, is_passive
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.tokens import morph
from timeline.stages.roles.periods import period_of
from timeline.stages.roles.role import Role


def role_held(verb: Token, sentence: Span, reading: Reading) -> Role | None:
    """Read how long somebody held what is named elsewhere: « qui dirigeait Valtor depuis 2015 »."""
    person = argument(verb, reading.story, ("nsubj",))
    if person is None or verb.pos_ not in {"VERB", "AUX"} or is_passive(verb):
        return None
    last = max((child.right_edge.i for child in verb.children if child.dep_ in {"obj", "dobj"}), default=verb.i)
    period = period_of(verb.i, verb.i + 1, sentence, reading.roles)
    if not any(period):
        return None
    led = next((reading.story.heads.get(child.i) for child in verb.children if child.dep_ in {"obj", "dobj"}), None)
    body = led if led is not None and led.type != PERSON else None
    return Role(person, "", body, "former" if period.until else "current", verb.i, last + 1, period=period)


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
