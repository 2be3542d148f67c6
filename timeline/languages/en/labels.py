"""English headlines: "Board ousts Ada Roy", "Ada Roy may leave Orbita", "Earthquake in Chile"."""

from __future__ import annotations

from timeline.languages.base import get_language
from timeline.languages.headlines import Name, Parts

ARTICLES = (
    "the ",
    "a ",
    "an ",
    "its ",
    "his ",
    "her ",
    "their ",
    "The ",
    "A ",
    "An ",
    "Its ",
    "His ",
    "Her ",
    "Their ",
    "whose ",
    "Whose ",
)
PRONOUNS = {
    "he": "he", "she": "she", "they": "they", "it": "it", "we": "we", "i": "I", "him": "he", "her": "she",
    "them": "they", "nobody": "nobody", "someone": "someone", "somebody": "somebody", "everyone": "everyone",
    "anyone": "anyone", "everybody": "everybody", "none": "none",
}  # fmt: skip
NOBODY = frozenset({"nobody", "none"})
PREFIXES = ("out", "over", "re", "under", "up", "mis", "un", "fore")  # "outbid" goes like "bid"
LONGEST = 90  # characters of a headline; longer ones leave out who vouches
MUTUAL = frozenset({"meet", "negotiate", "agree", "merge", "match", "marry", "divorce"})


def headline(parts: Parts) -> str:
    """Return a headline: a clause in the present where the event has a verb and somebody in it, else a noun.

    Examples
    --------
    >>> ada, board = Name("Ada Roy", named=True), Name("the board")
    >>> headline(Parts(frame="dismiss", pos="VERB", lemma="oust", objects=(ada,), subjects=(board,)))
    'Board ousts Ada Roy'
    >>> headline(Parts(frame="dismiss", pos="VERB", lemma="oust", objects=(ada,), factuality="possible"))
    'Ada Roy may be ousted'
    """
    told = _clause(parts) or _nominal(parts)
    if parts.source and parts.factuality == "reported" and len(told) + len(parts.source) < LONGEST:
        told = f"{told}, according to {parts.source}"
    return told[:1].upper() + told[1:]


def past_participle(verb: str) -> str:
    """Return the past participle of a verb.

    Examples
    --------
    >>> past_participle("oust"), past_participle("carry"), past_participle("sell"), past_participle("ban")
    ('ousted', 'carried', 'sold', 'banned')
    >>> past_participle("outbid"), past_participle("rebuild"), past_participle("remain")
    ('outbid', 'rebuilt', 'remained')
    """
    irregular: dict[str, str] = get_language("en").data("labels").get("irregular", {})
    first, _, particle = verb.partition(" ")
    prefix = next((part for part in PREFIXES if first.startswith(part) and first[len(part) :] in irregular), "")
    if first in irregular:
        form = irregular[first]
    elif prefix:
        form = prefix + irregular[first[len(prefix) :]]
    elif first.endswith("e"):
        form = first + "d"
    elif first.endswith("y") and first[-2:-1] not in "aeiou":
        form = first[:-1] + "ied"
    else:
        form = first + (first[-1] if _doubles(first) else "") + "ed"
    return f"{form} {particle}".strip()


