"""Mentions of one event brought together: « Altman a été évincé … l'expulsion d'Altman … le retrait d'Altman ».

Precision first: two mentions are one event when they tell one type of event, at least one of them points back (a noun
with a definite article or a possessive), their participants share somebody and contradict each other nowhere, and their
times do not differ. Two clauses with verbs of their own are two events unless the text says the same words of the same people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.languages import Language
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.participants import Participant
from timeline.model.time import TimeValue
from timeline.stages.events.syntax import OBJECTS, VERBAL, Grammar, clause_of

# Types of event that befall a person, or a thing, only once in a story as a rule; the others need more to be joined.
UNIQUE = frozenset({"Life.Die", "Life.Be-Born", "Personnel.End-Position", "Business.Declare-Bankruptcy", "Business.End-Org"})
# Types that are told so often, and of so many things, that a shared speaker says nothing.
LOOSE = ("Communication.", "Change.", "Contact.Phone-Write", "Movement.")
REACH = 40  # sentences between two mentions of one event


@dataclass(frozen=True, slots=True)
class Told:
    """One mention of an event, with what joining looks at."""

    event: Event
    token: Token
    sentence: int
    times: frozenset[str]
    types: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """Language data of joining: which words point back, which say "another one"."""

    definite: frozenset[str]
    others: frozenset[str]
    families: dict[str, str]


def join(told: Sequence[Told], language: Language, grammar: Grammar) -> list[list[Told]]:
    """Group the mentions of one event, in the order of the text."""
    words = words_of(language)
    groups: list[list[Told]] = []
    for mention in told:
        home = next((group for group in reversed(groups) if _is_same(group, mention, words, grammar)), None)
        if home is None:
            groups.append([mention])
        else:
            home.append(mention)
    return groups


def words_of(language: Language) -> Words:
    """Return the language data of joining."""
    data = language.data("joining")
    families = {
        word: family.split()[0] for family in data.get("families", {}).get("words", ()) for word in family.split()
    }
    pointers = data.get("pointers", {})
    return Words(frozenset(pointers.get("definite", "").split()), frozenset(pointers.get("others", "").split()), families)


def times_near(token: Token, times: Sequence[TimeValue]) -> frozenset[str]:
    """Return the values of the times in the clause of a trigger."""
    if token.pos_ in VERBAL:
        clause = token
    else:
        clause = clause_of(token)
    own = {part.idx for part in clause.subtree} if token.pos_ in VERBAL else {part.idx for part in token.subtree}
    return frozenset(time.timex3 for time in times if time.mention and time.mention.start in own and time.type in {"DATE", "TIME"})


def _is_same(group: list[Told], mention: Told, words: Words, grammar: Grammar) -> bool:
    last = group[-1]
    if mention.sentence - last.sentence > REACH:
        return False
    if any(_is_light_pair(one.token, mention.token, grammar) for one in group):
        return True
    if not all(_is_compatible(one, mention) for one in group):
        return False
    if _names_another(mention.token, words):
        return False
    return any(_is_again(one, mention, words) for one in group)


def _is_light_pair(first: Token, second: Token, grammar: Grammar) -> bool:
    """Tell a verb without a meaning of its own from the noun that tells the event: « remettre sa démission »."""
    noun, verb = (second, first) if first.pos_ in VERBAL else (first, second)
    return noun.head == verb and noun.dep_ in OBJECTS and verb.lemma_ in grammar.support


def _is_compatible(one: Told, other: Told) -> bool:
    """Tell whether nothing speaks against two mentions being of one event."""
    if one.event.type != other.event.type and not _may_mean(one, other):
        return False
    if one.times and other.times and not one.times & other.times:
        return False
    if "negated" in {one.event.factuality, other.event.factuality} and one.event.factuality != other.event.factuality:
        return False
    for role in set(one.event.participants) & set(other.event.participants):
        ours, theirs = _named(one.event.participants[role]), _named(other.event.participants[role])
        if ours and theirs and not ours & theirs and role not in {"agent", "organisation", "position"}:
            return False
    places = (_named(one.event.participants.get("place", ())), _named(other.event.participants.get("place", ())))
    return not (places[0] and places[1] and not places[0] & places[1])


def _is_again(one: Told, other: Told, words: Words) -> bool:
    """Tell whether a later mention takes up an earlier one."""
    kind = one.event.type
    shared = _shared_core(one.event, other.event)
    noun = one.token.pos_ == "NOUN" or other.token.pos_ == "NOUN"
    related = _family(one.token, words) == _family(other.token, words)
    if kind == "Other":
        return related and noun and _points_back(other.token, words) and _near(one, other, 3) and _agree(one, other)
    if kind.startswith(LOOSE):
        return related and noun and _points_back(other.token, words) and _near(one, other, 2)
    if shared and (noun or related):
        return kind in UNIQUE or related or _points_back(other.token, words)
    if other.token.pos_ == "NOUN" and _points_back(other.token, words) and _near(one, other, 3):
        return related or not _core(other.event) or _described_alike(one, other)
    return False


def _may_mean(one: Told, other: Told) -> bool:
    """Tell whether an ambiguous noun may tell an earlier event of the same person: « évincé … l'expulsion d'Ada »."""
    shared = _shared_core(one.event, other.event)
    return one.event.type in UNIQUE & other.types and other.token.pos_ == "NOUN" and bool(shared)


def _core(event: Event) -> set[Participant]:
    return {player for role, players in event.participants.items() if role not in {"agent", "organisation", "position", "place"} for player in players}


def _shared_core(one: Event, other: Event) -> set[Entity]:
    """Return the named participants that two events share in the roles that make them what they are."""
    roles = ("person", "victim", "patient", "artifact", "defendant", "target", "winner", "loser", "participant", "organisation")
    ours = {player for role in roles for player in one.participants.get(role, ()) if isinstance(player, Entity)}
    theirs = {player for role in roles for player in other.participants.get(role, ()) if isinstance(player, Entity)}
    people = {player for player in ours & theirs if player.type == "PERSON"}
    return people or (ours & theirs if not any(player.type == "PERSON" for player in ours | theirs) else set())


def _described_alike(one: Told, other: Told) -> bool:
    ours = {str(player).lower().split()[-1] for player in _core(one.event)}
    theirs = {str(player).lower().split()[-1] for player in _core(other.event)}
    return bool(ours & theirs) or not (ours and theirs)


def _agree(one: Told, other: Told) -> bool:
    return not _core(other.event) or _described_alike(one, other)


def _points_back(token: Token, words: Words) -> bool:
    return any(child.lower_ in words.definite for child in token.children if child.dep_.startswith(("det", "poss")))


def _names_another(token: Token, words: Words) -> bool:
    return any(child.lower_ in words.others or child.lemma_ in words.others for child in token.children)


def _near(one: Told, other: Told, reach: int) -> bool:
    return 0 <= other.sentence - one.sentence <= reach


def _family(token: Token, words: Words) -> str:
    lemma = token.lemma_.lower()
    return words.families.get(lemma, lemma)


def _named(players: Sequence[Participant]) -> frozenset[Entity]:
    return frozenset(player for player in players if isinstance(player, Entity))
