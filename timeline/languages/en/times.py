"""English checks on matches of times: what needs the parse or the neighbouring words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.languages.contract import Check, Word
from timeline.languages.grammar import Form, Role
from timeline.languages.lines import heads_its_line

#: What stands before a year and before hardly anything else that is counted.
_BEFORE_YEARS = frozenset(
    {"in", "since", "by", "until", "till", "year", "during", "fiscal", "before", "after", "early", "late", "mid"}
)
_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "our", "'s", "'"})
_NUMBER_SIGNS = frozenset({"$", "£", "€", "#", "no.", "flight", "route"})
_STREETS = frozenset({"Road", "Street", "Avenue", "Lane", "Drive", "Boulevard", "Way", "St.", "Ave."})
_NEWSPAPERS = frozenset({"Times", "Telegraph", "Mirror", "Mail", "Herald", "Post", "Express", "World"})
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "lady", "dame", "sir", "president"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP"})


def is_year(words: Sequence[Word]) -> bool:
    """Tell "in 1998", "the 1996 law", "the 1996 Olympics" from "1998 miles": years do not count plural common nouns."""
    token = words[-1]
    before = token.nbor(-1).lower_ if token.i else ""
    if before in _NUMBER_SIGNS or any(
        after.text in _STREETS for after in words[0].doc[words[-1].i + 1 : words[-1].i + 1 + 3]
    ):
        return False
    if token.role != Role.NUMERAL or token.head.i <= token.i or before in _BEFORE_YEARS:
        return True
    if before in _DETERMINERS or Form.PLURAL not in token.head.form:
        return True
    return token.head.i > token.i + 1 and _is_recent(token.text)


def _is_recent(digits: str) -> bool:
    """Tell a year news may speak of; counts of so many things are rarely between 1900 and 2100."""
    return digits.isdecimal() and 1900 <= int(digits) <= 2100


def is_clock(words: Sequence[Word]) -> bool:
    """Tell "at 1800 GMT" from numbers that no clock shows."""
    digits = next((token.text for token in words if token.text.isdecimal()), "")
    return len(digits) in (3, 4) and int(digits[:-2]) < 24 and int(digits[-2:]) < 60


def is_month(words: Sequence[Word]) -> bool:
    """Tell "in May", "March was mild" from "May I", "March on!", "April Smith", "Mrs May"."""
    token = words[-1]
    if token.pos_ in ("AUX", "VERB") or (token.i and token.nbor(-1).lower_ in _TITLES) or _is_first_name(token):
        return False
    return token.ent_type_ not in _NAMES or token.ent_type_ == "ORG"


def _is_first_name(token: Word) -> bool:
    """Tell "May Lee said so" from "the May Fed meeting", "In May Lee said so"."""
    name = token.head
    before = token.nbor(-1) if token.i else None
    if before is not None and before.role == Role.COMPOUND and before.pos_ == "PROPN" and before.head == token:
        return True  # "Theresa May became minister"
    if token.role != Role.COMPOUND or name.i != token.i + 1 or name.pos_ != "PROPN" or not name.text.istitle():
        return False
    return token.is_sent_start or name.ent_type_ == "PERSON" or token.nbor(-1).pos_ in ("PUNCT", "CCONJ")


def is_weekday(words: Sequence[Word]) -> bool:
    """Tell "on Friday" from "Black Friday", "Sunday Times"."""
    before = words[0].doc[words[0].i - 1] if words[0].i else None
    after = words[0].doc[words[-1].i + 1] if words[-1].i + 1 < len(words[0].doc) else None
    if after is not None and after.text in _NEWSPAPERS:
        return False
    return before is None or before.lower_ not in {"black", "bloody", "good", "ash", "super"}


def is_season(words: Sequence[Word]) -> bool:
    """Tell "last spring", "in the fall" from "a fall in prices", "to spring"."""
    return words[-1].pos_ in ("NOUN", "PROPN") and words[-1].role != Role.COMPOUND


def is_no_ordinal(words: Sequence[Word]) -> bool:
    """Tell "on the 17th, she left" from "on the 17th floor"."""
    doc, end = words[0].doc, words[-1].i + 1
    if words[-1].text.isdecimal():
        return False
    after = doc[end] if end < len(doc) else None
    return after is None or after.is_sent_start or after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def is_count(words: Sequence[Word]) -> bool:
    """Tell "for sixty minutes" from a title: "on Sixty Minutes"."""
    unit = words[-1]
    return not unit.text.istitle() or _is_in_capitals(words) or len(words) == 1


def is_no_rate(words: Sequence[Word]) -> bool:
    """Tell "it took a year" from "three million a year", "24 hours a day"."""
    unit = words[-1]
    return unit.role != Role.ADVERBIAL_NOUN or unit.head.pos_ not in ("NOUN", "NUM", "SYM", "PROPN")


def is_no_title(words: Sequence[Word]) -> bool:
    """Tell "today", "this week" from "USA Today", "This Week", but where every word has a capital."""
    first = words[0]
    if first.is_sent_start or words[-1].text[0].islower() or not first.text[0].isupper() or _is_in_capitals(words):
        return True
    around = [token for token in first.sent.words if token.text.isalpha()]
    headline = sum(token.text[0].isupper() for token in around) > 0.6 * len(around)
    return headline or not (len(words) > 1 or (first.i and first.nbor(-1).text[0].isupper()))


def is_head(words: Sequence[Word]) -> bool:
    """Tell "in the past" from "the past campaigns"."""
    return words[-1].role not in {Role.ADJECTIVE, Role.COMPOUND}


def is_set(words: Sequence[Word]) -> bool:
    """Tell "a daily flight", "paid weekly" from "The Daily Echo", "the party daily Granma"."""
    token = words[-1]
    if any(after.ent_type_ in _NAMES for after in words[0].doc[words[-1].i + 1 : words[-1].i + 2]):
        return False
    return token.ent_type_ not in _NAMES and not token.text[0].isupper()


def is_feast(words: Sequence[Word]) -> bool:
    """Tell "on Christmas Day" from "Christmas Island", "Easter Smith"."""
    doc = words[0].doc
    following = doc[words[-1].i + 1] if words[-1].i + 1 < len(doc) else None
    return (
        following is None or not (following.text[0].isupper() and following.pos_ == "PROPN") or following.is_sent_start
    )


def _is_in_capitals(words: Sequence[Word]) -> bool:
    return " ".join(word.text for word in words).isupper()


CHECKS: Mapping[str, Check] = {
    "heads_its_line": heads_its_line,
    "is_year": is_year,
    "is_clock": is_clock,
    "is_month": is_month,
    "is_no_ordinal": is_no_ordinal,
    "is_weekday": is_weekday,
    "is_season": is_season,
    "is_count": is_count,
    "is_no_rate": is_no_rate,
    "is_no_title": is_no_title,
    "is_head": is_head,
    "is_set": is_set,
    "is_feast": is_feast,
}
