"""How many cases each fuzz test tries: its share of 500, or of 20,000 with ``--hypothesis-profile=nightly``."""

from collections import Counter

from hypothesis import HealthCheck, Phase, settings

ALL_CASES = 5  # as many as hypothesis tries for one test, in the profile chosen: 5 × 100, 5 × 4,000

tried: Counter[str] = Counter()


def share(part: float) -> settings:
    """Return the settings of a test that tries a part of all cases; failures are shrunk, nothing is remembered."""
    return settings(
        max_examples=max(1, round(settings.default.max_examples * ALL_CASES * part)),
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
