"""Apache Spark: a DataFrame of texts in, a DataFrame of their events out, by ``mapInPandas``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline.engines.kernel import DTYPES, read_frame
from timeline.formats.extras import need

if TYPE_CHECKING:
    import pandas
    from pyspark.sql import DataFrame

_TYPES = {"string": "string", "datetime64[us]": "timestamp_ntz", "Int64": "bigint", "float64": "double"}
SCHEMA = ", ".join(f"`{name}` {_TYPES[dtype]}" for name, dtype in DTYPES.items())
"""Spark's types of the result's columns."""


def read_events(texts: DataFrame) -> DataFrame:
    """Return the events of a table of texts; nothing is read before Spark asks for a result.

    Parameters
    ----------
    texts : pyspark.sql.DataFrame
        With a column ``text`` and any of ``id date lang title url``. Its partitions are what is read side by side.

    Returns
    -------
    pyspark.sql.DataFrame
        Columns as in `timeline.engines.kernel.RESULT_COLUMNS`.

    Raises
    ------
    MissingExtraError
        When pyspark is not installed.

    Examples
    --------
    >>> events = read_events(spark.read.parquet("news/"))  # doctest: +SKIP
    >>> events.write.parquet("events/")  # doctest: +SKIP
    """
    need("pyspark", "spark")
    return texts.mapInPandas(_read_batches, SCHEMA)


def _read_batches(batches: Iterable[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
    yield from map(read_frame, batches)
