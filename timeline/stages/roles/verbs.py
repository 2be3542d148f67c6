"""How a role stands after what a verb tells of it, and how long it was held (« qui dirigeait X depuis 2015 »)."""

from __future__ import annotations

from spacy.tokens import Span, Token

from timeline.model.entity import ORGANISATION, PERSON
from timeline.stages.mentions.predicates import argument, is_passive
from timeline.stages.mentions.reading import Reading
from timeline.stages.roles.periods import period_of
from timeline.stages.roles.role import Role
from timeline.syntax import Role as Function
from timeline.syntax import role_of, word_at
from timeline.syntax.verbgroup import Modality, Tense
from timeline.syntax.verbs import verb_group
from timeline.syntax.voice import SUBJECTS


def role_held(verb: Token, sentence: Span, reading: Reading) -> Role | None:
    """Read how long somebody held what is named elsewhere: « qui dirigeait Valtor depuis 2015 »."""
    person = argument(verb, reading.story, SUBJECTS)
    if person is None or verb.pos_ not in {"VERB", "AUX"} or is_passive(verb):
        return None
    last = max((child.right_edge.i for child in verb.children if role_of(child) == Function.OBJECT), default=verb.i)
    period = period_of(verb.i, verb.i + 1, sentence, reading.roles)
    led = next((reading.story.heads.get(child.i) for child in verb.children if role_of(child) == Function.OBJECT), None)
    body = led if led is not None and led.type != PERSON else None
    titles = (
        reading.roles.words.led.get(verb.lemma_.lower(), ()) if led is not None and led.type == ORGANISATION else ()
    )
    if not any(period) and not titles:
        return None
    title = titles[person.gender == "f" and len(titles) > 1] if titles else ""
    status = "former" if period.until or (title and _is_over(verb, reading)) else "current"
    forms = titles if len(titles) > 1 else ()
    return Role(person, title, body, status, verb.i, last + 1, forms=forms, period=period)


def _is_over(verb: Token, reading: Reading) -> bool:
    """Tell « elle dirigeait Clio » and « elle a dirigé Clio », "she ran Clio"; not "she has run Clio"."""
    group = verb_group(word_at(verb))
    if group is None or group.tense != Tense.PAST:
        return False
    return reading.roles.words.perfect_is_past or not group.perfect


def standing(verb: Token, action: str) -> str:
    """Return how a role stands after what a verb tells of it."""
    if action in {"leave", "remove"}:
        return "former"
    group = verb_group(word_at(verb))
    if group is None:
        return "current"
    if group.tense == Tense.FUTURE:
        return "current" if action == "stay" else "future"
    over = group.tense == Tense.PAST and (not group.perfect or group.modality != Modality.NONE)
    return "former" if over and action in {"be", "stay"} else "current"
