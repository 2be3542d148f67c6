"""English headlines: "Board ousts Ada Roy", "Ada Roy may leave Orbita", "Earthquake in Chile".

The words are the text's own (`timeline.stages.events.labels`); here they get the form of a headline: a past becomes a
present, a passive its participle, a future an infinitive, and subject and object lose their article.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.languages.headlines import Group, Told, capitalised

FALLEN = ("the ", "a ", "an ")
HAVING, BEING, DOING = (
    frozenset({"have", "has", "had", "'ve", "'d", "having"}),
    frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "am", "'m"}),
    frozenset({"do", "does", "did"}),
)
INFINITIVE = re.compile(r"to (?!(?:the|an?|this|that|his|her|its|their|our|my)\b)[a-z]")
PERSONAL = frozenset({"he", "she", "it", "they", "we", "you"})
WILL = frozenset({"will", "'ll", "shall", "wo"})
WISHING = frozenset({"like", "love", "prefer", "hate"})  # behind "would": of now, and no future
SPELT = {"ca": "can", "wo": "will"}
OWN = frozenset({"i", "we", "my", "our", "me", "us", "myself", "ourselves"})
UNMARKED = frozenset({"i", "we", "you", "they"})  # whose verbs have no -s
OF_ONESELF = {"is": "am", "are": "am", "were": "was"}  # behind "I"
DOUBLED = {"instal": "install"}  # as a lemmatizer has it
# What was done: "its offer | had | been approved"; participles that have no -ed are those that news has most.
DONE = re.compile(
    r"^([^,;:]+?) had ((?:not |never |already )?(?:been|become|begun|broken|brought|built|bought|caught|chosen|come|"
    r"done|fallen|fled|found|given|gone|grown|held|hit|led|left|lost|made|met|paid|risen|seen|sent|shot|shown|sold|"
    r"spent|stolen|struck|taken|told|withdrawn|won|\w{3,}ed)\b)"
)
SINGULAR, PLURAL = {"be": "is", "have": "has", "do": "does", "go": "goes"}, {"be": "are"}


def headline(told: Told) -> str:
    """Return a headline: the clause with its verb in the present, or the noun phrase without its article.

    Examples
    --------
    >>> headline(Told(subject="the board", group=Group(lemma="oust", form="ousted", tense="past"), rest="Ada Roy"))
    'Board ousts Ada Roy'
    >>> may = Group(lemma="oust", form="ousted", auxiliaries=("may", "be"), passive=True)
    >>> headline(Told(subject="Ada Roy", group=may))
    'Ada Roy may be ousted'
    """
    if told.group is None:
        text = _nominal(told)
    else:
        telling = told.group.lemma == "tell" and told.rest.startswith(":")  # whom is told no more
        group = replace(told.group, lemma="say" if telling else lemma_of(told.group))
        rest = _as_present(told.rest) if group.tense == "past" or set(group.auxiliaries) & HAVING else told.rest
        for word in (*group.negation, "that"):
            rest = rest.removeprefix(f"{word} ")
        subject = f"{_genitive(_bare(told.owner))} {told.subject}" if told.owner else _bare(_unowned(told.subject))
        rest = rest if _is_of_oneself(told) else _bare(rest)
        text = " ".join(part for part in (subject, _verb(group, told), rest) if part)
    if told.source and told.source not in text:
        text = _vouched(text, told)
    text = re.sub(r"\s+([,.:]|'s\b)", r"\1", " ".join(text.split()))
    return re.sub(r"[\s,;:-]+$", "", capitalised(text))


def lemma_of(group: Group) -> str:
    """Return the verb, with the e that a lemmatizer may lose: "hoped" is of "hope", since "hop" has "hopped".

    Examples
    --------
    >>> lemma_of(Group(lemma="hop", form="hoped")), lemma_of(Group(lemma="stop", form="stopped"))
    ('hope', 'stop')
    """
    if group.lemma in DOUBLED:
        return DOUBLED[group.lemma]
    told = group.form in {f"{group.lemma}ed", f"{group.lemma}es"}
    lost = told and re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxyszh]|[^aeiou]*[aeiou][sz]", group.lemma)
    return f"{group.lemma}e" if lost else group.lemma


def third_person(verb: str) -> str:
    """Return the third person singular of a verb.

    Examples
    --------
    >>> third_person("oust"), third_person("push"), third_person("deny")
    ('ousts', 'pushes', 'denies')
    """
    if verb in SINGULAR:
        return SINGULAR[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _vouched(text: str, told: Told) -> str:
    """Return a headline with who says so: before it where they speak of themselves, else behind it if need be."""
    if _is_of_oneself(told):
        return f"{told.source}: {text}"
    return f"{text}, according to {told.source}" if told.factuality == "reported" else text


def _is_of_oneself(told: Told) -> bool:
    """Tell a clause in which somebody speaks of themselves: "we sold it", and with who says so "it will cost us"."""
    words = re.findall(r"[A-Za-z]+", f"{told.subject} {told.rest}" if told.source else told.subject)
    return any((word.lower() in OWN and not word.isupper()) or word == "I" for word in words)


def _bare(phrase: str) -> str:
    return next((phrase[len(article) :] for article in FALLEN if phrase.lower().startswith(article)), phrase)


def _unowned(subject: str) -> str:
    """Return a subject without "its", "their", where nobody knows whose: "their ferry" → "ferry"."""
    whose, _, rest = subject.partition(" ")
    return rest if rest and whose.lower() in {"its", "their"} else subject


def _genitive(owner: str) -> str:
    """Return whose, as newspapers write it: "Orbita's", "Ada Jobs'"."""
    return f"{owner}'" if owner.endswith("s") else f"{owner}'s"


def _as_present(rest: str) -> str:
    """Return what somebody said in the past as said now, a condition apart.

    Examples
    --------
    >>> _as_present("that it would leave"), _as_present("Volta would buy it"), _as_present("it would have left")
    ('that it will leave', 'Volta will buy it', 'it would have left')
    >>> _as_present("its offer had been approved"), _as_present("Ada Roy and her aide had left")
    ('its offer has been approved', 'Ada Roy and her aide have left')
    >>> _as_present("it would leave if it could"), _as_present("a plan that would cost more")
    ('it would leave if it could', 'a plan that would cost more')
    """
    if re.search(rf"\bif\b|\bwould (?:have|{'|'.join(sorted(WISHING))})\b", rest):
        return rest
    if re.match(r".+\b(?:who|which|that|whose|where|when)\b.* (?:would|had)\b", rest):
        return rest
    rest = re.sub(r"^([^,;:]+?) would\b", r"\1 will", rest)
    return DONE.sub(_perfect, rest)


def _perfect(had: re.Match[str]) -> str:
    """Return what was done by then as done now: "its offer | had been approved" → "has"."""
    last = had[1].split()[-1]
    several = last.endswith("s") and last.islower() and not last.endswith(("ss", "us", "is", "'s"))
    several = several or " and " in had[1] or last.lower() in {*UNMARKED, "police", "people"}
    return f"{had[1]} {'have' if several else 'has'} {had[2]}"


def _nominal(told: Told) -> str:
    noun = _bare(told.subject)
    if told.owner:
        noun = f"{noun} of {_bare(told.owner)}"
    if told.factuality == "possible":
        return f"possible {noun}"
    if told.factuality in {"negated", "counterfactual"} and not noun.lower().startswith("no "):
        return f"no {noun}"
    return noun


def _verb(group: Group, told: Told) -> str:
    """Return the words of the verb, as a headline has them."""
    auxiliaries = [word for word in group.auxiliaries if word != "to"]
    modal = next((word for word in auxiliaries if word not in HAVING | BEING | DOING), "")
    no = ["not"] if group.negation else []
    if group.predicate or _is_of_oneself(told):  # in their own words, and their own time
        words = _in_own_words(group, auxiliaries, no)
    elif modal:
        words = _modal(group, told, modal, [word for word in auxiliaries if word != modal], no)
    else:
        words = (_passive if group.passive else _active)(group, told, no)
    return " ".join(word for word in _of_oneself(words, told) if word)


def _in_own_words(group: Group, auxiliaries: list[str], no: list[str]) -> list[str]:
    """Return the words of a verb, or of a copula and its predicate, as the text has them: "did not sell"."""
    first = [SPELT.get(word, word) for word in auxiliaries[:1]]
    return [*first, *no, *auxiliaries[1:], group.form, "" if group.predicate else group.particle]


def _of_oneself(words: list[str], told: Told) -> list[str]:
    """Return the words of a verb as they stand behind "I"."""
    return [OF_ONESELF.get(word, word) for word in words] if told.subject.lower() == "i" else words


def _modal(group: Group, told: Told, modal: str, others: list[str], no: list[str]) -> list[str]:
    """Return "may not leave", and a plain future as "to leave"."""
    if modal == "would" and told.factuality == "future" and group.lemma not in WISHING:
        modal = "will"  # as somebody said then
    ahead = modal in WILL and not no and not set(others) & HAVING and told.subject.lower() not in PERSONAL
    if ahead and not group.passive:  # "will want to fly"
        return ["will" if told.rest.startswith("to ") else "to", group.lemma, group.particle]
    spelt = SPELT.get(modal, modal)
    first = ["cannot"] if spelt == "can" and no else ["to" if ahead else spelt, *no]
    return [*first, *others, group.form, group.particle]


def _passive(group: Group, told: Told, no: list[str]) -> list[str]:
    before = {"future": ["to", "be"], "possible": ["may", "be"]}.get(told.factuality, [])
    if group.auxiliaries and told.factuality != "future":
        before = []
    if told.subject.lower() in PERSONAL and not before:  # "She is expected to resign"
        before = ["are" if told.plural else "is"]
        return [*before, *no, group.form, group.particle]
    return [*no, *before, group.form, group.particle]


def _active(group: Group, told: Told, no: list[str]) -> list[str]:
    plural = bool(told.plural) or told.subject.lower() in UNMARKED
    if group.tense == "infinitive" or _is_ahead(group, told):
        titled = group.tense == "infinitive" and "to" not in group.auxiliaries and told.plural is not None
        return [*([] if titled else [*no, "to"]), group.lemma, group.particle]  # "Police shoot one man"
    if group.form == "going" and INFINITIVE.match(told.rest) and set(group.auxiliaries) & BEING:
        return ["were" if plural else "was", *no, "going"] if group.tense == "past" else no  # "Volta | to make history"
    if told.factuality == "possible" and not no:
        return _hedged(group)
    return _present(group, no, plural=plural)


def _present(group: Group, no: list[str], *, plural: bool) -> list[str]:
    """Return a verb with a tense in the present; what was stays a past, for it says how somebody was."""
    if group.lemma == "be" and (group.tense == "past" or "had" in group.auxiliaries):
        return ["were" if plural else "was", *no]
    if no:
        return _denied(group, plural=plural)
    finite = PLURAL.get(group.lemma, group.lemma) if plural else third_person(group.lemma)
    return [finite, group.particle]


def _denied(group: Group, *, plural: bool) -> list[str]:
    """Return what is not so: "is not", "does not sell", and of what has not been done yet "has not sold"."""
    if group.lemma == "be":
        return ["are" if plural else "is", "not"]
    having = next((word for word in group.auxiliaries if word in HAVING), "")
    if not having:
        return ["do" if plural else "does", "not", group.lemma, group.particle]
    return ["had" if having == "had" else "have" if plural else "has", "not", group.form, group.particle]


def _hedged(group: Group) -> list[str]:
    """Return what may be or have been: "it seems that Volta sold the plant" → "may have sold"."""
    past = group.tense == "past" or set(group.auxiliaries) & HAVING
    return ["may", "have", group.form, group.particle] if past else ["may", group.lemma, group.particle]


def _is_ahead(group: Group, told: Told) -> bool:
    """Tell a verb without a tense of what has not happened."""
    timeless = group.tense in {"gerund", "participle"} and not set(group.auxiliaries) & (HAVING | BEING | DOING)
    return timeless and told.factuality in {"future", "possible"}
