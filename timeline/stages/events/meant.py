"""Whom a subject pronoun of a headline means, by who is known to take part in its event: « ils » → « les rebelles »."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.grammar import Role
from timeline.languages.headlines import Told
from timeline.model.entity import PERSON, Entity
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.participants import Participant
from timeline.stages.events.antecedents import form_of
from timeline.stages.events.naming import BESIDE, LONGEST, Desk, Phrase, is_joined, is_many, phrase_of, phrase_of_entity
from timeline.syntax.clauses import is_several
from timeline.syntax.voice import NOMINALS, SUBJECTS
from timeline.syntax.words import Word, words_within

MAIN = frozenset({Role.ROOT, Role.CONJUNCT, Role.PARATAXIS})
SOMEBODY = frozenset({"person", "organisation"})


def with_player(told: Told, pronoun: Word | None, event: Event, desk: Desk) -> Told:
    """Return a clause with whom its subject pronoun means, where one player is known who can be meant.

    Things are left as they are: of « il », two things before it agree too often.
    """
    if not told.pronoun or told.group is None or pronoun is None or form_of(pronoun, desk.cast) is None:
        return told  # « personne » is nobody
    players = event.participants.get("patient" if told.group.passive else "agent", ())
    named = _named(players[0], pronoun, desk) if len(players) == 1 else None
    if named is None or len(named.text) + len(told.rest) > LONGEST:
        return told
    plural = told.plural if named.plural is None else named.plural
    return replace(told, subject=named.text, plural=plural, feminine=named.feminine, pronoun=False)


def _named(player: Participant, pronoun: Word, desk: Desk) -> Phrase | None:
    if isinstance(player, Entity):
        return phrase_of_entity(player, pronoun, desk) if player.type == PERSON else None
    noun = _head_of(player, pronoun)
    if noun is None or noun.role not in SUBJECTS or desk.cast.kinds_of(noun).isdisjoint(SOMEBODY):
        return None
    form = form_of(pronoun, desk.cast)
    several = is_several(noun) or is_joined(noun) or is_many(noun, desk)
    if (
        noun.sent.number + 1 < pronoun.sent.number
        or noun.head.role not in MAIN
        or (form is None or form.number == "p") != several
    ):
        return None
    named = phrase_of(noun, desk, BESIDE, of=noun.head)
    return None if named.pronoun else replace(named, plural=several)


def _head_of(mention: Mention, pronoun: Word) -> Word | None:
    """Return the noun of a mention before a pronoun."""
    words = [word for word in words_within(pronoun.doc, mention.start, mention.end) if word.i < pronoun.i]
    inside = {word.i for word in words}
    return next((word for word in words if word.head.i not in inside and word.pos_ in {*NOMINALS, "ADJ"}), None)
