"""Batches: whatever happens to one item, the others are answered, in their order."""

import os
import signal
import warnings

import pytest

import timeline
from timeline.stages import extraction
from timeline.stages.batches import WorkerPool, check_sizes, chunks_of


def double(items):
    for item in items:
        if item == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
    return [item * 2 for item in items]


def answered_for(item, error):
    return f"{item}: {type(error).__name__}"


def run(chunks, n_process=2):
    with WorkerPool(double, answered_for, n_process=n_process) as pool:
        return list(pool.map(chunks))


@pytest.mark.parametrize("size", [1, 2, 7])
def test_results_keep_the_order_of_the_items(size):
    items = list("abcdefghijklmnop")
    assert run(chunks_of(items, size)) == [item * 2 for item in items]


def test_a_killed_process_loses_the_item_that_killed_it_alone():
    assert run([["a", "b"], ["c", "kill", "d"], ["e"], ["f"]]) == [
        "aa", "bb", "cc", "kill: LostWorkerError", "dd", "ee", "ff",
    ]  # fmt: skip


def failing_source():
    yield from "abc"
    raise LookupError("of the caller")


def test_what_a_source_raises_comes_after_the_items_before_it():
    seen = []
    with pytest.raises(LookupError), WorkerPool(double, answered_for, n_process=1) as pool:  # noqa: PT012
        for result in pool.map(chunks_of(failing_source(), 2)):
            seen.append(result)
    assert seen == ["aa", "bb", "cc"]


@pytest.mark.parametrize(("n_process", "batch_size"), [(0, 1), (1, 0), (1, -3)])
def test_sizes_that_are_none_are_refused(n_process, batch_size):
    with pytest.raises(timeline.InvalidOptionError):
        check_sizes(n_process=n_process, batch_size=batch_size)
    with pytest.raises(timeline.InvalidOptionError):
        timeline.extract_many([], n_process=n_process, batch_size=batch_size)


def test_any_exception_of_one_document_is_its_own(monkeypatch):
    read = extraction._timeline_of

    def failing(doc, document, *options):
        if document.id == "bad":
            raise RecursionError("too deep")
        return read(doc, document, *options)

    monkeypatch.setattr(extraction, "_timeline_of", failing)
    docs = [("Anna Berg est partie vendredi.", {"id": name, "lang": "fr"}) for name in ("good", "bad", "fine")]
    with pytest.warns(timeline.TimelineWarning, match="Document bad was not read: RecursionError: too deep"):
        stories = list(timeline.extract_many(docs))
    assert [story.documents[0].id for story in stories] == ["good", "bad", "fine"]
    assert [len(story) for story in stories] == [1, 0, 1]
    assert isinstance(stories[1].error, timeline.UnreadDocumentError)


@pytest.mark.parametrize("n_process", [1, 2])
def test_processes_and_batches_give_the_same(n_process):
    docs = [(f"Anna Berg a quitté Volta le {day} mai 2021.", {"lang": "fr"}) for day in range(2, 8)]
    alone = [timeline.extract(text, lang="fr").to_json() for text, _ in docs]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*fork.*", category=DeprecationWarning)
        many = timeline.extract_many(docs, n_process=n_process, batch_size=2)
        assert [story.to_json() for story in many] == alone
