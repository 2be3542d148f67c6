"""The page in a real browser: nothing injected runs, nothing is asked for, and the parts work together."""

from dataclasses import replace

import pytest
from stories import story_of

from timeline.model import Timeline

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
FIRST = ".events li:not([hidden]) > button"


@pytest.fixture(scope="module")
def pages(tmp_path_factory, story, evil_story):
    folder = tmp_path_factory.mktemp("pages")
    made = {"story": story, "evil": evil_story, "many": story_of(60, documents=3), "none": Timeline()}
    for name, told in made.items():
        told.to_html(folder / f"{name}.html")
        told.to_svg(folder / f"{name}.svg")
    return folder


def number(browser, selector):
    return browser.value(f"document.querySelectorAll({selector!r}).length")


def text(browser, selector):
    return browser.value(f"document.querySelector({selector!r}).textContent")


@pytest.mark.parametrize("name", ["story", "evil", "many", "none"])
@pytest.mark.parametrize("size", [{}, PHONE, {"dark": True}], ids=["desktop", "phone", "dark"])
def test_it_loads_in_silence_and_fits(browser, pages, name, size):
    page = pages / f"{name}.html"
    browser.open(page, **size)
    assert browser.requests == [page.as_uri()]
    assert browser.problems == []
    assert browser.value("document.documentElement.scrollWidth <= innerWidth")


def test_injected_markup_stays_text_wherever_it_is_shown(browser, pages, evil_story):
    browser.open(pages / "evil.html")
    for place in range(3):
        browser.value(f"document.querySelectorAll('.events li > button')[{place}].click()")
        browser.value("document.querySelector('.more:not([hidden]) summary').click()")
    browser.point(".texts a[data-event]")
    assert browser.value("document.title") == evil_story.documents[0].title
    assert number(browser, "img") == 0
    assert number(browser, "script") == 2
    assert "<script>" in text(browser, ".more:not([hidden])")
    assert "<script>" in text(browser, "#card")
    assert "<script>" in text(browser, ".texts")
    assert browser.problems == []


def test_the_policy_refuses_what_gets_in_all_the_same(browser, pages):
    browser.open(pages / "story.html")
    browser.value("document.body.insertAdjacentHTML('beforeend', '<img src=\"https://example.org/x.png\">')")
    browser.value("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    assert browser.value("window.ran") is None
    assert len(browser.problems) == 2


def test_choosing_an_event_shows_its_evidence_and_its_place(browser, pages, story):
    browser.open(pages / "story.html")
    browser.point(FIRST, click=True)
    chosen = browser.value(f"document.querySelector({FIRST!r}).closest('li').id.slice(6)")
    event = story[int(chosen)]
    assert browser.value("document.querySelector('.texts .chosen').textContent") == event.trigger.text
    assert number(browser, ".picture .chosen") == 2  # the wide picture and the medium one
    told = text(browser, "li.chosen .more")
    assert event.sentence in told
    assert "frame" in told
    assert story.explain(event).splitlines()[0] in told
    assert browser.value(f"document.querySelector({FIRST!r}).getAttribute('aria-expanded')") == "true"
    browser.point(FIRST, click=True)
    assert number(browser, ".chosen") == 0


def test_from_the_text_to_the_event_and_back(browser, pages):
    browser.open(pages / "story.html", height=500)
    browser.point(".texts a[data-event='25']", click=True)
    assert browser.value("document.activeElement.closest('li').id") == "event-25"
    assert browser.value("document.activeElement.getBoundingClientRect().top") < 500
    browser.press("Escape")
    assert browser.value("document.activeElement.dataset.event") == "25"
    assert number(browser, ".chosen") == 0


def test_from_the_picture_to_the_event(browser, pages, story):
    browser.open(pages / "story.html")
    browser.point(".picture [data-event] text", click=True)
    key = browser.value("document.querySelector('.picture .chosen').dataset.event")
    assert browser.value("document.activeElement.closest('li').id") == f"event-{[e.id for e in story].index(key)}"


def test_the_list_leads_to_the_place_in_the_text(browser, pages):
    browser.open(pages / "story.html", **PHONE)
    browser.point(FIRST, click=True)
    browser.point(".more .places button", click=True)
    assert browser.value("document.activeElement.matches('.texts a.chosen')")
    top = browser.value("document.activeElement.getBoundingClientRect().top")
    assert 0 <= top < PHONE["height"]


def test_pointing_tells_without_choosing(browser, pages, story):
    browser.open(pages / "story.html")
    browser.point(".texts a[data-event='3']")
    assert browser.value("document.getElementById('card').hidden") is False
    assert story[3].label in text(browser, "#card")
    assert "frame" in text(browser, "#card")
    assert number(browser, "li.pointed") == 1
    assert number(browser, ".chosen") == 0
    browser.point("h1")
    assert browser.value("document.getElementById('card').hidden") is True


def test_it_is_used_by_keyboard_alone(browser, pages):
    browser.open(pages / "story.html")
    browser.press("Tab")
    assert browser.value("document.activeElement.className") == "skip"
    browser.value(f"document.querySelector({FIRST!r}).focus()")
    browser.press("ArrowDown")
    browser.press("Enter")
    second = f"document.querySelectorAll({FIRST!r})[1]"
    assert browser.value(f"document.activeElement === {second} && {second}.getAttribute('aria-expanded') === 'true'")
    browser.press("Tab")
    assert browser.value("document.activeElement.closest('.more') !== null")
    browser.press("Escape")
    assert number(browser, ".chosen") == 0
    assert browser.value(f"document.activeElement === {second}")


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ("entity.value = [...form.elements.entity.options].find((o) => o.text.startsWith('Anna')).value", "anna"),
        ("type.value = 'Contact.Meet'", "meet"),
        ("words.value = 'SAIDI'", "saidi"),
        ("standing.forEach((box) => { box.checked = box.value === 'negated' })", "negated"),
    ],
)
def test_filters(browser, pages, story, change, kept):
    wanted = {
        "anna": lambda event: "Anna" in event.label,
        "meet": lambda event: event.type == "Contact.Meet",
        "saidi": lambda event: "Saïdi" in event.label,
        "negated": lambda event: event.factuality == "negated",
    }[kept]
    browser.open(pages / "story.html")
    browser.value(
        "(() => { const form = document.querySelector('.filters'); form.elements.minor.checked = true;"
        f"form.elements.{change}; form.dispatchEvent(new Event('input')); }})()"
    )
    left = browser.value(
        "[...document.querySelectorAll('.events > li:not([hidden])')].map((li) => Number(li.id.slice(6)))"
    )
    assert left == [number for number, event in enumerate(story) if wanted(event)]
    assert str(len(left)) in text(browser, "output")
    browser.value("document.querySelector('.filters').reset()")
    assert (
        browser.value("new Promise((done) => setTimeout(() => done(document.querySelectorAll('.off').length), 50))")
        == 0
    )


