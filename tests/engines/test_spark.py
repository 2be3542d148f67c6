"""Spark, on a local machine with two workers."""

import sys

import pytest

from timeline.engines.spark import read_events

sql = pytest.importorskip("pyspark.sql")

# The engine's own, about its other dependencies.
pytestmark = pytest.mark.filterwarnings(
    "ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::ResourceWarning"
)


@pytest.fixture(scope="module")
def spark():
    patch = pytest.MonkeyPatch()
    patch.setenv("PYSPARK_PYTHON", sys.executable)  # else workers take the first python3 on the path
    session = (
        sql.SparkSession.builder.master("local[2,4]")  # two workers, each task tried four times
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
    patch.undo()


def table(spark, texts):
    return spark.createDataFrame(texts.astype(object).where(texts.notna(), None)).repartition(2)


def test_it_gives_what_one_process_gives(spark, texts, expected, same):
    same(read_events(table(spark, texts)).toPandas(), expected)


def test_a_killed_worker_is_replaced(spark, texts, expected, same, killer):
    def kill(batches):
        yield from map(killer, batches)

    given = table(spark, texts)
    same(read_events(given.mapInPandas(kill, given.schema)).toPandas(), expected)
