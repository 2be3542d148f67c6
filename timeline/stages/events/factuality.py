"""Whether the text vouches for an event: did it happen, might it, will it, did it not, and on whose word.

The verb's own group is read first (negation, mood, tense), then every word that governs it, from the inside out: « il a
refusé de partir » negates leaving, « elle dit qu'il a refusé » reports that. After the model of FactBank (Saurí and
Pustejovsky 2009) and of implicative and factive verbs (Karttunen 1971), with DESIGN's six values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import NamedTuple

from timeline.languages import Language
from timeline.model.entity import Entity
from timeline.model.mention import Evidence, Mention
from timeline.stages.events.attribution import attributions, is_quoted, speaker_of, trailing_speech
from timeline.stages.events.cast import Cast
from timeline.stages.events.cues import VOICED, Cues, cues_of, stands_before
from timeline.stages.events.syntax import (
    AUXILIARIES,
    OBJECTS,
    RELATIVES,
    VERBAL,
    Grammar,
    is_participle,
    is_passive,
    preposition_of,
)
from timeline.stages.events.types import lemmas_of
from timeline.stages.events.words import Word, mention_of

# The strongest of the marks in one verbal group counts.
STRENGTH = ("counterfactual", "negated", "possible", "future", "reported")
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass", "csubjpass", "dep"})
DEPTH = 8


class Mark(NamedTuple):
    """One word that tells something of an event's standing."""

    status: str
    rule: str
    token: Word


@dataclass(frozen=True, slots=True)
class Standing:
    """What the text makes of an event."""

    factuality: str
    source: Entity | Mention | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceCues:
    """What a sentence tells of all its events: who vouches, who speaks, which words state a condition."""

    attributions: tuple[tuple[Word, Word, Mention], ...]
    speech: Word | None
    conditions: tuple[Word, ...]
    losses: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read standings in one document."""

    language: Language
    cues: Cues
    grammar: Grammar
    cast: Cast
    rules: ModuleType | None
    of_sentence: dict[int, SentenceCues] = field(default_factory=dict)


def reader_of(language: Language, grammar: Grammar, cast: Cast) -> Reader:
    """Return what is needed to read the standings of one document's events."""
    return Reader(language, cues_of(language), grammar, cast, language.rules("factuality"))


def standing_of(token: Word, reader: Reader) -> Standing:
    """Return the standing of the event that a token names."""
    marks = own_marks(token, reader)
    status, source = _strongest(marks), None
    for governor, effect in governors_of(token, reader):
        if governor != token:
            within = {part.i for part in token.subtree}
            above = tuple(mark for mark in own_marks(governor, reader) if mark.token.i not in within)
            status = compose(status, effect, _strongest(above))
            marks += (
                (*above, Mark(effect, "governor", governor))
                if effect not in {"factual", "certain", "judged"}
                else above
            )
        if source is None and effect in VOICED:
            source = speaker_of(governor, reader.cast, reader.grammar)
    status, source, told = _attributed(token, status, source, reader)
    evidence = tuple(dict.fromkeys(Evidence(mark.rule, mention_of(mark.token)) for mark in (*marks, *told)))
    return Standing(status, source, evidence)


def compose(status: str, effect: str, above: str) -> str:
    """Return an event's standing, given what its governor makes of it and how the governor itself stands.

    Examples
    --------
    >>> compose("factual", "reported", "factual")  # « il dit qu'elle est partie »
    'reported'
    >>> compose("factual", "negated", "negated")  # « il n'a pas empêché son départ »
    'factual'
    """
    if effect == "judged":
        return "possible" if status == "factual" else status
    if effect == "certain":
        return "possible" if above != "factual" and status == "factual" else status
    if effect == "factual":
        return above if status == "factual" else status
    effect = {"declined": "negated", "spoken": "reported"}.get(effect, effect)
    if effect in {"negated", "denied"} and above == "negated":
        return "possible" if effect == "denied" else status
    if effect in {"negated", "denied"}:
        return "possible" if above == "possible" else "negated" if status != "counterfactual" else status
    if effect == "counterfactual":
        return "counterfactual"
    if above == "negated":
        return "possible" if effect in {"reported", "believed"} else "negated"
    if status not in {"factual", "reported"}:
        return status
    if effect == "reported":
        return above if above in {"possible", "counterfactual"} else "reported"
    return "possible" if effect == "believed" else effect


