"""The weaker service of dateparser in languages without a folder."""

import pytest
import spacy

from timeline.stages.times.fallback import find_times_with_dateparser, knows, read_date

TEXTS = [
    ("es", "El presidente dimitió el 15 de marzo de 2020 en Madrid.", [("15 de marzo de 2020", "2020-03-15")]),
    ("es", "La ley es del 3 de mayo.", [("3 de mayo", "XXXX-05-03 ~")]),
    ("es", "Firmado: 12/05/2021.", [("12/05/2021", "2021-05-12")]),
    ("it", "Il 4 marzo 2018 gli italiani votano.", [("4 marzo 2018", "2018-03-04")]),
    ("de", "Am 3. Oktober 1990 begann es.", [("3. Oktober 1990", "1990-10-03")]),
    ("pt", "No dia 25 de abril de 1974 caiu o regime.", [("25 de abril de 1974", "1974-04-25")]),
    ("es", "Marte es un planeta, y 12 personas comen.", []),
    ("es", "Ganó 3-1 con 25 puntos y 300 euros.", []),
    ("it", "Mario ha 25 anni e 3 figli.", []),
    ("de", "Der Mai ist gekommen, er hat 12 Autos.", []),
    ("es", "", []),
]


@pytest.mark.parametrize(("code", "text", "expected"), TEXTS)
def test_finds_dates_and_nothing_else(code, text, expected):
    nlp = spacy.blank(code)
    nlp.add_pipe("sentencizer")
    times = find_times_with_dateparser(nlp(text), code)
    assert [(time.mention.text, time.unresolved) for time in times] == expected


@pytest.mark.parametrize(
    ("text", "value"), [("12", None), ("mayo", None), ("a", None), ("2020", None), ("mayo 2020", "2020-05")]
)
def test_reads_only_what_is_there(text, value):
    assert read_date(text, "es") == value


def test_knows_languages():
    assert knows("es")
    assert not knows("xx")
