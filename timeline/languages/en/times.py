"""English checks on matches of times: what needs the parse or the neighbouring words."""

from __future__ import annotations

from spacy.tokens import Span, Token

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


def is_year(span: Span) -> bool:
    """Tell "in 1998", "the 1996 law", "the 1996 Olympics" from "1998 miles": years do not count plural common nouns."""
    token = span[-1]
    before = token.nbor(-1).lower_ if token.i else ""
    if before in _NUMBER_SIGNS or any(after.text in _STREETS for after in span.doc[span.end : span.end + 3]):
        return False
    if token.dep_ != "nummod" or token.head.i <= token.i or before in _BEFORE_YEARS:
        return True
    if before in _DETERMINERS or token.head.tag_ != "NNS":
        return True
    return token.head.i > token.i + 1 and _is_recent(token.text)


def _is_recent(digits: str) -> bool:
    """Tell a year news may speak of; counts of so many things are rarely between 1900 and 2100."""
    return digits.isdecimal() and 1900 <= int(digits) <= 2100


def is_clock(span: Span) -> bool:
    """Tell "at 1800 GMT" from numbers that no clock shows."""
    digits = next((token.text for token in span if token.text.isdecimal()), "")
    return len(digits) in (3, 4) and int(digits[:-2]) < 24 and int(digits[-2:]) < 60


def is_month(span: Span) -> bool:
    """Tell "in May", "March was mild" from "May I", "March on!", "April Smith", "Mrs May"."""
    token = span[-1]
    if token.pos_ in ("AUX", "VERB") or (token.i and token.nbor(-1).lower_ in _TITLES) or _is_first_name(token):
        return False
    return token.ent_type_ not in _NAMES or token.ent_type_ == "ORG"


def _is_first_name(token: Token) -> bool:
    """Tell "May Lee said so" from "the May Fed meeting", "In May Lee said so"."""
    name = token.head
    if token.dep_ != "compound" or name.i != token.i + 1 or name.pos_ != "PROPN" or not name.text.istitle():
        return False
    return token.is_sent_start is True or name.ent_type_ == "PERSON" or token.nbor(-1).pos_ in ("PUNCT", "CCONJ")


def is_weekday(span: Span) -> bool:
    """Tell "on Friday" from "Black Friday", "Sunday Times"."""
    before = span.doc[span.start - 1] if span.start else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and after.text in _NEWSPAPERS:
        return False
    return before is None or before.lower_ not in {"black", "bloody", "good", "ash", "super"}


def is_season(span: Span) -> bool:
    """Tell "last spring", "in the fall" from "a fall in prices", "to spring"."""
    return span[-1].pos_ in ("NOUN", "PROPN") and span[-1].dep_ != "compound"


def is_count(span: Span) -> bool:
    """Tell "for sixty minutes" from a title: "on Sixty Minutes"."""
    unit = span[-1]
    return not unit.text.istitle() or span.text.isupper() or len(span) == 1


def is_no_rate(span: Span) -> bool:
    """Tell "it took a year" from "three million a year", "24 hours a day"."""
    unit = span[-1]
    return unit.dep_ != "npadvmod" or unit.head.pos_ not in ("NOUN", "NUM", "SYM", "PROPN")


def is_no_title(span: Span) -> bool:
    """Tell "today", "this week" from "USA Today", "This Week", but where every word has a capital."""
    first = span[0]
    if first.is_sent_start or span[-1].text[0].islower() or not first.text[0].isupper() or span.text.isupper():
        return True
    words = [token for token in span.sent if token.is_alpha]
    headline = sum(token.text[0].isupper() for token in words) > 0.6 * len(words)
    return headline or not (len(span) > 1 or (first.i and first.nbor(-1).text[0].isupper()))


def is_head(span: Span) -> bool:
    """Tell "in the past" from "the past campaigns"."""
    return span[-1].dep_ not in ("amod", "compound")


def is_set(span: Span) -> bool:
    """Tell "a daily flight", "paid weekly" from "The Daily Echo", "the party daily Granma"."""
    token = span[-1]
    if any(after.ent_type_ in _NAMES for after in span.doc[span.end : span.end + 1]):
        return False
    return token.ent_type_ not in _NAMES and not token.text[0].isupper()


def is_feast(span: Span) -> bool:
    """Tell "on Christmas Day" from "Christmas Island", "Easter Smith"."""
    doc = span.doc
    following = doc[span.end] if span.end < len(doc) else None
    return (
        following is None
        or not (following.text[0].isupper() and following.pos_ == "PROPN")
        or following.is_sent_start is True
    )
