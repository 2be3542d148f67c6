"""The page as it is written: whole, closed against the outside, and telling all without its script."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from stories import story_of

from timeline.errors import TextTooLongError
from timeline.model import Document, Timeline


class Reader(HTMLParser):
    """Notes tags with their attributes, and the ids."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.open, self.scripts = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "img", "br", "link"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)


def island(html):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)[1])


@pytest.mark.parametrize("size", [0, 1, 30])
def test_tags_are_closed_and_ids_are_used_once(size):
    reader = Reader(story_of(size).to_html())
    ids = [attrs["id"] for _, attrs in reader.tags if "id" in attrs]
    assert reader.open == []
    assert len(ids) == len(set(ids))
    targets = {attrs["href"][1:] for tag, attrs in reader.tags if tag == "a" and attrs["href"].startswith("#")}
    assert targets <= set(ids)


def test_nothing_is_fetched_and_nothing_foreign_may_run(story):
    html = story.to_html()
    assert not re.search(r"\b(src|srcset|action)=|<link|<iframe|@import|url\(", html)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_markup_in_the_story_is_not_markup_in_the_page(evil_story):
    reader = Reader(evil_story.to_html())
    assert [attrs.get("type") for tag, attrs in reader.tags if tag == "script"] == ["application/json", None]
    assert not any(tag == "img" for tag, _ in reader.tags)
    assert not any(name.startswith("on") for _, attrs in reader.tags for name in attrs)
    assert reader.open == []


def test_the_data_tells_what_the_story_tells(evil_story):
    html = evil_story.to_html()
    told = island(html)["events"]
    assert [event["label"] for event in told] == [event.label for event in evil_story]
    assert [event["sentence"] for event in told] == [" ".join(event.sentence.split()) for event in evil_story]
    assert "<" not in re.search(r'id="data">(.*?)</script>', html, re.DOTALL)[1]


def test_evidence_source_and_participants_are_told(story):
    told = island(story.to_html())["events"][1]
    assert told["evidence"] == [["frame", "rejoint"]]
    assert told["why"] == story.explain(story[1]).splitlines()
    assert told["participants"] == [["personne", "Jean Roux"], ["organisation", "Nordis"]]


def test_every_document_is_there_with_its_own_words():
    html = story_of(40, documents=3).to_html()
    assert html.count("<article") == 3
    assert [html.count(f"Une longue affaire {number}</h3>") for number in (1, 2, 3)] == [1, 1, 1]


def test_headings_go_down_step_by_step(story):
    levels = [int(tag[1]) for tag, _ in Reader(story.to_html()).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("text", "title", "heading"),
    [
        ("Une ligne.\nUne autre.", "Titre", "Titre"),
        ("Un titre\n\nUn texte.", None, "Un titre"),
        ("Un texte sans titre.", None, "Chronologie"),
        ("m" * 200 + "\nfin", None, "Chronologie"),
        ("", None, "Chronologie"),
    ],
)
def test_the_heading(text, title, heading):
    story = Timeline(documents=(Document(text, lang="fr", title=title),))
    assert f"<h1>{heading}</h1>" in story.to_html()


def test_the_same_story_is_the_same_page(tmp_path):
    assert story_of(20).to_html(tmp_path / "page.html") == story_of(20).to_html()
    assert (tmp_path / "page.html").read_text("utf8") == story_of(20).to_html()


def test_half_a_surrogate_pair_can_be_written(tmp_path):
    Timeline(documents=(Document("a\ud800b", lang="fr"),)).to_html(tmp_path / "page.html")
    assert "a?b" in (tmp_path / "page.html").read_text("utf8")


def test_a_story_that_was_not_read_says_why():
    assert "too long &lt;here&gt;" in Timeline(error=TextTooLongError("too long <here>")).to_html()
