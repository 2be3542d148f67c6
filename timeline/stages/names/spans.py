"""Where the names are: the model's own, or runs of capitals with its labels as hints, as the language says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.names.boundaries import Votes, repaired, with_adjective, without_office
from timeline.stages.names.capitals import (
    is_capitalised,
    is_introduced,
    is_roman,
    stands_as_name,
    starts_sentence,
    without_capitalised_words,
)
from timeline.stages.names.context import context_cues, has_staff_behind
from timeline.stages.names.credits import without_credits
from timeline.stages.names.cues import has_inner_capital
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.name import Name
from timeline.stages.names.shouted import is_shouted, shouted_names
from timeline.stages.names.sport import RESULT
from timeline.stages.names.text import Text
from timeline.stages.names.tokens import governor
from timeline.stages.names.types import told_by_cues
from timeline.stages.names.weights import CUED, CUES, LEAST
from timeline.stages.source import related_sentences
from timeline.syntax import Role, role_of

BREAKS = frozenset('\n\r\t,;:!?()[]«»"“”/|…—–•')


def spans_of(text: Text) -> tuple[Name, ...]:
    """Return the spans of all names of the story, in the order of the text, none within another."""
    doc, lexicon = text.doc, text.lexicon
    found = _names_by_model(text) if text.by_model else _capitals_names(doc, lexicon)
    signed = without_credits(doc, found, lexicon)
    written = _written_in_full(doc, [_without_office_behind(name, text) for name in signed])
    shouted = [sentence for sentence in related_sentences(doc) if is_shouted(sentence)]
    if not shouted:
        return written
    within = {index for sentence in shouted for index in range(sentence.start, sentence.end)}
    told = [name for name in written if name.start not in within]
    return tuple(sorted([*told, *(n for sentence in shouted for n in shouted_names(doc, sentence, lexicon))]))


def _written_in_full(doc: Doc, names: Sequence[Name]) -> tuple[Name, ...]:
    """Widen a name cut at its « & » where the text writes it whole elsewhere ("Bed Bath | & Beyond")."""
    wholes = {tuple(token.text for token in doc[n.start : n.end]) for n in names if "&" in n.words(doc)}
    widened, reached = [], 0
    for name in names:
        ends = [name.end, *(name.start + len(whole) for whole in wholes if _stands_at(doc, name.start, whole))]
        if name.start >= reached:
            reached = max(ends)
            widened.append(name._replace(end=reached))
    return tuple(widened)


def _stands_at(doc: Doc, start: int, words: tuple[str, ...]) -> bool:
    return tuple(token.text for token in doc[start : start + len(words)]) == words


def _without_office_behind(name: Name, text: Text) -> Name:
    """End somebody's full name before an office in capitals (« Gabriel Attal | Premier ministre »)."""
    doc, roles = text.doc, text.roles
    if fold(doc[name.start].text) not in text.lexicon.given_names:
        return name
    for index in range(name.start + 2, name.end):
        opens = doc[index].lower_ in roles.words.title_openers and index + 1 < len(doc)
        if opens and roles.kind_of(doc[index + 1].lower_):
            return name._replace(end=index)
    return name


def _names_by_model(text: Text) -> tuple[Name, ...]:
    """Return the model's names, and those that it missed: it sees them elsewhere, or other cues tell them."""
    doc, lexicon = text.doc, text.lexicon
    # what the model calls something else may still be a body (« OpenAI »): its capitals and their cues decide
    seen = [entity for entity in doc.ents if lexicon.labels.get(entity.label_)]
    known = {fold(entity.text) for entity in seen}
    known |= {fold(entity[-1].text) for entity in seen if lexicon.labels[entity.label_] == PERSON}
    within = {token.i for entity in seen for token in entity}
    missed = [name for name in _capitals_names(doc, lexicon) if within.isdisjoint(range(name.start, name.end))]
    known |= _told(missed, text)
    kept = (name for name in missed if fold(name.words(doc)) in known and not _may_be_a_word(doc[name.start], lexicon))
    return tuple(sorted([*_models_names(doc, lexicon), *kept]))


def _told(missed: Iterable[Name], text: Text) -> set[str]:
    """Return the names that cues tell somewhere: they are names wherever they stand (« OpenAI : … »)."""
    return {fold(name.words(text.doc)) for name in missed if _is_told(name, text)}


