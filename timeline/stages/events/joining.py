"""Mentions of one event brought together: « Altman a été évincé … l'expulsion d'Altman … le retrait d'Altman ».

Who tells the same of the same people is joined at once; for the others a learned choice among all events told before
(`timeline.stages.events.ranking`) says which one is told again, or that the event is new. What no likelihood outweighs
keeps apart: other times, other people, another standing, "another", two clauses with verbs of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from timeline.languages import Language
from timeline.languages.grammar import Form, Role
from timeline.stages.events.pairing import dependency_of, differ, shared_beginning, story_of
from timeline.stages.events.ranking import BEFORE, shares
from timeline.stages.events.retelling import Pointers, Told
from timeline.syntax.functions import Grammar
from timeline.syntax.voice import SUBJECTS, VERBAL
from timeline.syntax.words import Word

# Types of event that befall a person, or a thing, only once in a story as a rule; the others need more to be joined.
UNIQUE = frozenset(
    {"Life.Die", "Life.Be-Born", "Personnel.End-Position", "Business.Declare-Bankruptcy", "Business.End-Org"}
)
# Types that are told so often, and of so many things, that a shared speaker says nothing.
LOOSE = ("Communication.", "Change.", "Contact.Phone-Write", "Movement.")
ACTUAL = frozenset({"factual", "reported"})
DENIED = frozenset({"negated", "counterfactual"})
ALIKE = (ACTUAL, frozenset({"possible", "future"}), DENIED)
REACH = 40  # sentences between two mentions of one event
SURE = 0.75  # of a mention telling an event again, whoever else the two name
COMPARED = 12  # mentions of an event that a new one is compared with: the first, and the latest
SHORT_REACH = 3  # where no name is shared
STEM = 4  # letters at least that a verb and its noun begin with
LEAST = 0.05  # likelihood of being one event that is worth a note


@dataclass(frozen=True, slots=True)
class Joined:
    """Mentions brought together.

    Attributes
    ----------
    groups : tuple of tuple of Told
        The mentions of each event, in the order of the text.
    again : mapping of (int, int) to float
        How likely two events that were kept apart are one after all, by the places of their first words.
    """

    groups: tuple[tuple[Told, ...], ...]
    again: Mapping[tuple[int, int], float]


def join(told: Sequence[Told], language: Language, grammar: Grammar) -> Joined:
    """Bring together the mentions of one event."""
    story = story_of(told, language)
    pointers = story.pointers
    homes: dict[int, int] = {}
    groups: dict[int, list[Told]] = {}  # by the place of the first mention; the one that grew last stands last
    by_clue: dict[str, set[int]] = {}
    again: dict[tuple[int, int], float] = {}
    for number, mention in enumerate(told):
        clues = _clues(mention, pointers)
        near = {place: _compared(groups[place]) for place in _near(groups, by_clue, mention, clues)}
        place = _same(near, mention, pointers, grammar)
        if place is None:
            place = _only_one(near, mention, pointers)
        likely: Mapping[int | None, float] = {}
        if place is None:
            likely = shares(mention, told[max(number - BEFORE, 0) : number], homes, story)
            place = _likeliest(groups, mention, likely, pointers)
        home = [] if place is None else groups.pop(place)
        home.append(mention)
        homes[mention.number] = home[0].token.i
        groups[home[0].token.i] = home
        _note(again, home[0].token.i, likely)
        for clue in clues:
            by_clue.setdefault(clue, set()).add(home[0].token.i)
    return Joined(tuple(tuple(groups[place]) for place in sorted(groups)), again)


def _note(again: dict[tuple[int, int], float], home: int, likely: Mapping[int | None, float]) -> None:
    """Note how likely a mention is of other events than the one it was joined with."""
    for other, share in likely.items():
        if other is not None and other != home and share >= LEAST:
            pair = (min(home, other), max(home, other))
            again[pair] = max(again.get(pair, 0.0), share)


def _near(
    groups: Mapping[int, list[Told]], by_clue: Mapping[str, set[int]], mention: Told, clues: Iterable[str]
) -> list[int]:
    """Return the events that share a clue with a mention, the latest first; those out of reach are forgotten."""
    found: set[int] = set()
    for clue in clues:
        places = by_clue.get(clue, set())
        places -= {place for place in places if mention.sentence - groups[place][-1].sentence > REACH}
        found |= places
    return sorted(found, reverse=True)


def _compared(group: list[Told]) -> list[Told]:
    return group if len(group) <= COMPARED else [group[0], *group[1 - COMPARED :]]


def _same(near: Mapping[int, list[Told]], mention: Told, pointers: Pointers, grammar: Grammar) -> int | None:
    """Return the event that a mention is sure to tell again: one of the same people first, then the latest."""
    ours = [place for place in near if not _names_others(mention, near[place])]
    places = [*ours, *(place for place in near if place not in ours)]
    return next((place for place in places if _is_same(near[place], mention, pointers, grammar)), None)


def _likeliest(
    groups: Mapping[int, list[Told]], mention: Told, likely: Mapping[int | None, float], pointers: Pointers
) -> int | None:
    """Return the event that a mention most likely tells again, by what was learned; None where it is likely new."""
    places = sorted((place for place in likely if place is not None), key=likely.__getitem__, reverse=True)
    for place in places:
        if likely[place] <= likely[None]:
            break
        sure = likely[place] >= SURE
        if not any(_keeps_apart(one, mention, pointers, sure=sure) for one in _compared(groups[place])):
            return place
    return None


def _keeps_apart(one: Told, other: Told, pointers: Pointers, *, sure: bool) -> bool:
    """Tell what no likelihood outweighs: another one, other times or people, another standing, two like clauses."""
    if (
        other.is_another
        or _at_other_times(one, other)
        or _two_things(one, other)
        or _is_said_of(one, other, pointers)
        or _are_opposed(one, other)
    ):
        return True
    if one.is_title:  # a line over an article is short, and often says no more
        return False
    if _are_two_people(one, other) or _is_denied(one, other) or _two_alike(one, other, pointers):
        return True
    return not sure and (_of_others(one, other) or _two_clauses(one, other) or _are_two_kinds(one, other))


def _at_other_times(one: Told, other: Told) -> bool:
    return bool(one.times and other.times) and all(differ(a, b) for a, b in product(one.times, other.times))


def _are_two_people(one: Told, other: Told) -> bool:
    """Tell mentions that befall different people: « Lise est nommée … la nomination de Paul », « du préfet »."""
    named = bool(one.people and other.people) and not one.people & other.people
    return named or (bool(one.described and other.described) and not set(one.core) & set(other.core))


def _are_opposed(one: Told, other: Told) -> bool:
    """Tell two kinds of one family: « nommé … évincé », "rise … fall"."""
    kinds = {one.event.type, other.event.type}
    return len(kinds) == 2 and len({kind.split(".")[0] for kind in kinds}) == 1


def _are_two_kinds(one: Told, other: Told) -> bool:
    """Tell two types that are both known: « arrêté après l'explosion »."""
    kinds = {one.event.type, other.event.type}
    return len(kinds) == 2 and "Other" not in kinds


