"""pandas: one row an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.formats.extras import need
from timeline.formats.table import CATEGORIES, COLUMNS, DATETIMES, FLOATS, INTEGERS, rows
from timeline.model.event import FACTUALITIES
from timeline.model.granularity import Granularity
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from pandas import DataFrame


def to_pandas(story: Timeline) -> DataFrame:
    """Return a timeline's events as a DataFrame in time order.

    The columns are those of `timeline.formats.table.COLUMNS`, always all of them: dates as ``datetime64[us]`` with NaT,
    words as ``string`` with NA, offsets and order as ``int64``, salience and confidence as ``float64``. What has few
    values is categorical; granularities are ordered from the finest, factualities from the surest.

    Raises
    ------
    MissingExtraError
        When pandas is not installed.
    """
    pandas = need("pandas", "pandas")
    # Microseconds reach the years 1 to 9999, as Python's own datetimes do; pandas' old nanoseconds end in 1677.
    dtypes = dict.fromkeys(COLUMNS, "string")
    dtypes |= dict.fromkeys(DATETIMES, "datetime64[us]")
    dtypes |= dict.fromkeys(INTEGERS, "int64")
    dtypes |= dict.fromkeys(FLOATS, "float64")
    table = rows(story)
    columns = {name: pandas.Series([row[name] for row in table], dtype=dtype) for name, dtype in dtypes.items()}
    known = dict.fromkeys(CATEGORIES) | {
        "factuality": FACTUALITIES,
        "granularity": [width.value for width in Granularity],
    }
    for name, values in known.items():
        columns[name] = columns[name].astype(pandas.CategoricalDtype(values, ordered=values is not None))
    frame: DataFrame = pandas.DataFrame(columns, columns=list(COLUMNS))
    return frame
