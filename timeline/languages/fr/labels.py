"""French headlines: « Le conseil évince Ada Roy », « Ada Roy pourrait partir », « Incendie d'un entrepôt à Lyon ».

The words are the text's own (`timeline.stages.events.labels`); here they get the form of a headline: the perfect
becomes a present, a passive keeps its participle, every other tense stays as it stands. A verb whose present is not
sure stays as it stands too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.languages.base import get_language
from timeline.languages.headlines import Group, Told, capitalised

VOWELS = tuple("aeiouyâàäéèêëîïôöûùüœæhAEIOUÂÀÉÈÊËÎÏÔÛÙH")
ASPIRATED = (
    "haut", "harcèl", "hausse", "hong", "hollan", "hamas", "hors", "huit", "houthi", "hongr", "handicap", "halte",
    "hall", "héros", "hambourg", "hanovre", "hiss", "heurt", "hurl", "hul", "haï", "hib", "hiérarch", "hocke", "honte",
)  # fmt: skip
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
# What makes « ne » more than an expletive, wherever the parser hung it: « on ne sait pas encore », « n'est que ».
NEGATIVES = {
    "pas",
    "plus",
    "jamais",
    "rien",
    "personne",
    "aucun",
    "aucune",
    "nul",
    "nulle",
    "guère",
    "ni",
    "que",
    "qu'",
}
# Verbs that « ne » alone denies.
BARE_NE = {"pouvoir", "savoir", "cesser", "oser", "peut", "peuvent", "pouvait", "pouvaient", "saurait", "sauraient"}
# A conditional that no imperfect looks like: « quitterait », « viendrait »; « serait » may be hearsay.
FUTURE = re.compile(r"\b(?!serai|voudrai|faudrai)(\w*(?:er|[ein]dr|cevr))(ait|aient)\b")
FUTURES = {"ait": "a", "aient": "ont"}
ELIDING = "aeiouâàéèêîïôûœ"  # small letters: a name may be said with a pause, and an h may be breathed
ACHIEVED = {"pouvoir", "devoir"}  # « a pu voter » tells that somebody voted, « peut voter » does not
ELISION = re.compile(rf"\b([dnslmtj]|qu)[ea] (?!onze\b|onzième|oui\b|une?s?\b|y)(?=[{ELIDING}])")
LEFT_OFF = ",;:–-."
ORDINAL = re.compile(r"\b(\d+) (er|re|e|ème|nd|nde)(?=\s|$)")  # « le 1 | er tour »: some texts part them
QUOTES = re.compile(r"[«»“”\"]")
ENDING = re.compile(r"([\s,;:–-]|(?<=\b\w)\.)+$")
SPEAKERS = {"je", "j'", "tu", "nous", "vous"}  # whose verbs stay as they stand
FALLEN = ("le ", "la ", "les ", "l'", "un ", "une ", "des ", "ce ", "cet ", "cette ", "ces ")


def headline(told: Told) -> str:
    """Return a headline: the clause with its verb in the present, or the noun phrase without its article.

    Examples
    --------
    >>> perfect = Group(lemma="évincer", form="évincé", auxiliaries=("a",), perfect=True)
    >>> headline(Told(subject="le conseil", plural=False, group=perfect, rest="Ada Roy"))
    'Le conseil évince Ada Roy'
    >>> passive = Group(lemma="évincer", form="évincée", auxiliaries=("a", "été"), perfect=True, passive=True)
    >>> headline(Told(subject="Ada Roy", plural=False, group=passive, rest="de Volta"))
    'Ada Roy est évincée de Volta'
    >>> happy = Group(lemma="être", form="heureux", auxiliaries=("suis",), predicate=True)
    >>> headline(Told(subject="je", speaker="Ada Roy", group=happy, rest="de partir"))
    'Ada Roy : je suis heureux de partir'
    >>> headline(Told(subject="départ", owner="Ada Roy"))
    "Départ d'Ada Roy"
    """
    text = _clause(told, told.group) if told.group is not None else _nominal(told)
    if told.speaker:
        return _clean(capitalised(f"{told.speaker} : {text}"))
    if told.source and told.factuality == "reported" and told.source not in text:
        text = f"{text}, selon {told.source}"
    return _clean(capitalised(text))


def of(name: str) -> str:
    """Return « de » with what follows, contracted or elided.

    Examples
    --------
    >>> of("le conseil"), of("Ada"), of("la direction")
    ('du conseil', "d'Ada", 'de la direction')
    """
    lowered = name[:1].lower() + name[1:]
    for article, contracted in {"le ": "du ", "les ": "des "}.items():
        if lowered.startswith(article):
            return contracted + name[len(article) :]
    if lowered.startswith("des "):
        return of(name[4:])
    if lowered.startswith(("du ", "de ", "d'")):
        return name
    return f"d'{name}" if _is_elided(name) else f"de {name}"


def to(name: str) -> str:
    """Return « à » with what follows, contracted.

    Examples
    --------
    >>> to("le conseil"), to("Ada")
    ('au conseil', 'à Ada')
    """
    lowered = name[:1].lower() + name[1:]
    for article, contracted in {"le ": "au ", "les ": "aux "}.items():
        if lowered.startswith(article):
            return contracted + name[len(article) :]
    return f"à {name}"


def _is_elided(name: str) -> bool:
    return name.startswith(VOWELS) and not name.lower().startswith(ASPIRATED)


def _clean(text: str) -> str:
    text = " ".join(QUOTES.sub(" ", text.replace("’", "'")).split()).replace(" ,", ",").replace(" .", ".")
    text = ORDINAL.sub(r"\1\2", ELISION.sub(r"\1'", text))
    return ENDING.sub("", text) if text[-1:] in LEFT_OFF else text


def _nominal(told: Told) -> str:
    noun = told.subject
    if not _keeps_article(noun):
        noun = next((noun[len(article) :] for article in FALLEN if noun.lower().startswith(article)), noun)
    if told.owner and not re.search(r"\bd(e|u|es|')\b", noun):
        noun = f"{noun} {of(told.owner)}"
    if told.factuality == "possible":
        return f"{'possibles' if told.plural else 'possible'} {noun}"
    if told.factuality in {"negated", "counterfactual"} and not noun.lower().startswith(("aucun", "pas ")):
        return f"pas {of(noun)}"
    return noun


def _keeps_article(noun: str) -> bool:
    """Tell « la plupart », and « un mort » from « un départ »: the first is somebody."""
    words, known = noun.lower().split(), get_language("fr").labels
    counted = words[:1] and words[0] in known.one and words[1:2] and words[1] in known.victims
    return bool(counted) or words[1:2] == ["plupart"]


def _clause(told: Told, group: Group) -> str:
    particles = {"ne", "n'"}
    around = re.split(r"\s+|(?<=')", f"{told.subject.lower()} {told.rest}")
    bare = group.lemma in BARE_NE or any(word in BARE_NE for word in group.auxiliaries)  # « ne peut suivre »
    alone = set(group.negation) <= particles and NEGATIVES.isdisjoint(around) and not bare
    if told.factuality != "negated" and alone:
        group = replace(group, negation=())  # « avant que le groupe n'annonce »
    verb = _verb(group, told, bool(told.plural))
    rest = _as_future(told.rest) if group.perfect or group.tense == "past" else told.rest
    for word in group.negation:  # « pas » that the parser hung on what follows: « n'est pas mortelle »
        verb, rest = verb.replace(f"{word} {word} ", f"{word} "), rest.removeprefix(f"{word} ")
    subject = f"{told.subject} {of(told.owner)}" if told.owner else "je" if told.subject == "j'" else told.subject
    return " ".join(part for part in (subject, verb, to(told.goal) if told.goal else "", rest) if part)


def _as_future(rest: str) -> str:
    """Return what somebody said in the past as said now; what may be, and what hangs on a condition, stays.

    Examples
    --------
    >>> _as_future("qu'il quitterait Volta"), _as_future("que Volta viendrait s'il pouvait")
    ("qu'il quittera Volta", "que Volta viendrait s'il pouvait")
    >>> _as_future("qu'il serait mort"), _as_future("qu'il espérait")
    ("qu'il serait mort", "qu'il espérait")
    """
    if not re.match(r"qu(?:e\b|['’])", rest) or re.search(r"\bs(?:i\b|['’]ils?\b)", rest):
        return rest
    found = FUTURE.search(rest)
    return f"{rest[: found.end(1)]}{FUTURES[found[2]]}{rest[found.end() :]}" if found else rest


def _verb(group: Group, told: Told, plural: bool) -> str:
    """Return the words of the verb, as a headline has them."""
    if not group.predicate and group.tense in {"infinitive", "gerund", "participle"}:
        return _made(group, told, plural)
    return _negated(_finite(group, told, plural), group)


def _finite(group: Group, told: Told, plural: bool) -> list[str]:
    """Return the words of a verb with a tense: a past as a present, or as what may have been."""
    words = [*group.auxiliaries, group.form]
    if told.subject.lower() in SPEAKERS:
        return words
    if group.tense == "present" and group.auxiliaries[1:2] == ("fait",):  # « a fait savoir »
        words = [("fait", "font")[plural], *words[2:]]
    over = {"past", "subjunctive"} | ({"present", "imperfect"} if group.perfect else set())
    if told.factuality == "possible" and not group.predicate and group.tense in over:
        return _hedged(group, plural)
    if group.passive:
        return [("est", "sont")[plural], _numbered(group.form, plural=plural)] if group.tense in over else words
    if _stays(group):
        return words
    simple = present(group, plural=plural)
    return [simple] if simple else words


def _numbered(participle: str, *, plural: bool) -> str:
    """Return a participle in the number of its subject, its gender as it stands: « trois cas ont été recensé »."""
    if not participle.endswith(_PARTICIPLES):
        return participle
    return agreed(participle, Told(plural=plural))


def _stays(group: Group) -> bool:
    """Tell a verb that stands in a headline as it does in the text."""
    past = group.perfect or group.tense in {"past", "subjunctive"}
    ahead = group.tense in {"future", "conditional"}
    achieved = group.perfect and group.lemma in ACHIEVED
    return group.predicate or ahead or achieved or not past


def _hedged(group: Group, plural: bool) -> list[str]:
    """Return what may have happened: « il semble que Volta a vendu l'usine » → « aurait vendu », « serait parti »."""
    if group.passive:
        return [("serait", "seraient")[plural], group.form]
    if not group.perfect:
        return [("pourrait", "pourraient")[plural], _infinitive(replace(group, reflexive=False, form=group.lemma))]
    being = group.reflexive or group.auxiliaries[-1:] in {(word,) for word in ("est", "sont", "soit", "soient")}
    return [(("aurait", "auraient"), ("serait", "seraient"))[being][plural], group.form]


