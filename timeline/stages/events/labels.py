"""Headlines of events, built from their parts; how a language puts them together is its own affair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import takewhile

from timeline.languages import Language
from timeline.languages.headlines import Name, Parts
from timeline.model.entity import PERSON, PLACE, Entity
from timeline.model.event import Event
from timeline.stages.events.cast import LOOSE, Cast
from timeline.stages.events.cues import Cues, cues_of
from timeline.stages.events.syntax import OBJECTS, SUBJECTS, VERBAL, Grammar, is_participle, is_passive, preposition_of
from timeline.stages.events.types import Frame, frame_of_noun
from timeline.stages.events.words import Word
from timeline.stages.source import mention_at

HYPHENS = frozenset("-‐‑")  # "a 34-year-old man"
PARTICLES = frozenset({"away", "back", "down", "off", "out", "up", "apart", "aside", "together", "forward", "ahead"})
_LISTS: dict[tuple[str, str], frozenset[str]] = {}
LONGEST = 48  # characters of a description in a headline; what is longer is cut to its noun


def headline_of(
    token: Word,
    event: Event,
    fillers: Iterable[tuple[str, Word]],
    frame: Frame,
    cast: Cast,
    language: Language,
    grammar: Grammar,
) -> str:
    """Return the headline of an event; the trigger itself where the language makes none."""
    rules = language.rules("labels")
    if rules is None:
        return event.trigger.text
    articles = language.data("labels").get("articles", {})
    datives = _listed(language, "datives")
    slots: dict[str, list[Name]] = {}
    for slot, filler in fillers:
        if filler.head == token and filler.dep_ == "compound" and filler.pos_ == "NOUN":
            continue  # told by the noun itself: "cash flow"
        if slot == "recipient" and not datives.issuperset({_marker(filler)}):
            continue  # « vers la ville » is told by the words themselves
        name = _name(filler, cast, articles, language)
        if all(name.text != known.text for known in slots.setdefault(slot, [])):
            slots[slot].append(name)
    headline: str = rules.headline(_parts(token, event, frame, slots, cast, grammar, language))
    return " ".join(headline.split())


def _listed(language: Language, name: str) -> frozenset[str]:
    if (language.code, name) not in _LISTS:  # a cache on the language would hash all of it, for every word
        words = language.data("labels").get("grammar", {}).get(name, "").split()
        _LISTS[language.code, name] = frozenset((*words, *("",) * (name == "datives")))
    return _LISTS[language.code, name]


def _begins_with(text: str, articles: Mapping[str, str]) -> bool:
    first, space, _ = text.partition(" ")
    return bool(space) and first.lower() in articles


def _marker(token: Word) -> str:
    """Return the preposition before a nominal, empty where it has none."""
    return preposition_of(token) or (token.head.lower_ if token.head.dep_ in {"prep", "dative"} else "")


def _parts(
    token: Word,
    event: Event,
    frame: Frame,
    slots: dict[str, list[Name]],
    cast: Cast,
    grammar: Grammar,
    language: Language,
) -> Parts:
    verbal = token.pos_ in VERBAL
    return Parts(
        frame=frame.name,
        pos="VERB" if verbal else "ADJECTIVE" if token.pos_ == "ADJ" else "NOUN",
        lemma=_lemma(token),
        noun="" if verbal or token.pos_ == "ADJ" else _noun(token, language),
        plural="Plur" in token.morph.get("Number"),
        participle=token.lower_ if (is_participle(token) or token.pos_ == "ADJ") and token.text.isalpha() else "",
        inner=next((word for word in frame.consumed if frame_of_noun(word, language) == frame.name), ""),
        predicate=_predicate(token, cast),
        passive=verbal and is_passive(token, grammar),
        reflexive=any(child.dep_ in {"expl:comp", "expl:pass"} for child in token.children),
        complement=_complement(token, cast),
        tail=_tail(token, cast),
        genitive=frame.genitive,
        subjects=tuple(slots.get("subject", ())),
        objects=tuple(slots.get("object", ())),
        recipients=tuple(slots.get("recipient", ())[:1]),
        partners=tuple(slots.get("with", ())),
        targets=tuple(slots.get("against", ())),
        places=tuple(slots.get("place", ())[:1]),
        organisation=_first(event, "organisation"),
        position=_first(event, "position"),
        amount=_first(event, "amount"),
        factuality=event.factuality,
        source=_source(event, cues_of(language)),
    )


def _name(token: Word, cast: Cast, articles: Mapping[str, str], language: Language) -> Name:
    entity = cast.entity(token)
    plural = "Plur" in token.morph.get("Number") or token.tag_ in {"NNS", "NNPS"}
    many = token.lower_ in _listed(language, "many")
    numeral = token.pos_ == "NUM" and token.text.isalpha() and token.lower_ not in _listed(language, "one")
    plural = plural or numeral or many
    gender = token.morph.get("Gender")
    feminine = "Fem" in gender if gender and not many else None  # « une dizaine de marins sont sauvés »
    if entity is not None:
        article = _article(token, articles, person=entity.type == PERSON) if token.text in entity.name else ""
        within = token.text in entity.name and not entity.name.endswith(token.text)  # "Orbita Projects Inc. closes"
        plural = plural and entity.type != PERSON and not within and not _is_country(token, entity)
        text = _lowered(entity.name, articles)
        if _begins_with(text, articles):
            article = ""
        bare = not article and token.pos_ == "NOUN" and entity.type != PLACE and text.startswith(token.text)
        return Name(_joined(article, text), named=True, plural=plural, bare=bare, feminine=feminine)
    bare = not any(c.dep_.startswith(("det", "nummod", "poss", "nmod:poss")) for c in token.children)
    many = many and bool(token.children)  # "many of these", « beaucoup de gens »
    text = _brief(token, cast)
    article = "" if _begins_with(text, articles) else _own_article(token, articles)
    pronoun = not many and (token.pos_ in {"PRON", "DET"} or (token.pos_ == "ADJ" and bare and not article))
    return Name(
        _joined(article, text),
        plural=plural,
        pronoun=pronoun,
        bare=bare and not article and not many,
        feminine=feminine,
    )


def _is_country(token: Word, entity: Entity) -> bool:
    """Tell a place of plural form that is one: "the United States says"."""
    return entity.type == PLACE and token.tag_ == "NNPS"


def _joined(article: str, text: str) -> str:
    return f"{article}{text}" if article.endswith("'") else f"{article} {text}".strip()


def _lowered(name: str, articles: Mapping[str, str]) -> str:
    """Return a name whose article stands within a sentence: « L'équipe nationale » → « l'équipe nationale »."""
    first, mark, rest = name.replace("’", "'").partition("'" if name[1:2] in {"'", "’"} else " ")
    return name[:1].lower() + name[1:] if first.lower() + mark.strip() in articles and rest[:1].islower() else name


def _own_article(token: Word, articles: Mapping[str, str]) -> str:
    """Return the article taken out of a preposition; before a subject or an object « des » is one itself."""
    for child in token.children:
        if child.dep_ == "case" and child.lower_ in articles:
            return child.lower_ if token.dep_ in SUBJECTS or token.dep_ in OBJECTS else articles[child.lower_]
    return ""


def _article(token: Word, articles: Mapping[str, str], *, person: bool) -> str:
    """Return the article that a name has in the text, taken out of a preposition too: « du Sénat » → « le ».

    A person's name has one where it begins with a common noun (« le Syrien Nader ») or is one (« une Alsacienne »).
    """
    for child in token.children:
        if person and token.pos_ not in {"NOUN", "ADJ"} and "Ind" not in child.morph.get("Definite"):
            continue
        if child.dep_ in {"det", "case"} and child.lower_ in articles and child.i == token.i - 1:
            return articles[child.lower_]
    return ""


def _brief(token: Word, cast: Cast) -> str:
    """Return a noun with what stands close to it, as it stands within a sentence."""
    kept = {token.i}
    for child in token.children:
        when = cast.is_time(child) and child.dep_ not in {"amod", "compound", "nummod"}
        if child.dep_ in LOOSE or child.dep_ == "prep" or preposition_of(child) or when:
            continue
        kept.update(part.i for part in child.subtree if part.dep_ != "punct" or part.text in HYPHENS)
    complement = next((c for c in token.children if c.i > token.i and (c.dep_ == "prep" or preposition_of(c))), None)
    if complement is not None:
        inner = complement.subtree
        timeless = not any(cast.is_time(part) for part in inner)
        if timeless and len(inner) <= 4 and inner[-1].idx - token.idx < LONGEST - 10:
            kept.update(part.i for part in inner)
    first = last = token.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    doc = token.doc
    text = mention_at(token.source, doc[first].idx, doc[last].idx + len(doc[last])).text
    if len(text) > LONGEST:
        text = token.text
    return text if doc[first].pos_ == "PROPN" else _within(text)


def _within(text: str) -> str:
    """Return a phrase as it stands within a sentence; initials keep their capitals."""
    return text if text[:2].isupper() or text[1:2] == "." else text[:1].lower() + text[1:]


def _lemma(token: Word) -> str:
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), "")
    return f"{token.lemma_} {particle}".strip()


def _noun(token: Word, language: Language) -> str:
    """Return a noun with what makes one word with it: "cash flow", « élections régionales »."""
    doc, first, last = token.doc, token, token
    while (
        first.i
        and doc[first.i - 1].head == token
        and doc[first.i - 1].dep_ == "compound"
        and first.nbor(-1).pos_ == "NOUN"
        and first.nbor(-1).text.isalpha()
        and (first.i < 2 or first.nbor(-2).text not in HYPHENS)  # "two-year boom" is no "year boom"
    ):
        first = first.nbor(-1)
    if last.i + 1 < len(doc) and last.nbor().head == token and last.nbor().dep_ == "amod" and last.nbor().pos_ == "ADJ":
        last = last.nbor()
    following = doc[token.i + 1 : token.i + 3]
    if token.lower_ in _listed(language, "locutions") and [word.pos_ for word in following] == ["ADP", "NOUN"]:
        last = following[-1]  # « mise en garde »
    return mention_at(token.source, first.idx, last.idx + len(last)).text


def _complement(token: Word, cast: Cast) -> str:
    """Return the infinitive or gerund that a verb governs, its object after it, or a length of time that it takes.

    « (peut) vendre la filiale », "(denies) killing the nurse", "(spends) two years in prison".
    """
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ == "xcomp" and child.pos_ in VERBAL and (_is_infinitive(child) or child.tag_ == "VBG"):
            first = child.left_edge if child.left_edge.i > token.i else child
            return _cut(
                first, next((w.right_edge for w in child.children if w.dep_ in OBJECTS and w.i > child.i), child)
            )
        if child.dep_ in OBJECTS and cast.is_time(child):
            following = child.right_edge
            return _cut(child.left_edge, _end_of_phrase(following, token, cast))
    return ""


def _tail(token: Word, cast: Cast) -> str:
    """Return a short adverb or prepositional phrase right after a verb: "(swept) away", « (tombe) dans l'escalier »."""
    if token.pos_ not in VERBAL:
        return ""
    last = next((child for child in token.children if child.dep_ == "prt" and child.i == token.i + 1), token)
    end = _end_of_phrase(last, token, cast)
    return _cut(last.nbor(), end) if end != last else ""


