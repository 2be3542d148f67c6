"""Pipelines made once for all tests."""

import pytest

import timeline


@pytest.fixture(scope="session")
def nlp_fr():
    return timeline.load("fr")


@pytest.fixture(scope="session")
def nlp_en():
    return timeline.load("en")


@pytest.fixture(scope="session")
def pipelines(nlp_fr, nlp_en):
    return {"fr": nlp_fr, "en": nlp_en}
