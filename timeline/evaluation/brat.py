"""Reader of brat stand-off files: ``.ann`` with entities of the Quaero scheme, or of this library, beside ``.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from timeline.errors import FormatError
from timeline.evaluation.annotations import AnnotatedDocument, EntitySpan
from timeline.model.entity import ORGANISATION, PERSON, PLACE

# The first part of a label, as Quaero (Rosset et al. 2011), CoNLL-2003 and OntoNotes write it.
TYPES = {
    "pers": PERSON,
    "per": PERSON,
    "person": PERSON,
    "org": ORGANISATION,
    "organisation": ORGANISATION,
    "organization": ORGANISATION,
    "loc": PLACE,
    "gpe": PLACE,
    "fac": PLACE,
    "location": PLACE,
    "place": PLACE,
}
_ENTITY = re.compile(r"T\d+\t(?P<label>\S+) (?P<start>\d+) (?:[\d; ]* )?(?P<end>\d+)\t(?P<text>.*)")


def read_brat(path: str | Path) -> AnnotatedDocument:
    """Read the entities of one ``.ann`` file and the text beside it.

    Labels are folded to persons, organisations and places by their first part (``pers.ind``, ``pers.coll`` → PERSON);
    the rest (times, amounts, functions, products) is left out. Of annotations inside one another the outermost of
    these is kept: a town inside a time expression counts, a town inside the name of a company does not. A span in
    pieces is taken as a whole.

    Raises
    ------
    FormatError
        With file and line, when the text is missing or an annotation does not stand at its offsets.
    """
    path = Path(path)
    source = path.with_suffix(".txt")
    if not source.is_file():
        raise FormatError(f"{path}: the text {source.name} is not beside it.")
    # brat counts characters and knows no \r\n
    text = source.read_bytes().decode("utf8")
    entities: list[EntitySpan] = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), start=1):
        if line.startswith("T"):
            entity = _parse(line, text, f"{path}:{number}")
            if entity is not None:
                entities.append(entity)
    return AnnotatedDocument(id=path.stem, text=text, entities=outermost(entities))


def entity_type(label: str) -> str | None:
    """Return the type of the library that a label stands for, or None.

    Examples
    --------
    >>> entity_type("loc.adm.town"), entity_type("ORG"), entity_type("time.date.abs")
    ('PLACE', 'ORGANISATION', None)
    """
    return TYPES.get(label.partition(".")[0].lower())


def outermost(entities: Iterable[EntitySpan]) -> tuple[EntitySpan, ...]:
    """Return the entities that do not begin inside another, in the order of the text.

    Of two that begin together the longer one stays, then the first.

    Examples
    --------
    >>> company = EntitySpan(start=0, end=19, text="Rapides de la Meuse", type="ORGANISATION")
    >>> river = EntitySpan(start=14, end=19, text="Meuse", type="PLACE")
    >>> [entity.text for entity in outermost([river, company])]
    ['Rapides de la Meuse']
    """
    kept: list[EntitySpan] = []
    for entity in sorted(entities, key=_widest_first):
        if not kept or entity.start >= kept[-1].end:
            kept.append(entity)
    return tuple(kept)


def _widest_first(entity: EntitySpan) -> tuple[int, int]:
    return entity.start, -entity.end


def _parse(line: str, text: str, where: str) -> EntitySpan | None:
    found = _ENTITY.fullmatch(line)
    if found is None:
        raise FormatError(f"{where}: not a brat text-bound annotation (T1 TAB label start end TAB text).")
    start, end = int(found["start"]), int(found["end"])
    kind = entity_type(found["label"])
    whole = ";" not in line.split("\t")[1]
    if whole and _letters(text[start:end]) != _letters(found["text"]):
        raise FormatError(f"{where}: {found['text']!r} does not stand at {start}–{end} of the text.")
    return EntitySpan(start=start, end=end, text=text[start:end], type=kind) if kind else None


def _letters(text: str) -> str:
    """Return a text without its spaces, which some writers of brat files tidy in the words they quote."""
    return "".join(text.split())