def _end_of_phrase(last: Word, verb: Word, cast: Cast) -> Word:
    """Return the last word of the phrase that follows a word and belongs to a verb, the word itself without one."""
    if last.i + 1 >= last.sent.end:
        return last
    for child in verb.children:
        if child.i <= last.i or child.left_edge != last.nbor() or child.dep_ == "agent":
            continue
        particle = (
            child.dep_ == "advmod" and child.pos_ in {"ADP", "ADV"} and child.tag_ == "RB" and child.lower_ in PARTICLES
        )
        prepositional = (child.dep_ == "prep" and any(c.dep_ == "pobj" for c in child.children)) or preposition_of(
            child
        )
        words = list(takewhile(partial(_is_timeless, cast), child.subtree))
        plain = len(words) <= 8 and not any(w.pos_ in VERBAL or w.dep_ == "punct" for w in words)
        if particle:
            return child
        if not prepositional:
            continue
        if plain and words and words[-1].pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PRON", "SYM"}:
            return words[-1]
        return _noun_after(child, cast) or last
    return last


def _noun_after(phrase: Word, cast: Cast) -> Word | None:
    """Return the noun of a prepositional phrase that is too long to be told whole."""
    noun = (
        phrase if phrase.dep_ != "prep" else next((child for child in phrase.children if child.dep_ == "pobj"), phrase)
    )
    near = noun.pos_ in {"NOUN", "PROPN"} and noun.text.isalpha() and noun.i - phrase.left_edge.i <= 4
    return noun if near and not any(map(cast.is_time, noun.doc[phrase.left_edge.i : noun.i + 1])) else None


