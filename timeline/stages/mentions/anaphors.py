"""Pronouns and short descriptions: which of them stand for an entity, and for which.

Candidates are weighed as in Lappin and Leass (1994): recency, syntactic role, parallel roles, agreement. Common nouns
compete with names, and nothing is linked where a common noun wins or where the best two are close.

References
----------
Lappin and Leass 1994, An algorithm for pronominal anaphora resolution. Computational Linguistics 20(4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from spacy.tokens import Token

from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.mentions.chains import Chain
from timeline.stages.mentions.weights import CUES, DESCRIPTION, FARTHEST, MOST_SPOKEN_OF, PRONOUN, PROTAGONIST, Bar
from timeline.stages.names.lexicon import Lexicon
from timeline.stages.names.tokens import governor
from timeline.syntax import Role, role_of
from timeline.syntax.voice import SUBJECTS

BESIDE = 12  # candidates back among which the same clause is looked for


class Anaphor(NamedTuple):
    """A word that asks for an antecedent: its agreement, and which entity types may answer.

    ``gender`` and ``number`` are "" where any will do; ``latter`` asks for the one named last (« celui-ci »).
    """

    token: Token
    gender: str
    number: str
    types: tuple[str, ...]
    possessive: bool = False
    latter: bool = False


class Candidate(NamedTuple):
    """A noun phrase seen so far; ``chain`` is None for a common noun that names nobody."""

    token: Token
    chain: Chain | None
    gender: str
    number: str
    sentence: int


def choose(anaphor: Anaphor, candidates: list[Candidate], sentence: int, lexicon: Lexicon) -> Chain | None:
    """Return the chain that the anaphor stands for, None where the text leaves it open."""
    if anaphor.latter:
        return _latter(anaphor, candidates, sentence, lexicon)
    newcomer = _newcomer(anaphor, candidates, sentence, lexicon)
    if newcomer is not None:
        return newcomer
    if _is_handed(anaphor, lexicon) or _is_appointed(anaphor, lexicon):
        anaphor = anaphor._replace(types=(PERSON,))
    describes = anaphor.token.pos_ == "NOUN"
    beside = _beside(anaphor, candidates, lexicon)
    ranked = _ranked(anaphor, candidates, sentence, beside, lexicon)
    if not describes and (not ranked or (ranked[0][1].chain is None and ranked[0][0] < PROTAGONIST.faint)):
        only = None if ranked else _only_one(anaphor, candidates, sentence, beside)
        return only or _protagonist(anaphor, candidates, sentence, beside)
    return _clear_winner(ranked, bar_of(anaphor.token))


def _is_appointed(anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whose appointment is spoken of (« sa nomination »): a person's."""
    return anaphor.possessive and anaphor.token.head.lemma_.lower() in lexicon.words.context.appointments


def _newcomer(anaphor: Anaphor, candidates: list[Candidate], sentence: int, lexicon: Lexicon) -> Chain | None:
    """Return who replaces another, where an appointment is spoken of next (« … de X par Y. Sa nomination »)."""
    if not _is_appointed(anaphor, lexicon):
        return None
    for candidate in within_reach(candidates, sentence, 1):
        chain, token = candidate.chain, candidate.token
        if chain is not None and chain.type == PERSON and _replaces(token, lexicon):
            return chain
    return None


def _replaces(named: Token, lexicon: Lexicon) -> bool:
    """Tell the name behind « par », a replacement before it, by the order of the words alone."""
    context, doc = lexicon.words.context, named.doc
    before = next((doc[i] for i in range(named.i - 1, max(named.i - 4, -1), -1) if doc[i].pos_ == "ADP"), None)
    if before is None or before.lower_ not in context.person_prepositions:
        return False
    return any(word.lemma_.lower() in context.replacements for word in doc[named.sent.start : before.i])


def bar_of(anaphor: Token) -> Bar:
    """Return what an antecedent of a pronoun or a description must reach."""
    return DESCRIPTION if anaphor.pos_ == "NOUN" else PRONOUN


def _clear_winner(ranked: list[tuple[float, Candidate]], bar: Bar) -> Chain | None:
    """Return the chain ranked first, where it scores enough and the next clearly less."""
    if not ranked or ranked[0][0] < bar.floor or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < bar.margin):
        return None
    return ranked[0][1].chain


