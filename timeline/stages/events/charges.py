"""What somebody is charged with: told by whoever charges them, as long as nobody is convicted of it."""

from __future__ import annotations

from timeline.stages.events.reader import Reader
from timeline.stages.events.types import frame_of
from timeline.stages.events.words import Word
from timeline.syntax import Role
from timeline.syntax.arguments import arguments
from timeline.syntax.phrases import slots_of

CHARGE = "Justice.Charge-Indict"
#: What one does to somebody for a deed: « jugé pour fraude ».
CHARGING = frozenset({CHARGE, "Justice.Arrest-Jail", "Justice.Investigate", "Justice.Sue", "Justice.Trial-Hearing"})
#: Slots of what a charge itself names: "charged with fraud", "charges of fraud".
NAMING = frozenset({"with", "origin"})
#: What a verb has done to it that says for what: « une enquête a été ouverte pour homicide ».
UNDERGOING = frozenset({Role.OBJECT, Role.PASSIVE_SUBJECT})


def charge_over(noun: Word, reader: Reader) -> Word | None:
    """Return the word that charges somebody with what a noun names; "three counts of murder" are of murder."""
    if noun.pos_ != "NOUN" or any(child.lower_ in reader.definite for child in noun.children):
        return None
    head = _charging(noun, reader)
    counted = head is None and noun.role == Role.PREPOSITION_OBJECT and noun.head.head.pos_ == "NOUN"
    if head is None and counted and "origin" in slots_of(noun, reader.grammar):
        head = _charging(noun.head.head, reader)
    return None if head is None or _is_told_elsewhere(noun, reader) else head


def _charging(noun: Word, reader: Reader) -> Word | None:
    """Return the word that charges with what a noun names, where it hangs on one by its preposition."""
    slots = set(slots_of(noun, reader.grammar))
    head = noun.head.head if noun.role == Role.PREPOSITION_OBJECT else noun.head
    if "for" not in slots:
        return head if slots & NAMING and _type_of(head, reader) == CHARGE else None
    things = [child for child in head.children if child.role in UNDERGOING and child.pos_ == "NOUN"]
    around = [head, *(things if head.pos_ == "VERB" else [])]
    return head if any(_type_of(one, reader) in CHARGING for one in around) else None


def _is_told_elsewhere(noun: Word, reader: Reader) -> bool:
    """Tell what the text speaks of by itself too: "The fraud began in May. … was arrested for fraud"."""
    return len(reader.cast.nouns_of(noun.doc).get(noun.lemma_, ())) > 1


def _type_of(word: Word, reader: Reader) -> str:
    return frame_of(word, arguments(word, reader.grammar), reader.cast, reader.language).type
