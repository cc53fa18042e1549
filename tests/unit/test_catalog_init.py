"""`catalog init` writes a ladder that is sound as it stands, overwrites nothing, and writes all of it or nothing."""

import os
import re
import shlex
from pathlib import Path

import msgspec
import pytest
import yaml

from careercli.answers.catalog_init.answer import init
from careercli.answers.catalog_lint.answer import lint
from careercli.catalog.document_schema import document_schema
from careercli.catalog.index_cache import embedded_layers
from careercli.errors import OutputProblem
from careercli.ladders import Ladder
from tests.conftest import read
from tests.unit.test_document_schema import refused, typed

NAMES = ("ladder.yaml", "catalog.schema.json", ".github/workflows/ladder.yml")


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with what it holds."""
    paths = (path for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_three_files_are_written_and_the_folder_is_made(tmp_path: Path) -> None:
    view = init(str(tmp_path / "new" / "folder"))
    written = files_in(tmp_path / "new" / "folder")
    assert tuple(row.file for row in view.rows) == tuple(str(tmp_path / "new" / "folder" / name) for name in NAMES)
    assert sorted(written) == sorted(NAMES)
    assert [row.bytes for row in view.rows] == [len(written[name]) for name in NAMES]


def test_the_ladder_has_two_roles_five_levels_and_one_fork(tmp_path: Path) -> None:
    init(str(tmp_path))
    catalog = read(tmp_path / "ladder.yaml")
    ladders = [role for role in catalog.roles.values() if role.levels]
    assert (len(catalog.roles), sum(len(role.levels) for role in ladders)) == (2, 5)
    for role in ladders:
        earlier = list(Ladder(role).predecessors.values())
        assert [ids for ids in set(map(tuple, earlier)) if list(map(tuple, earlier)).count(ids) > 1] == [("senior",)]


@pytest.mark.parametrize("base", [(), tuple(embedded_layers())], ids=["alone", "over the embedded catalog"])
def test_the_ladder_lints_without_a_finding(base: tuple[str, ...], tmp_path: Path) -> None:
    init(str(tmp_path))
    view = lint([str(tmp_path / "ladder.yaml")], base)
    assert [(row.rule, row.message) for row in view.rows] == []
    assert view.ignored == ()


def test_the_ladder_names_the_schema_in_its_first_line_and_fits_it(tmp_path: Path) -> None:
    init(str(tmp_path))
    text = (tmp_path / "ladder.yaml").read_text("utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named
    assert msgspec.json.decode((tmp_path / named[1]).read_bytes()) == document_schema()
    assert not refused(typed(text))


def test_the_check_of_every_change_lints_the_ladder(tmp_path: Path) -> None:
    init(str(tmp_path))
    workflow = yaml.safe_load((tmp_path / NAMES[2]).read_text("utf-8"))
    steps = [step.get("run", "") for step in workflow["jobs"]["lint"]["steps"]]
    assert steps[-1] == "careercli catalog lint ladder.yaml --format github"


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_is_named_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    position = tmp_path / name
    position.parent.mkdir(parents=True, exist_ok=True)
    position.write_text("mine")
    with pytest.raises(OutputProblem, match=re.escape(str(position))) as caught:
        init(str(tmp_path))
    assert "careercli catalog init DIR" in (caught.value.hint or "")
    assert files_in(tmp_path) == {name: b"mine"}


def test_a_link_that_leads_nowhere_stands_too(tmp_path: Path) -> None:
    (tmp_path / "ladder.yaml").symlink_to(tmp_path / "gone.yaml")
    with pytest.raises(OutputProblem):
        init(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["ladder.yaml"]


def test_where_one_file_cannot_be_written_none_stays(tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("a file where a folder is needed")
    with pytest.raises(OutputProblem, match="cannot write"):
        init(str(tmp_path))
    assert files_in(tmp_path) == {".github": b"a file where a folder is needed"}


def test_folders_that_were_made_are_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.mkdir

    def full(path: str, mode: int = 0o777) -> None:
        if path.endswith("workflows"):
            raise OSError(28, "No space left on device")
        real(path, mode)

    monkeypatch.setattr(os, "mkdir", full)
    with pytest.raises(OutputProblem, match="no space left"):
        init(str(tmp_path / "new"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputProblem, match=r"cannot write .*: permission denied"):
        init(str(tmp_path))
    tmp_path.chmod(0o700)


def test_an_empty_name_is_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert [row.file for row in init("").rows] == [os.path.normpath(name) for name in NAMES]


def test_the_next_commands_name_the_ladder_wherever_it_lies(tmp_path: Path) -> None:
    view = init(str(tmp_path / "our ladder"))
    for step in view.next:
        assert str(tmp_path / "our ladder" / "ladder.yaml") in shlex.split(step.command)
