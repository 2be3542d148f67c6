"""The sentence that a mention stands in."""

from __future__ import annotations

import re
from collections import defaultdict

from timeline.model.mention import Mention
from timeline.model.timeline import Timeline

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+[»”\"')]*|\n|$)")
_BLOCK = 256  # characters: about a sentence


class Passages:
    """The sentences of a story, found by a place in its texts, without looking at every event.

    Each text is cut into blocks, each of which knows the sentences of events that reach into it.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi.", lang="fr")
    >>> Passages(story).around(story["e2"].trigger).text
    'Elle a fondé Nordis lundi.'
    """

    def __init__(self, story: Timeline) -> None:
        self._texts = {document.id: document.text for document in reversed(story.documents)}
        self._blocks: dict[tuple[str, int], list[Mention]] = defaultdict(list)
        for passage in dict.fromkeys(event.passage for event in story.events):
            for block in range(passage.start // _BLOCK, passage.end // _BLOCK + 1):
                self._blocks[passage.document, block].append(passage)

    def around(self, mention: Mention) -> Mention:
        """Return the sentence of a mention: one that an event is known by, or what stands between two stops."""
        for passage in self._blocks.get((mention.document, mention.start // _BLOCK), ()):
            if passage.start <= mention.start and mention.end <= passage.end:
                return passage
        text = self._texts.get(mention.document, "")
        for match in _SENTENCE.finditer(text, text.rfind("\n", 0, mention.start) + 1):
            if match.start() <= mention.start < match.end():
                said = match[0].strip()
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                return Mention(said, start, start + len(said), mention.document)
        return Mention(mention.text, mention.start, mention.end, mention.document)
