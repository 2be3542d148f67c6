"""What a story is about and where it is set: the body, the country and the town that it speaks of by far most.

Counted once a text, for every office of a long one asks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from spacy.tokens import Token

from timeline.languages import language_or_fallback
from timeline.model.entity import ORGANISATION, PLACE
from timeline.stages.mentions.chains import Chain
from timeline.stages.mentions.cues import is_audience
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.lexicon import fold
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.names.tokens import governor
from timeline.syntax import word_at, words_of

LEAST_OF_TOPIC = 3  # mentions of the body that a story is about
LEAD = 2  # times as often as the next is a country named that the story is set in

Counted = tuple[int, int, Chain]  # how often one is spoken of, its first mention counted downwards, and itself


@dataclass(frozen=True)
class Setting:
    """The bodies and places of one text, whose chains stand as they are."""

    reading: Reading

    @cached_property
    def bodies_of_towns(self) -> tuple[tuple[Chain, frozenset[str]], ...]:
        """The bodies with towns in their names, and these."""
        bodies = (chain for chain in self.reading.story.chains if chain.type == ORGANISATION)
        named = ((chain, _towns(chain, self.reading)) for chain in bodies)
        return tuple((chain, towns) for chain, towns in named if towns)

    def bodies(self, first: int, end: int) -> dict[int, Chain]:
        """Return the bodies spoken of between two tokens, by their identities; none that is only told something."""
        part = slice(bisect_left(self._spoken_at, first), bisect_left(self._spoken_at, end))
        return {id(chain): chain for _, chain in self._spoken[part]}

    @cached_property
    def competitions(self) -> frozenset[int]:
        """The bodies that are competitions ("League", "Division"), by their identities."""
        numbered, doc = self.reading.lexicon.words.others.numbered, self.reading.doc
        bodies = {id(chain): chain for _, chain in self._spoken}
        return frozenset(
            key for key, chain in bodies.items() if any(doc[ref.start].text in numbered for ref in chain.names())
        )

    def country(self, named: str = "") -> Chain | None:
        """Return the country of a folded name, or the one the story is set in: the only one, or the first by far."""
        if not named:
            return self._set_in
        return _by_far([counted for keys, counted in self._places if named in keys])

    def town(self) -> Chain | None:
        """Return the place of the story that is no region: the only one, or the one it speaks of by far most."""
        return self._town

    def topic(self, before: int) -> Chain | None:
        """Return the body that the story speaks of by far most, up to a token."""
        said = bisect_left(self._said, before) - 1
        return self._topics[said] if said >= 0 else None

    @cached_property
    def _set_in(self) -> Chain | None:
        countries = frozenset(self.reading.lexicon.adjectives.values())
        known = (counted for keys, counted in self._places if not countries.isdisjoint(keys))
        return _by_far([counted for counted in known if not _is_only_left(counted[2], self.reading)])

    @cached_property
    def _town(self) -> Chain | None:
        regions = self.reading.lexicon.regions
        towns = (counted[2] for keys, counted in self._places if regions.isdisjoint(keys))
        return _by_far([(len(chain.references), -chain.references[0].start, chain) for chain in towns])

    @cached_property
    def _places(self) -> list[tuple[frozenset[str], Counted]]:
        """The places by their names, each with how often it, and its adjective, is told."""
        words = (self.reading.lexicon.country_of(token.text) for token in self.reading.doc)
        theirs = Counter(filter(None, words))
        found: list[tuple[frozenset[str], Counted]] = []
        for chain in self.reading.story.chains:
            if chain.type == PLACE:
                keys = frozenset(keys_of(chain, self.reading))
                count = len(chain.references) + sum(theirs[key] for key in keys)
                found.append((keys, (count, -chain.references[0].start, chain)))
        return found

    @cached_property
    def _spoken(self) -> list[tuple[int, Chain]]:
        """The words of bodies that are not only told something, in the order of the text."""
        words, lexicon = words_of(self.reading.doc), self.reading.lexicon
        bodies = ((index, chain) for index, chain in self.reading.story.inside.items() if chain.type == ORGANISATION)
        return sorted(
            ((index, chain) for index, chain in bodies if not is_audience(words[index], lexicon)), key=itemgetter(0)
        )

    @cached_property
    def _spoken_at(self) -> list[int]:
        return [index for index, _ in self._spoken]

    @cached_property
    def _mentions(self) -> list[tuple[int, Chain]]:
        """The mentions of bodies, in the order of the text."""
        bodies = (chain for chain in self.reading.story.chains if chain.type == ORGANISATION)
        return sorted(((ref.start, chain) for chain in bodies for ref in chain.references), key=itemgetter(0))

    @cached_property
    def _said(self) -> list[int]:
        return [start for start, _ in self._mentions]

    @cached_property
    def _topics(self) -> list[Chain | None]:
        """What the story is about after each mention of a body: the two that lead are all that has to be known."""
        counts: Counter[int] = Counter()
        leading: list[Counted] = []
        found: list[Chain | None] = []
        for _, chain in self._mentions:
            counts[id(chain)] += 1
            others = [counted for counted in leading if counted[2] is not chain]
            leading = sorted([*others, (counts[id(chain)], -chain.references[0].start, chain)], key=_rank, reverse=True)
            leading = leading[:2]
            found.append(_by_far(leading) if leading[0][0] >= LEAST_OF_TOPIC else None)
        return found


def _is_only_left(chain: Chain, reading: Reading) -> bool:
    """Tell a country of which a text says only that somebody leaves it (« la ministre X quitte la Corée du Nord »)."""
    verbs = (governor(reading.doc[reference.head]) for reference in chain.references)
    return all(_leaves(verb, reading.roles) for verb in verbs)


def _leaves(verb: Token, roles: RoleWords) -> bool:
    """Tell a verb of leaving, also where the model's lemmatizer is wrong (« quitte »)."""
    rules = language_or_fallback(verb.doc.lang_).event_types_rules
    others = rules.lemmas(word_at(verb)) if rules is not None else ()
    return any(roles.verbs.get(lemma) == "leave" for lemma in (verb.lemma_.lower(), *others))


def _by_far(counts: list[tuple[int, int, Chain]]) -> Chain | None:
    """Return the first in rank, where it is alone or counts for more than the next by far."""
    ranked = sorted(counts, key=_rank, reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] < LEAD * ranked[1][0]):
        return None
    return ranked[0][2]


def _rank(counted: tuple[int, int, Chain]) -> tuple[int, int]:
    return counted[:2]


def _towns(chain: Chain, reading: Reading) -> frozenset[str]:
    """Return the towns in the names of a body."""
    return frozenset(word for key in keys_of(chain, reading) for word in key.split()) & reading.lexicon.towns


def keys_of(chain: Chain, reading: Reading) -> set[str]:
    """Return the folded names of a chain, without their articles."""
    names = (fold(reading.doc[ref.start : ref.end].text) for ref in chain.names())
    droppable = reading.lexicon.words.names.droppable
    return {name if name.split(" ")[0] not in droppable else name.split(" ", 1)[-1] for name in names}