def _is_told(name: Name, text: Text) -> bool:
    """Tell whether cues make a name of capitals; where any word has one, only what no word has or does.

    Capitals within (« OpenAI »), a legal form, a body's deed (« Brunel recrute »), a mind (« Volta a promis »).
    """
    first = text.doc[name.start]
    if not starts_sentence(first):
        return told_by_cues(name, text) >= CUED
    single = name.end - name.start == 1
    if single and has_inner_capital(first.text):
        return told_by_cues(name, text) > LEAST
    if single and is_introduced(first, text.lexicon):
        return True
    if _may_be_a_word(first, text.lexicon):
        return False
    legal = not single and text.doc[name.end - 1].text in text.lexicon.words.organisations.legal_forms
    if stands_as_name(first, text.lexicon) and has_staff_behind(name, text):
        return True
    return legal or _has_a_mind(first, text.lexicon) or CUES["subject of a body's verb"] in context_cues(name, text)


def _has_a_mind(first: Token, lexicon: Lexicon) -> bool:
    """Tell the bare subject of what only people and bodies do (« Volta a promis »)."""
    if not stands_as_name(first, lexicon) or role_of(first) != Role.SUBJECT:
        return False
    deed = governor(first).lemma_.lower()
    return deed in lexicon.words.context.minded or deed in lexicon.words.speech.verbs


def _may_be_a_word(token: Token, lexicon: Lexicon) -> bool:
    """Tell a capital that any word has, since it begins a sentence."""
    if is_introduced(token, lexicon):
        return False
    return starts_sentence(token) and token.pos_ != "PROPN" and not has_inner_capital(token.text)


