"""Who or what a token names: the entity, the kind of thing, and the words to quote where nobody is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from timeline.languages import Language
from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity
from timeline.model.mention import Mention
from timeline.model.participants import Participant
from timeline.model.time import TimeValue
from timeline.stages.antecedents import Antecedent
from timeline.stages.events.words import Word
from timeline.stages.mentions.index import EntityIndex, entity_index
from timeline.stages.names.lexicon import PronounForm, fold, lexicon_of
from timeline.stages.source import mention_at
from timeline.syntax import Form, Role
from timeline.syntax.functions import Grammar, grammar_of
from timeline.syntax.phrases import is_hyphen, preposition_of

KIND_OF_TYPE = {PERSON: "person", ORGANISATION: "organisation", PLACE: "place"}
FAR = 8  # words behind a noun: what hangs on it from there seldom belongs to its description
UNKNOWN = frozenset({"any"})
THING = frozenset({"thing"})
# Dependents that tell more about a noun than its name: left out when a description is quoted.
LOOSE = frozenset(
    {
        Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.APPOSITION, Role.CONJUNCT, Role.COORDINATOR, Role.PARATAXIS,
        Role.ADVERBIAL_CLAUSE, Role.PUNCTUATION, Role.CASE, Role.OTHER, Role.COPULA, Role.SUBJECT, Role.MARKER,
    }
)  # fmt: skip


# How the name of a described person hangs on the description, commas or not.
BESIDE = frozenset({Role.APPOSITION, Role.FLAT, Role.NOMINAL_MODIFIER, Role.COMPOUND, Role.CONJUNCT})


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities and times of a document, looked up by token."""

    entities: EntityIndex
    temporal: frozenset[int]
    lasting: frozenset[int]
    kinds: dict[str, frozenset[str]]
    persons: frozenset[str]
    pronouns: frozenset[str]
    former: frozenset[str]
    links: frozenset[str]
    empty: frozenset[str]
    eponyms: frozenset[str]
    couples: frozenset[str]
    others: frozenset[str]
    latter: frozenset[str]
    pronoun_forms: Mapping[str, PronounForm]
    possessive_forms: Mapping[str, PronounForm]
    plural_bodies: bool
    grammar: Grammar
    states: Mapping[str, Entity]
    taken_up: Mapping[int, Antecedent]
    regions: frozenset[str]
    premises: frozenset[str]
    seen: dict[int, Entity | None] = field(default_factory=dict)
    sorted_out: dict[int, frozenset[str]] = field(default_factory=dict)
    nouns: dict[str, list[int]] = field(default_factory=dict)

    def nouns_of(self, words: list[Word]) -> Mapping[str, Sequence[int]]:
        """Return the places of each noun in a document, by its lemma; laid out once."""
        if not self.nouns:
            for word in words:
                if word.pos_ == "NOUN":
                    self.nouns.setdefault(word.lemma_, []).append(word.i)
        return self.nouns

    def at(self, word: Word) -> Entity | None:
        """Return the entity whose mention covers a word."""
        found = self.entities.covering.get(word.idx)
        return found[0] if found else None

    def entity(self, token: Word) -> Entity | None:
        """Return the entity a nominal stands for, by itself or by the name beside it (« l'acteur Yann Roy »)."""
        if token.i not in self.seen:
            self.seen[token.i] = self._entity(token)
        return self.seen[token.i]

    def _entity(self, token: Word) -> Entity | None:
        found = self.at(token)
        if found is not None or not _is_nominal(token):
            return found
        if "person" in self.kinds_of_noun(token):
            return self._named_before(token) or self._named_beside(token) or self._named_behind_comma(token)
        return None if token.lemma_.lower() in self.eponyms else self._named_close(token) or self._named_behind(token)

    def _named_before(self, token: Word) -> Entity | None:
        """Return the person before a noun without an article (« Luc Roux champion du monde »)."""
        before = token.left_edge.i - 1
        if before < token.sent.start or any(child.role == Role.DETERMINER for child in token.children):
            return None
        return self._person_at(token.doc[before])

    def _named_beside(self, token: Word) -> Entity | None:
        """Return the person whose name hangs on a noun for people, or follows it (« l'acteur Yann Roy »)."""
        beside = [
            child
            for child in token.children
            if child.role in BESIDE and not any(c.role in {Role.CASE, Role.COORDINATOR} for c in child.children)
        ]
        beside.extend(_following_name(token, self._core(token)[1] + 1))
        return next((named for word in beside if (named := self._person_at(word)) is not None), None)

    def _named_close(self, token: Word) -> Entity | None:
        """Return the person whose name is the next word and hangs on this one (« l'Espagnol Yann Roy »)."""
        close = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        return self._person_at(close) if close.head == token and close.pos_ == "PROPN" else None

    def _named_behind(self, token: Word) -> Entity | None:
        """Return the person whose name follows a word that tells of people as well (« l'international français X »).

        Behind a comma another such word may stand between (« la tenante du titre, l'Espagnole X »).
        """
        following = self._core(token)[1] + 1
        doc = token.doc
        comma = following < len(doc) and doc[following].text == ","
        following += 2 * comma  # the comma, and an article
        if following >= len(doc) or (comma and doc[following - 1].pos_ != "DET"):
            return None
        place = following + 1 if comma and doc[following].text[0].isupper() else following
        after = doc[place] if place < len(doc) else token
        return self._person_at(after) if token.sent == after.sent else None

    def _named_behind_comma(self, token: Word) -> Entity | None:
        """Return the person whose name follows a comma and an origin (« la tenante du titre, la Suissesse X »)."""
        following = self._core(token)[1] + 1
        doc = token.doc
        if following + 2 >= len(doc) or doc[following].text != "," or doc[following + 1].pos_ != "DET":
            return None
        return None if Form.PLURAL in token.form else self._named_behind(token)

    def _person_at(self, word: Word) -> Entity | None:
        named = (
            self.at(word) if word.pos_ not in {"PRON", "DET"} else None
        )  # « une voiture d'assistance | lui apporte »
        return named if named is not None and named.type == PERSON else None

    def description(self, token: Word, *, whole: bool = False) -> Mention:
        """Return the noun phrase of a token, without the clauses, times and asides that hang on it.

        « Le patron du club, qui… » gives « Le patron du club », « le maire pour fraude » « le maire », unless `whole`.
        """
        first, last = self.phrase(token, whole=whole)
        doc, kind = token.doc, "PRO" if token.pos_ in {"PRON", "DET"} else "NOM"
        return mention_at(token.source, doc[first].idx, doc[last].idx + len(doc[last]), kind=kind)

    def is_empty(self, player: Participant) -> bool:
        """Tell a pronoun or possessive that stands for nobody known, and says nothing by itself (« qui », « sa »)."""
        return isinstance(player, Mention) and player.text.lower() in self.empty

    def state_of(self, player: Participant) -> Participant:
        """Return the state that a capital speaks for, where the text names both (« Pyongyang », la Corée du Nord)."""
        return self.states.get(player.id, player) if isinstance(player, Entity) else player

    def is_state(self, token: Word) -> bool:
        """Tell a country or a region, which may attack; a town does not."""
        entity = self.entity(token)
        return fold(entity.name if entity is not None else token.text) in self.regions

    def is_premises(self, token: Word) -> bool:
        """Tell a house, or who sits there: « l'attaque du commissariat », "the Parliament attack"."""
        entity = self.entity(token)
        words = entity.name.lower().split() if entity is not None else ()
        return not self.premises.isdisjoint((token.lemma_.lower(), token.lower_, *words))

    def people_behind(self, token: Word) -> tuple[Entity, ...]:
        """Return the people named behind a noun for several (« les maires de Lens et d'Arras, X et Y »)."""
        if Form.PLURAL not in token.form or "person" not in self.kinds_of_noun(token):
            return ()
        doc, place = token.doc, self._core(token)[1] + 1
        if place + 1 >= len(doc) or doc[place].text != ",":
            return ()
        named: dict[str, Entity] = {}
        for word in doc[place + 1 : token.sent.end]:
            person = self._person_at(word)
            if person is None and word.pos_ != "CCONJ" and word.text != ",":
                break
            if person is not None:
                named[person.id] = person
        return tuple(named.values()) if len(named) > 1 else ()

    def is_couple(self, token: Word) -> bool:
        """Tell « le couple », which says of two people that they are spoken of."""
        known = token.lemma_.lower() in self.couples or token.lower_ in self.couples
        return known and [child.role for child in token.children] == [Role.DETERMINER]

    def is_latter(self, token: Word) -> bool:
        """Tell « celle-ci », and the second word of « ces derniers »."""
        before = token.nbor(-1).lower_ if token.i else ""
        after = token.doc[token.i + 1 : token.i + 3]
        cut = token.lower_ + "".join(word.text for word in after)
        return not self.latter.isdisjoint({token.lower_, f"{before} {token.lower_}", cut})

    def phrase(self, token: Word, *, whole: bool = False) -> tuple[int, int]:
        """Return the places of the first and the last word of a nominal's description, a name beside it included."""
        first, last = self._core(token, whole=whole)
        if last + 1 < len(token.doc):
            name = token.doc[last + 1]
            if name.head == token and name.pos_ == "PROPN" and name.role in {Role.APPOSITION, Role.FLAT}:
                last = name.i  # « le virus Zika »
                while last + 1 < len(token.doc) and token.doc[last + 1].role == Role.FLAT:
                    last += 1
        return first, last

    def _core(self, token: Word, *, whole: bool = False) -> tuple[int, int]:
        """Return the places of the first and the last word of a description, without the name beside it."""
        kept = {token.i}
        for child in token.children:
            if _is_epithet(child, token) or (child.role not in LOOSE and (whole or self._is_close(child, token))):
                kept.update(part.i for part in child.subtree if part.role != Role.PUNCTUATION or is_hyphen(part))
        first = last = token.i
        while first - 1 in kept:
            first -= 1
        while last + 1 in kept:
            last += 1
        while first < token.i and self.is_time(token.doc[first]):
            first += 1
        return first, self._whole(token, last)

    def _whole(self, token: Word, last: int) -> int:
        """Return the last place of a description without the times at its end, and with all of its last word."""
        doc, timed = token.doc, last
        while last > token.i and self.is_time(doc[last]):
            last -= 1
        while token.i < last < timed and doc[last].pos_ in {"ADP", "DET"}:
            last -= 1  # « les attentats | de janvier »
        while last + 1 < len(doc) and _is_rest(doc[last + 1]):
            last += 1
        return last

    def _is_close(self, child: Word, noun: Word) -> bool:
        """Tell a dependent that belongs to a description: by « de », or by no preposition."""
        if child.i < noun.i:
            return True
        marker = child.lower_ if child.role == Role.PREPOSITION else preposition_of(child)
        return (not marker or marker in self.links) and not (
            child.role == Role.NOMINAL_MODIFIER and child.i - noun.i > 8
        )

    def is_time(self, token: Word) -> bool:
        """Tell whether a token belongs to a temporal expression; what is counted as an object is none: "ordered 55"."""
        counted = token.pos_ == "NUM" and token.role == Role.OBJECT
        return token.idx in self.temporal or (token.ent_type_ in {"DATE", "TIME"} and not counted)

    def is_date(self, token: Word) -> bool:
        """Tell whether a token says when: a length that is counted (« trois ans ») is no date."""
        return self.is_time(token) and token.idx not in self.lasting

    def kinds_of(self, token: Word) -> frozenset[str]:
        """Return the kinds of thing a nominal may name: person, organisation, place, post, amount, thing, any."""
        if token.i not in self.sorted_out:
            self.sorted_out[token.i] = self._kinds_of(token)
        return self.sorted_out[token.i]

    def _kinds_of(self, token: Word) -> frozenset[str]:
        entity = self.entity(token)
        if entity is not None:
            own = self.kinds_of_noun(token) & {"post"}
            return frozenset({KIND_OF_TYPE.get(entity.type, "thing")}) | own
        if token.lower_ in self.persons:
            return frozenset({"person"})
        if token.pos_ == "PRON" or token.lower_ in self.pronouns:
            return UNKNOWN
        if token.pos_ in {"NUM", "SYM"} or token.ent_type_ == "MONEY":
            amount = token.ent_type_ == "MONEY" or self.kinds.get(token.lower_, THING) != THING
            return frozenset({"amount"}) if amount else UNKNOWN
        return self.kinds_of_noun(token)

    def kinds_of_noun(self, token: Word) -> frozenset[str]:
        """Return the kinds that a noun itself tells, whoever it stands for."""
        found = self.kinds.get(token.lemma_.lower()) or self.kinds.get(token.lower_)
        if not found:  # « ex-patronne »
            prefix = next((word for word in self.former if word.endswith("-") and token.lower_.startswith(word)), "")
            found = self.kinds.get(token.lower_.removeprefix(prefix)) if prefix else None
        if found:
            return found
        return UNKNOWN if token.pos_ == "PROPN" else THING


