"""The engine apart from any language: lexer, patterns, templates, and texts made to slow it down."""

import pytest
import spacy
from counting import calls

from timeline.languages import get_language
from timeline.languages.contract import TimeWords
from timeline.languages.loading import room_from
from timeline.stages.times import find_times
from timeline.stages.times.lexer import lex
from timeline.stages.times.lexicon import read_lexicon
from timeline.stages.times.patterns import compile_pattern, expand_fragments, find_matches
from timeline.stages.times.rules import find_candidates, grammar_of
from timeline.stages.times.values import fill

TOY = {
    "words": {
        "month": {"05": ["may"], "09": ["september", "sept."]},
        "unit": {"D": ["day", "days"]},
        "part__plain": {"MO": ["morning"]},
        "the": ["the"],
        "comma": [","],
    },
    "numbers": {
        "words": {"2": ["two"], "20": ["twenty"]},
        "joiners": ["-", "and"],
        "ordinal_suffixes": ["th", "rd"],
        "ordinal_days": [3],
        "decimal": ".",
        "thousands": ",",
    },
    "spelling": {"month": "capital"},
}


@pytest.fixture(scope="module")
def lexicon():
    return read_lexicon(room_from(TimeWords, TOY, "toy"))


LEXEMES = [
    ("May", [{"month": "05"}]),
    ("may", [{"month__odd": "05"}]),
    ("Sept.", [{"month": "09"}]),
    ("the days", [{"the": "the"}, {"unit": "D"}]),
    ("30.4", [{"decimal": "30.4"}]),
    ("70,000", [{"num": "70000"}]),
    ("3rd", [{"ord": "3", "day": "03"}]),
    ("XIXth", [{"ord": "19", "roman": "19"}]),
    ("A10", [{}, {}]),
    ("Mix", [{}]),
    ("1" * 50, [{}]),
]


@pytest.mark.parametrize(("text", "classes"), LEXEMES)
def test_lexemes(text, classes, lexicon):
    assert [dict(lexeme.classes) for lexeme in lex(text, lexicon).lexemes] == classes


def test_number_words_are_one_lexeme(lexicon):
    lexed = lex("twenty-two days", lexicon)
    assert lexed.lexemes[0].classes["num"] == "22"
    assert (lexed.lexemes[0].start, lexed.lexemes[0].end) == (0, 10)


def test_offset_moves_places(lexicon):
    assert lex("May", lexicon, offset=7).lexemes[0].start == 7


PATTERNS = [
    ("the? num unit", "the 2 days", [("the 2 days", {"the": "the", "num": "2", "unit": "D"})]),
    ("[num] unit", "2 days", [("2", {"num": "2", "unit": "D"})]),
    ("num !unit", "2 days 3", [("3", {"num": "3"})]),
    ("num &comma", "2, 3", [("2", {"num": "2"})]),
    ("!<the unit", "the days", []),
    ("num any unit", "2 long days", [("2 long days", {"num": "2", "unit": "D"})]),
    ("part__plain", "morning", [("morning", {"part": "MO"})]),
    ("num unit num unit", "2 days 3 days", [("2 days 3 days", {"num": "2", "unit": "D", "num2": "3", "unit2": "D"})]),
    ("num{2,3}", "2 3 4 5", [("2 3 4", {"num": "4"})]),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), PATTERNS)
def test_patterns(pattern, text, expected, lexicon):
    lexed = lex(text, lexicon)
    found = [
        (text[lexed.lexemes[match.start].start : lexed.lexemes[match.end - 1].end], match.fields)
        for match in find_matches(compile_pattern(pattern, lexicon), lexed)
    ]
    assert found == expected


@pytest.mark.parametrize("pattern", ["nothing", "num $", "num nothing?"])
def test_wrong_patterns_are_told(pattern, lexicon):
    with pytest.raises(ValueError, match="pattern"):
        compile_pattern(pattern, lexicon)


