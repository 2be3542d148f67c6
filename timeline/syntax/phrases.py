"""How nominals hang together: prepositions, coordination, clauses, what a relative pronoun stands for.

Of both schemes: Universal Dependencies hangs a preposition below its nominal, ClearNLP above it.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.languages.grammar import Form, Role
from timeline.syntax.functions import Grammar, grammar_at
from timeline.syntax.voice import AUXILIARIES as VERB_HELPERS
from timeline.syntax.voice import NOMINALS, SUBJECTS, VERBAL
from timeline.syntax.words import Word

OBLIQUES = frozenset(
    {
        Role.OBLIQUE, Role.ADJUNCT, Role.OBLIQUE_ARGUMENT, Role.AGENT, Role.NOMINAL_MODIFIER, Role.INDIRECT_OBJECT,
        Role.OTHER, Role.APPOSITION,
    }
)  # fmt: skip
NOUN_CLAUSES = frozenset({Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE})
PREPOSITION_LIKE = frozenset({"ADP", "SCONJ", "VERB", "ADV"})  # what taggers make of "including", "according", "out"
UNDETERMINED = frozenset({Role.CASE, Role.PUNCTUATION, Role.ADVERB, Role.PREPOSITION})
DEPTH = 6  # of clauses climbed: deeper ones are parser's loops or nobody's reading


def conjuncts(token: Word) -> Iterator[Word]:
    """Yield a nominal and those coordinated with it."""
    waiting = [token]
    while waiting:  # no recursion: a list may be as long as a text
        word = waiting.pop()
        yield word
        others = [child for child in word.children if child.role == Role.CONJUNCT and child.pos_ in NOMINALS]
        others = [child for child in others if not child.text.startswith("-") and child.nbor(-1).text != "-"]
        nested = (child for one in others for child in one.children if child.role == Role.CONJUNCT)  # « A, B et C »
        if any(child.role == Role.COORDINATOR for one in (word, *others, *nested) for child in one.children):
            waiting.extend(reversed(others))  # without a conjunction it is an apposition


def is_hyphen(word: Word) -> bool:
    """Tell the hyphen within a word that the tokeniser cut: "a 10-point plan"."""
    inside = 0 < word.i < len(word.doc) - 1 and word.text == "-"
    return inside and word.nbor(-1).idx + len(word.nbor(-1)) == word.idx == word.nbor(1).idx - 1


def mark_before(word: Word) -> str:
    """Return the mark right before a phrase, or that it begins with; "" where a word stands there, or nothing."""
    first = word.left_edge
    if first.pos_ == "PUNCT":
        return first.text
    before = first.nbor(-1) if first.i else None
    return before.text if before is not None and before.pos_ == "PUNCT" else ""


def preposition_of(token: Word) -> str:
    """Return the preposition that marks a nominal, in lower case, all of its words."""
    if token.role in {Role.PREPOSITION_OBJECT, Role.PREPOSITION_CLAUSE}:
        above = token.head.head
        doubled = token.head.role == Role.PREPOSITION == above.role  # "out of"
        return f"{above.lower_} {token.head.lower_}" if doubled else token.head.lower_
    for child in token.children:
        if child.role == Role.CASE:
            return " ".join(part.lower_ for part in child.subtree)
    return ""


def whole_preposition(token: Word, grammar: Grammar) -> str:
    """Return a nominal's preposition with the adverb before it, where both make one: « près de »."""
    marker = preposition_of(token)
    case = next((child for child in token.children if child.role == Role.CASE), None)
    if case is not None and case.i > 0 and f"{case.nbor(-1).lower_} {marker}" in grammar.prepositions:
        return f"{case.nbor(-1).lower_} {marker}"
    return marker


def slots_of(token: Word, grammar: Grammar) -> tuple[str, ...]:
    """Return the slots that a nominal may fill by its preposition; none where the language does not list it."""
    return grammar.prepositions.get(whole_preposition(token, grammar), ())


def prepositional(token: Word) -> Iterator[Word]:
    """Yield the nominals that hang on a token by a preposition."""
    for child in token.children:
        if _is_preposition(child):
            yield from _under_preposition(child)
        elif child.role in OBLIQUES and preposition_of(child):
            yield child
        elif child.role == Role.ADVERB:  # « auprès d'un fonds », the noun hung on the adverb
            near = (inner for inner in child.children if inner.role in OBLIQUES and preposition_of(inner))
            yield from (inner for inner in near if inner.left_edge.i == child.i + 1)


