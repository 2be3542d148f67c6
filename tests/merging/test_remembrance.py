"""Of a story of months, what later documents come back to is told first; of a week, what its documents find salient."""

import timeline
from timeline import Document

TEXTS = {
    "2024-01-10": "Une explosion a tué douze ouvriers de Sodrex le 9 janvier 2024 à Tarnes.",
    "2024-01-20": "Sodrex a nommé Paul Astier directeur de l'usine le 19 janvier 2024.",
    "2024-02-15": "L'enquête avance. L'explosion du 9 janvier 2024 avait tué douze ouvriers de Sodrex.",
    "2024-03-20": "Les familles des ouvriers tués par l'explosion du 9 janvier 2024 ont manifesté mardi.",
}


def story_of(days):
    read = (timeline.extract(Document(TEXTS[day], id=day, date=day, lang="fr")) for day in days)
    return timeline.merge(read)


def test_what_is_told_again_comes_first():
    (first,) = story_of(TEXTS).highlights(1)
    assert first.time.timex3 == "2024-01-09"


def test_a_story_of_days_is_left_as_it_is():
    days = list(TEXTS)[:2]
    saliences = [event.salience for part in map(story_of, ([days[0]], [days[1]])) for event in part]
    assert max(event.salience for event in story_of(days)) == max(saliences)


def test_highlights_of_many_documents_are_spread_over_the_days():
    chosen = story_of(TEXTS).highlights(3)
    days = [event.when.start.date() for event in chosen if event.when]
    assert len({*days}) >= 2
