"""Headlines of events: the text's own words, cut; who is meant where that is sure.

A headline is the clause of the event without what hangs on it loosely (`timeline.stages.events.clauses`), in the form
that headlines have (the language's room ``labels``). An event told by a noun keeps its noun phrase, unless the noun is
alone and its clause says more. The line over the article is the headline of its own event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.languages import Language
from timeline.languages.headlines import Told
from timeline.model.entity import PERSON, Entity
from timeline.model.event import Event
from timeline.stages.events.cast import Cast
from timeline.stages.events.clauses import (
    Clause,
    auxiliaries_of,
    clause_at,
    clitics_of,
    cut,
    group_of,
    is_plural,
    text_of,
)
from timeline.stages.events.cues import Cues, cues_of, stands_at
from timeline.stages.events.syntax import OBJECTS, SUBJECTS, VERBAL, Grammar, preposition_of
from timeline.stages.events.words import Word
from timeline.stages.reading.lines import is_heading
from timeline.stages.source import mention_at

LONGEST = 90  # characters of a headline
ROOMY = 70  # up to so many characters, a headline takes what it could do without
BUDGETS = (60, 44, 30, 18)  # characters of a phrase, tried in turn until the headline fits
SHORTEST_TITLE = 4  # words
QUOTES = str.maketrans("", "", '«»“”"')
GOVERNED = SUBJECTS | OBJECTS
VOUCHER = 30  # characters of who vouches


@dataclass(frozen=True, slots=True)
class Desk:
    """What the headlines of one document are written with."""

    language: Language
    grammar: Grammar
    cast: Cast
    cues: Cues
    articles: dict[str, str]
    definite: frozenset[str]
    indefinite: str
    particles: frozenset[str]
    many: frozenset[str]
    one: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A participant as a headline names it."""

    text: str
    plural: bool | None = None
    feminine: bool | None = None
    pronoun: bool = False


def desk_of(language: Language, grammar: Grammar, cast: Cast) -> Desk:
    """Return what the headlines of one document are written with."""
    data = language.data("labels")
    pointing = language.data("joining").get("pointers", {}).get("definite", "").split()
    indefinite = data.get("grammar", {}).get("indefinite_plural", "")
    listed = (frozenset(data.get("grammar", {}).get(name, "").split()) for name in ("particles", "many", "one"))
    return Desk(
        language, grammar, cast, cues_of(language), data.get("articles", {}), frozenset(pointing), indefinite, *listed
    )


def headline_of(token: Word, event: Event, owners: Sequence[Word], desk: Desk) -> str:
    """Return the headline of an event as one of its mentions tells it; the trigger where the language makes none.

    Parameters
    ----------
    token : Word
        The mention.
    event : Event
    owners : sequence of Word
        Whom a noun without complements is of: who did it, or whom it befell, as its frame has it.
    desk : Desk
    """
    if desk.language.rules("labels") is None:
        return event.trigger.text
    titled = _title(token)
    if titled:
        return titled
    written = (_written(token, event, owners, desk, budget) for budget in BUDGETS)
    return next(filter(None, written), "") or _verbatim(token, desk)


def worth(token: Word, desk: Desk) -> tuple[bool, ...]:
    """Return how good a headline a mention gives: the line over the article first, then a clause with a subject."""
    if _is_noun(token):
        phrase = _noun_phrase(token, desk, LONGEST)
        return (bool(_title(token)), False, bool(phrase and phrase.rest), False)
    clause = clause_at(token, desk.grammar, desk.cast.is_time)
    known = clause.subject is not None and (clause.subject.pos_ != "PRON" or desk.cast.at(clause.subject) is not None)
    return (bool(_title(token)), known, bool(clause.needed), clause.subject is not None)


def _title(token: Word) -> str:
    """Return the line over an article where it tells but the event of a token."""
    sentence = token.sent
    if sentence.start or _main(token) != _main(sentence.words[0]):
        return ""
    text = mention_at(token.source, sentence.words[0].idx, sentence.words[-1].idx + len(sentence.words[-1])).text
    clauses = sum(word.pos_ in VERBAL and word.dep_ in {"ROOT", "conj", "parataxis"} for word in sentence.words)
    root = _main(token)
    own = token == root or (root.pos_ not in VERBAL and token.head == root and token.dep_ in {"appos", "acl"})
    if not own or clauses > 1 or len(sentence.words) < SHORTEST_TITLE or not is_heading(text) or "\n" in text.strip():
        return ""
    text = " ".join(text.translate(QUOTES).replace("’", "'").split())
    return text[:1].upper() + text[1:] if len(text) <= LONGEST else ""


