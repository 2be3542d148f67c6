"""The tense of the clause around a time, and the direction in which it makes a reader look for that time.

A language's ``[tense]`` tells, in lemmas where nothing else is said:

``future_auxiliaries``
    before an infinitive; ``past_when_denied`` are forms of them that, denied or with a subject among ``denials``, tell
    what was: "could not be reached".
``future_words``
    participles that look ahead (« prévu », "scheduled"); ``future_words_before`` those that do before some words:
    "set for".
``future_verbs``, ``plan_verbs``
    before an infinitive, the latter in every tense ("planned to leave") but the pluperfect, by
    ``pluperfect_auxiliaries`` ("had planned to leave").
``scheduling_verbs``
    whose own time lies ahead: "postponed until Monday".
``future_endings``, ``past_forms``
    which overrule the model.
``arranging_verbs``, ``arranged_things``
    what such a verb arranges lies as near ahead as behind, even of the past: "called a strike on June 12"; not after a
    pluperfect.
``pictured``
    words before the date of a picture in brackets, which is over: "(here on June 5)".
``perfect_infinitives``, ``certain_futures``
    after another of the future auxiliaries than the latter, the former tell what was: "may have left".
``present_passive``
    whether a passive in the present is not over: "is held".
``presents_of_record``, ``when_prepositions``
    see `is_arranged` and `is_of_its_verb`.
``past_before``, ``future_before``, ``ahead_before``, ``deadline_verbs``
    see `tense_at`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc, Span, Token

PAST, IMPERFECT, PRESENT, FUTURE = "past", "imperfect", "present", "future"
#: Of a date that a past clause arranges: it lies ahead or behind, whichever is nearer.
ARRANGED = "arranged"
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def _governing_verb(token: Token) -> Token | None:
    """Return the nearest verb, participles that look ahead among them, at or above a token."""
    for _ in range(20):
        if token.pos_ in _VERBS:
            return token
        copula = next((child for child in token.children if child.dep_ == "cop"), None)
        if copula is not None:
            return copula
        if token.head == token:
            return None
        token = token.head
    return None


def _tense_of(verb: Token, words: Mapping[str, Any]) -> str | None:
    lemma = verb.lemma_.lower()
    participle = "Part" in verb.morph.get("VerbForm", [])
    auxiliaries = [child for child in verb.children if child.pos_ != "PART" and _is_auxiliary(child)]
    tenses = [_morph_tense(auxiliary, words) for auxiliary in auxiliaries]
    if any(auxiliary.dep_ == "aux:tense" and "Cnd" in auxiliary.morph.get("Mood", []) for auxiliary in auxiliaries):
        return PAST  # « il aurait quitté » reports what has happened
    if FUTURE in tenses or any(
        auxiliary.lemma_.lower() in words.get("future_auxiliaries", ()) for auxiliary in auxiliaries
    ):
        return PAST if _was_unable(verb, auxiliaries, words) or _is_guessed(auxiliaries, words) else FUTURE
    if participle and _looks_ahead(verb, words) and not _is_past_perfect(auxiliaries, tenses):
        return FUTURE
    if lemma in words.get("scheduling_verbs", ()) and not _is_pluperfect(verb, words):
        return FUTURE
    if "Inf" in verb.morph.get("VerbForm", []) or _is_passive_infinitive(auxiliaries):
        head = verb.head
        if head.lemma_.lower() in words.get("plan_verbs", ()):
            return PAST if _is_pluperfect(head, words) else FUTURE
        if head != verb and _governs_a_future(head, words):
            return FUTURE
        return None if not auxiliaries else PAST
    if participle and "Pres" in verb.morph.get("Tense", []):
        return _tense_of_present_participle(verb, tenses, words)
    if participle:
        lasts = words.get("present_passive", False) and not _is_past_perfect(auxiliaries, tenses)
        return PRESENT if lasts and PRESENT in tenses else PAST
    if _governs_a_future(verb, words) and any("Inf" in child.morph.get("VerbForm", []) for child in verb.children):
        return FUTURE
    return _morph_tense(verb, words)


def _is_passive_infinitive(auxiliaries: Sequence[Token]) -> bool:
    """Tell « (il devrait) être nommé » from « (il devrait) avoir été nommé »."""
    forms = [(child.dep_, "Inf" in child.morph.get("VerbForm", [])) for child in auxiliaries]
    return forms == [("aux:pass", True)]


def _looks_ahead(participle: Token, words: Mapping[str, Any]) -> bool:
    lemma = participle.lemma_.lower()
    before = words.get("future_words_before", {}).get(lemma, ())
    return lemma in words.get("future_words", ()) or any(
        word.lower_ in before for child in participle.children for word in (child, child.left_edge)
    )


def _is_auxiliary(child: Token) -> bool:
    return child.pos_ == "AUX" or child.dep_.startswith("aux")


def _is_guessed(auxiliaries: Sequence[Token], words: Mapping[str, Any]) -> bool:
    """Tell "she may have left on Friday" from "she may leave", "she will have left on Friday"."""
    forms = {auxiliary.lower_ for auxiliary in auxiliaries}
    perfect, certain = words.get("perfect_infinitives", ()), words.get("certain_futures", ())
    return not forms.isdisjoint(perfect) and forms.isdisjoint(certain)


def _was_unable(verb: Token, auxiliaries: Sequence[Token], words: Mapping[str, Any]) -> bool:
    """Tell "nobody could be found on Friday" from "a fire could break out on Friday"."""
    if not any(auxiliary.lower_ in words.get("past_when_denied", ()) for auxiliary in auxiliaries):
        return False
    subjects = [child.left_edge for child in verb.children if child.dep_.startswith("nsubj")]
    denials = [word for word in subjects if word.lower_ in words.get("denials", ())]
    return bool(denials) or any(child.dep_ == "neg" for child in verb.children)


def _tense_of_present_participle(verb: Token, tenses: Sequence[str | None], words: Mapping[str, Any]) -> str | None:
    """Return the tense of "is leaving", "was leaving", or, where there is no auxiliary, of the clause above."""
    if PAST in tenses or IMPERFECT in tenses:
        return PAST
    if tenses or verb.head == verb:
        return PRESENT
    above = _governing_verb(verb.head)
    return _tense_of(above, words) if above is not None else None


def _governs_a_future(verb: Token, words: Mapping[str, Any]) -> bool:
    """Tell whether the infinitive under a word lies ahead: « il va partir », « il est censé (appelé à) partir »."""
    auxiliaries = [child for child in verb.children if child.pos_ == "AUX"]
    tenses = [_morph_tense(auxiliary, words) for auxiliary in auxiliaries]
    if "Part" in verb.morph.get("VerbForm", []) and _looks_ahead(verb, words):
        return not _is_past_perfect(auxiliaries, tenses)
    past = {PAST, IMPERFECT}.intersection((_morph_tense(verb, words), *tenses))
    return verb.lemma_.lower() in words.get("future_verbs", ()) and not past


def _is_past_perfect(auxiliaries: Sequence[Token], tenses: Sequence[str | None]) -> bool:
    """Tell « a été annoncé », « avait annoncé » from « est annoncé », « annoncé »."""
    return (
        len(auxiliaries) > 1
        or PAST in tenses
        or IMPERFECT in tenses
        or any(not child.dep_.endswith("pass") for child in auxiliaries)
    )


def _is_pluperfect(verb: Token, words: Mapping[str, Any]) -> bool:
    """Tell "had planned", "had been due" from "planned", "was due"."""
    auxiliaries = words.get("pluperfect_auxiliaries", ())
    group = (verb, verb.head) if verb.pos_ == "ADJ" else (verb,)
    return any(
        child.dep_ in ("aux", "aux:tense") and child.lower_ in auxiliaries for word in group for child in word.children
    )


def _morph_tense(verb: Token, words: Mapping[str, Any]) -> str | None:
    form = verb.lower_
    if "Inf" not in verb.morph.get("VerbForm", []) and form.endswith(tuple(words.get("future_endings", ()))):
        return PAST if form in words.get("past_forms", ()) else FUTURE
    if "Cnd" in verb.morph.get("Mood", []):
        return FUTURE
    tense = verb.morph.get("Tense", [])
    if "Fut" in tense:
        return FUTURE
    if "Imp" in tense:
        return IMPERFECT
    if "Past" in tense:
        return PAST
    return PRESENT if "Pres" in tense else None


def is_of_its_verb(date: Token, words: Mapping[str, Any]) -> bool:
    """Tell "she left in May", a date of the verb's own, from "the May fair was cancelled", "moved to May".

    ``when_prepositions`` in the language's ``[tense]`` lists what stands before such a date, ``""`` being nothing.
    """
    hangs = date.dep_ == "pobj"  # English: the date under its preposition; French: the preposition under its date
    marks = [child for child in date.children if child.dep_ == "case" and child.i < date.i]
    preposition = date.head if hangs else marks[0] if marks else None
    verb = date.head.head if hangs else date.head
    if (preposition.lower_ if preposition is not None else "") not in words.get("when_prepositions", ()):
        return False
    if preposition is None and not date.dep_.startswith("obl"):
        return False
    if verb.pos_ not in _VERBS:
        return False
    told = verb.head if verb.dep_ == "conj" else verb
    has_subject = any(child.dep_.startswith("nsubj") for child in (*verb.children, *told.children))
    is_reduced = verb.dep_.startswith("acl") or (verb.dep_ == "advcl" and not has_subject)
    if is_reduced and "Part" in verb.morph.get("VerbForm", []):
        return not any(_is_auxiliary(child) for child in verb.children)  # "the fair held in June", not "to be held"
    return has_subject


def is_arranged(date: Span, words: Mapping[str, Any]) -> bool:
    """Tell a present that is arranged, "the trial opens Monday", from one that tells what was: "On Monday he leaves".

    ``presents_of_record`` are verbs whose present may tell what was: "says Monday".
    """
    root = date.root
    verb = _governing_verb(root)
    if verb is None or verb.i > root.i or verb.lemma_.lower() in words.get("presents_of_record", ()):
        return False
    between = date.doc[verb.i + 1 : date.start]
    if any(word.pos_ in _VERBS and "Fin" in word.morph.get("VerbForm", []) for word in between):
        return False
    before, after = date.doc[date.start - 1], date.doc[date.end : date.end + 1]
    if before.pos_ == "ADP" and before.lower_ not in words.get("when_prepositions", ()):
        return False
    if root.dep_ == "pobj" and not is_of_its_verb(root, words):
        return False
    return not any(word.pos_ in _NOUNS or word.tag_ == "POS" for word in after)  # "Monday's vote", "a Monday vote"


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


def tense_at(doc: Doc, start: int, end: int, words: Mapping[str, Any]) -> str | None:
    """Return the time that the words between two offsets lie in, by the preposition before them or by their clause.

    The language's ``[tense]`` lists such prepositions: ``past_before`` (« depuis »), ``future_before`` ("until"), which
    yields to a past clause, ``ahead_before``, which yields to none ("effective", "as early as"), and those that only
    look ahead after some verbs, ``deadline_verbs`` ("was moved to Monday").
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    before = [token.lower_ for token in doc[max(span.start - 2, 0) : span.start]]
    if set(before).intersection(words.get("past_before", ())):
        return PAST
    if " ".join(before).endswith(tuple(words.get("ahead_before", ()))):
        return FUTURE
    if is_over(span, words):
        return PAST
    verb = _governing_verb(span.root)
    tense = _tense_of(verb, words) if verb is not None else None
    deadlines = words.get("deadline_verbs", {})
    if verb is not None and any(verb.lemma_.lower() in deadlines.get(word, ()) for word in before):
        return tense if _is_pluperfect(verb, words) else FUTURE
    if tense not in (PAST, IMPERFECT) and set(before).intersection(words.get("future_before", ())):
        return FUTURE
    if verb is not None and tense in (PAST, IMPERFECT) and _is_arranged_by(verb, span, words):
        return ARRANGED
    return tense


