"""Names of one entity joined: short and full ones, acronyms and their words, with and without a legal form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from spacy.tokens import Doc

from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.mentions.acronyms import acronyms
from timeline.stages.mentions.chains import NAME, Chain, Reference
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.name import Name
from timeline.stages.names.sport import towns_of_clubs
from timeline.stages.names.text import Text
from timeline.stages.names.types import best_type
from timeline.stages.names.weights import CLEAR

Scores = Mapping[str, Mapping[str, float]]

NEAR = 100  # tokens within which two bearers of a family name are both at hand
ALIKE = 0.8  # likeness of two spellings of a given name


@dataclass(slots=True)
class _Register:
    """The chains so far: by folded name, by first and last words of names; and the names that several bear."""

    chains: list[Chain] = field(default_factory=list)
    by_key: dict[str, Chain] = field(default_factory=dict)
    by_end: dict[str, list[Chain]] = field(default_factory=dict)
    shared: dict[str, list[Chain]] = field(default_factory=dict)

    def put(self, key: str, chain: Chain) -> None:
        """Give a chain one more name."""
        if not chain.keys:
            self.chains.append(chain)
        chain.keys.append(key)
        self.by_key[key] = chain
        for end in _ends(key):
            self.by_end.setdefault(end, []).append(chain)

    def near(self, key: str) -> list[Chain]:
        """Return the chains whose names share their first or last word with a name."""
        return list(dict.fromkeys(chain for end in _ends(key) for chain in self.by_end.get(end, ())))


def link_names(names: Sequence[Name], text: Text) -> list[Chain]:
    """Return one chain for each entity named in the text, in the order of their first names."""
    doc, lexicon = text.doc, text.lexicon
    names = [name for name in names if name.key]  # accents alone fold to nothing and name nobody
    scores = {name.key: dict(name.scores) for name in names}
    register = _register(scores, acronyms(doc, names), lexicon)
    _join_clubs(register, scores, lexicon)
    relatives: dict[str, Chain] = {}
    for name in names:
        chain = _bearer(name, register, relatives, text)
        head = _head(doc, name, lexicon)
        chain.references.append(Reference(_with_title(doc, name, lexicon), name.end, head, NAME))
    kept = (chain for chain in (*register.chains, *relatives.values()) if chain.type and chain.references)
    return sorted(kept, key=_first)


def _register(scores: Scores, long_forms: Mapping[str, str], lexicon: Lexicon) -> _Register:
    """Return the chains that the names of a text make, longest names first, each short one with its bearer."""
    register = _Register()
    for key in sorted(scores, key=_longest):
        type = best_type(_with_short_forms(key, scores, lexicon))
        bearers = _bearers(key, type, scores[key], register.near(key), lexicon)
        if long_forms.get(key) in register.by_key:
            register.put(key, register.by_key[long_forms[key]])
        elif len(bearers) == 1:
            register.put(key, bearers[0])
        else:
            register.put(key, Chain(type))
            if bearers:
                register.shared[key] = bearers
    return register


def _join_clubs(register: _Register, scores: Scores, lexicon: Lexicon) -> None:
    """Give a club the town that it is called by, where the town is the club (« Le PSG a gagné. Paris a marqué… »)."""
    for town, letters in towns_of_clubs(scores.keys(), lexicon).items():
        club, named = register.by_key[letters], register.by_key[town]
        if club is not named and club.type == named.type == ORGANISATION:
            register.put(town, club)


def _bearer(name: Name, register: _Register, relatives: dict[str, Chain], text: Text) -> Chain:
    """Return whose name stands in one place: a title may tell a relative from the person known by the family name."""
    key, doc, lexicon = name.key, text.doc, text.lexicon
    chain = register.by_key[key]
    if " " not in key and _is_monarch(name, text):
        return relatives.setdefault(key, Chain(PERSON, keys=[key]))
    if key in register.shared:
        return _nearest(doc, name, register.shared[key], lexicon) or chain
    if " " not in key and not _may_be(_title_gender(doc, name, lexicon), chain, lexicon):
        return relatives.setdefault(key, Chain(PERSON, keys=[key]))
    return chain


def _is_monarch(name: Name, text: Text) -> bool:
    """Tell whether a given name alone is a monarch's own (« le pape Jean » is nobody of the name of Jean Roux)."""
    before = text.doc[name.start - 1].lower_ if name.start else ""
    return before in text.lexicon.words.context.monarchs and name.key in text.lexicon.given_names


def _ends(key: str) -> tuple[str, ...]:
    words = key.split()
    return tuple(dict.fromkeys((words[0], words[-1])))


def _with_title(doc: Doc, name: Name, lexicon: Lexicon) -> int:
    """Return where a mention starts: at the civil title, where the language's annotators count it in (« M. Roy »)."""
    titled = name.start > 0 and doc[name.start - 1].text in lexicon.words.titles.within
    return name.start - titled


def _head(doc: Doc, name: Name, lexicon: Lexicon) -> int:
    """Return the token by which a name hangs on its clause: the civil title before it, where the parser chose that."""
    root = doc[name.start : name.end].root
    titled = root.head.i == name.start - 1 and root.head.text in lexicon.titles
    return root.head.i if titled else root.i