def _is_said_of(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell a noun from the verb it is the subject of, unless that says that it happens: « l'offre a été rejetée »."""
    return any(
        noun.is_noun
        and not verb.is_noun
        and noun.token.head == verb.token
        and noun.token.role in SUBJECTS
        and verb.token.lemma_ not in pointers.happening
        for noun, verb in ((one, other), (other, one))
    )


def _of_others(one: Told, other: Told) -> bool:
    """Tell mentions that name others in one role."""
    verbs = not (one.is_noun or other.is_noun)
    for role, ours in one.names.items():
        counts = ours and role != "position" and (verbs or role != "agent")
        if counts and not ours & other.names.get(role, ours):
            return True
    return False


def _is_denied(one: Told, other: Told) -> bool:
    """Tell what did not happen from what did, or may."""
    return (one.event.factuality in DENIED) != (other.event.factuality in DENIED)


def _two_alike(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell two verbs that say like things of others: « la Suède a signé le traité … le Danemark l'a signé »."""
    if one.is_noun or other.is_noun or not _are_kin(one, other, pointers):
        return False
    aspects = {one.event.trigger.aspect, other.event.trigger.aspect}
    new = other.words - one.words and one.words - other.words
    return bool(new and not one.people & other.people) or bool(len(aspects) > 1 and not one.times & other.times)


def _are_kin(one: Told, other: Told, pointers: Pointers) -> bool:
    return _are_related(one.token, other.token, pointers) or bool(one.frame and one.frame == other.frame)


def _two_clauses(one: Told, other: Told) -> bool:
    """Tell the verbs of two main clauses."""
    return not (one.is_noun or other.is_noun) and all(told.token.head == told.token for told in (one, other))


def _two_things(one: Told, other: Told) -> bool:
    """Tell a trigger from what it governs where they differ in type or standing: « accusé de l'effondrement »."""
    if dependency_of(one, other) == "none":
        return False
    return one.event.factuality != other.event.factuality or _are_two_things(one, other)


def _are_two_things(one: Told, other: Told) -> bool:
    """Tell triggers of two types, and a verb of saying from what it speaks of."""
    said = any(told.event.timeml_class in {"REPORTING", "I_ACTION"} and not told.is_noun for told in (one, other))
    said = said and "Other" in {one.event.type, other.event.type} and one.event.type != other.event.type
    return said or _are_two_kinds(one, other)


def _names_others(mention: Told, group: list[Told]) -> bool:
    return not any(_share_somebody(one, mention) for one in group)


def _only_one(near: Mapping[int, list[Told]], mention: Told, pointers: Pointers) -> int | None:
    """Return the one event of a story that a bare « l'éviction » far from it can mean: of a kind that happens once."""
    if mention.core or not (mention.is_noun and mention.points_back) or mention.is_another:
        return None
    first = {place: group[0] for place, group in near.items()}
    alike = [p for p, one in first.items() if one.event.type == mention.event.type and one.frame == mention.frame]
    fits = (
        len(alike) == 1
        and mention.event.type in UNIQUE
        and all(_is_compatible(one, mention, pointers) for one in near[alike[0]])
    )
    return alike[0] if fits else None


def _clues(mention: Told, pointers: Pointers) -> tuple[str, ...]:
    """Return what a mention must share with another to be worth comparing: a type, a family of words, a sentence."""
    lemma = mention.token.lemma_.lower()
    own = f"{lemma[:STEM]}…" if mention.event.type == "Other" else mention.event.type
    families = pointers.verbs.get(lemma, (lemma,))
    return (own, *(UNIQUE & mention.types), *families, f"sentence {mention.sentence}")


def _is_same(group: list[Told], mention: Told, pointers: Pointers, grammar: Grammar) -> bool:
    if any(_is_light_pair(one.token, mention.token, grammar) or _is_idiom(one, mention) for one in group):
        return True
    if any(_is_manner(one, mention) for one in group):
        return True
    first = group[0]
    if first.event.type != mention.event.type and not _may_mean(first, mention, pointers):
        return False
    if mention.is_another or not all(_is_compatible(one, mention, pointers) for one in group):
        return False
    return any(_is_again(one, mention, pointers) for one in group)


def _is_light_pair(first: Word, second: Word, grammar: Grammar) -> bool:
    """Tell a verb without a meaning of its own from the noun that tells the event: « remettre sa démission »."""
    noun, verb = (second, first) if first.pos_ in VERBAL else (first, second)
    if any(child.role == Role.PARTICLE for child in verb.children):
        return False  # "take over the investigation"
    return noun.head == verb and noun.role == Role.OBJECT and verb.lemma_ in grammar.light and noun.pos_ == "NOUN"


def _is_manner(one: Told, other: Told) -> bool:
    """Tell a verb without an object from the gerund that says what was done: « a ouvert en affirmant que »."""
    verb, gerund = one.token, other.token
    if gerund.head != verb or gerund.role != Role.ADVERBIAL_CLAUSE or other.event.timeml_class != "REPORTING":
        return False
    bare = not one.core or all(one.times and role == "patient" for role in one.event.participants if role != "agent")
    return bare and Form.PARTICIPLE in gerund.form and Form.PAST not in gerund.form


def _is_idiom(one: Told, other: Told) -> bool:
    """Tell a noun from the verb that makes a phrase with it: « ouvrir une enquête », « mettre en examen »."""
    noun, verb = (one, other) if one.is_noun else (other, one)
    head = noun.token.head.head if noun.token.role == Role.PREPOSITION_OBJECT else noun.token.head
    if head != verb.token or verb.is_noun:
        return False
    undergoes = noun.token.role in {Role.OBJECT, Role.PASSIVE_SUBJECT}
    return noun.token.lemma_.lower() in verb.consumed or bool(undergoes and noun.frame and noun.frame == verb.frame)


def _is_compatible(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether nothing speaks against two mentions being of one event."""
    if one.times and other.times and all(differ(ours, theirs) for ours, theirs in product(one.times, other.times)):
        return False
    if not _may_stand_alike(one, other, pointers):
        return False
    for role, ours in one.names.items():
        theirs = other.names.get(role)
        if ours and theirs and role not in {"agent", "position"} and not ours & theirs:
            return False
    return True


def _may_stand_alike(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether mentions may differ in standing: what took place is never what only may, or does not, take place.

    A noun takes up what will happen, and a bare one by the very same word what may, or did: « La grève a commencé. La
    grève pourrait durer ».
    """
    standings = {one.event.factuality, other.event.factuality}
    if len(standings) == 1 or any(standings <= alike for alike in ALIKE):
        return True
    if not other.is_noun or standings & ALIKE[-1] or not _is_near(one, other, 2):
        return False
    bare = not other.core and other.points_back
    return "future" in standings or (bare and _are_related(one.token, other.token, pointers))


def _is_again(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether a later mention takes up an earlier one."""
    kind = one.event.type
    related = _are_related(one.token, other.token, pointers)
    if kind == "Other" or kind.startswith(LOOSE):
        return related and _is_loosely_again(one, other, pointers)
    if _share_somebody(one, other) and (related or one.is_noun or other.is_noun):
        return _is_again_of_somebody(one, other, related=related)
    return _is_near(one, other, SHORT_REACH) and _is_described_again(one, other, pointers, related=related)


def _is_described_again(one: Told, other: Told, pointers: Pointers, *, related: bool) -> bool:
    """Tell whether what was told just before is told again of who is only described, or of nobody."""
    kind = one.event.type
    if kind in UNIQUE and related and one.is_noun:  # « la démission d'Ada Roy… La ministre a démissionné »
        return _are_described_alike(one, other, pointers)
    if not (other.is_noun and other.points_back):
        return False
    bare = not other.core and _is_near(one, other, 1)
    same = related or ((kind in UNIQUE or bare) and one.frame == other.frame)
    return same and _are_described_alike(one, other, pointers)


def _is_again_of_somebody(one: Told, other: Told, *, related: bool) -> bool:
    """Tell whether what befalls the same person is told again, by a noun or by a verb."""
    if one.event.type in UNIQUE:
        return True
    if one.is_noun or other.is_noun:
        return related or (other.points_back and one.frame == other.frame)
    return bool(one.times & other.times)


def _is_loosely_again(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether a related word takes up an event of a kind that many events are of."""
    noun = one.is_noun or other.is_noun
    if not (noun and other.points_back and _is_near(one, other, SHORT_REACH)):
        return False
    return one.event.type != "Other" or _are_described_alike(one, other, pointers)


def _may_mean(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether a noun may tell an earlier event that has another type by its own words.

    It may when it is the earlier verb's noun (« condamné à deux ans … la condamnation »), or an ambiguous one that
    befalls the same person (« évincé … l'expulsion d'Ada »).
    """
    if not other.is_noun or "Other" in {one.event.type, other.event.type}:
        return False
    if one.token.pos_ in VERBAL and _is_derived(other.token, one.token, pointers):
        return True
    return one.event.type in UNIQUE & other.types and _share_somebody(one, other)


def _share_somebody(one: Told, other: Told) -> bool:
    """Tell whether two mentions name one person in the roles that count, or one body where neither names a person."""
    if one.people or other.people:
        return bool(one.people & other.people)
    return bool(one.bodies & other.bodies)


def _are_described_alike(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether the later mention may be of the same participants: the same words, or a description of a name."""
    if not one.core or not other.core or set(one.core) & set(other.core):
        return True
    lone = len(one.people) == 1 and len(other.described) == len(other.core) == 1
    return lone and _is_definite(other.described[0], pointers) and _is_near(one, other, 2)


def _is_definite(phrase: str, pointers: Pointers) -> bool:
    first = phrase.lower().replace("’", "'").replace("'", "' ").split()[0]
    return first in pointers.definite_singular


def _is_near(one: Told, other: Told, reach: int) -> bool:
    return 0 <= other.sentence - one.sentence <= reach


def _are_related(one: Word, other: Word, pointers: Pointers) -> bool:
    """Tell whether two words are one, of one family, or begin alike for long (« limoger », « limogeage »)."""
    first, second = one.lemma_.lower(), other.lemma_.lower()
    if first == second or _is_derived(one, other, pointers) or _is_derived(other, one, pointers):
        return True
    return one.pos_ != other.pos_ and shared_beginning(first, second) >= max(STEM, len(first) * 0.6)


def _is_derived(noun: Word, verb: Word, pointers: Pointers) -> bool:
    return noun.lemma_.lower() in pointers.families.get(verb.lemma_.lower(), ())
