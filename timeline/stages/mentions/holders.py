"""Whom a role noun speaks of: beside a name, joined to another role, by a verb, or taken up later.

« l'ancienne PDG de Twitch, Emmett Shear », « présidente et directrice générale », « X est devenue PDG », « le PDG ».
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from timeline.model.entity import PERSON, PLACE
from timeline.stages.mentions.chains import DESCRIPTION, Chain, Reference, Story
from timeline.stages.mentions.cues import is_subject, is_told_of
from timeline.stages.mentions.phrases import RolePhrase, role_nouns, role_phrase, role_word
from timeline.stages.mentions.predicates import Giving, giving_of, right_behind
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.tokens import governor
from timeline.stages.source import related_sentences
from timeline.syntax import Role, role_of, word_at
from timeline.syntax.phrases import preposition_of
from timeline.syntax.voice import SUBJECTS

OFFICES = frozenset({"body", "any", "place"})
BELOW = 3  # sentences, the headline's included, in which the holder of its office is named
LEAD = 3  # times as often as the next holder of an office one is spoken of whom its bare title means


class Holder(NamedTuple):
    """A role phrase and whom it speaks of.

    Attributes
    ----------
    person : Chain
    phrase : RolePhrase
    organisation : Chain or None
    start, end : int
        The tokens that say so.
    giving : Giving or None
        The verb that gives the role, None in appositions.
    shared : Token or None
        The role noun that this one is joined to.
    """

    person: Chain
    phrase: RolePhrase
    organisation: Chain | None
    start: int
    end: int
    giving: Giving | None = None
    shared: Token | None = None


def link_holders(reading: Reading) -> None:
    """Add to each chain the role phrases that describe it."""
    found: dict[int, Holder] = {}
    waiting: list[tuple[RolePhrase, str]] = []
    for number, sentence in enumerate(related_sentences(reading.doc)):
        if number == BELOW:
            _name_ahead(waiting, found.values(), reading)
        for token, word in role_nouns(sentence, reading.roles):
            if token.i in reading.story.named:
                continue
            phrase = role_phrase(token, reading)
            holder = holder_of(phrase, found, sentence, reading)
            if holder is not None and holder.giving is None and holder.shared is None:
                reading.story.add(holder.person, Reference(holder.start, holder.end, token.i, DESCRIPTION))
            if not is_office(word, reading):
                continue
            if holder is not None:
                found[token.i] = holder
            else:
                _describe(phrase, word, found.values(), reading)
                if not number and _is_heading(sentence) and token.i not in reading.story.inside:
                    waiting.append((phrase, word))
    _name_ahead(waiting, found.values(), reading)


def _is_heading(sentence: Span) -> bool:
    """Tell a line of its own, without a full stop."""
    after = sentence.doc[max(sentence.end - 1, 0) : sentence.end + 1]
    return any("\n" in token.text for token in after) and not any(token.text == "." for token in sentence)


def _name_ahead(waiting: list[tuple[RolePhrase, str]], found: Collection[Holder], reading: Reading) -> None:
    """Join an office of the headline to the one holder whom the first sentences below name ("The chairman quits")."""
    for phrase, word in waiting:
        holders = {id(holder.person): holder.person for holder in found if _may_hold(holder, phrase, word)}
        gender = reading.roles.genders.get(word, "")
        person = next(iter(holders.values())) if len(holders) == 1 else None
        if person is not None and gender in ("", person.gender or gender):
            reading.story.add(person, Reference(phrase.start, phrase.end, phrase.noun.i, DESCRIPTION))
    waiting.clear()


def is_office(word: str, reading: Reading) -> bool:
    """Tell whether a role noun names something that is held, and no mere calling (« l'avocat de X »)."""
    return reading.roles.kinds[word] in OFFICES or word in reading.roles.words.functions


def holder_of(phrase: RolePhrase, found: Mapping[int, Holder], sentence: Span, reading: Reading) -> Holder | None:
    """Return whom a role phrase speaks of, None where its sentence does not tell.

    ``found`` holds the roles before it, by the place of their nouns.
    """
    return (
        (_before_name(phrase, sentence, reading) if reading.doc[phrase.start].pos_ == "DET" else None)
        or _joined(phrase, found, reading)
        or _beside_name(phrase, sentence, reading)
        or _joined_ahead(phrase, sentence, reading)
        or _given(phrase, reading)
    )


def _joined(phrase: RolePhrase, found: Mapping[int, Holder], reading: Reading) -> Holder | None:
    """Read a role joined by « et » to another of the same person (« présidente et directrice générale »)."""
    noun = phrase.noun.head
    first = found.get(noun.i) if role_of(phrase.noun) == Role.CONJUNCT else None
    if first is None:
        return None
    # "chairman of Genex and a member of the board": of another's
    own = reading.doc[phrase.start].pos_ == "DET" and first.organisation is not None and first.phrase.organisation
    body = phrase.organisation or (None if own else first.organisation)
    return Holder(first.person, phrase, body, phrase.start, phrase.end, first.giving, shared=noun)


def _joined_ahead(phrase: RolePhrase, sentence: Span, reading: Reading) -> Holder | None:
    """Read a role joined to one before a name (« la | fondatrice | et ancienne patronne de B, X »)."""
    noun, doc = phrase.noun, reading.doc
    if phrase.end + 1 >= sentence.end or doc[phrase.end].pos_ != "CCONJ":
        return None
    second = next((token for token in doc[phrase.end + 1 : phrase.end + 4] if role_word(token, reading.roles)), None)
    if second is None or second.i >= sentence.end or not phrase.definite:
        return None
    joined = role_phrase(second, reading)
    beside = None if doc[joined.start].pos_ == "DET" else _beside_name(joined, sentence, reading)
    if beside is None or beside.start < noun.i + 1:
        return None  # « entre le pape et le cardinal X »
    return Holder(beside.person, phrase, phrase.organisation or beside.organisation, phrase.start, phrase.end)


def _given(phrase: RolePhrase, reading: Reading) -> Holder | None:
    giving = giving_of(phrase, reading) or right_behind(phrase, reading)
    if giving is None:
        return None
    start, end = min(giving.verb.i, phrase.start), max(giving.verb.i + 1, phrase.end)
    return Holder(giving.person, phrase, phrase.organisation, start, end, giving)


def _beside_name(phrase: RolePhrase, sentence: Span, reading: Reading) -> Holder | None:
    """Read a role in apposition: « le PDG X », « le PDG de B, X, », « X, PDG de B », « X (PDG de B) »."""
    return _before_name(phrase, sentence, reading) or _behind_name(phrase, sentence, reading)


def _before_name(phrase: RolePhrase, sentence: Span, reading: Reading) -> Holder | None:
    """Read « le PDG X », « le PDG de B, X, », « le PDG de B, l'Allemand X »."""
    doc = reading.doc
    comma = phrase.end < sentence.end and doc[phrase.end].text == ","
    first = _name_start(phrase.end + comma, sentence, reading) if comma else _titled(phrase.end, sentence, reading)
    person = person_at(reading.story, first)
    if person is None or (not comma and _is_of_another(phrase, reading)):
        return None
    end = _name_end(reading.story, first)
    # « la fondatrice et ancienne patronne de B, X », « Ancien ministre, X a… »
    definite = phrase.definite or role_of(phrase.noun) == Role.CONJUNCT or phrase.start == sentence.start
    if comma and (not (definite and _breaks(doc, end)) or _is_stated(phrase.noun, end)):
        return None
    return Holder(person, phrase, phrase.organisation or _place_after(end, reading), phrase.start, end)


def _is_stated(noun: Token, name_end: int) -> bool:
    """Tell what a verb says somebody is, and who speaks behind it ("The victim is an engineer, | Hall said")."""
    stated = role_of(noun) == Role.ATTRIBUTE or any(role_of(child) == Role.COPULA for child in noun.children)
    return stated and not (name_end < len(noun.doc) and noun.doc[name_end].text == ",")


def _is_of_another(phrase: RolePhrase, reading: Reading) -> bool:
    """Tell who stands to, or works for, the holder of the office before a name ("this friend of | minister X").

    « le conseiller du | président américain X »: the name is the president's.
    """
    last, roles = reading.doc[phrase.end - 1], reading.roles
    if last != phrase.noun and roles.kind_of(last.lower_) is not None:
        return role_word(phrase.noun, roles) in roles.words.relations or _is_owner(last, reading)
    return last.pos_ == "ADJ" and last.head != phrase.noun and _is_owner(last.head, reading)


def _is_owner(noun: Token, reading: Reading) -> bool:
    """Tell the holder of an office whose somebody is: « du président », "of the president"."""
    names, roles = reading.lexicon.words.names, reading.roles
    if roles.kind_of(noun.lower_) is None or preposition_of(word_at(noun)) not in names.of:
        return False
    left = {child.lower_ for child in noun.lefts}
    return not left.isdisjoint(names.contracted) or not left.isdisjoint(names.articles)


def _behind_name(phrase: RolePhrase, sentence: Span, reading: Reading) -> Holder | None:
    """Read « X, PDG de B », « X, 51 ans, PDG de B », « X (PDG de B) »."""
    doc, story, before = reading.doc, reading.story, phrase.start - 1
    if before <= sentence.start or doc[before].text not in {",", "("} or _says_so(phrase):
        return None
    person = person_at(story, before - 1) or person_at(story, _before_age(doc, before))
    return Holder(person, phrase, phrase.organisation, phrase.start, phrase.end) if person is not None else None


def _says_so(phrase: RolePhrase) -> bool:
    """Tell the subject of the verb right behind it ("B fired X, | the chief executive | said")."""
    doc = phrase.noun.doc
    goes_on = phrase.end < len(doc) and doc[phrase.end].pos_ in {"VERB", "AUX"}
    return goes_on and role_of(phrase.noun) in SUBJECTS


def _name_start(first: int, sentence: Span, reading: Reading) -> int:
    """Return where a name begins behind a comma, or behind where its bearer is from (« l'Allemand | X »)."""
    doc = reading.doc
    if first + 2 < sentence.end and doc[first].pos_ == "DET" and doc[first + 1].text[0].isupper():
        return first + 2
    return _titled(first, sentence, reading)


def _titled(first: int, sentence: Span, reading: Reading) -> int:
    """Return where a name begins behind a civil title."""
    titled = (
        first < sentence.end and first not in reading.story.named and reading.doc[first].text in reading.lexicon.titles
    )
    return first + titled


def _before_age(doc: Doc, comma: int) -> int:
    """Return where a name ends before an age between commas (« X, | 51 ans, PDG de B »)."""
    index = comma - 1
    while index > comma - 4 and doc[index].text != ",":
        index -= 1
    aged = index > 0 and doc[index].text == "," and doc[index + 1].like_num
    return index - 1 if aged else comma


def _place_after(end: int, reading: Reading) -> Chain | None:
    """Return the place behind a name (« la reine X | de Norvège », "King Hussein | of Jordan")."""
    doc = reading.doc
    if end + 1 >= len(doc) or doc[end].lower_ not in reading.lexicon.words.names.of:
        return None
    place = reading.story.named.get(end + 1)
    return place if place is not None and place.type == PLACE else None


def _describe(phrase: RolePhrase, word: str, found: Iterable[Holder], reading: Reading) -> None:
    """Join « le PDG », « le cofondateur d'X » to its holder, or to whom the text speaks of before."""
    person = _meant(phrase, word, found, reading) if phrase.definite else None
    if person is not None and reading.roles.genders.get(word, "") in ("", person.gender or reading.roles.genders[word]):
        reading.story.add(person, Reference(phrase.start, phrase.end, phrase.noun.i, DESCRIPTION))


def _meant(phrase: RolePhrase, word: str, found: Iterable[Holder], reading: Reading) -> Chain | None:
    """Return the holder of an office, else the one person spoken of so far, or in the sentence before."""
    owner = _owner(phrase, reading)
    holders = {
        id(holder.person): holder.person
        for holder in found
        if _may_hold(holder, phrase, word) and holder.person is not owner
    }
    if holders:
        return _only(holders.values())
    if owner is not None:  # « son directeur » is another than whose he is
        return None
    if phrase.organisation is not None and phrase.organisation.type != PLACE:
        people = (chain for chain in reading.story.chains if chain.type == PERSON and _may_be_taken_up(chain, phrase))
        spoken_of = list(islice(people, 2))
        if len(spoken_of) == 1:
            return spoken_of[0]  # « le gouverneur de Floride » of a crime's story is not its suspect
    return _just_spoken_of(phrase, reading)


def _owner(phrase: RolePhrase, reading: Reading) -> Chain | None:
    """Return the person whose somebody is said to be (« son directeur de cabinet »)."""
    possessed = reading.doc[phrase.start].lower_ in reading.lexicon.possessives
    owner = reading.story.inside.get(phrase.start) if possessed else None
    return owner if owner is not None and owner.type == PERSON else None


def _may_hold(holder: Holder, phrase: RolePhrase, word: str) -> bool:
    """Tell whether somebody holds the office that a phrase speaks of; « l'ancien ministre » takes up a former one."""
    same_body = phrase.organisation in (None, holder.organisation)
    same_standing = (holder.phrase.status == "former") == (phrase.status == "former")
    return word in holder.phrase.title.casefold() and same_body and same_standing


def _only(people: Collection[Chain]) -> Chain | None:
    """Return the one person of several, or the one spoken of by far most (« le président » of a story on one)."""
    ranked = sorted(people, key=_weight, reverse=True)
    if not ranked or (len(ranked) > 1 and _weight(ranked[0]) < LEAD * _weight(ranked[1])):
        return None
    return ranked[0]


def _weight(person: Chain) -> int:
    return len(person.references)


def _just_spoken_of(phrase: RolePhrase, reading: Reading) -> Chain | None:
    """Return the one person whom the sentence before speaks of, where the next begins with an office.

    « Léa Roy souhaite une réforme. La candidate des Verts voudrait aussi… »
    """
    noun, story = phrase.noun, reading.story
    if not is_subject(word_at(noun)) or phrase.start != noun.sent.start or noun.sent.start == 0 or _is_told_which(noun):
        return None
    before = reading.doc[noun.sent.start - 1].sent
    told = {id(chain): chain for token in before if (chain := story.inside.get(token.i)) and chain.type == PERSON}
    acts = {id(story.heads[token.i]) for token in before if token.i in story.heads and is_subject(word_at(token))}
    # « Mort de Jean Roux. Le maire… » is another; in headlines nobody is a subject
    return next(iter(told.values())) if len(told) == 1 and acts.issuperset(told) else None


def _is_told_which(noun: Token) -> bool:
    """Tell a noun whose own clause says which is meant, no comma before it: "the officer | who was hurt"."""
    clauses = (child for child in word_at(noun).rights if child.role == Role.RELATIVE_CLAUSE)
    return any("," not in {clause.left_edge.text, clause.left_edge.nbor(-1).text} for clause in clauses)


def _may_be_taken_up(chain: Chain, phrase: RolePhrase) -> bool:
    """Tell whether somebody is spoken of before, and beside another verb (« Léa Roy a vu le PDG » are two)."""
    noun = word_at(phrase.noun)
    verb = governor(noun)
    heads = [noun.doc[reference.head] for reference in chain.references if reference.start < phrase.start]
    return bool(heads) and not any(governor(head) == verb or is_told_of(head, verb) for head in heads)


def person_at(story: Story, index: int) -> Chain | None:
    """Return the person whose name covers a token."""
    chain = story.named.get(index)
    return chain if chain is not None and chain.type == PERSON else None


def _name_end(story: Story, index: int) -> int:
    chain = story.named[index]
    while story.named.get(index) is chain:
        index += 1
    return index


def _breaks(doc: Doc, index: int) -> bool:
    return index >= len(doc) or doc[index].pos_ not in {"CCONJ"}
