"""Verb groups: the tense, aspect, mood, modality, polarity and voice of a verb with its auxiliaries, read once.

The words come from the language's room ``verbs``, the labels from its ``scheme``; nothing here knows a language.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.base import language_or_fallback
from timeline.languages.contract import VerbWords
from timeline.languages.grammar import Form, Role
from timeline.syntax.negation import negation_of
from timeline.syntax.verbforms import is_conditional, is_future
from timeline.syntax.verbgroup import Aspect, Modality, Mood, Tense, VerbGroup
from timeline.syntax.voice import AUXILIARIES, EXPLETIVES, SUBJECTS, VERBAL, is_participle, is_passive
from timeline.syntax.words import Word

DEPTH = 8  # of verbs climbed for a shared auxiliary or a modal: deeper ones are parser's loops
COMPLEMENTS = frozenset({Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT})
PREDICATES = frozenset({Role.ATTRIBUTE, Role.PREDICATE_ADJECTIVE, Role.OBJECT_PREDICATE})


def verb_group(word: Word) -> VerbGroup | None:
    """Return the group of a verb or of a predicate with a copula; None for anything else.

    Examples
    --------
    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> from timeline.syntax import words_of
    >>> doc = Doc(
    ...     spacy.blank("en").vocab, words=["She", "will", "not", "leave"], heads=[3, 3, 3, 3],
    ...     deps=["nsubj", "aux", "neg", "ROOT"], pos=["PRON", "AUX", "PART", "VERB"], tags=["PRP", "MD", "RB", "VB"],
    ... )
    >>> verb_group(words_of(doc)[3])
    VerbGroup('leave', future indicative negated)
    """
    if not word.group:
        word.group = (_read(word, DEPTH),)
    known: VerbGroup | None = word.group[0]
    return known


def clause_verb(word: Word) -> Word | None:
    """Return the nearest verb, or predicate with a copula, at or above a word."""
    for above in (word, *word.ancestors):
        if above.pos_ in VERBAL or any(child.role == Role.COPULA for child in above.children):
            return above
    return None


def has_just(verb: Word) -> bool:
    """Tell « vient de partir », wherever the parser hung the infinitive."""
    if verb.lemma_ not in language_or_fallback(verb.code).verbs.governors.recent:
        return False
    following = verb.doc[verb.i + 1 : verb.i + 3]
    return len(following) == 2 and following[0].pos_ == "ADP" and Form.INFINITIVE in following[1].form


def _read(word: Word, depth: int) -> VerbGroup | None:
    words = language_or_fallback(word.code).verbs
    if word.pos_ not in VERBAL and not any(child.role in AUXILIARIES for child in word.children):
        return _read_above(word, depth) if word.role in PREDICATES else None
    bearer = _bearer_of_auxiliaries(word)
    auxiliaries = tuple(child for child in bearer.children if child.role in AUXILIARIES and child.i <= word.i)
    group = _timed(VerbGroup(word, auxiliaries, passive=is_passive(word)), words)
    negation = negation_of(bearer, auxiliaries, words)
    if negation is None and bearer != word:
        negation = negation_of(word, (), words)
    group = replace(group, negated=negation is not None, negation=negation)
    above = _read_above(word, depth) if word.role in COMPLEMENTS else None
    if above is not None:
        group = _under(group, replace(above, head=word.head), words)
    return _denied_past(group, words)


def _read_above(word: Word, depth: int) -> VerbGroup | None:
    """Return the group of the verb that a word hangs on, as the word's own."""
    if word.head.pos_ not in VERBAL or not depth:
        return None
    above = _read(word.head, depth - 1)
    return None if above is None else replace(above, head=word)


def _under(group: VerbGroup, above: VerbGroup, words: VerbWords) -> VerbGroup:
    """Add what the verb above makes of its complement: its modality, its refusal, or a modal's denial."""
    group = _governed(group, above, words)
    if group.negated or group.finite:
        return group
    if above.head.lemma_ in words.governors.denying:
        return group if above.negated else replace(group, negated=True, negation=above.head)
    if group.modal is not None and group.modal == above.head:  # « ne peut pas partir »
        return replace(group, negated=above.negated, negation=above.negation)
    return group


def _bearer_of_auxiliaries(word: Word) -> Word:
    """Return the verb whose auxiliaries a coordinated verb shares: « il sera arrêté et jugé »."""
    for _ in range(DEPTH):
        own = any(child.role in AUXILIARIES or child.role in SUBJECTS for child in word.children)
        if own or word.role != Role.CONJUNCT or Form.FINITE in word.form or word.head.pos_ not in VERBAL:
            return word
        if (Form.GERUND in word.form) != (Form.GERUND in word.head.form):
            return word  # "to dial, as well as making calls"
        alike = (Form.PARTICIPLE in word.form) == (Form.PARTICIPLE in word.head.form)
        if not alike and not any(child.role in AUXILIARIES for child in word.head.children):
            return word
        word = word.head
    return word


