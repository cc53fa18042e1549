"""How help looks: what a command does, how it is typed, examples that run, then its options in groups.

Of a command's docstring the text comes first; the lines behind `\\b` are its examples. An option stands in the group
that its `rich_help_panel` names, else in SHOW. An argument without help has no line of its own.
"""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

SHOW = "What to show"
AMOUNT = "How much to show"
OUTPUT = "Output"
DATA = "Data"
OPTIONS = "Options"
"""What groups of commands have; completion and the version."""
SHARED = "Shared"
"""Options of output that all answers have, and that one line of a command's help stands for."""
_LAST = (OUTPUT, DATA)
"""The groups behind a command's own, which come in the order of their first options."""
_SHARED_ROW = ("--color, --width, ...", "Shared options: careercli help output")
_SHORT_FORM, _LONG_FORM = "json", "format"
"""A short option that stands beside the long one."""
_NAME_COLUMNS = 24
_INDENT = "   "
_LONGEST_CHOICE = 14
"""Signs of `a|b|c` up to which choices stand beside the option instead of in what is said of it."""
ROLE_NOTE = "ROLE is a title, an id or another name. LEVEL is a step of its ladder."
TERM_NOTE = "Don't know a word in an answer? careercli explain TERM"


class HelpCommand(TyperCommand):
    """A command whose help is laid out by this module."""

    shows_shared = False
    """Whether its help has the shared options of output one by one."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help into Typer's formatter."""
        formatter.write(_command_help(self, ctx, formatter.width))


class OutputHelp(HelpCommand):
    """The help of the options that all answers share."""

    shows_shared = True


class HelpGroup(TyperGroup):
    """A group of commands whose help is laid out by this module."""

    def described_commands(self, ctx: Any) -> list[tuple[str, str]]:
        """Return every command with the one line that is said of it."""
        return [(name, (self.commands[name].help or "").partition("\n")[0]) for name in self.list_commands(ctx)]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help into Typer's formatter."""
        width, commands = formatter.width, self.described_commands(ctx)
        longest = max(len(name) for name, _ in commands)
        parts = _opening(self.help or "", f"{ctx.command_path} COMMAND ...", width)
        parts.append(f" Commands\n{_rows(commands, width, longest + 2)}")
        formatter.write("\n\n".join([*parts, *_groups(self, ctx, width, default=OPTIONS)]))


def _command_help(command: HelpCommand, ctx: Any, width: int) -> str:
    arguments = [_told(one, ctx)[0] for one in command.params if one.param_type_name == "argument"]
    has_options = any(one.param_type_name == "option" for one in command.params)
    usage = " ".join((ctx.command_path, *arguments, *(["[OPTIONS]"] if has_options else [])))
    parts = [
        *_opening(command.help or "", usage, width),
        *_groups(command, ctx, width, show_shared=command.shows_shared),
    ]
    notes = [ROLE_NOTE] if any("ROLE" in argument for argument in arguments) else []
    notes += [TERM_NOTE] if any(_panel(one) == SHARED for one in command.params) and not command.shows_shared else []
    if notes:
        parts.append("\n".join(f" {note}" for note in notes))
    return "\n\n".join(parts)


def split_help(text: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a docstring, and the examples in it."""
    told, _, examples = text.partition("\b")
    return [" ".join(part.split()) for part in told.split("\n\n") if part.strip()], [
        line.strip() for line in examples.splitlines() if line.strip()
    ]


def one_of(choices: Sequence[str], default: object = None) -> str:
    """Return choices as a person lists them, the default marked: `given (default), pay or growth`."""
    marked = [f"{choice} (default)" if choice == default else choice for choice in choices]
    return " or ".join([*([", ".join(marked[:-1])] if marked[1:] else []), *marked[-1:]])


def _rows(rows: Iterable[tuple[str, str]], width: int, name_columns: int = _NAME_COLUMNS) -> str:
    """Return names with what is said of each beside it, or below a name that is too long."""
    return "\n".join(_row(row, width, name_columns) for row in rows)


def _opening(text: str, usage: str, width: int) -> list[str]:
    told, examples = split_help(text)
    parts = [textwrap.fill(part, width, break_on_hyphens=False) for part in told]
    parts.append(textwrap.fill(usage, width, initial_indent=" ", subsequent_indent="   ", break_on_hyphens=False))
    return [*parts, "\n".join(f" {line}" for line in examples)] if examples else parts


def _groups(
    command: TyperCommand | TyperGroup, ctx: Any, width: int, *, default: str = SHOW, show_shared: bool = False
) -> list[str]:
    rows: dict[str, dict[str, str]] = {}
    names = {parameter.name for parameter in command.params}
    for parameter in command.params:
        if parameter.name == _SHORT_FORM and _LONG_FORM in names:
            continue
        if parameter.param_type_name == "argument" and not getattr(parameter, "help", None):
            continue
        panel = _panel(parameter) or default
        name, text = _SHARED_ROW if panel == SHARED and not show_shared else _told(parameter, ctx)
        if parameter.name == _LONG_FORM and _SHORT_FORM in names:
            name = f"--{_SHORT_FORM}, {name}"
        rows.setdefault(OUTPUT if panel == SHARED else panel, {})[name] = text
    order = [*(name for name in rows if name not in _LAST), *_LAST]
    return [f" {name}\n{_rows(rows[name].items(), width)}" for name in order if rows.get(name)]


def _panel(parameter: Any) -> str:
    panel: str | None = getattr(parameter, "rich_help_panel", None)
    return panel or ""


def _told(parameter: Any, ctx: Any) -> tuple[str, str]:
    """Return a parameter as it is typed, and what it does, with the choices and the default that are not plain."""
    text = parameter.help or ""
    if parameter.param_type_name == "argument":
        name = parameter.make_metavar(ctx)
        return (name if parameter.required or name[0] == "[" else f"[{name}]"), text
    names = parameter.secondary_opts if parameter.secondary_opts and parameter.default is True else parameter.opts
    name = ", ".join(sorted(names, key=len))
    if parameter.is_flag:
        return name, text
    choices: Sequence[str] = getattr(parameter.type, "choices", ())
    default = parameter.default
    if choices and not parameter.metavar and len("|".join(choices)) > _LONGEST_CHOICE:
        text = f"{text.removesuffix('.')}: {one_of(choices, default)}."
    elif isinstance(default, int):
        text = f"{text.removesuffix('.')} (default {default})."
    kind = "|".join(choices) if choices and len("|".join(choices)) <= _LONGEST_CHOICE else "NAME" if choices else "N"
    return f"{name} {parameter.metavar or kind}", text


def _row(row: tuple[str, str], width: int, name_columns: int) -> str:
    name, text = row
    beside = len(name) < name_columns
    lines = textwrap.wrap(
        text, max(width - len(_INDENT) - name_columns, 20), break_on_hyphens=False, break_long_words=False
    )
    first = f"{_INDENT}{name:<{name_columns}}{lines.pop(0) if beside and lines else ''}".rstrip()
    return "\n".join([first, *(f"{_INDENT}{'':{name_columns}}{line}" for line in lines)])
