"""Grammar of headlines: what every headline must hold, over all sentences of the tables."""

from __future__ import annotations

import re

import pytest
from event_tables import named, rows

from timeline.languages import get_language
from timeline.languages.fr.labels import VOWELS
from timeline.stages.events import find_events
from timeline.stages.events.naming import LONGEST
from timeline.stages.state import get_entities, get_times

TABLES = ("events_tuned", "events_news_tuned", "events_heldout", "events_news_heldout")
ACCENTED = "".join(vowel for vowel in VOWELS if vowel.lower() not in "hy")
WRONG = {
    "any": (
        (r"[«»“”\"]", "a quotation mark"),
        (r"\b([^\W\d]{3,}) \1\b", "a word twice"),
        (r"\s[,.]|^\W|[,;:–-]$|  ", "a stray mark"),
        (r"\([^)]*$|^[^(]*\)", "half a bracket"),
    ),
    "fr": (
        (rf"\b(?:le|la|de|ne|se|que|je|me|te) [{ACCENTED}]\w*[aeiouyé]", "no elision"),
        (r"\b(?:de|à) les? (?!\w+(?:er|ir|ndre|ttre|ncre)\b)", "no contraction"),
        (r"\b(?:de|à|du|au|aux|des|le|la|les|et|ou|que|pour|par|avec|selon)$", "a dangling word"),
    ),
    "en": ((r"\b(?:the|an|and|or|of|with|for|that|which)$", "a dangling word"),),
}
# What is no fault: « le onze », « la une », « nous nous », "had had".
ALLOWED = re.compile(
    r"\b(?:le|la|de|que) (?:onze|onzième|oui|un\b|une\b|uns)|\b(nous nous|vous vous|that that)\b", re.IGNORECASE
)


def faults(lang: str, headline: str) -> list[str]:
    told = ALLOWED.sub("", headline)
    found = [name for pattern, name in (*WRONG["any"], *WRONG[lang]) if re.search(pattern, told)]
    found += ["too long"] if len(headline) > LONGEST else []
    return found + (["no capital"] if headline[:1].islower() else [])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_headlines_are_well_formed(lang, request):
    nlp = request.getfixturevalue(f"nlp_{lang}")
    language = get_language(lang)
    wrong, told = [], 0
    for row in (row for table in TABLES for row in rows(lang, table)):
        doc = nlp(row["text"])
        for event in find_events(doc, language, named(doc, row)):
            told += 1
            wrong += [(event.label, fault, row["text"]) for fault in faults(lang, event.label)]
    assert told > 500
    assert len(wrong) <= told * 0.005, wrong


@pytest.mark.parametrize(
    ("lang", "headline", "fault"),
    [
        ("fr", "Démission de le maire", "no contraction"),
        ("fr", "Le maire maire part", "a word twice"),
        ("fr", "Signature de accord", "no elision"),
        ("fr", "La grève « de la faim", "a quotation mark"),
        ("fr", "Le maire part pour", "a dangling word"),
        ("en", "Board fires the", "a dangling word"),
        ("en", "board fires chairman", "no capital"),
    ],
)
def test_faults_are_seen(lang, headline, fault):
    assert fault in faults(lang, headline)


# Sentence, word of the event, its headline.
SAID = [
    ("fr", "Aucune victime n'est à déplorer.", "déplorer", "Aucune victime n'est à déplorer"),
    (
        "fr",
        "« Nous croyons toujours à notre partenariat », a assuré Marc Danel, le PDG de Volta.",
        "assuré",
        "Marc Danel assure : nous croyons à notre partenariat",
    ),
    (
        "fr",
        "Ada Roy s'impose en remportant sa treizième victoire sur le circuit mondial.",
        "remportant",
        "Ada Roy remporte sa treizième victoire sur le circuit mondial",
    ),
    (
        "fr",
        "La disparition depuis le mois de décembre d'Ada Roy inquiète la ville.",
        "disparition",
        "Disparition d'Ada Roy",
    ),
    (
        "fr",
        "La proposition est en baisse, mais celle-ci délaisse le théâtre.",
        "délaisse",
        "Celle-ci délaisse le théâtre",
    ),
    (
        "fr",
        "Deux camions ont été écrasés quand une grue se trouvant à l'arrière a heurté le pont.",
        "heurté",
        "Une grue se trouvant à l'arrière a heurté le pont",
    ),
    ("en", "The company is expected to cut 300 jobs.", "cut", "Company expected to cut 300 jobs"),
    ("en", "The concert planned for Friday has been postponed to May.", "concert", "Concert postponed"),
]


@pytest.mark.parametrize(("lang", "text", "word", "headline"), SAID)
def test_headlines_say_what_the_sentence_says(lang, text, word, headline, request):
    doc = request.getfixturevalue(f"nlp_{lang}")(text)
    language = get_language(lang)
    told = {event.trigger.text: event.label for event in find_events(doc, language, get_entities(doc), get_times(doc))}
    assert told[word] == headline
