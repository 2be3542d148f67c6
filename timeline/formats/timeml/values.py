"""What the DTD of TimeML 1.2.1 allows in attributes, and where everything else goes.

Pustejovsky et al. 2005, "TimeML 1.2.1: A Formal Specification Language for Events and Temporal Expressions". French
adds tenses, classes and moods of its own (Bittar et al. 2011), which that DTD does not know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from timeline.formats.characters import legal_xml

REFERENCE = "t0"
UNKNOWN_DATE = "XXXX-XX-XX"
LONGEST_NUMBER = 18  # digits of an id; Python itself reads no more than 4,300

# Attribute → values the DTD lists.
_LISTED = {
    "class": {"OCCURRENCE", "PERCEPTION", "REPORTING", "ASPECTUAL", "STATE", "I_STATE", "I_ACTION"},
    "pos": {"ADJECTIVE", "NOUN", "VERB", "PREPOSITION", "OTHER"},
    "tense": {"FUTURE", "INFINITIVE", "PAST", "PASTPART", "PRESENT", "PRESPART", "NONE"},
    "aspect": {"PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "NONE"},
    "polarity": {"POS", "NEG"},
    "mod": {
        *("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"),
        *("START", "MID", "END", "APPROX"),
    },
}
# What is written for a value that the DTD does not list: the nearest it has, by attribute and value or by attribute.
_NEAREST = {
    ("tense", "IMPERFECT"): "PAST",
    ("tense", "GERUNDIVE"): "PRESPART",
    "class": "OCCURRENCE",
    "pos": "OTHER",
    "tense": "NONE",
    "aspect": "NONE",
    "polarity": "POS",
}
_NAME_TOKEN = re.compile(r"[\w.:-]+", re.ASCII)
# Attributes that hold one word (NMTOKEN), and what is written where the value is none.
_NAME_TOKENS = {"value": UNKNOWN_DATE, "freq": None}


def fitted(attributes: Mapping[str, str | None], comment: Mapping[str, Any]) -> dict[str, str]:
    """Return attributes as the DTD allows them, with everything else as JSON in ``comment``.

    Parameters
    ----------
    attributes : mapping
        TimeML attributes; those that are None are left out.
    comment : mapping
        What has no attribute of its own; what is None is left out.

    Examples
    --------
    >>> fitted({"tense": "IMPERFECT", "modality": None}, {"label": None})
    {'tense': 'PAST', 'comment': '{"tense": "IMPERFECT"}'}
    """
    written: dict[str, str] = {}
    told = {key: value for key, value in comment.items() if value is not None}
    for name, value in attributes.items():
        if value is None:
            continue
        allowed = _allowed(name, value)
        if allowed != value:
            told[name] = value
        if allowed is not None:
            written[name] = legal_xml(allowed)
    if told:
        written["comment"] = legal_xml(json.dumps(told, ensure_ascii=False))
    return written


def read_attributes(attributes: Mapping[str, str]) -> dict[str, Any]:
    """Return the attributes of a tag with what `fitted` put into its comment; another tool's comment is left out.

    Examples
    --------
    >>> read_attributes({"tense": "PAST", "comment": '{"tense": "IMPERFECT"}'})
    {'tense': 'IMPERFECT'}
    """
    read: dict[str, Any] = {name: value for name, value in attributes.items() if name != "comment"}
    try:
        comment = json.loads(attributes.get("comment", "{}"))
    except (ValueError, RecursionError):
        return read
    return read | comment if isinstance(comment, dict) else read


def number_of(name: str) -> int:
    """Return the number in an id, 0 where there is none.

    Examples
    --------
    >>> number_of("e12")
    12
    """
    digits = name.lstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.isdecimal() and len(digits) <= LONGEST_NUMBER else 0


def _allowed(name: str, value: str) -> str | None:
    if name in _LISTED and value not in _LISTED[name]:
        return _NEAREST.get((name, value), _NEAREST.get(name))
    if name in _NAME_TOKENS and not _NAME_TOKEN.fullmatch(value):
        return _NAME_TOKENS[name]
    return value
