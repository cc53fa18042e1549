"""What the list of layers looks like."""

from typing import ClassVar, Literal

from careercli.answers.shared.view_parts import AnswerView, View

Given = Literal["embedded", "list", "option"]
State = Literal["read", "missing", "unreadable", "invalid"]


class LayerStateView(View, frozen=True):
    """A catalog file that answers rest on."""

    path: str
    """The path as you named it; a file of the built-in catalog by its place in the program."""
    name: str | None
    """The id of the catalog, as in NAME:ROLE; null if it has none or cannot be read."""
    named_by: Given
    """embedded: built in; list: on your list; option: named with --catalog or CAREERCLI_CATALOG."""
    state: State
    """Whether it could be read."""
    fault_count: int
    """How many mistakes it has, if it is not valid; `catalog lint` shows them."""


class LayersView(AnswerView, frozen=True, kw_only=True):
    """Every layer that a command with these options reads. Later ones override earlier ones."""

    record: ClassVar[type[View]] = LayerStateView

    command: str = "catalog layers"
    list_file: str
    """The file of your list."""
    rows: tuple[LayerStateView, ...]
