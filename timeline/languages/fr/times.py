"""French checks on matches of times: what needs the parse or the neighbouring words; `times.toml` lists the words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.languages.base import get_language
from timeline.languages.contract import Check, Word
from timeline.languages.grammar import Role
from timeline.languages.lines import heads_its_line

_WORDS = get_language("fr").times.checks
_OBLIQUES = frozenset({Role.OBLIQUE, Role.OBLIQUE_ARGUMENT, Role.ADJUNCT, Role.NOMINAL_MODIFIER})
_CLOCK = re.compile(r"\d{1,2}h")


def is_year(words: Sequence[Word]) -> bool:
    """Tell « en 1998 » from « 1998 kilomètres »: a number that counts the noun after it is no year."""
    token = words[-1]
    before = token.nbor(-1).lower_ if token.i else ""
    if token.role != Role.NUMERAL or token.head.i <= token.i or before in _WORDS.before_years:
        return True
    return token.head.pos_ not in ("NOUN", "PROPN")


def is_noun(words: Sequence[Word]) -> bool:
    """Tell « l'été » from « a été »."""
    return words[-1].pos_ not in ("AUX", "VERB")


def is_modifier(words: Sequence[Word]) -> bool:
    """Tell « le dîner annuel » from « le quotidien local »."""
    token = words[-1]
    before = token.nbor(-1) if token.i else None
    return token.pos_ == "ADV" or (before is not None and before.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "ADV"))


def is_before_noun(words: Sequence[Word]) -> bool:
    """Tell « les prochaines élections » from « les prochains » alone."""
    return words[-1].i + 1 < len(words[0].doc) and words[0].doc[words[-1].i + 1].pos_ in ("NOUN", "ADJ")


def is_feast(words: Sequence[Word]) -> bool:
    """Tell « à Noël » from « Noël Dupont », « le père Noël », « l'île de Pâques »."""
    doc = words[0].doc
    following = doc[words[-1].i + 1] if words[-1].i + 1 < len(doc) else None
    if following is not None and following.text[0].isupper() and not following.is_sent_start:
        return False
    before = doc[max(words[0].i - 2, 0) : words[0].i]
    if any(token.lower_ in _WORDS.described_by_feasts for token in before):
        return False
    return not before or not before[-1].text[0].isupper() or before[-1].lower_ in _WORDS.before_feasts


def is_bare_day(words: Sequence[Word]) -> bool:
    """Tell « s'ouvrira le 3 » from « prendra le 12 ce soir-là », « le 3 premiers »: a day right behind its verb."""
    doc, last = words[0].doc, words[-1]
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    ends = (
        after is None
        or after.pos_ in ("PUNCT", "CCONJ")
        or after.is_sent_start
        or _is_clock(doc[last.i + 1 : last.i + 3])
    )
    return ends and words[0].i > 0 and words[0].nbor(-1).pos_ == "VERB" and last.role != Role.SUBJECT


def is_day_of_its_clause(words: Sequence[Word]) -> bool:
    """Tell « Le 17, elle a fermé », « elle a fermé le 17 » from « Le 17, meilleur joueur, a marqué »."""
    if is_bare_day(words):
        return True
    doc, last = words[0].doc, words[-1]
    opens = words[0].is_sent_start or words[0].nbor(-1).pos_ in ("PUNCT", "CCONJ", "ADV")
    before_clause = last.i + 1 < len(doc) and (doc[last.i + 1].text == "," or doc[last.i + 1].pos_ == "PRON")
    return opens and before_clause and last.role in _OBLIQUES and last.head.i > last.i


def _is_clock(words: Sequence[Word]) -> bool:
    """Tell « à 10h »."""
    return len(words) == 2 and words[0].lower_ in _WORDS.before_clocks and _CLOCK.match(words[1].lower_) is not None


def is_one_of_days(words: Sequence[Word]) -> bool:
    """Tell « entendu le 3, puis libéré le 17 » from « a pris le 12 »: several days of a month in one sentence."""
    others = (word for word in words[0].sent.words if word.i > words[-1].i or word.i < words[0].i)
    return is_bare_day(words) and any(_is_day(word) for word in others)


def is_beside_an_object(words: Sequence[Word]) -> bool:
    """Tell « s'emparent le lendemain de la citadelle » from « se battent le lendemain du vote »."""
    before = words[0].nbor(-1) if words[0].i else None
    return before is not None and before.pos_ in ("VERB", "AUX") and before.lemma_.lower() in _WORDS.verbs_of


def _is_day(word: Word) -> bool:
    if not word.i or word.nbor(-1).lower_ not in _WORDS.before_days:
        return False
    before = word.nbor(-1)
    return word.text.isdecimal() and 1 <= int(word.text) <= 31 and is_bare_day([before, word])


def is_old_year(words: Sequence[Word]) -> bool:
    """Tell « en 476 » from « en 320 pages », « en 12 »."""
    doc, last = words[0].doc, words[-1]
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    return len(last.text) == 3 and last.text[0] != "0" and (after is None or after.pos_ not in ("NOUN", "ADJ", "SYM"))


CHECKS: Mapping[str, Check] = {
    "is_one_of_days": is_one_of_days,
    "heads_its_line": heads_its_line,
    "is_year": is_year,
    "is_noun": is_noun,
    "is_modifier": is_modifier,
    "is_before_noun": is_before_noun,
    "is_feast": is_feast,
    "is_bare_day": is_bare_day,
    "is_day_of_its_clause": is_day_of_its_clause,
    "is_beside_an_object": is_beside_an_object,
    "is_old_year": is_old_year,
}
