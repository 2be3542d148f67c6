"""Where the names are: the model's spans repaired, and the names it missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from timeline.stages.entities.lexicon import Lexicon, fold
from timeline.stages.source import related_sentences

BREAKS = frozenset("\n\r\t,;:!?()[]«»\"“”/|…—–•")
OPENING_QUOTES = frozenset("«“\"")
CLOSING_QUOTES = frozenset("»”\"")
INSTITUTION = 12  # tokens an institution's name may go on in lower case


class Name(NamedTuple):
    """A name in the text: half-open token offsets, and the type the model votes for.

    ``vote`` is None where the model saw no name, "" where it saw something else than a person, a body or a place.
    """

    start: int
    end: int
    vote: str | None


def find_names(doc: Doc, lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the spans of all names of the story, in the order of the text, none within another."""
    votes = _votes(doc, lexicon)
    candidates = [
        part
        for sentence in related_sentences(doc)
        for run in _runs(doc, sentence.start, sentence.end, votes, lexicon)
        for part in _split_before_person(doc, *_with_adjective(doc, *run, votes), lexicon)
    ]
    names = [Name(start, end, _vote(votes, start, end)) for start, end in _apart(candidates)]
    return _without_capitalised_words(doc, names, lexicon)


def is_capitalised(token: Token) -> bool:
    """Tell whether a token starts with a capital, or hides one as trade names do (iPhone)."""
    text = token.text
    return text[0].isupper() or (len(text) > 2 and text[0].isalpha() and text[1].isupper())


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
        if before.is_alpha or before.like_num:
            return False
        index -= 1
        token = before
    return True


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Drop spans that begin within the one before."""
    reached = 0
    for start, end in spans:
        if start >= reached:
            yield start, end
            reached = end


def _votes(doc: Doc, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Return, for each token of one of the model's entities, the entity's first token and the vote."""
    votes = {}
    for entity in doc.ents:
        if entity.label_ in lexicon.labels:
            for token in entity:
                votes[token.i] = (entity.start, lexicon.labels[entity.label_])
    return votes


def _vote(votes: dict[int, tuple[int, str]], start: int, end: int) -> str | None:
    cast = [votes[index][1] for index in range(start, end) if index in votes]
    return max(sorted(set(cast)), key=cast.count) if cast else None


