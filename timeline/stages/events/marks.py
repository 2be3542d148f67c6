"""What the words of an event's own group tell of it: negation, mood, tense, condition, adverbs, words before it."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.stages.events.attribution import OPENING
from timeline.stages.events.cues import Cues, stands_before
from timeline.stages.events.governors import governor_of, governors_of, shares_group
from timeline.stages.events.moods import Context, is_inverted_condition, is_pluperfect, is_question, told_by_group
from timeline.stages.events.reader import Mark, Reader, sentence_cues
from timeline.stages.events.words import Word
from timeline.syntax import Form, Role
from timeline.syntax.negation import DENYING_NOUNS
from timeline.syntax.voice import AUXILIARIES, CORE, VERBAL, is_participle

# The strongest of the marks in one verbal group counts.
STRENGTH = ("counterfactual", "negated", "possible", "future", "reported")


DENYING = frozenset(
    {
        Role.ADVERB, Role.NEGATION, Role.DETERMINER, Role.OTHER, Role.AUXILIARY, Role.PASSIVE_AUXILIARY,
        Role.COORDINATOR, Role.PRECOORDINATOR,
    }
)  # fmt: skip
NEAR = AUXILIARIES | {
    Role.DETERMINER, Role.ADJECTIVE, Role.NUMERAL, Role.POSSESSOR, Role.OBJECT, Role.INDIRECT_OBJECT, Role.REFLEXIVE,
    Role.PASSIVE_REFLEXIVE, Role.ADVERB, Role.NEGATION,
}  # fmt: skip
MODIFYING = frozenset({Role.ADVERB, Role.ADJECTIVE, Role.NOUN_CLAUSE, Role.OTHER, Role.ADJUNCT})
REACH = 7  # words from a conjunction to its verb, where the parse does not join them


def own_marks(token: Word, reader: Reader) -> tuple[Mark, ...]:
    """Return what the words of an event's own group tell of it."""
    known = reader.of_group.get(token.i)
    if known is None:
        known = reader.of_group[token.i] = tuple(_own_marks(token, reader))
    return known


def _own_marks(token: Word, reader: Reader) -> Iterator[Mark]:
    cues, verb = reader.cues, _predicate(token)
    yield from _negation(token, cues)
    yield from _modifiers(token, cues)
    first = _first_of_group(token, reader)
    for phrase, effect in cues.before.get(first.nbor(-1).lower_, ()) if first.i else ():
        if phrase in cues.before_verbs and (token.pos_ not in VERBAL or _is_seized(token, cues)):
            continue
        if stands_before(first, phrase):
            yield Mark(effect, " ".join(phrase), first.nbor(-1))
    if verb is not None:
        yield from _verbal_marks(verb, reader)
    yield from _conditions(token, reader)


def _is_seized(token: Word, cues: Cues) -> bool:
    """Tell what somebody took the occasion for, and did: « en profite pour interroger le ministre »."""
    return token.head.lemma_ in cues.seizing


def _verbal_marks(verb: Word, reader: Reader) -> Iterator[Mark]:
    bearer = _bearer(verb)
    yield from told_by_group(bearer, Context(_has_condition(verb, reader), _is_reported(bearer, reader)), reader)
    asking = verb.role in {Role.ROOT, Role.CONJUNCT, Role.OPEN_COMPLEMENT} and not _is_quoted_after(verb)
    if asking and is_question(verb, reader):
        yield Mark("possible", "question", verb.doc[verb.sent.end - 1])


def _is_quoted_after(verb: Word) -> bool:
    """Tell a verb before what is asked in so many words: « il s'interrogeait : « Pourquoi ? » »."""
    return any(word.text in OPENING for word in verb.doc[verb.i + 1 : verb.sent.end])


