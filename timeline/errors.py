"""Every error of the library: what happened, with which value, and what to do."""

from __future__ import annotations


class TimelineError(Exception):
    """Base of all errors raised by this library on purpose."""


class InvalidTextError(TimelineError, TypeError):
    """The text is not a str."""


class TextTooLongError(TimelineError, ValueError):
    """The text is longer than the language model reads at once."""


class OutOfTimeError(TimelineError, TimeoutError):
    """A document took more time than the limits allow."""


class InvalidDateError(TimelineError, ValueError):
    """The reference date cannot be read as a date."""


class InvalidOptionError(TimelineError, ValueError):
    """An option has a value that it cannot have."""


class UnreadDocumentError(TimelineError, RuntimeError):
    """A document of a batch could not be read, for a reason that nobody foresaw; the message names it."""


class LostWorkerError(UnreadDocumentError):
    """The process that read a document was killed."""


class MissingInputError(TimelineError, FileNotFoundError):
    """There is no such file or folder."""


class UnsupportedLanguageError(TimelineError, ValueError):
    """No reader exists for the language."""


class LanguageDataError(TimelineError, ValueError):
    """A file of a language folder holds what the contract does not know."""


class MissingModelError(TimelineError, OSError):
    """The language's spaCy model is not installed."""


class MissingExtraError(TimelineError, ImportError):
    """An optional package is needed; the message names the pip command."""


class FormatError(TimelineError, ValueError):
    """A file or value is not in the format it should be; line and column where known."""


class EditError(TimelineError, ValueError):
    """A correction that the story does not allow."""


class ProposalError(TimelineError, ValueError):
    """A function that proposes failed, or proposals are of no form that this library knows."""


class CorpusError(TimelineError, ValueError):
    """A corpus folder holds nothing that can be evaluated."""


class UnknownItemError(TimelineError, KeyError):
    """An id or a name is not in the timeline."""

    # KeyError prints the repr of its argument; a message reads better plain.
    __str__ = Exception.__str__


class TimelineWarning(UserWarning):
    """Something was left out or done in a weaker way; the message says what."""
