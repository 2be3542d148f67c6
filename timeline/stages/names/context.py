"""What the words around a name tell of its type: titles, nouns beside it, what it is a complement of."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from timeline.model.entity import PERSON
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.name import Name
from timeline.stages.names.sport import sport_cues
from timeline.stages.names.text import Text
from timeline.stages.names.tokens import word_of
from timeline.stages.names.verbcues import verb_cues
from timeline.stages.names.weights import CUES, OF_ANOTHER, PARTED, Cue
from timeline.syntax import role_of
from timeline.syntax.voice import SUBJECTS

REACH = 7  # tokens between a role noun and the name it introduces
APART = frozenset({"ADP", "DET", "CCONJ", "VERB", "AUX", "PUNCT"})  # no role noun introduces a name over these


def context_cues(name: Name, text: Text) -> Iterator[Cue]:
    """Yield what the words around a name tell."""
    doc, lexicon = text.doc, text.lexicon
    before, after = _token(doc, name.start - 1), _token(doc, name.end)
    if before is not None:
        yield from _beside_cues(name, before, text)
        yield from _preposition_cues(name, before, text)
    if after is not None:
        yield from _after_cues(name, after, text)
    yield from verb_cues(doc, name, lexicon)
    yield from sport_cues(doc, name, lexicon)
    if has_staff_behind(name, text):
        yield CUES["part of a body"]


def has_staff_behind(name: Name, text: Text) -> bool:
    """Tell a subject whose boss the next sentence begins with (« Horizons a perdu. Son PDG… »), or « Le groupe » soon.

    What « son », of people as well, tells counts only where the model takes the name for no person's.
    """
    doc, lexicon = text.doc, text.lexicon
    root = doc[name.start : name.end].root
    behind = _token(doc, root.sent.end)
    if behind is None or role_of(root) not in SUBJECTS:
        return False
    form = lexicon.possessives.get(behind.lower_)
    is_person = name.vote == PERSON or fold(doc[name.start].text) in lexicon.given_names
    if form is None:
        ahead = doc[behind.sent.end] if behind.sent.end < len(doc) else behind
        return not is_person and any(_opens_with_firm(first, lexicon) for first in (behind, ahead))
    if form.number == "p" or (PERSON in form.types and is_person):
        return False
    following = doc[behind.i + 1 : behind.i + 3]
    return any(text.roles.kind_of(word.lower_) == "body" for word in following)


def _opens_with_firm(article: Token, lexicon: Lexicon) -> bool:
    """Tell a sentence that begins with « le groupe » and goes on with its verb."""
    doc, noun, words = article.doc, article.i + 1, lexicon.words.descriptions
    if noun + 1 >= len(doc) or article.lower_ not in words.definite or doc[noun].lower_ not in words.organisation:
        return False
    return doc[noun + 1].pos_ in {"VERB", "AUX"} and role_of(doc[noun]) in SUBJECTS


def _beside_cues(name: Name, before: Token, text: Text) -> Iterator[Cue]:
    """Yield what a title or a noun right before the name tells (« M. X », « la société X », « le PDG de Y X »)."""
    doc, lexicon = text.doc, text.lexicon
    if before.text in lexicon.titles:
        yield CUES["civil title"]
    noun = _apposed_noun(doc, name.start, lexicon)
    if noun is not None:
        nearness = 1.0 if noun.i == name.start - 1 else PARTED
        word = word_of(noun)
        if word in lexicon.words.organisations.nouns:
            yield CUES["noun for a body"].times(nearness)
        elif word in lexicon.words.places.nouns:
            yield CUES["noun for a place"].times(nearness)
        elif word in lexicon.words.others.nouns and not text.by_model:
            yield CUES["noun for a thing"]
        elif word in lexicon.words.context.person_heads:
            yield CUES["noun for a person"]
    if before.pos_ not in APART and not _is_no_person(name, text) and _role_noun_before(name, text):
        yield CUES["role noun before"]


def _is_no_person(name: Name, text: Text) -> bool:
    """Tell a region and a party's letters behind a role noun (« le bureau Afrique », « le maire UDE de Lens »)."""
    letters = name.end - name.start == 1 and text.doc[name.start].is_upper
    return letters or fold(name.words(text.doc)) in text.lexicon.regions


def _apposed_noun(doc: Doc, start: int, lexicon: Lexicon) -> Token | None:
    """Return the noun that a name stands beside, adjectives and a complement between them (« club de foot X »)."""
    found = None
    for index in range(start - 1, max(start - 5, -1), -1):
        token = doc[index]
        if token.pos_ == "NOUN":
            found = token
        elif token.pos_ != "ADJ" and not (found is not None and token.text.lower() in lexicon.words.names.of):
            break
    return found


