"""What Typer finds wrong with a command line, said plainly: one line what is wrong, one what to type."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from typer import TyperException

from careercli.amounts import format_number
from careercli.cli.help_page import one_of, split_help
from careercli.matching import did_you_mean

_TYPED = re.compile(r"(.+?) is not ", re.DOTALL)
"""What was typed, at the beginning of what Typer says of it."""
_LONGEST = 60
_NUMBERS = {
    "int": "a whole number", "int range": "a whole number", "float": "a number", "float range": "a number",
}  # fmt: skip
"""Typer's names of the types of numbers."""


class Said(NamedTuple):
    """An error in two lines."""

    message: str
    hint: str


def explain_usage(error: TyperException) -> Said:
    """Return what is wrong, with the nearest word where there is one, and the remedy."""
    context, parameter = getattr(error, "ctx", None), getattr(error, "param", None)
    command = context.command_path if context else "careercli"
    see = f"See: {command} --help"
    option = getattr(error, "option_name", None)
    if type(error).__name__ == "NoSuchOption" and option and context:
        return Said(f"no option '{option}'{did_you_mean(option, _options(context))}", see)
    if parameter is None or context is None:
        return Said(" ".join(error.format_message().split()), see)
    name = max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.make_metavar(context)
    if type(error).__name__ == "MissingParameter":
        _, examples = split_help(context.command.help or "")
        return Said(f"{name} is missing", f"For example: {examples[0]}" if examples else see)
    typed = _TYPED.match(getattr(error, "message", ""))
    shown = typed[1].strip("'\"")[:_LONGEST] if typed else ""
    choices: Sequence[str] = getattr(parameter.type, "choices", ())
    if typed and choices:
        return Said(f"{name} cannot be '{shown}'{did_you_mean(shown, choices)}", f"Choose {one_of(choices)}. {see}")
    if getattr(parameter.type, "formats", ()):
        return Said(f"{name} takes a date", "Write it as 2026-01-31.")
    limits = _limits(parameter.type)
    if typed and limits:
        return Said(f"{name} takes {limits}, not '{shown}'", see)
    return Said(f"{name}: {' '.join(getattr(error, 'message', '').split())}", see)


def _options(context: Any) -> list[str]:
    return [name for parameter in context.command.get_params(context) for name in parameter.opts if name[:2] == "--"]


def _limits(type_: Any) -> str | None:
    """Return which numbers an option takes; None for what is no number."""
    kind = _NUMBERS.get(type_.name)
    low: float | None = getattr(type_, "min", None)
    high: float | None = getattr(type_, "max", None)
    if kind is None or (low is None and high is None):
        return kind
    if high is None:
        return f"{kind} of {format_number(low or 0)} or more"
    return f"{kind} from {format_number(low or 0)} to {format_number(high)}"
