"""Ray Data: a Dataset of texts in, a Dataset of their events out, by ``map_batches``, a model an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.engines.kernel import read_frame
from timeline.formats.extras import need

if TYPE_CHECKING:
    import pandas
    from ray.data import Dataset


class Reader:
    """An actor: the models stay in its process from one batch to the next."""

    def __call__(self, batch: pandas.DataFrame) -> pandas.DataFrame:
        """Return the events of a batch of texts."""
        return read_frame(batch)


def read_events(texts: Dataset, *, concurrency: int = 2, batch_size: int = 64) -> Dataset:
    """Return the events of a table of texts; nothing is read before Ray is asked for a result.

    Parameters
    ----------
    texts : ray.data.Dataset
        With a column ``text`` and any of ``id date lang title url``.
    concurrency : int
        Actors that read side by side, each with its own models.
    batch_size : int
        Texts given to an actor at once.

    Returns
    -------
    ray.data.Dataset
        Columns as in `timeline.engines.kernel.RESULT_COLUMNS`.

    Raises
    ------
    MissingExtraError
        When ray is not installed.

    Examples
    --------
    >>> read_events(ray.data.read_parquet("news/")).write_parquet("events/")  # doctest: +SKIP
    """
    need("ray.data", "ray")
    return texts.map_batches(Reader, batch_format="pandas", batch_size=batch_size, concurrency=concurrency)