def _role_noun_before(name: Name, text: Text) -> bool:
    """Tell whether a role noun and its complements run up to the name (« cofondateur d'OpenAI Greg Brockman »)."""
    for index in range(name.start - 1, max(name.start - REACH, -1), -1):
        token = text.doc[index]
        if text.roles.kind_of(token.text.lower()):
            return True
        linking = token.text.lower() in text.lexicon.words.names.of
        if token.pos_ not in {"ADJ", "ADP", "DET", "NOUN", "PROPN", "X"} and not linking:
            return False
    return False


def _preposition_cues(name: Name, before: Token, text: Text) -> Iterator[Cue]:
    """Yield what an article and a preposition before the name tell (« les TGV », « à X », « le maire de X »)."""
    doc, lexicon = text.doc, text.lexicon
    index = name.start - 1
    if doc[name.start].is_upper and name.end - name.start == 1 and _is_in(before, lexicon.words.names.group_articles):
        yield CUES["acronym in the plural"]
    article = _is_in(before, lexicon.words.names.articles)
    if article:
        yield CUES["article"]
        index -= 1
    preposition = _token(doc, index)
    if preposition is None:
        return
    if _is_in(preposition, lexicon.words.names.of):
        contracted = _is_in(preposition, lexicon.words.names.contracted)
        several = name.end - name.start > 1  # "secretary of the | 1901 Society"
        is_body = several and doc[name.end - 1].lower_ in lexicon.words.organisations.words
        yield from _complement_cues(index, (article or contracted) and not is_body, text)
    elif _is_in(preposition, lexicon.words.context.share_prepositions) and _is_share(doc, index, lexicon):
        yield CUES["share in"]  # "shares in Valtor", « une participation dans Valtor »
    elif _is_in(preposition, lexicon.words.context.inner_prepositions):
        yield CUES["within"]
    elif _is_in(preposition, lexicon.words.context.place_prepositions):
        yield CUES["preposition of place"]
    elif _is_in(preposition, lexicon.words.context.person_prepositions):
        yield CUES["preposition of people"]
        yield CUES["preposition of bodies"]


