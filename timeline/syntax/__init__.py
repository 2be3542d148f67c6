"""One reading of the parse: the only room that sees a parser's labels and tags.

`words` lays a Doc out once, with shared names of roles and forms; `verbs` reads verb groups, `arguments` who does what.
"""

from timeline.languages.grammar import Form, Role
from timeline.syntax.tokens import form_of, role_of
from timeline.syntax.words import Sentence, Word, sentences_of, word_at, words_of

__all__ = ["Form", "Role", "Sentence", "Word", "form_of", "role_of", "sentences_of", "word_at", "words_of"]
