"""Which spaCy model reads a language, and the library's own components over it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language as Pipeline
from spacy.util import get_package_path, load_config, load_meta

from timeline.errors import MissingModelError
from timeline.languages.base import Language


def load_best(language: Language) -> tuple[Pipeline, tuple[str, ...]]:
    """Load the first installed spaCy model of a language, with the language's own components over it.

    The components are put over the one that they were trained on, the first of the language's.

    Returns
    -------
    Pipeline
    tuple of str
        Which of its components are the library's own.

    Raises
    ------
    MissingModelError
        When none is installed.
    """
    for name in language.models:
        if importlib.util.find_spec(name):
            own = _components_in(language.trained) if name == language.models[0] and language.trained.is_dir() else {}
            nlp = load_named(name, language.install, without=own)
            return nlp, put_over(nlp, language.trained, _order_of(name)) if own else ()
    raise MissingModelError(
        f"No spaCy model for {language.name} is installed (looked for {', '.join(language.models)}). "
        f"Install one with: pip install {language.install}"
    )


def load_named(name: str, install: str, *, without: Iterable[str] = ()) -> Pipeline:
    """Load a spaCy model by its package or path, without some of its components.

    Raises
    ------
    MissingModelError
        When it cannot be loaded; the message names `install`.
    """
    try:
        return spacy.load(name, exclude=list(without))
    except OSError as error:
        raise MissingModelError(
            f"The spaCy model {name!r} cannot be loaded ({error}). Install one with: pip install {install}"
        ) from error


def put_over(nlp: Pipeline, folder: Path, order: Sequence[str] = ()) -> tuple[str, ...]:
    """Put the trained components in a folder in the place of a pipeline's own, and return their names.

    Those that the pipeline was loaded without come where they stand in `order`, its components' own.

    The folder is a spaCy model's, as ``python -m timeline train-reader`` writes it: ``config.cfg`` and a folder for
    each component. Tokenizer, vectors and whatever the folder has not stay those of the pipeline.
    """
    components = _components_in(folder)
    for name, config in components.items():
        settings = {key: value for key, value in config.items() if key != "factory"}
        if nlp.has_pipe(name):
            nlp.replace_pipe(name, config["factory"], config=settings)
        else:
            behind = order[order.index(name) + 1 :]
            following = next((other for other in behind if nlp.has_pipe(other)), None)
            nlp.add_pipe(config["factory"], name=name, config=settings, before=following)
    for name in components:
        component: Any = nlp.get_pipe(name)
        component.from_disk(folder / name, exclude=["vocab"])
    return tuple(components)


def _components_in(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the settings of the trained components in a folder."""
    components: dict[str, dict[str, Any]] = load_config(folder / "config.cfg", interpolate=True)["components"]
    return components


def _order_of(name: str) -> list[str]:
    """Return the names of a packaged model's components, in their order."""
    return list(load_meta(get_package_path(name) / "meta.json")["pipeline"])