def own_marks(token: Word, reader: Reader) -> tuple[Mark, ...]:
    """Return what the words of an event's own group tell of it."""
    return tuple(_own_marks(token, reader))


def governors_of(token: Word, reader: Reader) -> Iterator[tuple[Word, str]]:
    """Yield the words that an event depends on, from the inside out, with what each makes of it."""
    for _ in range(DEPTH):
        found = _governor(token, reader)
        if found is None:
            return
        yield found
        token = found[0]


def _own_marks(token: Word, reader: Reader) -> Iterator[Mark]:
    cues, verb = reader.cues, _predicate(token)
    yield from _negation(token, cues)
    yield from _modifiers(token, cues)
    first = _first_of_group(token)
    for phrase, effect in cues.before.get(first.nbor(-1).lower_, ()) if first.i else ():
        if phrase in cues.before_verbs and token.pos_ not in VERBAL:
            continue
        if stands_before(first, phrase):
            yield Mark(effect, " ".join(phrase), first.nbor(-1))
    if verb is not None:
        yield from _verbal_marks(verb, reader)
    yield from _conditions(token, reader)


def _verbal_marks(verb: Word, reader: Reader) -> Iterator[Mark]:
    rules = reader.rules
    if rules is None:
        return
    bearer = _bearer(verb)
    context = _has_condition(verb, reader)
    for status, rule, word in rules.marks(
        bearer, conditional_context=context, reported_past=_is_reported(bearer, reader)
    ):
        yield Mark(status, rule, word)
    if verb.dep_ in {"ROOT", "conj", "xcomp"} and rules.is_question(verb.doc[verb.sent.end - 1], verb):
        yield Mark("possible", "question", verb.doc[verb.sent.end - 1])


def _negation(token: Word, cues: Cues) -> Iterator[Mark]:
    group = list(token.children)
    group += [inner for child in token.children if child.dep_ in AUXILIARIES for inner in child.children]
    words = {child.lower_ for child in group}
    for child in group:
        word = child.lower_
        if word in cues.negation:
            if word in cues.with_ne and not words & cues.ne:
                continue
            if child.dep_ in {"nsubj", "nsubj:pass", "nsubjpass", *OBJECTS} or child.dep_.startswith(
                ("advmod", "neg", "det", "dep", "aux", "cc", "preconj")
            ):
                yield Mark("negated", "negation", child)
        elif child.dep_ in {"nsubj", "nsubj:pass", "nsubjpass", *OBJECTS}:
            for inner in child.children:
                if (
                    inner.dep_ in {"det", "neg", "advmod"}
                    and inner.lower_ in cues.negation
                    and inner.lower_ not in cues.with_ne
                ):
                    yield Mark("negated", "negation", inner)


def _modifiers(token: Word, cues: Cues) -> Iterator[Mark]:
    group = [child for child in token.children if child.dep_ in {"advmod", "amod", "acl", "dep", "obl:mod"}]
    group += [
        inner
        for child in token.children
        if child.dep_ in AUXILIARIES
        for inner in child.children
        if inner.dep_ == "advmod"
    ]
    for child in group:
        effect = cues.modifiers.get(_hyphenated(child)) or cues.modifiers.get(child.lemma_)
        if effect is None and token.pos_ not in VERBAL and child.dep_ == "acl" and is_participle(child):
            effect = cues.governors.get(child.lemma_)
            effect = effect if effect in {"future", "possible", "negated"} else None
        if effect and effect != "factual":
            yield Mark(effect, "modifier", child)