def _negation(token: Word, cues: Cues) -> Iterator[Mark]:
    if _is_denied_twice(token, cues):
        return
    held = AUXILIARIES | {Role.ADVERB}  # « n'ayant pas réellement exercé », where « pas » hangs on the adverb
    group = [*token.children, *(inner for child in token.children if child.role in held for inner in child.children)]
    words = {child.lower_ for child in group}
    if token.pos_ not in VERBAL and token.role in CORE:  # « il n'y aura plus de grève »
        words |= {child.lower_ for child in token.head.children}
    for child in group:
        if child.lower_ in cues.negation:
            if _denies(child, words, cues):
                yield Mark("negated", "negation", child)
        elif child.role in CORE or _is_neither(child, words, cues):
            yield from _negated_argument(child, cues)


def _is_neither(noun: Word, words: set[str], cues: Cues) -> bool:
    """Tell « n'a salué ni Ada Roy ni Luc Blin » where the parser takes the objects for joined to their verb."""
    return noun.role == Role.CONJUNCT and noun.pos_ not in VERBAL and not words.isdisjoint(cues.ne)


def _is_denied_twice(token: Word, cues: Cues) -> bool:
    """Tell « n'a pas cédé sans combattre »."""
    within = (child for part in token.children for child in part.children)
    return any(child.lower_ in cues.without and child.i > token.i for child in within)


def _denies(child: Word, words: set[str], cues: Cues) -> bool:
    """Tell a negation of a verb; some need their particle beside them: « plus »."""
    needs = child.lower_ in cues.with_ne and not words & cues.ne
    return not needs and (child.role in CORE or child.role in DENYING) and not _is_comparing(child, cues)


def _negated_argument(noun: Word, cues: Cues) -> Iterator[Mark]:
    """Yield « aucun » in « aucun élu n'est parti », « ni » in « n'a reçu ni lettre ni appel »."""
    for inner in noun.children:
        denying = inner.role in DENYING_NOUNS and inner.lower_ in cues.negation
        if denying and inner.lower_ not in cues.with_ne and not _is_comparing(inner, cues):
            yield Mark("negated", "negation", inner)


