"""Who is spoken of by where they come from: « l'Espagnole », "the Kenyan"."""

from __future__ import annotations

from timeline.model.entity import PERSON
from timeline.stages.mentions.anaphors import choose
from timeline.stages.mentions.chains import Chain
from timeline.stages.mentions.cues import Anaphor, Candidate
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.spans import tells_origin
from timeline.stages.names.tokens import gender_of, number_of
from timeline.syntax import Word


def is_native(token: Word, lexicon: Lexicon) -> bool:
    """Tell « la Bermudienne », "the Kenyan": somebody by where they come from; not "the Kenyan government"."""
    if not token.text[:1].isupper() or not tells_origin(token.text, lexicon) or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    following = token.i + 1
    ends = following >= len(token.doc) or token.doc[following].pos_ not in {"NOUN", "ADJ"}
    return ends and number_of(token) != "p"


def tell_origin(token: Word, chain: Chain, reading: Reading) -> None:
    """Note where somebody is told to be from (« l'Espagnole Eva Roux »)."""
    known = reading.story.origins.setdefault(_origin_of(token, reading.lexicon), [])
    if chain not in known:
        known.append(chain)


def native_meant(token: Word, near: list[Candidate], sentence: int, reading: Reading) -> Chain | None:
    """Return whom « l'Espagnole » means: who was told to be from there, else the one person told to be from nowhere.

    ``near`` are the persons spoken of before, the last first.
    """
    lexicon, origins = reading.lexicon, reading.story.origins
    own = origins.get(_origin_of(token, lexicon), [])
    if len(own) == 1:
        return own[0]
    elsewhere = [chain for chains in origins.values() for chain in chains]
    known = [c for c in reversed(near) if (c.chain in own if own else c.chain not in elsewhere)]
    if not own and len({id(c.chain) for c in near}) != 1:
        return None
    return choose(Anaphor(token, gender_of(token), "s", (PERSON,)), known, sentence, lexicon)


def _origin_of(token: Word, lexicon: Lexicon) -> str:
    return lexicon.country_of(token.text) or fold(token.text)