def cast_of(
    entities: Iterable[Entity],
    times: Iterable[TimeValue],
    language: Language,
    antecedents: Iterable[Antecedent] = (),
) -> Cast:
    """Lay out the entities and times of a document, and what its pronouns take up, for look-up."""
    entities = tuple(entities)
    kinds, persons, pronouns, former, links = _lexicon(language)
    temporal = {offset for time in times if time.mention for offset in range(time.mention.start, time.mention.end)}
    definite = frozenset(language.joining.definite)
    counted = [time.mention for time in times if time.mention and _is_counted(time, definite)]
    lasting = {offset for mention in counted for offset in range(mention.start, mention.end)}
    lexicon, words = lexicon_of(language), language.grammar
    plural_bodies = bool(lexicon.words.context.plural_verbs)  # "the firm said they were ready"
    return Cast(
        entity_index(entities),
        frozenset(temporal),
        frozenset(lasting),
        kinds,
        persons,
        pronouns,
        former,
        links,
        frozenset((*words.relative, *words.possessives, *words.adverbial_clitics)),
        frozenset(language.participants.eponyms),
        frozenset(language.participants.couples),
        frozenset(language.joining.others),
        lexicon.words.pronouns.latter,
        lexicon.pronouns,
        lexicon.possessives,
        plural_bodies,
        grammar_of(language),
        _states(entities, language),
        {antecedent.pronoun: antecedent for antecedent in antecedents},
        lexicon.regions,
        frozenset(language.participants.premises),
    )


