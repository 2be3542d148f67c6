"""A clause taken apart for a headline: who, the words of its verb, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from timeline.languages.base import language_or_fallback
from timeline.languages.grammar import Form, Role
from timeline.syntax.endings import Timely, is_taken_as
from timeline.syntax.functions import Grammar, grammar_at
from timeline.syntax.gaps import QUOTES
from timeline.syntax.phrases import mark_before
from timeline.syntax.subjects import surface_subjects
from timeline.syntax.voice import (
    AUXILIARIES,
    NOMINALS,
    SUBJECTS,
    VERBAL,
    is_finite,
    is_passive,
)
from timeline.syntax.words import Word

# Dependents of a verb that a headline needs, and those that it takes where there is room.
NEEDED = frozenset(
    {
        Role.OBJECT,
        Role.OPEN_COMPLEMENT,
        Role.CLAUSE_COMPLEMENT,
        Role.ATTRIBUTE,
        Role.PREDICATE_ADJECTIVE,
        Role.OBJECT_PREDICATE,
        Role.INDIRECT_OBJECT,
        Role.OBLIQUE_ARGUMENT,
        Role.AGENT,
        Role.PARTICLE,
    }
)
WELCOME = frozenset(
    {Role.ADJUNCT, Role.OBLIQUE, Role.PREPOSITION, Role.ADVERBIAL_NOUN, Role.NOMINAL_MODIFIER, Role.ADVERB}
)
COMPLEMENTS = frozenset({Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT, Role.PREDICATE_ADJECTIVE})
NUMBERS = frozenset({Form.SINGULAR, Form.PLURAL})
MARKS = frozenset({Role.MARKER, Role.CASE, Role.PREPOSITION})
CLIMB = 4  # verbs over an infinitive: « pourrait être amené à quitter »
REACH = 4  # dependencies from an infinitive to the verb over it: « a l'intention ferme de partir »


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause taken apart.

    Attributes
    ----------
    verb : Word
        The lexical verb, or the predicate under a copula.
    subject : Word or None
        As the sentence has it, or borrowed from the clause it hangs on.
    needed, welcome : tuple of Word
        Heads of what follows the verb, in the order of the text.
    passive : bool
    """

    verb: Word
    subject: Word | None
    needed: tuple[Word, ...]
    welcome: tuple[Word, ...]
    passive: bool


def clause_at(token: Word, grammar: Grammar, is_time: Timely) -> Clause:
    """Take apart the clause of a verb; an infinitive is told by the verb that governs it.

    « Ada Roy pourrait quitter Volta » is one clause for « quitter » and for « pourrait ».
    """
    verb = _begun_with(_governing(token), grammar)
    following = [child for child in verb.children if child.i > verb.i and (not is_time(child) or _is_length(child))]
    held = {word.i for word in (token, *islice(token.ancestors, CLIMB + REACH))}
    needed = [
        child for child in following if child.i in held or (_is_needed(child, grammar) and not _is_direct_speech(child))
    ]
    welcome = tuple(child for child in following if _is_welcome(child))
    if not any(child.role == Role.OBJECT for child in needed):
        needed += _hung_on_a_time(verb, is_time)
        needed += _taken_for_circumstances(following, verb)
    return Clause(verb, _subject(verb, grammar, is_time), tuple(needed), welcome, is_passive(verb))


def _subject(verb: Word, grammar: Grammar, is_time: Timely) -> Word | None:
    """Return the subject that a headline names: the nearer before the verb, no date where anything else stands."""
    for subjects in _readings(verb, grammar):
        nominal = _undated([word for word in subjects if _may_be_subject(word, grammar)], verb, is_time)
        if nominal:
            break
    before = _named_first([word for word in nominal if word.i < verb.i], verb)
    while len(before) > 1 and before[-1].i and before[-1].nbor(-1).text == "-":
        before.pop()  # « les sapeurs-pompiers », which the parser parts
    return next(iter(before[-1:] or nominal), None)


def _readings(verb: Word, grammar: Grammar) -> Iterator[tuple[Word, ...]]:
    """Yield what may be the subject of a verb, surest first: a passive has no object, « où était bloqué le car »."""
    yield _beside_relative(verb, grammar)
    after = _after_a_date(verb)
    if is_passive(verb) and auxiliaries_of(verb) and not any(child.role in SUBJECTS for child in verb.children):
        yield after
    yield surface_subjects(verb, grammar)
    yield after
    yield tuple(_impersonal(verb))


