"""What a verb group tells of its event's standing, and what a verb with several meanings makes of the verb below it.

The group is `timeline.syntax.verbs`' reading. What a conditional means hangs on more than the group: a condition in the
sentence (« si… »), or a verb of saying above, under which it is a future in the past.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.languages.contract import GoverningSense
from timeline.stages.events.cues import senses_of
from timeline.stages.events.reader import Mark, Reader
from timeline.stages.events.words import Word
from timeline.syntax import Form, Role
from timeline.syntax.verbgroup import Aspect, Mood, Tense, VerbGroup
from timeline.syntax.verbs import verb_group
from timeline.syntax.voice import SUBJECTS

ABOVE_ALL = SUBJECTS | {Role.EXPLETIVE, Role.CLAUSE_SUBJECT}
MAIN = frozenset({Role.ROOT, Role.CONJUNCT, Role.PARATAXIS})
ORDERING = MAIN | {Role.CLAUSE_COMPLEMENT}
PREDICATES = frozenset({Role.PREDICATE_ADJECTIVE, Role.ATTRIBUTE, Role.EXPLETIVE})


class Context(NamedTuple):
    """What stands outside a group and changes what it tells.

    Attributes
    ----------
    condition : bool
        The sentence states a condition: « si… », « sans… ».
    reported : bool
        The clause depends on a verb of saying or thinking.
    """

    condition: bool
    reported: bool


def told_by_group(verb: Word, context: Context, reader: Reader) -> Iterator[Mark]:
    """Yield what the group of a verb or predicate tells of its event's standing."""
    group = verb_group(verb)
    if group is None or group.bearer is None:
        return
    if not group.finite:
        yield from _infinitive(group, reader)
        return
    if Form.INFINITIVE in verb.form and group.bearer.role == Role.COPULA:
        yield Mark("future", "infinitive under a copula", group.bearer)  # « le but est d'étudier »
        return
    if verb.lemma_ in reader.language.verbs.governors.possible and not group.auxiliaries:
        yield Mark("possible", "modal", verb)
    told = _finite(group, group.bearer, context, reader)
    if told is not None:
        yield told


def _finite(group: VerbGroup, bearer: Word, context: Context, reader: Reader) -> Mark | None:
    if group.mood == Mood.CONDITIONAL:
        return _conditional(group, bearer, context, reader)
    if group.modal == bearer:
        return None if _is_performed(group, reader) else _modal(group, bearer, context, reader)
    if group.tense == Tense.FUTURE:
        if group.perfect and group.head.lemma_ in reader.language.factuality.retrospective:
            return None
        return Mark("possible" if context.condition else "future", "future tense", bearer)
    ordered = bearer == group.head and (group.mood == Mood.IMPERATIVE or _opens_as_order(bearer, reader))
    return Mark("possible", "imperative", bearer) if ordered else None


def _conditional(group: VerbGroup, bearer: Word, context: Context, reader: Reader) -> Mark:
    if group.perfect:
        return _past_conditional(bearer, context, reader)
    if context.condition:
        return Mark("possible", "conditional", bearer)
    if context.reported:
        return Mark("future", "future in the past", bearer)
    listed, lemma = reader.language.factuality.conditional, group.head.lemma_
    is_hearsay = lemma in listed.hearsay or bearer.lemma_ in listed.hearsay_copulas
    if lemma not in listed.polite and is_hearsay and group.head.role in MAIN:
        return Mark("reported", "journalistic conditional", bearer)
    return Mark("possible", "conditional", bearer)


def _past_conditional(bearer: Word, context: Context, reader: Reader) -> Mark:
    """Read « serait parti », what others say where nothing is supposed; "would have left", what did not happen."""
    if reader.language.verbs.hearsay:
        if context.condition:
            return Mark("counterfactual", "past conditional", bearer)
        return Mark("reported", "journalistic conditional", bearer)
    if context.reported and not context.condition:
        return Mark("future", "future in the past", bearer)
    return Mark("counterfactual", "past conditional", bearer)


def _modal(group: VerbGroup, modal: Word, context: Context, reader: Reader) -> Mark:
    """Read "may leave", "should have left", "could have left, had…"."""
    listed = reader.language.verbs.auxiliaries
    unreal = modal.lower_ in listed.unreal or (context.condition and modal.lower_ in listed.unreal_if)
    return Mark("counterfactual" if group.perfect and unreal else "possible", "modal", modal)


def _is_performed(group: VerbGroup, reader: Reader) -> bool:
    """Tell what is done by the saying: "we can today announce that…", "it should be noted that…"."""
    subjects = {child.lower_ for child in group.head.children if child.role in ABOVE_ALL}
    return any(
        group.head.lemma_ in saying.verbs and group.modal is not None and group.modal.lower_ in saying.modals
        for saying in reader.language.factuality.performing
        if not subjects.isdisjoint(saying.subjects)
    )


