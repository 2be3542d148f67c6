"""Who takes part in an event, by role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from timeline.languages import language_or_fallback
from timeline.model.participants import Participant, Participants
from timeline.stages.events.antecedents import agrees, antecedents_of, couple_before, form_of
from timeline.stages.events.cast import UNKNOWN, Cast
from timeline.stages.events.types import Frame
from timeline.stages.events.words import Word
from timeline.syntax import Form, Role
from timeline.syntax.arguments import Argument
from timeline.syntax.phrases import conjuncts, is_bare, preposition_of, prepositional
from timeline.syntax.voice import EXPLETIVES, SUBJECTS, VERBAL

# Roles that anybody's grammar tells, whatever they are; the others name a kind of participant.
PROTO_ROLES = frozenset({"agent", "patient", "recipient"})
KINDS_OF_ROLE = {
    "person": frozenset({"person"}),
    "predecessor": frozenset({"person"}),
    "opponent": frozenset({"person", "organisation"}),
    "victim": frozenset({"person"}),
    "winner": frozenset({"person", "organisation", "place", "any"}),
    "loser": frozenset({"person", "organisation", "place", "any"}),
    "organisation": frozenset({"organisation"}),
    "position": frozenset({"post"}),
    "place": frozenset({"place"}),
    "origin": frozenset({"place"}),
    "destination": frozenset({"place"}),
    "amount": frozenset({"amount"}),
    "buyer": frozenset({"person", "organisation", "place"}),
    "seller": frozenset({"person", "organisation", "place"}),
    "investor": frozenset({"person", "organisation", "place"}),
    "recipient": frozenset({"person", "organisation", "place"}),
}
LIVING = frozenset({"person", "post", "any"})
STRICT = frozenset(
    {"position", "place", "origin", "destination", "amount", "organisation", "winner", "loser", "opponent"}
)
LEAVING = "Personnel.End-Position"
ACTORS = frozenset({"person", "organisation", "place", "any"})  # whose « se replier » is their own doing
NAMED = frozenset({"person", "organisation", "post", "amount", "any"})
PLACE_ALONE = frozenset({"place"})
DOING = frozenset({"agent", "speaker", "attacker"})
STATELY = ("Communication.", "Conflict.", "Contact.")  # what states do: « Pyongyang dénonce », not « Paris l'emporte »
SAID = frozenset({Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT, Role.PARATAXIS})
ATTACK = "Conflict.Attack"
MONEYED = ("Transaction.", "Business.", "Justice.Fine", "Change.")


def participants_of(
    found: Iterable[Argument], slots: Iterable[tuple[str, Word]], frame: Frame, cast: Cast
) -> Participants:
    """Return who plays which role, given what stands around a trigger and the frame it tells."""
    players: dict[str, list[Participant]] = {}
    for slot, token in slots:
        for role in _roles(slot, token, frame, cast):
            known = players.setdefault(role, [])
            meant = players_of(token, cast)
            if role == "position" and cast.at(token) is None:
                meant = (cast.description(token),)  # "named Ada Roy | chairwoman"
            if role in DOING and frame.type.startswith(STATELY):
                meant = tuple(cast.state_of(player) for player in meant)
            known.extend(player for player in meant if player not in known)
    if "agent" not in players and frame.roles.get("subject", ())[:1] == ("patient",):
        _split_patients(found, players, cast)
    if frame.type.startswith("Personnel."):
        _add_person(found, players, frame, cast)
        _add_organisation(found, players, cast)
        _add_position(found, players, cast)
    return Participants(players)


def slotted(found: Iterable[Argument], frame: Frame, cast: Cast) -> Iterator[tuple[str, Word]]:
    """Yield each filler with the slot that it takes in the frame; one filler takes one slot."""
    arguments = _without_echo(list(found), cast)
    taken: set[int] = set()
    filled: set[str] = set()
    for argument in arguments:
        slot = _slot_of(argument, arguments, filled, frame, cast)
        if not slot:
            continue
        slot = _dative(slot, argument.token, frame, cast)
        for token in conjuncts(argument.token):
            if token.i in taken or _is_nobody(token, cast) or _is_idiomatic(token, argument, frame, cast):
                continue
            if _is_second_title(token, argument.token, cast):
                continue
            if slot == "place" or _roles(slot, token, frame, cast):
                taken.add(token.i)
                filled.add(slot)
                yield slot, token


def _slot_of(argument: Argument, arguments: Sequence[Argument], filled: set[str], frame: Frame, cast: Cast) -> str:
    """Return the frame's slot for what the syntax gives; nothing where another filler says it already."""
    slot = argument.slot
    if slot in {"possessor", "bound", "genitive", "compound"}:
        return _slot_of_owner(argument, arguments, filled, frame, cast)
    if slot == "agent":
        return _slot_of_agent(frame)
    if slot == "support":
        return _slot_of_support(argument, arguments, filled, frame, cast)
    if slot == "middle":
        return "subject" if cast.kinds_of(argument.token) & ACTORS else "object"
    if slot == "subject" and _is_told_of(argument, arguments, frame, cast):
        return "object"
    if slot == "object" and "object" not in frame.roles and any(a.slot == "causer" for a in arguments):
        return "subject"  # « la rumeur a fait chuter l'action »
    if slot == "object" and _is_spoken_to(argument.token, frame, cast):
        return "recipient"
    return "object" if slot == "undergoer" else slot


