"""Which names are people, bodies and places: cues of all mentions of a name added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from timeline.stages.entities.context import context_cues
from timeline.stages.entities.cues import OTHER, Cue, name_cues
from timeline.stages.entities.keys import key_of
from timeline.stages.entities.lexicon import Lexicon
from timeline.stages.entities.names import Name
from timeline.stages.entities.rolewords import RoleWords

VOTE = 1.5  # what the model's own label weighs against one clear hint
OTHER_VOTE = 0.7  # models call « something else » whatever they do not know
Scores = Mapping[str, float]


def score_names(doc: Doc, names: Sequence[Name], lexicon: Lexicon, roles: RoleWords) -> dict[str, dict[str, float]]:
    """Return, for each folded name, how much speaks for each type."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[key_of(doc, name, lexicon)].append(name)
    return {key: _score(doc, group, lexicon, roles) for key, group in groups.items()}


def best_type(scores: Scores) -> str:
    """Return the type that most speaks for, "" where nothing does or something else wins."""
    ranked = sorted(scores.items(), key=_by_score)
    if not ranked or ranked[-1][1] <= 0.5:
        return OTHER
    return ranked[-1][0]


def _score(doc: Doc, group: Sequence[Name], lexicon: Lexicon, roles: RoleWords) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    fullest = max(group, key=_length)  # "Valtor | Inc"
    for cue in name_cues(doc[fullest.start : fullest.end], lexicon):
        scores[cue.type] += cue.weight
    for name in group:
        for cue in context_cues(doc, name, lexicon, roles):
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
