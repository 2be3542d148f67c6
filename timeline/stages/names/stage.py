"""The stage: spans found, and what speaks for each type gathered from all mentions of a name."""

from __future__ import annotations

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.stages.names.keys import key_of
from timeline.stages.names.name import Name
from timeline.stages.names.spans import spans_of
from timeline.stages.names.text import text_of
from timeline.stages.names.types import score_names


def find_names(doc: Doc, language: Language, *, by_model: bool = False) -> tuple[Name, ...]:
    """Return the names of a text in their order, none within another.

    Parameters
    ----------
    doc : Doc
        A parsed text; sentences of another story are not read.
    language : Language
    by_model : bool
        Names are where the model sees them, with the lower-case heads they complete, and where it misses one that it
        sees elsewhere in the text or that other cues tell. Otherwise they are runs of capitals, and what the model sees
        is a hint. ``languages/fr/model/README.md`` has the figures.

    Returns
    -------
    tuple of Name

    Examples
    --------
    >>> import timeline
    >>> from timeline.languages import get_language
    >>> doc = timeline.load("en")("Ada Roy left Geneva.")
    >>> [name.words(doc) for name in find_names(doc, get_language("en"))]
    ['Ada Roy', 'Geneva']
    """
    text = text_of(doc, language, by_model=by_model)
    names = [name._replace(key=key_of(doc, name, text.lexicon)) for name in spans_of(text)]
    scores = score_names(names, text)
    return tuple(name._replace(scores=tuple(sorted(scores[name.key].items()))) for name in names)