def _negated(words: list[str], group: Group) -> str:
    """Put « ne », the pronouns and « pas » round the first word."""
    first, *others = words
    pronouns = [*(["se"] if group.reflexive else []), *group.clitics]
    negation = [word for word in group.negation if word not in {"ne", "n'"}]
    expletive = group.tense == "subjunctive" and not negation  # « avant qu'elle ne parte »
    before = ["ne"] if group.negation and not expletive else []  # « pas encore remis » → « n'est pas remis »
    chain = [*before, *pronouns, first]
    text = ""
    for word, following in zip(chain, [*chain[1:], ""], strict=True):
        bare = word.rstrip("'’")
        bare = f"{bare}e" if bare in {"s", "n", "m", "t"} else "le" if bare == "l" else bare
        if following and bare in {"ne", "se", "le", "la", "me", "te"} and _is_elided(following):
            text += f"{bare[0]}'"
        else:
            text += f"{bare} "
    return " ".join([text.strip(), *negation, *others])


def _made(group: Group, told: Told, plural: bool) -> str:
    """Return a verb that has no tense: « évincé par le conseil », « en battant Toulouse », « avant de partir »."""
    helper = {"possible": ("pourrait", "pourraient"), "future": ("va", "vont")}.get(told.factuality)
    if group.passive and _looks_participle(group):
        chain = [helper[plural], "être"] if helper else [("est", "sont")[plural]]
        return _negated([*chain, agreed(group.form, told)], group)
    if helper:
        return f"{helper[plural]} {_infinitive(group)}"
    simple = group.form if group.passive else present(group, plural=plural)  # a present taken for a participle
    if not simple:
        return f"{('va', 'vont')[plural]} {_infinitive(group)}" if group.tense == "infinitive" else group.form
    negation = group.negation or (("ne", "pas") if told.factuality == "negated" else ())
    return _negated([simple], Group(lemma="", form="", reflexive=group.reflexive, negation=negation))