def _is_preposition(word: Word) -> bool:
    if word.role == Role.PREPOSITION:
        return word.pos_ in PREPOSITION_LIKE
    return word.role in {Role.AGENT, Role.INDIRECT_OBJECT} and word.pos_ in {"ADP", "SCONJ"}


def _under_preposition(preposition: Word) -> Iterator[Word]:
    for inner in preposition.children:
        if inner.role == Role.PREPOSITION_OBJECT:
            yield inner
        elif inner.role == Role.PREPOSITION:
            yield from (deepest for deepest in inner.children if deepest.role == Role.PREPOSITION_OBJECT)


def is_bare(noun: Word, grammar: Grammar) -> bool:
    """Tell a common noun without an article or number: « (avoir) lieu », « (mettre en) place », « (tué par) balles ».

    No noun is bare in a language that does without articles.
    """
    if not grammar.bare_objects or noun.pos_ != "NOUN" or not noun.text.islower() or noun.role == Role.CONJUNCT:
        return False
    return all(child.role in UNDETERMINED and child.lower_ not in grammar.fused for child in noun.children)


def clause_of(token: Word) -> Word:
    """Return the verb, or predicate, that heads the clause a token stands in."""
    while token.pos_ not in VERBAL and token.head != token and token.role != Role.RELATIVE_CLAUSE:
        if any(child.role == Role.COPULA for child in token.children):
            break
        token = token.head
    return token


def antecedent(token: Word, verb: Word, grammar: Grammar) -> Word:
    """Return what a relative pronoun stands for, and anything else as it is.

    A verb in the plural speaks of all that are joined: « Roy et Lee, qui partent ».
    """
    if token.lower_ not in grammar.relative:
        return token
    clause = verb
    for _ in range(DEPTH):
        if clause.role in NOUN_CLAUSES:
            return _agreeing(clause.head, verb, token) if clause.head.i < token.i else token
        if clause.head == clause:
            break
        if clause.role == Role.CONJUNCT and clause.head.pos_ in NOMINALS and clause.head.i < token.i:
            return clause.head  # « Ada Roy, autrice d'un livre et qui préside… »
        clause = clause.head
    return _nominal_before(token) or token


def object_before(verb: Word, grammar: Grammar) -> Word | None:
    """Return what a relative clause has for its object, which its subject is not: « le | groupe, qu'il a rejoint »."""
    objects = (child for child in verb.children if child.role == Role.OBJECT and child.lower_ in grammar.relative)
    first = next(objects, None)
    meant = None if first is None else antecedent(first, verb, grammar)
    return None if meant == first else meant


def _nominal_before(pronoun: Word) -> Word | None:
    """Return the nominal that ends right before a relative pronoun whose clause the parser hung elsewhere."""
    place = pronoun.i - 1
    if place > pronoun.sent.start and pronoun.doc[place].text == ",":
        place -= 1
    word = pronoun.doc[max(place, 0)]
    if (
        place < pronoun.sent.start
        or pronoun.role not in SUBJECTS | {Role.OBJECT}
        or word.pos_ not in {*NOMINALS, "ADJ"}
    ):
        return None
    for _ in range(DEPTH):
        if word.role not in {Role.FLAT, Role.ADJECTIVE, Role.COMPOUND, Role.NOMINAL_MODIFIER}:
            break
        if word.head.i > pronoun.i:
            return None
        word = word.head
    return word if word.pos_ in NOMINALS and word.pos_ != "PRON" else None


