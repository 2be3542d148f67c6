"""Where documents disagree, and where a proposal stands behind an event, picture, page and chart say so."""

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from stories import story_of

sys.path.append(str(Path(__file__).parents[1] / "merging"))
from bank_of_stories import event_of, merged


@pytest.fixture(scope="module")
def accident():
    return merged("accident")


def group_of(picture, event):
    return re.search(rf'<g [^>]*data-event="{event.id}">.*?</g>', picture)[0]


@pytest.mark.parametrize("width", [390, 1000])
def test_the_picture_tells_what_it_does_not_show(accident, width):
    arrest = event_of(accident, "fr-arrestation", "arrêté")
    told = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", group_of(accident.to_svg(width=width), arrest)))
    assert "≠" in told
    assert "11 Jun" in told


def test_the_other_day_is_drawn_and_the_sign_explained(accident):
    picture = accident.to_svg(language="fr")
    assert 'class="bound open against"' in group_of(picture, event_of(accident, "fr-arrestation", "arrêté"))
    assert "les documents se contredisent" in picture
    assert "≠" not in story_of(9).to_svg()


def test_the_page_lists_each_version_with_its_document_and_words(accident):
    page = accident.to_html(language="fr")
    section = re.search(r'<details class="notes disputes">.*?</details>', page, re.DOTALL)[0]
    for conflict in accident.conflicts():
        for version in conflict.versions:
            assert all(document in section for document in version.documents)
    assert section.count("(retenu)") == len(accident.conflicts())
    assert 'class="against"' in page
    assert "disputes" not in story_of(9).to_html()


@pytest.mark.parametrize("width", [390, 1000])
def test_what_was_proposed_has_a_ring(width):
    story = story_of(4)
    assert 'class="ring"' not in story.to_svg(width=width)
    proposed = replace(story, events=(replace(story[0], origin="both"), *story.events[1:]))
    assert 'class="ring"' in group_of(proposed.to_svg(width=width), story[0])
    assert 'class="ring" r="8"' in proposed.to_svg()
