"""The role nouns of a language, in all their forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.languages import Language, language_or_fallback

PERIODS = ("since", "until", "from", "to")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Role nouns and the words about them.

    Attributes
    ----------
    kinds : mapping of str to str
        Lower-case form of a role noun → ``"body"``, ``"any"``, ``"place"`` or ``"calling"``.
    genders : mapping of str to str
        Lower-case form → ``"m"``, ``"f"``, or "" where both share it.
    plurals : frozenset of str
        The forms that name several people.
    statuses : mapping of str to str
        Adjective → ``"former"``, ``"interim"``, ``"future"`` or ``"current"``.
    phrases : tuple of (str, str)
        Words after the role → status.
    verbs : mapping of str to str
        Verb lemma → what it does with a role.
    portfolios : frozenset of str
        Role nouns whose complement with an article is a field of work (« ministre du Budget »).
    posts : frozenset of str
        Nouns for a place of work (« au poste de PDG »).
    places : frozenset of str
        Nouns for what a newcomer takes of somebody (« nommé à sa place »).
    vacancies : frozenset of str
        Nouns for what somebody does in the place of who left (« assurer l'intérim »).
    clitics, agents : frozenset of str
        Object pronouns before a verb (« lui »); prepositions before who does what a passive says (« par »).
    title_openers : frozenset of str
        Words that begin a title before its noun (« premier ministre »).
    parts : frozenset of str
        Complements that make an office a body's (« président du conseil »).
    functions : frozenset of str
        Callings that somebody has in a matter, and so are roles as well (« juge »).
    successors, predecessors : frozenset of str
        Nouns for who follows and who goes before (« son successeur, X »).
    led : mapping of str to tuple of str
        Verb lemma → the titles, for a man and for a woman, of who does it (« dirigée par X »).
    states : frozenset of str
        Role nouns of what is held in a state (« ministre »).
    local : frozenset of str
        Role nouns of what is held in a town (« maire », « imam »).
    ranks : frozenset of str
        Ranks, an office only with a body (« général de l'armée »).
    over : frozenset of str
        Negations that say that something has ended (« plus »).
    lasting : frozenset of str
        Role nouns for what nobody ceases to be (« fondateur »).
    masculines, feminines : dict of str to str
        Role nouns of one gender → the form of the other (« directrice » → « directeur »).
    endings : tuple of (str, str)
        Masculine and feminine endings of a title's adjectives.
    synonyms : mapping of str to str
        Title → the title that names the same office.
    deputies : frozenset of str
        Words that make another office of a title (« adjoint », "deputy").
    small_words : frozenset of str
        Words between a role noun and its complement.
    periods : dict of str to frozenset
        Words before the times from when and until when a role is held.
    adjectives_before : bool
        True where a title's adjectives stand before its noun ("financial analyst").
    perfect_is_past : bool
        True where « a été PDG » says that it is over ("has been CEO" does not).
    body_before : bool
        True where the body may stand right before the role ("OpenAI CEO").
    """

    kinds: Mapping[str, str]
    genders: Mapping[str, str]
    plurals: frozenset[str]
    statuses: Mapping[str, str]
    phrases: tuple[tuple[str, str], ...]
    verbs: Mapping[str, str]
    portfolios: frozenset[str]
    posts: frozenset[str]
    places: frozenset[str]
    vacancies: frozenset[str]
    clitics: frozenset[str]
    agents: frozenset[str]
    title_openers: frozenset[str]
    parts: frozenset[str]
    functions: frozenset[str]
    successors: frozenset[str]
    predecessors: frozenset[str]
    led: Mapping[str, tuple[str, ...]]
    states: frozenset[str]
    local: frozenset[str]
    ranks: frozenset[str]
    over: frozenset[str]
    lasting: frozenset[str]
    masculines: dict[str, str]
    feminines: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    synonyms: Mapping[str, str]
    deputies: frozenset[str]
    small_words: frozenset[str]
    periods: dict[str, frozenset[str]]
    adjectives_before: bool
    perfect_is_past: bool
    body_before: bool

    def kind_of(self, word: str) -> str | None:
        """Return the kind of a lower-case role noun, an « ex- » before it aside; None for any other word."""
        return self.kinds.get(word) or self.kinds.get(word.removeprefix("ex-"))


def role_words(language: Language) -> RoleWords:
    """Return the language's role words; built once."""
    return _build(language.code)


@cache
def _build(code: str) -> RoleWords:
    data = language_or_fallback(code).data("roles")
    kinds: dict[str, str] = {}
    genders: dict[str, str] = {}
    plurals: set[str] = set()
    pairs = [tuple(pair) for pair in data.get("pairs", {}).get("nouns", ())]
    for kind, table in data.get("roles", {}).items():
        for row in table:
            forms = [form.lower() for form in row]
            _read_forms(forms, kind, kinds, genders, plurals)
            pairs += _genders_of(forms)
    return RoleWords(
        kinds=kinds,
        genders=genders,
        plurals=frozenset(plurals),
        statuses={word: status for status, words in data.get("modifiers", {}).items() for word in words},
        phrases=tuple((phrase, status) for status, phrases in data.get("phrases", {}).items() for phrase in phrases),
        portfolios=frozenset(data.get("portfolios", ())),
        posts=frozenset(data.get("posts", ())),
        places=frozenset(data.get("places", ())),
        vacancies=frozenset(data.get("vacancies", ())),
        clitics=frozenset(data.get("clitics", ())),
        agents=frozenset(data.get("agents", ())),
        parts=frozenset(data.get("parts", ())),
        functions=frozenset(data.get("functions", ())),
        successors=frozenset(data.get("successors", ())),
        predecessors=frozenset(data.get("predecessors", ())),
        led={verb: tuple(titles) for verb, titles in data.get("led", {}).items()},
        states=frozenset(data.get("states", ())),
        local=frozenset(data.get("local", ())),
        ranks=frozenset(data.get("ranks", ())),
        over=frozenset(data.get("over", ())),
        lasting=frozenset(data.get("lasting", ())),
        masculines={feminine: masculine for masculine, feminine in pairs},
        feminines=dict(pairs),
        endings=tuple(tuple(pair) for pair in data.get("pairs", {}).get("endings", ())),
        synonyms={said: office for office, others in data.get("synonyms", {}).items() for said in others},
        deputies=frozenset(data.get("deputies", ())),
        small_words=frozenset(data.get("small_words", ())),
        periods={key: frozenset(data.get("periods", {}).get(key, ())) for key in PERIODS},
        perfect_is_past=data.get("perfect_is_past", False),
        body_before=data.get("body_before", False),
        adjectives_before=data.get("adjectives_before", False),
        title_openers=frozenset(data.get("title_openers", ())),
        verbs={verb: action for action, verbs in data.get("verbs", {}).items() for verb in verbs},
    )


def _genders_of(forms: list[str]) -> list[tuple[str, str]]:
    """Return the singulars of a row that has one for each gender."""
    return [(forms[0], forms[1])] if len(forms) > 2 and forms[0] != forms[1] else []


def _read_forms(forms: list[str], kind: str, kinds: dict[str, str], genders: dict[str, str], plurals: set[str]) -> None:
    """Note one row: masculine and feminine singular, then both plurals; two forms are singular and plural of both."""
    for place, form in enumerate(forms):
        kinds[form] = kind
        plural = place >= 2 or (len(forms) == 2 and place == 1)
        genders[form] = "" if len(forms) < 3 else "mf"[place % 2]
        if plural:
            plurals.add(form)
