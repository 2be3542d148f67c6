"""Mentions of one event brought together: « Altman a été évincé … l'expulsion d'Altman … le retrait d'Altman ».

Precision first: two mentions are one event when they tell one type of event, at least one of them points back (a noun
with a definite article or a possessive), their participants share somebody and contradict each other nowhere, and their
times do not differ. Two clauses with verbs of their own are two events unless the text says the same words of the same people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.languages import Language
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.participants import Participant
from timeline.model.time import TimeValue
from timeline.stages.events.syntax import OBJECTS, SUBJECTS, VERBAL, Grammar
from timeline.stages.events.types import lexicon_of
from timeline.stages.source import related_sentences

# Types of event that befall a person, or a thing, only once in a story as a rule; the others need more to be joined.
UNIQUE = frozenset({"Life.Die", "Life.Be-Born", "Personnel.End-Position", "Business.Declare-Bankruptcy", "Business.End-Org"})
# Types that are told so often, and of so many things, that a shared speaker says nothing.
LOOSE = ("Communication.", "Change.", "Contact.Phone-Write", "Movement.")
CLAUSES = frozenset({"acl", "acl:relcl", "relcl", "advcl", "ccomp", "conj", *SUBJECTS})
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
    definite_singular: frozenset[str]
    others: frozenset[str]
    families: dict[str, tuple[str, ...]]


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


def remention_candidates(doc: Doc, language: Language, known: frozenset[int]) -> list[Token]:
    """Return nouns that no detector took for an event and that may take up one told before: « … . L'acquittement met fin… »."""
    words, lexicon = words_of(language), lexicon_of(language)
    families = {noun for nouns in words.families.values() for noun in nouns}
    return [
        token
        for sentence in related_sentences(doc)
        for token in sentence
        if token.pos_ == "NOUN"
        and token.i not in known
        and (token.lemma_.lower() in families or ("nouns", token.lemma_.lower()) in lexicon.words)
        and _points_back(token, words)
    ]


def words_of(language: Language) -> Words:
    """Return the language data of joining."""
    data = language.data("joining")
    families = {family.split()[0]: tuple(family.split()[1:]) for family in data.get("families", {}).get("words", ())}
    pointers = data.get("pointers", {})
    return Words(
        frozenset(pointers.get("definite", "").split()),
        frozenset(pointers.get("definite_singular", "").split()),
        frozenset(pointers.get("others", "").split()), families)


def times_near(token: Token, times: Sequence[TimeValue]) -> frozenset[str]:
    """Return the values of the times in the clause of a trigger."""
    near = [child for child in token.children if child.dep_ not in CLAUSES]
    near += [inner for child in near for inner in child.children if inner.dep_ not in CLAUSES and token.pos_ in VERBAL]
    own = {part.idx for part in near} | {part.idx for word in near for part in word.children}
    return frozenset(
        time.timex3
        for time in times
        if time.mention and time.type in {"DATE", "TIME"} and own & set(range(time.mention.start, time.mention.end))
    )


def _is_same(group: list[Told], mention: Told, words: Words, grammar: Grammar) -> bool:
    last = group[-1]
    if mention.sentence - last.sentence > REACH:
        return False
    if any(_is_light_pair(one.token, mention.token, grammar) for one in group):
        return True
    first = group[0]
    if first.event.type != mention.event.type and not _may_mean(first, mention, words):
        return False
    if not all(_is_compatible(one, mention) for one in group):
        return False
    if _names_another(mention.token, words):
        return False
    return any(_is_again(one, mention, words) for one in group)


def _is_light_pair(first: Token, second: Token, grammar: Grammar) -> bool:
    """Tell a verb without a meaning of its own from the noun that tells the event: « remettre sa démission »."""
    noun, verb = (second, first) if first.pos_ in VERBAL else (first, second)
    return noun.head == verb and noun.dep_ in OBJECTS and verb.lemma_ in grammar.light and noun.pos_ == "NOUN"


def _is_compatible(one: Told, other: Told) -> bool:
    """Tell whether nothing speaks against two mentions being of one event."""
    if one.times and other.times and all(_differ(ours, theirs) for ours in one.times for theirs in other.times):
        return False
    if not _may_stand_alike(one, other):
        return False
    for role in set(one.event.participants) & set(other.event.participants):
        ours, theirs = _named(one.event.participants[role]), _named(other.event.participants[role])
        if ours and theirs and not ours & theirs and role not in {"agent", "position"}:
            return False
    places = (_named(one.event.participants.get("place", ())), _named(other.event.participants.get("place", ())))
    return not (places[0] and places[1] and not places[0] & places[1])


