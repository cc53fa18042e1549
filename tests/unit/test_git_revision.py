"""Two catalogs are read alike, from files or from git, and what is missing is said in one line."""

import shutil
import subprocess
from pathlib import Path

import pytest

from careercli.answers.catalog_diff.answer import diff
from careercli.catalog.git_revision import read_catalog_pair, read_layers, read_revision, revision_of
from careercli.errors import CareerError, CatalogInvalid, NotFound, UsageProblem
from tests.conftest import SMALL
from tests.unit.reading import HEAD

LAYER = HEAD + "roles: {baker: {summary: %s}}\n"
"""Says something of a role of the sample catalog, and nothing that stands alone."""


def git(*arguments: str) -> None:
    settings = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *settings, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with one commit, tagged v1, that holds the sample catalog; it is the working directory."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git("init")
    (tmp_path / "ladders").mkdir()
    (tmp_path / "ladders" / "small.yaml").write_bytes(SMALL.read_bytes())
    git("add", ".")
    git("commit", "-m", "one")
    git("tag", "v1")
    return tmp_path


def refused(name: str, kind: type[CareerError]) -> str:
    with pytest.raises(kind) as caught:
        read_revision(name)
    assert "\n" not in caught.value.message
    return f"{caught.value.message} / {caught.value.hint}"


def test_a_revision_is_read_as_it_was(repository: Path) -> None:
    file = repository / "ladders" / "small.yaml"
    file.write_text(file.read_text("utf-8").replace("title: Baker\n", "title: Bread Baker\n"), "utf-8")
    sides = read_catalog_pair("git:v1:ladders/small.yaml", str(file))
    assert (sides.old.roles["baker"].title, sides.new.roles["baker"].title) == ("Baker", "Bread Baker")


def test_a_path_counts_from_the_root_or_from_here(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "ladders")
    assert read_revision("git:v1:ladders/small.yaml") == read_revision("git:HEAD:./small.yaml") == SMALL.read_bytes()
    assert "begin it with ./" in refused("git:v1:small.yaml", NotFound)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("git:v9:ladders/small.yaml", "no revision 'v9'"),
        ("git:v1..main:ladders/small.yaml", "no revision"),
        ("git:v1:nothing.yaml", "no file 'nothing.yaml' in revision 'v1'"),
        ("git:v1:ladders", "no file 'ladders'"),
        ("git:v1:../../etc/passwd", "no file"),
        ("git:v1:/etc/passwd", "no file"),
    ],
)
def test_what_git_does_not_have_is_named(repository: Path, name: str, words: str) -> None:
    assert words in refused(name, NotFound)


@pytest.mark.parametrize("name", ["git:--output=owned:x", "git:-p:x", "git:--:x"])
def test_a_revision_can_be_no_option(repository: Path, name: str) -> None:
    assert "begins with a dash" in refused(name, UsageProblem)
    assert not (repository / "owned").exists()


@pytest.mark.parametrize("name", ["git:", "git:v1", "git:v1:", "git::path", "git:;touch owned"])
def test_half_a_name_is_refused_with_the_form(name: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        revision_of(name)
    assert caught.value.hint == "Write git:REV:PATH, such as git:main:ladder.yaml"


def test_no_shell_reads_a_name(repository: Path) -> None:
    refused("git:v1;touch owned:$(touch owned)", NotFound)
    refused("git:v1:x;touch owned", NotFound)
    assert not (repository / "owned").exists()


def test_outside_of_a_repository_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "this is not a git repository" in refused("git:v1:small.yaml", NotFound)


def test_without_git_files_can_still_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in refused("git:v1:small.yaml", NotFound)
    assert read_catalog_pair(str(SMALL), str(SMALL)).base == ()


def test_no_hook_and_no_filter_of_a_repository_runs(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.yaml diff=evil filter=evil\n")
    git("config", "diff.evil.textconv", "touch owned; cat")
    git("config", "filter.evil.smudge", "touch owned; cat")
    git("config", "core.pager", "touch owned; cat")
    read_revision("git:v1:ladders/small.yaml")
    assert not (repository / "owned").exists()


def test_faults_of_a_revision_carry_its_name(repository: Path) -> None:
    (repository / "bad.yaml").write_text("schema_version: 1\nname: [\n")
    git("add", ".")
    git("commit", "-m", "two")
    with pytest.raises(CatalogInvalid) as caught:
        read_layers(["git:HEAD:bad.yaml"])
    assert str(caught.value.problems[0]).startswith("git:HEAD:bad.yaml:3:1: not YAML")


# ---- what is laid under both ----


def written(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


def test_catalogs_that_stand_alone_are_read_alone(tmp_path: Path) -> None:
    alone = written(tmp_path, "alone.yaml", HEAD)
    assert read_catalog_pair(str(SMALL), alone, [str(SMALL)]).base == ()


def test_where_one_needs_the_layers_below_both_get_them(tmp_path: Path) -> None:
    old, new = written(tmp_path, "old.yaml", HEAD), written(tmp_path, "new.yaml", LAYER % "Bakes.")
    sides = read_catalog_pair(old, new, [str(SMALL)])
    assert sides.base == (str(SMALL),)
    rows = diff(sides.old, sides.new).rows
    assert [(row.section, row.entry, row.field, row.after) for row in rows] == [("roles", "baker", "summary", "Bakes.")]


def test_a_version_of_a_layer_takes_its_place(tmp_path: Path) -> None:
    base = written(tmp_path, "base.yaml", SMALL.read_text("utf-8"))
    layer = written(tmp_path, "layer.yaml", LAYER % "Bakes.")
    newer = written(tmp_path, "newer.yaml", HEAD + "roles: {baker: {pros: [Warm.]}}\n")
    sides = read_catalog_pair(layer, newer, [base, layer])
    assert sides.base == (base,)
    assert sides.new.roles["baker"].summary.startswith("Makes bread by night")


def test_a_revision_of_a_layer_takes_its_place(repository: Path) -> None:
    layer = written(repository, "layer.yaml", LAYER % "Bakes.")
    git("add", ".")
    git("commit", "-m", "two")
    written(repository, "layer.yaml", HEAD)
    sides = read_catalog_pair("git:HEAD:layer.yaml", layer, [str(SMALL), layer])
    assert sides.base == (str(SMALL),)
    assert (sides.old.roles["baker"].summary, sides.new.roles["baker"].summary[:5]) == ("Bakes.", "Makes")


def test_the_faults_of_both_sides_are_told_together(tmp_path: Path) -> None:
    bad = HEAD + "roles: {x: {title: X}}\n"
    old, new = written(tmp_path, "old.yaml", bad), written(tmp_path, "new.yaml", bad)
    with pytest.raises(CatalogInvalid) as caught:
        read_catalog_pair(old, new)
    assert {problem.file for problem in caught.value.problems} == {old, new}
    with pytest.raises(CatalogInvalid):
        read_catalog_pair(old, new, [str(SMALL)])
