"""One entity for each person, body and place that the documents name.

Names are joined first (`timeline.merging.variants`), then the entities that bear them, so that the work grows with the
number of names. Entities of one name are one, whatever type a document took them for; but people of one name whose
documents share nobody else and no office are two people. The name shown is the one that most documents give in full,
the type the one that most mentions have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.merging.names import key_of
from timeline.merging.offices import office_key
from timeline.merging.unions import Unions
from timeline.merging.variants import Bearer, Name, variants
from timeline.model.entity import ORGANISATION, PERSON, Entity
from timeline.model.timeline import Timeline

_COMPANY = 2  # others that a document must name beside a person to tell which one is meant
_NAMED = "NAM"


def joined_entities(parts: Sequence[Timeline]) -> tuple[tuple[Entity, ...], dict[Bearer, Entity]]:
    """Return the entities of a story of many documents, by first mention, and which of them each one has become.

    Parameters
    ----------
    parts : sequence of Timeline

    Returns
    -------
    entities : tuple of Entity
    entity_of : dict
        By number of a part and id of an entity in it.

    Examples
    --------
    >>> one, two = (Timeline(entities=(Entity(id="x1", name=name, type="ORGANISATION"),)) for name in ("Ada", "Ada SA"))
    >>> entities, entity_of = joined_entities([one, two])
    >>> len(entities), entity_of[0, "x1"] == entity_of[1, "x1"]
    (1, True)
    """
    names = _names(parts)
    unions = Unions(sorted(names))
    for short, long in variants(names):
        unions.join(short, long)
    joint = [[bearer for key in keys for bearer in names[key].bearers] for keys in unions.groups()]
    by_id = [{entity.id: entity for entity in part.entities} for part in parts]
    groups = [group for bearers in joint for group in _apart(sorted(bearers, key=_place), parts, by_id)]
    joined: list[Entity] = []
    entity_of: dict[Bearer, Entity] = {}
    for number, group in enumerate(sorted(groups, key=_first_place), start=1):
        entity = _united(f"x{number}", [by_id[part][name] for part, name in group])
        joined.append(entity)
        entity_of |= dict.fromkeys(group, entity)
    return tuple(joined), entity_of


def _names(parts: Sequence[Timeline]) -> dict[str, Name]:
    names: dict[str, Name] = {}
    for number, part in enumerate(parts):
        for entity in part.entities:
            key = key_of(entity.name)
            name = names.setdefault(key, Name(key))
            name.bearers.append((number, entity.id))
            name.types[entity.type] += _weight(entity)
            name.forms[entity.name] += 1
            for alias in entity.aliases:
                name.aliases[key_of(alias)] += 1
    return names


def _weight(entity: Entity) -> int:
    return max(1, sum(mention.kind == _NAMED for mention in entity.mentions))


def _place(bearer: Bearer) -> tuple[int, int, str]:
    part, name = bearer
    return part, int("".join(filter(str.isdecimal, name)) or 0), name


def _first_place(group: Sequence[Bearer]) -> tuple[int, int, str]:
    return _place(group[0])


# -- people of one name ------------------------------------------------------------------------------------------------


def _apart(
    group: list[Bearer], parts: Sequence[Timeline], by_id: Sequence[dict[str, Entity]]
) -> Iterator[list[Bearer]]:
    """Yield the bearers of one name in groups that share company or an office; who has no company joins the largest."""
    types = Counter(by_id[part][name].type for part, name in group)
    if len(group) == 1 or types.most_common(1)[0][0] != PERSON:
        yield group
        return
    ours = {key_of(by_id[part][name].name) for part, name in group}
    circled, rest = _circles(group, {bearer: _traits(bearer, parts, ours) for bearer in group})
    if not circled:
        yield group
        return
    yield sorted([*circled[0], *rest], key=_place)
    yield from circled[1:]


def _circles(
    group: list[Bearer], traits: Mapping[Bearer, set[tuple[str, str]]]
) -> tuple[list[list[Bearer]], list[Bearer]]:
    """Return circles of who shares a trait, the largest first, and those of whom too little is told."""
    unions = Unions(group)
    first: dict[tuple[str, str], Bearer] = {}
    for bearer in group:
        for trait in traits[bearer]:
            unions.join(bearer, first.setdefault(trait, bearer))
    circles: dict[Bearer, list[Bearer]] = defaultdict(list)
    for bearer in group:
        circles[unions.find(bearer)].append(bearer)
    told = {unions.find(bearer) for bearer in group if len(traits[bearer]) >= _COMPANY}
    circled = sorted((circle for root, circle in circles.items() if root in told), key=_size, reverse=True)
    return circled, [bearer for root, circle in circles.items() if root not in told for bearer in circle]


def _size(group: Sequence[Bearer]) -> tuple[int, tuple[int, ...]]:
    return len(group), tuple(-part for part, _ in group[:1])


def _traits(bearer: Bearer, parts: Sequence[Timeline], ours: set[str]) -> set[tuple[str, str]]:
    """Return the people and bodies that a document names beside a person, by last word, and the person's offices."""
    part, name = bearer
    others = {
        ("company", word)
        for entity in parts[part].entities
        if entity.type in (PERSON, ORGANISATION) and entity.id != name and key_of(entity.name) not in ours
        for word in key_of(entity.name).split()[-1:]
    }
    return others | {
        ("office", office_key(fact.office or fact.role)) for fact in parts[part].role_facts if fact.person == name
    }


# -- one entity out of many --------------------------------------------------------------------------------------------


def _united(id: str, members: Sequence[Entity]) -> Entity:
    types: Counter[str] = Counter()
    genders: Counter[str] = Counter()
    for member in members:
        types[member.type] += _weight(member)
        genders[member.gender] += bool(member.gender)
    type_ = _most(types)
    name = _shown([member.name for member in members], is_person=type_ == PERSON)
    names = {said for member in members for said in (member.name, *member.aliases)}
    gender = _most(genders) if genders else ""
    return replace(
        members[0],
        id=id,
        name=name,
        type=type_,
        aliases=tuple(sorted(names - {name})),
        gender=gender if genders[gender] else "",
        mentions=tuple(mention for member in members for mention in member.mentions),
    )


def _shown(names: Iterable[str], *, is_person: bool) -> str:
    """Return the name that most documents give, of a person in full."""
    forms = Counter(names)
    keys: Counter[str] = Counter()
    for form, count in forms.items():
        keys[key_of(form)] += count
    full = Counter({key: count for key, count in keys.items() if " " in key}) if is_person else keys
    key = _most(full or keys)
    return _most(Counter({form: count for form, count in forms.items() if key_of(form) == key}))


def _most(counted: Counter[str]) -> str:
    """Return what is counted most; of equals the longest, then the first by its letters."""
    return min((-count, -len(item), item) for item, count in counted.items())[2]
