"""Things that have names: the one ship, aircraft or bill that a text told in full, behind the nouns that take it up.

« Le porte-conteneurs Ever Given s'est échoué mardi. Le navire a été dégagé. » Nothing is said where the text told of
two of a kind, or of another one since.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.languages import Language
from timeline.languages.grammar import Form, Role
from timeline.model.entity import ORGANISATION
from timeline.stages.events.cast import Cast
from timeline.stages.events.references import FAR, FULL, TELLING, are_several, told_more
from timeline.syntax.voice import SUBJECTS
from timeline.syntax.words import Word
from timeline.syntax.written import text_of

GENDERS = frozenset({Form.FEMININE, Form.MASCULINE})


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as a text told it in full: the noun, the words around it, and those of them that say which one it is."""

    noun: Word
    before: tuple[Word, ...]
    behind: tuple[Word, ...]
    name: frozenset[str]

    @property
    def article(self) -> Word | None:
        """Return its article, or the preposition that holds one (« du »)."""
        first = (*self.before, self.noun)[0]
        before = first.nbor(-1) if first.i else first
        return before if before.head == self.noun and before.role in {Role.DETERMINER, Role.CASE} else None

    @property
    def text(self) -> str:
        """Return its words, without an article."""
        return text_of([*self.before, self.noun, *self.behind])


@dataclass(frozen=True, slots=True)
class _Listed:
    """A noun of a kind, of one word or several; whether what it is about tells which, or the noun itself."""

    noun: str
    about: bool
    is_name: bool


def thing_meant(noun: Word, cast: Cast, language: Language) -> Thing | None:
    """Return the one thing of its kind that a text told in full before a noun takes it up; None where that is open."""
    kinds = _kinds(language).get(noun.lemma_)
    if kinds is None or Form.PLURAL in noun.form:
        return None
    others = _of_kinds(noun, kinds, cast)
    thing = _only_one([told for other, listed in others if (told := _told_in_full(other, listed, cast)) is not None])
    if thing is None or not _can_stand_for(noun, thing):
        return None
    definite = frozenset(language.joining.definite)
    since = (other for other, _ in others if other.i > thing.noun.i)
    return None if any(_is_another(other, definite, cast) for other in since) else thing


def _only_one(told: list[Thing]) -> Thing | None:
    """Return the shortest telling of a thing, with an article if there is one; None where two were told of."""
    shortest = min(told, key=_brevity, default=None)
    return shortest if shortest is not None and all(thing.name & shortest.name for thing in told) else None


def _brevity(thing: Thing) -> tuple[bool, int]:
    return thing.article is None, len(thing.text)


def _can_stand_for(noun: Word, thing: Thing) -> bool:
    """Tell a thing of the gender of a noun, for the words around agree, that its sentence does not name as well."""
    agree = len((noun.form | thing.noun.form) & GENDERS) < 2
    return agree and thing.name.isdisjoint(word.lower_ for word in noun.sent.words)


def _of_kinds(noun: Word, kinds: Mapping[str, tuple[_Listed, ...]], cast: Cast) -> list[tuple[Word, _Listed]]:
    """Return the nouns of some kinds in the sentences before, in their order, each as the language lists it."""
    found = []
    for first, several in kinds.items():
        places = cast.nouns_of(noun.doc).get(first, ())
        for place in places[bisect_left(places, noun.i - FAR) : bisect_left(places, noun.sent.start)]:
            found += [(noun.doc[place], listed) for listed in several if _reads(noun.doc[place], listed.noun)]
    return sorted(found, key=_place)


def _place(found: tuple[Word, _Listed]) -> int:
    return found[0].i


def _reads(noun: Word, listed: str) -> bool:
    """Tell whether what is listed stands there, of one word or of several: « projet | de loi »."""
    more = listed.split()[1:]
    return not more or [word.lower_ for word in noun.doc[noun.i + 1 : noun.i + 1 + len(more)]] == more