def _is_again(one: Told, other: Told, words: Words) -> bool:
    """Tell whether a later mention takes up an earlier one."""
    kind = one.event.type
    shared = _shared_core(one.event, other.event)
    noun = one.token.pos_ == "NOUN" or other.token.pos_ == "NOUN"
    related = _are_related(one.token, other.token, words)
    if kind == "Other":
        return related and noun and _points_back(other.token, words) and _near(one, other, 3) and _described_alike(one, other, words)
    if kind.startswith(LOOSE):
        return related and noun and _points_back(other.token, words) and _near(one, other, 2)
    if shared and noun:
        return kind in UNIQUE or related or _points_back(other.token, words)
    if shared and related:
        return kind in UNIQUE or bool(one.times & other.times)
    if other.token.pos_ == "NOUN" and _points_back(other.token, words) and _near(one, other, 3):
        bare = not _nominal_core(other.event) and _near(one, other, 1)
        return (related or kind in UNIQUE or bare) and _described_alike(one, other, words)
    return False


def _differ(one: str, other: str) -> bool:
    """Tell whether two TIMEX3 values name different times for sure: two weekdays, two years, not a Friday and a week-end."""
    if one[:4].isdigit() and other[:4].isdigit() and one[:4] != other[:4]:
        return True
    return one != other and re.sub(r"\d", "0", one) == re.sub(r"\d", "0", other)


def _may_stand_alike(one: Told, other: Told) -> bool:
    """Tell whether two mentions may differ in standing: what may or will happen is soon taken up by a bare noun, not later."""
    standings = {one.event.factuality, other.event.factuality}
    if len(standings) == 1 or standings <= {"factual", "reported"}:
        return True
    if "negated" in standings and "factual" in standings:
        return False
    return _near(one, other, 2)


def _may_mean(one: Told, other: Told, words: Words) -> bool:
    """Tell whether a noun may tell an earlier event of another type: « évincé … l'expulsion d'Ada », « condamné à … la condamnation »."""
    if other.token.pos_ != "NOUN" or "Other" in {one.event.type, other.event.type}:
        return False
    if one.token.pos_ in VERBAL and _is_derived(other.token, one.token, words):
        return True
    return one.event.type in UNIQUE & other.types and bool(_shared_core(one.event, other.event))


def _core(event: Event) -> set[Participant]:
    return {player for role, players in event.participants.items() if role not in {"agent", "organisation", "position", "place"} for player in players}


def _shared_core(one: Event, other: Event) -> set[Entity]:
    """Return the named participants that two events share in the roles that make them what they are."""
    roles = ("person", "victim", "patient", "artifact", "defendant", "target", "winner", "loser", "participant", "organisation")
    ours = {player for role in roles for player in one.participants.get(role, ()) if isinstance(player, Entity)}
    theirs = {player for role in roles for player in other.participants.get(role, ()) if isinstance(player, Entity)}
    people = {player for player in ours & theirs if player.type == "PERSON"}
    return people or (ours & theirs if not any(player.type == "PERSON" for player in ours | theirs) else set())


def _described_alike(one: Told, other: Told, words: Words) -> bool:
    """Tell whether the later mention's participants may be the earlier's: the same words, or a description of a name."""
    ours, theirs = _nominal_core(one.event), _nominal_core(other.event)
    if not ours or not theirs:
        return True
    heads = {str(player).lower().split()[-1] for player in ours}
    if any(str(player).lower().split()[-1] in heads for player in theirs):
        return True
    named = [player for player in ours if isinstance(player, Entity) and player.type == "PERSON"]
    described = [player for player in theirs if not isinstance(player, Entity)]
    return len(named) == 1 == len(described) == len(theirs) and _is_definite(str(described[0]), words) and _near(one, other, 2)


def _is_definite(phrase: str, words: Words) -> bool:
    first = phrase.lower().replace("'", "' ").replace("’", "' ").split()[0]
    return first in words.definite_singular


def _points_back(token: Token, words: Words) -> bool:
    return any(child.lower_ in words.definite for child in token.children if child.dep_.startswith(("det", "poss")))


def _names_another(token: Token, words: Words) -> bool:
    return any(child.lower_ in words.others or child.lemma_ in words.others for child in token.children)


def _near(one: Told, other: Told, reach: int) -> bool:
    return 0 <= other.sentence - one.sentence <= reach


def _nominal_core(event: Event) -> set[Participant]:
    return {player for player in _core(event) if isinstance(player, Entity) or player.kind != "PRO"}


def _are_related(one: Token, other: Token, words: Words) -> bool:
    """Tell whether two words are one, of one family, or have a long beginning in common (« limoger », « limogeage »)."""
    first, second = one.lemma_.lower(), other.lemma_.lower()
    if first == second or _is_derived(one, other, words) or _is_derived(other, one, words):
        return True
    shared = next((n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
    return one.pos_ != other.pos_ and shared >= max(4, len(first) * 0.6)


def _is_derived(noun: Token, verb: Token, words: Words) -> bool:
    return noun.lemma_.lower() in words.families.get(verb.lemma_.lower(), ())


def _named(players: Sequence[Participant]) -> frozenset[Entity]:
    return frozenset(player for player in players if isinstance(player, Entity))
