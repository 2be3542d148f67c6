"""The phrase around a role noun: its title, its standing, and the body it is held in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.mentions.chains import Chain, Story
from timeline.stages.mentions.reading import Reading
from timeline.stages.mentions.titles import title_forms
from timeline.stages.names.lexicon import Lexicon
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.names.tokens import whole_words, word_of
from timeline.syntax import Role, role_of

FORMERLY = 4  # tokens of « jusqu'à présent »
CHARGE = 6  # words of a clause that tells the task of an office


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A role noun with all that belongs to it.

    Attributes
    ----------
    noun : Token
    start, end : int
        Its tokens, half-open, articles and complements included.
    title : str
        The role alone (``"directrice technique"``).
    forms : tuple of str
        The title for a man and for a woman, empty where both are one.
    organisation : Chain or None
        The body or place named in the phrase.
    status : str
        ``"former"``, ``"interim"``, ``"future"``, ``"current"``, or "" where the phrase does not tell.
    definite : bool
        True with an article or a possessive.
    """

    noun: Token
    start: int
    end: int
    title: str
    forms: tuple[str, ...]
    organisation: Chain | None
    status: str
    definite: bool


def role_word(token: Token, roles: RoleWords) -> str | None:
    """Return the singular role noun that a token is, an « ex- » aside; None for other words and plurals."""
    word = word_of(token).removeprefix(roles.words.former_prefix)
    if word not in roles.kinds:
        word = token.text.lower()
    if word not in roles.kinds or word in roles.plurals or _is_chosen(token, roles) or _is_idiom(token, roles):
        return None
    # « directeur général » is one role
    qualifies = token.pos_ == "ADJ" and token.i > 0 and token.nbor(-1).text.lower() in roles.kinds
    return None if qualifies or _is_inside_another(token, roles) else word


def _is_inside_another(token: Token, roles: RoleWords) -> bool:
    """Tell a role noun that is part of the noun behind it ("president | election"; not "CEO | Pike")."""
    head = token.head
    if role_of(token) not in {Role.COMPOUND, Role.ADJECTIVE} or head.i < token.i or head.pos_ != "NOUN":
        return False
    return not head.is_title or token.is_title or head.lower_ in roles.kinds


def _is_chosen(token: Token, roles: RoleWords) -> bool:
    """Tell a participle from the noun of its form: « a été élue à la présidence », « l'élue »."""
    return token.pos_ == "VERB" and roles.verbs.get(token.lemma_.lower()) == "appoint"


def _is_idiom(token: Token, roles: RoleWords) -> bool:
    """Tell a noun that names nobody in some phrases (« dans le cadre »)."""
    return token.i > 1 and token.doc[token.i - 2 : token.i + 1].text.lower() in roles.words.idioms


def role_nouns(sentence: Span, roles: RoleWords) -> Iterator[tuple[Token, str]]:
    """Yield the role nouns of a sentence, each with the word that `role_word` says it is."""
    doc, former = sentence.doc, roles.words.former_prefix
    words = whole_words(doc)
    for place in range(sentence.start, sentence.end):
        word = words[place]
        if word in roles.kinds or "-" in word or word.removeprefix(former) in roles.kinds:
            role = role_word(doc[place], roles)
            if role is not None:
                yield doc[place], role


def role_phrase(noun: Token, reading: Reading) -> RolePhrase:
    """Return the phrase around a role noun."""
    doc, roles = reading.doc, reading.roles
    start = _start(noun, reading)
    title_end, end, organisation = _complements(noun, reading)
    title_start = _word_start(noun)
    while title_start > start and _opens_title(doc[title_start - 1], roles):
        title_start -= 1
    owner, owner_start = _owner_before(start, reading)
    owned = owner_start < start
    if owner is not None and owner_start < start:
        owner_start = start = _qualified_start(doc, owner_start, roles)  # "the former | Valtor boss"
    former = roles.words.former_prefix
    words = [token for token in doc[title_start:title_end] if token.text.lower() not in roles.statuses]
    return RolePhrase(
        noun=noun,
        start=owner_start,
        end=end,
        title="".join(token.text_with_ws for token in words).strip(" -").removeprefix(former),
        forms=title_forms(
            [token.text.removeprefix(roles.words.former_prefix) for token in words], words.index(noun), roles
        ),
        organisation=owner or organisation,
        status=_status(noun, start, end, reading),
        definite=doc[start].pos_ in {"DET", "PRON"} or owner is not None or owned or _is_contracted(start, reading),
    )


