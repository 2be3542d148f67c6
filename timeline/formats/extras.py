"""Optional packages: imported where they are used, and asked for by name when they are missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from timeline.errors import MissingExtraError


def need(module: str, extra: str) -> ModuleType:
    """Import an optional package.

    Parameters
    ----------
    module : str
        The module to import.
    extra : str
        The extra of this library that installs it.

    Raises
    ------
    MissingExtraError
        When it is not installed; the message names the pip command.

    Examples
    --------
    >>> need("json", "pandas").dumps([1])
    '[1]'
    >>> need("no_such_module", "pandas")
    Traceback (most recent call last):
    timeline.errors.MissingExtraError: This needs the package no_such_module: pip install "timeline-extractor[pandas]"
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        message = f'This needs the package {package}: pip install "timeline-extractor[{extra}]"'
        raise MissingExtraError(message) from error
