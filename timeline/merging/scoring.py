"""How sure it is that two accounts tell one event: named evidence, each with its weight, added up.

Weights are in the units of a sum that joins at `JOIN`: an event of one kind that befalls one person, told within days,
is one event; of a kind that is told again and again (a meeting, a statement) more must agree. They were set by hand on
the stories of tests/corpus/*/stories.jsonl; no corpus of the field was fitted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta

from timeline.merging.accounts import ACTUAL, DENIED, OPEN, Account, Interval

JOIN = 4.0
SURE = 6.0  # what joins two events that one document tells apart

WEIGHTS: Mapping[str, float] = {
    "copied sentence": 10.0,
    "kind that happens once": 2.0,  # one type, which befalls nobody twice in a story, and it befalls the same
    "same kind": 1.5,
    "same word": 1.0,  # triggers of one family
    "same core": 2.0,  # somebody in common in the roles that make the event what it is
    "same person": 1.5,  # a person in common in another role
    "same player": 1.0,  # something else in common in any role
    "same names": 1.2,  # two names or more in common in the sentences
    "same name": 0.7,  # one
    "same number": 1.0,  # in the sentences
    "same place": 0.7,
    "same day": 1.5,
    "same time": 1.0,  # the same month, the same year
    "times meet": 0.5,
    "same news": 1.0,  # told within a day of each other, or of the time that the other gives
    "told together": 0.7,  # within days
    "told apart": -1.5,
    "out of bounds": -1.5,
    "other place": -1.5,
    "other core": -2.5,
    "other company": -1.5,  # each has somebody else besides
    "not yet": -0.5,  # one tells as open what the other tells as done
    "wording": 2.5,  # times the cosine of the sentences
}

# Types of event that befall a person, or a thing, only once in a story as a rule.
ONCE = frozenset(
    {
        "Life.Die",
        "Life.Be-Born",
        "Personnel.Start-Position",
        "Personnel.End-Position",
        "Business.Declare-Bankruptcy",
        "Business.End-Org",
        "Business.Merge-Org",
        "Justice.Sentence",
        "Justice.Acquit",
        "Justice.Convict",
        "Justice.Arrest-Jail",
        "Justice.Charge-Indict",
        "Justice.Extradite",
        "Justice.Release-Parole",
        "Business.Start-Org",
        "Life.Marry",
    }
)
# Types that are told so often, and of so many things, that only a common topic makes two of them one.
TALK = ("Communication.", "Contact.Phone-Write")
_TOPIC = 0.3  # cosine of two sentences on one topic
_DAY = timedelta(days=1)
_TOGETHER = timedelta(days=4)
_FAR = timedelta(days=30)
# How far dates of one event may lie apart that documents disagree about, by what it is.
_DISPUTED = {"Life.Die": 31 * _DAY, "Life.Be-Born": 366 * _DAY}
_DISPUTED_ONCE = 3 * _DAY
_MOVED = 92 * _DAY  # an event to come that is put off

Weigh = Callable[[str], float]


def weighing(accounts: Sequence[Account]) -> Weigh:
    """Return the weight of a word of a topic: the rarer over all accounts, the more (inverse document frequency)."""
    counted = Counter(word for account in accounts for word in account.words)
    total = len(accounts)

    weights = {word: math.log((1 + total) / count) for word, count in counted.items()}

    def weight(word: str) -> float:
        return weights.get(word, 0.0)

    return weight


def score(one: Account, other: Account, weigh: Weigh) -> float:
    """Return the sum of what speaks for two accounts being of one event; minus infinity where something forbids it."""
    if _contradict(one, other):
        return -math.inf
    if one.telling == other.telling:
        return WEIGHTS["copied sentence"]
    found = evidence(one, other)
    known = sum(WEIGHTS[name] for name in found)
    if known + WEIGHTS["wording"] < JOIN:
        return -math.inf  # whatever the wording
    wording = cosine(one, other, weigh)
    return known + WEIGHTS["wording"] * wording if _enough(one, other, found, wording) else -math.inf


def evidence(one: Account, other: Account) -> list[str]:
    """Return the names of what speaks for and against, but the wording."""
    found = [*_of_kinds(one, other), *_of_people(one, other)]
    if one.places and other.places:
        found.append("same place" if one.places & other.places else "other place")
    if one.numbers & other.numbers:
        found.append("same number")
    if {one.standing, other.standing} == {ACTUAL, OPEN}:
        found.append("not yet")
    return found + _of_times(one, other)


def _of_kinds(one: Account, other: Account) -> Iterator[str]:
    if one.kind and one.kind == other.kind:
        yield "kind that happens once" if one.kind in ONCE and one.inner & other.inner else "same kind"
    if one.stems & other.stems:
        yield "same word"


def _of_people(one: Account, other: Account) -> Iterator[str]:
    common = (one.players | one.places) & (other.players | other.places)
    if one.inner & other.inner:
        yield "same core"
        if one.inner - other.inner and other.inner - one.inner:
            yield "other company"
    elif one.persons & other.persons:
        yield "same person"
    elif one.players & other.players:
        yield "same player"
    if one.inner and other.inner and not one.inner & other.inner:
        yield "other core"
    near = len((one.near & other.near) - common)
    if near:
        yield "same name" if near == 1 else "same names"


def cosine(one: Account, other: Account, weigh: Weigh) -> float:
    """Return how alike the sentences of two accounts are, 0 to 1; 0 across languages."""
    common = one.words & other.words
    if not common or one.language != other.language:
        return 0.0
    shared, first, second = (
        math.fsum(weigh(word) ** 2 for word in words) for words in (common, one.words, other.words)
    )
    return shared / math.sqrt(first * second) if first and second else 0.0


def meet(one: Interval, other: Interval) -> bool:
    """Tell whether two half-open intervals have a moment in common."""
    return one[0] < other[1] and other[0] < one[1]


def may_be_disputed(one: Account, other: Account) -> bool:
    """Tell whether two dates that differ may be two versions of one event's, or one that was moved.

    That is so of what happens once to the same people, within days, and of what is still to come in one of them.
    """
    if not (one.day and other.day and one.inner & other.inner):
        return False
    apart = max(one.day[0], other.day[0]) - min(one.day[1], other.day[1])
    if one.kind and one.kind == other.kind and one.kind in ONCE:
        return apart < _DISPUTED.get(one.kind, _DISPUTED_ONCE)
    return OPEN in (one.standing, other.standing) and bool(one.stems & other.stems) and apart < _MOVED


def _of_times(one: Account, other: Account) -> list[str]:
    found = []
    if one.day and other.day:
        if meet(one.day, other.day):
            longest = max(one.day[1] - one.day[0], other.day[1] - other.day[0])
            found.append("same day" if longest <= _DAY else "same time" if one.day == other.day else "times meet")
    elif one.published and other.published:
        gap = abs(one.anchor - other.anchor)
        if gap <= _DAY:
            found.append("same news")
        elif gap <= _TOGETHER:
            found.append("told together")
        elif gap > _FAR:
            found.append("told apart")
    if _out_of_bounds(one, other) or _out_of_bounds(other, one):
        found.append("out of bounds")
    return found


def _out_of_bounds(one: Account, other: Account) -> bool:
    """Tell whether the time that one account gives lies outside the bounds that the other leaves."""
    if one.day is None or other.day is not None:
        return False
    earliest, latest = other.event.earliest, other.event.latest
    return (latest is not None and one.day[0] >= latest + _DAY) or (earliest is not None and one.day[1] <= earliest)


def _contradict(one: Account, other: Account) -> bool:
    if DENIED in (one.standing, other.standing) and one.standing != other.standing:
        return True
    if one.kind != other.kind and not one.stems & other.stems:
        return True
    return bool(one.day and other.day and not meet(one.day, other.day) and not may_be_disputed(one, other))


def _enough(one: Account, other: Account, found: Sequence[str], wording: float) -> bool:
    """Tell whether something names the event: its people, or its place and day, or nearly the same words."""
    named = bool({"same core", "same person", "same player", "same names"} & {*found})
    if one.kind.startswith(TALK) and one.kind == other.kind:
        return named and wording >= _TOPIC and bool({"same day", "same news", "told together"} & {*found})
    if not one.kind or not other.kind:
        return "same word" in found and (named or wording >= 2 * _TOPIC) and ("same day" in found or wording >= _TOPIC)
    placed = bool({"same place", "same name"} & {*found}) and bool(
        {"same day", "same news", "told together"} & {*found}
    )
    return named or placed or wording >= 2 * _TOPIC
