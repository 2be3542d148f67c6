"""French headlines: « Éviction d'Ada Roy par le conseil », « Possible départ d'Ada Roy », « Le chat dort »."""

from __future__ import annotations

from functools import cache

from timeline.languages.base import get_language
from timeline.languages.headlines import Name, Parts

VOWELS = tuple("aeiouyâàäéèêëîïôöûùüœæhAEIOUÂÀÉÈÊËÎÏÔÛÙH")
ASPIRATED = (
    "haut",
    "harcèl",
    "hausse",
    "hong",
    "hollan",
    "hamas",
    "hors",
    "huit",
    "houthi",
    "hongr",
    "handicap",
    "halte",
    "hall",
    "héros",
)
MUTUAL = frozenset({"meet", "negotiate", "agree", "merge", "match", "marry", "divorce", "phone"})
PAIRED = frozenset({"meet", "marry", "merge", "match"})
POSTED = frozenset({"appoint", "take-post", "succeed", "replace", "nominate", "elect", "hire"})


def headline(parts: Parts) -> str:
    """Return a headline: a noun with its complements where the event has a noun, else a clause.

    Examples
    --------
    >>> ada, board = Name("Ada Roy", named=True), Name("le conseil")
    >>> headline(Parts(frame="dismiss", pos="VERB", lemma="évincer", objects=(ada,), subjects=(board,)))
    "Éviction d'Ada Roy par le conseil"
    >>> headline(Parts(frame="leave-post", pos="NOUN", lemma="départ", noun="départ", subjects=(ada,)))
    "Départ d'Ada Roy"
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
    family, usual = _families().get(parts.lemma, ""), _data("nouns").get(parts.frame, "")
    listed = get_language("fr").data("event_types").get("frames", {}).get(parts.frame, {}).get("nouns", "").split()
    return _data("own").get(parts.lemma) or (family if family in listed or not usual else usual)


def _nominal(noun: str, parts: Parts) -> str:
    subjects = tuple(name for name in parts.subjects if not name.pronoun)
    objects = tuple(name for name in parts.objects if not name.pronoun)
    told = noun
    parties = (*subjects, *(objects if parts.frame in PAIRED else ()), *parts.partners)
    if parts.frame in MUTUAL and len(parties) > 1 and not (objects and parts.frame not in PAIRED):
        return f"{told} entre {join_names(parties)}"
    core = (subjects or objects) if parts.genitive == "subject" and parts.frame not in MUTUAL else (objects or subjects)
    if core:
        told = f"{told} {' et '.join(of(name.text) for name in core)}"
    if objects and subjects and core is objects and parts.frame not in {"kill", "injure"}:
        told = f"{told} par {join_names(subjects)}"
    return told + _complements(parts, core)


def _complements(parts: Parts, core: tuple[Name, ...]) -> str:
    told = ""
    if parts.position and parts.frame in POSTED:
        title = parts.position.text.removeprefix("le ").removeprefix("la ")
        told += f" au poste {of(title)}"
    if parts.organisation and core and not _is_told(parts.organisation, (*core, *parts.subjects)):
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


def _is_told(name: Name, others: tuple[Name, ...]) -> bool:
    """Tell whether a headline names somebody already, whatever the article and the capital."""
    return name.text.lower() in {other.text.lower() for other in others}


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
    subjects = tuple(name for name in parts.subjects if not name.pronoun)
    objects = tuple(name for name in parts.objects if not name.pronoun)
    rest = [parts.complement or parts.predicate, to(parts.recipients[0].text) if _is_shown(parts.recipients) else ""]
    if parts.pos == "ADJECTIVE":
        told = [join_names(subjects), _finite("être", subjects, parts), parts.lemma] if subjects else [parts.lemma]
    elif subjects:
        told = [join_names(subjects), _finite(parts.lemma, subjects, parts), join_names(objects), *rest]
    elif objects and parts.participle and parts.passive:
        told = [join_names(objects), _finite("être", objects, parts), parts.participle, *rest]
    else:
        told = [("se " if parts.reflexive else "") + parts.lemma, join_names(objects), *rest]
    return " ".join(part for part in told if part).replace("se a", "s'a").replace("se e", "s'e").replace("se o", "s'o")


def _is_shown(names: tuple[Name, ...]) -> bool:
    return bool(names) and not names[0].pronoun


def _finite(verb: str, subjects: tuple[Name, ...], parts: Parts) -> str:
    """Return a verb as a headline has it: in the present, or with the auxiliary that tells how it stands."""
    plural = len(subjects) > 1 or subjects[0].plural
    infinitive = ("se " if parts.reflexive and verb == parts.lemma else "") + verb
    helper = {"possible": "pouvoir", "future": "aller", "counterfactual": "faillir"}.get(parts.factuality)
    if verb == "devoir":
        return "devraient" if plural else "devrait"
    if helper and verb == helper:
        return _conjugated(helper, plural, conditional=helper == "pouvoir")
    if helper:
        return f"{_conjugated(helper, plural, conditional=helper == 'pouvoir')} {infinitive}"
    told = conjugate(verb, plural=plural)
    reflexive = parts.reflexive and verb == parts.lemma
    if parts.factuality == "negated":
        particle = (
            "ne s'"
            if reflexive and told.startswith(VOWELS)
            else "ne se "
            if reflexive
            else "n'"
            if told.startswith(VOWELS)
            else "ne "
        )
        return f"{particle}{told} pas"
    return (("s'" if told.startswith(VOWELS) else "se ") if reflexive else "") + told


def _conjugated(helper: str, plural: bool, *, conditional: bool) -> str:
    if conditional:
        return "pourraient" if plural else "pourrait"
    return {"aller": ("va", "vont"), "faillir": ("a failli", "ont failli")}[helper][plural]


def conjugate(verb: str, *, plural: bool = False) -> str:
    """Return the third person of the present.

    Examples
    --------
    >>> conjugate("affirmer"), conjugate("finir", plural=True), conjugate("reprendre"), conjugate("acheter")
    ('affirme', 'finissent', 'reprend', 'achète')
    """
    irregular: dict[str, list[str]] = get_language("fr").data("labels").get("present", {})
    for length in range(len(verb), 2, -1):  # "reprendre" goes like "prendre"
        if verb[-length:] in irregular and (length == len(verb) or length > 4):
            return verb[:-length] + irregular[verb[-length:]][plural]
    if verb.endswith("er"):
        return _open_stem(verb[:-2]) + ("ent" if plural else "e")
    if verb.endswith("ir"):
        return verb[:-1] + ("ssent" if plural else "t")
    if verb.endswith("dre"):
        return verb[:-2] + ("ent" if plural else "")
    return verb[:-2] + ("ent" if plural else "t") if verb.endswith("re") else verb


def _open_stem(stem: str) -> str:
    """Open the last vowel of a stem before a mute e: « achet » → « achèt », « céd » → « cèd », « pay » → « pai »."""
    if stem.endswith(("oy", "uy", "ay")):
        return stem[:-1] + "i"
    if stem.endswith(("appel", "jet")):
        return stem + stem[-1]
    if (
        len(stem) > 2
        and stem[-2] in "eé"
        and stem[-1] not in "aeiouyéèx"
        and (stem[-2] == "é" or stem[-1] in "tlvmnsr")
    ):
        return f"{stem[:-2]}è{stem[-1]}"
    return stem


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