def _main(token: Word) -> Word:
    while token.head != token:
        token = token.head
    return token


def _written(token: Word, event: Event, owners: Sequence[Word], desk: Desk, budget: int) -> str:
    """Return a headline of phrases no longer than `budget` where that is possible; empty when it is too long."""
    rules = desk.language.rules("labels")
    if rules is None:
        return ""
    source = _source(event, desk.cues)
    told = None
    if _is_noun(token):
        told = _noun_phrase(token, desk, budget)
        if told is not None and not told.rest and owners:
            told = replace(told, owner=_owners(owners, desk), rest="more")
        governed = _clause_of_noun(token, desk) if told is None or not told.rest else None
        if governed is not None:
            told = _clause(governed, token, desk, budget) or told
    else:
        told = _clause(token, token, desk, budget)
    if told is None:
        return ""
    told = replace(told, factuality=event.factuality, source=source)
    headline = str(rules.headline(told))
    if len(headline) > LONGEST:
        headline = str(rules.headline(replace(told, source="")))
    return headline if len(headline) <= LONGEST else ""


def _is_noun(token: Word) -> bool:
    return token.pos_ not in VERBAL and not auxiliaries_of(token) and token.pos_ != "ADJ"


def _clause_of_noun(token: Word, desk: Desk) -> Word | None:
    """Return the verb that a noun is the subject or object of."""
    head = token.head.head if token.dep_ == "pobj" else token.head
    if preposition_of(token) in desk.grammar.predicative and head.lemma_ in desk.grammar.copulas:
        return head  # "eight of them are in custody"
    return head if head != token and head.pos_ in VERBAL and token.dep_ in GOVERNED else None


def _noun_phrase(token: Word, desk: Desk, budget: int) -> Told | None:
    words = [word for word in cut(token, desk.cast.is_time, budget) if not _is_marker(word, token)]
    owner = ""
    if words and words[0].lower_ in desk.grammar.possessives:
        entity = desk.cast.at(words[0])
        owner = entity.name if entity is not None else ""
    while len(words) > 1 and words[0].pos_ in {"DET", "PRON"} and words[0].i < token.i:
        if words[0].lower_ in desk.cues.negation:
            break
        words = words[1:]
    if not words:
        return None
    text = text_of(words)
    second = _second_party(words[-1], desk)
    text = f"{text} {second}" if second and len(text) + len(second) < LONGEST else text
    alone = len(words) == 1 and not owner
    return Told(
        subject=text,
        plural="Plur" in token.morph.get("Number"),
        feminine="Fem" in token.morph.get("Gender"),
        rest="" if alone else "more",
        owner=owner,
    )


def _second_party(last: Word, desk: Desk) -> str:
    """Return « et B » where a phrase ends in « entre A » and the parser hung B elsewhere."""
    while last.dep_.startswith("flat"):
        last = last.head
    after = last.right_edge.i + 1
    if (
        preposition_of(last) not in desk.grammar.between
        or after + 1 >= last.sent.end
        or last.doc[after].pos_ != "CCONJ"
    ):
        return ""
    other = next((w for w in last.doc[after + 1 : after + 4] if w.pos_ in {"NOUN", "PROPN"}), None)
    return "" if other is None else text_of([last.doc[after], *cut(other, desk.cast.is_time, BUDGETS[2])])


def _owners(owners: Sequence[Word], desk: Desk) -> str:
    """Return the first whom a noun is of, named or described."""
    return next((phrase.text for word in owners if not (phrase := _phrase(word, desk, BUDGETS[1])).pronoun), "")


def _is_marker(word: Word, head: Word) -> bool:
    """Tell a preposition before a phrase, and the words of it."""
    while word.dep_ == "fixed" and word.i < head.i:
        word = word.head
    return word.i < head.i and word.head == head and word.dep_ in {"case", "mark", "cc", "cop", "advmod"}


def _clause(token: Word, core: Word, desk: Desk, budget: int) -> Told | None:
    clause = clause_at(token, desk.grammar, desk.cast.is_time)
    verb = clause.verb
    clitics = clitics_of(verb)
    unknown = tuple(word for word in clitics if desk.cast.at(word) is None)
    group = group_of(verb, desk.grammar, desk.cues.negation | desk.cues.ne, unknown)
    if clause.subject is None or _is_within(verb, clause.subject):
        return None
    subject = _phrase(clause.subject, desk, budget)
    if subject.pronoun and "Dem" in clause.subject.morph.get("PronType"):
        return None
    if subject.plural is None:
        plural = is_plural(clause.subject, clause) or _is_many(clause.subject, desk)
        subject = replace(subject, plural=plural, text=_whole(subject.text, clause.subject, plural=plural))
    taken = {word.i for word in cut(clause.subject, desk.cast.is_time, LONGEST)}
    rest: list[str] = []
    if group.predicate:
        group = replace(group, form=_predicate(verb, desk, budget))
    else:
        rest = [_phrase(word, desk, budget).text for word in clitics if desk.cast.at(word) and word.dep_ != "iobj"]
        rest += _pieces(clause, core, taken, subject, desk, budget)
    return Told(
        subject=subject.text, plural=subject.plural, feminine=subject.feminine, group=group, rest=" ".join(rest)
    )


