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

from timeline.model.entity import PERSON, PLACE
from timeline.stages.mentions.chains import Chain
from timeline.stages.mentions.cues import (
    Anaphor,
    Candidate,
    cues_for,
    first_of,
    is_argument,
    is_determined,
    is_subject,
    is_told_of,
    speaks,
)
from timeline.stages.mentions.weights import CUES, DESCRIPTION, PRONOUN, PROTAGONIST, TAKEN_UP, Bar
from timeline.stages.names.lexicon import Lexicon
from timeline.stages.names.tokens import governor
from timeline.syntax import Role, Word
from timeline.syntax.functions import grammar_at
from timeline.syntax.phrases import object_before

STORY = 2_000  # candidates, or words, back that tell what a story has said of somebody: those of an article
BESIDE = 12  # candidates back among which the same clause is looked for


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
    meant = _clear_winner(ranked, bar_of(anaphor.token))
    quoted = describes and meant is not None and _only_speaks(meant, candidates, lexicon)
    return None if quoted and _is_spoken_of(anaphor.token, candidates) else meant


def _only_speaks(chain: Chain, candidates: Sequence[Candidate], lexicon: Lexicon) -> bool:
    """Tell somebody whom a text only quotes: « Le préfet, Luc Roy, a affirmé que l'agresseur… »."""
    named = (first_of(one.token) for one in candidates[-STORY:] if one.chain is chain and one.token.pos_ != "PRON")
    return all(speaks(_titled(word), lexicon) for word in named)


def _titled(name: Word) -> Word:
    """Return the title that a name stands beside, and the name where there is none."""
    beside = name.role in {Role.APPOSITION, Role.FLAT} and name.head.pos_ in {"NOUN", "PROPN"}
    return name.head if beside else name


def _is_spoken_of(description: Word, candidates: Sequence[Candidate]) -> bool:
    """Tell a description that has been used of somebody whom nobody names: « un homme … L'homme »."""
    named = {one.token.i for one in candidates[-STORY:] if one.chain is not None}
    first = max(0, description.i - STORY)
    before = (word for word in description.doc[first : description.i] if word.lemma_ == description.lemma_)
    return any(word.pos_ == "NOUN" and word.i not in named for word in before)


def taken_up(
    anaphor: Anaphor, candidates: list[Candidate], sentence: int, lexicon: Lexicon
) -> tuple[Candidate, bool] | None:
    """Return the common noun that a pronoun most likely takes up, and whether that is sure; None where a name may be.

    What stands for nobody named mostly means somebody, or something, that the text only describes.
    """
    if anaphor.latter or anaphor.token.pos_ == "NOUN":
        return None
    ranked = _ranked(anaphor, candidates, sentence, _beside(anaphor, candidates, lexicon), lexicon)
    if not ranked or ranked[0][1].chain is not None:
        return None
    score, best = ranked[0]
    lead = score - ranked[1][0] if len(ranked) > 1 else TAKEN_UP.alone
    sure = score >= TAKEN_UP.score and lead >= TAKEN_UP.lead
    subject = is_subject(anaphor.token)
    if subject:
        return (best, sure) if score >= TAKEN_UP.least else None
    if score < TAKEN_UP.owner if anaphor.possessive else lead < TAKEN_UP.object:
        return None
    return best, False


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


def _replaces(named: Word, lexicon: Lexicon) -> bool:
    """Tell the name behind « par », a replacement before it, by the order of the words alone."""
    context, doc = lexicon.words.context, named.doc
    before = next((doc[i] for i in range(named.i - 1, max(named.i - 4, -1), -1) if doc[i].pos_ == "ADP"), None)
    if before is None or before.lower_ not in context.person_prepositions:
        return False
    return any(word.lemma_.lower() in context.replacements for word in doc[named.sent.start : before.i])


def bar_of(anaphor: Word) -> Bar:
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
        if anaphor.number == "p" and not candidate.number and candidate.chain and candidate.sentence != sentence:
            continue  # "they" may be a body within its sentence, not in the next
        key = id(candidate.chain) if candidate.chain else noun_of(candidate).i
        score = CUES[bar.far] * (sentence - candidate.sentence)
        score += sum(CUES[name] * amount for name, amount in cues_for(anaphor, candidate, lexicon))
        if key not in scored or scored[key][0] < score:
            scored[key] = (score, candidate)
    return sorted(scored.values(), key=_value, reverse=True)


