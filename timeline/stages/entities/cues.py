"""What speaks for a name's type: in the name itself, and around it.

Each cue is a small rule: it looks at one thing and yields a type with a weight, in units of one clear hint. Weights of
the same name add up in `timeline.stages.entities.types`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.entities.lexicon import Lexicon, fold
from timeline.stages.entities.rolewords import RoleWords
from timeline.stages.entities.spans import Name
from timeline.stages.entities.tokens import governor, word_of

OTHER = ""
DE = frozenset({"de", "d'", "d", "du", "des", "of", "from"})
REACH = 7  # tokens between a role noun and the name it introduces


class Cue(NamedTuple):
    """A hint: the type it speaks for, and how loudly."""

    type: str
    weight: float


def name_cues(words: list[str], lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what a name's own words tell."""
    folded = [fold(word) for word in words]
    whole = " ".join(folded)
    text = " ".join(words)
    if whole in lexicon.regions:
        yield Cue(PLACE, 4.0)
    elif whole in lexicon.towns:
        yield Cue(PLACE, 2.0)
    if folded[0] in lexicon.given_names:
        yield Cue(PERSON, 2.5 if len(words) > 1 else 1.0)
    if text.replace(" ", "_") in lexicon.words("organisations.known"):
        yield Cue(ORGANISATION, 4.0)
    if words[-1] in lexicon.words("organisations.legal_forms") and len(words) > 1:
        yield Cue(ORGANISATION, 4.0)
    lowered = {part for word in words for part in (word.lower(), *word.lower().split("-"))}
    if lowered & lexicon.words("organisations.words"):
        yield Cue(ORGANISATION, 2.5)
    if words[0].lower() in lexicon.words("places.words") or _is_long_place(text, lexicon):
        yield Cue(PLACE, 2.5)
    if lowered & lexicon.words("others.words"):
        yield Cue(OTHER, 3.0)
    yield from _shape_cues(words)


def _is_long_place(text: str, lexicon: Lexicon) -> bool:
    """Tell whether hyphens join small words into a name, as in towns' (« Bar-sur-Aube »)."""
    return not lexicon.words("places.hyphenated").isdisjoint(text.split("-")[1:-1])


def _shape_cues(words: list[str]) -> Iterator[Cue]:
    only = words[0]
    if (len(words) == 1 and only.isupper() and 2 <= len(only) <= 6) or (len(words) == 1 and any(char.isupper() for char in only[1:]) and not only.isupper() and "-" not in only):
        yield Cue(ORGANISATION, 1.0)
    if any(char.isdigit() for char in words[-1]):
        yield Cue(OTHER, 1.5)


def context_cues(doc: Doc, name: Name, lexicon: Lexicon, roles: RoleWords) -> Iterator[Cue]:
    """Yield what the words around a name tell."""
    yield from _before_cues(doc, name, lexicon, roles)
    yield from _after_cues(doc, name, lexicon, roles)
    yield from _verb_cues(doc, name, lexicon)


def _before_cues(doc: Doc, name: Name, lexicon: Lexicon, roles: RoleWords) -> Iterator[Cue]:
    before = _token(doc, name.start - 1)
    if before is None:
        return
    if before.text in lexicon.titles:
        yield Cue(PERSON, 4.0)
    noun = _apposed_noun(doc, name.start)
    if noun is not None:
        nearness = 1.0 if noun.i == name.start - 1 else 0.7
        word = word_of(noun)
        if word in lexicon.words("organisations.nouns"):
            yield Cue(ORGANISATION, 2.5 * nearness)
        elif word in lexicon.words("places.nouns"):
            yield Cue(PLACE, 2.5 * nearness)
        elif word in lexicon.words("others.nouns"):
            yield Cue(OTHER, 3.0)
        elif word in lexicon.words("context.person_heads"):
            yield Cue(PERSON, 2.0)
    if before.pos_ not in {"ADP", "DET", "CCONJ", "VERB", "AUX", "PUNCT"} and _role_noun_before(doc, name, roles):
        yield Cue(PERSON, 2.5)
    yield from _preposition_cues(doc, name, before, lexicon, roles)


