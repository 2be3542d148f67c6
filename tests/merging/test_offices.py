"""Roles across documents and languages: one post at one body, whatever each paper calls it."""

import itertools

import pytest

import timeline
from timeline import Document
from timeline.merging.offices import office_key

TOLD = (
    ("fr", "Anna Berg est PDG de Volta depuis 2021."),
    ("fr", "Anna Berg, directrice générale de Volta, a rencontré Paul Klein."),
    ("en", "Anna Berg is chief executive of Volta."),
    ("en", "Anna Berg, the CEO of Volta, met Paul Klein."),
)


@pytest.mark.parametrize("pair", list(itertools.combinations(range(len(TOLD)), 2)))
def test_one_post_is_one_tenure(pair):
    documents = (Document(TOLD[n][1], id=f"d{n}", lang=TOLD[n][0], date="2024-05-06") for n in pair)
    story = timeline.merge(map(timeline.extract, documents))
    held = [tenure for tenure in story.roles() if tenure.person.name == "Anna Berg"]
    assert len(held) == 1, held
    assert held[0].organisation.name == "Volta"


@pytest.mark.parametrize("pair", [("PDG", "directeur financier"), ("maire", "maire adjoint"), ("CEO", "deputy CEO")])
def test_other_posts_are_others(pair):
    assert len({office_key(title) for title in pair}) == 2
