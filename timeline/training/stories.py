"""Learning from told stories: which mentions are one event, and which events readers count among the main turns.

The first is a log-linear choice among the events told before (`stages.events.ranking`), the second a logistic
regression (`stages.events.salience`); both weigh named signs and are written as tables that people can read. Needs
scikit-learn, which the library itself does not. Articles that are to judge the library must not be among those given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from spacy.tokens import Doc

from timeline.errors import MissingExtraError
from timeline.evaluation.stories import ToldEvent, ToldStory
from timeline.languages import get_language
from timeline.model.document import Document
from timeline.model.mention import Trigger
from timeline.stages.events.learned import WORD
from timeline.stages.events.pairing import aspects_of, signs_of, signs_of_new
from timeline.stages.events.pairs import all_pairs
from timeline.stages.events.ranking import FIRST
from timeline.stages.events.seen import story_of, window_of
from timeline.stages.events.stage import mentions_of, weighed_events
from timeline.stages.extraction import doc_of, prepare
from timeline.stages.pipeline import shared_pipeline
from timeline.stages.state import get_entities, get_times

COST = 0.2  # inverse strength of the regularisation of salience, by cross-validation
PULL = 6.0  # strength of the regularisation of joining, by cross-validation
STORIES = 4  # that a word must be told in, for its weight to be learned
SEEN = 6  # times that a sign of joining must occur
UNTOLD = 0.5  # how far a mention that the reader does not tell of counts
STEPS = 120
HALF = 0.5  # how far an event that a reader tells, but not among the main turns, is one
TINY = 1e-12
MISSING = "Learning needs scikit-learn: pip install scikit-learn"
LEAST = 0.03  # a weight that changes nothing is not written


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of an event, how far it is a main turn, and of which story."""

    signs: tuple[str, ...]
    share: float
    story: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a mention may tell: the signs of being new, then those of each earlier mention; and which are right."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    weight: float
    story: str


def choices(story: ToldStory) -> Iterator[Choice]:
    """Yield what each mention of a story may tell.

    Where the reader tells of it, the earlier mentions of that event are right, or being new; elsewhere only an event
    that the reader tells of is wrong.
    """
    yield from choices_of(read(story), story)


def read(story: ToldStory) -> Doc:
    """Return the text of a story as the pipeline reads it."""
    document = prepare(Document(story.text, date=story.date, lang=story.lang))
    nlp = shared_pipeline(story.lang)
    return nlp(doc_of(nlp, document))


def choices_of(doc: Doc, story: ToldStory) -> Iterator[Choice]:
    """Yield what each mention of a story that was read may tell."""
    language = get_language(story.lang)
    told = mentions_of(doc, language, get_entities(doc), get_times(doc))
    owners = [_owners(story, mention.event.trigger) for mention in told]
    shared = story_of(told, language)
    window = window_of(shared, 0, len(told))
    for number, mention in enumerate(told):
        pairs, aspects = aspects_of(all_pairs(window, number, number + 1, number))
        near = [(place, signs_of(aspects, at)) for at, place in enumerate(pairs.earlier.tolist())]
        if owners[number]:
            right = [bool(owners[place] & owners[number]) for place, _ in near]
            first = not any(right)
        else:
            right, first = [not owners[place] for place, _ in near], True
        options = (signs_of_new(mention, shared.seen[number]), *(signs for _, signs in near))
        yield Choice(options, (first, *right), 1.0 if owners[number] else UNTOLD, story.id)


def turn_examples(story: ToldStory) -> Iterator[Example]:
    """Yield the events of a story: 1 for its main turns, a share for what else the reader tells, 0 for the rest."""
    yield from turn_examples_of(read(story), story)


def turn_examples_of(doc: Doc, story: ToldStory) -> Iterator[Example]:
    """Yield the events of a story that was read."""
    tops = {event.id for event in story.events if event.top}
    for event, signs in weighed_events(doc, get_language(story.lang), get_entities(doc), get_times(doc)):
        owners = frozenset().union(*(_owners(story, mention) for mention in event.mentions))
        yield Example(signs, 1.0 if owners & tops else HALF if owners else 0.0, story.id)


def learn_turns(examples: Sequence[Example]) -> dict[str, float]:
    """Return the log-odds of each sign, those of an event without any under ``"always"``.

    Raises
    ------
    MissingExtraError
        When scikit-learn is not there.
    """
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise MissingExtraError(MISSING) from error
    rows, sides, shares = [], [], []
    examples = _without_rare_words(examples)
    for example in examples:
        for side, share in ((1, example.share), (0, 1 - example.share)):
            if share:
                rows.append(dict.fromkeys(example.signs, 1.0))
                sides.append(side)
                shares.append(share)
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=COST, max_iter=3000)
    model.fit(vectorizer.fit_transform(rows), sides, sample_weight=shares)
    weights = zip(vectorizer.feature_names_, model.coef_[0].tolist(), strict=True)
    return {"always": round(float(model.intercept_[0]), 2), **_kept(weights)}


def _without_rare_words(examples: Sequence[Example]) -> list[Example]:
    """Return examples without the words of few stories, which are those of one matter."""
    told = {(sign, example.story) for example in examples for sign in example.signs if sign.startswith(WORD)}
    stories = Counter(sign for sign, _ in told)
    return [
        replace(example, signs=tuple(s for s in example.signs if not s.startswith(WORD) or stories[s] >= STORIES))
        for example in examples
    ]


