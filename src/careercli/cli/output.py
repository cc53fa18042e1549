"""From an answer to what is written: which format, which fields, which renderer."""

import contextlib
import importlib
import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from msgspec import Struct

from careercli import terminal
from careercli.answers.shared.view_parts import AnswerView, ReadAsView
from careercli.errors import UsageProblem

if TYPE_CHECKING:
    from careercli.blocks import Page

Format = Literal["table", "markdown", "html", "svg", "json", "yaml", "jsonl", "csv", "tsv"]
ENDINGS: dict[str, Format] = {
    ".txt": "table", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".svg": "svg",
    ".json": "json", ".yaml": "yaml", ".yml": "yaml", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv",
    ".tsv": "tsv",
}  # fmt: skip
Form = TypeVar("Form", bound=str)
SVG_COLUMNS = 100
"""Columns that a picture is as wide as, where no width is asked for."""


class OutputOptions(Struct, frozen=True):
    """How an answer is given."""

    format: Format = "table"
    output: str | None = None
    """The file to write; None: standard output."""
    fields: str | None = None
    """Names of record fields with commas between them, or None for the answer as it is."""
    color: terminal.ColorChoice = "auto"
    width: int | None = None
    full: bool = True
    """Whether a page has all of the answer; else its first screen."""
    pager: bool = True
    """Whether a page that does not fit the terminal may go through the user's pager."""


def output_options(
    format: Format | None = None,
    json: bool = False,
    output: str | PathLike[str] | None = None,
    fields: str | None = None,
    color: terminal.ColorChoice = "auto",
    width: int | None = None,
    full: bool = True,
    pager: bool = True,
) -> OutputOptions:
    """Return the options with the format decided: `--json`, then `--format`, then the file's ending, then a table.

    Raises UsageProblem where `--json` and `--format` are two formats, and for an ending that is no format's.
    """
    if json and format not in (None, "json"):
        raise UsageProblem(f"--json and --format {format} name different formats", hint="Leave one of them out.")
    path = None if output is None else os.fspath(output)
    chosen = "json" if json else format or format_of(path, ENDINGS, "table")
    return OutputOptions(chosen, path, fields, color, width, full, pager)


def format_of(path: str | None, endings: Mapping[str, Form], default: Form) -> Form:
    """Return the format that a file's ending stands for, the default for a file without one and for no file.

    Raises UsageProblem for an ending that stands for none.
    """
    ending = os.path.splitext(path or "")[1].lower()
    if ending and ending not in endings:
        raise UsageProblem(
            f"--output {path}: there is no format called {ending[1:]}",
            hint=f"End the name in {', '.join(endings)}, or name a --format.",
        )
    return endings[ending] if ending else default


def refuse_overwriting(output: str | PathLike[str] | None, read: Iterable[str | PathLike[str]]) -> None:
    """Raise UsageProblem where the file to write is one of those that are read, whatever either is called here.

    `-` among the files that are read is standard input.
    """
    with contextlib.suppress(OSError, ValueError):
        target = os.stat(output or "")
        if not stat.S_ISREG(target.st_mode):
            return
        for path in read:
            with contextlib.suppress(OSError, ValueError):
                if os.path.samestat(target, os.fstat(0) if path == "-" else os.stat(path)):
                    name = "standard input" if path == "-" else path
                    message = f"--output {output} would overwrite {name}, which careercli reads"
                    raise UsageProblem(message, hint="Choose another --output.")


def write_answer(options: OutputOptions, view: AnswerView) -> None:
    """Render the view in the requested format and write it. Raise UsageProblem for unknown --fields."""
    fields = _selected_fields(options.fields, view)
    if options.format == "table":
        look = terminal.render_options(width=options.width, color=options.color, to_file=options.output is not None)
        text = render_answer(view, options.format, fields, look, full=options.full)
        if not (options.pager and options.output is None and _paged(text, look)):
            terminal.write(text, options.output)
    else:
        if fields or options.format in ("csv", "tsv", "jsonl"):
            _tell_names_read(view)
        look = terminal.RenderOptions(width=options.width or SVG_COLUMNS, color=True, encoding="utf-8")
        answer = render_answer(view, options.format, fields, look, full=options.full)
        terminal.write_data(answer.encode(), options.output)


