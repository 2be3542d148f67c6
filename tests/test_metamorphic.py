"""A text changed in a way whose effect is known: the timeline changes in that way, and in no other.

No answer is written down here: two readings are compared, so that the tests hold whatever the reading is.
"""

import textwrap
import unicodedata

import pytest

import timeline

DATE = "2023-11-20"
FR = (
    "Anna Berg, PDG de Volta, a démissionné vendredi. Le conseil d'administration a nommé Marc Duval trois jours plus "
    "tard. La grève avait commencé en octobre 2022, selon la police. L'usine de Lyon fermera le 3 mars 2024. Les "
    "ouvriers ont manifesté hier devant la mairie, où le maire les a reçus."
)
EN = (
    "Anna Berg, chief executive of Volta, resigned on Friday. The board appointed Mark Stone three days later. The "
    "strike had begun in October 2022, police said. The Leeds plant will close on March 3, 2024. Workers protested "
    "yesterday outside the town hall, where the mayor received them."
)
TEXTS = {"fr": FR, "en": EN}
UNRELATED = {
    "fr": "\n\nAilleurs, un violent orage a inondé plusieurs caves de Brest. Les pompiers ont secouru deux familles.",
    "en": "\n\nElsewhere, a violent storm flooded several cellars in Bristol. Firefighters rescued two families.",
}


def read(text, lang, date=DATE):
    return timeline.extract(text, date=date, lang=lang)


@pytest.fixture(scope="module", params=["fr", "en"])
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def story(lang):
    return read(TEXTS[lang], lang)


def told(story):
    """Return what is told of each event, ids and places in the text aside."""
    return [
        (event.trigger.text, event.type, event.factuality, event.time and event.time.timex3, cast(event))
        for event in sorted(story, key=lambda event: event.trigger.start)
    ]


def cast(event):
    return tuple((role, tuple(map(str, players))) for role, players in sorted(event.participants.items()))


def shares(story, other, text_of=str):
    """Return the share of the first story's events whose word is an event in the other too."""
    words = [text_of(event.trigger.text) for event in story]
    others = [text_of(event.trigger.text) for event in other]
    return sum(word in others for word in words) / len(words)


def order_of(story):
    events = sorted(story, key=lambda event: event.trigger.start)
    return {(a.trigger.text, b.trigger.text): story.relation(a, b) for a in events for b in events if a.id != b.id}


# -- reference date ----------------------------------------------------------------------------------------------------


def test_another_date_moves_relative_times_alone(story, lang):
    later = read(TEXTS[lang], lang, date="2024-05-13")
    assert [time.unresolved for time in later.times] == [time.unresolved for time in story.times]
    for time, other in zip(story.times, later.times, strict=True):
        assert (time.timex3 == other.timex3) == (time.anchor is None), time
    assert [row[:3] + row[4:] for row in told(later)] == [row[:3] + row[4:] for row in told(story)]


# -- names -------------------------------------------------------------------------------------------------------------

PEOPLE = {
    "fr": (("Anna Berg", "Lise Roux"), ("Marc Duval", "Paul Morel")),
    "en": (("Anna Berg", "Alice Page"), ("Mark Stone", "Paul Reed")),
}


def test_another_name_changes_the_name_alone(story, lang):
    text = TEXTS[lang]
    for name, other in PEOPLE[lang]:
        text = text.replace(name, other)
    renamed = told(read(text, lang))
    expected = repr(told(story))
    for name, other in PEOPLE[lang]:
        expected = expected.replace(name, other)
    assert repr(renamed) == expected


@pytest.mark.parametrize("name", ["Paul Morel", "Jean Roux", "Marie Petit"])
def test_a_name_beside_today_is_one_name(name):
    story = read(f"{name} a rencontré le ministre aujourd'hui.", "fr")
    assert name in map(str, story.people)
    plain = read("Anna Berg a rencontré le ministre aujourd'hui.", "fr")
    assert repr(cast(story[0])).replace(name, "Anna Berg") == repr(cast(plain[0]))


# -- how it is written -------------------------------------------------------------------------------------------------

