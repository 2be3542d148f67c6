"""One title for several people: « les maires de Lens et d'Arras, Paul Roux et Léa Vidal, »."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from timeline.model.entity import PERSON
from timeline.stages.mentions.chains import Chain
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.roles.role import Role
from timeline.syntax import Form, form_of


def shared_roles(noun: Token, sentence: Span, reading: Reading) -> Iterator[Role]:
    """Yield the office of each of several people named behind a plural title, each with the body of its place.

    As many bodies as people are told apart in their order; one body is everybody's.
    """
    forms = singulars(noun.lower_, reading.roles)
    comma = next((token.i for token in reading.doc[noun.i + 1 : sentence.end] if token.text == ","), None)
    if not forms or comma is None or Form.PLURAL not in form_of(noun):
        return
    bodies = list(_named(reading.doc[noun.i + 1 : comma], reading))
    people = [chain for chain in _listed(comma + 1, sentence, reading) if chain.type == PERSON]
    if len(people) < 2 or len(bodies) not in {1, len(people)} or any(body.type == PERSON for body in bodies):
        return
    for place, person in enumerate(people):
        title = forms[person.gender == "f" and len(forms) > 1]
        body = bodies[place if len(bodies) > 1 else 0]
        yield Role(person, title, body, "current", noun.i, comma, forms=forms if len(forms) > 1 else ())


def singulars(plural: str, roles: RoleWords) -> tuple[str, ...]:
    """Return the singulars of a plural role noun, for a man and for a woman; nothing for other words."""
    if plural not in roles.plurals:
        return ()
    rows = (row for kind in roles.words.roles.values() for row in kind if plural in row)
    row = next(rows, ())
    return tuple(row[:2]) if len(row) > 2 else tuple(row[:1])


def _named(words: Span, reading: Reading) -> Iterator[Chain]:
    """Yield the chains named among some words, each once, in their order."""
    seen: set[int] = set()
    for token in words:
        chain = reading.story.named.get(token.i)
        if chain is not None and id(chain) not in seen:
            seen.add(id(chain))
            yield chain


def _listed(start: int, sentence: Span, reading: Reading) -> Iterator[Chain]:
    """Yield the chains of a list of names: nothing but commas and conjunctions between them."""
    end = start
    while end < sentence.end and (
        end in reading.story.named or reading.doc[end].text == "," or reading.doc[end].pos_ == "CCONJ"
    ):
        end += 1
    yield from _named(reading.doc[start:end], reading)
