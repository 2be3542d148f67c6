"""French headlines: « Éviction d'Ada Roy par le conseil », « Possible départ d'Ada Roy », « Le chat dort »."""

from __future__ import annotations

from functools import cache

from timeline.languages.base import get_language
from timeline.languages.headlines import Name, Parts

_PARTICIPLES = (
    "é",
    "ée",
    "és",
    "ées",
    "i",
    "ie",
    "is",
    "ies",
    "u",
    "ue",
    "us",
    "ues",
    "t",
    "te",
    "ts",
    "tes",
    "ise",
    "ises",
)
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
CLAUSAL = frozenset(
    {"say", "rise", "increase", "fall", "decrease", "request", "promise", "deny", "criticise", "threaten"}
)
DEADLY = frozenset({"kill", "injure", "die"})
LONGEST = 90  # characters of a headline; longer ones leave out who vouches
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
    told = _with_standing(_nominal(noun, parts), noun, parts) if noun else _clause(parts)
    if parts.source and parts.factuality == "reported" and len(told) + len(parts.source) < LONGEST:
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
    name = name.removeprefix("aucun ").removeprefix("aucune ") if preposition == "de" else name
    lowered = name[:1].lower() + name[1:]
    for article, contracted in contractions.items():
        if lowered.startswith(article):
            return contracted + name[len(article) :]
    if preposition == "de" and lowered.startswith("des "):
        return of(name[4:])
    if preposition == "de" and lowered.startswith(("du ", "de ", "d'")):
        return name
    elided = preposition == "de" and _is_elided(name)
    return f"d'{name}" if elided else f"{preposition} {name}"


def _is_elided(name: str) -> bool:
    return name.startswith(VOWELS) and not name.lower().startswith(ASPIRATED)


def _noun(parts: Parts) -> str:
    if parts.noun:
        return parts.noun[:1].lower() + parts.noun[1:] if not parts.noun.isupper() else parts.noun
    if not parts.frame or parts.pos == "ADJECTIVE" or (parts.lemma == "faire" and parts.frame in DEADLY):
        return ""
    if parts.inner:
        return parts.inner
    if parts.frame in CLAUSAL and (parts.subjects or parts.objects):
        return ""
    if parts.genitive == "object" and _known(parts.subjects) and not _known(parts.objects) and not parts.passive:
        return ""  # « vol d'Ada Roy » would be of Ada Roy
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
            body = parts.organisation
            inside = f"chez {body.text}" if body.named else to(body.text)
            told += f" {of(body.text)}" if parts.position else f" {inside}"
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
    plural = bool(parts.plural and parts.noun) or noun.split()[0] in _words("plural")
    if parts.factuality == "possible":
        return f"{'possibles' if plural else 'possible'} {told}"
    if parts.factuality == "future":
        form = "prochaine" if _is_feminine(noun) else "prochain"
        return f"{form}{'s' if plural else ''} {told}"
    if parts.factuality in {"negated", "counterfactual"}:
        return f"pas {of(told)}"
    return told


def _clause(parts: Parts) -> str:
    subjects, objects = _known(parts.subjects), _known(parts.objects)
    if not subjects and not objects:
        subjects = tuple(_spoken(name) for name in parts.subjects if _spoken(name).text)[:1]
    patients = join_names(_with_articles(objects))
    taker = parts.recipients[0].text if _is_shown(parts.recipients) else ""
    rest = [parts.complement or parts.predicate, to(taker) if taker and taker not in patients else ""]
    if not any(rest) and not objects:
        rest = [parts.tail]
    if parts.pos == "ADJECTIVE":
        told = [_told(subjects), _finite("être", subjects, parts), parts.participle] if subjects else [parts.participle]
    elif subjects:
        told = [_told(subjects), _finite(parts.lemma, subjects, parts), patients, *rest]
    elif objects and parts.passive and parts.reflexive:
        told = [patients, _finite(parts.lemma, objects, parts), *rest]
    elif objects and parts.passive and _is_participle(parts.participle):
        told = [
            patients,
            _finite("être", objects, parts),
            agreed(parts.participle, objects),
            parts.complement or parts.tail,
        ]
    elif objects and not parts.reflexive and _is_participle(parts.participle):
        told = [patients, _finite("être", objects, parts), agreed(parts.participle, objects), *rest]
    elif action := _action(parts.lemma):
        if len(parts.tail.split()) == 2:
            action = f"{action} {parts.tail}"  # « mise en ligne »
        return _with_standing(_nominal(action, parts), action, parts)
    else:
        told = [_with_pronoun(parts.lemma) if parts.reflexive else parts.lemma, patients, *rest]
    return " ".join(part for part in told if part)


