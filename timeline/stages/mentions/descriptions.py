"""Definite descriptions: « la société », « ce pays », « le PDG », and the names they stand beside."""

from __future__ import annotations

from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.mentions.anaphors import choose, within_reach
from timeline.stages.mentions.chains import NAME, Chain, Story
from timeline.stages.mentions.cues import Anaphor, Candidate, is_subject
from timeline.stages.mentions.linking import is_half
from timeline.stages.mentions.natives import is_native, native_meant, tell_origin
from timeline.stages.mentions.reading import Reading
from timeline.stages.mentions.weights import DESCRIPTION
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.spans import tells_origin
from timeline.stages.names.tokens import gender_of, word_of
from timeline.syntax import Form, Role, Word
from timeline.syntax.voice import is_participle
from timeline.syntax.words import letters

Found = tuple[Chain, list[Word]]
TOLD = 400  # tokens back to a name that a noun was told of


def description_at(token: Word, candidates: list[Candidate], sentence: int, reading: Reading) -> Found | None:
    """Return the chain that a noun describes and the words of its phrase, None where it names nobody known."""
    story, lexicon = reading.story, reading.lexicon
    apposed = _apposed(token, reading)
    if apposed is not None:
        tell(token, apposed[0], reading)
        return apposed
    determiner = _determiner(token, lexicon)
    state = _state_meant(token, determiner, reading)
    if state is not None:
        return state, token.doc[_phrase_start(token) : token.right_edge.i + 1]
    if determiner is None or _tells_another(token, story, lexicon):
        return None
    span = token.doc[determiner.i : token.i + 1]
    if is_native(token, lexicon):
        known = [c for c in within_reach(candidates, sentence, DESCRIPTION.reach) if _fits(c, token, PERSON, lexicon)]
        native = native_meant(token, known, sentence, reading)
        return (native, span) if native is not None else None
    named = _told_by(token, reading)
    if named is not None:
        return named, span
    chain = _of_its_kind(token, determiner, candidates, sentence, reading)
    return (chain, span) if chain else None


def _told_by(token: Word, reading: Reading) -> Chain | None:
    """Return whom the text said to be such a one before, or the body whose name holds the noun."""
    story, lexicon = reading.story, reading.lexicon
    told = story.told.get(word_of(token))
    if told is not None and token.i - told.references[0].start < TOLD:
        return told
    told_of_several = word_of(token) in story.told and told is None
    body = word_of(token) in lexicon.words.descriptions.organisation
    return _named_so(token, story, lexicon) if body and not told_of_several else None


def _of_its_kind(
    token: Word, determiner: Word, candidates: list[Candidate], sentence: int, reading: Reading
) -> Chain | None:
    """Return whom a noun that takes up what was named before most likely means."""
    lexicon = reading.lexicon
    asked = _asked(token, determiner, lexicon)
    if asked is None:
        return None
    kind, gender = asked
    names = [reading.story.heads.get(child.i) for child in token.children if _is_its_name(child)]
    if names:
        return next((chain for chain in names if chain is not None and chain.type == kind), None)
    near = reversed(list(within_reach(candidates, sentence, DESCRIPTION.reach)))
    known = [candidate for candidate in near if _fits(candidate, token, kind, lexicon)]
    chain = choose(Anaphor(token, gender, "s", (kind,)), known, sentence, lexicon)
    if chain is None and not known and kind == ORGANISATION:
        return _taken_for_a_person(token, reading)
    return chain


def _taken_for_a_person(token: Word, reading: Reading) -> Chain | None:
    """Return the bearer of a name of one word that « le groupe » tells to be a firm, where no body has been named.

    « Vidal a perdu 200 millions. Le groupe pourrait… »: nothing else says that Vidal is a man.
    """
    chains = [chain for chain in reading.story.chains if chain.references[0].start < token.i]
    people = [chain for chain in chains if chain.type == PERSON]
    if not is_subject(token) or len(people) != 1 or any(chain.type == ORGANISATION for chain in chains):
        return None
    chain = people[0]
    known = any(" " in key for key in chain.keys) or any(reference.kind != NAME for reference in chain.references)
    if known or word_of(token) in reading.lexicon.words.descriptions.public:
        return None
    chain.type = ORGANISATION
    return chain


