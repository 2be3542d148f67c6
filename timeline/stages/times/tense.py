"""The tense of the clause around a time, and the direction in which it makes a reader look for that time.

Verb groups are read by `timeline.syntax.verbs`; here is what they mean for a date beside them.

The words are those of `timeline.languages.contract.times.TenseWords`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from timeline.languages.contract import TenseWords
from timeline.syntax import Form, Role, Word, word_at
from timeline.syntax.phrases import NOUN_CLAUSES
from timeline.syntax.verbgroup import Aspect, Mood, Tense, VerbGroup
from timeline.syntax.verbs import clause_verb, has_just, verb_group
from timeline.syntax.voice import SUBJECTS, VERBAL, is_participle

PAST, IMPERFECT, PRESENT, FUTURE = "past", "imperfect", "present", "future"
#: Of a date that a past clause arranges: it lies ahead or behind, whichever is nearer.
ARRANGED = "arranged"
_NOUNS = frozenset({"NOUN", "PROPN"})
_OBLIQUES = frozenset({Role.OBLIQUE, Role.OBLIQUE_ARGUMENT, Role.ADJUNCT, Role.AGENT})
_TENSES = {Tense.PAST: PAST, Tense.PRESENT: PRESENT, Tense.FUTURE: FUTURE, Tense.NONE: None}


def _governing_verb(word: Word) -> Word | None:
    """Return the nearest verb at or above a word; of a predicate, its copula."""
    verb = clause_verb(word)
    if verb is None or verb.pos_ in VERBAL:
        return verb
    return next((child for child in verb.children if child.role == Role.COPULA), verb)


def _group(verb: Word) -> VerbGroup:
    return verb_group(verb.head if verb.role == Role.COPULA else verb) or VerbGroup(verb)


def _tense_of(verb: Word, words: TenseWords) -> str | None:
    """Return the tense of a verb for a date beside it, None where it looks neither back nor ahead."""
    group = _group(verb)
    if _lies_ahead(verb, group, words):
        return FUTURE
    if has_just(verb):
        return PAST
    if not group.finite:
        return _tense_without_own(verb, group, words)
    if group.tense == Tense.PRESENT and is_participle(verb) and verb.role != Role.COPULA:
        stands = verb.lemma_.lower() in words.standing_participles
        return PRESENT if stands or words.present_passive else PAST
    infinitive = any(Form.INFINITIVE in child.form for child in verb.children)
    if group.tense != Tense.FUTURE and infinitive and _governs_a_future(verb, words):
        return FUTURE
    return IMPERFECT if group.aspect == Aspect.IMPERFECTIVE else _TENSES[group.tense]


def _lies_ahead(verb: Word, group: VerbGroup, words: TenseWords) -> bool:
    """Tell what is « prévu » or "postponed", whatever the tense."""
    if is_participle(verb) and _looks_ahead(verb, words) and not _is_over(group):
        return True
    return verb.lemma_.lower() in words.scheduling_verbs and group.aspect != Aspect.PLUPERFECT


def _tense_without_own(verb: Word, group: VerbGroup, words: TenseWords) -> str | None:
    """Return the tense of an infinitive or participle: its modal's, or that of the verb above."""
    if group.tense == Tense.FUTURE:
        return FUTURE
    if group.mood == Mood.PARTICIPLE:
        if group.tense == Tense.PAST and not _stands(verb, words):
            return PAST
        top = verb.head if verb.role == Role.COPULA else verb  # whose own governor would be this copula again
        above = _governing_verb(top.head) if top.head != top else None
        return PRESENT if top.head == top else _tense_of(above, words) if above is not None else None
    head = verb.head
    if head.lemma_.lower() in words.plan_verbs:
        return PAST if _is_pluperfect(head) else FUTURE
    if head != verb and _governs_a_future(head, words):
        return FUTURE
    return PAST if group.tense == Tense.PAST and group.aspect != Aspect.PROSPECTIVE else None


def _stands(participle: Word, words: TenseWords) -> bool:
    """Tell « L'exposition, ouverte du 1er au 15 août, attire… »: as things stand when its clause does."""
    return participle.role in NOUN_CLAUSES and participle.lemma_.lower() in words.standing_participles


def _looks_ahead(participle: Word, words: TenseWords) -> bool:
    lemma = participle.lemma_.lower()
    before = words.future_words_before.get(lemma, ())
    return lemma in words.future_words or any(
        word.lower_ in before for child in participle.children for word in (child, child.left_edge)
    )


def _is_over(group: VerbGroup) -> bool:
    """Tell « a été annoncé », « avait annoncé » from « est annoncé », « annoncé »."""
    return group.tense == Tense.PAST and bool(group.auxiliaries)


