"""What speaks for an antecedent: where it stands in its clause and the sentence, what it is, and what its verb likes.

The names are those of `timeline.stages.mentions.weights.CUES`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import NamedTuple

from timeline.model.entity import ORGANISATION, PERSON
from timeline.stages.mentions.chains import Chain
from timeline.stages.mentions.weights import CUES, FARTHEST, MOST_SPOKEN_OF
from timeline.stages.names.lexicon import Lexicon
from timeline.stages.names.tokens import governor
from timeline.syntax import Role, Word
from timeline.syntax.functions import grammar_at
from timeline.syntax.postposed import postposed_subject
from timeline.syntax.voice import SUBJECTS
from timeline.syntax.words import letters

TOLD = frozenset({Role.PARATAXIS, Role.CLAUSE_COMPLEMENT})


class Anaphor(NamedTuple):
    """A word that asks for an antecedent: its agreement, and which entity types may answer.

    ``gender`` and ``number`` are "" where any will do; ``latter`` asks for the one named last (« celui-ci »).
    """

    token: Word
    gender: str
    number: str
    types: tuple[str, ...]
    possessive: bool = False
    latter: bool = False


class Candidate(NamedTuple):
    """A noun phrase seen so far: a name, a common noun (``chain`` is None), or a pronoun of one or the other."""

    token: Word
    chain: Chain | None
    gender: str
    number: str
    sentence: int
    noun: Word | None = None


def cues_for(anaphor: Anaphor, candidate: Candidate, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield what speaks for a candidate, by the names of `CUES`, and how much of it."""
    token = first_of(candidate.token)
    yield "distance", min(anaphor.token.i - candidate.token.i, FARTHEST)
    prominence = "topic" if _is_topic(token, candidate) else _prominence(token)
    if prominence:
        yield prominence, 1
    if is_subject(anaphor.token) and is_subject(token):
        yield "both subjects", 1
    if anaphor.possessive and is_subject(token) and token.head in anaphor.token.head.ancestors:
        yield "own subject", 1
    if anaphor.possessive and _is_joined(anaphor.token, candidate.token):
        yield "joined", 1
    if token.i > 0 and (token.nbor(-1).text == "(" or token.head.role == Role.APPOSITION):
        yield "aside", 1
    preferred = _preferred(anaphor.token, _type_of(candidate, lexicon), lexicon)
    if preferred:
        yield preferred, 1
    if candidate.chain is None:
        yield "common noun", 1
        return
    yield from _cues_of_chain(anaphor, candidate, candidate.chain)
    yield from _cues_of_clause(prominence, token, anaphor.token)


def _cues_of_chain(anaphor: Anaphor, candidate: Candidate, chain: Chain) -> Iterator[tuple[str, float]]:
    if anaphor.token.pos_ != "NOUN":
        yield chain.type.lower(), 1
    yield "spoken of", min(log(len(chain.references)), MOST_SPOKEN_OF / CUES["spoken of"])
    if anaphor.gender and not candidate.gender:
        yield "gender unknown", 1
    if anaphor.number == "p" and not candidate.number:
        yield "number unknown", 1


def speaks(word: Word, lexicon: Lexicon) -> bool:
    """Tell who says something, before or after the verb of saying."""
    verb = governor(word)
    if verb.lemma_.lower() not in lexicon.words.speech.verbs:
        return False
    return is_subject(word) or postposed_subject(verb, grammar_at(verb)) == word


def _is_joined(possessive: Word, named: Word) -> bool:
    """Tell whether a conjunction joins what is possessed to a name right before it."""
    doc, before = possessive.doc, possessive.i - 2
    return before >= 0 and doc[before + 1].pos_ == "CCONJ" and named in (doc[before], doc[before].head)


def _is_topic(token: Word, candidate: Candidate) -> bool:
    """Tell the person that a sentence begins with, behind a preposition: « Pour Léa Roy, … il »."""
    if candidate.chain is None or candidate.chain.type != PERSON or token.role not in {Role.ADJUNCT, Role.OBLIQUE}:
        return False
    return token.left_edge.is_sent_start


