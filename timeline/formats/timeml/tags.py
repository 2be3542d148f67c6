"""TimeML as a text and tags with offsets: what every reader and writer of TimeML needs, and no more.

Two forms exist. TimeML 1.2.1 is a text with tags straight inside ``<TimeML>``; TempEval-3 and the French TimeBank
keep the text in ``<TEXT>``, beside ``<DOCID>``, ``<DCT>`` and others.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NoReturn
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler, feature_external_ges
from xml.sax.saxutils import escape, quoteattr
from xml.sax.xmlreader import AttributesImpl, InputSource, Locator

import defusedxml.sax
from defusedxml import DefusedXmlException

from timeline.errors import FormatError
from timeline.formats.given import bytes_of_file, looks_like, path_given

# Elements beside the text; what they hold is no part of it.
HEADERS = frozenset({"DOCID", "DCT", "TITLE", "EXTRAINFO", "LASTEXTRAINFO", "DATE_TIME", "HEADLINE", "SLUG", "TRAILER"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """An element.

    Attributes
    ----------
    name : str
    attributes : mapping
    start, end : int
        Half-open offsets of what it encloses in the text; equal where it encloses nothing.
    text : str
        What it encloses.
    header : str
        The element of `HEADERS` that it stands in (``"DCT"``), empty for none.
    line, column : int
        Where it stands in the file, from 1.
    """

    name: str
    attributes: Mapping[str, str]
    start: int
    end: int
    text: str = ""
    header: str = ""
    line: int = 0
    column: int = 0

    def needed(self, attribute: str) -> str:
        """Return an attribute that the tag must have.

        Raises
        ------
        FormatError
            With line and column, when it has not.
        """
        if attribute not in self.attributes:
            raise FormatError(f"Line {self.line}, column {self.column}: <{self.name}> has no attribute {attribute}.")
        return self.attributes[attribute]


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A text and all tags of its file, in the order of the file.

    Attributes
    ----------
    text : str
    tags : tuple of Tag
        The root first.
    """

    text: str
    tags: tuple[Tag, ...]

    def named(self, *names: str) -> list[Tag]:
        """Return the tags with one of these names."""
        return [tag for tag in self.tags if tag.name in names]


def read_tags(source: str | bytes | Path) -> TaggedText:
    """Read TimeML.

    Parameters
    ----------
    source : str, bytes or Path
        XML itself, or the path of a file.

    Raises
    ------
    FormatError
        When it is not well-formed, not TimeML, or declares entities; tells line and column.

    Examples
    --------
    >>> tagged = read_tags("<TimeML>She <EVENT eid='e1'>left</EVENT>.</TimeML>")
    >>> tagged.text, tagged.tags[1].start, tagged.tags[1].end
    ('She left.', 4, 8)
    """
    handler = _Handler()
    with _input(source) as stream:
        try:
            _parse(stream, handler)
        except (LookupError, UnicodeDecodeError) as error:
            raise FormatError(f"The XML declares an encoding that it is not in, or that is none: {error}.") from error
        except SAXParseException as error:
            line, column = error.getLineNumber() or 0, (error.getColumnNumber() or 0) + 1
            raise FormatError(f"Line {line}, column {column}: this is no XML: {error.getMessage()}.") from error
        except DefusedXmlException as error:
            handler.fail("entities and external references are not read, as they can harm the reader", error)
        except UnicodeEncodeError as error:
            raise FormatError("The text has half a surrogate pair, which XML cannot hold.") from error
    return handler.result()


def write_tag(name: str, attributes: Mapping[str, str], enclosed: str | None = None) -> str:
    """Return an element as XML: around `enclosed`, which is XML itself, or, with None, empty.

    The line break of an empty element is inside it, so that it adds no character to the text.

    Examples
    --------
    >>> write_tag("SIGNAL", {"sid": "s1"}, write_text("before"))
    '<SIGNAL sid="s1">before</SIGNAL>'
    """
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{written}\n/>" if enclosed is None else f"<{name}{written}>{enclosed}</{name}>"