def _is_within(verb: Word, subject: Word) -> bool:
    """Tell a verb deep inside what is taken for its subject: no clause that says of it what it does."""
    if verb not in subject.subtree:
        return False
    while verb != subject and (verb.dep_.startswith("acl") or verb.dep_ in {"relcl", "conj", "xcomp"}):
        verb = verb.head
    return verb != subject


def _is_many(subject: Word, desk: Desk) -> bool:
    """Tell « beaucoup de gens », "two of the miners"."""
    numeral = subject.pos_ == "NUM" and subject.text.isalpha() and subject.lower_ not in desk.one
    return numeral or (subject.lower_ in desk.many and bool(subject.children))


def _whole(text: str, subject: Word, *, plural: bool) -> str:
    """Return a subject with the one before « et » where a plural verb says that there are two."""
    first = subject.left_edge
    if not plural or "Plur" in subject.morph.get("Number") or first.i <= first.sent.start + 1:
        return text
    before = first.nbor(-1)
    if before.pos_ != "CCONJ" or before in subject.subtree:
        return text
    start = before.i
    while start > first.sent.start and first.doc[start - 1].pos_ in {"DET", "NOUN", "PROPN", "ADJ"}:
        start -= 1
    words = first.doc[start : before.i + 1]
    return f"{text_of(words)} {text}" if len(words) > 1 else text


def _pieces(clause: Clause, core: Word, taken: set[int], subject: Phrase, desk: Desk, budget: int) -> list[str]:
    """Return what follows the verb: what it needs, then what there is room for, in the order of the text."""
    texts: dict[int, str] = {}
    for word in clause.needed:
        if word.i in taken or word.dep_ == "prt":
            continue
        texts[word.i] = _piece(word, core, desk, budget)
    length = len(subject.text) + len(clause.verb.text) + sum(len(text) + 1 for text in texts.values())
    for word in clause.welcome:
        text = "" if word.i in taken or _is_attribution(word, desk.cues) else _welcome_piece(word, core, desk)
        if not text:
            continue
        if length + len(text) + 1 <= ROOMY or core in word.subtree:
            texts[word.i] = text
            length += len(text) + 1
    return [texts[i] for i in sorted(texts) if texts[i]]


def _is_attribution(word: Word, cues: Cues) -> bool:
    """Tell « selon la police », which says who vouches."""
    first = word.left_edge
    return any(stands_at(first, phrase) for phrase in cues.attribution_by_word.get(first.lower_, ()))


def _welcome_piece(word: Word, core: Word, desk: Desk) -> str:
    """Return a phrase that a headline takes where there is room; empty where it cannot be cut: "in an attempt to…"."""
    if word.dep_ == "advmod":
        return word.text if word.lower_ in desk.particles else ""
    kept = cut(word, desk.cast.is_time, BUDGETS[2], core=[core] if core in word.subtree else [])
    if any(map(desk.cast.is_time, kept)):
        return ""
    last = kept[-1]
    wanting = any(child.dep_ == "acl" and child.i > last.i for child in last.children)
    return "" if wanting or (len(kept) == 1 and word.dep_ == "prep") else text_of(kept)


def _piece(word: Word, core: Word, desk: Desk, budget: int) -> str:
    entity = desk.cast.at(word)
    if word.pos_ == "PRON" and entity is not None and not any(child.dep_ == "case" for child in word.children):
        return _phrase(word, desk, budget).text
    keep = [core] if core in word.subtree else []
    return text_of(cut(word, desk.cast.is_time, budget, core=keep))


def _predicate(word: Word, desk: Desk, budget: int) -> str:
    after = max((aux.i for aux in auxiliaries_of(word)), default=-1)
    kept = [part for part in cut(word, desk.cast.is_time, budget) if part.i > after]
    return text_of(kept)