def _beside(anaphor: Anaphor, candidates: list[Candidate], lexicon: Lexicon) -> set[int]:
    """Return the chains that stand beside an anaphor, which means none of them."""
    above = set(anaphor.token.ancestors) if anaphor.token.pos_ == "NOUN" else set()
    return {
        id(other.chain)
        for other in candidates[-BESIDE:]
        if other.chain
        # « Valtor, filiale du groupe » is not the group
        and (_same_clause(anaphor, other) or other.token in above or _is_other(other, anaphor, lexicon))
    }


def _ranked(
    anaphor: Anaphor, candidates: list[Candidate], sentence: int, beside: set[int], lexicon: Lexicon
) -> list[tuple[float, Candidate]]:
    """Return each chain, or noun, that an anaphor may mean, with its best score, the best first."""
    bar = bar_of(anaphor.token)
    scored: dict[int, tuple[float, Candidate]] = {}
    for candidate in within_reach(candidates, sentence, bar.reach):
        if id(candidate.chain) in beside or not _may_mean(anaphor, candidate, lexicon):
            continue
        key = id(candidate.chain) if candidate.chain else candidate.token.i
        score = CUES[bar.far] * (sentence - candidate.sentence)
        score += sum(CUES[name] * amount for name, amount in cues_for(anaphor, candidate, lexicon))
        if key not in scored or scored[key][0] < score:
            scored[key] = (score, candidate)
    return sorted(scored.values(), key=_value, reverse=True)


def _may_mean(anaphor: Anaphor, candidate: Candidate, lexicon: Lexicon) -> bool:
    if not _agrees(anaphor, candidate) or _same_clause(anaphor, candidate):
        return False
    return candidate.chain is not None or _may_be_meant(anaphor, candidate, lexicon)


def _only_one(anaphor: Anaphor, candidates: list[Candidate], sentence: int, beside: set[int]) -> Chain | None:
    """Return the only person of the pronoun's gender in a longer reach, where nobody nearer can be meant."""
    if not anaphor.gender or anaphor.number == "p":
        return None
    known = {
        id(candidate.chain): candidate.chain
        for candidate in within_reach(candidates, sentence, DESCRIPTION.reach)
        if candidate.chain is not None and candidate.chain.type == PERSON and id(candidate.chain) not in beside
    }
    agreeing = [chain for chain in known.values() if chain.gender in ("", anaphor.gender)]
    return agreeing[0] if len(agreeing) == 1 and agreeing[0].gender else None


def _protagonist(anaphor: Anaphor, candidates: list[Candidate], sentence: int, beside: set[int]) -> Chain | None:
    """Return the person whom a story speaks of by far most, where nothing near can well be « il »."""
    if not anaphor.gender or anaphor.number == "p" or anaphor.possessive:
        return None
    people = [one for one in candidates if _is_known_as(anaphor.gender, one.chain)]
    ranked = Counter(id(one.chain) for one in people).most_common(2)
    if (
        not ranked
        or ranked[0][1] < PROTAGONIST.mentions
        or (len(ranked) > 1 and ranked[0][1] < PROTAGONIST.lead * ranked[1][1])
    ):
        return None
    last = next(one for one in reversed(people) if id(one.chain) == ranked[0][0])
    return last.chain if sentence - last.sentence <= PROTAGONIST.back and id(last.chain) not in beside else None


def _is_known_as(gender: str, chain: Chain | None) -> bool:
    return chain is not None and chain.type == PERSON and chain.gender == gender


def _latter(anaphor: Anaphor, candidates: list[Candidate], sentence: int, lexicon: Lexicon) -> Chain | None:
    """Return the last chain named before « celui-ci » that agrees, None where a common noun that agrees came after."""
    for candidate in within_reach(candidates, sentence, 1):
        if not _agrees(anaphor, candidate) or _same_clause(anaphor, candidate) or candidate.token.pos_ == "PRON":
            continue
        if candidate.chain is not None and candidate.chain.type == PLACE:
            continue
        if candidate.chain is not None or _is_party(anaphor, candidate, lexicon):
            return candidate.chain
    return None


