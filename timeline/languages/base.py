"""What a language folder holds, and how stages reach it.

``timeline/languages/<code>/`` holds, in every language under the same file names, data (``<room>.toml``) beside small
rule modules (``<room>.py``), a room for each stage. A stage asks for its own room and works without it, more weakly,
where a language has none yet.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline.errors import UnsupportedLanguageError
from timeline.languages.contract import (
    DetectionWords,
    DisplayWords,
    EntitiesRules,
    EntityWords,
    EventTypesRules,
    EventTypeWords,
    ExplanationWords,
    FactualityWords,
    GrammarWords,
    JoiningWords,
    LabelsRules,
    LabelWords,
    MergingWords,
    OfficeWords,
    OrderingWords,
    ParticipantWords,
    PlaceWords,
    ProposalWords,
    ReadingWords,
    SalienceWords,
    Scheme,
    SignalWords,
    TimesRules,
    TimeWords,
    VerbWords,
)
from timeline.languages.rooms import Data, Rules, available_languages

__all__ = ["Language", "available_languages", "get_language", "language_or_fallback"]


@dataclass(frozen=True)  # without slots: its rooms are kept in it once they are read
class Language:
    """A language the library reads.

    Attributes
    ----------
    code : str
        ISO 639-1 code, the folder's name.
    name : str
        English name, for messages.
    models : tuple of str
        Packages of spaCy models in the order they are tried. The folder's own components (`trained`) are put over the
        first.
    install : str
        What ``pip install`` needs to get one of them.
    """

    code: str
    name: str
    models: tuple[str, ...]
    install: str

    def __hash__(self) -> int:
        return hash(self.code)  # its tables are looked up by it, word by word

    @property
    def trained(self) -> Path:
        """The folder of the language's own spaCy components, which not every language has."""
        return Path(__file__).parent / self.code / "model"

    scheme = Data(Scheme)
    """How its parser's labels are called here; Universal Dependencies where the folder does not say."""
    verbs = Data(VerbWords)
    grammar = Data(GrammarWords)
    reading = Data(ReadingWords)
    entities = Data(EntityWords)
    places = Data(PlaceWords)
    roles = Data(OfficeWords)
    times = Data(TimeWords)
    participants = Data(ParticipantWords)
    detection = Data(DetectionWords)
    event_types = Data(EventTypeWords)
    factuality = Data(FactualityWords)
    joining = Data(JoiningWords)
    salience = Data(SalienceWords)
    labels = Data(LabelWords)
    signals = Data(SignalWords)
    ordering = Data(OrderingWords)
    proposals = Data(ProposalWords)
    merging = Data(MergingWords)
    display = Data(DisplayWords)
    explanation = Data(ExplanationWords)
    times_rules = Rules(TimesRules)
    entities_rules = Rules(EntitiesRules)
    event_types_rules = Rules(EventTypesRules)
    labels_rules = Rules(LabelsRules)


@cache
def get_language(code: str) -> Language:
    """Return the language with an ISO 639-1 code.

    Raises
    ------
    UnsupportedLanguageError
        When there is no folder for it.

    Examples
    --------
    >>> get_language("fr").name
    'French'
    """
    if code not in available_languages():
        known = ", ".join(available_languages())
        raise UnsupportedLanguageError(f"No folder for the language {code!r}; give one of {known} as lang.")
    language: Language = importlib.import_module(f"timeline.languages.{code}").LANGUAGE
    return language


@cache
def language_or_fallback(code: str) -> Language:
    """Return the language, or one without rooms for a code that has no folder: stages do what they can without."""
    return get_language(code) if code in available_languages() else Language(code, code, (), "")
