"""Pipelines made once for all tests, and how many cases hypothesis tries.

A loaded machine is no failure, so no case has a deadline. ``--hypothesis-profile=nightly`` tries many more cases of the
tests under ``tests/fuzz``.
"""

import pytest
from hypothesis import HealthCheck, settings

import timeline

settings.register_profile("normal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("nightly", settings.get_profile("normal"), max_examples=4_000)
settings.load_profile("normal")


@pytest.fixture(scope="session")
def nlp_fr():
    return timeline.load("fr")


@pytest.fixture(scope="session")
def nlp_en():
    return timeline.load("en")


@pytest.fixture(scope="session")
def pipelines(nlp_fr, nlp_en):
    return {"fr": nlp_fr, "en": nlp_en}
