"""What the text around a time decides: the tense of its clause, and the time that it counts from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from spacy.tokens import Doc, Token

from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.reasoning.notation import granularity_of_form

PAST, IMPERFECT, PRESENT, FUTURE = "past", "imperfect", "present", "future"
_CLOCK_FORMS = tuple(f"XXXX-XX-XXT{tens}" for tens in "012")
_VERBS = frozenset({"VERB", "AUX"})
_RELATIVE = frozenset({"relcl", "acl:relcl"})
_OF_A_YEAR = re.compile(r"XXXX-\d\d(-\d\d)?(\s|$)")
_YEAR = re.compile(r"\d{4}")
_AHEAD = frozenset({">", ">="})


def clause_tense(token: Token, words: Mapping[str, Any]) -> str | None:
    """Return the time a token's clause speaks of, None where the parse does not tell.

    Parameters
    ----------
    token : Token
        A word of the clause.
    words : mapping
        The language's ``[tense]``: ``future_auxiliaries`` (lemmas before an infinitive), ``future_words`` (lemmas of
        participles that look ahead: « prévu », "scheduled"), ``future_verbs`` (before an infinitive: « compter »),
        ``plan_verbs`` (the same in every tense: "planned to leave"), ``scheduling_verbs`` (whose own time lies ahead:
        "postponed until Monday"), ``pluperfect_auxiliaries``, which take back both ("had planned to leave"),
        ``future_endings`` and ``past_forms``, which overrule the model.
    """
    verb = _governing_verb(token)
    return _tense_of(verb, words) if verb is not None else None


def _governing_verb(token: Token) -> Token | None:
    """Return the nearest verb, participles that look ahead among them, at or above a token."""
    for _ in range(20):
        if token.pos_ in _VERBS:
            return token
        copula = next((child for child in token.children if child.dep_ == "cop"), None)
        if copula is not None:
            return copula
        if token.head is token:
            return None
        token = token.head
    return None


def _tense_of(verb: Token, words: Mapping[str, Any]) -> str | None:
    lemma = verb.lemma_.lower()
    participle = "Part" in verb.morph.get("VerbForm", [])
    auxiliaries = [child for child in verb.children if child.pos_ == "AUX" or child.dep_.startswith("aux")]
    tenses = [_morph_tense(auxiliary, words) for auxiliary in auxiliaries]
    if any(auxiliary.dep_ == "aux:tense" and "Cnd" in auxiliary.morph.get("Mood", []) for auxiliary in auxiliaries):
        return PAST  # « il aurait quitté » reports what has happened
    if FUTURE in tenses or any(
        auxiliary.lemma_.lower() in words.get("future_auxiliaries", ()) for auxiliary in auxiliaries
    ):
        return FUTURE
    if participle and lemma in words.get("future_words", ()) and not _is_past_perfect(auxiliaries, tenses):
        return FUTURE
    if lemma in words.get("scheduling_verbs", ()) and not _is_pluperfect(verb, words):
        return FUTURE
    if "Inf" in verb.morph.get("VerbForm", []):
        head = verb.head
        if head.lemma_.lower() in words.get("plan_verbs", ()):
            return PAST if _is_pluperfect(head, words) else FUTURE
        if head is not verb and _governs_a_future(head, words):
            return FUTURE
        return None if not auxiliaries else PAST
    if participle:
        return PAST
    if _governs_a_future(verb, words) and any("Inf" in child.morph.get("VerbForm", []) for child in verb.children):
        return FUTURE
    return _morph_tense(verb, words)


def _governs_a_future(verb: Token, words: Mapping[str, Any]) -> bool:
    """Tell whether the infinitive under a word lies ahead: « il va partir », « il est censé (appelé à) partir »."""
    auxiliaries = [child for child in verb.children if child.pos_ == "AUX"]
    tenses = [_morph_tense(auxiliary, words) for auxiliary in auxiliaries]
    if "Part" in verb.morph.get("VerbForm", []) and verb.lemma_.lower() in words.get("future_words", ()):
        return not _is_past_perfect(auxiliaries, tenses)
    past = {PAST, IMPERFECT}.intersection((_morph_tense(verb, words), *tenses))
    return verb.lemma_.lower() in words.get("future_verbs", ()) and not past


def _is_past_perfect(auxiliaries: Sequence[Token], tenses: Sequence[str | None]) -> bool:
    """Tell « a été annoncé », « avait annoncé » from « est annoncé », « annoncé »."""
    return (
        len(auxiliaries) > 1
        or PAST in tenses
        or IMPERFECT in tenses
        or any(not child.dep_.endswith(":pass") for child in auxiliaries)
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


def clock_focus(times: Sequence[TimeValue]) -> str | None:
    """Return the id of the clock time told last, or of the day."""
    clock = next((time.id for time in reversed(times) if "T" in time.unresolved and ":" in time.unresolved), None)
    return clock or focus(times, Granularity.DAY)


#: Units that are compared with the same of another year, and their forms.
PERIODS = {Granularity.QUARTER: "XXXX-QX", Granularity.MONTH: "XXXX-XX"}
_PERIOD_REACH = 500  # characters within which a text goes on comparing


def period_focus(times: Sequence[TimeValue], place: int) -> TimeValue | None:
    """Return the quarter or month that the text before a place is speaking of; what it is compared with is none."""
    for time in reversed(times):
        if time.mention is None or place - time.mention.end > _PERIOD_REACH:
            return None
        if time.granularity in PERIODS and time.type == "DATE" and time.anchor in (None, "t0"):
            return time
    return None


def day_focus(times: Sequence[TimeValue]) -> str | None:
    """Return the id of the day that the text is speaking of; that of a clock time is the day which it hangs on."""
    day = focus(times, Granularity.DAY)
    told = next((time for time in times if time.id == day), None)
    return told.anchor if told and told.anchor and told.unresolved.startswith(_CLOCK_FORMS) else day


def story_focus(times: Sequence[TimeValue], width: Granularity, tense: str | None) -> str | None:
    """Return the id of the time that "the following week" counts from, None where the text does not tell it.

    It is the time told last. One too wide to count from, a year of its own, hides what was told before it: "arrested
    on Tuesday … had left in 2021 … the following week"; and what is past counts from nothing that lies ahead.
    """
    told: list[TimeValue] = []
    for time in times:
        granularity = granularity_of_form(time.unresolved.split()[0])
        if granularity is not None and granularity > max(width, Granularity.WEEKEND) and time.anchor is None:
            told.clear()
        if tense != PAST or not _AHEAD.intersection(time.unresolved.split()):
            told.append(time)
    return focus(told, width)


def is_of_a_year(unresolved: str) -> bool:
    """Tell a month or a day of some year, "in June", "on 3 June", from a weekday and a day of a month."""
    return _OF_A_YEAR.match(unresolved) is not None


def sentence_focus(doc: Doc, times: Sequence[TimeValue], place: int) -> str | None:
    """Return the id of the date told last if it is in the sentence of a place."""
    last = times[-1] if times else None
    if last is None or last.mention is None or last.type not in ("DATE", "TIME"):
        return None
    between = doc.char_span(last.mention.start, place, alignment_mode="expand")
    return None if between is None or any(token.is_sent_start for token in between[1:]) else last.id


def year_focus(doc: Doc, times: Sequence[TimeValue], place: int) -> str | None:
    """Return the same for a date with a year of its own: "sold in 2019 … left in June"."""
    return sentence_focus(doc, times, place) if times and _YEAR.match(times[-1].unresolved) else None


def counts_from_what_follows(doc: Doc, end: int) -> bool:
    """Tell "the day after she left", "the day after the vote" from "the day after"."""
    before = doc.char_span(max(end - 1, 0), end, alignment_mode="expand")
    if before is None or not len(before):
        return False
    word = before[-1]
    if word.pos_ not in ("ADP", "SCONJ"):
        return False
    marks = word.dep_ in ("mark", "case") and word.head.i > word.i
    return marks or any(child.i > word.i and not child.is_punct for child in word.children)


def outside_other_clauses(doc: Doc, times: Sequence[TimeValue], start: int) -> list[TimeValue]:
    """Return times without those of relative clauses that do not hold a place: they tell of another day than the story.

    "A nurse who disappeared on April 21 was found. A man was held at 6 a.m." does not speak of April 21.
    """
    return [time for time in times if time.mention is None or not _is_closed(doc, time.mention.start, start)]


def _is_closed(doc: Doc, start: int, place: int) -> bool:
    """Tell whether a relative clause around one place is over at another."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None or not len(span):
        return False
    above = (span[0], *span[0].ancestors)
    clause = next((token for token in above if token.dep_ in _RELATIVE), None)
    return clause is not None and place >= clause.right_edge.idx + len(clause.right_edge)


def focus(times: Sequence[TimeValue], width: Granularity) -> str | None:
    """Return the id of the time told last that is no wider than a unit; a week-end will do for a day."""
    for time in reversed(times):
        if time.type in ("DATE", "TIME"):
            granularity = granularity_of_form(time.unresolved.split()[0])
            if granularity is not None and max(width, Granularity.WEEKEND) >= granularity:
                return time.id
    return None


def tense_at(doc: Doc, start: int, end: int, words: Mapping[str, Any]) -> str | None:
    """Return the time that the words between two offsets lie in, by the preposition before them or by their clause.

    ``past_before`` and ``future_before`` in the language's ``[tense]`` list such prepositions: « depuis », "until".
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    before = {token.lower_ for token in doc[max(span.start - 2, 0) : span.start]}
    if before.intersection(words.get("past_before", ())):
        return PAST
    tense = clause_tense(span.root, words)
    if tense not in (PAST, IMPERFECT) and before.intersection(words.get("future_before", ())):
        return FUTURE
    return tense
