"""Reading: what a text is before anyone looks for events in it.

Typography made plain without moving an offset, sentence starts repaired before the parser, parts that belong to another
story set apart, and the publication date where the text states it.
"""

from timeline.stages.reading.publication import publication_date
from timeline.stages.reading.segments import unrelated_spans
from timeline.stages.reading.sentences import mark_sentence_starts
from timeline.stages.reading.typography import TypographyTokenizer, plain

__all__ = ["TypographyTokenizer", "mark_sentence_starts", "plain", "publication_date", "unrelated_spans"]
