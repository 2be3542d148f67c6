"""Who follows whom: a newcomer holds what the predecessor held, and the other way round.

« X succède à Y », « X lui succédera », "Y was replaced by X", « B a nommé X à sa place », "X took her place".
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from timeline.model.entity import ORGANISATION, PERSON
from timeline.stages.mentions.chains import Chain, Story
from timeline.stages.mentions.holders import Holder
from timeline.stages.mentions.predicates import action_of, is_passive
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.names.tokens import dependents, gender_of, governor, word_of
from timeline.stages.roles.periods import Period
from timeline.stages.roles.role import Role
from timeline.stages.roles.verbs import interim, standing
from timeline.syntax import Form, form_of, role_of, word_at
from timeline.syntax import Role as Function
from timeline.syntax.functions import grammar_at
from timeline.syntax.subjects import surface_subjects
from timeline.syntax.verbgroup import Modality, Mood
from timeline.syntax.verbs import verb_group
from timeline.syntax.voice import SUBJECTS

OBJECTS = frozenset(
    {
        Function.OBJECT, Function.INDIRECT_OBJECT, Function.OBLIQUE, Function.OBLIQUE_ARGUMENT, Function.ADJUNCT,
        Function.AGENT,
    }
)  # fmt: skip


def succession(verb: Token, sentence: Span, found: Iterable[Role], reading: Reading) -> Role | None:
    """Return the role that a verb hands on from one person to another, where one of the two is known to hold it."""
    if not _is_told(verb):
        return None
    newcomer, predecessor = _parties(verb, reading.story, reading.roles)
    if newcomer is None:
        return None
    if any(child.lemma_.lower() in reading.roles.words.vacancies for child in verb.children):
        return _stood_in_for(newcomer, found, verb)
    if predecessor is None or newcomer is predecessor:
        return None
    known = [role for role in found if role.title and not role.lasting]
    return _handed_on(newcomer, predecessor, known, verb, interim(verb, sentence, reading))


def _handed_on(newcomer: Chain, predecessor: Chain, known: list[Role], verb: Token, interim: str) -> Role | None:
    """Return what the newcomer takes of the predecessor, or, where only the newcomer's is known, what was left."""
    left = _last_held(predecessor, known)
    status = standing(verb, "take")
    if left is not None:
        return _handed(left, newcomer, interim or status, verb)
    taken = next((role for role in reversed(known) if role.person is newcomer and role.status != "former"), None)
    if taken is None or taken.period.since:
        return None
    return _handed(taken, predecessor, "current" if status == "future" else "former", verb)


def _stood_in_for(newcomer: Chain, found: Iterable[Role], verb: Token) -> Role | None:
    """Return the role of whom somebody stands in for: the last that was told (« assure l'intérim »)."""
    held = (role for role in reversed(list(found)) if role.title)
    left = next((role for role in held if role.person is not newcomer), None)
    return None if left is None or left.lasting else _handed(left, newcomer, "interim", verb)


def followed(other: Holder, word: str, found: Iterable[Role], reading: Reading) -> Role | None:
    """Return the role of whom a noun calls successor or predecessor (« son successeur, X », "Roy's predecessor, X")."""
    story, roles, phrase = reading.story, reading.roles, other.phrase
    if word not in roles.words.successors | roles.words.predecessors:
        return None
    owners = (story.inside.get(child.i) for child in phrase.noun.children if child.i != other.end - 1)
    owner = next((chain for chain in owners if chain not in (None, other.person) and chain.type == PERSON), None)
    left = _last_held(owner, [role for role in found if role.title and not role.lasting]) if owner else None
    if left is None:
        return None
    status = "former" if word in roles.words.predecessors else phrase.status or "current"
    return _handed(left, other.person, status, phrase.noun)


def role_led(verb: Token, reading: Reading) -> Role | None:
    """Return the role of whom a participle names (« la société X, dirigée par Y », "the firm was run by Y")."""
    story, lexicon, roles = reading.story, reading.lexicon, reading.roles
    titles = roles.words.led.get(verb.lemma_.lower())
    if titles is None or verb.pos_ != "VERB" or not is_passive(verb):
        return None
    agents = _agents(verb, roles)
    people = _led_by(agents, story)
    if not people:
        return None
    bodies = lexicon.words.organisations.nouns | lexicon.words.organisations.words
    subject = _led(verb, bodies)
    body = story.heads.get(subject.i)
    named = body is not None and body.type == ORGANISATION
    if not named and word_of(subject) not in bodies:
        return None
    forms = titles if len(titles) > 1 else ()
    title = titles[people[0].gender == "f" and bool(forms)]
    end = 1 + max(agent.right_edge.i for agent in agents)
    lasting = title in roles.words.lasting
    return Role(people[0], title, body if named else None, standing(verb, "take"), verb.i, end, lasting, forms)


def _led(verb: Token, bodies: frozenset[str]) -> Token:
    """Return what a participle says is led; « une commission composée de juges et présidée par X »."""
    subject = next((child for child in verb.children if role_of(child) in SUBJECTS), verb.head)
    if subject.pos_ not in {"VERB", "AUX"}:
        return subject
    before = (word for word in reversed(verb.doc[verb.sent.start : verb.i]) if word_of(word) in bodies)
    return next((word for word in before if gender_of(word) in ("", gender_of(verb))), subject)


