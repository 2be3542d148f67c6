"""The rules of a language, read from its ``times.toml``, and their matches in a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

from timeline.languages.base import Language
from timeline.languages.contract import Check, TenseWords, TimeRule
from timeline.stages.times.lexer import LexedText
from timeline.stages.times.lexicon import Lexicon, read_lexicon
from timeline.stages.times.patterns import Pattern, compile_pattern, expand_fragments, find_matches

#: A rule's value that leaves the reading to dateparser.
DATEPARSER = "dateparser"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way a language speaks of time.

    Attributes
    ----------
    name : str
        What evidence and tests call it.
    patterns : tuple of Pattern
        The forms it takes; see `timeline.stages.times.patterns`.
    type : str
        TIMEX3 type; empty for a rule that only says what is no time, and so keeps others from matching there.
    language : str
        Code of the language it belongs to.
    value : str
        Template of the unresolved value, filled with fields; see `timeline.stages.times.values`. ``"dateparser"``
        leaves the reading of an absolute date to dateparser; where it reads none the rule does not match.
    anchor : str
        ``"t0"``, ``"day"`` (the day the text is speaking of), ``"clock"`` (its clock time), ``"focus"`` (the time told
        last), ``"next"`` (the one that follows) or ``"none"`` (what counts is not told by a time); see
        `timeline.stages.times.context`.
    direction : str
        ``"tense"`` when the tense of the clause decides, ``"near"`` when only a future does, ``"habit"`` when a present
        means every one; otherwise as in `timeline.reasoning.notation`.
    tense : str
        The time that its clause has to speak of, if any: ``"future"``.
    period : str
        Template used instead of `value` when the text is speaking of a quarter or a month, which is then the anchor:
        "a year earlier" is a quarter where quarters are compared. ``{period}`` is that unit's form.
    mod, quant, freq : str
        TIMEX3 attributes, templates too.
    begin_point, end_point : str
        ``"t0"`` (of a past clause: the time told last), ``"focus"`` (the time told last) or ``"beside"`` (the date just
        before, in apposition), for durations that begin or end at a known time.
    check : str
        Name of a function of the language's ``times.py`` that a match has to pass.
    """

    name: str
    patterns: tuple[Pattern, ...]
    language: str = ""
    type: str = ""
    value: str = ""
    anchor: str = "t0"
    direction: str = ""
    tense: str = ""
    mod: str = ""
    quant: str = ""
    freq: str = ""
    begin_point: str = ""
    end_point: str = ""
    check: Check | None = None
    period: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that a language knows of times: its words, its rules, and words that tell tense."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    tense: TenseWords


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a rule: character offsets and fields."""

    rule: Rule
    start: int
    end: int
    fields: Mapping[str, str]


_DESCRIPTIVE = frozenset({"examples", "negatives", "patterns", "check"})


@cache
def grammar_of(language: Language) -> Grammar:
    """Return the grammar of a language, read and compiled once.

    Raises
    ------
    ValueError
        When a rule asks for a class that has no words, or for a check that does not exist.
    """
    words = language.times
    lexicon = read_lexicon(words)
    day, month = "day", "month_num"
    first, second = (month, day) if words.numbers.month_first else (day, month)
    fragments = {**words.fragments, "first": first, "second": second}
    rules = tuple(_read_rule(entry, lexicon, fragments, language) for entry in words.rules)
    return Grammar(lexicon, rules, words.tense)


def _read_rule(entry: TimeRule, lexicon: Lexicon, fragments: Mapping[str, str], language: Language) -> Rule:
    check = None
    if entry.check:
        rules = language.times_rules
        check = rules.CHECKS.get(entry.check) if rules is not None else None
        if check is None:
            raise ValueError(f"Rule {entry.name!r} asks for the check {entry.check!r}, which times.py lacks")
    expanded = [expand_fragments(pattern, fragments) for pattern in entry.patterns]
    attributes = {each.name: getattr(entry, each.name) for each in fields(entry) if each.name not in _DESCRIPTIVE}
    patterns = tuple(compile_pattern(pattern, lexicon) for pattern in expanded)
    return Rule(**attributes, language=language.code, check=check, patterns=patterns)


def find_candidates(text: LexedText, rules: Sequence[Rule], passes: Callable[[Candidate], bool]) -> list[Candidate]:
    """Return the matches of all rules that pass and do not overlap, the longer first, then by the order of rules.

    A negative rule stands in the way of others like any rule, and is left out of the result.
    """
    matches = [
        (match.start - match.end, order, match.start, match, rule)
        for order, rule in enumerate(rules)
        for pattern in rule.patterns
        for match in find_matches(pattern, text)
    ]
    matches.sort(key=_priority)
    taken = bytearray(len(text.lexemes))
    chosen = []
    for _, _, _, match, rule in matches:
        if match.start == match.end or any(taken[match.start : match.end]):
            continue
        start, end = text.lexemes[match.start].start, text.lexemes[match.end - 1].end
        candidate = Candidate(rule, start, end, match.fields)
        if passes(candidate):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            chosen.append(candidate)
    return sorted((candidate for candidate in chosen if candidate.rule.type), key=_place)


def _priority(match: tuple[int, int, int, object, object]) -> tuple[int, int, int]:
    return match[:3]


def _place(candidate: Candidate) -> int:
    return candidate.start