def _beside_relative(verb: Word, grammar: Grammar) -> tuple[Word, ...]:
    """Return the subject of a verb beside a relative that the parser took for one: « où avait été bloqué | le car »."""
    own = [child for child in verb.children if child.role in SUBJECTS]
    named = [word for word in own if word.lower_ not in grammar.relative and word.pos_ in {"NOUN", "PROPN"}]
    return tuple(named) if len(named) < len(own) and all(word.i > verb.i for word in named) else ()


def _named_first(before: list[Word], verb: Word) -> list[Word]:
    """Return subjects before a verb without the pronoun that only takes another up: « (ils) ont eux aussi perdu »."""
    floating = before[-1:] if len(before) > 1 and before[-1].pos_ == "PRON" and not mark_before(before[-1]) else []
    if floating and Form.PERSONAL not in floating[0].form:
        before = before[:-1]  # "the teams | each | scored"
    helper = min((word.i for word in auxiliaries_of(verb)), default=verb.i)
    return [word for word in before if word.pos_ != "PRON" or word.i < helper] or before


def _undated(words: list[Word], verb: Word, is_time: Timely) -> list[Word]:
    """Return the words that are no date, or the dates that are subjects of the verb's own: « 2016 a été… »."""
    dated = [word for word in words if is_time(word)]
    own = [word for word in dated if word.head == verb and not _after_a_date(verb)]
    return [word for word in words if word not in dated] or own


def _after_a_date(verb: Word) -> tuple[Word, ...]:
    """Return what a passive, or a set phrase, has for its subject behind it: « Le 10 mai a eu lieu la finale »."""
    after = [child for child in verb.children if child.role == Role.OBJECT and child.i > verb.i and is_finite(verb)]
    told = len(after) > 1 or (after and any(child.role == Role.PASSIVE_AUXILIARY for child in verb.children))
    return tuple(after[-1:]) if told else ()


def _is_welcome(child: Word) -> bool:
    phrase = child.role in WELCOME and (child.role == Role.ADVERB or _is_phrase(child))
    return phrase or _is_aim(child) or _is_condition(child)


def _is_condition(child: Word) -> bool:
    """Tell the condition of what may come, no comma before it: "will strike | unless the firm gives in"."""
    if child.role != Role.ADVERBIAL_CLAUSE or not is_finite(child) or mark_before(child):
        return False
    words = language_or_fallback(child.code).factuality.conditions.words
    return child.left_edge.lower_ in words


def _is_aim(child: Word) -> bool:
    """Tell what somebody does something for: « ouvre un centre | pour soigner les blessés », no comma before."""
    if child.role != Role.ADVERBIAL_CLAUSE or child.pos_ not in VERBAL or Form.INFINITIVE not in child.form:
        return False
    return not mark_before(child)


def _is_needed(child: Word, grammar: Grammar) -> bool:
    """Tell a complement, or an infinitive that is one though much stands between: « demander à X, …, de venir »."""
    if child.role in NEEDED or is_taken_as(child):
        return True
    if child.role != Role.ADVERBIAL_CLAUSE or Form.INFINITIVE not in child.form:
        return False
    marks = [word for word in child.children if word.role == Role.MARKER and word.pos_ == "ADP"]
    return bool(marks) and not {"origin", "goal"}.isdisjoint(grammar.prepositions.get(marks[0].lower_, ()))


def _hung_on_a_time(verb: Word, is_time: Timely) -> list[Word]:
    """Return what the parser hung on a date between a verb and it: « annonce le mois prochain sa candidature »."""
    reflexive = any(is_reflexive(child) for child in verb.children)
    return [
        inner
        for child in verb.children
        if child.i > verb.i and is_time(child)
        for inner in child.children
        if inner.i > child.i and inner.pos_ in {"NOUN", "PROPN", "X"} and not is_time(inner)
        if reflexive or not any(word.role in {Role.CASE, Role.COORDINATOR} for word in inner.children)
    ]


def _taken_for_circumstances(following: list[Word], verb: Word) -> list[Word]:
    """Return objects that were taken for circumstances: « a battu en finale | l'Italie », « se nomme | Volta »."""
    marks = {Role.CASE, Role.PREPOSITION, Role.COPULA, Role.MARKER}
    bare = (
        child
        for child in following
        if child.role == Role.ADJUNCT and _is_of_object(child) and not is_passive(verb)
        if not any(inner.role in marks for inner in child.children)
    )
    return [child for child in bare if _is_unparted(verb, child)]