def _runs(
    doc: Doc, start: int, end: int, votes: dict[int, tuple[int, str]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of capitalised words, small words between them included where they belong."""
    index = start
    while index < end:
        if not _begins_name(doc[index], lexicon):
            index += 1
            continue
        last = index
        while (following := _continues(doc, last, len(doc), votes, lexicon)) is not None:
            last = following
        last = _hyphenated_end(doc, last)
        yield index, last + 1
        index = last + 1


def _hyphenated_end(doc: Doc, last: int) -> int:
    """Return the last token of a word that goes on in lower case behind its hyphen (« Euro-collecte »)."""
    while (
        last + 2 < len(doc)
        and doc[last + 1].text == "-"
        and not (doc[last].whitespace_ or doc[last + 1].whitespace_)
        and doc[last + 2].pos_ in {"NOUN", "PROPN", "X"}
    ):
        last += 2
    return last


def _begins_name(token: Token, lexicon: Lexicon) -> bool:
    if not is_capitalised(token) or token.text in lexicon.titles or is_roman(token.text):
        return False
    if _is_office(token, lexicon):
        return False
    return not (starts_sentence(token) and token.pos_ in {"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX"})


def _continues(doc: Doc, last: int, end: int, votes: dict[int, tuple[int, str]], lexicon: Lexicon) -> int | None:
    """Return the next token of a name that goes on after `last`, None where it ends."""
    following = last + 1
    if following >= end or doc[following].text[0] in BREAKS:
        return None
    if is_capitalised(doc[following]) or _is_second_half(doc[following]):
        closed = doc[following].text in lexicon.titles or _is_office(doc[following], lexicon)
        return None if closed else following
    index = following
    while index < end and index - following < 3 and _links(doc[index], lexicon):
        index += 1
    if index == following or index >= end or not is_capitalised(doc[index]):
        return None
    hyphenated = doc[following].text == "-" and not doc[last].whitespace_
    given = fold(doc[last].text) in lexicon.given_names
    particles = lexicon.words("names.particles")
    named = given and all(token.text in particles for token in doc[following:index])
    governed = doc[last].text in lexicon.words("names.of_heads") and doc[following].text == "of"
    joined = votes.get(last)
    together = joined is not None and votes.get(index) == joined
    return index if hyphenated or named or governed or together else None


def _is_office(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word in capitals is an office and no part of a name (PDG, CEO)."""
    return token.text.isupper() and token.text in lexicon.words("names.not_names")


def _is_second_half(token: Token) -> bool:
    """Tell whether the tokeniser cut a hyphenated name before its hyphen (« Royaume | -Uni »)."""
    return token.text[0] == "-" and len(token) > 1 and token.text[1].isupper() and not token.nbor(-1).whitespace_


def _links(token: Token, lexicon: Lexicon) -> bool:
    linking = token.text in lexicon.words("names.links") or token.text in lexicon.words("names.particles")
    return linking or token.text in {"-", "'", "&"}


def is_roman(text: str) -> bool:
    """Tell whether a word is a Roman number of two signs or more (a century, the rank of a king)."""
    number = text.removesuffix("e").removesuffix("er")
    return len(number) > 1 and not number.strip("IVXL")


def _institution(doc: Doc, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Widen a run to the whole name of an institution, lower-case words included.

    « Direction | générale des impôts », « parquet de | Créteil », « groupe | Bolloré ».
    """
    if doc[start].text in lexicon.words("organisations.openers"):
        end = _complement_end(doc, end, lexicon)
    while (head := _head_before(doc, start, lexicon)) is not None:
        start = head
    return start, end


def _with_adjective(doc: Doc, start: int, end: int, votes: dict[int, tuple[int, str]]) -> tuple[int, int]:
    """Widen a run by lower-case adjectives that the model sees in it (« Frères | musulmans », « Arabie | saoudite »)."""
    vote = votes.get(end - 1)
    while end < len(doc) and vote is not None and votes.get(end) == vote and doc[end].pos_ == "ADJ":
        end += 1
    return start, end


def _head_before(doc: Doc, start: int, lexicon: Lexicon) -> int | None:
    """Return the lower-case head that the words from `start` complete into a name, None where there is none."""
    before = start - 1
    if before < 0:
        return None
    if doc[before].text in lexicon.words("names.direct_heads"):
        return before
    if doc[before].text.lower() not in lexicon.words("names.complement_links"):
        return None
    head = before - 1
    while head > 0 and (doc[head].pos_ == "ADJ" or doc[head].text.lower() in lexicon.words("names.complement_links")):
        head -= 1
    if head < 0 or before - head > 3:
        return None
    qualified = doc[head + 1].pos_ == "ADJ" or (doc[head + 2].pos_ == "NOUN" and doc[head + 2].text.islower())
    heads = lexicon.words("names.heads" if not qualified else "names.qualified_heads") | lexicon.words("names.heads")
    return head if doc[head].text in heads else None


def _complement_end(doc: Doc, end: int, lexicon: Lexicon) -> int:
    """Return where the lower-case complements of an institution's first word end."""
    linking = lexicon.words("names.complement_links")
    last = end
    index = end
    while index < len(doc) and index < end + INSTITUTION:
        token = doc[index]
        if (token.pos_ == "ADJ" and token.text.islower() and (index == end or doc[index - 1].pos_ in {"NOUN", "ADJ"})) or (token.pos_ in {"NOUN", "PROPN"} and doc[index - 1].text.lower() in linking) or (token.pos_ == "NOUN" and last == index and index + 1 < len(doc) and doc[index + 1].text == "("):
            last = index + 1
        elif not (token.text.lower() in linking or token.text in {"et"}):
            break
        index += 1
    return last


def _split_before_person(doc: Doc, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Part « OpenAI Greg Brockman »: after a complement, a given name begins a person's name."""
    whole = fold(doc[start:end].text)
    known = whole in lexicon.towns or whole in lexicon.regions
    if start > 0 and not known and doc[start - 1].text.lower() in lexicon.words("names.complement_links"):
        for index in range(start + 1, end - 1):
            given = fold(doc[index].text) in lexicon.given_names
            if given and fold(doc[index - 1].text) not in lexicon.given_names and is_capitalised(doc[index - 1]):
                yield _institution(doc, start, index, lexicon)
                yield index, end
                return
    place = _birthplace(doc, start, end, lexicon)
    if place is not None:
        yield start, place[0]
        yield place[1], end
        return
    yield _institution(doc, start, end, lexicon)


def _birthplace(doc: Doc, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where « de » begins and ends between a full name and a place (« Elizabeth II | d' | Angleterre »)."""
    if fold(doc[start].text) not in lexicon.given_names:
        return None
    for index in range(start + 2, end - 1):
        tail = fold(doc[index + 1 : end].text)
        known = tail in lexicon.regions or (tail in lexicon.towns and "-" in doc[index + 1 : end].text)
        if doc[index].text in lexicon.words("names.complement_links") and known:
            first = index
            while doc[first - 1].text in lexicon.words("names.complement_links"):
                first -= 1
            return first, index + 1
    return None


def _without_capitalised_words(doc: Doc, names: list[Name], lexicon: Lexicon) -> tuple[Name, ...]:
    """Drop words that are capitalised only because a sentence or a title starts, or by courtesy."""
    elsewhere = {fold(doc[name.start : name.end].text) for name in names if not starts_sentence(doc[name.start])}
    elsewhere |= {fold(doc[name.end - 1].text) for name in names if name.end - name.start > 1}
    common = {token.text for token in doc if token.is_lower}
    return tuple(name for name in names if _is_name(doc, name, elsewhere, common, lexicon))


def _is_name(doc: Doc, name: Name, elsewhere: set[str], common: set[str], lexicon: Lexicon) -> bool:
    token = doc[name.start]
    if _opens_title(doc, name):
        return False
    if name.end - name.start == 1 and _is_no_name(token, lexicon):
        return False
    key = fold(doc[name.start : name.end].text)
    if _is_known(token, key, lexicon) or key in elsewhere or not starts_sentence(token):
        return True
    if sum(map(is_capitalised, doc[name.start : name.end])) > 1:
        return name.vote is not None or fold(token.text) in lexicon.given_names
    if token.text.lower() in common:
        return False
    return token.pos_ == "PROPN" if name.vote is not None else _stands_as_name(token)


def _stands_as_name(token: Token) -> bool:
    """Tell whether a capitalised first word is used as only names are: a subject or an owner without an article."""
    if token.pos_ not in {"PROPN", "NOUN", "X"} or any(child.dep_ == "det" for child in token.children):
        return False
    owner = token.i + 1 < len(token.doc) and token.nbor().text == "'s"
    return owner or token.dep_.startswith("nsubj") or (token.dep_ == "compound" and token.pos_ == "PROPN")


def _is_no_name(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word alone is an office, an inhabitant, a month beside a number, or a word of one letter."""
    if token.text in lexicon.words("names.not_names") or sum(map(str.isalpha, token.text)) < 2:
        return True
    if token.text in lexicon.words("names.calendar") and _next_to_number(token):
        return True
    if not _is_demonym(token, lexicon):
        return False
    return not _is_known(token, fold(token.text), lexicon) or _after_group_article(token, lexicon)


def _is_known(token: Token, key: str, lexicon: Lexicon) -> bool:
    return key in lexicon.regions or key in lexicon.towns or token.text in lexicon.words("organisations.known")


def _opens_title(doc: Doc, name: Name) -> bool:
    """Tell whether a name only opens a short quoted title (« Paris brûle-t-il »)."""
    if name.start == 0 or doc[name.start - 1].text not in OPENING_QUOTES or name.end >= len(doc):
        return False
    rest = [token.text for token in doc[name.end : name.end + 5]]
    return rest[0].islower() and not CLOSING_QUOTES.isdisjoint(rest)


def _is_demonym(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word names people by where they come from (« les Nantais »)."""
    if token.text in lexicon.words("names.demonyms"):
        return True
    return _after_group_article(token, lexicon) and token.text.endswith(tuple(lexicon.words("names.demonym_endings")))


def _after_group_article(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether an article makes people of a word (« un Suisse », « les Corses »; but « la Corse », « en Suisse »)."""
    return token.i > 0 and (
        token.nbor(-1).text.lower() in lexicon.words("names.group_articles") or token.nbor(-1).pos_ == "NUM"
    )


def _next_to_number(token: Token) -> bool:
    return any(other.like_num for other in token.doc[max(0, token.i - 1) : token.i + 2])