def test_a_story_of_many_events_begins_with_its_highlights(browser, pages, story):
    browser.open(pages / "story.html")
    assert number(browser, ".events > li:not([hidden])") == 10
    browser.point("[name=minor]", click=True)
    assert number(browser, ".events > li:not([hidden])") == len(story)


def test_without_scripts_everything_is_there(browser, pages, story):
    browser.open(pages / "story.html", scripts=False)
    assert number(browser, ".events > li:not([hidden])") == len(story)
    assert number(browser, ".texts a[data-event]") == len(story)
    assert browser.value("getComputedStyle(document.querySelector('.filters')).display") == "none"


def test_screen_readers_hear_names_and_roles(browser, pages):
    browser.open(pages / "story.html")
    nodes = browser.send("Accessibility.getFullAXTree")["nodes"]
    heard = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]]
    controls = [(role, name) for role, name in heard if role in ("button", "combobox", "checkbox", "searchbox", "link")]
    assert all(name.strip() for _, name in controls)
    order = [name for role, name in heard if role == "heading"]
    assert order[1:3] == ["Chronologie", "Texte"]
    assert {"list", "listitem", "main", "form"} <= {role for role, _ in heard}


def test_it_prints(browser, pages):
    browser.open(pages / "story.html")
    browser.send("Emulation.setEmulatedMedia", media="print")
    assert browser.value("getComputedStyle(document.querySelector('.choice')).display") == "none"
    assert browser.value("getComputedStyle(document.querySelector('.texts')).overflowY") == "visible"
    assert browser.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["story", "many", "evil"])
def test_labels_are_clear_of_each_other_and_of_marks_in_a_real_font(browser, pages, name):
    browser.open(pages / f"{name}.svg")
    boxes = browser.value(
        """[...document.querySelectorAll(`[data-event] text,
          [data-event] .mark, [data-event] .bar, [data-event] .span, .name, .soft`)]
        .map((part) => { const box = part.getBBox(); const event = part.closest("[data-event]");
          return [box.x, box.y, box.x + box.width, box.y + box.height, event ? event.dataset.event : ""] })"""
    )
    width, height = browser.value(
        "[document.documentElement.width.baseVal.value, document.documentElement.height.baseVal.value]"
    )
    assert len(boxes) > 20
    for number, (left, top, right, bottom, key) in enumerate(boxes):
        assert left >= 0
        assert right <= width
        assert bottom <= height
        for a, b, c, d, other in boxes[number + 1 :]:
            assert key == other or right <= a or c <= left or bottom <= b + 1 or d <= top + 1, (key, other)


def test_two_thousand_events_stay_usable(browser, tmp_path):
    story = story_of(2000, documents=4)
    story = replace(story, relations=())  # explanations are measured elsewhere
    story.to_html(tmp_path / "big.html")
    browser.open(tmp_path / "big.html")
    for action in (
        "document.querySelector('[name=minor]').click()",
        "document.querySelectorAll('.events li > button')[1500].click()",
        "document.querySelector('.texts a[data-event=\"1900\"]').click()",
    ):
        browser.value(action)
    assert number(browser, ".events > li:not([hidden])") == 2000
