"""French headlines: « Éviction d'Ada Roy par le conseil », « Possible départ d'Ada Roy », « Le chat dort »."""

from __future__ import annotations

from functools import cache

from timeline.languages.base import get_language
from timeline.languages.headlines import Name, Parts

VOWELS = tuple("aeiouyâàäéèêëîïôöûùüœæhAEIOUÂÀÉÈÊËÎÏÔÛÙH")
ASPIRATED = ("haut", "harcèl", "hausse", "hong", "hollan", "hamas", "hors", "huit", "houthi", "hongr", "handicap", "halte", "hall", "héros")
MUTUAL = frozenset({"meet", "negotiate", "agree", "merge", "match", "marry", "divorce", "phone"})
POSTED = frozenset({"appoint", "take-post", "succeed", "replace", "nominate", "elect", "hire"})


def headline(parts: Parts) -> str:
    """Return a headline: a noun with its complements where the event has a noun, else a clause.

    Examples
    --------
    >>> ada, board = Name("Ada Roy", named=True), Name("le conseil")
    >>> headline(Parts(frame="dismiss", pos="VERB", lemma="évincer", objects=(ada,), subjects=(board,)))
    "Éviction d'Ada Roy par le conseil"
    >>> headline(Parts(frame="leave-post", pos="NOUN", lemma="départ", noun="départ", subjects=(ada,), factuality="possible"))
    "Possible départ d'Ada Roy"
    """
    noun = _noun(parts)
    told = _nominal(noun, parts) if noun else _clause(parts)
    if noun:
        told = _with_standing(told, noun, parts)
    if parts.source and parts.factuality == "reported":
        told = f"{told}, selon {parts.source}"
    return told[:1].upper() + told[1:]


def join_names(names: tuple[Name, ...]) -> str:
    """Return « A, B et C »."""
    texts = [name.text for name in names]
    return f"{', '.join(texts[:-1])} et {texts[-1]}" if len(texts) > 1 else "".join(texts)


def of(name: str) -> str:
    """Return « de » with what follows, contracted or elided.

    Examples
    --------
    >>> of("le conseil"), of("Ada"), of("la direction")
    ('du conseil', "d'Ada", 'de la direction')
    """
    return _contract("de", name, {"le ": "du ", "les ": "des "})


def to(name: str) -> str:
    """Return « à » with what follows, contracted."""
    return _contract("à", name, {"le ": "au ", "les ": "aux "})


def _contract(preposition: str, name: str, contractions: dict[str, str]) -> str:
    lowered = name[:1].lower() + name[1:]
    for article, contracted in contractions.items():
        if lowered.startswith(article):
            return contracted + name[len(article) :]
    if preposition == "de" and lowered.startswith(("des ", "du ", "de ", "d'")):
        return name if not lowered.startswith("des ") else f"de {name[4:]}"
    elided = preposition == "de" and name.startswith(VOWELS) and not name.lower().startswith(ASPIRATED)
    return f"d'{name}" if elided else f"{preposition} {name}"


def _noun(parts: Parts) -> str:
    if parts.noun:
        return parts.noun[:1].lower() + parts.noun[1:] if not parts.noun.isupper() else parts.noun
    if not parts.frame or parts.pos == "ADJECTIVE" or parts.frame in {"say", "rise", "increase", "fall", "decrease"}:
        return ""
    return _families().get(parts.lemma) or _data("nouns").get(parts.frame, "")


def _nominal(noun: str, parts: Parts) -> str:
    subjects = tuple(name for name in parts.subjects if not name.pronoun)
    objects = tuple(name for name in parts.objects if not name.pronoun)
    told = noun
    if parts.frame in MUTUAL and len(subjects) + len(objects) + len(parts.partners) > 1:
        return f"{told} entre {join_names((*subjects, *objects, *parts.partners))}"
    core = objects or subjects
    if core:
        told = f"{told} {' et '.join(of(name.text) for name in core)}"
    if objects and subjects:
        told = f"{told} par {join_names(subjects)}"
    return told + _complements(parts, core)


def _complements(parts: Parts, core: tuple[Name, ...]) -> str:
    told = ""
    if parts.position and parts.frame in POSTED:
        title = parts.position.text.removeprefix("le ").removeprefix("la ")
        told += f" au poste {of(title)}"
    if parts.organisation and parts.organisation not in (*core, *parts.subjects) and core:
        if parts.frame == "leave-post":
            told += f" {of(parts.organisation.text)}"
        elif parts.frame in POSTED and parts.organisation.text not in told:
            told += f" chez {parts.organisation.text}" if not parts.position else f" {of(parts.organisation.text)}"
    if parts.partners:
        told += f" avec {join_names(parts.partners)}"
    if parts.targets:
        told += f" contre {join_names(parts.targets)}"
    if parts.recipients and parts.frame in {"sell", "pay"}:
        told += f" {to(parts.recipients[0].text)}"
    if parts.amount and parts.frame in {"buy", "raise-funds", "invest", "sell"}:
        told += f" ({parts.amount.text})"
    return told


def _with_standing(told: str, noun: str, parts: Parts) -> str:
    plural = parts.plural or noun.split()[0] in _words("plural")
    if parts.factuality == "possible":
        return f"{'possibles' if plural else 'possible'} {told}"
    if parts.factuality == "future":
        form = "prochaine" if _is_feminine(noun) else "prochain"
        return f"{form}{'s' if plural else ''} {told}"
    if parts.factuality in {"negated", "counterfactual"}:
        return f"pas {of(told)}"
    return told


def _clause(parts: Parts) -> str:
    subjects, objects = (parts.objects, ()) if parts.passive else (parts.subjects, parts.objects)
    rest = " ".join(
        part
        for part in (
            parts.predicate,
            join_names(tuple(name for name in objects if not name.pronoun)),
            to(parts.recipients[0].text) if parts.recipients and not parts.recipients[0].pronoun else "",
            f"par {join_names(parts.subjects)}" if parts.passive and parts.subjects and not parts.subjects[0].pronoun else "",
        )
        if part
    )
    if parts.group and subjects:
        return f"{join_names(subjects)} {parts.group} {rest}".strip()
    if parts.pos == "ADJECTIVE":
        return f"{parts.lemma} {rest}".strip()
    return f"{parts.lemma} {rest}".strip()


def _is_feminine(noun: str) -> bool:
    first = noun.split()[0].rstrip("s")
    return first in _words("feminine") or first.endswith(tuple(_data("grammar").get("feminine_endings", ())))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_data("grammar").get(name, "").split())


@cache
def _families() -> dict[str, str]:
    listed = get_language("fr").data("joining").get("families", {}).get("words", ())
    return {family.split()[0]: family.split()[1] for family in listed}


def _data(section: str) -> dict[str, str]:
    found: dict[str, str] = get_language("fr").data("labels").get(section, {})
    return found
