"""Temporal expressions: found, typed, given an unresolved value and an anchor.

How a language is described
---------------------------
``languages/<code>/times.toml`` is data, ``times.py`` beside it holds the few checks that need the parse.

``[words.<class>]``
    The words and phrases of a class, in lower case, under their value (``[words.month]``: ``01 = ["janvier"]``), or
    a plain array where the word is its own value (``the = ["le", "la"]``); quote keys with a sign or a dot
    (``"0.5"``). A phrase can be in several classes. Patterns may use any class; these names mean something to
    `timeline.stages.times.values`: year, year2, month, day, hour, minute, weekday, part (MO AF EV NI MI DT), unit
    (D W M Y 10Y TH TM TS…), num, some, dozen, half, fraction, ord, side (``<`` the past, ``>`` the future), past
    (minutes after the hour), mod. What follows two underscores is no part of the field's name: ``part__plain`` and
    ``part__long`` both give the field part. ``clock_mark`` words may stand between digits (20h30).
``[numbers]``
    ``words`` (number words), ``joiners`` (« et », "and", "-"), ``ordinal_suffixes``, ``ordinal_days``, ``decimal``,
    ``thousands``. Numbers are given the classes num, day, hour, minute, month_num, year, year2, decade as their
    value allows, number words word_num too; ordinals ord (and day); signs between digits slash, hyphen, dot, colon;
    decimals decimal.
``[spelling]``
    ``month = "lower"``: a capital makes the word ``month__odd`` (« Mars »); ``"initial"``: unless it begins a
    sentence; ``"capital"``: the reverse, a small letter makes it odd ("march").
``[tense]``
    Words that tell the time of a clause; see `timeline.stages.times.tense`.
``[fragments]``
    Parts of patterns with a name, used as ``<name>``.
``[[rules]]``
    ``name``, ``patterns`` (`timeline.stages.times.patterns`), ``type``, ``value`` (a template,
    `timeline.stages.times.values`, giving the notation of `timeline.reasoning.notation`), and if wanted ``anchor``,
    ``direction``, ``mod``, ``quant``, ``freq``, ``begin_point``, ``end_point``, ``check``
    (`timeline.stages.times.rules`). A rule without a type says what is no time. Longer spans win, then earlier
    rules. ``examples`` are rows ``[text, span, value]`` with reference date 2023-11-20 (a Monday), ``negatives``
    texts in which nothing is found; the tests run both.

The way of the text: `tokens` → `lexer` (lexemes, one symbol each) → `patterns` (regular expressions over the symbols) →
`rules` (longest matches) → `values` (templates) → `tense` and `context` (direction, anchor) → `recognition`.
"""

from timeline.stages.times.fallback import find_times_with_dateparser
from timeline.stages.times.recognition import find_times

__all__ = ["find_times", "find_times_with_dateparser"]
