"""The stage: what each place of the text says of who holds which role where.

Beside a name (« l'ancienne PDG de Twitch, Emmett Shear »), by a verb (« X est devenue PDG intérimaire »), by a
succession (« X succède à Y »). A verb may also tell only for how long (« qui dirigeait X depuis 2015 »).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from timeline.languages import Language
from timeline.model import Entity, Event, Mention, RoleFact
from timeline.model.entity import PERSON
from timeline.stages.mentions.cues import is_subject
from timeline.stages.mentions.holders import Holder, holder_of, is_office
from timeline.stages.mentions.phrases import RolePhrase, role_nouns, role_phrase, role_word
from timeline.stages.mentions.predicates import action_of
from timeline.stages.mentions.reading import Reading, reading_of
from timeline.stages.mentions.titles import office_of
from timeline.stages.names.lexicon import lexicon_of
from timeline.stages.roles.bodies import agreed, apart, with_body
from timeline.stages.roles.factuality import as_stated, factualities, vouched
from timeline.stages.roles.periods import Period, period_of
from timeline.stages.roles.role import Role
from timeline.stages.roles.seats import seated
from timeline.stages.roles.setting import Setting
from timeline.stages.roles.several import shared_roles
from timeline.stages.roles.story import story_of_entities
from timeline.stages.roles.successions import followed, role_led, succession
from timeline.stages.roles.verbs import role_held, standing
from timeline.stages.source import mention_of, related_sentences, source_of
from timeline.syntax import Role as Function
from timeline.syntax import role_of, word_at


@dataclass(slots=True)
class _Found:
    """Roles so far by the token that says them, whose holders they are, and the factuality of events by place."""

    told: Mapping[int, str]
    over: frozenset[str]
    roles: dict[int, Role] = field(default_factory=dict)
    shared: list[Role] = field(default_factory=list)
    holders: dict[int, Holder] = field(default_factory=dict)


def find_roles(
    doc: Doc, language: Language, entities: tuple[Entity, ...], events: tuple[Event, ...] = ()
) -> tuple[RoleFact, ...]:
    """Return what a text says of its people's roles, in its order.

    Parameters
    ----------
    doc : Doc
        A parsed text; sentences of another story are not read.
    language : Language
    entities, events : tuple
        Of the same document. What an event negates or only supposes makes no role.

    Returns
    -------
    tuple of RoleFact
    """
    story, ids = story_of_entities(doc, entities, lexicon_of(language))
    reading = reading_of(doc, language, story)
    found = _Found(factualities(events, source_of(doc).id), reading.roles.words.over)
    for sentence in related_sentences(doc):
        _by_sentence(sentence, found, reading)
    bodies = {id(role.person): role.organisation for role in found.roles.values() if role.organisation is not None}
    known = _untitled_where_told(found.roles, doc)
    setting = Setting(reading)
    placed = [with_body(role, doc[index], setting, bodies) for index, role in known.items()]
    roles = agreed(apart(placed, list(known.values())))
    nouns = [role_word(doc[index], reading.roles) for index in known]
    held = (
        role
        for role, word in zip(roles, nouns, strict=True)
        if role.organisation is not None or word not in reading.roles.words.ranks
    )
    return tuple(_fact(role, ids, reading) for role in (*held, *found.shared))


def _by_sentence(sentence: Span, found: _Found, reading: Reading) -> None:
    """Note what the words of a sentence tell, one by one; who gives an office up, after what names it."""
    offices = {noun.i: word for noun, word in role_nouns(sentence, reading.roles)}
    ceding = [token for token in sentence if action_of(token, reading.roles) == "cede"]
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} and token not in ceding:
            _by_verb(token, sentence, found, reading)
        _by_noun(token, offices.get(token.i), sentence, found, reading)
        found.shared.extend(shared_roles(token, sentence, reading))
    for verb in ceding:
        _by_verb(verb, sentence, found, reading)


def _untitled_where_told(roles: Mapping[int, Role], doc: Doc) -> dict[int, Role]:
    """Leave the title to the noun where a verb tells what a noun tells too (« X, PDG de B, dirigeait B »)."""
    by_noun = {
        (id(role.person), id(role.organisation))
        for index, role in roles.items()
        if role.title and doc[index].pos_ != "VERB"
    }
    return {
        index: role._replace(title="", forms=())
        if doc[index].pos_ == "VERB"
        and role.period != Period()
        and any((id(role.person), id(body)) in by_noun for body in (role.organisation, None))
        else role
        for index, role in roles.items()
    }


def _by_verb(verb: Token, sentence: Span, found: _Found, reading: Reading) -> None:
    """Note what a verb without a title tells: how long a role was held, or who took it over."""
    action = action_of(verb, reading.roles)
    role = None
    if action == "hold" and (role := role_held(verb, sentence, reading)):
        held = vouched(role, "be", (verb.idx,), found.told)
        if held is not None:
            found.roles[verb.i] = held
    elif led := role_led(verb, reading):
        period = period_of(led.start, led.end, sentence, reading.roles)
        found.roles[verb.i] = led._replace(period=period, status="former" if period.until else led.status)
    elif action in {"take", "appoint", "assume", "cede", "stand_in"}:
        taken = succession(verb, sentence, found.roles.values(), reading)
        taken = vouched(taken, action, (verb.idx,), found.told) if taken is not None else None
        if taken is not None:
            found.roles[verb.i] = taken


def _by_noun(noun: Token, word: str | None, sentence: Span, found: _Found, reading: Reading) -> None:
    """Note the role that a noun tells of somebody; `word` is the role noun that it is, None for others."""
    if word is None or noun.i in reading.story.named:
        holder = seated(noun, reading)
        if holder is not None:
            _note(holder, sentence, found, reading)
        return
    phrase = role_phrase(noun, reading)
    holder = holder_of(phrase, found.holders, sentence, reading) or _described(phrase, reading)
    if holder is None:
        return
    if not is_office(word, reading) and not _is_occupation(word, holder, reading):
        beside = holder.giving is None and holder.shared is None
        taken = followed(holder, word, found.roles.values(), reading) if beside else None
        if taken is not None:
            found.roles[noun.i] = taken
        return
    _note(holder, sentence, found, reading, lasting=word in reading.roles.words.lasting)


def _note(holder: Holder, sentence: Span, found: _Found, reading: Reading, *, lasting: bool = False) -> None:
    """Note the role of a holder, and for how long it is held."""
    phrase = holder.phrase
    found.holders[phrase.noun.i] = holder
    role = _role(holder, found)
    if role is None:
        return
    period = period_of(role.start, max(role.end, phrase.end), sentence, reading.roles)
    found.roles[phrase.noun.i] = role._replace(lasting=lasting, forms=phrase.forms, period=period)
    _share_body(phrase.noun, found.roles)


def _is_occupation(word: str, holder: Holder, reading: Reading) -> bool:
    """Tell a calling that the text states, or places somewhere (« fut journaliste », « X, pharmacien à Lens »)."""
    return (holder.giving is not None or holder.organisation is not None) and word not in reading.roles.words.relations


def _described(phrase: RolePhrase, reading: Reading) -> Holder | None:
    """Return whom a full title takes up (« Léa Roy se tait. La candidate des Verts… »).

    What the first sentence calls by an office alone, the text below names in full.
    """
    if phrase.noun.sent.start == 0:
        return None
    person = reading.story.heads.get(phrase.noun.i)
    named = person is not None and person.type == PERSON and phrase.organisation is not None
    if person is None or not named or not is_subject(word_at(phrase.noun)):
        return None
    return Holder(person, phrase, phrase.organisation, phrase.start, phrase.end)


def _role(holder: Holder, found: _Found) -> Role | None:
    """Return a role as its holder's words, and the event that they are, vouch for it."""
    phrase = holder.phrase
    status = phrase.status or _status(holder, phrase, found)
    role = Role(holder.person, phrase.title, holder.organisation, status, holder.start, holder.end)
    if holder.giving is None:
        return role
    places = (holder.giving.verb.idx, phrase.noun.idx)
    stated = as_stated(role, holder.giving, phrase.noun, found.over)
    return vouched(stated, holder.giving.action, places, found.told) if stated is not None else None


