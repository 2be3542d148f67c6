"""Who holds which role where, as one place of the text says it.

Two ways of saying so: beside a name (« l'ancienne PDG de Twitch, Emmett Shear ») and by a verb (« X est devenue PDG
intérimaire »). Where the body is left unsaid it is the one body spoken of just before, if there is only one.
A verb may also tell only for how long (« qui dirigeait X depuis 2015 »).
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.entities.anaphors import is_audience
from timeline.stages.entities.chains import DESCRIPTION, Chain, Reference, Story
from timeline.stages.entities.lexicon import Lexicon
from timeline.stages.entities.periods import period_of
from timeline.stages.entities.rolephrases import RolePhrase, role_phrase, role_word
from timeline.stages.entities.roleverbs import Role, action_of, role_by_verb, role_held
from timeline.stages.entities.rolewords import RoleWords
from timeline.stages.entities.successions import followed, role_led, succession
from timeline.stages.entities.tokens import morph
from timeline.stages.source import related_sentences

OFFICES = frozenset({"body", "any", "place"})
LEAST_OF_TOPIC = 3  # mentions of the body that a story is about
WINDOW = 60  # tokens back to the body that an office belongs to


def find_roles(doc: Doc, story: Story, lexicon: Lexicon, roles: RoleWords) -> tuple[Role, ...]:
    """Return what the text says of roles, in its order; phrases beside a name become mentions of the person."""
    found: dict[int, Role] = {}
    for sentence in related_sentences(doc):
        for token in sentence:
            _by_this_verb(doc, token, sentence, story, found, lexicon, roles)
            word = role_word(token, roles)
            if word is None or token.i in story.named:
                continue
            phrase = role_phrase(doc, token, story, lexicon, roles)
            if roles.kinds[word] not in OFFICES and word not in roles.functions:
                # « l'avocat de X, Y, » is a mention of Y, but no office
                other = _beside_name(doc, phrase, sentence, story, lexicon)
                if other is not None and (taken := followed(other, phrase, word, found.values(), story, roles)):
                    found[token.i] = taken
                continue
            role = (
                _joined(phrase, found)
                or _beside_name(doc, phrase, sentence, story, lexicon)
                or role_by_verb(phrase, story, roles)
            )
            if role is None:
                _describe(phrase, word, list(found.values()), story, roles)
            else:
                period = period_of(doc, role.start, max(role.end, phrase.end), sentence, roles)
                found[token.i] = role._replace(lasting=word in roles.lasting, forms=phrase.forms, period=period)
                _share_body(token, found)
    return _agreed([_with_body(doc, role, doc[index], story, lexicon, roles) for index, role in found.items()])


def _by_this_verb(
    doc: Doc, verb: Token, sentence: Span, story: Story, found: dict[int, Role], lexicon: Lexicon, roles: RoleWords
) -> None:
    """Note what a verb without a title tells: how long a role was held, or who took it over."""
    action = action_of(verb, roles)
    if action == "hold" and (role := role_held(doc, verb, sentence, story, roles)):
        found[verb.i] = role
    elif led := role_led(verb, story, lexicon, roles):
        period = period_of(doc, led.start, led.end, sentence, roles)
        found[verb.i] = led._replace(period=period, status="former" if period.until else led.status)
    elif action in {"take", "appoint", "assume"} and (
        taken := succession(doc, verb, sentence, found.values(), story, roles)
    ):
        found[verb.i] = taken


def _describe(phrase: RolePhrase, word: str, found: list[Role], story: Story, roles: RoleWords) -> None:
    """Join « le PDG », « le cofondateur d'X » to its one holder, or to the one person spoken of so far."""
    if not phrase.definite:
        return
    gender = roles.genders.get(word, "")
    holders = {
        id(role.person): role.person
        for role in found
        if word in role.title.casefold()
        and phrase.organisation in (None, role.organisation)
        and (role.status == "former") == (phrase.status == "former")  # « l'ancien ministre » takes up one
    }
    spoken = {id(chain): chain for chain in story.chains if chain.type == PERSON and _precedes(chain, phrase)}
    for candidates in (holders, spoken if phrase.organisation is not None else {}):
        if len(candidates) == 1:
            person = next(iter(candidates.values()))
            if not gender or person.gender in ("", gender):
                story.add(person, Reference(phrase.start, phrase.end, phrase.noun.i, DESCRIPTION))
            return


def _precedes(chain: Chain, phrase: RolePhrase) -> bool:
    return any(reference.start < phrase.start for reference in chain.references)


def _joined(phrase: RolePhrase, found: dict[int, Role]) -> Role | None:
    """Read a role joined by « et » to another of the same person (« présidente et directrice générale »)."""
    first = found.get(phrase.noun.head.i) if phrase.noun.dep_ == "conj" else None
    if first is None:
        return None
    apart = phrase.organisation is not None and first.organisation is not None  # « ancien PDG d'A et membre de B »
    status = phrase.status or ("current" if apart else first.status)
    return Role(first.person, phrase.title, phrase.organisation or first.organisation, status, phrase.start, phrase.end)


def _share_body(noun: Token, found: dict[int, Role]) -> None:
    """Give the body named after the last of joined roles to those before it."""
    head, organisation = noun.head, found[noun.i].organisation
    while noun.dep_ == "conj" and head.i in found and found[head.i].organisation is None:
        found[head.i] = found[head.i]._replace(organisation=organisation)
        noun, head = head, head.head


