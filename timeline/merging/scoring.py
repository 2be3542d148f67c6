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

from timeline.merging.accounts import ACTUAL, DENIED, OPEN, Account, Interval, in_language

JOIN = 4.0
SURE = 6.0  # what joins two events that one document tells apart

WEIGHTS: Mapping[str, float] = {
    "copied sentence": 10.0,
    "kind that happens once": 2.0,  # one type, which befalls nobody twice in a story, and it befalls the same
    "same kind": 1.5,
    "same word": 1.0,  # triggers of one family
    "word of the clause": 1.0,  # the word of one stands in the headline of the other: « tombe en panne », « la panne »
    "same core": 2.0,  # somebody in common in the roles that make the event what it is
    "same person": 1.5,  # a person in common in another role
    "same player": 1.0,  # something else in common in any role
    "same names": 1.2,  # two names or more in common in the sentences
    "same name": 0.7,  # one
    "same number": 1.0,  # in the sentences
    "same place": 0.7,
    "same day": 1.5,
    "likely day": 1.2,  # one day, which not both tell
    "same time": 1.0,  # the same month, the same year
    "times meet": 0.5,
    "same news": 1.0,  # told within a day of each other, or of the time that the other gives
    "told together": 0.7,  # within days
    "told apart": -1.5,
    "likely other day": -1.5,  # days apart, which not both tell
    "out of bounds": -1.5,
    "other place": -1.5,
    "other core": -2.5,
    "other company": -1.5,  # each has somebody else besides
    "not yet": -0.5,  # one tells as open what the other tells as done
    "two languages": 0.8,  # whose wordings cannot agree: about what those of one event give on one day
    "wording": 2.5,  # times the cosine of the sentences
    "headline": 3.0,  # times that of the headlines, if that tells more
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
# One is often told as the other: « a choisi Emma Roy comme directrice », « a nommé Emma Roy ».
NAMED, NAMING = "Personnel.Start-Position", frozenset({"Personnel.Start-Position", "Personnel.Nominate"})
# Types that are told so often, and of so many things, that only a common topic makes two of them one.
TALK = ("Communication.", "Contact.Phone-Write")
_NAMED = frozenset({"same core", "same person", "same player", "same names"})
_NAMED_NEAR = frozenset({"same place", "same name"})
_NEAR = frozenset({"same day", "likely day", "same news", "told together"})
_DAYS = frozenset({"same day", "likely day"})
_SAME_DEED = frozenset({"same kind", "kind that happens once", "same word"})
_TOPIC = 0.3  # cosine of two sentences on one topic
_CLAUSE = 0.5  # cosine of two headlines of one event
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
    counted = Counter(word for account in accounts for word in account.words | account.clause)
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
    if known + WEIGHTS["headline"] < JOIN:
        return -math.inf  # whatever the wording
    wording, headline = cosine(one, other, weigh), _headlines(one, other, weigh)
    if not _enough(one, other, found, max(wording, headline)):
        return -math.inf
    return known + max(WEIGHTS["wording"] * wording, WEIGHTS["headline"] * headline)


def evidence(one: Account, other: Account) -> list[str]:
    """Return the names of what speaks for and against, but the wording."""
    found = [*_of_kinds(one, other), *_of_people(one, other)]
    if one.places and other.places:
        found.append("same place" if one.places & other.places else "other place")
    if one.numbers & other.numbers:
        found.append("same number")
    if {one.standing, other.standing} == {ACTUAL, OPEN}:
        found.append("not yet")
    found += _of_times(one, other)
    if one.language != other.language and _SAME_DEED & {*found} and _DAYS & {*found}:
        found.append("two languages")
    return found


def _of_kinds(one: Account, other: Account) -> Iterator[str]:
    if _of_one_kind(one, other):
        yield "kind that happens once" if one.kind in ONCE and one.inner & other.inner else "same kind"
    if one.stems & other.stems:
        yield "same word"
    elif _in_clause(one, other) or _in_clause(other, one):
        yield "word of the clause"


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


def _in_clause(one: Account, other: Account) -> bool:
    """Tell whether the word of one account stands in the headline of the other."""
    return one.language == other.language and any(in_language(stem, one.language) in other.clause for stem in one.stems)


def _of_one_kind(one: Account, other: Account) -> bool:
    return bool(one.kind) and (one.kind == other.kind or {one.kind, other.kind} <= NAMING)


def _may_say_the_same(one: Account, other: Account) -> bool:
    """Tell two of one day that may say the same by other verbs: « bat un record », « termine à un record »."""
    on_a_day = one.likely is not None and one.likely == other.likely
    news = not (one.likely and other.likely) and one.inner & other.inner and abs(one.anchor - other.anchor) <= _DAY
    return bool(on_a_day or news) and one.language == other.language and not (one.kind and other.kind)


def cosine(one: Account, other: Account, weigh: Weigh) -> float:
    """Return how alike the sentences of two accounts are, 0 to 1; 0 across languages."""
    return _cosine(one.words, other.words, weigh) if one.language == other.language else 0.0


def _headlines(one: Account, other: Account, weigh: Weigh) -> float:
    return _cosine(one.clause, other.clause, weigh) if one.language == other.language else 0.0


def _cosine(ours: frozenset[str], theirs: frozenset[str], weigh: Weigh) -> float:
    common = ours & theirs
    if not common:
        return 0.0
    shared, first, second = (math.fsum(weigh(word) ** 2 for word in words) for words in (common, ours, theirs))
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
    found = [name for name in (_of_days(one, other),) if name]
    if _out_of_bounds(one, other) or _out_of_bounds(other, one):
        found.append("out of bounds")
    return found


def _of_days(one: Account, other: Account) -> str:
    """Return what the days tell that two accounts give, or that are likely for them, or else the days of the news."""
    if one.day and other.day:
        if not meet(one.day, other.day):
            return ""
        longest = max(one.day[1] - one.day[0], other.day[1] - other.day[0])
        return "same day" if longest <= _DAY else "same time" if one.day == other.day else "times meet"
    if one.likely and one.likely == other.likely:
        return "likely day"
    if one.likely and other.likely and abs(one.likely - other.likely) > _DAY:
        return "likely other day"
    return _of_news(one, other) if one.published and other.published else ""


def _of_news(one: Account, other: Account) -> str:
    gap = abs(one.anchor - other.anchor)
    if gap <= _DAY:
        return "same news"
    return "told together" if gap <= _TOGETHER else "told apart" if gap > _FAR else ""


def _out_of_bounds(one: Account, other: Account) -> bool:
    """Tell whether the time that one account gives lies outside the bounds that the other leaves."""
    if one.day is None or other.day is not None:
        return False
    earliest, latest = other.event.earliest, other.event.latest
    return (latest is not None and one.day[0] >= latest + _DAY) or (earliest is not None and one.day[1] <= earliest)


def _contradict(one: Account, other: Account) -> bool:
    if DENIED in (one.standing, other.standing) and one.standing != other.standing:
        return True
    if not (one.stems & other.stems or _of_one_kind(one, other) or _may_say_the_same(one, other)):
        return True
    return bool(one.day and other.day and not meet(one.day, other.day) and not may_be_disputed(one, other))


def _enough(one: Account, other: Account, found: Sequence[str], wording: float) -> bool:
    """Tell whether something names the event: its people, or its place and day, or nearly the same words."""
    signs = frozenset(found)
    named = bool(_NAMED & signs)
    if one.kind.startswith(TALK) and one.kind == other.kind:
        return named and wording >= _TOPIC and bool(_NEAR & signs)
    if _names_others(one, other, signs):
        return False
    if not one.kind or not other.kind:
        return _enough_untyped(signs, wording, named=named)
    return named or _enough_unnamed(signs, wording)


def _names_others(one: Account, other: Account, signs: frozenset[str]) -> bool:
    """Tell two whose sentences name somebody each, and nobody in common."""
    return bool(one.near and other.near) and not (_NAMED | _NAMED_NEAR) & signs


def _enough_unnamed(signs: frozenset[str], wording: float) -> bool:
    """Tell it for a type without anybody in common: by place and day, verb and day, or nearly the same words."""
    placed = bool(_NAMED_NEAR & signs) and bool(_NEAR & signs)
    told_again = {"same word", "same day"} <= signs and wording >= _TOPIC
    return placed or told_again or wording >= 2 * _TOPIC


def _enough_untyped(signs: frozenset[str], wording: float, *, named: bool) -> bool:
    """Tell it for what has no type: by one verb, by the word of one in the clause of the other, or by other verbs."""
    if "same word" in signs:
        on_a_day = bool(_DAYS & signs)
        placed = "same name" in signs and (wording >= _TOPIC or ("same place" in signs and on_a_day))
        return (named or wording >= _CLAUSE or placed) and (on_a_day or wording >= _TOPIC)
    if "word of the clause" in signs:
        return wording >= _TOPIC
    return wording >= _CLAUSE and (named or "same name" in signs)
