"""Capitals: which make a name, and which only open a sentence, a title, or honour an office."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from timeline.stages.names.cues import has_inner_capital
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.name import Name
from timeline.syntax import Form, Role, form_of, role_of
from timeline.syntax.voice import SUBJECTS

OPENING_QUOTES = frozenset('«“"')
OFFICE, APPOSITION = 5, 14  # tokens to the noun of an office behind a comma, and on to the comma that closes it
INNER = 4  # letters up to a hidden capital
CURRENCIES = frozenset("$€£¥")
CLOSING_QUOTES = frozenset('»”"')


def is_capitalised(token: Token) -> bool:
    """Tell whether a token starts with a capital, or hides one as trade and family names do (iPhone, deSouza)."""
    text = token.text
    hidden = len(text) > 2 and text[0].isalpha() and any(map(str.isupper, text[1:INNER]))
    return text[0].isupper() or hidden


def starts_sentence(token: Token) -> bool:
    """Tell whether a capital says nothing because any word would have one here."""
    index = token.i
    doc = token.doc
    while index > 0 and not token.is_sent_start:
        before = doc[index - 1]
        if before.text in OPENING_QUOTES:
            return True
        if before.text in ".!?…:" or "\n" in before.text:
            return True
        if before.is_alpha or before.like_num or before.text.endswith("'"):
            return False
        index -= 1
        token = before
    return True


def is_introduced(token: Token, lexicon: Lexicon) -> bool:
    """Tell the bare subject that an office between commas introduces (« Roux, directeur de Clio, a démissionné »)."""
    doc, first = token.doc, token.i + 1
    if first >= len(doc) or doc[first].text != "," or not is_capitalised(token) or not starts_sentence(token):
        return False
    if _is_noun(token, lexicon):
        return False
    opened = doc[first + 1 : first + OFFICE]
    office = next(
        (word for word in opened if word.pos_ not in {"DET", "ADJ", "ADP"} or _is_person(word, lexicon)), None
    )
    if office is None or not _is_person(office, lexicon):
        return False
    closing = next((word.i for word in doc[office.i + 1 : office.i + APPOSITION] if word.text in {",", "\n"}), None)
    return closing is not None and _goes_on(doc, closing + 1)


def _is_noun(token: Token, lexicon: Lexicon) -> bool:
    """Tell a word that is no name, however it is written."""
    word = token.lower_
    return word in lexicon.common_nouns or word in lexicon.person_nouns or token.text in lexicon.words.names.not_names


def _is_person(word: Token, lexicon: Lexicon) -> bool:
    return word.lower_ in lexicon.person_nouns


def _goes_on(doc: Doc, place: int) -> bool:
    """Tell a finite verb, its negation or clitic before it: the subject stands before (not « , il a… »)."""
    while place < len(doc) and doc[place].pos_ in {"ADV", "PRON"} and role_of(doc[place]) not in SUBJECTS:
        place += 1
    if place >= len(doc) or doc[place].pos_ not in {"VERB", "AUX"}:
        return False
    return form_of(doc[place]).isdisjoint({Form.INFINITIVE, Form.PARTICIPLE}) or doc[place].pos_ == "AUX"


def is_roman(text: str) -> bool:
    """Tell whether a word is a Roman number of two signs or more (a century, the rank of a king)."""
    number = text.removesuffix("e").removesuffix("er")
    return len(number) > 1 and not number.strip("IVXL")


def without_capitalised_words(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> tuple[Name, ...]:
    """Drop words that are capitalised only because a sentence or a title starts, or by courtesy."""
    elsewhere = {fold(doc[name.start : name.end].text) for name in names if not starts_sentence(doc[name.start])}
    elsewhere |= {fold(doc[name.end - 1].text) for name in names if name.end - name.start > 1}
    openings = {fold(doc[name.start].text) for name in names if name.end - name.start > 1}
    common = {token.text for token in doc if token.is_lower}
    begun = {name.start for name in names}
    return tuple(
        name
        for name in names
        if _is_name(doc, name, elsewhere, openings, common, lexicon) and not _is_origin(doc, name, begun, lexicon)
    )


def _is_origin(doc: Doc, name: Name, begun: set[int], lexicon: Lexicon) -> bool:
    """Tell whether a word only says where somebody is from whose name follows (« le Norvégien | Lars Dahl »)."""
    text = name.words(doc)
    if " " in text or name.end not in begun or not name.start or doc[name.start - 1].pos_ != "DET":
        return False
    endings = tuple(lexicon.words.names.demonym_endings | lexicon.words.names.demonym_adjectives)
    return bool(lexicon.country_of(text)) or (bool(endings) and text.endswith(endings))


def _is_name(doc: Doc, name: Name, elsewhere: set[str], openings: set[str], common: set[str], lexicon: Lexicon) -> bool:
    token = doc[name.start]
    if _opens_title(doc, name) or _is_ruled_out(doc, name, lexicon):
        return False
    key = fold(doc[name.start : name.end].text)
    if _is_known(token, key, lexicon) or key in elsewhere or _has_own_capital(token, name, lexicon):
        return True
    if sum(map(is_capitalised, doc[name.start : name.end])) > 1:
        return _is_long_name(doc, name, elsewhere, lexicon)
    if token.pos_ == "PROPN" and key in openings:
        return True  # "Corvane's boss" after "Corvane Mines"
    if token.text.lower() in common or (token.pos_ == "NOUN" and Form.PLURAL in form_of(token)):
        return False
    return token.pos_ == "PROPN" if name.vote is not None else stands_as_name(token, lexicon)


def _has_own_capital(token: Token, name: Name, lexicon: Lexicon) -> bool:
    """Tell a capital that stands for more than a sentence's beginning."""
    if not starts_sentence(token) or has_inner_capital(token.text):
        return True
    return name.end - name.start == 1 and is_introduced(token, lexicon)


