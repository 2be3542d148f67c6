"""Asking whoever proposes: a mapping as it is, or a function for each document."""

from __future__ import annotations

from dataclasses import replace
from multiprocessing.reduction import ForkingPickler

from timeline.errors import InvalidOptionError, ProposalError
from timeline.model.document import Document, Proposals

MODES = ("fill", "only", "check")


def answer_of(document: Document) -> object:
    """Return what is proposed for a document, as it was handed over.

    Raises
    ------
    ProposalError
        When the function fails.

    Examples
    --------
    >>> answer_of(Document("Elle part.", proposals={"events": []}))
    {'events': []}
    """
    proposals = document.proposals
    if not callable(proposals):
        return proposals
    try:
        return proposals(replace(document, proposals=None))
    except Exception as error:
        message = f"The function that proposes failed on {document.id}: {type(error).__name__}: {error}"
        raise ProposalError(message) from error


def check_mode(mode: str) -> None:
    """Refuse what is no mode.

    Raises
    ------
    InvalidOptionError
    """
    if mode not in MODES:
        raise InvalidOptionError(f"mode is one of {', '.join(MODES)}, not {mode!r}.")


def check_sendable(proposals: Proposals | None) -> None:
    """Refuse what cannot be handed to another process.

    Raises
    ------
    InvalidOptionError
    """
    try:
        ForkingPickler.dumps(proposals)
    except Exception as error:
        raise InvalidOptionError(
            f"These proposals cannot go to another process ({error}). "
            "Give a function defined at the top of a module, or n_process=1."
        ) from error
