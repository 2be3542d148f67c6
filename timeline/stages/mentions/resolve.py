"""The walk through the text that joins pronouns and descriptions to those they mean."""

from __future__ import annotations

from functools import cache

from timeline.model.entity import ORGANISATION, PERSON
from timeline.stages.antecedents import Antecedent
from timeline.stages.mentions.anaphors import choose, noun_of, taken_up, within_reach
from timeline.stages.mentions.chains import DESCRIPTION, PRONOUN, Chain, Reference, Story
from timeline.stages.mentions.cues import Anaphor, Candidate, is_audience, is_determined, is_subject
from timeline.stages.mentions.descriptions import description_at, named_beside, tell
from timeline.stages.mentions.gender import noun_gender
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.lexicon import Lexicon, without_joint
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.names.tokens import agreed_gender, gender_of, governor, number_of
from timeline.stages.source import related_sentences
from timeline.syntax import Role, Word, words_of
from timeline.syntax.voice import SUBJECTS
from timeline.syntax.words import head_among, letters

PREDICATES = frozenset(
    {
        Role.OPEN_COMPLEMENT, Role.ATTRIBUTE, Role.OBJECT_PREDICATE, Role.ROOT, Role.OBJECT, Role.OBLIQUE_ARGUMENT,
        Role.ADJUNCT, Role.CLAUSE_COMPLEMENT,
    }
)  # fmt: skip


def link_anaphors(reading: Reading) -> None:
    """Add to each chain the pronouns, possessives, relatives and descriptions that stand for it."""
    candidates: list[Candidate] = []
    words = words_of(reading.doc)
    for number, sentence in enumerate(related_sentences(reading.doc)):
        for word in words[sentence.start : sentence.end]:
            _visit(word, number, candidates, reading)


def _visit(token: Word, sentence: int, candidates: list[Candidate], reading: Reading) -> None:
    story, lexicon = reading.story, reading.lexicon
    chain = story.heads.get(token.i)
    if chain is not None:
        _visit_name(token, chain, sentence, candidates, reading)
        return
    if token.i in story.inside or not _is_word(token) or is_predicate(token, reading.roles):
        return
    is_noun = token.pos_ in {"NOUN", "PROPN"} and _latter_end(token, lexicon) is None and not is_moment(token, lexicon)
    if is_noun or (token.pos_ in {"VERB", "ADJ"} and is_determined(token)):
        candidate = _noun(token, sentence, candidates, reading)
        named = candidate.chain
        if named is None or named.type != ORGANISATION or not is_audience(token, lexicon):
            candidates.append(candidate)
        return
    _visit_pronoun(token, sentence, candidates, reading)


def _visit_name(token: Word, chain: Chain, sentence: int, candidates: list[Candidate], reading: Reading) -> None:
    if token.is_lower and token.pos_ == "NOUN":
        tell(token, chain, reading)  # « la banque Oriol … la banque »
    if chain.type != ORGANISATION or not is_audience(token, reading.lexicon):
        candidates.append(_candidate(token, chain, sentence, reading.lexicon))


def _visit_pronoun(token: Word, sentence: int, candidates: list[Candidate], reading: Reading) -> None:
    story, lexicon = reading.story, reading.lexicon
    chain, head = antecedent(token, story, lexicon), token
    if chain is None:
        anaphor = anaphor_at(token, lexicon)
        if anaphor is None or reading.is_impersonal(token) or _is_what_is_said(anaphor, lexicon):
            return
        chain = choose(anaphor, candidates, sentence, lexicon) or subject_ahead(anaphor, candidates, sentence, story)
        head = anaphor.token
        if chain is None:
            _take_up(anaphor, candidates, sentence, reading)
    if chain is not None:
        story.add(chain, Reference(token.i, _latter_end(token, lexicon) or token.i + 1, head.i, PRONOUN))
        if head.pos_ != "DET":
            candidates.append(_candidate(head, chain, sentence, lexicon))


