"""The same input gives the same answer: in other processes, hash seeds, threads, batches, and after other texts."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

import timeline

TEXTS = {
    "fr": "Anna Berg, PDG de Volta, a démissionné vendredi. Le lendemain, le conseil a nommé Marc Duval. La grève "
    "avait commencé en octobre 2022, selon la police. Elle pourrait durer jusqu'en mars, a dit le maire de Lyon.",
    "en": "Anna Berg, chief executive of Volta, resigned on Friday. The next day the board appointed Mark Stone. The "
    "strike had begun in October 2022, police said. It may last until March, the mayor of Leeds said.",
}
SCRIPT = """
import hashlib, sys, timeline
for lang, text in {texts!r}.items():
    story = timeline.extract(text, date="2023-11-20", lang=lang)
    print(hashlib.sha256((story.to_json() + story.to_html()).encode()).hexdigest())
"""


def digests():
    found = []
    for lang, text in TEXTS.items():
        story = timeline.extract(text, date="2023-11-20", lang=lang)
        found.append(hashlib.sha256((story.to_json() + story.to_html()).encode()).hexdigest())
    return found


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_other_processes_with_other_hash_seeds_say_the_same(seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Pacific/Auckland"}
    script = SCRIPT.format(texts=TEXTS)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.split() == digests()


def test_threads_say_the_same():
    docs = [(text.replace("Berg", name), lang) for lang, text in TEXTS.items() for name in ("Berg", "Petit", "Moreau")]

    def read(doc):
        return timeline.extract(doc[0], date="2023-11-20", lang=doc[1])

    alone = [read(doc) for doc in docs]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(read, docs * 3)) == alone * 3


def test_what_was_read_before_changes_nothing():
    first = digests()
    timeline.extract(TEXTS["fr"][::-1], lang="fr")
    timeline.extract(TEXTS["en"].upper(), lang="en")
    assert digests() == first


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_batches_say_the_same(batch_size):
    docs = [(text, {"lang": lang, "date": "2023-11-20"}) for lang, text in TEXTS.items()] * 2
    alone = [timeline.extract(text, date="2023-11-20", lang=told["lang"]) for text, told in docs]
    assert list(timeline.extract_many(docs, batch_size=batch_size)) == alone


PROCESSES = """
import hashlib, json, multiprocessing, os, signal, sys, warnings
import timeline

def propose(document):
    if document.id == "killer":
        os.kill(os.getpid(), signal.SIGKILL)
    return {{"events": []}}

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    multiprocessing.set_start_method(sys.argv[1])
    docs = [(text, {{"lang": lang, "date": "2023-11-20", "id": lang}}) for lang, text in {texts!r}.items()]
    stories = timeline.extract_many(docs, n_process=2, batch_size=2)
    print(*(hashlib.sha256((s.to_json() + s.to_html()).encode()).hexdigest() for s in stories))
    if sys.argv[2:] == ["kill"]:
        docs.insert(1, ("Il part.", {{"lang": "fr", "id": "killer"}}))
        stories = timeline.extract_many(docs, n_process=2, batch_size=2, proposals=propose)
        print(*((s.documents[0].id, len(s) > 0, type(s.error).__name__) for s in stories), sep="|")
"""


@pytest.mark.parametrize("arguments", [("fork",), ("spawn", "kill")], ids=" ".join)
def test_several_processes_say_the_same_and_outlive_one(tmp_path, arguments):
    script = tmp_path / "read.py"
    script.write_text(PROCESSES.format(texts=TEXTS), "utf8")
    done = subprocess.run(
        [sys.executable, str(script), *arguments], capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    told, *rest = done.stdout.splitlines()
    named = [
        timeline.extract(timeline.Document(text, date="2023-11-20", lang=lang, id=lang)) for lang, text in TEXTS.items()
    ]
    assert told.split() == [hashlib.sha256((s.to_json() + s.to_html()).encode()).hexdigest() for s in named]
    if "kill" in arguments:
        assert rest == ["('fr', True, 'NoneType')|('killer', False, 'LostWorkerError')|('en', True, 'NoneType')"]
