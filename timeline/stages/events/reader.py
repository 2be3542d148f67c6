"""What the standings of one document's events are read with: its language's words, and each sentence read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.languages import Language
from timeline.model.mention import Mention
from timeline.stages.events.attribution import attributions, quotation_marks, trailing_speech
from timeline.stages.events.cast import Cast
from timeline.stages.events.cues import Cues, cues_of, stands_before
from timeline.stages.events.retelling import pointers_of
from timeline.stages.events.words import Sentence, Word
from timeline.syntax import Role
from timeline.syntax.functions import Grammar
from timeline.syntax.postposed import first_of_group

REACH = 4  # words at the head of a sentence that is a reporting clause cut off
FRONT = 3  # words of a phrase that opens a sentence


class Mark(NamedTuple):
    """One word that tells something of an event's standing."""

    status: str
    rule: str
    token: Word


@dataclass(frozen=True, slots=True)
class SentenceCues:
    """What a sentence tells of all its events: who vouches, who speaks, which words state a condition, or quote."""

    attributions: tuple[tuple[Word, Word, Mention], ...]
    speech: Word | None
    conditions: tuple[Word, ...]
    losses: tuple[Word, ...]
    quotes: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read standings in one document; what is read once is kept by sentence, or by word."""

    language: Language
    cues: Cues
    grammar: Grammar
    cast: Cast
    definite: frozenset[str]
    of_sentence: dict[int, SentenceCues] = field(default_factory=dict)
    of_group: dict[int, tuple[Mark, ...]] = field(default_factory=dict)


def reader_of(language: Language, grammar: Grammar, cast: Cast) -> Reader:
    """Return what is needed to read the standings of one document's events."""
    definite = pointers_of(language).definite | grammar.possessives
    return Reader(language, cues_of(language), grammar, cast, definite)


def sentence_cues(token: Word, reader: Reader) -> SentenceCues:
    """Read a sentence once for all its events."""
    sentence = token.sent
    known = reader.of_sentence.get(sentence.start)
    if known is None:
        known = SentenceCues(
            tuple(attributions(sentence, reader.cast, reader.cues)),
            trailing_speech(sentence, reader.cues, reader.grammar) or _speech_cut_off(sentence, reader),
            tuple(word for word in sentence.words if _states_condition(word, reader.cues)),
            tuple(word for word in sentence.words if _is_missed(word, reader.cues)),
            quotation_marks(sentence),
        )
        reader.of_sentence[sentence.start] = known
    return known


def _speech_cut_off(sentence: Sentence, reader: Reader) -> Word | None:
    """Return the verb of a reporting clause that the parser took for a sentence: « Je pars », | a-t-elle promis."""
    doc = sentence.words[0].doc
    if sentence.end >= len(doc):
        return None
    following = doc[sentence.end].sent
    speech = trailing_speech(following, reader.cues, reader.grammar)
    return speech if speech is not None and first_of_group(speech) - following.start <= REACH else None


def _states_condition(word: Word, cues: Cues) -> bool:
    if (
        word.lower_ not in cues.conditions
        or word.role != Role.MARKER
        or word.head.role not in {Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT, Role.PARATAXIS}
    ):
        return False
    return word.i + 1 == len(word.doc) or not any(stands_before(word.nbor(), phrase) for phrase in cues.concessive)


def _is_missed(word: Word, cues: Cues) -> bool:
    """Tell what the text says was lacking, and would have changed things: « sans l'aide des voisins ».

    A bare noun behind the verb only says how: « il aurait tenté sa chance, sans succès ».
    """
    phrases = cues.before.get(word.doc[word.i - 1].lower_) if word.i else None
    if not phrases or word.role in {Role.ADVERBIAL_CLAUSE, Role.OPEN_COMPLEMENT}:
        return False
    fronted = word.i - word.sent.start <= FRONT
    determined = word.role in {Role.DETERMINER, Role.POSSESSOR}
    return (fronted or determined) and any(
        effect == "negated" and stands_before(word, phrase) for phrase, effect in phrases
    )