def _apposed_noun(doc: Doc, start: int) -> Token | None:
    """Return the noun that a name stands beside, adjectives and a complement between them (« club de foot X »)."""
    found = None
    for index in range(start - 1, max(start - 5, -1), -1):
        token = doc[index]
        if token.pos_ == "NOUN":
            found = token
        elif token.pos_ != "ADJ" and not (found is not None and token.text.lower() in DE):
            break
    return found


def _role_noun_before(doc: Doc, name: Name, roles: RoleWords) -> bool:
    """Tell whether a role noun and its complements run up to the name (« cofondateur d'OpenAI Greg Brockman »)."""
    for index in range(name.start - 1, max(name.start - REACH, -1), -1):
        token = doc[index]
        if roles.kind_of(token.text.lower()):
            return True
        if token.pos_ not in {"ADJ", "ADP", "DET", "NOUN", "PROPN", "X"} and token.text.lower() not in DE:
            return False
    return False


def _preposition_cues(
    doc: Doc, name: Name, before: Token, lexicon: Lexicon, roles: RoleWords
) -> Iterator[Cue]:
    index = name.start - 1
    article = before.text.lower() in {"le", "la", "l'", "les", "the"}
    if before.text.lower() in lexicon.words("names.group_articles") and name.end - name.start == 1:
        yield Cue(OTHER, 1.0 if doc[name.start].is_upper else 0.0)
    if article:
        yield Cue(PERSON, -1.0)
        index -= 1
    preposition = _token(doc, index)
    if preposition is None:
        return
    word = preposition.text.lower()
    if word in DE:
        noun = _noun_before(doc, index)
        if noun is not None and noun.text.lower() in roles.portfolios and (article or word in {"du", "des"}):
            yield Cue(OTHER, 2.5)
        elif noun is not None:
            cues = list(_governor_cues(noun.text.lower(), lexicon, roles))
            above = _noun_before(doc, noun.i - 1) if doc[noun.i - 1].text.lower() in DE else None
            yield from cues or (_governor_cues(above.text.lower(), lexicon, roles) if above is not None else ())
        if index > 1 and doc[index - 1].text == "," and doc[index - 2].pos_ == "PROPN":
            yield Cue(PLACE, 1.5)
    elif word in lexicon.words("context.place_prepositions"):
        yield Cue(PLACE, 1.5 if word in {"en", "in"} else 0.8)
    elif word in lexicon.words("context.person_prepositions"):
        yield Cue(PERSON, 0.4)
        yield Cue(ORGANISATION, 0.4)


def _governor_cues(word: str, lexicon: Lexicon, roles: RoleWords) -> Iterator[Cue]:
    kind = roles.kind_of(word)
    if kind in {"body", "any"}:
        yield Cue(PERSON, -1.0)
    if kind == "body":
        yield Cue(ORGANISATION, 2.0)
    elif kind == "place":
        yield Cue(PLACE, 1.5)
    elif kind == "any":
        yield Cue(ORGANISATION, 1.0)
    if word in lexicon.words("context.organisation_parts"):
        yield Cue(ORGANISATION, 2.0)
    if word in lexicon.words("context.person_parts"):
        yield Cue(PERSON, 1.0)
    if word in lexicon.words("context.place_parts") or word in lexicon.words("places.nouns"):
        yield Cue(PLACE, 1.5)
    elif word in lexicon.words("others.nouns") - lexicon.words("context.person_parts"):
        yield Cue(OTHER, 1.0)
    if word in lexicon.words("context.organisation_source"):
        yield Cue(PERSON, 0.5)