def _beside_name(doc: Doc, phrase: RolePhrase, sentence: Span, story: Story, lexicon: Lexicon) -> Role | None:
    """Read a role in apposition: « le PDG X », « le PDG de B, X, », « X, PDG de B », « X (PDG de B) »."""
    index = phrase.end
    comma = index < sentence.end and doc[index].text == ","
    first = index + comma
    if first < sentence.end and first not in story.named and doc[first].text in lexicon.titles:
        first += 1
    person = _person_at(story, first)
    if person is not None:
        end = _name_end(story, first)
        if not comma or (phrase.definite and _breaks(doc, end)):
            story.add(person, Reference(phrase.start, end, phrase.noun.i, DESCRIPTION))
            body = phrase.organisation or _place_after(doc, end, story, lexicon)
            return Role(person, phrase.title, body, phrase.status or "current", phrase.start, end)
    before = phrase.start - 1
    if before > sentence.start and doc[before].text in {",", "("}:
        person = _person_at(story, before - 1) or _person_at(story, _before_age(doc, before))
        if person is not None:
            story.add(person, Reference(phrase.start, phrase.end, phrase.noun.i, DESCRIPTION))
            return Role(person, phrase.title, phrase.organisation, phrase.status or "current", phrase.start, phrase.end)
    return None


def _before_age(doc: Doc, comma: int) -> int:
    """Return where a name ends before an age between commas (« X, | 51 ans, PDG de B »)."""
    index = comma - 1
    while index > comma - 4 and doc[index].text != ",":
        index -= 1
    aged = index > 0 and doc[index].text == "," and doc[index + 1].like_num
    return index - 1 if aged else comma


def _place_after(doc: Doc, end: int, story: Story, lexicon: Lexicon) -> Chain | None:
    """Return the place behind a name (« la reine X | de Norvège », "King Hussein | of Jordan")."""
    if end + 1 >= len(doc) or doc[end].lower_ not in lexicon.words("names.of"):
        return None
    place = story.named.get(end + 1)
    return place if place is not None and place.type == PLACE else None


def _with_body(doc: Doc, role: Role, noun: Token, story: Story, lexicon: Lexicon, roles: RoleWords) -> Role:
    """Fill in the body that an office belongs to, where the text names only one just before, or the one it leaves."""
    in_body = roles.kinds.get(role_word(noun, roles) or "") == "body" or _is_of_part(role.title, roles)
    if role.organisation is not None or not in_body:
        return role
    if _in_relative_clause(noun, role.person, story) or "Ind" in morph(doc[role.start], "Definite"):
        return role
    bare = doc[role.start].pos_ in {"NOUN", "PROPN", "ADJ"} and role.start > 0 and doc[role.start - 1].text == ","
    first = -1 if bare else max(role.start - WINDOW, -1)  # « X, PDG, » says less than « le PDG X »
    nearby = {
        id(chain): chain
        for index in range(role.start - 1, first, -1)
        if (chain := story.inside.get(index)) is not None
        and chain.type == ORGANISATION
        and not is_audience(doc[index], lexicon)
    }
    if not nearby and (left := _body_left(noun, story, roles)) is not None:
        return role._replace(organisation=left)
    if len(nearby) == 1:
        return role._replace(organisation=next(iter(nearby.values())))
    return role._replace(organisation=_topic(story, role.start))


def _topic(story: Story, before: int) -> Chain | None:
    """Return the body that the story speaks of by far most, up to a token."""
    counts = sorted(
        (
            (sum(ref.start < before for ref in chain.references), -chain.references[0].start, chain)
            for chain in story.chains
            if chain.type == ORGANISATION
        ),
        key=_rank,
        reverse=True,
    )
    if not counts or counts[0][0] < LEAST_OF_TOPIC:
        return None
    return counts[0][2] if len(counts) == 1 or counts[0][0] >= 2 * counts[1][0] else None


def _rank(counted: tuple[int, int, Chain]) -> tuple[int, int]:
    return counted[:2]


def _is_of_part(title: str, roles: RoleWords) -> bool:
    """Tell whether a title names a part that only bodies have (« président du conseil »)."""
    return not roles.parts.isdisjoint(title.casefold().replace("'", " ").split())


def _body_left(noun: Token, story: Story, roles: RoleWords) -> Chain | None:
    """Return the body that whoever holds a role leaves in the same clause (« X, président du conseil, quitte Y »)."""
    for verb in noun.ancestors:
        if action_of(verb, roles) == "leave":
            objects = (story.heads.get(child.i) for child in verb.children if child.dep_ in {"obj", "dobj"})
            return next((chain for chain in objects if chain is not None and chain.type == ORGANISATION), None)
    return None


def _in_relative_clause(noun: Token, person: Chain, story: Story) -> bool:
    """Tell whether a relative names another body (« une unité dont X sera le PDG »; not « X, qui est PDG »)."""
    clauses = (verb for verb in (noun, *noun.ancestors) if verb.dep_ in {"acl:relcl", "relcl"})
    return any(story.heads.get(verb.head.i) is not person for verb in clauses)


def _agreed(found: list[Role]) -> tuple[Role, ...]:
    """Give a role the body that another place of the text names for the same person and title."""
    named = {(id(role.person), role.title): role.organisation for role in found if role.organisation is not None}
    return tuple(
        role._replace(organisation=role.organisation or named.get((id(role.person), role.title))) for role in found
    )


def _person_at(story: Story, index: int) -> Chain | None:
    chain = story.named.get(index)
    return chain if chain is not None and chain.type == PERSON else None


def _name_end(story: Story, index: int) -> int:
    chain = story.named[index]
    while story.named.get(index) is chain:
        index += 1
    return index


def _breaks(doc: Doc, index: int) -> bool:
    return index >= len(doc) or doc[index].pos_ not in {"CCONJ"}
