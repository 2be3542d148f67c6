"""The body or the country that an office belongs to, where its phrase leaves it unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from timeline.model.entity import ORGANISATION, PERSON
from timeline.stages.mentions.chains import Chain, Story
from timeline.stages.mentions.phrases import role_word
from timeline.stages.mentions.predicates import action_of, is_passive
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.lexicon import fold
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.names.tokens import dependents
from timeline.stages.roles.role import Role
from timeline.stages.roles.setting import Setting, keys_of
from timeline.syntax import Form, form_of, role_of
from timeline.syntax import Role as Function
from timeline.syntax.voice import SUBJECTS

LETTERS, ENDING = 4, 3  # that an adjective shares with a town, and in which both may differ: « nantais », Nantes
WINDOW = 60  # tokens back to the body that an office belongs to


def with_body(role: Role, noun: Token, setting: Setting, bodies: Mapping[int, Chain]) -> Role:
    """Fill in the body that an office belongs to, where its phrase does not name one.

    ``bodies`` holds the body that somebody is told to belong to, by the identity of the person: « son adjoint ».

    The country that an adjective tells (« le président norvégien »); for an office of a company the one body just
    before, the one its holder leaves, or the story's own; for an office of a state the story's own country.
    """
    if role.organisation is not None:
        return role
    reading = setting.reading
    told = _by_adjective(role, noun, reading)
    if told:
        return role._replace(organisation=setting.country(told))
    team = _by_town(role, noun, setting)
    if team is not None:
        return role._replace(organisation=team)
    appointing = _appointing(noun, role, reading)
    if appointing is not None:
        return role._replace(organisation=appointing)
    owner = _owner(role, reading)
    if owner is not None:  # not just any body near: « X a quitté Volta. Son entraîneur, Y, … »
        return role._replace(organisation=bodies.get(id(owner)) or setting.topic(role.start))
    return role._replace(organisation=_by_story(role, noun, setting))


def _appointing(noun: Token, role: Role, reading: Reading) -> Chain | None:
    """Return the firm or the party that appoints somebody to an office (« Volta a nommé X président »)."""
    word = role_word(noun, reading.roles) or ""
    verb = reading.doc[role.start]
    if reading.roles.kinds.get(word) not in {"body", "any"} or action_of(verb, reading.roles) != "appoint":
        return None
    if is_passive(verb):
        return None
    subjects = (reading.story.heads.get(child.i) for child in dependents(verb) if role_of(child) in SUBJECTS)
    body = next(subjects, None)
    if body is None or body.type != ORGANISATION:
        return None
    public = reading.lexicon.words.descriptions.public
    return body if all(public.isdisjoint(key.split()) for key in keys_of(body, reading)) else None


def _by_story(role: Role, noun: Token, setting: Setting) -> Chain | None:
    """Return the body that a title alone, and what the story is about or set in, tell."""
    reading = setting.reading
    words, word = reading.roles.words, role_word(noun, reading.roles) or ""
    of_state = word in words.states and not _is_of_kind(noun, reading)
    body = setting.country() if of_state and setting.topic(role.start) is None else None
    if body is None and _is_in_body(word, role, reading):
        body = _company(role, noun, setting)
    if body is None and of_state:
        body = setting.country()
    return setting.town() if body is None and word in words.local else body


def _is_of_kind(noun: Token, reading: Reading) -> bool:
    """Tell an office that is of a body by its title, and of no state: "company president"."""
    kinds = reading.lexicon.words.organisations.nouns
    return any(role_of(child) == Function.COMPOUND and child.lower_ in kinds for child in noun.lefts)


def _owner(role: Role, reading: Reading) -> Chain | None:
    """Return the person whose assistant, deputy or manager somebody is called (« son adjoint, Luc Roy »)."""
    possessed = reading.doc[role.start].lower_ in reading.lexicon.possessives
    owner = reading.story.inside.get(role.start) if possessed else None
    return owner if owner is not None and owner.type == PERSON else None


def _is_in_body(word: str, role: Role, reading: Reading) -> bool:
    return reading.roles.kinds.get(word) == "body" or _is_of_part(role.title, reading.roles)


def _by_adjective(role: Role, noun: Token, reading: Reading) -> str:
    """Return the folded country that an adjective beside a role noun tells, "" where none does."""
    doc = reading.doc
    for token in doc[max(noun.i - 2, 0) : min(noun.i + 5, len(doc))]:
        if token.text == "," and token.i > noun.i:
            return ""  # « son adjoint, l'Allemand X »
        beside = role.start <= token.i <= role.end or token.head == noun
        country = reading.lexicon.country_of(token.text) if beside and token.pos_ in {"ADJ", "PROPN", "NOUN"} else ""
        if country:
            return country
    return ""


def _by_town(role: Role, noun: Token, setting: Setting) -> Chain | None:
    """Return the body whose name holds the town that an adjective tells (« l'entraîneur toulousain », Toulouse FC)."""
    words = [token for token in setting.reading.doc[noun.i + 1 : role.end] if token.head == noun and token.is_lower]
    adjectives = [fold(token.text) for token in words]
    bodies = setting.bodies_of_towns if adjectives else ()
    found = [chain for chain, towns in bodies if any(_tells_town(word, towns) for word in adjectives)]
    return found[0] if len(found) == 1 else None


def _tells_town(adjective: str, towns: Iterable[str]) -> bool:
    """Tell whether an adjective begins as one of some towns does, up to its ending."""
    return any(adjective.startswith(town[: max(LETTERS, len(town) - ENDING)]) for town in towns)


def _company(role: Role, noun: Token, setting: Setting) -> Chain | None:
    """Return the one body spoken of just before, the one that is left, or the one that the story is about."""
    reading = setting.reading
    doc, story = reading.doc, reading.story
    if _in_relative_clause(noun, role.person, story) or Form.INDEFINITE in form_of(doc[role.start]):
        return None
    bare = doc[role.start].pos_ in {"NOUN", "PROPN", "ADJ"} and role.start > 0 and doc[role.start - 1].text == ","
    first = 0 if bare else max(role.start - WINDOW + 1, 0)  # « X, PDG, » says less than « le PDG X »
    nearby = setting.bodies(first, role.start)
    if not setting.competitions.isdisjoint(nearby):
        return None  # what is played for is nobody's employer, and its players are of several
    if not nearby and (left := _body_left(noun, story, reading.roles)) is not None:
        return left
    return next(iter(nearby.values())) if len(nearby) == 1 else setting.topic(role.start)


def _is_of_part(title: str, roles: RoleWords) -> bool:
    """Tell whether a title names a part that only bodies have (« président du conseil »)."""
    return not roles.words.parts.isdisjoint(title.casefold().replace("'", " ").split())


def _body_left(noun: Token, story: Story, roles: RoleWords) -> Chain | None:
    """Return the body that whoever holds a role leaves in the same clause (« X, président du conseil, quitte Y »)."""
    for verb in noun.ancestors:
        if action_of(verb, roles) == "leave":
            objects = (story.heads.get(child.i) for child in verb.children if role_of(child) == Function.OBJECT)
            return next((chain for chain in objects if chain is not None and chain.type == ORGANISATION), None)
    return None


def _in_relative_clause(noun: Token, person: Chain, story: Story) -> bool:
    """Tell whether a relative names another body (« une unité dont X sera le PDG »; not « X, qui est PDG »)."""
    clauses = (verb for verb in (noun, *noun.ancestors) if role_of(verb) == Function.RELATIVE_CLAUSE)
    return any(story.heads.get(verb.head.i) is not person for verb in clauses)


def apart(found: list[Role], told: Iterable[Role]) -> list[Role]:
    """Take back a body that nothing but its nearness gave somebody, where the text names who holds that office there.

    "Scott Carson, CEO of Boeing Commercial Airplanes, … CEO Louis Gallois": of another body.
    """
    known = {(id(role.organisation), role.title, role.status): role.person for role in told if role.organisation}
    named = {(id(role.person), role.title) for role in told if role.organisation}
    return [
        role._replace(organisation=None)
        if role.organisation
        and (id(role.person), role.title) not in named
        and known.get((id(role.organisation), role.title, role.status), role.person) is not role.person
        else role
        for role in found
    ]


def agreed(found: list[Role]) -> tuple[Role, ...]:
    """Give a role the body that another place of the text names for the same person and title, or for the title.

    Two who hold one office at one time hold it in two bodies: "Scott Carson, CEO of Boeing … CEO Louis Gallois".
    """
    placed = [role for role in found if role.organisation is not None]
    named = {(id(role.person), role.title): role.organisation for role in placed}
    bodies: dict[str, set[int]] = {}
    for role in placed:
        bodies.setdefault(role.title, set()).add(id(role.organisation))
    only = {role.title: role.organisation for role in placed if len(bodies[role.title]) == 1}
    held = {(role.title, role.status) for role in placed}
    return tuple(
        role._replace(
            organisation=role.organisation
            or named.get((id(role.person), role.title))
            or (only.get(role.title) if (role.title, role.status) not in held else None)
        )
        for role in found
    )
