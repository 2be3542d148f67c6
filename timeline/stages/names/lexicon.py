"""The words of a language that tell people, organisations and places apart, read once and made quick to ask."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.languages import Language, language_or_fallback
from timeline.languages.contract import EntityWords, Titles, Words
from timeline.languages.loading import read_toml, room_from
from timeline.model.entity import ORGANISATION, PERSON, PLACE


class PronounForm(NamedTuple):
    """What a pronoun asks of its antecedent; "" where any will do."""

    gender: str
    number: str
    types: tuple[str, ...]


LEAST, ENDING = 3, 4  # letters of an adjective's beginning, and of its ending

# What spaCy's models call the entities that are read, for a language that does not say.
USUAL_LABELS = {
    "PER": "PERSON", "PERSON": "PERSON", "ORG": "ORGANISATION", "LOC": "PLACE", "GPE": "PLACE", "MISC": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word sets of one language; folded forms where the field's name says so, see `fold`.

    Attributes
    ----------
    labels : mapping of str to str
        The model's entity labels and the types they vote for; "" votes for something else.
    titles : mapping of str to str
        Civil titles and the gender they tell.
    given_names : mapping of str to str
        Folded given names and the gender they tell.
    namesakes : frozenset of str
        Folded towns that people are called after (« Paris Hilton »).
    regions, towns : frozenset of str
        Folded names of countries, regions, seas; of towns.
    pronouns, possessives : mapping of str to PronounForm
        Third-person forms.
    adjectives : mapping of str to str
        Folded beginning of an adjective, and the folded country that it tells.
    folded_legal_forms : frozenset of str
        Folded legal forms of companies.
    agencies : frozenset of str
        Folded names of news agencies.
    phrases : mapping of str to tuple of tuple of str
        First word → the words of each known name of several words, the longest first (« Corée du Nord »).
    person_nouns, common_nouns : frozenset of str
        Common nouns for people; nouns that are no names for opening a sentence.
    words : EntityWords
        The room ``entities`` itself, for whatever else is asked.
    """

    labels: Mapping[str, str]
    titles: Mapping[str, str]
    given_names: Mapping[str, str]
    namesakes: frozenset[str]
    regions: frozenset[str]
    towns: frozenset[str]
    pronouns: Mapping[str, PronounForm]
    possessives: Mapping[str, PronounForm]
    adjectives: Mapping[str, str]
    folded_legal_forms: frozenset[str]
    agencies: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    person_nouns: frozenset[str]
    common_nouns: frozenset[str]
    words: EntityWords

    def country_of(self, word: str) -> str:
        """Return the folded country that an adjective tells (« américaines »), "" where it tells none."""
        lower = fold(word)
        return next(
            (
                self.adjectives[lower[:end]]
                for end in range(len(lower), LEAST, -1)
                if lower[:end] in self.adjectives and len(lower) - end <= ENDING
            ),
            "",
        )


def without_joint(word: str, joints: Iterable[str]) -> str:
    """Return a pronoun without what joins it to the verb before it.

    Examples
    --------
    >>> without_joint("-t-elle", ("-t-", "t-", "-"))
    'elle'
    """
    return word.removeprefix(next((joint for joint in joints if word.startswith(joint)), ""))


def lexicon_of(language: Language) -> Lexicon:
    """Return the language's lexicon; built once."""
    return _build(language.code)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return a form of a name that does not depend on case, accents, hyphens and dots.

    Examples
    --------
    >>> fold("Saint-Étienne"), fold("S.N.C.F.")
    ('saint etienne', 'sncf')
    """
    plain = text
    if not text.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return " ".join(plain.casefold().replace(".", "").replace("-", " ").split())


@cache
def _build(code: str) -> Lexicon:
    language = language_or_fallback(code)
    words = language.entities
    places = language.places
    droppable = words.names.droppable
    return Lexicon(
        labels=words.labels or USUAL_LABELS,
        titles=_titles(words.titles),
        given_names={**_given_names(), **_by_gender(words.given.male, "m"), **_by_gender(words.given.female, "f")},
        namesakes=frozenset(map(fold, _listed_names().places)),
        regions=_places(places.regions, droppable),
        towns=_places(places.towns, droppable),
        pronouns=_pronouns(words.third),
        possessives=_pronouns(words.possessive),
        adjectives={fold(stem): fold(country) for country, stems in places.adjectives.items() for stem in stems},
        folded_legal_forms=frozenset(map(fold, words.organisations.legal_forms)),
        agencies=frozenset(map(fold, words.speech.agencies)),
        phrases=_phrases(places.regions, sorted(words.organisations.known)),
        person_nouns=_person_nouns(language),
        common_nouns=_common_nouns(words),
        words=words,
    )


def _person_nouns(language: Language) -> frozenset[str]:
    """Return the common nouns for people: those of the participants' room, and the role nouns."""
    words: list[str] = list(language.participants.kinds.get("person", ()))
    for rows in language.roles.roles.values():
        words += (form.lower() for row in rows for form in row)
    return frozenset(words)


def _common_nouns(words: EntityWords) -> frozenset[str]:
    """Return nouns that are no names for opening a sentence: those of the tables, and bare ones."""
    listed = words.organisations.nouns | words.places.nouns | words.others.nouns
    parts = words.context.organisation_parts | words.context.person_parts | words.context.place_parts
    return words.common.bare | listed | parts


def _pronouns(table: Mapping[str, tuple[str, str, str]]) -> dict[str, PronounForm]:
    """Read « il = ["m", "s", "any"] »: gender, number (- for both), and whom it may mean."""
    meant = {"any": (PERSON, ORGANISATION, PLACE), "person": (PERSON,), "thing": (ORGANISATION, PLACE)}
    forms = {}
    for form, (gender, number, kind) in table.items():
        forms[form] = PronounForm(gender.strip("-"), number.strip("-"), meant[kind])
    return forms


@dataclass(frozen=True, slots=True)
class _GivenNames:
    """What ``given_names.toml`` holds: names of men, of women, of both, and of towns too."""

    male: Words = ()
    female: Words = ()
    either: Words = ()
    places: Words = ()


@cache
def _listed_names() -> _GivenNames:
    file = "given_names.toml"
    return room_from(_GivenNames, read_toml("timeline.stages.names", file), file)


@cache
def _given_names() -> Mapping[str, str]:
    names = _listed_names()
    return {**_by_gender(names.male, "m"), **_by_gender(names.female, "f"), **_by_gender(names.either, "")}


def _by_gender(names: Iterable[str], gender: str) -> dict[str, str]:
    return {fold(name): gender for name in names}


def _phrases(regions: Iterable[str], known: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the known names of several words by their first, as tokenisers part them at spaces and apostrophes."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in (*regions, *(name for name in known if " " in name)):
        words = tuple(name.replace("'", "' ").split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def _titles(titles: Titles) -> dict[str, str]:
    genders = ((titles.either, ""), (titles.male, "m"), (titles.female, "f"))
    return {title: gender for listed, gender in genders for title in listed}


def _places(names: Iterable[str], droppable: frozenset[str]) -> frozenset[str]:
    """Return folded names of places, with and without their article (« Le Caire », « au Caire »)."""
    folded = set(map(fold, names))
    return frozenset(
        folded | {name.split(" ", 1)[1] for name in folded if name.split(" ", 1)[0] in droppable and " " in name}
    )