def _is_long_name(doc: Doc, name: Name, elsewhere: set[str], lexicon: Lexicon) -> bool:
    """Tell whether several capitals at the head of a sentence are a name."""
    if name.vote is not None or fold(doc[name.start].text) in lexicon.given_names:
        return True
    last = doc[name.end - 1]
    return fold(last.text) in elsewhere or stands_as_name(last, lexicon)


def _is_ruled_out(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """Tell a single word that is an office or an inhabitant, and several that only say where from: "South Korean"."""
    words = doc[name.start : name.end]
    capitals = sum(map(is_capitalised, words))
    if capitals > 1:
        origins = lexicon.words.names.demonyms | lexicon.words.names.compass
        return all(word.text in origins for word in words)
    return capitals == 1 and is_capitalised(words[0]) and _is_no_name(words[0], lexicon)


def stands_as_name(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised first word is used as only names are: a subject or an owner without an article."""
    if token.pos_ not in {"PROPN", "NOUN", "X"} or token.text.lower() in lexicon.common_nouns:
        return False
    if any(role_of(child) == Role.DETERMINER for child in token.children):
        return False
    owner = token.i + 1 < len(token.doc) and token.nbor().text in lexicon.words.names.genitive
    return owner or role_of(token) in SUBJECTS or (role_of(token) == Role.COMPOUND and token.pos_ == "PROPN")


def _is_no_name(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word alone is an office, an inhabitant, a month beside a number, or a word of one letter."""
    text = token.text
    if text in lexicon.words.names.not_names or sum(map(str.isalpha, text)) < 2 or not CURRENCIES.isdisjoint(text):
        return True
    if token.text in lexicon.words.names.calendar and _next_to_number(token):
        return True
    if not _is_demonym(token, lexicon):
        return False
    return not _is_known(token, fold(token.text), lexicon) or _after_group_article(token, lexicon)


def _is_known(token: Token, key: str, lexicon: Lexicon) -> bool:
    return key in lexicon.regions or key in lexicon.towns or token.text in lexicon.words.organisations.known


def _opens_title(doc: Doc, name: Name) -> bool:
    """Tell whether a name only opens a short quoted title (« Paris brûle-t-il »)."""
    if name.start == 0 or doc[name.start - 1].text not in OPENING_QUOTES or name.end >= len(doc):
        return False
    rest = [token.text for token in doc[name.end : name.end + 5]]
    return rest[0].islower() and not CLOSING_QUOTES.isdisjoint(rest)


def _is_demonym(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word names people by where they come from (« les Nantais »)."""
    if token.text in lexicon.words.names.demonyms:
        return True
    return _after_group_article(token, lexicon) and token.text.endswith(tuple(lexicon.words.names.demonym_endings))


def _after_group_article(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether an article makes people of a word (« un Suisse », « les Corses »; but « la Corse »)."""
    return token.i > 0 and (
        token.nbor(-1).text.lower() in lexicon.words.names.group_articles or token.nbor(-1).pos_ == "NUM"
    )


def _next_to_number(token: Token) -> bool:
    return any(other.like_num for other in token.doc[max(0, token.i - 1) : token.i + 2])