def _timed(group: VerbGroup, words: VerbWords) -> VerbGroup:
    """Add what the verb and its auxiliaries tell, without the verbs above."""
    perfect = _is_perfect(group, words)
    modal = next((word for word in group.auxiliaries if _is_modal(word, words)), None)
    if modal is not None:
        return _with_modal(replace(group, bearer=modal, perfect=perfect), modal, perfect, words)
    bearer = _finite(group, words)
    if bearer is None:
        first = group.auxiliaries[0] if group.auxiliaries else group.head
        return _without_tense(replace(group, bearer=first, perfect=perfect), perfect)
    group = replace(group, bearer=bearer, perfect=perfect, finite=True)
    if is_conditional(bearer, words):
        return _conditional(group, bearer, perfect, words)
    if is_future(bearer, words):
        aspect = Aspect.PERFECT if perfect else Aspect.NONE
        return replace(group, tense=Tense.FUTURE, aspect=aspect)
    mood = _mood(bearer)
    if Form.PAST in bearer.form or Form.IMPERFECT in bearer.form:
        plain = Aspect.IMPERFECTIVE if Form.IMPERFECT in bearer.form else Aspect.NONE
        aspect = Aspect.PLUPERFECT if perfect else plain
        return replace(group, tense=Tense.PAST, mood=mood, aspect=_aspect(group, perfect, aspect))
    if perfect:
        plain = Aspect.NONE if words.perfect_is_past else Aspect.PERFECT
        return replace(group, tense=Tense.PAST, mood=mood, aspect=_aspect(group, perfect, plain))
    return replace(group, tense=Tense.PRESENT, mood=mood, aspect=_aspect(group, False, Aspect.NONE))


def _is_perfect(group: VerbGroup, words: VerbWords) -> bool:
    verb = group.head
    for word in group.auxiliaries:
        if word.role == Role.PASSIVE_AUXILIARY:
            if verb.lemma_ in words.unaccusative:
                return True
        elif word.role == Role.AUXILIARY and {word.lemma_.lower(), word.lower_} & set(words.auxiliaries.perfect):
            return word.lower_ not in words.auxiliaries.ambiguous or is_participle(verb)
    return False


def _is_modal(word: Word, words: VerbWords) -> bool:
    listed = words.auxiliaries
    named = word.lower_ in (*listed.future, *listed.conditional, *listed.possible, *listed.necessary)
    return word.role == Role.AUXILIARY and named and (Form.MODAL in word.form or Form.PAST not in word.form)


def _with_modal(group: VerbGroup, modal: Word, perfect: bool, words: VerbWords) -> VerbGroup:
    """Read "will leave", "would have left", "may leave", "must have left"."""
    listed, form = words.auxiliaries, modal.lower_
    aspect = _aspect(group, perfect, Aspect.PERFECT if perfect else Aspect.NONE)
    group = replace(group, finite=True, modal=modal, aspect=aspect, tense=Tense.FUTURE)
    if form in listed.future:
        return replace(group, modal=None)
    if form in listed.conditional:
        return _conditional(replace(group, modal=None), modal, perfect, words)
    kind = Modality.POSSIBLE if form in listed.possible else Modality.NECESSARY
    if not perfect:
        return replace(group, modality=kind)
    unreal = form in listed.unreal or (form in listed.unreal_if and _states_condition(group.head, words))
    return replace(group, tense=Tense.PAST, modality=Modality.COUNTERFACTUAL if unreal else kind)


def _conditional(group: VerbGroup, bearer: Word, perfect: bool, words: VerbWords) -> VerbGroup:
    """Read a conditional: of a condition, of the press, or a future seen from a past."""
    perfect = perfect and not _is_conditional_passive(group.head, bearer, words)
    group = replace(group, mood=Mood.CONDITIONAL, perfect=perfect)
    supposed = _states_condition(group.head, words)
    if perfect:
        hearsay = words.hearsay and not supposed
        modality = Modality.HEARSAY if hearsay else Modality.COUNTERFACTUAL
        return replace(group, tense=Tense.PAST, aspect=Aspect.PERFECT, modality=modality)
    if _is_told_from_past(group.head) and not supposed:
        return replace(group, tense=Tense.FUTURE)
    if words.hearsay and bearer.role == Role.COPULA and not supposed:
        return replace(group, tense=Tense.PRESENT, modality=Modality.HEARSAY)
    return replace(group, tense=Tense.FUTURE, modality=Modality.CONDITIONAL)


def _is_conditional_passive(verb: Word, bearer: Word, words: VerbWords) -> bool:
    """Tell « serait nommé », which models take for a past, from « serait devenu », « se serait tu »."""
    made = verb.lemma_ in words.unaccusative or any(child.role in EXPLETIVES for child in verb.children)
    return bearer.lemma_ in words.auxiliaries.passive and not made