def learn_joins(examples: Sequence[Choice]) -> dict[str, float]:
    """Return the weight of each sign, by the likelihood of the right choices (L-BFGS).

    Raises
    ------
    MissingExtraError
        When scikit-learn is not there.
    """
    try:
        import numpy as np
        from scipy.optimize import minimize
        from sklearn.feature_extraction import DictVectorizer
    except ImportError as error:
        raise MissingExtraError(MISSING) from error
    counts = Counter(sign for example in examples for option in example.options for sign in option)
    rows = [
        {sign: 1.0 for sign in option if counts[sign] >= SEEN} for example in examples for option in example.options
    ]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(rows)
    turned = table.T.tocsr()
    right = np.array([float(side) for example in examples for side in example.right])
    sizes = np.array([len(example.options) for example in examples])
    starts, owner = np.r_[0, sizes.cumsum()[:-1]], np.repeat(np.arange(len(sizes)), sizes)
    counted = np.array([example.weight for example in examples])

    def cost(weights: Any) -> tuple[float, Any]:
        totals = table @ weights
        powers = np.exp(totals - np.maximum.reduceat(totals, starts)[owner])
        whole, good = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts)
        loss = (counted * (np.log(whole) - np.log(good + TINY))).sum() + PULL / 2 * (weights @ weights)
        slope = (powers / whole[owner] - powers * right / (good + TINY)[owner]) * counted[owner]
        return float(loss), turned @ slope + PULL * weights

    found = minimize(cost, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return _kept(zip(vectorizer.feature_names_, found.x.tolist(), strict=True))


def _kept(weights: Iterable[tuple[str, float]]) -> dict[str, float]:
    return {name: round(weight, 2) for name, weight in sorted(weights) if abs(weight) >= LEAST}


def cross_validate(examples: Sequence[Example], folds: int) -> float:
    """Return how often, of two events of one story, the more so is weighed higher by weights that never saw it."""
    right = asked = 0.0
    for seen, held in _folds(examples, folds):
        weights = learn_turns(seen)
        for story in {example.story for example in held}:
            own = [(_total(example.signs, weights), example.share) for example in held if example.story == story]
            high, low = ([total for total, share in own if (share == 1) == side] for side in (True, False))
            asked += len(high) * len(low)
            right += sum(one > other for one in high for other in low)
    return right / asked if asked else 0.0


def cross_validate_joins(examples: Sequence[Choice], folds: int) -> tuple[float, float]:
    """Return the recall and the precision of links from told mentions, by weights that never saw their story."""
    linked = rightly = wanted = 0
    for seen, held in _folds(examples, folds):
        weights = learn_joins(seen)
        for example in held:
            if example.weight < 1:
                continue
            totals = [_total(option, weights) + FIRST * (not place) for place, option in enumerate(example.options)]
            best = max(range(len(totals)), key=totals.__getitem__)
            wanted += not example.right[0]
            linked += best > 0
            rightly += best > 0 and example.right[best]
    return rightly / max(wanted, 1), rightly / max(linked, 1)


_Learned = TypeVar("_Learned", Example, Choice)


def _folds(examples: Sequence[_Learned], folds: int) -> Iterator[tuple[list[_Learned], list[_Learned]]]:
    """Yield what is learned from and what is held out, story by story."""
    stories = sorted({example.story for example in examples})
    for fold in range(folds):
        out = set(stories[fold::folds])
        yield [one for one in examples if one.story not in out], [one for one in examples if one.story in out]


def write_weights(path: str | Path, weights: Mapping[str, float], task: str) -> None:
    """Write a table of weights, those of words left out."""
    lines = [f"# Learned by `python -m timeline train-stories {task}` from told stories; weight by sign.", ""]
    lines += ["[weights]", *_rows({name: weight for name, weight in weights.items() if not name.startswith(WORD)})]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf8")


def write_words(folder: str | Path, weights: Mapping[str, float]) -> None:
    """Write the weights of words to ``salience.toml`` in the folder of each language."""
    tables: dict[str, dict[str, float]] = {}
    for sign, weight in weights.items():
        if sign.startswith(WORD):
            code, _, lemma = sign.removeprefix(WORD).partition(" ")
            tables.setdefault(code, {})[lemma] = weight
    for code, table in tables.items():
        lines = ["# Learned by `python -m timeline train-stories salience --words …` from told stories.", ""]
        lines += ["# Lemma of a word of events: what it adds to the log-odds of a main turn.", "[words]", *_rows(table)]
        (Path(folder) / code / "salience.toml").write_text("\n".join(lines) + "\n", encoding="utf8")


def _rows(table: Mapping[str, float]) -> list[str]:
    return [f'"{name}" = {weight}' for name, weight in table.items()]


def _total(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(sign, 0.0) for sign in signs)


def _owners(story: ToldStory, mention: Trigger) -> frozenset[str]:
    return frozenset(event.id for event in story.events if _tells(event, mention))


def _tells(event: ToldEvent, mention: Trigger) -> bool:
    return any(mention.start < end and start < mention.end for start, end in event.spans)
