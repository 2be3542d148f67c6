"""Who vouches for what is told, when it is not the author."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.stages.events.cast import Cast
from timeline.stages.events.cues import Cues, stands_at
from timeline.stages.events.words import Sentence, Word
from timeline.stages.source import mention_at
from timeline.syntax import Form, Role
from timeline.syntax.arguments import arguments
from timeline.syntax.functions import Grammar
from timeline.syntax.phrases import prepositional
from timeline.syntax.postposed import first_of_group, postposed_subject
from timeline.syntax.voice import EXPLETIVES, SUBJECTS, VERBAL, is_passive

SPEAKING = frozenset({"reported", "spoken", "believed", "possible", "future"})
OPENING, CLOSING, STRAIGHT = frozenset("«“"), frozenset("»”"), '"'
SAYINGS = frozenset({Role.OBJECT, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT, Role.CLAUSE_SUBJECT})
QUOTES = OPENING | CLOSING | {STRAIGHT}
VOUCHER = 30  # characters of who vouches
OPENED = 40  # words before a sentence in which the quotation may begin that it is part of


def speaker_of(governor: Word, cast: Cast, grammar: Grammar) -> Entity | Mention | None:
    """Return who says, believes or denies: the subject of a verb, the owner of a noun, else the noun itself."""
    if governor.pos_ in VERBAL:
        speakers = _subjects_of(governor, grammar)
    else:
        speakers = _owners_of(governor, cast, grammar) or [governor]
    speakers = [speaker for speaker in speakers if speaker.role not in EXPLETIVES or _is_inverted(speaker)]
    return (cast.entity(speakers[0]) or cast.description(speakers[0], whole=True)) if speakers else None


def _subjects_of(verb: Word, grammar: Grammar) -> list[Word]:
    """Return who speaks; the subject of a passive is what is told, or whom it is told, and no speaker."""
    slot = "agent" if is_passive(verb) else "subject"
    return [argument.token for argument in arguments(verb, grammar) if argument.slot == slot]


def _owners_of(noun: Word, cast: Cast, grammar: Grammar) -> list[Word]:
    fillers = arguments(noun, grammar)
    owners = [argument.token for argument in fillers if argument.slot in {"possessor", "agent", "support"}]
    complements = [argument.token for argument in fillers if argument.slot == "genitive"]
    return owners + [word for word in complements if cast.kinds_of(word) & {"person", "organisation"}]


def attributions(sentence: Sentence, cast: Cast, cues: Cues) -> Iterator[tuple[Word, Word, Mention]]:
    """Yield the « selon X » of a sentence: the preposition, X, and the whole phrase."""
    for token in sentence.words:
        for phrase in cues.attribution_by_word.get(token.lower_, ()):
            if not stands_at(token, phrase):
                continue
            end = token.i + len(phrase)
            noun = next(
                (
                    w
                    for w in token.doc[end : sentence.end]
                    if w.pos_ in {"NOUN", "PROPN", "PRON"} and w.role != Role.POSSESSOR
                ),
                None,
            )
            if (
                noun is None
                or Form.RELATIVE in noun.form
                or noun.i - end > 4
                or not any(_can_vouch(word, cast, cues) for word in (noun, noun.head))
            ):
                continue
            while noun.role == Role.COMPOUND and noun.head.i > noun.i:
                noun = noun.head
            quoted = cast.description(noun, whole=True)
            yield token, noun, mention_at(token.source, token.idx, quoted.end)
            break


def trailing_speech(sentence: Sentence, cues: Cues, grammar: Grammar) -> Word | None:
    """Return the verb of a parenthesis that says who speaks: « …, a ordonné le capitaine », "…, she said"."""
    for token in sentence.words:
        if token.pos_ not in VERBAL or (
            token.lemma_ not in grammar.speech and cues.governors.get(token.lemma_) not in SPEAKING
        ):
            continue
        subjects = [child for child in token.children if child.role in SUBJECTS]
        postposed = None if subjects else postposed_subject(token, grammar)
        if postposed is not None:
            subjects = [postposed]
        if not subjects:
            continue
        first = min(first_of_group(token), *(subject.left_edge.i for subject in subjects))
        if not _is_parenthesis(first, token):
            continue
        if not _has_complement(token, subjects):
            return token
    return None


def _is_parenthesis(first: int, verb: Word) -> bool:
    """Tell a clause behind a comma or a quotation from « …, dont l'avenir se résume à cela »."""
    if not first or verb.doc[first - 1].text not in {",", "»", "”", '"', "'"}:
        return False
    return not any(Form.RELATIVE in word.form for word in verb.doc[first : verb.i])


def quotation_marks(sentence: Sentence) -> tuple[Word, ...]:
    """Return the quotation marks in a sentence and not far before it."""
    around = sentence.words[0].doc[max(0, sentence.start - OPENED) : sentence.end]
    return tuple(word for word in around if word.text in QUOTES)


def is_quoted(token: Word, quotes: tuple[Word, ...]) -> bool:
    """Tell whether a word stands between quotation marks, those around its sentence, in more than a few words."""
    opened, straight = -1, -1
    for word in quotes:
        if word.i >= token.i:
            break
        if word.text in OPENING:
            opened = word.i
        elif word.text in CLOSING:
            opened = -1
        elif word.text == STRAIGHT and word.i >= token.sent.start:
            straight = word.i if straight < 0 else -1
    opened = max(opened, straight)
    if opened < 0:
        return False
    few = opened + 5
    return few <= len(token.doc) and not any(
        word.text in CLOSING or word.text == STRAIGHT for word in token.doc[token.i : few]
    )


def _is_inverted(word: Word) -> bool:
    """Tell a pronoun hung on the verb by a hyphen: « a-t-il dit »."""
    return word.role == Role.EXPLETIVE and word.text.startswith("-")


def _has_complement(verb: Word, subjects: list[Word]) -> bool:
    """Tell whether a verb of saying has its say after it, so that it is no parenthesis."""
    return any(child.i > verb.i and child not in subjects and child.role in SAYINGS for child in verb.children)


def _can_vouch(noun: Word, cast: Cast, cues: Cues) -> bool:
    if cast.kinds_of(noun) & {"person", "organisation", "any"}:
        return True
    if noun.lemma_.lower() in cues.sources or noun.lower_ in cues.sources:
        return True
    return (
        any(cast.kinds_of(inner) & {"person", "organisation"} for inner in prepositional(noun))
        and noun.lemma_ in cues.sources
    )


def voucher_of(event: Event, cues: Cues, *, named: bool = False) -> str:
    """Return who vouches for an event, as a headline names them; "" where it is the author, or is too long.

    `named` if a name begins it: "Memphis police" keeps its capital.
    """
    if isinstance(event.source, Entity):
        own = any(event.source in players for players in event.participants.values())
        return "" if own or len(event.source.name) > VOUCHER else event.source.name
    if event.source is None or event.source.kind == "PRO" or len(event.source.text) > VOUCHER:
        return ""
    words = event.source.text.replace("’", "'").replace("'", "' ").split()
    for phrase in cues.attribution:  # « selon les rapports » keeps its noun
        if tuple(word.lower() for word in words[: len(phrase)]) == phrase:
            words = words[len(phrase) :]
            break
    text = " ".join(words).replace("' ", "'")
    named = named or text[:2].isupper() or (event.source.kind != "NOM" and len(words) == 1)
    return text if named else text[:1].lower() + text[1:]