def _is_spoken_to(word: Word, frame: Frame, cast: Cast) -> bool:
    """Tell whom a verb of speech has for an object beside what is said: "told | reporters that", "urged | her to"."""
    if frame.roles.get("object") != ("topic",):
        return False
    beside = any(child.role in SAID for child in word.head.children if child != word)
    return beside and bool(cast.kinds_of(word) & {"person", "post", "organisation"})


def _slot_of_support(
    argument: Argument, arguments: Sequence[Argument], filled: set[str], frame: Frame, cast: Cast
) -> str:
    """Return the slot of the subject of a noun's verb: the noun's own, where nobody else is told to be it."""
    return "other" if "subject" in filled or _is_anothers(argument, arguments, frame, cast) else "subject"


def _is_anothers(support: Argument, arguments: Sequence[Argument], frame: Frame, cast: Cast) -> bool:
    """Tell what its noun says is another's (« Volta annonce le départ de X »), or befalls nobody who tells it."""
    undergone = frame.roles.get("subject", ())[:1] == ("patient",)
    if undergone and support.token.head.lemma_ in cast.grammar.speech:
        return True  # « la police annonce une mort »
    if "victim" in frame.roles["subject"] and not cast.kinds_of(support.token) & LIVING:
        return True  # « l'accident a fait un mort »
    owners = (a for a in arguments if a.slot in {"genitive", "possessor"} and a.token != support.token)
    return any(_slot_of_owner(owner, arguments, set(), frame, cast) == "subject" for owner in owners)


def _slot_of_agent(frame: Frame) -> str:
    """Return the slot of whom « par » names; who forces somebody does not go (« contraint à la démission par Y »)."""
    if "agent" in frame.roles:
        return "agent"
    goes = frame.type == LEAVING and "person" in frame.roles.get("subject", ())
    return "other" if goes else "subject"


def _is_told_of(argument: Argument, arguments: Sequence[Argument], frame: Frame, cast: Cast) -> bool:
    """Tell a thing of which a verb and a bare noun say what becomes: « l'essai a lieu », « la loi prend effet »."""
    if frame.name or cast.kinds_of(argument.token) & (ACTORS | {"post"}):
        return False
    others = (a for a in arguments if a.slot == "object")
    return any(_is_idiomatic(other.token, other, frame, cast) for other in others)


def _slot_of_owner(
    argument: Argument, arguments: Sequence[Argument], filled: set[str], frame: Frame, cast: Cast
) -> str:
    """Return the slot of what a noun is of: « son éviction », « l'éviction d'Altman », "Altman's ouster"."""
    genitive, token = _genitive_of(argument, frame, cast), argument.token
    if argument.slot == "compound":
        return genitive if _fits_before(genitive, token, frame, cast) else "other"
    if argument.slot == "genitive":
        bare = genitive == "subject" and is_bare(token, cast.grammar)  # « prise de parole »
        return genitive if not bare and genitive not in filled and _fits(genitive, token, frame, cast) else ""
    if argument.slot == "bound":
        owners = [a.token for a in arguments if a.slot == "possessor"]
        return "" if any(cast.entity(owner) or not _may_own(token, owner, cast) for owner in owners) else genitive
    return _slot_of_possessor(token, arguments, frame, cast)


def _may_own(subject: Word, possessive: Word, cast: Cast) -> bool:
    """Tell whether a possessive may mean a subject: "his" is none of several people."""
    form = form_of(possessive, cast)
    return form is None or agrees(subject, form, cast)


def _genitive_of(argument: Argument, frame: Frame, cast: Cast) -> str:
    """Return the slot of what a noun is of; an attack is in a town and on a house: « l'attentat de Nice »."""
    genitive = frame.genitive or "object"
    shared = genitive == "subject" or argument.slot == "compound"  # "the Lens shooting"
    if not shared or frame.type != ATTACK or argument.slot not in {"genitive", "compound"}:
        return genitive
    if cast.kinds_of(argument.token) == PLACE_ALONE and not cast.is_state(argument.token):
        return "place"
    return "object" if cast.is_premises(argument.token) else genitive