def test_fragments_hold_fragments():
    assert expand_fragments("<a> !<x", {"a": "(<b>)", "b": "num"}) == "(num) !<x"


TEMPLATES = [
    ("{year}-{month}-{day}", {"month": "11", "day": "20"}, "XXXX-11-20"),
    ("{year}", {"year2": "93"}, "1993"),
    ("{year}", {"year2": "14"}, "2014"),
    ("{year}-{month}", {"year": "2020", "month_num": "05"}, "2020-05"),
    ("{length}", {"num": "3", "unit": "D"}, "P3D"),
    ("{length}", {"num": "2", "unit": "10Y"}, "P20Y"),
    ("{length}", {"some": "X", "unit": "TH"}, "PTXH"),
    ("{length}", {"num": "2", "unit": "TH", "half": "0.5"}, "PT2H30M"),
    ("{length}", {"fraction": "0.25", "unit": "TH"}, "PT15M"),
    ("{length}", {"fraction": "0.25", "unit": "100Y"}, "P25Y"),
    ("{length}", {"num": "2", "unit": "TH", "minute": "05"}, "PT2H5M"),
    ("{length}", {"num": "1", "unit": "Y", "num2": "6", "unit2": "M"}, "P1Y6M"),
    ("{form} {sign}{amount}", {"num": "3", "unit": "W", "side": ">"}, "XXXX-WXX +3W"),
    ("{clock}", {"hour": "02", "part": "AF"}, "14:00"),
    ("{clock}", {"hour": "03", "past": "-15"}, "02:45"),
    ("{decade}", {"num": "80"}, "198"),
    ("{century}", {"ord": "19"}, "18"),
    ("XXXX {wd}", {"weekday": "7", "year": "2020"}, "XXXX"),
]


@pytest.mark.parametrize(("template", "fields", "value"), TEMPLATES)
def test_templates(template, fields, value):
    assert fill(template, fields) == value


HOSTILE = [
    *("1", " ", "a", "X", "\n", "\n ", "é", "e\u0301", ".", "-"),
    *("1 ", "1, ", "1,1", "1.1.", "1:", "1-", "1/", "3h", "20h ", "3 et ", "3 and "),
    *("deux ", "cent mille ", "vingt-", "lundi ", "lundi 3, ", "mai ", "le ", "de la ", "il y a ", "fin de la "),
    *("two ", "twenty-", "Monday ", "Monday 3, ", "May ", "the ", "of the ", "end of the "),
]


def candidates(code, text):
    grammar = grammar_of(get_language(code))
    return find_candidates(lex(text, grammar.lexicon), grammar.rules, bool)


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_work_is_linear(code, unit):
    short, long = ((unit * size)[:size] for size in (1_000, 4_000))
    candidates(code, short)  # what is made once
    assert calls(candidates, code, long) < 4.5 * calls(candidates, code, short)


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("run", ["1", " ", "a", "X", "\n"])
def test_long_runs_are_read(code, run):
    assert calls(candidates, code, run * 100_000) < 10 * calls(candidates, code, run * 10_000) + 1_000


MANY_TIMES = {
    "fr": [
        "Il part à 6 h. ",
        "La semaine suivante, il part. ",
        "Le lendemain il part. ",
        "Deux jours après, il part. ",
    ],
    "en": ["He left at 6 a.m. ", "The following week he left. ", "He left a year earlier. ", "He left in June. "],
}


@pytest.mark.parametrize(("code", "unit"), [(code, unit) for code, units in MANY_TIMES.items() for unit in units])
def test_many_times_take_work_in_proportion(code, unit):
    nlp = spacy.blank(code)
    nlp.add_pipe("sentencizer")
    first, short, long = (nlp(unit * count) for count in (150, 150, 600))
    language = get_language(code)
    find_times(first, language)  # what is made once
    assert calls(find_times, long, language) < 4.5 * calls(find_times, short, language)