def third_person(verb: str) -> str:
    """Return the third person singular of a verb.

    Examples
    --------
    >>> third_person("oust"), third_person("push out"), third_person("deny")
    ('ousts', 'pushes out', 'denies')
    """
    first, _, particle = verb.partition(" ")
    if first in {"be", "have", "do", "go"}:
        form = {"be": "is", "have": "has", "do": "does", "go": "goes"}[first]
    elif first.endswith("y") and first[-2:-1] not in "aeiou":
        form = first[:-1] + "ies"
    else:
        form = first + ("es" if first.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return f"{form} {particle}".strip()


def _clause(parts: Parts) -> str:
    subjects, objects = _shown(parts.subjects), _shown(parts.objects)
    verb = parts.lemma if parts.pos == "VERB" else _verb_of(parts) if parts.noun else ""
    if parts.pos == "ADJECTIVE" and subjects:
        return f"{_join(subjects)} {_finite('be', subjects, parts)} {parts.lemma}"
    if parts.pos == "VERB" and not (subjects or objects):
        subjects, objects = _pronouns(parts.subjects), _pronouns(parts.objects)
    if not verb or not (subjects or objects):
        return ""
    if parts.noun and not objects and (parts.genitive == "object" or parts.noun.lower().endswith(("ing", "ings"))):
        return ""  # "the signing of a pact", "eight in custody": nobody signs, nobody arrests
    tail = _tail(parts)
    if subjects:
        target = _join(objects) or parts.complement or parts.predicate or ("" if tail else parts.tail)
        return " ".join(part for part in (_join(subjects), _finite(verb, subjects, parts), target, tail) if part)
    rest = parts.complement or ("" if tail else parts.tail)
    return " ".join(part for part in (_join(objects), _passive(verb, parts, objects), rest, tail) if part)


def _pronouns(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the first pronoun that a headline may show where nobody is named."""
    found = (PRONOUNS.get(name.text.lower(), "") for name in names)
    return tuple(Name(text, named=True, plural=text in {"they", "we", "I"}) for text in found if text)[:1]


def _finite(verb: str, subjects: tuple[Name, ...], parts: Parts) -> str:
    plural = len(subjects) > 1 or subjects[0].plural
    if subjects[0].text in NOBODY and parts.factuality == "negated":
        return third_person(verb)
    match parts.factuality:
        case "future":
            return f"to {verb}"
        case "possible":
            return f"may {verb}"
        case "negated":
            if verb == "be":
                return "are not" if plural else "is not"
            return f"{'do' if plural else 'does'} not {verb}"
        case "counterfactual":
            return f"would have {past_participle(verb)}"
    told = ("are" if verb == "be" else verb) if plural else third_person(verb)
    return f"reportedly {told}" if parts.factuality == "reported" and not parts.source else told


def _passive(verb: str, parts: Parts, objects: tuple[Name, ...]) -> str:
    participle = past_participle(verb)
    if objects[0].text in NOBODY:
        return participle
    if objects[0].text in PRONOUNS.values():
        participle = (
            f"{'are' if objects[0].plural else 'is'} {participle}" if parts.factuality == "factual" else participle
        )
    forms = {
        "future": f"to be {participle}",
        "possible": f"may be {participle}",
        "negated": f"not {participle}",
        "counterfactual": f"would have been {participle}",
    }
    told = forms.get(parts.factuality, participle)
    return f"reportedly {told}" if parts.factuality == "reported" and not parts.source else told


def _tail(parts: Parts) -> str:
    told = []
    core = {_bare(name) for name in (*parts.subjects, *parts.objects)}
    position, body = (
        name if name and _bare(name) not in core else None for name in (parts.position, parts.organisation)
    )
    shown = parts.predicate if parts.subjects else ""
    if position and _bare(position) not in shown:
        told.append(
            ("as " if parts.frame in {"dismiss", "leave-post", "take-post", "hire", "nominate"} else "")
            + _bare(position)
        )
    if body and position and body.text not in " ".join((*core, position.text)):
        told.append(f"of {_bare(body)}")
    elif body and not position and parts.frame in {"leave-post", "dismiss"} and body.text not in " ".join(core):
        told.append(f"from {_bare(body)}")
    if parts.recipients and not parts.recipients[0].pronoun:
        told.append(f"to {_bare(parts.recipients[0])}")
    if parts.partners:
        told.append(f"with {_join(parts.partners)}")
    if parts.targets:
        told.append(f"against {_join(parts.targets)}")
    if parts.amount and parts.frame in {"buy", "sell"} and not any(parts.amount.text.startswith(told) for told in core):
        told.append(f"for {parts.amount.text}")
    return " ".join(told)


def _nominal(parts: Parts) -> str:
    subjects, objects = _shown(parts.subjects), _shown(parts.objects)
    alone = "birth" if parts.frame == "be-born" else _gerund(parts.lemma)
    told = parts.noun or (parts.lemma if parts.pos == "ADJECTIVE" else parts.inner or alone)
    core = (*objects, *subjects)
    if parts.frame in MUTUAL and len(core) + len(parts.partners) > 1:
        told = f"{told} between {_join((*core, *parts.partners))}"
    elif core:
        told = f"{told} of {_join(objects or subjects)}"
        told += f" by {_join(subjects)}" if objects and subjects else ""
    elif parts.partners:
        told = f"{told} with {_join(parts.partners)}"
    elif not parts.noun and parts.pos == "VERB":
        rest = parts.complement or parts.predicate or parts.tail
        return f"{told} {rest}" if rest else told
    if parts.places and not core:
        told = f"{told} in {_join(parts.places)}"
    marks = {"possible": "possible", "future": "expected", "negated": "no", "counterfactual": "averted", "reported": ""}
    mark = marks.get(parts.factuality, "")
    if mark and parts.noun:
        told = f"{mark} {told[:1].lower() + told[1:] if not told[:2].isupper() else told}"
    return told


def _verb_of(parts: Parts) -> str:
    verbs: dict[str, str] = get_language("en").data("labels").get("verbs", {})
    families = get_language("en").data("joining").get("families", {}).get("words", ())
    own = next((family.split()[0] for family in families if parts.lemma in family.split()[1:]), "")
    return (own or verbs.get(parts.frame, "")) if parts.frame and parts.frame in verbs else ""


def _shown(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names if not name.pronoun)


def _join(names: tuple[Name, ...]) -> str:
    texts = [_bare(name) for name in names]
    return f"{', '.join(texts[:-1])} and {texts[-1]}" if len(texts) > 1 else "".join(texts)


def _bare(name: Name) -> str:
    if name.named:
        return name.text
    return next((name.text[len(article) :] for article in ARTICLES if name.text.startswith(article)), name.text)


def _gerund(verb: str) -> str:
    first, _, particle = verb.partition(" ")
    if first.endswith("ie"):  # "dying"
        return f"{first[:-2]}ying {particle}".strip()
    stem = first[:-1] if first.endswith("e") and not first.endswith(("ee", "ye", "oe")) and first != "be" else first
    return f"{stem}{stem[-1] if _doubles(stem) and stem == first else ''}ing {particle}".strip()


def _doubles(verb: str) -> bool:
    """Tell a short verb that doubles its last consonant: "ban", "cut", "step"."""
    vowels = "aeiou"
    verb = verb.replace("qu", "q", 1)  # "quitting"
    return len(verb) in {3, 4} and verb[-1] not in "aeiouwxyhs" and verb[-2] in vowels and verb[-3] not in vowels
