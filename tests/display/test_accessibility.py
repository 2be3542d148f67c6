"""axe-core finds no serious fault in a page, where npm has installed it beside the project; nothing is fetched."""

import pytest
from stories import story_of

pytestmark = pytest.mark.browser

CHECK = """axe.run().then((told) =>
  JSON.stringify(told.violations.map((each) => [each.impact, each.id, each.nodes[0].html])))"""


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
def test_axe_finds_no_serious_fault(browser, request, tmp_path, width, dark, opened):
    script = request.config.rootpath / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        pytest.skip("needs axe-core in node_modules: npm install --no-save axe-core")
    story_of(60, documents=3).to_html(tmp_path / "story.html")
    browser.open(tmp_path / "story.html", width=width, height=900, dark=dark)
    if opened:
        browser.value("for (const each of document.querySelectorAll('details')) each.open = true")
        browser.value("document.querySelector('.events li:not([hidden]) > button').click()")
        browser.value("document.querySelector('.edit').click()")
    browser.value(script.read_text("utf8"))
    faults = browser.value(CHECK)
    assert '"serious"' not in faults, faults
    assert '"critical"' not in faults, faults
