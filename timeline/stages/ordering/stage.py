"""The stage: sieves run in the order of their precision; given pairs are judged by the learned weights alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.reasoning.estimates import BEGINNINGS, NARRATIVE
from timeline.stages.ordering.cues import cues_of
from timeline.stages.ordering.learned import best_answers, claim_of
from timeline.stages.ordering.pairs import given_pairs
from timeline.stages.ordering.sieves import SIEVES
from timeline.stages.ordering.weights import learned_weights
from timeline.stages.scene import scene_of

_SAID = 0.95
_CERTAIN = 1.0


def order_events(
    doc: Doc,
    language: Language,
    events: tuple[Event, ...],
    times: tuple[TimeValue, ...],
    anchors: tuple[Relation, ...] = (),
) -> tuple[Relation, ...]:
    """Claim how events stand to each other, to times, and to the reference date (``"t0"``).

    Parameters
    ----------
    doc : Doc
    language : Language
    events, times : tuple
        Those of the document.
    anchors : tuple of Relation
        What `anchor_events` claims; where it is surer about a pair, nothing is added.

    Returns
    -------
    tuple of Relation
        One claim a pair, by the most precise sieve that has one, one by how a report is built, and one by what begins.
    """
    scene = scene_of(doc, language, events, times)
    decided = {_pair(anchor): _weight(anchor) for anchor in anchors}
    decided |= {_pair(anchor): _CERTAIN for anchor in _stretches(anchors)}
    claims: dict[tuple[str, str, frozenset[str]], Relation] = {}
    for sieve in SIEVES:
        for claim in sieve(scene):
            pair = _pair(claim)
            if pair[0] != pair[1] and claim.weight > decided.get(pair, 0.0):
                claims.setdefault((*pair, _kind_of(claim)), claim)
    return tuple(claims.values())


def _pair(claim: Relation) -> tuple[str, str]:
    """Return what a claim is about, whichever comes first; a long text has tens of thousands of them."""
    return (claim.source, claim.target) if claim.source < claim.target else (claim.target, claim.source)


def _stretches(anchors: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the claims that together tell when something begins and ends, "on June 3-5"."""
    anchors = tuple(anchors)
    begun, ended = ({link.source for link in anchors if link.type == end} for end in ("BEGUN_BY", "ENDED_BY"))
    yield from (link for link in anchors if link.source in begun & ended and link.type in ("BEGUN_BY", "ENDED_BY"))


def _kind_of(claim: Relation) -> frozenset[str]:
    rule = claim.evidence.rule
    return NARRATIVE if rule in NARRATIVE else BEGINNINGS if rule in BEGINNINGS else frozenset()


def _weight(anchor: Relation) -> float:
    """Return how sure another claim about a pair must be: very sure where a word says what a time begins or ends."""
    return anchor.weight if anchor.type == "IS_INCLUDED" else max(anchor.weight, _SAID)


def relate_pairs(
    doc: Doc,
    language: Language,
    events: tuple[Event, ...],
    times: tuple[TimeValue, ...],
    pairs: Iterable[tuple[str, str]],
    question: str = "linked",
) -> tuple[Relation, ...]:
    """Say how the pairs stand that somebody asks about, near or far, which is another question than what to note.

    Parameters
    ----------
    doc, language, events, times
        As in `order_events`.
    pairs : iterable of (str, str)
        Ids of two events, or of an event and a time or ``"t0"``; pairs of two times are for the calendar.
    question : str
        One of `timeline.stages.ordering.weights.QUESTIONS`: ``"linked"`` always answers, ``"dense"`` answers where
        the text tells a relation, ``"starts"`` answers which begins first.

    Returns
    -------
    tuple of Relation
        At most one a pair, from its first to its second member.
    """
    weights = learned_weights()
    if weights is None:
        return ()
    answers: list[Relation] = []
    cues = cues_of(scene_of(doc, language, events, times))
    for found, turned in given_pairs(cues, pairs):
        subject = weights.subjects.get(found.subject)
        if subject is None or question not in subject.questions:
            continue
        (probabilities,) = subject.probabilities(found.features(), len(found.ends), [question])
        relations, likely, nothing = best_answers(probabilities, subject.questions[question])
        for number, is_turned in enumerate(turned):
            if likely[number] > nothing[number]:
                answer = claim_of(found, number, relations[number], float(likely[number]), question)
                answers.append(answer.converse() if is_turned else answer)
    return tuple(answers)