def _looks_participle(group: Group) -> bool:
    """Tell « justifiée » from « justifie », which the model may call a participle as well."""
    first = group.lemma.endswith("er")
    return group.form.endswith(("é", "ée", "és", "ées") if first else _PARTICIPLES)


def _infinitive(group: Group) -> str:
    verb = group.form if group.tense == "infinitive" else group.lemma
    return verb if not group.reflexive else f"s'{verb}" if _is_elided(verb) else f"se {verb}"


def agreed(participle: str, told: Told) -> str:
    """Return a past participle in gender and number of the subject, as it stands where they are unknown.

    Examples
    --------
    >>> agreed("signé", Told(subject="la loi", feminine=True, plural=False))
    'signée'
    >>> agreed("interdites", Told(subject="Volta", plural=False))
    'interdite'
    >>> agreed("prises", Told(subject="le pont", feminine=False, plural=False))
    'pris'
    """
    in_s = get_language("fr").labels.in_s
    if told.plural is None or (told.feminine is None and participle in in_s):
        return participle
    if told.feminine is None:
        return participle.removesuffix("s") + "s" * told.plural
    stem = participle.removesuffix("s")
    stem = stem.removesuffix("e") if stem.endswith(("ée", "ie", "ue", "te", "se")) else stem
    stem += "s" if participle in in_s or (participle.endswith("s") and f"{stem}s" in in_s) else ""
    ending = ("e" if told.feminine else "") + "s" * told.plural
    return stem if stem.endswith("s") and ending == "s" else stem + ending