def _is_of_object(word: Word) -> bool:
    """Tell a name, and a noun in quotation marks, which are no times as « la semaine dernière » is."""
    return word.pos_ == "PROPN" or (word.pos_ == "NOUN" and word.left_edge.text in QUOTES)


def _is_unparted(verb: Word, other: Word) -> bool:
    """Tell whether neither a comma nor another verb stands between a verb and a word behind it."""
    return all(word.text != "," and word.pos_ not in VERBAL for word in verb.doc[verb.i + 1 : other.i])


def _may_be_subject(word: Word, grammar: Grammar) -> bool:
    """Tell a nominal, or an adjective with an article, from what the parser took for a subject."""
    if word.lower_ in grammar.relative or not any(map(str.isalnum, word.text)):
        return False
    determined = any(child.role == Role.DETERMINER for child in word.children)
    return word.pos_ in NOMINALS or word.pos_ == "DET" or determined


def _governing(token: Word) -> Word:
    """Return the verb that tells what a verb says: one over an infinitive, whose own words say how it stands."""
    if token.role == Role.AUXILIARY and token.head.pos_ in VERBAL:
        token = token.head  # « fait savoir »
    for _ in range(CLIMB):
        above = _clause_over(token)
        if above is None:
            break
        token = above
    return token


def _begun_with(verb: Word, grammar: Grammar) -> Word:
    """Return what somebody begins or ends by doing: « commence par | saluer la foule », "ended by | thanking them"."""
    denied = language_or_fallback(verb.code).verbs.negation.words
    if verb.lemma_ not in grammar.phases or any(child.lower_ in denied for child in verb.children):
        return verb
    return next((done for child in verb.rights if (done := _done_by(child, grammar)) is not None), verb)


def _done_by(child: Word, grammar: Grammar) -> Word | None:
    """Return the verb without a tense behind « par », "by"."""
    marks = [word for word in (child, *child.lefts) if word.role in MARKS]
    done = next((word for word in child.children if word.role == Role.PREPOSITION_CLAUSE), child)
    marked = any(word.lower_ in grammar.phase_links for word in marks)
    return done if marked and done.pos_ in VERBAL and not is_finite(done) else None


def _clause_over(token: Word) -> Word | None:
    """Return the verb over an infinitive or a bare complement: « demande de l'aide | pour venir », « reste fidèle »."""
    if not _is_bare(token) or any(child.role in SUBJECTS for child in token.children):
        return None
    if token.role in COMPLEMENTS and token.head.pos_ in VERBAL:
        apart = Form.INFINITIVE not in token.form and mark_before(token) == ","
        return token.head if token.head.i < token.i and not apart else None
    if Form.INFINITIVE not in token.form or any(word.pos_ != "PART" for word in auxiliaries_of(token)):
        return None
    return _verb_above(token)


def _verb_above(token: Word) -> Word | None:
    """Return the verb, or the predicate, that a word hangs on closely, where it stands before it."""
    above = islice(token.ancestors, REACH)
    found = next((word for word in above if word.pos_ in VERBAL or auxiliaries_of(word)), token)
    return found if found.i < token.i else None


def _is_length(child: Word) -> bool:
    """Tell a length of time that is no date: "(spent) two years", « à trois mois de prison », not « ce matin »."""
    if child.pos_ != "NOUN":
        return False
    if not any(inner.role == Role.NUMERAL for inner in child.children):
        return child.role == Role.OBJECT and Form.PLURAL in child.form and not child.children  # "takes | months"
    cases = [inner for inner in child.children if inner.role == Role.CASE]
    more = any(inner.role == Role.NOMINAL_MODIFIER and inner.i > child.i for inner in child.children)
    return child.role == Role.OBJECT or (child.role in NEEDED | WELCOME and (more if cases else True))


def _impersonal(verb: Word) -> Iterator[Word]:
    """Yield the pronoun of a verb, or of the one that it hangs on, that the parser takes for nobody."""
    for word in (verb, verb.head):
        yield from (child for child in word.children if child.role == Role.EXPLETIVE and child.i < word.i)


def _is_bare(verb: Word) -> bool:
    """Tell an infinitive, what an infinitive copula says, or an adjective under a verb: « reste fidèle »."""
    if verb.pos_ in VERBAL:
        return not is_finite(verb)
    if verb.pos_ == "ADJ" and verb.role in {Role.OPEN_COMPLEMENT, Role.PREDICATE_ADJECTIVE}:
        return True
    return verb.role == Role.OPEN_COMPLEMENT and any(Form.INFINITIVE in word.form for word in auxiliaries_of(verb))


