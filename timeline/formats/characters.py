"""Characters that XML 1.0 cannot hold."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal_xml(text: str) -> str:
    r"""Return `text` with U+FFFD for each character that XML 1.0 has no place for; as long as before.

    Examples
    --------
    >>> legal_xml("a\x00b")
    'a\ufffdb'
    """
    return _ILLEGAL.sub(REPLACEMENT, text)