def _is_what_is_said(anaphor: Anaphor, lexicon: Lexicon) -> bool:
    """Tell the pronoun of a matter that somebody tells or denies (« l'a annoncé », "denied it"), nobody's."""
    token, words = anaphor.token, lexicon.words
    if anaphor.possessive or anaphor.number == "p" or token.role != Role.OBJECT:
        return False
    lemma = governor(token).lemma_.lower()
    return lemma in words.speech.matters and anaphor.types != (PERSON,)


def _take_up(anaphor: Anaphor, candidates: list[Candidate], sentence: int, reading: Reading) -> None:
    """Note the common noun that a pronoun takes up; what comes after may take it up through the pronoun."""
    found = taken_up(anaphor, candidates, sentence, reading.lexicon)
    if found is None:
        return
    best, sure = found
    noun = noun_of(best)
    reading.story.taken_up.append(Antecedent(anaphor.token.i, noun.i, sure))
    if anaphor.token.pos_ != "DET":
        gender, number = anaphor.gender or best.gender, anaphor.number or best.number
        candidates.append(Candidate(anaphor.token, None, gender, number, sentence, noun))


def _candidate(token: Word, chain: Chain, sentence: int, lexicon: Lexicon) -> Candidate:
    either = chain.type == ORGANISATION and bool(lexicon.words.context.plural_verbs)  # "Volta said they were ready"
    number = "p" if chain.plural else "" if either else "s"
    return Candidate(token, chain, chain.gender, number, sentence)


def _is_word(token: Word) -> bool:
    return token.is_alpha or token.text[0] in "-'" or "'" in token.text


def is_predicate(token: Word, roles: RoleWords) -> bool:
    """Tell whether a role noun without article only says what somebody becomes (« a été nommé ministre »)."""
    if roles.kind_of(token.lower_) is None:
        return False
    bare = not any(child.role in {Role.DETERMINER, Role.POSSESSOR} for child in token.children)
    told = any(child.role == Role.COPULA for child in token.children)  # « à l'époque où X était responsable »
    return (
        bare
        and token.role not in SUBJECTS
        and (told or token.role in PREDICATES or token.head.role == Role.PREPOSITION_OBJECT)
    )


def is_moment(token: Word, lexicon: Lexicon) -> bool:
    """Tell a noun of time, which no pronoun takes up (« samedi », « moment »)."""
    words = lexicon.words
    return token.lemma_.lower() in words.context.moments or token.text.capitalize() in words.names.calendar


def _noun(token: Word, sentence: int, candidates: list[Candidate], reading: Reading) -> Candidate:
    """Return the candidate that a common noun is, joined to the one it describes."""
    gender = gender_of(token) or noun_gender(token, reading.lexicon)
    number = number_of(token)
    found = description_at(token, candidates, sentence, reading)
    if found is None:
        named = named_beside(token, reading)
        return Candidate(token, named, gender or (named.gender if named else ""), number, sentence)
    chain, phrase = found
    reading.story.add(chain, Reference(phrase[0].i, phrase[-1].i + 1, token.i, DESCRIPTION))
    return Candidate(token, chain, gender or chain.gender, number, sentence)


def anaphor_at(token: Word, lexicon: Lexicon) -> Anaphor | None:
    """Return what a third-person pronoun or possessive asks for, None for any other word."""
    latter = _latter_end(token, lexicon)
    if latter is not None:
        form, possessive = lexicon.pronouns.get(letters(token.doc[token.i : latter]).lower()), False
        token = token.doc[latter - 1] if token.whitespace_ and latter - token.i > 1 else token
    elif token.pos_ == "DET" or token.role == Role.POSSESSOR:
        form, possessive = lexicon.possessives.get(_unattached(token, lexicon)), True
    elif token.pos_ == "PRON":
        form, possessive = lexicon.pronouns.get(_unattached(token, lexicon)), False
    else:
        return None
    if form is None:
        return None
    types = (PERSON,) if PERSON in form.types and _is_speaker(token, lexicon) else form.types
    gender = form.gender or agreed_gender(token)
    return Anaphor(token, gender, form.number, types, possessive, latter is not None)