def _known(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names if not name.pronoun)


def _spoken(pronoun: Name) -> Name:
    """Return a pronoun as a subject: « -t-elle » → « elle »; without a text where it cannot be one."""
    text = pronoun.text.lower().rpartition("-")[2]
    return Name(text if text in _words("subjects") else "", plural=text in {"ils", "elles", "nous", "vous"})


def _told(subjects: tuple[Name, ...]) -> str:
    return join_names(_with_articles(subjects))


def _with_articles(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Give bare nouns the article that a clause needs; one that the first of a list has serves for all."""
    return tuple(_with_article(name) if names[0].bare or name.named else name for name in names)


def _with_article(name: Name) -> Name:
    """Return « des dettes » for « dettes », « la Cour des comptes » for « Cour des comptes »."""
    if not name.bare:
        return name
    if not name.named:
        return Name(f"des {name.text}", plural=True) if name.plural and name.text[:1].islower() else name
    if name.feminine is None:
        return name
    article = "les " if name.plural else "l'" if _is_elided(name.text) else "la " if name.feminine else "le "
    return Name(f"{article}{name.text}", named=True, plural=name.plural, feminine=name.feminine)


def agreed(participle: str, names: tuple[Name, ...]) -> str:
    """Return a past participle in gender and number of what it is said of, as it stands where they are unknown.

    Examples
    --------
    >>> agreed("signé", (Name("la loi", feminine=True),)), agreed("prises", (Name("le pont", feminine=False),))
    ('signée', 'pris')
    """
    if any(name.feminine is None or name.named for name in names):
        return participle
    stem = participle.removesuffix("s")
    stem = stem.removesuffix("e") if stem.endswith(("ée", "ie", "ue", "te", "se")) else stem
    stem += "s" if participle in _words("in_s") or (participle.endswith("s") and f"{stem}s" in _words("in_s")) else ""
    ending = ("e" if all(name.feminine for name in names) else "") + "s" * (len(names) > 1 or names[0].plural)
    return stem if stem.endswith("s") and ending == "s" else stem + ending


def _is_participle(word: str) -> bool:
    return word.endswith(_PARTICIPLES)


def _action(verb: str) -> str:
    """Return the noun that a headline without a subject has for a verb of no frame, empty where none is known."""
    return _data("own").get(verb) or _data("actions").get(verb) or _families().get(verb, "")


def _with_pronoun(verb: str) -> str:
    return f"s'{verb}" if verb.startswith(VOWELS) else f"se {verb}"


def _is_shown(names: tuple[Name, ...]) -> bool:
    return bool(names) and not names[0].pronoun


def _finite(verb: str, subjects: tuple[Name, ...], parts: Parts) -> str:
    """Return a verb as a headline has it: in the present, or with the auxiliary that tells how it stands."""
    plural = len(subjects) > 1 or subjects[0].plural
    if verb == "être" and parts.participle.endswith(("és", "ées")):
        plural = True  # « une dizaine de personnes sont blessées »
    infinitive = _with_pronoun(verb) if parts.reflexive and verb == parts.lemma else verb
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
