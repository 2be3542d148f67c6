"""One format, one file; each is imported when it is used.

Every ``to_…`` returns what it made, and writes it to `path` too when one is given.
"""

from timeline.formats.writers import WRITERS, Writer, write

__all__ = ["WRITERS", "Writer", "write"]
