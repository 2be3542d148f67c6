"""Mentions of one event brought together: « Berg a été évincée … l'expulsion de Berg … le retrait de Berg ».

Who tells the same of the same people is joined at once (`timeline.stages.events.sameness`); for the others a learned
choice among all events told before (`timeline.stages.events.ranking`) says which one is told again, or that it is new,
unless something keeps the two apart that no likelihood outweighs (`timeline.stages.events.vetoes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.languages import Language
from timeline.stages.events.kinship import STEM
from timeline.stages.events.phrases import is_one_phrase, says_no_more
from timeline.stages.events.ranking import shares, weighed_pairs
from timeline.stages.events.retelling import Pointers, Told
from timeline.stages.events.sameness import UNIQUE, is_compatible, is_same, share_somebody
from timeline.stages.events.seen import story_of
from timeline.stages.events.vetoes import keeps_apart
from timeline.syntax.functions import Grammar

REACH = 40  # sentences between two mentions of one event
SURE = 0.75  # of a mention telling an event again, whoever else the two name
COMPARED = 12  # mentions of an event that a new one is compared with: the first, and the latest
KNOWN = 0.9  # likelihood of a mention that is sure to tell an event again being of it
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
    sure : mapping of int to float
        How likely a mention tells the event it was joined with, by the place of its word.
    """

    groups: tuple[tuple[Told, ...], ...]
    again: Mapping[tuple[int, int], float]
    sure: Mapping[int, float]


def join(told: Sequence[Told], language: Language, grammar: Grammar) -> Joined:
    """Bring together the mentions of one event."""
    story = story_of(told, language)
    pointers = story.pointers
    homes: dict[int, int] = {}
    groups: dict[int, list[Told]] = {}  # by the place of the first mention; the one that grew last stands last
    by_clue: dict[str, set[int]] = {}
    again: dict[tuple[int, int], float] = {}
    sure: dict[int, float] = {}
    for mention, weighed in zip(told, weighed_pairs(story), strict=True):
        found = _near(groups, by_clue, mention, _clues(mention, pointers))
        near = {place: _compared(groups[place]) for place in found}
        partner = _of_one_phrase(near, mention, pointers, grammar)
        another = partner is not None and groups[partner][-1].is_another
        place = partner if another else _same(near, mention, pointers)
        if place is None:
            place = _only_one(near, mention, pointers)
        likely: Mapping[int | None, float] = {}
        if place is None:
            likely = shares(mention.number, weighed, homes, story)
            place = _likeliest(groups, mention, likely, pointers)
        place = partner if place is None else place
        if place is not None:
            sure[mention.token.i] = likely.get(place, KNOWN)
        home = _home(groups, (place, _taken_along(groups, partner, mention, grammar)), mention)
        first = home[0].token.i
        homes |= {one.number: first for one in home}
        _note(again, first, likely)
        for clue in {clue for one in (mention, *home[:COMPARED]) for clue in _clues(one, pointers)}:
            by_clue.setdefault(clue, set()).add(first)
    return Joined(tuple(tuple(groups[place]) for place in sorted(groups)), again, sure)


def _home(groups: dict[int, list[Told]], places: Sequence[int | None], mention: Told) -> list[Told]:
    """Add a mention to the events at some places, as one event from now on, and return it."""
    taken = {place for place in places if place is not None}
    home = sorted([mention, *(one for place in taken for one in groups.pop(place))], key=_place)
    groups[home[0].token.i] = home
    return home


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
        gone = {place for place in places if place not in groups}
        places -= gone | {place for place in places - gone if mention.sentence - groups[place][-1].sentence > REACH}
        found |= places
    return sorted(found, reverse=True)


def _compared(group: list[Told]) -> list[Told]:
    return group if len(group) <= COMPARED else [group[0], *group[1 - COMPARED :]]


def _place(mention: Told) -> int:
    return mention.token.i


def _of_one_phrase(near: Mapping[int, list[Told]], mention: Told, pointers: Pointers, grammar: Grammar) -> int | None:
    """Return the event of a word that makes one phrase with a mention."""
    return next(
        (
            place
            for place, group in near.items()
            if any(is_one_phrase(one, mention, pointers, grammar) for one in group)
        ),
        None,
    )


def _taken_along(groups: Mapping[int, list[Told]], partner: int | None, mention: Told, grammar: Grammar) -> int | None:
    """Return the event of a verb alone that its noun takes along where that was told before: « donne l'assaut »."""
    alone = groups[partner] if partner is not None else []
    return partner if len(alone) == 1 and says_no_more(alone[0], mention, grammar) else None


def _same(near: Mapping[int, list[Told]], mention: Told, pointers: Pointers) -> int | None:
    """Return the event that a mention is sure to tell again: one of the same people first, then the latest."""
    ours = [place for place in near if not _names_others(mention, near[place])]
    places = [*ours, *(place for place in near if place not in ours)]
    return next((place for place in places if is_same(near[place], mention, pointers)), None)


def _likeliest(
    groups: Mapping[int, list[Told]], mention: Told, likely: Mapping[int | None, float], pointers: Pointers
) -> int | None:
    """Return the event that a mention most likely tells again, by what was learned; None where it is likely new."""
    places = sorted((place for place in likely if place is not None), key=likely.__getitem__, reverse=True)
    for place in places:
        if likely[place] <= max(likely[None], LEAST):
            break
        sure = likely[place] >= SURE
        if not any(keeps_apart(one, mention, pointers, sure=sure) for one in _compared(groups[place])):
            return place
    return None


def _names_others(mention: Told, group: list[Told]) -> bool:
    return not any(share_somebody(one, mention) for one in group)


def _only_one(near: Mapping[int, list[Told]], mention: Told, pointers: Pointers) -> int | None:
    """Return the one event of a story that a bare « l'éviction » far from it can mean: of a kind that happens once."""
    if mention.core or not (mention.is_noun and mention.points_back) or mention.is_another:
        return None
    first = {place: group[0] for place, group in near.items()}
    alike = [p for p, one in first.items() if one.event.type == mention.event.type and one.frame == mention.frame]
    fits = (
        len(alike) == 1
        and mention.event.type in UNIQUE
        and all(is_compatible(one, mention, pointers) for one in near[alike[0]])
    )
    return alike[0] if fits else None


def _clues(mention: Told, pointers: Pointers) -> tuple[str, ...]:
    """Return what a mention must share with another to be worth comparing: a type, a family of words, a sentence."""
    lemma = mention.token.lemma_.lower()
    own = f"{lemma[:STEM]}…" if mention.event.type == "Other" else mention.event.type
    families = pointers.verbs.get(lemma, (lemma,))
    return (own, *(UNIQUE & mention.types), *families, f"sentence {mention.sentence}")
