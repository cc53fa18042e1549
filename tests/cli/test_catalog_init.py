"""`catalog init` and `catalog schema`: from an empty folder to a ladder that every command reads."""

import json
from pathlib import Path

import pytest

from careercli.catalog.document_schema import document_schema
from tests.conftest import Run
from tests.importers.workbooks import official


def test_a_new_ladder_is_told_file_by_file_with_what_to_do_next(run: Run, tmp_path: Path) -> None:
    done = run("catalog", "init", cwd=tmp_path)
    assert (done.code, done.stderr) == (0, "")
    for name in ("ladder.yaml", "catalog.schema.json", ".github/workflows/ladder.yml"):
        assert (tmp_path / name).is_file()
        assert name in done.stdout
    assert "careercli catalog lint ladder.yaml" in done.stdout
    assert "careercli path product-engineer --catalog ladder.yaml" in done.stdout


def test_a_second_time_nothing_is_written_and_the_files_that_stand_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ladder.yaml").write_text("mine")
    done = run("catalog", "init", cwd=tmp_path)
    assert (done.code, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "careercli: ladder.yaml already exists and would be overwritten",
        "  Nothing was written. Choose another folder: careercli catalog init DIR",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["ladder.yaml"]
    assert (tmp_path / "ladder.yaml").read_text() == "mine"


def test_the_json_has_one_shape(run: Run, tmp_path: Path) -> None:
    view = json.loads(run("catalog", "init", "new folder", "--json", cwd=tmp_path).stdout)
    assert list(view) == ["schema_version", "command", "rows", "next"]
    assert view["command"] == "catalog init"
    assert [list(row) for row in view["rows"]] == [["file", "what", "bytes"]] * 3
    assert [list(step) for step in view["next"]] == [["command", "answers"]] * 4
    assert "'new folder/ladder.yaml'" in view["next"][0]["command"]


def test_the_records_are_the_files(run: Run, tmp_path: Path) -> None:
    done = run("catalog", "init", "--format", "csv", cwd=tmp_path)
    assert [line.partition(",")[0] for line in done.stdout.splitlines()] == [
        "file", "ladder.yaml", "catalog.schema.json", ".github/workflows/ladder.yml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [("path", "product-engineer"), ("show", "product-engineer"), ("compare", "product-engineer@senior", "lead")],
    ids=" ".join,
)
def test_every_command_reads_the_new_ladder(question: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    run("catalog", "init", cwd=tmp_path)
    named = [*question[:-1], "product-engineer@lead"] if question[-1] == "lead" else question
    done = run(*named, "--catalog", "ladder.yaml", cwd=tmp_path)
    assert (done.code, done.stderr) == (0, "")
    assert "Product Engineering Lead" in done.stdout


def test_the_new_ladder_lints_without_a_finding(run: Run, tmp_path: Path) -> None:
    run("catalog", "init", cwd=tmp_path)
    done = run("catalog", "lint", "ladder.yaml", "--json", cwd=tmp_path)
    view = json.loads(done.stdout)
    assert (done.code, view["error_count"], view["warning_count"], view["rows"]) == (0, 0, 0, [])


def test_the_schema_is_printed_as_it_is_written(run: Run, tmp_path: Path) -> None:
    run("catalog", "init", cwd=tmp_path)
    done = run("catalog", "schema")
    assert (done.code, done.stderr) == (0, "")
    assert done.stdout == (tmp_path / "catalog.schema.json").read_text("utf-8")
    assert json.loads(done.stdout) == document_schema()


def test_the_schema_of_a_layer_asks_for_less(run: Run, tmp_path: Path) -> None:
    done = run("catalog", "schema", "--layer", "--output", "layer.schema.json", cwd=tmp_path)
    assert (done.code, done.stdout, done.stderr) == (0, "", "")
    assert json.loads((tmp_path / "layer.schema.json").read_text("utf-8")) == document_schema(layer=True)


def test_a_ladder_that_nobody_here_wrote_is_imported_shown_and_compared(run: Run, tmp_path: Path) -> None:
    published = official("ladders", "financial-times-2025", "job-families", "engineering.yml")
    done = run("catalog", "import", "ladder", published, "--output", "ft.json", "--no-register", cwd=tmp_path)
    assert done.code == 0
    assert {tuple(line.split()) for line in done.stdout.splitlines()} >= {("Levels", "8"), ("Competencies", "72")}
    tree = run("path", "engineering", "--catalog", "ft.json", cwd=tmp_path).stdout
    assert tree.index("Senior Engineer 1") < tree.index("Senior Engineer 2 (People Manager)")
    changes = run("compare", "engineering@junior", "engineering@engineer", "--catalog", "ft.json", cwd=tmp_path)
    assert (changes.code, changes.stderr) == (0, "")
    assert "New duties" in changes.stdout


def test_a_mapping_is_named_with_an_option(run: Run, tmp_path: Path) -> None:
    (tmp_path / "theirs.yaml").write_text("steps: [{called: First}, {called: Second}]\n")
    (tmp_path / "map.yaml").write_text("levels: {each: steps/*, id: called}\n")
    words = ("catalog", "import", "ladder", "theirs.yaml", "--map", "map.yaml", "-o", "layer.json", "--no-register")
    assert run(*words, cwd=tmp_path).code == 0
    assert "Second" in run("path", "theirs", "--catalog", "layer.json", cwd=tmp_path).stdout