def _governs_a_future(verb: Word, words: TenseWords) -> bool:
    """Tell whether the infinitive under a word lies ahead: « il va partir », « il est censé (appelé à) partir »."""
    if is_participle(verb) and _looks_ahead(verb, words):
        return not _is_over(_group(verb))
    past = (verb_group(verb) or VerbGroup(verb)).tense == Tense.PAST
    return verb.lemma_.lower() in words.future_verbs and not past


def _is_pluperfect(verb: Word) -> bool:
    """Tell "had planned", "had been due" from "planned", "was due"."""
    group = verb_group(verb)
    return group is not None and group.aspect == Aspect.PLUPERFECT


def is_pluperfect_at(date: Span) -> bool:
    """Tell whether the clause of a date is told as what had been: "She had led it since 2014"."""
    verb = _governing_verb(word_at(date.root))
    return verb is not None and _group(verb).aspect == Aspect.PLUPERFECT


def is_of_its_verb(date: Word, words: TenseWords) -> bool:
    """Tell "she left in May", a date of the verb's own, from "the May fair was cancelled", "moved to May".

    ``when_prepositions`` in the language's ``[tense]`` lists what stands before such a date, ``""`` being nothing.
    """
    preposition, verb = _preposition_and_verb(date)
    if (preposition.lower_ if preposition is not None else "") not in words.when_prepositions:
        return False
    if (preposition is None and date.role not in _OBLIQUES) or verb.pos_ not in VERBAL:
        return False
    told = verb.head if verb.role == Role.CONJUNCT else verb
    has_subject = any(child.role in SUBJECTS for child in (*verb.children, *told.children))
    is_reduced = verb.role in NOUN_CLAUSES or (verb.role == Role.ADVERBIAL_CLAUSE and not has_subject)
    if is_reduced and Form.PARTICIPLE in verb.form:
        return not _group(verb).auxiliaries  # "the fair held in June", not "to be held"
    return has_subject


def _preposition_and_verb(date: Word) -> tuple[Word | None, Word]:
    """Return what ties a date to what; English hangs the date under its preposition, French the other way round."""
    if date.role == Role.PREPOSITION_OBJECT:
        return date.head, date.head.head
    marks = (child for child in date.children if child.role == Role.CASE and child.i < date.i)
    return next(marks, None), date.head


def is_arranged(date: Span, words: TenseWords) -> bool:
    """Tell a present that is arranged, "the trial opens Monday", from one that tells what was: "On Monday he leaves".

    ``presents_of_record`` are verbs whose present may tell what was: "says Monday".
    """
    root = word_at(date.root)
    laid_out = root.doc
    verb = _governing_verb(root)
    if verb is None or verb.i > root.i or verb.lemma_.lower() in words.presents_of_record:
        return False
    between = laid_out[verb.i + 1 : date.start]
    if any(word.pos_ in VERBAL and Form.FINITE in word.form for word in between):
        return False
    before, after = laid_out[date.start - 1], laid_out[date.end : date.end + 1]
    if before.pos_ == "ADP" and before.lower_ not in words.when_prepositions:
        return False
    if root.role == Role.PREPOSITION_OBJECT and not is_of_its_verb(root, words):
        return False
    # "Monday's vote", "a Monday vote"
    return not any(word.pos_ in _NOUNS or (word.pos_ == "PART" and Form.POSSESSIVE in word.form) for word in after)


def is_laid_out(date: Span, words: TenseWords) -> bool:
    """Tell a present that lays out how long something stands or takes place: « est ouverte du 1er au 15 août ».

    ``lasting_verbs`` in the language's ``[tense]`` are verbs that do; any present that is arranged does.
    """
    verb = _governing_verb(word_at(date.root))
    if verb is None or _tense_of(verb, words) != PRESENT:
        return False
    stands = verb.pos_ == "AUX" or is_participle(verb)
    return stands or verb.lemma_.lower() in words.lasting_verbs or is_arranged(date, words)


def has_verb(date: Span) -> bool:
    """Tell a date of a clause from one of a bare phrase: "Fair from 3 to 5 March"."""
    return _governing_verb(word_at(date.root)) is not None


def direction_of(form: str, tense: str | None) -> str:
    """Return the direction in which a member of a series is sought: the policy of news.

    A weekday lies in the nearest past (``""``, as ``<=`` is the default) unless its clause is in the future. So does a
    quarter, but its results may be told of as yet to come: in a future it is the nearest one. A day of a year, a month
    or a season is the nearest one, unless the tense tells; the imperfect does not.
    """
    if "-Q" in form:
        return "~" if tense == FUTURE else ""
    if tense == FUTURE:
        return ">="
    if form.startswith("XXXX-WXX"):
        return ""
    return "<=" if tense == PAST else "~"


