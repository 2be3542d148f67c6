"""Proposals saved as JSON lines, by document and text, so that a run is the same tomorrow and needs no model.

Each line holds ``id`` (of the document), ``sha256`` (of its text, in UTF-8), ``proposal`` (in the form of
`timeline.proposal_schema`), and may hold ``prompt``. A folder of files ``ID.json``, each a proposal, is read too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.errors import FormatError
from timeline.model.document import Document
from timeline.model.representation import one_line, quoted
from timeline.stages.grounding.prompt import proposal_prompt

Answer = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True, repr=False)
class SavedProposals:
    """Answers by document: what `timeline.extract` takes as ``proposals``.

    Called with a `Document`, it returns the answer to the same id and text; failing that to the same text, then to the
    same id (of a text that has changed, what still grounds stays); then it asks, if it may, and writes the answer down.

    Attributes
    ----------
    path : Path
    answers : dict
        By id and hash of the text; "" where either is not known.
    ask : callable or None
        From a `Document` to an answer.

    Examples
    --------
    >>> import tempfile, timeline
    >>> path = Path(tempfile.mkdtemp()) / "answers.jsonl"
    >>> text = timeline.Document("Anna Berg est partie lundi.", id="a", lang="fr")
    >>> write_proposals(path, [(text, {"events": []})])
    >>> read_proposals(path)(text)
    {'events': []}
    """

    path: Path
    answers: dict[tuple[str, str], Answer]
    ask: Callable[[Document], Answer] | None = None

    def __repr__(self) -> str:
        return one_line("SavedProposals", quoted(str(self.path), 60), f"{len(self.answers)} answers")

    def __call__(self, document: Document) -> Answer:
        """Return what is proposed for a document, None where nothing is."""
        known = self.known(document)
        if known is not None or self.ask is None:
            return known
        answer = self.ask(document)
        with self.path.open("a", encoding="utf8") as lines:
            lines.write(line_of(document, answer))
        self.answers[document.id, text_hash(document.text)] = answer
        return answer

    def known(self, document: Document) -> Answer:
        """Return what is saved for a document, None where nothing is.

        Parameters
        ----------
        document : Document
            With its text and, where it was saved by it, its id.

        Returns
        -------
        Answer or None
            What the reader said.

        Examples
        --------
        >>> import tempfile, timeline
        >>> path = Path(tempfile.mkdtemp()) / "answers.jsonl"
        >>> text = timeline.Document("Anna Berg est partie lundi.", id="a", lang="fr")
        >>> write_proposals(path, [(text, {"events": []})])
        >>> read_proposals(path).known(timeline.Document("Autre.", id="b")) is None
        True
        """
        text = text_hash(document.text)
        for key in ((document.id, text), ("", text), (document.id, "")):
            if self.answers.get(key) is not None:
                return self.answers[key]
        return None


def read_proposals(path: str | Path, *, ask: Callable[[Document], Answer] | None = None) -> SavedProposals:
    """Read saved proposals.

    Parameters
    ----------
    path : str or Path
        A file of JSON lines, or a folder of files ``ID.json``. A file that is not there yet is an empty one if `ask`
        is given.
    ask : callable, optional
        Whom to ask for what is not saved, from a `Document` to an answer; answers are added to the file.

    Returns
    -------
    SavedProposals

    Raises
    ------
    FormatError
        When there is no such file, or a line is not as above.

    Examples
    --------
    >>> import tempfile
    >>> def ask(document):
    ...     return {"events": []}
    >>> answers = Path(tempfile.mkdtemp()) / "answers.jsonl"
    >>> saved = read_proposals(answers, ask=ask)
    >>> saved(Document("Elle part.")), read_proposals(answers)(Document("Elle part."))
    ({'events': []}, {'events': []})
    """
    path = Path(path)
    if path.is_dir():
        files = sorted(path.glob("*.json"))
        return SavedProposals(path, {(file.stem, ""): _loaded(file.read_text("utf8"), file) for file in files}, ask)
    if ask is not None and not path.exists():
        return SavedProposals(path, {}, ask)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"{path}: no file of proposals ({error}).") from error
    answers: dict[tuple[str, str], Answer] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            answers |= _answer(_loaded(line, f"{path}:{number}"), f"{path}:{number}")
    return SavedProposals(path, answers, ask)


def _answer(row: object, where: str) -> dict[tuple[str, str], Answer]:
    """Return the answer of one line by all that it may be looked up by; none where it waits to be given."""
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or "proposal" not in row:
        raise FormatError(f"{where}: needs id, sha256 and proposal.")
    if row["proposal"] is None:
        return {}
    name, text = row["id"], str(row.get("sha256") or "")
    return dict.fromkeys(((name, text), ("", text), (name, "")) if text else ((name, ""),), row["proposal"])


def write_proposals(path: str | Path, answers: Iterable[tuple[Document, Answer]]) -> None:
    """Write proposals, one document a line.

    Parameters
    ----------
    path : str or Path
    answers : iterable of (Document, mapping or None)

    Examples
    --------
    >>> import tempfile, timeline
    >>> path = Path(tempfile.mkdtemp()) / "answers.jsonl"
    >>> text = timeline.Document("Anna Berg est partie lundi.", id="a", lang="fr")
    >>> write_proposals(path, [(text, {"events": []})])
    >>> len(path.read_text("utf8").splitlines())
    1
    """
    with Path(path).open("w", encoding="utf8") as lines:
        lines.writelines(line_of(document, answer) for document, answer in answers)


def write_prompts(path: str | Path, documents: Iterable[Document]) -> None:
    """Write the questions to another reader, one document a line; its answer goes under ``proposal``."""
    with Path(path).open("w", encoding="utf8") as lines:
        lines.writelines(line_of(document, None, prompt=proposal_prompt(document)) for document in documents)


def line_of(document: Document, answer: Answer, **more: str) -> str:
    """Return one line of a file of proposals."""
    row = {"id": document.id, "sha256": text_hash(document.text), "proposal": answer, **more}
    try:
        return json.dumps(row, ensure_ascii=False) + "\n"
    except (TypeError, ValueError, RecursionError) as error:
        raise FormatError(f"The proposal for {document.id} cannot be written as JSON ({error}).") from error


def text_hash(text: str) -> str:
    """Return the hash of a text.

    Examples
    --------
    >>> text_hash("Elle part.")[:8]
    '2408777b'
    """
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()


def _loaded(text: str, where: str | Path) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{where}: not JSON ({error}).") from error
