"""Long texts read by the model in slices, so that memory does not grow with the text.

A model's network takes some 15 kB a token for as long as it reads, 1 GB for 300,000 characters. What is read in a slice
is what is read in the whole, but for a few words on both sides of a cut, since the network looks four words far.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from timeline.syntax.columns import annotate, annotation_of, forced_starts

LONGEST = 4000  # tokens that are read at once, some 20,000 characters: longer than articles are
SLICE = 1000  # tokens of a slice of what is longer
OWN = "timeline_"
READING = "timeline_reading"


def read_docs(nlp: Pipeline, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield tokenized Docs as a pipeline reads them: those of usual length together, long ones alone, in slices."""
    for is_long, group in groupby(docs, key=_is_long):
        if is_long:
            yield from (_read_in_slices(nlp, doc) for doc in group)
        else:
            yield from nlp.pipe(group)


def _is_long(doc: Doc) -> bool:
    return len(doc) > LONGEST


def _read_in_slices(nlp: Pipeline, doc: Doc) -> Doc:
    """Return a Doc whose slices the model has read, and the whole of which this library's own stages have."""
    for name, stage in nlp.pipeline:
        if name == READING:
            doc = stage(doc)  # says where sentences must begin, so that slices can too
    parsed = nlp.has_pipe("parser")
    parts = (_read_by_model(nlp, doc[start:end].as_doc()) for start, end in pairwise(cuts_of(doc)))
    doc = annotate(doc, [annotation_of(part, parsed=parsed) for part in parts], parsed=parsed)
    for name, stage in nlp.pipeline:
        if name.startswith(OWN) and name != READING:
            doc = stage(doc)
    return doc


def _read_by_model(nlp: Pipeline, part: Doc) -> Doc:
    for name, component in nlp.pipeline:
        if not name.startswith(OWN):
            part = component(part)
    return part


def cuts_of(doc: Doc, longest: int = SLICE) -> list[int]:
    """Return where slices of a Doc begin, and its end: where a sentence must begin, such as under a blank line.

    Examples
    --------
    >>> import spacy
    >>> doc = spacy.blank("fr")("Un deux. Trois. Quatre cinq.")
    >>> doc[3].is_sent_start = True
    >>> cuts_of(doc, longest=5), cuts_of(doc, longest=100)
    ([0, 3, 8], [0, 8])
    """
    cuts = [0]
    for start, following in pairwise([*forced_starts(doc), len(doc), len(doc)]):
        while start - cuts[-1] > longest:  # nowhere must a sentence begin
            cuts.append(cuts[-1] + longest)
        if following - cuts[-1] > longest and cuts[-1] < start < len(doc):
            cuts.append(start)
    return [*cuts, len(doc)]