def near_direction_of(tense: str | None, *, of_its_verb: bool) -> str:
    """Return the same for a day or month that its clause may only name: « la réunion du 3 a été annulée »."""
    if tense == FUTURE:
        return "~>"
    if tense == ARRANGED:
        return "~"
    return "<=" if tense == PAST and of_its_verb else "~<"


def tense_at(doc: Doc, start: int, end: int, words: TenseWords) -> str | None:
    """Return the time that the words between two offsets lie in, by the preposition before them or by their clause.

    The language's ``[tense]`` lists such prepositions: ``past_before`` (« depuis »), ``future_before`` ("until"), which
    yields to a past clause, ``ahead_before``, which yields to none ("effective", "as early as"), and those that only
    look ahead after some verbs, ``deadline_verbs`` ("was moved to Monday").
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    root = word_at(span.root)
    laid_out = root.doc
    before = [word.lower_ for word in laid_out[max(span.start - 2, 0) : span.start]]
    if set(before).intersection(words.past_before):
        return PAST
    if " ".join(before).endswith(tuple(words.ahead_before)):
        return FUTURE
    if is_over(span, words):
        return PAST
    if _is_of_an_adjective(root):
        return None
    verb = _beside(laid_out, span.start) or _governing_verb(root)
    tense = _tense_of(verb, words) if verb is not None else None
    return _tense_before(verb, tense, before, span, words)


def _beside(laid_out: Sequence[Word], start: int) -> Word | None:
    """Return the verb just before a date that the parser gave to a later one: "said on Friday it would cut jobs"."""
    last = start - 1
    while last > 0 and laid_out[last].pos_ in ("ADP", "DET"):
        last -= 1
    verb = laid_out[last]
    date = laid_out[start]
    told = verb.pos_ == "VERB" and last >= start - 2 and (Form.PAST in verb.form or Form.FINITE in verb.form)
    return verb if told and any(above.i > start and above.pos_ in VERBAL for above in date.ancestors) else None


def _tense_before(
    verb: Word | None, tense: str | None, before: Sequence[str], span: Span, words: TenseWords
) -> str | None:
    """Return the time of a date after its verb and what stands between them."""
    deadlines = words.deadline_verbs
    if verb is not None and any(verb.lemma_.lower() in deadlines.get(word, ()) for word in before):
        return tense if _is_pluperfect(verb) else FUTURE
    if verb is not None and tense in (PAST, IMPERFECT):
        return ARRANGED if _is_arranged_by(verb, span, words) else tense
    return FUTURE if set(before).intersection(words.future_before) else tense


def _is_of_an_adjective(date: Word) -> bool:
    """Tell « la taxe applicable à partir du 1er mars », of which no verb tells the time."""
    before = date.left_edge.i - 1
    while before > 0 and (date.doc[before].pos_ == "ADP" or date.doc[before].role == Role.FIXED):
        before -= 1
    word = date.doc[before]
    fixed = any(other.role == Role.FIXED for other in date.doc[before + 1 : date.i])
    return fixed and word.role == Role.ADJECTIVE and word.pos_ == "ADJ" and word.head.i < word.i


def is_over(date: Span, words: TenseWords) -> bool:
    """Tell a date that is over whatever its clause says: of a picture, or of what has had consequences.

    "(here on June 5)", "the vote of January, which led to a crisis".
    """
    root, first = word_at(date.root), date.start
    laid_out = root.doc
    opened = laid_out[max(first - 3, 0) : first]
    if any(a.text == "(" and b.lower_ in words.pictured for a, b in pairwise(opened)):
        return True
    after = next((word for word in laid_out[date.end : date.end + 2] if word.text != ","), None)
    if after is None or after.head.i < after.i or after.role not in SUBJECTS or Form.RELATIVE not in after.form:
        return False
    under_a_noun = root.role == Role.PREPOSITION_OBJECT and root.head.head.pos_ not in VERBAL
    of_a_noun = root.role == Role.NOMINAL_MODIFIER or under_a_noun
    return of_a_noun and _tense_of(after.head, words) == PAST


def _is_arranged_by(verb: Word, date: Span, words: TenseWords) -> bool:
    """Tell "called a strike on June 12", « a convoqué une réunion le 12 juin » from "called his brother on June 12"."""
    if verb.lemma_.lower() not in words.arranging_verbs or _is_pluperfect(verb):
        return False
    things = words.arranged_things
    return any(word.lemma_.lower() in things for word in verb.doc[verb.i + 1 : date.start])
