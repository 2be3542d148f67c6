"""Who takes part in an event, as its headline names them: a name for a pronoun or a bare description."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.languages.grammar import Form, Role
from timeline.model.entity import PERSON, PLACE, Entity
from timeline.stages.events.antecedents import antecedent_of
from timeline.stages.events.cast import Cast
from timeline.stages.events.cues import Cues, cues_of
from timeline.stages.events.references import fuller_of, taken_up
from timeline.stages.events.things import thing_meant
from timeline.stages.source import source_of
from timeline.syntax.cutting import cut
from timeline.syntax.functions import Grammar
from timeline.syntax.words import Word
from timeline.syntax.written import text_of

Asked = TypeVar("Asked", bound=Hashable)
P = ParamSpec("P")
T = TypeVar("T")

LONGEST = 90  # characters of a headline
BUDGETS = (LONGEST, 60, 44, 30, 18)  # characters of a phrase, tried in turn until the headline fits
BESIDE = 44  # characters of whom a noun is of
KEPT = 10_000  # answers: those of an article
DESCRIBED = 45  # characters of a description with its name; beyond, the name says enough


@dataclass(frozen=True, slots=True)
class Desk:
    """What the headlines of one document are written with."""

    language: Language
    grammar: Grammar
    cast: Cast
    cues: Cues
    articles: Mapping[str, str]
    definite: frozenset[str]
    pointing: frozenset[str]
    indefinite: str
    particles: frozenset[str]
    many: frozenset[str]
    one: frozenset[str]
    victims: frozenset[str]
    leaning: frozenset[str]
    trailing: frozenset[str]
    standing_for: frozenset[str]
    states: frozenset[str]
    asking: frozenset[str]
    answers: dict[Hashable, Any] = field(default_factory=dict, repr=False)  # what `once_a_desk` keeps


def once_a_desk(rule: Callable[Concatenate[Asked, Desk, P], T]) -> Callable[Concatenate[Asked, Desk, P], T]:
    """Let a rule answer once at a desk: headlines are tried in several lengths, and most of them ask the same."""

    @wraps(rule)
    def answer(asked: Asked, desk: Desk, /, *args: P.args, **named: P.kwargs) -> T:
        question = (rule, asked, args, *named.values())
        if question not in desk.answers:
            if len(desk.answers) > KEPT:
                desk.answers.clear()
            desk.answers[question] = rule(asked, desk, *args, **named)
        found: T = desk.answers[question]
        return found

    return answer


@dataclass(frozen=True, slots=True)
class Phrase:
    """A participant as a headline names it."""

    text: str
    plural: bool | None = None
    feminine: bool | None = None
    pronoun: bool = False


def desk_of(language: Language, grammar: Grammar, cast: Cast) -> Desk:
    """Return what the headlines of one document are written with."""
    words = language.labels
    return Desk(
        language=language,
        grammar=grammar,
        cast=cast,
        cues=cues_of(language),
        articles=words.articles,
        definite=frozenset(language.joining.definite),
        pointing=frozenset(language.joining.definite) - grammar.possessives,
        indefinite=words.indefinite_plural,
        particles=frozenset(words.particles),
        many=frozenset(words.many),
        one=frozenset(words.one),
        victims=frozenset(words.victims),
        leaning=frozenset(words.pointing),
        trailing=frozenset(words.trailing),
        standing_for=frozenset(words.standing_for),
        states=frozenset((*language.entities.descriptions.country, *language.entities.descriptions.town)),
        asking=frozenset(language.factuality.open_questions),
    )


def is_many(subject: Word, desk: Desk) -> bool:
    """Tell « beaucoup de gens », "two of the miners"."""
    numeral = subject.pos_ == "NUM" and subject.text.isalpha() and subject.lower_ not in desk.one
    return numeral or (subject.lower_ in desk.many and bool(subject.children))


@once_a_desk
def phrase_of(word: Word, desk: Desk, budget: int, *, of: Word | None = None, named: bool = False) -> Phrase:
    """Return a participant, `of` a verb: a name for a pronoun or a bare description, else the text's own words.

    If `named` the name of a person is enough, « Ada Roy » for « la Norvégienne Ada Roy », and so are the words there.
    """
    told = of.subtree if of is not None and of != word and word in of.ancestors else ()
    words = [part for part in cut(word, desk.cast.is_time, budget, but=told) if not _is_before(part, word, desk)]
    words = _without_origin(words, word, desk)
    who = _meant(word, words, desk, named=named)
    if who is not None:
        return _with_others(phrase_of_entity(who, word, desk), word, words)
    if (word.pos_ in {"PRON", "DET"} and not word.children) or desk.cast.is_latter(word):
        return _taking_up(word, words, desk, budget)
    full = None if named else in_full(word, words, desk, budget)
    phrase = Phrase(text_of(words), None, _gender(word)) if full is None else full
    text = _articled(phrase.text, _own_article(word, words, desk) or _partitive(word, words, desk))
    return replace(phrase, text=_within(text, words[0]))


def _without_origin(words: list[Word], head: Word, desk: Desk) -> list[Word]:
    """Leave off « de » before a number, what it belongs to hung elsewhere: « (pas moins) | de six habitants »."""
    first = words[0]
    marks = first.pos_ == "ADP" and first.role == Role.CASE and first.i < head.i and len(words) > 1
    return words[1:] if marks and "origin" in desk.grammar.prepositions.get(first.lower_, ()) else words


def _articled(text: str, article: str) -> str:
    return f"{article}{text}" if article.endswith("'") else f"{article} {text}".strip()


def _taking_up(pronoun: Word, words: list[Word], desk: Desk, budget: int) -> Phrase:
    """Return the noun phrase that a pronoun, or « ce dernier », takes up where that is sure, else its own words."""
    latter = desk.cast.is_latter(pronoun)
    noun = antecedent_of(pronoun, desk.cast) if latter else taken_up(pronoun, desk.cast)
    if noun is None:
        own = text_of(words).lower() if latter else pronoun.lower_
        own = own.rpartition("-")[2] if own.startswith("-") else own  # « -t-il »
        return Phrase(own, feminine=_gender(pronoun), pronoun=not latter)
    named = phrase_of(noun, desk, min(budget, BESIDE), of=noun.head)
    several = is_many(noun, desk) or is_joined(noun) or Form.PLURAL in noun.form
    return replace(named, plural=several) if named.plural is None else named


def _gender(word: Word) -> bool | None:
    """Tell a feminine from a masculine; None where the word is of neither."""
    return Form.FEMININE in word.form if word.form & {Form.FEMININE, Form.MASCULINE} else None


def is_joined(noun: Word) -> bool:
    """Tell nouns that « et » joins."""
    return any(child.role == Role.CONJUNCT and child.pos_ in {"NOUN", "PROPN"} for child in noun.children)


def in_full(noun: Word, words: list[Word], desk: Desk, budget: int) -> Phrase | None:
    """Return a bare description as the text told it in full before: « à la loi » → « à la loi sur la presse »."""
    if noun.pos_ != "NOUN" or words[-1] != noun or len(words) < 2:
        return None
    article = words[-2].lower_
    if desk.articles.get(article, article) not in desk.pointing:
        return None
    before, behind = fuller_of(noun, desk.cast)
    if before or behind:
        start = f"{text_of(words[:-1])} {text_of(before)} {noun.text}" if before else text_of(words)
        told: Phrase | None = Phrase(f"{start} {text_of(behind)}".strip(), None, _gender(noun))
    else:
        told = _named_thing(noun, desk, words[0].lower_) if len(words) == 2 else None
    return told if told is not None and len(told.text) <= budget else None


@once_a_desk
def _named_thing(noun: Word, desk: Desk, article: str) -> Phrase | None:
    """Return the thing that a noun takes up as a text named it: « le navire », « le cargo Ever Given »."""
    thing = thing_meant(noun, desk.cast, desk.language)
    if thing is None:
        return None
    if _gender(noun) is not None:
        own = thing.article.lower_ if thing.article is not None else ""
        article = desk.articles.get(own, own)
    return Phrase(_articled(thing.text, article), False, _gender(noun)) if article in desk.pointing else None


def _with_others(named: Phrase, word: Word, words: list[Word]) -> Phrase:
    """Add those who are named with a pronoun: « lui et d'autres amis » → « Ada Roy et d'autres amis »."""
    others = [part for part in words if part.i > word.i]
    if word.pos_ != "PRON" or not any(part.role == Role.CONJUNCT and part.head == word for part in others):
        return named
    return Phrase(f"{named.text} {text_of(others)}", plural=True)


def _meant(word: Word, words: list[Word], desk: Desk, *, named: bool) -> Entity | None:
    """Return whose name says better who is meant: behind a pronoun, a bare description, or one that is too long."""
    entity, mention = desk.cast.entities.covering.get(word.idx, (None, None))
    if mention is not None and (mention.kind == "PRO" or word.pos_ in {"PRON", "DET"}):
        return entity
    if mention is not None and mention.kind == "NOM" and _is_bare_description(word, words, desk):
        return described(word, words, desk)
    if entity is not None and mention is not None and mention.kind == "NOM" and _is_of_one(word, words, entity, desk):
        return entity
    several = Form.PLURAL in word.form  # « les deux conducteurs, Ada Roy et Luc Blin »
    return None if several else _named_within(word, text_of(words), desk, longest=0 if named else DESCRIBED)


def described(word: Word, words: list[Word], desk: Desk) -> Entity | None:
    """Return whom a bare description stands for, if the name says better who is meant."""
    entity, mention = desk.cast.entities.covering.get(word.idx, (None, None))
    if entity is None or mention is None or mention.kind != "NOM" or not _is_bare_description(word, words, desk):
        return None
    if entity.type == PLACE:  # « les autorités norvégiennes » are more than the state
        return entity if {word.lower_, word.lemma_} & desk.states else None
    return None if Form.PLURAL in word.form and entity.type == PERSON else entity


def _named_within(word: Word, text: str, desk: Desk, *, longest: int) -> Entity | None:
    """Return whom a long description names, or one whose name was cut: « la présidente du club, | Ada Roy »."""
    who = desk.cast.entity(word)
    if who is None or who.type != PERSON:
        return None
    if who.name in text:
        return who if len(text) > longest else None
    _, mention = desk.cast.entities.covering.get(word.idx, (None, None))
    beside = mention is None or (mention.kind == "NOM" and who.name in mention.text)
    return who if beside and not is_joined(word) else None


def _is_of_one(word: Word, words: list[Word], entity: Entity, desk: Desk) -> bool:
    """Tell a longer description of one person, who is named elsewhere: « la patronne de la société lyonnaise »."""
    named = any(part.pos_ == "PROPN" for part in words)
    several = Form.PLURAL in word.form or is_joined(word)
    return entity.type == PERSON and words[0].lower_ in desk.definite and not named and not several


def _is_before(part: Word, head: Word, desk: Desk) -> bool:
    """Tell the preposition, or the conjunction, before a phrase, and what measures it; « De Gendt » keeps its own."""
    if _is_measure(part, head):
        return True
    while part.role == Role.FIXED and part.i < head.i:
        part = part.head
    if part.i >= head.i or part.head != head:
        return False
    named = desk.cast.at(head)
    if named is not None and part.text[:1].isupper() and desk.cast.at(part) == named:
        return False
    behind = part.doc[part.i + 1 : head.right_edge.i] if part.role == Role.COORDINATOR else ()
    if any(word.lower_ == part.lower_ and word.role == part.role for word in behind):
        return False  # « ni Ada Roy ni Luc Blin »
    owned = part.role == Role.POSSESSOR and part.lower_ in desk.grammar.relative  # "whose jets"
    return owned or part.role in {Role.CASE, Role.MARKER, Role.COORDINATOR, Role.PREPOSITION}


def _is_measure(part: Word, head: Word) -> bool:
    """Tell what stands before the preposition of a phrase: « plusieurs semaines | après la mort »."""
    return any(child.role == Role.CASE and part.i < child.i < head.i for child in head.children)


def _is_bare_description(head: Word, words: list[Word], desk: Desk) -> bool:
    """Tell « la ministre », « ce dernier »: words that only point at somebody named elsewhere."""
    named = any(word.pos_ == "PROPN" and word != head for word in words)
    return len(words) <= 3 and not named and words[0].lower_ in desk.definite


def _own_article(word: Word, words: list[Word], desk: Desk) -> str:
    """Return the article that a preposition left out had in it: « du Sénat » → « le »."""
    for child in word.children:
        if child.role == Role.CASE and child.lower_ in desk.articles and child.i + 1 == words[0].i:
            return desk.articles[child.lower_]
    return ""


def _partitive(word: Word, words: list[Word], desk: Desk) -> str:
    """Return the article that a bare plural takes in a clause: « pour dettes impayées » → « des dettes »."""
    bare = words[0] == word or (words[0].pos_ == "ADJ" and words[0].head == word)
    bare = bare and not any(child.role == Role.DETERMINER for child in word.children)  # « tous les travaux »
    plural = word.pos_ == "NOUN" and Form.PLURAL in word.form and word.lower_ not in desk.many
    return desk.indefinite if bare and plural and word.i > word.sent.start else ""


def phrase_of_entity(entity: Entity, word: Word, desk: Desk) -> Phrase:
    """Return a name with the article that the text gives it elsewhere: « la Roumanie », « les Bleus », « Volta »."""
    if entity.type == PERSON:
        return Phrase(entity.name, plural=False)
    article, name = _named_with(entity, desk, word.source)
    text = f"{article}{name}" if article.endswith("'") else f"{article} {name}".strip()
    several = article in desk.language.entities.articles.plural or name.lower().split()[-1] in desk.many
    return Phrase(text, plural=several)


@once_a_desk
def _named_with(entity: Entity, desk: Desk, doc: Doc) -> tuple[str, str]:
    """Return the article that a text first gives a name, and the name as it stands there; no article where none is."""
    return next(_articles_of(entity, source_of(doc).text, desk), ("", entity.name))


def _articles_of(entity: Entity, text: str, desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield the articles that a text gives a name, with the name as it stands there: « l' | association Volta »."""
    name = entity.name.lower()
    for mention in entity.mentions:
        if mention.kind == "NAM" and mention.text.lower() == name and mention.start:
            before = text[max(0, mention.start - 5) : mention.start].lower()
            before = re.sub(r"\s", " ", f" {before.replace('’', chr(39))}")  # an article may begin a line
            found = next((a for a in desk.articles if before.endswith((f" {a} ", f" {a}")[a.endswith("'") :])), "")
            if found and desk.articles[found] in desk.language.entities.names.articles:
                yield desk.articles[found], mention.text if mention.text[:1].islower() else entity.name


def _within(text: str, first: Word) -> str:
    """Return a phrase as it stands within a sentence; names and initials keep their capitals."""
    if first.pos_ == "PROPN" or (text[:2].isalpha() and text[:2].isupper()) or text[1:2] == ".":
        return text
    return text[:1].lower() + text[1:]
