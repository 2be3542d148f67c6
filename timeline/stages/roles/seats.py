"""Who sits where an office is named by its seat: « à la tête de Clio », « élue à la présidence de Clio »."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from timeline.model.entity import PERSON
from timeline.stages.mentions.chains import Chain
from timeline.stages.mentions.holders import Holder, person_at
from timeline.stages.mentions.phrases import RolePhrase, role_phrase
from timeline.stages.mentions.predicates import Giving, action_of, argument, giving_of
from timeline.stages.mentions.reading import Reading
from timeline.syntax import Role as Function
from timeline.syntax import role_of
from timeline.syntax.voice import SUBJECTS


def seated(noun: Token, reading: Reading) -> Holder | None:
    """Return whom the text puts into a seat, where it names the body; the title is that of who sits there."""
    titles = reading.roles.words.seats.get(noun.lemma_.lower())
    if titles is None or noun.i in reading.story.inside:
        return None
    phrase = role_phrase(noun, reading)
    body = phrase.organisation
    if body is None or body.type == PERSON:
        return None
    giving = giving_of(phrase, reading) or _taken(noun, reading)
    person = giving.person if giving is not None else _apposed(phrase, reading)
    if person is None:
        return None
    title = titles[person.gender == "f" and len(titles) > 1]
    named = replace(phrase, title=title, forms=titles if len(titles) > 1 else ())
    start = phrase.start if giving is None else min(giving.verb.i, phrase.start)
    end = phrase.end if giving is None else max(giving.verb.i + 1, phrase.end)
    return Holder(person, named, body, start, end, giving)


def _taken(noun: Token, reading: Reading) -> Giving | None:
    """Read who takes a seat (« prend la tête de Clio »)."""
    verb = noun.head
    if role_of(noun) != Function.OBJECT or action_of(verb, reading.roles) not in {"assume", "hold"}:
        return None
    person = argument(verb, reading.story, SUBJECTS)
    return Giving(verb, "become", person) if person is not None else None


def _apposed(phrase: RolePhrase, reading: Reading) -> Chain | None:
    """Return the person right before a seat between commas (« X, à la tête de Clio depuis 2015, »)."""
    doc, at = reading.doc, phrase.start - 1
    if at < 2 or doc[at].lower_ not in reading.lexicon.words.names.role_links or doc[at - 1].text != ",":
        return None
    return person_at(reading.story, at - 2)