def _is_party(anaphor: Anaphor, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Tell whether a common noun may be « celui-ci »; without a gender to go by, only people and bodies may.

    A noun that is bare after its preposition speaks of no thing (« par intérim », "on time").
    """
    token = candidate.token
    lemma = token.lemma_.lower()
    known = lemma in lexicon.person_nouns or lemma in lexicon.words.organisations.nouns
    if not anaphor.gender and not known:
        return False
    return is_determined(token) or token.i == 0 or token.nbor(-1).pos_ != "ADP"


def within_reach(candidates: Sequence[Candidate], sentence: int, reach: int) -> Iterator[Candidate]:
    """Yield the candidates of a sentence and of a number of sentences before it, the last first."""
    for candidate in reversed(candidates):
        if sentence - candidate.sentence > reach:
            return
        yield candidate


def _agrees(anaphor: Anaphor, candidate: Candidate) -> bool:
    if candidate.chain is not None and candidate.chain.type not in anaphor.types:
        return False
    if anaphor.number and candidate.number and anaphor.number != candidate.number:
        return False
    return not (anaphor.gender and candidate.gender and anaphor.gender != candidate.gender)


def _may_be_meant(anaphor: Anaphor, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Tell whether a common noun competes: for "he" and "she" only a noun for people does.

    « il souhaite »: a person does, or a body.
    """
    persons, noun = lexicon.person_nouns, candidate.token.lemma_.lower()
    if not persons:
        return True
    if anaphor.types == (PERSON,):
        return noun in persons
    bodies = lexicon.words.organisations
    return not _is_minded(anaphor.token, lexicon) or noun in persons or noun in bodies.nouns or noun in bodies.words


def _is_minded(token: Token, lexicon: Lexicon) -> bool:
    """Tell the subject of what only people and bodies do."""
    verbs = lexicon.words.context
    lemma = governor(token).lemma_.lower()
    return role_of(token) == Role.SUBJECT and (lemma in verbs.minded or lemma in verbs.person_subject)


def _same_clause(anaphor: Anaphor, candidate: Candidate) -> bool:
    """Tell whether both depend on one verb: « il le voit », "X hopes to replace him" are two."""
    if anaphor.possessive:
        return candidate.token.i > anaphor.token.i
    named = first_of(candidate.token)
    if not is_argument(named):
        return False
    verb, other = governor(anaphor.token), governor(named)
    if verb == other:
        return True
    if is_subject(anaphor.token) or not is_subject(named):
        return False
    while role_of(verb) == Role.OPEN_COMPLEMENT or (
        role_of(verb) == Role.CONJUNCT and not any(is_subject(child) for child in verb.children)
    ):
        verb = verb.head
        if verb == other:
            return True
    return False


def _is_other(candidate: Candidate, anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whether what is said of the anaphor cannot be said of a candidate."""
    return _outlives(candidate, anaphor, lexicon) or _takes_from(candidate, anaphor, lexicon)


def _takes_from(candidate: Candidate, anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whether a candidate takes or asks for what another gives (« accepter sa démission », « prend sa place »)."""
    if not _is_handed(anaphor, lexicon):
        return False
    return is_argument(candidate.token) and governor(candidate.token) == governor(anaphor.token.head)


def _is_handed(anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whether a possessive is of what one person takes from another (« accepter sa démission »)."""
    noun = anaphor.token.head
    if not anaphor.possessive or noun.lemma_.lower() not in lexicon.words.context.anothers_nouns:
        return False
    return governor(noun).lemma_.lower() in lexicon.words.context.anothers_verbs


def _outlives(candidate: Candidate, anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whether a candidate says of the anaphor that it is dead ("she said that she had been strangled" are two)."""
    verb = anaphor.token.head
    deadly = verb.lemma_.lower() in lexicon.words.context.fatal and is_subject(anaphor.token)
    if not deadly or not (
        role_of(anaphor.token) == Role.PASSIVE_SUBJECT or verb.lemma_.lower() in lexicon.words.context.die
    ):
        return False
    speech = verb.head
    told = role_of(verb) == Role.CLAUSE_COMPLEMENT and speech.lemma_.lower() in lexicon.words.speech.verbs
    return told and is_subject(candidate.token) and candidate.token.head == speech


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
    if token.i > 0 and (token.nbor(-1).text == "(" or role_of(token.head) == Role.APPOSITION):
        yield "aside", 1
    if candidate.chain is None:
        yield "common noun", 1
        return
    yield from _cues_of_chain(anaphor, candidate.chain, candidate.gender)
    yield from _cues_of_clause(prominence, token, anaphor.token)
    preferred = _preferred(anaphor.token, candidate.chain, lexicon)
    if preferred:
        yield preferred, 1


def _cues_of_chain(anaphor: Anaphor, chain: Chain, gender: str) -> Iterator[tuple[str, float]]:
    if anaphor.token.pos_ != "NOUN":
        yield chain.type.lower(), 1
    yield "spoken of", min(log(len(chain.references)), MOST_SPOKEN_OF / CUES["spoken of"])
    if anaphor.gender and not gender:
        yield "gender unknown", 1


def _is_joined(possessive: Token, named: Token) -> bool:
    """Tell whether a conjunction joins what is possessed to a name right before it."""
    doc, before = possessive.doc, possessive.i - 2
    return before >= 0 and doc[before + 1].pos_ == "CCONJ" and named in (doc[before], doc[before].head)


def _is_topic(token: Token, candidate: Candidate) -> bool:
    """Tell the person that a sentence begins with, behind a preposition: « Pour Léa Roy, … il »."""
    if candidate.chain is None or candidate.chain.type != PERSON or role_of(token) not in {Role.ADJUNCT, Role.OBLIQUE}:
        return False
    return token.left_edge.is_sent_start is True


def _preferred(token: Token, chain: Chain, lexicon: Lexicon) -> str:
    """Return what a verb that likes such a subject is; "" where it does not mind."""
    if not is_subject(token):
        return ""
    lemma = token.head.lemma_.lower()
    if lemma in lexicon.words.context.organisation_subject:
        return "verb of bodies" if chain.type == ORGANISATION else ""
    return "verb of people" if lemma in lexicon.words.context.person_subject and chain.type == PERSON else ""


def _cues_of_clause(prominence: str, token: Token, pronoun: Token) -> Iterator[tuple[str, float]]:
    if prominence == "subject" and _is_below(token, pronoun):
        yield "subject below", 1


def _is_below(subject: Token, pronoun: Token) -> bool:
    """Tell the subject of a clause before that only tells when, why or who (« avant que X ne s'en aille. Il… »)."""
    verb = governor(subject)
    return verb.sent != pronoun.sent and role_of(verb) in {
        Role.ADVERBIAL_CLAUSE,
        Role.RELATIVE_CLAUSE,
        Role.NOUN_CLAUSE,
    }


def _prominence(token: Token) -> str:
    """Return what makes a noun phrase prominent by its role in the clause, or hides it."""
    if is_subject(token):
        return "subject"
    if role_of(token) in {Role.OBJECT, Role.INDIRECT_OBJECT}:
        return "object"
    hidden = role_of(token) in {Role.NOMINAL_MODIFIER, Role.CONJUNCT, Role.POSSESSOR, Role.PREPOSITION_OBJECT}
    return "complement" if hidden else ""


def first_of(token: Token) -> Token:
    """Return the first of the phrases joined by « et »: all of them play its role."""
    while role_of(token) == Role.CONJUNCT and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i < token.i:
        token = token.head
    return token


def is_subject(token: Token) -> bool:
    """Tell whether a token is a subject, active or passive, also where the parser took a noun for the verb."""
    if role_of(token) in SUBJECTS:
        return True
    following = token.i + 1
    return (
        role_of(token) == Role.ROOT
        and following < len(token.doc)
        and token.doc[following].pos_ == "AUX"
        and is_determined(token)
    )


def is_audience(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a body is only told something, or quoted for it ("told Reuters", « selon l'AFP »)."""
    before = (token.head, *(word for child in token.lefts for word in (child, *child.children)))
    sources = lexicon.words.speech.sources
    if any(not sources.isdisjoint((word.lower_, _with_word_before(word))) for word in before):
        return True
    speaks = governor(token).lemma_.lower() in lexicon.words.speech.verbs
    return speaks and role_of(token) not in SUBJECTS


def _with_word_before(token: Token) -> str:
    return token.doc[max(token.i - 1, 0) : token.i + 1].text.lower()


def is_determined(token: Token) -> bool:
    """Tell whether a word has an article, and so is used as a noun (« le nouveau venu »)."""
    return any(role_of(child) == Role.DETERMINER for child in token.lefts)


ARGUMENTS = SUBJECTS | {
    Role.OBJECT, Role.INDIRECT_OBJECT, Role.OBLIQUE_ARGUMENT, Role.AGENT, Role.PREPOSITION_OBJECT,
}  # fmt: skip


def is_argument(token: Token) -> bool:
    """Tell whether a token is an argument of its head."""
    return role_of(token) in ARGUMENTS


def _value(scored: tuple[float, Candidate]) -> tuple[float, int]:
    return scored[0], scored[1].token.i
