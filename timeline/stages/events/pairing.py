"""What speaks for two mentions being of one event, and against it, by name: what the learned joiner weighs."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence, Set

from timeline.languages.grammar import Form
from timeline.stages.events.focus import SHARES
from timeline.stages.events.kinship import STEM, at_other_times, dependency_of, shared_beginning
from timeline.stages.events.retelling import Side, Told
from timeline.stages.events.seen import Seen, Story
from timeline.syntax.words import Word

CLOSE, NEAR, REACH, FAR = 2, 3, 6, 10  # sentences
AKIN = frozenset({"same", "derived", "same frame", "stem"})
SAME = frozenset({"same name", "same word"})
ALIKE = frozenset({"same frame", "same type", "types met"})
COUNTS = ("never", "once", "twice", "often")
PLACES = ("in the title", "in the lead", "in the second sentence", "later")
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


def aspects_of(one: Told, other: Told, story: Story) -> dict[str, str]:
    """Return the aspects of two mentions that speak for or against their being of one event, by name.

    Parameters
    ----------
    one, other : Told
        The earlier mention and the later one.
    story : Story
        That they stand in.

    Returns
    -------
    dict of str to str
        Empty where nothing makes it worth while to compare them.
    """
    kin, kind = _kinship(one, other, story), _likeness(one, other)
    if not _are_comparable(one, other, kin, kind):
        return {}
    return {
        "word": kin,
        "kind": kind,
        **_by_people(one, other, story),
        **_by_place(one, other, story),
        **_by_words(one, other, kin, story),
        **_by_standing(one, other),
    }


def signs_of(one: Told, other: Told, story: Story) -> tuple[str, ...]:
    """Return the names of the aspects of two mentions, and of those weighed together: what the joiner learns from."""
    aspects = aspects_of(one, other, story)
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
    seen = story.seen[mention.number]
    pointing, part = seen.pointing, seen.part
    same_word = bisect(story.lemmas[seen.lemma], mention.number - 1)
    same_type = bisect(story.types[mention.event.type], mention.number - 1) if mention.event.type != "Other" else 0
    place = PLACES[min(mention.place, len(PLACES) - 1)]
    signs = [
        f"new, {pointing}",
        f"new, {part}",
        f"new, {place}",
        f"new, {place}, {seen.clause}",
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


def _count(numbers: Sequence[int], first: int, last: int) -> int:
    """Return how many of some numbers, in order, lie between two others."""
    return bisect(numbers, last - 1) - bisect(numbers, first)


def _are_comparable(one: Told, other: Told, kin: str, kind: str) -> bool:
    """Tell whether two mentions stand near each other, or say something alike."""
    apart = other.place - one.place
    if apart <= CLOSE or (one.is_title and apart <= NEAR):
        return True
    if kin in AKIN or kind in ALIKE:
        return True
    return other.is_generic and other.points_back and apart <= REACH


def _by_people(one: Told, other: Told, story: Story) -> dict[str, str]:
    crossed = {_relation(one.doers, other.undergoers), _relation(one.undergoers, other.doers)} & SAME
    return {
        "doer": _relation(one.doers, other.doers),
        "undergoer": _relation(one.undergoers, other.undergoers),
        "anybody": _relation(story.seen[one.number].anybody, story.seen[other.number].anybody),
        "crossed": min(crossed, default="nobody"),
    }


def _relation(ours: Side, theirs: Side) -> str:
    if not ours.names.isdisjoint(theirs.names):
        return "same name"
    if not ours.words.isdisjoint(theirs.words):
        return "same word"
    if ours.names and theirs.names:
        return "other names"
    here, there = ours.names or ours.words, theirs.names or theirs.words
    if not here or not there:
        return "one side lacking" if here or there else "none"
    return "name and word" if ours.names or theirs.names else "other words"


def _by_place(one: Told, other: Told, story: Story) -> dict[str, str]:
    ours, theirs, at = story.seen[one.number], story.seen[other.number], _distance(one, other)
    number = other.number - one.number - 1
    typed = story.types[one.event.type] if one.event.type != "Other" else ()
    aspects = {
        "at": at,
        "later": theirs.pointing,
        "earlier": ours.part,
        "title": _title(one, other),
        "clauses": f"{ours.clause} and {theirs.clause}",
        "dependency": dependency_of(one, other) if at == "same sentence" else "none",
        "between": "many" if number > 5 else "some" if number > 2 else str(number),
        "between of its type": COUNTS[min(2, _count(typed, one.number, other.number))],
    }
    if at in {"same sentence", "next"}:
        aspects["classes"] = f"{one.event.timeml_class} and {other.event.timeml_class}"
    if other.token.head == one.token and _is_gerund(other.token):
        aspects["gerund"] = "of the earlier"
    return aspects


def _by_words(one: Told, other: Told, kin: str, story: Story) -> dict[str, str]:
    ours, theirs = story.seen[one.number], story.seen[other.number]
    own = {ours.beginning, theirs.beginning}
    aspects = {"words": _shared(one, other, story), "context": _context(one, other, own, story)}
    if not own.isdisjoint(one.words) or not own.isdisjoint(other.words):
        aspects["inner"] = "own word"
    if kin in AKIN or kin.startswith("any event"):
        nearer = sum([_count(story.lemmas[lemma], one.number, other.number) for lemma in {ours.lemma, theirs.lemma}])
        aspects["nearer"] = COUNTS[min(2, nearer)]
    if one.numbers and other.numbers:
        aspects["numbers"] = "differ" if one.numbers.isdisjoint(other.numbers) else "shared"
    return aspects


def _shared(one: Told, other: Told, story: Story) -> str:
    """Say how telling the words are that both mentions have beside them."""
    shared = one.words & other.words
    if not shared:
        return "none"
    weight = sum(story.rarity.get(word, 1.0) for word in shared)
    return "common" if weight < 2 else "rare" if weight < 4 else "several"


def _context(one: Told, other: Told, own: Set[str], story: Story) -> str:
    """Say how far the sentences of two mentions speak of the same, the rare words counting more."""
    sentences = one.token.sent.number, other.token.sent.number
    if sentences[0] == sentences[1]:
        return "same"
    known = story.met.get(sentences)
    if known is None:
        known = story.met[sentences] = _met(one.around & other.around, story)
    shared, weight = known
    if not own.isdisjoint(shared):
        shared, weight = _met(shared - own, story)
    if not shared:
        return "none"
    share = weight / min(_weight_without(one, own, story), _weight_without(other, own, story))
    return next((name for most, name in SHARES if share <= most), "most")


def _met(words: frozenset[str], story: Story) -> tuple[frozenset[str], float]:
    return words, sum([story.rarity.get(word, 1.0) for word in words])


def _weight_without(told: Told, own: Set[str], story: Story) -> float:
    """Return the rarity of the words around a mention without some."""
    weight = story.seen[told.number].weight
    for word in own:
        if word in told.around:
            weight -= story.rarity.get(word, 1.0)
    return weight


def _by_standing(one: Told, other: Told) -> dict[str, str]:
    ours, theirs = one.event.factuality, other.event.factuality
    aspects = {
        "times": _times(one, other),
        "standing": "same" if ours == theirs else " and ".join(sorted((ours, theirs))),
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
        return "differ" if at_other_times(one, other) else "alike"
    return "some" if one.times or other.times else "none"


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


def _kinship(one: Told, other: Told, story: Story) -> str:
    kin = _kin(story.seen[one.number], story.seen[other.number])
    if kin in {"same", "derived"}:
        return kin
    if one.frame and one.frame == other.frame:
        return "same frame"
    if kin == "stem" or not (one.is_generic or other.is_generic):
        return kin
    return f"any event {'both' if one.is_generic and other.is_generic else 'later' if other.is_generic else 'earlier'}"


def _kin(ours: Seen, theirs: Seen) -> str:
    """Return how two words are related by themselves."""
    first, second = ours.lemma, theirs.lemma
    if first == second:
        return "same"
    if second in ours.nouns or first in theirs.nouns or not ours.verbs.isdisjoint(theirs.verbs):
        return "derived"
    alike = first[:STEM] == second[:STEM] and shared_beginning(first, second)
    return "stem" if alike >= max(STEM, min(len(first), len(second)) * 0.6) else "other"


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
