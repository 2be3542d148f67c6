"""How a role stands after what a verb tells of it, and how long it was held (« qui dirigeait X depuis 2015 »)."""

from __future__ import annotations

from spacy.tokens import Span, Token

from timeline.model.entity import ORGANISATION, PERSON
from timeline.stages.mentions.chains import Chain
from timeline.stages.mentions.predicates import argument, is_passive
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.tokens import lemma_among
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
    objects = [child for child in verb.children if role_of(child) == Function.OBJECT]
    led = next((reading.story.heads.get(child.i) for child in objects), reading.story.named.get(verb.i + 1))
    end = 1 + max((child.right_edge.i for child in objects), default=verb.i)
    body = led if led is not None and led.type != PERSON else None
    period = period_of(verb.i, verb.i + 1, sentence, reading.roles)
    status = "former" if period.until else "current"
    role = Role(person, "", body, status, verb.i, end, period=period)
    titles = _titles(verb, led, reading)
    return _titled(role, titles, verb, reading) if titles else role if any(period) else None


def _titled(role: Role, titles: tuple[str, ...], verb: Token, reading: Reading) -> Role:
    """Return a role with the title of who leads, over where the verb says so."""
    several = len(titles) > 1
    status = "former" if _is_over(verb, reading) else interim(verb, verb.sent, reading) or role.status
    title = titles[several and role.person.gender == "f"]
    return role._replace(title=title, forms=titles if several else (), status=status)


def interim(verb: Token, sentence: Span, reading: Reading) -> str:
    """Return "interim" where the words behind a verb say so (« dirige Clio par intérim »), "" elsewhere."""
    after = reading.doc[verb.i : sentence.end].text.lower()
    return "interim" if any(phrase in after for phrase, told in reading.roles.phrases if told == "interim") else ""


def _titles(verb: Token, led: Chain | None, reading: Reading) -> tuple[str, ...]:
    """Return the titles, for a man and for a woman, of who leads a body (« dirige Clio »)."""
    if led is None or led.type != ORGANISATION:
        return ()
    led_by = reading.roles.words.led
    return led_by.get(lemma_among(verb, led_by), ())


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
    if action == "stand_in":
        return "interim"
    group = verb_group(word_at(verb))
    if group is None:
        return "current"
    if group.tense == Tense.FUTURE:
        return "current" if action == "stay" else "future"
    over = group.tense == Tense.PAST and (not group.perfect or group.modality != Modality.NONE)
    return "former" if over and action in {"be", "stay"} else "current"