def _hyphenated(word: Word) -> str:
    """Return a word with what a hyphen joins to it: the tokenizer parts « Peut-être » at the head of a sentence."""
    following = word.doc[word.i + 1 : word.i + 3]
    if len(following) == 2 and following[0].text == "-" and not word.whitespace_:
        return f"{word.lower_}-{following[1].lower_}"
    return word.lower_


def _conditions(token: Word, reader: Reader) -> Iterator[Mark]:
    cues, rules = reader.cues, reader.rules
    clause = _predicate(token)
    if clause is None:
        return
    if rules is not None and rules.is_inverted_condition(clause):
        yield Mark("counterfactual" if rules.is_pluperfect(clause) else "possible", "condition", clause)
    for child in (inner for inner in clause.children if inner.dep_ in {"mark", "advmod"} and inner.i < clause.i):
        for phrase, effect in cues.conjunctions:
            if stands_before(token.doc[child.i + 1] if child.i + 1 < len(token.doc) else child, phrase):
                yield Mark(effect, "condition", child)
        if child.dep_ == "mark" and child.lower_ in cues.conditions:
            if any(stands_before(token.doc[child.i + 1], phrase) for phrase in cues.concessive):
                continue
            pluperfect = rules is not None and rules.is_pluperfect(clause) and clause.dep_ == "advcl"
            yield Mark("counterfactual" if pluperfect else "possible", "condition", child)


def _governor(token: Word, reader: Reader) -> tuple[Word, str] | None:
    """Return the next word that a token depends on and that says something of it."""
    head, dep = token.head, token.dep_
    if head == token:
        return None
    if dep == "conj":
        return (head, "factual") if _shares_group(token) else _governor(head, reader)
    if preposition_of(token) in reader.grammar.predicative:
        carrier = head.head if dep == "pobj" else head
        if carrier.lemma_ in reader.grammar.copulas:
            return carrier, "factual"  # « était en pourparlers »
    if dep in {"pobj", "pcomp"}:
        return _by_preposition(head, reader)
    if dep == "ccomp" and any("Int" in child.morph.get("PronType") or child.tag_ == "WRB" for child in token.children):
        return None  # « on ignore pourquoi il est parti » takes it for granted that he left
    judged = next((child for child in head.children if child.dep_ == "acomp" and child.i < token.i), None)
    if dep in COMPLEMENTS and judged is not None:  # "it is hard to consider"
        return judged, _effect(judged, token, reader)
    if dep in COMPLEMENTS:
        return head, _effect(head, token, reader)
    if dep in OBJECTS or (dep in {"nsubj:pass", "nsubjpass"} and is_passive(head, reader.grammar)):
        return _if_known(head, token, reader)
    if dep == "nsubj":
        return _occurrence(token, head, reader)
    if dep in {"obl:arg", "obl:mod", "nmod", "acl", "acl:relcl", "relcl", "appos"}:
        return _of_noun(token, head, reader)
    return None


def _by_preposition(preposition: Word, reader: Reader) -> tuple[Word, str] | None:
    head = preposition.head.head if preposition.head.dep_ == "prep" else preposition.head
    found = _if_known(head, preposition, reader)
    nominal = any(child.dep_ == "pobj" for child in preposition.children)
    return None if nominal and found is not None and found[1] == "factual" else found


def _of_noun(token: Word, head: Word, reader: Reader) -> tuple[Word, str] | None:
    """Read « la rumeur d'un rachat », « la décision de vendre », « des rumeurs selon lesquelles… »."""
    if token.dep_ in RELATIVES and not _is_content_clause(token, reader):
        return None
    if token.dep_ == "acl" and is_participle(token):
        return None
    if token.dep_ in {"nmod", "obl:arg", "obl:mod", "appos"}:
        marker = preposition_of(token)
        slots = reader.grammar.prepositions.get(marker, ())
        if marker and not set(slots) & {"origin", "goal", "for", "with"}:
            return None
    found = _if_known(head, token, reader)
    return (
        None if token.dep_ in {"obl:mod", "obl:arg", "appos"} and found is not None and found[1] == "factual" else found
    )