def _states(entities: Iterable[Entity], language: Language) -> dict[str, Entity]:
    """Return the states that a text names by the ids of their capitals."""
    places = {
        fold(name): entity for entity in entities if entity.type == PLACE for name in (entity.name, *entity.aliases)
    }
    capitals = language.places.capitals
    return {
        places[fold(capital)].id: places[fold(state)]
        for state, capital in capitals.items()
        if fold(capital) in places and fold(state) in places
    }


def _is_epithet(child: Word, noun: Word) -> bool:
    """Tell a participle alone behind its noun (« des individus | non identifiés »)."""
    close = child.role == Role.NOUN_CLAUSE and noun.i < child.i <= noun.i + 2 and child.right_edge.i == child.i
    return close and Form.PARTICIPLE in child.form and child.left_edge.i == noun.i + 1


def _is_rest(word: Word) -> bool:
    """Tell what a hyphen ties to the word before: « poids- | lourd », « ceux | - | ci »."""
    before = word.nbor(-1)
    return before.idx + len(before) == word.idx and "-" in (word.text[0], before.text[-1])


def _is_nominal(token: Word) -> bool:
    """Tell a noun, or an adjective used as one (« le Sud-Africain Luc Roux »)."""
    if token.pos_ in {"NOUN", "PROPN"}:
        return True
    return token.pos_ == "ADJ" and any(child.role == Role.DETERMINER for child in token.children)


