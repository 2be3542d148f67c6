"""The words that an event depends on, and what each makes of it: « il a refusé de partir », "reports of a sale"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.stages.events.charges import charge_over
from timeline.stages.events.cues import VOICED
from timeline.stages.events.moods import effect_of_sense
from timeline.stages.events.reader import Reader
from timeline.stages.events.retelling import pointers_of
from timeline.stages.events.types import lemmas_of, types_of_word
from timeline.stages.events.words import Word
from timeline.syntax import Form, Role
from timeline.syntax.phrases import preposition_of
from timeline.syntax.voice import AUXILIARIES, CORE, SUBJECTS, VERBAL, is_participle, is_passive

COMPLEMENTS = frozenset(
    {Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT, Role.CLAUSE_SUBJECT, Role.PASSIVE_CLAUSE_SUBJECT, Role.OTHER}
)
UNDERGOING = CORE - {Role.SUBJECT}
OF_NOUNS = frozenset(
    {
        Role.OBLIQUE_ARGUMENT, Role.ADJUNCT, Role.NOMINAL_MODIFIER, Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE,
        Role.APPOSITION,
    }
)  # fmt: skip
BESIDE = frozenset({Role.CONJUNCT, Role.ADVERBIAL_CLAUSE})
#: Whom a verb is said to, or of: an infinitive hung there is the verb's.
ADDRESSED = frozenset({Role.OBJECT, Role.OBLIQUE_ARGUMENT, Role.INDIRECT_OBJECT})
DEPTH = 8  # of governors climbed: deeper ones are parser's loops


def governors_of(token: Word, reader: Reader) -> Iterator[tuple[Word, str]]:
    """Yield the words that an event depends on, from the inside out, with what each makes of it."""
    for _ in range(DEPTH):
        found = governor_of(token, reader)
        if found is None:
            return
        yield found
        token = found[0]


def governor_of(token: Word, reader: Reader) -> tuple[Word, str] | None:
    """Return the next word that a token depends on and that says something of it."""
    head, role = token.head, token.role
    if head == token:
        return None
    if role in BESIDE and _speaks_too(token, reader):
        return None
    if role == Role.CONJUNCT:
        return (head, "factual") if shares_group(token) else governor_of(head, reader)
    carrier = _carrier(token, reader)
    if carrier is not None:
        return carrier, "factual"
    charge = charge_over(token, reader)
    if charge is not None:
        return charge, "charged"
    if role in {Role.PREPOSITION_OBJECT, Role.PREPOSITION_CLAUSE}:
        return _by_preposition(head, reader)
    if role in COMPLEMENTS:
        return _of_complement(token, head, reader)
    if role == Role.PREDICATE_ADJECTIVE:
        return governor_of(head, reader)  # "said that he was able to leave"
    if role == Role.ADVERBIAL_CLAUSE:
        return _beside_what_is_said(head, reader)
    return _of_noun(token, head, reader) if role in OF_NOUNS else _of_argument(token, head, reader)


def _speaks_too(token: Word, reader: Reader) -> bool:
    """Tell another, named, who says something: "Ada says she will leave, while Volta insists that she left"."""
    named = any(child.role == Role.SUBJECT and child.pos_ in {"NOUN", "PROPN"} for child in token.children)
    return named and reader.cues.governors.get(token.lemma_) in VOICED


def _carrier(token: Word, reader: Reader) -> Word | None:
    """Return the copula of « était en pourparlers »."""
    if preposition_of(token) not in reader.grammar.predicative:
        return None
    carrier = token.head.head if token.role == Role.PREPOSITION_OBJECT else token.head
    return carrier if carrier.lemma_ in reader.grammar.copulas else None


def _of_complement(token: Word, head: Word, reader: Reader) -> tuple[Word, str] | None:
    """Read « il a refusé de partir », "it is hard to consider"; « on ignore pourquoi il est parti » grants it."""
    if token.role == Role.CLAUSE_COMPLEMENT and _is_asked(token, reader):
        return None
    before = (child for child in head.children if child.i < token.i)
    governor = next((child for child in before if child.role == Role.PREDICATE_ADJECTIVE), head)
    return governor, _effect(governor, token, reader)


def _beside_what_is_said(head: Word, reader: Reader) -> tuple[Word, str] | None:
    """Read a clause beside what somebody says: "reported that the deal was revived after Y paid"."""
    found = governor_of(head, reader) if head.role == Role.CLAUSE_COMPLEMENT else None
    return found if found is not None and found[1] in {"reported", "spoken"} else None


def _of_argument(token: Word, head: Word, reader: Reader) -> tuple[Word, str] | None:
    """Read what a verb makes of its subject or object."""
    if token.role == Role.SUBJECT or (token.role == Role.PASSIVE_SUBJECT and head.lemma_ in reader.cues.occurrence):
        return _occurrence(token, head, reader)  # « aura lieu », "will be played"
    if token.role == Role.PASSIVE_SUBJECT and any(_is_forecast(child, reader) for child in head.children):
        return None  # "the storm is expected to weaken" is no expected storm
    undergoes = token.role == Role.OBJECT or (token.role == Role.PASSIVE_SUBJECT and is_passive(head))
    return _if_known(head, token, reader) if undergoes else None


def _is_forecast(child: Word, reader: Reader) -> bool:
    """Tell what else than its taking place is said of a thing: "the storm is expected to weaken"."""
    return child.role == Role.OPEN_COMPLEMENT and child.lemma_ not in reader.cues.occurrence


def _is_asked(token: Word, reader: Reader) -> bool:
    """Tell a question within a sentence other than whether: « pourquoi il est parti »."""
    return any(
        Form.INTERROGATIVE in child.form or child.lower_ in reader.cues.asking
        for child in token.children
        if child.i < token.i
    )


def _by_preposition(preposition: Word, reader: Reader) -> tuple[Word, str] | None:
    head = preposition.head.head if preposition.head.role == Role.PREPOSITION else preposition.head
    found = _if_known(head, preposition, reader)
    if found is None and head.role == Role.OBJECT:  # "suspect the guard of stealing"
        found = _if_known(head.head, preposition, reader)
    nominal = any(child.role == Role.PREPOSITION_OBJECT for child in preposition.children)
    if not nominal or found is None:
        return found
    word = preposition.lower_
    around = "place" in reader.grammar.prepositions.get(word, ()) or word in pointers_of(reader.language).enclosing
    said_there = around and head.pos_ in VERBAL  # "at the trial, he said"
    outside = {"factual", "spoken", *(("reported",) if said_there else ())}
    return None if found[1] in outside else found


def _of_noun(token: Word, head: Word, reader: Reader) -> tuple[Word, str] | None:
    """Read « la rumeur d'un rachat », « la décision de vendre », « des rumeurs selon lesquelles… »."""
    if _is_outside(token, reader):
        return None
    found = _if_known(head, token, reader)
    clause = token.role in {Role.NOUN_CLAUSE, Role.NOMINAL_MODIFIER} and head.role in ADDRESSED
    if found is None and clause and Form.INFINITIVE in first_auxiliary(token).form:
        return _if_known(head.head, token, reader)  # « reprocher au gardien d'avoir volé »
    loose = token.role in {Role.ADJUNCT, Role.OBLIQUE_ARGUMENT, Role.APPOSITION}
    if not loose or found is None or found[1] != "factual":
        return found
    brought = (head.lemma_ in reader.cues.resulting or not preposition_of(token)) and not _is_definite(token, reader)
    return found if brought else None  # « pourrait déboucher sur des recours »


