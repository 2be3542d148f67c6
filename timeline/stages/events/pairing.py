"""What speaks for two mentions being of one event, and against it, by name: what the learned joiner weighs."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from timeline.languages import Language
from timeline.languages.grammar import Form, Role
from timeline.stages.events.focus import SHARES, rarity_of
from timeline.stages.events.retelling import BEGINNING, Pointers, Side, Told, pointers_of
from timeline.syntax.voice import CORE, VERBAL
from timeline.syntax.words import Word, sentences_of

STEM = 4  # letters at least that a verb and its noun begin with
CLOSE, NEAR, REACH, FAR = 2, 3, 6, 10  # sentences
PARTS = frozenset({Role.CONJUNCT, Role.ADVERBIAL_CLAUSE, Role.RELATIVE_CLAUSE, Role.PARATAXIS})
OWN = frozenset({Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT})
AKIN = frozenset({"same", "derived", "same frame", "stem"})
SAME = frozenset({"same name", "same word"})
COUNTS = ("never", "once", "twice", "often")
PLACES = ("in the title", "in the lead", "in the second sentence", "later")


@dataclass(frozen=True, slots=True)
class Story:
    """What all mentions of one text share.

    Attributes
    ----------
    pointers : Pointers
    rarity : mapping of str to float
        Of the words of meaning, by their beginnings.
    lemmas, types : mapping of str to tuple of int
        Numbers of the mentions with each lemma, and of each type.
    """

    pointers: Pointers
    rarity: Mapping[str, float]
    lemmas: Mapping[str, tuple[int, ...]]
    types: Mapping[str, tuple[int, ...]]


def story_of(told: Sequence[Told], language: Language) -> Story:
    """Return what the mentions of a text, in its order, share."""
    lemmas: dict[str, tuple[int, ...]] = {}
    types: dict[str, tuple[int, ...]] = {}
    for mention in told:
        lemma, kind = mention.token.lemma_.lower(), mention.event.type
        lemmas[lemma] = (*lemmas.get(lemma, ()), mention.number)
        types[kind] = (*types.get(kind, ()), mention.number)
    sentences = sentences_of(told[0].token.doc) if told else ()
    return Story(pointers_of(language), rarity_of(sentences), lemmas, types)


def _count(numbers: Sequence[int], first: int, last: int) -> int:
    """Return how many of some numbers, in order, lie between two others."""
    return bisect(numbers, last - 1) - bisect(numbers, first)


# Aspects that are weighed together, for one means little without the other.
TOGETHER = (
    ("word", "doer"), ("word", "undergoer"), ("word", "anybody"), ("word", "later"), ("word", "at"),
    ("word", "dependency"), ("word", "title"), ("word", "times"), ("word", "standing"), ("word", "earlier"),
    ("word", "context"), ("word", "words"), ("word", "clauses"), ("word", "nearer"), ("kind", "anybody"),
    ("kind", "at"), ("kind", "later"), ("kind", "title"), ("kind", "undergoer"), ("kind", "dependency"),
    ("kind", "context"), ("dependency", "later"), ("dependency", "classes"), ("dependency", "clauses"),
    ("doer", "undergoer"), ("title", "clauses"), ("title", "words"), ("title", "doer"), ("title", "undergoer"),
    ("title", "anybody"), ("title", "context"), ("later", "at"), ("later", "context"), ("later", "between"),
    ("earlier", "later"), ("at", "anybody"), ("at", "context"), ("classes", "doer"),
)  # fmt: skip


def signs_of(one: Told, other: Told, story: Story) -> tuple[str, ...]:
    """Return the names of what speaks for or against two mentions being of one event.

    Parameters
    ----------
    one, other : Told
        The earlier mention and the later one.
    story : Story
        That they stand in.

    Returns
    -------
    tuple of str
        Empty where nothing makes it worth while to compare them.
    """
    kin, kind = _kinship(one, other, story.pointers), _likeness(one, other)
    if not _are_comparable(one, other, kin, kind):
        return ()
    aspects = {"word": kin, "kind": kind}
    aspects |= _by_people(one, other)
    aspects |= _by_place(one, other, story)
    aspects |= _by_words(one, other, kin, story)
    aspects |= _by_standing(one, other)
    return (
        *(f"{name} {value}" for name, value in aspects.items()),
        *(
            f"{first} {aspects[first]}, {second} {aspects[second]}"
            for first, second in TOGETHER
            if first in aspects and second in aspects
        ),
    )


def signs_of_new(mention: Told, story: Story) -> tuple[str, ...]:
    """Return the names of what speaks for or against a mention being the first of its event."""
    pointing = _pointing(mention)
    same_word = bisect(story.lemmas[mention.token.lemma_.lower()], mention.number - 1)
    same_type = bisect(story.types[mention.event.type], mention.number - 1) if mention.event.type != "Other" else 0
    place = PLACES[min(mention.place, len(PLACES) - 1)]
    part = "noun" if mention.is_noun else "verb"
    signs = [
        f"new, {pointing}",
        f"new, {part}",
        f"new, {place}",
        f"new, {place}, {_clause(mention)}",
        f"new, type {mention.event.type}",
        f"new, class {mention.event.timeml_class}",
        f"new, standing {mention.event.factuality}",
        f"new, word told {COUNTS[min(same_word, 2)]}, {pointing}",
        f"new, type told {COUNTS[min(same_type, 3)]}, {pointing}",
    ]
    if mention.is_generic:
        signs.append(f"new, any event, {pointing}")
    if mention.is_another:
        signs.append("new, another")
    if not mention.event.participants:
        signs.append(f"new, nobody, {part}")
    return tuple(signs)


def _are_comparable(one: Told, other: Told, kin: str, kind: str) -> bool:
    """Tell whether two mentions stand near each other, or say something alike."""
    apart = other.place - one.place
    if apart <= CLOSE or (one.is_title and apart <= NEAR):
        return True
    if kin in AKIN or kind in {"same frame", "same type", "types met"}:
        return True
    return other.is_generic and other.points_back and apart <= REACH


def _by_people(one: Told, other: Told) -> dict[str, str]:
    crossed = {_relation(one.doers, other.undergoers), _relation(one.undergoers, other.doers)} & SAME
    anybody = _relation(one.doers.and_(one.undergoers), other.doers.and_(other.undergoers))
    return {
        "doer": _relation(one.doers, other.doers),
        "undergoer": _relation(one.undergoers, other.undergoers),
        "anybody": anybody,
        "crossed": min(crossed, default="nobody"),
    }


def _relation(ours: Side, theirs: Side) -> str:
    if not ours or not theirs:
        return "one side lacking" if ours or theirs else "none"
    if ours.names & theirs.names:
        return "same name"
    if ours.words & theirs.words:
        return "same word"
    if ours.names and theirs.names:
        return "other names"
    return "name and word" if ours.names or theirs.names else "other words"


def _by_place(one: Told, other: Told, story: Story) -> dict[str, str]:
    at = _distance(one, other)
    number = other.number - one.number - 1
    typed = story.types[one.event.type] if one.event.type != "Other" else ()
    aspects = {
        "at": at,
        "later": _pointing(other),
        "earlier": "noun" if one.is_noun else "verb",
        "title": _title(one, other),
        "clauses": f"{_clause(one)} and {_clause(other)}",
        "dependency": dependency_of(one, other),
        "between": "many" if number > 5 else "some" if number > 2 else str(number),
        "between of its type": COUNTS[min(2, _count(typed, one.number, other.number))],
    }
    if at in {"same sentence", "next"}:
        aspects["classes"] = f"{one.event.timeml_class} and {other.event.timeml_class}"
    if other.token.head == one.token and _is_gerund(other.token):
        aspects["gerund"] = "of the earlier"
    return aspects


def _by_words(one: Told, other: Told, kin: str, story: Story) -> dict[str, str]:
    own = {one.token.lower_[:BEGINNING], other.token.lower_[:BEGINNING]}
    aspects = {"words": _shared(one, other, story), "context": _context(one, other, own, story)}
    if own & (one.words | other.words):
        aspects["inner"] = "own word"
    if kin in AKIN or kin.startswith("any event"):
        lemmas = {one.token.lemma_.lower(), other.token.lemma_.lower()}
        nearer = sum(_count(story.lemmas[lemma], one.number, other.number) for lemma in lemmas)
        aspects["nearer"] = COUNTS[min(2, nearer)]
    if one.numbers and other.numbers:
        aspects["numbers"] = "shared" if one.numbers & other.numbers else "differ"
    return aspects


def _shared(one: Told, other: Told, story: Story) -> str:
    """Say how telling the words are that both mentions have beside them."""
    shared = one.words & other.words
    weight = sum(story.rarity.get(word, 1.0) for word in shared)
    return "none" if not shared else "common" if weight < 2 else "rare" if weight < 4 else "several"


def _context(one: Told, other: Told, own: Collection[str], story: Story) -> str:
    """Say how far the sentences of two mentions speak of the same, the rare words counting more."""
    if one.token.sent.number == other.token.sent.number:
        return "same"
    sides = [told.around - set(own) for told in (one, other)]
    whole = min(sum(story.rarity.get(word, 1.0) for word in side) for side in sides)
    share = sum(story.rarity.get(word, 1.0) for word in sides[0] & sides[1]) / whole if whole else 0.0
    return next((name for most, name in SHARES if share <= most), "most")


def _by_standing(one: Told, other: Told) -> dict[str, str]:
    standings = sorted({one.event.factuality, other.event.factuality})
    aspects = {
        "times": _times(one, other),
        "standing": "same" if len(standings) == 1 else " and ".join(standings),
        "tense": "none" if one.is_noun or other.is_noun else _same(one.event.trigger.tense, other.event.trigger.tense),
    }
    if one.is_noun and other.is_noun:
        aspects["number"] = _same(Form.PLURAL in one.token.form, Form.PLURAL in other.token.form)
    if one.is_another or other.is_another:
        aspects["another"] = "later" if other.is_another else "earlier"
    return aspects


def _same(ours: object, theirs: object) -> str:
    return "same" if ours == theirs else "differs"


def _times(one: Told, other: Told) -> str:
    if one.times and other.times:
        return "differ" if all(differ(a, b) for a, b in product(one.times, other.times)) else "alike"
    return "some" if one.times or other.times else "none"


def _clause(told: Told) -> str:
    return "main" if told.token.head == told.token else "inner"


def _title(one: Told, other: Told) -> str:
    if not one.is_title:
        return "lead" if one.place == 1 and other.place > 1 else "no"
    return (
        "both"
        if other.is_title
        else ("to lead" if other.place == 1 else "to second" if other.place == 2 else "to body")
    )


def _is_gerund(token: Word) -> bool:
    return Form.PARTICIPLE in token.form and Form.PAST not in token.form


def _kinship(one: Told, other: Told, pointers: Pointers) -> str:
    first, second = one.token.lemma_.lower(), other.token.lemma_.lower()
    if first == second:
        return "same"
    if second in pointers.families.get(first, ()) or first in pointers.families.get(second, ()):
        return "derived"
    if set(pointers.verbs.get(first, ())) & set(pointers.verbs.get(second, ())):
        return "derived"
    if one.frame and one.frame == other.frame:
        return "same frame"
    if shared_beginning(first, second) >= max(STEM, min(len(first), len(second)) * 0.6):
        return "stem"
    if one.is_generic or other.is_generic:
        return (
            f"any event {'both' if one.is_generic and other.is_generic else 'later' if other.is_generic else 'earlier'}"
        )
    return "other"


def shared_beginning(first: str, second: str) -> int:
    """Return with how many letters two words begin alike.

    Examples
    --------
    >>> shared_beginning("limoger", "limogeage")
    6
    """
    return next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def _likeness(one: Told, other: Told) -> str:
    if one.frame and one.frame == other.frame:
        return "same frame"
    if "Other" in {one.event.type, other.event.type}:
        return "untyped" if one.event.type == other.event.type else "one typed"
    if one.event.type == other.event.type:
        return "same type"
    if one.types & other.types:
        return "types met"
    return "same family" if one.event.type.split(".")[0] == other.event.type.split(".")[0] else "other"


def _distance(one: Told, other: Told) -> str:
    if one.token.sent.number == other.token.sent.number:
        return "same sentence"
    apart = other.place - one.place
    return "next" if apart <= 1 else "near" if apart <= NEAR else "reach" if apart <= FAR else "far"


def _pointing(other: Told) -> str:
    if not other.is_noun:
        return "verb"
    if any(Form.DEMONSTRATIVE in child.form for child in other.token.children):
        return "demonstrative"
    bare = not other.core and other.points_back
    return "bare definite" if bare else "definite" if other.points_back else "indefinite"


def dependency_of(one: Told, other: Told) -> str:
    """Say how one trigger depends on the other: as a modal's infinitive, a verb's object and so on."""
    for word, head in ((one.token, other.token), (other.token, one.token)):
        over = word.head.head if word.role == Role.PREPOSITION_OBJECT else word.head
        if over != head or word == head:
            continue
        if word.role in PARTS or word.role == Role.NOUN_CLAUSE:
            return "clause"
        if word.role in OWN:
            bare = Form.INFINITIVE in word.form
            return "own infinitive" if bare else "own clause"
        if head.pos_ in VERBAL and word.pos_ == "NOUN" and word.role in CORE:
            return "subject" if word.role == Role.SUBJECT else "object"
        return "other"
    return "none"


def differ(one: str, other: str) -> bool:
    """Tell whether two TIMEX3 values differ for sure: two weekdays, two years, but not a Friday and a week-end.

    Examples
    --------
    >>> differ("2023-11-17", "2023-11-18"), differ("2023-11-17", "2023-W46-WE")
    (True, False)
    """
    if one[:4].isdigit() and other[:4].isdigit() and one[:4] != other[:4]:
        return True
    return one != other and one.translate(_DIGITS) == other.translate(_DIGITS)


_DIGITS = str.maketrans("123456789", "000000000")