def _may_mean(anaphor: Anaphor, candidate: Candidate, lexicon: Lexicon) -> bool:
    if not _agrees(anaphor, candidate) or _same_clause(anaphor, candidate) or _is_done_by(anaphor, candidate):
        return False
    if _is_told_of_it(anaphor, candidate):
        return False
    if candidate.chain is None and _takes_from(candidate, anaphor, lexicon):
        return False
    return candidate.chain is not None or _may_be_meant(anaphor, candidate, lexicon)


def _is_told_of_it(anaphor: Anaphor, candidate: Candidate) -> bool:
    """Tell a relative clause about a candidate, whose pronoun means another: « le groupe, qu'il avait rejoint »."""
    verb = governor(anaphor.token)
    return is_subject(anaphor.token) and object_before(verb, grammar_at(verb)) == candidate.token


def noun_of(candidate: Candidate) -> Word:
    """Return the noun that a candidate is, or takes up."""
    return candidate.token if candidate.noun is None else candidate.noun


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
    persons, noun = lexicon.person_nouns, noun_of(candidate).lemma_.lower()
    if not persons:
        return True
    if anaphor.types == (PERSON,):
        return noun in persons
    bodies = lexicon.words.organisations
    return not _is_minded(anaphor.token, lexicon) or noun in persons or noun in bodies.nouns or noun in bodies.words


def _is_minded(token: Word, lexicon: Lexicon) -> bool:
    """Tell the subject of what only people and bodies do."""
    verbs = lexicon.words.context
    lemma = governor(token).lemma_.lower()
    return token.role == Role.SUBJECT and (lemma in verbs.minded or lemma in verbs.person_subject)


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
    while verb.role == Role.OPEN_COMPLEMENT or (
        verb.role == Role.CONJUNCT and not any(is_subject(child) for child in verb.children)
    ):
        verb = verb.head
        if verb == other:
            return True
    return False


def _is_done_by(anaphor: Anaphor, candidate: Candidate) -> bool:
    """Tell what somebody does in a clause without a subject (« Accusé de faire le bonheur des voleurs, il… »)."""
    if not is_subject(anaphor.token):
        return False
    verb, word, deeds = governor(anaphor.token), candidate.token, 0
    while word not in (verb, word.head):
        deeds += word.pos_ == "VERB"
        if word.pos_ in {"VERB", "AUX"} and any(is_subject(child) for child in word.children):
            return False
        word = word.head
    return word == verb and deeds > 0


def _is_other(candidate: Candidate, anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whether what is said of the anaphor cannot be said of a candidate."""
    verb = governor(anaphor.token)
    if verb.lemma_.lower() in lexicon.words.speech.verbs and is_told_of(candidate.token, verb):
        return True
    return _outlives(candidate, anaphor, lexicon) or _takes_from(candidate, anaphor, lexicon)


def _takes_from(candidate: Candidate, anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whether a candidate takes or asks for what another gives (« accepter sa démission », « prend sa place »)."""
    if not (_is_handed(anaphor, lexicon) or _is_claimed(anaphor, lexicon)):
        return False
    return is_argument(candidate.token) and governor(candidate.token) == governor(anaphor.token.head)


def _is_handed(anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whether a possessive is of what one person takes from another (« accepter sa démission »)."""
    noun = anaphor.token.head
    if not anaphor.possessive or noun.lemma_.lower() not in lexicon.words.context.anothers_nouns:
        return False
    return governor(noun).lemma_.lower() in lexicon.words.context.anothers_verbs


def _is_claimed(anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whether a possessive is of what somebody else decides on (« le tribunal a rejeté sa demande »)."""
    words, noun = lexicon.words.context, anaphor.token.head
    if not anaphor.possessive or noun.lemma_.lower() not in words.claims:
        return False
    return governor(noun).lemma_.lower() in words.deciding


def _outlives(candidate: Candidate, anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell whether a candidate says of the anaphor that it is dead ("she said that she had been strangled" are two)."""
    verb = anaphor.token.head
    deadly = verb.lemma_.lower() in lexicon.words.context.fatal and is_subject(anaphor.token)
    if not deadly or not (
        anaphor.token.role == Role.PASSIVE_SUBJECT or verb.lemma_.lower() in lexicon.words.context.die
    ):
        return False
    speech = verb.head
    told = verb.role == Role.CLAUSE_COMPLEMENT and speech.lemma_.lower() in lexicon.words.speech.verbs
    return told and is_subject(candidate.token) and candidate.token.head == speech


def _value(scored: tuple[float, Candidate]) -> tuple[float, int]:
    return scored[0], scored[1].token.i
