"""Headlines that lean on the text before them."""

from __future__ import annotations

import pytest

from timeline.languages import get_language
from timeline.stages.events.alone import is_pointing
from timeline.stages.events.cast import cast_of
from timeline.stages.events.naming import desk_of
from timeline.syntax.functions import grammar_of


@pytest.mark.parametrize(
    ("lang", "headline", "pointing"),
    [
        ("fr", "Cette décision surprend les élus", True),
        ("fr", "Ce séisme inquiète", True),
        ("fr", "Ada Roy termine celle par une victoire", True),
        ("fr", "Ada Roy termine celle de Lyon par une victoire", False),
        ("fr", "Ada Roy dit ce que la loi change", False),
        ("fr", "Ceux qui ont payé seront remboursés", False),
        ("fr", "Ada Roy défend notre système", True),
        ("fr", "La loi change", False),
        ("en", "Volta publishes details of it", True),
        ("en", "Volta says it will leave", False),
        ("en", "This move surprised investors", True),
        ("en", "Those who paid to be refunded", False),
        ("en", "Volta opens plant in Leeds", False),
        ("en", "US bans exports", False),
        ("en", "Volta invests in IT", False),
    ],
)
def test_headlines_that_lean(lang, headline, pointing):
    language = get_language(lang)
    grammar = grammar_of(language)
    assert is_pointing(headline, desk_of(language, grammar, cast_of((), (), language))) == pointing
