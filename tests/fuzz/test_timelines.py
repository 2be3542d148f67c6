"""A timeline's JSON, changed anywhere, is refused in words or works like any other."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline

from .amount import share, tried
from .invariants import FORMATS, answers, hold, or_refused
from .strategies import plain_values

TEXTS = {
    "fr": "Anna Berg, PDG de Volta depuis 2015, a démissionné vendredi. Le lendemain, le conseil a nommé Paul Morel, "
    "selon la presse. « Il partira en mars », dit-on. L'incendie de mai 2016 avait tué douze personnes.",
    "en": "Anna Berg, chief executive of Volta, resigned on Friday. The next day the board named Paul Morel, the press "
    "said. He may leave in March. The fire of May 2016 had killed twelve people before he arrived.",
}


@pytest.fixture(scope="module")
def stories():
    single = [timeline.extract(text, date="2023-11-20", lang=lang) for lang, text in TEXTS.items()]
    merged = timeline.merge([single[0], timeline.extract(TEXTS["fr"], date="2023-11-21", lang="fr")])
    return [story.to_dict() for story in (*single, single[0].relabelled(single[0][0], "x"), merged)]


def places(value, path=()):
    """Return the paths of all values in JSON."""
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found += places(inner, (*path, key))
    return found


def changed(draw, data):
    """Return JSON with one to three of its values replaced, left out, doubled or exchanged."""
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 3))):
        known = places(data)
        path = draw(st.sampled_from(known))
        holder = data
        for key in path[:-1]:
            holder = holder[key]
        kind = draw(st.sampled_from(("replace", "replace", "leave out", "double", "exchange")))
        if kind == "leave out":
            del holder[path[-1]]
        elif kind == "double" and isinstance(holder, list):
            holder.append(copy.deepcopy(holder[path[-1]]))
        elif kind == "exchange":
            other = draw(st.sampled_from(known))
            value = data
            for key in other:
                value = value[key]
            holder[path[-1]] = copy.deepcopy(value)
        else:
            holder[path[-1]] = draw(plain_values())
    return data


@share(0.3)
@given(data=st.data())
def test_a_changed_timeline_is_refused_or_works(stories, data):
    tried["timelines"] += 1
    given_data = changed(data.draw, data.draw(st.sampled_from(stories)))
    story = timeline.Timeline()
    with or_refused():
        story = timeline.Timeline.from_dict(given_data)
    assert timeline.Timeline.from_json(story.to_json()) == story
    answers(story, formats=FORMATS if data.draw(st.integers(0, 9)) == 0 else ())
    hold(story.anchored("2023-11-20"))


@share(0.05)
@given(data=st.data())
def test_a_spoiled_file_is_refused_or_works(stories, tmp_path_factory, data):
    tried["files of timelines"] += 1
    text = json.dumps(data.draw(st.sampled_from(stories)))
    place = data.draw(st.integers(0, len(text)))
    spoiled = data.draw(
        st.one_of(
            st.just(text[:place]),
            st.builds(lambda piece: text[:place] + piece + text[place:], st.text(st.characters(), max_size=5)),
            st.just("\ufeff" + text),
            st.just(text.replace("1", "1" * 5000, 1)),
            st.just(text.replace("1", "NaN", 1)),
            st.just("{" * 100_000),
            st.just('{"a":' * 100_000),
            st.just(text[:-1] + ',"parts":' + "[" * 50_000 + "]" * 50_000 + "}"),
            st.text(st.characters(), max_size=30),
        )
    )
    path = tmp_path_factory.getbasetemp() / "spoiled.json"
    encoded = spoiled.encode(data.draw(st.sampled_from(("utf8", "utf-16", "latin-1"))), "replace")
    path.write_bytes(encoded)
    for source in (spoiled, path):
        with or_refused():
            timeline.Timeline.from_json(source)