def _is_timeless(cast: Cast, word: Word) -> bool:
    return not cast.is_time(word)


def _cut(first: Word, last: Word) -> str:
    text = mention_at(first.source, first.idx, last.idx + len(last)).text
    return text if len(text) <= LONGEST else ""


def _is_infinitive(verb: Word) -> bool:
    return any(
        "Inf" in word.morph.get("VerbForm") for word in (verb, *(c for c in verb.children if c.dep_.startswith("aux")))
    )


def _predicate(token: Word, cast: Cast) -> str:
    for child in token.children:
        if (
            child.dep_ in {"xcomp", "acomp", "attr", "oprd"}
            and child.pos_ in {"ADJ", "NOUN", "PROPN"}
            and child.i > token.i
            and not cast.is_time(child)
        ):
            return _brief(child, cast)
    return ""


def _first(event: Event, role: str) -> Name | None:
    players = event.participants.get(role, ())
    if not players:
        return None
    player = players[0]
    if isinstance(player, Entity):
        return Name(player.name, named=True)
    return Name(player.text) if len(player.text) <= LONGEST else None


def _source(event: Event, cues: Cues) -> str:
    if isinstance(event.source, Entity):
        own = any(event.source in event.participants.get(role, ()) for role in ("agent", "patient", "person"))
        return "" if own else event.source.name
    if event.source is None or event.source.kind == "PRO" or len(event.source.text) > LONGEST:
        return ""
    words = event.source.text.replace("’", "'").replace("'", "' ").split()
    for phrase in cues.attribution:  # « selon les rapports » keeps its noun
        if tuple(word.lower() for word in words[: len(phrase)]) == phrase:
            words = words[len(phrase) :]
            break
    text = " ".join(words).replace("' ", "'")
    return _within(text) if event.source.kind == "NOM" or len(words) > 1 else text
