"""Event triggers: the words that name events, with the attributes TimeML gives them."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from timeline.languages import Language
from timeline.model.mention import Trigger
from timeline.stages.events.attributes import attributes_of
from timeline.stages.events.features import Columns, columns_of_doc, features_of
from timeline.stages.events.linear import LinearModel, model_of
from timeline.stages.events.types import types_of_word
from timeline.stages.events.words import Word, related_words, words_of
from timeline.stages.source import mention_at
from timeline.syntax import Role
from timeline.syntax.voice import SUBJECTS

# Parts of speech that a trigger may have for the tagger; wide, since taggers err and headlines have no verbs.
CANDIDATES = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADP", "ADV", "NUM", "X", "INTJ"})
TELLING = frozenset({"VERB", "NOUN", "ADJ"})
BODIES = ("person", "organisation", "place", "post")
ACTING = "organisation"
KNOWN, OPEN = 0.35, 0.65  # shares of the threshold
AT_ONCE = 4000  # words
_AUXILIARIES = frozenset({Role.COPULA, Role.AUXILIARY, Role.PASSIVE_AUXILIARY})
DEFAULT_CLASS = "OCCURRENCE"
_POS = {
    "VERB": "VERB",
    "AUX": "VERB",
    "NOUN": "NOUN",
    "PROPN": "NOUN",
    "ADJ": "ADJECTIVE",
    "ADP": "PREPOSITION",
}


@dataclass(frozen=True, slots=True)
class Detection:
    """A trigger and where it stands in the Doc.

    Attributes
    ----------
    trigger : Trigger
        The word with its TimeML attributes; `factuality` is left at its default for a later stage.
    token : int
        Index in the Doc of the trigger's (head) token.
    confidence : float
        0 to 1, how sure the detector is that the word is an event.
    """

    trigger: Trigger
    token: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Sight:
    """What the detector sees of one Doc, laid out once for `detect` and `describe_all`."""

    words: list[Word]
    columns: Columns | None


def sight_of(doc: Doc, language: Language) -> Sight:
    """Lay out a Doc; without columns where the language has no learned weights."""
    return Sight(words_of(doc), columns_of_doc(doc, language) if model_of(language) is not None else None)


def detect(doc: Doc, language: Language, *, sight: Sight | None = None) -> tuple[Detection, ...]:
    """Find the event triggers of the document's own story, in the order of the text.

    A language without learned weights has its verbs taken for the events.
    """
    sight = sight or sight_of(doc, language)
    words = [word for word in related_words(sight.words) if word.pos_ in CANDIDATES and _has_letter(word)]
    model = model_of(language)
    if model is None or sight.columns is None:
        return tuple(_detection(word, None) for word in words if word.pos_ == "VERB")
    places = np.array([word.i for word in words], np.int64)
    probabilities = _probabilities(places, sight.columns, model)
    chosen = np.flatnonzero(probabilities >= _bars(words, model.threshold, language))
    clauses = [*_silent_clauses(words, set(chosen.tolist())), *_mistaken_verbs(words)]
    chosen = np.union1d(chosen, np.array(clauses, np.int64))
    return tuple(
        _detection(words[row], None, kind, round(float(probabilities[row]), 4))
        for row, kind in zip(chosen.tolist(), _classes(places[chosen], sight.columns, model), strict=True)
    )


def _probabilities(words: NDArray[np.int64], columns: Columns, model: LinearModel) -> NDArray[np.float64]:
    """Return how likely each word names an event; some are looked at at a time, since each has some 60 features."""
    slices = [words[first : first + AT_ONCE] for first in range(0, len(words), AT_ONCE)]
    found = [model.probabilities(model.known(features_of(columns, some), some)) for some in slices]
    return np.concatenate([np.zeros(0), *found])


def _classes(words: NDArray[np.int64], columns: Columns, model: LinearModel) -> list[str]:
    """Return the likeliest TimeML class of each word."""
    return model.best_classes(model.known(features_of(columns, words), words))


def _bars(words: list[Word], threshold: float, language: Language) -> NDArray[np.float64]:
    """Return how sure the detector must be of each word: less where a frame knows the word, or news may tell by it.

    The threshold is set on corpora that mark a word only where it tells a happening of its own; a reader of news looks
    for events in nouns of results and states as well.
    """
    bodies = {word for kind in BODIES for word in language.participants.kinds.get(kind, ())}
    shares = (_share(word, bodies, language) for word in words)
    return threshold * np.fromiter(shares, np.float64, len(words))


def _share(word: Word, bodies: Set[str], language: Language) -> float:
    """Return the share of the threshold that is asked of a word: all of it where it may be part of a name."""
    if word.role == Role.AGENT and word.lemma_.lower() in bodies:
        return inf  # « limogé par son conseil d'administration »: who does a deed is none
    if _is_naming(word, language):
        return inf
    named = word.text[:1].isupper() and word.i > word.sent.start
    belongs = word.role == Role.NOMINAL_MODIFIER and word.head.lemma_.lower() in bodies  # « la cour d'appel »
    if named or belongs or word.pos_ not in TELLING or word.lemma_.lower() in bodies:
        return 1.0
    return KNOWN if types_of_word(word, language) else OPEN


def _is_naming(word: Word, language: Language) -> bool:
    """Tell what says how somebody, or something, is called: « un homme nommé X », « la loi, dite X »."""
    if word.lower_ not in language.entities.descriptions.naming or word.i + 1 >= word.sent.end:
        return False
    head, called = word.head, word.nbor()
    if head.pos_ != "NOUN" or head.i > word.i or called.pos_ != "PROPN" or not called.text[:1].isupper():
        return False
    acts = head.lemma_.lower() in language.participants.kinds.get(ACTING, ())
    return not acts or word.nbor(-1).text == ","  # "the board called Dunn to a meeting" is a deed


def _silent_clauses(words: list[Word], chosen: set[int]) -> list[int]:
    """Return the rows of the verbs of sentences that tell nothing else: « Elle part lundi. »."""
    told = {words[row].sent.start for row in chosen}
    return [row for row, word in enumerate(words) if word.sent.start not in told and _has_subject(word)]


def _mistaken_verbs(words: list[Word]) -> list[int]:
    """Return the rows of what is tagged a noun where only a verb can stand: « avant que le tribunal ne tranche »."""
    return [row for row, word in enumerate(words) if word.pos_ == "NOUN" and _heads_a_clause(word)]


def _heads_a_clause(word: Word) -> bool:
    if word.role != Role.ADVERBIAL_CLAUSE:
        return False
    roles = {child.role for child in word.children}
    return Role.MARKER in roles and not roles.isdisjoint(SUBJECTS) and roles.isdisjoint(_AUXILIARIES)


def _has_subject(word: Word) -> bool:
    """Tell a predicate with a subject and no copula, whatever the tagger takes it for."""
    roles = {child.role for child in word.children}
    pronoun = any(child.role in SUBJECTS and child.pos_ == "PRON" for child in word.children)
    verbal = word.pos_ == "VERB" and word.head == word
    return not roles.isdisjoint(SUBJECTS) and Role.COPULA not in roles and (verbal or pronoun)


def describe(doc: Doc, start: int, end: int, language: Language) -> Detection:
    """Give the attributes of a trigger that is known already, by its character offsets.

    Raises
    ------
    ValueError
        When no token of the document lies there.
    """
    return describe_all(doc, ((start, end),), language)[0]


def describe_all(
    doc: Doc, spans: Iterable[tuple[int, int]], language: Language, *, sight: Sight | None = None
) -> tuple[Detection, ...]:
    """Give the attributes of triggers that are known already, by their character offsets, in the given order.

    The head of the tokens that a span touches is taken for the trigger's token.

    Raises
    ------
    ValueError
        When no token of the document lies at one of them.
    """
    spans = tuple(spans)
    if not spans:
        return ()
    sight = sight or sight_of(doc, language)
    tokens = [sight.words[_head(doc, start, end)] for start, end in spans]
    model = model_of(language)
    if model is None or sight.columns is None:
        return tuple(_detection(token, span) for token, span in zip(tokens, spans, strict=True))
    chosen = np.array(sorted({token.i for token in tokens}))
    kinds = dict(zip(chosen.tolist(), _classes(chosen, sight.columns, model), strict=True))
    return tuple(_detection(token, span, kinds[token.i]) for token, span in zip(tokens, spans, strict=True))


def _has_letter(word: Word) -> bool:
    """Tell a word from a sign or a number, whatever the tagger says: "#", "=", "12"."""
    return any(map(str.isalpha, word.text))


def _head(doc: Doc, start: int, end: int) -> int:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        raise ValueError(f"No token of the document between {start} and {end}. Give offsets of a word.")
    return span.root.i


def _detection(
    token: Word,
    span: tuple[int, int] | None,
    kind: str = DEFAULT_CLASS,
    confidence: float = 1.0,
) -> Detection:
    start, end = span or (token.idx, token.idx + len(token))
    mention = mention_at(token.source, start, end)
    told = attributes_of(token)
    trigger = Trigger(
        mention.text,
        start,
        end,
        mention.document,
        lemma=token.lemma_,
        pos=_POS.get(token.pos_, "OTHER"),
        timeml_class=kind,
        tense=told.tense,
        aspect=told.aspect,
        polarity=told.polarity,
        modality=told.modality,
    )
    return Detection(trigger, token.i, confidence)
