"""Whether the text vouches for an event: did it happen, might it, will it, did it not, and on whose word.

The verb's own group is read first (negation, mood, tense), then every word that governs it, from the inside out: « il a
refusé de partir » negates leaving, « elle dit qu'il a refusé » reports that. After the model of FactBank (Saurí and
Pustejovsky 2009) and of implicative and factive verbs (Karttunen 1971), with DESIGN's six values.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.entity import Entity
from timeline.model.mention import Evidence, Mention
from timeline.stages.events.attribution import is_quoted, speaker_of
from timeline.stages.events.cues import VOICED
from timeline.stages.events.governors import governors_of
from timeline.stages.events.marks import own_marks, strongest
from timeline.stages.events.reader import Mark, Reader, sentence_cues
from timeline.stages.events.words import Word, mention_of
from timeline.syntax import Role
from timeline.syntax.phrases import mark_before
from timeline.syntax.voice import SUBJECTS, VERB_AUXILIARIES, VERBAL

UNMARKED = frozenset({"factual", "certain", "judged"})  # effects that leave the event as their governor stands
PLAINLY = {"declined": "negated", "waived": "negated", "spoken": "reported"}
DEPTH = 8  # of heads climbed to the verb of a clause


@dataclass(frozen=True, slots=True)
class Standing:
    """What the text makes of an event."""

    factuality: str
    source: Entity | Mention | None = None
    evidence: tuple[Evidence, ...] = ()


def standing_of(token: Word, reader: Reader) -> Standing:
    """Return the standing of the event that a token names."""
    marks = own_marks(token, reader)
    status, source, above = _governed(token, strongest(marks), reader)
    marks += above
    status, source, told = _attributed(token, status, source, reader)
    if status == "possible" and any(mark.rule == "attribution" for mark in told):
        hedges = {mark.rule for mark in marks if mark.status == "possible"}
        status = "reported" if hedges == {"conditional"} else status  # « selon X, il serait malade »
    seen = (*marks, *told, *_hedges_above(token, reader))
    evidence = tuple(dict.fromkeys(Evidence(mark.rule, mention_of(mark.token)) for mark in seen))
    return Standing(status, source, evidence)


def _governed(token: Word, status: str, reader: Reader) -> tuple[str, Entity | Mention | None, tuple[Mark, ...]]:
    """Add what the words above make of an event, from the inside out, and the first who speaks there."""
    source: Entity | Mention | None = None
    marks: tuple[Mark, ...] = ()
    if token == sentence_cues(token, reader).speech:  # « …, a averti le maire » depends on nothing
        return status, source, marks
    for governor, effect in governors_of(token, reader):
        if effect == "charged":  # whatever comes of the charge
            return (
                "reported" if status == "factual" else status,
                source,
                (*marks, Mark("reported", "governor", governor)),
            )
        if governor != token:
            within = {part.i for part in token.subtree}
            above = tuple(mark for mark in own_marks(governor, reader) if mark.token.i not in within)
            status = compose(status, effect, strongest(above))
            marks += above if effect in UNMARKED else (*above, Mark(effect, "governor", governor))
        if source is None and effect in VOICED:
            source = speaker_of(governor, reader.cast, reader.grammar)
    return status, source, marks


def _hedges_above(token: Word, reader: Reader) -> tuple[Mark, ...]:
    """Return the hedges over what a restrictive relative clause describes.

    « il semblerait qu'on l'ait intégrée dans une unité qu'il dirigera »: the clause stays future, but what it describes
    may not be. Kept as evidence only.
    """
    if token.role != Role.RELATIVE_CLAUSE or mark_before(token) == ",":
        return ()
    verb = token.head
    for _ in range(DEPTH):
        if verb.pos_ in VERBAL or verb.head == verb:
            break
        verb = verb.head
    over = (verb, *(governor for governor, _ in governors_of(verb, reader)))
    hedges = (mark.token for word in over for mark in own_marks(word, reader) if mark.status == "possible")
    return tuple(Mark("possible", "hedge above", hedge) for hedge in hedges)


def compose(status: str, effect: str, above: str) -> str:
    """Return an event's standing, given what its governor makes of it and how the governor itself stands.

    Examples
    --------
    >>> compose("factual", "reported", "factual")  # « il dit qu'elle est partie »
    'reported'
    >>> compose("factual", "negated", "negated")  # « il n'a pas empêché son départ »
    'factual'
    """
    if effect in UNMARKED:
        return _as_governed(status, effect, above)
    if above == "negated" and effect in {"denied", "waived"}:
        return "possible"
    effect = PLAINLY.get(effect, effect)
    if effect in {"negated", "denied"}:
        return _denied(status, effect, above)
    if effect == "counterfactual":
        return "counterfactual"
    if above == "negated":
        return "possible" if effect in {"reported", "believed"} else "negated"
    if status not in {"factual", "reported"}:
        return status
    if effect == "reported":
        return above if above in {"possible", "counterfactual"} else "reported"
    return "possible" if effect == "believed" else effect


def _as_governed(status: str, effect: str, above: str) -> str:
    """Return the standing under what takes it over (« commencer »), judges it, or is sure of it."""
    if effect == "factual":
        return above if status == "factual" or above == "negated" else status
    if status != "factual":
        return status
    return "factual" if effect == "certain" and above == "factual" else "possible"


def _denied(status: str, effect: str, above: str) -> str:
    if effect == "negated" and above == "negated":
        return status
    if above == "possible":
        return "possible"
    return status if status == "counterfactual" else "negated"


def _attributed(
    token: Word, status: str, source: Entity | Mention | None, reader: Reader
) -> tuple[str, Entity | Mention | None, tuple[Mark, ...]]:
    """Add what stands outside the clause: « selon… », quotation marks, « …, a dit X »."""
    marks: list[Mark] = []
    known = sentence_cues(token, reader)
    if _is_taken_for_granted(token, reader):
        return status, source, ()
    for preposition, noun, phrase in known.attributions:
        if _in_scope(token, preposition, noun):
            marks.append(Mark("reported", "attribution", preposition))
            source = source or reader.cast.entity(noun) or phrase
    speech = known.speech
    if speech is not None and token != speech and not _within(token, speech) and not _is_aside(token, speech):
        marks.append(Mark("reported", "reporting clause", speech))
        source = source or speaker_of(speech, reader.cast, reader.grammar)
    elif is_quoted(token, known.quotes):
        marks.append(Mark("reported", "quotation", token))
    if marks and status == "factual":
        status = "reported"
    return status, source, tuple(marks)


def _in_scope(token: Word, preposition: Word, noun: Word) -> bool:
    """Tell whether an attribution speaks of a token: the sentence when it opens or closes it, else its clause."""
    if token in noun.subtree or token == noun:
        return False
    sentence = token.sent
    if preposition.i == sentence.start or preposition.head.i == sentence.start:
        return True
    anchor = noun.head if noun.head != preposition else preposition.head
    if _is_beside(token, anchor, _aside_of(preposition, noun)):
        return False
    for _ in range(DEPTH):
        if anchor.pos_ in VERBAL or anchor.head == anchor:
            break
        anchor = anchor.head
    return anchor == token or anchor in token.children or token in anchor.subtree or preposition.i > sentence.end - 8


def _is_beside(token: Word, anchor: Word, aside: range) -> bool:
    """Tell what an attributed aside leaves alone: « Ada, proche du maire selon la presse, est partie »."""
    set_off = _is_set_off(anchor) and token not in anchor.subtree
    return set_off or bool(aside and token.i not in aside)


def _aside_of(preposition: Word, noun: Word) -> range:
    """Return the places of an aside without a verb that an attribution ends: « , proche du maire selon la presse, »."""
    sentence, last = preposition.sent, noun.right_edge.i
    before = next((word.i for word in reversed(sentence.words) if word.i < preposition.i and word.text == ","), None)
    closed = last + 1 < sentence.end and noun.doc[last + 1].text == ","
    if before is None or not closed or before + 1 == preposition.i:
        return range(0)
    verbal = any(word.pos_ in VERBAL for word in noun.doc[before : preposition.i])
    return range(0) if verbal else range(before, last + 1)


def _is_set_off(word: Word) -> bool:
    """Tell the adjective or noun of an aside between commas."""
    first, last = word.left_edge, word.right_edge
    doc = word.doc
    closed = last.i + 1 < len(doc) and doc[last.i + 1].text == ","
    opened = first.i > word.sent.start and "," in {first.text, doc[first.i - 1].text}
    return word.pos_ not in VERBAL and opened and closed


def _is_taken_for_granted(token: Word, reader: Reader) -> bool:
    """Tell what others speak of, and the author knows of: « selon la police, l'incendie est criminel »."""
    return token.pos_ == "NOUN" and any(child.lower_ in reader.definite for child in token.children)


def _is_aside(token: Word, speech: Word) -> bool:
    """Tell what a relative clause between commas adds: "Ada, who left in May, will return, her agent said"."""
    for _ in range(DEPTH):
        if token.role == Role.RELATIVE_CLAUSE:
            first = token.left_edge
            return first.i > token.sent.start and first.nbor(-1).text == "," and not token.is_ancestor(speech)
        token = token.head
    return False


def _within(token: Word, speech: Word) -> bool:
    """Tell whether a token is part of a reporting clause, and not of what it reports."""
    if token.i < speech.i:
        return any(
            token == part
            for child in speech.children
            if child.role in SUBJECTS | VERB_AUXILIARIES
            for part in child.subtree
        )
    return token in speech.subtree
