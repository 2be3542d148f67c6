"""The kernel: texts in, events out, in one process."""

import pickle

import pytest

import timeline
from timeline.engines.kernel import DTYPES, RESULT_COLUMNS, frame_of, read_frame, read_records


def test_it_is_found_by_its_name():
    assert pickle.loads(pickle.dumps(read_frame)) is read_frame


def test_each_text_is_answered(texts, expected):
    assert list(expected.columns) == list(RESULT_COLUMNS)
    assert {name: str(dtype) for name, dtype in expected.dtypes.items()} == DTYPES
    assert set(expected["document"]) == set(texts["id"]) - {"none"}
    failed = expected[expected["error"].notna()]
    assert list(failed["document"]) == ["bad"]
    assert "yesterday or so" in failed["error"].iloc[0]


def test_missing_cells_are_nothing():
    rows = [{"text": "Anna Berg a quitté Volta.", "lang": "fr", "id": float("nan"), "date": None, "url": ""}]
    (record,) = read_records(rows)
    assert record["error"] is None
    assert record["document"].startswith("doc-")


def test_no_text_gives_an_empty_table_with_all_columns():
    assert {name: str(dtype) for name, dtype in frame_of([]).dtypes.items()} == DTYPES


def test_a_table_without_texts_is_refused(texts):
    with pytest.raises(timeline.InvalidTextError, match="no column 'text'"):
        read_frame(texts.drop(columns="text"))
    with pytest.raises(timeline.InvalidTextError, match="no 'text'"):
        list(read_records([{"id": "a"}]))


def test_records_go_to_parquet_and_answer_questions(texts, expected, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    expected.to_parquet(tmp_path / "events.parquet")
    question = f"select count(*) from '{tmp_path}/events.parquet' where start >= '2021-05-05' and start < '2021-05-08'"
    assert duckdb.sql(question).fetchall() == [(3,)]