def _with_short_forms(key: str, scores: Scores, lexicon: Lexicon) -> dict[str, float]:
    """Return what speaks for a name's types, with half of what its last word alone was told."""
    total: dict[str, float] = defaultdict(float, scores[key])
    last = key.split()[-1]
    if last != key and last in scores and last not in lexicon.towns and last not in lexicon.regions:
        for type, weight in scores[last].items():
            if type in {PERSON, ORGANISATION}:  # a club is no place for being called after one
                total[type] += weight / 2
    return total


def _bearers(
    key: str, type: str, scores: Mapping[str, float], chains: Sequence[Chain], lexicon: Lexicon
) -> list[Chain]:
    """Return the chains of which a name may be a shorter or another form."""
    words = key.split()
    found = []
    for chain in chains:
        is_form = FORMS.get(chain.type)
        if is_form is None or not any(is_form(words, full.split(), lexicon) for full in chain.keys):
            continue
        lead = 1.0 if type == "" else CLEAR
        if type == chain.type or scores.get(type, 0) < lead + scores.get(chain.type, 0):
            found.append(chain)
    return found


def _is_form_of_person(words: list[str], full: list[str], _lexicon: Lexicon) -> bool:
    """Tell whether words are a person's family name, given name, or the name without its middle or spelt otherwise."""
    if len(words) < len(full) and words in (full[-len(words) :], full[: len(words)]):
        return True
    if len(words) < 2 or words[-1] != full[-1] or len(full) < 2:
        return False
    return SequenceMatcher(None, words[0], full[0]).ratio() >= ALIKE


def _is_form_of_organisation(words: list[str], full: list[str], lexicon: Lexicon) -> bool:
    """Tell whether words are a body's name without what tells its kind (« Valtor » of « Valtor Industries »)."""
    if len(full) > 1 and words == full[-1:] and words[0] in lexicon.words.organisations.clubs:
        return True
    rest = full[len(words) :]
    if full[: len(words)] != words or not rest:
        return False
    kinds = lexicon.words.organisations.words
    if all(word in kinds for word in rest) or (len(words) == 1 and words[0] in kinds):
        return True
    if all(map(lexicon.country_of, rest)):
        return True  # « Conseil constitutionnel | français »
    known = (lexicon.regions, lexicon.towns, lexicon.given_names, lexicon.common_nouns)
    parts = (" ".join(words), words[0], rest[0])
    told = any(part in listed for listed in known for part in parts)
    return not told and not _is_tied(words, rest, lexicon)


def _is_tied(words: list[str], rest: list[str], lexicon: Lexicon) -> bool:
    """Tell a name that no shorter one stands for: « Banque | de… », "Marks | & Spencer"; not "Bed Bath | & Beyond"."""
    return rest[0] in lexicon.words.names.links and (rest[0] != "&" or len(words) == 1)


def _is_form_of_place(words: list[str], full: list[str], lexicon: Lexicon) -> bool:
    """Tell whether words begin a town's long name, or end the name of a square or a valley."""
    if is_half(words, full, lexicon):
        return True
    if len(words) != 1 or len(full) < 2 or words[0] in lexicon.towns or words[0] in lexicon.regions:
        return False
    begins = full[0] == words[0] and full[1] in lexicon.words.places.hyphenated
    return begins or (full[-1] == words[0] and full[0] in lexicon.words.places.words)


def is_half(words: list[str], full: list[str], lexicon: Lexicon) -> bool:
    """Tell « le Nord » of « la Corée du Nord »: the point of the compass that a country is called by."""
    if len(words) != 1 or len(full) < 2 or " ".join(full) not in lexicon.regions:
        return False
    return words[0] in {full[0], full[-1]} and words[0] in map(fold, lexicon.words.names.compass)


FORMS: Mapping[str, Callable[[list[str], list[str], Lexicon], bool]] = {
    PERSON: _is_form_of_person,
    ORGANISATION: _is_form_of_organisation,
    PLACE: _is_form_of_place,
}


def _nearest(doc: Doc, name: Name, bearers: Sequence[Chain], lexicon: Lexicon) -> Chain | None:
    """Return which of several bearers of a family name is meant: the one just named, if only one was."""
    title = _title_gender(doc, name, lexicon)
    fitting = [chain for chain in bearers if _may_be(title, chain, lexicon)]
    family = doc[name.end - 1].text
    near = [
        chain
        for chain in fitting
        if any(0 < name.start - ref.start < NEAR and doc[ref.end - 1].text == family for ref in chain.references)
    ]
    told = [chain for chain in near if title and title in _genders(chain, lexicon)]
    if len(near) == 1 or len(told) == 1:
        return (told or near)[0]
    return fitting[0] if len(fitting) == 1 else None


def _title_gender(doc: Doc, name: Name, lexicon: Lexicon) -> str:
    return lexicon.titles.get(doc[name.start - 1].text, "") if name.start else ""


def _may_be(title: str, chain: Chain, lexicon: Lexicon) -> bool:
    """Tell whether a civil title suits the given names of a chain."""
    told = _genders(chain, lexicon)
    return not title or title in told or not any(told)


def _genders(chain: Chain, lexicon: Lexicon) -> list[str]:
    """Return the genders that the given names of a chain tell."""
    return [lexicon.given_names.get(key.split()[0], "") for key in chain.keys if " " in key]


def _longest(key: str) -> tuple[int, str]:
    return -len(key.split()), key


def _first(chain: Chain) -> int:
    return chain.references[0].start