def write_text(text: str) -> str:
    """Return a text as XML; a carriage return is a reference, because a parser would make it a line feed."""
    return escape(text, {"\r": "&#13;"})


def _input(source: str | bytes | Path) -> io.TextIOBase | io.BufferedIOBase:
    if isinstance(source, bytes):
        return io.BytesIO(source)
    if isinstance(source, str) and looks_like(source, "<"):
        return io.StringIO(source.removeprefix("\ufeff"))
    return io.BytesIO(bytes_of_file(path_given(source, "<", "TimeML"), "TimeML"))


def _parse(stream: io.TextIOBase | io.BufferedIOBase, handler: ContentHandler) -> None:
    source = InputSource()
    if isinstance(stream, io.TextIOBase):
        source.setCharacterStream(stream)
    else:
        source.setByteStream(stream)
    parser = defusedxml.sax.make_parser()
    # Declared entities are refused. A DTD that is only named, as many tools do, is neither refused nor fetched.
    parser.forbid_external = False
    parser.setFeature(feature_external_ges, False)
    parser.setContentHandler(handler)
    parser.parse(source)


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    tag: Tag
    place: int
    parts: list[str] = field(default_factory=list)


class _Handler(ContentHandler):
    """Collects text and tags. SAX, because it alone knows the line and column of every tag."""

    def __init__(self) -> None:
        super().__init__()
        self._locator: Locator | None = None
        self._parts: list[str] = []
        self._length = 0
        self._tags: list[Tag] = []
        self._open: list[_Open] = []

    def result(self) -> TaggedText:
        """Return what was collected, offsets counted from the beginning of ``<TEXT>`` where there is one."""
        text = "".join(self._parts)
        bodies = [tag for tag in self._tags if tag.name == "TEXT"]
        if not bodies:
            return TaggedText(text, tuple(self._tags))
        first, last = bodies[0].start, bodies[-1].end
        tags = (
            replace(tag, start=min(max(tag.start, first), last) - first, end=min(max(tag.end, first), last) - first)
            for tag in self._tags
        )
        return TaggedText(text[first:last], tuple(tags))

    def fail(self, message: str, cause: Exception | None = None) -> NoReturn:
        """Raise a FormatError that tells where the parser stands."""
        line, column = self._position()
        raise FormatError(f"Line {line}, column {column}: {message}.") from cause

    def _header(self, name: str) -> str:
        if any(element.tag.name == "TEXT" for element in self._open):
            return ""
        around = self._open[-1].tag.header if self._open else ""
        return around or (name if name in HEADERS else "")

    def _position(self) -> tuple[int, int]:
        if self._locator is None:
            return 0, 1
        return self._locator.getLineNumber() or 0, (self._locator.getColumnNumber() or 0) + 1

    # -- what the parser calls, by the names of SAX --------------------------------------------------------------------

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        if not self._tags and name != "TimeML":
            self.fail(f"the root element is <{name}>, not <TimeML>; is this a TimeML file?")
        line, column = self._position()
        tag = Tag(
            name=name,
            attributes=dict(attrs.items()),
            start=self._length,
            end=self._length,
            header=self._header(name),
            line=line,
            column=column,
        )
        self._open.append(_Open(tag, len(self._tags)))
        self._tags.append(tag)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802
        done = self._open.pop()
        self._tags[done.place] = replace(done.tag, end=self._length, text="".join(done.parts))

    def characters(self, content: str) -> None:
        # The root and <TEXT> enclose the whole text, which is kept once.
        for element in self._open:
            if element.tag.name not in ("TimeML", "TEXT"):
                element.parts.append(content)
        if not self._open[-1].tag.header:
            self._parts.append(content)
            self._length += len(content)

    def skippedEntity(self, name: str) -> None:  # noqa: N802
        self.fail(f"the entity &{name}; is declared outside this file, and external references are not read")