def _slot_of_possessor(token: Word, arguments: Sequence[Argument], frame: Frame, cast: Cast) -> str:
    """Return the genitive's slot, but the subject where a complement says whom it befalls."""
    if cast.entity(token) is None and any(a.slot == "bound" for a in arguments):
        return ""
    genitive = frame.genitive or "object"
    if genitive == "object" and any(a.slot == "genitive" and _fits("object", a.token, frame, cast) for a in arguments):
        return "subject"
    return genitive


def _without_echo(found: list[Argument], cast: Cast) -> list[Argument]:
    """Drop a subject that is the object as well: the parser lent it to the verb from another clause."""
    objects = {entity for a in found if a.slot == "object" and (entity := cast.entity(a.token)) is not None}
    return [a for a in found if a.slot != "subject" or cast.entity(a.token) not in objects]


def _is_nobody(token: Word, cast: Cast) -> bool:
    """Tell a time, a part of the verb, and an « il » that stands for nobody (« il lui est reproché »)."""
    return cast.is_time(token) or _is_expletive(token) or (token.pos_ == "PRON" and _is_impersonal(token))


def _is_impersonal(pronoun: Word) -> bool:
    rules = language_or_fallback(pronoun.code).entities_rules
    return pronoun.role in SUBJECTS and rules is not None and rules.is_impersonal(pronoun)


def _is_second_title(token: Word, first: Word, cast: Cast) -> bool:
    """Tell another title of one person: « la fondatrice et | ex-patronne de Volta, Léa Roy »."""
    if token == first or "person" not in cast.kinds_of_noun(token) or cast.entity(token) is not None:
        return False
    determined = any(child.role in {Role.DETERMINER, Role.POSSESSOR} for child in token.children)  # "and his wife"
    return not determined and Form.PLURAL not in token.form and cast.entity(first) is not None


def _is_idiomatic(token: Word, argument: Argument, frame: Frame, cast: Cast) -> bool:
    """Tell a word of a phrase: « prendre le relais » of the frame's own, « avoir lieu » of a verb and a bare noun."""
    kinds = cast.kinds_of(token)
    if token.lemma_.lower() in frame.consumed and "person" not in kinds and argument.slot not in {"subject", "agent"}:
        return True  # « la police arrête » tells an arrest by its subject, who did it all the same
    bare = not kinds & NAMED and Form.PLURAL not in token.form and is_bare(token, cast.grammar)
    return bare and argument.slot in {"object", "place", "agent"}  # « par intérim »


def _dative(slot: str, token: Word, frame: Frame, cast: Cast) -> str:
    """Tell the person something goes to from the place or post it goes to."""
    if slot == "goal" and not frame.name and cast.kinds_of(token) == PLACE_ALONE and token.pos_ == "PROPN":
        return "place" if token.head.pos_ in VERBAL and preposition_of(token) else slot  # « le match a eu lieu à Lens »
    if (
        slot == "goal"
        and "recipient" in frame.roles
        and cast.kinds_of(token) & {"person", "organisation", "any", "place"}
    ):
        return "recipient"
    if slot == "recipient" and "recipient" not in frame.roles and "goal" in frame.roles:
        return "goal"
    return slot


def _roles(slot: str, token: Word, frame: Frame, cast: Cast) -> tuple[str, ...]:
    """Return the roles a filler plays: the proto-role, and the first of the frame's own that suits its kind."""
    if slot == "causer":
        return ("agent",)
    names = frame.roles.get(slot, ("place",) if slot == "place" else ())
    return _fitting(names, slot, cast.kinds_of(token), frame.type.startswith(MONEYED))


@lru_cache(maxsize=4096)
def _fitting(names: tuple[str, ...], slot: str, kinds: frozenset[str], moneyed: bool) -> tuple[str, ...]:
    if "amount" in kinds and moneyed and slot in {"for", "object", "other", "genitive", "origin", "goal"}:
        return ("amount",)
    proto = tuple(name for name in names if name in PROTO_ROLES and _suits_proto(name, slot, kinds))
    own = tuple(name for name in names if name not in PROTO_ROLES)
    fitting = tuple(name for name in own if kinds & KINDS_OF_ROLE.get(name, kinds))
    return (*proto, *(fitting or tuple(name for name in own if _suits(name, kinds))[:1]))


def _suits_proto(role: str, slot: str, kinds: frozenset[str]) -> bool:
    return role != "recipient" or slot == "recipient" or bool(kinds & KINDS_OF_ROLE["recipient"])