def _is_contracted(start: int, reading: Reading) -> bool:
    """Tell an article that its preposition holds: « du | candidat des Verts »."""
    return start > 0 and reading.doc[start - 1].lower_ in reading.lexicon.words.names.contracted


def _start(noun: Token, reading: Reading) -> int:
    doc, story, lexicon, roles = reading.doc, reading.story, reading.lexicon, reading.roles
    start = _word_start(noun)
    while start > 0 and start - 1 not in story.named:
        before = doc[start - 1]
        word = before.text.lower()
        opens = before.pos_ in {"DET", "ADJ"} or word in roles.statuses or before.lower_ in lexicon.possessives
        if not (opens or _opens_title(before, roles)):
            break
        opened = opens or word in roles.words.title_openers
        if before.is_sent_start and not (opened or role_of(before) == Role.COMPOUND):
            break
        start -= 1
    return start - _formerly(start, reading)


def _formerly(start: int, reading: Reading) -> int:
    """Return how many tokens before a role say that it is over now (« X, | jusqu'ici | directrice »)."""
    doc, phrases = reading.doc, reading.roles.words.formerly
    for first in range(max(start - FORMERLY, 0), start):
        if doc[first:start].text.lower() in phrases:
            return start - first
    return 0


def _word_start(noun: Token) -> int:
    """Return where a word starts that the tokeniser cut at its hyphens ("co-founder")."""
    start, doc = noun.i, noun.doc
    while start > 1 and doc[start - 1].text == "-" and not (doc[start - 1].whitespace_ or doc[start - 2].whitespace_):
        start -= 2
    return start


def _qualified_start(doc: Doc, start: int, roles: RoleWords) -> int:
    """Return where the article and the words of standing before a body's name begin."""
    while start > 0 and (doc[start - 1].lower_ in roles.statuses or doc[start - 1].pos_ == "DET"):
        start -= 1
    return start


def _opens_title(token: Token, roles: RoleWords) -> bool:
    """Tell whether a word before a role noun is part of the title (« premier ministre », « chief scientist »)."""
    if token.text.lower() in roles.words.title_openers or role_of(token) == Role.COMPOUND:
        return True
    if roles.words.adjectives_before and role_of(token) == Role.ADJECTIVE and token.is_lower:
        return token.text.lower() not in roles.statuses
    return token.text == "-" and token.i > 0 and not token.whitespace_


def _complements(noun: Token, reading: Reading) -> tuple[int, int, Chain | None]:
    """Return where the title ends, where the phrase ends, and the body named in it."""
    names = reading.lexicon.words.names
    reach = _Reach(noun.i + 1, noun.i + 1, noun.i + 1, names.complement_links | names.role_links)
    while reach.index < len(reading.doc) and _goes_on(reach, noun, reading):
        pass
    return reach.title, _behind_charge(reach.end, noun), reach.organisation


def _behind_charge(end: int, noun: Token) -> int:
    """Return where a phrase ends whose participle tells the task (« l'adjointe | chargée du tourisme, X »)."""
    doc = noun.doc
    clause = doc[end] if end < len(doc) else noun
    hung = role_of(clause) == Role.NOUN_CLAUSE and noun in clause.ancestors and clause.left_edge == clause
    short = clause.right_edge.i - clause.i < CHARGE and not any(word.pos_ == "PUNCT" for word in clause.subtree)
    return clause.right_edge.i + 1 if hung and short else end


@dataclass(slots=True)
class _Reach:
    """How far a role's complements reach: the ends of its title and of its phrase, the next word, the body named."""

    title: int
    end: int
    index: int
    linking: frozenset[str]
    organisation: Chain | None = None
    of_party: bool = False  # the body is only a party's letters: « le maire PS | de Lens »