def _is_share(doc: Doc, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the word before a preposition is something that one has in a body."""
    return index > 0 and _is_in(doc[index - 1], lexicon.words.context.shares)


def _complement_cues(index: int, article: bool, text: Text) -> Iterator[Cue]:
    """Yield what the noun tells whose complement begins with the preposition at `index`."""
    doc, lexicon, roles = text.doc, text.lexicon, text.roles
    noun = _noun_before(text, index)
    if noun is None:
        return
    if noun.pos_ == "PROPN" and index > 1 and doc[index - 2].lower_ in lexicon.words.context.monarchs:
        yield CUES["realm"]  # "Queen X of Norway"
    if noun.text.lower() in roles.words.portfolios and article:
        yield CUES["portfolio"]
        return
    cues = list(_governor_cues(noun.text.lower(), text))
    if (
        not cues and noun.i > 1 and _is_in(doc[noun.i - 1], lexicon.words.names.of)
    ):  # « le conseil d'administration de X »
        above = _noun_before(text, noun.i - 1)
        cues = list(_governor_cues(above.text.lower(), text)) if above is not None else []
    yield from cues
    if index > 1 and doc[index - 1].text == "," and doc[index - 2].pos_ == "PROPN":  # « Hervé Roy, de X, »
        yield CUES["where from"]


def _governor_cues(word: str, text: Text) -> Iterator[Cue]:
    lexicon = text.lexicon
    kind = text.roles.kind_of(word)
    if kind in {"body", "any"}:
        yield CUES["complement of a role"]
    if kind == "body":
        yield CUES["body of an office"]
    elif kind == "place":
        yield CUES["place of an office"]
    elif kind == "any":
        yield CUES["body of a role"]
    if word in lexicon.words.context.organisation_parts:
        yield CUES["part of a body"]
    if word in lexicon.words.context.person_parts:
        yield CUES["part of a person"]
    if word in lexicon.words.context.place_parts or word in lexicon.words.places.nouns:
        yield CUES["part of a place"]
    elif not text.by_model and word in lexicon.words.others.nouns - lexicon.words.context.person_parts:
        yield CUES["thing of"]
    if word in lexicon.words.context.organisation_source:
        yield CUES["source"]


def _after_cues(name: Name, after: Token, text: Text) -> Iterator[Cue]:
    """Yield what follows the name tells: what it owns, a role, a region, an apposition."""
    doc, lexicon = text.doc, text.lexicon
    word = after.text.lower()
    if after.like_num and not after.is_alpha and name.end - name.start == 1:
        numbered = doc[name.start].text in lexicon.words.others.numbered
        yield CUES["model number" if numbered else "number behind"]
    genitives = lexicon.words.names.genitive | lexicon.words.names.plural_genitive
    owned = _owned(name.end + 1, text) if word in genitives else None
    office = _office_behind(word, name, text)
    if owned is not None:
        yield from _governor_cues(owned.lower_, text)
    elif word in lexicon.words.context.person_heads_after:
        yield CUES["noun for a person behind"]
    elif word in lexicon.words.context.place_heads_after and not _goes_on(doc, name.end + 1, lexicon):
        yield CUES["scene"]
    elif office:
        yield CUES["body before an office" if office == "body" else "place before an office"]
    elif word == "(":
        yield from _bracket_cues(_token(doc, name.end + 1), lexicon)
    elif word == ",":
        yield from _behind_comma_cues(name, text)


def _goes_on(doc: Doc, index: int, lexicon: Lexicon) -> bool:
    """Tell a complement of a deed, which its doer stands before: "the Volta attack | on Clio"."""
    following = _token(doc, index)
    aside = lexicon.words.context.inner_prepositions
    return following is not None and following.pos_ == "ADP" and not _is_in(following, aside)


def _office_behind(word: str, name: Name, text: Text) -> str:
    """Return where the office is held whose title follows a name ("OpenAI chief executive"), "" without one."""
    roles, following = text.roles, _token(text.doc, name.end + 1)
    titled = following.text.lower() if following is not None and word in roles.words.title_openers else word
    kind = roles.kinds.get(titled, "")
    return kind if roles.words.body_before and kind in {"body", "place"} else ""


def _bracket_cues(following: Token | None, lexicon: Lexicon) -> Iterator[Cue]:
    if following is not None and fold(following.text) in lexicon.regions:
        yield CUES["region in parentheses"]


def _owned(index: int, text: Text) -> Token | None:
    """Return the noun behind a genitive's sign: "Valtor's | then managing | director"."""
    openers = text.roles.words.title_openers | text.roles.statuses.keys()
    while (token := _token(text.doc, index)) is not None and token.lower_ in openers:
        index += 1
    return token


def _behind_comma_cues(name: Name, text: Text) -> Iterator[Cue]:
    if _is_within_region(text.doc, name.end + 1, text.lexicon):
        yield CUES["region behind"]
        return
    complement = name.start > 0 and _is_in(text.doc[name.start - 1], text.lexicon.words.names.of)
    for cue in _apposition_cues(name.end + 1, text):
        yield cue.times(OF_ANOTHER) if complement else cue


def _is_within_region(doc: Doc, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a region follows a comma (« Stutthof, en Pologne », "Dayton, Ohio")."""
    for index in range(start, min(start + 2, len(doc))):
        if fold(doc[index].text) in lexicon.regions:
            return True
        if not _is_in(doc[index], lexicon.words.context.inner_prepositions):
            return False
    return False


def _apposition_cues(start: int, text: Text) -> Iterator[Cue]:
    """Yield what « X, (l'ancien) PDG de… » tells: a noun within three words of the comma."""
    doc, lexicon, roles = text.doc, text.lexicon, text.roles
    for index in range(start, min(start + 4, len(doc))):
        token = doc[index]
        word = token.text.lower()
        if word in lexicon.words.context.either_apposition:
            return
        if roles.kind_of(word):
            yield CUES["role in apposition"]
            return
        if word in lexicon.words.organisations.nouns:
            yield CUES["body in apposition"]
            return
        if word in lexicon.words.places.nouns:
            yield CUES["place in apposition"]
            return
        if token.like_num and index == start and len(token.text) < 3:
            yield CUES["age"]
            return
        if token.pos_ not in {"DET", "ADJ", "ADV"}:
            return


def _noun_before(text: Text, index: int) -> Token | None:
    """Return the noun a complement hangs on: the word before its preposition, adjectives skipped."""
    for place in range(index - 1, max(index - 4, -1), -1):
        word = text.doc[place]
        coordinated = place > 0 and text.doc[place - 1].pos_ == "CCONJ"  # « patron et cofondateur de B »
        if word.pos_ not in {"ADJ", "ADV"} or (coordinated and text.roles.kind_of(word.lower_)):
            return word
    return None


def _is_in(token: Token, words: frozenset[str]) -> bool:
    return token.text.lower() in words


def _token(doc: Doc, index: int) -> Token | None:
    return doc[index] if 0 <= index < len(doc) else None