def _agreeing(noun: Word, verb: Word, pronoun: Word) -> Word:
    """Return the noun that a relative clause agrees with, the one it hangs on or one that this one belongs to.

    « les épreuves sur courte distance, qui se sont déroulées… »: the clause tells of several.
    """
    number = number_of(verb) if pronoun.role in SUBJECTS else None
    found = noun = determined(_within_set_phrase(_name_behind(_whose_age(noun), pronoun), pronoun, number))
    last = _last_joined(noun, pronoun)
    if number == Form.SINGULAR and last is not None and Form.PLURAL not in last.form:
        return last
    for _ in range(DEPTH):
        several = Form.PLURAL in found.form or any(child.role == Role.CONJUNCT for child in found.children)
        if number is None or not found.form & {Form.SINGULAR, Form.PLURAL} or several == (number == Form.PLURAL):
            return found
        if found.role not in {Role.NOMINAL_MODIFIER, Role.OBLIQUE_ARGUMENT, Role.APPOSITION, Role.FLAT, Role.CONJUNCT}:
            break
        found = found.head
        if found.pos_ not in NOMINALS:
            break
    return noun


def determined(noun: Word) -> Word:
    """Return the noun with an article that a bare one belongs to: « le traité d'amitié et de | coopération, qui »."""
    grammar = grammar_at(noun)
    for _ in range(DEPTH):
        belongs = noun.role in {Role.NOMINAL_MODIFIER, Role.CONJUNCT} and noun.head.pos_ == "NOUN"
        if not belongs or (not is_bare(noun, grammar) and noun.role != Role.CONJUNCT):
            break
        alone = not any(child.role in {Role.DETERMINER, Role.NUMERAL} for child in noun.children)
        if not alone or not preposition_of(noun) or preposition_of(noun) in grammar.fused or Form.PLURAL in noun.form:
            break
        noun = noun.head
    return noun


def _within_set_phrase(noun: Word, pronoun: Word, number: Form | None) -> Word:
    """Return what a set phrase is about: « dans le cadre | du débat, qui doit se tenir »."""
    marks = [child for child in noun.children if child.role == Role.CASE and child.i >= noun.i - 2]
    if noun.lower_ not in grammar_at(noun).relational or not marks or Form.PLURAL in noun.form:
        return noun
    within = noun.doc[noun.i + 1 : pronoun.i]
    inner = (word for word in within if word.head == noun and word.role == Role.NOMINAL_MODIFIER)
    nouns = (word for word in inner if word.pos_ == "NOUN")
    told = (word for word in nouns if number is None or (Form.PLURAL in word.form) == (number == Form.PLURAL))
    return next(told, noun)


def _last_joined(noun: Word, pronoun: Word) -> Word | None:
    """Return the last of several right before a pronoun: « la Norvie et la | Belgique, qui présidait… »."""
    joined = [child for child in noun.children if child.role == Role.CONJUNCT and child.i < pronoun.i]
    joined = [child for child in joined if determined(child) == child]
    return joined[-1] if joined and joined[-1].right_edge.i >= pronoun.i - 2 and joined[-1].pos_ in NOMINALS else None


def _whose_age(noun: Word) -> Word:
    """Return whose age a clause was hung on: « un | moniteur de l'école, âgé de | 28 ans, qui… »."""
    adjective = noun.head
    counted = any(child.pos_ == "NUM" for child in noun.children) and preposition_of(noun)
    if not counted or adjective.pos_ != "ADJ" or noun.i < adjective.i:
        return noun
    found = adjective.head
    genders = frozenset({Form.MASCULINE, Form.FEMININE})
    while found.role == Role.NOMINAL_MODIFIER and found.form & genders != adjective.form & genders:
        found = found.head
    return found if found.pos_ in NOMINALS else noun


def _name_behind(noun: Word, pronoun: Word) -> Word:
    """Return the name before a pronoun that was hung on a bare noun: « met en difficulté | Ada Roy, qui… »."""
    if not preposition_of(noun) or any(child.role == Role.DETERMINER for child in noun.children):
        return noun
    names = (
        child
        for child in noun.children
        if child.i == noun.i + 1 and child.pos_ == "PROPN" and child.i < pronoun.i and not preposition_of(child)
    )
    return next(names, noun) if noun.pos_ == "NOUN" and noun.text.islower() else noun


def number_of(verb: Word) -> Form | None:
    """Return whether a verb says that its subject is one or many; None where its form does not tell."""
    finite = [word for word in (*verb.children, verb) if word.role in VERB_HELPERS or word == verb]
    told = (word for word in finite if Form.FINITE in word.form and word.form & {Form.SINGULAR, Form.PLURAL})
    first = next(told, None)
    return None if first is None else Form.PLURAL if Form.PLURAL in first.form else Form.SINGULAR
