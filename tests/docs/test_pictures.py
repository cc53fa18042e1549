"""The pictures of the documents are what the program draws today, and the documents show no other."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from tests.conftest import SMALL

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PICTURES = ROOT / "docs" / "pictures"
HIGHEST = 1100
"""Pixels of a picture that can still be looked at beside text."""


class Shown(NamedTuple):
    """A picture that a document shows."""

    document: Path
    address: str


def shown() -> list[Shown]:
    pattern = re.compile(r"""(?:\]\(|(?:src|srcset)=["'])([^)\s"']+\.(?:svg|png|gif|jpe?g|webp))\b""")
    return [Shown(path, address) for path in DOCUMENTS for address in pattern.findall(path.read_text("utf-8"))]


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "scripts" / "pictures.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def drawn(pictures: ModuleType) -> dict[str, bytes]:
    """Return every picture as the program draws it today."""
    made: dict[str, bytes] = pictures.draw()
    return made


@pytest.fixture
def small(pictures: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script with two pictures of the sample catalog, which is compiled at once."""
    catalog = ("--no-default-catalog", "--catalog", str(SMALL))
    monkeypatch.setattr(pictures, "PICTURES", {"baker": ("salary", "baker", *catalog), "all": ("list", *catalog)})
    return pictures


def test_each_picture_is_what_the_program_draws_today(drawn: dict[str, bytes]) -> None:
    kept = {path.name: path.read_bytes() for path in PICTURES.glob("*")}
    assert sorted(kept) == sorted(drawn), "draw them: python scripts/pictures.py"
    assert [name for name in drawn if kept[name] != drawn[name]] == [], "draw them: python scripts/pictures.py"


def test_a_picture_is_short_enough_to_look_at(drawn: dict[str, bytes]) -> None:
    heights = {name: int(re.findall(rb'height="(\d+)"', picture)[0]) for name, picture in drawn.items()}
    assert {name for name, height in heights.items() if height > HIGHEST} == set()


def test_the_documents_show_only_pictures_that_exist_beside_them() -> None:
    assert [show for show in shown() if not (show.document.parent / show.address).is_file()] == []


def test_the_documents_show_only_pictures_that_the_program_draws(pictures: ModuleType) -> None:
    assert {Path(show.address).stem for show in shown()} - set(pictures.PICTURES) == set()


def test_the_script_draws_only_what_has_changed(
    small: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "pictures"
    assert small.main(["--to", str(folder)]) == 0
    assert capsys.readouterr().out == "baker.svg: drawn\nall.svg: drawn\n"
    (folder / "all.svg").write_text("old")
    assert small.main(["--to", str(folder)]) == 0
    assert capsys.readouterr().out == "all.svg: drawn\n"
    assert (folder / "all.svg").read_text("utf-8").startswith("<svg ")


def test_a_check_names_what_is_out_of_date_missing_or_stray_and_changes_nothing(
    small: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small.main(["--to", str(tmp_path)])
    assert small.main(["--check", "--to", str(tmp_path)]) == 0
    capsys.readouterr()
    (tmp_path / "all.svg").write_text("old")
    (tmp_path / "baker.svg").unlink()
    (tmp_path / "forgotten.svg").write_text("")
    assert small.main(["--check", "--to", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "baker.svg: out of date, run scripts/pictures.py",
        "all.svg: out of date, run scripts/pictures.py",
        "forgotten.svg: not a picture of scripts/pictures.py, remove it",
    ]
    assert (tmp_path / "all.svg").read_text() == "old"


def test_what_the_user_has_set_does_not_change_a_picture(
    small: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plain = small.draw()
    for name, value in {"NO_COLOR": "1", "COLUMNS": "40", "CAREERCLI_CATALOG": "none.yaml", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert small.draw() == plain