def _told_in_full(noun: Word, listed: _Listed, cast: Cast) -> Thing | None:
    """Return a noun with the name beside it, or with what it is about; None where it stands alone."""
    if listed.is_name:
        return Thing(noun, (), (), frozenset({noun.lower_}))
    if Form.PLURAL in noun.form:
        return None
    if _says_what_it_is(noun):
        return _named(_bearer(noun, cast))
    before, behind = told_more(noun, cast)
    if are_several(behind):
        return Thing(noun, (), (), frozenset())  # « la loi sur la presse et la loi sur l'eau » is none
    before = [word for word in before if word.role != Role.POSSESSOR]  # "NASA's | Cassini probe"
    named = _name_behind(noun)
    return _worded(noun, before, named or (behind if listed.about else []), listed)


def _worded(noun: Word, before: list[Word], behind: list[Word], listed: _Listed) -> Thing | None:
    """Return a thing in its words, where they say which one it is and are not too many."""
    telling = (word for word in (*before, *behind) if word.pos_ in TELLING or _is_capital(word))
    name = frozenset(word.lower_ for word in telling).difference(listed.noun.split())
    thing = Thing(noun, tuple(before), tuple(behind), name)
    return thing if name and len(thing.text) <= FULL else None


def _says_what_it_is(noun: Word) -> bool:
    """Tell a noun that says of a name what bears it: « l'A380, le plus gros | avion », "The A380 is a | plane"."""
    beside = noun.role in {Role.APPOSITION, Role.ATTRIBUTE}
    return beside or any(child.role == Role.COPULA for child in noun.children)


def _named(bearer: Word | None) -> Thing | None:
    if bearer is None:
        return None
    before = [word for word in bearer.doc[bearer.left_edge.i : bearer.i] if _is_name_of(word, bearer)]
    return Thing(bearer, tuple(before), (), frozenset(word.lower_ for word in (*before, bearer)))


def _bearer(noun: Word, cast: Cast) -> Word | None:
    """Return the name of which a text says what it is: « l'A380, le plus gros avion », "The A380 is a plane"."""
    if noun.role == Role.APPOSITION:
        named: Word | None = noun.head
    else:
        verb = noun.head if noun.role == Role.ATTRIBUTE else noun
        named = next((child for child in verb.children if child.role in SUBJECTS), None)
    if named is None or named.pos_ == "PRON" or not _is_capital(named) or named.i > noun.i:
        return None
    entity = cast.at(named)
    return named if entity is None or entity.type == ORGANISATION else None


def _is_name_of(word: Word, bearer: Word) -> bool:
    return word.head == bearer and word.pos_ != "DET" and _is_capital(word)


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper() or word.text[0].isdigit()


def _name_behind(noun: Word) -> list[Word]:
    """Return the words in capitals right behind a noun, whatever the parser took them for."""
    end = noun.i + 1
    while end < noun.sent.end and _is_capital(noun.doc[end]):
        end += 1
    words = noun.doc[noun.i + 1 : end]
    return words if words and words[0].text[0].isupper() else []


def _is_another(noun: Word, definite: frozenset[str], cast: Cast) -> bool:
    """Tell one that was not spoken of before: « un navire », "another plane", but not « X, un navire »."""
    if _says_what_it_is(noun):
        return False
    new = any(child.role == Role.DETERMINER and child.lower_ not in definite for child in noun.children)
    return new or any(child.lower_ in cast.others for child in noun.children)


@cache
def _kinds(language: Language) -> dict[str, dict[str, tuple[_Listed, ...]]]:
    """Return by noun which others it takes up: by their first words, as the language lists them."""
    found: dict[str, dict[str, tuple[_Listed, ...]]] = {}
    for kind in language.labels.things.values():
        for noun in kind.general:
            for other in (*kind.general, *kind.special, *kind.names):
                first, known = other.split()[0], found.setdefault(noun, {})
                known[first] = (*known.get(first, ()), _Listed(other, kind.about, other in kind.names))
    return found