def _is_direct_speech(child: Word) -> bool:
    """Tell what is said in so many words: « il a dit : « Je pars » »."""
    if child.role != Role.CLAUSE_COMPLEMENT or any(part.role == Role.MARKER for part in child.children):
        return False
    return bool(mark_before(child))


def _is_phrase(child: Word) -> bool:
    """Tell a prepositional phrase, an adverb or a measure from a bare noun, which may have been hung anywhere."""
    if child.role == Role.ADVERB or _is_measure(child):
        return True
    if child.role == Role.PREPOSITION:
        inner = [*child.children, *(word for part in child.children if _goes_on(part) for word in part.children)]
        return any(word.role == Role.PREPOSITION_OBJECT or _is_deed(word) for word in inner)
    return any(inner.role == Role.CASE for inner in child.children)


def _is_deed(word: Word) -> bool:
    """Tell what somebody is accused of, or does something by or after: "accused of | killing a man"."""
    return word.role == Role.PREPOSITION_CLAUSE and word.pos_ in VERBAL and not is_finite(word)


def _is_measure(child: Word) -> bool:
    """Tell by how much: "rose | 7.8%"."""
    return child.role == Role.ADVERBIAL_NOUN and any(inner.role == Role.NUMERAL for inner in child.children)


def _goes_on(preposition: Word) -> bool:
    """Tell the second word of what says from or to where: "out | of ten seats", not "along | with ten others"."""
    slots = grammar_at(preposition).prepositions.get(f"{preposition.head.lower_} {preposition.lower_}", ())
    return not {"origin", "goal"}.isdisjoint(slots)


def auxiliaries_of(verb: Word) -> list[Word]:
    """Return the auxiliaries of a verb, or the copula of a predicate, in the order of the text.

    Of two with a tense the nearer is its own: the other was hung on it from another clause.
    """
    if verb.pos_ in VERBAL and Form.FINITE in verb.form:
        return []
    found = [child for child in verb.children if child.role in AUXILIARIES]
    finite = [place for place, word in enumerate(found) if Form.FINITE in word.form]
    return found[finite[-1] :] if len(finite) > 1 else found


def is_plural(subject: Word, clause: Clause) -> bool:
    """Tell whether a subject takes the plural: as its verb has it, else by its own form."""
    listed = any(child.role == Role.CONJUNCT and child.pos_ in NOMINALS for child in subject.children)
    listed = listed or _has_one_before(subject, clause.verb)
    if subject.form >= {Form.PROPER, Form.SINGULAR} and not listed:
        return False
    forms = language_or_fallback(clause.verb.code).verbs
    for word in (*auxiliaries_of(clause.verb), clause.verb):
        if Form.FINITE in word.form and word.morph.get("Number"):
            return Form.PLURAL in word.form
        if word.tag_ == "VBP" or word.lower_ in forms.plural_forms:
            return True
        if word.tag_ == "VBZ" or word.lower_ in forms.singular_forms:
            return False
    return listed or is_several(subject)


def _has_one_before(subject: Word, verb: Word) -> bool:
    """Tell the second of two subjects that « et » joins, each of which the parser hung on the verb."""
    joined = any(child.role == Role.COORDINATOR and child.i < subject.i for child in subject.children)
    return joined and any(child.role in SUBJECTS and child.i < subject.i for child in verb.children if child != subject)


def is_several(noun: Word) -> bool:
    """Tell a plural by its article, which parsers read better than the noun: « ce | spécimen », « les | cas »."""
    articles = (child.form & NUMBERS for child in noun.children if child.role == Role.DETERMINER and child.i < noun.i)
    number = next(filter(None, articles), noun.form)
    return Form.PLURAL in number


def is_reflexive(child: Word) -> bool:
    """Tell « se », "itself" beside a verb."""
    return child.pos_ == "PRON" and Form.REFLEXIVE in child.form


def clitics_of(verb: Word) -> tuple[Word, ...]:
    """Return the pronouns right before a verb that are its objects; none between its words: « a lui été placé »."""
    first = min((word.i for word in auxiliaries_of(verb)), default=verb.i)
    return tuple(
        child
        for child in verb.children
        if child.pos_ == "PRON"
        and child.i < first
        and child.role in {Role.OBJECT, Role.INDIRECT_OBJECT, Role.OBLIQUE_ARGUMENT, Role.REFLEXIVE}
        and not is_reflexive(child)
        and not child.form & {Form.DEMONSTRATIVE, Form.RELATIVE, Form.INTERROGATIVE}
    )
