"""What a language folder may hold.

A frozen dataclass for each room of data, ``<room>.toml``, loaded by `timeline.languages.loading`; a Protocol for each
module of rules, ``<room>.py``. Every room may be missing: its dataclass is then empty, its rules are None.
"""

from timeline.languages.contract.detection import DetectionWords
from timeline.languages.contract.entities import EntityWords, Titles
from timeline.languages.contract.events import (
    EventTypeWords,
    JoiningWords,
    LabelWords,
    ParticipantWords,
    SalienceWords,
    Sense,
)
from timeline.languages.contract.factuality import Effects, FactualityWords, GoverningSense, Governors
from timeline.languages.contract.grammar import (
    Auxiliaries,
    GrammarWords,
    HalfModals,
    NegationWords,
    Scheme,
    VerbForms,
    VerbWords,
)
from timeline.languages.contract.kinds import Words, WordSet
from timeline.languages.contract.names import MergingWords, PlaceWords
from timeline.languages.contract.ordering import OrderingWords, Signals, SignalWords
from timeline.languages.contract.roles import OfficeVerbs, OfficeWords, Periods, StatusWords
from timeline.languages.contract.rules import (
    Check,
    EntitiesRules,
    EventTypesRules,
    LabelsRules,
    TimesRules,
)
from timeline.languages.contract.texts import DateWords, DisplayWords, ExplanationWords, ProposalWords, ReadingWords
from timeline.languages.contract.times import TenseWords, TimeRule, TimeWords
from timeline.languages.contract.words import Sentence, Word

__all__ = [
    "Auxiliaries", "Check", "DateWords", "DetectionWords", "DisplayWords", "Effects", "EntitiesRules", "EntityWords",
    "EventTypeWords", "EventTypesRules", "ExplanationWords",
    "FactualityWords", "GoverningSense", "Governors", "GrammarWords", "HalfModals", "JoiningWords", "LabelWords",
    "LabelsRules",
    "MergingWords", "NegationWords", "OfficeVerbs", "OfficeWords", "OrderingWords", "ParticipantWords", "Periods",
    "PlaceWords", "ProposalWords", "ReadingWords", "SalienceWords", "Scheme", "Sense", "Sentence", "SignalWords",
    "Signals",
    "StatusWords", "TenseWords", "TimeRule", "TimeWords", "TimesRules", "Titles", "VerbForms", "VerbWords", "Word",
    "WordSet", "Words",
]  # fmt: skip