def _is_comparing(word: Word, cues: Cues) -> bool:
    """Tell « pas moins de six », which counts and does not deny."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in cues.comparing


def _modifiers(token: Word, cues: Cues) -> Iterator[Mark]:
    group = [child for child in token.children if child.role in MODIFYING]
    helpers = (child for child in token.children if child.role in AUXILIARIES)
    group += [inner for helper in helpers for inner in helper.children if inner.role == Role.ADVERB]
    for child in group:
        effect = _effect_of_modifier(child, token, cues)
        if effect and effect != "factual":
            yield Mark(effect, "modifier", child)


def _effect_of_modifier(child: Word, token: Word, cues: Cues) -> str | None:
    effect = cues.modifiers.get(_hyphenated(child)) or cues.modifiers.get(child.lemma_)
    participle = token.pos_ not in VERBAL and child.role == Role.NOUN_CLAUSE and is_participle(child)
    if effect is not None or not participle:
        return effect
    effect = cues.governors.get(child.lemma_)  # « une grève annoncée »
    return effect if effect in {"future", "possible", "negated"} else None


def _hyphenated(word: Word) -> str:
    """Return a word with what a hyphen joins to it: the tokenizer parts « Peut-être » at the head of a sentence."""
    following = word.doc[word.i + 1 : word.i + 3]
    if len(following) == 2 and following[0].text == "-" and not word.whitespace_:
        return f"{word.lower_}-{following[1].lower_}"
    return word.lower_


def _conditions(token: Word, reader: Reader) -> Iterator[Mark]:
    cues, clause = reader.cues, _predicate(token)
    if clause is None:
        return
    if is_inverted_condition(clause, reader):
        yield Mark("counterfactual" if is_pluperfect(clause) else "possible", "condition", clause)
    yield from _awaited(clause, reader)
    far = _conjunction_before(clause, cues) if clause == token else None
    if far is not None:
        yield far
    for child in clause.children:
        if child.role in {Role.MARKER, Role.ADVERB} and child.i < clause.i:
            yield from _by_conjunction(child, clause, reader)


def _awaited(clause: Word, reader: Reader) -> Iterator[Mark]:
    """Yield what a present is behind a conjunction of time, under what is ahead: "will sell | once the deal closes"."""
    first = next((child for child in clause.children if child.lower_ in reader.cues.awaiting), clause)
    verbs = [clause, *(child for child in clause.children if child.role in AUXILIARIES)]
    present = any(Form.FINITE in verb.form and Form.PRESENT in verb.form for verb in verbs)
    if clause.role != Role.ADVERBIAL_CLAUSE or first.i >= clause.i or not present:
        return
    above = [clause.head, *(governor for governor, _ in governors_of(clause.head, reader))]
    if any(mark.status in {"future", "possible"} for word in above for mark in own_marks(word, reader)):
        yield Mark("future", "awaited", first)


def _by_conjunction(child: Word, clause: Word, reader: Reader) -> Iterator[Mark]:
    """Yield what a conjunction before its verb tells: « à moins que », « si »; but not « même si »."""
    cues = reader.cues
    for phrase, effect in cues.conjunctions.get(child.lower_, ()):
        if stands_before(child.nbor(), phrase):
            yield Mark(effect, "condition", child)
    elided = child.text.endswith("'") and child.nbor().pos_ in VERBAL  # « s'être contenté »
    if child.role != Role.MARKER or child.lower_ not in cues.conditions or elided:
        return
    if not any(stands_before(child.nbor(), phrase) for phrase in cues.concessive):
        pluperfect = is_pluperfect(clause) and clause.role == Role.ADVERBIAL_CLAUSE
        yield Mark("counterfactual" if pluperfect else "possible", "condition", child)


def _conjunction_before(verb: Word, cues: Cues) -> Mark | None:
    """Find the conjunction of a clause, wherever the parser hung it: « pour que Blin soit rappelée »."""
    for word in reversed(verb.doc[max(verb.sent.start, verb.i - REACH) : verb.i]):
        if word.pos_ in {"VERB", "PUNCT"}:
            return None
        for phrase, effect in cues.conjunctions.get(word.lower_, ()):
            if len(phrase) > 1 and stands_before(word.nbor(), phrase):
                return Mark(effect, "condition", word)
    return None


def strongest(marks: tuple[Mark, ...]) -> str:
    """Return the standing that counts most among marks: the strongest, unless a condition leaves it open."""
    found = {mark.status for mark in marks}
    if any(mark.rule == "condition" for mark in marks):  # « s'il ne part pas »
        return "counterfactual" if "counterfactual" in found else "possible"
    return next((status for status in STRENGTH if status in found), "factual")


def _predicate(token: Word) -> Word | None:
    """Return the token whose verbal group speaks of an event: its own, or that of its copula."""
    if token.pos_ in VERBAL or any(child.role in AUXILIARIES for child in token.children):
        return token
    if token.role in {Role.PREDICATE_ADJECTIVE, Role.ATTRIBUTE} and token.head.pos_ in VERBAL:
        return token.head
    return None


def _bearer(verb: Word) -> Word:
    """Return the verb whose auxiliaries a coordinated verb shares: « il sera arrêté et jugé »."""
    while verb.role == Role.CONJUNCT and shares_group(verb) and verb.head.pos_ in VERBAL:
        verb = verb.head
    return verb


def _is_reported(verb: Word, reader: Reader) -> bool:
    found = governor_of(verb, reader)
    return (
        found is not None
        and found[1] in {"reported", "believed", "future"}
        and found[0].pos_ in {*VERBAL, "NOUN", "ADJ"}
    )


def _has_condition(verb: Word, reader: Reader) -> bool:
    """Tell whether the sentence states a condition outside a verb's own clause: « si… », « sans son aide »."""
    known = sentence_cues(verb, reader)
    if any(word.head != verb for word in known.conditions) or any(word != verb for word in known.losses):
        return True
    return any(
        child.role in {Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT} and is_inverted_condition(child, reader)
        for child in verb.children
    )


def _first_of_group(token: Word, reader: Reader) -> Word:
    """Return the first word of an event's own group: its auxiliaries, clitics, article and adjectives included."""
    first, marks = token, reader.language.verbs.infinitive_marks
    for child in token.children:
        if child.i < first.i and child.role in NEAR and child.text not in marks:
            first = child if child.i < first.i else first
    return first