def _type_of(candidate: Candidate, lexicon: Lexicon) -> str:
    """Return the type of who is named, or what a common noun mostly calls; "" for a thing."""
    if candidate.chain is not None:
        return candidate.chain.type
    noun, bodies = (candidate.noun or candidate.token).lemma_.lower(), lexicon.words.organisations
    if noun in bodies.nouns or noun in bodies.words:
        return ORGANISATION
    return PERSON if noun in lexicon.person_nouns else ""


def _preferred(token: Word, type_: str, lexicon: Lexicon) -> str:
    """Return what a verb that likes such a subject is; "" where it does not mind."""
    if not is_subject(token):
        return ""
    lemma = token.head.lemma_.lower()
    if lemma in lexicon.words.context.organisation_subject:
        return "verb of bodies" if type_ == ORGANISATION else ""
    return "verb of people" if lemma in lexicon.words.context.person_subject and type_ == PERSON else ""


def _cues_of_clause(prominence: str, token: Word, pronoun: Word) -> Iterator[tuple[str, float]]:
    if prominence == "subject" and _is_below(token, pronoun):
        yield "subject below", 1


def _is_below(subject: Word, pronoun: Word) -> bool:
    """Tell the subject of a clause before that only tells when, why or who (« avant que X ne s'en aille. Il… »)."""
    verb = governor(subject)
    return verb.sent != pronoun.sent and verb.role in {
        Role.ADVERBIAL_CLAUSE,
        Role.RELATIVE_CLAUSE,
        Role.NOUN_CLAUSE,
    }


def _prominence(token: Word) -> str:
    """Return what makes a noun phrase prominent by its role in the clause, or hides it."""
    if is_subject(token):
        return "subject"
    if token.role in {Role.OBJECT, Role.INDIRECT_OBJECT}:
        return "object"
    hidden = token.role in {Role.NOMINAL_MODIFIER, Role.CONJUNCT, Role.POSSESSOR, Role.PREPOSITION_OBJECT}
    return "complement" if hidden else ""


def first_of(token: Word) -> Word:
    """Return the first of the phrases joined by « et »: all of them play its role."""
    while token.role == Role.CONJUNCT and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i < token.i:
        token = token.head
    return token


def is_subject(token: Word) -> bool:
    """Tell whether a token is a subject, active or passive, also where the parser took a noun for the verb."""
    if token.role in SUBJECTS:
        return True
    following = token.i + 1
    return (
        token.role == Role.ROOT
        and following < len(token.doc)
        and token.doc[following].pos_ == "AUX"
        and is_determined(token)
    )


def is_audience(token: Word, lexicon: Lexicon) -> bool:
    """Tell whether a body is only told something, or quoted for it ("told Reuters", « selon l'AFP »)."""
    before = (token.head, *(word for child in token.lefts for word in (child, *child.children)))
    sources = lexicon.words.speech.sources
    if any(not sources.isdisjoint((word.lower_, _with_word_before(word))) for word in before):
        return True
    speaks = governor(token).lemma_.lower() in lexicon.words.speech.verbs
    return speaks and token.role not in SUBJECTS


def _with_word_before(token: Word) -> str:
    return letters(token.doc[max(token.i - 1, 0) : token.i + 1]).lower()


def is_told_of(named: Word, verb: Word) -> bool:
    """Tell to whom something is done in what a verb tells (« B a nommé X, a annoncé le dirigeant » are two)."""
    deed = governor(named)
    aside = verb.role == Role.CONJUNCT and verb.left_edge.text == ","
    told = deed in {verb.head, *verb.children} and (aside or not {deed.role, verb.role}.isdisjoint(TOLD))
    return told and deed != verb and named.role not in SUBJECTS


def is_determined(token: Word) -> bool:
    """Tell whether a word has an article, and so is used as a noun (« le nouveau venu »)."""
    return any(child.role == Role.DETERMINER for child in token.lefts)


ARGUMENTS = SUBJECTS | {
    Role.OBJECT, Role.INDIRECT_OBJECT, Role.OBLIQUE_ARGUMENT, Role.AGENT, Role.PREPOSITION_OBJECT,
}  # fmt: skip


def is_argument(token: Word) -> bool:
    """Tell whether a token is an argument of its head."""
    return token.role in ARGUMENTS