def _goes_on(reach: _Reach, noun: Token, reading: Reading) -> bool:
    """Take in the next word, or words, of a role's complements; False where they end."""
    doc, lexicon, roles = reading.doc, reading.lexicon, reading.roles
    token, chain = doc[reach.index], _body_or_name(reading.story, reach.index)
    passed = _status_phrase(doc, reach.index, roles)
    if passed:
        reach.index = reach.end = reach.index + passed
        return True
    if chain is not None:
        return _takes_name(reach, chain, noun, reading)
    if _qualifies(token, doc[reach.index - 1], lexicon, roles) or _counts(token, noun):
        _take_word(reach, token, reading)
        return True
    if _is_aside(doc, reach.index):
        reach.index = reach.end = reach.index + 3
        return True
    reach.index += 1
    return token.text.lower() in reach.linking


def _is_aside(doc: Doc, index: int) -> bool:
    """Tell a party's letters in brackets (« le maire (PS) de Lens »)."""
    return index + 2 < len(doc) and doc[index].text == "(" and doc[index + 1].is_upper and doc[index + 2].text == ")"


def _counts(token: Token, noun: Token) -> bool:
    """Tell a number that is part of a title (« numéro deux »)."""
    return token.pos_ == "NUM" and token.i == noun.i + 1 and token.head == noun and token.is_alpha


def _takes_name(reach: _Reach, chain: Chain, noun: Token, reading: Reading) -> bool:
    doc, index = reading.doc, reach.index
    token = doc[index]
    acronym = index == noun.i + 1 and token.is_upper and not reading.roles.words.body_before  # « délégué CGT »
    joined = doc[index - 1].text.lower() in reach.linking or acronym
    if chain.type == PLACE and reach.title == index > noun.i + 1 and not joined:
        reach.index = reach.title = reach.end = index + 1  # « directeur du bureau | Afrique »
        return True
    if not joined or chain.type not in {ORGANISATION, PLACE} or (reach.organisation is not None and not reach.of_party):
        return False
    last = index
    while _body_or_name(reading.story, last + 1) is chain:
        last += 1
    if last + 1 < len(doc) and doc[last + 1].text == "-":  # "a San Francisco-based bank"
        return False
    reach.organisation, reach.of_party = chain, acronym
    reach.index = reach.end = last + 1
    _take_part(reach, reading)
    return True


def _take_part(reach: _Reach, reading: Reading) -> None:
    """Take in what a body has of its own: "chair of Volta's | audit committee" is not chair of Volta."""
    doc, names = reading.doc, reading.lexicon.words.names
    if reach.end >= len(doc) or doc[reach.end].text not in names.genitive | names.plural_genitive:
        return
    last = reach.end + 1
    while last < len(doc) and doc[last].pos_ in {"NOUN", "ADJ"}:
        last += 1
    if last > reach.end + 1:
        reach.title = reach.end = reach.index = last


def _take_word(reach: _Reach, token: Token, reading: Reading) -> None:
    """Take in an adjective or a complement, into the title too where it says what the role is."""
    doc, roles = reading.doc, reading.roles
    told = token.text.lower() in roles.statuses
    told = told or _is_elsewhere(token, doc[reach.index - 1], reading.lexicon, roles)
    begun = reach.title >= reach.index + 1 - _gap(doc, reach.index + 1, reach.linking)
    reach.index = reach.end = _word_end(token)
    if reach.organisation is None and not told and begun:
        reach.title = reach.end


def _word_end(token: Token) -> int:
    """Return where a word ends that the tokeniser cut at its hyphens (« état-major »)."""
    end, doc = token.i + 1, token.doc
    while end + 1 < len(doc) and doc[end].text == "-" and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        end += 2
    return end


def _gap(doc: Doc, end: int, linking: frozenset[str]) -> int:
    """Return how many words stand between a title so far and its next word: that word and the small ones before it."""
    first = end - 1
    while doc[first - 1].lower_ in linking:
        first -= 1
    return end - first


def _is_elsewhere(token: Token, before: Token, lexicon: Lexicon, roles: RoleWords) -> bool:
    """Tell whether a word says where a role is held, not which: « maire | du village », « ministre | norvégien »."""
    word = token.lower_
    if word in roles.words.parts:
        return False
    if token.pos_ == "ADJ":
        return word.endswith(tuple(lexicon.words.names.demonym_adjectives)) or bool(lexicon.country_of(word))
    bodies = lexicon.words.organisations.nouns | lexicon.words.places.nouns
    return word in bodies and before.lower_ in lexicon.words.names.articles | lexicon.words.names.contracted