def _if_known(head: Word, token: Word, reader: Reader) -> tuple[Word, str] | None:
    effect = _effect(head, token, reader, default="")
    if effect == "declined" and token.lemma_ in reader.cues.governors:
        return None  # a demand that is turned down was made
    if effect == "spoken" and token.dep_ in {*OBJECTS, "nsubj:pass", "nsubjpass"}:
        return None  # what is criticised was done
    return (head, effect) if effect else None


def _effect(head: Word, token: Word, reader: Reader, default: str = "factual") -> str:
    rules = reader.rules
    if rules is not None:
        modal: str | None = rules.governor_effect(head, token)
        if modal is not None:
            return modal
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), "")
    names = [f"{head.lemma_}_{particle}"] if particle else [*lemmas_of(head, reader.language), head.lower_]
    return next((reader.cues.governors[name] for name in names if name in reader.cues.governors), default)


def _occurrence(token: Word, head: Word, reader: Reader) -> tuple[Word, str] | None:
    """Follow a noun to the verb that says whether it takes place: « le match doit avoir lieu samedi »."""
    predicate = head
    for _ in range(DEPTH):
        inner = next((child for child in predicate.children if child.dep_ == "xcomp" and child.pos_ in VERBAL), None)
        if inner is None:
            break
        predicate = inner
    needed = reader.cues.occurrence.get(predicate.lemma_)  # « avoir lieu », « se tenir »
    around = {child.lower_ for child in predicate.children}
    if token.pos_ in VERBAL or needed is None or (needed and not around & {needed, f"{needed[0]}'"}):
        return None
    return predicate, "factual"


def _is_content_clause(token: Word, reader: Reader) -> bool:
    """Tell « des rumeurs selon lesquelles il part » from « des rumeurs qui courent »."""
    first = next(iter(token.subtree))
    return any(
        tuple(word.lower_ for word in token.doc[first.i : first.i + len(phrase)]) == phrase
        for phrase in reader.cues.attribution
    )


def _attributed(
    token: Word, status: str, source: Entity | Mention | None, reader: Reader
) -> tuple[str, Entity | Mention | None, tuple[Mark, ...]]:
    """Add what stands outside the clause: « selon… », quotation marks, « …, a dit X »."""
    marks: list[Mark] = []
    known = _sentence_cues(token, reader)
    for preposition, noun, phrase in known.attributions:
        if _in_scope(token, preposition, noun):
            marks.append(Mark("reported", "attribution", preposition))
            source = source or reader.cast.entity(noun) or phrase
    speech = known.speech
    if speech is not None and token != speech and not _within(token, speech):
        marks.append(Mark("reported", "reporting clause", speech))
        source = source or speaker_of(speech, reader.cast, reader.grammar)
    elif is_quoted(token):
        marks.append(Mark("reported", "quotation", token))
    if marks and status == "factual":
        status = "reported"
    return status, source, tuple(marks)


def _in_scope(token: Word, preposition: Word, noun: Word) -> bool:
    """Tell whether an attribution speaks of a token: the sentence when it opens or closes it, else its clause."""
    if token in noun.subtree or token is noun:
        return False
    sentence = token.sent
    if preposition.i == sentence.start or preposition.head.i == sentence.start:
        return True
    anchor = noun.head if noun.head != preposition else preposition.head
    for _ in range(DEPTH):
        if anchor.pos_ in VERBAL or anchor.head == anchor:
            break
        anchor = anchor.head
    return anchor == token or anchor in token.children or token in anchor.subtree or preposition.i > sentence.end - 8


def _within(token: Word, speech: Word) -> bool:
    """Tell whether a token is part of a reporting clause, and not of what it reports."""
    if token.i < speech.i:
        return any(
            token == part
            for child in speech.children
            if child.dep_.startswith(("nsubj", "aux"))
            for part in child.subtree
        )
    return token in speech.subtree


