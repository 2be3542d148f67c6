"""Dask: a DataFrame of texts in, a DataFrame of their events out, partition by partition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.engines.kernel import frame_of, read_frame
from timeline.formats.extras import need

if TYPE_CHECKING:
    from dask.dataframe import DataFrame


def read_events(texts: DataFrame) -> DataFrame:
    """Return the events of a table of texts; nothing is read before ``compute()`` or a writer asks for it.

    Parameters
    ----------
    texts : dask.dataframe.DataFrame
        With a column ``text`` and any of ``id date lang title url``. Its partitions are what is read side by side:
        use processes (``dask.distributed``, or ``scheduler="processes"``), since reading holds Python's lock.

    Returns
    -------
    dask.dataframe.DataFrame
        Columns as in `timeline.engines.kernel.RESULT_COLUMNS`.

    Raises
    ------
    MissingExtraError
        When dask is not installed.

    Examples
    --------
    >>> read_events(dask.dataframe.read_parquet("news/")).to_parquet("events/")  # doctest: +SKIP
    """
    need("dask.dataframe", "dask")
    events: DataFrame = texts.map_partitions(read_frame, meta=frame_of([]))
    return events
