"""Languages: one folder each, the same file names in each."""

from timeline.languages.base import Language, available_languages, get_language, language_or_fallback

__all__ = ["Language", "available_languages", "get_language", "language_or_fallback"]