def _status(holder: Holder, phrase: RolePhrase, found: _Found) -> str:
    """Return how a role stands whose own words do not tell: as its verb says, or as the role it is joined to."""
    if holder.shared is not None:
        first, before = found.holders[holder.shared.i], found.roles.get(holder.shared.i)
        apart = phrase.organisation is not None and first.organisation is not None
        # « ancien PDG d'A et membre de B »
        return "current" if apart or before is None else before.status
    return standing(holder.giving.verb, holder.giving.action) if holder.giving is not None else "current"


def _share_body(noun: Token, found: dict[int, Role]) -> None:
    """Give the body named after the last of joined roles to those before it."""
    head, organisation = noun.head, found[noun.i].organisation
    while role_of(noun) == Function.CONJUNCT and head.i in found and found[head.i].organisation is None:
        found[head.i] = found[head.i]._replace(organisation=organisation)
        noun, head = head, head.head


def _fact(role: Role, ids: Mapping[int, str], reading: Reading) -> RoleFact:
    doc = reading.doc
    return RoleFact(
        person=ids[id(role.person)],
        role=role.title,
        organisation=ids[id(role.organisation)] if role.organisation is not None else None,
        status=role.status,
        mention=mention_of(doc[role.start : role.end]),
        lasting=role.lasting,
        office=office_of(role.forms[0] if role.forms else role.title, reading.roles),
        forms=role.forms,
        since=_mention(doc, role.period.since),
        until=_mention(doc, role.period.until),
        factuality=role.factuality,
    )


def _mention(doc: Doc, tokens: tuple[int, int] | None) -> Mention | None:
    return mention_of(doc[tokens[0] : tokens[1]]) if tokens else None
