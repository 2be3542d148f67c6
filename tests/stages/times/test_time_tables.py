"""Tables of sentences with their times, and of sentences that have none."""

import json
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
POSITIVE = sorted(CORPUS.glob("*/times.jsonl"))
NEGATIVE = sorted(CORPUS.glob("*/times_negatives.jsonl"))
POINTS = ("unresolved", "anchor", "begin_point", "end_point")
ATTRIBUTES = ("mod", "quant", "freq", *POINTS, "rule")


def language(path):
    return path.parent.name


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line]


def describe(time):
    return {
        "text": time.mention.text,
        "type": time.type,
        "value": time.timex3,
        "within": [str(moment.date()) for moment in (time.start, time.end) if moment],
        **{name: getattr(time, name) for name in ATTRIBUTES},
    }


@pytest.mark.parametrize("path", POSITIVE, ids=language)
def test_times(path, read_times):
    table = rows(path)
    results = read_times(language(path), [row["text"] for row in table], [row.get("date") for row in table])
    wrong = []
    for row, times in zip(table, results, strict=True):
        found = [describe(time) for time in times]
        expected = row["expect"]
        shown = [{name: time[name] for name in want} for want, time in zip(expected, found, strict=False)]
        if shown != expected or len(found) != len(expected):
            wrong.append((row["text"], expected, found))
    assert wrong == []


@pytest.mark.parametrize("path", NEGATIVE, ids=language)
def test_no_times(path, read_times):
    table = [row["text"] for row in rows(path)]
    results = read_times(language(path), table, ["2023-11-20"] * len(table))
    assert [(text, str(times[0].mention)) for text, times in zip(table, results, strict=True) if times] == []


def test_what_a_participle_before_its_clause_tells_is_another_day(read_times):
    text = "Interpellée mardi, la suspecte a été libérée. Elle a parlé dans la soirée."
    (times,) = read_times("fr", [text], ["2023-05-04"])
    assert [time.timex3 for time in times] == ["2023-05-02", "2023-05-04TEV"]