def _unattached(token: Word, lexicon: Lexicon) -> str:
    return without_joint(token.text.lower(), lexicon.words.pronouns.attaching)


def _is_speaker(token: Word, lexicon: Lexicon) -> bool:
    """Tell whether a pronoun behind its verb says what is quoted (« écrit-elle », « avait-elle lancé »)."""
    if not token.text.startswith("-"):
        return False
    return token.head.role == Role.PARATAXIS or token.head.lemma_.lower() in lexicon.words.speech.verbs


def _latter_end(token: Word, lexicon: Lexicon) -> int | None:
    """Return where a « celui-ci », « ce dernier » or "the latter" ends that starts here, also if cut at its hyphen."""
    words, word = lexicon.words.pronouns.latter, token.text.lower()
    if word in words:
        return token.i + 1
    if word not in _beginnings(words):
        return None
    doc, following = token.doc, token.i + 1
    if following < len(doc) and f"{word} {doc[following].text.lower()}" in words:
        qualifies = following + 1 < len(doc) and doc[following + 1].pos_ in {"NOUN", "PROPN", "NUM"}
        return None if qualifies else following + 1
    if token.whitespace_ or following + 1 >= len(doc) or doc[following].text != "-":
        return None
    return token.i + 3 if letters(doc[token.i : token.i + 3]).lower() in words else None


@cache
def _beginnings(words: frozenset[str]) -> frozenset[str]:
    """Return all that words begin with, so that a word which begins none is known at once."""
    return frozenset(word[:length] for word in words for length in range(len(word) + 1))


def subject_ahead(anaphor: Anaphor, candidates: list[Candidate], sentence: int, story: Story) -> Chain | None:
    """Return the person whom a clause in front speaks of by pronoun first (« Depuis qu'il a démissionné, X se tait »).

    Only where nobody named just before could be meant.
    """
    known = within_reach(candidates, sentence, 1)
    if PERSON not in anaphor.types:
        return None
    if any(candidate.chain is not None and candidate.chain.type == PERSON for candidate in known):
        return None
    for child in head_among(anaphor.token.sent.words).children:
        chain = story.heads.get(child.i)
        if is_subject(child) and child.i > anaphor.token.i and chain is not None and chain.type == PERSON:
            in_front = anaphor.token.head != child.head
            return chain if in_front and anaphor.gender in ("", chain.gender) and anaphor.number != "p" else None
    return None


def antecedent(token: Word, story: Story, lexicon: Lexicon) -> Chain | None:
    """Return the chain that a relative pronoun hangs on (« Brockman, qui… »), or an emphatic one (« X, lui, … »)."""
    word = token.text.lower()
    if word in lexicon.words.pronouns.tonic and _is_set_off(token):
        return story.named.get(token.i - 2)  # « X, lui, a refusé »
    if word not in lexicon.words.pronouns.relative or token.pos_ not in {"PRON", "ADV", "SCONJ"}:
        return None
    if token.role == Role.MARKER:
        return None
    beside = story.named.get(token.i - (2 if token.i > 1 and token.nbor(-1).text == "," else 1))
    if beside is not None and beside.type == PERSON:
        return beside
    for verb in (token.head, *list(token.head.ancestors)[:2]):
        if verb.role == Role.RELATIVE_CLAUSE and verb.head.i < token.i:
            apposed = verb.head.role == Role.APPOSITION  # "Haines, a veteran who…"
            return story.heads.get(verb.head.i) or (story.heads.get(verb.head.head.i) if apposed else None)
    return None


def _is_set_off(token: Word) -> bool:
    """Tell whether a word stands between commas."""
    doc, index = token.doc, token.i
    return 1 < index < len(doc) - 1 and doc[index - 1].text == doc[index + 1].text == ","
