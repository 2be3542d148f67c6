"""The words of a verb as a headline needs them: its lemma and form, auxiliaries, tense, voice and what negates it."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.languages.grammar import Form, Role
from timeline.languages.headlines import Group
from timeline.syntax.clauses import auxiliaries_of, is_reflexive
from timeline.syntax.functions import grammar_at
from timeline.syntax.voice import PASSIVES, VERBAL, is_participle, is_passive
from timeline.syntax.words import Word

NEGATIONS = frozenset({Role.NEGATION, Role.ADVERB, Role.DETERMINER})


def group_of(verb: Word, negation: frozenset[str], clitics: tuple[Word, ...] = ()) -> Group:
    """Return the words of a verb for a headline.

    Parameters
    ----------
    verb : Word
    negation : frozenset of str
        Words that negate, lower case.
    clitics : tuple of Word
        Pronouns before the verb that stay, since nobody knows whom they mean.
    """
    auxiliaries = auxiliaries_of(verb)
    finite = next((word for word in (*auxiliaries, verb) if Form.FINITE in word.form), None)
    passive = is_passive(verb) or _is_bare_participle(verb, auxiliaries)
    return Group(
        lemma=verb.lemma_,
        form=verb.lower_ if verb.pos_ in VERBAL else verb.text,
        auxiliaries=tuple(word.lower_ for word in auxiliaries),
        tense=_tense(finite) if finite is not None else _form(verb),
        perfect=is_participle(verb) and len(auxiliaries) > passive,
        passive=passive,
        reflexive=any(is_reflexive(child) for child in verb.children),
        predicate=verb.pos_ not in VERBAL or _is_predicative(verb, auxiliaries),
        negation=_negating(verb, auxiliaries, negation),
        clitics=tuple(word.lower_ for word in clitics),
        particle=next((child.lower_ for child in verb.children if child.role == Role.PARTICLE), ""),
    )


def _negating(verb: Word, auxiliaries: list[Word], negation: frozenset[str]) -> tuple[str, ...]:
    first = min([word.i for word in auxiliaries], default=verb.i)
    near = [*verb.children, *_inside(verb, auxiliaries, first)]
    found = [word for word in near if word.role in NEGATIONS and word.lower_ in negation]
    before = verb.doc[max(first - 1, 0)]  # « ne », wherever the parser hung it
    if first > verb.sent.start and before.pos_ in {"ADV", "PART"} and before.lower_ in negation:
        found.insert(0, before)
    return tuple(dict.fromkeys(word.lower_ for word in found))


def _inside(verb: Word, auxiliaries: list[Word], first: int) -> Iterator[Word]:
    """Yield what hangs on auxiliaries and adverbs, from right before the verb on: not « | pas | moins de six »."""
    adverbs = (child for child in verb.children if child.role == Role.ADVERB)
    for word in (*auxiliaries, *adverbs):
        yield from (inner for inner in word.children if inner.i >= first - 2)  # "no longer trusted"


def _is_predicative(verb: Word, auxiliaries: list[Word]) -> bool:
    """Tell an infinitive under a copula, or without a verb over it: « est à refaire », « le but est d'aider »."""
    if verb.head == verb and auxiliaries and Form.INFINITIVE in auxiliaries[0].form:
        return True
    marked = any(child.role == Role.MARKER and child.i > auxiliaries[0].i for child in verb.children if auxiliaries)
    return Form.INFINITIVE in verb.form and (marked or any(word.role == Role.COPULA for word in auxiliaries))


def _is_bare_participle(verb: Word, auxiliaries: list[Word]) -> bool:
    """Tell a participle that is said of somebody: « arrivé mardi », « mis en examen »."""
    if auxiliaries or not is_participle(verb) or Form.FINITE in verb.form:
        return False
    if any(_is_whole_object(child) for child in verb.children):
        return verb.head != verb and any(child.role in PASSIVES for child in verb.head.children)
    return verb.role != Role.CONJUNCT or verb.head.pos_ not in VERBAL or not auxiliaries_of(verb.head)


def _is_whole_object(child: Word) -> bool:
    """Tell an object from a bare word that the parser took for one: « la révolte entamée | mi-février »."""
    said = any(inner.role in {Role.DETERMINER, Role.NUMERAL} for inner in child.children)
    return child.role == Role.OBJECT and (said or child.pos_ != "NOUN" or not grammar_at(child).bare_objects)


def _tense(finite: Word) -> str:
    named = {
        Form.CONDITIONAL: "conditional", Form.SUBJUNCTIVE: "subjunctive", Form.FUTURE: "future",
        Form.IMPERFECT: "imperfect", Form.PAST: "past",
    }  # fmt: skip
    return next((name for form, name in named.items() if form in finite.form), "present")


def _form(verb: Word) -> str:
    if is_participle(verb):
        return "participle"
    return "gerund" if Form.PARTICIPLE in verb.form or Form.GERUND in verb.form else "infinitive"
