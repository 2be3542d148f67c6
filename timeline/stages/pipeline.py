"""spaCy pipelines that hold every stage."""

from __future__ import annotations

import warnings
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language as Pipeline
from spacy.pipeline import AttributeRuler

from timeline.errors import TimelineWarning, UnsupportedLanguageError
from timeline.languages.base import available_languages, get_language
from timeline.spacy_factories import STAGES  # importing it registers the components where the package is not installed
from timeline.stages.limits import LONGEST_TEXT
from timeline.stages.models import load_best, load_named
from timeline.stages.reading import TypographyTokenizer
from timeline.syntax.lemmas import dictionary_of, remember_lemmas
from timeline.syntax.recogniser import in_columns


def load(lang: str = "fr", *, model: str | Path | Pipeline | None = None) -> Pipeline:
    """Make a spaCy pipeline that reads timelines.

    Parameters
    ----------
    lang : str
        ISO 639-1 code. A language without a folder gets times alone, read by dateparser, and a `TimelineWarning`.
    model : str, Path or spacy.language.Language, optional
        Name or path of a spaCy model, or the model itself, which is completed with this library's components and
        returned. It then reads alone. When not given: the best installed one of the language, with the library's own
        parser and names over it where there are any (French). Its language counts, whatever `lang` says, and
        needs no folder here: what its parser tells is read as Universal Dependencies.

    Returns
    -------
    spacy.language.Language
        ``nlp(text)._.timeline`` is the text's `Timeline`, without a reference date.

    Raises
    ------
    MissingModelError
        When no model of the language is installed.
    UnsupportedLanguageError
        When neither this library nor spaCy and dateparser know the language.

    Examples
    --------
    >>> nlp = load("fr")
    >>> [time.timex3 for time in nlp("Elle est partie le 3 mai 2021.")._.timeline.times]
    ['2021-05-03']
    """
    if isinstance(model, Pipeline):
        return model if model.has_pipe(f"timeline_{STAGES[-1]}") else _completed(model)
    if model is not None:
        known = get_language(lang).install if lang in available_languages() else str(model).replace("_", "-")
        return _completed(load_named(str(model), known))
    if lang not in available_languages():
        return _times_only(lang)
    nlp, own = load_best(get_language(lang))
    return _completed(nlp, own)


def _completed(nlp: Pipeline, own: Collection[str] = ()) -> Pipeline:
    """Add this library's components to a spaCy model, some of whose components are the library's own."""
    nlp.add_pipe("timeline_reading", before="parser" if "parser" in nlp.pipe_names else None, first=None)
    _add_mending(nlp)
    for stage in STAGES:
        nlp.add_pipe(f"timeline_{stage}", config={"by_model": "ner" in own} if stage == "names" else {})
    nlp.tokenizer = TypographyTokenizer(nlp.tokenizer, dictionary_of(nlp))
    nlp.max_length = LONGEST_TEXT
    hash_lemma_index(nlp)
    remember_lemmas(nlp)
    index_attribute_ruler(nlp)
    recognise_in_columns(nlp)
    return nlp


def _add_mending(nlp: Pipeline) -> None:
    """Mend parts of speech before lemmas are made of them; under a name of the model's, for slices are mended too."""
    pipes = nlp.pipe_names
    if "parser" in pipes and "lemmatizer" in pipes[pipes.index("parser") :]:
        nlp.add_pipe("timeline_mending", name="mending", before="lemmatizer")


def index_attribute_ruler(nlp: Pipeline) -> None:
    """Let a model's attribute ruler look its patterns up: the matcher takes 16 % of the English model's time."""
    if nlp.has_pipe("attribute_ruler") and type(nlp.get_pipe("attribute_ruler")) is AttributeRuler:
        known: Any = nlp.get_pipe("attribute_ruler")
        ruler: Any = nlp.replace_pipe("attribute_ruler", "timeline_attribute_ruler")
        ruler.add_patterns(known.patterns)


def recognise_in_columns(nlp: Pipeline) -> None:
    """Let a model's entity recogniser score all words of a text at once: one by one takes a third of English's time."""
    known: Any = nlp.get_pipe("ner") if nlp.has_pipe("ner") else None
    if known is not None and in_columns(known):
        settings = {key: value for key, value in nlp.get_pipe_config("ner").items() if key != "factory"}
        recogniser: Any = nlp.replace_pipe("ner", "timeline_ner", config=settings)
        recogniser.take_over(known)


def hash_lemma_index(nlp: Pipeline) -> None:
    """Let a rule lemmatizer find words by hash: spaCy's keeps them in lists, of 66,191 words in French, and scans them.

    The lemmas stay the same. A dict, since a set does not survive the pipeline's own serialization.
    """
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if lookups is not None and lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        for part_of_speech, words in list(index.items()):
            if isinstance(words, list):
                index[part_of_speech] = dict.fromkeys(words)


def shared_pipeline(lang: str, model: str | Path | Pipeline | None = None) -> Pipeline:
    """Return the one pipeline of a language that `extract` uses; made once.

    Where a model is given that is of another language, the language's own is returned: a batch may hold several.
    """
    if model is None:
        return _shared(lang, None)
    nlp = load(model=model) if isinstance(model, Pipeline) else _shared("", str(model))
    return nlp if lang in {"", nlp.lang} else _shared(lang, None)


@cache
def _shared(lang: str, model: str | None) -> Pipeline:
    return load(lang, model=model)


def _times_only(lang: str) -> Pipeline:
    from timeline.stages.times.fallback import knows

    if not knows(lang):
        known = ", ".join(available_languages())
        raise UnsupportedLanguageError(
            f"The language {lang!r} is read neither by this library nor by dateparser; give lang= one of {known}."
        )
    try:
        nlp = spacy.blank(lang)
    except ImportError:
        nlp = spacy.blank("xx")  # spaCy's own name for "any language": a tokenizer of white space and punctuation
    warnings.warn(
        f"No folder for the language {lang!r}: only dates are read, by dateparser; no people, no events.",
        TimelineWarning,
        stacklevel=3,
    )
    nlp.lang = lang
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("timeline_times")
    nlp.tokenizer = TypographyTokenizer(nlp.tokenizer)
    return nlp
