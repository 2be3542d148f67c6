"""Learning from told stories: which mentions are one event, and which events readers count among the main turns.

Both are logistic regressions over named signs (`stages.events.pairing`, `stages.events.salience`) and are written as
tables that people can read. Needs scikit-learn, which the library itself does not. Articles that are to judge the
library must not be among those given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import MissingExtraError
from timeline.evaluation.stories import ToldEvent, ToldStory
from timeline.languages import get_language
from timeline.model.document import Document
from timeline.model.mention import Trigger
from timeline.stages.events.pairing import signs_of
from timeline.stages.events.retelling import pointers_of
from timeline.stages.events.stage import mentions_of, weighed_events
from timeline.stages.extraction import doc_of, prepare
from timeline.stages.pipeline import shared_pipeline
from timeline.stages.state import get_entities, get_times

COSTS = {"joining": 0.1, "salience": 0.2}  # inverse strength of the regularisation, by cross-validation
HALF = 0.35  # how far an event that a reader tells, but not among the main turns, is one
LEAST = 0.03  # a weight that changes nothing is not written


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of a pair of mentions, or of an event; what they are an example of, and of which story."""

    signs: tuple[str, ...]
    share: float
    story: str


def pair_examples(story: ToldStory) -> Iterator[Example]:
    """Yield the pairs of mentions that a story tells of, 1 where they are of one event."""
    document = prepare(Document(story.text, date=story.date, lang=story.lang))
    nlp = shared_pipeline(story.lang)
    doc, language = nlp(doc_of(nlp, document)), get_language(story.lang)
    mentions = mentions_of(doc, language, get_entities(doc), get_times(doc))
    owners = {mention.token.i: _owners(story, mention.event.trigger) for mention in mentions}
    pointers = pointers_of(language)
    told = [mention for mention in mentions if owners[mention.token.i]]
    for number, later in enumerate(told):
        for earlier in told[:number]:
            same = bool(owners[earlier.token.i] & owners[later.token.i])
            yield Example(signs_of(earlier, later, pointers), float(same), story.id)


def turn_examples(story: ToldStory) -> Iterator[Example]:
    """Yield the events of a story: 1 for its main turns, a share for what else the reader tells, 0 for the rest."""
    document = prepare(Document(story.text, date=story.date, lang=story.lang))
    nlp = shared_pipeline(story.lang)
    doc = nlp(doc_of(nlp, document))
    tops = {event.id for event in story.events if event.top}
    for event, signs in weighed_events(doc, get_language(story.lang), get_entities(doc), get_times(doc)):
        owners = frozenset().union(*(_owners(story, mention) for mention in event.mentions))
        yield Example(signs, 1.0 if owners & tops else HALF if owners else 0.0, story.id)


def learn(examples: Sequence[Example], task: str) -> dict[str, float]:
    """Return the log-odds of each sign, those of an example without any under ``"always"``.

    Raises
    ------
    MissingExtraError
        When scikit-learn is not there.
    """
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise MissingExtraError("Learning needs scikit-learn: pip install scikit-learn") from error
    rows, sides, shares = [], [], []
    for example in examples:
        for side, share in ((1, example.share), (0, 1 - example.share)):
            if share:
                rows.append(dict.fromkeys(example.signs, 1.0))
                sides.append(side)
                shares.append(share)
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=COSTS[task], max_iter=3000)
    model.fit(vectorizer.fit_transform(rows), sides, sample_weight=shares)
    weights = zip(vectorizer.feature_names_, model.coef_[0].tolist(), strict=True)
    kept = {name: round(weight, 2) for name, weight in sorted(weights) if abs(weight) >= LEAST}
    return {"always": round(float(model.intercept_[0]), 2), **kept}


def cross_validate(examples: Sequence[Example], task: str, folds: int) -> float:
    """Return how often, of two examples of one story, the more so is weighed higher by weights that never saw it."""
    stories = sorted({example.story for example in examples})
    right = asked = 0.0
    for fold in range(folds):
        held = set(stories[fold::folds])
        weights = learn([example for example in examples if example.story not in held], task)
        for story in held:
            own = [(_total(example, weights), example.share) for example in examples if example.story == story]
            high, low = ([total for total, share in own if (share == 1) == side] for side in (True, False))
            asked += len(high) * len(low)
            right += sum(one > other for one in high for other in low)
    return right / asked if asked else 0.0


def write_weights(path: str | Path, weights: dict[str, float], task: str) -> None:
    """Write a table of weights."""
    lines = [f"# Learned by `python -m timeline train-stories {task}` from told stories; log-odds, by sign.", ""]
    lines += ["[weights]", *(f'"{name}" = {weight}' for name, weight in weights.items())]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf8")


def _total(example: Example, weights: dict[str, float]) -> float:
    return sum(weights.get(sign, 0.0) for sign in example.signs)


def _owners(story: ToldStory, mention: Trigger) -> frozenset[str]:
    return frozenset(event.id for event in story.events if _tells(event, mention))


def _tells(event: ToldEvent, mention: Trigger) -> bool:
    return any(mention.start < end and start < mention.end for start, end in event.spans)
