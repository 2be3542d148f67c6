"""One event told in French and in English: by its deed, who it names, and its day; their wordings cannot agree."""

import pytest

import timeline


def merged(french, english):
    texts = {"fr": french, "en": english}
    documents = [timeline.Document(text, id=lang, date="2023-11-24", lang=lang) for lang, text in texts.items()]
    return timeline.merge(timeline.extract_many(documents))


@pytest.mark.parametrize(
    ("french", "english", "words"),
    [
        ("OpenAI a ouvert un bureau à Lens mardi.", "OpenAI opened an office in Lens on Tuesday.",
         {"ouvert", "opened"}),
        ("La ville de Lens a annulé le festival mercredi.", "Lens cancelled its festival on Wednesday.",
         {"annulé", "cancelled"}),
        ("Paul Morel a inauguré jeudi le musée de Lens.", "Paul Morel inaugurated the Lens museum on Thursday.",
         {"inauguré", "inaugurated"}),
    ],
)  # fmt: skip
def test_one_deed_of_one_day_is_one_event(french, english, words):
    told = [{mention.text for mention in event.mentions} for event in merged(french, english).events]
    assert words in told


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("OpenAI a ouvert un bureau à Lens mardi.", "OpenAI closed its office in Lens on Tuesday."),
        ("OpenAI a ouvert un bureau à Lens mardi.", "OpenAI opened an office in Berlin on Wednesday."),
        ("Paul Morel a inauguré jeudi le musée de Lens.", "Eva Berg inaugurated the Lyon museum on Thursday."),
    ],
)
def test_other_deeds_and_other_people_stay_apart(french, english):
    assert all(len({mention.document for mention in event.mentions}) == 1 for event in merged(french, english).events)
