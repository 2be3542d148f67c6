"""News: which mentions tell what happened on the day that a report has reached, rather than what it knows besides.

A report goes on with the verbs of its main clauses. A noun deep in a phrase, what somebody says that was, what is so
at all times, and a reason or concession beside the news may be of any day: no day is inferred for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from timeline.stages.ordering.connectives import Link
from timeline.stages.scene import EventPlace, Scene, path_up
from timeline.syntax import Role, Word
from timeline.syntax.verbgroup import Mood, Tense
from timeline.syntax.verbs import verb_group
from timeline.syntax.voice import SUBJECTS

#: Sentences that open a report: nearly all that they tell is its news.
OPENING = 4
#: Those in which it is said who tells the news.
LEAD = 2
#: Roles of nouns that a clause is about.
_MATTER = SUBJECTS | {Role.OBJECT}
#: Classes of verbs that are about what is no news, but known or wanted: « déplorer la perte », "want to leave".
_SPEAKING = frozenset({"REPORTING", "PERCEPTION", "STATE", "I_STATE"})
_ABOUT = frozenset({Role.OBJECT, Role.OPEN_COMPLEMENT})
_FINITE = frozenset({"PAST", "PRESENT", "IMPERFECT", "FUTURE"})
_AT_ONCE = frozenset({"IS_INCLUDED", "SIMULTANEOUS"})


class News:
    """What of one scene is its news.

    Parameters
    ----------
    scene : Scene
    links : iterable of Link
        What conjunctions and prepositions of order introduce in it.
    """

    __slots__ = ("_beside", "_verbless", "_verbs")

    def __init__(self, scene: Scene, links: Iterable[Link]) -> None:
        self._verbs = {place.token.i: place for place in scene.events if place.trigger.pos == "VERB"}
        verbal = {place.sentence for place in self._verbs.values()}
        self._verbless = {place.sentence for place in scene.events} - verbal
        self._beside = {link.introduced.token.i for link in links if _is_beside(link, scene)}

    def tells(self, place: EventPlace, told: bool, opened: bool) -> bool:
        """Return whether a mention tells news, so that the day of the story is likely its own.

        Parameters
        ----------
        place : EventPlace
        told : bool
            Whether the story has reached a day that is told. Where it is only the report's own, what somebody says that
            was, what is or was so, what others tell below the lead, and what the present perfect tells below the
            opening ("It has won two prizes"), may be of any day.
        opened : bool
            Whether any day is told. Where none is, all nouns of the first sentences are of the report's own.
        """
        if place.habitual or _is_ahead(place) or (not told and _is_setting(place)):
            return False
        if place.token.i in self._beside:
            return True
        if not told and self._is_spoken_of(place, opened):
            return False
        if place.trigger.pos != "VERB":
            return self._names(place, opened)
        if place.clause.role == Role.CLAUSE_COMPLEMENT:
            return told or place.sentence <= LEAD
        if place.clause.role == Role.ADVERBIAL_CLAUSE and place.trigger.tense in _FINITE:
            return False
        return told or not _is_experience(place)

    def _names(self, place: EventPlace, opened: bool) -> bool:
        """Tell a noun that its clause is about, or that is all that a heading tells."""
        heading = place.sentence in self._verbless and place.sentence <= OPENING
        return heading or place.token.role in _MATTER or (not opened and place.sentence <= LEAD)

    def _is_spoken_of(self, place: EventPlace, opened: bool) -> bool:
        """Tell what somebody speaks, knows or feels about, or what a verb is about that tells no news itself.

        « Il critique l'essai », « elle annonce prendre des mesures », "they want to leave".
        """
        verb = self._verbs.get(place.token.head.i) if place.token.role in _ABOUT else None
        if verb is None:
            return False
        return verb.trigger.timeml_class in _SPEAKING or not self.tells(verb, False, opened)


def is_at_once(link: Link) -> bool:
    """Tell what is told to go on when something else does: « lors de », "while"."""
    return link.signal.relation in _AT_ONCE


def _is_beside(link: Link, scene: Scene) -> bool:
    """Tell what goes on when the news does: « lors d'un choc », « alors que Lyon gagne », but not "when it was new"."""
    moments = {word for group in scene.language.signals.whens for word in group.words}
    return is_at_once(link) and scene.words[link.signal.start].lower_ not in moments


def _is_experience(place: EventPlace) -> bool:
    """Tell what the present perfect says below the opening, to have been so at any time: "It has won two prizes"."""
    trigger = place.trigger
    return trigger.tense == "PRESENT" and trigger.aspect.startswith("PERFECTIVE") and place.sentence > OPENING


def _is_ahead(place: EventPlace) -> bool:
    """Tell what its verb, or one that it completes, puts into the future: « les travaux ne pourront commencer ».

    What another mention tells as done is not ahead: « X retrouve son fauteuil … X va reprendre la direction ».
    """
    if place.trigger.pos != "VERB" or place.event.factuality == "factual":
        return False
    completed = takewhile(_completes, path_up(place.token))
    groups = (verb_group(verb) for verb in (place.token, *(word.head for word in completed)))
    return any(group and group.tense == Tense.FUTURE and group.mood != Mood.CONDITIONAL for group in groups)


def _completes(word: Word) -> bool:
    return word.role == Role.OPEN_COMPLEMENT


def _is_setting(place: EventPlace) -> bool:
    """Tell what is so when a report is written, rather than news: a state, a background, what others tell of it.

    « La ville compte deux usines », « les élus s'inquiétaient », « elle aurait perdu deux procès ». A title tells no
    setting, and in the lead it is only said who tells the news: "Two men were arrested, police said".
    """
    trigger = place.trigger
    if place.event.factuality == "reported" and place.sentence > LEAD:
        return True
    is_so = trigger.timeml_class == "STATE" or trigger.tense == "IMPERFECT"
    return is_so and trigger.pos == "VERB" and place.sentence > 0
