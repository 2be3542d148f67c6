"""Which names are people, bodies and places: cues of all mentions of a name added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline.model.entity import ORGANISATION
from timeline.stages.names.context import context_cues
from timeline.stages.names.cues import name_cues
from timeline.stages.names.name import Name
from timeline.stages.names.sport import means_club, towns_of_clubs
from timeline.stages.names.text import Text
from timeline.stages.names.weights import CUES, LEAST, OTHER, OTHER_VOTE, VOTE, Cue

Scores = Mapping[str, float]


def score_names(names: Sequence[Name], text: Text) -> dict[str, dict[str, float]]:
    """Return, for each name's key, how much speaks for each type."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[name.key].append(name)
    scores = {key: _score(group, text) for key, group in groups.items()}
    for town in towns_of_clubs(groups.keys(), text.lexicon):
        if means_club(groups[town], text.doc, text.lexicon):
            scores[town][ORGANISATION] = scores[town].get(ORGANISATION, 0.0) + CUES["team"].weight
    return scores


def told_by_cues(name: Name, text: Text) -> float:
    """Return how much one mention alone speaks for the type that it speaks for most, the model's word left out."""
    scores = _score([name._replace(vote=None)], text)
    return max((score for type_, score in scores.items() if type_ != OTHER), default=0.0)


def best_type(scores: Scores) -> str:
    """Return the type that most speaks for, "" where nothing does or something else wins."""
    ranked = sorted(scores.items(), key=_by_score)
    if not ranked or ranked[-1][1] <= LEAST:
        return OTHER
    return ranked[-1][0]


def _score(group: Sequence[Name], text: Text) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    fullest = max(group, key=_length)  # "Valtor | Inc"
    for cue in name_cues(text.doc[fullest.start : fullest.end], text.lexicon):
        scores[cue.type] += cue.weight
    for name in group:
        for cue in context_cues(name, text):
            scores[cue.type] += cue.weight
        for cue in _vote_cue(name, len(group)):
            scores[cue.type] += cue.weight
    return dict(scores)


def _vote_cue(name: Name, total: int) -> tuple[Cue, ...]:
    if name.vote is None:
        return ()
    weight = OTHER_VOTE if name.vote == OTHER else VOTE
    return (Cue(name.vote, weight / total),)


def _length(name: Name) -> int:
    return name.end - name.start


def _by_score(scored: tuple[str, float]) -> tuple[float, str]:
    return scored[1], scored[0]
