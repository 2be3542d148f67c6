"""Saved proposals: written, found again by document and text, and used by the command line."""

import json

import pytest
from typer.testing import CliRunner

import timeline
from timeline.cli import app
from timeline.formats.proposals import text_hash

TEXT = "Volta fired Anna Berg on Friday. She sued the firm."
DOCUMENT = timeline.Document(TEXT, date="2023-11-20", lang="en", id="one")
ANSWER = {
    "events": [{"quotes": [["fired", 0]], "did": ["Volta"], "to": ["Anna Berg"]}, {"quotes": [["sued", 0]]}],
    "order": [0, 1],
}


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "answers.jsonl"
    timeline.write_proposals(path, [(DOCUMENT, ANSWER)])
    return path


def test_an_answer_is_found_by_id_and_text(saved):
    assert timeline.read_proposals(saved)(DOCUMENT) == ANSWER
    row = json.loads(saved.read_text("utf8"))
    assert (row["id"], row["sha256"]) == ("one", text_hash(TEXT))


def test_the_same_text_is_the_same_under_another_name(saved):
    assert timeline.read_proposals(saved)(timeline.Document(TEXT, id="two")) == ANSWER


def test_of_a_changed_text_what_still_grounds_stays(saved):
    changed = timeline.Document("Volta fired Anna Berg. She will appeal.", date="2023-11-20", lang="en", id="one")
    story = timeline.extract(changed, proposals=timeline.read_proposals(saved), mode="only")
    assert [event.trigger.text for event in story] == ["fired"]
    assert [refusal.value for refusal in story.refused] == ["sued", "sued"]


def test_what_is_not_saved_is_asked_once_and_written_down(tmp_path):
    path, asked = tmp_path / "answers.jsonl", []

    def ask(document):
        asked.append(document.id)
        return ANSWER

    proposals = timeline.read_proposals(path, ask=ask)
    first = timeline.extract(DOCUMENT, proposals=proposals)
    again = timeline.extract(DOCUMENT, proposals=timeline.read_proposals(path))
    assert timeline.extract(DOCUMENT, proposals=proposals) == first == again
    assert asked == ["one"]


def test_a_folder_of_one_file_a_document_is_read(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(ANSWER), "utf8")
    assert timeline.read_proposals(tmp_path)(DOCUMENT) == ANSWER
    assert timeline.read_proposals(tmp_path)(timeline.Document("Nothing.", id="two")) is None


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 3, "proposal": null}', '{"id": "a"}', "[" * 100_000])
def test_a_damaged_line_is_named(tmp_path, line):
    path = tmp_path / "answers.jsonl"
    path.write_text(f"\n{line}\n", "utf8")
    with pytest.raises(timeline.FormatError, match=r"answers\.jsonl:2"):
        timeline.read_proposals(path)


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(timeline.FormatError):
        timeline.read_proposals(tmp_path / "none.jsonl")


def test_the_command_reads_with_saved_proposals(saved, tmp_path):
    text, out = tmp_path / "one.txt", tmp_path / "one.json"
    text.write_text(TEXT, "utf8")
    call = ["extract", str(text), "--lang", "en", "--proposals", str(saved), "--mode", "only", "--to", "json"]
    result = CliRunner().invoke(app, [*call, "-o", str(out)])
    assert result.exit_code == 0, result.output
    story = timeline.Timeline.from_json(out)
    assert [event.origin for event in story] == ["proposal", "proposal"]


@pytest.mark.parametrize("wrong", [["--mode", "all"], ["--proposals", "nowhere.jsonl"]])
def test_a_wrong_call_is_said(wrong, tmp_path):
    text = tmp_path / "one.txt"
    text.write_text(TEXT, "utf8")
    assert CliRunner().invoke(app, ["extract", str(text), *wrong]).exit_code == 2


def test_prompts_wait_for_their_answers(tmp_path):
    text, out = tmp_path / "one.txt", tmp_path / "prompts.jsonl"
    text.write_text(TEXT, "utf8")
    result = CliRunner().invoke(app, ["prompts", str(text), "--lang", "en", "-o", str(out)])
    assert result.exit_code == 0, result.output
    row = json.loads(out.read_text("utf8"))
    assert "[1] Volta fired Anna Berg" in row["prompt"]
    assert timeline.read_proposals(out)(DOCUMENT) is None


@pytest.mark.parametrize(("lang", "begins"), [("fr", "Lis l'article"), ("en", "Read the article")])
def test_a_prompt_is_in_the_language_of_the_text(lang, begins):
    text = {"fr": "Anna Berg a quitté Volta vendredi.", "en": "Anna Berg left Volta on Friday."}[lang]
    prompt = timeline.proposal_prompt(timeline.Document(text, date="2023-11-20", lang=lang))
    assert prompt.startswith(begins)
    assert "2023-11-17" in prompt
    assert prompt.endswith(f"[1] {text}\n")
    assert all(key in prompt for key in timeline.proposal_schema()["$defs"]["event"]["required"])
