"""The one ship, aircraft or bill that a text named, behind the nouns that take it up in a headline."""

import pytest

import timeline

NAMED = [
    ("fr", "Le porte-conteneurs Ever Given s'est échoué mardi. Lundi, le navire a été dégagé.", "dégagé", "Ever Given"),
    ("fr", "La sonde Cassini a plongé vendredi dans Saturne. La sonde avait été lancée en 1997.", "lancée", "Cassini"),
    ("fr", "L'A380, le plus gros avion du monde, a volé lundi. L'appareil s'est posé à midi.", "posé", "A380"),
    (
        "fr",
        "Les députés ont lu lundi le projet de loi sur la chasse. Le texte a été adopté mardi.",
        "adopté",
        "la chasse",
    ),
    ("fr", "La dengue progresse. Mardi, la maladie a tué une femme à Lens.", "tué", "La dengue"),
    (
        "en",
        "The container ship Ever Given hit a bank on Tuesday. The vessel was freed on Monday.",
        "freed",
        "Ever Given",
    ),
    ("en", "NASA's Cassini probe hit Saturn on Friday. The spacecraft was launched in 1997.", "launched", "Cassini"),
    ("en", "The A380, the world's largest airliner, flew on Monday. The plane landed at noon.", "landed", "A380"),
    ("en", "Cases of dengue are rising. On Tuesday the disease killed a woman in Lyon.", "killed", "Dengue"),
]
# Two of a kind, another one since, what it is not, and what nothing says of.
OPEN = [
    ("fr", "Le paquebot Azur a heurté le cargo Brisa lundi. Le navire a coulé.", "coulé", "Le navire"),
    ("fr", "Le paquebot Azur a chaviré lundi. Un cargo a porté secours. Le navire a coulé.", "coulé", "Le navire"),
    ("fr", "L'hélicoptère Tigre a décollé lundi. L'avion s'est posé à midi.", "posé", "L'avion"),
    (
        "fr",
        "Les députés ont lu la loi sur la chasse et la loi sur l'eau. Le texte a été adopté mardi.",
        "adopté",
        "Le texte",
    ),
    ("en", "The ferry Azur hit the tanker Brisa on Monday. The ship sank.", "sank", "Ship sinks"),
    ("en", "The ferry Azur sank on Monday. A tanker came to help. The ship left on Tuesday.", "left", "Ship leaves"),
    ("en", "The iPad tablet was shown on Monday. The phone was sold on Tuesday.", "sold", "Phone sold"),
]


@pytest.mark.parametrize(("lang", "text", "trigger", "named"), NAMED + OPEN)
def test_what_was_named_once_is_named_again(lang, text, trigger, named):
    story = timeline.extract(text, date="2017-09-16", lang=lang)
    labels = [event.label for event in story.events if trigger in {mention.text for mention in event.mentions}]
    assert any(named in label for label in labels), labels