def _paged(text: str, look: terminal.RenderOptions) -> bool:
    """Show a page that does not fit the terminal in the user's pager; return whether that was done."""
    if not terminal.overflows(text, look.width or terminal.DEFAULT_WIDTH):
        return False
    from careercli import pager

    command = pager.pager_command()
    return command is not None and pager.show(terminal.encoded(text), command)


def render_answer(
    view: AnswerView, format_: Format, fields: Sequence[str], options: terminal.RenderOptions, *, full: bool = True
) -> str:
    """Return the answer in a format, or with `fields` flat records of them; the look counts for a terminal's text.

    Pages that are not `full` have the answer's first screen; formats for programs always have all.
    """
    if format_ in ("csv", "tsv", "jsonl"):
        from careercli.answers.shared.flat_records import flat_fields, flat_records
        from careercli.render.records import render as render_records

        names = fields or tuple(flat_fields(view.record, view.without()))
        return render_records(flat_records(view, names), names, format_)
    if format_ in ("json", "yaml"):
        data: Any = view
        if fields:
            from careercli.answers.shared.flat_records import flat_records

            rows = flat_records(view, fields)
            data = {"schema_version": view.schema_version, "command": view.command, "rows": rows}
        return _renderer(format_)(data)
    page = _page(view, fields) if full or fields else _first_screen(view, options.width)
    if format_ in ("markdown", "html"):
        return _renderer(format_)(page)
    if format_ == "svg":
        from careercli.blocks import Heading
        from careercli.render.svg import render as render_svg

        title = page.title or next((block.text for block in page.blocks if isinstance(block, Heading)), view.command)
        command = view.command.partition(" --")[0]
        return render_svg(page, options.width or SVG_COLUMNS, f"careercli {command}: {title}")
    from careercli.render.table import render as render_table

    return render_table(page, options)


def _renderer(form: Format) -> Callable[[Any], str]:
    """Return the function of the module of render/ that bears the format's name, imported only when it is asked for."""
    render: Callable[[Any], str] = importlib.import_module(f"careercli.render.{form}").render
    return render


def _page(view: AnswerView, fields: Sequence[str]) -> "Page":
    """Return the page of the answer that bears the command's name, or a table of the fields."""
    if fields:
        from careercli.answers.shared.flat_records import flat_records
        from careercli.answers.shared.records_page import page as page_of_records

        return page_of_records(flat_records(view, fields), fields)
    return _with_names_read(importlib.import_module(f"{_wing(view)}.page").page(view), view)


def _first_screen(view: AnswerView, width: int | None) -> "Page":
    """Return the first screen of the answer, as much of it as fits."""
    from careercli.render.first_screen import fit

    return _with_names_read(fit(importlib.import_module(f"{_wing(view)}.screen").screen(view), width), view)


def _wing(view: AnswerView) -> str:
    """Return the package in which the answer's view, page and screen stand."""
    return type(view).__module__.rpartition(".")[0]


def _with_names_read(page: "Page", view: AnswerView) -> "Page":
    read_as: tuple[ReadAsView, ...] | None = getattr(view, "read_as", None)
    if read_as:
        from careercli.answers.shared.page_parts import with_names_read

        page = with_names_read(page, read_as)
    return page


def _tell_names_read(view: AnswerView) -> None:
    """Say beside records, which have no room for it, which names were read as others."""
    read_as: tuple[ReadAsView, ...] | None = getattr(view, "read_as", None)
    for one in read_as or ():
        terminal.write_error(f"careercli: read '{one.typed}' as {one.name} ({one.match})")


def _selected_fields(fields: str | None, view: AnswerView) -> tuple[str, ...]:
    """Return the names in `--fields`, in their order; none where it was left out."""
    if fields is None:
        return ()
    from careercli.answers.shared.flat_records import flat_fields

    known = tuple(flat_fields(view.record))
    names = tuple(dict.fromkeys(name.strip() for name in fields.split(",") if name.strip()))
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        from careercli.matching import did_you_mean

        message = f"no field '{unknown[0]}'{did_you_mean(unknown[0], known)}" if unknown else "--fields names no field"
        usual = ", ".join((*flat_fields(view.record, view.optional), *(f"{part}_..." for part in view.optional)))
        raise UsageProblem(message, hint=f"Fields of {view.command}: {usual}")
    return names
