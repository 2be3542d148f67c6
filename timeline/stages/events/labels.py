"""Headlines of events, built from their parts; how a language puts them together is its own affair."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from timeline.languages import Language
from timeline.languages.headlines import Name, Parts
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.stages.events.cast import LOOSE, Cast
from timeline.stages.events.syntax import AUXILIARIES, VERBAL, Argument, Grammar, is_passive, preposition_of
from timeline.stages.events.participants import slotted
from timeline.stages.events.types import Frame
from timeline.stages.source import mention_at

LONGEST = 48  # characters of a description in a headline; what is longer is cut to its noun
GROUP = frozenset({"aux", "aux:tense", "aux:pass", "auxpass", "cop", "advmod", "expl:pass", "expl:comp", "neg"})


def headline_of(token: Token, event: Event, found: Iterable[Argument], frame: Frame, cast: Cast, language: Language, grammar: Grammar) -> str:
    """Return the headline of an event; the trigger itself where the language makes none."""
    rules = language.rules("labels")
    if rules is None:
        return event.trigger.text
    fused = language.data("labels").get("fused", {})
    slots: dict[str, list[Name]] = {}
    for slot, filler in slotted(found, frame, cast):
        name = _name(filler, cast, fused)
        if name not in slots.setdefault(slot, []):
            slots[slot].append(name)
    headline: str = rules.headline(_parts(token, event, frame, slots, cast, grammar))
    return headline


def _parts(token: Token, event: Event, frame: Frame, slots: dict[str, list[Name]], cast: Cast, grammar: Grammar) -> Parts:
    verbal = token.pos_ in VERBAL
    return Parts(
        frame=frame.name,
        pos="VERB" if verbal else "ADJECTIVE" if token.pos_ == "ADJ" else "NOUN",
        lemma=_lemma(token),
        noun="" if verbal or token.pos_ == "ADJ" else event.trigger.text,
        plural="Plur" in token.morph.get("Number"),
        group=_group(token),
        predicate=_predicate(token),
        passive=verbal and is_passive(token, grammar),
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
        source=_source(event),
    )


def _name(token: Token, cast: Cast, fused: dict[str, str]) -> Name:
    entity = cast.entity(token)
    if entity is not None:
        return Name(entity.name, named=True)
    pronoun = token.pos_ in {"PRON", "DET"}
    plural = "Plur" in token.morph.get("Number") or token.tag_ in {"NNS", "NNPS"}
    article = next((fused[child.lower_] for child in token.children if child.dep_ == "case" and child.lower_ in fused), "")
    return Name(f"{article} {_brief(token)}".strip(), plural=plural, pronoun=pronoun)


def _brief(token: Token) -> str:
    """Return a noun with what stands close to it, as it stands within a sentence."""
    kept = {token.i}
    for child in token.children:
        if child.dep_ in LOOSE or child.dep_ == "prep" or preposition_of(child):
            continue
        kept.update(part.i for part in child.subtree if part.dep_ != "punct")
    complement = next((c for c in token.children if c.i > token.i and (c.dep_ == "prep" or preposition_of(c))), None)
    if complement is not None:
        inner = [part for part in complement.subtree]
        if len(inner) <= 4 and inner[-1].idx - token.idx < LONGEST - 10:
            kept.update(part.i for part in inner)
    first = last = token.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    doc = token.doc
    text = mention_at(doc, doc[first].idx, doc[last].idx + len(doc[last])).text
    if len(text) > LONGEST:
        text = token.text
    return text if doc[first].pos_ == "PROPN" or text[:2].isupper() else text[:1].lower() + text[1:]


def _lemma(token: Token) -> str:
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), "")
    return f"{token.lemma_} {particle}".strip()


def _group(token: Token) -> str:
    """Return the finite verb with auxiliaries and negation: « n'a pas été élu »."""
    words = [child for child in token.children if child.dep_ in GROUP and abs(child.i - token.i) <= 5 and not list(child.children)]
    words.append(token)
    words.sort(key=_position)
    if not any("Fin" in word.morph.get("VerbForm") for word in words):
        return ""
    first = next(number for number, word in enumerate(words) if "Fin" in word.morph.get("VerbForm") or word.lower_ in {"ne", "n'", "se", "s'"})
    kept = [word for word in words[first:] if word.i <= token.i or "Neg" in word.morph.get("Polarity")]
    return "".join(word.text if word.text.endswith("'") else f"{word.text} " for word in kept).strip()


def _position(word: Token) -> int:
    return word.i


def _predicate(token: Token) -> str:
    for child in token.children:
        if child.dep_ in {"xcomp", "acomp", "attr", "oprd"} and child.pos_ in {"ADJ", "NOUN", "PROPN"} and child.i > token.i:
            return _brief(child)
    return ""


def _first(event: Event, role: str) -> Name | None:
    players = event.participants.get(role, ())
    if not players:
        return None
    player = players[0]
    if isinstance(player, Entity):
        return Name(player.name, named=True)
    return Name(player.text) if len(player.text) <= LONGEST else None


def _source(event: Event) -> str:
    if isinstance(event.source, Entity):
        return event.source.name
    return ""