def _after_cues(doc: Doc, name: Name, lexicon: Lexicon, roles: RoleWords) -> Iterator[Cue]:
    after = _token(doc, name.end)
    if after is None:
        return
    word = after.text.lower()
    if after.like_num and not after.is_alpha and name.end - name.start == 1:
        yield Cue(OTHER, 1.0)
    if word in {"'s", "'"} and (owned := _token(doc, name.end + 1)) is not None:
        yield from _governor_cues(owned.text.lower(), lexicon, roles)
        return
    if word in roles.kinds and roles.kinds[word] == "body" and doc.lang_ == "en":
        yield Cue(ORGANISATION, 1.5)
    if word == "(" and (inside := _token(doc, name.end + 1)) is not None and fold(inside.text) in lexicon.regions:
        yield Cue(PLACE, 2.0)
    if word == "," and _is_within_region(doc, name.end + 1, lexicon):
        yield Cue(PLACE, 1.5)
    elif word == ",":
        complement = name.start > 0 and doc[name.start - 1].text.lower() in DE
        for cue in _apposition_cues(doc, name.end + 1, lexicon, roles):
            yield Cue(cue.type, cue.weight / 2) if complement else cue


def _is_within_region(doc: Doc, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a region follows a comma (« Stutthof, en Pologne », "Dayton, Ohio")."""
    for index in range(start, min(start + 2, len(doc))):
        if fold(doc[index].text) in lexicon.regions:
            return True
        if doc[index].text.lower() not in {"en", "in"}:
            return False
    return False


def _apposition_cues(doc: Doc, start: int, lexicon: Lexicon, roles: RoleWords) -> Iterator[Cue]:
    """Yield what « X, (l'ancien) PDG de… » tells: a noun within three words of the comma."""
    for index in range(start, min(start + 4, len(doc))):
        token = doc[index]
        word = token.text.lower()
        if roles.kind_of(word):
            yield Cue(PERSON, 2.0)
            return
        if word in lexicon.words("organisations.nouns"):
            yield Cue(ORGANISATION, 1.5)
            return
        if word in lexicon.words("places.nouns"):
            yield Cue(PLACE, 1.5)
            return
        if token.like_num and index == start and len(token.text) < 3:
            yield Cue(PERSON, 1.5)
            return
        if token.pos_ not in {"DET", "ADJ", "ADV"}:
            return


def _verb_cues(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what the verb tells: the parser's, or the word right before where parsers falter on unknown names."""
    before = _token(doc, name.start - 1)
    if before is not None and (cues := list(_object_cues(before.lemma_.lower(), lexicon))):
        yield from cues
        return
    source = doc[name.start - 2] if before is not None and name.start > 1 and before.text.lower() in DE else None
    root = doc[name.start : name.end].root
    verb = governor(root)
    if {verb.lemma_.lower(), source.lemma_.lower() if source is not None else ""} & lexicon.words(
        "context.organisation_source"
    ) and not root.dep_.startswith(("nsubj", "obj", "dobj")):
        yield Cue(ORGANISATION, 2.0)
    elif root.dep_.startswith("nsubj:pass") or root.dep_ in {"nsubjpass", "obj", "dobj"}:
        yield from _object_cues(verb.lemma_.lower(), lexicon)
    elif root.dep_.startswith("nsubj"):
        yield from _subject_cues(verb.lemma_.lower(), lexicon)


def _subject_cues(lemma: str, lexicon: Lexicon) -> Iterator[Cue]:
    yield Cue(PERSON, 0.5)
    yield Cue(ORGANISATION, 0.6)
    if lemma in lexicon.words("context.person_subject"):
        yield Cue(PERSON, 0.5)
    elif lemma in lexicon.words("context.organisation_subject"):
        yield Cue(ORGANISATION, 0.8)


def _object_cues(lemma: str, lexicon: Lexicon) -> Iterator[Cue]:
    if lemma in lexicon.words("context.person_object"):
        yield Cue(PERSON, 1.5)
    if lemma in lexicon.words("context.organisation_object"):
        yield Cue(ORGANISATION, 2.0)
    if lemma in lexicon.words("context.other_object"):
        yield Cue(OTHER, 2.0)


def _noun_before(doc: Doc, index: int) -> Token | None:
    """Return the noun a complement hangs on: the word before its preposition, adjectives skipped."""
    for place in range(index - 1, max(index - 4, -1), -1):
        if doc[place].pos_ not in {"ADJ", "ADV"}:
            return doc[place]
    return None


def _token(doc: Doc, index: int) -> Token | None:
    return doc[index] if 0 <= index < len(doc) else None