def _body_or_name(story: Story, index: int) -> Chain | None:
    """Return the name at a token, or the body that is described there (« le cofondateur de la société »)."""
    chain = story.named.get(index) or story.inside.get(index)
    return None if chain is not None and chain.type == PERSON and index not in story.named else chain


def _status_phrase(doc: Doc, index: int, roles: RoleWords) -> int:
    """Return how many tokens of a phrase such as « par intérim » begin here."""
    first = doc[index].lower_ if index < len(doc) else ""
    for phrase, _ in roles.phrases:
        if first and phrase.startswith(first):
            length = len(phrase.split())
            if doc[index : index + length].text.lower() == phrase:
                return length
    return 0


def _qualifies(token: Token, before: Token, lexicon: Lexicon, roles: RoleWords) -> bool:
    """Tell whether a word is an adjective or a complement of the role noun."""
    word, link = token.text.lower(), before.text.lower()
    if token.pos_ == "ADJ" or word in roles.statuses or word in roles.words.parts:
        return True
    if token.is_lower and word.endswith(tuple(lexicon.words.names.demonym_adjectives)) and before.lower_ in roles.kinds:
        return True  # « l'entraîneur | lensois », taken for a noun
    if link in lexicon.words.names.role_links and word in roles.kinds:
        return True  # « adjoint au maire »
    if token.pos_ == before.pos_ == "NOUN" and before.head == token:
        return True  # "chair of the audit | committee"
    return token.pos_ in {"NOUN", "PROPN"} and link in lexicon.words.names.title_links and not token.like_num


def _status(noun: Token, start: int, end: int, reading: Reading) -> str:
    """Return what the phrase tells of the role's standing; « former » outweighs « interim », as what ended is over."""
    doc, roles = reading.doc, reading.roles
    own = (token for token in doc[start:end] if token.i <= noun.i or token.head.i <= noun.i + 1)
    words = {token.text.lower() for token in own}  # « candidat à l'élection de mai prochain » is one today
    told = {roles.statuses[word] for word in words if word in roles.statuses}
    former = roles.words.former_prefix
    if former and noun.text.lower().startswith(former):
        told.add("former")
    opening = doc[start : start + FORMERLY].text.lower()
    if any(opening.startswith(phrase) for phrase in roles.words.formerly):
        told.add("former")
    after = doc[noun.i : end + 3].text.lower()
    told |= {status for phrase, status in roles.phrases if f" {phrase}" in after}
    return next((status for status in ("former", "interim", "future", "current") if status in told), "")


def _owner_before(start: int, reading: Reading) -> tuple[Chain | None, int]:
    """Return the body right before a role and where its words start ("Valtor's boss", "Valtor CEO", "its boss")."""
    doc, story, lexicon, roles = reading.doc, reading.story, reading.lexicon, reading.roles
    if doc[start].lower_ in lexicon.possessives:
        owner = story.inside.get(start)
        return (owner if owner is not None and owner.type == ORGANISATION else None), start
    if start and doc[start - 1].text in lexicon.words.names.genitive | lexicon.words.names.plural_genitive:
        return _genitive_owner(start - 2, start, reading)
    chain = story.named.get(start - 1)
    beside = roles.words.body_before and doc[start].pos_ != "DET"
    if chain is None or chain.type not in {ORGANISATION, PLACE} or not beside:
        return None, start
    return chain, _first_of(story, start - 1)


def _genitive_owner(last: int, start: int, reading: Reading) -> tuple[Chain | None, int]:
    """Return the body whose name ends before a genitive's sign; a person owns no role: "Rowe's assistant"."""
    chain = reading.story.inside.get(last)
    if chain is None:
        return None, reading.doc[last].left_edge.i
    if chain.type == PERSON:
        return None, _first_of(reading.story, last)
    return (chain, _first_of(reading.story, last)) if chain.type in {ORGANISATION, PLACE} else (None, start)


def _first_of(story: Story, index: int) -> int:
    """Return where the name begins that a token is part of."""
    while story.inside.get(index - 1) is story.inside.get(index):
        index -= 1
    return index
