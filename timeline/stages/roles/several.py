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
    if not forms or Form.PLURAL not in form_of(noun):
        return
    comma = next((token.i for token in reading.doc[noun.i + 1 : sentence.end] if token.text == ","), None)
    if comma is None:
        return
    people = list(_listed(comma + 1, sentence, reading))
    for person, body in _paired(people, list(_named(reading.doc[noun.i + 1 : comma], reading))):
        title = forms[person.gender == "f" and len(forms) > 1]
        yield Role(person, title, body, "current", noun.i, comma, forms=forms if len(forms) > 1 else ())


def _paired(people: list[Chain], bodies: list[Chain]) -> Iterator[tuple[Chain, Chain]]:
    """Yield each of several people with the one body, or with that of the same place; nobody if the numbers differ."""
    are_people = len(people) > 1 and all(chain.type == PERSON for chain in people)
    if not are_people or any(chain.type == PERSON for chain in bodies):
        return
    if len(bodies) in {1, len(people)}:
        yield from zip(people, bodies if len(bodies) > 1 else bodies * len(people), strict=True)


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
