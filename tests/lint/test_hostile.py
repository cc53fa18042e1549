"""Catalogs that were written to hurt: looked at to the end, without a traceback."""

from pathlib import Path

import pytest

from careercli import terminal
from careercli.answers.catalog_lint.answer import lint
from careercli.answers.catalog_lint.page import page
from careercli.answers.catalog_lint.reports import github, sarif
from careercli.answers.catalog_lint.view import LintView
from careercli.render.table import render
from tests.cli.test_hostile import HEAD, LONG_WORD, MESH, REFUSED, STEPS, many
from tests.lint.linting import TODAY


def checked(folder: Path, content: bytes) -> LintView:
    """Return what is found in the bytes, once every format has shown it."""
    path = folder / "hostile.yaml"
    path.write_bytes(content)
    view = lint([str(path)], today=TODAY)
    shown = render(page(view), terminal.RenderOptions(width=80, color=True, encoding="ascii"))
    assert shown.isascii()
    assert sarif(view)
    assert github(view).count("\n") == len(view.rows)
    return view


@pytest.mark.parametrize("kind", REFUSED)
def test_a_catalog_that_is_none_is_an_error_with_a_message(tmp_path: Path, kind: str) -> None:
    view = checked(tmp_path, REFUSED[kind]())
    assert view.error_count >= 1
    assert {row.rule for row in view.rows if row.severity == "error"} == {"schema"}
    assert max(len(row.message) for row in view.rows) < 1000


def one(role: str) -> bytes:
    return f"{HEAD}roles: {{a: {role}, b: {{title: B, family: f, summary: s}}}}\n".encode()


def with_pay(record: str, count: int) -> bytes:
    pay = f"{{source: s, place: US, per: year, currency: USD, {record}}}"
    return one(f"{{title: A, family: f, summary: s, pay: [{', '.join([pay] * count)}]}}")


UP = "kind: promotion, why: Up."
STRANGE: dict[str, bytes] = {
    "words of a million letters": one(LONG_WORD),
    "a million sentences": one(f'{{title: A, family: f, summary: "{". " * 1_000_000}"}}'),
    "four hundred levels": one(f"{{title: A, family: f, summary: s, levels: [{STEPS}]}}"),
    "a mesh of levels": one(f"{{title: A, family: f, summary: s, levels: [{MESH}]}}"),
    "one title for all": many(
        lambda _: "{title: Senior Baker of Bread, family: f, summary: One two three four five six.}"
    ),
    "titles that differ by a sign": many(
        lambda at: f"{{title: Senior Bak{chr(0x4E00 + at)}erman, family: f, summary: s}}"
    ),
    "a circle of ten thousand": many(
        lambda at: f"{{title: T{at}, family: f, summary: s, moves: [{{to: role-{at - 1 if at else 9999}, {UP}}}]}}"
    ),
    "a note of digits": with_pay(f"mean: 5, note: '{'9' * 1_000_000}'", 1),
    "ten thousand times the same pay": with_pay("p10: 5, p25: 4", 10_000),
    "a hundred thousand aliases": one(
        "{title: A, family: f, summary: s, aliases: [" + ", ".join(f"x{at}" for at in range(100_000)) + "]}"
    ),
    "a hundred thousand comments": one("{title: A, family: f, summary: s}") + b"# lint: ignore x\n" * 100_000,
    "ten thousand empty headings": many(lambda _: "{title: T, family: f, summary: s, pros: [], cons: []}"),
    "signs that act": one(r'{title: "\e[31m\u202eA", family: f, summary: s, aliases: ["Yearly\tsalary\n"], pros: []}'),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_catalog_that_is_strange_and_valid_is_looked_at_to_the_end(tmp_path: Path, kind: str) -> None:
    view = checked(tmp_path, STRANGE[kind])
    assert "schema" not in {row.rule for row in view.rows}
    assert sum(rule.finding_count for rule in view.rules) == view.error_count + view.warning_count + view.note_count