def _is_outside(token: Word, reader: Reader) -> bool:
    """Tell what only describes a noun: a relative clause, a participle, a complement of place."""
    if token.role == Role.RELATIVE_CLAUSE:
        return not _is_content_clause(token, reader)
    if token.role == Role.NOUN_CLAUSE:
        return is_participle(token) and first_auxiliary(token) == token
    marker = preposition_of(token)
    slots = reader.grammar.prepositions.get(marker, ())
    near = {"origin", "goal", "for", "with"}
    return bool(marker) and not near & set(slots) and token.head.lemma_ not in reader.cues.resulting


def _if_known(head: Word, token: Word, reader: Reader) -> tuple[Word, str] | None:
    effect = _effect(head, token, reader, default="")
    if _is_only_valued(effect, token, reader):
        return None
    if effect in {"reported", "spoken"} and _is_definite(token, reader) and _is_granted(head, reader):
        return None
    if head.lemma_ in reader.cues.upholding and any(
        kind.startswith("Justice.") for kind in types_of_word(token, reader.language)
    ):
        return None  # what a court upholds was done
    if effect == "spoken" and (token.role in UNDERGOING or _is_definite(token, reader)):
        return None  # what is criticised was done, and what one is blamed for: « accusé de l'effondrement »
    if not effect and _is_brought_about(head, token, reader):
        return head, "factual"
    return (head, effect) if effect else None


