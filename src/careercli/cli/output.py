"""From an answer to what is written: which format, which fields, which renderer."""

import importlib
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from careercli import terminal
from careercli.answers.shared.view_parts import AnswerView
from careercli.errors import UsageProblem

if TYPE_CHECKING:
    from careercli.blocks import Page

Format = Literal["table", "markdown", "html", "svg", "json", "yaml", "jsonl", "csv", "tsv"]
_ENDINGS: dict[str, Format] = {
    ".txt": "table", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".svg": "svg",
    ".json": "json", ".yaml": "yaml", ".yml": "yaml", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv",
    ".tsv": "tsv",
}  # fmt: skip
PICTURE = 100
"""Columns of a picture of the terminal, where no width is asked for."""


class Wanted(NamedTuple):
    """How an answer is to be given."""

    format: Format | None = None
    """None: what the ending of `output` says, else a table."""
    json: bool = False
    output: str | None = None
    fields: str | None = None
    """Names of record fields with commas between them, or None for the answer as it is."""
    color: terminal.ColorChoice = "auto"
    width: int | None = None

    def form(self) -> Format:
        """Return the format: `--json`, then `--format`, then the ending of the file, then a table."""
        if self.json:
            if self.format not in (None, "json"):
                raise UsageProblem(f"--json and --format {self.format} are two formats", hint="Leave one of them out.")
            return "json"
        if self.format is None and self.output is not None:
            return _ENDINGS.get(os.path.splitext(self.output)[1].lower(), "table")
        return self.format or "table"


def deliver(wanted: Wanted, view: AnswerView) -> None:
    """Render the view in the format asked for, and write it; raise UsageProblem for fields that it does not have."""
    form = wanted.form()
    fields = _picked(wanted.fields, view)
    if form == "table":
        look = terminal.look(width=wanted.width, color=wanted.color, to_file=wanted.output is not None)
        terminal.write(rendered(view, form, fields, look), wanted.output)
    else:
        look = terminal.Look(width=wanted.width or PICTURE, color=True, encoding="utf-8")
        terminal.write_data(rendered(view, form, fields, look).encode(), wanted.output)


def rendered(view: AnswerView, form: Format, fields: Sequence[str], look: terminal.Look) -> str:
    """Return the answer in a format, or with `fields` flat records of them; the look counts for a terminal's text."""
    if form in ("csv", "tsv", "jsonl"):
        from careercli.render.records import render as render_records

        names = fields or view.record.__struct_fields__
        return render_records(_records(view, names), names, form)
    if form in ("json", "yaml"):
        data: Any = view
        if fields:
            data = {"schema_version": view.schema_version, "command": view.command, "records": _records(view, fields)}
        return _renderer(form)(data)
    page = _page(view, fields)
    if form in ("markdown", "html"):
        return _renderer(form)(page)
    from careercli.render.table import render as render_table

    text = render_table(page, look)
    if form == "table":
        return text
    from careercli.blocks import Heading

    title = next((block.text for block in page.blocks if isinstance(block, Heading)), view.command)
    render_svg: Callable[[str, int, str], str] = importlib.import_module("careercli.render.svg").render
    return render_svg(text, look.width or PICTURE, f"careercli {view.command}: {title}")


def _renderer(form: Format) -> Callable[[Any], str]:
    """Return the function of the module of render/ that bears the format's name, imported only when it is asked for."""
    render: Callable[[Any], str] = importlib.import_module(f"careercli.render.{form}").render
    return render


def _page(view: AnswerView, fields: Sequence[str]) -> "Page":
    """Return the page of the answer that bears the command's name, or a table of the fields."""
    if fields:
        from careercli.answers.shared.records_page import page as page_of_records

        return page_of_records(_records(view, fields), fields)
    page: Page = importlib.import_module(f"careercli.answers.{view.command.replace(' ', '_')}.page").page(view)
    return page


def _picked(fields: str | None, view: AnswerView) -> tuple[str, ...]:
    """Return the names in `--fields`, in their order; none where it was left out."""
    known = view.record.__struct_fields__
    if fields is None:
        return ()
    names = tuple(dict.fromkeys(name.strip() for name in fields.split(",") if name.strip()))
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        from careercli.nearest import did_you_mean

        message = f"no field '{unknown[0]}'{did_you_mean(unknown[0], known)}" if unknown else "--fields names no field"
        raise UsageProblem(message, hint=f"Fields of {view.command}: {', '.join(known)}")
    return names


def _records(view: AnswerView, fields: Sequence[str]) -> list[dict[str, Any]]:
    return [{field: getattr(record, field) for field in fields} for record in view.records()]
