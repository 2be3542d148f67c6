"""pandas and CSV: one row an event, columns that stay."""

import csv
import io
import sys
from dataclasses import replace
from datetime import datetime

import pytest

from timeline.errors import MissingExtraError
from timeline.formats.table import COLUMNS
from timeline.model import Timeline

pandas = pytest.importorskip("pandas")


def test_one_row_an_event_in_order(story):
    frame = story.to_pandas()
    assert list(frame["id"]) == [event.id for event in story]
    assert list(frame.columns) == list(COLUMNS)


def test_types_are_the_same_with_and_without_events(story):
    some, none = (frame.dtypes.map(str).to_dict() for frame in (story.to_pandas(), Timeline().to_pandas()))
    assert some == none
    assert str(story.to_pandas()["earliest"].dtype) == "datetime64[us]"
    assert str(story.to_pandas()["start_char"].dtype) == "int64"


def test_few_values_are_categories_and_order_is_a_number(story):
    frame = story.to_pandas()
    assert frame["factuality"].cat.ordered
    assert str(frame["type"].dtype) == "category"
    groups = [[event.id for event in group] for group in story.order()]
    assert frame.groupby("order")["id"].apply(list).to_list() == groups
    assert frame.set_index("id").loc["e1", "entities"] == "x1 x2"
    assert set(" ".join(frame["entities"].dropna()).split()) <= {entity.id for entity in story.entities}


def test_what_is_not_known_is_missing(story):
    row = story.to_pandas().set_index("id").loc["e6"]
    assert row[["start", "end", "earliest", "latest", "timex3", "participants", "source"]].isna().all()
    row = story.to_pandas().set_index("id").loc["e1"]
    assert row["start"] == pandas.Timestamp(2023, 11, 17)
    assert row["participants"].startswith("person: Zoé <b>Brûlé</b> & fils; organisation: ")
    assert story.documents[0].text[row["start_char"] : row["end_char"]] == row["trigger"]


@pytest.mark.parametrize("year", [1, 1492, 9999])
def test_dates_reach_as_far_as_python(story, year):
    event = replace(story["e1"], earliest=datetime(year, 1, 1))
    assert replace(story, events=(event,)).to_pandas()["earliest"][0].year == year


def test_without_pandas_the_error_names_the_command(story, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r'pip install "timeline-extractor\[pandas\]"'):
        story.to_pandas()


def test_csv_has_the_same_cells(story):
    rows = list(csv.DictReader(io.StringIO(story.to_csv(), newline="")))
    assert [row["label"] for row in rows] == [event.label for event in story]
    assert [row["sentence"] for row in rows] == [event.sentence for event in story]
    assert rows[0]["start"] == "2015-01-01T00:00:00"
    assert rows[-1]["start"] == ""


def test_pandas_reads_the_csv(story, tmp_path):
    path = tmp_path / "story.csv"
    assert story.to_csv(path) == path.read_bytes().decode()
    frame = pandas.read_csv(path, parse_dates=["start", "end", "earliest", "latest"])
    assert list(frame["start"].dropna()) == list(story.to_pandas()["start"].dropna())


def test_csv_without_events_is_its_header():
    assert Timeline().to_csv() == ",".join(COLUMNS) + "\r\n"
