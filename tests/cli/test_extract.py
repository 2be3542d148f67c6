"""python -m timeline extract."""

import json

import pytest
from typer.testing import CliRunner

from timeline.cli import app

TEXT = "Anna Berg a quitté Volta vendredi. Le lendemain, le conseil a nommé Jean Roux."


@pytest.fixture
def run():
    runner = CliRunner()

    def call(*arguments, text=None):
        return runner.invoke(app, ["extract", *map(str, arguments)], input=text)

    return call


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf8")
    return path


def test_a_table_is_shown_when_nothing_is_asked(run, article):
    done = run(article, "--date", "2023-11-20", "--lang", "fr")
    assert done.exit_code == 0
    assert "2023-11-17" in done.stdout


def test_standard_input_to_standard_output(run):
    done = run("-", "--date", "2023-11-20", "--lang", "fr", "--to", "json", text=TEXT)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["documents"][0]["text"] == TEXT


def test_one_file_to_a_named_file(run, article, tmp_path):
    target = tmp_path / "out" / "story.json"
    assert run(article, "--date", "2023-11-20", "--to", "json", "-o", target).exit_code == 0
    assert json.loads(target.read_text("utf8"))["reference_date"] == "2023-11-20T00:00:00"


def test_a_folder_to_a_folder_in_two_formats(run, article, tmp_path):
    (tmp_path / "other.txt").write_text("Jean Roux est parti lundi.", "utf8")
    out = tmp_path / "out"
    done = run(tmp_path, "--date", "2023-11-20", "--lang", "fr", "--to", "json", "--to", "csv", "-o", out)
    assert done.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["article.csv", "article.json", "other.csv", "other.json"]


def test_existing_results_are_skipped_on_request(run, article, tmp_path):
    target = tmp_path / "out" / "article.json"
    target.parent.mkdir()
    target.write_text("kept", "utf8")
    run(article, "--to", "json", "-o", target.parent, "--skip-existing")
    assert target.read_text("utf8") == "kept"


def test_merged_into_one_story(run, article, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Jean Roux a démissionné lundi.", "utf8")
    done = run(article, other, "--date", "2023-11-20", "--lang", "fr", "--merge", "--to", "json")
    assert done.exit_code == 0
    assert len(json.loads(done.stdout)["documents"]) == 2


def test_a_bad_document_is_reported_and_the_others_go_on(run, article, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"caf\xe9")
    done = run(bad, article, "--lang", "fr", "--to", "json", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "UTF-8" in done.stderr
    assert (tmp_path / "out" / "article.json").exists()


@pytest.mark.parametrize("arguments", [["missing.txt"], ["-", "--date", "demain"], ["-", "--to", "nothing"], []])
def test_a_wrong_call_exits_with_two(run, arguments):
    assert run(*arguments, text=TEXT).exit_code == 2
