"""Drafts of a headline: one of each mention of an event, and what it wants of a good one."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from timeline.languages.grammar import Role
from timeline.languages.headlines import Told
from timeline.model.event import Event
from timeline.stages.events.naming import Desk
from timeline.syntax.clauses import auxiliaries_of
from timeline.syntax.phrases import slots_of
from timeline.syntax.voice import SUBJECTS, VERBAL
from timeline.syntax.words import Word

# What a headline may want, and how much that takes from it: of an event's mentions, the one that wants least tells it.
FAULTS = {
    "lone word": 12,  # « Interpellation »
    "bare noun": 8,  # « Transmission locale »
    "fragment": 10,  # a verb without anybody who does it: « Devra présider »
    "pointing": 2,  # « Cette décision inquiète »: nothing to who has not read the text
    "pronoun": 6,  # « Il décède »
    "question": 10,  # "What caused the crash"
    "own words": 4,  # the parse tells no clause
    "otherwise": 4,  # this mention stands otherwise than the event: « pourrait partir » of one who left
    "of a mention": 6,  # the object of a verb that is a mention too: « remporte | sa victoire »
    "behind": 2,  # beyond the title and the lead
    "of another word": 3,  # the clause over a noun
    "noun": 3,  # « Départ d'Ada Roy »
    "unsaid": 4,  # « Le maire déclare »
    "bare verb": 4,  # « Le maire réagit »
    "bare passive": 1,  # « Le maire est arrêté »
    "bare subject": 3,  # « Le programme aide les villes »
    "attribute": 4,  # « Des négociations sont acharnées »
}
FRONT = 1  # number of the last sentence that is title or lead
BARE = frozenset({"bare verb", "bare passive", "unsaid"})


@dataclass(frozen=True, slots=True)
class Room:
    """Characters of a subject, and of each phrase behind its verb; whether a name is enough of a person described.

    What is `heard` is what somebody says, which says nothing in its turn: "Ada Roy says: Volta buys a plant".
    """

    subject: int
    rest: int
    named: bool = False
    heard: bool = False

    def of_speech(self, characters: int) -> Room:
        """Return what is left for what somebody says, within fewer characters."""
        return Room(min(self.subject, characters), min(self.rest, characters), self.named, heard=True)


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention of an event: its word, whom a noun is of as its frame has it, and how the event stands there."""

    token: Word
    owners: tuple[Word, ...] = ()
    factuality: str = "factual"


@dataclass(frozen=True, slots=True)
class Draft:
    """A headline, and what it wants, by the names of `FAULTS`."""

    text: str
    wants: tuple[str, ...] = ()

    @property
    def cost(self) -> int:
        """How much is wanting."""
        return sum(FAULTS[name] for name in self.wants)


def wanting(asked: dict[str, bool]) -> tuple[str, ...]:
    """Return the names of the faults that there are."""
    return tuple(name for name, found in asked.items() if found)


def wants_around(telling: Telling, event: Event, told: Container[int], desk: Desk) -> tuple[str, ...]:
    """Return what a mention wants beside its own words: where it stands, what it hangs on, how it stands."""
    token = telling.token
    asked = {
        "otherwise": telling.factuality != event.factuality,
        "of a mention": is_noun(token) and token.head != token and token.head.i in told,
        "attribute": token.head.i in told and _is_attribute(token, desk),
        "behind": token.sent.number > FRONT,
    }
    return wanting(asked)


def wants_of(told: Told, desk: Desk, *, over: bool) -> tuple[str, ...]:
    """Return what a headline wants."""
    if told.group is None:
        return ("noun",) if told.rest else ("bare noun",) if " " in told.subject else ("lone word",)
    passive = not told.rest and not told.group.predicate and told.group.passive
    bare = not told.rest and not told.group.predicate and not told.group.passive
    unsaid = bare and told.group.lemma in desk.grammar.speech
    asked = {
        "pronoun": told.pronoun,
        "unsaid": unsaid,
        "bare verb": bare and not unsaid,
        "bare passive": passive,
        "bare subject": not told.pronoun and _is_bare(told.subject, desk),
        "question": told.subject.lower().split(" ")[0] in desk.asking,
        "of another word": over,
    }
    return wanting(asked)


def _is_bare(subject: str, desk: Desk) -> bool:
    """Tell « le programme », "the jets", « l'affaire » from « le programme spatial », « Volta », « deux hommes »."""
    words = subject.replace("'", "' ").split()
    return len(words) == 2 and desk.articles.get(words[0], words[0]) in desk.definite and words[1].islower()


def _is_attribute(participle: Word, desk: Desk) -> bool:
    """Tell what only describes the noun before it: « des négociations | acharnées avec les élus »."""
    if participle.role != Role.NOUN_CLAUSE or participle.head.i != participle.i - 1:
        return False
    return not any(
        desk.cast.is_date(child) or child.role == Role.AGENT or "agent" in slots_of(child, desk.grammar)
        for child in participle.children
    )


def is_noun(token: Word) -> bool:
    """Tell a noun from a verb, a predicate, and a verb that the tagger took for a noun."""
    predicate = any(child.role in SUBJECTS for child in token.children)
    return token.pos_ not in VERBAL and not auxiliaries_of(token) and token.pos_ != "ADJ" and not predicate