def _strongest(marks: tuple[Mark, ...]) -> str:
    found = {mark.status for mark in marks}
    if any(mark.rule == "condition" for mark in marks):  # « s'il ne part pas »
        return "counterfactual" if "counterfactual" in found else "possible"
    return next((status for status in STRENGTH if status in found), "factual")


def _predicate(token: Word) -> Word | None:
    """Return the token whose verbal group speaks of an event: its own, or that of its copula."""
    if token.pos_ in VERBAL or any(child.dep_ in {"cop", *AUXILIARIES} for child in token.children):
        return token
    if token.dep_ in {"acomp", "attr"} and token.head.pos_ in VERBAL:
        return token.head
    return None


def _bearer(verb: Word) -> Word:
    """Return the verb whose auxiliaries a coordinated verb shares: « il sera arrêté et jugé »."""
    while verb.dep_ == "conj" and _shares_group(verb) and verb.head.pos_ in VERBAL:
        verb = verb.head
    return verb


def _shares_group(token: Word) -> bool:
    """Tell a coordinated verb without auxiliaries or tense of its own."""
    if token.pos_ not in VERBAL or token.head.pos_ not in VERBAL:
        return False
    if any(child.dep_ in AUXILIARIES or child.dep_.startswith("nsubj") for child in token.children):
        return False
    return "Fin" not in token.morph.get("VerbForm")


def _is_reported(verb: Word, reader: Reader) -> bool:
    found = _governor(verb, reader)
    return (
        found is not None
        and found[1] in {"reported", "believed", "future"}
        and found[0].pos_ in {*VERBAL, "NOUN", "ADJ"}
    )


def _has_condition(verb: Word, reader: Reader) -> bool:
    """Tell whether the sentence states a condition outside a verb's own clause: « si… », « sans son aide »."""
    known = _sentence_cues(verb, reader)
    if any(word.head is not verb for word in known.conditions) or any(word is not verb for word in known.losses):
        return True
    rules = reader.rules
    return rules is not None and any(
        child.dep_ in {"advcl", "ccomp"} and rules.is_inverted_condition(child) for child in verb.children
    )


def _sentence_cues(token: Word, reader: Reader) -> SentenceCues:
    """Read a sentence once for all its events."""
    sentence = token.sent
    known = reader.of_sentence.get(sentence.start)
    if known is None:
        known = SentenceCues(
            tuple(attributions(sentence, reader.cast, reader.cues)),
            trailing_speech(sentence, reader.cues),
            tuple(word for word in sentence.words if _states_condition(word, reader.cues)),
            tuple(word for word in sentence.words if _is_missed(word, reader.cues)),
        )
        reader.of_sentence[sentence.start] = known
    return known


def _states_condition(word: Word, cues: Cues) -> bool:
    if (
        word.lower_ not in cues.conditions
        or word.dep_ != "mark"
        or word.head.dep_ not in {"advcl", "ccomp", "parataxis"}
    ):
        return False
    return word.i + 1 == len(word.doc) or not any(stands_before(word.nbor(), phrase) for phrase in cues.concessive)


def _is_missed(word: Word, cues: Cues) -> bool:
    """Tell what the text says was lacking: « sans l'aide des voisins »."""
    if word.i == 0 or word.dep_ in {"advcl", "xcomp"}:
        return False
    phrases = cues.before.get(word.doc[word.i - 1].lower_, ())
    return any(effect == "negated" and stands_before(word, phrase) for phrase, effect in phrases)


def _first_of_group(token: Word) -> Word:
    """Return the first word of an event's own group: its auxiliaries, clitics, article and adjectives included."""
    first = token
    near = {"det", "amod", "nummod", "poss", "obj", "iobj", "expl:comp", "expl:pass", "advmod", "neg", *AUXILIARIES}
    for child in token.children:
        if child.i < first.i and child.dep_ in near and child.text != "to":
            first = child if child.i < first.i else first
    return first
