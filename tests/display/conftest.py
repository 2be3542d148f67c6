"""A browser for all tests of this folder, and a story that tries to be markup."""

import gc
from dataclasses import replace

import pytest
from browser import CHROMIUM, Browser
from stories import story_of

EVIL = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
CLOSING = "</script></style></svg><!--"


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    page = Browser()
    yield page
    page.close()
    gc.collect()


@pytest.fixture(scope="session")
def story():
    return story_of(30)


@pytest.fixture(scope="session")
def evil_story():
    """Markup in the text, in names, labels, ids, types and standings, in title and address."""
    names = (f"Eve {EVIL}", f"Bob {CLOSING}", "Tom &amp; \"Ann\" 'x'")
    made = story_of(12, names=names, title=f"{EVIL} & {CLOSING}")
    entities = (*made.entities[:-1], replace(made.entities[-1], type=f'"{EVIL}'))
    events = [replace(event, type=f"Type {EVIL}", label=f"{event.label} {CLOSING}") for event in made.events]
    events[0] = replace(events[0], factuality=f'"{EVIL}', id=f"'\"{EVIL}")
    documents = tuple(replace(document, url=f"https://example.org/{EVIL}") for document in made.documents)
    return replace(made, entities=entities, events=tuple(events), documents=documents, relations=())