def _infinitive(group: VerbGroup, reader: Reader) -> Iterator[Mark]:
    """Yield what an infinitive tells that has no modal: "King to abdicate", "in order to", "Vote on Sunday"."""
    marks, head = reader.language.verbs.infinitive_marks, group.head
    mark = next((word for word in group.auxiliaries if word.lower_ in marks), None)
    if mark is not None and not any(Form.FINITE in word.form for word in head.sent.words):
        yield Mark("future", "headline infinitive", mark)
    elif mark is not None and head.role == Role.ADVERBIAL_CLAUSE:
        yield Mark("possible", "purpose", mark)
    if marks and not group.auxiliaries and _is_bare_order(head, marks):
        yield Mark("possible", "imperative", head)


def _is_bare_order(head: Word, marks: tuple[str, ...]) -> bool:
    """Tell "Vote on Sunday", an infinitive of a main clause without mark or subject."""
    alone = not any(child.role in ABOVE_ALL or child.lower_ in marks for child in head.children)
    return alone and head.role in ORDERING and Form.INFINITIVE in head.form


def _opens_as_order(head: Word, reader: Reader) -> bool:
    """Tell « Votez dimanche » by its form, where the model takes it for a statement without a subject."""
    endings = reader.language.verbs.forms.order_endings
    opens = head.i == head.sent.start and head.lower_.endswith(endings)
    return opens and not any(child.role in SUBJECTS for child in head.children)


def effect_of_sense(governor: Word, token: Word, reader: Reader) -> str | None:
    """Return what a verb makes of the event below it, by the sense that its own group shows; None where it has one.

    « a pu partir » is done, « pourrait partir » may be: `timeline.languages.contract.GoverningSense`.
    """
    for sense in senses_of(governor, reader.cues):
        if _is_meant(sense, governor, token, reader):
            return sense.effect or None
    return None


def _is_meant(sense: GoverningSense, governor: Word, token: Word, reader: Reader) -> bool:
    if token.lemma_ in sense.but or not _is_among(token.lemma_, sense.nouns):
        return False
    if sense.infinitive and not _is_infinitive(token, reader):
        return False
    return _stands_so(sense, governor) and _states(governor).issuperset(sense.when)


def _stands_so(sense: GoverningSense, governor: Word) -> bool:
    """Tell whether what a sense asks for stands around its verb."""
    if not _is_among(governor.head.lemma_, sense.under):
        return False
    if sense.beside and not any(child.lower_ in sense.beside for child in governor.children):
        return False
    return not sense.plain or not any(child.role in PREDICATES for child in governor.children)


def _is_among(lemma: str, listed: tuple[str, ...]) -> bool:
    return not listed or lemma in listed


def _states(governor: Word) -> set[str]:
    """Return what a verb's own group tells, as the names that senses ask for."""
    group = verb_group(governor)
    if group is None:
        return set()
    states = {group.tense.value, group.aspect.value, group.mood.value, group.modality.value}
    told = {"perfect": group.perfect, "negated": group.negated}
    return states | {name for name, found in told.items() if found}


def _is_infinitive(token: Word, reader: Reader) -> bool:
    """Tell an infinitive, with its mark where the language has one."""
    group = verb_group(token)
    if group is None or group.finite or group.bearer is None:
        return False
    marks = reader.language.verbs.infinitive_marks
    if marks:
        return any(child.lower_ in marks for child in token.children)
    return Form.INFINITIVE in group.bearer.form


def is_question(verb: Word, reader: Reader) -> bool:
    """Tell whether a sentence asks whether something is so, and not who did it or why."""
    sentence = verb.sent.words
    opening = reader.language.factuality.open_questions
    return sentence[-1].text == "?" and not any(word.lower_ in opening for word in sentence if word.i < verb.i)


def is_pluperfect(verb: Word) -> bool:
    """Tell "if he had stayed" from "if he stays", and « s'il était resté » from a passive, « s'il était renvoyé »."""
    group = verb_group(verb)
    return group is not None and (
        group.aspect == Aspect.PLUPERFECT or (group.aspect == Aspect.PERFECT_PROGRESSIVE and _is_past(group.bearer))
    )


def _is_past(bearer: Word | None) -> bool:
    return bearer is not None and Form.PAST in bearer.form


def is_inverted_condition(verb: Word, reader: Reader) -> bool:
    """Tell a condition without a conjunction: "had he stayed", « l'eût-il voulu »."""
    if verb.sent.words[-1].text == "?":
        return False
    subject = next((child for child in verb.children if child.role in SUBJECTS), None)
    inverted = reader.language.factuality.conditions.inverted
    helpers = (child for child in verb.children if child.lower_ in inverted)
    return subject is not None and any(helper.i < subject.i for helper in helpers)