def _state_meant(token: Word, determiner: Word | None, reading: Reading) -> Chain | None:
    """Return the state that « le Nord » of « la Corée du Nord », or « les autorités nord-coréennes », speaks for."""
    lexicon = reading.lexicon
    stands_for_all = token.lower_ in lexicon.words.descriptions.authorities
    if not stands_for_all and (determiner is None or token.text not in lexicon.words.names.compass):
        return None
    countries = {key: chain for chain in reading.story.chains if chain.type == PLACE for key in chain.keys}
    if stands_for_all:
        doc, start = token.doc, (determiner or token.left_edge).i + (determiner is not None)
        beside = map(letters, (doc[start : token.i], doc[token.i + 1 : token.right_edge.i + 1]))
        return next((countries[key] for key in map(lexicon.country_of, beside) if key in countries), None)
    halves = [chain for key, chain in countries.items() if is_half([fold(token.text)], key.split(), lexicon)]
    return halves[0] if len(halves) == 1 else None


def _named_so(token: Word, story: Story, lexicon: Lexicon) -> Chain | None:
    """Return the one body whose name holds the noun, or its trade ("the agency", "the airline": Nordan Airways)."""
    word = word_of(token)
    words = {word, *lexicon.words.descriptions.trades.get(word, ())}
    known = [
        chain
        for chain in story.chains
        if chain.type == ORGANISATION
        and chain.references[0].start < token.i < chain.references[0].start + TOLD
        and any(not words.isdisjoint(key.split()) for key in chain.keys)
    ]
    return known[0] if len(known) == 1 else None


def named_beside(token: Word, reading: Reading) -> Chain | None:
    """Return the person or body that a noun stands beside (« le ministre, Luc Roy, », "Ann Lee, a nurse, ")."""
    story, lexicon = reading.story, reading.lexicon
    kind = PERSON if word_of(token) in lexicon.person_nouns else ""
    if word_of(token) in lexicon.words.organisations.nouns:
        kind = ORGANISATION
    others = [child for child in token.children if child.role == Role.APPOSITION]
    others += [token.head] if token.role == Role.APPOSITION else []
    chains = (story.heads.get(other.i) for other in others)
    chain = next((chain for chain in chains if chain is not None and chain.type == kind), None)
    if chain is not None:
        tell(token, chain, reading)
    return chain


def tell(token: Word, chain: Chain, reading: Reading) -> None:
    """Note what a chain is said to be, so that the noun takes it up later (« l'éditeur Valtor … l'éditeur »)."""
    word = word_of(token)
    if tells_origin(token.text, reading.lexicon):
        tell_origin(token, chain, reading)
        return
    if reading.roles.kind_of(word) in {None, "calling"}:  # offices have their holders, see `roles`
        known = reading.story.told.get(word, chain)
        reading.story.told[word] = chain if known is chain else None


def _apposed(token: Word, reading: Reading) -> Found | None:
    """Return the name right after a noun that tells what it is (« la société Valtor », « le capitaine Roy »)."""
    story, kind = reading.story, _kind_told(token, reading)
    if not kind:
        return None
    doc = token.doc
    for index in range(token.i + 1, min(token.i + 8, len(doc))):
        chain = story.inside.get(index)
        begins = story.inside.get(index - 1) is not chain
        joined = doc[index - 1].pos_ in {"ADP", "DET", "CCONJ", "PUNCT"}
        if chain is not None and chain.type == kind and begins and not joined:
            end = index
            while end < len(doc) and story.inside.get(end) is chain:
                end += 1
            return chain, doc[_phrase_start(token) : end]
        if chain is None and _names_another(doc[index], reading):
            return None
        if chain is None and doc[index].pos_ not in {"ADJ", "ADP", "DET", "NOUN", "PROPN"}:
            return None
    return None