def _models_names(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    """Yield the model's names in the sentences of the story, whole institutions where they are part of one."""
    told = {token.i for sentence in related_sentences(doc) for token in sentence}
    votes = _votes(doc, lexicon)
    seen = [entity for entity in doc.ents if lexicon.labels.get(entity.label_) and entity.start in told]
    spans = [part for entity in seen for part in repaired(doc, *_bare(entity, lexicon), lexicon, ends_there=True)]
    for start, end in _apart(spans):
        yield Name(start, end, _vote(votes, start, end))


def _bare(entity: Span, lexicon: Lexicon) -> tuple[int, int]:
    """Return where a name begins and ends, without a civil title (« Mme | Roy »).

    One that ends in a small word goes on with the name behind it (« association des amis de l' | Ordre de Malte »).
    """
    start, end = entity.start + (len(entity) > 1 and entity[0].text in lexicon.titles), entity.end
    if entity[-1].lower_ in lexicon.words.names.complement_links:
        end = next((other.end for other in entity.doc.ents if other.start == end), end)
    end = _before_time(entity.doc, start, end, lexicon)
    while end > start + 1 and entity.doc[end - 1].lower_ in lexicon.words.names.complement_links:
        end -= 1
    return start, end


def _before_time(doc: Doc, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where a name ends that runs on into a result or a time (« Lyon | 3-1 samedi », « X | le week-end »)."""
    for index in range(start + 1, end):
        word = doc[index]
        day = word.is_lower and word.text.capitalize() in lexicon.words.names.calendar
        day = day and doc[index - 1].lower_ not in lexicon.words.names.complement_links
        if day or RESULT.match(doc[index:end].text) or _opens_time(word, lexicon):
            return index
    return end


def _opens_time(article: Token, lexicon: Lexicon) -> bool:
    """Tell « le week-end » right behind a name."""
    doc, first = article.doc, article.i + 1
    if article.lower_ not in lexicon.words.names.articles or first >= len(doc) or not is_capitalised(doc[first - 2]):
        return False
    last = first + 2 if doc[first + 1 : first + 2].text == "-" else first
    return doc[first : last + 1].text in lexicon.words.context.moments


def _capitals_names(doc: Doc, lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the runs of capitals that are names, the model's labels as hints."""
    votes = _votes(doc, lexicon)
    spans = [
        part
        for sentence in related_sentences(doc)
        for run in _runs(doc, sentence.start, sentence.end, votes, lexicon)
        for piece in without_office(
            doc, *with_adjective(doc, *_without_origin(doc, *run, lexicon), votes), votes, lexicon
        )
        for part in repaired(doc, *piece, lexicon)
    ]
    names = [Name(start, end, _vote(votes, start, end)) for start, end in _apart(spans)]
    return without_capitalised_words(doc, names, lexicon)


def _without_origin(doc: Doc, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Leave out where somebody is from before the name (« la Norvégienne | Ingrid Dahl »)."""
    word = doc[start].text
    from_there = tells_origin(word, lexicon)
    determined = start > 0 and doc[start - 1].pos_ == "DET"
    named = end - start > 2 and is_capitalised(doc[start + 1]) and fold(word) not in lexicon.given_names
    return (start + 1, end) if determined and named and from_there else (start, end)


def tells_origin(word: str, lexicon: Lexicon) -> bool:
    """Tell what says where somebody is from (« Norvégienne », « Lyonnais »), or ends like that."""
    names = lexicon.words.names
    endings = tuple(names.demonym_endings | names.demonym_adjectives)
    return bool(lexicon.country_of(word)) or word in names.demonyms or _ends(word, endings)


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    return bool(endings) and word.endswith(endings)


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Drop spans that begin within the one before."""
    reached = 0
    for start, end in spans:
        if start >= reached:
            yield start, end
            reached = end


def _votes(doc: Doc, lexicon: Lexicon) -> Votes:
    """Return, for each token of one of the model's entities, the entity's first token and the vote."""
    votes = {}
    for entity in doc.ents:
        if entity.label_ in lexicon.labels:
            for token in entity:
                votes[token.i] = (entity.start, lexicon.labels[entity.label_])
    return votes


def _vote(votes: Votes, start: int, end: int) -> str | None:
    cast = [votes[index][1] for index in range(start, end) if index in votes]
    return max(sorted(set(cast)), key=cast.count) if cast else None


def _runs(doc: Doc, start: int, end: int, votes: Votes, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of capitalised words, small words between them included where they belong."""
    index = start
    while index < end:
        known = _known_end(doc, index, end, lexicon)
        if known is not None:
            yield index, known
            index = known
            continue
        if not _begins_name(doc[index], votes, lexicon):
            index += 1
            continue
        last = index
        while (following := _continues(doc, last, votes, lexicon) or _hyphenated_end(doc, last)) is not None:
            last = following
        yield index, last + 1
        index = last + 1


def _known_end(doc: Doc, index: int, end: int, lexicon: Lexicon) -> int | None:
    """Return where a known name of several words ends that begins here, unless capitals go on (« Corée du Nord »)."""
    for words in lexicon.phrases.get(doc[index].text, ()):
        last = index + len(words)
        if last <= end and tuple(token.text for token in doc[index:last]) == words:
            goes_on = last < end and is_capitalised(doc[last]) and doc[last].text[0] not in BREAKS
            return None if goes_on else last
    return None


def _hyphenated_end(doc: Doc, last: int) -> int | None:
    """Return the last token of a word that goes on in lower case behind its hyphen (« Euro-collecte », "Min-ji")."""
    if last + 2 >= len(doc) or doc[last + 1].text != "-" or doc[last].whitespace_ or doc[last + 1].whitespace_:
        return None
    return last + 2 if doc[last + 2].pos_ in {"NOUN", "PROPN", "X"} else None


def _begins_name(token: Token, votes: Votes, lexicon: Lexicon) -> bool:
    if not is_capitalised(token) or token.text in lexicon.titles or is_roman(token.text):
        return False
    if (
        _is_office(token, lexicon)
        or _is_title(token, votes, lexicon)
        or token.text in lexicon.words.names.never_first
        or (token.like_num and token.i not in votes)
    ):
        return False
    if is_introduced(token, lexicon):
        return True
    return not (starts_sentence(token) and token.pos_ in {"DET", "ADP", "ADV", "PRON", "CCONJ", "SCONJ", "AUX"})


def _continues(doc: Doc, last: int, votes: Votes, lexicon: Lexicon) -> int | None:
    """Return the next token of a name that goes on after `last`, None where it ends."""
    following = last + 1
    if following >= len(doc) or doc[following].text[0] in BREAKS or _is_over(doc, last, lexicon):
        return None
    if doc[following].text in lexicon.words.names.genitive:  # "McDonald's Corp."
        legal = following + 1 < len(doc) and doc[following + 1].text in lexicon.words.organisations.legal_forms
        return following + 1 if legal else None
    if is_capitalised(doc[following]) or _is_second_half(doc[following]):
        return None if _closes(doc[following], lexicon) else following
    index = _behind_links(doc, following, lexicon)
    if index is None or _are_two(doc, last, index, lexicon):
        return None
    return index if _are_one(doc, last, index, votes, lexicon) else None


def _behind_links(doc: Doc, first: int, lexicon: Lexicon) -> int | None:
    """Return the capitalised word behind up to three small ones, None without both."""
    index = first
    while index < len(doc) and index - first < 3 and _links(doc[index], lexicon):
        index += 1
    return index if first < index < len(doc) and is_capitalised(doc[index]) else None


def _is_over(doc: Doc, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a name ends at a token for sure: a sentence's end, a legal form ("Valtor Inc. | Norex")."""
    following = doc[last + 1]
    if following.is_sent_start or following.text in lexicon.words.names.never_first:
        return True
    legal = doc[last].text in lexicon.words.organisations.legal_forms and doc[last].text.endswith(".")
    return legal and following.text not in lexicon.words.organisations.legal_forms and is_capitalised(following)


def _are_one(doc: Doc, last: int, index: int, votes: Votes, lexicon: Lexicon) -> bool:
    """Tell whether small words join two capitalised ones: by a hyphen, a particle, or on the model's word."""
    between = doc[last + 1 : index]
    if between[0].text == "-" and not doc[last].whitespace_:
        return True
    if last and doc[last - 1].lower_ in lexicon.words.context.monarchs and between[0].lower_ in lexicon.words.names.of:
        return False
    if fold(doc[last].text) in lexicon.given_names:
        particles = lexicon.words.names.particles
        if all(token.text in particles for token in between):
            return True
    if between[0].text in lexicon.words.names.of and doc[last].text in lexicon.words.names.of_heads:
        return True
    if last and between[0].lower_ in lexicon.words.names.towards and fold(doc[last - 1].text) in lexicon.given_names:
        return False  # "the sale of Jamal Dore | to Real Norta"
    return last in votes and votes[last] == votes.get(index)


def _are_two(doc: Doc, last: int, index: int, lexicon: Lexicon) -> bool:
    """Tell two names of one word each (« Voltis and Corvo »), unless together they are a body that is known."""
    if doc[last + 1].lower_ not in lexicon.words.names.coordinators:
        return False
    single = not (last and is_capitalised(doc[last - 1])) and not (
        index + 1 < len(doc) and is_capitalised(doc[index + 1]) and doc[index + 1].text[0] not in BREAKS
    )
    common = {doc[last].lower_, doc[index].lower_} & (lexicon.common_nouns | lexicon.words.organisations.words)
    return single and not common and doc[last : index + 1].text not in lexicon.words.organisations.known


def _closes(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word goes on with no name: a title, an office, a day of the week."""
    if token.text in lexicon.words.organisations.legal_forms:
        return False  # « Volta | IA »
    return token.text in lexicon.titles or token.text in lexicon.words.names.weekdays or _is_office(token, lexicon)


def _is_title(token: Token, votes: Votes, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word is an office before a name (« Président X »), unless the model sees a body."""
    following = token.i + 1
    if starts_sentence(token) and token.lower_ in lexicon.person_nouns and following < len(token.doc):
        given = token.doc[following].text
        if given[0].isupper() and fold(given) in lexicon.given_names:
            return True  # "Prosecutor Lena Ortiz"
    if token.text not in lexicon.words.titles.offices or _names_body(token, lexicon):
        return False
    return votes.get(token.i, (0, ""))[1] not in {ORGANISATION, PLACE}


def _names_body(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a body's own noun follows a word that may be an office too ("Premier Division")."""
    following = token.i + 1
    if following >= len(token.doc) or not is_capitalised(token.doc[following]):
        return False
    return token.doc[following].text.lower() in lexicon.words.organisations.words


def _is_office(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word in capitals is an office and no part of a name (PDG, CEO)."""
    return token.text.isupper() and token.text in lexicon.words.names.not_names


def _is_second_half(token: Token) -> bool:
    """Tell whether the tokeniser cut a hyphenated name before its hyphen (« Royaume | -Uni »)."""
    return token.text[0] == "-" and len(token) > 1 and token.text[1].isupper() and not token.nbor(-1).whitespace_


def _links(token: Token, lexicon: Lexicon) -> bool:
    linking = token.text in lexicon.words.names.links or token.text in lexicon.words.names.particles
    return linking or token.text in {"-", "'", "&"}
