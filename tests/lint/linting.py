"""How these tests look at catalogs: texts become files, and the day is always the same."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from careercli.answers.catalog_lint.answer import lint
from careercli.answers.catalog_lint.view import LintView

TODAY = date(2026, 6, 1)
HEAD = "schema_version: 1\nname: test\nfamilies: {shop: {title: Shop}}\n"
BAKER = "roles:\n  baker:\n    title: Baker\n    family: shop\n    summary: Bakes bread.\n"


def looked_at(
    folder: Path, *texts: str, under: Sequence[str] = (), select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> LintView:
    """Return what is found in the texts, called layer1.yaml ..., laid over the texts of `under`, under1.yaml ..."""
    return lint(
        [written(folder / f"layer{number}.yaml", text) for number, text in enumerate(texts, 1)],
        [written(folder / f"under{number}.yaml", text) for number, text in enumerate(under, 1)],
        select=select,
        ignore=ignore,
        today=TODAY,
    )


def written(path: Path, text: str) -> str:
    """Write a text and return its path."""
    path.write_text(text, "utf-8")
    return str(path)


def found(view: LintView) -> list[tuple[str, str, int]]:
    """Return rule, file and line of every finding."""
    return [(row.rule, Path(row.file).name, row.line) for row in view.rows]


def rules_of(view: LintView) -> list[str]:
    """Return the rules that found something, each as often as it did."""
    return [row.rule for row in view.rows]
