"""The room ``times``: temporal expressions; `timeline.stages.times` describes the form of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words, WordSet


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Numbers in words and in digits.

    Attributes
    ----------
    words : mapping of str to tuple of str
        Number, in digits, and its words.
    joiners : frozenset of str
        Words that may stand between them: « et », "and".
    ordinal_suffixes : frozenset of str
        What makes digits and Roman numerals ordinals: « e », "th".
    ordinal_days : frozenset of int
        The ordinals that name a day of the month (1 in French, all in English).
    decimal, thousands : str
        The signs inside numbers.
    month_first : bool
        03/04 is 4 March; the one place that says so. Patterns write ``<first>`` and ``<second>`` for the two.
    """

    words: Mapping[str, Words] = field(default_factory=dict)
    joiners: WordSet = frozenset()
    ordinal_suffixes: WordSet = frozenset()
    ordinal_days: frozenset[int] = frozenset()
    decimal: str = "."
    thousands: str = ","
    month_first: bool = False


@dataclass(frozen=True, slots=True)
class TenseWords:
    """What tells the tense of the clause around a time, in lemmas where nothing else is said.

    Attributes
    ----------
    future_words : frozenset of str
        Participles that look ahead: « prévu », "scheduled".
    future_words_before : mapping of str to frozenset of str
        Those that do before some words: "set for".
    future_verbs, plan_verbs : frozenset of str
        Before an infinitive, the latter in every tense ("planned to leave") but the pluperfect.
    scheduling_verbs : frozenset of str
        Their own time lies ahead: "postponed until Monday".
    moved_to : frozenset of str
        Forms after which such a verb says when something else will be.
    arranging_verbs, arranged_things : frozenset of str
        What such a verb arranges lies as near ahead as behind, even of the past: "called a strike on June 12"; not
        after a pluperfect.
    standing_participles : frozenset of str
        « est ouverte »: how things stand.
    lasting_verbs : frozenset of str
        Verbs whose present, with its first and last day, tells what is to come: « dure du 3 au 5 mars ».
    pictured : frozenset of str
        Words before the date of a picture in brackets, which is over: "(here on June 5)".
    present_passive : bool
        A passive in the present is not over: "is held".
    presents_of_record : frozenset of str
        Verbs whose present may tell what was: "says Monday".
    when_prepositions : frozenset of str
        Forms before a date of the verb's own; ``""`` is none.
    past_before, future_before, ahead_before : frozenset of str
        Forms before a date: « depuis »; "until", which yields to a past clause; "as early as", which yields to none.
    deadline_verbs : mapping of str to frozenset of str
        Form, and the verbs after which it looks ahead: "was moved to Monday".
    """

    future_words: WordSet = frozenset()
    future_words_before: Mapping[str, WordSet] = field(default_factory=dict)
    future_verbs: WordSet = frozenset()
    plan_verbs: WordSet = frozenset()
    scheduling_verbs: WordSet = frozenset()
    moved_to: WordSet = frozenset()
    arranging_verbs: WordSet = frozenset()
    arranged_things: WordSet = frozenset()
    standing_participles: WordSet = frozenset()
    lasting_verbs: WordSet = frozenset()
    pictured: WordSet = frozenset()
    present_passive: bool = False
    presents_of_record: WordSet = frozenset()
    when_prepositions: WordSet = frozenset()
    past_before: WordSet = frozenset()
    future_before: WordSet = frozenset()
    ahead_before: WordSet = frozenset()
    deadline_verbs: Mapping[str, WordSet] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckWords:
    """Words that the checks of the module ``times`` look for.

    Attributes
    ----------
    verbs_of : frozenset of str
        Verbs that govern a noun by the preposition that a day counts by: « s'emparer de » beside « le lendemain de ».
    before_years, before_days, before_clocks, before_feasts : frozenset of str
    described_by_feasts : frozenset of str
        « le père Noël ».
    """

    before_years: WordSet = frozenset()
    before_days: WordSet = frozenset()
    before_clocks: WordSet = frozenset()
    verbs_of: WordSet = frozenset()
    before_feasts: WordSet = frozenset()
    described_by_feasts: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One way the language speaks of time; its fields are those of `timeline.stages.times.rules.Rule`.

    Attributes
    ----------
    name, type, value, anchor, direction, tense, mod, quant, freq, begin_point, end_point, period : str
    patterns : tuple of str
    check : str
        Name of one of the module's ``CHECKS`` that a match has to pass.
    examples : tuple of (str, str, str)
        Sentence, the span in it, its TIMEX3 value at 20 November 2023.
    negatives : tuple of str
        Sentences without a time.
    """

    name: str = ""
    patterns: tuple[str, ...] = ()
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
    period: str = ""
    check: str = ""
    examples: tuple[tuple[str, str, str], ...] = ()
    negatives: Words = ()


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The room.

    Attributes
    ----------
    spelling : mapping of str to str
        How the words of a class are spelled: ``"lower"``, ``"initial"`` or ``"capital"``.
    numbers : NumberWords
    tense : TenseWords
    checks : CheckWords
    words : mapping of str to tuple of str, or to mapping of str to tuple of str
        Class, then its phrases, or their phrases by value.
    fragments : mapping of str to str
        Parts of patterns, by the name that they stand under in others.
    rules : tuple of TimeRule
    """

    spelling: Mapping[str, str] = field(default_factory=dict)
    numbers: NumberWords = field(default_factory=NumberWords)
    tense: TenseWords = field(default_factory=TenseWords)
    checks: CheckWords = field(default_factory=CheckWords)
    words: Mapping[str, Words | Mapping[str, Words]] = field(default_factory=dict)
    fragments: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[TimeRule, ...] = ()
