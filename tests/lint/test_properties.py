"""Whatever a catalog says, a run ends with findings that have their places."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from careercli.answers.catalog_lint.answer import lint
from careercli.answers.catalog_lint.view import LintView
from careercli.model import Catalog
from tests.lint.linting import TODAY, written
from tests.unit.strategies import Path as Steps
from tests.unit.strategies import Tree, as_yaml, catalogs
from tests.unit.test_validate_properties import CHANGES, EDITS, with_changes, with_edits

some = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def is_well_formed(view: LintView, lines: int) -> bool:
    return all(row.message and 0 <= row.line <= lines + 1 and (row.column >= 1) == (row.line >= 1) for row in view.rows)


@some
@given(catalogs())
def test_any_catalog_of_the_model_is_looked_at_to_the_end(tmp_path: Path, catalog: Catalog) -> None:
    text = as_yaml(msgspec.to_builtins(catalog))
    view = lint([written(tmp_path / "drawn.yaml", text)], today=TODAY)
    assert is_well_formed(view, text.count("\n"))


@some
@given(CHANGES)
def test_a_changed_value_is_looked_at_to_the_end(tmp_path: Path, changes: list[tuple[Steps, str, Tree]]) -> None:
    text = as_yaml(with_changes(changes))
    assert is_well_formed(lint([written(tmp_path / "drawn.yaml", text)], today=TODAY), text.count("\n"))


@some
@given(EDITS)
def test_a_changed_text_is_looked_at_to_the_end(tmp_path: Path, edits: list[tuple[str, int, int, str]]) -> None:
    text = with_edits(edits)
    assert is_well_formed(lint([written(tmp_path / "drawn.yaml", text)], today=TODAY), text.count("\n"))


@pytest.mark.parametrize("name", ["small.yaml", "nasty.yaml"])
def test_the_sample_catalogs_hold_no_fault_of_the_schema(name: str) -> None:
    view = lint([str(Path(__file__).parents[1] / "catalogs" / name)], today=TODAY)
    assert "schema" not in {row.rule for row in view.rows}
