"""Whom a pronoun takes up that stands for no entity: the noun phrase, named or not, that is at hand.

The mentions' stage links pronouns to entities where it is sure, and notes what the others take up. What it is not sure
of is looked for here, where it is known what kind of thing a noun names: the subject of the clause before, else of the
sentence before, that agrees (Hobbs 1978 walks the same way).

References
----------
Hobbs 1978, Resolving pronoun references. Lingua 44.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.languages import language_or_fallback
from timeline.languages.grammar import Form, Role
from timeline.model.entity import PERSON
from timeline.stages.events.cast import Cast
from timeline.stages.names.lexicon import PronounForm, without_joint
from timeline.stages.names.tokens import agreed_gender
from timeline.syntax.functions import grammar_at
from timeline.syntax.phrases import conjuncts, object_before
from timeline.syntax.voice import SUBJECTS
from timeline.syntax.words import Word

BACK = 2  # sentences before
COUPLE = 200  # words back to the two people whom « le couple » takes up
NEAR = 40  # words back to whom « ces derniers » takes up
AGREEMENT = frozenset({Form.SINGULAR, Form.PLURAL, Form.MASCULINE, Form.FEMININE})
SOMEBODY = frozenset({"person", "organisation"})
NOMINAL = frozenset({"NOUN", "PROPN"})


def antecedent_of(pronoun: Word, cast: Cast) -> Word | None:
    """Return the noun that a third-person pronoun takes up, None where none at hand agrees with it."""
    if cast.is_latter(pronoun):
        return _last_named(pronoun, cast)
    form, known = form_of(pronoun, cast), cast.taken_up.get(pronoun.i)
    noted = None if known is None else pronoun.doc[known.noun]
    if form is None or (known is not None and known.sure):
        return noted
    if _is_matter(pronoun, form):
        return None
    decided = pronoun.head.head if _is_claimed(pronoun) else None
    at_hand = (word for word in _at_hand(pronoun) if agrees(word, form, cast) and _is_as_many(word, pronoun, form))
    told_of = object_before(pronoun.head, grammar_at(pronoun)) if pronoun.role in SUBJECTS else None
    return next((word for word in at_hand if word.head != decided and word != told_of), noted)


def _is_claimed(possessive: Word) -> bool:
    """Tell what one asks for and another decides on (« le tribunal a rejeté sa demande »)."""
    words, noun = language_or_fallback(possessive.code).entities.context, possessive.head
    claimed = possessive.pos_ == "DET" and noun.lemma_.lower() in words.claims
    return claimed and noun.head.lemma_.lower() in words.deciding


def _is_matter(pronoun: Word, form: PronounForm) -> bool:
    """Tell what somebody tells or denies, which is nobody (« l'a annoncé », "denied it")."""
    said = pronoun.head.lemma_.lower() in language_or_fallback(pronoun.code).entities.speech.matters
    return said and pronoun.role == Role.OBJECT and form.number != "p" and form.types != (PERSON,)


def _is_as_many(word: Word, pronoun: Word, form: PronounForm) -> bool:
    """Tell whether a noun of another sentence is as many as "they"; within one a body may be its members."""
    if form.number != "p" or word.sent == pronoun.sent:
        return True
    return Form.PLURAL in word.form or any(child.role == Role.CONJUNCT for child in word.children)


def form_of(pronoun: Word, cast: Cast) -> PronounForm | None:
    """Return whom a third-person pronoun or a possessive may mean; None for any other word."""
    owns = pronoun.pos_ == "DET" or pronoun.role == Role.POSSESSOR
    words = language_or_fallback(pronoun.code).entities
    forms = cast.possessive_forms if owns else cast.pronoun_forms
    form = forms.get(without_joint(pronoun.lower_, words.pronouns.attaching))
    if form is None:
        return None
    appointed = owns and pronoun.head.lemma_.lower() in words.context.appointments  # « sa nomination »
    types = (PERSON,) if appointed else form.types
    return form._replace(types=types, gender=form.gender or agreed_gender(pronoun))


def antecedents_of(pronoun: Word, cast: Cast) -> tuple[Word, ...]:
    """Return the nouns that a pronoun takes up: for « ils » all that are joined, or the two people just spoken of."""
    found = antecedent_of(pronoun, cast)
    if found is not None and found.role == Role.APPOSITION and found.head.i < found.i:
        found = found.head  # « Jean et Léa Roux, parents de…, écrivent au maire qu'ils… »
    if found is None:
        return couple_before(pronoun, cast) if _asks_for_people(pronoun, cast) else ()
    return tuple(conjuncts(found)) if Form.SINGULAR in found.form or found.pos_ == "PROPN" else (found,)


def couple_before(word: Word, cast: Cast) -> tuple[Word, ...]:
    """Return the words that name two people, joined or alone in a sentence, whom « le couple » or « ils » mean.

    « Paul et Léa Roux portent plainte. Le couple… », "Carl Dunn met Eva Pike. They…".
    """
    if cast.is_couple(word):
        return _joined_before(word, cast)
    start, first = word.sent.start, word.sent.number
    end = word.i
    for _ in range(BACK + 1):
        named: dict[str, Word] = {}
        for other in word.doc[start:end]:
            entity = cast.at(other)
            if entity is not None and entity.type == PERSON:
                named.setdefault(entity.id, other)
        if named or not start or first - word.doc[start - 1].sent.number > BACK:
            return tuple(named.values()) if len(named) == 2 else ()
        start, end = word.doc[start - 1].sent.start, start
    return ()


def _joined_before(word: Word, cast: Cast) -> tuple[Word, ...]:
    """Return the last two people whom « et » joins before a word: a couple is spoken of as one."""
    for other in reversed(word.doc[max(0, word.i - COUPLE) : word.i]):
        pair = list(conjuncts(other)) if other.pos_ == "PROPN" and other.role != Role.CONJUNCT else []
        people = [entity for one in pair if (entity := cast.at(one)) is not None and entity.type == PERSON]
        if len(pair) == len(people) == 2 and people[0] != people[1]:
            return tuple(pair)
    return ()


def _asks_for_people(pronoun: Word, cast: Cast) -> bool:
    form = cast.pronoun_forms.get(pronoun.lower_)
    return form is not None and form.number == "p" and pronoun.role in SUBJECTS


def _last_named(latter: Word, cast: Cast) -> Word | None:
    """Return the last noun before « ces derniers », « celle-ci » for somebody, that agrees and is of another clause."""
    asked = latter.form & AGREEMENT
    first = next((child.i for child in latter.children if child.role == Role.DETERMINER), latter.i)
    for word in reversed(latter.doc[max(0, first - NEAR) : first]):
        if word.sent.number < latter.sent.number - 1:
            return None
        if word.pos_ not in NOMINAL or cast.is_time(word) or not cast.kinds_of(word) & SOMEBODY:
            continue
        told = word.form & AGREEMENT
        if word.head != latter.head and not (asked - told and told - asked):
            return word.head if word.role == Role.APPOSITION and word.head.i < word.i else word
    return None


def object_shared(pronoun: Word, form: PronounForm, cast: Cast) -> Word | None:
    """Return what befell the verb that a pronoun's is joined to: « achète | l'usine et la revend »."""
    told = [word for verb in _joined_verbs(pronoun)[1:2] for word in verb.children if word.role == Role.OBJECT]
    return told[0] if len(told) == 1 and told[0].pos_ in NOMINAL and agrees(told[0], form, cast) else None


def _joined_verbs(pronoun: Word) -> list[Word]:
    """Return the verb of a pronoun, and for an object those before that share its subject: « achète et | revend »."""
    verbs = [pronoun.head]
    while pronoun.role == Role.OBJECT and verbs[-1].role == Role.CONJUNCT:
        if any(child.role in SUBJECTS for child in verbs[-1].children):
            break
        verbs.append(verbs[-1].head)
    return verbs


def _at_hand(pronoun: Word) -> Iterator[Word]:
    """Yield nouns before a pronoun: what the verb before befell, subjects of its sentence, then of those before."""
    first = pronoun.sent.number
    joined = _joined_verbs(pronoun)
    words = pronoun.doc
    yield from (word for verb in joined[1:] for word in verb.children if word.role == Role.OBJECT)
    yield from (
        word
        for word in reversed(words[pronoun.sent.start : pronoun.i])
        if word.role in SUBJECTS and word.pos_ in NOMINAL and word.head not in joined
    )
    start = pronoun.sent.start
    for _ in range(BACK):
        if not start:
            return
        sentence = words[start - 1].sent
        if first - sentence.number > BACK:
            return
        yield from (word for word in sentence.words if word.role in SUBJECTS and word.pos_ in NOMINAL)
        start = sentence.start


def agrees(word: Word, form: PronounForm, cast: Cast) -> bool:
    """Tell a noun of the number, the gender and the kind that a pronoun asks for."""
    if cast.is_time(word):
        return False
    kinds = cast.kinds_of(word)
    if form.types == ("PERSON",) and "person" not in kinds:
        return False
    if "PERSON" not in form.types and kinds == {"person"}:
        return False
    if form.number and not _is_number(word, form.number == "p", cast):
        return False
    gender = {"m": Form.FEMININE, "f": Form.MASCULINE}.get(form.gender)
    return gender is None or gender not in word.form


def _is_number(word: Word, plural: bool, cast: Cast) -> bool:
    joined = any(child.role == Role.CONJUNCT for child in word.children)
    if cast.plural_bodies and "organisation" in cast.kinds_of(word):
        return True
    return (Form.PLURAL in word.form or joined) == plural