def _suits(role: str, kinds: frozenset[str]) -> bool:
    needed = KINDS_OF_ROLE.get(role)
    if needed is None or kinds & needed:
        return True
    if role in STRICT:
        return role == "organisation" and kinds == UNKNOWN
    return not kinds - {"any", "thing"}


def _fits(slot: str, token: Word, frame: Frame, cast: Cast) -> bool:
    """Tell whether a complement of a noun can fill a slot, by the kinds that the slot's roles want."""
    kinds = cast.kinds_of(token)
    if cast.is_time(token) or "amount" in kinds:
        return False
    named = [role for role in frame.roles.get(slot, ()) if role not in PROTO_ROLES]
    return not named or any(_suits(role, kinds) for role in named)


def _fits_before(slot: str, token: Word, frame: Frame, cast: Cast) -> bool:
    """Tell whether a noun before a noun can fill a slot: "drug smuggling", but not "video meeting"."""
    if slot == "subject" and not cast.kinds_of(token) & {"person", "organisation", "place", "any"}:
        return False
    return _fits(slot, token, frame, cast)


def players_of(token: Word, cast: Cast) -> tuple[Participant, ...]:
    """Return whom a word names or describes; a pronoun left open, the noun phrases it takes up."""
    listed = cast.people_behind(token)
    if listed:
        return listed
    entity = cast.entity(token)
    if entity is not None:
        return (entity,)
    if cast.is_couple(token):
        taken_up = couple_before(token, cast)
    else:
        taken_up = antecedents_of(token, cast) if token.pos_ in {"PRON", "DET"} or cast.is_latter(token) else ()
    return tuple(cast.entity(word) or cast.description(word) for word in taken_up or (token,))


def _is_expletive(token: Word) -> bool:
    return token.role in EXPLETIVES or (token.pos_ == "PRON" and Form.REFLEXIVE in token.form)


def _add_person(found: Iterable[Argument], players: dict[str, list[Participant]], frame: Frame, cast: Cast) -> None:
    """Look for who comes or goes behind the words of a phrase: « mettre fin aux fonctions de Léa Roy »."""
    if "person" in players:
        return
    words = (a.token for a in found if a.slot != "subject")
    for word in (word for word in words if not frame.consumed.isdisjoint({word.lower_, word.lemma_.lower()})):
        people = [inner for inner in prepositional(word) if "person" in cast.kinds_of(inner)]
        if people:
            players["person"] = players["patient"] = list(players_of(people[0], cast))
            return


def _add_organisation(found: Iterable[Argument], players: dict[str, list[Participant]], cast: Cast) -> None:
    """Look for the body of a post in the phrases that name the post, the person and who decided: « le conseil d'X »."""
    if "organisation" in players:
        return
    fillers = [argument.token for argument in found if argument.slot not in {"with", "for", "on", "against", "place"}]
    for token in fillers:
        for inner in _bodies(token, cast):
            players["organisation"] = list(players_of(inner, cast))
            return


def _split_patients(found: Iterable[Argument], players: dict[str, list[Participant]], cast: Cast) -> None:
    """Make the subject of « une auto a percuté un bus » the agent; that of « le bus s'écrase » is the patient."""
    subjects = [player for a in found if a.slot in {"subject", "agent"} for player in players_of(a.token, cast)]
    patients = players.get("patient", [])
    others = [player for player in patients if player not in subjects]
    if others and len(others) < len(patients):
        players["patient"], players["agent"] = others, [player for player in patients if player in subjects]


def _add_position(found: Iterable[Argument], players: dict[str, list[Participant]], cast: Cast) -> None:
    """Look for the post right after the name: « nommer Ada Roy ministre »."""
    if "position" in players:
        return
    for argument in found:
        if argument.slot != "object" or cast.entity(argument.token) is None:
            continue
        for word in argument.token.subtree:
            after = (
                word.i > argument.token.i
                and word.pos_ == "NOUN"
                and word.role in {Role.FLAT, Role.APPOSITION, Role.NOMINAL_MODIFIER, Role.ADJECTIVE}
            )
            if after and "post" in cast.kinds_of_noun(word) and word.nbor(-1).pos_ not in {"ADP", "DET", "PUNCT"}:
                players["position"] = [cast.description(word)]
                return


def _bodies(token: Word, cast: Cast) -> Iterator[Word]:
    if any(child.lower_ in cast.former for child in token.children):
        return
    kinds = cast.kinds_of_noun(token)
    if kinds & {"post", "organisation", "person"}:
        for inner in prepositional(token):
            if "organisation" in cast.kinds_of(inner):
                yield inner
    if kinds & {"organisation"} or (token.pos_ == "PROPN" and "organisation" in cast.kinds_of(token)):
        yield token