def is_over(date: Span, words: Mapping[str, Any]) -> bool:
    """Tell a date that is over whatever its clause says: of a picture, or of what has had consequences.

    "(here on June 5)", "the vote of January, which led to a crisis".
    """
    doc, first = date.doc, date.start
    opened = doc[max(first - 3, 0) : first]
    if any(a.text == "(" and b.lower_ in words.get("pictured", ()) for a, b in pairwise(opened)):
        return True
    after = next((word for word in doc[date.end : date.end + 2] if word.text != ","), None)
    if after is None or after.head.i < after.i or not after.dep_.startswith("nsubj") or "Rel" not in _kinds(after):
        return False
    of_a_noun = date.root.dep_ == "nmod" or (date.root.dep_ == "pobj" and date.root.head.head.pos_ not in _VERBS)
    return of_a_noun and _tense_of(after.head, words) == PAST


def _kinds(word: Token) -> list[str]:
    return ["Rel"] if word.tag_ in ("WDT", "WP") else word.morph.get("PronType", [])


def _is_arranged_by(verb: Token, date: Span, words: Mapping[str, Any]) -> bool:
    """Tell "called a strike on June 12", « a convoqué une réunion le 12 juin » from "called his brother on June 12"."""
    if verb.lemma_.lower() not in words.get("arranging_verbs", ()) or _is_pluperfect(verb, words):
        return False
    things = words.get("arranged_things", ())
    return any(word.lemma_.lower() in things for word in date.doc[verb.i + 1 : date.start])