def _led_by(agents: list[Token], story: Story) -> list[Chain]:
    return _people(agents, story) or _people([word for agent in agents for word in _apposed(agent)], story)


def _is_told(verb: Token) -> bool:
    """Tell whether a change is told, past or to come, and not only wished or thought of ("is tipped to replace")."""
    group = verb_group(word_at(verb))
    if group is None or role_of(verb) == Function.OPEN_COMPLEMENT:
        return False
    return group.mood != Mood.CONDITIONAL and group.modality == Modality.NONE


def _last_held(person: Chain, known: list[Role]) -> Role | None:
    """Return the role that a person was last said to hold, with the body that any place names for it."""
    theirs = [role for role in reversed(known) if role.person is person]
    if not theirs:
        return None
    title = theirs[0].title.casefold()
    same = (role for role in theirs if role.organisation is not None and role.title.casefold() == title)
    return next(same, theirs[0])


def _handed(role: Role, person: Chain, status: str, verb: Token) -> Role:
    """Return a role as another person's, its title in the form that suits."""
    title = role.forms[person.gender == "f"] if role.forms and person.gender else role.title
    return role._replace(
        person=person, title=title, status=status, start=verb.i, end=verb.i + 1, lasting=False, period=Period()
    )


def _parties(verb: Token, story: Story, roles: RoleWords) -> tuple[Chain | None, Chain | None]:
    """Return the newcomer and the predecessor that a verb names."""
    subject, others = _subject(verb, story, roles), _people(_objects(verb, roles), story)
    action = action_of(verb, roles)
    if action == "cede":
        newcomer = next((person for person in others if person is not subject), None)
        return newcomer, _owner_of_place(verb, story, roles) or subject
    if action in {"appoint", "assume", "stand_in"}:
        appointed = None if is_passive(verb) or action != "appoint" else next(iter(others), None)
        return appointed or subject, _owner_of_place(verb, story, roles)
    if is_passive(verb):
        return next(iter(_people(_agents(verb, roles), story)), None), subject
    return subject, next((person for person in others if person is not subject), None)


def _subject(verb: Token, story: Story, roles: RoleWords) -> Chain | None:
    """Return the person that is a verb's subject, or that of the verb it is joined to."""
    for holder in (
        (verb, verb.head)
        if role_of(verb)
        in {Function.CONJUNCT, Function.ADVERBIAL_CLAUSE, Function.NOUN_CLAUSE, Function.RELATIVE_CLAUSE}
        else (verb,)
    ):
        subjects = [word for word in dependents(holder) if role_of(word) in SUBJECTS]
        people = _people([word for word in subjects if word.lower_ not in roles.words.clitics], story)
        if people:
            return people[0]
    word = word_at(verb)
    understood = surface_subjects(word, grammar_at(word)) if Form.INFINITIVE in form_of(verb) else ()
    return next(iter(_people([verb.doc[found.i] for found in understood], story)), None)


def _objects(verb: Token, roles: RoleWords) -> list[Token]:
    """Return a verb's objects, behind a preposition too (« à Y », "from Y"); a clitic is one however parsed."""
    hanging = list(dependents(verb))
    words = [word for word in hanging if role_of(word) in OBJECTS or word.lower_ in roles.words.clitics]
    subjects = [word for word in hanging if role_of(word) in SUBJECTS]
    words += [word for word in subjects[1:] if word.i > verb.i > subjects[0].i]  # « elle remplace X », X misread
    return words + [inner for word in verb.children if role_of(word) == Function.PREPOSITION for inner in word.children]


def _agents(verb: Token, roles: RoleWords) -> list[Token]:
    """Return whom « par », "by" names after a passive, wherever the parser hung it."""
    after = [word for word in verb.subtree if word.i > verb.i]
    return [word for word in after if role_of(word) == Function.AGENT or word.head.lower_ in roles.words.agents]


def _apposed(word: Token) -> list[Token]:
    """Return what stands in apposition to a word, parted by hyphens or not (« son beau-frère, X »)."""
    beside = [child for child in word.children if role_of(child) in {Function.APPOSITION, Function.FLAT}]
    return beside + [inner for child in beside for inner in child.children if role_of(inner) == Function.APPOSITION]


def _people(words: Iterable[Token], story: Story) -> list[Chain]:
    chains = (story.heads.get(word.i) or story.named.get(word.i) for word in words)
    return [chain for chain in chains if chain is not None and chain.type == PERSON]


def _owner_of_place(verb: Token, story: Story, roles: RoleWords) -> Chain | None:
    """Return whose place somebody is given (« nommé à sa place », "appointed in her place")."""
    for noun in verb.subtree:
        if noun.lemma_.lower() in roles.words.places and governor(noun) == verb:
            owners = (story.inside.get(child.i) for child in noun.children)
            return next((chain for chain in owners if chain is not None and chain.type == PERSON), None)
    return None
