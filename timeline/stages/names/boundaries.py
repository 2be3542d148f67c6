"""Where a name really begins and ends: institutions in lower case, adjectives, a person after a complement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span

from timeline.model.entity import PERSON
from timeline.stages.names.capitals import is_capitalised
from timeline.stages.names.lexicon import Lexicon, fold

Votes = Mapping[int, tuple[int, str]]

YEAR, YEAR_BEFORE = 4, 2  # digits of a year; tokens that stand before a name with one: an article and the year
INSTITUTION = 12  # tokens an institution's name may go on in lower case


def repaired(
    doc: Doc, start: int, end: int, lexicon: Lexicon, *, ends_there: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield the names that a run of capitalised words holds, each with its own beginning and end.

    A trusted recogniser's name ends there, its lower-case words included, but it leaves out heads (« parquet de »).
    """
    person = _person_after_complement(doc, start, end, lexicon)
    place = _birthplace(doc, start, end, lexicon)
    if person is not None:
        yield _institution(doc, start, person, lexicon, ends_there)
        yield person, end
    elif place is not None:
        yield start, place[0]
        yield place[1], end
    else:
        yield _institution(doc, start, end, lexicon, ends_there)


def with_adjective(doc: Doc, start: int, end: int, votes: Votes) -> tuple[int, int]:
    """Widen a run by lower-case adjectives that the model sees in it (« Arabie | saoudite »)."""
    vote = votes.get(end - 1)
    while end < len(doc) and vote is not None and votes.get(end) == vote and doc[end].pos_ == "ADJ":
        end += 1
    return start, end


def _institution(doc: Doc, start: int, end: int, lexicon: Lexicon, ends_there: bool) -> tuple[int, int]:
    """Widen a run to the whole name of an institution, lower-case words included.

    « Direction | générale des impôts », « parquet de | Créteil », « groupe | Bolloré ».
    """
    if not ends_there and doc[start].text in lexicon.words.organisations.openers:
        end = _complement_end(doc, end, lexicon)
    while (head := _head_before(doc, start, lexicon)) is not None:
        start = head
    return (start - 1 if _is_numbered(doc, start, end, lexicon) else start), end


def _is_numbered(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell a body called after a year ("the | 1901 | Society")."""
    if start < YEAR_BEFORE or doc[start - 2].lower_ not in lexicon.words.names.articles:
        return False
    year, names = doc[start - 1].text, lexicon.words
    return year.isdecimal() and len(year) == YEAR and doc[end - 1].lower_ in names.organisations.words


def _head_before(doc: Doc, start: int, lexicon: Lexicon) -> int | None:
    """Return the lower-case head that the words from `start` complete into a name, None where there is none."""
    before = start - 1
    if before < 0:
        return None
    if doc[before].text in lexicon.words.names.direct_heads:
        return before
    if doc[before].text.lower() not in lexicon.words.names.complement_links:
        return None
    head = before - 1
    while head > 0 and (doc[head].pos_ == "ADJ" or doc[head].text.lower() in lexicon.words.names.complement_links):
        head -= 1
    if head < 0 or before - head > 3:
        return None
    qualified = doc[head + 1].pos_ == "ADJ" or (doc[head + 2].pos_ == "NOUN" and doc[head + 2].text.islower())
    word = doc[head].text
    is_head = word in lexicon.words.names.heads or (qualified and word in lexicon.words.names.qualified_heads)
    return head if is_head else None


def _complement_end(doc: Doc, end: int, lexicon: Lexicon) -> int:
    """Return where the lower-case complements of an institution's first word end."""
    linking = lexicon.words.names.complement_links
    joining = linking | lexicon.words.names.coordinators
    last = end
    index = end
    while index < len(doc) and index < end + INSTITUTION:
        token = doc[index]
        if _belongs(doc, index, end, last, lexicon):
            last = index + 1
        elif token.text.lower() not in joining:
            break
        index += 1
    return last


def _belongs(doc: Doc, index: int, end: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a lower-case word goes on with an institution's name that ends at `last` so far."""
    token, before, linking = doc[index], doc[index - 1], lexicon.words.names.complement_links
    if token.pos_ == "ADJ":
        return token.is_lower and (index == end or before.pos_ in {"NOUN", "ADJ"})
    bare = before.lower_ in lexicon.words.names.articles and is_capitalised(doc[index - 2])
    if token.pos_ in {"NOUN", "PROPN"} and before.text.lower() in linking:
        return not bare  # « la Ligue des Champions | le week-end »
    if token.pos_ == "PROPN" and is_capitalised(token) and before.is_lower and last == index > end:
        return True  # « Société de la tour | Eiffel »
    # a noun without a link of its own, where an acronym in parentheses closes the name
    return token.pos_ == "NOUN" and last == index and index + 1 < len(doc) and doc[index + 1].text == "("


def without_office(doc: Doc, start: int, end: int, votes: Votes, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Part a run at an office before a person ("U.S. | Attorney | Jane Cole"), if the model sees a person there."""
    offices = lexicon.words.titles.offices
    last = next((index for index in range(end - 2, start - 1, -1) if doc[index].text in offices), None)
    if last is None or votes.get(end - 1, (0, ""))[1] != PERSON:
        yield start, end
        return
    first = next(index for index in range(start, last + 1) if doc[index].text in offices)
    if start < first and _is_known(doc[start:first], lexicon):
        yield start, first
    yield last + 1, end


def _is_known(name: Span, lexicon: Lexicon) -> bool:
    """Tell whether what stands before an office is a name of its own: a place, a body by its words or its letters."""
    whole, last = fold(name.text), fold(name[-1].text)
    if any(part in lexicon.regions or part in lexicon.towns for part in (whole, last)):
        return whole in lexicon.regions or whole in lexicon.towns
    acronym = len(name) == 1 and name.text.isupper() and len(name.text) > 2
    known = name.text in lexicon.words.organisations.known
    return acronym or known or (len(name) > 1 and name[-1].lower_ in lexicon.words.organisations.words)


def _person_after_complement(doc: Doc, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Return where a person's name begins after a complement (« le cofondateur d'OpenAI | Greg Brockman »)."""
    whole = fold(doc[start:end].text)
    if start == 0 or whole in lexicon.towns or whole in lexicon.regions:
        return None
    if doc[start - 1].text.lower() not in lexicon.words.names.complement_links:
        return None
    for index in range(start + 1, end - 1):
        given = fold(doc[index].text)
        if (
            given in lexicon.given_names
            and (given not in lexicon.regions or fold(doc[index - 1].text) in lexicon.towns)
            and fold(doc[index - 1].text) not in lexicon.given_names
            and is_capitalised(doc[index - 1])
        ):
            return index
    return None


def _birthplace(doc: Doc, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where « de » begins and ends between a full name and a place (« Elizabeth II | d' | Angleterre »)."""
    if fold(doc[start].text) not in lexicon.given_names:
        return None
    for index in range(start + 1, end - 1):
        tail = fold(doc[index + 1 : end].text)
        known = tail in lexicon.regions or (tail in lexicon.towns and "-" in doc[index + 1 : end].text)
        if doc[index].text in lexicon.words.names.complement_links and known:
            first = index
            while doc[first - 1].text in lexicon.words.names.complement_links:
                first -= 1
            return first, index + 1
    return None
