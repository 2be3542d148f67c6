"""A reader finds of each main turn who, what, when, how sure and where it stands, on a phone and on a wide screen."""

from pathlib import Path

import pytest

import timeline

pytestmark = pytest.mark.browser

SEEDS = Path(__file__).parent.parent.parent / "seeds"
STORIES = {"openai-return.fr": "2023-11-22", "openai-exodus.en": "2023-11-21"}
ROW = """(() => { const row = document.getElementById("event-%d");
  const seen = (part) => { const it = row.querySelector(part);
    return it && it.checkVisibility() && it.getBoundingClientRect().width > 0 ? it.textContent.trim() : "" };
  return [seen(".label"), seen(".when"), seen(".standing"), seen(".who"), seen("q b"), seen(".where")] })()"""


@pytest.fixture(scope="module", params=sorted(STORIES))
def told(request, tmp_path_factory):
    name = request.param
    text = (SEEDS / f"{name}.txt").read_text(encoding="utf8")
    story = timeline.extract(text, date=STORIES[name], lang=name[-2:])
    path = tmp_path_factory.mktemp("turns") / f"{name}.html"
    story.to_html(path)
    return story, path


@pytest.mark.parametrize("width", [390, 1400])
def test_each_main_turn_tells_who_what_when_how_sure_and_where(browser, told, width):
    story, page = told
    browser.open(page, width=width, height=900)
    numbers = {event.id: number for number, event in enumerate(story)}
    for event in story.highlights(10):
        label, when, standing, who, word, where = browser.value(ROW % numbers[event.id])
        assert label == " ".join(event.label.split())
        assert when, label
        assert standing, label
        names = {e.name for group in event.participants.values() for e in group if isinstance(e, timeline.Entity)}
        assert all(name in who for name in names), label
        assert word == " ".join(event.trigger.text.split()), label
        assert where, label
        browser.point(f"#event-{numbers[event.id]} .where", click=True)
        top = browser.value("document.activeElement.getBoundingClientRect().top")
        found = browser.value("document.activeElement.textContent").strip()
        assert any(found in mention.text for mention in (event.mentions or (event.trigger,))), label
        assert 0 <= top < 900
        browser.press("Escape")