def _is_only_valued(effect: str, token: Word, reader: Reader) -> bool:
    """Tell a thing judged, « le bilan est lourd : un mort », and a demand that is turned down: both were."""
    if effect == "judged":
        return token.pos_ == "NOUN"
    return effect == "declined" and token.lemma_ in reader.cues.governors


def _is_brought_about(head: Word, token: Word, reader: Reader) -> bool:
    """Tell a noun that stands as its verb does: « signera un accord », but not « commentera la démission »."""
    return head.pos_ == "VERB" and token.pos_ == "NOUN" and token.role in CORE and not _is_definite(token, reader)


def first_auxiliary(verb: Word) -> Word:
    """Return the first word of a verbal group."""
    return next((child for child in verb.children if child.role in AUXILIARIES), verb)


def _is_definite(token: Word, reader: Reader) -> bool:
    """Tell a noun that a definite article or a possessive says is known."""
    return token.pos_ == "NOUN" and any(child.lower_ in reader.definite for child in token.children)


def _is_granted(head: Word, reader: Reader) -> bool:
    """Tell what is taken for granted: « si la peine était confirmée », « choqué par l'annonce de l'attaque »."""
    supposed = any(child.role == Role.MARKER and child.lower_ in reader.cues.conditions for child in head.children)
    return supposed or head.pos_ == "NOUN"


def _was_told(token: Word, reader: Reader) -> bool:
    """Tell a definite noun that an earlier sentence told of, by the same noun or by its verb."""
    names = {token.lemma_, *pointers_of(reader.language).verbs.get(token.lemma_, ())}
    return _is_definite(token, reader) and any(
        word.lemma_ in names for word in token.doc[: token.sent.start] if word.pos_ in {"NOUN", "VERB"}
    )


def _effect(head: Word, token: Word, reader: Reader, default: str = "factual") -> str:
    sense = effect_of_sense(head, token, reader)
    if sense is not None:
        return sense
    particle = next((child.lower_ for child in head.children if child.role == Role.PARTICLE), "")
    names = [f"{head.lemma_} {particle}"] if particle else [*lemmas_of(head, reader.language), head.lower_]
    return next((reader.cues.governors[name] for name in names if name in reader.cues.governors), default)


def _occurrence(token: Word, head: Word, reader: Reader) -> tuple[Word, str] | None:
    """Follow a noun to the verb that says whether it takes place: « le match doit avoir lieu samedi »."""
    predicate = head
    for _ in range(DEPTH):
        inner = next(
            (child for child in predicate.children if child.role == Role.OPEN_COMPLEMENT and child.pos_ in VERBAL), None
        )
        if inner is None:
            break
        predicate = inner
    if predicate != head and is_passive(predicate) and _is_brought_about(predicate, token, reader):
        return predicate, "factual"  # « un accord pourrait être signé »
    needed = reader.cues.occurrence.get(predicate.lemma_)  # « avoir lieu », « se tenir »
    around = {child.lower_ for child in predicate.children}
    if token.pos_ in VERBAL or needed is None or (needed and not around & {needed, f"{needed[0]}'"}):
        return None
    if _was_told(token, reader):
        return None
    return predicate, "factual"


def _is_content_clause(token: Word, reader: Reader) -> bool:
    """Tell « des rumeurs selon lesquelles il part » from « des rumeurs qui courent »."""
    first = next(iter(token.subtree))
    return any(
        tuple(word.lower_ for word in token.doc[first.i : first.i + len(phrase)]) == phrase
        for phrase in reader.cues.attribution
    )


def shares_group(token: Word) -> bool:
    """Tell a coordinated verb without auxiliaries or tense of its own."""
    if token.pos_ not in VERBAL or token.head.pos_ not in VERBAL:
        return False
    if any(child.role in AUXILIARIES or child.role in SUBJECTS for child in token.children):
        return False
    return Form.FINITE not in token.form
