"""Ray Data, on a local cluster with two workers."""

import pytest

from timeline.engines.ray import read_events

ray = pytest.importorskip("ray")
data = pytest.importorskip("ray.data")

# The engine's own, about its other dependencies.
pytestmark = pytest.mark.filterwarnings(
    "ignore::FutureWarning",
    "ignore::DeprecationWarning",
    "ignore::ResourceWarning",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)


@pytest.fixture(scope="module")
def cluster():
    ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False, logging_level="error")
    data.DataContext.get_current().enable_progress_bars = False
    yield
    ray.shutdown()


def test_it_gives_what_one_process_gives(cluster, texts, expected, same):
    given = data.from_pandas(texts).repartition(2)
    same(read_events(given, batch_size=4).to_pandas(), expected)


def test_a_killed_worker_is_replaced(cluster, texts, expected, same, killer):
    given = data.from_pandas(texts).repartition(2)
    same(read_events(given.map_batches(killer, batch_format="pandas"), batch_size=4).to_pandas(), expected)