def _kind_told(token: Word, reading: Reading) -> str:
    """Return the type of entity that a noun tells before a name, "" where it tells none."""
    words, word = reading.lexicon.words, word_of(token)
    if word in reading.roles.kinds or tells_origin(token.text, reading.lexicon):
        return PERSON
    if word in words.organisations.nouns:
        return ORGANISATION
    return PLACE if word in words.places.nouns else ""


def _names_another(noun: Word, reading: Reading) -> bool:
    """Tell whether a complement brings somebody else in (« cette amie de | la ministre Eva Roux »)."""
    if reading.roles.kind_of(noun.lower_) is None or not noun.i:
        return False
    return noun.nbor(-1).pos_ in {"DET", "ADP"}


def _phrase_start(token: Word) -> int:
    lefts = [
        child.i
        for child in token.lefts
        if child.role in {Role.DETERMINER, Role.ADJECTIVE, Role.COMPOUND, Role.POSSESSOR} and child.i < token.i
    ]
    return min(lefts, default=token.i)


def _determiner(token: Word, lexicon: Lexicon) -> Word | None:
    for child in token.lefts:
        if child.text.lower() in lexicon.words.descriptions.definite and token.i - child.i < 3:
            return child
    return None


def _tells_another(token: Word, story: Story, lexicon: Lexicon) -> bool:
    """Tell whether the phrase goes on to say which one is meant, so that it takes up nothing."""
    for child in token.children:
        if child.text.lower() in lexicon.words.descriptions.another:
            return True
        if child.role == Role.RELATIVE_CLAUSE and not _is_aside(child):
            return True
        if _says_what_it_does(child):
            return True
        if child.role in {Role.NOMINAL_MODIFIER, Role.PREPOSITION} and _restricts(child, story, lexicon):
            return True
    return False


def _says_what_it_does(clause: Word) -> bool:
    """Tell an active participle that says which one is meant: "the union | representing the guards"."""
    active = clause.role == Role.NOUN_CLAUSE and not is_participle(clause) and Form.PARTICIPLE in clause.form
    return active and not _is_aside(clause) and any(child.role == Role.OBJECT for child in clause.children)


def _is_its_name(apposed: Word) -> bool:
    """Tell the name that follows a noun, between commas: « l'armateur du navire, Nordis, »."""
    return apposed.role == Role.APPOSITION and apposed.pos_ == "PROPN" and _is_aside(apposed)


def _is_aside(clause: Word) -> bool:
    """Tell whether a comma sets a clause apart, wherever the parser hung it."""
    first = clause.left_edge
    return "," in {first.text, clause.doc[first.i - 1].text}


def _restricts(complement: Word, story: Story, lexicon: Lexicon) -> bool:
    """Tell whether a complement names what the noun belongs to ("the bank of Wales"; not "joined the bank from X")."""
    named = complement.i in story.heads or any(child.i in story.heads for child in complement.children)
    return named and complement.left_edge.text.lower() not in lexicon.words.descriptions.aside


def _asked(token: Word, determiner: Word, lexicon: Lexicon) -> tuple[str, str] | None:
    word = word_of(token)
    if word in lexicon.words.descriptions.organisation:
        return ORGANISATION, ""
    if word in lexicon.words.descriptions.person:
        return PERSON, gender_of(token)
    places = lexicon.words.descriptions.country | lexicon.words.descriptions.town
    if word in places and determiner.text.lower() in lexicon.words.descriptions.demonstrative:
        return PLACE, ""
    return None


def _fits(candidate: Candidate, token: Word, kind: str, lexicon: Lexicon) -> bool:
    chain = candidate.chain
    if chain is None or chain.type != kind:
        return False
    if kind == ORGANISATION and word_of(token) in lexicon.words.descriptions.companies:
        public = lexicon.words.descriptions.public
        return all(public.isdisjoint(key.split()) for key in chain.keys)
    if kind != PLACE:
        return True
    country = any(key in lexicon.regions for key in chain.keys)
    return country == (word_of(token) in lexicon.words.descriptions.country)