def _phrase(word: Word, desk: Desk, budget: int) -> Phrase:
    """Return a participant: a name for a pronoun or a bare description, else the text's own words."""
    found = desk.cast.entities.covering.get(word.idx)
    if found is not None and (found[1].kind == "PRO" or word.pos_ in {"PRON", "DET"}):
        return _named(found[0], word, desk)
    if word.pos_ in {"PRON", "DET"} and not word.children:
        return Phrase(word.lower_.rpartition("-")[2], pronoun=True)
    words = [part for part in cut(word, desk.cast.is_time, budget) if not _is_before(part, word)]
    if found is not None and found[1].kind == "NOM" and _is_bare_description(words, desk):
        return _named(found[0], word, desk)
    text = text_of(words)
    article = _own_article(word, words, desk) or _partitive(word, words, desk)
    if article:
        text = f"{article}{text}" if article.endswith("'") else f"{article} {text}"
    return Phrase(_within(text, words[0]), None, "Fem" in word.morph.get("Gender"))


def _is_before(part: Word, head: Word) -> bool:
    """Tell the preposition, or the conjunction, before a phrase."""
    return part.i < head.i and part.head == head and part.dep_ in {"case", "mark", "cc", "prep"}


def _is_bare_description(words: list[Word], desk: Desk) -> bool:
    """Tell « la ministre », « ce dernier »: words that only point at somebody named elsewhere."""
    named = any(word.pos_ == "PROPN" for word in words)
    return len(words) <= 3 and not named and words[0].lower_ in desk.definite


def _own_article(word: Word, words: list[Word], desk: Desk) -> str:
    """Return the article that a preposition left out had in it: « du Sénat » → « le »."""
    for child in word.children:
        if child.dep_ == "case" and child.lower_ in desk.articles and child.i + 1 == words[0].i:
            return desk.articles[child.lower_]
    return ""


def _partitive(word: Word, words: list[Word], desk: Desk) -> str:
    """Return the article that a bare plural takes in a clause: « pour dettes impayées » → « des dettes »."""
    bare = words[0] == word or (words[0].pos_ == "ADJ" and words[0].head == word)
    plural = word.pos_ == "NOUN" and "Plur" in word.morph.get("Number") and word.lower_ not in desk.many
    return desk.indefinite if bare and plural and word.i > word.sent.start else ""


def _named(entity: Entity, word: Word, desk: Desk) -> Phrase:
    """Return a name with the article that the text gives it elsewhere: « la Roumanie », « les Bleus », « Volta »."""
    if entity.type == PERSON:
        return Phrase(entity.name, plural=False)
    article = next(_articles_of(entity, word, desk), "")
    text = f"{article}{entity.name}" if article.endswith("'") else f"{article} {entity.name}".strip()
    return Phrase(text, plural=article == "les")


def _articles_of(entity: Entity, word: Word, desk: Desk) -> Iterator[str]:
    for mention in entity.mentions:
        if mention.kind == "NAM" and mention.text == entity.name and mention.start:
            before = mention_at(word.source, max(0, mention.start - 5), mention.start).text.replace("’", "'").lower()
            found = next((a for a in desk.articles if before.endswith((f" {a} ", f" {a}")[a.endswith("'") :])), "")
            if found and desk.articles[found] in {"le", "la", "les", "l'", "the"}:
                yield desk.articles[found]


def _within(text: str, first: Word) -> str:
    """Return a phrase as it stands within a sentence; names and initials keep their capitals."""
    if first.pos_ == "PROPN" or text[:2].isupper() or text[1:2] == ".":
        return text
    return text[:1].lower() + text[1:]


def _verbatim(token: Word, desk: Desk) -> str:
    """Return the words of a clause as they stand, for a parse that tells no subject."""
    budget = LONGEST
    words = [word for word in cut(token, desk.cast.is_time, budget) if not _is_marker(word, token)] or [token]
    text = text_of(words)
    text = text if len(text) <= LONGEST else token.text[:LONGEST]
    return text[:1].upper() + text[1:]


def _source(event: Event, cues: Cues) -> str:
    if isinstance(event.source, Entity):
        own = any(event.source in players for players in event.participants.values())
        return "" if own or len(event.source.name) > VOUCHER else event.source.name
    if event.source is None or event.source.kind == "PRO" or len(event.source.text) > VOUCHER:
        return ""
    words = event.source.text.replace("’", "'").replace("'", "' ").split()
    for phrase in cues.attribution:  # « selon les rapports » keeps its noun
        if tuple(word.lower() for word in words[: len(phrase)]) == phrase:
            words = words[len(phrase) :]
            break
    text = " ".join(words).replace("' ", "'")
    return (
        text if text[:2].isupper() or (event.source.kind != "NOM" and len(words) == 1) else text[:1].lower() + text[1:]
    )
