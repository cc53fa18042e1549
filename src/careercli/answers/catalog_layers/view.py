"""What the list of layers looks like."""

from typing import ClassVar, Literal

from careercli.answers.shared.view_parts import AnswerView, View

Given = Literal["embedded", "list", "option"]
State = Literal["read", "missing", "unreadable", "invalid"]


class LayerStateView(View, frozen=True):
    """A catalog file that answers rest on."""

    path: str
    """As it was named; a file of the embedded catalog by its place in the program."""
    name: str | None
    """What the catalog calls itself, as in NAME:ROLE; null where it says no name or cannot be read."""
    named_by: Given
    """It comes with the program, stands on the user's list, or was named by --catalog or CAREERCLI_CATALOG."""
    state: State
    """Whether it could be read."""
    fault_count: int
    """What is wrong in it, where the catalogs do not fit; `catalog lint` says it all."""


class LayersView(AnswerView, frozen=True, kw_only=True):
    """Every layer that a command with these options reads, later ones over earlier ones."""

    record: ClassVar[type[View]] = LayerStateView

    command: str = "catalog layers"
    list_file: str
    """Where the user's list is kept."""
    rows: tuple[LayerStateView, ...]
