"""What an annotator or a system says of a text: spans with attributes, and links between them.

Gold standard and system answer share these classes, so that a score compares like with like.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Relation

REFERENCE = "t0"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """A TIMEX3.

    Attributes
    ----------
    id : str
        Its tid; `REFERENCE` is the document's creation time.
    start, end : int
        Half-open character offsets into the document's text; equal for an empty tag.
    text, type, value : str
        The words, ``DATE TIME DURATION SET``, and the TIMEX3 value.
    mod, quant, freq, anchor, begin_point, end_point : str
        TIMEX3 attributes, empty where not given.
    """

    id: str
    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str = ""
    quant: str = ""
    freq: str = ""
    anchor: str = ""
    begin_point: str = ""
    end_point: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSpan:
    """An EVENT with the attributes of its (first) instance.

    Attributes
    ----------
    id : str
        Its eid.
    start, end, text
        As in `TimeSpan`.
    timeml_class, tense, aspect, polarity, pos, modality : str
        TimeML attributes; ``NONE`` and ``POS`` are the defaults of the guide for what is not written.
    instances : tuple of str
        Its eiids.
    confidence : float
        How sure a system is of it.
    """

    id: str
    start: int
    end: int
    text: str
    timeml_class: str
    tense: str = "NONE"
    aspect: str = "NONE"
    polarity: str = "POS"
    pos: str = ""
    modality: str = ""
    instances: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitySpan:
    """A mention of an entity: offsets as in `TimeSpan`, and a type of `timeline.model.entity`."""

    start: int
    end: int
    text: str
    type: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a gold tree.

    Attributes
    ----------
    start, end : int
        Offsets; words of one contracted token share them.
    head : int
        Place of its head in `AnnotatedDocument.words`; its own for a root.
    """

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedDocument:
    """A text and everything said of it.

    Attributes
    ----------
    id : str
    text : str
    date : str or None
        The value of the document's creation time.
    times : tuple of TimeSpan
        In the order of the text, without the creation time.
    events : tuple of EventSpan
        In the order of the text.
    entities : tuple of EntitySpan
        In the order of the text, none inside another.
    chains : tuple of frozenset of (int, int)
        Coreference: the spans that name one thing.
    words : tuple of Word
        Gold syntax, where the corpus has it.
    relations : tuple of Relation
        TLINKs between ids of `events`, `times` and `REFERENCE`.
    """

    id: str
    text: str
    date: str | None = None
    times: tuple[TimeSpan, ...] = ()
    events: tuple[EventSpan, ...] = ()
    entities: tuple[EntitySpan, ...] = ()
    chains: tuple[frozenset[tuple[int, int]], ...] = ()
    words: tuple[Word, ...] = ()
    relations: tuple[Relation, ...] = ()