def _is_told_from_past(verb: Word) -> bool:
    """Tell the clause of « elle a dit qu'il partirait »: its conditional is a future in the past."""
    if verb.role != Role.CLAUSE_COMPLEMENT or verb.head.pos_ not in VERBAL:
        return False
    words = (verb.head, *(child for child in verb.head.children if child.role in AUXILIARIES))
    return any(not word.form.isdisjoint({Form.PAST, Form.IMPERFECT}) for word in words)


def _states_condition(verb: Word, words: VerbWords) -> bool:
    """Tell whether the verb's sentence states a condition in another clause: « si… »."""
    for word in verb.sent.words:
        if word.lower_ in words.conditions and word.role == Role.MARKER and word.head != verb:
            before = word.doc[word.i - 1].lower_ if word.i else ""
            if before not in words.concessive:
                return True
    return False


def _finite(group: VerbGroup, words: VerbWords) -> Word | None:
    bearers = (*group.auxiliaries, group.head)
    return next((word for word in bearers if Form.FINITE in word.form or is_future(word, words)), None)


def _without_tense(group: VerbGroup, perfect: bool) -> VerbGroup:
    """Read an infinitive or participle without a finite auxiliary."""
    bearer = next((word for word in group.auxiliaries if Form.FINITE not in word.form), group.head)
    forms = bearer.form | group.head.form
    mood = Mood.PARTICIPLE if Form.PARTICIPLE in bearer.form and Form.INFINITIVE not in forms else Mood.INFINITIVE
    past = perfect or (mood == Mood.PARTICIPLE and bearer == group.head and is_participle(bearer))
    tense = Tense.PAST if past else Tense.NONE
    return replace(group, mood=mood, tense=tense, aspect=_aspect(group, perfect, Aspect.NONE))


def _aspect(group: VerbGroup, perfect: bool, plain: Aspect) -> Aspect:
    later = (group.head, *group.auxiliaries[1:])  # "is being sold", not "having sold"
    progressive = any(Form.GERUND in word.form for word in later)
    if progressive and group.auxiliaries:
        return Aspect.PERFECT_PROGRESSIVE if perfect else Aspect.PROGRESSIVE
    return plain


def _mood(bearer: Word) -> Mood:
    if Form.SUBJUNCTIVE in bearer.form:
        return Mood.SUBJUNCTIVE
    return Mood.IMPERATIVE if Form.IMPERATIVE in bearer.form else Mood.INDICATIVE


def _governed(group: VerbGroup, above: VerbGroup, words: VerbWords) -> VerbGroup:
    """Add what a modal or half-modal above an infinitive makes of it: « doit partir », "is going to leave"."""
    lemma, listed = above.head.lemma_, words.governors
    if group.finite or group.mood != Mood.INFINITIVE:
        return group
    if lemma in listed.prospective:
        return _ahead(group, above)
    if lemma in listed.recent and any(child.pos_ == "ADP" for child in group.head.children):  # « vient de partir »
        aspect = Aspect.PLUPERFECT if above.tense == Tense.PAST else Aspect.PERFECT
        return replace(group, tense=Tense.PAST, aspect=aspect, modal=above.head)
    if lemma in listed.arranged and not any(child.role in PREDICATES for child in above.head.children):
        return _ahead(group, above)
    if lemma in (*listed.possible, *listed.necessary):
        kind = Modality.POSSIBLE if lemma in listed.possible else Modality.NECESSARY
        return _modal_governed(group, above, kind)
    return group


def _ahead(group: VerbGroup, above: VerbGroup) -> VerbGroup:
    tense = Tense.PAST if above.tense == Tense.PAST else Tense.FUTURE
    plain = above.tense == Tense.PAST and above.aspect == Aspect.NONE and above.mood == Mood.INDICATIVE
    return replace(group, tense=tense, aspect=Aspect.NONE if plain else Aspect.PROSPECTIVE, modal=above.head)


def _modal_governed(group: VerbGroup, above: VerbGroup, kind: Modality) -> VerbGroup:
    """Read an infinitive under « pouvoir », « devoir », "have to"."""
    group = replace(group, modal=above.head, mood=above.mood)
    if above.mood == Mood.CONDITIONAL and above.tense == Tense.PAST:  # « aurait pu partir »
        return replace(group, tense=Tense.PAST, modality=Modality.COUNTERFACTUAL)
    if group.tense == Tense.PAST:  # « doit avoir quitté »
        return replace(group, modality=kind)
    if above.tense != Tense.PAST:
        return replace(group, tense=Tense.FUTURE, modality=kind)
    if above.aspect == Aspect.IMPERFECTIVE:  # « devait partir », who may not have
        return replace(group, tense=Tense.PAST, aspect=Aspect.PROSPECTIVE, modality=kind)
    return replace(group, tense=Tense.PAST)  # « a dû partir », "had to leave"


def _denied_past(group: VerbGroup, words: VerbWords) -> VerbGroup:
    """Read "nobody could be found" as what was not."""
    modal = group.modal
    if modal is None or not group.negated or modal.lower_ not in words.auxiliaries.past_when_denied:
        return group
    return replace(group, tense=Tense.PAST, modality=Modality.NONE)
