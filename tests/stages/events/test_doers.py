"""Who takes part beside the arguments of a clause: doers that no clause names, pronouns' phrases, names around."""

import pytest


def event_at(story, word):
    return next(event for event in story.events if any(word in mention.text for mention in event.mentions))


def players(event, *roles):
    return [str(player) for role in roles for player in event.participants.get(role, ())]


@pytest.mark.parametrize(
    ("lang", "text", "word", "doers"),
    [
        ("fr", "Le GIGN a pris la ferme d'assaut à Trélon. Le preneur d'otages a été tué.", "tué", ["GIGN"]),
        ("fr", "La police affirme que Paul Roux a été tué.", "tué", []),
        ("fr", "Lise Vidal a fui la ville avant de vendre la ferme.", "vendre", ["Lise Vidal"]),
        ("fr", "Une banque créée en 2009 a fermé.", "créée", []),
        ("en", "The police said Paul Rowe was killed.", "killed", []),
        (
            "en",
            "Valtor opened a yard. Valtor hired a crew. Valtor bought a dock. It rained. The yard was closed in May.",
            "closed",
            ["Valtor"],
        ),
    ],
)
def test_who_is_inferred_to_have_done_it(pipelines, lang, text, word, doers):
    event = event_at(pipelines[lang](text)._.timeline, word)
    assert players(event, "agent") == doers
    assert ("agent" in event.inferred) == bool(doers) or "avant" in text


@pytest.mark.parametrize(
    ("lang", "text", "word", "role", "named"),
    [
        (
            "fr",
            "Des voleurs ont forcé la porte. Ils ont emporté le coffre.",
            "emporté",
            "agent",
            "Des voleurs",
        ),
        ("en", "Two climbers crossed the ridge. They reached the hut.", "reached", "agent", "Two climbers"),
        ("en", "Many readers reported issues connecting to Valtor's website.", "reported", "related", "Valtor"),
        ("fr", "Lise Vidal a présenté son livre à Lyon.", "présenté", "place", "Lyon"),
        ("fr", "L'international français Luc Roux a signé un contrat.", "signé", "agent", "Luc Roux"),
    ],
)
def test_whom_the_words_around_name(pipelines, lang, text, word, role, named):
    event = event_at(pipelines[lang](text)._.timeline, word)
    assert named in players(event, role, "recipient")


def test_what_is_inferred_survives_json(nlp_fr):
    import timeline

    story = nlp_fr("Le GIGN a pris la ferme d'assaut à Trélon. Le preneur d'otages a été tué.")._.timeline
    assert [e.inferred for e in timeline.Timeline.from_json(story.to_json()).events] == [
        e.inferred for e in story.events
    ]