def present(group: Group, *, plural: bool) -> str:
    """Return the third person of a verb's present; empty where the model's lemma is not to be trusted.

    Examples
    --------
    >>> present(Group(lemma="acheter", form="acheté"), plural=False)
    'achète'
    >>> present(Group(lemma="conner", form="connu", perfect=True), plural=False)
    ''
    """
    form = group.form.lower()
    stem = form.removesuffix("s").removesuffix("e") if group.perfect or group.tense == "participle" else ""
    lemma = f"{stem[:-1]}er" if stem.endswith("é") and stem not in {"né", "été"} else group.lemma.lower()
    known = _irregular(lemma)
    if not known and stem and not _is_participle_of(stem, lemma):
        return ""
    if not known and not stem and not lemma.endswith(("er", "ir", "re")):
        return ""
    if known and lemma[:1] != form[:1] and lemma not in {"avoir", "être", "aller"}:
        return ""
    return conjugate(lemma, plural=plural)


def _is_participle_of(stem: str, lemma: str) -> bool:
    endings = {"er": "é", "ir": "i", "re": "u"}
    return lemma[-2:] in endings and stem == lemma[:-2] + endings[lemma[-2:]]


def _irregular(verb: str) -> str:
    """Return the verb of the list that a verb goes like: « reprendre » like « prendre »."""
    for length in range(len(verb), 2, -1):
        ending = verb[-length:]
        compound = length > 4 and not ending.endswith("er")  # « installer » does not go like « aller »
        if ending in get_language("fr").labels.present and (length == len(verb) or compound):
            return ending
    return ""


def conjugate(verb: str, *, plural: bool = False) -> str:
    """Return the third person of the present.

    Examples
    --------
    >>> conjugate("affirmer"), conjugate("finir", plural=True), conjugate("reprendre"), conjugate("acheter")
    ('affirme', 'finissent', 'reprend', 'achète')
    >>> conjugate("célébrer"), conjugate("intégrer", plural=True), conjugate("créer")
    ('célèbre', 'intègrent', 'crée')
    """
    like = _irregular(verb)
    if like:
        forms = get_language("fr").labels.present[like]
        return verb[: -len(like)] + forms[plural]
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
    opened = re.search(r"é(?=(?:[bcdfghlmnpqrstvz]|[bcdfgptv][lr]|gn|ch|qu|gu)$)|(?<=[^qgé])e(?=[tlvmnsr]$)", stem)
    return f"{stem[: opened.start()]}è{stem[opened.end() :]}" if opened and len(stem) > 2 else stem
