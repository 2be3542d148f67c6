"""Corrections made in the page, saved there, and applied to a fresh reading of a changed text."""

import time

import pytest

import timeline

pytestmark = pytest.mark.browser

TEXT = "Anna Berg a quitté Volta vendredi. Le lendemain, le conseil a nommé Jean Roux. Paul Klein a démissionné lundi."
CHANGED = "Selon elle, Anna Berg a quitté Volta vendredi. Le lendemain, le conseil de Volta a nommé Jean Roux."


def read(text):
    return timeline.extract(text, date="2023-11-21", lang="fr")


def called(story, word):
    return next(event for event in story if event.trigger.text == word)


def number_of(story, word):
    return [event.id for event in story].index(called(story, word).id)


def press(browser, number, tool):
    browser.value(f"document.querySelector('#event-{number} [data-tool={tool}]').click()")


def fill(browser, number, text):
    browser.value(f"document.querySelector('#event-{number} .tools input').value = {text!r}")
    browser.value(f"document.querySelector('#event-{number} .tools button').click()")


@pytest.fixture
def saved(browser, tmp_path):
    """The file that the page saves after an event was renamed, one redated and one removed."""
    story = read(TEXT)
    story.to_html(tmp_path / "story.html")
    browser.open(tmp_path / "story.html")
    browser.send("Page.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    browser.value("document.querySelector('.edit').click()")
    browser.value("document.querySelector('.edits [name=by]').value = 'Zoé'")
    left, named, resigned = (number_of(story, word) for word in ("quitté", "nommé", "démissionné"))
    press(browser, left, "rename")
    fill(browser, left, "Départ d'Anna Berg")
    press(browser, named, "redate")
    fill(browser, named, "2023-11-19")
    press(browser, resigned, "remove")
    press(browser, left, "remove")
    browser.value("document.querySelector('.undo').click()")
    assert browser.value(f"document.querySelector('#event-{left} .label').textContent") == "Départ d'Anna Berg"
    assert browser.value("document.querySelectorAll('.log li').length") == 3
    assert browser.value("document.querySelectorAll('.events .removed').length") == 1
    browser.value("document.querySelector('.save').click()")
    for _ in range(200):
        if (tmp_path / "corrections.json").exists():
            break
        time.sleep(0.05)
    assert browser.problems == []
    return tmp_path / "corrections.json"


def test_what_the_page_saves_is_applied_to_a_changed_text(saved):
    told = read(TEXT).replayed(saved)
    assert [edit.kind for edit in told.edits] == ["relabelled", "redated", "without"]
    assert {edit.by for edit in told.edits} == {"Zoé"}
    assert told.unfit == ()
    assert str(called(told, "nommé").time) == "2023-11-19"
    assert "démissionné" not in [event.trigger.text for event in told]
    changed = read(CHANGED).replayed(saved)
    assert called(changed, "quitté").label == "Départ d'Anna Berg"
    assert str(called(changed, "nommé").time) == "2023-11-19"
    assert [edit.target.mention.text for edit in changed.unfit] == ["démissionné"]