def _following_name(token: Word, end: int) -> list[Word]:
    """Return the word at which a name beside a description may begin; after a comma if another mark closes the name.

    « le délégué, Yann Roy, », but not « le délégué, Yann Roy et Ada Blin ».
    """
    doc = token.doc
    if end >= len(doc) or doc[end].text != ",":
        return doc[end : end + 1]
    last = end + 1
    while last < len(doc) and doc[last].pos_ in {"PROPN", "X"}:
        last += 1
    closed = last >= len(doc) or doc[last].pos_ == "PUNCT"
    return doc[end + 1 : end + 2] if closed and Form.PLURAL not in token.form else []


def _is_counted(time: TimeValue, definite: frozenset[str]) -> bool:
    """Tell « trois ans » from « quelques années », and from « les trois prochaines années »."""
    if time.type != "DURATION" or time.mention is None:
        return False
    first = time.mention.text.split()[0].lower() if time.mention.text.strip() else ""
    return first not in definite and any(map(str.isdigit, time.timex3 or time.unresolved))


@cache
def _lexicon(
    language: Language,
) -> tuple[dict[str, frozenset[str]], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    words = language.participants
    kinds: dict[str, frozenset[str]] = {}
    for kind, nouns in words.kinds.items():
        for noun in nouns:
            kinds[noun] = kinds.get(noun, frozenset()) | {kind}
    for rows in language.roles.roles.values():
        for word in (form for row in rows for form in row):
            kinds[word.lower()] = kinds.get(word.lower(), frozenset()) | {"person"}
    pronouns = frozenset((*words.any_pronouns, *language.grammar.possessives))
    persons, former, links = frozenset(words.person_pronouns), frozenset(words.former), frozenset(words.links)
    return kinds, persons, pronouns, former, links
