"""Dask, on a local cluster with two workers."""

import pytest

from timeline.engines.dask import read_events

frames = pytest.importorskip("dask.dataframe")
distributed = pytest.importorskip("distributed")

# The engine's own, about its other dependencies.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture(scope="module")
def cluster():
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as workers,
        distributed.Client(workers) as client,
    ):
        yield client


def test_it_gives_what_one_process_gives(cluster, texts, expected, same):
    same(read_events(frames.from_pandas(texts, npartitions=2, sort=False)).compute(), expected)


def test_a_killed_worker_is_replaced(cluster, texts, expected, same, killer):
    given = frames.from_pandas(texts, npartitions=2, sort=False)
    same(read_events(given.map_partitions(killer, meta=given._meta)).compute(), expected)
