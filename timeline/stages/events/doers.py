"""Who did what a clause tells without saying who: « L'agresseur est tué », « les négociations », "to sell the firm".

Read from what stands nearest: the verb that the words hang on, an event before in the sentence, the sentence before.
What is found so is marked as inferred.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.languages import language_or_fallback
from timeline.languages.grammar import Form, Role
from timeline.model.entity import PERSON
from timeline.model.participants import Participant
from timeline.stages.events.antecedents import antecedent_of
from timeline.stages.events.cast import Cast
from timeline.stages.events.participants import players_of
from timeline.stages.events.types import Frame
from timeline.syntax.arguments import arguments
from timeline.syntax.functions import Grammar
from timeline.syntax.phrases import clause_of
from timeline.syntax.subjects import surface_subjects
from timeline.syntax.verbs import verb_group
from timeline.syntax.voice import VERBAL, is_finite, is_participle, is_passive
from timeline.syntax.words import Word

ANYBODY = frozenset({"person", "organisation", "place"})
SPEECH, FIGHT = "Communication.", "Conflict.Attack"
HARM = frozenset({"Life.Die", "Life.Injure", "Conflict.Attack", "Justice.Arrest-Jail"})
#: What institutions do not do unnamed: « il est accusé », « un policier a été tué ».
UNOFFICIAL = ("Communication.Criticise", "Life.", "Conflict.")
LEAST, LEAD = 3, 2  # deeds of a story's protagonist, and how many times those of the next
BESIDE_VERBS = frozenset({Role.OBJECT, Role.ADJUNCT, Role.PREPOSITION_OBJECT, Role.CONJUNCT, Role.OPEN_COMPLEMENT})
REPORTED = frozenset({Role.CLAUSE_COMPLEMENT, Role.PARATAXIS})
CLIMB = 6  # heads to the verb that a word hangs on
REACH = 12  # words from a passive to its « par »


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of an event that says who did it: its word, its type, and the words that name the doers."""

    token: Word
    type: str
    doers: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Deeds:
    """The mentions of events that say who did them, in the order of the text, and after each the story's protagonist.

    That is the word of the body that a story has do most so far, by far; None where there is none.
    """

    told: Sequence[Told]
    protagonists: Sequence[Word | None]


def deeds_of(told: Sequence[Told], cast: Cast) -> Deeds:
    """Read who a story has do most, mention by mention."""
    counts: Counter[str] = Counter()
    last: dict[str, Word] = {}
    first, second, leader = 0, 0, ""
    found: list[Word | None] = []
    for one in told:
        for word in one.doers:
            entity = cast.entity(word)
            if entity is None or entity.type == PERSON:
                continue
            last[entity.id] = word
            counts[entity.id] += 1
            if entity.id == leader or counts[entity.id] > first:
                second = second if entity.id == leader else first
                first, leader = counts[entity.id], entity.id
            else:
                second = max(second, counts[entity.id])
        found.append(last[leader] if first >= LEAST and first >= LEAD * second else None)
    return Deeds(told, found)


def told_doers(token: Word, cast: Cast, grammar: Grammar) -> tuple[Word, ...]:
    """Return whom « par » names behind a passive, wherever the parser hung it (« laissée ouverte par l'armée »)."""
    if token.pos_ not in VERBAL or not is_passive(token):
        return ()
    for word in token.doc[token.i + 1 : min(token.i + REACH, token.sent.end)]:
        if word.pos_ in VERBAL and is_finite(word):
            return ()
        if "agent" in grammar.prepositions.get(word.lower_, ()) and word.pos_ == "ADP":
            noun = word.head if word.head.i > word.i else next(iter(word.rights), None)
            if noun is None or not (cast.kinds_of(noun) & ANYBODY or noun.pos_ == "PROPN"):
                return ()
            return (noun,)
    return ()


def inferred_doers(
    token: Word, frame: Frame, known: Iterable[Participant], deeds: Deeds, cast: Cast, grammar: Grammar
) -> tuple[Participant, ...]:
    """Return who most likely did what a trigger tells, nobody where nothing near says it.

    Parameters
    ----------
    token, frame
        The trigger and the frame it tells; an event that nobody does (« tomber ») has no doer.
    known : iterable of Entity or Mention
        Who takes part already: nobody does a thing to oneself.
    deeds : Deeds
        Of the story.
    cast, grammar
    """
    if not _lacks_doer(token, frame):
        return ()
    spoken = [word for words in _speaking(token, frame, grammar) for word in words if _may_do(word, token, cast)]
    if spoken:
        return tuple(player for word in spoken for player in players_of(word, cast))
    others = set(known)
    for words in (*_governing(token, grammar), *_before(token, frame, deeds.told), *_protagonist(token, frame, deeds)):
        players = [player for word in words if _may_do(word, token, cast) for player in players_of(word, cast)]
        if players and others.isdisjoint(players):
            return tuple(players)
    return ()


