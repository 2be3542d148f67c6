"""What the events' factuality makes of a role: nothing, what the text hedges, or what it vouches for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from timeline.model.event import Event
from timeline.stages.mentions.predicates import Giving
from timeline.stages.roles.role import Role
from timeline.syntax import word_at
from timeline.syntax.verbgroup import Modality, Tense
from timeline.syntax.verbs import verb_group

UNREAL = frozenset({"negated", "counterfactual"})
HEDGED = frozenset({"reported", "possible"})
STATING = frozenset({"be", "stay", "leave"})  # verbs that say how things are; « a été PDG » is over
STARTING = frozenset({"appoint", "become", "take", "assume"})
ENDING = frozenset({"leave", "remove"})


def factualities(events: Iterable[Event], document: str) -> dict[int, str]:
    """Return the factuality of events by the character at which each of their mentions begins."""
    return {
        mention.start: event.factuality
        for event in events
        for mention in (event.trigger, *event.mentions)
        if mention.document == document
    }


def as_stated(role: Role, giving: Giving, noun: Token, over: frozenset[str]) -> Role | None:
    """Return a role as the group of a stating verb puts it, None where it says that nobody held it.

    "was never CEO", "would have been CEO" make no role; « n'est plus PDG » ends one; "must have been CEO" hedges.
    """
    if giving.action not in STATING:
        return role
    group = verb_group(word_at(noun)) or verb_group(word_at(giving.verb))
    if group is None:
        return role
    if group.negated:
        ended = group.negation is not None and group.negation.lower_ in over
        return role._replace(status="former") if ended else None
    if group.modality == Modality.COUNTERFACTUAL:
        return None
    hedged = group.modality in {Modality.POSSIBLE, Modality.NECESSARY} and group.tense == Tense.PAST
    return role._replace(factuality="possible") if hedged else role


def vouched(role: Role, action: str, places: Iterable[int], told: Mapping[int, str]) -> Role | None:
    """Return a role as the text vouches for it, None where it says that nobody held it.

    Parameters
    ----------
    role : Role
    action : str
        What its verb does with it, see `timeline.stages.mentions.predicates.action_of`.
    places : iterable of int
        Where the words begin that may be an event: the verb, the role noun.
    told : mapping
        From `factualities`.
    """
    factuality = next((told[place] for place in places if place in told), "factual")
    if factuality in UNREAL:
        return role._replace(status="current") if action in ENDING and factuality == "negated" else None
    if factuality in {"future", "possible"} and action in ENDING:
        return role._replace(status="current")  # « pourrait quitter la présidence »
    if role.status == "current" and _is_to_come(action, factuality):
        hedged = factuality if factuality in HEDGED else role.factuality
        return role._replace(status="future", factuality=hedged)
    return role._replace(factuality=factuality) if factuality in HEDGED else role


def _is_to_come(action: str, factuality: str) -> bool:
    """Tell a beginning that the text foretells or thinks possible: « veut être nommée présidente »."""
    if factuality == "possible":
        return action in STARTING
    return factuality == "future" and action not in {"be", "stay"}
