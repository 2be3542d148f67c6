"""How strong each rule is that sets an event to a time or to another event: one table, on one scale.

A weight ranks claims, and `Timeline.explain` says by it how sure the words are; how often such claims are right is told
by `timeline.reasoning.calibration`. Set by hand and measured as a whole: ``dated``, ``order`` and their wrong shares on
news stories (`evaluate … --task story`), relations of TempEval-3 and MATRES (`--task awareness`, `--task matres`).
Claims of the learned sieve bring their own (`timeline.stages.ordering.learned`), those of single words the language's
(`signals.toml`).

A rule's name is what `Evidence.rule` holds, and explanations and tests speak of; behind a colon stands a case of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from timeline.model.mention import Evidence, Mention
from timeline.model.relation import Relation

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        # An event and a time. What is below the learned sieve's claims only fills what these leave open.
        "dated line": 0.95,
        "time by syntax": 0.8,
        "time since": 0.8,
        "time in the clause": 0.4,
        "time in the sentence": 0.15,
        # An event so long before or after one that has a time; no surer than that one's.
        "distance": 0.8,
        # An event without a time, and a day. How often the day holds it, of the news bank's events (readable half,
        # French) with a window of their own: of the story's days 92 of 116 do, 7 are wrong, the others wider than the
        # window; of headlines' 11 of 14 and 2; of fresh reports' 9 of 20 and 2. A day told before the last one counts
        # only where that lies ahead of the report.
        "narrative day": 0.76,
        "story's day": 0.76,
        "story's day: the one before": 0.6,
        "headline": 0.83,
        "fresh report": 0.5,
        "fresh report: before a day is told": 0.45,
        # Two times in the same words.
        "same time": 0.9,
        # Two events, by words between them whose governor the parse does not tell.
        "connective: by place": 0.7,
        # Two events, by what they are.
        "happening": 0.85,
        "denial": 0.6,
        "toll": 0.6,
        "deed": 0.75,
        "natural order": 0.65,
        "life": 0.7,
        "natural order: a return": 0.6,
        "natural order: told on": 0.5,
        # Two events, by tense.
        "pluperfect": 0.7,
        "perfect": 0.7,
        "participle": 0.6,
        "tense": 0.15,  # right in three of four, but left to what the learned relations leave open
        # By how a report is built: ranks below what single words tell. Of the news bank's ordered pairs (readable half,
        # French) that such a claim is about, 10 of 12 in turn, 44 of 52 looking back and 24 of 26 looking ahead are
        # right.
        "order of telling": 0.45,
        "background": 0.5,
        "outlook": 0.6,
        "outlook: of what is told": 0.5,
        "report": 0.4,
        # By all that is learned, where nothing else orders two events: without such claims 45 fewer of the news bank's
        # ordered pairs (French and English) are right, and 9 fewer wrong.
        "beginnings": 0.3,
    }
)


def claim(source: str, target: str, relation: str, rule: str, words: Mention | None, *, case: str = "") -> Relation:
    """Return what a rule claims of two, as strong as `WEIGHTS` says.

    Parameters
    ----------
    source, target : str
        Ids of events and times.
    relation : str
        TimeML's name.
    rule : str
    words : Mention or None
        Those that tell it.
    case : str, optional
        The case of the rule, where it has several.
    """
    weight = WEIGHTS[f"{rule}: {case}" if case else rule]
    return Relation(source=source, target=target, type=relation, confidence=weight, evidence=Evidence(rule, words))