def _lacks_doer(token: Word, frame: Frame) -> bool:
    """Tell whether somebody does what a trigger tells, and its clause does not say who.

    A participle that describes a noun looks no further (« une agence créée en 2009 »).
    """
    if frame.roles.get("subject", ())[:1] != ("agent",):
        return False
    if token.pos_ in VERBAL:
        describes = token.role in {Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.ADJECTIVE}
        return is_passive(token) and not describes if is_participle(token) else not is_finite(token)
    return bool(frame.name) or token.role != Role.ROOT


def _governing(token: Word, grammar: Grammar) -> Iterator[tuple[Word, ...]]:
    """Yield the subjects of the verbs that a passive hangs on, the nearest first.

    Those of a noun's verb are often others; those of an active verb's are its own by syntax, or somebody else's.
    """
    if token.pos_ not in VERBAL or not is_passive(token):
        return
    for word in _above(token):
        group = verb_group(word)
        if group is None:
            continue
        if group.passive:
            yield tuple(a.token for a in arguments(word, grammar) if a.slot == "agent")
            continue
        if word.lemma_ in grammar.speech and not _is_ahead(token):
            return
        if _befalls(word):
            continue
        subjects = surface_subjects(word, grammar)
        if subjects and not any(token in subject.subtree for subject in subjects):
            yield subjects


def _befalls(verb: Word) -> bool:
    """Tell what nobody does to others: « un pompier est mort, trois autres ont été blessés »."""
    return verb.lemma_ in language_or_fallback(verb.code).verbs.unaccusative


def _above(token: Word) -> Iterator[Word]:
    """Yield the words that one hangs on, up to who says that something was done, which is not who did it."""
    word, ahead = token, _is_ahead(token)
    for _ in range(CLIMB):
        if word.head == word or (word.role in REPORTED and not ahead):
            return
        word = word.head
        yield word


def _speaking(token: Word, frame: Frame, grammar: Grammar) -> Iterator[tuple[Word, ...]]:
    """Yield who speaks in the clause of a noun for speech: « Lors d'une conférence de presse, la ministre a dit… »."""
    if token.pos_ in VERBAL or not frame.type.startswith(SPEECH):
        return
    verb = clause_of(token)
    if verb != token and verb.lemma_ in grammar.speech and not is_passive(verb):
        yield surface_subjects(verb, grammar)


def _is_ahead(token: Word) -> bool:
    """Tell what is to be done: whoever announces it does it."""
    if token.pos_ not in VERBAL:
        return False
    group = verb_group(token)
    return group is not None and (group.tense.name == "FUTURE" or Form.INFINITIVE in token.form)


def _place(one: Told) -> int:
    return one.token.i


def _before(token: Word, frame: Frame, told: Sequence[Told]) -> Iterator[tuple[Word, ...]]:
    """Yield the doers of the events before: for a noun of its own clause, for harm of the fight just told.

    « Volta annonce la vente »; « Le RAID donne l'assaut. Le tireur est tué. » Others are as often wrong as right, as is
    what a noun deeper in the clause tells: « Volta fait face à une grève », « craint la fin de la trêve ».
    """
    verbal = token.pos_ in VERBAL
    if not verbal and token.role not in BESIDE_VERBS:
        return
    for number in reversed(range(bisect_left(told, token.i, key=_place))):
        one = told[number]
        if one.type.startswith(SPEECH):
            continue
        back = token.sent.number - one.token.sent.number
        if back > 1 or (back and not verbal):
            return
        fought = verbal and frame.type in HARM and one.type == FIGHT
        if fought if back else (fought or (not verbal and clause_of(token) == clause_of(one.token))):
            yield one.doers


def _protagonist(token: Word, frame: Frame, deeds: Deeds) -> Iterator[tuple[Word, ...]]:
    """Yield the word of the body that a story has do most so far, for a passive that nothing near explains.

    A passive without a doer hides an institution more often than a person.
    """
    official = token.pos_ in VERBAL and not frame.type.startswith(UNOFFICIAL)
    before = bisect_left(deeds.told, token.i, key=_place) if official else 0
    leader = deeds.protagonists[before - 1] if before else None
    if leader is not None:
        yield (leader,)


def _may_do(word: Word, token: Word, cast: Cast) -> bool:
    if word.pos_ in {"PRON", "DET"} and cast.entity(word) is None:
        taken_up = antecedent_of(word, cast)
        if taken_up is None:
            return False
        word = taken_up
    return bool(cast.kinds_of(word) & ANYBODY) and word != token and not cast.is_time(word)