WRITTEN = {
    "typographic apostrophes": lambda text: text.replace("'", "’"),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "line ends of Windows": lambda text: text.replace(". ", ".\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "double spaces": lambda text: text.replace(" ", "  "),
    "lines of a column": lambda text: textwrap.fill(text, 45),
    "capitals": str.upper,
    "no capitals": str.lower,
}


@pytest.mark.parametrize("way", WRITTEN)
def test_most_events_are_found_however_it_is_written(story, lang, way):
    other = read(WRITTEN[way](TEXTS[lang]), lang)

    def plain(text):
        return unicodedata.normalize("NFC", text).replace("’", "'").lower()

    assert shares(story, other, plain) >= 0.8


@pytest.mark.parametrize(
    "way", ["typographic apostrophes", "accents apart", "byte order mark", "double spaces", "lines of a column"]
)
def test_what_cannot_be_seen_changes_nothing(story, lang, way):
    other = read(WRITTEN[way](TEXTS[lang]), lang)
    plain = unicodedata.normalize("NFC", repr(told(other))).replace("’", "'").replace("\\n", " ").replace("  ", " ")
    assert plain.replace('"', "'") == repr(told(story)).replace('"', "'")


# -- more text ---------------------------------------------------------------------------------------------------------


def test_an_unrelated_paragraph_changes_no_relation(story, lang):
    longer = order_of(read(TEXTS[lang] + UNRELATED[lang], lang))
    assert {pair: longer.get(pair, "lost") for pair in order_of(story)} == order_of(story)


def test_ids_stay_when_a_paragraph_is_appended(story, lang):
    longer = read(TEXTS[lang] + UNRELATED[lang], lang)
    places = {event.id: event.trigger.start for event in longer}
    assert {event.id: places.get(event.id) for event in story} == {event.id: event.trigger.start for event in story}
    names = {entity.id: entity.name for entity in longer.entities}
    assert {entity.id: names.get(entity.id) for entity in story.entities} == {e.id: e.name for e in story.entities}
    assert [time.timex3 for time in longer.times][: len(story.times)] == [time.timex3 for time in story.times]


# -- said otherwise ----------------------------------------------------------------------------------------------------

SAID_OTHERWISE = [
    ("fr", "Le conseil a nommé Marc Duval lundi.", "Marc Duval a été nommé lundi par le conseil."),
    ("fr", "La police a arrêté trois hommes hier.", "Trois hommes ont été arrêtés hier par la police."),
    ("en", "The board appointed Mark Stone on Monday.", "Mark Stone was appointed by the board on Monday."),
    ("en", "Police arrested three men yesterday.", "Three men were arrested by police yesterday."),
]


@pytest.mark.parametrize(("lang", "active", "passive"), SAID_OTHERWISE)
def test_a_passive_says_what_its_active_says(lang, active, passive):
    (one,), (other,) = read(active, lang), read(passive, lang)

    def players(event):
        return {role: {str(player).lower() for player in found} for role, found in event.participants.items()}

    assert (one.type, one.factuality, one.time.timex3) == (other.type, other.factuality, other.time.timex3)
    assert players(one) == players(other)


SAME_DAY = [
    ("fr", "Elle a démissionné il y a deux jours.", "Elle a démissionné le 18 novembre 2023."),
    ("fr", "Elle a démissionné avant-hier.", "Elle a démissionné le samedi 18 novembre."),
    ("fr", "Elle partira dans trois jours.", "Elle partira le 23 novembre 2023."),
    ("fr", "Elle partira jeudi prochain.", "Elle partira le 23 novembre 2023."),
    ("en", "She resigned two days ago.", "She resigned on November 18, 2023."),
    ("en", "She resigned the day before yesterday.", "She resigned on Saturday, November 18."),
    ("en", "She will leave in three days.", "She will leave on November 23, 2023."),
    ("en", "She will leave next Thursday.", "She will leave on November 23, 2023."),
]


@pytest.mark.parametrize(("lang", "relative", "absolute"), SAME_DAY)
def test_a_distance_is_its_date(lang, relative, absolute):
    one, other = read(relative, lang), read(absolute, lang)
    assert [(time.timex3, time.start, time.end) for time in one.times] == [
        (time.timex3, time.start, time.end) for time in other.times
    ]
    assert [(event.earliest, event.latest) for event in one] == [(event.earliest, event.latest) for event in other]
